/* Suggestions: what a newly opened article costs when the case knows many names.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bench-rows.h"
#include "bench-sample.h"
#include "bench-table.h"

#include "sutra-suggestions.h"

#define N_KNOWN 10000
#define N_ROUNDS 21
#define N_SUGGESTIONS 10000

/* 10,000 names of five letters and more, the sample's own among them, as entities that another article mentions. */
static void
add_names (BenchCase *bench)
{
  g_autoptr (BenchSample) other = bench_sample_new (1000, 0, 1);
  SutraDraft *draft = bench_sample_dup_draft (other, "Names");
  g_autoptr (SutraArticle) article = NULL;
  g_autofree SutraMentionSpec *specs = g_new0 (SutraMentionSpec, N_KNOWN);
  g_autoptr (GPtrArray) labels = g_ptr_array_new_with_free_func (g_free);
  GError *error = NULL;

  article = sutra_case_add_article (bench->the_case, draft, NULL, &error);
  bench_check (error);
  sutra_draft_free (draft);
  for (guint i = 0; i < N_KNOWN; i++)
    {
      g_autoptr (GString) label = g_string_new (NULL);

      for (guint k = i, n = 0; n < 4; n++, k /= 20)
        g_string_append_unichar (label, 0x0995 + k % 20);
      g_string_append (label, "পুর");
      g_ptr_array_add (labels, i == 0 ? g_strdup (BENCH_NAME) : g_strdup (label->str));
      specs[i] = (SutraMentionSpec){ .article = *sutra_article_get_id (article),
                                     .start = 0,
                                     .end = 1000,
                                     .type = bench_case_type (bench, 2),
                                     .entity_label = labels->pdata[i] };
      specs[i].end = (guint32) sutra_text_get_length (sutra_article_get_text (article, NULL));
    }
  sutra_case_add_mentions (bench->the_case, specs, N_KNOWN, NULL, &error);
  bench_check (error);
}

static void
bench_small (void)
{
  g_autoptr (BenchSample) sample = bench_sample_new (6 * 1024, 0, 6);
  g_autoptr (BenchCase) bench = bench_case_new (sample);
  g_autoptr (GArray) all = bench_times_new ();
  g_autoptr (GArray) names = bench_times_new ();
  GError *error = NULL;
  gint64 build = 0;

  add_names (bench);
  for (guint i = 0; i <= N_ROUNDS; i++)
    {
      gint64 start = g_get_monotonic_time ();
      g_autoptr (GPtrArray) found = sutra_suggest (bench->the_case, &bench->id, SUTRA_SUGGEST_ALL, NULL, &error);
      gint64 middle = g_get_monotonic_time ();
      g_autoptr (GPtrArray) known = sutra_suggest (bench->the_case, &bench->id, 1 << SUTRA_SUGGESTION_NAME, NULL, &error);

      bench_check (error);
      g_assert_cmpuint (known->len, ==, 6);
      if (i == 0)
        build = middle - start;
      else
        {
          bench_times_add (all, middle - start);
          bench_times_add (names, g_get_monotonic_time () - middle);
        }
    }
  bench_table_value ("suggestions for 6 KB, 10,000 known names", "ms", bench_times_get (all, 0.5), 10);
  bench_table_note ("of that the names", "ms", bench_times_get (names, 0.5));
  bench_table_note ("the first time, with reading the names", "ms", (double) build / 1000);
}

/* The longest that the main loop was kept by one step while they were found and taken. */
static void
bench_large (void)
{
  g_autoptr (BenchSample) sample = bench_sample_new (1000 * 1000, 0, N_SUGGESTIONS);
  g_autoptr (BenchCase) bench = bench_case_new (sample);
  g_autoptr (SutraArticle) article = NULL;
  g_autoptr (SutraSuggestions) list = NULL;
  GError *error = NULL;
  gint64 begun, longest = 0;

  add_names (bench);
  article = sutra_case_get_article (bench->the_case, &bench->id, &error);
  bench_check (error);
  sutra_article_get_spans (article, &error);
  bench_check (error);
  begun = g_get_monotonic_time ();
  list = sutra_suggestions_new (bench->the_case, article, 1 << SUTRA_SUGGESTION_NAME);
  while (sutra_suggestions_get_busy (list))
    {
      gint64 start = g_get_monotonic_time ();

      if (g_main_context_iteration (NULL, FALSE))
        longest = MAX (longest, g_get_monotonic_time () - start);
      else
        g_usleep (100);
    }
  g_assert_cmpuint (sutra_suggestions_get_length (list), ==, N_SUGGESTIONS);
  bench_table_value ("10,000 suggestions in 1 MB: longest step", "ms", (double) longest / 1000, 16);
  bench_table_note ("until they are there, in the worker", "ms", (double) (g_get_monotonic_time () - begun) / 1000);
}

void
bench_suggest (void)
{
  bench_small ();
  bench_large ();
}
