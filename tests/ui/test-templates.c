/* Every type with a template: it can be made, and goes when it is let go.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app-fixture.h"

#include "sutra-annotate-popover.h"
#include "sutra-article-row.h"
#include "sutra-bijoy-dialog.h"
#include "sutra-empty-page.h"
#include "sutra-encoding-dialog.h"
#include "sutra-entity-details.h"
#include "sutra-entity-entry.h"
#include "sutra-entity-line.h"
#include "sutra-entity-pane.h"
#include "sutra-export-dialog.h"
#include "sutra-find-bar.h"
#include "sutra-inspector.h"
#include "sutra-library-pane.h"
#include "sutra-map-card.h"
#include "sutra-map-members.h"
#include "sutra-map.h"
#include "sutra-mention-popover.h"
#include "sutra-mention-row.h"
#include "sutra-occurrences-dialog.h"
#include "sutra-operation-bar.h"
#include "sutra-preferences.h"
#include "sutra-result-list.h"
#include "sutra-result-row.h"
#include "sutra-source-dialog.h"
#include "sutra-source-strip.h"
#include "sutra-suggestion-bar.h"
#include "sutra-suggestion-popover.h"
#include "sutra-tagset-dialog.h"
#include "sutra-type-badge.h"
#include "sutra-type-delete-dialog.h"
#include "sutra-type-dialog.h"
#include "sutra-type-row.h"

typedef GType (*TypeFunc) (void);

static const TypeFunc types[] = {
  sutra_annotate_popover_get_type, sutra_article_page_get_type,       sutra_article_row_get_type,    sutra_bijoy_dialog_get_type,
  sutra_encoding_dialog_get_type,  sutra_entity_details_get_type,     sutra_entity_entry_get_type,   sutra_entity_line_get_type,
  sutra_entity_pane_get_type,      sutra_export_dialog_get_type,      sutra_find_bar_get_type,       sutra_inspector_get_type,
  sutra_library_pane_get_type,     sutra_mention_popover_get_type,    sutra_mention_row_get_type,    sutra_operation_bar_get_type,
  sutra_preferences_get_type,      sutra_occurrences_dialog_get_type, sutra_source_dialog_get_type,  sutra_source_strip_get_type,
  sutra_tagset_dialog_get_type,    sutra_type_badge_get_type,         sutra_type_dialog_get_type,    sutra_window_get_type,
  sutra_type_row_get_type,         sutra_type_delete_dialog_get_type, sutra_suggestion_bar_get_type, sutra_suggestion_popover_get_type,
  sutra_result_list_get_type,      sutra_result_row_get_type,         sutra_empty_page_get_type,     sutra_map_get_type,
  sutra_map_card_get_type,         sutra_map_members_get_type,
};

static void
test_instantiate (gconstpointer data)
{
  GType type = ((TypeFunc) data) ();
  GtkWidget *widget = g_object_new (type, NULL);

  if (GTK_IS_WINDOW (widget))
    {
      g_object_ref (widget);
      gtk_window_destroy (GTK_WINDOW (widget));
    }
  else
    g_object_ref_sink (widget);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (widget);
}

/* "SutraFindBar" → "sutra-find-bar.ui" */
static char *
ui_name (const char *type_name)
{
  GString *name = g_string_new (NULL);

  for (const char *p = type_name; *p != '\0'; p++)
    {
      if (g_ascii_isupper (*p) && p > type_name)
        g_string_append_c (name, '-');
      g_string_append_c (name, g_ascii_tolower (*p));
    }
  g_string_append (name, ".ui");
  return g_string_free (name, FALSE);
}

/* The list above is complete: each file of the resource belongs to a type in it. */
static void
test_all_listed (void)
{
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) files = g_resources_enumerate_children ("/io/github/sutradhar/Sutradhar/ui", 0, &error);
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  g_assert_no_error (error);
  for (gsize i = 0; i < G_N_ELEMENTS (types); i++)
    g_hash_table_add (known, ui_name (g_type_name (types[i]())));
  for (gsize i = 0; files[i] != NULL; i++)
    {
      g_test_message ("%s", files[i]);
      g_assert_true (g_hash_table_contains (known, files[i]));
    }
}

int
main (int argc, char *argv[])
{
  app_fixture_init (&argc, &argv);
  for (gsize i = 0; i < G_N_ELEMENTS (types); i++)
    {
      g_autofree char *path = g_strdup_printf ("/ui/templates/%s", g_type_name (types[i]()));

      g_test_add_data_func (path, (gconstpointer) types[i], test_instantiate);
    }
  g_test_add_func ("/ui/templates/all-listed", test_all_listed);
  return g_test_run ();
}
