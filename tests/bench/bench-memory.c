/* What a process takes that shows an article, each in a process of its own.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bench-rows.h"
#include "bench-sample.h"
#include "bench-table.h"
#include "bench-window.h"

#include "sutra-article-view.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

gsize
bench_get_resident_bytes (void)
{
  g_autofree char *statm = NULL;
  GError *error = NULL;
  char *end;

  g_file_get_contents ("/proc/self/statm", &statm, NULL, &error);
  bench_check (error);
  strtoull (statm, &end, 10);
  return (gsize) strtoull (end, NULL, 10) * (gsize) sysconf (_SC_PAGESIZE);
}

static void
show_plain (BenchSample *sample)
{
  GtkWidget *view = bench_plain_view_new ();
  g_autoptr (BenchWindow) window = bench_window_new (view);

  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), sample->utf8, (int) sample->n_bytes);
  g_clear_pointer (&sample->utf8, g_free);
  bench_window_settle (window);
  printf ("%" G_GSIZE_FORMAT "\n", bench_get_resident_bytes ());
}

static void
show_article (const char *path)
{
  GtkWidget *view = sutra_article_view_new ();
  g_autoptr (BenchWindow) window = bench_window_new (view);
  g_autoptr (SutraCase) the_case = NULL;
  g_autoptr (SutraArticle) article = NULL;
  g_autoptr (GArray) ids = NULL;
  GError *error = NULL;

  the_case = sutra_case_open (path, FALSE, &error);
  bench_check (error);
  ids = sutra_case_list_articles (the_case, &error);
  bench_check (error);
  article = sutra_case_get_article (the_case, &g_array_index (ids, SutraId, 0), &error);
  bench_check (error);
  sutra_article_view_set_tagset (SUTRA_ARTICLE_VIEW (view), sutra_case_get_tagset (the_case));
  sutra_article_view_set_content (SUTRA_ARTICLE_VIEW (view), sutra_article_get_text (article, &error),
                                  sutra_article_get_spans (article, &error));
  bench_check (error);
  bench_window_settle (window);
  printf ("%" G_GSIZE_FORMAT "\n", bench_get_resident_bytes ());
  sutra_article_view_set_content (SUTRA_ARTICLE_VIEW (view), NULL, NULL);
}

void
bench_memory_child (const char *path)
{
  if (path != NULL)
    show_article (path);
  else
    {
      g_autoptr (BenchSample) sample = bench_sample_new (1000 * 1000, 0, 0);

      show_plain (sample);
    }
}

/* Megabytes of a child with 1 MB of text; @n_mentions < 0: in the plain view. */
static double
measure (const char *program, int n_mentions)
{
  g_autoptr (BenchSample) sample = n_mentions >= 0 ? bench_sample_new (1000 * 1000, (guint) n_mentions, 0) : NULL;
  g_autoptr (BenchCase) bench = sample != NULL ? bench_case_new (sample) : NULL;
  const char *arguments[] = { program, "--memory-child", bench != NULL ? bench->path : NULL, NULL };
  g_autofree char *output = NULL;
  GError *error = NULL;

  if (bench != NULL)
    sutra_case_close (bench->the_case);
  g_spawn_sync (NULL, (char **) arguments, NULL, G_SPAWN_DEFAULT, NULL, NULL, &output, NULL, NULL, &error);
  bench_check (error);
  return g_ascii_strtod (output, NULL) / 1e6;
}

void
bench_memory (const char *program)
{
  double plain = measure (program, -1);
  double few = measure (program, 10000);
  double many = measure (program, 50000);

  bench_table_excess ("memory at 1 MB with 10,000 mentions", "MB", few, plain, 40);
  bench_table_value ("memory for each further mention", "kB", (many - few) * 1000 / 40000, 1);
  bench_table_note ("memory at 1 MB with 50,000 mentions", "MB", many);
}
