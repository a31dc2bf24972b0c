/* sutra-location.h: where an entity is, and where it may be
 *
 * An entity has at most one location that was chosen; besides it may have candidates that the analyst keeps, and places that they turned down ("not this"). The chosen one's coordinates are the entity's own
 * fields latitude, longitude and radius_m; what else is known of it, and the others, are rows of the table "location". Nothing but a call of these functions gives an entity a location.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sutra-case.h"
#include "sutra-point.h"

G_BEGIN_DECLS

typedef enum
{
  SUTRA_LOCATION_CHOSEN,
  SUTRA_LOCATION_CANDIDATE,
  SUTRA_LOCATION_REJECTED,
} SutraLocationRole;

/* Where the coordinates are from. */
typedef enum
{
  SUTRA_LOCATION_FROM_GAZETTEER,
  SUTRA_LOCATION_FROM_MAP, /* a click */
  SUTRA_LOCATION_FROM_TYPING,
  SUTRA_LOCATION_FROM_IMPORT,
} SutraLocationSource;

/* "gazetteer", "map", "typed", "import", and back (-1: unknown). */
const char *sutra_location_source_to_string (SutraLocationSource source);
int sutra_location_source_from_string (const char *string);

/**
 * SutraLocation:
 * @radius_m: how far off it may be, in metres; NaN: not said
 * @area: (nullable): ISO 3166-1 alpha-2 codes separated by spaces: it is these countries rather than a point, which is then their middle
 * @place: (nullable): the id of the place in the gazetteer
 */
typedef struct
{
  SutraId id;
  SutraLocationRole role;
  SutraPoint point;
  double radius_m;
  char *area;
  char *place;
  SutraLocationSource source;
} SutraLocation;

void sutra_location_free (SutraLocation *self);

/* All of @entity: the chosen one first, then candidates in the order in which they were kept, then rejected ones (SutraLocation *, transfer full). An entity whose coordinates were only set as fields has a chosen one of source "typed", with the null id. */
GPtrArray *sutra_case_list_locations (SutraCase *self, const SutraId *entity, GError **error);

/* Adds or changes @location of @entity by its role, one step. CHOSEN replaces the one that was chosen before (which is forgotten) and takes the candidate or rejected row of the same place with it; CANDIDATE and REJECTED are remembered once for each @place, or
 * for each point where there is no id. @location's own id is not used; what was chosen is chosen no longer when it is kept or turned down. INVALID for a point out of range, a negative radius, an area that is no list of codes; NOT_FOUND. */
gboolean sutra_case_set_location (SutraCase *self, const SutraId *entity, const SutraLocation *location, GError **error);

/* Several entities (or one with several locations), one step. */
gboolean
sutra_case_set_locations (SutraCase *self, const SutraId *entities, const SutraLocation *const *locations, gsize n, GError **error);

/* The entity is nowhere again: removes the chosen location, one step; candidates and rejected ones stay. Nothing to do: TRUE without an edit. */
gboolean sutra_case_clear_location (SutraCase *self, const SutraId *entity, GError **error);

/* Forgets one candidate or one that was turned down (of the chosen one: as sutra_case_clear_location()), by its id, one step. NOT_FOUND. */
gboolean sutra_case_forget_location (SutraCase *self, const SutraId *location, GError **error);

/* Whether entities of @type are places: "place" and "facility" of the stock tagset, and types below them. */
gboolean sutra_case_is_place_type (SutraCase *self, const SutraId *type);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SutraLocation, sutra_location_free)

G_END_DECLS
