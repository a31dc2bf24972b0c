/* sutra-operation-bar.h: what is under way, how far it is, and a button to cancel it
 *
 * Appears half a second after something began, so that what is quick does not flash. CSS node: operationbar.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SUTRA_TYPE_OPERATION_BAR (sutra_operation_bar_get_type ())
G_DECLARE_FINAL_TYPE (SutraOperationBar, sutra_operation_bar, SUTRA, OPERATION_BAR, GtkWidget)

GtkWidget *sutra_operation_bar_new (void);

/* Begins: returns what "Cancel" cancels (transfer full). Several may be under way; the latest is shown. */
GCancellable *sutra_operation_bar_begin (SutraOperationBar *self, const char *title);
/* A GFileProgressCallback; @data is the bar. */
void sutra_operation_bar_progress (goffset done, goffset total, gpointer data);
void sutra_operation_bar_end (SutraOperationBar *self, GCancellable *cancellable);

/* Whether anything is under way. */
gboolean sutra_operation_bar_is_busy (SutraOperationBar *self);
/* Cancels everything, as when the window closes. */
void sutra_operation_bar_cancel_all (SutraOperationBar *self);

G_END_DECLS
