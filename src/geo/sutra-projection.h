/* sutra-projection.h: Mercator on the unit square, and the part of it that one looks at
 *
 * x in [0, 1) from 180° W to 180° E, y in [0, 1] from 85.0511° N to 85.0511° S (spherical Mercator; Snyder, Map Projections: A Working Manual, 7-1 to 7-5). At zoom z the
 * world is 256 · 2^z pixels wide; z need not be a whole number.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sutra-point.h"

G_BEGIN_DECLS

#define SUTRA_MERCATOR_MAX_LATITUDE 85.05112877980659
#define SUTRA_ZOOM_MIN 0.0
#define SUTRA_ZOOM_MAX 17.0

typedef struct
{
  double x;
  double y;
} SutraMapPoint;

/* Latitudes beyond the edge are put on it. */
void sutra_projection_forward (const SutraPoint *point, SutraMapPoint *to);
/* x outside of [0, 1) wraps; y is clamped to [0, 1]. */
void sutra_projection_inverse (const SutraMapPoint *from, SutraPoint *point);
/* Metres on the ground for the width of the world at @latitude: the length of that parallel. */
double sutra_projection_get_parallel_m (double latitude);

/**
 * SutraViewport:
 * @center: in the unit square
 * @width, @height: in pixels (of the widget; a surface of a HiDPI screen has a scale besides)
 */
typedef struct
{
  SutraMapPoint center;
  double zoom;
  double width;
  double height;
} SutraViewport;

/* Pixels for the width of the world. */
double sutra_viewport_get_world_size (const SutraViewport *self);
/* Pixel position, from the top left corner, of the copy of @at (the world repeats to both sides) that is nearest to the centre. */
void sutra_viewport_to_pixel (const SutraViewport *self, const SutraMapPoint *at, double *x, double *y);
void sutra_viewport_from_pixel (const SutraViewport *self, double x, double y, SutraMapPoint *at);
/* Moves so that what is at the centre lies (@dx, @dy) pixels further left and up: x wraps, and y stops where the map's edge would come inside of the viewport (a viewport that is taller than the world is centred on it). */
void sutra_viewport_pan (SutraViewport *self, double dx, double dy);
/* Zooms to @zoom (clamped) and keeps what lies at pixel (@x, @y) there. */
void sutra_viewport_zoom_at (SutraViewport *self, double zoom, double x, double y);
/* Shows all of @box with @padding pixels around it, at most at @max_zoom. An empty box: the whole world. */
void sutra_viewport_fit (SutraViewport *self, const SutraBox *box, double padding, double max_zoom);
/* The least zoom at which the world is not lower than the viewport, and not less than SUTRA_ZOOM_MIN. */
double sutra_viewport_get_min_zoom (const SutraViewport *self);
/* Metres on the ground for one pixel at the centre. */
double sutra_viewport_get_metres_per_pixel (const SutraViewport *self);

G_END_DECLS
