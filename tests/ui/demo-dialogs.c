/* Shows one dialog, to look at: demo-dialogs NAME [dark]
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "dialogs-fixture.h"

#include "sutra-bijoy-dialog.h"
#include "sutra-encoding-dialog.h"
#include "sutra-export-dialog.h"
#include "sutra-occurrences-dialog.h"
#include "sutra-preferences.h"
#include "sutra-tagset-dialog.h"
#include "sutra-type-delete-dialog.h"
#include "sutra-type-dialog.h"

static const char *wanted;

static GtkWidget *
make_occurrences (Dialogs *self)
{
  static const char *const names[] = { "ঢাকা", NULL };
  SutraText *text = sutra_article_get_text (self->article, NULL);
  g_autoptr (GArray) found = sutra_occurrences_find (text, names, NULL, NULL);

  if (found->len > 1)
    g_array_index (found, SutraOccurrence, found->len - 1).sure = FALSE;
  return sutra_occurrences_dialog_new (self->article, found, "ঢাকা", GTK_WINDOW (self->parent), NULL);
}

static GtkWidget *
make (Dialogs *self)
{
  GtkWindow *parent = GTK_WINDOW (self->parent);

  dialogs_mark (self, "কামরুল হাসান", "person", TRUE);
  dialogs_mark (self, "ঢাকা থেকে", "place", TRUE);
  dialogs_mark (self, "চট্টগ্রামে", "place", FALSE);
  if (strcmp (wanted, "tagset") == 0)
    return sutra_tagset_dialog_new (self->the_case, parent);
  if (strcmp (wanted, "type") == 0)
    return sutra_type_dialog_new (self->the_case, dialogs_type (self, "place"), parent);
  if (strcmp (wanted, "new-type") == 0)
    return sutra_type_dialog_new (self->the_case, NULL, parent);
  if (strcmp (wanted, "delete") == 0)
    return sutra_type_delete_dialog_new (self->the_case, dialogs_type (self, "place"), parent);
  if (strcmp (wanted, "preferences") == 0)
    return sutra_preferences_new (g_settings_new (SUTRA_APP_ID), parent);
  if (strcmp (wanted, "export") == 0)
    return sutra_export_dialog_new (self->the_case, self->article, parent);
  if (strcmp (wanted, "occurrences") == 0)
    return make_occurrences (self);
  if (strcmp (wanted, "encoding") == 0)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static ("Caf\xe9 \xe0 la carte\nZ\xfcrich, 12 \x80\n", 29);

      return sutra_encoding_dialog_new (bytes, "menu.txt", parent);
    }
  if (strcmp (wanted, "bijoy") == 0)
    {
      static const char text[] =
          "Avgvi †mvbvi evsjv, Avwg †Zvgvq fv‡jvevwm| wPiw`b †Zvgvi AvKvk, †Zvgvi evZvm, Avgvi cÖv‡Y evRvq euvwk|\n\n"
          "KvRvL¯—vb I gš¿Yvjq wi‡cvU© w`‡q‡Q| ¸i“Z¡c~Y© ˆeVK|\n";
      g_autoptr (GBytes) bytes = g_bytes_new_static (text, sizeof text - 1);

      return sutra_bijoy_dialog_new (bytes, "1998-03-26.txt", "UTF-8", "bijoy", 3, parent);
    }
  if (strcmp (wanted, "keys") == 0)
    {
      g_autoptr (GtkBuilder) builder = gtk_builder_new_from_resource ("/io/github/sutradhar/Sutradhar/help-overlay.ui");
      GtkWidget *overlay = GTK_WIDGET (gtk_builder_get_object (builder, "help_overlay"));

      gtk_window_set_transient_for (GTK_WINDOW (overlay), parent);
      return overlay;
    }
  return NULL;
}

static void
show (Dialogs *self, gconstpointer data)
{
  g_autoptr (GtkCssProvider) css = gtk_css_provider_new ();
  GtkWidget *dialog = make (self);

  g_assert_nonnull (dialog);
  gtk_css_provider_load_from_resource (css, "/io/github/sutradhar/Sutradhar/style.css");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (css),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  gtk_window_present (GTK_WINDOW (dialog));
  for (;;)
    g_main_context_iteration (NULL, TRUE);
}

int
main (int argc, char *argv[])
{
  dialogs_init (&argc, &argv);
  wanted = argc > 1 ? argv[1] : "tagset";
  if (argc > 2)
    adw_style_manager_set_color_scheme (adw_style_manager_get_default (), ADW_COLOR_SCHEME_FORCE_DARK);
  dialogs_add ("/demo", show);
  return g_test_run ();
}
