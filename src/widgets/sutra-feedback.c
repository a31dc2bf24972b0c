/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-feedback.h"

G_DEFINE_INTERFACE (SutraFeedback, sutra_feedback, GTK_TYPE_WIDGET)

static void
sutra_feedback_default_init (SutraFeedbackInterface *iface)
{
}

static SutraFeedback *
find_feedback (GtkWidget *from)
{
  GtkWidget *widget = from;

  while (widget != NULL)
    {
      GtkWidget *parent;

      if (SUTRA_IS_FEEDBACK (widget))
        return SUTRA_FEEDBACK (widget);
      parent = gtk_widget_get_parent (widget);
      if (parent == NULL && GTK_IS_WINDOW (widget))
        parent = GTK_WIDGET (gtk_window_get_transient_for (GTK_WINDOW (widget)));
      widget = parent;
    }
  return NULL;
}

void
sutra_feedback_failed (GtkWidget *from, const GError *error)
{
  SutraFeedback *feedback;

  g_return_if_fail (GTK_IS_WIDGET (from));

  if (error == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  feedback = find_feedback (from);
  if (feedback != NULL)
    SUTRA_FEEDBACK_GET_IFACE (feedback)->failed (feedback, from, error);
}

void
sutra_feedback_note (GtkWidget *from, const char *message)
{
  SutraFeedback *feedback;

  g_return_if_fail (GTK_IS_WIDGET (from));
  g_return_if_fail (message != NULL);

  feedback = find_feedback (from);
  if (feedback != NULL)
    SUTRA_FEEDBACK_GET_IFACE (feedback)->note (feedback, message);
}
