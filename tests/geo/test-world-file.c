/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tiny-world.h"

#include "sutra-error.h"
#include "sutra-geo-data.h"

#include <glib/gstdio.h>

static SutraWorld *
load_bytes (const guint8 *data, gsize size, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);

  return sutra_world_load_bytes (bytes, "tiny", error);
}

static void
assert_damaged (const guint8 *data, gsize size)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (load_bytes (data, size, &error));
  g_assert_error (error, SUTRA_ERROR, SUTRA_ERROR_DAMAGED);
  g_assert_nonnull (strstr (error->message, "“tiny”"));
}

static void
check_shapes (SutraWorld *world)
{
  for (guint level = 0; level < SUTRA_WORLD_N_LEVELS; level++)
    for (guint kind = 0; kind < SUTRA_WORLD_N_KINDS; kind++)
      {
        guint n;
        const SutraWorldShape *shapes = sutra_world_get_shapes (world, level, kind, &n);

        for (guint i = 0; i < n; i++)
          {
            guint end = shapes[i].n_rings > 0 ? shapes[i].ring_ends[shapes[i].n_rings - 1] : shapes[i].n_points;

            g_assert_cmpuint (shapes[i].kind, ==, kind);
            g_assert_cmpuint (end, ==, shapes[i].n_points);
            for (guint j = 0; j < end; j++)
              {
                g_assert_true (shapes[i].points[j].x >= shapes[i].west && shapes[i].points[j].x <= shapes[i].east);
                g_assert_true (shapes[i].points[j].y >= shapes[i].north && shapes[i].points[j].y <= shapes[i].south);
                g_assert_true (shapes[i].west >= 0 && shapes[i].east <= 1 && shapes[i].north >= 0 && shapes[i].south <= 1);
              }
          }
      }
}

/* The point at grid cell (x, y). */
static const char *
country_at (SutraWorld *world, gint32 x, gint32 y)
{
  SutraMapPoint at = { (double) x / (1 << SUTRA_WORLD_BITS), (double) y / (1 << SUTRA_WORLD_BITS) };
  SutraPoint point;

  sutra_projection_inverse (&at, &point);
  return sutra_world_find_country (world, &point);
}

static void
test_tiny (void)
{
  g_autoptr (GByteArray) file = tiny_world ();
  g_autoptr (GError) error = NULL;
  g_autoptr (SutraWorld) world = load_bytes (file->data, file->len, &error);
  const SutraWorldShape *land;
  guint n;

  g_assert_no_error (error);
  check_shapes (world);
  land = sutra_world_get_shapes (world, SUTRA_WORLD_COARSE, SUTRA_WORLD_LAND, &n);
  g_assert_cmpuint (n, ==, 3);
  g_assert_cmpstr (land[0].country, ==, "BB");
  g_assert_cmpuint (land[0].n_rings, ==, 2);
  g_assert_cmpuint (land[0].ring_ends[0], ==, 6);
  g_assert_cmpuint (land[0].n_points, ==, 11);
  g_assert_cmpfloat (land[0].points[4].x, ==, 2100000.0f / (1 << SUTRA_WORLD_BITS));
  g_assert_cmpstr (country_at (world, 1100000, 1100000), ==, "AA");
  g_assert_cmpstr (country_at (world, 2010000, 1490000), ==, "AA"); /* where the border bulges */
  g_assert_cmpstr (country_at (world, 2110000, 1490000), ==, "BB");
  g_assert_cmpstr (country_at (world, 3100000, 1500000), ==, "");
  g_assert_cmpstr (country_at (world, 900000, 1500000), ==, "");
  g_assert_nonnull (sutra_world_get_shapes (world, SUTRA_WORLD_FINE, SUTRA_WORLD_REGION, &n));
  g_assert_cmpuint (n, ==, 1);
  g_assert_null (sutra_world_get_shapes (world, SUTRA_WORLD_MEDIUM, SUTRA_WORLD_REGION, &n));
  g_assert_cmpuint (n, ==, 0);
  g_assert_null (sutra_world_get_shapes (world, SUTRA_WORLD_FINE, SUTRA_WORLD_DISPUTED, &n));
  g_assert_cmpuint (n, ==, 0);
}

static void
test_truncated (void)
{
  g_autoptr (GByteArray) file = tiny_world ();

  for (gsize size = 0; size < file->len; size++)
    assert_damaged (file->data, size);
  g_byte_array_append (file, (const guint8 *) "", 1);
  assert_damaged (file->data, file->len);
}

static void
test_flipped (void)
{
  g_autoptr (GByteArray) file = tiny_world ();

  for (gsize i = 0; i < file->len * 8; i++)
    {
      file->data[i / 8] ^= 1 << i % 8;
      assert_damaged (file->data, file->len);
      file->data[i / 8] ^= 1 << i % 8;
    }
}

/* Damage that the checksum does not show: refused, or read without harm. */
static void
test_sealed (void)
{
  g_autoptr (GByteArray) file = tiny_world ();
  guint n_refused = 0;

  for (gsize i = 0; i < file->len - 4; i++)
    for (guint value = 0; value < 256; value++)
      {
        g_autoptr (GError) error = NULL;
        g_autoptr (SutraWorld) world = NULL;
        guint8 before = file->data[i];

        file->data[i] = (guint8) value;
        tiny_seal (file->data, file->len);
        world = load_bytes (file->data, file->len, &error);
        if (world == NULL)
          g_assert_error (error, SUTRA_ERROR, SUTRA_ERROR_DAMAGED);
        else
          check_shapes (world);
        n_refused += world == NULL;
        /* Header and table have no spare bytes: whatever else stands there is wrong, but for other levels that are free. */
        if (i < 24 + 6 * 24 && value != before && (i < 24 || (i - 24) % 24 > 1))
          g_assert_null (world);
        file->data[i] = before;
      }
  g_assert_cmpuint (n_refused, >, 256 * (24 + 6 * 22) - 200);
}

/* What stands behind the byte at @offset, in a file that is otherwise good. */
static void
assert_refused (gsize offset, guint8 value)
{
  g_autoptr (GByteArray) file = tiny_world ();

  g_assert_cmpuint (file->data[offset], !=, value);
  file->data[offset] = value;
  tiny_seal (file->data, file->len);
  assert_damaged (file->data, file->len);
}

static void
test_counts (void)
{
  g_autoptr (GByteArray) file = tiny_world ();
  guint32 land = tiny_read_u32 (file->data + 24 + 2 * 24 + 16);

  assert_refused (24, 0);                  /* no level */
  assert_refused (24, 8);                  /* a level that there is not */
  assert_refused (25, SUTRA_WORLD_BORDER); /* twice the same */
  assert_refused (25, SUTRA_WORLD_N_KINDS);
  assert_refused (24 + 4, 1);
  assert_refused (24 + 4, 3);
  assert_refused (24 + 15, 0x80); /* more points than memory */
  assert_refused (land, 'b');
  assert_refused (land + 1, 0);
  assert_refused (land + 2, 0); /* no rings */
  assert_refused (land + 2, 3);
  assert_refused (land + 3, 1);      /* an open ring */
  assert_refused (land + 4, 1 << 1); /* the coast of the other country: the border does not join it */
  assert_refused (land + 5, 2 << 1); /* the border the wrong way round */
  assert_refused (land + 5, 3 << 1); /* no such line */
}

static void
test_files (void)
{
  g_autofree char *folder = g_dir_make_tmp ("sutra-world-XXXXXX", NULL);
  g_autofree char *missing = g_build_filename (folder, "মানচিত্র 🗺.sgeo", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_null (sutra_world_load (missing, &error));
  g_assert_error (error, SUTRA_ERROR, SUTRA_ERROR_NOT_FOUND);
  g_assert_nonnull (strstr (error->message, missing));
  g_clear_error (&error);
  g_assert_null (sutra_world_load (folder, &error));
  g_assert_error (error, SUTRA_ERROR, SUTRA_ERROR_ACCESS);
  g_clear_error (&error);
  g_assert_true (g_file_set_contents (missing, "", 0, NULL));
  g_assert_null (sutra_world_load (missing, &error));
  g_assert_error (error, SUTRA_ERROR, SUTRA_ERROR_DAMAGED);
  g_assert_cmpint (g_unlink (missing), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

/* The file that the program ships, with one bit wrong or cut off. */
static void
test_own_file (void)
{
  g_autofree char *path = sutra_geo_data_get_path ("world.sgeo");
  g_autofree char *data = NULL;
  g_autoptr (GError) error = NULL;
  gsize size;

  g_assert_true (g_file_get_contents (path, &data, &size, &error));
  g_assert_no_error (error);
  for (guint i = 0; i < 100; i++)
    {
      gsize at = (gsize) g_test_rand_double_range (0, (double) size);
      char bit = (char) (1 << g_test_rand_int_range (0, 8));

      data[at] ^= bit;
      assert_damaged ((const guint8 *) data, size);
      data[at] ^= bit;
      assert_damaged ((const guint8 *) data, at);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/geo/world-file/tiny", test_tiny);
  g_test_add_func ("/geo/world-file/truncated", test_truncated);
  g_test_add_func ("/geo/world-file/flipped", test_flipped);
  g_test_add_func ("/geo/world-file/sealed", test_sealed);
  g_test_add_func ("/geo/world-file/counts", test_counts);
  g_test_add_func ("/geo/world-file/files", test_files);
  g_test_add_func ("/geo/world-file/own-file", test_own_file);
  return g_test_run ();
}
