/* sutra-map-pins.h: pins, clusters and areas on the map
 *
 * Lays the items of a place list out at a zoom, says what lies where, and paints it. Shape, letter and colour by type: never colour alone. Filled: chosen; hollow: a candidate; a ring: an area; a dashed circle: the uncertainty. A cluster shows its count in the locale's
 * digits, parted by type in its ring. Pins with identical coordinates are spread around the point where no zoom could part them, up to SUTRA_MAP_SPREAD_MAX; beyond that they stay one badge that lists them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <pango/pango.h>

#include "sutra-map-cluster.h"
#include "sutra-map-labels.h"
#include "sutra-place-list.h"

G_BEGIN_DECLS

#define SUTRA_MAP_SPREAD_MAX 12

/* How one type looks; an array of them in the tagset's order. */
typedef struct
{
  SutraTypeStyle style;
  char badge[17]; /* one or two aksharas, UTF-8 */
} SutraMapPinStyle;

typedef struct _SutraMapPins SutraMapPins;

/* @items are not copied and must outlive it. @styles (copied, @n_styles of them). */
SutraMapPins *sutra_map_pins_new (const SutraPlaceItem *items, guint n_items, const SutraMapPinStyle *styles, guint n_styles);
void sutra_map_pins_free (SutraMapPins *self);

/* What is under a pixel: one item, or a cluster of several. */
typedef struct
{
  guint item;    /* index into items, G_MAXUINT for a cluster */
  guint cluster; /* valid until the zoom changes by a whole step; G_MAXUINT: none */
} SutraMapHit;

/* Nearest first within @slop pixels (a touch needs more than a pointer). FALSE: nothing there. */
gboolean sutra_map_pins_hit (SutraMapPins *self, const SutraViewport *viewport, double x, double y, double slop, SutraMapHit *hit);
/* The indices of the items of a cluster (transfer container, guint), heaviest first. */
GArray *sutra_map_pins_get_members (SutraMapPins *self, const SutraViewport *viewport, guint cluster);
/* Where item @i is shown: its own place, its place in a spread, or its cluster (@hit, optional). FALSE: outside of the viewport. */
gboolean sutra_map_pins_locate (SutraMapPins *self, const SutraViewport *viewport, guint i, double *x, double *y, SutraMapHit *hit);

typedef struct
{
  guint selected;      /* item, G_MAXUINT: none: drawn last, with a halo */
  guint hovered;       /* likewise */
  gboolean pin_labels; /* write the labels of single pins where there is room */
  PangoContext *context;
} SutraMapPinsLook;

/* Paints areas, circles, then pins; appends to @taken (SutraMapRect, nullable) what it covers. @world (nullable) for the areas. */
void sutra_map_pins_paint (SutraMapPins *self,
                           cairo_t *cr,
                           SutraWorld *world,
                           const SutraViewport *viewport,
                           const SutraMapStyle *style,
                           const SutraMapPinsLook *look,
                           GArray *taken);

/* The box of all items (areas with their countries). Empty if there are none. */
void sutra_map_pins_get_box (SutraMapPins *self, SutraWorld *world, SutraBox *box);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SutraMapPins, sutra_map_pins_free)

G_END_DECLS
