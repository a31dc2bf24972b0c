/* Marking a name wherever it stands.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bench-rows.h"
#include "bench-sample.h"
#include "bench-table.h"

#define N_NAMES 1000
#define N_ROUNDS 9

typedef struct
{
  GArray *all;
  GArray *find;
  GArray *add;
} Times;

static void
mark_all (BenchCase *bench, Times *times)
{
  static const char *const names[] = { BENCH_NAME, NULL };
  SutraId type = bench_case_type (bench, BENCH_FREE_TYPE);
  g_autofree SutraMentionSpec *specs = NULL;
  g_autoptr (GArray) found = NULL;
  gint64 start, have, done;
  GError *error = NULL;

  start = g_get_monotonic_time ();
  found = sutra_case_find_occurrences (bench->the_case, &bench->id, names, &type, &error);
  bench_check (error);
  have = g_get_monotonic_time ();
  g_assert_cmpuint (found->len, ==, N_NAMES);
  specs = g_new0 (SutraMentionSpec, found->len);
  for (guint i = 0; i < found->len; i++)
    {
      const SutraOccurrence *occurrence = &g_array_index (found, SutraOccurrence, i);

      specs[i] = (SutraMentionSpec){ .article = bench->id,
                                     .start = occurrence->start,
                                     .end = occurrence->end,
                                     .stem_end = occurrence->stem_end,
                                     .type = type,
                                     .entity_label = BENCH_NAME,
                                     .origin = SUTRA_ORIGIN_OCCURRENCE };
    }
  sutra_case_add_mentions (bench->the_case, specs, found->len, NULL, &error);
  bench_check (error);
  done = g_get_monotonic_time ();

  bench_times_add (times->all, done - start);
  bench_times_add (times->find, have - start);
  bench_times_add (times->add, done - have);
}

void
bench_occurrences (void)
{
  g_autoptr (BenchSample) sample = bench_sample_new (1000 * 1000, 10000, N_NAMES);
  g_autoptr (BenchCase) bench = bench_case_new (sample);
  g_autoptr (SutraArticle) article = NULL;
  g_autoptr (GArray) all = bench_times_new ();
  g_autoptr (GArray) find = bench_times_new ();
  g_autoptr (GArray) add = bench_times_new ();
  g_autoptr (GArray) undo = bench_times_new ();
  Times times = { all, find, add };
  GError *error = NULL;

  article = sutra_case_get_article (bench->the_case, &bench->id, &error);
  bench_check (error);
  sutra_article_get_spans (article, &error);
  bench_check (error);
  for (guint i = 0; i < N_ROUNDS; i++)
    {
      gint64 start;

      mark_all (bench, &times);
      start = g_get_monotonic_time ();
      sutra_case_undo (bench->the_case, NULL, &error);
      bench_check (error);
      bench_times_add (undo, g_get_monotonic_time () - start);
      /* One step of the history took all back. */
      g_assert_cmpuint (sutra_article_count_mentions (article), ==, sample->ranges->len);
    }
  bench_table_value ("all 1,000 occurrences in 1 MB as one step", "ms", bench_times_get (all, 0.5), 150);
  bench_table_note ("finding", "ms", bench_times_get (find, 0.5));
  bench_table_note ("adding", "ms", bench_times_get (add, 0.5));
  bench_table_note ("the slowest of all rounds", "ms", bench_times_get (all, 1));
  bench_table_note ("undoing", "ms", bench_times_get (undo, 0.5));
}
