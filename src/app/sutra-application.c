/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-application-private.h"

#include "sutra-error-message.h"
#include "sutra-window.h"

#include <glib/gi18n.h>

G_DEFINE_TYPE (SutraApplication, sutra_application, ADW_TYPE_APPLICATION)

char *
sutra_application_dup_case_folder (void)
{
  return g_build_filename (g_get_user_data_dir (), "sutradhar", "cases", NULL);
}

char *
sutra_application_dup_data_path (const char *name)
{
  const char *folder = g_getenv ("SUTRADHAR_DATA_DIR");

  return g_build_filename (folder != NULL && *folder != '\0' ? folder : SUTRA_DATA_DIR, "sample", name, NULL);
}

SutraCase *
sutra_application_open_case (SutraApplication *self, const char *path, GError **error)
{
  SutraCase *the_case;

  g_return_val_if_fail (SUTRA_IS_APPLICATION (self), NULL);

  the_case = sutra_case_registry_open (self->registry, path, error);
  if (the_case != NULL)
    sutra_application_remember_case (self, sutra_case_get_path (the_case));
  return the_case;
}

static SutraCase *
open_desk (SutraApplication *self, GError **error)
{
  g_autofree char *folder = sutra_application_dup_case_folder ();
  SutraCase *the_case = sutra_case_registry_open_desk (self->registry, folder, error);

  if (the_case != NULL)
    sutra_application_remember_case (self, sutra_case_get_path (the_case));
  return the_case;
}

SutraCase *
sutra_application_create_case (SutraApplication *self, const char *name, GError **error)
{
  g_autofree char *folder = sutra_application_dup_case_folder ();
  g_autofree char *path = sutra_case_registry_free_path (folder, name);
  SutraCase *the_case;

  g_return_val_if_fail (SUTRA_IS_APPLICATION (self), NULL);

  g_mkdir_with_parents (folder, 0700);
  the_case = sutra_case_registry_create (self->registry, path, name, error);
  if (the_case != NULL)
    sutra_application_remember_case (self, sutra_case_get_path (the_case));
  return the_case;
}

/* The windows that show @the_case, which is taken from them (transfer container). */
static GPtrArray *
take_from_windows (SutraApplication *self, SutraCase *the_case)
{
  GPtrArray *windows = g_ptr_array_new ();

  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l != NULL; l = l->next)
    if (SUTRA_IS_WINDOW (l->data) && sutra_window_get_case (l->data) == the_case)
      {
        g_ptr_array_add (windows, l->data);
        sutra_window_set_case (l->data, NULL);
      }
  return windows;
}

gboolean
sutra_application_delete_case (SutraApplication *self, SutraCase *the_case, gboolean permanently, GError **error)
{
  g_autofree char *path = NULL;
  g_autoptr (GFile) file = NULL;
  g_autoptr (SutraCase) next = NULL;
  g_autoptr (GPtrArray) windows = NULL;
  gboolean gone;

  g_return_val_if_fail (SUTRA_IS_APPLICATION (self), FALSE);

  path = g_strdup (sutra_case_get_path (the_case));
  file = g_file_new_for_path (path);
  windows = take_from_windows (self, the_case);
  sutra_case_close (the_case);
  sutra_case_registry_forget (self->registry, the_case);
  gone = permanently ? g_file_delete (file, NULL, error) : g_file_trash (file, NULL, error);
  if (gone)
    sutra_application_forget_case (self, path);
  next = gone ? open_desk (self, error) : sutra_application_open_case (self, path, NULL);
  for (guint i = 0; next != NULL && i < windows->len; i++)
    sutra_window_set_case (g_ptr_array_index (windows, i), next);
  return gone && next != NULL;
}

/* The case of the last time, else "My desk". A last case that cannot be opened is said so, once, over the desk. */
static SutraCase *
open_first_case (SutraApplication *self, GError **problem)
{
  g_autofree char *last = g_settings_get_string (self->settings, "last-case");
  SutraCase *the_case = NULL;

  if (*last != '\0')
    {
      the_case = sutra_application_open_case (self, last, problem);
      if (the_case == NULL)
        sutra_application_forget_case (self, last);
    }
  return the_case != NULL ? the_case : open_desk (self, problem != NULL && *problem != NULL ? NULL : problem);
}

static SutraWindow *
find_window (SutraApplication *self)
{
  GtkWindow *active = gtk_application_get_active_window (GTK_APPLICATION (self));

  while (active != NULL && !SUTRA_IS_WINDOW (active))
    active = gtk_window_get_transient_for (active);
  return SUTRA_WINDOW (active);
}

static SutraWindow *
ensure_window (SutraApplication *self, SutraCase *wanted)
{
  SutraWindow *window = find_window (self);
  g_autoptr (SutraCase) the_case = wanted != NULL ? g_object_ref (wanted) : NULL;
  g_autoptr (GError) problem = NULL;

  if (window == NULL)
    window = sutra_window_new (self);
  if (the_case == NULL && sutra_window_get_case (window) == NULL)
    the_case = open_first_case (self, &problem);
  if (the_case != NULL)
    sutra_window_set_case (window, the_case);
  gtk_window_present (GTK_WINDOW (window));
  /* The keys of the text work at once. */
  if (the_case != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (sutra_window_get_page (window)));
  if (problem != NULL)
    sutra_error_message_present (GTK_WINDOW (window), problem);
  return window;
}

static void
sutra_application_activate (GApplication *application)
{
  ensure_window (SUTRA_APPLICATION (application), NULL);
}

/* A case is shown in place of the first one; articles go into the case that is shown. */
static void
sutra_application_open (GApplication *application, GFile **files, int n_files, const char *hint)
{
  SutraApplication *self = SUTRA_APPLICATION (application);
  g_autoptr (GPtrArray) articles = g_ptr_array_new ();
  g_autoptr (SutraCase) the_case = NULL;
  g_autoptr (GError) error = NULL;
  SutraWindow *window;

  for (int i = 0; i < n_files; i++)
    {
      g_autofree char *path = g_file_get_path (files[i]);

      if (path == NULL || !g_str_has_suffix (path, ".sutra"))
        g_ptr_array_add (articles, files[i]);
      else if (the_case == NULL && error == NULL)
        the_case = sutra_application_open_case (self, path, &error);
    }
  window = ensure_window (self, the_case);
  if (error != NULL)
    sutra_error_message_present (GTK_WINDOW (window), error);
  g_ptr_array_add (articles, NULL);
  sutra_window_open_files (window, (GFile *const *) articles->pdata, TRUE);
}

static void
color_scheme_cb (SutraApplication *self)
{
  static const AdwColorScheme schemes[] = { ADW_COLOR_SCHEME_DEFAULT, ADW_COLOR_SCHEME_FORCE_LIGHT, ADW_COLOR_SCHEME_FORCE_DARK };
  int scheme = g_settings_get_enum (self->settings, "color-scheme");

  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), schemes[CLAMP (scheme, 0, 2)]);
}

static void
annotator_cb (SutraApplication *self)
{
  g_autofree char *name = g_settings_get_string (self->settings, "annotator-name");

  sutra_case_registry_set_author (self->registry, name);
}

/* Any look-up makes GTK read the icon theme. */
static void
read_icons (GTask *task, gpointer icons, gpointer data, GCancellable *cancellable)
{
  gtk_icon_theme_has_icon (icons, SUTRA_APP_ID);
  g_task_return_boolean (task, TRUE);
}

/* Meanwhile, so that the first window does not wait for it; an icon theme may be asked from any thread. */
static void
read_icons_ahead (void)
{
  g_autoptr (GTask) task = g_task_new (gtk_icon_theme_get_for_display (gdk_display_get_default ()), NULL, NULL, NULL);

  g_task_run_in_thread (task, read_icons);
}

static void
sutra_application_startup (GApplication *application)
{
  SutraApplication *self = SUTRA_APPLICATION (application);

  G_APPLICATION_CLASS (sutra_application_parent_class)->startup (application);
  read_icons_ahead ();
  gtk_window_set_default_icon_name (SUTRA_APP_ID);
  sutra_application_add_actions (self);
  g_signal_connect_object (self->settings, "changed::color-scheme", G_CALLBACK (color_scheme_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->settings, "changed::annotator-name", G_CALLBACK (annotator_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->settings, "changed::recent-cases", G_CALLBACK (sutra_application_update_recent), self, G_CONNECT_SWAPPED);
  color_scheme_cb (self);
  annotator_cb (self);
  sutra_application_update_recent (self);
}

static int
sutra_application_handle_local_options (GApplication *application, GVariantDict *options)
{
  if (g_variant_dict_contains (options, "version"))
    {
      g_print ("%s %s\n", "sutradhar", SUTRA_VERSION);
      return 0;
    }
  return -1;
}

static void
sutra_application_dispose (GObject *object)
{
  SutraApplication *self = SUTRA_APPLICATION (object);

  G_OBJECT_CLASS (sutra_application_parent_class)->dispose (object);
  g_clear_object (&self->recent);
  g_clear_object (&self->registry);
  g_clear_object (&self->settings);
}

static void
sutra_application_class_init (SutraApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sutra_application_dispose;
  application_class->activate = sutra_application_activate;
  application_class->open = sutra_application_open;
  application_class->startup = sutra_application_startup;
  application_class->handle_local_options = sutra_application_handle_local_options;
}

static void
sutra_application_init (SutraApplication *self)
{
  self->settings = g_settings_new (SUTRA_APP_ID);
  self->registry = sutra_case_registry_new ();
  self->recent = g_menu_new ();
  g_application_add_main_option (G_APPLICATION (self), "version", 0, 0, G_OPTION_ARG_NONE, _ ("Print the version and end"), NULL);
}

SutraApplication *
sutra_application_new (GApplicationFlags flags)
{
  return g_object_new (SUTRA_TYPE_APPLICATION, "application-id", SUTRA_APP_ID, "resource-base-path", "/io/github/sutradhar/Sutradhar",
                       "flags", flags | G_APPLICATION_HANDLES_OPEN, NULL);
}

GMenuModel *
sutra_application_get_recent (SutraApplication *self)
{
  g_return_val_if_fail (SUTRA_IS_APPLICATION (self), NULL);
  return G_MENU_MODEL (self->recent);
}
