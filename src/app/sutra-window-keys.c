/* The window's keys under a keyboard layout without Latin letters.
 *
 * GTK matches an accelerator by key value, and finds none under a layout that has only Bengali letters. What the focus and the accelerators
 * did not take is looked up once more by the place of the key.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-latin-key.h"
#include "sutra-window-private.h"

static gboolean
activate_accel (SutraWindow *self, guint keyval, GdkModifierType state)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));
  g_autofree char *accel = gtk_accelerator_name (keyval, state);
  g_auto (GStrv) actions = application != NULL ? gtk_application_get_actions_for_accel (application, accel) : NULL;

  for (gsize i = 0; actions != NULL && actions[i] != NULL; i++)
    {
      g_autofree char *name = NULL;
      g_autoptr (GVariant) target = NULL;

      if (g_action_parse_detailed_name (actions[i], &name, &target, NULL) &&
          gtk_widget_activate_action_variant (GTK_WIDGET (self), name, target))
        return TRUE;
    }
  return FALSE;
}

static gboolean
key_pressed_cb (SutraWindow *self, guint keyval, guint keycode, GdkModifierType state)
{
  guint latin;

  state &= gtk_accelerator_get_default_mod_mask ();
  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) == 0)
    return GDK_EVENT_PROPAGATE;
  latin = sutra_latin_key (gtk_widget_get_display (GTK_WIDGET (self)), keyval, keycode, state);
  if (latin == keyval)
    return GDK_EVENT_PROPAGATE;
  return activate_accel (self, gdk_keyval_to_lower (latin), state);
}

void
sutra_window_init_keys (SutraWindow *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}
