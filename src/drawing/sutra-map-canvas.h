/* sutra-map-canvas.h: shapes of the world as paths of cairo, in the pixels of a viewport
 *
 * Between the painter and cairo: puts each shape where the viewport shows it, drops points that make no difference, and cuts off what lies outside, because cairo's coordinates overflow at deep zoom.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <cairo.h>

#include "sutra-clip.h"
#include "sutra-type-style.h"
#include "sutra-world.h"

G_BEGIN_DECLS

/**
 * SutraMapCanvas:
 * @size: pixels for the width of the world
 * @left, @top: of the viewport in the unit square; the world repeats, so @left may be any number
 * @first_copy, @last_copy: the copies of the world that the viewport shows; copy 0 is the one from x = 0 to 1
 * @clip: the viewport and a little around it, in pixels: what runs along its edge is not seen
 */
typedef struct
{
  cairo_t *cr;
  double size;
  double left, top;
  int first_copy, last_copy;
  double tolerance;
  SutraClipRect clip;
  GArray *points;
  GArray *clipped;
  GArray *pieces;
} SutraMapCanvas;

/* @tolerance: pixels: nearer points are dropped. */
void sutra_map_canvas_init (SutraMapCanvas *self, cairo_t *cr, const SutraViewport *viewport, double tolerance);
void sutra_map_canvas_clear (SutraMapCanvas *self);

/* Whether the box of @shape in @copy touches the viewport and is at least @least pixels wide or high. */
gboolean sutra_map_canvas_shows (const SutraMapCanvas *self, const SutraWorldShape *shape, int copy, double least);

/* Appends to the path of cairo: the rings of a polygon, for a fill by the even-odd rule. */
void sutra_map_canvas_add_polygon (SutraMapCanvas *self, const SutraWorldShape *shape, int copy);
/* Appends a line to the path. */
void sutra_map_canvas_add_line (SutraMapCanvas *self, const SutraWorldShape *shape, int copy);
/* Appends the outline of a polygon, but not where it was cut at the edges of the unit square. */
void sutra_map_canvas_add_outline (SutraMapCanvas *self, const SutraWorldShape *shape, int copy);
/* Strokes a line at once, with dashes that begin at the line's own start: they stay where they are while the map moves. */
void sutra_map_canvas_stroke_dashed (SutraMapCanvas *self, const SutraWorldShape *shape, int copy, const double *dashes, guint n_dashes);

/* The same for points of the unit square, x of any copy. */
void sutra_map_canvas_add_ring_points (SutraMapCanvas *self, const SutraMapPoint *points, guint n, int copy);
void sutra_map_canvas_add_line_points (SutraMapCanvas *self, const SutraMapPoint *points, guint n, int copy);

void sutra_map_canvas_set_color (SutraMapCanvas *self, const SutraColor *color);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SutraMapCanvas, sutra_map_canvas_clear)

G_END_DECLS
