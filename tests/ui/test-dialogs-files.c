/* The dialogs that read and write files: the tagset's import and export, the export of articles, the file chooser.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "dialogs-fixture.h"

#include "sutra-export-dialog.h"
#include "sutra-file-choice.h"
#include "sutra-format-tagset.h"
#include "sutra-tagset-dialog.h"

typedef struct
{
  gboolean done;
  gboolean ok;
  GFile *file;
} Outcome;

static gboolean
is_done (gpointer data)
{
  return ((Outcome *) data)->done;
}

static void
done_cb (Outcome *outcome, gboolean ok)
{
  outcome->done = TRUE;
  outcome->ok = ok;
  if (!ok && dialogs_find_window (ADW_TYPE_MESSAGE_DIALOG) != NULL)
    g_test_message ("%s", adw_message_dialog_get_body (ADW_MESSAGE_DIALOG (dialogs_find_window (ADW_TYPE_MESSAGE_DIALOG))));
}

static char *
dup_tagset (Dialogs *self)
{
  g_autoptr (GPtrArray) specs = sutra_tagset_dup_specs (sutra_case_get_tagset (self->the_case));

  return sutra_tagset_to_json (specs);
}

static char *
read_file (Dialogs *self, const char *name)
{
  g_autofree char *path = dialogs_path (self, name);
  char *text = NULL;

  return g_file_get_contents (path, &text, NULL, NULL) ? text : NULL;
}

static GtkWidget *
open_tagset (Dialogs *self, Outcome *outcome)
{
  GtkWidget *dialog = sutra_tagset_dialog_new (self->the_case, GTK_WINDOW (self->parent));

  g_signal_connect_swapped (dialog, "done", G_CALLBACK (done_cb), outcome);
  gtk_window_present (GTK_WINDOW (dialog));
  dialogs_settle ();
  return dialog;
}

static gboolean
has_message (gpointer data)
{
  return dialogs_find_window (ADW_TYPE_MESSAGE_DIALOG) != NULL;
}

static void
dismiss (const char *label)
{
  dialogs_wait (has_message, NULL);
  dialogs_settle ();
  dialogs_click (dialogs_find_window (ADW_TYPE_MESSAGE_DIALOG), label);
}

/* Files that are no tagset: a message, and nothing is changed, so that there is nothing to undo. */
static void
test_import_wrong (Dialogs *self, gconstpointer data)
{
#define TYPE(slug, rest) "{\"slug\": \"" slug "\", \"color\": \"#1a5fb4\", \"badge\": \"A\", \"names_entities\": true" rest "}"
#define SET(types) "{\"format\": \"sutradhar-tagset\", \"version\": 1, \"types\": [" types "]}"
  static const char *const wrong[] = {
    "",
    "কোনো JSON নয়",
    "[]",
    "{}",
    "{\"format\": \"other\", \"version\": 1, \"types\": []}",
    SET (""),
    SET ("7"),
    SET ("{}"),
    SET (TYPE ("Has Space", "")),
    SET (TYPE ("a", "") ", " TYPE ("a", "")),
    SET (TYPE ("a", ", \"shortcut\": \"x\"") ", " TYPE ("b", ", \"shortcut\": \"x\"")),
    SET (TYPE ("a", ", \"parent\": \"gone\"")),
    SET (TYPE ("a", ", \"parent\": \"b\"") ", " TYPE ("b", ", \"parent\": \"a\"")),
    SET ("{\"slug\": \"a\", \"color\": \"red\", \"badge\": \"A\", \"names_entities\": true}"),
    SET ("{\"slug\": \"a\", \"color\": \"#1a5fb4\", \"badge\": 7, \"names_entities\": true}"),
    "{\"format\": \"sutradhar-tagset\", \"version\": 99, \"types\": [" TYPE ("a", "") "]}",
  };
  g_autofree char *before = dup_tagset (self);
  Outcome outcome = { 0 };
  GtkWidget *dialog = open_tagset (self, &outcome);
  g_autoptr (GFile) gone = NULL;
  g_autofree char *gone_path = dialogs_path (self, "gone.json");

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (GFile) file = dialogs_write (self, "wrong.json", wrong[i]);
      g_autofree char *after = NULL;

      outcome.done = FALSE;
      sutra_tagset_dialog_import_file (SUTRA_TAGSET_DIALOG (dialog), file);
      dialogs_wait (is_done, &outcome);
      if (outcome.ok)
        g_error ("imported: %s", wrong[i]);
      dismiss ("Close");
      after = dup_tagset (self);
      g_assert_cmpstr (after, ==, before);
    }
  gone = g_file_new_for_path (gone_path);
  outcome.done = FALSE;
  sutra_tagset_dialog_import_file (SUTRA_TAGSET_DIALOG (dialog), gone);
  dialogs_wait (is_done, &outcome);
  g_assert_false (outcome.ok);
  dismiss ("Close");
  g_assert_false (dialogs_can (dialog, "tagset.undo"));
  dialogs_close (dialog);
}

static void
test_round_trip (Dialogs *self, gconstpointer data)
{
  g_autofree char *before = dup_tagset (self);
  g_autofree char *path = dialogs_path (self, "tagset.json");
  g_autoptr (GFile) file = g_file_new_for_path (path);
  Outcome outcome = { 0 };
  GtkWidget *dialog = open_tagset (self, &outcome);
  g_autoptr (GError) error = NULL;
  g_autofree char *written = NULL;
  g_autofree char *after = NULL;
  g_autofree char *undone = NULL;
  g_autofree char *changed = NULL;

  sutra_tagset_dialog_export_file (SUTRA_TAGSET_DIALOG (dialog), file, FALSE);
  dialogs_wait (is_done, &outcome);
  g_assert_true (outcome.ok);
  written = read_file (self, "tagset.json");
  g_assert_cmpstr (written, ==, before);

  /* The same tagset again changes nothing: there is nothing to undo. */
  outcome.done = FALSE;
  sutra_tagset_dialog_import_file (SUTRA_TAGSET_DIALOG (dialog), file);
  dialogs_wait (is_done, &outcome);
  g_assert_true (outcome.ok);
  g_assert_false (dialogs_can (dialog, "tagset.undo"));

  g_assert_true (sutra_case_delete_type (self->the_case, sutra_entity_type_get_id (dialogs_type (self, "topic")), NULL, &error));
  g_assert_true (sutra_case_move_type (self->the_case, sutra_entity_type_get_id (dialogs_type (self, "place")), 0, &error));
  changed = dup_tagset (self);
  outcome.done = FALSE;
  sutra_tagset_dialog_import_file (SUTRA_TAGSET_DIALOG (dialog), file);
  dialogs_wait (is_done, &outcome);
  g_assert_true (outcome.ok);
  after = dup_tagset (self);
  g_assert_cmpstr (after, ==, before);

  /* One step. */
  g_assert_true (gtk_widget_activate_action (dialog, "tagset.undo", NULL));
  undone = dup_tagset (self);
  g_assert_cmpstr (undone, ==, changed);
  dialogs_close (dialog);
}

static void
test_export_asks (Dialogs *self, gconstpointer data)
{
  g_autoptr (GFile) file = dialogs_write (self, "mine.json", "mine");
  Outcome outcome = { 0 };
  GtkWidget *dialog = open_tagset (self, &outcome);
  g_autofree char *kept = NULL;
  g_autofree char *replaced = NULL;
  g_autofree char *nowhere_path = dialogs_path (self, "no/folder.json");
  g_autoptr (GFile) nowhere = g_file_new_for_path (nowhere_path);

  sutra_tagset_dialog_export_file (SUTRA_TAGSET_DIALOG (dialog), file, FALSE);
  dismiss ("Cancel");
  g_assert_true (outcome.done && !outcome.ok);
  kept = read_file (self, "mine.json");
  g_assert_cmpstr (kept, ==, "mine");

  outcome.done = FALSE;
  sutra_tagset_dialog_export_file (SUTRA_TAGSET_DIALOG (dialog), file, FALSE);
  dismiss ("Replace");
  dialogs_wait (is_done, &outcome);
  g_assert_true (outcome.ok);
  replaced = read_file (self, "mine.json");
  g_assert_true (g_str_has_prefix (replaced, "{"));

  outcome.done = FALSE;
  sutra_tagset_dialog_export_file (SUTRA_TAGSET_DIALOG (dialog), nowhere, FALSE);
  dialogs_wait (is_done, &outcome);
  g_assert_false (outcome.ok);
  dismiss ("Close");
  dialogs_close (dialog);
}

/* The dialog is closed while the thread reads: nothing happens any more. */
static void
test_import_closed (Dialogs *self, gconstpointer data)
{
  g_autofree char *before = dup_tagset (self);
  g_autofree char *after = NULL;
  g_autoptr (GFile) file = dialogs_write (self, "one.json", SET (TYPE ("a", "")));
  Outcome outcome = { 0 };
  GtkWidget *dialog = open_tagset (self, &outcome);

  sutra_tagset_dialog_import_file (SUTRA_TAGSET_DIALOG (dialog), file);
  dialogs_close (dialog);
  after = dup_tagset (self);
  g_assert_cmpstr (after, ==, before);
  g_assert_false (outcome.done);
}

/* ---- Export ---- */

static void
exported_cb (Outcome *outcome, GFile *file)
{
  outcome->done = TRUE;
  g_set_object (&outcome->file, file);
}

static GtkWidget *
open_export (Dialogs *self, SutraArticle *article, Outcome *outcome)
{
  GtkWidget *dialog = sutra_export_dialog_new (self->the_case, article, GTK_WINDOW (self->parent));

  g_signal_connect_swapped (dialog, "exported", G_CALLBACK (exported_cb), outcome);
  gtk_window_present (GTK_WINDOW (dialog));
  dialogs_settle ();
  return dialog;
}

static gboolean
is_gone (gpointer data)
{
  return *(gpointer *) data == NULL;
}

static gboolean
is_idle (gpointer data)
{
  return !sutra_export_dialog_is_busy (data);
}

static void
test_export (Dialogs *self, gconstpointer data)
{
  g_autoptr (GFile) file = dialogs_write (self, "report.html", "mine");
  Outcome outcome = { 0 };
  GtkWidget *dialog = NULL;
  g_autofree char *kept = NULL;
  g_autofree char *report = NULL;

  dialogs_mark (self, "কামরুল হাসান", "person", TRUE);
  dialog = open_export (self, self->article, &outcome);
  sutra_export_dialog_choose (SUTRA_EXPORT_DIALOG (dialog), "html", FALSE);

  /* It is there: asked, not replaced. */
  sutra_export_dialog_export_file (SUTRA_EXPORT_DIALOG (dialog), file, FALSE);
  g_assert_true (sutra_export_dialog_is_busy (SUTRA_EXPORT_DIALOG (dialog)));
  g_assert_false (dialogs_can (dialog, "export.choose-file"));
  dismiss ("Cancel");
  kept = read_file (self, "report.html");
  g_assert_cmpstr (kept, ==, "mine");
  g_assert_false (sutra_export_dialog_is_busy (SUTRA_EXPORT_DIALOG (dialog)));
  g_assert_false (outcome.done);

  sutra_export_dialog_export_file (SUTRA_EXPORT_DIALOG (dialog), file, FALSE);
  dismiss ("Replace");
  dialogs_wait (is_done, &outcome);
  g_assert_true (g_file_equal (outcome.file, file));
  report = read_file (self, "report.html");
  g_assert_nonnull (strstr (report, "কামরুল হাসান"));
  g_clear_object (&outcome.file);
  dialogs_settle ();
  g_assert_null (dialogs_find_window (SUTRA_TYPE_EXPORT_DIALOG));
}

/* Without an article: the whole case, in the format that was chosen. */
static void
test_export_case (Dialogs *self, gconstpointer data)
{
  g_autofree char *path = dialogs_path (self, "all.jsonld");
  g_autoptr (GFile) file = g_file_new_for_path (path);
  Outcome outcome = { 0 };
  GtkWidget *dialog = open_export (self, NULL, &outcome);
  g_autofree char *text = NULL;

  dialogs_mark (self, "কামরুল হাসান", "person", TRUE);
  g_assert_false (gtk_widget_get_visible (dialogs_child (dialog, "scopes")));
  sutra_export_dialog_choose (SUTRA_EXPORT_DIALOG (dialog), "w3c", TRUE);
  sutra_export_dialog_export_file (SUTRA_EXPORT_DIALOG (dialog), file, FALSE);
  dialogs_wait (is_done, &outcome);
  text = read_file (self, "all.jsonld");
  g_assert_nonnull (strstr (text, "TextPositionSelector"));
  g_clear_object (&outcome.file);
  dialogs_settle ();
}

/* Keeps the worker busy until it is cancelled, so that an export waits behind it. */
static void
wait_in_worker (GTask *task, SutraStore *store, gpointer task_data, GCancellable *cancellable)
{
  while (!g_cancellable_is_cancelled (cancellable))
    g_usleep (1000);
  g_task_return_boolean (task, TRUE);
}

static GCancellable *
block_worker (Dialogs *self)
{
  GCancellable *blocker = g_cancellable_new ();

  sutra_worker_run_async (sutra_case_get_jobs (self->the_case), G_PRIORITY_HIGH, wait_in_worker, NULL, NULL, blocker, NULL, NULL);
  return blocker;
}

/* Cancelled and closed before its turn: no file, no signal; a dialog that was cancelled can be used again. */
static void
test_export_cancel (Dialogs *self, gconstpointer data)
{
  g_autofree char *path = dialogs_path (self, "report.html");
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GCancellable) blocker = block_worker (self);
  Outcome outcome = { 0 };
  GtkWidget *dialog = open_export (self, self->article, &outcome);

  sutra_export_dialog_export_file (SUTRA_EXPORT_DIALOG (dialog), file, FALSE);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (dialogs_child (dialog, "stack")), ==, "writing");
  g_assert_cmpstr (gtk_label_get_text (dialogs_child (dialog, "writing")), ==, "Writing “report.html”…");
  g_assert_true (gtk_widget_activate_action (dialog, "export.cancel", NULL));
  g_cancellable_cancel (blocker);
  dialogs_wait (is_idle, dialog);
  g_assert_false (outcome.done);
  g_assert_false (g_file_query_exists (file, NULL));
  g_assert_true (dialogs_can (dialog, "export.choose-file"));

  g_object_unref (blocker);
  blocker = block_worker (self);
  sutra_export_dialog_export_file (SUTRA_EXPORT_DIALOG (dialog), file, FALSE);
  gtk_window_close (GTK_WINDOW (dialog));
  g_cancellable_cancel (blocker);
  g_object_add_weak_pointer (G_OBJECT (dialog), (gpointer *) &dialog);
  dialogs_wait (is_gone, &dialog);
  g_assert_false (outcome.done);
  g_assert_false (g_file_query_exists (file, NULL));
}

/* Cancelled at any moment: either the file is whole and the dialog says so, or there is none. */
static void
test_export_cancel_late (Dialogs *self, gconstpointer data)
{
  for (guint i = 0; i < 30; i++)
    {
      g_autofree char *name = g_strdup_printf ("report-%u.html", i);
      g_autofree char *path = dialogs_path (self, name);
      g_autoptr (GFile) file = g_file_new_for_path (path);
      g_autofree char *written = NULL;
      Outcome outcome = { 0 };
      GtkWidget *dialog = open_export (self, self->article, &outcome);

      sutra_export_dialog_export_file (SUTRA_EXPORT_DIALOG (dialog), file, FALSE);
      g_usleep ((gulong) g_test_rand_int_range (0, 3000));
      gtk_widget_activate_action (dialog, "export.cancel", NULL);
      g_object_ref (dialog);
      dialogs_wait (is_idle, dialog);
      g_object_unref (dialog);
      written = read_file (self, name);
      g_assert_cmpint (written != NULL, ==, outcome.done);
      g_assert_true (written == NULL || strstr (written, "</html>") != NULL);
      if (!outcome.done)
        dialogs_close (dialog);
      g_clear_object (&outcome.file);
      dialogs_settle ();
    }
}

static void
test_export_fails (Dialogs *self, gconstpointer data)
{
  g_autofree char *nowhere_path = dialogs_path (self, "no/report.html");
  g_autoptr (GFile) nowhere = g_file_new_for_path (nowhere_path);
  g_autoptr (GFile) remote = g_file_new_for_uri ("sftp://example.org/report.html");
  Outcome outcome = { 0 };
  GtkWidget *dialog = open_export (self, self->article, &outcome);

  sutra_export_dialog_export_file (SUTRA_EXPORT_DIALOG (dialog), nowhere, FALSE);
  dismiss ("Close");
  sutra_export_dialog_export_file (SUTRA_EXPORT_DIALOG (dialog), remote, FALSE);
  dismiss ("Close");
  g_assert_false (outcome.done);
  dialogs_close (dialog);
}

/* ---- The chooser ---- */

typedef struct
{
  gboolean done;
  gboolean replace;
  GFile *file;
  GError *error;
} Choice;

static void
chosen_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Choice *choice = data;

  choice->file = sutra_file_choice_finish (result, &choice->replace, &choice->error);
  choice->done = TRUE;
}

static gboolean
has_chosen (gpointer data)
{
  return ((Choice *) data)->done;
}

static gboolean
has_chooser (gpointer data)
{
  return dialogs_find_window (GTK_TYPE_FILE_CHOOSER_DIALOG) != NULL;
}

static GtkWidget *
wait_for_chooser (void)
{
  dialogs_wait (has_chooser, NULL);
  dialogs_settle ();
  return dialogs_find_window (GTK_TYPE_FILE_CHOOSER_DIALOG);
}

static void
test_choice (Dialogs *self, gconstpointer data)
{
  Choice choice = { 0 };

  sutra_file_choice_open_async (GTK_WINDOW (self->parent), "Open", "Tagsets", "*.json", chosen_cb, &choice);
  gtk_dialog_response (GTK_DIALOG (wait_for_chooser ()), GTK_RESPONSE_CANCEL);
  dialogs_wait (has_chosen, &choice);
  g_assert_null (choice.file);
  g_assert_error (choice.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&choice.error);
  dialogs_settle ();
  g_assert_null (dialogs_find_window (GTK_TYPE_FILE_CHOOSER_DIALOG));
}

static gboolean
is_asked (gpointer data)
{
  return dialogs_find_window (GTK_TYPE_MESSAGE_DIALOG) != NULL;
}

/* That the chooser asks before it gives a file that is there is GTK's: what "replace" relies on. */
static void
test_choice_asks (Dialogs *self, gconstpointer data)
{
  g_autoptr (GFile) there = dialogs_write (self, "there.html", "mine");
  g_autoptr (GFile) folder = g_file_get_parent (there);
  g_autoptr (GError) error = NULL;
  Choice choice = { 0 };
  GtkWidget *chooser = NULL;

  sutra_file_choice_save_async (GTK_WINDOW (self->parent), "Export", "there.html", chosen_cb, &choice);
  chooser = wait_for_chooser ();
  g_assert_true (gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (chooser), folder, &error));
  for (guint i = 0; i < 100; i++)
    {
      dialogs_settle ();
      g_usleep (2000);
    }
  gtk_widget_activate (gtk_dialog_get_widget_for_response (GTK_DIALOG (chooser), GTK_RESPONSE_ACCEPT));
  dialogs_wait (is_asked, NULL);
  g_assert_false (choice.done);
  gtk_dialog_response (GTK_DIALOG (dialogs_find_window (GTK_TYPE_MESSAGE_DIALOG)), GTK_RESPONSE_ACCEPT);
  dialogs_wait (has_chosen, &choice);
  g_assert_no_error (choice.error);
  g_assert_true (g_file_equal (choice.file, there));
  g_assert_true (choice.replace);
  g_clear_object (&choice.file);
  dialogs_settle ();
}

int
main (int argc, char *argv[])
{
  dialogs_init (&argc, &argv);
  dialogs_add ("/dialogs/tagset/import-wrong", test_import_wrong);
  dialogs_add ("/dialogs/tagset/round-trip", test_round_trip);
  dialogs_add ("/dialogs/tagset/export-asks", test_export_asks);
  dialogs_add ("/dialogs/tagset/import-closed", test_import_closed);
  dialogs_add ("/dialogs/export/article", test_export);
  dialogs_add ("/dialogs/export/case", test_export_case);
  dialogs_add ("/dialogs/export/cancel", test_export_cancel);
  dialogs_add ("/dialogs/export/cancel-late", test_export_cancel_late);
  dialogs_add ("/dialogs/export/fails", test_export_fails);
  dialogs_add ("/dialogs/file-choice/cancel", test_choice);
  dialogs_add ("/dialogs/file-choice/asks", test_choice_asks);
  return g_test_run ();
}
