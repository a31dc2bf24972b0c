/* test-span-index.c: the span index against a plain sorted array
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "sutra-span-index.h"

#include <malloc.h>
#include <math.h>

/* Few ids, places and fragments, so that equal starts, nesting and replaced fragments happen all the time. */
#define N_IDS 400
#define N_PLACES 300

typedef struct
{
  SutraSpanIndex *index;
  GArray *model; /* SutraSpan, in index order */
  SutraId ids[N_IDS];
} Fixture;

static int
model_compare (gconstpointer a, gconstpointer b)
{
  const SutraSpan *x = a;
  const SutraSpan *y = b;

  if (x->start != y->start)
    return x->start < y->start ? -1 : 1;
  if (x->end != y->end)
    return x->end > y->end ? -1 : 1;
  if (!sutra_id_equal (&x->id, &y->id))
    return sutra_id_compare (&x->id, &y->id);
  return (int) x->part - (int) y->part;
}

static void
assert_same_span (const SutraSpan *a, const SutraSpan *b)
{
  g_assert_true (sutra_id_equal (&a->id, &b->id));
  g_assert_true (sutra_id_equal (&a->type, &b->type));
  g_assert_true (sutra_id_equal (&a->entity, &b->entity));
  g_assert_cmpuint (a->start, ==, b->start);
  g_assert_cmpuint (a->end, ==, b->end);
  g_assert_cmpuint (a->stem_end, ==, b->stem_end);
  g_assert_cmpuint (a->part, ==, b->part);
  g_assert_cmpuint (a->status, ==, b->status);
}

static SutraSpan
random_span (Fixture *self, guint32 n_places, guint32 longest)
{
  guint32 start = (guint32) g_test_rand_int_range (0, (int) n_places);
  guint32 length = (guint32) g_test_rand_int_range (1, (int) longest);
  SutraSpan span = { 0 };

  span.id = self->ids[g_test_rand_int_range (0, N_IDS)];
  span.type.bytes[0] = (guint8) g_test_rand_int_range (0, 256);
  span.entity.bytes[15] = (guint8) g_test_rand_int_range (0, 256);
  span.start = start;
  span.end = start + length;
  span.stem_end = start + (guint32) g_test_rand_int_range (1, (int) length + 1);
  span.part = (guint16) g_test_rand_int_range (0, 4);
  span.status = (guint8) g_test_rand_int_range (0, 3);
  return span;
}

static void
model_insert (GArray *model, const SutraSpan *span)
{
  for (guint i = 0; i < model->len; i++)
    {
      const SutraSpan *other = &g_array_index (model, SutraSpan, i);

      if (other->part == span->part && sutra_id_equal (&other->id, &span->id))
        {
          g_array_remove_index (model, i);
          break;
        }
    }
  g_array_append_val (model, *span);
  g_array_sort (model, model_compare);
}

static guint
model_remove (GArray *model, const SutraId *id)
{
  guint removed = 0;

  for (guint i = model->len; i > 0; i--)
    if (sutra_id_equal (&g_array_index (model, SutraSpan, i - 1).id, id))
      {
        g_array_remove_index (model, i - 1);
        removed++;
      }
  return removed;
}

static void
check_query (Fixture *self, guint32 start, guint32 end)
{
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (SutraSpan));
  guint n = 0;

  sutra_span_index_query (self->index, start, end, found);
  for (guint i = 0; i < self->model->len; i++)
    {
      const SutraSpan *span = &g_array_index (self->model, SutraSpan, i);
      gboolean hit = start == end ? span->start <= start && start < span->end : span->start < end && start < span->end;

      if (!hit || start > end)
        continue;
      g_assert_cmpuint (n, <, found->len);
      assert_same_span (&g_array_index (found, SutraSpan, n), span);
      n++;
    }
  g_assert_cmpuint (n, ==, found->len);
}

static void
check_neighbours (Fixture *self, guint32 cp)
{
  const SutraSpan *next = NULL;
  const SutraSpan *previous = NULL;
  SutraSpan got;

  for (guint i = 0; i < self->model->len; i++)
    {
      const SutraSpan *span = &g_array_index (self->model, SutraSpan, i);

      if (span->start < cp)
        previous = span;
      else if (next == NULL)
        next = span;
    }
  g_assert_cmpint (sutra_span_index_next (self->index, cp, &got), ==, next != NULL);
  if (next != NULL)
    assert_same_span (&got, next);
  g_assert_cmpint (sutra_span_index_previous (self->index, cp, &got), ==, previous != NULL);
  if (previous != NULL)
    assert_same_span (&got, previous);
}

static void
check_get (Fixture *self, const SutraId *id)
{
  const SutraSpan *first = NULL;
  SutraSpan got;

  for (guint i = 0; i < self->model->len; i++)
    {
      const SutraSpan *span = &g_array_index (self->model, SutraSpan, i);

      if (sutra_id_equal (&span->id, id) && (first == NULL || span->part < first->part))
        first = span;
    }
  g_assert_cmpint (sutra_span_index_get (self->index, id, &got), ==, first != NULL);
  if (first != NULL)
    assert_same_span (&got, first);
}

static void
check_get_parts (Fixture *self, const SutraId *id)
{
  g_autoptr (GArray) parts = g_array_new (FALSE, FALSE, sizeof (SutraSpan));
  guint n = 0;

  sutra_span_index_get_parts (self->index, id, parts);
  for (guint i = 0; i < self->model->len; i++)
    n += sutra_id_equal (&g_array_index (self->model, SutraSpan, i).id, id);
  g_assert_cmpuint (parts->len, ==, n);
  for (guint i = 0; i < parts->len; i++)
    {
      const SutraSpan *part = &g_array_index (parts, SutraSpan, i);
      gboolean found = FALSE;

      g_assert_true (i == 0 || part[-1].part < part->part);
      for (guint j = 0; j < self->model->len; j++)
        found |= memcmp (&g_array_index (self->model, SutraSpan, j), part, sizeof *part) == 0;
      g_assert_true (found);
    }
}

static gboolean
compare_with_model (const SutraSpan *span, gpointer data)
{
  gconstpointer *state = data;
  const GArray *model = state[0];
  guint i = GPOINTER_TO_UINT (state[1]);

  g_assert_cmpuint (i, <, model->len);
  assert_same_span (span, &g_array_index (model, SutraSpan, i));
  state[1] = GUINT_TO_POINTER (i + 1);
  return TRUE;
}

static void
check_all (Fixture *self)
{
  gconstpointer state[2] = { self->model, GUINT_TO_POINTER (0) };

  sutra_span_index_check (self->index);
  g_assert_cmpuint (sutra_span_index_size (self->index), ==, self->model->len);
  sutra_span_index_foreach (self->index, compare_with_model, state);
  g_assert_cmpuint (GPOINTER_TO_UINT (state[1]), ==, self->model->len);
}

static void
set_up (Fixture *self, gconstpointer data)
{
  self->index = sutra_span_index_new ();
  self->model = g_array_new (FALSE, FALSE, sizeof (SutraSpan));
  for (guint i = 0; i < N_IDS; i++)
    {
      self->ids[i] = sutra_id_new ();
      /* Ids that differ in one end only must not fall into one chain or be taken for each other. */
      if (i % 2 == 1)
        {
          self->ids[i] = self->ids[i - 1];
          self->ids[i].bytes[i % 16] ^= 1;
        }
    }
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  sutra_span_index_free (self->index);
  g_array_unref (self->model);
}

static void
test_differential (Fixture *self, gconstpointer data)
{
  for (guint i = 0; i < 30000; i++)
    {
      /* Grows for a while, then shrinks. */
      int inserts = i / 3000 % 2 == 0 ? 40 : 15;
      int choice = g_test_rand_int_range (0, 100);

      if (choice < inserts)
        {
          SutraSpan span = random_span (self, N_PLACES, choice % 8 == 0 ? N_PLACES : 12);

          sutra_span_index_insert (self->index, &span);
          model_insert (self->model, &span);
        }
      else if (choice < 55)
        {
          const SutraId *id = &self->ids[g_test_rand_int_range (0, N_IDS)];

          g_assert_cmpuint (sutra_span_index_remove (self->index, id), ==, model_remove (self->model, id));
        }
      else if (choice < 80)
        check_query (self, (guint32) g_test_rand_int_range (0, N_PLACES + 20), (guint32) g_test_rand_int_range (0, N_PLACES + 20));
      else if (choice < 85)
        {
          guint32 at = (guint32) g_test_rand_int_range (0, N_PLACES + 20);

          check_query (self, at, at);
        }
      else if (choice < 95)
        check_neighbours (self, (guint32) g_test_rand_int_range (0, N_PLACES + 20));
      else
        {
          check_get (self, &self->ids[g_test_rand_int_range (0, N_IDS)]);
          check_get_parts (self, &self->ids[g_test_rand_int_range (0, N_IDS)]);
        }

      sutra_span_index_check (self->index);
      if (i % 50 == 0)
        check_all (self);
    }
}

static void
test_load (Fixture *self, gconstpointer data)
{
  for (guint round = 0; round < 60; round++)
    {
      g_autoptr (GArray) spans = g_array_new (FALSE, FALSE, sizeof (SutraSpan));
      guint n = round < 20 ? round : (guint) g_test_rand_int_range (0, 700);

      g_array_set_size (self->model, 0);
      for (guint i = 0; i < n; i++)
        {
          SutraSpan span = random_span (self, N_PLACES, 30);

          g_array_append_val (spans, span);
          model_insert (self->model, &span);
        }
      sutra_span_index_load (self->index, (const SutraSpan *) spans->data, spans->len);
      check_all (self);

      /* A loaded index goes on like one that was built span by span. */
      for (guint i = 0; i < 40; i++)
        {
          SutraSpan span = random_span (self, N_PLACES, 30);
          const SutraId *id = &self->ids[g_test_rand_int_range (0, N_IDS)];

          sutra_span_index_insert (self->index, &span);
          model_insert (self->model, &span);
          g_assert_cmpuint (sutra_span_index_remove (self->index, id), ==, model_remove (self->model, id));
          sutra_span_index_check (self->index);
        }
      check_all (self);
    }
}

static void
test_edges (Fixture *self, gconstpointer data)
{
  SutraSpan span = { .id = self->ids[0], .start = G_MAXUINT32 - 1, .end = G_MAXUINT32, .stem_end = G_MAXUINT32 };
  SutraSpan first = { .id = self->ids[2], .start = 0, .end = 1, .stem_end = 1 };

  check_query (self, 0, G_MAXUINT32);
  check_neighbours (self, 0);
  check_get (self, &self->ids[0]);
  check_get_parts (self, &self->ids[0]);
  g_assert_cmpuint (sutra_span_index_remove (self->index, &self->ids[0]), ==, 0);
  sutra_span_index_load (self->index, NULL, 0);
  check_all (self);

  sutra_span_index_insert (self->index, &span);
  model_insert (self->model, &span);
  sutra_span_index_insert (self->index, &first);
  model_insert (self->model, &first);
  check_query (self, 0, G_MAXUINT32);
  check_query (self, 0, 0);
  check_query (self, 1, 1);
  check_query (self, G_MAXUINT32 - 1, G_MAXUINT32 - 1);
  check_query (self, G_MAXUINT32, G_MAXUINT32);
  check_query (self, G_MAXUINT32 - 2, G_MAXUINT32 - 1);
  check_neighbours (self, G_MAXUINT32);
  check_neighbours (self, G_MAXUINT32 - 1);
  check_neighbours (self, 1);
  check_all (self);
}

static gboolean
stop_at_third (const SutraSpan *span, gpointer data)
{
  guint *calls = data;

  return ++*calls < 3;
}

static void
test_foreach_stops (Fixture *self, gconstpointer data)
{
  guint calls = 0;

  for (guint i = 0; i < 100; i++)
    {
      SutraSpan span = random_span (self, N_PLACES, 30);

      sutra_span_index_insert (self->index, &span);
    }
  sutra_span_index_foreach (self->index, stop_at_third, &calls);
  g_assert_cmpuint (calls, ==, 3);
}

/* Mentions as they lie in an article: one after the other, some nested. */
static GArray *
article_spans (gsize n)
{
  GArray *spans = g_array_sized_new (FALSE, TRUE, sizeof (SutraSpan), (guint) n);

  for (gsize i = 0; i < n; i++)
    {
      SutraSpan span = { .id = sutra_id_new (), .start = (guint32) i * 10, .end = (guint32) i * 10 + (i % 7 == 0 ? 25 : 6) };

      span.stem_end = span.end;
      g_array_append_val (spans, span);
    }
  return spans;
}

static void
test_visited (Fixture *self, gconstpointer data)
{
  const gsize n = 100000;
  g_autoptr (GArray) spans = article_spans (n);
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (SutraSpan));
  gsize levels = (gsize) ceil (1.45 * log2 ((double) n));
  gsize most = 0;

  for (guint built = 0; built < 2; built++)
    {
      if (built == 0)
        sutra_span_index_load (self->index, (const SutraSpan *) spans->data, spans->len);
      else
        {
          sutra_span_index_load (self->index, NULL, 0);
          for (guint i = 0; i < spans->len; i++)
            sutra_span_index_insert (self->index, &g_array_index (spans, SutraSpan, i));
        }
      for (guint i = 0; i < 20000; i++)
        {
          guint32 start = (guint32) g_test_rand_int_range (0, (int) n * 10);
          guint32 end = start + (guint32) g_test_rand_int_range (0, i % 10 == 0 ? 20000 : 200);

          g_array_set_size (found, 0);
          sutra_span_index_query (self->index, start, end, found);
          g_assert_cmpuint (sutra_span_index_last_visited (self->index), <=, 2 * found->len + 4 * levels);
          most =
              MAX (most, sutra_span_index_last_visited (self->index) - MIN (sutra_span_index_last_visited (self->index), 2 * found->len));
        }
    }
  g_test_message ("at most 2 k + %" G_GSIZE_FORMAT " of %" G_GSIZE_FORMAT " nodes visited", most, n);
}

/* The worst case: k long spans that start far from each other cost one path each. */
static void
test_visited_scattered (Fixture *self, gconstpointer data)
{
  const gsize n = 65536;
  g_autoptr (GArray) spans = article_spans (n);
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (SutraSpan));
  gsize levels = (gsize) ceil (1.45 * log2 ((double) n));

  for (gsize i = 0; i < n; i += 4096)
    g_array_index (spans, SutraSpan, i).end = (guint32) n * 20;
  sutra_span_index_load (self->index, (const SutraSpan *) spans->data, spans->len);
  sutra_span_index_query (self->index, (guint32) n * 15, (guint32) n * 15, found);
  g_assert_cmpuint (found->len, ==, 16);
  g_assert_cmpuint (sutra_span_index_last_visited (self->index), <=, (16 + 2) * 2 * levels);
}

static void
test_memory (Fixture *self, gconstpointer data)
{
  const gsize n = 100000;
  g_autoptr (GArray) spans = article_spans (n);
  struct mallinfo2 before = mallinfo2 ();
  struct mallinfo2 after;
  double loaded, inserted;

  sutra_span_index_load (self->index, (const SutraSpan *) spans->data, spans->len);
  after = mallinfo2 ();
  loaded = (double) (after.uordblks + after.hblkhd - before.uordblks - before.hblkhd) / (double) n;

  sutra_span_index_load (self->index, NULL, 0);
  for (guint i = 0; i < spans->len; i++)
    sutra_span_index_insert (self->index, &g_array_index (spans, SutraSpan, i));
  after = mallinfo2 ();
  inserted = (double) (after.uordblks + after.hblkhd - before.uordblks - before.hblkhd) / (double) n;

  g_test_message ("%.1f bytes a span when loaded, %.1f when inserted", loaded, inserted);
  g_assert_cmpfloat (loaded, <, 110);
  g_assert_cmpfloat (inserted, <, 130);
}

/* Fragments in any order, an id kept in use: no node may leak over many rounds. */
static void
test_reuse (Fixture *self, gconstpointer data)
{
  for (guint round = 0; round < 200; round++)
    {
      for (guint16 part = 5; part > 0; part--)
        {
          SutraSpan span = { .id = self->ids[round % 3], .start = part, .end = part + 1u, .stem_end = part + 1u, .part = part };

          sutra_span_index_insert (self->index, &span);
          model_insert (self->model, &span);
        }
      check_get (self, &self->ids[round % 3]);
      check_get_parts (self, &self->ids[round % 3]);
      g_assert_cmpuint (sutra_span_index_remove (self->index, &self->ids[round % 3]), ==, 5);
      model_remove (self->model, &self->ids[round % 3]);
      check_all (self);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_assert_cmpuint (sizeof (SutraSpan), ==, 64);
#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  ADD ("/span-index/differential", test_differential);
  ADD ("/span-index/load", test_load);
  ADD ("/span-index/edges", test_edges);
  ADD ("/span-index/foreach-stops", test_foreach_stops);
  ADD ("/span-index/visited", test_visited);
  ADD ("/span-index/visited-scattered", test_visited_scattered);
  ADD ("/span-index/memory", test_memory);
  ADD ("/span-index/reuse", test_reuse);
#undef ADD
  return g_test_run ();
}
