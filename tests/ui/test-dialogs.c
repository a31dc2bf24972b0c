/* The dialogs that only ask: encoding, occurrences, preferences; and the list of keys.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "dialogs-fixture.h"

#include "sutra-application.h"
#include "sutra-encoding-dialog.h"
#include "sutra-font-list.h"
#include "sutra-occurrence-item.h"
#include "sutra-occurrences-dialog.h"
#include "sutra-preferences.h"

/* ---- Encoding ---- */

static gboolean
has_preview (gpointer data)
{
  g_autofree char *preview = sutra_encoding_dialog_dup_preview (data);

  return preview != NULL;
}

static char *
wait_for_preview (GtkWidget *dialog)
{
  dialogs_wait (has_preview, dialog);
  return sutra_encoding_dialog_dup_preview (SUTRA_ENCODING_DIALOG (dialog));
}

static void
chosen_cb (char **chosen, const char *encoding)
{
  g_assert_null (*chosen);
  *chosen = g_strdup (encoding);
}

static GtkWidget *
open_encoding (Dialogs *self, const char *bytes, gsize n, char **chosen)
{
  g_autoptr (GBytes) all = g_bytes_new (bytes, n);
  GtkWidget *dialog = sutra_encoding_dialog_new (all, "menu.txt", GTK_WINDOW (self->parent));

  g_signal_connect_swapped (dialog, "chosen", G_CALLBACK (chosen_cb), chosen);
  gtk_window_present (GTK_WINDOW (dialog));
  return dialog;
}

static void
test_encoding (Dialogs *self, gconstpointer data)
{
  static const char bytes[] = "Caf\xe9 \x80 125"; /* windows-1252; of an even length, so that UTF-16 fits too */
  g_autofree char *chosen = NULL;
  GtkWidget *dialog = open_encoding (self, bytes, 10, &chosen);
  g_autofree char *first = wait_for_preview (dialog);
  g_autofree char *reason = NULL;
  g_autofree char *other = NULL;
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (dialogs_child (dialog, "view"));
  g_autofree char *shown = NULL;

  g_assert_cmpstr (first, ==, "Café € 125");
  g_object_get (buffer, "text", &shown, NULL);
  g_assert_cmpstr (shown, ==, first);
  g_assert_true (dialogs_can (dialog, "encoding.open"));

  /* Not in this one: it says why, and cannot be opened. */
  sutra_encoding_dialog_select (SUTRA_ENCODING_DIALOG (dialog), "UTF-8");
  reason = wait_for_preview (dialog);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (dialogs_child (dialog, "stack")), ==, "reason");
  g_assert_cmpstr (gtk_label_get_text (dialogs_child (dialog, "reason")), ==, reason);
  g_assert_nonnull (strstr (reason, "UTF-8"));
  g_assert_false (dialogs_can (dialog, "encoding.open"));
  gtk_widget_activate_action (dialog, "encoding.open", NULL);
  g_assert_null (chosen);

  sutra_encoding_dialog_select (SUTRA_ENCODING_DIALOG (dialog), "windows-1251");
  other = wait_for_preview (dialog);
  g_assert_cmpstr (other, ==, "Cafй Ђ 125");
  g_assert_true (gtk_widget_activate_action (dialog, "encoding.open", NULL));
  g_assert_cmpstr (chosen, ==, "windows-1251");
  dialogs_settle ();
  g_assert_null (dialogs_find_window (SUTRA_TYPE_ENCODING_DIALOG));
}

/* What is recognised is selected; a long text is cut at 40 lines. */
static void
test_encoding_recognised (Dialogs *self, gconstpointer data)
{
  g_autoptr (GString) lines = g_string_new (NULL);
  g_autofree char *chosen = NULL;
  GtkWidget *dialog = NULL;
  g_autofree char *preview = NULL;
  g_auto (GStrv) parts = NULL;

  for (guint i = 0; i < 5000; i++)
    g_string_append (lines, "🙂 রাষ্ট্রদূত\n");
  dialog = open_encoding (self, lines->str, lines->len, &chosen);
  preview = wait_for_preview (dialog);
  parts = g_strsplit (preview, "\n", -1);
  g_assert_cmpuint (g_strv_length (parts), ==, 41);
  g_assert_cmpstr (parts[39], ==, "🙂 রাষ্ট্রদূত");
  g_assert_true (gtk_widget_activate_action (dialog, "encoding.open", NULL));
  g_assert_cmpstr (chosen, ==, "UTF-8");
  dialogs_settle ();
}

/* Closed while it still tries: nothing is chosen. No encoding fits: nothing can be. */
static void
test_encoding_closed (Dialogs *self, gconstpointer data)
{
  g_autofree char *chosen = NULL;
  GtkWidget *dialog = open_encoding (self, "Caf\xe9", 4, &chosen);
  g_autofree char *reason = NULL;

  dialogs_close (dialog);
  g_assert_null (chosen);
  dialog = open_encoding (self,
                          "\x7f"
                          "ELF\0\0\0\0\0\0\0\1",
                          12, &chosen);
  reason = wait_for_preview (dialog);
  g_assert_false (dialogs_can (dialog, "encoding.open"));
  dialogs_close (dialog);
  g_assert_null (chosen);
}

/* ---- Occurrences ---- */

static void
accepted_cb (GArray **copy, GArray *accepted)
{
  g_assert_null (*copy);
  *copy = g_array_copy (accepted);
}

static GListModel *
get_items (GtkWidget *dialog)
{
  GtkNoSelection *selection = GTK_NO_SELECTION (gtk_list_view_get_model (dialogs_child (dialog, "list")));

  return gtk_no_selection_get_model (selection);
}

static void
tick (GtkWidget *dialog, guint position, gboolean ticked)
{
  g_autoptr (SutraOccurrenceItem) item = g_list_model_get_item (get_items (dialog), position);

  sutra_occurrence_item_set_ticked (item, ticked);
}

static gboolean
is_ticked (GtkWidget *dialog, guint position)
{
  g_autoptr (SutraOccurrenceItem) item = g_list_model_get_item (get_items (dialog), position);

  return sutra_occurrence_item_get_ticked (item);
}

static GtkWidget *
open_occurrences (Dialogs *self, GArray **accepted)
{
  const SutraOccurrence found[] = { { 2, 8, 6, 0, TRUE }, { 38, 42, 42, 0, FALSE }, { 44, 48, 48, 0, TRUE }, { 52, 56, 56, 0, FALSE } };
  g_autoptr (GArray) occurrences = g_array_new (FALSE, FALSE, sizeof (SutraOccurrence));
  g_autoptr (GError) error = NULL;
  GtkWidget *dialog = NULL;

  g_array_append_vals (occurrences, found, G_N_ELEMENTS (found));
  dialog = sutra_occurrences_dialog_new (self->article, occurrences, "<ঢাকা>", GTK_WINDOW (self->parent), &error);
  g_assert_no_error (error);
  g_signal_connect_swapped (dialog, "accepted", G_CALLBACK (accepted_cb), accepted);
  gtk_window_present (GTK_WINDOW (dialog));
  dialogs_settle ();
  return dialog;
}

static void
test_occurrences (Dialogs *self, gconstpointer data)
{
  g_autoptr (GArray) accepted = NULL;
  GtkWidget *dialog = open_occurrences (self, &accepted);

  /* Heading, two sure ones, heading, two doubtful ones. */
  g_assert_cmpuint (g_list_model_get_n_items (get_items (dialog)), ==, 6);
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (dialog)), ==, "All occurrences of “<ঢাকা>”");
  for (guint i = 0; i < 6; i++)
    g_assert_cmpint (is_ticked (dialog, i), ==, i < 3);
  g_assert_cmpstr (gtk_button_get_label (dialogs_child (dialog, "accept")), ==, "Mark 2");

  tick (dialog, 1, FALSE);
  g_assert_false (is_ticked (dialog, 0)); /* not all of its group any more */
  tick (dialog, 3, TRUE);                 /* the heading: its whole group */
  g_assert_true (is_ticked (dialog, 4) && is_ticked (dialog, 5));
  tick (dialog, 5, FALSE);
  g_assert_false (is_ticked (dialog, 3));
  g_assert_cmpstr (adw_window_title_get_subtitle (dialogs_child (dialog, "window_title")), ==, "2 of 4 chosen");

  g_assert_true (gtk_widget_activate_action (dialog, "occurrences.accept", NULL));
  g_assert_cmpuint (accepted->len, ==, 2);
  g_assert_cmpuint (g_array_index (accepted, SutraOccurrence, 0).start, ==, 38);
  g_assert_cmpuint (g_array_index (accepted, SutraOccurrence, 1).start, ==, 44);
  dialogs_settle ();
  g_assert_null (dialogs_find_window (SUTRA_TYPE_OCCURRENCES_DIALOG));
}

static void
test_occurrences_none (Dialogs *self, gconstpointer data)
{
  g_autoptr (GArray) accepted = NULL;
  GtkWidget *dialog = open_occurrences (self, &accepted);

  tick (dialog, 0, FALSE);
  g_assert_false (dialogs_can (dialog, "occurrences.accept"));
  dialogs_close (dialog);
  g_assert_null (accepted);
}

static guint
count_children (GtkWidget *widget)
{
  guint n = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    n++;
  return n;
}

/* The text of the labels in the row at @position, "label|caption" (a hidden caption is ""). */
static char *
row_text (GtkWidget *dialog, guint position)
{
  GtkWidget *row = gtk_widget_get_first_child (dialogs_child (dialog, "list"));
  GtkWidget *label, *caption;

  while (position-- > 0)
    row = gtk_widget_get_next_sibling (row);
  label = gtk_widget_get_first_child (gtk_widget_get_last_child (gtk_widget_get_first_child (row)));
  caption = gtk_widget_get_next_sibling (label);
  return g_strjoin ("|", gtk_label_get_text (GTK_LABEL (label)),
                    gtk_widget_get_visible (caption) ? gtk_label_get_text (GTK_LABEL (caption)) : "", NULL);
}

static void
assert_row (GtkWidget *dialog, guint position, const char *expected)
{
  g_autofree char *got = row_text (dialog, position);

  if (g_strstr_len (got, -1, expected) == NULL)
    g_test_message ("%s lacks %s", got, expected);
  g_assert_nonnull (g_strstr_len (got, -1, expected));
}

/* Groups under their own headings with the forms in them; Space goes to the row that has the focus, Return marks. */
static void
test_occurrences_keys (Dialogs *self, gconstpointer data)
{
  g_autoptr (GArray) accepted = NULL;
  GtkWidget *dialog = open_occurrences (self, &accepted);
  GtkWidget *list = dialogs_child (dialog, "list");
  GtkWidget *focus = NULL;
  gboolean mixed;
  g_autoptr (SutraOccurrenceItem) heading = g_list_model_get_item (get_items (dialog), 0);

  assert_row (dialog, 0, "Certain|");
  assert_row (dialog, 0, "ঢাকায়");
  assert_row (dialog, 1, "🙂 ঢাকায় বৈঠক|");
  assert_row (dialog, 3, "Less certain|");
  assert_row (dialog, 4, "|Perhaps another name for it");

  focus = gtk_root_get_focus (GTK_ROOT (dialog));
  g_assert_nonnull (focus);
  g_assert_true (gtk_widget_is_ancestor (focus, list));
  g_assert_true (gtk_widget_activate_action (dialog, "occurrences.toggle", NULL));
  for (guint i = 0; i < 6; i++)
    g_assert_false (is_ticked (dialog, i));
  /* Nothing is ticked: Return does nothing, and not to the row either. */
  g_assert_true (gtk_widget_activate_action (dialog, "occurrences.enter", NULL));
  g_assert_null (accepted);
  g_assert_false (is_ticked (dialog, 0));

  gtk_widget_grab_focus (gtk_widget_get_next_sibling (gtk_widget_get_first_child (list)));
  g_assert_true (gtk_widget_activate_action (dialog, "occurrences.toggle", NULL));
  g_assert_true (is_ticked (dialog, 1));
  g_assert_false (is_ticked (dialog, 0));
  g_object_get (heading, "mixed", &mixed, NULL);
  g_assert_true (mixed);
  g_assert_true (gtk_widget_activate_action (dialog, "occurrences.enter", NULL));
  g_assert_cmpuint (accepted->len, ==, 1);
  dialogs_settle ();
  g_assert_null (dialogs_find_window (SUTRA_TYPE_OCCURRENCES_DIALOG));
}

/* Thousands of rows: widgets for those in view only. */
static void
test_occurrences_many (Dialogs *self, gconstpointer data)
{
  g_autoptr (GArray) occurrences = g_array_new (FALSE, FALSE, sizeof (SutraOccurrence));
  g_autoptr (GArray) accepted = NULL;
  g_autoptr (GError) error = NULL;
  GtkWidget *dialog = NULL;

  for (guint i = 0; i < 20000; i++)
    {
      SutraOccurrence occurrence = { 2, 8, 6, 0, i % 2 == 0 };

      g_array_append_val (occurrences, occurrence);
    }
  dialog = sutra_occurrences_dialog_new (self->article, occurrences, "ঢাকা", GTK_WINDOW (self->parent), &error);
  g_assert_no_error (error);
  g_signal_connect_swapped (dialog, "accepted", G_CALLBACK (accepted_cb), &accepted);
  gtk_window_present (GTK_WINDOW (dialog));
  dialogs_settle ();
  g_assert_cmpuint (count_children (dialogs_child (dialog, "list")), <, 1000);
  assert_row (dialog, 0, "ঢাকায় ×10000");
  tick (dialog, 10001, TRUE);
  tick (dialog, 0, FALSE);
  g_assert_true (gtk_widget_activate_action (dialog, "occurrences.accept", NULL));
  g_assert_cmpuint (accepted->len, ==, 10000);
  dialogs_settle ();
}

/* ---- Preferences ---- */

static gboolean
is_complete (gpointer data)
{
  return sutra_font_list_is_complete (data);
}

static void
test_preferences (Dialogs *self, gconstpointer data)
{
  g_autoptr (GSettings) settings = g_settings_new (SUTRA_APP_ID);
  GtkWidget *dialog = NULL;
  AdwComboRow *font = NULL;
  g_autofree char *set = NULL;
  g_autofree char *author = NULL;

  g_settings_set_string (settings, "article-font", "No Such Family 14");
  dialog = sutra_preferences_new (settings, GTK_WINDOW (self->parent));
  gtk_window_present (GTK_WINDOW (dialog));
  font = dialogs_child (dialog, "font");
  /* What is set is shown, installed or not, and stays while others come in. */
  g_assert_cmpstr (gtk_string_object_get_string (adw_combo_row_get_selected_item (font)), ==, "No Such Family");
  dialogs_wait (is_complete, adw_combo_row_get_model (font));
  dialogs_settle ();
  g_assert_cmpstr (gtk_string_object_get_string (adw_combo_row_get_selected_item (font)), ==, "No Such Family");
  set = g_settings_get_string (settings, "article-font");
  g_assert_cmpstr (set, ==, "No Such Family 14");

  adw_combo_row_set_selected (font, 0);
  g_free (set);
  set = g_settings_get_string (settings, "article-font");
  g_assert_cmpstr (set, ==, "");
  g_settings_set_string (settings, "article-font", "Other 24");
  g_assert_cmpstr (gtk_string_object_get_string (adw_combo_row_get_selected_item (font)), ==, "Other");

  gtk_spin_button_set_value (dialogs_child (dialog, "scale"), 250);
  g_assert_cmpint (g_settings_get_int (settings, "text-scale"), ==, 250);
  g_settings_set_int (settings, "text-scale", 50);
  g_assert_cmpint (gtk_spin_button_get_value_as_int (dialogs_child (dialog, "scale")), ==, 50);

  adw_combo_row_set_selected (dialogs_child (dialog, "scheme"), 2);
  g_assert_cmpint (g_settings_get_enum (settings, "color-scheme"), ==, 2);
  g_settings_set_string (settings, "color-scheme", "light");
  g_assert_cmpuint (adw_combo_row_get_selected (dialogs_child (dialog, "scheme")), ==, 1);

  gtk_editable_set_text (dialogs_child (dialog, "author"), "শিরিন");
  author = g_settings_get_string (settings, "annotator-name");
  g_assert_cmpstr (author, ==, "শিরিন");
  dialogs_close (dialog);
}

/* The families listed are exactly those that have the letters, in order, once. */
static void
test_fonts (Dialogs *self, gconstpointer data)
{
  PangoContext *context = gtk_widget_get_pango_context (self->parent);
  g_autoptr (SutraFontList) fonts = sutra_font_list_new (context);
  g_autofree PangoFontFamily **families = NULL;
  g_autofree char *previous = NULL;
  int n = 0;
  guint expected = 1;

  dialogs_wait (is_complete, fonts);
  pango_context_list_families (context, &families, &n);
  for (int i = 0; i < n; i++)
    expected += sutra_font_list_covers_bengali (context, families[i]) ? 1 : 0;
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fonts)), ==, expected);
  for (guint i = 1; i < expected; i++)
    {
      g_autoptr (GtkStringObject) item = g_list_model_get_item (G_LIST_MODEL (fonts), i);

      g_assert_cmpstr (gtk_string_object_get_string (item), !=, "DejaVu Sans Mono");
      if (previous != NULL)
        g_assert_cmpint (g_utf8_collate (previous, gtk_string_object_get_string (item)), <=, 0);
      g_free (previous);
      previous = g_strdup (gtk_string_object_get_string (item));
    }
  g_assert_cmpuint (sutra_font_list_ensure (fonts, ""), ==, 0);
}

/* ---- Keys ---- */

/* All keys that the list shows, "<Control>o" and the like. */
static GHashTable *
read_keys (void)
{
  g_autoptr (GtkBuilder) builder = gtk_builder_new_from_resource ("/io/github/sutradhar/Sutradhar/help-overlay.ui");
  g_autoptr (GSList) objects = gtk_builder_get_objects (builder);
  GHashTable *keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (GSList *l = objects; l != NULL; l = l->next)
    {
      g_autofree char *text = NULL;
      g_auto (GStrv) parts = NULL;

      if (!GTK_IS_SHORTCUTS_SHORTCUT (l->data))
        continue;
      g_object_get (l->data, "accelerator", &text, NULL);
      parts = g_strsplit (text, " ", -1);
      for (guint i = 0; parts[i] != NULL; i++)
        {
          guint key;
          GdkModifierType modifiers;

          if (strstr (parts[i], "...") != NULL)
            continue;
          g_assert_true (gtk_accelerator_parse (parts[i], &key, &modifiers));
          g_hash_table_add (keys, gtk_accelerator_name (key, modifiers));
        }
    }
  gtk_window_destroy (GTK_WINDOW (gtk_builder_get_object (builder, "help_overlay")));
  return keys;
}

static void
test_keys (Dialogs *self, gconstpointer data)
{
  g_autoptr (GHashTable) keys = read_keys ();
  g_autoptr (SutraApplication) application = sutra_application_new (G_APPLICATION_NON_UNIQUE);
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) actions = NULL;
  guint n = 0;

  g_assert_true (g_application_register (G_APPLICATION (application), NULL, &error));
  actions = gtk_application_list_action_descriptions (GTK_APPLICATION (application));
  for (guint i = 0; actions[i] != NULL; i++)
    {
      g_auto (GStrv) accels = gtk_application_get_accels_for_action (GTK_APPLICATION (application), actions[i]);

      n++;
      if (!g_hash_table_contains (keys, accels[0]))
        g_error ("%s: its key %s is not in ui/help-overlay.ui", actions[i], accels[0]);
    }
  g_assert_cmpuint (n, >, 20);
}

/* The list of keys fits on a screen of 1024 pixels, whichever section is shown. */
static void
test_keys_width (Dialogs *self, gconstpointer data)
{
  const char *sections[] = { "annotating", "reading", "program" };
  g_autoptr (GtkBuilder) builder = gtk_builder_new_from_resource ("/io/github/sutradhar/Sutradhar/help-overlay.ui");
  GtkWidget *window = GTK_WIDGET (gtk_builder_get_object (builder, "help_overlay"));

  for (guint i = 0; i < G_N_ELEMENTS (sections); i++)
    {
      g_autofree char *shown = NULL;
      int width;

      g_object_set (window, "section-name", sections[i], NULL);
      g_object_get (window, "section-name", &shown, NULL);
      g_assert_cmpstr (shown, ==, sections[i]);
      gtk_window_present (GTK_WINDOW (window));
      gtk_widget_measure (window, GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL, NULL);
      g_assert_cmpint (width, >, 400);
      g_assert_cmpint (width, <=, 1024);
    }
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char *argv[])
{
  dialogs_init (&argc, &argv);
  dialogs_add ("/dialogs/encoding/choose", test_encoding);
  dialogs_add ("/dialogs/encoding/recognised", test_encoding_recognised);
  dialogs_add ("/dialogs/encoding/closed", test_encoding_closed);
  dialogs_add ("/dialogs/occurrences/ticked", test_occurrences);
  dialogs_add ("/dialogs/occurrences/none", test_occurrences_none);
  dialogs_add ("/dialogs/occurrences/keys", test_occurrences_keys);
  dialogs_add ("/dialogs/occurrences/many", test_occurrences_many);
  dialogs_add ("/dialogs/preferences/settings", test_preferences);
  dialogs_add ("/dialogs/preferences/fonts", test_fonts);
  dialogs_add ("/dialogs/keys/listed", test_keys);
  dialogs_add ("/dialogs/keys/width", test_keys_width);
  return g_test_run ();
}
