/* What the program does without a window's help, and all keys.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-application-private.h"

#include "sutra-window.h"

#include <glib/gi18n.h>

static GtkWindow *
active_window (SutraApplication *self)
{
  return gtk_application_get_active_window (GTK_APPLICATION (self));
}

static void
about_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  GtkWidget *about = adw_about_window_new ();

  g_object_set (about, "application-name", _ ("Sutradhar"), "application-icon", SUTRA_APP_ID, "version", SUTRA_VERSION, "developer-name",
                _ ("The Sutradhar contributors"), "license-type", GTK_LICENSE_GPL_3_0, "comments",
                _ ("Annotate articles: who, where, when and what. “Sutradhar” is the one who holds the threads."), "translator-credits",
                /* Translators: your names, one in each line */
                _ ("translator-credits"), "transient-for", active_window (data), "modal", TRUE, NULL);
  gtk_window_present (GTK_WINDOW (about));
}

static void
new_window_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  GtkWindow *active = active_window (data);
  SutraWindow *window = sutra_window_new (data);

  while (active != NULL && !SUTRA_IS_WINDOW (active))
    active = gtk_window_get_transient_for (active);
  if (active != NULL)
    {
      sutra_window_set_case (window, sutra_window_get_case (SUTRA_WINDOW (active)));
      gtk_window_present (GTK_WINDOW (window));
    }
  else
    {
      gtk_window_destroy (GTK_WINDOW (window));
      g_application_activate (G_APPLICATION (data));
    }
}

/* Closes each window the way its button does, so that it remembers its size. */
static void
quit_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  g_autoptr (GList) windows = g_list_copy (gtk_application_get_windows (data));

  for (GList *l = windows; l != NULL; l = l->next)
    if (SUTRA_IS_WINDOW (l->data))
      gtk_window_close (l->data);
}

static const GActionEntry entries[] = {
  { "about", about_action },
  { "new-window", new_window_action },
  { "quit", quit_action },
};

/* Every key of the program that works in the whole window; the shortcuts window (ui/help-overlay.ui) lists the same. */
static const struct
{
  const char *action;
  const char *keys[3];
} accels[] = {
  { "app.quit", { "<Control>q" } },
  { "app.new-window", { "<Control>n" } },
  { "win.preferences", { "<Control>comma" } },
  { "win.show-help-overlay", { "<Control>question" } },
  { "window.close", { "<Control>w" } },
  { "win.menu", { "F10" } },
  { "win.open", { "<Control>o" } },
  { "win.add", { "<Control><Shift>o" } },
  { "win.paste-article", { "<Control><Shift>v" } },
  { "win.new-case", { "<Control><Shift>n" } },
  { "win.export", { "<Control>e" } },
  { "win.edit-tagset", { "<Control>t" } },
  { "win.undo", { "<Control>z" } },
  { "win.redo", { "<Control><Shift>z", "<Control>y" } },
  { "win.find", { "<Control>f" } },
  { "win.search", { "<Control><Shift>f" } },
  { "win.find-next", { "<Control>g", "F3" } },
  { "win.find-previous", { "<Control><Shift>g", "<Shift>F3" } },
  { "win.inspect", { "<Control>i" } },
  { "win.annotate", { "<Control>Return", "<Control>KP_Enter" } },
  { "win.review-suggestions", { "F8" } },
  { "win.zoom-in",
    {
        "<Control>plus",
        "<Control>equal",
    } },
  { "win.zoom-out", { "<Control>minus" } },
  { "win.zoom-reset", { "<Control>0" } },
  { "win.show-library", { "F9" } },
  { "win.show-entities", { "<Shift>F9" } },
  { "win.focus-library", { "<Alt>1" } },
  { "win.focus-text", { "<Alt>2" } },
  { "win.focus-entities", { "<Alt>3" } },
};

void
sutra_application_add_actions (SutraApplication *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  for (gsize i = 0; i < G_N_ELEMENTS (accels); i++)
    {
      const char *keys[] = { accels[i].keys[0], accels[i].keys[1], accels[i].keys[2], NULL };

      gtk_application_set_accels_for_action (GTK_APPLICATION (self), accels[i].action, keys);
    }
}
