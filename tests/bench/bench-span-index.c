/* bench-span-index.c: the span index with the mentions of a very long article
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "sutra-span-index.h"

#include <malloc.h>

#define N_SPANS 100000
#define N_QUERIES 100000

static void
report (GTimer *timer, const char *what, guint n)
{
  double seconds = g_timer_elapsed (timer, NULL);

  g_print ("%-40s %8.2f ms, %7.3f us each\n", what, seconds * 1e3, seconds * 1e6 / n);
}

/* What drawing and moving the caret do. */
static void
measure_queries (SutraSpanIndex *index, GRand *rand)
{
  g_autoptr (GTimer) timer = g_timer_new ();
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (SutraSpan));
  gsize n_found = 0;
  gsize n_visited = 0;
  SutraSpan span;

  g_timer_start (timer);
  for (guint i = 0; i < N_QUERIES; i++)
    {
      guint32 from = (guint32) g_rand_int_range (rand, 0, N_SPANS * 10);

      g_array_set_size (found, 0);
      sutra_span_index_query (index, from, from + 2000, found);
      n_found += found->len;
      n_visited += sutra_span_index_last_visited (index);
    }
  report (timer, "query a screen of 2,000 code points", N_QUERIES);
  g_print ("%-40s %8.1f found, %.1f nodes visited\n", "", (double) n_found / N_QUERIES, (double) n_visited / N_QUERIES);

  g_timer_start (timer);
  for (guint i = 0; i < N_QUERIES; i++)
    {
      guint32 at = (guint32) g_rand_int_range (rand, 0, N_SPANS * 10);

      g_array_set_size (found, 0);
      sutra_span_index_query (index, at, at, found);
    }
  report (timer, "query one place", N_QUERIES);

  g_timer_start (timer);
  for (guint i = 0; i < N_QUERIES; i++)
    sutra_span_index_next (index, (guint32) g_rand_int_range (rand, 0, N_SPANS * 10), &span);
  report (timer, "next", N_QUERIES);
}

int
main (void)
{
  g_autoptr (SutraSpanIndex) index = sutra_span_index_new ();
  g_autofree SutraSpan *spans = g_new0 (SutraSpan, N_SPANS);
  g_autoptr (GTimer) timer = g_timer_new ();
  GRand *rand = g_rand_new_with_seed (1);
  struct mallinfo2 before, after;

  for (guint i = 0; i < N_SPANS; i++)
    {
      spans[i].id = sutra_id_new ();
      spans[i].start = (guint32) g_rand_int_range (rand, 0, N_SPANS * 10);
      spans[i].end = spans[i].stem_end = spans[i].start + (guint32) g_rand_int_range (rand, 1, 30);
    }

  before = mallinfo2 ();
  g_timer_start (timer);
  sutra_span_index_load (index, spans, N_SPANS);
  report (timer, "load 100,000 spans", N_SPANS);
  after = mallinfo2 ();
  g_print ("%-40s %8.1f bytes a span\n", "memory", (double) (after.uordblks + after.hblkhd - before.uordblks - before.hblkhd) / N_SPANS);

  measure_queries (index, rand);

  g_timer_start (timer);
  for (guint i = 0; i < N_SPANS; i++)
    sutra_span_index_remove (index, &spans[i].id);
  report (timer, "remove by id", N_SPANS);

  g_timer_start (timer);
  for (guint i = 0; i < N_SPANS; i++)
    sutra_span_index_insert (index, &spans[i]);
  report (timer, "insert", N_SPANS);

  g_rand_free (rand);
  return 0;
}
