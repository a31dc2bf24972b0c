/* sutra-search.h: a search over the articles of a case
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sutra-case.h"

G_BEGIN_DECLS

/**
 * SutraSearchHit:
 * @title: the article's
 * @in_title: the hit is in the title, not in the text; @start and @end are then code points of the title
 * @before, @match, @after: the place with what stands around it in its sentence; line ends show as spaces
 * @score: of the article; the higher the better
 * @n_in_article: how many places the article has, on each of its hits
 */
typedef struct
{
  SutraId article;
  char *title;
  gboolean in_title;
  guint32 start;
  guint32 end;
  char *before;
  char *match;
  char *after;
  double score;
  guint n_in_article;
} SutraSearchHit;

void sutra_search_hit_free (SutraSearchHit *self);

/**
 * SutraSearch:
 *
 * One search, read a page at a time. It belongs to one thread at a time and looks at the case as it was when its first page was read.
 */
typedef struct _SutraSearch SutraSearch;

/* @query: see sutra_query_new(). INVALID. */
SutraSearch *sutra_search_new (const char *query, GError **error);
void sutra_search_free (SutraSearch *self);

/* The next hits, article by article, best article first (titles before texts), in text order: at least @limit of them as long as there are as many, and all of an
 * article up to @per_article (0: all). Empty at the end. Texts that are not in the index yet are read through. Array of SutraSearchHit (transfer full); NULL with @error, also
 * when cancelled. */
GPtrArray *
sutra_search_next (SutraSearch *self, SutraStore *store, guint limit, guint per_article, GCancellable *cancellable, GError **error);

/* The same by the case's reader. @self may not be used until the callback was called; sutra_search_next_finish() gives the hits. */
void sutra_search_next_async (SutraSearch *self,
                              SutraCase *the_case,
                              guint limit,
                              guint per_article,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data);
GPtrArray *sutra_search_next_finish (SutraCase *the_case, GAsyncResult *result, GError **error);

/* Takes what is missing into the index, by the case's jobs worker, soon after this is called; does nothing while that is under way or for a case that can be read
 * only. A case that is watched calls it by itself, at first and when articles come or change. */
void sutra_case_index (SutraCase *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SutraSearch, sutra_search_free)

G_END_DECLS
