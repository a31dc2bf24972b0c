/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "dialogs-fixture.h"

#include "sutra-tagset-dialog.h"
#include "sutra-type-delete-dialog.h"
#include "sutra-type-dialog.h"
#include "sutra-type-row.h"

static GtkWidget *
open_dialog (Dialogs *self)
{
  GtkWidget *dialog = sutra_tagset_dialog_new (self->the_case, GTK_WINDOW (self->parent));

  gtk_window_present (GTK_WINDOW (dialog));
  dialogs_settle ();
  return dialog;
}

static SutraTypeRow *
get_row (GtkWidget *dialog, const char *slug)
{
  GtkListBoxRow *row = NULL;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (dialogs_child (dialog, "list"), i)) != NULL; i++)
    {
      if (strcmp (sutra_entity_type_get_slug (sutra_type_row_get_entity_type (SUTRA_TYPE_ROW (row))), slug) == 0)
        return SUTRA_TYPE_ROW (row);
    }
  return NULL;
}

static void
activate (gpointer widget, const char *action)
{
  g_assert_true (gtk_widget_activate_action (widget, action, NULL));
}

static char *
dup_order (Dialogs *self)
{
  GListModel *tagset = G_LIST_MODEL (sutra_case_get_tagset (self->the_case));
  GString *order = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (tagset); i++)
    {
      g_autoptr (SutraEntityType) type = g_list_model_get_item (tagset, i);

      g_string_append_printf (order, "%s%s", i > 0 ? " " : "", sutra_entity_type_get_slug (type));
    }
  return g_string_free (order, FALSE);
}

static guint
count_types (Dialogs *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (sutra_case_get_tagset (self->the_case)));
}

static void
set_text (GtkWidget *dialog, const char *name, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (dialogs_child (dialog, name)), text);
}

static void
test_list (Dialogs *self, gconstpointer data)
{
  g_autofree char *order = dup_order (self);
  GtkWidget *dialog = NULL;

  dialogs_mark (self, "কামরুল হাসান", "person", TRUE);
  dialogs_mark (self, "রাষ্ট্রদূত", "person", FALSE);
  dialog = open_dialog (self);
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (get_row (dialog, "person"))), ==, "Person");
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (get_row (dialog, "person"))), ==, "2 mentions · 1 entity");
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (get_row (dialog, "topic"))), ==, "not used yet");
  g_assert_cmpstr (gtk_label_get_text (dialogs_child (GTK_WIDGET (get_row (dialog, "person")), "key")), ==, "P");

  /* The counts follow the case. */
  dialogs_mark (self, "চট্টগ্রামে", "place", FALSE);
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (get_row (dialog, "place"))), ==, "1 mention");

  /* Nothing was done here: what was done elsewhere is not undone from here. */
  g_assert_false (dialogs_can (dialog, "tagset.undo"));
  g_assert_cmpuint (dialogs_count_mentions (self, "place"), ==, 1);
  dialogs_close (dialog);
}

static void
test_add (Dialogs *self, gconstpointer data)
{
  GtkWidget *dialog = open_dialog (self);
  guint n = count_types (self);
  GtkWidget *editor = NULL;
  SutraEntityType *type = NULL;
  g_autofree char *slug = NULL;

  activate (dialog, "tagset.add");
  editor = dialogs_find_window (SUTRA_TYPE_TYPE_DIALOG);
  g_assert_nonnull (editor);
  /* Not yet anything to add, and no reproach for it. */
  g_assert_false (dialogs_can (editor, "type-dialog.save"));
  g_assert_false (gtk_revealer_get_reveal_child (dialogs_child (editor, "problem_revealer")));

  set_text (editor, "name", "Vessel");
  g_assert_cmpstr (gtk_editable_get_text (dialogs_child (editor, "badge")), ==, "V");
  g_assert_cmpstr (gtk_editable_get_text (dialogs_child (editor, "key")), ==, "v");
  /* Proposals stop where the user has written. */
  set_text (editor, "badge", "জা");
  set_text (editor, "name", "জাহাজ");
  g_assert_cmpstr (gtk_editable_get_text (dialogs_child (editor, "badge")), ==, "জা");
  g_assert_cmpstr (gtk_editable_get_text (dialogs_child (editor, "key")), ==, "জ");
  activate (editor, "type-dialog.save");
  dialogs_settle ();
  g_assert_null (dialogs_find_window (SUTRA_TYPE_TYPE_DIALOG));

  g_assert_cmpuint (count_types (self), ==, n + 1);
  type = sutra_tagset_get_by_shortcut (sutra_case_get_tagset (self->the_case), "জ");
  g_assert_cmpstr (sutra_entity_type_get_name (type), ==, "জাহাজ");
  g_assert_cmpstr (sutra_entity_type_get_badge (type), ==, "জা");
  g_assert_cmpint (sutra_entity_type_get_color (type)[0], ==, '#');
  slug = g_strdup (sutra_entity_type_get_slug (type));
  g_assert_nonnull (get_row (dialog, slug));

  activate (dialog, "tagset.undo");
  g_assert_cmpuint (count_types (self), ==, n);
  g_assert_null (get_row (dialog, slug));
  g_assert_false (dialogs_can (dialog, "tagset.undo"));
  activate (dialog, "tagset.redo");
  g_assert_cmpuint (count_types (self), ==, n + 1);
  dialogs_close (dialog);
}

static void
test_edit (Dialogs *self, gconstpointer data)
{
  GtkWidget *dialog = open_dialog (self);
  SutraEntityType *place = dialogs_type (self, "place");
  g_autofree char *color = g_strdup (sutra_entity_type_get_color (place));
  GtkWidget *editor = NULL;
  GdkRGBA red = { 1, 0, 0, 1 };

  activate (get_row (dialog, "place"), "type.edit");
  editor = dialogs_find_window (SUTRA_TYPE_TYPE_DIALOG);
  g_assert_cmpstr (gtk_editable_get_text (dialogs_child (editor, "name")), ==, "Place");
  g_assert_cmpstr (gtk_editable_get_text (dialogs_child (editor, "key")), ==, "l");

  set_text (editor, "name", "স্থান");
  set_text (editor, "badge", "কখগ");
  g_assert_cmpstr (gtk_label_get_text (dialogs_child (editor, "problem")), ==, "The badge is one or two letters.");
  /* A conjunct is one letter. */
  set_text (editor, "badge", "স্থ");
  g_assert_cmpstr (gtk_label_get_text (dialogs_child (editor, "problem")), ==, "");
  set_text (editor, "badge", "স");
  gtk_color_chooser_set_rgba (dialogs_child (editor, "color"), &red);
  set_text (editor, "key", "W");
  adw_combo_row_set_selected (dialogs_child (editor, "parent"), 1);
  gtk_switch_set_active (dialogs_child (editor, "names_entities"), FALSE);
  activate (editor, "type-dialog.save");
  dialogs_settle ();

  g_assert_cmpstr (sutra_entity_type_get_name (place), ==, "স্থান");
  g_assert_cmpstr (sutra_entity_type_get_badge (place), ==, "স");
  g_assert_cmpstr (sutra_entity_type_get_color (place), ==, "#ff0000");
  g_assert_cmpstr (sutra_entity_type_get_shortcut (place), ==, "w");
  g_assert_true (sutra_id_equal (sutra_entity_type_get_parent (place), sutra_entity_type_get_id (dialogs_type (self, "person"))));
  g_assert_false (sutra_entity_type_get_names_entities (place));
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (get_row (dialog, "place"))), ==, "Kind of “Person” · not used yet");

  /* All of it was one edit. */
  activate (dialog, "tagset.undo");
  g_assert_null (sutra_entity_type_get_name (place));
  g_assert_cmpstr (sutra_entity_type_get_color (place), ==, color);
  g_assert_cmpstr (sutra_entity_type_get_shortcut (place), ==, "l");
  g_assert_true (sutra_id_is_null (sutra_entity_type_get_parent (place)));
  g_assert_true (sutra_entity_type_get_names_entities (place));

  /* Saving without a change is no edit: there is nothing of it to undo. */
  activate (get_row (dialog, "place"), "type.edit");
  activate (dialogs_find_window (SUTRA_TYPE_TYPE_DIALOG), "type-dialog.save");
  dialogs_settle ();
  g_assert_false (dialogs_can (dialog, "tagset.undo"));
  g_assert_cmpint (sutra_article_get_deleted (self->article), ==, FALSE);
  dialogs_close (dialog);
}

/* Fields that cannot be: the dialog says so, cannot save, and can again once they are right. */
static void
test_problems (Dialogs *self, gconstpointer data)
{
  static const struct
  {
    const char *field, *text, *problem;
  } wrong[] = {
    { "key", "p", "“p” is the key of “Person” already." },
    { "key", "P", "“p” is the key of “Person” already." },
    { "key", "[", "The key “[” moves from mention to mention or moves their ends. Choose another one." },
    { "key", "ab", "The key is one letter or sign." },
    { "badge", "", "The badge is one or two letters." },
    { "badge", "abc", "The badge is one or two letters." },
    { "name", "0123456789012345678901234567890123456789012345678901234567890", "The name is longer than 60 characters." },
  };
  GtkWidget *dialog = open_dialog (self);
  GtkWidget *editor = NULL;

  activate (get_row (dialog, "topic"), "type.edit");
  editor = dialogs_find_window (SUTRA_TYPE_TYPE_DIALOG);
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autofree char *right = g_strdup (gtk_editable_get_text (dialogs_child (editor, wrong[i].field)));

      set_text (editor, wrong[i].field, wrong[i].text);
      g_assert_cmpstr (gtk_label_get_text (dialogs_child (editor, "problem")), ==, wrong[i].problem);
      g_assert_true (gtk_revealer_get_reveal_child (dialogs_child (editor, "problem_revealer")));
      g_assert_false (dialogs_can (editor, "type-dialog.save"));
      set_text (editor, wrong[i].field, right);
      g_assert_cmpstr (gtk_label_get_text (dialogs_child (editor, "problem")), ==, "");
    }
  /* A stock type may lose its own name: it has one in every language. */
  set_text (editor, "name", "");
  activate (editor, "type-dialog.save");
  dialogs_settle ();
  g_assert_null (sutra_entity_type_get_name (dialogs_type (self, "topic")));
  dialogs_close (dialog);
}

static void
test_move (Dialogs *self, gconstpointer data)
{
  GtkWidget *dialog = open_dialog (self);
  g_autofree char *before = dup_order (self);
  g_autofree char *after = NULL;
  g_autofree char *again = NULL;

  g_assert_true (g_str_has_prefix (before, "person organisation place"));
  activate (get_row (dialog, "person"), "type.move-up"); /* the first one stays */
  activate (get_row (dialog, "person"), "type.move-down");
  activate (get_row (dialog, "place"), "type.move-up");
  after = dup_order (self);
  g_assert_true (g_str_has_prefix (after, "organisation place person"));
  g_signal_emit_by_name (get_row (dialog, "organisation"), "wanted", (int) SUTRA_TYPE_WISH_MOVE_HERE, dialogs_type (self, "topic"));
  again = dup_order (self);
  g_assert_true (g_str_has_prefix (again, "topic organisation place person"));

  for (guint i = 0; i < 3; i++)
    activate (dialog, "tagset.undo");
  g_free (again);
  again = dup_order (self);
  g_assert_cmpstr (again, ==, before);
  g_assert_false (dialogs_can (dialog, "tagset.undo"));
  dialogs_close (dialog);
}

static GtkWidget *
ask_to_delete (GtkWidget *dialog, const char *slug)
{
  GtkWidget *question = NULL;

  activate (get_row (dialog, slug), "type.delete");
  question = dialogs_find_window (SUTRA_TYPE_TYPE_DELETE_DIALOG);
  g_assert_nonnull (question);
  dialogs_settle ();
  return question;
}

static void
test_delete (Dialogs *self, gconstpointer data)
{
  GtkWidget *dialog = NULL;
  GtkWidget *question = NULL;

  dialogs_mark (self, "ঢাকা থেকে", "place", TRUE);
  dialogs_mark (self, "চট্টগ্রামে", "place", FALSE);
  dialog = open_dialog (self);

  question = ask_to_delete (dialog, "place");
  g_assert_cmpstr (adw_message_dialog_get_body (ADW_MESSAGE_DIALOG (question)), ==,
                   "2 mentions and 1 entity have this type. What is to become of them?");
  dialogs_click (question, "Cancel");
  g_assert_cmpuint (dialogs_count_mentions (self, "place"), ==, 2);

  /* Replaced. */
  question = ask_to_delete (dialog, "place");
  sutra_type_delete_dialog_set_replacement (SUTRA_TYPE_DELETE_DIALOG (question),
                                            sutra_entity_type_get_id (dialogs_type (self, "facility")));
  dialogs_click (question, "Delete Type");
  g_assert_null (dialogs_type (self, "place"));
  g_assert_cmpuint (dialogs_count_mentions (self, "facility"), ==, 2);
  activate (dialog, "tagset.undo");
  g_assert_cmpuint (dialogs_count_mentions (self, "place"), ==, 2);
  g_assert_cmpuint (dialogs_count_mentions (self, "facility"), ==, 0);

  /* Deleted with its mentions. */
  question = ask_to_delete (dialog, "place");
  sutra_type_delete_dialog_set_replacement (SUTRA_TYPE_DELETE_DIALOG (question), NULL);
  dialogs_click (question, "Delete Type");
  g_assert_null (dialogs_type (self, "place"));
  g_assert_cmpuint (dialogs_count_mentions (self, "facility"), ==, 0);
  activate (dialog, "tagset.undo");
  g_assert_cmpuint (dialogs_count_mentions (self, "place"), ==, 2);

  /* One without mentions goes without a question; the last one stays. */
  activate (get_row (dialog, "topic"), "type.delete");
  g_assert_null (dialogs_find_window (SUTRA_TYPE_TYPE_DELETE_DIALOG));
  g_assert_null (dialogs_type (self, "topic"));
  while (count_types (self) > 2)
    {
      GListModel *tagset = G_LIST_MODEL (sutra_case_get_tagset (self->the_case));
      g_autoptr (SutraEntityType) first = g_list_model_get_item (tagset, 0);
      g_autoptr (SutraEntityType) second = g_list_model_get_item (tagset, 1);

      activate (get_row (dialog, sutra_entity_type_get_slug (first == dialogs_type (self, "place") ? second : first)), "type.delete");
    }
  question = ask_to_delete (dialog, "place");
  dialogs_click (question, "Delete Type");
  g_assert_cmpuint (count_types (self), ==, 1);
  {
    g_autofree char *order = dup_order (self);

    g_assert_false (dialogs_can (get_row (dialog, order), "type.delete"));
  }
  dialogs_close (dialog);
}

static void
test_read_only (Dialogs *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SutraCase) reader = sutra_case_open (sutra_case_get_path (self->the_case), TRUE, &error);
  GtkWidget *dialog = NULL;

  g_assert_no_error (error);
  dialog = sutra_tagset_dialog_new (reader, GTK_WINDOW (self->parent));
  g_assert_false (dialogs_can (dialog, "tagset.add"));
  g_assert_false (dialogs_can (dialog, "tagset.import"));
  g_assert_false (dialogs_can (get_row (dialog, "person"), "type.edit"));
  g_assert_false (dialogs_can (get_row (dialog, "person"), "type.delete"));
  g_assert_false (dialogs_can (get_row (dialog, "person"), "type.move-down"));
  gtk_window_present (GTK_WINDOW (dialog));
  dialogs_close (dialog);
}

int
main (int argc, char *argv[])
{
  dialogs_init (&argc, &argv);
  dialogs_add ("/dialogs/tagset/list", test_list);
  dialogs_add ("/dialogs/tagset/add", test_add);
  dialogs_add ("/dialogs/tagset/edit", test_edit);
  dialogs_add ("/dialogs/tagset/problems", test_problems);
  dialogs_add ("/dialogs/tagset/move", test_move);
  dialogs_add ("/dialogs/tagset/delete", test_delete);
  dialogs_add ("/dialogs/tagset/read-only", test_read_only);
  return g_test_run ();
}
