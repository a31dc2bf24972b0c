/* sutra-geo-data.h: where the map's data files are
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The path of @name ("world.sgeo", "places.sgaz"): in the folder SUTRA_GEO_DIR of the environment if that is set and not empty, and nowhere else then; else "geo" in the program's data folder; else beside the
 * running program ("../share/sutradhar/geo", and "../../data/geo" in a build folder). Of the last one if it is nowhere. (transfer full) */
char *sutra_geo_data_get_path (const char *name);

/* Lets go of the memory that reading a mapped file through, to check it, has taken: what is looked up later comes back page by page, from the system's cache. The file stays mapped, its content the same. */
void sutra_geo_data_release (GMappedFile *mapped);

G_END_DECLS
