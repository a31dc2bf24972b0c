/* test-map-cluster.c: clusters, compared with the rule written down plainly
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "sutra-map-cluster.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* The rule of the header in O(n²): cells by the first point in them, taken in by the fullest first. */

typedef struct
{
  double x, y;
  guint group;
  guint first, n;
  double sum_x, sum_y, min_x, min_y, max_x, max_y;
  double mean_x, mean_y; /* before anything was taken in */
  guint root;
} Naive;

static double
world_size (double zoom)
{
  return 256 * pow (2, zoom);
}

static double
square (double at, double size)
{
  return MIN (floor (at * size / SUTRA_CLUSTER_CELL), ceil (size / SUTRA_CLUSTER_CELL) - 1);
}

static GArray *
naive_cells (const SutraMapPoint *points, const guint16 *groups, guint n, double size, guint *cell_of)
{
  GArray *cells = g_array_new (FALSE, FALSE, sizeof (Naive));

  for (guint i = 0; i < n; i++)
    {
      Naive cell = {
        .x = square (points[i].x, size), .y = square (points[i].y, size), .group = groups != NULL ? groups[i] : 0, .first = i
      };
      Naive *found = NULL;

      for (guint k = 0; k < cells->len; k++)
        {
          Naive *other = &g_array_index (cells, Naive, k);

          if (other->x == cell.x && other->y == cell.y && other->group == cell.group)
            {
              found = other;
              cell_of[i] = k;
            }
        }
      if (found == NULL)
        {
          cell.min_x = cell.min_y = 2;
          cell.max_x = cell.max_y = -2;
          cell_of[i] = cell.root = cells->len;
          g_array_append_val (cells, cell);
          found = &g_array_index (cells, Naive, cells->len - 1);
        }
      found->n++;
      found->sum_x += points[i].x;
      found->sum_y += points[i].y;
      found->mean_x = found->sum_x / found->n;
      found->mean_y = found->sum_y / found->n;
      found->min_x = MIN (found->min_x, points[i].x);
      found->min_y = MIN (found->min_y, points[i].y);
      found->max_x = MAX (found->max_x, points[i].x);
      found->max_y = MAX (found->max_y, points[i].y);
    }
  return cells;
}

static void
naive_join (GArray *cells, double size)
{
  static const int around[8][2] = { { -1, -1 }, { 0, -1 }, { 1, -1 }, { -1, 0 }, { 1, 0 }, { -1, 1 }, { 0, 1 }, { 1, 1 } };
  g_autofree gboolean *done = g_new0 (gboolean, cells->len);

  for (;;)
    {
      Naive *root = NULL;
      guint index = 0;

      for (guint i = 0; i < cells->len; i++)
        if (!done[i] && (root == NULL || g_array_index (cells, Naive, i).n > root->n))
          {
            index = i;
            root = &g_array_index (cells, Naive, i);
          }
      if (root == NULL)
        return;
      done[index] = TRUE;
      for (guint k = 0; k < 8; k++)
        for (guint i = 0; i < cells->len; i++)
          {
            Naive *cell = &g_array_index (cells, Naive, i);

            if (done[i] || cell->x != root->x + around[k][0] || cell->y != root->y + around[k][1] || cell->group != root->group ||
                hypot (cell->mean_x - root->mean_x, cell->mean_y - root->mean_y) * size >= SUTRA_CLUSTER_NEAR ||
                (MAX (root->max_x, cell->max_x) - MIN (root->min_x, cell->min_x)) * size > SUTRA_CLUSTER_CELL ||
                (MAX (root->max_y, cell->max_y) - MIN (root->min_y, cell->min_y)) * size > SUTRA_CLUSTER_CELL)
              continue;
            done[i] = TRUE;
            cell->root = index;
            root->n += cell->n;
            root->sum_x += cell->sum_x;
            root->sum_y += cell->sum_y;
            root->min_x = MIN (root->min_x, cell->min_x);
            root->min_y = MIN (root->min_y, cell->min_y);
            root->max_x = MAX (root->max_x, cell->max_x);
            root->max_y = MAX (root->max_y, cell->max_y);
          }
    }
}

/* What must hold of all clusters whatever the input. */
static void
check_promises (SutraClusters *clusters, const SutraMapPoint *points, const guint32 *weights, const guint16 *groups, guint n, double zoom)
{
  g_autofree guint *seen = g_new0 (guint, MAX (n, 1));
  const guint *members = sutra_clusters_get_members (clusters);
  double size = world_size (zoom);
  guint n_clusters, next = 0;
  const SutraCluster *all = sutra_clusters_get (clusters, &n_clusters);

  for (guint c = 0; c < n_clusters; c++)
    {
      double sum_x = 0, sum_y = 0;

      g_assert_cmpuint (all[c].n, >, 0);
      g_assert_cmpuint (all[c].first, ==, next);
      g_assert_true (c == 0 || all[c].n <= all[c - 1].n);
      for (guint k = 0; k < all[c].n; k++)
        {
          guint i = members[next + k], before = k > 0 ? members[next + k - 1] : i;

          g_assert_cmpuint (i, <, n);
          seen[i]++;
          sum_x += points[i].x;
          sum_y += points[i].y;
          g_assert_true (points[i].x >= all[c].min_x && points[i].x <= all[c].max_x && points[i].y >= all[c].min_y &&
                         points[i].y <= all[c].max_y);
          if (groups != NULL)
            g_assert_cmpuint (groups[i], ==, groups[before]);
          if (weights != NULL && k > 0)
            g_assert_true (weights[before] > weights[i] || (weights[before] == weights[i] && before < i));
          else if (k > 0)
            g_assert_cmpuint (before, <, i);
        }
      g_assert_cmpfloat_with_epsilon (all[c].at.x, sum_x / all[c].n, 1e-12);
      g_assert_cmpfloat_with_epsilon (all[c].at.y, sum_y / all[c].n, 1e-12);
      g_assert_cmpfloat ((all[c].max_x - all[c].min_x) * size, <=, SUTRA_CLUSTER_CELL + 1e-6);
      g_assert_cmpfloat ((all[c].max_y - all[c].min_y) * size, <=, SUTRA_CLUSTER_CELL + 1e-6);
      next += all[c].n;
    }
  g_assert_cmpuint (next, ==, n);
  for (guint i = 0; i < n; i++)
    g_assert_cmpuint (seen[i], ==, 1);
}

static void
random_points (SutraMapPoint *points, guint n)
{
  int kind = g_test_rand_int_range (0, 4);

  for (guint i = 0; i < n; i++)
    switch (kind)
      {
      case 0:
        points[i] = (SutraMapPoint){ g_test_rand_double (), g_test_rand_double () };
        break;
      case 1: /* a town */
        points[i] = (SutraMapPoint){ 0.7 + g_test_rand_double () * 0.01, 0.3 + g_test_rand_double () * 0.01 };
        break;
      case 2: /* the antimeridian and the poles */
        points[i] = (SutraMapPoint){ g_test_rand_bit () ? 0 : 1 - g_test_rand_double () * 1e-3, g_test_rand_bit () ? 0 : 1 };
        break;
      default: /* corners of the cells */
        points[i] = (SutraMapPoint){ g_test_rand_int_range (0, 32) * 40 / 2048.0, g_test_rand_int_range (0, 32) * 40 / 2048.0 };
        break;
      }
}

static void
test_naive (void)
{
  for (guint round = 0; round < 300; round++)
    {
      guint n = (guint) g_test_rand_int_range (0, 120), n_clusters;
      double zoom = g_test_rand_double_range (0, 9), size = world_size (zoom);
      g_autofree SutraMapPoint *points = g_new (SutraMapPoint, MAX (n, 1));
      g_autofree guint32 *weights = g_new (guint32, MAX (n, 1));
      g_autofree guint16 *groups = g_new (guint16, MAX (n, 1));
      g_autofree guint *cell_of = g_new (guint, MAX (n, 1));
      gboolean grouped = g_test_rand_bit (), weighted = g_test_rand_bit ();
      g_autoptr (SutraClusters) clusters = NULL;
      g_autoptr (GArray) cells = NULL;
      const SutraCluster *all;
      const guint *members;
      guint n_naive = 0;

      random_points (points, n);
      for (guint i = 0; i < n; i++)
        {
          weights[i] = g_test_rand_bit () ? (guint32) g_test_rand_int () : (guint32) g_test_rand_int_range (0, 4);
          groups[i] = (guint16) g_test_rand_int_range (0, 3);
        }
      clusters = sutra_clusters_new (points, weighted ? weights : NULL, grouped ? groups : NULL, n, zoom);
      check_promises (clusters, points, weighted ? weights : NULL, grouped ? groups : NULL, n, zoom);
      cells = naive_cells (points, grouped ? groups : NULL, n, size, cell_of);
      naive_join (cells, size);
      all = sutra_clusters_get (clusters, &n_clusters);
      members = sutra_clusters_get_members (clusters);
      for (guint i = 0; i < cells->len; i++)
        n_naive += g_array_index (cells, Naive, i).root == i;
      g_assert_cmpuint (n_clusters, ==, n_naive);
      for (guint c = 0; c < n_clusters; c++)
        {
          guint root = g_array_index (cells, Naive, cell_of[members[all[c].first]]).root;

          g_assert_cmpuint (all[c].n, ==, g_array_index (cells, Naive, root).n);
          for (guint k = 0; k < all[c].n; k++)
            g_assert_cmpuint (g_array_index (cells, Naive, cell_of[members[all[c].first + k]]).root, ==, root);
        }
    }
}

static int
compare_guints (gconstpointer a, gconstpointer b)
{
  guint x = *(const guint *) a, y = *(const guint *) b;

  return (x > y) - (x < y);
}

static void
test_query (void)
{
  for (guint round = 0; round < 200; round++)
    {
      guint n = (guint) g_test_rand_int_range (0, 400), n_clusters;
      double zoom = g_test_rand_double_range (0, 17);
      g_autofree SutraMapPoint *points = g_new (SutraMapPoint, MAX (n, 1));
      g_autofree guint16 *groups = g_new (guint16, MAX (n, 1));
      g_autoptr (SutraClusters) clusters = NULL;
      const SutraCluster *all;

      random_points (points, n);
      for (guint i = 0; i < n; i++)
        groups[i] = (guint16) g_test_rand_int_range (0, 3);
      clusters = sutra_clusters_new (points, NULL, groups, n, zoom);
      all = sutra_clusters_get (clusters, &n_clusters);
      for (guint q = 0; q < 30; q++)
        {
          g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (guint));
          double width = pow (2, g_test_rand_double_range (-14, 2)), height = pow (2, g_test_rand_double_range (-14, 2));
          double min_x = g_test_rand_double_range (-1.5, 1.5), min_y = g_test_rand_double_range (-0.5, 1);
          guint expected = 0;

          if (n_clusters > 0 && g_test_rand_bit ())
            {
              const SutraCluster *near = &all[g_test_rand_int_range (0, (gint32) n_clusters)];

              min_x = near->at.x - width / 2 + g_test_rand_int_range (-1, 2);
              min_y = near->at.y - height / 2;
            }
          sutra_clusters_query (clusters, min_x, min_y, min_x + width, min_y + height, found);
          g_array_sort (found, compare_guints);
          for (guint c = 0; c < n_clusters; c++)
            {
              gboolean inside = FALSE;

              for (int copy = -4; copy <= 4; copy++)
                inside = inside || (all[c].at.x + copy >= min_x && all[c].at.x + copy <= min_x + width);
              inside = inside && all[c].at.y >= min_y && all[c].at.y <= min_y + height;
              if (!inside)
                continue;
              g_assert_cmpuint (expected, <, found->len);
              g_assert_cmpuint (g_array_index (found, guint, expected), ==, c);
              expected++;
            }
          g_assert_cmpuint (expected, ==, found->len);
        }
    }
}

static void
test_one_point (void)
{
  const guint n = 10000;
  g_autofree SutraMapPoint *points = g_new (SutraMapPoint, n);
  g_autofree guint32 *weights = g_new (guint32, n);

  for (guint i = 0; i < n; i++)
    {
      points[i] = (SutraMapPoint){ 0.698, 0.336 };
      weights[i] = i % 70000 * 20;
    }
  for (int zoom = 0; zoom <= 17; zoom++)
    {
      g_autoptr (SutraClusters) clusters = sutra_clusters_new (points, weights, NULL, n, zoom);
      guint n_clusters;
      const SutraCluster *all = sutra_clusters_get (clusters, &n_clusters);

      g_assert_cmpuint (n_clusters, ==, 1);
      check_promises (clusters, points, weights, NULL, n, zoom);
      g_assert_false (sutra_cluster_can_part (all));
      g_assert_cmpuint (sutra_clusters_get_members (clusters)[0], ==, n - 1);
    }
}

/* What can_part() promises: at the greatest zoom they are parted. */
static void
test_can_part (void)
{
  guint parted = 0;

  for (guint round = 0; round < 2000; round++)
    {
      double spread = pow (10, g_test_rand_double_range (-8, -3));
      guint n = (guint) g_test_rand_int_range (2, 6), n_clusters;
      SutraMapPoint points[6];
      g_autoptr (SutraClusters) clusters = NULL;
      g_autoptr (SutraClusters) greatest = NULL;
      const SutraCluster *all;

      for (guint i = 0; i < n; i++)
        points[i] = (SutraMapPoint){ 0.7 + g_test_rand_double () * spread, 0.3 + g_test_rand_double () * spread };
      clusters = sutra_clusters_new (points, NULL, NULL, n, 0);
      all = sutra_clusters_get (clusters, &n_clusters);
      if (n_clusters != 1)
        continue;
      greatest = sutra_clusters_new (points, NULL, NULL, n, SUTRA_ZOOM_MAX);
      sutra_clusters_get (greatest, &n_clusters);
      if (sutra_cluster_can_part (all))
        {
          g_assert_cmpuint (n_clusters, >, 1);
          parted++;
        }
    }
  g_assert_cmpuint (parted, >, 100);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/map-cluster/naive", test_naive);
  g_test_add_func ("/map-cluster/query", test_query);
  g_test_add_func ("/map-cluster/one-point", test_one_point);
  g_test_add_func ("/map-cluster/can-part", test_can_part);
  return g_test_run ();
}
