/* sutra-world.h: the map data that the program ships: land, borders, water
 *
 * One file (data/geo/world.sgeo), mapped and checked whole; a level of detail is decoded when it is first asked for. Immutable; all functions may be called from any thread.
 * The data: NOTICE and data/geo/README.md. What a line of a disputed border claims is not in it: all claims look the same.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sutra-projection.h"

G_BEGIN_DECLS

typedef enum
{
  SUTRA_WORLD_COARSE, /* zoom below 2 */
  SUTRA_WORLD_MEDIUM, /* below 5 */
  SUTRA_WORLD_FINE,
} SutraWorldLevel;

typedef enum
{
  SUTRA_WORLD_LAND,     /* polygon of a country or territory */
  SUTRA_WORLD_LAKE,     /* polygon */
  SUTRA_WORLD_COAST,    /* line */
  SUTRA_WORLD_BORDER,   /* line: between two countries, as it is on the ground */
  SUTRA_WORLD_DISPUTED, /* line: what somebody claims */
  SUTRA_WORLD_RIVER,    /* line */
  SUTRA_WORLD_REGION,   /* line: between first-order regions of one country (fine level only) */
} SutraWorldKind;

/* In the unit square of sutra-projection.h, on a grid of 2^22 cells. No shape crosses x = 0 or 1; polygons that do are cut there when the file is made. */
typedef struct
{
  float x;
  float y;
} SutraWorldPoint;

/**
 * SutraWorldShape:
 * @points: @n_points of them; the rings of a polygon one after the other, each closed (its last point is its first)
 * @ring_ends: (nullable) index behind the last point of each of the @n_rings rings; of a line NULL and 0
 * @country: ISO 3166-1 alpha-2 of a polygon of land; "" if it has none
 *
 * A polygon is one outer ring and its holes: a country of several islands is several shapes, its largest first.
 */
typedef struct
{
  SutraWorldKind kind;
  char country[3];
  float west, north, east, south;
  const SutraWorldPoint *points;
  guint n_points;
  const guint *ring_ends;
  guint n_rings;
} SutraWorldShape;

typedef struct _SutraWorld SutraWorld;

/* @path NULL: the file that belongs to the program (sutra-geo-data.h). NOT_FOUND, ACCESS; DAMAGED for a wrong magic, version, size, count, offset or checksum. */
SutraWorld *sutra_world_load (const char *path, GError **error);
/* The same from memory; @name is for messages. */
SutraWorld *sutra_world_load_bytes (GBytes *bytes, const char *name, GError **error);
SutraWorld *sutra_world_ref (SutraWorld *self);
void sutra_world_unref (SutraWorld *self);

SutraWorldLevel sutra_world_level_for_zoom (double zoom);

/* The shapes of one kind at one level, larger before smaller; owned by @self. Rivers, lakes and claims are there at every level. */
const SutraWorldShape *sutra_world_get_shapes (SutraWorld *self, SutraWorldLevel level, SutraWorldKind kind, guint *n);

/* The alpha-2 code of the polygon that @point lies in, of the fine level: "" at sea and where a polygon has none. For tests and figures, never to say whose a place is. */
const char *sutra_world_find_country (SutraWorld *self, const SutraPoint *point);

/* The box of the countries @codes ("AF PK": separated by spaces); empty if there are none. What shows a country, not what holds all of it: parts of it that are below a tenth of its largest polygon on the map
 * and farther than 5° of longitude from all other parts stay outside (Réunion, the Azores), else half the world would show France. */
void sutra_world_get_countries_box (SutraWorld *self, const char *codes, SutraBox *box);

/* "Made with Natural Earth" in short, for the corner of a map. Not translated. */
const char *sutra_world_get_attribution (void);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SutraWorld, sutra_world_unref)

G_END_DECLS
