/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "dialogs-fixture.h"

#include <glib/gstdio.h>

/* An emoji before everything that is marked; conjuncts; one name three times, once inflected. */
static const char *const sample = "🙂 ঢাকায় বৈঠক\n"
                                  "\n"
                                  "রাষ্ট্রদূত কামরুল হাসান ঢাকা থেকে চট্টগ্রামে গেছেন। ঢাকার সঙ্গে কাঠমান্ডুর আলোচনা ১৪ এপ্রিল।\n";

void
dialogs_init (int *argc, char ***argv)
{
  gtk_test_init (argc, argv, NULL);
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
dialogs_wait (gboolean (*holds) (gpointer data), gpointer data)
{
  gboolean out_of_time = FALSE;
  guint source = g_timeout_add_seconds (120, out_of_time_cb, &out_of_time);

  while (!holds (data) && !out_of_time)
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (out_of_time);
  g_source_remove (source);
}

void
dialogs_settle (void)
{
  for (guint i = 0; i < 200 && g_main_context_iteration (NULL, FALSE); i++)
    ;
}

char *
dialogs_path (Dialogs *self, const char *name)
{
  return g_build_filename (self->folder, name, NULL);
}

GFile *
dialogs_write (Dialogs *self, const char *name, const char *text)
{
  g_autofree char *path = dialogs_path (self, name);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
  return g_file_new_for_path (path);
}

static void
set_up (Dialogs *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;
  g_autoptr (SutraDraft) draft = g_new0 (SutraDraft, 1);

  self->folder = g_dir_make_tmp ("sutra-dialogs-XXXXXX", &error);
  g_assert_no_error (error);
  path = dialogs_path (self, "desk.sutra");
  self->the_case = sutra_case_create (path, "আমার ডেস্ক", &error);
  g_assert_no_error (error);

  draft->original = g_bytes_new (sample, strlen (sample));
  draft->text = sutra_text_new_from_string (sample);
  draft->encoding = g_strdup ("UTF-8");
  draft->media_type = g_strdup ("text/plain");
  self->article = sutra_case_add_article (self->the_case, draft, NULL, &error);
  g_assert_no_error (error);

  self->parent = adw_window_new ();
  gtk_window_present (GTK_WINDOW (self->parent));
}

static void
tear_down (Dialogs *self, gconstpointer data)
{
  g_autoptr (GDir) folder = NULL;
  const char *name = NULL;

  gtk_window_destroy (GTK_WINDOW (self->parent));
  dialogs_settle ();
  g_assert_finalize_object (self->article);
  g_assert_finalize_object (self->the_case);
  folder = g_dir_open (self->folder, 0, NULL);
  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *path = dialogs_path (self, name);

      g_assert_cmpint (g_remove (path), ==, 0);
    }
  g_assert_cmpint (g_rmdir (self->folder), ==, 0);
  g_free (self->folder);
}

void
dialogs_add (const char *path, void (*test) (Dialogs *self, gconstpointer data))
{
  g_test_add (path, Dialogs, NULL, set_up, test, tear_down);
}

SutraEntityType *
dialogs_type (Dialogs *self, const char *slug)
{
  return sutra_tagset_get_by_slug (sutra_case_get_tagset (self->the_case), slug);
}

void
dialogs_mark (Dialogs *self, const char *words, const char *slug, gboolean entity)
{
  g_autoptr (GError) error = NULL;
  const char *at = strstr (sample, words);
  SutraMentionSpec spec = { 0 };

  g_assert_nonnull (at);
  spec.article = *sutra_article_get_id (self->article);
  spec.start = (guint32) g_utf8_strlen (sample, at - sample);
  spec.end = spec.start + (guint32) g_utf8_strlen (words, -1);
  spec.type = *sutra_entity_type_get_id (dialogs_type (self, slug));
  spec.entity_label = entity ? words : NULL;
  g_assert_true (sutra_case_add_mentions (self->the_case, &spec, 1, NULL, &error));
  g_assert_no_error (error);
}

guint
dialogs_count_mentions (Dialogs *self, const char *slug)
{
  SutraEntityType *type = dialogs_type (self, slug);
  guint mentions = 0;

  g_assert_nonnull (type);
  sutra_case_count_type_uses (self->the_case, sutra_entity_type_get_id (type), &mentions, NULL);
  return mentions;
}

GtkWidget *
dialogs_find_window (GType type)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();
  GtkWidget *found = NULL;

  for (GList *l = windows; l != NULL; l = l->next)
    {
      if (!G_TYPE_CHECK_INSTANCE_TYPE (l->data, type) || !gtk_widget_get_visible (l->data))
        continue;
      g_assert_null (found);
      found = l->data;
    }
  return found;
}

gpointer
dialogs_child (GtkWidget *widget, const char *name)
{
  GObject *child = gtk_widget_get_template_child (widget, G_OBJECT_TYPE (widget), name);

  g_assert_nonnull (child);
  return child;
}

static GtkWidget *
find_button (GtkWidget *widget, const char *label)
{
  GtkWidget *found = NULL;

  if (!gtk_widget_get_mapped (widget))
    return NULL;
  if (GTK_IS_BUTTON (widget) && gtk_button_get_label (GTK_BUTTON (widget)) != NULL)
    {
      g_auto (GStrv) parts = g_strsplit (gtk_button_get_label (GTK_BUTTON (widget)), "_", -1);
      g_autofree char *text = g_strjoinv ("", parts);

      if (strcmp (text, label) == 0)
        return widget;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL; child = gtk_widget_get_next_sibling (child))
    found = find_button (child, label);
  return found;
}

void
dialogs_click (GtkWidget *window, const char *label)
{
  GtkWidget *button = NULL;

  g_assert_nonnull (window);
  button = find_button (window, label);
  g_assert_nonnull (button);
  g_assert_true (gtk_widget_is_sensitive (button));
  g_signal_emit_by_name (button, "clicked");
  dialogs_settle ();
}

gboolean
dialogs_can (gpointer widget, const char *action)
{
  /* At this version of GTK only a button knows. */
  GtkWidget *button = gtk_button_new ();
  gboolean can;

  gtk_widget_set_parent (button, widget);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  can = gtk_widget_get_sensitive (button);
  gtk_widget_unparent (button);
  return can;
}

void
dialogs_close (GtkWidget *window)
{
  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *) &window);
  gtk_window_close (GTK_WINDOW (window));
  for (guint i = 0; i < 100 && window != NULL; i++)
    {
      dialogs_settle ();
      g_usleep (1000);
    }
  g_assert_null (window);
}
