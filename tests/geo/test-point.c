/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-point.h"

#include <math.h>

static SutraPoint
random_point (void)
{
  /* Whole numbers too, so that points coincide and stand on the edges. */
  if (g_test_rand_bit ())
    return (SutraPoint){ g_test_rand_int_range (-90, 91), g_test_rand_int_range (-18, 19) * 10 };
  return (SutraPoint){ g_test_rand_double_range (-90, 90), g_test_rand_double_range (-180, 180) };
}

static void
test_valid (void)
{
  static const struct
  {
    SutraPoint point;
    gboolean valid;
  } known[] = {
    { { 0, 0 }, TRUE },          { { 90, 180 }, TRUE },   { { -90, -180 }, TRUE }, { { 90.0001, 0 }, FALSE },
    { { 0, -180.0001 }, FALSE }, { { NAN, NAN }, FALSE }, { { 0, NAN }, FALSE },   { { INFINITY, 0 }, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    g_assert_true (sutra_point_is_valid (&known[i].point) == known[i].valid);
}

static void
to_vector (const SutraPoint *point, double vector[3])
{
  double latitude = point->latitude * G_PI / 180, longitude = point->longitude * G_PI / 180;

  vector[0] = cos (latitude) * cos (longitude);
  vector[1] = cos (latitude) * sin (longitude);
  vector[2] = sin (latitude);
}

/* The angle between the two by cross and dot product, which is exact at every distance. */
static double
naive_distance (const SutraPoint *a, const SutraPoint *b)
{
  double u[3], v[3], dot, x, y, z;

  to_vector (a, u);
  to_vector (b, v);
  dot = u[0] * v[0] + u[1] * v[1] + u[2] * v[2];
  x = u[1] * v[2] - u[2] * v[1];
  y = u[2] * v[0] - u[0] * v[2];
  z = u[0] * v[1] - u[1] * v[0];
  return SUTRA_EARTH_RADIUS_M * atan2 (sqrt (x * x + y * y + z * z), dot);
}

static void
test_distance (void)
{
  SutraPoint dhaka = { 23.7104, 90.4074 }, delhi = { 28.6358, 77.2244 }, nowhere = { NAN, NAN };
  SutraPoint fiji = { -17, 179.9 }, across = { -17, -179.9 };

  g_assert_cmpfloat_with_epsilon (sutra_point_distance_m (&dhaka, &delhi), 1424000, 5000);
  g_assert_cmpfloat_with_epsilon (sutra_point_distance_m (&fiji, &across), 0.2 * cos (17 * G_PI / 180) * SUTRA_EARTH_RADIUS_M * G_PI / 180,
                                  1);
  g_assert_true (isnan (sutra_point_distance_m (&dhaka, &nowhere)));
  g_assert_true (isnan (sutra_point_distance_m (&nowhere, &dhaka)));
  for (guint i = 0; i < 20000; i++)
    {
      SutraPoint a = random_point (), b = random_point ();

      /* The haversine loses digits towards the antipodes: a metre in 20,000 km. */
      g_assert_cmpfloat_with_epsilon (sutra_point_distance_m (&a, &b), naive_distance (&a, &b), 1);
      g_assert_cmpfloat_with_epsilon (sutra_point_distance_m (&a, &b), sutra_point_distance_m (&b, &a), 1e-6);
      g_assert_cmpfloat (sutra_point_distance_m (&a, &a), ==, 0);
    }
}

static void
test_travel (void)
{
  for (guint i = 0; i < 20000; i++)
    {
      SutraPoint from = random_point (), to;
      double distance = g_test_rand_double_range (0, G_PI * SUTRA_EARTH_RADIUS_M - 10000), bearing = g_test_rand_double_range (-360, 720);

      sutra_point_travel (&from, bearing, distance, &to);
      g_assert_true (sutra_point_is_valid (&to));
      g_assert_cmpfloat_with_epsilon (naive_distance (&from, &to), distance, 1);
    }
}

static void
test_travel_bearing (void)
{
  double degree = SUTRA_EARTH_RADIUS_M * G_PI / 180;
  static const struct
  {
    SutraPoint from;
    double bearing, degrees;
    SutraPoint to;
  } known[] = {
    { { 10, 20 }, 0, 5, { 15, 20 } },   { { 10, 20 }, 180, 5, { 5, 20 } },   { { 0, 20 }, 90, 5, { 0, 25 } },
    { { 0, 178 }, 90, 5, { 0, -177 } }, { { 0, -178 }, 270, 5, { 0, 177 } }, { { 80, 20 }, 0, 20, { 80, -160 } }, /* over the pole */
  };

  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    {
      SutraPoint to;

      sutra_point_travel (&known[i].from, known[i].bearing, known[i].degrees * degree, &to);
      g_assert_cmpfloat_with_epsilon (to.latitude, known[i].to.latitude, 1e-9);
      g_assert_cmpfloat_with_epsilon (to.longitude, known[i].to.longitude, 1e-9);
    }
}

/* The width of the narrowest stretch that holds all longitudes: one of them is its west end. */
static double
naive_width (const SutraPoint *points, guint n)
{
  double best = 360;

  for (guint i = 0; i < n; i++)
    {
      double width = 0;

      for (guint j = 0; j < n; j++)
        {
          double d = fmod (points[j].longitude - points[i].longitude + 720, 360);

          width = MAX (width, d);
        }
      best = MIN (best, width);
    }
  return best;
}

static void
test_box (void)
{
  for (guint round = 0; round < 5000; round++)
    {
      SutraPoint points[12];
      guint n = (guint) g_test_rand_int_range (1, 13);
      SutraBox box;

      for (guint i = 0; i < n; i++)
        points[i] = random_point ();
      sutra_box_init (&box, points, n);
      g_assert_false (sutra_box_is_empty (&box));
      for (guint i = 0; i < n; i++)
        g_assert_true (sutra_box_contains (&box, &points[i]));
      g_assert_cmpfloat_with_epsilon (sutra_box_get_width (&box), naive_width (points, n), 1e-9);
    }
}

static void
test_antimeridian (void)
{
  SutraBox west = { -10, -180, 10, -170 }, east = { -10, 170, 10, 180 }, across = { -10, 170, 10, -170 }, middle = { -10, -179, 10, 179 };
  SutraPoint one = { 0, 180 }, other = { 0, -180 };

  g_assert_true (sutra_box_contains (&west, &one) && sutra_box_contains (&west, &other));
  g_assert_true (sutra_box_contains (&east, &one) && sutra_box_contains (&east, &other));
  g_assert_true (sutra_box_contains (&across, &one) && sutra_box_contains (&across, &other));
  g_assert_false (sutra_box_contains (&middle, &one) || sutra_box_contains (&middle, &other));
}

static void
test_box_without_points (void)
{
  SutraPoint points[] = { { NAN, NAN }, { 91, 0 } }, origin = { 0, 0 };
  SutraBox box;

  sutra_box_init (&box, NULL, 0);
  g_assert_true (sutra_box_is_empty (&box));
  sutra_box_init (&box, points, 2);
  g_assert_true (sutra_box_is_empty (&box));
  g_assert_false (sutra_box_contains (&box, &origin));
  g_assert_cmpfloat (sutra_box_get_width (&box), ==, 0);
}

static SutraBox
random_box (void)
{
  SutraPoint points[2] = { random_point (), random_point () };
  SutraBox box;

  sutra_box_init (&box, points, 2);
  if (g_test_rand_int_range (0, 4) == 0)
    {
      double west = box.west;

      box.west = box.east;
      box.east = west;
    }
  return box;
}

/* The narrowest stretch that holds both of two: it begins at the west end of one and ends at the east end of one. */
static double
naive_union_width (const SutraBox *a, const SutraBox *b)
{
  const SutraBox *both[] = { a, b };
  double best = 360;

  for (guint i = 0; i < 2; i++)
    {
      double west = both[i]->west, reach = 0;

      for (guint j = 0; j < 2; j++)
        reach = MAX (reach, fmod (both[j]->west - west + 720, 360) + sutra_box_get_width (both[j]));
      best = MIN (best, reach);
    }
  return best;
}

static void
test_union (void)
{
  for (guint round = 0; round < 20000; round++)
    {
      SutraBox a = random_box (), b = random_box (), both = a, other = b;

      sutra_box_union (&both, &b);
      sutra_box_union (&other, &a);
      g_assert_cmpfloat_with_epsilon (sutra_box_get_width (&both), naive_union_width (&a, &b), 1e-9);
      g_assert_cmpfloat_with_epsilon (sutra_box_get_width (&both), sutra_box_get_width (&other), 1e-9);
      g_assert_cmpfloat (both.south, ==, MIN (a.south, b.south));
      g_assert_cmpfloat (both.north, ==, MAX (a.north, b.north));
      for (guint i = 0; i < 10; i++)
        {
          SutraPoint point = random_point ();

          if (sutra_box_contains (&a, &point) || sutra_box_contains (&b, &point))
            g_assert_true (sutra_box_contains (&both, &point));
        }
    }
}

static void
test_union_with_nothing (void)
{
  SutraBox box = { 1, 2, 3, 4 }, before = box, empty;

  sutra_box_init (&empty, NULL, 0);
  sutra_box_union (&box, &empty);
  g_assert_cmpmem (&box, sizeof box, &before, sizeof before);
  sutra_box_union (&empty, &box);
  g_assert_cmpmem (&empty, sizeof empty, &before, sizeof before);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/geo/point/valid", test_valid);
  g_test_add_func ("/geo/point/distance", test_distance);
  g_test_add_func ("/geo/point/travel", test_travel);
  g_test_add_func ("/geo/point/travel-bearing", test_travel_bearing);
  g_test_add_func ("/geo/point/box", test_box);
  g_test_add_func ("/geo/point/antimeridian", test_antimeridian);
  g_test_add_func ("/geo/point/box-without-points", test_box_without_points);
  g_test_add_func ("/geo/point/union", test_union);
  g_test_add_func ("/geo/point/union-with-nothing", test_union_with_nothing);
  return g_test_run ();
}
