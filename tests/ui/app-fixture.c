/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app-fixture.h"

#include <glib/gstdio.h>
#include <stdlib.h>

const char app_fixture_text[] =
    "🙂 নদীবন্দর নিয়ে ত্রিপক্ষীয় বৈঠক\n"
    "\n"
    "ঢাকা, ১২ মার্চ ২০২৫: পররাষ্ট্র মন্ত্রণালয়ের মহাপরিচালক ড. সুলতানা রহমান গতকাল চট্টগ্রাম বন্দরে নেপাল ও ভুটানের প্রতিনিধিদের "
    "সঙ্গে আলোচনা করেছেন। নেপালের পক্ষে ছিলেন রমেশ থাপা। 🙂 নেপাল সভা ডেকেছে।\n"
    "\n"
    "বাংলাদেশ-নেপাল যৌথ কমিটির পরবর্তী সভা ১৪ থেকে ১৭ এপ্রিল কাঠমান্ডুতে অনুষ্ঠিত হবে।\n";

static char *folder; /* the user's data of this run, gone with it */

static void
remove_tree (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      remove_tree (child);
    }
  g_remove (path);
}

static void
remove_folder (void)
{
  remove_tree (folder);
  g_clear_pointer (&folder, g_free);
}

void
app_fixture_init (int *argc, char ***argv)
{
  folder = g_dir_make_tmp ("sutra-app-XXXXXX", NULL);
  g_assert_nonnull (folder);
  atexit (remove_folder);

  /* Not G_TEST_OPTION_ISOLATE_DIRS: it hides the system's data too, and with it the MIME types by which icons are read. */
  g_setenv ("XDG_DATA_HOME", folder, TRUE);
  g_test_init (argc, argv, NULL);
  gtk_disable_setlocale ();
  gtk_init ();
  adw_init ();
  g_object_set (gtk_settings_get_default (), "gtk-font-name", "Sans 11", "gtk-xft-dpi", 96 * 1024, "gtk-enable-animations", FALSE, NULL);
}

static gboolean
out_of_time_cb (gpointer data)
{
  *(gboolean *) data = TRUE;
  return G_SOURCE_REMOVE;
}

void
app_wait (gboolean (*holds) (gpointer data), gpointer data)
{
  gboolean out_of_time = FALSE;
  guint source = g_timeout_add_seconds (120, out_of_time_cb, &out_of_time);

  while (!holds (data) && !out_of_time)
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (out_of_time);
  g_source_remove (source);
}

static gboolean
tick_cb (gpointer data)
{
  (*(int *) data)--;
  return *(int *) data > 0 ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

static gboolean
no_ticks (gpointer data)
{
  return *(int *) data <= 0;
}

/* A few frames. */
void
app_settle (void)
{
  int ticks = 6;

  g_timeout_add (20, tick_cb, &ticks);
  app_wait (no_ticks, &ticks);
}

static void
clear_folder (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      g_remove (child);
    }
}

void
app_launch (App *app, gboolean keep)
{
  g_autofree char *cases = sutra_application_dup_case_folder ();
  g_autoptr (GError) error = NULL;

  if (!keep)
    {
      g_autoptr (GSettings) settings = g_settings_new (SUTRA_APP_ID);

      clear_folder (cases);
      g_settings_reset (settings, "last-case");
      g_settings_reset (settings, "recent-cases");
      g_settings_reset (settings, "show-library");
      g_settings_reset (settings, "show-entities");
    }
  /* One for the whole program: an application that was registered can only be freed by running it. */
  if (g_application_get_default () == NULL)
    {
      SutraApplication *application = sutra_application_new (G_APPLICATION_NON_UNIQUE);

      g_application_register (G_APPLICATION (application), NULL, &error);
      g_assert_no_error (error);
      g_application_set_default (G_APPLICATION (application));
    }
  app->application = SUTRA_APPLICATION (g_application_get_default ());
  g_application_activate (G_APPLICATION (app->application));
  app->window = SUTRA_WINDOW (gtk_application_get_active_window (GTK_APPLICATION (app->application)));
  g_assert_nonnull (app->window);
}

void
app_start (App *app, gboolean keep)
{
  app_launch (app, keep);
  app_settle ();
}

void
app_stop (App *app)
{
  GList *windows;

  while ((windows = gtk_application_get_windows (GTK_APPLICATION (app->application))) != NULL)
    {
      GtkWindow *window = windows->data;

      g_object_ref (window);
      gtk_window_destroy (window);
      app_settle ();
      g_assert_finalize_object (window);
    }
}

GFile *
app_write_file (const char *name, const char *bytes, gssize n)
{
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), name, NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, bytes, n, &error);
  g_assert_no_error (error);
  return g_file_new_for_path (path);
}

static gboolean
is_idle (gpointer data)
{
  return !sutra_window_is_busy (((App *) data)->window);
}

void
app_open (App *app, GFile *file)
{
  GFile *files[] = { file, NULL };

  sutra_window_open_files (app->window, files, TRUE);
  app_wait (is_idle, app);
  app_settle ();
}

void
app_open_sample (App *app)
{
  g_autoptr (GFile) file = app_write_file ("বৈঠক.txt", app_fixture_text, -1);

  app_open (app, file);
  g_assert_nonnull (sutra_window_get_article (app->window));
}

void
app_select (App *app, const char *words)
{
  SutraArticleView *view = sutra_article_page_get_view (sutra_window_get_page (app->window));
  SutraText *text = sutra_article_view_get_text (view);
  const char *utf8 = sutra_text_get_utf8 (text, NULL);
  const char *found = strstr (utf8, words);
  gsize start;

  g_assert_nonnull (found);
  start = sutra_text_cp_of (text, found - utf8);
  sutra_article_view_select (view, start, start + g_utf8_strlen (words, -1), TRUE);
}

AdwMessageDialog *
app_get_message (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (ADW_IS_MESSAGE_DIALOG (window) && gtk_widget_get_visible (GTK_WIDGET (window)))
        return ADW_MESSAGE_DIALOG (window);
    }
  return NULL;
}

GtkWidget *
app_find (GtkWidget *widget, GType type)
{
  if (g_type_is_a (G_OBJECT_TYPE (widget), type))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = app_find (child, type);

      if (found != NULL)
        return found;
    }
  return NULL;
}

guint
app_count_mentions (App *app)
{
  return sutra_article_count_mentions (sutra_window_get_article (app->window));
}
