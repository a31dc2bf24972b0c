/* sutra-library-pane.h: the articles of the case
 *
 * Filter, sort, a paged list. CSS node: librarypane.
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

/* Signals: "article-chosen" (SutraArticle), "edit-source" (SutraArticle).
 * Property "sort": "added", "title" or "published".
 * Actions: library.sort, library.open, library.remove, library.edit-source. */

G_END_DECLS
