/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-projection.h"

#include <math.h>

/* Of the closed forms: the equator, the edges, and 45° N, where y = ln (1 + √2). */
static void
test_closed_forms (void)
{
  static const struct
  {
    double latitude, longitude, x, y;
  } known[] = {
    { 0, 0, 0.5, 0.5 },
    { 0, -180, 0, 0.5 },
    { 0, 180, 0, 0.5 }, /* one meridian */
    { 0, 90, 0.75, 0.5 },
    { SUTRA_MERCATOR_MAX_LATITUDE, 0, 0.5, 0 },
    { -SUTRA_MERCATOR_MAX_LATITUDE, 0, 0.5, 1 },
    { 90, 0, 0.5, 0 },
    { -90, 0, 0.5, 1 },
    { 45, 0, 0.5, 0.5 - 0.88137358701954302 / (2 * G_PI) },
  };

  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    {
      SutraPoint point = { known[i].latitude, known[i].longitude };
      SutraMapPoint to;

      sutra_projection_forward (&point, &to);
      g_assert_cmpfloat_with_epsilon (to.x, known[i].x, 1e-12);
      g_assert_cmpfloat_with_epsilon (to.y, known[i].y, 1e-12);
    }
}

static void
test_round_trip (void)
{
  for (int i = 0; i < 20000; i++)
    {
      SutraPoint point = { g_test_rand_double_range (-85, 85), g_test_rand_double_range (-180, 180) }, back;
      SutraMapPoint to;

      sutra_projection_forward (&point, &to);
      g_assert_true (to.x >= 0 && to.x < 1 && to.y >= 0 && to.y <= 1);
      sutra_projection_inverse (&to, &back);
      g_assert_cmpfloat (sutra_point_distance_m (&point, &back), <, 0.001);
    }
}

static void
test_viewport (void)
{
  for (int i = 0; i < 20000; i++)
    {
      SutraViewport view = { { g_test_rand_double (), g_test_rand_double () },
                             g_test_rand_double_range (2, 17),
                             g_test_rand_double_range (1, 2000),
                             g_test_rand_double_range (1, 2000) };
      double x = g_test_rand_double_range (0, view.width), y = g_test_rand_double_range (0, view.height), px, py;
      SutraMapPoint at;

      sutra_viewport_pan (&view, 0, 0);
      if (view.width > sutra_viewport_get_world_size (&view) || view.height > sutra_viewport_get_world_size (&view))
        continue;
      sutra_viewport_from_pixel (&view, x, y, &at);
      sutra_viewport_to_pixel (&view, &at, &px, &py);
      g_assert_cmpfloat_with_epsilon (px, x, 1e-5);
      g_assert_cmpfloat_with_epsilon (py, y, 1e-5);
    }
}

/* What lies under the pointer stays there, but at the map's upper and lower edge. */
static void
test_zoom_at (void)
{
  for (int i = 0; i < 20000; i++)
    {
      SutraViewport view = { { g_test_rand_double (), g_test_rand_double_range (0.3, 0.7) }, g_test_rand_double_range (4, 16), 1200, 760 };
      double x = g_test_rand_double_range (0, 1200), y = g_test_rand_double_range (0, 760), px, py;
      SutraMapPoint at;

      sutra_viewport_from_pixel (&view, x, y, &at);
      sutra_viewport_zoom_at (&view, g_test_rand_double_range (4, 18), x, y);
      g_assert_cmpfloat (view.zoom, <=, SUTRA_ZOOM_MAX);
      sutra_viewport_to_pixel (&view, &at, &px, &py);
      g_assert_cmpfloat_with_epsilon (px, x, 1e-3);
      g_assert_cmpfloat_with_epsilon (py, y, 1e-3);
    }
}

static void
test_edges (void)
{
  SutraViewport view = { { 0.5, 0.5 }, 4, 1200, 760 };
  SutraMapPoint top = { 0.5, 0 };
  double x, y;

  sutra_viewport_pan (&view, 0, -1e9);
  sutra_viewport_to_pixel (&view, &top, &x, &y);
  g_assert_cmpfloat_with_epsilon (y, 0, 1e-6);
  sutra_viewport_pan (&view, 1e9 + 0.25, 0);
  g_assert_true (view.center.x >= 0 && view.center.x < 1);
  sutra_viewport_zoom_at (&view, -5, 0, 0);
  g_assert_cmpfloat_with_epsilon (sutra_viewport_get_world_size (&view), 760, 1e-6);
}

static void
check_fit (double south, double west, double north, double east, double max_zoom)
{
  SutraViewport view = { { 0, 0 }, 0, 1200, 760 };
  SutraBox box = { south, west, north, east };
  SutraPoint corners[] = { { south, west }, { south, east }, { north, west }, { north, east } };

  sutra_viewport_fit (&view, &box, 40, max_zoom);
  g_assert_cmpfloat (view.zoom, <=, max_zoom);
  for (guint i = 0; i < G_N_ELEMENTS (corners); i++)
    {
      SutraMapPoint at;
      double x, y;

      sutra_projection_forward (&corners[i], &at);
      sutra_viewport_to_pixel (&view, &at, &x, &y);
      g_assert_cmpfloat (x, >=, 40 - 1e-6);
      g_assert_cmpfloat (x, <=, 1160 + 1e-6);
      g_assert_cmpfloat (y, >=, 40 - 1e-6);
      g_assert_cmpfloat (y, <=, 720 + 1e-6);
    }
}

static void
test_fit (void)
{
  SutraViewport view = { { 0, 0 }, 9, 1200, 760 };
  SutraBox empty = { 90, 0, -90, 0 };

  check_fit (20, 60, 55, 95, 17);
  check_fit (51.1, 71.4, 51.1, 71.4, 9);
  check_fit (-20, 170, -10, -175, 17); /* across the antimeridian */
  check_fit (51.1, 71.40001, 51.10001, 71.4001, 12);
  sutra_viewport_fit (&view, &empty, 40, 17);
  g_assert_cmpfloat_with_epsilon (sutra_viewport_get_world_size (&view), 760, 1e-6);
}

/* A parallel at 60° is half as long as the equator. */
static void
test_scale (void)
{
  SutraPoint at = { 60, 10 };
  SutraViewport view = { { 0, 0 }, 8, 100, 100 };

  g_assert_cmpfloat_with_epsilon (sutra_projection_get_parallel_m (60) / sutra_projection_get_parallel_m (0), 0.5, 1e-12);
  sutra_projection_forward (&at, &view.center);
  g_assert_cmpfloat_with_epsilon (sutra_viewport_get_metres_per_pixel (&view), sutra_projection_get_parallel_m (60) / 65536, 1e-6);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/geo/projection/closed-forms", test_closed_forms);
  g_test_add_func ("/geo/projection/round-trip", test_round_trip);
  g_test_add_func ("/geo/projection/viewport", test_viewport);
  g_test_add_func ("/geo/projection/zoom-at", test_zoom_at);
  g_test_add_func ("/geo/projection/edges", test_edges);
  g_test_add_func ("/geo/projection/fit", test_fit);
  g_test_add_func ("/geo/projection/scale", test_scale);
  return g_test_run ();
}
