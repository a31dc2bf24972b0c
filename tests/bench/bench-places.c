/* bench-places.c: what the gazetteer costs
 *
 *   bench-places [NAMES]
 *
 * NAMES has one name in a line; without it the Bengali names of the gazetteer itself are taken, by sound without knowing them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "sutra-gazetteer.h"

#include <stdio.h>
#include <string.h>
#include <time.h>

#define N_LOADS 15
#define MOST_NAMES 400

/* Of the processor: nothing here waits, and other programs do not count. */
static double
clock_ms (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return (double) now.tv_sec * 1e3 + (double) now.tv_nsec / 1e6;
}

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return x < y ? -1 : x > y;
}

static double
quantile (GArray *times, double q)
{
  g_array_sort (times, compare_doubles);
  return g_array_index (times, double, (guint) (q * (times->len - 1)));
}

static void
add_time (GArray *times, double start)
{
  double time = clock_ms () - start;

  g_array_append_val (times, time);
}

/* Kilobytes that the process has for itself, and those of files that it has in memory. */
static void
read_memory (long *own, long *mapped)
{
  g_autofree char *text = NULL;
  const char *anonymous, *file;

  *own = *mapped = 0;
  if (!g_file_get_contents ("/proc/self/status", &text, NULL, NULL))
    return;
  anonymous = strstr (text, "RssAnon:");
  file = strstr (text, "RssFile:");
  *own = anonymous != NULL ? strtol (anonymous + 8, NULL, 10) : 0;
  *mapped = file != NULL ? strtol (file + 8, NULL, 10) : 0;
}

static GPtrArray *
take_names (SutraGazetteer *gazetteer, const char *path)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  guint size = sutra_gazetteer_get_size (gazetteer);

  if (path != NULL && g_file_get_contents (path, &text, NULL, NULL))
    {
      lines = g_strsplit (text, "\n", -1);
      for (guint i = 0; lines[i] != NULL; i++)
        if (lines[i][0] != '\0')
          g_ptr_array_add (names, g_strdup (lines[i]));
      return names;
    }
  for (guint i = 0; i < size && names->len < MOST_NAMES; i += 7)
    {
      SutraPlace place;

      sutra_gazetteer_get_place (gazetteer, i, &place);
      if (place.name != NULL)
        g_ptr_array_add (names, g_strdup (place.name));
    }
  return names;
}

static void
measure (SutraGazetteer *gazetteer, GPtrArray *names, const char *what, SutraPlaceQuery query, const char *ending, double target)
{
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));
  guint n_found = 0;

  for (guint i = 0; i < names->len; i++)
    {
      g_autofree char *name = g_strconcat (names->pdata[i], ending, NULL);
      double start = clock_ms ();
      g_autoptr (GPtrArray) found = sutra_gazetteer_look_up (gazetteer, name, &query);

      add_time (times, start);
      n_found += found->len > 0;
    }
  printf ("%s, %u names, %u with a candidate: median %.3f ms, p95 %.3f ms (target %g)\n", what, names->len, n_found, quantile (times, 0.5),
          quantile (times, 0.95), target);
}

int
main (int argc, char *argv[])
{
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (SutraGazetteer) gazetteer = NULL;
  g_autoptr (GPtrArray) names = NULL;
  long own, mapped, own_then, mapped_then;

  read_memory (&own, &mapped);
  for (guint i = 0; i < N_LOADS; i++)
    {
      double start = clock_ms ();

      g_clear_pointer (&gazetteer, sutra_gazetteer_unref);
      gazetteer = sutra_gazetteer_load (NULL, NULL);
      add_time (times, start);
      if (gazetteer == NULL)
        {
          printf ("the list of places is not there\n");
          return 0;
        }
    }
  printf ("loading %u places: median %.2f ms, p95 %.2f ms (target 15)\n", sutra_gazetteer_get_size (gazetteer), quantile (times, 0.5),
          quantile (times, 0.95));
  names = take_names (gazetteer, argc > 1 ? argv[1] : NULL);
  measure (gazetteer, names, "exact", (SutraPlaceQuery){ .stages = 1 << SUTRA_STAGE_EXACT }, "", 0.2);
  measure (gazetteer, names, "with an ending", (SutraPlaceQuery){ .stages = 1 << SUTRA_STAGE_EXACT | 1 << SUTRA_STAGE_STEM }, "-এর", 0.2);
  measure (gazetteer, names, "by sound", (SutraPlaceQuery){ .stages = 1 << SUTRA_STAGE_ROMANISED }, "", 10);
  measure (gazetteer, names, "by sound, with an ending", (SutraPlaceQuery){ .stages = 1 << SUTRA_STAGE_ROMANISED }, "কে", 10);
  measure (gazetteer, names, "by sound, in one country", (SutraPlaceQuery){ .stages = 1 << SUTRA_STAGE_ROMANISED, .country = "IN" }, "",
           10);
  measure (gazetteer, names, "by sound, some countries favoured",
           (SutraPlaceQuery){ .stages = 1 << SUTRA_STAGE_ROMANISED, .near = "IN BD" }, "", 10);
  read_memory (&own_then, &mapped_then);
  printf ("memory: %ld kB of its own, %ld kB of the file (shared)\n", own_then - own, mapped_then - mapped);
  return 0;
}
