/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-clock.h"

gint64
sutra_clock_system (void)
{
  return g_get_real_time ();
}

char *
sutra_clock_format (gint64 time)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (time / G_USEC_PER_SEC);
  g_autofree char *seconds = NULL;

  g_return_val_if_fail (utc != NULL, NULL);

  seconds = g_date_time_format (utc, "%Y-%m-%dT%H:%M:%S");
  return g_strdup_printf ("%s.%03dZ", seconds, (int) (time % G_USEC_PER_SEC / 1000));
}
