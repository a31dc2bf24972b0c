/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-hover.h"

struct _SutraHover
{
  GObject parent_instance;

  GtkWidget *widget;         /* (nullable) (weak) */
  SutraSelection *selection; /* (nullable) (owned) */
  SutraId entity;
};

G_DEFINE_FINAL_TYPE (SutraHover, sutra_hover, G_TYPE_OBJECT)

static void
hovered_cb (SutraHover *self)
{
  gboolean lit = self->selection != NULL && !sutra_id_is_null (&self->entity) &&
                 sutra_id_equal (sutra_selection_get_hovered (self->selection), &self->entity);

  if (self->widget == NULL)
    return;
  if (lit)
    gtk_widget_add_css_class (self->widget, "lit");
  else
    gtk_widget_remove_css_class (self->widget, "lit");
}

static void
enter_cb (SutraHover *self)
{
  if (self->selection != NULL)
    sutra_selection_set_hovered (self->selection, &self->entity);
}

/* Only what it lit itself: the pointer may have come to another row first. */
static void
leave_cb (SutraHover *self)
{
  if (self->selection != NULL && sutra_id_equal (sutra_selection_get_hovered (self->selection), &self->entity))
    sutra_selection_set_hovered (self->selection, NULL);
}

static void
release (SutraHover *self)
{
  if (self->selection != NULL)
    g_signal_handlers_disconnect_by_data (self->selection, self);
  g_clear_object (&self->selection);
}

static void
sutra_hover_dispose (GObject *object)
{
  SutraHover *self = SUTRA_HOVER (object);

  release (self);
  g_clear_weak_pointer (&self->widget);
  G_OBJECT_CLASS (sutra_hover_parent_class)->dispose (object);
}

static void
sutra_hover_class_init (SutraHoverClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sutra_hover_dispose;
}

static void
sutra_hover_init (SutraHover *self)
{
}

SutraHover *
sutra_hover_new (GtkWidget *widget)
{
  SutraHover *self;
  GtkEventController *motion;

  g_return_val_if_fail (GTK_IS_WIDGET (widget), NULL);

  self = g_object_new (SUTRA_TYPE_HOVER, NULL);
  g_set_weak_pointer (&self->widget, widget);
  motion = gtk_event_controller_motion_new ();
  g_signal_connect_object (motion, "enter", G_CALLBACK (enter_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (motion, "leave", G_CALLBACK (leave_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (widget, motion);
  return self;
}

void
sutra_hover_set (SutraHover *self, SutraSelection *selection, const SutraId *entity)
{
  g_return_if_fail (SUTRA_IS_HOVER (self));
  g_return_if_fail (selection == NULL || SUTRA_IS_SELECTION (selection));

  if (self->selection != selection)
    {
      release (self);
      if (selection != NULL)
        {
          self->selection = g_object_ref (selection);
          g_signal_connect_object (selection, "hovered", G_CALLBACK (hovered_cb), self, G_CONNECT_SWAPPED);
        }
    }
  self->entity = entity != NULL ? *entity : SUTRA_ID_NULL;
  hovered_cb (self);
}
