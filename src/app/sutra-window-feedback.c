/* What the window says: notes with Undo, errors.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-edit-label.h"
#include "sutra-error-message.h"
#include "sutra-feedback.h"
#include "sutra-window-private.h"

#include <glib/gi18n.h>

#define NOTE_SECONDS 4
#define UNDO_SECONDS 6

void
sutra_window_note (SutraWindow *self, const char *message, const char *button, const char *action, GVariant *target)
{
  g_autofree char *escaped = NULL;
  AdwToast *toast;

  g_return_if_fail (SUTRA_IS_WINDOW (self));
  g_return_if_fail (message != NULL);

  /* One note at a time: what is said now replaces what was said before. */
  if (self->toast != NULL)
    adw_toast_dismiss (self->toast);
  escaped = g_markup_escape_text (message, -1);
  toast = adw_toast_new (escaped);
  if (button != NULL)
    {
      adw_toast_set_button_label (toast, button);
      adw_toast_set_action_name (toast, action);
      adw_toast_set_action_target_value (toast, target);
    }
  else if (target != NULL)
    g_variant_unref (g_variant_ref_sink (target));
  adw_toast_set_timeout (toast, button != NULL ? UNDO_SECONDS : NOTE_SECONDS);
  g_set_weak_pointer (&self->toast, toast);
  adw_toast_overlay_add_toast (self->toasts, toast);
  gtk_label_set_text (self->announcement, message);
}

/* Whether this is the window that the user looks at, of those that show the case. */
static gboolean
is_the_one (SutraWindow *self)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));
  GtkWindow *active = application != NULL ? gtk_application_get_active_window (application) : NULL;

  while (active != NULL && !SUTRA_IS_WINDOW (active))
    active = gtk_window_get_transient_for (active);
  return active == NULL || active == GTK_WINDOW (self) || SUTRA_WINDOW (active)->the_case != self->the_case;
}

void
sutra_window_forget_history (SutraWindow *self)
{
  g_autoptr (SutraHistoryRow) row = self->the_case != NULL ? sutra_history_peek_undo (sutra_case_get_store (self->the_case)) : NULL;

  self->last_step = row != NULL ? row->step : 0;
}

void
sutra_window_case_changed (SutraWindow *self)
{
  g_autoptr (SutraHistoryRow) row = sutra_history_peek_undo (sutra_case_get_store (self->the_case));

  sutra_window_update_actions (self);
  if (row == NULL || row->step <= self->last_step)
    return;
  self->last_step = row->step;
  if (is_the_one (self) && !self->importing)
    {
      g_autofree char *message = sutra_edit_label_dup_done (row->kind, row->subject, row->count);

      sutra_window_note (self, message, _ ("_Undo"), "win.undo", NULL);
    }
}

static void
failed (SutraFeedback *feedback, GtkWidget *from, const GError *error)
{
  GtkRoot *root = gtk_widget_get_root (from);
  g_autofree char *heading = sutra_error_message_dup_heading (error);

  if (sutra_error_message_is_note (error))
    sutra_window_note (SUTRA_WINDOW (feedback), heading, NULL, NULL, NULL);
  else
    sutra_error_message_present (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : GTK_WINDOW (feedback), error);
}

static void
note (SutraFeedback *feedback, const char *message)
{
  sutra_window_note (SUTRA_WINDOW (feedback), message, NULL, NULL, NULL);
}

void
sutra_window_feedback_init (gpointer iface, gpointer data)
{
  SutraFeedbackInterface *feedback = iface;

  feedback->failed = failed;
  feedback->note = note;
}
