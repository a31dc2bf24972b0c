/* sutra-search-index.h: the full-text index of a case
 *
 * It holds texts and titles by what they are, not articles: what a text holds never changes, so nothing is ever taken out, and undo has nothing to do with it. It is
 * not recorded and no session sees it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sutra-search-terms.h"
#include "sutra-store.h"

G_BEGIN_DECLS

typedef enum
{
  SUTRA_SEARCH_TEXT,  /* value: the text's digest */
  SUTRA_SEARCH_TITLE, /* value: the title */
} SutraSearchKind;

/* Takes into the index what is missing of the articles that the case has now. Outside of an edit; in transactions of a few milliseconds with the lock free in
 * between. Cut short, also by a kill, it goes on where it was the next time. @progress (nullable): in the calling thread, documents done and in all. A text that
 * cannot be read is passed over. */
gboolean
sutra_search_index_update (SutraStore *store, GFileProgressCallback progress, gpointer data, GCancellable *cancellable, GError **error);

/* Empties the index; the next update fills it again. For one that is damaged. */
gboolean sutra_search_index_clear (SutraStore *store, GError **error);

/* Whether everything that the case has now is in the index. */
gboolean sutra_search_index_is_complete (SutraStore *store);

/**
 * SutraSearchMatch:
 * @document: the row of search_document
 */
typedef struct
{
  gint64 document;
  SutraSearchKind kind;
  double score;
} SutraSearchMatch;

/* The documents that are what @query asks for, best first: titles, then texts; within them by BM25. Array of SutraSearchMatch (transfer full). DAMAGED if the index is. */
GArray *sutra_search_index_match (SutraStore *store, SutraQuery *query, GCancellable *cancellable, GError **error);

G_END_DECLS
