/* Editing while a worker imports.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bench-rows.h"
#include "bench-sample.h"
#include "bench-table.h"

#define N_ARTICLES 1000
#define BATCH 20

typedef struct
{
  GPtrArray *drafts; /* SutraDraft */
  gboolean done;
} Import;

static void
import_run (GTask *task, SutraStore *store, gpointer data, GCancellable *cancellable)
{
  Import *import = data;
  g_autofree SutraId *ids = g_new0 (SutraId, N_ARTICLES);
  gint64 step = 0;
  GError *error = NULL;

  for (guint i = 0; i < import->drafts->len; i += BATCH)
    sutra_case_store_articles (store, (SutraDraft *const *) &import->drafts->pdata[i], MIN (BATCH, import->drafts->len - i), &step, ids,
                               NULL, cancellable, &error);
  bench_check (error);
  g_task_return_pointer (task, NULL, NULL);
}

static void
import_done_cb (GObject *worker, GAsyncResult *result, gpointer data)
{
  GError *error = NULL;

  sutra_worker_run_finish (SUTRA_WORKER (worker), result, &error);
  bench_check (error);
  ((Import *) data)->done = TRUE;
}

static GPtrArray *
make_drafts (void)
{
  GPtrArray *drafts = g_ptr_array_new_with_free_func ((GDestroyNotify) sutra_draft_free);
  g_autoptr (BenchSample) sample = bench_sample_new (10000, 0, 0);

  for (guint i = 0; i < N_ARTICLES; i++)
    {
      g_autofree char *title = g_strdup_printf ("নমুনা %u", i);
      BenchSample own = { g_strconcat (title, "\n", sample->utf8, NULL), 0, NULL };

      own.n_bytes = strlen (own.utf8);
      g_ptr_array_add (drafts, bench_sample_dup_draft (&own, title));
      g_free (own.utf8);
    }
  return drafts;
}

/* An edit every so often, as the main loop gets to it. */
static void
edit (BenchCase *bench, BenchSample *sample, guint i, GArray *times)
{
  const SutraRange *range = &g_array_index (sample->ranges, SutraRange, i % sample->ranges->len);
  SutraMentionSpec spec = {
    .article = bench->id, .type = bench_case_type (bench, BENCH_FREE_TYPE), .start = range->start, .end = range->end
  };
  gint64 start = g_get_monotonic_time ();
  GError *error = NULL;

  sutra_case_add_mentions (bench->the_case, &spec, 1, NULL, &error);
  bench_check (error);
  bench_times_add (times, g_get_monotonic_time () - start);
}

void
bench_import (void)
{
  g_autoptr (BenchSample) sample = bench_sample_new (1000 * 1000, 10000, 0);
  g_autoptr (BenchCase) bench = bench_case_new (sample);
  g_autoptr (GPtrArray) drafts = make_drafts ();
  g_autoptr (SutraArticle) article = NULL;
  g_autoptr (GArray) alone = bench_times_new ();
  g_autoptr (GArray) during = bench_times_new ();
  Import import = { drafts, FALSE };
  gint64 start;
  guint n = 0;
  GError *error = NULL;

  article = sutra_case_get_article (bench->the_case, &bench->id, &error);
  bench_check (error);
  sutra_article_get_spans (article, &error);
  bench_check (error);
  sutra_case_watch (bench->the_case, TRUE);
  while (n < 200)
    edit (bench, sample, n++, alone);

  start = g_get_monotonic_time ();
  sutra_worker_run_async (sutra_case_get_jobs (bench->the_case), G_PRIORITY_DEFAULT, import_run, &import, NULL, NULL, import_done_cb,
                          &import);
  while (!import.done)
    {
      gint64 next = g_get_monotonic_time () + 5000;

      edit (bench, sample, n++, during);
      while (!import.done && g_get_monotonic_time () < next)
        {
          if (!g_main_context_iteration (NULL, FALSE))
            g_usleep (200);
        }
    }
  bench_table_value ("an edit while a worker imports 1,000 articles, p95", "ms", bench_times_get (during, 0.95), 16);
  bench_table_note ("edits during the import", "", during->len);
  bench_table_note ("the slowest", "ms", bench_times_get (during, 1));
  bench_table_note ("an edit without the import, p95", "ms", bench_times_get (alone, 0.95));
  bench_table_note ("the import", "s", (double) (g_get_monotonic_time () - start) / 1e6);
}
