/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-projection.h"

#include <math.h>

#define TILE 256.0

void
sutra_projection_forward (const SutraPoint *point, SutraMapPoint *to)
{
  double latitude = CLAMP (point->latitude, -SUTRA_MERCATOR_MAX_LATITUDE, SUTRA_MERCATOR_MAX_LATITUDE) * G_PI / 180;

  to->x = (point->longitude + 180) / 360;
  to->x -= floor (to->x);
  to->y = CLAMP (0.5 - asinh (tan (latitude)) / (2 * G_PI), 0, 1);
}

void
sutra_projection_inverse (const SutraMapPoint *from, SutraPoint *point)
{
  double y = CLAMP (from->y, 0, 1);

  point->longitude = (from->x - floor (from->x)) * 360 - 180;
  point->latitude = atan (sinh ((0.5 - y) * 2 * G_PI)) * 180 / G_PI;
}

double
sutra_projection_get_parallel_m (double latitude)
{
  return 2 * G_PI * SUTRA_EARTH_RADIUS_M * cos (CLAMP (latitude, -90, 90) * G_PI / 180);
}

double
sutra_viewport_get_world_size (const SutraViewport *self)
{
  return TILE * exp2 (self->zoom);
}

void
sutra_viewport_to_pixel (const SutraViewport *self, const SutraMapPoint *at, double *x, double *y)
{
  double size = sutra_viewport_get_world_size (self);
  double dx = at->x - self->center.x;

  dx -= round (dx);
  *x = self->width / 2 + dx * size;
  *y = self->height / 2 + (at->y - self->center.y) * size;
}

void
sutra_viewport_from_pixel (const SutraViewport *self, double x, double y, SutraMapPoint *at)
{
  double size = sutra_viewport_get_world_size (self);

  at->x = self->center.x + (x - self->width / 2) / size;
  at->x -= floor (at->x);
  at->y = CLAMP (self->center.y + (y - self->height / 2) / size, 0, 1);
}

static void
settle (SutraViewport *self)
{
  double half = self->height / 2 / sutra_viewport_get_world_size (self);

  self->center.x -= floor (self->center.x);
  self->center.y = half >= 0.5 ? 0.5 : CLAMP (self->center.y, half, 1 - half);
}

void
sutra_viewport_pan (SutraViewport *self, double dx, double dy)
{
  double size = sutra_viewport_get_world_size (self);

  self->center.x += dx / size;
  self->center.y += dy / size;
  settle (self);
}

void
sutra_viewport_zoom_at (SutraViewport *self, double zoom, double x, double y)
{
  SutraMapPoint before = self->center;
  double size = sutra_viewport_get_world_size (self);

  before.x += (x - self->width / 2) / size;
  before.y += (y - self->height / 2) / size;
  self->zoom = CLAMP (zoom, sutra_viewport_get_min_zoom (self), SUTRA_ZOOM_MAX);
  size = sutra_viewport_get_world_size (self);
  self->center.x = before.x - (x - self->width / 2) / size;
  self->center.y = before.y - (y - self->height / 2) / size;
  settle (self);
}

double
sutra_viewport_get_min_zoom (const SutraViewport *self)
{
  return CLAMP (log2 (MAX (self->height, 1) / TILE), SUTRA_ZOOM_MIN, SUTRA_ZOOM_MAX);
}

void
sutra_viewport_fit (SutraViewport *self, const SutraBox *box, double padding, double max_zoom)
{
  SutraPoint corner;
  SutraMapPoint top, bottom;
  double width, height, room_x = MAX (self->width - 2 * padding, 1), room_y = MAX (self->height - 2 * padding, 1);

  if (sutra_box_is_empty (box))
    {
      self->center = (SutraMapPoint){ 0.5, 0.5 };
      self->zoom = sutra_viewport_get_min_zoom (self);
      return;
    }
  corner = (SutraPoint){ box->north, box->west };
  sutra_projection_forward (&corner, &top);
  corner = (SutraPoint){ box->south, box->west };
  sutra_projection_forward (&corner, &bottom);
  width = sutra_box_get_width (box) / 360;
  height = bottom.y - top.y;
  self->center.x = (box->west + 180) / 360 + width / 2;
  self->center.y = (top.y + bottom.y) / 2;
  self->zoom = MIN (width > 0 ? log2 (room_x / TILE / width) : SUTRA_ZOOM_MAX, height > 0 ? log2 (room_y / TILE / height) : SUTRA_ZOOM_MAX);
  self->zoom = CLAMP (MIN (self->zoom, max_zoom), sutra_viewport_get_min_zoom (self), SUTRA_ZOOM_MAX);
  settle (self);
}

double
sutra_viewport_get_metres_per_pixel (const SutraViewport *self)
{
  SutraPoint center;

  sutra_projection_inverse (&self->center, &center);
  return sutra_projection_get_parallel_m (center.latitude) / sutra_viewport_get_world_size (self);
}
