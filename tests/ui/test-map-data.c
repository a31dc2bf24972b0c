/* The map data of a program: read off the main thread, once, and missed without harm.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-error.h"
#include "sutra-map-data.h"

#include <glib/gstdio.h>

static void
count_cb (guint *n)
{
  (*n)++;
}

static void
wait_loaded (SutraMapData *data)
{
  while (sutra_map_data_is_loading (data))
    g_main_context_iteration (NULL, TRUE);
}

static void
test_load (void)
{
  g_autoptr (SutraMapData) data = sutra_map_data_new ();
  SutraWorld *world;
  guint n = 0;

  g_signal_connect_swapped (data, "changed", G_CALLBACK (count_cb), &n);
  g_assert_false (sutra_map_data_is_loading (data));
  g_assert_null (sutra_map_data_get_world (data));
  sutra_map_data_load (data);
  sutra_map_data_load (data);
  g_assert_cmpuint (n, ==, 1);
  g_assert_true (sutra_map_data_is_loading (data));
  wait_loaded (data);
  g_assert_cmpuint (n, ==, 2);
  g_assert_no_error (sutra_map_data_get_error (data));
  world = sutra_map_data_get_world (data);
  g_assert_nonnull (world);
  g_assert_nonnull (sutra_map_data_get_gazetteer (data));

  /* What is there is not read again. */
  sutra_map_data_load (data);
  g_assert_false (sutra_map_data_is_loading (data));
  g_assert_true (sutra_map_data_get_world (data) == world);
}

/* One file missing or damaged leaves the other, and what is said is about the one; when it is there again it is found. */
static void
test_missing (gconstpointer bytes)
{
  g_autofree char *before = g_strdup (g_getenv ("SUTRA_GEO_DIR"));
  g_autofree char *folder = g_dir_make_tmp ("sutra-geo-XXXXXX", NULL);
  g_autofree char *places = g_build_filename (folder, "places.sgaz", NULL);
  g_autofree char *world = g_build_filename (folder, "world.sgeo", NULL);
  g_autoptr (SutraMapData) data = sutra_map_data_new ();

  {
    g_autoptr (SutraMapData) whole = sutra_map_data_new ();

    sutra_map_data_load (whole);
    wait_loaded (whole);
    g_assert_no_error (sutra_map_data_get_error (whole));
  }
  g_assert_true (g_file_set_contents (places, bytes != NULL ? bytes : "", -1, NULL));
  if (bytes == NULL)
    g_unlink (places);
  g_assert_true (g_file_set_contents (world, "🙂", -1, NULL));
  g_setenv ("SUTRA_GEO_DIR", folder, TRUE);
  sutra_map_data_load (data);
  wait_loaded (data);
  g_assert_null (sutra_map_data_get_world (data));
  g_assert_null (sutra_map_data_get_gazetteer (data));
  g_assert_error (sutra_map_data_get_error (data), SUTRA_ERROR, SUTRA_ERROR_DAMAGED);
  g_assert_nonnull (strstr (sutra_map_data_get_error (data)->message, "world.sgeo"));

  if (before != NULL)
    g_setenv ("SUTRA_GEO_DIR", before, TRUE);
  else
    g_unsetenv ("SUTRA_GEO_DIR");
  sutra_map_data_load (data);
  g_assert_null (sutra_map_data_get_error (data));
  wait_loaded (data);
  g_assert_no_error (sutra_map_data_get_error (data));
  g_assert_nonnull (sutra_map_data_get_world (data));
  g_assert_nonnull (sutra_map_data_get_gazetteer (data));
  g_unlink (places);
  g_unlink (world);
  g_rmdir (folder);
}

/* Nobody is left to tell: it goes when it is read. */
static void
test_dropped (void)
{
  SutraMapData *data = sutra_map_data_new ();
  gpointer alive = data;

  g_object_add_weak_pointer (G_OBJECT (data), &alive);
  sutra_map_data_load (data);
  g_object_unref (data);
  while (alive != NULL)
    g_main_context_iteration (NULL, TRUE);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/map-data/load", test_load);
  g_test_add_data_func ("/map-data/missing", NULL, test_missing);
  g_test_add_data_func ("/map-data/damaged", "SGAZ but no more than that", test_missing);
  g_test_add_func ("/map-data/dropped", test_dropped);
  return g_test_run ();
}
