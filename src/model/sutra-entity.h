/* sutra-entity.h: what mentions name
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sutra-live.h"

G_BEGIN_DECLS

typedef struct
{
  SutraId id;
  char *text;
  char *language;  /* (nullable) BCP 47 */
  SutraId mention; /* the mention that shows it, or the null id */
} SutraAlias;

typedef struct
{
  SutraId id;
  char *name;
  char *value;
} SutraAttribute;

#define SUTRA_TYPE_ENTITY (sutra_entity_get_type ())
G_DECLARE_FINAL_TYPE (SutraEntity, sutra_entity, SUTRA, ENTITY, SutraLive)

/* Live object of a row; properties of the same names ("label", "value", "notes", "date", "deleted") notify on change; "latitude", "longitude" and "radius-m" too; "aliases-changed",
 * "attributes-changed" and "locations-changed" (what sutra_case_list_locations() gives is something else) are signals. */
const SutraId *sutra_entity_get_id (SutraEntity *self);
const SutraId *sutra_entity_get_type_id (SutraEntity *self);
const char *sutra_entity_get_label (SutraEntity *self);
const char *sutra_entity_get_value (SutraEntity *self); /* (nullable) */
const char *sutra_entity_get_notes (SutraEntity *self); /* (nullable) */
const char *sutra_entity_get_date (SutraEntity *self);  /* (nullable) EDTF */
double sutra_entity_get_latitude (SutraEntity *self);   /* degrees, WGS 84; NaN: none */
double sutra_entity_get_longitude (SutraEntity *self);
double sutra_entity_get_radius_m (SutraEntity *self); /* metres; NaN: none */
const char *sutra_entity_get_created (SutraEntity *self);
gboolean sutra_entity_get_deleted (SutraEntity *self);

/* Arrays of SutraAlias and SutraAttribute in order, loaded at the first call, owned by @self. */
GPtrArray *sutra_entity_get_aliases (SutraEntity *self);
GPtrArray *sutra_entity_get_attributes (SutraEntity *self);

/* Confirmed mentions in the whole case; computed. */
guint sutra_entity_count_mentions (SutraEntity *self);

G_END_DECLS
