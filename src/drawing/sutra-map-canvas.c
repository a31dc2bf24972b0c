/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-map-canvas.h"

#include <math.h>

/* Wider than any line's half. */
#define MARGIN 4

/* A polygon is cut at the edges of the unit square; the data's steps are larger than this. */
#define EDGE 1e-7f

void
sutra_map_canvas_init (SutraMapCanvas *self, cairo_t *cr, const SutraViewport *viewport, double tolerance)
{
  double right;

  self->cr = cr;
  self->size = sutra_viewport_get_world_size (viewport);
  self->left = viewport->center.x - viewport->width / 2 / self->size;
  self->top = viewport->center.y - viewport->height / 2 / self->size;
  right = self->left + viewport->width / self->size;
  self->first_copy = (int) floor (self->left);
  self->last_copy = MAX ((int) ceil (right) - 1, self->first_copy);
  self->tolerance = tolerance;
  self->clip = (SutraClipRect){ -MARGIN, -MARGIN, viewport->width + MARGIN, viewport->height + MARGIN };
  self->points = g_array_new (FALSE, FALSE, sizeof (SutraMapPoint));
  self->clipped = g_array_new (FALSE, FALSE, sizeof (SutraMapPoint));
  self->pieces = g_array_new (FALSE, FALSE, sizeof (SutraClipPiece));
}

void
sutra_map_canvas_clear (SutraMapCanvas *self)
{
  g_clear_pointer (&self->points, g_array_unref);
  g_clear_pointer (&self->clipped, g_array_unref);
  g_clear_pointer (&self->pieces, g_array_unref);
}

/* x + copy first: where two copies meet, both give the same pixel. */
static double
pixel_x (const SutraMapCanvas *self, double x, int copy)
{
  return (x + copy - self->left) * self->size;
}

static double
pixel_y (const SutraMapCanvas *self, double y)
{
  return (y - self->top) * self->size;
}

static void
get_box (const SutraMapCanvas *self, const SutraWorldShape *shape, int copy, SutraClipRect *box)
{
  box->min_x = pixel_x (self, (double) shape->west, copy);
  box->max_x = pixel_x (self, (double) shape->east, copy);
  box->min_y = pixel_y (self, (double) shape->north);
  box->max_y = pixel_y (self, (double) shape->south);
}

static gboolean
is_whole (const SutraMapCanvas *self, const SutraWorldShape *shape, int copy)
{
  SutraClipRect box;

  get_box (self, shape, copy, &box);
  return box.min_x >= self->clip.min_x && box.max_x <= self->clip.max_x && box.min_y >= self->clip.min_y && box.max_y <= self->clip.max_y;
}

gboolean
sutra_map_canvas_shows (const SutraMapCanvas *self, const SutraWorldShape *shape, int copy, double least)
{
  SutraClipRect box;

  get_box (self, shape, copy, &box);
  return box.max_x >= self->clip.min_x && box.min_x <= self->clip.max_x && box.max_y >= self->clip.min_y && box.min_y <= self->clip.max_y &&
         MAX (box.max_x - box.min_x, box.max_y - box.min_y) >= least;
}

static SutraMapPoint *
points_of (GArray *array)
{
  return (SutraMapPoint *) (gpointer) array->data;
}

/* Puts the points into self->points, in pixels and thinned. */
static void
project (SutraMapCanvas *self, const SutraWorldPoint *points, guint n, int copy)
{
  SutraMapPoint *to;

  g_array_set_size (self->points, n);
  to = points_of (self->points);
  for (guint i = 0; i < n; i++)
    to[i] = (SutraMapPoint){ pixel_x (self, (double) points[i].x, copy), pixel_y (self, (double) points[i].y) };
  g_array_set_size (self->points, sutra_clip_thin (to, n, self->tolerance));
}

static void
project_exact (SutraMapCanvas *self, const SutraMapPoint *points, guint n, int copy)
{
  SutraMapPoint *to;

  g_array_set_size (self->points, n);
  to = points_of (self->points);
  for (guint i = 0; i < n; i++)
    to[i] = (SutraMapPoint){ pixel_x (self, points[i].x, copy), pixel_y (self, points[i].y) };
}

static void
add_path (SutraMapCanvas *self, const SutraMapPoint *points, guint n)
{
  for (guint i = 0; i < n; i++)
    if (i == 0)
      cairo_move_to (self->cr, points[i].x, points[i].y);
    else
      cairo_line_to (self->cr, points[i].x, points[i].y);
}

static void
add_ring (SutraMapCanvas *self, gboolean whole)
{
  GArray *ring = self->points;

  if (!whole)
    {
      g_array_set_size (self->clipped, 0);
      sutra_clip_ring (points_of (self->points), self->points->len, &self->clip, self->clipped);
      ring = self->clipped;
    }
  if (ring->len < 3)
    return;
  add_path (self, points_of (ring), ring->len);
  cairo_close_path (self->cr);
}

static void
add_line (SutraMapCanvas *self, gboolean whole)
{
  guint at = 0;

  if (whole)
    {
      add_path (self, points_of (self->points), self->points->len);
      return;
    }
  g_array_set_size (self->clipped, 0);
  g_array_set_size (self->pieces, 0);
  sutra_clip_line (points_of (self->points), self->points->len, &self->clip, self->clipped, self->pieces);
  for (guint i = 0; i < self->pieces->len; i++)
    {
      const SutraClipPiece *piece = &g_array_index (self->pieces, SutraClipPiece, i);

      add_path (self, points_of (self->clipped) + at, piece->end - at);
      at = piece->end;
    }
}

void
sutra_map_canvas_add_polygon (SutraMapCanvas *self, const SutraWorldShape *shape, int copy)
{
  gboolean whole = is_whole (self, shape, copy);
  guint start = 0;

  for (guint i = 0; i < shape->n_rings; i++)
    {
      project (self, shape->points + start, shape->ring_ends[i] - start, copy);
      add_ring (self, whole);
      start = shape->ring_ends[i];
    }
}

void
sutra_map_canvas_add_line (SutraMapCanvas *self, const SutraWorldShape *shape, int copy)
{
  project (self, shape->points, shape->n_points, copy);
  add_line (self, is_whole (self, shape, copy));
}

static gboolean
is_cut (const SutraWorldPoint *a, const SutraWorldPoint *b)
{
  return (a->x <= EDGE && b->x <= EDGE) || (a->x >= 1 - EDGE && b->x >= 1 - EDGE) || (a->y <= EDGE && b->y <= EDGE) ||
         (a->y >= 1 - EDGE && b->y >= 1 - EDGE);
}

void
sutra_map_canvas_add_outline (SutraMapCanvas *self, const SutraWorldShape *shape, int copy)
{
  gboolean whole = is_whole (self, shape, copy);
  guint start = 0;

  for (guint i = 0; i < shape->n_rings; i++)
    {
      guint from = start, end = shape->ring_ends[i];

      for (guint at = start + 1; at <= end; at++)
        {
          if (at < end && !is_cut (&shape->points[at - 1], &shape->points[at]))
            continue;
          if (at - from > 1)
            {
              project (self, shape->points + from, at - from, copy);
              add_line (self, whole);
            }
          from = at;
        }
      start = end;
    }
}

void
sutra_map_canvas_stroke_dashed (SutraMapCanvas *self, const SutraWorldShape *shape, int copy, const double *dashes, guint n_dashes)
{
  guint at = 0;

  project (self, shape->points, shape->n_points, copy);
  g_array_set_size (self->clipped, 0);
  g_array_set_size (self->pieces, 0);
  sutra_clip_line (points_of (self->points), self->points->len, &self->clip, self->clipped, self->pieces);
  for (guint i = 0; i < self->pieces->len; i++)
    {
      const SutraClipPiece *piece = &g_array_index (self->pieces, SutraClipPiece, i);
      double period = 0;

      for (guint j = 0; j < n_dashes; j++)
        period += dashes[j];
      cairo_set_dash (self->cr, dashes, (int) n_dashes, fmod (piece->start, period));
      add_path (self, points_of (self->clipped) + at, piece->end - at);
      cairo_stroke (self->cr);
      at = piece->end;
    }
  cairo_set_dash (self->cr, NULL, 0, 0);
}

void
sutra_map_canvas_add_ring_points (SutraMapCanvas *self, const SutraMapPoint *points, guint n, int copy)
{
  project_exact (self, points, n, copy);
  add_ring (self, FALSE);
}

void
sutra_map_canvas_add_line_points (SutraMapCanvas *self, const SutraMapPoint *points, guint n, int copy)
{
  project_exact (self, points, n, copy);
  add_line (self, FALSE);
}

void
sutra_map_canvas_set_color (SutraMapCanvas *self, const SutraColor *color)
{
  cairo_set_source_rgba (self->cr, (double) color->red, (double) color->green, (double) color->blue, (double) color->alpha);
}
