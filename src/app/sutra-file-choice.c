/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-file-choice.h"

#include <adwaita.h>
#include <glib/gi18n.h>

static void
response_cb (GTask *task, int response, GtkNativeDialog *chooser)
{
  g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));

  if (response == GTK_RESPONSE_ACCEPT && file != NULL)
    g_task_return_pointer (task, g_steal_pointer (&file), g_object_unref);
  else
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "No file was chosen.");
  gtk_native_dialog_destroy (chooser);
  g_object_unref (task);
}

/* The task owns the chooser and lives until the response. */
static void
run (GtkFileChooserNative *chooser, GtkWindow *parent, GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = g_task_new (parent, NULL, callback, user_data);

  g_task_set_source_tag (task, run);
  g_task_set_task_data (task, chooser, g_object_unref);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  g_signal_connect_swapped (chooser, "response", G_CALLBACK (response_cb), task);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

void
sutra_file_choice_open_async (GtkWindow *parent,
                              const char *title,
                              const char *name,
                              const char *pattern,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  GtkFileChooserNative *chooser = NULL;

  g_return_if_fail (parent == NULL || GTK_IS_WINDOW (parent));

  chooser = gtk_file_chooser_native_new (title, parent, GTK_FILE_CHOOSER_ACTION_OPEN, _ ("_Open"), _ ("_Cancel"));
  if (pattern != NULL)
    {
      g_autoptr (GtkFileFilter) known = gtk_file_filter_new ();
      g_autoptr (GtkFileFilter) all = gtk_file_filter_new ();

      gtk_file_filter_set_name (known, name);
      gtk_file_filter_add_pattern (known, pattern);
      gtk_file_filter_set_name (all, _ ("All Files"));
      gtk_file_filter_add_pattern (all, "*");
      gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (chooser), known);
      gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (chooser), all);
    }
  run (chooser, parent, callback, user_data);
}

void
sutra_file_choice_save_async (GtkWindow *parent, const char *title, const char *file_name, GAsyncReadyCallback callback, gpointer user_data)
{
  GtkFileChooserNative *chooser = NULL;

  g_return_if_fail (parent == NULL || GTK_IS_WINDOW (parent));
  g_return_if_fail (file_name != NULL);

  chooser = gtk_file_chooser_native_new (title, parent, GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Save"), _ ("_Cancel"));
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), file_name);
  run (chooser, parent, callback, user_data);
}

GFile *
sutra_file_choice_finish (GAsyncResult *result, gboolean *replace, GError **error)
{
  GFile *file = NULL;

  g_return_val_if_fail (g_async_result_is_tagged (result, run), NULL);

  file = g_task_propagate_pointer (G_TASK (result), error);
  if (replace != NULL)
    *replace = file != NULL && g_file_query_exists (file, NULL);
  return file;
}

char *
sutra_file_choice_dup_name (GFile *file)
{
  g_autofree char *base = NULL;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  base = g_file_get_basename (file);
  return g_filename_display_name (base);
}

GtkWidget *
sutra_file_choice_ask_to_replace (GtkWindow *parent, GFile *file)
{
  g_autofree char *name = NULL;
  GtkWidget *dialog = NULL;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  name = sutra_file_choice_dup_name (file);
  dialog = adw_message_dialog_new (parent, NULL, _ ("A file of that name is there already. What it holds will be lost."));
  adw_message_dialog_format_heading (ADW_MESSAGE_DIALOG (dialog), _ ("Replace “%s”?"), name);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Cancel"), "replace", _ ("_Replace"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "replace", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  return dialog;
}
