/* From the start of a process to its first painted frame.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bench-rows.h"
#include "bench-sample.h"
#include "bench-table.h"

#include <glib/gstdio.h>

#define N_RUNS 11

/* Where the program keeps its cases and settings in these runs. */
static char *
make_home (void)
{
  GError *error = NULL;
  char *home = g_dir_make_tmp ("sutra-bench-home-XXXXXX", &error);

  bench_check (error);
  return home;
}

static void
remove_folder (const char *path)
{
  GDir *folder = g_dir_open (path, 0, NULL);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *inside = g_build_filename (path, name, NULL);

      if (g_file_test (inside, G_FILE_TEST_IS_DIR))
        remove_folder (inside);
      else
        g_unlink (inside);
    }
  g_clear_pointer (&folder, g_dir_close);
  g_rmdir (path);
}

static void
run (const char *program, const char *file, const char *home, GArray *first, GArray *shown)
{
  const char *arguments[] = { program, file, NULL };
  g_auto (GStrv) environment = g_get_environ ();
  g_autofree char *start = NULL;
  g_autofree char *output = NULL;
  GError *error = NULL;
  char *end;

  environment = g_environ_setenv (environment, "HOME", home, TRUE);
  environment = g_environ_setenv (environment, "XDG_DATA_HOME", home, TRUE);
  environment = g_environ_setenv (environment, "XDG_CONFIG_HOME", home, TRUE);
  if (file != NULL)
    environment = g_environ_setenv (environment, "SUTRA_BENCH_WAIT_FOR", "SutraArticleView", TRUE);
  start = g_strdup_printf ("%" G_GINT64_FORMAT, g_get_monotonic_time ());
  environment = g_environ_setenv (environment, "SUTRA_BENCH_START", start, TRUE);
  g_spawn_sync (NULL, (char **) arguments, environment, G_SPAWN_DEFAULT, NULL, NULL, &output, NULL, NULL, &error);
  bench_check (error);
  if (first != NULL)
    {
      bench_times_add (first, g_ascii_strtoll (output, &end, 10));
      bench_times_add (shown, g_ascii_strtoll (end, NULL, 10));
    }
}

void
bench_start (const char *program, const char *empty, const char *sample)
{
  g_autofree char *home = make_home ();
  g_autoptr (GArray) first = bench_times_new ();
  g_autoptr (GArray) shown = bench_times_new ();
  g_autoptr (GArray) bare = bench_times_new ();
  g_autoptr (GArray) nothing = bench_times_new ();

  /* The first run makes the case and opens the sample in it. */
  run (program, sample, home, NULL, NULL);
  run (empty, NULL, home, NULL, NULL);
  for (guint i = 0; i < N_RUNS; i++)
    {
      run (program, sample, home, first, shown);
      run (empty, NULL, home, bare, nothing);
    }
  remove_folder (home);
  bench_table_ratio ("start to first frame, sample case", "ms", bench_times_get (first, 0.5), bench_times_get (bare, 0.5), 1.6);
  bench_table_note ("start to the frame with the article", "ms", bench_times_get (shown, 0.5));
  bench_table_note ("the fastest start", "ms", bench_times_get (first, 0));
  bench_table_note ("the fastest empty window", "ms", bench_times_get (bare, 0));
}
