/* sutra-feedback.h: how a widget tells the window that something failed, or a short note
 *
 * The window implements the interface; widgets call the two functions below and need not know the window.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SUTRA_TYPE_FEEDBACK (sutra_feedback_get_type ())
G_DECLARE_INTERFACE (SutraFeedback, sutra_feedback, SUTRA, FEEDBACK, GtkWidget)

struct _SutraFeedbackInterface
{
  GTypeInterface parent_iface;

  void (*failed) (SutraFeedback *self, GtkWidget *from, const GError *error);
  void (*note) (SutraFeedback *self, const char *message);
};

/* Finds the nearest SutraFeedback among @from and its ancestors, and then among the windows that @from's window is transient for. Without one
 * nothing happens. @error NULL and a cancellation are ignored. */
void sutra_feedback_failed (GtkWidget *from, const GError *error);

/* @message: translated, shown for a few seconds and announced. */
void sutra_feedback_note (GtkWidget *from, const char *message);

G_END_DECLS
