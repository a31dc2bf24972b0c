/* sutra-result-list.h: what a search over the case found
 *
 * Articles with their places in context, read a page at a time. CSS node: resultlist.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "sutra-case.h"

G_BEGIN_DECLS

#define SUTRA_TYPE_RESULT_LIST (sutra_result_list_get_type ())
G_DECLARE_FINAL_TYPE (SutraResultList, sutra_result_list, SUTRA, RESULT_LIST, GtkWidget)

GtkWidget *sutra_result_list_new (void);

/* What is looked for: see sutra_query_new(); in @the_case (both nullable together: nothing). @titles: the articles whose titles fit what was typed (SutraArticle; nullable, taken over); its first ones head
 * the list. Follows articles that come and go. Ends the search before. What that found stays until the first page of this one is there. */
void sutra_result_list_search (SutraResultList *self, SutraCase *the_case, const char *query, GListModel *titles);
const char *sutra_result_list_get_query (SutraResultList *self); /* (nullable) */

/* The rows: SutraResultItem. (transfer none) */
GListModel *sutra_result_list_get_items (SutraResultList *self);

/* Moves the focus to the rows. FALSE if there are none. */
gboolean sutra_result_list_focus (SutraResultList *self);

/* Activates the first place, or else the first title. FALSE if there is none. */
gboolean sutra_result_list_activate_first (SutraResultList *self);

/* Signals:
 * - "place-chosen" (SutraArticle, guint start, guint end): an article at a place; both 0: at none in particular; @start = @end: at the first that follows.
 * - "title-chosen" (SutraArticle)
 * - "left": back to where the query is typed. */

G_END_DECLS
