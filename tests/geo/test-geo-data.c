/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-geo-data.h"

/* Nothing else is tried then, whether the file is there or not. */
static void
test_environment (void)
{
  g_autofree char *path = NULL;

  g_setenv ("SUTRA_GEO_DIR", "/মানচিত্র/🗺", TRUE);
  path = sutra_geo_data_get_path ("world.sgeo");
  g_assert_cmpstr (path, ==, "/মানচিত্র/🗺/world.sgeo");
  g_unsetenv ("SUTRA_GEO_DIR");
}

/* A program in the build folder finds the files of the build folder, unless they are installed. */
static void
test_build_folder (void)
{
  g_autofree char *path = sutra_geo_data_get_path ("world.sgeo");
  g_autofree char *absent = sutra_geo_data_get_path ("no-such-file");

  g_assert_true (g_file_test (path, G_FILE_TEST_IS_REGULAR));
  g_assert_true (g_str_has_suffix (absent, "../../data/geo/no-such-file"));
}

static void
test_empty_environment (void)
{
  g_autofree char *path = sutra_geo_data_get_path ("world.sgeo");
  g_autofree char *same = NULL;

  g_setenv ("SUTRA_GEO_DIR", "", TRUE);
  same = sutra_geo_data_get_path ("world.sgeo");
  g_unsetenv ("SUTRA_GEO_DIR");
  g_assert_cmpstr (path, ==, same);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_unsetenv ("SUTRA_GEO_DIR");
  g_test_add_func ("/geo/data/environment", test_environment);
  g_test_add_func ("/geo/data/build-folder", test_build_folder);
  g_test_add_func ("/geo/data/empty-environment", test_empty_environment);
  return g_test_run ();
}
