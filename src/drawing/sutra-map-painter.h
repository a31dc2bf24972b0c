/* sutra-map-painter.h: the map without anything on it
 *
 * Vector in, cairo out: the same code paints the widget's surface and the figure of a report. No state; any thread, with a cairo_t of its own.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <cairo.h>
#include <gio/gio.h>

#include "sutra-map-style.h"
#include "sutra-world.h"

G_BEGIN_DECLS

typedef enum
{
  SUTRA_MAP_PAINT_NO_CLAIMS = 1 << 0, /* leave the disputed borders out */
  SUTRA_MAP_PAINT_FINE = 1 << 1,      /* for paper: keep points that a screen would drop */
} SutraMapPaintFlags;

/* Paints sea, land, lakes, rivers and lines of @viewport into the rectangle (0, 0, width, height) of @cr, whose units are the viewport's pixels (scale @cr for HiDPI). The world repeats to both sides. Clips before cairo, whose coordinates overflow at deep zoom. @world NULL: plain ground with meridians and parallels.
 * FALSE if it was cancelled. */
gboolean sutra_map_paint (cairo_t *cr,
                          SutraWorld *world,
                          const SutraViewport *viewport,
                          const SutraMapStyle *style,
                          SutraMapPaintFlags flags,
                          GCancellable *cancellable);

/* Lights the countries @codes ("AF PK") up: fill and outline. */
void sutra_map_paint_area (cairo_t *cr,
                           SutraWorld *world,
                           const SutraViewport *viewport,
                           const SutraMapStyle *style,
                           const char *codes,
                           gboolean selected);

/* Draws the circle of @radius_m metres on the ground about @point (on the map no circle, far from the equator): the uncertainty of a pin. */
void sutra_map_paint_radius (cairo_t *cr, const SutraViewport *viewport, const SutraPoint *point, double radius_m, const SutraColor *color);

/* The scale bar and the arrow to the north at the bottom left, within @width pixels: a round length (1, 2, 5 · 10^n m or km) that holds at the viewport's centre, labelled in the UI's language and digits. Returns its height. */
double
sutra_map_paint_scale (cairo_t *cr, const SutraViewport *viewport, const SutraMapStyle *style, double x, double bottom, double width);
/* The same in @language ("bn" or another: then English) whatever the UI's; NULL: as above. */
double sutra_map_paint_scale_in (cairo_t *cr,
                                 const SutraViewport *viewport,
                                 const SutraMapStyle *style,
                                 const char *language,
                                 double x,
                                 double bottom,
                                 double width);

G_END_DECLS
