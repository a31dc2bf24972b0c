/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-point.h"

#include <math.h>
#include <stdlib.h>

static double
radians (double degrees)
{
  return degrees * G_PI / 180;
}

static double
degrees (double radians)
{
  return radians * 180 / G_PI;
}

gboolean
sutra_point_is_valid (const SutraPoint *self)
{
  return isfinite (self->latitude) && isfinite (self->longitude) && fabs (self->latitude) <= 90 && fabs (self->longitude) <= 180;
}

double
sutra_point_distance_m (const SutraPoint *a, const SutraPoint *b)
{
  double sin_lat, sin_lon, h;

  if (!sutra_point_is_valid (a) || !sutra_point_is_valid (b))
    return NAN;
  sin_lat = sin (radians (b->latitude - a->latitude) / 2);
  sin_lon = sin (radians (b->longitude - a->longitude) / 2);
  h = sin_lat * sin_lat + cos (radians (a->latitude)) * cos (radians (b->latitude)) * sin_lon * sin_lon;
  return 2 * SUTRA_EARTH_RADIUS_M * asin (MIN (1, sqrt (h)));
}

void
sutra_point_travel (const SutraPoint *self, double bearing, double distance_m, SutraPoint *to)
{
  double angle = distance_m / SUTRA_EARTH_RADIUS_M;
  double latitude = radians (self->latitude), turn = radians (bearing);
  double sin_to = CLAMP (sin (latitude) * cos (angle) + cos (latitude) * sin (angle) * cos (turn), -1, 1);
  double longitude = self->longitude + degrees (atan2 (sin (turn) * sin (angle) * cos (latitude), cos (angle) - sin (latitude) * sin_to));

  to->latitude = degrees (asin (sin_to));
  to->longitude = longitude - 360 * floor ((longitude + 180) / 360);
  /* 180 itself stays where it is. */
  if (to->longitude <= -180 && longitude > 0)
    to->longitude = 180;
}

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  double first = *(const double *) a, second = *(const double *) b;

  return (first > second) - (first < second);
}

void
sutra_box_init (SutraBox *self, const SutraPoint *points, gsize n)
{
  g_autofree double *longitudes = g_new (double, MAX (n, 1));
  double widest;
  gsize used = 0;

  *self = (SutraBox){ .south = 90, .west = 0, .north = -90, .east = 0 };
  for (gsize i = 0; i < n; i++)
    {
      if (!sutra_point_is_valid (&points[i]))
        continue;
      longitudes[used++] = points[i].longitude;
      self->south = MIN (self->south, points[i].latitude);
      self->north = MAX (self->north, points[i].latitude);
    }
  if (used == 0)
    return;
  qsort (longitudes, used, sizeof (double), compare_doubles);
  self->west = longitudes[0];
  self->east = longitudes[used - 1];
  widest = 360 - (self->east - self->west);
  for (gsize i = 1; i < used; i++)
    if (longitudes[i] - longitudes[i - 1] > widest)
      {
        widest = longitudes[i] - longitudes[i - 1];
        self->west = longitudes[i];
        self->east = longitudes[i - 1];
      }
}

gboolean
sutra_box_is_empty (const SutraBox *self)
{
  return !(self->south <= self->north);
}

static gboolean
spans_longitude (const SutraBox *self, double longitude)
{
  if (self->west <= self->east)
    return longitude >= self->west && longitude <= self->east;
  return longitude >= self->west || longitude <= self->east;
}

gboolean
sutra_box_contains (const SutraBox *self, const SutraPoint *point)
{
  if (sutra_box_is_empty (self) || !sutra_point_is_valid (point) || point->latitude < self->south || point->latitude > self->north)
    return FALSE;
  return spans_longitude (self, point->longitude) || (fabs (point->longitude) == 180 && spans_longitude (self, -point->longitude));
}

double
sutra_box_get_width (const SutraBox *self)
{
  if (sutra_box_is_empty (self))
    return 0;
  return self->west <= self->east ? self->east - self->west : self->east - self->west + 360;
}

/* Degrees from @west eastward to @longitude, 0 to 360. */
static double
eastward (double west, double longitude)
{
  double d = fmod (longitude - west, 360);

  return d < 0 ? d + 360 : d;
}

void
sutra_box_union (SutraBox *self, const SutraBox *other)
{
  double own, far, from_self, from_other;

  if (sutra_box_is_empty (other))
    return;
  if (sutra_box_is_empty (self))
    {
      *self = *other;
      return;
    }
  own = sutra_box_get_width (self);
  far = sutra_box_get_width (other);
  /* Begin at one west edge or the other, whichever needs less to reach both east edges. */
  from_self = MAX (own, eastward (self->west, other->west) + far);
  from_other = MAX (far, eastward (other->west, self->west) + own);
  self->south = MIN (self->south, other->south);
  self->north = MAX (self->north, other->north);
  if (MIN (from_self, from_other) >= 360)
    {
      self->west = -180;
      self->east = 180;
    }
  else if (from_self <= from_other)
    self->east = from_self > own ? other->east : self->east;
  else
    {
      self->west = other->west;
      self->east = from_other > far ? self->east : other->east;
    }
}
