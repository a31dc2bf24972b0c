/* The window, driven by its actions: what a person does first, and what must not hurt.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app-fixture.h"

#include "sutra-annotate-popover.h"
#include "sutra-encoding-dialog.h"
#include "sutra-entity-line.h"
#include "sutra-entity-list.h"
#include "sutra-entity-pane.h"
#include "sutra-find-bar.h"
#include "sutra-library-pane.h"
#include "sutra-mention-popover.h"
#include "sutra-occurrences-dialog.h"

#include <glib/gstdio.h>

static void
activate (App *app, const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (app->window), action, NULL));
}

static void
mark (App *app, const char *words, const char *key)
{
  app_select (app, words);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (sutra_window_get_page (app->window)), "page.mark", "s", key));
}

static GListModel *
entity_rows (App *app)
{
  GtkWidget *pane = app_find (GTK_WIDGET (app->window), SUTRA_TYPE_ENTITY_PANE);

  return G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (app_find (pane, GTK_TYPE_LIST_VIEW))));
}

typedef struct
{
  GListModel *model;
  guint n;
} Expected;

static gboolean
has_rows (gpointer data)
{
  Expected *expected = data;

  return g_list_model_get_n_items (expected->model) == expected->n;
}

static void
wait_rows (App *app, guint n)
{
  Expected expected = { entity_rows (app), n };

  app_wait (has_rows, &expected);
}

static void
test_first_start (void)
{
  App app;

  app_start (&app, FALSE);
  g_assert_cmpstr (sutra_case_get_name (sutra_window_get_case (app.window)), ==, "My Desk");
  g_assert_null (sutra_window_get_article (app.window));
  g_assert_null (app_get_message ());
  app_stop (&app);
}

/* The list of keys is built when it is asked for, each time anew, and belongs to the window. */
static void
test_keys (void)
{
  App app;

  app_start (&app, FALSE);
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GtkWindow) overlay = NULL;

      g_assert_cmpuint (g_list_model_get_n_items (gtk_window_get_toplevels ()), ==, 1);
      activate (&app, "win.show-help-overlay");
      g_assert_cmpuint (g_list_model_get_n_items (gtk_window_get_toplevels ()), ==, 2);
      overlay = g_list_model_get_item (gtk_window_get_toplevels (), 0);
      if (!GTK_IS_SHORTCUTS_WINDOW (overlay))
        {
          g_object_unref (overlay);
          overlay = g_list_model_get_item (gtk_window_get_toplevels (), 1);
        }
      g_assert_true (GTK_IS_SHORTCUTS_WINDOW (overlay));
      g_assert_true (gtk_window_get_transient_for (overlay) == GTK_WINDOW (app.window));
      app_settle ();
      gtk_window_close (overlay);
      app_settle ();
    }
  app_stop (&app);
}

static void
test_annotate (void)
{
  App app;
  g_autoptr (SutraEntityRow) header = NULL;
  g_autoptr (SutraEntityRow) row = NULL;

  app_start (&app, FALSE);
  app_open_sample (&app);
  g_assert_cmpstr (sutra_article_get_title (sutra_window_get_article (app.window)), ==,
                   "🙂 নদীবন্দর নিয়ে ত্রিপক্ষীয় বৈঠক");

  mark (&app, "নেপাল ও", "l");
  g_assert_cmpuint (app_count_mentions (&app), ==, 1);
  mark (&app, "সুলতানা রহমান", "p");
  mark (&app, "নেপালের", "l");
  g_assert_cmpuint (app_count_mentions (&app), ==, 3);
  wait_rows (&app, 5);
  header = g_list_model_get_item (entity_rows (&app), 0);
  g_assert_cmpint (sutra_entity_row_get_kind (header), ==, SUTRA_ENTITY_ROW_TYPE);

  /* Undo and redo, one step each. */
  activate (&app, "win.undo");
  g_assert_cmpuint (app_count_mentions (&app), ==, 2);
  activate (&app, "win.undo");
  activate (&app, "win.undo");
  g_assert_cmpuint (app_count_mentions (&app), ==, 0);
  wait_rows (&app, 0);
  activate (&app, "win.redo");
  g_assert_cmpuint (app_count_mentions (&app), ==, 1);
  wait_rows (&app, 2);
  app_stop (&app);
}

static void
test_restart (void)
{
  App app;

  app_start (&app, FALSE);
  app_open_sample (&app);
  mark (&app, "চট্টগ্রাম", "l");
  app_stop (&app);

  app_start (&app, TRUE);
  g_assert_nonnull (sutra_window_get_article (app.window));
  g_assert_cmpuint (app_count_mentions (&app), ==, 1);
  activate (&app, "win.undo");
  g_assert_cmpuint (app_count_mentions (&app), ==, 0);
  app_stop (&app);
}

static gboolean
has_occurrences (gpointer data)
{
  GArray *occurrences = sutra_annotate_popover_get_occurrences (data);

  return occurrences != NULL && occurrences->len >= 4;
}

static void
test_popover (void)
{
  App app;
  SutraAnnotatePopover *popover;
  GtkWidget *page, *check;

  app_start (&app, FALSE);
  app_open_sample (&app);
  page = GTK_WIDGET (sutra_window_get_page (app.window));
  popover = SUTRA_ANNOTATE_POPOVER (app_find (page, SUTRA_TYPE_ANNOTATE_POPOVER));

  /* Return takes the first guess; Escape takes nothing. */
  app_select (&app, "কাঠমান্ডুতে");
  activate (&app, "win.annotate");
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (popover)));
  gtk_popover_popdown (GTK_POPOVER (popover));
  g_assert_cmpuint (app_count_mentions (&app), ==, 0);
  activate (&app, "win.annotate");
  sutra_annotate_popover_accept (popover);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (popover)));
  g_assert_cmpuint (app_count_mentions (&app), ==, 1);

  /* All occurrences are one step. */
  app_select (&app, "নেপাল ও");
  activate (&app, "win.undo");
  app_select (&app, "নেপাল");
  activate (&app, "win.annotate");
  app_wait (has_occurrences, popover);
  check = app_find (GTK_WIDGET (popover), GTK_TYPE_CHECK_BUTTON);
  g_assert_true (gtk_widget_get_sensitive (check));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), TRUE);
  sutra_annotate_popover_accept (popover);
  g_assert_cmpuint (app_count_mentions (&app), >=, 4);
  activate (&app, "win.undo");
  g_assert_cmpuint (app_count_mentions (&app), ==, 0);
  app_stop (&app);
}

static void
test_mention_popover (void)
{
  App app;
  SutraArticleView *view;
  GtkWidget *popover, *page;
  g_autoptr (GArray) ids = NULL;
  g_autoptr (SutraMention) mention = NULL;

  app_start (&app, FALSE);
  app_open_sample (&app);
  page = GTK_WIDGET (sutra_window_get_page (app.window));
  view = sutra_article_page_get_view (SUTRA_ARTICLE_PAGE (page));
  mark (&app, "বৈঠক", "e");
  ids = sutra_case_list_mentions (sutra_window_get_case (app.window), sutra_article_get_id (sutra_window_get_article (app.window)), NULL);
  mention = sutra_case_get_mention (sutra_window_get_case (app.window), &g_array_index (ids, SutraId, 0), NULL);
  g_signal_emit_by_name (view, "mention-activated", sutra_mention_get_id (mention));
  popover = app_find (page, SUTRA_TYPE_MENTION_POPOVER);
  g_assert_true (gtk_widget_get_visible (popover));

  g_assert_true (gtk_widget_activate_action (popover, "mention.start-back", NULL));
  g_assert_cmpstr (sutra_mention_get_quote (mention), ==, " বৈঠক");
  g_assert_true (gtk_widget_activate_action (popover, "mention.start-forward", NULL));
  g_assert_cmpstr (sutra_mention_get_quote (mention), ==, "বৈঠক");
  g_assert_true (gtk_widget_activate_action (popover, "mention.unlink", NULL));
  g_assert_true (sutra_id_is_null (sutra_mention_get_entity (mention)));
  g_assert_true (gtk_widget_activate_action (popover, "mention.delete", NULL));
  g_assert_false (gtk_widget_get_visible (popover));
  g_assert_cmpuint (app_count_mentions (&app), ==, 0);
  activate (&app, "win.undo");
  activate (&app, "win.undo");
  g_assert_cmpuint (app_count_mentions (&app), ==, 1);
  app_stop (&app);
}

static void
test_library (void)
{
  App app;
  g_autoptr (GFile) second = NULL;
  GtkWidget *library;
  SutraArticle *article;

  app_start (&app, FALSE);
  app_open_sample (&app);
  second = app_write_file ("second.txt", "ক্ষুদ্র নৌযান\n🙂", -1);
  app_open (&app, second);
  g_assert_cmpuint (sutra_case_count_articles (sutra_window_get_case (app.window)), ==, 2);
  /* The same bytes again are the same article. */
  article = sutra_window_get_article (app.window);
  app_open (&app, second);
  g_assert_true (sutra_window_get_article (app.window) == article);
  g_assert_cmpuint (sutra_case_count_articles (sutra_window_get_case (app.window)), ==, 2);

  /* Removing the open article empties the page; undo brings it back to the list. */
  library = app_find (GTK_WIDGET (app.window), SUTRA_TYPE_LIBRARY_PANE);
  g_assert_true (gtk_widget_activate_action (library, "library.remove", NULL));
  g_assert_null (sutra_window_get_article (app.window));
  g_assert_cmpuint (sutra_case_count_articles (sutra_window_get_case (app.window)), ==, 1);
  activate (&app, "win.undo");
  g_assert_cmpuint (sutra_case_count_articles (sutra_window_get_case (app.window)), ==, 2);
  app_stop (&app);
}

static void
close_message (const char *heading)
{
  AdwMessageDialog *dialog = app_get_message ();

  g_assert_nonnull (dialog);
  g_assert_cmpstr (adw_message_dialog_get_heading (dialog), ==, heading);
  g_assert_cmpstr (adw_message_dialog_get_body (dialog), !=, "");
  gtk_window_close (GTK_WINDOW (dialog));
  app_settle ();
  g_assert_null (app_get_message ());
}

static const struct
{
  const char *name;
  const char *bytes;
  gssize n;
  const char *heading;
} bad_files[] = {
  { "empty.txt", "", 0, "There Is No Text in It" },
  { "blank.txt", " \n\t\n ", -1, "There Is No Text in It" },
  { "binary.txt",
    "\x7f"
    "ELF\x02\x01\x01\0\0\0\0\0",
    12, "This Is Not a Text" },
  { "nul.txt", "a\0b\0c\0\0\0\0\0\0z", 13, "This Is Not a Text" },
  { "no-text.html", "<!DOCTYPE html><html><body><script>1</script></body></html>", -1, "There Is No Text in It" },
  { "not-a-case.sutra", "this is no SQLite file at all, only some words", -1, "This Is Not a Case" },
};

static void
test_bad_files (void)
{
  App app;
  g_autofree char *folder = NULL;
  g_autoptr (GFile) directory = NULL;
  g_autoptr (GFile) gone = NULL;
  SutraCase *the_case;

  app_start (&app, FALSE);
  app_open_sample (&app);
  the_case = sutra_window_get_case (app.window);
  for (gsize i = 0; i < G_N_ELEMENTS (bad_files); i++)
    {
      g_autoptr (GFile) file = app_write_file (bad_files[i].name, bad_files[i].bytes, bad_files[i].n);

      g_test_message ("%s", bad_files[i].name);
      app_open (&app, file);
      close_message (bad_files[i].heading);
      g_assert_true (sutra_window_get_case (app.window) == the_case);
      g_assert_nonnull (sutra_window_get_article (app.window));
    }
  folder = g_dir_make_tmp ("sutra-folder-XXXXXX", NULL);
  directory = g_file_new_for_path (folder);
  app_open (&app, directory);
  close_message ("This Is a Folder");
  g_assert_cmpint (g_rmdir (folder), ==, 0);
  gone = g_file_new_for_path ("/nonexistent/gone.txt");
  app_open (&app, gone);
  close_message ("Not Found");
  g_assert_cmpuint (sutra_case_count_articles (the_case), ==, 1);
  app_stop (&app);
}

/* Some good, some bad: the good ones are in, the bad ones are named together. */
static void
test_mixed_files (void)
{
  App app;
  g_autoptr (GFile) good = NULL;
  g_autoptr (GFile) empty = NULL;
  g_autoptr (GFile) binary = NULL;
  AdwMessageDialog *dialog;

  app_start (&app, FALSE);
  good = app_write_file ("good.txt", "ভালো 🙂", -1);
  empty = app_write_file ("empty.txt", "", 0);
  binary = app_write_file ("binary.txt", "PK\x03\x04\0\0\0\0", 8);
  {
    GFile *files[] = { empty, good, binary, NULL };

    sutra_window_open_files (app.window, files, TRUE);
  }
  while (sutra_window_is_busy (app.window))
    g_main_context_iteration (NULL, TRUE);
  app_settle ();
  g_assert_cmpuint (sutra_case_count_articles (sutra_window_get_case (app.window)), ==, 1);
  dialog = app_get_message ();
  g_assert_nonnull (dialog);
  g_assert_nonnull (strstr (adw_message_dialog_get_body (dialog), "empty.txt"));
  g_assert_nonnull (strstr (adw_message_dialog_get_body (dialog), "binary.txt"));
  close_message ("2 Files Could Not Be Added");
  app_stop (&app);
}

static gboolean
is_open (gpointer data)
{
  return sutra_window_get_article (((App *) data)->window) != NULL;
}

static void
test_paste (void)
{
  App app;

  app_start (&app, FALSE);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (app.window)),
                          "🙂 পেস্ট করা ক্ষুদ্র লেখা\n\nআরও");
  activate (&app, "win.paste-article");
  app_wait (is_open, &app);
  g_assert_cmpstr (sutra_article_get_title (sutra_window_get_article (app.window)), ==,
                   "🙂 পেস্ট করা ক্ষুদ্র লেখা");
  g_assert_null (sutra_article_get_file_name (sutra_window_get_article (app.window)));
  app_stop (&app);
}

typedef struct
{
  SutraArticle *article;
  guint n;
} Mentions;

static gboolean
has_mentions (gpointer data)
{
  Mentions *mentions = data;

  return sutra_article_count_mentions (mentions->article) == mentions->n;
}

/* Two windows of one process share the case object; another process (here: another connection) is noticed. */
static void
test_two_windows (void)
{
  App app;
  SutraWindow *second;
  SutraCase *other;
  SutraArticle *article;
  g_autoptr (GError) error = NULL;
  SutraMentionSpec spec = { 0 };
  Mentions mentions;

  app_start (&app, FALSE);
  app_open_sample (&app);
  article = sutra_window_get_article (app.window);
  g_action_group_activate_action (G_ACTION_GROUP (app.application), "new-window", NULL);
  app_settle ();
  second = SUTRA_WINDOW (gtk_application_get_windows (GTK_APPLICATION (app.application))->data);
  if (second == app.window)
    second = SUTRA_WINDOW (gtk_application_get_windows (GTK_APPLICATION (app.application))->next->data);
  g_assert_true (sutra_window_get_case (second) == sutra_window_get_case (app.window));
  g_assert_true (sutra_window_get_article (second) == article);

  other = sutra_case_open (sutra_case_get_path (sutra_window_get_case (app.window)), FALSE, &error);
  g_assert_no_error (error);
  spec.article = *sutra_article_get_id (article);
  spec.start = 2;
  spec.end = 11;
  spec.type = *sutra_entity_type_get_id (sutra_tagset_get_by_slug (sutra_case_get_tagset (other), "place"));
  sutra_case_add_mentions (other, &spec, 1, NULL, &error);
  g_assert_no_error (error);
  mentions = (Mentions){ article, 1 };
  app_wait (has_mentions, &mentions);
  g_assert_finalize_object (other);
  app_stop (&app);
}

static GtkWindow *
find_dialog (GType type)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (g_type_is_a (G_OBJECT_TYPE (window), type))
        return window;
    }
  return NULL;
}

static gboolean
has_dialog (gpointer data)
{
  return find_dialog (*(GType *) data) != NULL;
}

/* Bytes that are no UTF-8: the encodings are offered, and the one that is chosen opens the file. */
static void
test_encoding (void)
{
  App app;
  GType type = SUTRA_TYPE_ENCODING_DIALOG;
  g_autoptr (GFile) file = NULL;
  GtkWindow *dialog;

  app_start (&app, FALSE);
  file = app_write_file ("latin.txt", "R\xe9sum\xe9 de la r\xe9union\n", -1);
  app_open (&app, file);
  app_wait (has_dialog, &type);
  g_assert_null (sutra_window_get_article (app.window));
  dialog = find_dialog (type);
  g_signal_emit_by_name (dialog, "chosen", "windows-1252");
  gtk_window_close (dialog);
  app_wait (is_open, &app);
  g_assert_cmpstr (sutra_article_get_title (sutra_window_get_article (app.window)), ==, "Résumé de la réunion");
  app_stop (&app);
}

/* "Review…" marks nothing by itself; what was ticked is marked as one step. */
static void
test_review (void)
{
  App app;
  GType type = SUTRA_TYPE_OCCURRENCES_DIALOG;
  SutraAnnotatePopover *popover;
  g_autoptr (GArray) ticked = NULL;
  GtkWindow *dialog;
  guint start, end, n_ticked;

  app_start (&app, FALSE);
  app_open_sample (&app);
  popover = SUTRA_ANNOTATE_POPOVER (app_find (GTK_WIDGET (sutra_window_get_page (app.window)), SUTRA_TYPE_ANNOTATE_POPOVER));
  app_select (&app, "নেপাল");
  activate (&app, "win.annotate");
  app_wait (has_occurrences, popover);
  ticked = g_array_ref (sutra_annotate_popover_get_occurrences (popover));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (popover), "annotate.preview", NULL));
  app_wait (has_dialog, &type);
  g_assert_cmpuint (app_count_mentions (&app), ==, 0);
  dialog = find_dialog (type);
  g_signal_emit_by_name (dialog, "accepted", ticked);
  gtk_window_close (dialog);
  g_assert_cmpuint (app_count_mentions (&app), ==, ticked->len);
  activate (&app, "win.undo");
  g_assert_cmpuint (app_count_mentions (&app), ==, 0);

  /* The words it began with can be unticked like the others: as many are marked as the button said. */
  app_select (&app, "নেপাল");
  activate (&app, "win.annotate");
  app_wait (has_occurrences, popover);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (popover), "annotate.preview", NULL));
  app_wait (has_dialog, &type);
  dialog = find_dialog (type);
  sutra_annotate_popover_get_span (popover, &start, &end);
  for (guint i = 0; i < ticked->len; i++)
    if (g_array_index (ticked, SutraOccurrence, i).start < end && start < g_array_index (ticked, SutraOccurrence, i).end)
      g_array_remove_index (ticked, i--);
  n_ticked = ticked->len;
  g_assert_cmpuint (n_ticked, >=, 3);
  g_signal_emit_by_name (dialog, "accepted", ticked);
  gtk_window_close (dialog);
  g_assert_cmpuint (app_count_mentions (&app), ==, n_ticked);
  app_stop (&app);
}

/* Whoever cannot see the icons must hear what a button or an entry is for. */
static void
check_named (GtkWidget *widget)
{
  gboolean is_button = GTK_IS_BUTTON (widget) || GTK_IS_MENU_BUTTON (widget);

  /* The insides of the library's own widgets are its own matter. */
  if (GTK_IS_DROP_DOWN (widget))
    {
      g_assert_true (gtk_test_accessible_has_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL));
      return;
    }
  if ((is_button || GTK_IS_ENTRY (widget) || GTK_IS_SEARCH_ENTRY (widget) || GTK_IS_LIST_VIEW (widget)) &&
      gtk_widget_get_focusable (widget))
    {
      gboolean has_text = is_button && app_find (widget, GTK_TYPE_LABEL) != NULL;
      gboolean inside = GTK_IS_MENU_BUTTON (gtk_widget_get_parent (widget)) || GTK_IS_WINDOW_CONTROLS (gtk_widget_get_parent (widget));

      g_test_message ("%s %s", G_OBJECT_TYPE_NAME (widget), gtk_widget_get_tooltip_text (widget));
      g_assert_true (has_text || inside || gtk_test_accessible_has_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL) ||
                     gtk_test_accessible_has_relation (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_RELATION_LABELLED_BY));
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    check_named (child);
}

static void
test_accessible (void)
{
  App app;

  app_start (&app, FALSE);
  check_named (GTK_WIDGET (app.window));
  app_open_sample (&app);
  mark (&app, "বৈঠক", "e");
  wait_rows (&app, 2);
  check_named (GTK_WIDGET (app.window));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (sutra_article_page_get_view (sutra_window_get_page (app.window))),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "Text of the article");
  app_stop (&app);
}

static void
test_find (void)
{
  App app;
  GtkWidget *bar, *entry;
  g_autofree char *count = NULL;

  app_start (&app, FALSE);
  app_open_sample (&app);
  app_select (&app, "নেপাল");
  activate (&app, "win.find");
  bar = app_find (GTK_WIDGET (app.window), SUTRA_TYPE_FIND_BAR);
  g_assert_true (gtk_widget_get_visible (bar));
  entry = app_find (bar, GTK_TYPE_SEARCH_ENTRY);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "নেপাল");
  app_settle ();
  app_settle ();
  {
    GtkWidget *label = gtk_widget_get_next_sibling (entry);

    g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (label)), ==, "1 of 4");
    activate (&app, "win.find-next");
    g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (label)), ==, "2 of 4");
    activate (&app, "win.find-previous");
    activate (&app, "win.find-previous");
    g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (label)), ==, "4 of 4");
    gtk_editable_set_text (GTK_EDITABLE (entry), "এটি নেই");
    while (!g_str_equal (gtk_label_get_text (GTK_LABEL (label)), "Not found"))
      g_main_context_iteration (NULL, TRUE);
  }
  g_assert_true (gtk_widget_activate_action (bar, "find-bar.close", NULL));
  g_assert_false (gtk_widget_get_visible (bar));
  app_stop (&app);
}

static void
test_panes (void)
{
  App app;
  GtkWidget *library, *entities;

  app_start (&app, FALSE);
  library = app_find (GTK_WIDGET (app.window), SUTRA_TYPE_LIBRARY_PANE);
  entities = app_find (GTK_WIDGET (app.window), SUTRA_TYPE_ENTITY_PANE);
  g_assert_true (gtk_widget_is_visible (library) && gtk_widget_is_visible (entities));
  activate (&app, "win.show-library");
  app_settle ();
  g_assert_false (gtk_widget_is_visible (library));
  gtk_window_close (GTK_WINDOW (app.window));
  app_settle ();
  g_assert_null (gtk_application_get_windows (GTK_APPLICATION (app.application)));

  /* It was remembered. */
  app_start (&app, TRUE);
  library = app_find (GTK_WIDGET (app.window), SUTRA_TYPE_LIBRARY_PANE);
  g_assert_false (gtk_widget_is_visible (library));
  activate (&app, "win.show-library");
  app_settle ();
  g_assert_true (gtk_widget_is_visible (library));
  app_stop (&app);
}

static void
test_merge (void)
{
  App app;
  GtkSelectionModel *rows;
  GtkWidget *pane;

  app_start (&app, FALSE);
  app_open_sample (&app);
  mark (&app, "সুলতানা রহমান", "p");
  mark (&app, "রমেশ থাপা", "p");
  wait_rows (&app, 3);
  rows = GTK_SELECTION_MODEL (entity_rows (&app));
  pane = app_find (GTK_WIDGET (app.window), SUTRA_TYPE_ENTITY_PANE);
  gtk_selection_model_select_item (rows, 1, TRUE);
  gtk_selection_model_select_item (rows, 2, FALSE);
  g_assert_true (gtk_widget_activate_action (pane, "entities.merge", NULL));
  wait_rows (&app, 2);
  g_assert_cmpuint (app_count_mentions (&app), ==, 2);
  activate (&app, "win.undo");
  wait_rows (&app, 3);

  /* Deleting an entity keeps its mention, unlinked. */
  gtk_selection_model_select_item (rows, 1, TRUE);
  g_assert_true (gtk_widget_activate_action (pane, "entities.delete", NULL));
  app_settle ();
  g_assert_cmpuint (app_count_mentions (&app), ==, 2);
  app_stop (&app);
}

static void
test_delete_case (void)
{
  App app;
  g_autoptr (SutraCase) the_case = NULL;
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;

  app_start (&app, FALSE);
  the_case = sutra_application_create_case (app.application, "মামলা ১", &error);
  g_assert_no_error (error);
  sutra_window_set_case (app.window, the_case);
  app_open_sample (&app);
  path = g_strdup (sutra_case_get_path (the_case));
  /* Where there is no trash the case stays, and stays shown. */
  if (!sutra_application_delete_case (app.application, the_case, FALSE, &error))
    {
      g_assert_nonnull (error);
      g_clear_error (&error);
      g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
      g_assert_cmpstr (sutra_case_get_path (sutra_window_get_case (app.window)), ==, path);
      g_assert_nonnull (sutra_window_get_article (app.window));
      g_set_object (&the_case, sutra_window_get_case (app.window));
      g_assert_true (sutra_application_delete_case (app.application, the_case, TRUE, &error));
    }
  g_assert_no_error (error);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  g_assert_cmpstr (sutra_case_get_name (sutra_window_get_case (app.window)), ==, "My Desk");
  app_stop (&app);
}

static GtkEventController *
find_motion (GtkWidget *widget)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_MOTION (controller))
        return controller;
    }
  g_assert_not_reached ();
}

/* The row of the entity pane that is lit up (nullable). */
static GtkWidget *
find_lit (GtkWidget *widget)
{
  GtkWidget *found = SUTRA_IS_ENTITY_LINE (widget) && gtk_widget_has_css_class (widget, "lit") ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL; child = gtk_widget_get_next_sibling (child))
    found = find_lit (child);
  return found;
}

/* A mark under the pointer lights its entity's row up and the other way round; nothing is chosen by that. */
static void
test_hover (void)
{
  App app;
  SutraSelection *selection;
  SutraArticleView *view;
  SutraSpan span = { { { 0 } } };
  GtkWidget *lit;

  app_start (&app, FALSE);
  app_open_sample (&app);
  mark (&app, "নেপাল ও", "l");
  mark (&app, "সুলতানা রহমান", "p");
  wait_rows (&app, 4);
  app_settle ();
  selection = sutra_window_get_selection (app.window);
  sutra_selection_clear (selection);
  view = sutra_article_page_get_view (sutra_window_get_page (app.window));
  g_assert_true (sutra_span_index_next (sutra_article_get_spans (sutra_window_get_article (app.window), NULL), 0, &span));
  g_assert_null (find_lit (GTK_WIDGET (app.window)));

  g_signal_emit_by_name (view, "mention-hovered", &span.id);
  g_assert_true (sutra_id_equal (sutra_selection_get_hovered (selection), &span.entity));
  lit = find_lit (GTK_WIDGET (app.window));
  g_assert_nonnull (lit);
  g_assert_true (sutra_id_equal (sutra_entity_row_get_entity (sutra_entity_line_get_row (SUTRA_ENTITY_LINE (lit))), &span.entity));
  g_signal_emit_by_name (view, "mention-hovered", NULL);
  g_assert_null (find_lit (GTK_WIDGET (app.window)));

  g_signal_emit_by_name (find_motion (lit), "enter", 1.0, 1.0);
  g_assert_true (sutra_id_equal (sutra_selection_get_hovered (selection), &span.entity));
  g_signal_emit_by_name (find_motion (lit), "leave");
  g_assert_true (sutra_id_is_null (sutra_selection_get_hovered (selection)));
  g_assert_true (sutra_id_is_null (sutra_selection_get_entity (selection)));
  app_stop (&app);
}

int
main (int argc, char *argv[])
{
  app_fixture_init (&argc, &argv);
  g_test_add_func ("/window/first-start", test_first_start);
  g_test_add_func ("/window/keys", test_keys);
  g_test_add_func ("/window/annotate", test_annotate);
  g_test_add_func ("/window/restart", test_restart);
  g_test_add_func ("/window/annotate-popover", test_popover);
  g_test_add_func ("/window/mention-popover", test_mention_popover);
  g_test_add_func ("/window/library", test_library);
  g_test_add_func ("/window/bad-files", test_bad_files);
  g_test_add_func ("/window/mixed-files", test_mixed_files);
  g_test_add_func ("/window/paste", test_paste);
  g_test_add_func ("/window/two-windows", test_two_windows);
  g_test_add_func ("/window/encoding", test_encoding);
  g_test_add_func ("/window/review", test_review);
  g_test_add_func ("/window/accessible", test_accessible);
  g_test_add_func ("/window/find", test_find);
  g_test_add_func ("/window/panes", test_panes);
  g_test_add_func ("/window/merge", test_merge);
  g_test_add_func ("/window/delete-case", test_delete_case);
  g_test_add_func ("/window/hover", test_hover);
  return g_test_run ();
}
