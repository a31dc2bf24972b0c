/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-geo-data.h"
#include "sutra-world.h"

#include <math.h>
#include <string.h>

#define N_LEVELS 3
#define N_KINDS 7

static SutraWorld *
load (void)
{
  g_autoptr (GError) error = NULL;
  SutraWorld *world = sutra_world_load (NULL, &error);

  g_assert_no_error (error);
  return world;
}

static gboolean
is_polygon (SutraWorldKind kind)
{
  return kind == SUTRA_WORLD_LAND || kind == SUTRA_WORLD_LAKE;
}

/* Changes when data/geo/rebuild makes other data. */
static void
test_counts (void)
{
  static const guint counts[N_LEVELS][N_KINDS] = {
    { 287, 276, 273, 326, 338, 886, 0 },
    { 1619, 276, 1601, 362, 338, 886, 0 },
    { 4245, 276, 4248, 386, 338, 886, 9035 },
  };
  g_autoptr (SutraWorld) world = load ();
  g_autofree char *path = sutra_geo_data_get_path ("world.sgeo"), *data = NULL, *sum = NULL;
  gsize size;

  for (guint level = 0; level < N_LEVELS; level++)
    for (guint kind = 0; kind < N_KINDS; kind++)
      {
        guint n;

        sutra_world_get_shapes (world, level, kind, &n);
        g_assert_cmpuint (n, ==, counts[level][kind]);
      }
  g_assert_true (g_file_get_contents (path, &data, &size, NULL));
  sum = g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) data, size);
  g_assert_cmpstr (sum, ==, "c65d72b49873fb969bd6c979e64a951178bd1047b16cb801cb7654b9ce6e9687");
  g_assert_cmpuint (size, <, 4000000);
}

static void
check_points (const SutraWorldShape *shape)
{
  float west = 1, north = 1, east = 0, south = 0;

  for (guint i = 0; i < shape->n_points; i++)
    {
      west = MIN (west, shape->points[i].x);
      east = MAX (east, shape->points[i].x);
      north = MIN (north, shape->points[i].y);
      south = MAX (south, shape->points[i].y);
    }
  g_assert_true (west >= 0 && east <= 1 && north >= 0 && south <= 1);
  g_assert_true (west == shape->west && east == shape->east && north == shape->north && south == shape->south);
}

/* A band across the map would be a segment wider than half of it; only the edge at the south pole is that wide. Lines do not run along the edges at all. */
static void
check_segments (const SutraWorldShape *shape, guint start, guint end)
{
  for (guint i = start + 1; i < end; i++)
    {
      const SutraWorldPoint *a = &shape->points[i - 1], *b = &shape->points[i];

      g_assert_true (a->x != b->x || a->y != b->y);
      if (fabsf (a->x - b->x) > 0.5f)
        g_assert_true (is_polygon (shape->kind) && a->y == 1 && b->y == 1);
      if (!is_polygon (shape->kind))
        g_assert_false ((a->x == b->x && (a->x == 0 || a->x == 1)) || (a->y == b->y && (a->y == 0 || a->y == 1)));
    }
}

static void
check_rings (const SutraWorldShape *shape)
{
  guint start = 0;

  g_assert_cmpuint (shape->n_rings, >, 0);
  for (guint ring = 0; ring < shape->n_rings; start = shape->ring_ends[ring++])
    {
      const SutraWorldPoint *first = &shape->points[start], *last = &shape->points[shape->ring_ends[ring] - 1];

      g_assert_cmpuint (shape->ring_ends[ring], >=, start + 4);
      g_assert_true (first->x == last->x && first->y == last->y);
      check_segments (shape, start, shape->ring_ends[ring]);
    }
  g_assert_cmpuint (start, ==, shape->n_points);
}

static double
size_of (const SutraWorldShape *shape)
{
  double width = shape->east - shape->west, height = shape->south - shape->north;

  return is_polygon (shape->kind) ? width * height : MAX (width, height);
}

static void
test_shapes (void)
{
  g_autoptr (SutraWorld) world = load ();

  for (guint level = 0; level < N_LEVELS; level++)
    for (guint kind = 0; kind < N_KINDS; kind++)
      {
        guint n;
        const SutraWorldShape *shapes = sutra_world_get_shapes (world, level, kind, &n);

        for (guint i = 0; i < n; i++)
          {
            g_assert_cmpuint (shapes[i].kind, ==, kind);
            g_assert_cmpuint (shapes[i].n_points, >=, 2);
            check_points (&shapes[i]);
            if (is_polygon (kind))
              check_rings (&shapes[i]);
            else
              check_segments (&shapes[i], 0, shapes[i].n_points);
            g_assert_true (is_polygon (kind) == (shapes[i].ring_ends != NULL) && is_polygon (kind) == (shapes[i].n_rings > 0));
            g_assert_true (kind == SUTRA_WORLD_LAND || shapes[i].country[0] == '\0');
            g_assert_true (i == 0 || size_of (&shapes[i]) <= size_of (&shapes[i - 1]));
          }
      }
}

static GHashTable *
dup_countries (SutraWorld *world, SutraWorldLevel level)
{
  GHashTable *found = g_hash_table_new (g_str_hash, g_str_equal);
  guint n;
  const SutraWorldShape *land = sutra_world_get_shapes (world, level, SUTRA_WORLD_LAND, &n);

  for (guint i = 0; i < n; i++)
    {
      gboolean coded = strlen (land[i].country) == 2 && g_ascii_isupper (land[i].country[0]) && g_ascii_isupper (land[i].country[1]);

      g_assert_true (coded || land[i].country[0] == '\0');
      if (coded)
        g_hash_table_add (found, (gpointer) land[i].country);
    }
  return found;
}

/* A country that one sees stays when one comes nearer. */
static void
test_levels (void)
{
  g_autoptr (SutraWorld) world = load ();
  g_autoptr (GHashTable) coarse = dup_countries (world, SUTRA_WORLD_COARSE);
  g_autoptr (GHashTable) medium = dup_countries (world, SUTRA_WORLD_MEDIUM);
  g_autoptr (GHashTable) fine = dup_countries (world, SUTRA_WORLD_FINE);
  GHashTableIter iter;
  gpointer country;

  g_assert_cmpuint (g_hash_table_size (coarse), ==, 174);
  g_assert_cmpuint (g_hash_table_size (medium), ==, 235);
  g_assert_cmpuint (g_hash_table_size (fine), ==, 238);
  g_hash_table_iter_init (&iter, coarse);
  while (g_hash_table_iter_next (&iter, &country, NULL))
    g_assert_true (g_hash_table_contains (medium, country));
  g_hash_table_iter_init (&iter, medium);
  while (g_hash_table_iter_next (&iter, &country, NULL))
    g_assert_true (g_hash_table_contains (fine, country));
  g_assert_cmpint (sutra_world_level_for_zoom (0), ==, SUTRA_WORLD_COARSE);
  g_assert_cmpint (sutra_world_level_for_zoom (1.99), ==, SUTRA_WORLD_COARSE);
  g_assert_cmpint (sutra_world_level_for_zoom (2), ==, SUTRA_WORLD_MEDIUM);
  g_assert_cmpint (sutra_world_level_for_zoom (4.99), ==, SUTRA_WORLD_MEDIUM);
  g_assert_cmpint (sutra_world_level_for_zoom (5), ==, SUTRA_WORLD_FINE);
  g_assert_cmpint (sutra_world_level_for_zoom (17), ==, SUTRA_WORLD_FINE);
}

typedef struct
{
  const char *country;
  SutraPoint point;
} Known;

static void
check_known (const Known *known, gsize n)
{
  g_autoptr (SutraWorld) world = load ();

  for (gsize i = 0; i < n; i++)
    {
      g_test_message ("%g, %g", known[i].point.latitude, known[i].point.longitude);
      g_assert_cmpstr (sutra_world_find_country (world, &known[i].point), ==, known[i].country);
    }
}

static void
test_known_places (void)
{
  static const Known known[] = {
    { "BD", { 23.7104, 90.4074 } }, /* Dhaka */
    { "BD", { 24.90, 91.87 } },     /* Sylhet */
    { "IN", { 28.6358, 77.2244 } }, /* New Delhi */
    { "IN", { 23.83, 91.28 } },     /* Agartala, four kilometres from the border */
    { "KZ", { 51.1694, 71.4491 } }, /* Astana */
    { "KZ", { 43.5346, 75.2139 } }, /* Otar */
    { "KZ", { 45.62, 63.314 } },    /* Baikonur: leased, and no hole in the country */
    { "UZ", { 41.2995, 69.2401 } }, /* Tashkent */
    { "KG", { 42.8746, 74.5698 } }, /* Bishkek */
    { "AF", { 34.5289, 69.1725 } }, /* Kabul */
    { "PK", { 33.7215, 73.0433 } }, /* Islamabad */
    { "NP", { 27.7172, 85.3240 } }, /* Kathmandu */
    { "BT", { 27.4728, 89.6390 } }, /* Thimphu */
    { "LS", { -29.5, 28.2 } },      /* within another country */
    { "VA", { 41.902, 12.4345 } },
    { "IT", { 41.89, 12.49 } }, /* Rome, around it */
    { "FJ", { -17.8, 178 } },
    { "FJ", { -16.85, -179.97 } }, /* Taveuni, beyond the antimeridian */
    { "RU", { 55.7522, 37.6156 } },
    { "RU", { 66, -172 } }, /* Chukotka, beyond it too */
    { "RU", { 67, 179.9 } },
    { "US", { 64.8, -147.7 } },
    { "AQ", { -85, 0 } },
    { "AQ", { -89.9, 100 } },
    { "", { 10, 88 } }, /* the Bay of Bengal */
    { "", { 42, 51 } }, /* the Caspian Sea */
    { "", { 0, -160 } },
    { "", { 85, 90 } },
    { "", { NAN, 0 } },
    { "", { 0, 181 } },
  };

  check_known (known, G_N_ELEMENTS (known));
}

/* What the data do where more than one state claims the land. It says nothing about whose the land is, and no part of the program reads it so. */
static void
test_disputed_areas (void)
{
  static const Known known[] = {
    { "IN", { 34.0837, 74.7973 } },  /* Srinagar */
    { "IN", { 34.1526, 77.5771 } },  /* Leh */
    { "PK", { 34.3700, 73.4711 } },  /* Muzaffarabad */
    { "PK", { 35.9208, 74.3144 } },  /* Gilgit */
    { "CN", { 35.1, 79.5 } },        /* Aksai Chin */
    { "", { 35.45, 76.95 } },        /* Siachen */
    { "RU", { 44.60, 33.53 } },      /* Sevastopol */
    { "MA", { 27.1418, -13.1880 } }, /* Laayoune */
    { "", { 42.6629, 21.1655 } },    /* Pristina: no number in ISO 3166 */
    { "", { 9.5616, 44.0650 } },     /* Hargeisa */
  };

  check_known (known, G_N_ELEMENTS (known));
}

static void
assert_box (SutraWorld *world, const char *codes, double south, double west, double north, double east)
{
  SutraBox box;

  sutra_world_get_countries_box (world, codes, &box);
  g_test_message ("%s: %g %g %g %g", codes, box.south, box.west, box.north, box.east);
  g_assert_cmpfloat_with_epsilon (box.south, south, 0.05);
  g_assert_cmpfloat_with_epsilon (box.west, west, 0.05);
  g_assert_cmpfloat_with_epsilon (box.north, north, 0.05);
  g_assert_cmpfloat_with_epsilon (box.east, east, 0.05);
}

static void
test_boxes (void)
{
  g_autoptr (SutraWorld) world = load ();
  SutraBox box;

  assert_box (world, "BD", 20.74, 88.02, 26.62, 92.64);
  assert_box (world, "AF PK", 23.69, 60.49, 38.47, 77.05);
  assert_box (world, "KZ KG TJ TM UZ", 35.14, 46.48, 55.43, 87.32);
  assert_box (world, "FJ", -21.71, 174.59, -12.47, -178.21);
  assert_box (world, "RU", 41.19, 19.61, 81.29, -168.99);
  assert_box (world, "FR", 41.37, -5.13, 51.09, 9.56); /* Corsica, but not Réunion */
  assert_box (world, "PT", 36.98, -9.48, 42.14, -6.20);
  sutra_world_get_countries_box (world, "AQ", &box);
  g_assert_cmpfloat (sutra_box_get_width (&box), ==, 360);
  for (const char *const *none = (const char *const[]){ "", " ", "XX", "B", "bd", "BDX", "XBD", NULL }; *none != NULL; none++)
    {
      sutra_world_get_countries_box (world, *none, &box);
      g_assert_true (sutra_box_is_empty (&box));
    }
}

/* How far apart two boxes are on a cylinder, in the unit of the map; the farther of both axes. */
static double
naive_gap (const SutraWorldShape *a, const SutraWorldShape *b)
{
  double x = 1, y = MAX (MAX (a->north - b->south, b->north - a->south), 0);

  for (int turn = -1; turn <= 1; turn++)
    x = MIN (x, MAX (MAX (a->west + turn - b->east, b->west - a->east - turn), 0));
  return MAX (x, y);
}

static void
naive_body (const SutraWorldShape *land, guint n, const char *code, gboolean *in_body)
{
  double largest = 0;
  gboolean grown = *code != '\0';

  for (guint i = 0; i < n; i++)
    if (g_str_equal (land[i].country, code))
      largest = MAX (largest, size_of (&land[i]));
  while (grown)
    {
      grown = FALSE;
      for (guint i = 0; i < n; i++)
        {
          gboolean joins = g_str_equal (land[i].country, code) && size_of (&land[i]) >= 0.1 * largest;

          if (in_body[i] || !g_str_equal (land[i].country, code))
            continue;
          for (guint j = 0; j < n && !joins; j++)
            joins = in_body[j] && g_str_equal (land[j].country, code) && naive_gap (&land[i], &land[j]) <= 5.0 / 360;
          in_body[i] = joins;
          grown |= joins;
        }
    }
}

/* Each box holds the parts that it should, and no narrower one does: the stretch outside of it is the widest without land of theirs (on a grid of tenths of a degree). */
static void
check_box (SutraWorld *world, const char *first, const char *second)
{
  gboolean taken[3600] = { FALSE };
  g_autofree char *codes = g_strconcat (first, " ", second, NULL);
  g_autofree gboolean *in_body = NULL;
  SutraBox box;
  guint n, widest = 0;
  const SutraWorldShape *land = sutra_world_get_shapes (world, SUTRA_WORLD_FINE, SUTRA_WORLD_LAND, &n);

  in_body = g_new0 (gboolean, n);
  naive_body (land, n, first, in_body);
  naive_body (land, n, second, in_body);
  sutra_world_get_countries_box (world, codes, &box);
  for (guint i = 0; i < n; i++)
    if (in_body[i])
      {
        SutraMapPoint middle = { (land[i].west + land[i].east) / 2, (land[i].north + land[i].south) / 2 };
        SutraPoint point;

        sutra_projection_inverse (&middle, &point);
        g_assert_true (sutra_box_contains (&box, &point));
        for (int x = (int) (land[i].west * 3600); x <= (int) (land[i].east * 3600) && x < 3600; x++)
          taken[x] = TRUE;
      }
  for (guint x = 0; x < 3600; x++)
    {
      guint free_cells = 0;

      while (free_cells < 3600 && !taken[(x + free_cells) % 3600])
        free_cells++;
      widest = MAX (widest, free_cells);
    }
  g_assert_cmpfloat (fabs (360 - sutra_box_get_width (&box) - widest / 10.0), <, 0.25);
}

static void
test_boxes_are_tight (void)
{
  g_autoptr (SutraWorld) world = load ();
  g_autoptr (GHashTable) countries = dup_countries (world, SUTRA_WORLD_FINE);
  g_autofree gpointer *codes = g_hash_table_get_keys_as_array (countries, NULL);
  guint n = g_hash_table_size (countries);

  for (guint i = 0; i < n; i++)
    check_box (world, codes[i], "");
  for (guint i = 0; i < 50; i++)
    check_box (world, codes[g_test_rand_int_range (0, (gint32) n)], codes[g_test_rand_int_range (0, (gint32) n)]);
}

/* Otar's lake is there, and the map is not all borders: kinds are where they belong. */
static gboolean
has_shape_at (SutraWorld *world, SutraWorldLevel level, SutraWorldKind kind, double latitude, double longitude, float reach)
{
  SutraPoint point = { latitude, longitude };
  SutraMapPoint at;
  guint n;
  const SutraWorldShape *shapes = sutra_world_get_shapes (world, level, kind, &n);

  sutra_projection_forward (&point, &at);
  for (guint i = 0; i < n; i++)
    for (guint j = 0; j < shapes[i].n_points; j++)
      if (hypot (shapes[i].points[j].x - at.x, shapes[i].points[j].y - at.y) < reach)
        return TRUE;
  return FALSE;
}

static void
test_kinds (void)
{
  g_autoptr (SutraWorld) world = load ();

  for (guint level = 0; level < N_LEVELS; level++)
    {
      g_assert_true (has_shape_at (world, level, SUTRA_WORLD_LAKE, 46.5, 75, 0.003f));      /* Balkhash */
      g_assert_true (has_shape_at (world, level, SUTRA_WORLD_LAKE, -1, 32, 0.003f));        /* Victoria */
      g_assert_true (has_shape_at (world, level, SUTRA_WORLD_RIVER, 23.79, 89.76, 0.001f)); /* where the Padma takes up the Jamuna */
      g_assert_true (has_shape_at (world, level, SUTRA_WORLD_COAST, 21.5, 89, 0.01f));
      g_assert_true (has_shape_at (world, level, SUTRA_WORLD_BORDER, 22, 89, 0.01f));
      g_assert_true (has_shape_at (world, level, SUTRA_WORLD_DISPUTED, 35.5, 79, 0.01f));
      g_assert_false (has_shape_at (world, level, SUTRA_WORLD_COAST, 45.62, 63.314, 0.003f));
      g_assert_false (has_shape_at (world, level, SUTRA_WORLD_BORDER, 45.62, 63.314, 0.003f));
    }
  g_assert_true (has_shape_at (world, SUTRA_WORLD_FINE, SUTRA_WORLD_REGION, 23.5, 89.8, 0.003f));
}

static gpointer
take_all (gpointer data)
{
  SutraWorld *world = data;
  GPtrArray *found = g_ptr_array_new ();
  guint first = (guint) g_random_int_range (0, N_LEVELS * N_KINDS), n;

  g_ptr_array_set_size (found, N_LEVELS * N_KINDS);
  for (guint i = 0; i < N_LEVELS * N_KINDS; i++)
    {
      guint at = (first + i) % (N_LEVELS * N_KINDS);

      found->pdata[at] = (gpointer) sutra_world_get_shapes (world, at / N_KINDS, at % N_KINDS, &n);
    }
  sutra_world_unref (world);
  return found;
}

static void
test_threads (void)
{
  for (guint round = 0; round < 5; round++)
    {
      g_autoptr (SutraWorld) world = load ();
      GThread *threads[8];
      g_autoptr (GPtrArray) first = NULL;

      for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
        threads[i] = g_thread_new ("world", take_all, sutra_world_ref (world));
      for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
        {
          g_autoptr (GPtrArray) found = g_thread_join (threads[i]);

          if (first == NULL)
            first = g_steal_pointer (&found);
          else
            g_assert_cmpmem (first->pdata, first->len * sizeof (gpointer), found->pdata, found->len * sizeof (gpointer));
        }
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/geo/world/counts", test_counts);
  g_test_add_func ("/geo/world/shapes", test_shapes);
  g_test_add_func ("/geo/world/levels", test_levels);
  g_test_add_func ("/geo/world/known-places", test_known_places);
  g_test_add_func ("/geo/world/disputed-areas", test_disputed_areas);
  g_test_add_func ("/geo/world/boxes", test_boxes);
  g_test_add_func ("/geo/world/boxes-are-tight", test_boxes_are_tight);
  g_test_add_func ("/geo/world/kinds", test_kinds);
  g_test_add_func ("/geo/world/threads", test_threads);
  return g_test_run ();
}
