/* sutra-gazetteer.h: places by name
 *
 * One file (data/geo/places.sgaz), mapped and checked; look-ups read it in place. Immutable; all functions may be called from any thread.
 *
 * A look-up only ever suggests. Ids are stable between versions of the data: "gn:1526273" (GeoNames), "ne:KAZ-2339" (a first-order region of Natural Earth), "iso:KZ" (a country),
 * "m49:143" (a region of the world by UN M.49), "own:otar" (a row of our own).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sutra-point.h"

G_BEGIN_DECLS

typedef enum
{
  SUTRA_PLACE_CONTINENT,
  SUTRA_PLACE_MACROREGION, /* several countries: মধ্য এশিয়া, আফ-পাক অঞ্চল */
  SUTRA_PLACE_COUNTRY,     /* and territories with a code of their own */
  SUTRA_PLACE_REGION,      /* first order: state, province, division */
  SUTRA_PLACE_DISTRICT,
  SUTRA_PLACE_CAPITAL,
  SUTRA_PLACE_CITY, /* 100,000 people and more, or the seat of a first-order region */
  SUTRA_PLACE_TOWN,
  SUTRA_PLACE_WATER,   /* sea, river, lake, strait */
  SUTRA_PLACE_FEATURE, /* mountain, pass, island, border post, camp … */
} SutraPlaceKind;

/* "continent", "macroregion", "country", "region", "district", "capital", "city", "town", "water", "feature". */
const char *sutra_place_kind_to_string (SutraPlaceKind kind);
/* Whether places of this kind are areas rather than points. */
gboolean sutra_place_kind_is_area (SutraPlaceKind kind);

/**
 * SutraPlace:
 * @name: the preferred Bengali name, or NULL
 * @name_latin: the preferred English or Latin name
 * @country: ISO 3166-1 alpha-2, "" for none or several
 * @region: (nullable) Latin name of the first-order region
 * @members: (nullable) of a country or macro-region: the alpha-2 codes of what it is made of, separated by spaces ("AF PK"; a country: its own)
 * @population: 0: unknown
 *
 * All strings belong to the gazetteer.
 */
typedef struct
{
  const char *id;
  const char *name;
  const char *name_latin;
  const char *country;
  const char *region;
  const char *members;
  SutraPlaceKind kind;
  SutraPoint point;
  gint64 population;
} SutraPlace;

typedef struct _SutraGazetteer SutraGazetteer;

/* @path NULL: the file that belongs to the program. NOT_FOUND, ACCESS, DAMAGED. */
SutraGazetteer *sutra_gazetteer_load (const char *path, GError **error);
SutraGazetteer *sutra_gazetteer_ref (SutraGazetteer *self);
void sutra_gazetteer_unref (SutraGazetteer *self);

guint sutra_gazetteer_get_size (SutraGazetteer *self);
void sutra_gazetteer_get_place (SutraGazetteer *self, guint i, SutraPlace *place);
/* FALSE if it has no place with this id. */
gboolean sutra_gazetteer_find_id (SutraGazetteer *self, const char *id, SutraPlace *place);
/* All names of a place, preferred ones first (NULL-terminated, transfer container: the strings belong to @self). */
const char **sutra_gazetteer_dup_names (SutraGazetteer *self, const char *id);

/* How a candidate was found: what the analyst is told. */
typedef enum
{
  SUTRA_STAGE_EXACT,       /* the whole name */
  SUTRA_STAGE_STEM,        /* the name without its ending */
  SUTRA_STAGE_ROMANISED,   /* a Latin name that sounds like it */
  SUTRA_STAGE_COORDINATES, /* typed coordinates: the place is a point without an id or a name ("") */
} SutraStage;

/* "exact", "stem", "romanised", "coordinates". */
const char *sutra_stage_to_string (SutraStage stage);

/**
 * SutraPlaceQuery:
 * @near: (nullable) alpha-2 codes separated by spaces: countries that the article names, most often first; their places are favoured
 * @country: (nullable) one alpha-2 code: places of this country only, and those on disputed land, which have none
 * @stages: bits 1 << SutraStage; 0 for all but COORDINATES. ROMANISED without EXACT leaves the Bengali names out
 * @limit: 0: 20
 */
typedef struct
{
  const char *near;
  const char *country;
  guint stages;
  guint limit;
} SutraPlaceQuery;

/**
 * SutraCandidate:
 * @score: 0 to 1, best first; comparable within one look-up
 * @matched: (owned) the name that fits
 * @stem_end: code points of the query that the name covers; the rest is its ending
 * @sure: the name fits exactly (stages EXACT, STEM) and no other place of that name comes near in rank
 */
typedef struct
{
  SutraPlace place;
  SutraStage stage;
  double score;
  char *matched;
  guint stem_end;
  gboolean sure;
} SutraCandidate;

void sutra_candidate_free (SutraCandidate *self);

/* One English sentence of why: name, stage, country, population. (transfer full) */
char *sutra_candidate_dup_why (const SutraCandidate *self);

/* The places that @text (a Bengali or Latin name, inflected or not; at most 200 code points, longer ones find nothing) may mean: stages in order, the later ones only if the earlier found nothing; best first. @query nullable.
 * (SutraCandidate *, transfer full; may be empty) */
GPtrArray *sutra_gazetteer_look_up (SutraGazetteer *self, const char *text, const SutraPlaceQuery *query);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SutraGazetteer, sutra_gazetteer_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SutraCandidate, sutra_candidate_free)

G_END_DECLS
