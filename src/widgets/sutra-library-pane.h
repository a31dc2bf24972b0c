/* sutra-library-pane.h: the articles of the case
 *
 * A paged list, sorted; or, once something is typed, the titles and places that a search over the case finds. CSS node: librarypane.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "sutra-case.h"

G_BEGIN_DECLS

#define SUTRA_TYPE_LIBRARY_PANE (sutra_library_pane_get_type ())
G_DECLARE_FINAL_TYPE (SutraLibraryPane, sutra_library_pane, SUTRA, LIBRARY_PANE, GtkWidget)

GtkWidget *sutra_library_pane_new (void);

void sutra_library_pane_set_case (SutraLibraryPane *self, SutraCase *the_case);

/* The article that is open: its row is selected. (nullable) */
void sutra_library_pane_set_article (SutraLibraryPane *self, SutraArticle *article);

/* Moves the focus to the list. */
void sutra_library_pane_focus_list (SutraLibraryPane *self);

/* Moves the focus to where one types what to search for. */
void sutra_library_pane_focus_search (SutraLibraryPane *self);

/* Signals: "article-chosen" (SutraArticle), "edit-source" (SutraArticle), "place-chosen" (SutraArticle, char *query, guint start, guint end: as sutra_article_page_show_places() takes them),
 * "search-ended": nothing is searched for any more.
 * Property "sort": "added", "title" or "published".
 * Actions: library.sort, library.open, library.remove, library.edit-source, library.focus-rows. */

G_END_DECLS
