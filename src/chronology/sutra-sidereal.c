/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-sidereal.h"

#include <math.h>

#define DAYS_PER_CENTURY 36525.0
#define J2000 10957.5            /* 2000-01-01 12:00 in days since 1970 */
#define INDIA_AHEAD (5.5 / 24.0) /* of UTC, in days */
#define DELTA_T (69.0 / 86400.0) /* of dynamical time against UTC, in days */
#define DEGREES_PER_CENTURY (36000.76983 - 1.39688)
#define YEAR_OF_J2000 1406 /* the sidereal longitude is counted on from the বৈশাখ of this year */
#define RADIANS(degrees) ((degrees) * (G_PI / 180.0))

/* The sun's sidereal longitude in degrees, counted on over the years; @t in Julian centuries of dynamical time from J2000. */
static double
longitude_at (double t)
{
  double mean = 280.46646 + t * (36000.76983 + t * 0.0003032);
  double anomaly = RADIANS (fmod (357.52911 + t * (35999.05029 - t * 0.0001537), 360.0));
  double centre = (1.914602 - t * (0.004817 + t * 0.000014)) * sin (anomaly) + (0.019993 - t * 0.000101) * sin (2.0 * anomaly) +
                  0.000289 * sin (3.0 * anomaly);
  double apparent = mean + centre - 0.00569 - 0.00478 * sin (RADIANS (125.04 - 1934.136 * t));

  return apparent - (23.85317 + 1.39688 * t);
}

/* When the sun enters the sign that starts month @index, in days since 1970 by the clock of India. */
static double
entry_of_month (gint64 index)
{
  double degrees = 30.0 * (double) (index - 12 * YEAR_OF_J2000);
  double t = (degrees - 280.46646 + 23.85317) / DEGREES_PER_CENTURY;

  /* The longitude is within two degrees of linear: each step makes the error fifty times smaller; 1e-11 centuries are half a minute. */
  for (int i = 0; i < 12; i++)
    {
      double step = (degrees - longitude_at (t)) / DEGREES_PER_CENTURY;

      t += step;
      if (fabs (step) < 1e-11)
        break;
    }
  return J2000 + t * DAYS_PER_CENTURY - DELTA_T + INDIA_AHEAD;
}

/* Public API */

gint64
sutra_sidereal_month_start (gint64 index, double *hours)
{
  double entry = entry_of_month (index);
  double day = floor (entry);

  if (hours != NULL)
    *hours = 24.0 * MIN (entry - day, day + 1.0 - entry);
  return (gint64) day + 1;
}

gint64
sutra_sidereal_month_of_day (gint64 day_number, gint64 *start)
{
  double t = ((double) day_number - INDIA_AHEAD + DELTA_T - J2000) / DAYS_PER_CENTURY;
  gint64 index = (gint64) floor (longitude_at (t) / 30.0) + 12 * YEAR_OF_J2000;

  /* At an entry to the second at midnight the two ways to the month may differ; that of the starts decides. */
  *start = sutra_sidereal_month_start (index, NULL);
  if (*start > day_number)
    *start = sutra_sidereal_month_start (--index, NULL);
  else if (day_number - *start >= 29)
    {
      gint64 next = sutra_sidereal_month_start (index + 1, NULL);

      if (next <= day_number)
        {
          index++;
          *start = next;
        }
    }
  return index;
}
