/* The tagset dialog's import and export.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "sutra-error-message.h"
#include "sutra-error.h"
#include "sutra-file-choice.h"
#include "sutra-format-tagset.h"
#include "sutra-load.h"
#include "sutra-output.h"
#include "sutra-tagset-dialog-private.h"

/* Both are done in a thread: a file system can be slow. */

static void
fail (SutraTagsetDialog *self, const GError *error)
{
  if (sutra_tagset_dialog_get_case (self) != NULL)
    sutra_error_message_present (GTK_WINDOW (self), error);
  sutra_tagset_dialog_emit_done (self, FALSE);
}

/* ---- Import ---- */

static void
load_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  GFile *file = task_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *name = sutra_file_choice_dup_name (file);
  g_autoptr (GBytes) bytes = sutra_load_file (file, cancellable, &error);
  GPtrArray *specs = bytes != NULL ? sutra_tagset_from_json (bytes, name, &error) : NULL;

  if (specs != NULL)
    g_task_return_pointer (task, specs, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  SutraTagsetDialog *self = SUTRA_TAGSET_DIALOG (source);
  SutraCase *the_case = sutra_tagset_dialog_get_case (self);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) specs = g_task_propagate_pointer (G_TASK (result), &error);
  g_autofree char *message = NULL;

  /* Closed meanwhile: the user does not want it any more. */
  if (the_case == NULL)
    return;
  if (specs == NULL || !sutra_case_apply_tagset (the_case, specs, &error))
    {
      fail (self, error);
      return;
    }
  message = g_strdup_printf (ngettext ("%u type imported", "%u types imported", specs->len), specs->len);
  sutra_tagset_dialog_edited (self, message);
  sutra_tagset_dialog_emit_done (self, TRUE);
}

void
sutra_tagset_dialog_import_file (SutraTagsetDialog *self, GFile *file)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (SUTRA_IS_TAGSET_DIALOG (self));
  g_return_if_fail (G_IS_FILE (file));

  task = g_task_new (self, NULL, loaded_cb, NULL);
  g_task_set_source_tag (task, sutra_tagset_dialog_import_file);
  g_task_set_task_data (task, g_object_ref (file), g_object_unref);
  g_task_run_in_thread (task, load_thread);
}

static void
import_chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SutraTagsetDialog) self = user_data;
  g_autoptr (GFile) file = sutra_file_choice_finish (result, NULL, NULL);

  if (file != NULL && sutra_tagset_dialog_get_case (self) != NULL)
    sutra_tagset_dialog_import_file (self, file);
}

static void
import_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  sutra_file_choice_open_async (GTK_WINDOW (widget), _ ("Import Tagset"), _ ("Tagsets"), "*.json", import_chosen_cb, g_object_ref (widget));
}

/* ---- Export ---- */

typedef struct
{
  GFile *file;
  char *json;
  gboolean replace;
} Export;

static void
export_free (gpointer data)
{
  Export *export = data;

  g_object_unref (export->file);
  g_free (export->json);
  g_free (export);
}

static void
write_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Export *export = task_data;
  g_autofree char *path = g_file_get_path (export->file);
  g_autoptr (SutraOutput) output = NULL;
  GError *error = NULL;

  if (path == NULL)
    {
      g_task_return_new_error (task, SUTRA_ERROR, SUTRA_ERROR_UNSUPPORTED, "This place has no path on this computer. Choose another one.");
      return;
    }
  output = sutra_output_new_for_path (path, export->replace, &error);
  if (output != NULL)
    sutra_output_write (output, export->json, -1);
  if (output != NULL && sutra_output_commit (output, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
replace_cb (AdwMessageDialog *dialog, const char *response, gpointer user_data)
{
  SutraTagsetDialog *self = SUTRA_TAGSET_DIALOG (gtk_window_get_transient_for (GTK_WINDOW (dialog)));

  if (strcmp (response, "replace") == 0)
    sutra_tagset_dialog_export_file (self, user_data, TRUE);
  else
    sutra_tagset_dialog_emit_done (self, FALSE);
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  SutraTagsetDialog *self = SUTRA_TAGSET_DIALOG (source);
  Export *export = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    {
      g_autofree char *name = sutra_file_choice_dup_name (export->file);
      g_autofree char *message = g_strdup_printf (_ ("Written to “%s”"), name);

      if (sutra_tagset_dialog_get_case (self) != NULL)
        sutra_tagset_dialog_note (self, message);
      sutra_tagset_dialog_emit_done (self, TRUE);
    }
  else if (g_error_matches (error, SUTRA_ERROR, SUTRA_ERROR_EXISTS) && sutra_tagset_dialog_get_case (self) != NULL)
    {
      GtkWidget *dialog = sutra_file_choice_ask_to_replace (GTK_WINDOW (self), export->file);

      g_signal_connect_data (dialog, "response", G_CALLBACK (replace_cb), g_object_ref (export->file), (GClosureNotify) g_object_unref, 0);
      gtk_window_present (GTK_WINDOW (dialog));
    }
  else
    fail (self, error);
}

void
sutra_tagset_dialog_export_file (SutraTagsetDialog *self, GFile *file, gboolean replace)
{
  g_autoptr (GTask) task = NULL;
  g_autoptr (GPtrArray) specs = NULL;
  Export *export = NULL;

  g_return_if_fail (SUTRA_IS_TAGSET_DIALOG (self));
  g_return_if_fail (G_IS_FILE (file));
  g_return_if_fail (sutra_tagset_dialog_get_case (self) != NULL);

  specs = sutra_tagset_dup_specs (sutra_case_get_tagset (sutra_tagset_dialog_get_case (self)));
  export = g_new0 (Export, 1);
  export->file = g_object_ref (file);
  export->json = sutra_tagset_to_json (specs);
  export->replace = replace;
  task = g_task_new (self, NULL, written_cb, NULL);
  g_task_set_source_tag (task, sutra_tagset_dialog_export_file);
  g_task_set_task_data (task, export, export_free);
  g_task_run_in_thread (task, write_thread);
}

static void
export_chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SutraTagsetDialog) self = user_data;
  gboolean replace = FALSE;
  g_autoptr (GFile) file = sutra_file_choice_finish (result, &replace, NULL);

  if (file != NULL && sutra_tagset_dialog_get_case (self) != NULL)
    sutra_tagset_dialog_export_file (self, file, replace);
}

static void
export_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SutraTagsetDialog *self = SUTRA_TAGSET_DIALOG (widget);
  /* Translators: a file name; %s is the name of the case */
  g_autofree char *name = g_strdup_printf (_ ("%s tagset.json"), sutra_case_get_name (sutra_tagset_dialog_get_case (self)));

  g_strdelimit (name, "/\\:*?\"<>|", '-');
  sutra_file_choice_save_async (GTK_WINDOW (widget), _ ("Export Tagset"), name, export_chosen_cb, g_object_ref (widget));
}

void
sutra_tagset_dialog_install_file_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "tagset.import", NULL, import_cb);
  gtk_widget_class_install_action (widget_class, "tagset.export", NULL, export_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_o, GDK_CONTROL_MASK, "tagset.import", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_e, GDK_CONTROL_MASK, "tagset.export", NULL);
}
