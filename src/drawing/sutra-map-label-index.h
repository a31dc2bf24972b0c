/* sutra-map-label-index.h: which names a part of the map may show, at which zoom, and which of them go first
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sutra-gazetteer.h"
#include "sutra-world.h"

G_BEGIN_DECLS

typedef enum
{
  SUTRA_LABEL_COUNTRY,
  SUTRA_LABEL_CAPITAL,
  SUTRA_LABEL_CITY,
  SUTRA_LABEL_REGION,
  SUTRA_LABEL_WATER,
} SutraMapLabelKind;

/**
 * SutraMapLabelEntry:
 * @x, @y: in the unit square; of a country the middle of its widest part
 * @width: of a country's largest polygon, in the unit square; 0: unknown
 * @rank: the lower ones are placed first
 * @place: index into the gazetteer
 */
typedef struct
{
  float x, y;
  float width;
  float min_zoom, max_zoom;
  float rank;
  guint place;
  SutraMapLabelKind kind;
} SutraMapLabelEntry;

typedef struct _SutraMapLabelIndex SutraMapLabelIndex;

/* Reads all places once. @world (nullable): countries without a polygon that has their code, and regions that lie on a polygon without one, get no name. What the map shows only beyond zoom 7 is read when it is first asked for. */
SutraMapLabelIndex *sutra_map_label_index_new (SutraWorld *world, SutraGazetteer *gazetteer);
void sutra_map_label_index_free (SutraMapLabelIndex *self);

/* Calls @found for each name that may be shown at @zoom and lies in the box of the unit square, grown to whole cells; x may be of any copy of the world. */
void sutra_map_label_index_query (SutraMapLabelIndex *self,
                                  double zoom,
                                  double min_x,
                                  double min_y,
                                  double max_x,
                                  double max_y,
                                  void (*found) (const SutraMapLabelEntry *entry, int copy, gpointer data),
                                  gpointer data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SutraMapLabelIndex, sutra_map_label_index_free)

G_END_DECLS
