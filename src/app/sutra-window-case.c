/* Cases: new, open, rename, copy, delete.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-feedback.h"
#include "sutra-window-private.h"

#include <glib/gi18n.h>

static SutraApplication *
application (SutraWindow *self)
{
  return SUTRA_APPLICATION (gtk_window_get_application (GTK_WINDOW (self)));
}

/* ---- A dialog with one entry: for a name ---- */

typedef void (*NameFunc) (SutraWindow *self, const char *name);

static void
name_response_cb (AdwMessageDialog *dialog, const char *response, gpointer data)
{
  GtkEditable *entry = g_object_get_data (G_OBJECT (dialog), "entry");
  NameFunc func = (NameFunc) g_object_get_data (G_OBJECT (dialog), "func");
  g_autofree char *name = g_strdup (gtk_editable_get_text (entry));

  if (g_str_equal (response, "accept") && *g_strstrip (name) != '\0')
    func (data, name);
}

static void
name_changed_cb (AdwMessageDialog *dialog, GtkEditable *entry)
{
  g_autofree char *name = g_strdup (gtk_editable_get_text (entry));

  adw_message_dialog_set_response_enabled (dialog, "accept", *g_strstrip (name) != '\0');
}

static void
ask_name (SutraWindow *self, const char *heading, const char *body, const char *accept, const char *name, NameFunc func)
{
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self), heading, body);
  GtkWidget *entry = gtk_entry_new ();

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Cancel"), "accept", accept, NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "accept", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "accept");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  gtk_entry_set_max_length (GTK_ENTRY (entry), 120);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Name of the case"), -1);
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), entry);
  g_object_set_data (G_OBJECT (dialog), "entry", entry);
  g_object_set_data (G_OBJECT (dialog), "func", (gpointer) func);
  g_signal_connect_object (entry, "changed", G_CALLBACK (name_changed_cb), dialog, G_CONNECT_SWAPPED);
  gtk_editable_set_text (GTK_EDITABLE (entry), name);
  name_changed_cb (ADW_MESSAGE_DIALOG (dialog), GTK_EDITABLE (entry));
  g_signal_connect_object (dialog, "response", G_CALLBACK (name_response_cb), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
  gtk_widget_grab_focus (entry);
}

/* ---- New, open ---- */

static void
show_case_at (SutraWindow *self, const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SutraCase) the_case = sutra_application_open_case (application (self), path, &error);

  if (the_case == NULL)
    sutra_feedback_failed (GTK_WIDGET (self), error);
  else
    sutra_window_set_case (self, the_case);
}

static void
create_case (SutraWindow *self, const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SutraCase) the_case = sutra_application_create_case (application (self), name, &error);

  if (the_case == NULL)
    {
      sutra_feedback_failed (GTK_WIDGET (self), error);
      return;
    }
  sutra_window_set_case (self, the_case);
}

static void
new_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ask_name (SUTRA_WINDOW (widget), _ ("New Case"),
            _ ("A case holds the articles of one body of work and everything that is marked in them."), _ ("_Create"), "", create_case);
}

static void
open_path_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  show_case_at (SUTRA_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

static void
open_response_cb (GtkNativeDialog *dialog, int response, gpointer data)
{
  g_autoptr (GFile) file = NULL;
  g_autofree char *path = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  path = file != NULL ? g_file_get_path (file) : NULL;
  if (path != NULL)
    show_case_at (data, path);
  g_object_unref (dialog);
}

static GtkFileChooserNative *
case_chooser_new (SutraWindow *self, const char *title, GtkFileChooserAction action, const char *accept)
{
  GtkFileChooserNative *chooser = gtk_file_chooser_native_new (title, GTK_WINDOW (self), action, accept, _ ("_Cancel"));
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();
  g_autofree char *folder_path = sutra_application_dup_case_folder ();
  g_autoptr (GFile) folder = g_file_new_for_path (folder_path);

  gtk_file_filter_set_name (filter, _ ("Cases"));
  gtk_file_filter_add_suffix (filter, "sutra");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (chooser), filter);
  if (action == GTK_FILE_CHOOSER_ACTION_OPEN)
    gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (chooser), folder, NULL);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  return chooser;
}

static void
open_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GtkFileChooserNative *chooser = case_chooser_new (SUTRA_WINDOW (widget), _ ("Open a Case"), GTK_FILE_CHOOSER_ACTION_OPEN, _ ("_Open"));

  g_signal_connect_object (chooser, "response", G_CALLBACK (open_response_cb), widget, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

/* ---- Rename ---- */

static void
rename_case (SutraWindow *self, const char *name)
{
  g_autoptr (GError) error = NULL;

  if (self->the_case != NULL && !sutra_case_set_name (self->the_case, name, &error))
    sutra_feedback_failed (GTK_WIDGET (self), error);
}

static void
rename_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SutraWindow *self = SUTRA_WINDOW (widget);

  if (self->the_case != NULL)
    ask_name (self, _ ("Rename the Case"), NULL, _ ("_Rename"), sutra_case_get_name (self->the_case), rename_case);
}

/* ---- Save a copy ---- */

typedef struct
{
  SutraWindow *self;
  GCancellable *cancellable;
} Copying;

static void
copied_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  Copying *copying = data;
  g_autoptr (GError) error = NULL;
  gboolean done = sutra_case_copy_finish (SUTRA_CASE (object), result, &error);

  sutra_operation_bar_end (copying->self->operation, copying->cancellable);
  if (done)
    sutra_window_note (copying->self, _ ("Saved a copy of the case."), NULL, NULL, NULL);
  else
    sutra_feedback_failed (GTK_WIDGET (copying->self), error);
  g_object_unref (copying->cancellable);
  g_object_unref (copying->self);
  g_free (copying);
}

/* The chooser has asked whether a file that is there may be replaced. */
static void
copy_response_cb (GtkNativeDialog *dialog, int response, gpointer data)
{
  SutraWindow *self = data;
  g_autoptr (GFile) file = NULL;
  g_autofree char *path = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  path = file != NULL ? g_file_get_path (file) : NULL;
  if (path != NULL && self->the_case != NULL)
    {
      Copying *copying = g_new0 (Copying, 1);

      copying->self = g_object_ref (self);
      copying->cancellable = sutra_operation_bar_begin (self->operation, _ ("Saving a copy…"));
      sutra_case_copy_async (self->the_case, path, TRUE, copying->cancellable, sutra_operation_bar_progress, self->operation, copied_cb,
                             copying);
    }
  g_object_unref (dialog);
}

static void
copy_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SutraWindow *self = SUTRA_WINDOW (widget);
  GtkFileChooserNative *chooser;
  g_autofree char *file_name = NULL;

  if (self->the_case == NULL)
    return;
  chooser = case_chooser_new (self, _ ("Save a Copy of the Case"), GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Save"));
  file_name = g_strconcat (sutra_case_get_name (self->the_case), ".sutra", NULL);
  g_strdelimit (file_name, "/", '-');
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), file_name);
  g_signal_connect_object (chooser, "response", G_CALLBACK (copy_response_cb), self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

/* ---- Delete ---- */

static void ask_to_delete (SutraWindow *self, const char *body, gboolean permanently);

static void
delete_response_cb (AdwMessageDialog *dialog, const char *response, gpointer data)
{
  SutraWindow *self = data;
  gboolean permanently = g_object_get_data (G_OBJECT (dialog), "permanently") != NULL;
  g_autoptr (SutraCase) the_case = NULL;
  g_autoptr (GError) error = NULL;

  if (!g_str_equal (response, "delete") || self->the_case == NULL)
    return;
  the_case = g_object_ref (self->the_case);
  if (sutra_application_delete_case (application (self), the_case, permanently, &error))
    return;
  /* Nothing is lost without having been asked for in these words. */
  if (!permanently && self->the_case != NULL)
    ask_to_delete (self, _ ("It cannot be moved to the trash from where it is. Deleting it permanently cannot be undone."), TRUE);
  else
    sutra_feedback_failed (GTK_WIDGET (self), error);
}

static void
ask_to_delete (SutraWindow *self, const char *body, gboolean permanently)
{
  /* Translators: %s is the case's name */
  g_autofree char *heading =
      g_strdup_printf (permanently ? _ ("Delete “%s” Permanently?") : _ ("Delete “%s”?"), sutra_case_get_name (self->the_case));
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self), heading, body);

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Cancel"), "delete", _ ("_Delete"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "delete", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  if (permanently)
    g_object_set_data (G_OBJECT (dialog), "permanently", dialog);
  g_signal_connect_object (dialog, "response", G_CALLBACK (delete_response_cb), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
delete_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SutraWindow *self = SUTRA_WINDOW (widget);
  g_autofree char *body = NULL;
  guint n;

  if (self->the_case == NULL)
    return;
  n = sutra_case_count_articles (self->the_case);
  body = g_strdup_printf (ngettext ("The case with its %u article and everything marked in it is moved to the trash.",
                                    "The case with its %u articles and everything marked in them is moved to the trash.", n),
                          n);
  ask_to_delete (self, body, FALSE);
}

void
sutra_window_install_case_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.new-case", NULL, new_action);
  gtk_widget_class_install_action (widget_class, "win.open-case", NULL, open_action);
  gtk_widget_class_install_action (widget_class, "win.open-case-path", "s", open_path_action);
  gtk_widget_class_install_action (widget_class, "win.rename-case", NULL, rename_action);
  gtk_widget_class_install_action (widget_class, "win.copy-case", NULL, copy_action);
  gtk_widget_class_install_action (widget_class, "win.delete-case", NULL, delete_action);
}
