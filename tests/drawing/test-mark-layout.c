/* test-mark-layout.c: levels of marks against the rule written down naively
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "sutra-mark-layout.h"

#include "sutra-mention.h"

#include <time.h>

static SutraSpan
make_span (guint32 start, guint32 end, guint16 part, SutraMentionStatus status)
{
  static guint32 count;
  SutraSpan span = { .start = start, .end = end, .stem_end = end, .part = part, .status = (guint8) status };

  count++;
  memcpy (span.id.bytes, &count, sizeof count);
  span.id.bytes[15] = 1;
  return span;
}

static gboolean
overlap (const SutraSpan *a, const SutraSpan *b)
{
  return a->start < b->end && b->start < a->end;
}

static gboolean
collect (const SutraSpan *span, gpointer data)
{
  SutraMark mark = { .span = *span };

  if (span->status != SUTRA_MENTION_REJECTED)
    g_array_append_val ((GArray *) data, mark);
  return TRUE;
}

/* The rule, over the whole article: the lowest level above all marks it lies within that no earlier mark across its start has. */
static GArray *
naive_layout (SutraSpanIndex *index)
{
  GArray *marks = g_array_new (FALSE, FALSE, sizeof (SutraMark));

  sutra_span_index_foreach (index, collect, marks);
  for (guint i = 0; i < marks->len; i++)
    {
      SutraMark *mark = &g_array_index (marks, SutraMark, i);
      gboolean taken;

      for (guint j = 0; j < i; j++)
        {
          const SutraMark *other = &g_array_index (marks, SutraMark, j);

          if (overlap (&mark->span, &other->span) && other->span.end >= mark->span.end)
            mark->level = MAX (mark->level, other->level + 1);
        }
      do
        {
          taken = FALSE;
          for (guint j = 0; j < i && !taken; j++)
            {
              const SutraMark *other = &g_array_index (marks, SutraMark, j);

              taken = overlap (&mark->span, &other->span) && other->level == mark->level;
            }
          if (taken)
            mark->level++;
        }
      while (taken);
    }
  return marks;
}

static void
assert_window (SutraSpanIndex *index, GArray *all, guint32 start, guint32 end)
{
  g_autoptr (GArray) marks = g_array_new (FALSE, FALSE, sizeof (SutraMark));
  guint expected = 0;

  sutra_mark_layout_query (index, start, end, marks);
  for (guint i = 0; i < all->len; i++)
    {
      const SutraMark *mark = &g_array_index (all, SutraMark, i);
      guint found = 0;

      if (start >= end || mark->span.start >= end || mark->span.end <= start)
        continue;
      expected++;
      for (guint j = 0; j < marks->len; j++)
        {
          const SutraMark *other = &g_array_index (marks, SutraMark, j);

          if (sutra_id_equal (&other->span.id, &mark->span.id) && other->span.part == mark->span.part)
            {
              found++;
              g_assert_cmpuint (other->level, ==, mark->level);
            }
        }
      g_assert_cmpuint (found, ==, 1);
    }
  g_assert_cmpuint (marks->len, ==, expected);
  for (guint i = 1; i < marks->len; i++)
    {
      const SutraMark *mark = &g_array_index (marks, SutraMark, i);

      g_assert_true (mark[-1].level < mark->level || (mark[-1].level == mark->level && mark[-1].span.start <= mark->span.start));
    }
}

static void
assert_promises (GArray *all)
{
  for (guint i = 0; i < all->len; i++)
    for (guint j = 0; j < i; j++)
      {
        const SutraMark *outer = &g_array_index (all, SutraMark, j);
        const SutraMark *inner = &g_array_index (all, SutraMark, i);

        if (overlap (&outer->span, &inner->span))
          g_assert_cmpuint (outer->level, !=, inner->level);
        if (inner->span.start >= outer->span.start && inner->span.end <= outer->span.end)
          g_assert_cmpuint (outer->level, <, inner->level);
      }
}

static void
test_random (void)
{
  for (guint round = 0; round < 120; round++)
    {
      g_autoptr (SutraSpanIndex) index = sutra_span_index_new ();
      g_autoptr (GArray) all = NULL;
      int places = g_test_rand_int_range (10, 400);
      int longest = g_test_rand_int_range (2, 60);
      int n = g_test_rand_int_range (0, 150);

      for (int i = 0; i < n; i++)
        {
          guint32 start = (guint32) g_test_rand_int_range (0, places);
          SutraSpan span =
              make_span (start, start + (guint32) g_test_rand_int_range (1, longest), 0, (SutraMentionStatus) g_test_rand_int_range (0, 3));

          sutra_span_index_insert (index, &span);
        }
      all = naive_layout (index);
      assert_promises (all);
      assert_window (index, all, 0, G_MAXUINT32);
      for (guint i = 0; i < 30; i++)
        {
          guint32 start = (guint32) g_test_rand_int_range (0, places);

          assert_window (index, all, start, start + (guint32) g_test_rand_int_range (0, 50));
        }
    }
}

static void
test_nested (void)
{
  g_autoptr (SutraSpanIndex) index = sutra_span_index_new ();
  g_autoptr (GArray) marks = g_array_new (FALSE, FALSE, sizeof (SutraMark));

  for (guint32 i = 0; i < 7; i++)
    {
      SutraSpan span = make_span (10 + i, 40 - i, 0, SUTRA_MENTION_CONFIRMED);

      sutra_span_index_insert (index, &span);
    }
  sutra_mark_layout_query (index, 20, 21, marks);
  g_assert_cmpuint (marks->len, ==, 7);
  for (guint i = 0; i < marks->len; i++)
    {
      g_assert_cmpuint (g_array_index (marks, SutraMark, i).level, ==, i);
      g_assert_cmpuint (g_array_index (marks, SutraMark, i).span.start, ==, 10 + i);
    }
}

/* A rejected mark is not there: what lies within it is outermost. */
static void
test_rejected (void)
{
  g_autoptr (SutraSpanIndex) index = sutra_span_index_new ();
  g_autoptr (GArray) marks = g_array_new (FALSE, FALSE, sizeof (SutraMark));
  SutraSpan outer = make_span (0, 100, 0, SUTRA_MENTION_REJECTED);
  SutraSpan inner = make_span (5, 6, 0, SUTRA_MENTION_SUGGESTED);

  sutra_span_index_insert (index, &outer);
  sutra_span_index_insert (index, &inner);
  sutra_mark_layout_query (index, 0, 100, marks);
  g_assert_cmpuint (marks->len, ==, 1);
  g_assert_cmpuint (g_array_index (marks, SutraMark, 0).level, ==, 0);
}

/* Appending leaves alone what is in the array, and an empty or reversed range gives nothing. */
static void
test_ranges (void)
{
  g_autoptr (SutraSpanIndex) index = sutra_span_index_new ();
  g_autoptr (GArray) marks = g_array_new (FALSE, FALSE, sizeof (SutraMark));
  SutraMark before = { .level = 99 };
  SutraSpan span = make_span (3, 9, 0, SUTRA_MENTION_CONFIRMED);

  g_array_append_val (marks, before);
  sutra_span_index_insert (index, &span);
  sutra_mark_layout_query (index, 5, 5, marks);
  sutra_mark_layout_query (index, 8, 4, marks);
  sutra_mark_layout_query (index, 9, 12, marks);
  sutra_mark_layout_query (index, 0, 3, marks);
  g_assert_cmpuint (marks->len, ==, 1);
  sutra_mark_layout_query (index, 8, 9, marks);
  g_assert_cmpuint (marks->len, ==, 2);
  g_assert_cmpuint (g_array_index (marks, SutraMark, 0).level, ==, 99);
}

/* A chain longer than what is followed step by step still gives what the whole article gives. */
static void
test_long_chain (void)
{
  enum
  {
    N = 100000
  };
  g_autoptr (SutraSpanIndex) index = sutra_span_index_new ();
  g_autoptr (GArray) spans = g_array_new (FALSE, FALSE, sizeof (SutraSpan));
  g_autoptr (GArray) marks = g_array_new (FALSE, FALSE, sizeof (SutraMark));
  double elapsed;

  for (guint32 i = 0; i < N; i++)
    {
      SutraSpan span = make_span (i * 10, i * 10 + 15, 0, SUTRA_MENTION_CONFIRMED);

      g_array_append_val (spans, span);
    }
  sutra_span_index_load (index, (SutraSpan *) (gpointer) spans->data, spans->len);
  g_test_timer_start ();
  sutra_mark_layout_query (index, N * 10 - 4, N * 10 - 3, marks);
  elapsed = g_test_timer_elapsed ();
  g_test_minimized_result (elapsed * 1000, "a chain of %d in %.1f ms", N, elapsed * 1000);
  g_assert_cmpuint (marks->len, ==, 1);
  g_assert_cmpuint (g_array_index (marks, SutraMark, 0).level, ==, (N - 1) % 2);
}

/* One mark across 100,000 others does not make a look at one place cost more than a look at its neighbourhood. */
static void
test_cost (void)
{
  g_autoptr (SutraSpanIndex) index = sutra_span_index_new ();
  g_autoptr (GArray) spans = g_array_new (FALSE, FALSE, sizeof (SutraSpan));
  g_autoptr (GArray) marks = g_array_new (FALSE, FALSE, sizeof (SutraMark));
  SutraSpan span = make_span (0, 10000000, 0, SUTRA_MENTION_CONFIRMED);
  double elapsed;
  clock_t start;

  g_array_append_val (spans, span);
  for (guint32 i = 0; i < 100000; i++)
    {
      span = make_span (i * 100, i * 100 + 20, 0, SUTRA_MENTION_CONFIRMED);
      g_array_append_val (spans, span);
    }
  sutra_span_index_load (index, (SutraSpan *) (gpointer) spans->data, spans->len);

  start = clock ();
  for (guint i = 0; i < 1000; i++)
    {
      g_array_set_size (marks, 0);
      sutra_mark_layout_query (index, i * 9000, i * 9000 + 2000, marks);
      g_assert_cmpuint (marks->len, ==, 21);
    }
  elapsed = (double) (clock () - start) / CLOCKS_PER_SEC;
  g_test_minimized_result (elapsed * 1000, "one screen of marks in %.2f microseconds", elapsed * 1000);
  /* Walking all marks to the left would take seconds. */
  g_assert_cmpfloat (elapsed, <, 1.0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/mark-layout/random", test_random);
  g_test_add_func ("/mark-layout/nested", test_nested);
  g_test_add_func ("/mark-layout/rejected", test_rejected);
  g_test_add_func ("/mark-layout/ranges", test_ranges);
  g_test_add_func ("/mark-layout/long-chain", test_long_chain);
  g_test_add_func ("/mark-layout/cost", test_cost);
  return g_test_run ();
}
