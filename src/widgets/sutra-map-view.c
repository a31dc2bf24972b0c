/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-map-private.h"

#include <math.h>

#define FLIGHT_MS 280
#define WHEEL_MS 140

/* Room around what is fitted, pixels. */
#define PADDING 48

/* A single place is shown with its surroundings. */
#define FIT_ZOOM 7.0
#define PLACE_ZOOM 6.0

/* A map that is let go loses this share of its speed in each second, as a power of e; it stands below so many pixels per second. */
#define FRICTION 5.0
#define STANDSTILL 15.0

/* Beyond this many widths a flight would only blur: the map jumps. */
#define FAR_WIDTHS 3.0

static void
moved (SutraMap *self)
{
  sutra_map_hide_card (self);
  sutra_map_update_actions (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
sutra_map_stop (SutraMap *self)
{
  if (self->glide != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->glide);
  self->glide = 0;
  self->card_after_flight = FALSE;
  if (self->flight != NULL)
    {
      g_autoptr (AdwAnimation) flight = g_steal_pointer (&self->flight);

      adw_animation_pause (flight);
    }
}

/* On the way the point that stands still is the one that stands still from start to end: the centre goes with 1 / scale. */
static void
flight_cb (double value, gpointer data)
{
  SutraMap *self = data;
  const SutraViewport *from = &self->flight_from, *to = &self->flight_to;
  double dx = to->center.x - from->center.x;
  double share = value;

  dx -= round (dx);
  self->view.zoom = from->zoom + (to->zoom - from->zoom) * value;
  if (fabs (to->zoom - from->zoom) > 1e-6)
    share = (exp2 (from->zoom - self->view.zoom) - 1) / (exp2 (from->zoom - to->zoom) - 1);
  self->view.center.x = from->center.x + dx * share;
  self->view.center.x -= floor (self->view.center.x);
  self->view.center.y = from->center.y + (to->center.y - from->center.y) * share;
  if (value >= 1)
    {
      self->view.center = to->center;
      self->view.zoom = to->zoom;
    }
  moved (self);
}

static void
flight_done_cb (SutraMap *self, AdwAnimation *flight)
{
  if (self->flight != flight)
    return;
  g_clear_object (&self->flight);
  if (self->card_after_flight)
    sutra_map_tell_chosen (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
fly (SutraMap *self, const SutraViewport *to, guint duration)
{
  g_autoptr (AdwAnimation) flight = NULL;
  double size = sutra_viewport_get_world_size (&self->view);
  double dx = to->center.x - self->view.center.x;

  sutra_map_stop (self);
  self->flight_from = self->view;
  self->flight_to = *to;
  dx -= round (dx);
  if (hypot (dx, to->center.y - self->view.center.y) * size > FAR_WIDTHS * MAX (self->view.width, self->view.height) &&
      to->zoom > self->view.zoom - 1)
    {
      flight_cb (1, self);
      return;
    }
  flight = g_object_ref_sink (
      adw_timed_animation_new (GTK_WIDGET (self), 0, 1, duration, adw_callback_animation_target_new (flight_cb, self, NULL)));
  g_signal_connect_object (flight, "done", G_CALLBACK (flight_done_cb), self, G_CONNECT_SWAPPED);
  self->flight = g_object_ref (flight);
  adw_animation_play (flight);
}

void
sutra_map_fly_to (SutraMap *self, const SutraViewport *to)
{
  fly (self, to, FLIGHT_MS);
}

void
sutra_map_pan (SutraMap *self, double dx, double dy)
{
  sutra_map_stop (self);
  self->untouched = FALSE;
  sutra_viewport_pan (&self->view, dx, dy);
  moved (self);
}

static gboolean
glide_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  SutraMap *self = SUTRA_MAP (widget);
  gint64 now = gdk_frame_clock_get_frame_time (clock);
  double seconds = (double) (now - self->glide_time) / G_USEC_PER_SEC;
  double left = exp (-FRICTION * seconds);

  self->glide_time = now;
  sutra_viewport_pan (&self->view, self->glide_x * (1 - left) / FRICTION, self->glide_y * (1 - left) / FRICTION);
  self->glide_x *= left;
  self->glide_y *= left;
  moved (self);
  if (hypot (self->glide_x, self->glide_y) > STANDSTILL)
    return G_SOURCE_CONTINUE;
  self->glide = 0;
  return G_SOURCE_REMOVE;
}

/* @velocity_x, @velocity_y: of the view over the map. */
void
sutra_map_glide (SutraMap *self, double velocity_x, double velocity_y)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (self));

  sutra_map_stop (self);
  if (clock == NULL || !adw_get_enable_animations (GTK_WIDGET (self)) || hypot (velocity_x, velocity_y) <= STANDSTILL)
    return;
  self->glide_x = velocity_x;
  self->glide_y = velocity_y;
  self->glide_time = gdk_frame_clock_get_frame_time (clock);
  self->glide = gtk_widget_add_tick_callback (GTK_WIDGET (self), glide_cb, NULL, NULL);
}

/* Further steps go on from where a flight under way leads. */
void
sutra_map_zoom_at (SutraMap *self, double steps, double x, double y, gboolean animated)
{
  double from = self->flight != NULL ? self->flight_to.zoom : self->view.zoom;
  SutraViewport to = self->view;

  self->untouched = FALSE;
  sutra_viewport_zoom_at (&to, from + steps, x, y);
  if (animated)
    fly (self, &to, WHEEL_MS);
  else
    {
      sutra_map_stop (self);
      self->view = to;
      moved (self);
    }
}

static double
get_padding (SutraMap *self)
{
  return MIN (PADDING, MIN (self->view.width, self->view.height) / 6);
}

static void
get_fitted (SutraMap *self, SutraViewport *to)
{
  SutraBox box = { 1, 0, 0, 0 };

  *to = self->view;
  if (self->pins != NULL)
    sutra_map_pins_get_box (self->pins, self->world, &box);
  sutra_viewport_fit (to, &box, get_padding (self), FIT_ZOOM);
}

/* Without an animation, and as if nobody had done it. */
void
sutra_map_fit_quietly (SutraMap *self)
{
  sutra_map_stop (self);
  get_fitted (self, &self->view);
  moved (self);
}

void
sutra_map_resize (SutraMap *self, int width, int height)
{
  if (self->view.width == width && self->view.height == height)
    return;
  sutra_map_stop (self);
  self->view.width = width;
  self->view.height = height;
  if (self->untouched)
    sutra_map_fit_quietly (self);
  else
    {
      self->view.zoom = MAX (self->view.zoom, sutra_viewport_get_min_zoom (&self->view));
      sutra_viewport_pan (&self->view, 0, 0);
      moved (self);
    }
}

void
sutra_map_reveal (SutraMap *self, guint i)
{
  SutraViewport to = self->flight != NULL ? self->flight_to : self->view;
  double room = get_padding (self) / 2;
  double x, y;

  sutra_viewport_to_pixel (&to, &self->items[i].at, &x, &y);
  if (x >= room && y >= room && x <= to.width - room && y <= to.height - room)
    return;
  sutra_viewport_pan (&to, x - to.width / 2, y - to.height / 2);
  sutra_map_fly_to (self, &to);
}

void
sutra_map_fit (SutraMap *self)
{
  SutraViewport to;

  g_return_if_fail (SUTRA_IS_MAP (self));

  self->untouched = TRUE;
  self->fit_pending = self->places != NULL && sutra_place_list_get_loading (self->places);
  get_fitted (self, &to);
  sutra_map_fly_to (self, &to);
}

void
sutra_map_show_entity (SutraMap *self, const SutraId *entity)
{
  SutraBox box = { 1, 0, 0, 0 };
  const SutraPlaceItem *item;
  guint i;

  g_return_if_fail (SUTRA_IS_MAP (self));
  g_return_if_fail (entity != NULL);

  i = sutra_map_find_entity (self, entity);
  if (i == G_MAXUINT)
    return;
  item = &self->items[i];
  if (item->area != NULL && self->world != NULL)
    sutra_world_get_countries_box (self->world, item->area, &box);
  if (sutra_box_is_empty (&box))
    sutra_box_init (&box, &item->point, 1);
  sutra_map_show_box (self, &box);
}

void
sutra_map_show_box (SutraMap *self, const SutraBox *box)
{
  SutraViewport to;

  g_return_if_fail (SUTRA_IS_MAP (self));
  g_return_if_fail (box != NULL);

  self->untouched = FALSE;
  to = self->view;
  sutra_viewport_fit (&to, box, get_padding (self), MAX (PLACE_ZOOM, self->view.zoom));
  sutra_map_fly_to (self, &to);
}
