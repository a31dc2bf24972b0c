/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bench-table.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

static guint n_over;

GArray *
bench_times_new (void)
{
  return g_array_new (FALSE, FALSE, sizeof (gint64));
}

void
bench_times_add (GArray *times, gint64 microseconds)
{
  g_array_append_val (times, microseconds);
}

static int
compare (gconstpointer a, gconstpointer b)
{
  gint64 first = *(const gint64 *) a, second = *(const gint64 *) b;

  return (first > second) - (first < second);
}

double
bench_times_get (GArray *times, double share)
{
  g_assert (times->len > 0);

  g_array_sort (times, compare);
  return (double) g_array_index (times, gint64, (guint) MAX (0, ceil (share * times->len) - 1)) / 1000;
}

void
bench_table_head (void)
{
  printf ("%-58s %12s %12s %8s %12s\n", "what", "value", "baseline", "ratio", "target");
}

static void
print_row (const char *what, const char *unit, double value, double baseline, const char *target, gboolean ok)
{
  printf ("%-58s %9.2f %-2s ", what, value, unit);
  if (isnan (baseline))
    printf ("%12s %8s ", "", "");
  else
    printf ("%9.2f %-2s %8.2f ", baseline, unit, value / baseline);
  printf ("%12s %s\n", target, ok ? "ok" : "OVER");
  fflush (stdout);
  n_over += !ok;
}

void
bench_table_value (const char *what, const char *unit, double value, double target)
{
  g_autofree char *text = g_strdup_printf ("<= %g %s", target, unit);

  print_row (what, unit, value, NAN, text, value <= target);
}

void
bench_table_ratio (const char *what, const char *unit, double value, double baseline, double target)
{
  g_autofree char *text = g_strdup_printf ("<= %g x", target);

  print_row (what, unit, value, baseline, text, value <= target * baseline);
}

void
bench_table_excess (const char *what, const char *unit, double value, double baseline, double target)
{
  g_autofree char *text = g_strdup_printf ("<= +%g %s", target, unit);

  print_row (what, unit, value, baseline, text, value <= baseline + target);
}

void
bench_table_note (const char *what, const char *unit, double value)
{
  printf ("    %-54s %9.2f %-2s\n", what, value, unit);
  fflush (stdout);
}

guint
bench_table_get_n_over (void)
{
  return n_over;
}
