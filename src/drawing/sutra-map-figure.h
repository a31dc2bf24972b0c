/* sutra-map-figure.h: the map as a picture for a report
 *
 * The same painters as the widget's, fitted to the items, with a legend of what is on it, scale, attribution and, where claims are drawn, the sentence that goes with them. Vector; in an SVG all names stand as text besides the outlines that cairo draws, so that they are found. A figure speaks its own
 * language, not the UI's: it goes to other readers.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sutra-map-pins.h"

G_BEGIN_DECLS

typedef enum
{
  SUTRA_FIGURE_SVG,
  SUTRA_FIGURE_PDF,
  SUTRA_FIGURE_PNG,
} SutraFigureFormat;

#define SUTRA_FIGURE_MIN_SIZE 200
#define SUTRA_FIGURE_MAX_SIZE 14400

/**
 * SutraMapFigure:
 * @width, @height: points (1/72 inch) of an SVG or PDF; pixels of a PNG. Of a map lower than 256 the poles may be cut off
 * @title: (nullable)
 * @names: (nullable) for each style the type's name, for the legend; without it, or where one is NULL, the legend leaves it out
 * @box: (nullable) what to show; NULL: all items
 * @language: (nullable) of labels, legend and numbers: "bn" or another, then English
 */
typedef struct
{
  const SutraPlaceItem *items;
  guint n_items;
  const SutraMapPinStyle *styles;
  const char *const *names;
  guint n_styles;
  const SutraBox *box;
  const char *title;
  const char *language;
  double width, height;
  SutraTheme theme;
  gboolean no_claims;
} SutraMapFigure;

/* @world and @gazetteer nullable: then the pins stand on plain ground with a graticule. The same input gives the same bytes. INVALID for a size that is out of bounds. (transfer full) */
GBytes *sutra_map_figure_render (const SutraMapFigure *self,
                                 SutraWorld *world,
                                 SutraGazetteer *gazetteer,
                                 SutraFigureFormat format,
                                 GError **error);

/* Paints it into @cr, for a page of a report. */
void sutra_map_figure_paint (const SutraMapFigure *self, cairo_t *cr, SutraWorld *world, SutraGazetteer *gazetteer);

/* What a stock type is called in a figure's language; NULL for other slugs (static). */
const char *sutra_map_figure_get_type_name (const char *slug, const char *language);

G_END_DECLS
