/* Corrections of where sentences end.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-case-private.h"
#include "sutra-clock.h"

#include "sutra-akshara.h"
#include "sutra-words.h"

/* What stands behind the place, for the history. */
#define MAX_SUBJECT 60

/* Says that a sentence begins at @position (@joined FALSE) or that none does; where the rules say so anyway there need be no row. */
static gboolean
correct (SutraCase *self, SutraArticle *article, SutraText *text, gsize position, gboolean joined, GError **error)
{
  const SutraId *id = sutra_article_get_id (article);
  gsize start, end, limit;
  g_autofree char *subject = NULL, *created = NULL;
  SutraId row = sutra_id_new ();
  gboolean ok;

  sutra_text_paragraph_at (text, position, &start, &limit);
  subject = sutra_text_slice (text, position, sutra_akshara_floor (text, MIN (limit, position + MAX_SUBJECT)));
  sutra_sentences_at (text, position, &start, &end);

  if (!sutra_case_begin (self, error))
    return FALSE;
  created = sutra_clock_format (sutra_store_now (self->store));
  ok = sutra_store_run (self->store, error, "DELETE FROM boundary WHERE article = ? AND position = ?", "il", id, (gint64) position);
  if (ok && (start == position) == joined)
    ok = sutra_store_run (self->store, error,
                          "INSERT INTO boundary (id, article, position, joined, author, created) VALUES (?, ?, ?, ?, ?, ?)", "iillss", &row,
                          id, (gint64) position, (gint64) joined, sutra_store_get_author (self->store), created);
  return sutra_case_end (self, ok, joined ? SUTRA_EDIT_JOIN_SENTENCES : SUTRA_EDIT_SPLIT_SENTENCE, subject, 1, error);
}

/* The article and its text; NULL: @error. */
static SutraArticle *
get_article (SutraCase *self, const SutraId *id, gsize cp, SutraText **text, GError **error)
{
  g_autoptr (SutraArticle) article = NULL;

  if (self->store == NULL)
    return sutra_case_fail_closed (error), NULL;
  article = sutra_case_get_article (self, id, error);
  *text = article != NULL ? sutra_article_get_text (article, error) : NULL;
  if (*text == NULL)
    return NULL;
  if (cp <= sutra_text_get_length (*text))
    return g_steal_pointer (&article);
  sutra_case_fail (error, SUTRA_ERROR_RANGE, "The article ends at %" G_GSIZE_FORMAT ", before %" G_GSIZE_FORMAT ".",
                   sutra_text_get_length (*text), cp);
  return NULL;
}

/* Where a sentence would begin that is to begin at @cp; @limit: the end of its paragraph. */
static gsize
begin_near (SutraText *text, gsize cp, gsize *limit)
{
  gsize start, end, paragraph;

  sutra_text_paragraph_at (text, cp, &paragraph, limit);
  if (sutra_words_at (text, cp, &start, &end) && start < cp && cp < end)
    cp = start;
  while (cp < *limit && g_unichar_isspace (sutra_text_char_at (text, cp)) && sutra_akshara_is_boundary (text, cp + 1))
    cp++;
  return sutra_akshara_floor (text, cp);
}

gboolean
sutra_case_split_sentence (SutraCase *self, const SutraId *article_id, gsize cp, GError **error)
{
  g_autoptr (SutraArticle) article = NULL;
  SutraText *text;
  gsize position, limit, start, end;

  g_return_val_if_fail (SUTRA_IS_CASE (self), FALSE);
  g_return_val_if_fail (article_id != NULL, FALSE);

  article = get_article (self, article_id, cp, &text, error);
  if (article == NULL)
    return FALSE;
  position = begin_near (text, cp, &limit);
  if (position >= limit)
    return sutra_case_fail (
        error, SUTRA_ERROR_INVALID,
        "Nothing follows %" G_GSIZE_FORMAT " in its paragraph, so no sentence can begin there. Choose a place before text.", cp);
  sutra_article_get_sentence (article, position, &start, &end);
  if (start >= position)
    return sutra_case_fail (error, SUTRA_ERROR_INVALID,
                            "A sentence begins at %" G_GSIZE_FORMAT " already. Choose a place within a sentence.", position);
  return correct (self, article, text, position, FALSE, error);
}

gboolean
sutra_case_join_sentence (SutraCase *self, const SutraId *article_id, gsize cp, GError **error)
{
  g_autoptr (SutraArticle) article = NULL;
  SutraText *text;
  gsize position, start, limit;

  g_return_val_if_fail (SUTRA_IS_CASE (self), FALSE);
  g_return_val_if_fail (article_id != NULL, FALSE);

  article = get_article (self, article_id, cp, &text, error);
  if (article == NULL)
    return FALSE;
  sutra_text_paragraph_at (text, cp, &start, &limit);
  position = sutra_sentences_next_corrected (text, sutra_article_get_corrections (article), cp);
  if (position >= limit)
    return sutra_case_fail (
        error, SUTRA_ERROR_INVALID,
        "The sentence at %" G_GSIZE_FORMAT " is the last of its paragraph, and the end of a paragraph always ends a sentence.", cp);
  return correct (self, article, text, position, TRUE, error);
}
