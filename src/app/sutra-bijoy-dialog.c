/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-bijoy-dialog.h"

#include <glib/gi18n.h>

#include "sutra-decode-legacy.h"
#include "sutra-reader.h"

/* As much of the text as is shown. */
#define PREVIEW_LINES 60
#define PREVIEW_CHARS 4000

/* The rows of the fonts. */
enum
{
  AUTOMATIC,
  NEW_FONTS,
  OLD_FONTS,
};

/* The readings of the file: as it stands, and converted; for UTF-8 that was read twice only the first two. */
typedef struct
{
  char *as_is;
  char *automatic;
  char *new_fonts;
  char *old_fonts;
  gboolean found_old;
} Readings;

struct _SutraBijoyDialog
{
  AdwWindow parent_instance;

  AdwWindowTitle *window_title;
  GtkLabel *explanation;
  GtkTextView *original;
  GtkTextView *converted;
  GtkBox *fonts_box;
  GtkDropDown *fonts;
  GtkCheckButton *all;
  GtkButton *convert;

  GBytes *bytes; /* (owned) */
  char *file_name;
  char *as_is;
  char *likely;
  Readings *readings; /* (owned) NULL until they are read */
  GCancellable *cancellable;
  gboolean decided;
};

enum
{
  DECIDED,
  DISMISSED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SutraBijoyDialog, sutra_bijoy_dialog, ADW_TYPE_WINDOW)

static void
readings_free (gpointer data)
{
  Readings *readings = data;

  g_free (readings->as_is);
  g_free (readings->automatic);
  g_free (readings->new_fonts);
  g_free (readings->old_fonts);
  g_free (readings);
}

/* ---- Reading ---- */

typedef struct
{
  GBytes *bytes;
  char *file_name;
  char *as_is;
  char *likely;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_bytes_unref (job->bytes);
  g_free (job->file_name);
  g_free (job->as_is);
  g_free (job->likely);
  g_free (job);
}

/* How the article begins in an encoding, or why it does not. @used: out, nullable. */
static char *
read_beginning (const Job *job, const char *encoding, char **used)
{
  SutraReadOptions options = { .encoding = encoding };
  g_autoptr (GError) error = NULL;
  g_autoptr (SutraDraft) draft = sutra_read (job->bytes, job->file_name, &options, &error);
  const char *text, *p;
  guint lines = 0;

  if (draft == NULL)
    return g_strdup (error->message);
  if (used != NULL)
    *used = g_strdup (draft->encoding);
  text = p = sutra_text_get_utf8 (draft->text, NULL);
  for (guint n = 0; *p != '\0' && n < PREVIEW_CHARS && lines < PREVIEW_LINES; n++)
    {
      lines += *p == '\n';
      p = g_utf8_next_char (p);
    }
  return g_strndup (text, (gsize) (p - text));
}

static void
read_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Job *job = task_data;
  Readings *readings = g_new0 (Readings, 1);
  g_autofree char *used = NULL;

  readings->as_is = read_beginning (job, job->as_is, NULL);
  readings->automatic = read_beginning (job, job->likely, &used);
  readings->found_old = g_strcmp0 (used, SUTRA_ENCODING_BIJOY_OLD) == 0;
  if (sutra_decode_is_bijoy (job->likely))
    {
      readings->new_fonts = read_beginning (job, SUTRA_ENCODING_BIJOY_NEW, NULL);
      readings->old_fonts = read_beginning (job, SUTRA_ENCODING_BIJOY_OLD, NULL);
    }
  g_task_return_pointer (task, readings, readings_free);
}

static const char *
get_converted (SutraBijoyDialog *self)
{
  guint fonts = gtk_drop_down_get_selected (self->fonts);

  if (self->readings->new_fonts == NULL || fonts == AUTOMATIC)
    return self->readings->automatic;
  return fonts == OLD_FONTS ? self->readings->old_fonts : self->readings->new_fonts;
}

static void
update (SutraBijoyDialog *self)
{
  if (self->readings != NULL)
    gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->converted), get_converted (self), -1);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "bijoy.convert", self->readings != NULL);
}

/* The automatic choice is named once it is known. */
static void
name_automatic (SutraBijoyDialog *self)
{
  const char *labels[] = { self->readings->found_old ? _ ("Automatic: old fonts") : _ ("Automatic: new fonts"), NULL };
  GtkStringList *list = GTK_STRING_LIST (gtk_drop_down_get_model (self->fonts));
  guint selected = gtk_drop_down_get_selected (self->fonts);

  gtk_string_list_splice (list, AUTOMATIC, 1, labels);
  gtk_drop_down_set_selected (self->fonts, selected);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  SutraBijoyDialog *self = SUTRA_BIJOY_DIALOG (source);
  Readings *readings = g_task_propagate_pointer (G_TASK (result), NULL);

  if (readings == NULL)
    return;
  self->readings = readings;
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->original), readings->as_is, -1);
  name_automatic (self);
  update (self);
  /* Until now it could not take the focus. */
  gtk_window_set_focus (GTK_WINDOW (self), GTK_WIDGET (self->convert));
}

static void
start_reading (SutraBijoyDialog *self)
{
  g_autoptr (GTask) task = g_task_new (self, self->cancellable, read_cb, NULL);
  Job *job = g_new0 (Job, 1);

  job->bytes = g_bytes_ref (self->bytes);
  job->file_name = g_strdup (self->file_name);
  job->as_is = g_strdup (self->as_is);
  job->likely = g_strdup (self->likely);
  g_task_set_source_tag (task, start_reading);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, read_thread);
}

/* ---- Callbacks ---- */

static void
fonts_notify_cb (SutraBijoyDialog *self, GParamSpec *pspec, GtkDropDown *fonts)
{
  update (self);
}

static void
decide (SutraBijoyDialog *self, const char *encoding)
{
  if (self->decided)
    return;
  self->decided = TRUE;
  g_signal_emit (self, signals[DECIDED], 0, encoding, gtk_check_button_get_active (self->all));
  gtk_window_close (GTK_WINDOW (self));
}

static void
convert_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SutraBijoyDialog *self = SUTRA_BIJOY_DIALOG (widget);
  guint fonts = gtk_drop_down_get_selected (self->fonts);

  if (!sutra_decode_is_bijoy (self->likely) || fonts == AUTOMATIC)
    decide (self, self->likely);
  else
    decide (self, fonts == OLD_FONTS ? SUTRA_ENCODING_BIJOY_OLD : SUTRA_ENCODING_BIJOY_NEW);
}

static void
keep_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SutraBijoyDialog *self = SUTRA_BIJOY_DIALOG (widget);

  decide (self, self->as_is);
}

static gboolean
sutra_bijoy_dialog_close_request (GtkWindow *window)
{
  SutraBijoyDialog *self = SUTRA_BIJOY_DIALOG (window);

  if (!self->decided)
    {
      self->decided = TRUE;
      g_signal_emit (self, signals[DISMISSED], 0);
    }
  return GTK_WINDOW_CLASS (sutra_bijoy_dialog_parent_class)->close_request (window);
}

/* ---- Object ---- */

static void
sutra_bijoy_dialog_dispose (GObject *object)
{
  SutraBijoyDialog *self = SUTRA_BIJOY_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (self), SUTRA_TYPE_BIJOY_DIALOG);
  G_OBJECT_CLASS (sutra_bijoy_dialog_parent_class)->dispose (object);
}

static void
sutra_bijoy_dialog_finalize (GObject *object)
{
  SutraBijoyDialog *self = SUTRA_BIJOY_DIALOG (object);

  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_clear_pointer (&self->readings, readings_free);
  g_free (self->file_name);
  g_free (self->as_is);
  g_free (self->likely);
  G_OBJECT_CLASS (sutra_bijoy_dialog_parent_class)->finalize (object);
}

static void
sutra_bijoy_dialog_class_init (SutraBijoyDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = sutra_bijoy_dialog_dispose;
  object_class->finalize = sutra_bijoy_dialog_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = sutra_bijoy_dialog_close_request;

  signals[DECIDED] = g_signal_new ("decided", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2,
                                   G_TYPE_STRING, G_TYPE_BOOLEAN);
  signals[DISMISSED] = g_signal_new ("dismissed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/sutradhar/Sutradhar/ui/sutra-bijoy-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, SutraBijoyDialog, window_title);
  gtk_widget_class_bind_template_child (widget_class, SutraBijoyDialog, explanation);
  gtk_widget_class_bind_template_child (widget_class, SutraBijoyDialog, original);
  gtk_widget_class_bind_template_child (widget_class, SutraBijoyDialog, converted);
  gtk_widget_class_bind_template_child (widget_class, SutraBijoyDialog, fonts_box);
  gtk_widget_class_bind_template_child (widget_class, SutraBijoyDialog, fonts);
  gtk_widget_class_bind_template_child (widget_class, SutraBijoyDialog, all);
  gtk_widget_class_bind_template_child (widget_class, SutraBijoyDialog, convert);
  gtk_widget_class_bind_template_callback (widget_class, fonts_notify_cb);
  gtk_widget_class_install_action (widget_class, "bijoy.convert", NULL, convert_cb);
  gtk_widget_class_install_action (widget_class, "bijoy.keep", NULL, keep_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
sutra_bijoy_dialog_init (SutraBijoyDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->cancellable = g_cancellable_new ();
  update (self);
}

GtkWidget *
sutra_bijoy_dialog_new (GBytes *bytes, const char *file_name, const char *as_is, const char *likely, guint n_files, GtkWindow *parent)
{
  SutraBijoyDialog *self = NULL;

  g_return_val_if_fail (bytes != NULL, NULL);
  g_return_val_if_fail (as_is != NULL && likely != NULL, NULL);

  self = g_object_new (SUTRA_TYPE_BIJOY_DIALOG, "transient-for", parent, NULL);
  self->bytes = g_bytes_ref (bytes);
  self->file_name = g_strdup (file_name);
  self->as_is = g_strdup (as_is);
  self->likely = g_strdup (likely);
  if (file_name != NULL)
    {
      g_autofree char *shown = g_filename_display_name (file_name);

      adw_window_title_set_subtitle (self->window_title, shown);
    }
  if (!sutra_decode_is_bijoy (likely))
    {
      gtk_label_set_text (self->explanation,
                          _ ("This Bengali text seems to have been read in the wrong encoding at some time. It can be repaired."));
      gtk_widget_set_visible (GTK_WIDGET (self->fonts_box), FALSE);
    }
  if (n_files > 1)
    {
      g_autofree char *label =
          g_strdup_printf (ngettext ("Do the same with _all %u file", "Do the same with _all %u files", n_files), n_files);

      gtk_check_button_set_label (self->all, label);
      gtk_check_button_set_active (self->all, TRUE);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->all), n_files > 1);
  start_reading (self);
  return GTK_WIDGET (self);
}

static char *
dup_text (SutraBijoyDialog *self, GtkTextView *view)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  GtkTextIter start, end;

  if (self->readings == NULL)
    return NULL;
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, TRUE);
}

char *
sutra_bijoy_dialog_dup_original (SutraBijoyDialog *self)
{
  g_return_val_if_fail (SUTRA_IS_BIJOY_DIALOG (self), NULL);

  return dup_text (self, self->original);
}

char *
sutra_bijoy_dialog_dup_converted (SutraBijoyDialog *self)
{
  g_return_val_if_fail (SUTRA_IS_BIJOY_DIALOG (self), NULL);

  return dup_text (self, self->converted);
}
