/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-map-private.h"

#include <math.h>

/* Steps of the zoom for one step of the wheel. */
#define WHEEL_STEP 0.5

/* Pixels about a pin that still mean it. */
#define SLOP_POINTER 6
#define SLOP_TOUCH 20

static gboolean
is_touch (GtkGesture *gesture)
{
  GdkDevice *device = gtk_gesture_get_device (gesture);

  return device != NULL && gdk_device_get_source (device) == GDK_SOURCE_TOUCHSCREEN;
}

void
sutra_map_update_cursor (SutraMap *self)
{
  const char *name = NULL;

  if (self->picking)
    name = "crosshair";
  else if (self->drag != NULL && gtk_gesture_is_recognized (self->drag) && !isnan (self->drag_x))
    name = "grabbing";
  else if (self->hovered.kind != SUTRA_MAP_NOTHING)
    name = "pointer";
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), name);
}

static void
motion_cb (SutraMap *self, double x, double y)
{
  SutraMapTarget target = { 0 };

  self->pointer_x = x;
  self->pointer_y = y;
  if (!isnan (self->drag_x))
    return;
  sutra_map_hover (self, !self->picking && sutra_map_find (self, x, y, SLOP_POINTER, &target) ? &target : NULL);
  sutra_map_update_cursor (self);
}

static void
leave_cb (SutraMap *self)
{
  sutra_map_hover (self, NULL);
  sutra_map_update_cursor (self);
}

static void
pressed_cb (SutraMap *self, int n_press, double x, double y)
{
  sutra_map_stop (self);
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

static void
released_cb (SutraMap *self, int n_press, double x, double y, GtkGestureClick *gesture)
{
  SutraMapTarget target = { 0 };
  gboolean hit = sutra_map_find (self, x, y, is_touch (GTK_GESTURE (gesture)) ? SLOP_TOUCH : SLOP_POINTER, &target);

  if (self->picking)
    sutra_map_emit_picked (self, x, y);
  else if (n_press == 2 && target.kind == SUTRA_MAP_PIN)
    gtk_widget_activate_action (GTK_WIDGET (self), "map.activate", NULL);
  else if (n_press == 2 && !hit)
    sutra_map_zoom_at (self, 1, x, y, TRUE);
  else if (n_press == 1 && hit)
    sutra_map_activate (self, &target);
}

static void
drag_update_cb (SutraMap *self, double x, double y, GtkGestureDrag *gesture)
{
  if (isnan (self->drag_x))
    {
      if (!gtk_drag_check_threshold (GTK_WIDGET (self), 0, 0, (int) x, (int) y))
        return;
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
      sutra_map_hover (self, NULL);
      self->drag_x = x;
      self->drag_y = y;
      sutra_map_update_cursor (self);
      return;
    }
  sutra_map_pan (self, self->drag_x - x, self->drag_y - y);
  self->drag_x = x;
  self->drag_y = y;
}

static void
drag_end_cb (SutraMap *self)
{
  self->drag_x = self->drag_y = NAN;
  sutra_map_update_cursor (self);
}

static void
swipe_cb (SutraMap *self, double velocity_x, double velocity_y)
{
  if (!isnan (self->drag_x))
    sutra_map_glide (self, -velocity_x, -velocity_y);
}

/* A wheel zooms, a touchpad pans, as hands expect of each; with Ctrl both zoom. */
static gboolean
scroll_cb (SutraMap *self, double dx, double dy, GtkEventControllerScroll *controller)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller));
  gboolean wheel = gtk_event_controller_scroll_get_unit (controller) == GDK_SCROLL_UNIT_WHEEL;

  if ((state & GDK_CONTROL_MASK) != 0 && !wheel)
    sutra_map_zoom_at (self, -dy / 50, self->pointer_x, self->pointer_y, FALSE);
  else if (wheel && fabs (dy) >= 1)
    sutra_map_zoom_at (self, -dy * WHEEL_STEP, self->pointer_x, self->pointer_y, TRUE);
  else if (wheel)
    sutra_map_zoom_at (self, -dy * WHEEL_STEP, self->pointer_x, self->pointer_y, FALSE);
  else
    sutra_map_pan (self, dx, dy);
  return GDK_EVENT_STOP;
}

static void
decelerate_cb (SutraMap *self, double velocity_x, double velocity_y, GtkEventControllerScroll *controller)
{
  if (gtk_event_controller_scroll_get_unit (controller) != GDK_SCROLL_UNIT_WHEEL)
    sutra_map_glide (self, velocity_x, velocity_y);
}

static void
pinch_begin_cb (SutraMap *self)
{
  sutra_map_stop (self);
  self->pinch_zoom = self->view.zoom;
}

static void
pinch_cb (SutraMap *self, double scale, GtkGesture *gesture)
{
  double x = self->view.width / 2, y = self->view.height / 2;

  gtk_gesture_get_bounding_box_center (gesture, &x, &y);
  if (scale > 0)
    sutra_map_zoom_at (self, self->pinch_zoom + log2 (scale) - self->view.zoom, x, y, FALSE);
}

static void
focus_cb (SutraMap *self)
{
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
init_gestures (SutraMap *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *swipe = gtk_gesture_swipe_new ();
  GtkGesture *pinch = gtk_gesture_zoom_new ();

  g_signal_connect_object (click, "pressed", G_CALLBACK (pressed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (click, "released", G_CALLBACK (released_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (click));

  self->drag = gtk_gesture_drag_new ();
  g_signal_connect_object (self->drag, "drag-update", G_CALLBACK (drag_update_cb), self, G_CONNECT_SWAPPED);
  /* Before the drag ends: it asks whether it was one. */
  g_signal_connect_object (swipe, "swipe", G_CALLBACK (swipe_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->drag, "end", G_CALLBACK (drag_end_cb), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (swipe));
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (self->drag));
  gtk_gesture_group (swipe, self->drag);

  g_signal_connect_object (pinch, "begin", G_CALLBACK (pinch_begin_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (pinch, "scale-changed", G_CALLBACK (pinch_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (pinch));
}

void
sutra_map_init_input (SutraMap *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkEventController *scroll =
      gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES | GTK_EVENT_CONTROLLER_SCROLL_KINETIC);

  self->drag_x = self->drag_y = NAN;
  g_signal_connect_object (motion, "enter", G_CALLBACK (motion_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (motion, "motion", G_CALLBACK (motion_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (motion, "leave", G_CALLBACK (leave_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (widget, motion);
  g_signal_connect_object (focus, "enter", G_CALLBACK (focus_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "leave", G_CALLBACK (focus_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (widget, focus);
  g_signal_connect_object (scroll, "scroll", G_CALLBACK (scroll_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (scroll, "decelerate", G_CALLBACK (decelerate_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (widget, scroll);
  init_gestures (self);
}
