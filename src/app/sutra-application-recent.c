/* The cases that were open lately.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-application-private.h"

#include <glib/gi18n.h>

#define MAX_RECENT 10

/* Puts @path first, or (@add FALSE) takes it out. */
static void
change (SutraApplication *self, const char *path, gboolean add)
{
  g_auto (GStrv) before = g_settings_get_strv (self->settings, "recent-cases");
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) after = NULL;
  guint n = 0;

  if (add)
    {
      g_strv_builder_add (builder, path);
      n++;
    }
  for (gsize i = 0; before[i] != NULL && n < MAX_RECENT; i++)
    if (!g_str_equal (before[i], path))
      {
        g_strv_builder_add (builder, before[i]);
        n++;
      }
  after = g_strv_builder_end (builder);
  g_settings_set_strv (self->settings, "recent-cases", (const char *const *) after);
}

void
sutra_application_remember_case (SutraApplication *self, const char *path)
{
  change (self, path, TRUE);
  g_settings_set_string (self->settings, "last-case", path);
}

void
sutra_application_forget_case (SutraApplication *self, const char *path)
{
  g_autofree char *last = g_settings_get_string (self->settings, "last-case");

  change (self, path, FALSE);
  if (g_str_equal (last, path))
    g_settings_set_string (self->settings, "last-case", "");
}

void
sutra_application_update_recent (SutraApplication *self)
{
  g_auto (GStrv) paths = g_settings_get_strv (self->settings, "recent-cases");

  g_menu_remove_all (self->recent);
  for (gsize i = 0; paths[i] != NULL; i++)
    {
      g_autofree char *base = g_path_get_basename (paths[i]);
      g_autofree char *name = NULL;
      g_autofree char *label = NULL;
      g_auto (GStrv) parts = NULL;
      g_autoptr (GMenuItem) item = NULL;

      if (g_str_has_suffix (base, ".sutra"))
        base[strlen (base) - strlen (".sutra")] = '\0';
      name = g_filename_display_name (base);
      /* An underscore in a menu is a mnemonic. */
      parts = g_strsplit (name, "_", -1);
      label = g_strjoinv ("__", parts);
      item = g_menu_item_new (label, NULL);
      g_menu_item_set_action_and_target (item, "win.open-case-path", "s", paths[i]);
      g_menu_append_item (self->recent, item);
    }
}
