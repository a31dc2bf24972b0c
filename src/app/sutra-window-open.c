/* Ways for articles to come in: the file chooser, drops, paste, the sample.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-error-message.h"
#include "sutra-feedback.h"
#include "sutra-import.h"
#include "sutra-reader.h"
#include "sutra-window-private.h"

#include <glib/gi18n.h>

#define SAMPLE "bay-of-bengal-dialogue.txt"

typedef struct
{
  SutraWindow *self; /* (owned) */
  SutraCase *the_case;
  GCancellable *cancellable;
  gboolean show;
  gboolean asked;     /* the user chose an encoding already */
  GPtrArray *pending; /* (owned) (nullable) SutraLikely that are asked for next */
} Opening;

static void
opening_free (Opening *opening)
{
  g_clear_object (&opening->cancellable);
  g_clear_pointer (&opening->pending, g_ptr_array_unref);
  g_object_unref (opening->the_case);
  g_object_unref (opening->self);
  g_free (opening);
}

static gboolean
only_encoding_failed (SutraImportResult *result)
{
  return result->errors->len == 1 && result->articles->len == 0 &&
         g_error_matches (g_ptr_array_index (result->errors, 0), SUTRA_ERROR, SUTRA_ERROR_ENCODING);
}

static void
report_failures (SutraWindow *self, SutraImportResult *result)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *heading = NULL;

  if (result->errors->len == 1 && result->articles->len == 0)
    {
      sutra_error_message_present (GTK_WINDOW (self), g_ptr_array_index (result->errors, 0));
      return;
    }
  if (result->errors->len == 0)
    return;
  for (guint i = 0; i < result->files->len; i++)
    {
      g_autofree char *base = g_file_get_basename (g_ptr_array_index (result->files, i));

      g_ptr_array_add (names, g_filename_display_name (base));
    }
  heading =
      g_strdup_printf (ngettext ("%u File Could Not Be Added", "%u Files Could Not Be Added", result->errors->len), result->errors->len);
  sutra_error_message_present_several (GTK_WINDOW (self), heading, names, result->errors);
}

static void
report_success (SutraWindow *self, SutraImportResult *result)
{
  guint n = result->n_new;
  g_autofree char *message = NULL;

  if (n > 0)
    {
      message = g_strdup_printf (ngettext ("Added %u article", "Added %u articles", n), n);
      sutra_window_note (self, message, _ ("_Undo"), "win.undo", NULL);
    }
  else if (result->n_places > 0)
    {
      message = g_strdup_printf (ngettext ("Imported %u place", "Imported %u places", result->n_places), result->n_places);
      sutra_window_note (self, message, _ ("_Undo"), "win.undo", NULL);
    }
  else if (result->articles->len > 0)
    sutra_window_note (self, _ ("This article is in the case already."), NULL, NULL, NULL);
}

/* What the import left, then what was left before it. */
static void
ask_likely (Opening *opening, SutraImportResult *result)
{
  GPtrArray *likely = g_steal_pointer (&result->likely);

  result->likely = g_ptr_array_new ();
  if (opening->pending != NULL)
    g_ptr_array_extend_and_steal (likely, g_steal_pointer (&opening->pending));
  if (likely->len > 0)
    sutra_window_ask_likely (opening->self, likely, opening->show);
  else
    g_ptr_array_unref (likely);
}

static void
imported_cb (GObject *object, GAsyncResult *async_result, gpointer data)
{
  Opening *opening = data;
  SutraWindow *self = opening->self;
  g_autoptr (GError) error = NULL;
  g_autoptr (SutraImportResult) result = sutra_import_finish (opening->the_case, async_result, &error);

  sutra_operation_bar_end (self->operation, opening->cancellable);
  self->importing = FALSE;
  if (self->the_case == opening->the_case)
    sutra_window_forget_history (self);
  if (self->the_case != opening->the_case)
    ; /* the window shows another case by now */
  else if (result == NULL)
    sutra_feedback_failed (GTK_WIDGET (self), error);
  else if (only_encoding_failed (result) && !opening->asked)
    sutra_window_ask_encoding (self, g_ptr_array_index (result->files, 0));
  else
    {
      SutraArticle *open = sutra_article_page_get_article (self->page);

      if (result->articles->len > 0 && (opening->show || open == NULL))
        {
          g_autoptr (SutraArticle) article = sutra_case_get_article (self->the_case, &g_array_index (result->articles, SutraId, 0), NULL);

          if (article != NULL)
            sutra_window_show_article (self, article);
          gtk_widget_grab_focus (GTK_WIDGET (self->page));
        }
      report_success (self, result);
      report_failures (self, result);
      ask_likely (opening, result);
    }
  sutra_window_update_actions (self);
  opening_free (opening);
}

void
sutra_window_import (SutraWindow *self, GFile *const *files, const char *encoding, gboolean show)
{
  sutra_window_import_and_ask (self, files, encoding, show, NULL);
}

void
sutra_window_import_and_ask (SutraWindow *self, GFile *const *files, const char *encoding, gboolean show, GPtrArray *pending)
{
  g_autofree char *title = NULL;
  Opening *opening;
  guint n = g_strv_length ((char **) files);

  if (self->the_case == NULL || n == 0)
    {
      g_clear_pointer (&pending, g_ptr_array_unref);
      return;
    }
  if (sutra_case_is_read_only (self->the_case))
    {
      g_clear_pointer (&pending, g_ptr_array_unref);
      sutra_window_note (self, _ ("This case can only be read."), NULL, NULL, NULL);
      return;
    }
  title = g_strdup_printf (ngettext ("Adding %u article…", "Adding %u articles…", n), n);
  opening = g_new0 (Opening, 1);
  opening->self = g_object_ref (self);
  opening->the_case = g_object_ref (self->the_case);
  opening->show = show;
  opening->asked = encoding != NULL;
  opening->pending = pending;
  opening->cancellable = sutra_operation_bar_begin (self->operation, title);
  self->importing = TRUE;
  sutra_import_async (self->the_case, files, encoding, opening->cancellable, sutra_operation_bar_progress, self->operation, imported_cb,
                      opening);
}

static gboolean
is_case_file (GFile *file)
{
  g_autofree char *base = g_file_get_basename (file);

  return base != NULL && g_str_has_suffix (base, ".sutra");
}

void
sutra_window_open_files (SutraWindow *self, GFile *const *files, gboolean show)
{
  g_autoptr (GPtrArray) articles = g_ptr_array_new ();

  g_return_if_fail (SUTRA_IS_WINDOW (self));

  for (gsize i = 0; files[i] != NULL; i++)
    {
      if (is_case_file (files[i]))
        {
          g_autofree char *path = g_file_get_path (files[i]);

          if (path != NULL)
            gtk_widget_activate_action (GTK_WIDGET (self), "win.open-case-path", "s", path);
        }
      else
        g_ptr_array_add (articles, files[i]);
    }
  g_ptr_array_add (articles, NULL);
  sutra_window_import (self, (GFile *const *) articles->pdata, NULL, show);
}

/* ---- The file chooser ---- */

static void
add_filters (GtkFileChooser *chooser)
{
  g_autoptr (GtkFileFilter) articles = gtk_file_filter_new ();
  g_autoptr (GtkFileFilter) all = gtk_file_filter_new ();
  const char *const *extensions = sutra_reader_get_extensions ();

  gtk_file_filter_set_name (articles, _ ("Articles"));
  for (gsize i = 0; extensions[i] != NULL; i++)
    gtk_file_filter_add_suffix (articles, extensions[i]);
  gtk_file_filter_add_suffix (articles, "geojson");
  gtk_file_filter_set_name (all, _ ("All Files"));
  gtk_file_filter_add_pattern (all, "*");
  gtk_file_chooser_add_filter (chooser, articles);
  gtk_file_chooser_add_filter (chooser, all);
}

static void
chosen_cb (GtkNativeDialog *dialog, int response, gpointer data)
{
  SutraWindow *self = data;
  gboolean show = g_object_get_data (G_OBJECT (dialog), "show") != NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    {
      g_autoptr (GListModel) chosen = gtk_file_chooser_get_files (GTK_FILE_CHOOSER (dialog));
      g_autoptr (GPtrArray) keep = g_ptr_array_new_with_free_func (g_object_unref);
      g_autofree GFile **files = g_new0 (GFile *, g_list_model_get_n_items (chosen) + 1);

      for (guint i = 0; i < g_list_model_get_n_items (chosen); i++)
        {
          files[i] = g_list_model_get_item (chosen, i);
          g_ptr_array_add (keep, files[i]);
        }
      sutra_window_open_files (self, files, show);
    }
  g_object_unref (dialog);
}

static void
choose_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gboolean show = g_str_has_suffix (name, "open");
  GtkFileChooserNative *chooser =
      gtk_file_chooser_native_new (show ? _ ("Open an Article") : _ ("Add Articles to the Case"), GTK_WINDOW (widget),
                                   GTK_FILE_CHOOSER_ACTION_OPEN, show ? _ ("_Open") : _ ("_Add"), _ ("_Cancel"));

  gtk_file_chooser_set_select_multiple (GTK_FILE_CHOOSER (chooser), TRUE);
  add_filters (GTK_FILE_CHOOSER (chooser));
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  if (show)
    g_object_set_data (G_OBJECT (chooser), "show", chooser);
  /* The reference goes with the response. */
  g_signal_connect_object (chooser, "response", G_CALLBACK (chosen_cb), widget, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

/* ---- Paste ---- */

static void
add_pasted (SutraWindow *self, const char *pasted, const char *encoding)
{
  SutraReadOptions options = { .encoding = g_strcmp0 (encoding, SUTRA_IMPORT_AS_IS) == 0 ? NULL : encoding };
  g_autoptr (GBytes) bytes = g_bytes_new (pasted, strlen (pasted));
  g_autoptr (GError) error = NULL;
  g_autoptr (SutraDraft) draft = sutra_read (bytes, "pasted.txt", &options, &error);
  g_autoptr (SutraArticle) article = NULL;
  gboolean existed = FALSE;

  if (self->the_case == NULL)
    return;
  if (draft != NULL && encoding == NULL && draft->likely_encoding != NULL)
    {
      sutra_window_ask_pasted (self, g_strdup (pasted), draft->encoding, draft->likely_encoding, add_pasted);
      return;
    }
  if (draft != NULL)
    {
      g_clear_pointer (&draft->file_name, g_free);
      article = sutra_case_add_article (self->the_case, draft, &existed, &error);
    }
  if (article == NULL)
    {
      sutra_feedback_failed (GTK_WIDGET (self), error);
      return;
    }
  sutra_window_show_article (self, article);
  gtk_widget_grab_focus (GTK_WIDGET (self->page));
  if (existed)
    sutra_window_note (self, _ ("This article is in the case already."), NULL, NULL, NULL);
}

static void
pasted_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  g_autoptr (SutraWindow) self = data;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (object), result, NULL);

  if (self->the_case == NULL)
    return;
  if (text == NULL || *text == '\0')
    sutra_window_note (self, _ ("There is no text in the clipboard."), NULL, NULL, NULL);
  else
    add_pasted (self, text, NULL);
}

static void
paste_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (widget), NULL, pasted_cb, g_object_ref (widget));
}

/* ---- The sample ---- */

static void
sample_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autofree char *path = sutra_application_dup_data_path (SAMPLE);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  GFile *files[] = { file, NULL };

  sutra_window_import (SUTRA_WINDOW (widget), files, NULL, TRUE);
}

/* ---- Drops ---- */

static gboolean
drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, gpointer data)
{
  GSList *dropped = g_value_get_boxed (value);
  g_autoptr (GPtrArray) files = g_ptr_array_new ();

  for (GSList *l = dropped; l != NULL; l = l->next)
    g_ptr_array_add (files, l->data);
  if (files->len == 0)
    return FALSE;
  g_ptr_array_add (files, NULL);
  sutra_window_open_files (data, (GFile *const *) files->pdata, TRUE);
  return TRUE;
}

void
sutra_window_accept_drops (SutraWindow *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (target), GTK_PHASE_CAPTURE);
  g_signal_connect_object (target, "drop", G_CALLBACK (drop_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

void
sutra_window_install_open_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.open", NULL, choose_action);
  gtk_widget_class_install_action (widget_class, "win.add", NULL, choose_action);
  gtk_widget_class_install_action (widget_class, "win.paste-article", NULL, paste_action);
  gtk_widget_class_install_action (widget_class, "win.open-sample", NULL, sample_action);
}
