/* sutra-map-pins.h: pins, clusters and areas on the map
 *
 * Lays the items of a place list out at a zoom, says what lies where, and paints it. Shape, letter and colour by type: never colour alone. Filled: chosen; hollow: a candidate; a ring: an area; a dashed circle: the uncertainty. A cluster shows its count in the locale's
 * digits, parted by type in its ring. Areas and points never join in one cluster. Pins so near to each other that no zoom could part them are spread around their middle, up to SUTRA_MAP_SPREAD_MAX and where nothing else is in the way; else they stay one badge that lists them.
 *
 * Pins, badges and names are painted once each and kept as small pictures: a frame only puts them down.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <pango/pango.h>

#include "sutra-map-cluster.h"
#include "sutra-map-labels.h"
#include "sutra-map-pin-shape.h"
#include "sutra-place-list.h"

G_BEGIN_DECLS

#define SUTRA_MAP_SPREAD_MAX 12

typedef struct _SutraMapPins SutraMapPins;

/* @items are not copied and must outlive it. @styles (copied, @n_styles of them; an item of a type beyond them is grey). */
SutraMapPins *sutra_map_pins_new (const SutraPlaceItem *items, guint n_items, const SutraMapPinStyle *styles, guint n_styles);
void sutra_map_pins_free (SutraMapPins *self);

/* Lays pins out for the very zoom, not for the whole step below it: for a figure, which nobody zooms. Before anything else. */
void sutra_map_pins_set_exact (SutraMapPins *self, gboolean exact);

/* What is under a pixel: one item, or a cluster of several. */
typedef struct
{
  guint item;    /* index into items, G_MAXUINT for a cluster */
  guint cluster; /* valid until the zoom changes by a whole step; G_MAXUINT: none */
} SutraMapHit;

/* Nearest first within @slop pixels of its edge (a touch needs more than a pointer). FALSE: nothing there. */
gboolean sutra_map_pins_hit (SutraMapPins *self, const SutraViewport *viewport, double x, double y, double slop, SutraMapHit *hit);
/* The indices of the items of a cluster (transfer container, guint), heaviest first. */
GArray *sutra_map_pins_get_members (SutraMapPins *self, const SutraViewport *viewport, guint cluster);
/* The box of a cluster's items, and whether zooming in parts them. */
gboolean sutra_map_pins_can_part (SutraMapPins *self, const SutraViewport *viewport, guint cluster, SutraBox *box);
/* Where item @i is shown: its own place, its place in a spread, or its cluster (@hit, optional). FALSE: outside of the viewport (@x and @y are set all the same). */
gboolean sutra_map_pins_locate (SutraMapPins *self, const SutraViewport *viewport, guint i, double *x, double *y, SutraMapHit *hit);

/**
 * SutraMapPinsLook:
 * @selected: item, G_MAXUINT: none: drawn last, with a halo
 * @hovered: likewise
 * @pin_labels: write the labels of single pins where there is room (the selected and the hovered one have theirs always)
 * @context: (nullable): font; without it there is no text
 * @scale: device pixels for a pixel of the viewport, for the pictures that are kept; 0: 1
 * @vector: for paper: outlines in place of pictures, and every badge in full at once
 * @language: (nullable): "bn": counts in Bengali digits, others: in Latin ones; NULL: in those of the locale
 */
typedef struct
{
  guint selected;
  guint hovered;
  gboolean pin_labels;
  PangoContext *context;
  double scale;
  gboolean vector;
  const char *language;
} SutraMapPinsLook;

/* Paints areas, circles, then pins; appends to @taken (SutraMapRect, nullable) what it covers. @world NULL: no areas, as where sutra_map_pins_dup_areas() is painted into the surface below. FALSE: some badges were painted plainly because there were too many new ones for one frame: paint again. */
gboolean sutra_map_pins_paint (SutraMapPins *self,
                               cairo_t *cr,
                               SutraWorld *world,
                               const SutraViewport *viewport,
                               const SutraMapStyle *style,
                               const SutraMapPinsLook *look,
                               GArray *taken);

/* The codes of all countries that chosen items are ("AF IN PK", each once), for sutra_map_paint_area(); "" for none. (transfer full) */
char *sutra_map_pins_dup_areas (SutraMapPins *self);

/* The box of all items (areas with their countries). Empty if there are none. */
void sutra_map_pins_get_box (SutraMapPins *self, SutraWorld *world, SutraBox *box);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SutraMapPins, sutra_map_pins_free)

G_END_DECLS
