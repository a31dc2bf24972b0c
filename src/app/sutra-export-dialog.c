/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-export-dialog.h"

#include <glib/gi18n.h>

#include "sutra-error-message.h"
#include "sutra-error.h"
#include "sutra-export.h"
#include "sutra-file-choice.h"
#include "sutra-format-label.h"

struct _SutraExportDialog
{
  AdwWindow parent_instance;

  GtkStack *stack;
  AdwPreferencesGroup *scopes;
  AdwActionRow *article_row;
  GtkCheckButton *article_check;
  GtkCheckButton *case_check;
  AdwPreferencesGroup *formats;
  GtkLabel *writing;
  GtkSpinner *spinner;

  SutraCase *the_case;       /* (owned) */
  SutraArticle *article;     /* (owned) (nullable) */
  GPtrArray *checks;         /* GtkCheckButton (unowned), one for each format that can be written */
  GPtrArray *writable;       /* const SutraFormat * */
  GCancellable *cancellable; /* (owned) (nullable) while it writes */
  gboolean closed;
};

enum
{
  EXPORTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SutraExportDialog, sutra_export_dialog, ADW_TYPE_WINDOW)

static const SutraFormat *
get_format (SutraExportDialog *self)
{
  for (guint i = 0; i < self->checks->len; i++)
    {
      if (gtk_check_button_get_active (g_ptr_array_index (self->checks, i)))
        return g_ptr_array_index (self->writable, i);
    }
  return NULL;
}

static gboolean
is_whole_case (SutraExportDialog *self)
{
  return self->article == NULL || gtk_check_button_get_active (self->case_check);
}

static void
update (SutraExportDialog *self)
{
  gboolean busy = self->cancellable != NULL;

  gtk_stack_set_visible_child_name (self->stack, busy ? "writing" : "choosing");
  gtk_spinner_set_spinning (self->spinner, busy);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "export.choose-file", !busy && get_format (self) != NULL);
}

/* ---- Writing ---- */

typedef struct
{
  SutraExportRequest request;
  SutraId article;
  char *path;
  GFile *file;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_free (job->path);
  g_object_unref (job->file);
  g_free (job);
}

static void
write_in_worker (GTask *task, SutraStore *store, gpointer task_data, GCancellable *cancellable)
{
  Job *job = task_data;
  GError *error = NULL;

  /* Once the file is written it is no longer cancelled: say what is so. */
  g_task_set_check_cancellable (task, FALSE);
  if (sutra_export_run (store, &job->request, cancellable, &error))
    g_task_return_pointer (task, g_object_ref (job->file), g_object_unref);
  else
    g_task_return_error (task, error);
}

static void
replace_cb (AdwMessageDialog *dialog, const char *response, gpointer user_data)
{
  SutraExportDialog *self = SUTRA_EXPORT_DIALOG (gtk_window_get_transient_for (GTK_WINDOW (dialog)));

  if (strcmp (response, "replace") == 0)
    sutra_export_dialog_export_file (self, user_data, TRUE);
}

static void
fail (SutraExportDialog *self, GFile *file, const GError *error)
{
  if (self->closed || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (g_error_matches (error, SUTRA_ERROR, SUTRA_ERROR_EXISTS))
    {
      GtkWidget *dialog = sutra_file_choice_ask_to_replace (GTK_WINDOW (self), file);

      g_signal_connect_data (dialog, "response", G_CALLBACK (replace_cb), g_object_ref (file), (GClosureNotify) g_object_unref, 0);
      gtk_window_present (GTK_WINDOW (dialog));
    }
  else
    sutra_error_message_present (GTK_WINDOW (self), error);
}

typedef struct
{
  SutraExportDialog *dialog;
  GFile *file;
} Pending;

static void
written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Pending *pending = user_data;
  g_autoptr (SutraExportDialog) self = pending->dialog;
  g_autoptr (GFile) file = pending->file;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) written = sutra_worker_run_finish (SUTRA_WORKER (source), result, &error);

  g_free (pending);
  g_clear_object (&self->cancellable);
  if (!self->closed)
    update (self);
  if (written == NULL)
    {
      fail (self, file, error);
      return;
    }
  g_signal_emit (self, signals[EXPORTED], 0, written);
  if (!self->closed)
    gtk_window_close (GTK_WINDOW (self));
}

void
sutra_export_dialog_export_file (SutraExportDialog *self, GFile *file, gboolean replace)
{
  g_autofree char *name = NULL;
  g_autofree char *text = NULL;
  Pending *pending = NULL;
  Job *job = NULL;

  g_return_if_fail (SUTRA_IS_EXPORT_DIALOG (self));
  g_return_if_fail (G_IS_FILE (file));

  if (self->closed || self->cancellable != NULL || get_format (self) == NULL)
    return;
  if (g_file_peek_path (file) == NULL)
    {
      g_autoptr (GError) error =
          g_error_new (SUTRA_ERROR, SUTRA_ERROR_UNSUPPORTED, "This place has no path on this computer. Choose another one.");

      sutra_error_message_present (GTK_WINDOW (self), error);
      return;
    }
  job = g_new0 (Job, 1);
  job->file = g_object_ref (file);
  job->path = g_file_get_path (file);
  job->request.format = get_format (self);
  job->request.path = job->path;
  job->request.overwrite = replace;
  if (!is_whole_case (self))
    {
      job->article = *sutra_article_get_id (self->article);
      job->request.article = &job->article;
    }
  pending = g_new0 (Pending, 1);
  pending->dialog = g_object_ref (self);
  pending->file = g_object_ref (file);
  name = sutra_file_choice_dup_name (file);
  text = g_strdup_printf (_ ("Writing “%s”…"), name);
  gtk_label_set_text (self->writing, text);
  self->cancellable = g_cancellable_new ();
  update (self);
  sutra_worker_run_async (sutra_case_get_jobs (self->the_case), G_PRIORITY_DEFAULT, write_in_worker, job, job_free, self->cancellable,
                          written_cb, pending);
}

/* ---- Actions ---- */

static void
file_chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SutraExportDialog) self = user_data;
  gboolean replace = FALSE;
  g_autoptr (GFile) file = sutra_file_choice_finish (result, &replace, NULL);

  if (file != NULL)
    sutra_export_dialog_export_file (self, file, replace);
}

static void
choose_file_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SutraExportDialog *self = SUTRA_EXPORT_DIALOG (widget);
  const SutraFormat *format = get_format (self);
  g_autofree char *name = NULL;

  if (format == NULL || self->cancellable != NULL)
    return;
  name = sutra_export_suggest_name (format,
                                    is_whole_case (self) ? sutra_case_get_name (self->the_case) : sutra_article_get_title (self->article));
  sutra_file_choice_save_async (GTK_WINDOW (self), _ ("Export"), name, file_chosen_cb, g_object_ref (self));
}

/* The first "Cancel" ends the writing, the next one the dialog. */
static void
cancel_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SutraExportDialog *self = SUTRA_EXPORT_DIALOG (widget);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  else
    gtk_window_close (GTK_WINDOW (self));
}

/* ---- Object ---- */

static void
add_formats (SutraExportDialog *self)
{
  const SutraFormat *const *formats = sutra_export_formats ();

  for (guint i = 0; formats[i] != NULL; i++)
    {
      GtkWidget *row = NULL;
      GtkWidget *check = NULL;
      g_autofree char *subtitle = NULL;

      if (formats[i]->write == NULL)
        continue;
      row = adw_action_row_new ();
      check = gtk_check_button_new ();
      gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
      if (self->checks->len > 0)
        gtk_check_button_set_group (GTK_CHECK_BUTTON (check), g_ptr_array_index (self->checks, 0));
      else
        gtk_check_button_set_active (GTK_CHECK_BUTTON (check), TRUE);
      subtitle = sutra_format_label_dup_loses (formats[i]);
      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), sutra_format_label_name (formats[i]));
      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
      adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
      adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
      gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, sutra_format_label_name (formats[i]), -1);
      adw_preferences_group_add (self->formats, row);
      g_ptr_array_add (self->checks, check);
      g_ptr_array_add (self->writable, (gpointer) formats[i]);
    }
}

/* A window is closed when it is unmapped: what is under way keeps a reference, so that dispose may come much later. */
static void
sutra_export_dialog_unmap (GtkWidget *widget)
{
  SutraExportDialog *self = SUTRA_EXPORT_DIALOG (widget);

  self->closed = TRUE;
  g_cancellable_cancel (self->cancellable);
  GTK_WIDGET_CLASS (sutra_export_dialog_parent_class)->unmap (widget);
}

static void
sutra_export_dialog_dispose (GObject *object)
{
  SutraExportDialog *self = SUTRA_EXPORT_DIALOG (object);

  g_clear_object (&self->the_case);
  gtk_widget_dispose_template (GTK_WIDGET (self), SUTRA_TYPE_EXPORT_DIALOG);
  g_clear_object (&self->article);
  g_ptr_array_set_size (self->checks, 0);
  G_OBJECT_CLASS (sutra_export_dialog_parent_class)->dispose (object);
}

static void
sutra_export_dialog_finalize (GObject *object)
{
  SutraExportDialog *self = SUTRA_EXPORT_DIALOG (object);

  g_clear_object (&self->cancellable);
  g_ptr_array_unref (self->checks);
  g_ptr_array_unref (self->writable);
  G_OBJECT_CLASS (sutra_export_dialog_parent_class)->finalize (object);
}

static void
sutra_export_dialog_class_init (SutraExportDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = sutra_export_dialog_dispose;
  object_class->finalize = sutra_export_dialog_finalize;
  widget_class->unmap = sutra_export_dialog_unmap;

  signals[EXPORTED] =
      g_signal_new ("exported", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_FILE);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/sutradhar/Sutradhar/ui/sutra-export-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, SutraExportDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, SutraExportDialog, scopes);
  gtk_widget_class_bind_template_child (widget_class, SutraExportDialog, article_row);
  gtk_widget_class_bind_template_child (widget_class, SutraExportDialog, article_check);
  gtk_widget_class_bind_template_child (widget_class, SutraExportDialog, case_check);
  gtk_widget_class_bind_template_child (widget_class, SutraExportDialog, formats);
  gtk_widget_class_bind_template_child (widget_class, SutraExportDialog, writing);
  gtk_widget_class_bind_template_child (widget_class, SutraExportDialog, spinner);
  gtk_widget_class_install_action (widget_class, "export.choose-file", NULL, choose_file_cb);
  gtk_widget_class_install_action (widget_class, "export.cancel", NULL, cancel_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "export.cancel", NULL);
}

static void
sutra_export_dialog_init (SutraExportDialog *self)
{
  self->checks = g_ptr_array_new ();
  self->writable = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  add_formats (self);
  update (self);
}

GtkWidget *
sutra_export_dialog_new (SutraCase *the_case, SutraArticle *article, GtkWindow *parent)
{
  SutraExportDialog *self = NULL;

  g_return_val_if_fail (SUTRA_IS_CASE (the_case), NULL);
  g_return_val_if_fail (article == NULL || SUTRA_IS_ARTICLE (article), NULL);

  self = g_object_new (SUTRA_TYPE_EXPORT_DIALOG, "transient-for", parent, NULL);
  self->the_case = g_object_ref (the_case);
  if (article != NULL)
    {
      self->article = g_object_ref (article);
      adw_action_row_set_subtitle (self->article_row, sutra_article_get_title (article));
    }
  else
    {
      gtk_check_button_set_active (self->case_check, TRUE);
      gtk_widget_set_visible (GTK_WIDGET (self->scopes), FALSE);
    }
  return GTK_WIDGET (self);
}

void
sutra_export_dialog_choose (SutraExportDialog *self, const char *format, gboolean whole_case)
{
  g_return_if_fail (SUTRA_IS_EXPORT_DIALOG (self));

  for (guint i = 0; i < self->checks->len; i++)
    {
      if (strcmp (((const SutraFormat *) g_ptr_array_index (self->writable, i))->id, format) == 0)
        gtk_check_button_set_active (g_ptr_array_index (self->checks, i), TRUE);
    }
  if (self->article != NULL)
    gtk_check_button_set_active (whole_case ? self->case_check : self->article_check, TRUE);
}

gboolean
sutra_export_dialog_is_busy (SutraExportDialog *self)
{
  g_return_val_if_fail (SUTRA_IS_EXPORT_DIALOG (self), FALSE);

  return self->cancellable != NULL;
}
