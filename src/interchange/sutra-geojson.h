/* sutra-geojson.h: entities as GeoJSON (RFC 7946), and back
 *
 *   {"type": "FeatureCollection", "name": "My desk", "offset_unit": "code points", "bbox": [71.43, 43.52, 75.2, 51.17], "features": [
 *     {"type": "Feature", "id": "0190…", "geometry": {"type": "Point", "coordinates": [71.43, 51.17]},
 *      "properties": {"label": "আস্তানা", "type": "place", "aliases": ["নুর-সুলতান"], "mention_count": 2, "radius_m": 5000, "area": "KZ", "place": "gn:1526273", "source": "gazetteer",
 *        "value": …, "date": …, "notes": …, "mentions": [{"article": "0190…", "title": "…", "start": 23, "end": 31, "quote": "আস্তানায়"} …]}} …]}
 *
 * An entity of a type of places that has no location is a feature with "geometry": null. A location that was only kept is a feature of its own, without an id, with "role": "candidate"
 * and the entity's id in "entity". What is absent is left out.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

#include "sutra-store.h"

G_BEGIN_DECLS

/* Bounds of what is read: 64 MiB (sutra-load.h), this many features, each of at most so many bytes, this many levels. */
#define SUTRA_GEOJSON_MAX_FEATURES 200000
#define SUTRA_GEOJSON_MAX_FEATURE_BYTES (8 << 20)
#define SUTRA_GEOJSON_MAX_LEVELS 64
/* More messages than this are only counted. */
#define SUTRA_GEOJSON_MAX_MESSAGES 1000

/**
 * SutraGeojsonMessage:
 * @feature: from 1
 * @refused: the feature was not taken; else a note on one that was
 * @what: what is wrong (or was done) and what to do, in English
 */
typedef struct
{
  guint feature;
  gboolean refused;
  char *what;
} SutraGeojsonMessage;

/**
 * SutraGeojsonReport:
 * @entities: array of SutraId: the entities of the features that were taken, each once, in their order
 * @messages: SutraGeojsonMessage, in the order of the features
 */
typedef struct
{
  GArray *entities;
  GPtrArray *messages;
  guint n_added;
  guint n_located;
  guint n_kept;
  guint n_same;
  guint n_refused;
} SutraGeojsonReport;

SutraGeojsonReport *sutra_geojson_report_new (void);
void sutra_geojson_report_free (SutraGeojsonReport *self);

/**
 * sutra_geojson_read:
 * @name: (nullable): for messages
 * @numbers: (out): array of guint: the number of the feature that each draft is from
 *
 * The features as SutraEntityDraft * (transfer full); @report gets a message for each that cannot be taken and for each whose shape became a point. Names: "label", "name" or "title". Types: slugs of the case. Geometries
 * other than points become the middle of their box with a radius that holds them. Longitude comes first; latitudes out of range are refused, never exchanged.
 *
 * Errors: the file is refused as a whole: EMPTY, TOO_LARGE, ENCODING, PARSE (no JSON, or no FeatureCollection or Feature), UNSUPPORTED (coordinates of another system), G_IO_ERROR_CANCELLED.
 */
GPtrArray *sutra_geojson_read (GBytes *bytes,
                               const char *name,
                               SutraGeojsonReport *report,
                               GArray **numbers,
                               GCancellable *cancellable,
                               GError **error);

/* Reads and stores (sutra-entity-import.h), in the thread of @store. @step as in sutra_store_commit_step(): one variable for several files makes one step of them. Adds to @report. */
gboolean sutra_geojson_import (SutraStore *store,
                               GBytes *bytes,
                               const char *name,
                               gint64 *step,
                               SutraGeojsonReport *report,
                               GCancellable *cancellable,
                               GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SutraGeojsonReport, sutra_geojson_report_free)

G_END_DECLS
