/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-geo-data.h"

#include <sys/mman.h>

char *
sutra_geo_data_get_path (const char *name)
{
  static const char *const beside[] = { "../share/sutradhar/geo", "../../data/geo" };
  const char *folder = g_getenv ("SUTRA_GEO_DIR");
  g_autofree char *program = NULL, *own = NULL;
  char *path;

  if (folder != NULL && *folder != '\0')
    return g_build_filename (folder, name, NULL);

  path = g_build_filename (SUTRA_DATA_DIR, "geo", name, NULL);
  program = g_file_read_link ("/proc/self/exe", NULL);
  own = program != NULL ? g_path_get_dirname (program) : NULL;
  for (gsize i = 0; own != NULL && i < G_N_ELEMENTS (beside) && !g_file_test (path, G_FILE_TEST_EXISTS); i++)
    {
      g_free (path);
      path = g_build_filename (own, beside[i], name, NULL);
    }
  return path;
}

void
sutra_geo_data_release (GMappedFile *mapped)
{
  /* Only a hint, and only for pages that nobody can write to: there is nothing to lose, and nothing to do if it is refused. */
  if (g_mapped_file_get_length (mapped) > 0)
    (void) madvise (g_mapped_file_get_contents (mapped), g_mapped_file_get_length (mapped), MADV_DONTNEED);
}
