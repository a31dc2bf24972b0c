/* sutra-location-private.h: the rows of the table "location", within an edit of the store
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sutra-location.h"

G_BEGIN_DECLS

/* INVALID as in sutra_case_set_location(). */
gboolean sutra_location_check (const SutraLocation *self, GError **error);

/* As sutra_case_list_locations(); in the thread of @store. */
GPtrArray *sutra_location_list (SutraStore *store, const SutraId *entity, GError **error);

/* What sutra_case_set_location() and sutra_case_clear_location() do; @location was checked and @entity is there. */
gboolean sutra_location_write (SutraStore *store, const SutraId *entity, const SutraLocation *location, GError **error);
gboolean sutra_location_clear (SutraStore *store, const SutraId *entity, GError **error);

/* The entity's fields latitude, longitude and radius_m were set: the row of the chosen location says the same. What was known of another point is forgotten. */
gboolean sutra_location_follow_fields (SutraStore *store, const SutraId *entity, GError **error);

/* All of @other goes to @into: the chosen one too if @into has none, else as a candidate; what @into knows already is left out. */
gboolean sutra_location_merge (SutraStore *store, const SutraId *into, const SutraId *other, GError **error);

gboolean sutra_location_is_place_slug (const char *slug);

G_END_DECLS
