/* The window's dialogs: export, entity types, encoding.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-encoding-dialog.h"
#include "sutra-export-dialog.h"
#include "sutra-feedback.h"
#include "sutra-preferences.h"
#include "sutra-tagset-dialog.h"
#include "sutra-window-private.h"

#include <glib/gi18n.h>

/* With the focus on what Return does, not on "Cancel". */
static void
present (GtkWidget *dialog)
{
  GtkWidget *accept = gtk_window_get_default_widget (GTK_WINDOW (dialog));

  gtk_window_present (GTK_WINDOW (dialog));
  if (accept != NULL)
    gtk_widget_grab_focus (accept);
}

static void
exported_cb (SutraWindow *self, GFile *file)
{
  g_autofree char *uri = g_file_get_uri (file);
  g_autofree char *base = g_file_get_basename (file);
  g_autofree char *name = g_filename_display_name (base);
  /* Translators: %s is the name of the file that was written */
  g_autofree char *message = g_strdup_printf (_ ("Exported “%s”"), name);

  sutra_window_note (self, message, _ ("_Open"), "win.show-file", g_variant_new_string (uri));
}

static void
export_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SutraWindow *self = SUTRA_WINDOW (widget);
  GtkWidget *dialog;

  if (self->the_case == NULL)
    return;
  dialog = sutra_export_dialog_new (self->the_case, sutra_article_page_get_article (self->page), GTK_WINDOW (self));
  g_signal_connect_object (dialog, "exported", G_CALLBACK (exported_cb), self, G_CONNECT_SWAPPED);
  present (dialog);
}

static void
tagset_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SutraWindow *self = SUTRA_WINDOW (widget);

  if (self->the_case != NULL)
    gtk_window_present (GTK_WINDOW (sutra_tagset_dialog_new (self->the_case, GTK_WINDOW (self))));
}

static void
preferences_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SutraWindow *self = SUTRA_WINDOW (widget);

  gtk_window_present (GTK_WINDOW (sutra_preferences_new (self->settings, GTK_WINDOW (self))));
}

typedef struct
{
  SutraWindow *self; /* (owned) */
  GFile *file;       /* (owned) */
} Asking;

static void
asking_free (gpointer data, GClosure *closure)
{
  Asking *asking = data;

  g_object_unref (asking->self);
  g_object_unref (asking->file);
  g_free (asking);
}

static void
encoding_chosen_cb (GtkWidget *dialog, const char *encoding, gpointer data)
{
  Asking *asking = data;
  GFile *files[] = { asking->file, NULL };

  sutra_window_import (asking->self, files, encoding, TRUE);
}

static void
loaded_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  Asking *asking = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_file_load_bytes_finish (G_FILE (object), result, NULL, &error);
  g_autofree char *base = g_file_get_basename (G_FILE (object));
  g_autofree char *name = g_filename_display_name (base);
  GtkWidget *dialog;

  if (bytes == NULL)
    {
      sutra_feedback_failed (GTK_WIDGET (asking->self), error);
      asking_free (asking, NULL);
      return;
    }
  dialog = sutra_encoding_dialog_new (bytes, name, GTK_WINDOW (asking->self));
  g_signal_connect_data (dialog, "chosen", G_CALLBACK (encoding_chosen_cb), asking, asking_free, 0);
  present (dialog);
}

void
sutra_window_ask_encoding (SutraWindow *self, GFile *file)
{
  Asking *asking = g_new0 (Asking, 1);

  asking->self = g_object_ref (self);
  asking->file = g_object_ref (file);
  g_file_load_bytes_async (file, NULL, loaded_cb, asking);
}

/* GtkApplication would build the list of keys with each window, before it is shown. */
static void
keys_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autoptr (GtkBuilder) builder = gtk_builder_new_from_resource ("/io/github/sutradhar/Sutradhar/help-overlay.ui");
  GtkWindow *overlay = GTK_WINDOW (gtk_builder_get_object (builder, "help_overlay"));

  gtk_window_set_transient_for (overlay, GTK_WINDOW (widget));
  gtk_window_present (overlay);
}

void
sutra_window_install_dialog_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.export", NULL, export_action);
  gtk_widget_class_install_action (widget_class, "win.edit-tagset", NULL, tagset_action);
  gtk_widget_class_install_action (widget_class, "win.preferences", NULL, preferences_action);
  gtk_widget_class_install_action (widget_class, "win.show-help-overlay", NULL, keys_action);
}
