/* sutra-geojson-private.h: one feature
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sutra-entity-import.h"
#include "sutra-geojson.h"
#include "sutra-json.h"

G_BEGIN_DECLS

/* The feature as a draft (transfer full). NULL and @error: PARSE (it has not the shape of a feature), INVALID (a value is not allowed), UNSUPPORTED (its geometry). *@note (out, nullable, transfer full): what was done to it. */
SutraEntityDraft *sutra_geojson_read_feature (JsonNode *feature, char **note, GError **error);

G_END_DECLS
