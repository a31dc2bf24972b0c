/* test-clip.c: what is cut off lay outside, and nothing inside is lost
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "sutra-clip.h"

#include <math.h>

#define ROUNDS 400
#define SAMPLES 60

static const SutraClipRect unit = { 0, 0, 1, 1 };

static gboolean
is_within (const SutraMapPoint *point, const SutraClipRect *rect)
{
  return point->x >= rect->min_x && point->x <= rect->max_x && point->y >= rect->min_y && point->y <= rect->max_y;
}

/* By the even-odd rule; @points is closed by its last segment. */
static gboolean
is_in_ring (const SutraMapPoint *points, guint n, double x, double y)
{
  gboolean in = FALSE;

  for (guint i = 0, j = n - 1; i < n; j = i++)
    if ((points[i].y > y) != (points[j].y > y) &&
        x < (points[j].x - points[i].x) * (y - points[i].y) / (points[j].y - points[i].y) + points[i].x)
      in = !in;
  return in;
}

static double
distance_to_segment (const SutraMapPoint *a, const SutraMapPoint *b, double x, double y)
{
  double dx = b->x - a->x, dy = b->y - a->y, length = dx * dx + dy * dy;
  double at = length > 0 ? CLAMP (((x - a->x) * dx + (y - a->y) * dy) / length, 0, 1) : 0;

  return hypot (a->x + at * dx - x, a->y + at * dy - y);
}

static double
distance_to_line (const SutraMapPoint *points, guint n, gboolean closed, double x, double y)
{
  double nearest = G_MAXDOUBLE;

  for (guint i = closed ? 0 : 1; i < n; i++)
    nearest = MIN (nearest, distance_to_segment (&points[i == 0 ? n - 1 : i - 1], &points[i], x, y));
  return nearest;
}

static double
shoelace (const SutraMapPoint *points, guint n)
{
  double area = 0;

  for (guint i = 0, j = n - 1; i < n; j = i++)
    area += points[j].x * points[i].y - points[i].x * points[j].y;
  return fabs (area / 2);
}

/* Now and then a coordinate that is an edge's. */
static double
random_coordinate (void)
{
  gint pick = g_test_rand_int_range (0, 12);

  if (pick == 0)
    return 0;
  if (pick == 1)
    return 1;
  return g_test_rand_double_range (-1.5, 2.5);
}

static guint
random_line (SutraMapPoint *points, guint most)
{
  guint n = (guint) g_test_rand_int_range (2, (gint32) most);

  for (guint i = 0; i < n; i++)
    points[i] = (SutraMapPoint){ random_coordinate (), random_coordinate () };
  return n;
}

/* A simple polygon about a point. */
static guint
random_star (SutraMapPoint *points, guint most)
{
  guint n = (guint) g_test_rand_int_range (3, (gint32) most);
  double x = g_test_rand_double_range (-0.5, 1.5), y = g_test_rand_double_range (-0.5, 1.5);

  for (guint i = 0; i < n; i++)
    {
      double angle = 2 * G_PI * i / n, radius = g_test_rand_double_range (0.1, 1.5);

      points[i] = (SutraMapPoint){ x + radius * cos (angle), y + radius * sin (angle) };
    }
  return n;
}

static void
test_ring_keeps_inside (void)
{
  SutraMapPoint points[40];
  g_autoptr (GArray) out = g_array_new (FALSE, FALSE, sizeof (SutraMapPoint));

  for (guint round = 0; round < ROUNDS; round++)
    {
      guint n = round % 2 == 0 ? random_line (points, 40) : random_star (points, 40);
      const SutraMapPoint *cut;

      g_array_set_size (out, 0);
      sutra_clip_ring (points, n, &unit, out);
      cut = (const SutraMapPoint *) (gconstpointer) out->data;
      for (guint i = 0; i < out->len; i++)
        g_assert_true (is_within (&cut[i], &unit));
      for (guint i = 0; i < SAMPLES; i++)
        {
          double x = g_test_rand_double_range (0.001, 0.999), y = g_test_rand_double_range (0.001, 0.999);

          /* On the very edge either answer is right. */
          if (distance_to_line (points, n, TRUE, x, y) < 1e-9)
            continue;
          g_assert_cmpint (out->len > 0 && is_in_ring (cut, out->len, x, y), ==, is_in_ring (points, n, x, y));
        }
    }
}

/* The area against that of a raster of 200 × 200. */
static void
test_ring_area (void)
{
  enum
  {
    SIDE = 200
  };
  SutraMapPoint points[24];
  g_autoptr (GArray) out = g_array_new (FALSE, FALSE, sizeof (SutraMapPoint));

  for (guint round = 0; round < 20; round++)
    {
      guint n = random_star (points, 24), filled = 0;

      g_array_set_size (out, 0);
      sutra_clip_ring (points, n, &unit, out);
      for (guint i = 0; i < SIDE * SIDE; i++)
        filled += is_in_ring (points, n, (i % SIDE + 0.5) / SIDE, (i / SIDE + 0.5) / SIDE);
      g_assert_cmpfloat_with_epsilon (shoelace ((gpointer) out->data, out->len), (double) filled / (SIDE * SIDE), 0.02);
    }
}

static void
test_ring_known (void)
{
  const SutraMapPoint around[] = { { -1, -1 }, { 2, -1 }, { 2, 2 }, { -1, 2 }, { -1, -1 } };
  const SutraMapPoint corner[] = { { -3, 0.5 }, { 0.5, -3 }, { -3, -3 } };
  const SutraMapPoint half[] = { { 0.5, -1 }, { 2, -1 }, { 2, 2 }, { 0.5, 2 } };
  g_autoptr (GArray) out = g_array_new (FALSE, FALSE, sizeof (SutraMapPoint));

  sutra_clip_ring (around, G_N_ELEMENTS (around), &unit, out);
  g_assert_cmpfloat (shoelace ((gpointer) out->data, out->len), ==, 1);
  g_array_set_size (out, 0);
  /* Its box meets the rectangle, it does not. */
  sutra_clip_ring (corner, G_N_ELEMENTS (corner), &unit, out);
  g_assert_cmpfloat (shoelace ((gpointer) out->data, out->len), ==, 0);
  g_array_set_size (out, 0);
  sutra_clip_ring (half, G_N_ELEMENTS (half), &unit, out);
  g_assert_cmpfloat (shoelace ((gpointer) out->data, out->len), ==, 0.5);
  /* What is already in @out stays. */
  sutra_clip_ring (half, G_N_ELEMENTS (half), &unit, out);
  g_assert_cmpuint (out->len, >, 4);
  g_array_set_size (out, 0);
  sutra_clip_ring (NULL, 0, &unit, out);
  sutra_clip_ring (half, 1, &unit, out);
  sutra_clip_ring (half, 2, &unit, out);
  g_assert_cmpuint (out->len, ==, 0);
}

static gboolean
has_point (GArray *points, const SutraMapPoint *point)
{
  for (guint i = 0; i < points->len; i++)
    {
      const SutraMapPoint *at = &g_array_index (points, SutraMapPoint, i);

      if (at->x == point->x && at->y == point->y)
        return TRUE;
    }
  return FALSE;
}

/* Two countries with a common border: no hair of sea between them. */
static void
test_shared_edge (void)
{
  for (guint round = 0; round < ROUNDS; round++)
    {
      SutraMapPoint a = { g_test_rand_double_range (-1.5, 2.5), g_test_rand_double_range (-1.5, 2.5) };
      SutraMapPoint b = { g_test_rand_double_range (-1.5, 2.5), g_test_rand_double_range (-1.5, 2.5) };
      const SutraMapPoint one[] = { a, b, { -4, 5 } }, other[] = { b, a, { 5, -4 } };
      g_autoptr (GArray) first = g_array_new (FALSE, FALSE, sizeof (SutraMapPoint));
      g_autoptr (GArray) second = g_array_new (FALSE, FALSE, sizeof (SutraMapPoint));

      sutra_clip_ring (one, 3, &unit, first);
      sutra_clip_ring (other, 3, &unit, second);
      if (!sutra_clip_segment (&unit, &a, &b) || first->len == 0 || second->len == 0)
        continue;
      for (guint i = 0; i < first->len; i++)
        {
          const SutraMapPoint *at = &g_array_index (first, SutraMapPoint, i);

          /* Points in the inside of the shared edge, which are no corners of the rectangle. */
          if (distance_to_segment (&one[0], &one[1], at->x, at->y) < 1e-12 && (at->x != 0 || at->y != 0) && (at->x != 0 || at->y != 1) &&
              (at->x != 1 || at->y != 0) && (at->x != 1 || at->y != 1))
            g_assert_true (has_point (second, at));
        }
    }
}

static void
test_segment (void)
{
  for (guint round = 0; round < ROUNDS * 10; round++)
    {
      const SutraMapPoint from = { random_coordinate (), random_coordinate () }, to = { random_coordinate (), random_coordinate () };
      SutraMapPoint a = from, b = to;
      gboolean any = sutra_clip_segment (&unit, &a, &b);

      if (any)
        {
          g_assert_true (is_within (&a, &unit) && is_within (&b, &unit));
          g_assert_cmpfloat (distance_to_segment (&from, &to, a.x, a.y), <, 1e-12);
          g_assert_cmpfloat (distance_to_segment (&from, &to, b.x, b.y), <, 1e-12);
        }
      else
        g_assert_true (a.x == from.x && a.y == from.y && b.x == to.x && b.y == to.y);
      for (guint i = 0; i <= 50; i++)
        {
          SutraMapPoint at = { from.x + (to.x - from.x) * i / 50, from.y + (to.y - from.y) * i / 50 };

          if (at.x <= 1e-9 || at.x >= 1 - 1e-9 || at.y <= 1e-9 || at.y >= 1 - 1e-9)
            continue;
          g_assert_true (any);
          g_assert_cmpfloat (distance_to_segment (&a, &b, at.x, at.y), <, 1e-12);
        }
    }
}

static void
test_line (void)
{
  SutraMapPoint points[30];

  for (guint round = 0; round < ROUNDS; round++)
    {
      guint n = random_line (points, 30);
      double inside = 0, kept = 0, before = 0;
      g_autoptr (GArray) out = g_array_new (FALSE, FALSE, sizeof (SutraMapPoint));
      g_autoptr (GArray) pieces = g_array_new (FALSE, FALSE, sizeof (SutraClipPiece));

      sutra_clip_line (points, n, &unit, out, pieces);
      for (guint i = 1; i < n; i++)
        {
          SutraMapPoint a = points[i - 1], b = points[i];

          if (sutra_clip_segment (&unit, &a, &b))
            inside += hypot (b.x - a.x, b.y - a.y);
        }
      for (guint i = 0, at = 0; i < pieces->len; i++)
        {
          const SutraClipPiece *piece = &g_array_index (pieces, SutraClipPiece, i);

          g_assert_cmpuint (piece->end, >=, at + 2);
          g_assert_cmpfloat (piece->start, >=, before - 1e-9);
          before = piece->start;
          for (guint j = at; j < piece->end; j++)
            {
              const SutraMapPoint *point = &g_array_index (out, SutraMapPoint, j);

              g_assert_true (is_within (point, &unit));
              g_assert_cmpfloat (distance_to_line (points, n, FALSE, point->x, point->y), <, 1e-12);
              if (j > at)
                kept += hypot (point->x - point[-1].x, point->y - point[-1].y);
            }
          at = piece->end;
        }
      g_assert_cmpuint (pieces->len > 0 ? g_array_index (pieces, SutraClipPiece, pieces->len - 1).end : 0, ==, out->len);
      g_assert_cmpfloat_with_epsilon (kept, inside, 1e-9);
    }
}

/* Where a piece starts on the line: what keeps the dashes of a claim in place while the map moves. */
static void
test_line_start (void)
{
  const SutraMapPoint points[] = { { -1, 0.5 }, { 2, 0.5 }, { 2, 0.75 }, { 0.5, 0.75 } };
  g_autoptr (GArray) out = g_array_new (FALSE, FALSE, sizeof (SutraMapPoint));
  g_autoptr (GArray) pieces = g_array_new (FALSE, FALSE, sizeof (SutraClipPiece));

  sutra_clip_line (points, G_N_ELEMENTS (points), &unit, out, pieces);
  g_assert_cmpuint (pieces->len, ==, 2);
  g_assert_cmpfloat_with_epsilon (g_array_index (pieces, SutraClipPiece, 0).start, 1, 1e-12);
  g_assert_cmpfloat_with_epsilon (g_array_index (pieces, SutraClipPiece, 1).start, 4.25, 1e-12);
}

static void
test_thin (void)
{
  SutraMapPoint points[200], before[200];

  for (guint round = 0; round < ROUNDS; round++)
    {
      guint n = (guint) g_test_rand_int_range (0, 200), kept, j = 0;
      double distance = g_test_rand_double_range (0, 0.5);

      for (guint i = 0; i < n; i++)
        points[i] = before[i] = (SutraMapPoint){ i * 0.1 + g_test_rand_double_range (0, 0.1), g_test_rand_double () };
      kept = sutra_clip_thin (points, n, distance);
      g_assert_cmpuint (kept, <=, n);
      g_assert_cmpuint (kept, >=, MIN (n, 2));
      if (n == 0)
        continue;
      g_assert_true (points[0].x == before[0].x && points[kept - 1].x == before[n - 1].x);
      for (guint i = 1; i + 1 < kept; i++)
        g_assert_cmpfloat (hypot (points[i].x - points[i - 1].x, points[i].y - points[i - 1].y), >=, distance * (1 - 1e-12));
      /* The kept ones are points of the line, in order, and each that is gone was near the one kept before it. */
      for (guint i = 0; i < n; i++)
        {
          if (j < kept && points[j].x == before[i].x)
            j++;
          else
            g_assert_cmpfloat (hypot (points[j - 1].x - before[i].x, points[j - 1].y - before[i].y), <, distance);
        }
      g_assert_cmpuint (j, ==, kept);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/clip/ring/keeps-inside", test_ring_keeps_inside);
  g_test_add_func ("/clip/ring/area", test_ring_area);
  g_test_add_func ("/clip/ring/known", test_ring_known);
  g_test_add_func ("/clip/ring/shared-edge", test_shared_edge);
  g_test_add_func ("/clip/segment", test_segment);
  g_test_add_func ("/clip/line", test_line);
  g_test_add_func ("/clip/line/start", test_line_start);
  g_test_add_func ("/clip/thin", test_thin);
  return g_test_run ();
}
