/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-geo-data.h"

#include <string.h>

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

static guint
count_resident (GMappedFile *mapped)
{
  g_autofree char *status = NULL;
  char start[32];
  const char *at;

  g_snprintf (start, sizeof start, "%" G_GINT64_MODIFIER "x-", (guint64) (guintptr) g_mapped_file_get_contents (mapped));
  g_assert_true (g_file_get_contents ("/proc/self/smaps", &status, NULL, NULL));
  at = strstr (status, start);
  g_assert_nonnull (at);
  at = strstr (at, "\nRss:");
  g_assert_nonnull (at);
  return (guint) g_ascii_strtoull (at + strlen ("\nRss:") + strspn (at + strlen ("\nRss:"), " "), NULL, 10);
}

/* What a check has read takes no memory of the process any more, and is there all the same. */
static void
test_release (void)
{
  g_autofree char *path = sutra_geo_data_get_path ("world.sgeo");
  g_autoptr (GMappedFile) mapped = g_mapped_file_new (path, FALSE, NULL);
  g_autofree char *before = NULL, *after = NULL;
  const guchar *contents;
  gsize n;

  g_assert_nonnull (mapped);
  contents = (const guchar *) g_mapped_file_get_contents (mapped);
  n = g_mapped_file_get_length (mapped);
  before = g_compute_checksum_for_data (G_CHECKSUM_SHA256, contents, n);
  g_assert_cmpuint (count_resident (mapped), >=, n / 1024);
  sutra_geo_data_release (mapped);
  g_assert_cmpuint (count_resident (mapped), <, n / 4096);
  after = g_compute_checksum_for_data (G_CHECKSUM_SHA256, contents, n);
  g_assert_cmpstr (before, ==, after);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_unsetenv ("SUTRA_GEO_DIR");
  g_test_add_func ("/geo/data/environment", test_environment);
  g_test_add_func ("/geo/data/build-folder", test_build_folder);
  g_test_add_func ("/geo/data/empty-environment", test_empty_environment);
  g_test_add_func ("/geo/data/release", test_release);
  return g_test_run ();
}
