/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-map-painter.h"

#include <math.h>

#include "sutra-map-canvas.h"

/* Pixels. */
#define LEAST_POLYGON 0.7
#define LEAST_RIVER 20
#define SCREEN_TOLERANCE 0.6
#define PAPER_TOLERANCE 0.15

/* Paper has more dots for a point than a screen. */
#define PAPER_ZOOM 1.0

/* Lines between regions come up from one zoom to the other. */
#define REGION_ZOOM 4.0
#define REGION_ZOOM_FULL 6.5

/* Points of a path between two looks at the cancellable, and the most that one stroke has. */
#define CHUNK 4000

#define GRATICULE_GAP 110

static const double claim_dashes[] = { 4, 3 };

typedef struct
{
  SutraMapCanvas *canvas;
  SutraWorld *world;
  SutraWorldLevel level;
  double zoom;
  GCancellable *cancellable;
} Painting;

static gboolean
is_cancelled (const Painting *self)
{
  return self->cancellable != NULL && g_cancellable_is_cancelled (self->cancellable);
}

/* All land as one path: edges that two countries share leave no seam. */
static gboolean
fill (const Painting *self, SutraWorldKind kind, const SutraColor *color, const SutraColor *line, double width)
{
  cairo_t *cr = self->canvas->cr;
  guint n, since = 0;
  const SutraWorldShape *shapes = sutra_world_get_shapes (self->world, self->level, kind, &n);

  cairo_new_path (cr);
  for (int copy = self->canvas->first_copy; copy <= self->canvas->last_copy; copy++)
    for (guint i = 0; i < n; i++)
      {
        if (!sutra_map_canvas_shows (self->canvas, &shapes[i], copy, LEAST_POLYGON))
          continue;
        sutra_map_canvas_add_polygon (self->canvas, &shapes[i], copy);
        since += shapes[i].n_points;
        if (since < CHUNK)
          continue;
        since = 0;
        if (is_cancelled (self))
          return FALSE;
      }
  sutra_map_canvas_set_color (self->canvas, color);
  if (line == NULL)
    cairo_fill (cr);
  else
    {
      cairo_fill_preserve (cr);
      sutra_map_canvas_set_color (self->canvas, line);
      cairo_set_line_width (cr, width);
      cairo_stroke (cr);
    }
  return !is_cancelled (self);
}

static gboolean
stroke (const Painting *self, SutraWorldKind kind, const SutraColor *color, double width, double least)
{
  cairo_t *cr = self->canvas->cr;
  guint n, since = 0;
  const SutraWorldShape *shapes = sutra_world_get_shapes (self->world, self->level, kind, &n);

  sutra_map_canvas_set_color (self->canvas, color);
  cairo_set_line_width (cr, width);
  cairo_new_path (cr);
  for (int copy = self->canvas->first_copy; copy <= self->canvas->last_copy; copy++)
    for (guint i = 0; i < n; i++)
      {
        if (!sutra_map_canvas_shows (self->canvas, &shapes[i], copy, least))
          continue;
        sutra_map_canvas_add_line (self->canvas, &shapes[i], copy);
        since += shapes[i].n_points;
        if (since < CHUNK)
          continue;
        since = 0;
        cairo_stroke (cr);
        if (is_cancelled (self))
          return FALSE;
      }
  cairo_stroke (cr);
  return !is_cancelled (self);
}

static gboolean
stroke_claims (const Painting *self, const SutraColor *color)
{
  guint n;
  const SutraWorldShape *shapes = sutra_world_get_shapes (self->world, self->level, SUTRA_WORLD_DISPUTED, &n);

  sutra_map_canvas_set_color (self->canvas, color);
  cairo_set_line_width (self->canvas->cr, 1);
  for (int copy = self->canvas->first_copy; copy <= self->canvas->last_copy; copy++)
    for (guint i = 0; i < n; i++)
      if (sutra_map_canvas_shows (self->canvas, &shapes[i], copy, LEAST_POLYGON))
        sutra_map_canvas_stroke_dashed (self->canvas, &shapes[i], copy, claim_dashes, G_N_ELEMENTS (claim_dashes));
  return !is_cancelled (self);
}

static gboolean
stroke_regions (const Painting *self, const SutraColor *color)
{
  double share = CLAMP ((self->zoom - REGION_ZOOM) / (REGION_ZOOM_FULL - REGION_ZOOM), 0, 1);
  SutraColor faded = *color;

  if (share <= 0 || self->level != SUTRA_WORLD_FINE)
    return TRUE;
  faded.alpha *= (float) share;
  return stroke (self, SUTRA_WORLD_REGION, &faded, 0.5 + share * 0.3, 2);
}

/* Meridians and parallels, for a map that has nothing else. */
static void
stroke_graticule (SutraMapCanvas *canvas, const SutraViewport *viewport, const SutraColor *color)
{
  static const double steps[] = { 0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 15, 30 };
  double step = steps[G_N_ELEMENTS (steps) - 1], right = canvas->left + viewport->width / canvas->size;
  SutraMapPoint north = { 0, CLAMP (canvas->top, 0, 1) }, south = { 0, CLAMP (canvas->top + viewport->height / canvas->size, 0, 1) };
  SutraPoint from, to;

  for (guint i = G_N_ELEMENTS (steps); i > 0 && steps[i - 1] / 360 * canvas->size >= GRATICULE_GAP; i--)
    step = steps[i - 1];
  sutra_projection_inverse (&south, &from);
  sutra_projection_inverse (&north, &to);
  cairo_new_path (canvas->cr);
  for (double i = ceil (canvas->left * 360 / step); i * step / 360 <= right; i++)
    {
      const SutraMapPoint line[] = { { i * step / 360, north.y }, { i * step / 360, south.y } };

      sutra_map_canvas_add_line_points (canvas, line, 2, 0);
    }
  for (double i = ceil (from.latitude / step); i * step <= to.latitude; i++)
    {
      SutraPoint at = { i * step, 0 };
      SutraMapPoint line[2];

      sutra_projection_forward (&at, &line[0]);
      line[1].y = line[0].y;
      line[0].x = canvas->left;
      line[1].x = right;
      sutra_map_canvas_add_line_points (canvas, line, 2, 0);
    }
  sutra_map_canvas_set_color (canvas, color);
  cairo_set_line_width (canvas->cr, 0.7);
  cairo_stroke (canvas->cr);
}

static gboolean
paint_world (const Painting *self, const SutraMapStyle *style, SutraMapPaintFlags flags)
{
  return fill (self, SUTRA_WORLD_LAND, &style->land, NULL, 0) && stroke_regions (self, &style->region) &&
         stroke (self, SUTRA_WORLD_RIVER, &style->river, self->zoom < 5 ? 0.7 : 1, LEAST_RIVER) &&
         fill (self, SUTRA_WORLD_LAKE, &style->lake, &style->river, 0.6) &&
         ((flags & SUTRA_MAP_PAINT_NO_CLAIMS) != 0 || stroke_claims (self, &style->disputed)) &&
         stroke (self, SUTRA_WORLD_BORDER, &style->border, 1, LEAST_POLYGON) &&
         stroke (self, SUTRA_WORLD_COAST, &style->coast, 0.8, LEAST_POLYGON);
}

gboolean
sutra_map_paint (cairo_t *cr,
                 SutraWorld *world,
                 const SutraViewport *viewport,
                 const SutraMapStyle *style,
                 SutraMapPaintFlags flags,
                 GCancellable *cancellable)
{
  gboolean fine = (flags & SUTRA_MAP_PAINT_FINE) != 0;
  g_auto (SutraMapCanvas) canvas = { 0 };
  Painting painting;
  gboolean done = TRUE;

  g_return_val_if_fail (cr != NULL && viewport != NULL && style != NULL, FALSE);

  if (g_cancellable_is_cancelled (cancellable))
    return FALSE;
  sutra_map_canvas_init (&canvas, cr, viewport, fine ? PAPER_TOLERANCE : SCREEN_TOLERANCE);
  painting =
      (Painting){ &canvas, world, sutra_world_level_for_zoom (viewport->zoom + (fine ? PAPER_ZOOM : 0)), viewport->zoom, cancellable };
  cairo_save (cr);
  cairo_rectangle (cr, 0, 0, viewport->width, viewport->height);
  cairo_clip (cr);
  sutra_map_canvas_set_color (&canvas, &style->sea);
  cairo_paint (cr);
  cairo_set_fill_rule (cr, CAIRO_FILL_RULE_EVEN_ODD);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_BUTT);
  /* A mitre on a coast's sharp turn would be a spike. */
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_BEVEL);
  if (world != NULL)
    done = paint_world (&painting, style, flags);
  else
    stroke_graticule (&canvas, viewport, &style->coast);
  cairo_new_path (cr);
  cairo_restore (cr);
  return done;
}
