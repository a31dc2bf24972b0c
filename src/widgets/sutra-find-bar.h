/* sutra-find-bar.h: find in the article
 *
 * Looks for what is typed over the fold key, off the main thread. CSS node: findbar. Actions: find-bar.next, find-bar.previous, find-bar.close.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "sutra-find.h"

G_BEGIN_DECLS

#define SUTRA_TYPE_FIND_BAR (sutra_find_bar_get_type ())
G_DECLARE_FINAL_TYPE (SutraFindBar, sutra_find_bar, SUTRA, FIND_BAR, GtkWidget)

GtkWidget *sutra_find_bar_new (void);

/* What is searched (nullable). A new text repeats the search. */
void sutra_find_bar_set_text (SutraFindBar *self, SutraText *text);

/* Where the caret is (code points): the first result at or after it becomes the current one. */
void sutra_find_bar_set_origin (SutraFindBar *self, gsize cp);

/* Shows the bar with the focus in its entry; @query (nullable) replaces what is in it. */
void sutra_find_bar_open (SutraFindBar *self, const char *query);
void sutra_find_bar_close (SutraFindBar *self);

/* Signals:
 * - "found" (GArray of SutraRange or NULL, int current): results are new, or another one is current (-1: none).
 * - "closed"
 * Property "open".
 */

G_END_DECLS
