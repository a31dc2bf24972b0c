/* sutra-article.h: one immutable source text with its provenance
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sutra-live.h"
#include "sutra-sentences.h"
#include "sutra-span-index.h"
#include "sutra-text.h"

G_BEGIN_DECLS

#define SUTRA_TYPE_ARTICLE (sutra_article_get_type ())
G_DECLARE_FINAL_TYPE (SutraArticle, sutra_article, SUTRA, ARTICLE, SutraLive)

/**
 * SutraDraft:
 *
 * An article as a reader made it from a file, before it is in a case. Owned strings, all nullable but @encoding and @media_type.
 */
typedef struct
{
  SutraText *text;
  GBytes *original; /* the bytes as they were opened */
  char *title;      /* NULL: the first line of the text is taken, cut to 200 code points */
  char *source;     /* publisher */
  char *url;
  char *author;
  char *published; /* EDTF */
  char *accessed;  /* EDTF */
  char *language;  /* BCP 47 */
  char *encoding;
  char *media_type;
  char *file_name;
  char *likely_encoding;    /* what the text likely is in, though it was not read so: to be asked; see sutra_decode_suspect() */
  gboolean encoding_chosen; /* the user said what @encoding is: the same bytes read in another one before are another article */
} SutraDraft;

void sutra_draft_free (SutraDraft *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SutraDraft, sutra_draft_free)

/* Live object of a row. Each getter has a read-only property of the same name that notifies on change: "title", "source", "url", "author",
 * "published", "accessed", "language", "notes" (editable with sutra_case_set()), "encoding", "media-type", "file-name", "code-points", "sha256",
 * "text-sha256", "added". "deleted" becomes TRUE when the row goes (undo may bring it back: the object then lives on). */
const SutraId *sutra_article_get_id (SutraArticle *self);
const char *sutra_article_get_title (SutraArticle *self);
const char *sutra_article_get_source (SutraArticle *self);    /* (nullable) */
const char *sutra_article_get_url (SutraArticle *self);       /* (nullable) */
const char *sutra_article_get_author (SutraArticle *self);    /* (nullable) */
const char *sutra_article_get_published (SutraArticle *self); /* (nullable) EDTF */
const char *sutra_article_get_accessed (SutraArticle *self);  /* (nullable) EDTF */
const char *sutra_article_get_language (SutraArticle *self);  /* (nullable) BCP 47 */
const char *sutra_article_get_notes (SutraArticle *self);     /* (nullable) */
const char *sutra_article_get_encoding (SutraArticle *self);
const char *sutra_article_get_media_type (SutraArticle *self);
const char *sutra_article_get_file_name (SutraArticle *self); /* (nullable) */
guint sutra_article_get_code_points (SutraArticle *self);
const char *sutra_article_get_sha256 (SutraArticle *self);
const char *sutra_article_get_text_sha256 (SutraArticle *self);
const char *sutra_article_get_added (SutraArticle *self); /* RFC 3339 */
gboolean sutra_article_get_deleted (SutraArticle *self);

/* The text, loaded at the first call and kept while the object lives (transfer none). DAMAGED, NOT_FOUND. */
SutraText *sutra_article_get_text (SutraArticle *self, GError **error);

/* The spans of the article's mentions (all statuses), loaded at the first call and from then on kept in step with every edit, undo, redo and other
 * program's edit; before the signal "spans-changed" (guint start, guint end: the code points that must be drawn anew) is emitted, once for each
 * batch of changes. Do not change it. (transfer none) */
SutraSpanIndex *sutra_article_get_spans (SutraArticle *self, GError **error);

/* What people said about the ends of its sentences (SutraSentenceCorrection, for sutra_sentences_at_corrected()), loaded and kept in step like the spans;
 * then the signal "sentences-changed" is emitted. Empty if it cannot be read. Do not change it. (transfer none) */
GArray *sutra_article_get_corrections (SutraArticle *self);

/* The sentence that holds @cp, by the rules and these corrections, as sutra_sentences_at() gives it; @cp and @cp if there is no text. */
void sutra_article_get_sentence (SutraArticle *self, gsize cp, gsize *start, gsize *end);

/* Mentions with status confirmed; computed. */
guint sutra_article_count_mentions (SutraArticle *self);

G_END_DECLS
