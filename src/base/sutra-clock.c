/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-clock.h"

/* The first and the last microsecond of the years 1 to 9999. */
#define FIRST_TIME G_GINT64_CONSTANT (-62135596800000000)
#define LAST_TIME G_GINT64_CONSTANT (253402300799999999)

gint64
sutra_clock_system (void)
{
  return g_get_real_time ();
}

char *
sutra_clock_format (gint64 time)
{
  gint64 written = CLAMP (time, FIRST_TIME, LAST_TIME);
  gint64 seconds = written / G_USEC_PER_SEC;
  gint64 rest = written % G_USEC_PER_SEC;
  g_autoptr (GDateTime) utc = NULL;

  if (rest < 0)
    {
      seconds--;
      rest += G_USEC_PER_SEC;
    }
  utc = g_date_time_new_from_unix_utc (seconds);
  return g_strdup_printf ("%04d-%02d-%02dT%02d:%02d:%02d.%03dZ", g_date_time_get_year (utc), g_date_time_get_month (utc),
                          g_date_time_get_day_of_month (utc), g_date_time_get_hour (utc), g_date_time_get_minute (utc),
                          g_date_time_get_second (utc), (int) (rest / 1000));
}
