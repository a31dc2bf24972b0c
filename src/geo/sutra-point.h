/* sutra-point.h: points and boxes on the earth
 *
 * Degrees, WGS 84, latitude north and longitude east positive. A sphere of radius 6,371,008.8 m (the mean radius of IUGG) is exact enough for a map of the news: within 0.6 %.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define SUTRA_EARTH_RADIUS_M 6371008.8

/* Both NaN: no point. */
typedef struct
{
  double latitude;
  double longitude;
} SutraPoint;

/* Finite, latitude from -90 to 90 and longitude from -180 to 180. */
gboolean sutra_point_is_valid (const SutraPoint *self);

/* Metres along the great circle (haversine formula). NaN if one of them is no valid point. */
double sutra_point_distance_m (const SutraPoint *a, const SutraPoint *b);

/* Where one arrives after @distance_m metres on the great circle that leaves at @bearing degrees clockwise from north. Longitude is brought into [-180, 180]. */
void sutra_point_travel (const SutraPoint *self, double bearing, double distance_m, SutraPoint *to);

/* @west > @east: the box crosses the antimeridian. Empty: south > north. */
typedef struct
{
  double south;
  double west;
  double north;
  double east;
} SutraBox;

/* The smallest box that holds the valid ones of @n points: the widest empty stretch of longitudes lies outside of it. Empty if there are none. */
void sutra_box_init (SutraBox *self, const SutraPoint *points, gsize n);
gboolean sutra_box_is_empty (const SutraBox *self);
/* 180 and -180 are one meridian. */
gboolean sutra_box_contains (const SutraBox *self, const SutraPoint *point);
/* The smallest box that holds both; an empty one adds nothing. */
void sutra_box_union (SutraBox *self, const SutraBox *other);
/* Degrees from west to east, 0 to 360. */
double sutra_box_get_width (const SutraBox *self);

G_END_DECLS
