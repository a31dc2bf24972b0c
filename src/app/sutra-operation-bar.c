/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-operation-bar.h"

#include <glib/gi18n.h>

#define DELAY_MS 500

struct _SutraOperationBar
{
  GtkWidget parent_instance;

  GtkRevealer *revealer;
  GtkLabel *title;
  GtkProgressBar *progress;

  GPtrArray *under_way; /* (owned) GCancellable */
  guint timeout;
};

G_DEFINE_TYPE (SutraOperationBar, sutra_operation_bar, GTK_TYPE_WIDGET)

static gboolean
show_cb (gpointer data)
{
  SutraOperationBar *self = data;

  self->timeout = 0;
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  gtk_revealer_set_reveal_child (self->revealer, TRUE);
  return G_SOURCE_REMOVE;
}

static void
cancel_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  sutra_operation_bar_cancel_all (SUTRA_OPERATION_BAR (widget));
}

static void
sutra_operation_bar_dispose (GObject *object)
{
  SutraOperationBar *self = SUTRA_OPERATION_BAR (object);

  if (self->under_way != NULL)
    sutra_operation_bar_cancel_all (self);
  g_clear_handle_id (&self->timeout, g_source_remove);
  g_clear_pointer (&self->under_way, g_ptr_array_unref);
  g_clear_pointer ((GtkWidget **) &self->revealer, gtk_widget_unparent);
  G_OBJECT_CLASS (sutra_operation_bar_parent_class)->dispose (object);
}

static void
sutra_operation_bar_class_init (SutraOperationBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sutra_operation_bar_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/sutradhar/Sutradhar/ui/sutra-operation-bar.ui");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "operationbar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_bind_template_child (widget_class, SutraOperationBar, revealer);
  gtk_widget_class_bind_template_child (widget_class, SutraOperationBar, title);
  gtk_widget_class_bind_template_child (widget_class, SutraOperationBar, progress);
  gtk_widget_class_install_action (widget_class, "operation.cancel", NULL, cancel_action);
}

static void
sutra_operation_bar_init (SutraOperationBar *self)
{
  self->under_way = g_ptr_array_new_with_free_func (g_object_unref);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

GtkWidget *
sutra_operation_bar_new (void)
{
  return g_object_new (SUTRA_TYPE_OPERATION_BAR, NULL);
}

GCancellable *
sutra_operation_bar_begin (SutraOperationBar *self, const char *title)
{
  GCancellable *cancellable;

  g_return_val_if_fail (SUTRA_IS_OPERATION_BAR (self), NULL);

  cancellable = g_cancellable_new ();
  g_ptr_array_add (self->under_way, g_object_ref (cancellable));
  gtk_label_set_text (self->title, title);
  gtk_progress_bar_set_fraction (self->progress, 0);
  if (self->timeout == 0 && !gtk_widget_get_visible (GTK_WIDGET (self)))
    self->timeout = g_timeout_add (DELAY_MS, show_cb, self);
  return cancellable;
}

void
sutra_operation_bar_progress (goffset done, goffset total, gpointer data)
{
  SutraOperationBar *self = data;

  if (total > 0 && self->progress != NULL)
    gtk_progress_bar_set_fraction (self->progress, CLAMP ((double) done / (double) total, 0, 1));
}

void
sutra_operation_bar_end (SutraOperationBar *self, GCancellable *cancellable)
{
  g_return_if_fail (SUTRA_IS_OPERATION_BAR (self));

  if (self->under_way == NULL)
    return;
  g_ptr_array_remove (self->under_way, cancellable);
  if (self->under_way->len > 0)
    return;
  g_clear_handle_id (&self->timeout, g_source_remove);
  gtk_revealer_set_reveal_child (self->revealer, FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

gboolean
sutra_operation_bar_is_busy (SutraOperationBar *self)
{
  g_return_val_if_fail (SUTRA_IS_OPERATION_BAR (self), FALSE);
  return self->under_way != NULL && self->under_way->len > 0;
}

void
sutra_operation_bar_cancel_all (SutraOperationBar *self)
{
  g_return_if_fail (SUTRA_IS_OPERATION_BAR (self));
  for (guint i = 0; i < self->under_way->len; i++)
    g_cancellable_cancel (g_ptr_array_index (self->under_way, i));
}
