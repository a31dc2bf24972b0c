/* sutra-map-data.h: the map and the gazetteer that the program ships, read once for all windows
 *
 * Reads in a thread, so that nobody waits for it. What cannot be read is not there: the program works without.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

#include "sutra-gazetteer.h"
#include "sutra-world.h"

G_BEGIN_DECLS

#define SUTRA_TYPE_MAP_DATA (sutra_map_data_get_type ())
G_DECLARE_FINAL_TYPE (SutraMapData, sutra_map_data, SUTRA, MAP_DATA, GObject)

/* Reads nothing yet. */
SutraMapData *sutra_map_data_new (void);

/* Begins to read what is not there yet: for the first time, or again after it failed. */
void sutra_map_data_load (SutraMapData *self);

/* Whether it is being read. */
gboolean sutra_map_data_is_loading (SutraMapData *self);

/* NULL until they are read (transfer none). */
SutraWorld *sutra_map_data_get_world (SutraMapData *self);
SutraGazetteer *sutra_map_data_get_gazetteer (SutraMapData *self);

/* Why one of both could not be read, the map before the gazetteer; NULL: nothing failed (transfer none). */
const GError *sutra_map_data_get_error (SutraMapData *self);

/* Signal "changed" (no arguments): reading has begun or ended. */

G_END_DECLS
