/* What lies on the map without being a part of it: areas and circles of uncertainty.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "sutra-map-painter.h"

#include <math.h>
#include <string.h>

#include "sutra-map-canvas.h"

#define AREA_LINE 1.2
#define SELECTED_LINE 2.0
#define TOLERANCE 0.6

/* How far from the circle a chord of what is drawn may be, in pixels. */
#define CHORD 0.25
#define LEAST_POINTS 48
#define MOST_POINTS 4096

/* At a pole itself all bearings are the same. */
#define POLE 89.999

#define CIRCLE_FILL 0.14
static const double circle_dashes[] = { 4, 3 };

static gboolean
is_listed (const char *codes, const char *country)
{
  gsize length = strlen (country);

  for (const char *at = codes; length > 0 && (at = strstr (at, country)) != NULL; at += length)
    if ((at == codes || at[-1] == ' ') && (at[length] == '\0' || at[length] == ' '))
      return TRUE;
  return FALSE;
}

static void
add_area (SutraMapCanvas *canvas,
          SutraWorld *world,
          SutraWorldLevel level,
          const char *codes,
          void (*add) (SutraMapCanvas *, const SutraWorldShape *, int))
{
  guint n;
  const SutraWorldShape *shapes = sutra_world_get_shapes (world, level, SUTRA_WORLD_LAND, &n);

  for (guint i = 0; i < n; i++)
    {
      if (!is_listed (codes, shapes[i].country))
        continue;
      for (int copy = canvas->first_copy; copy <= canvas->last_copy; copy++)
        if (sutra_map_canvas_shows (canvas, &shapes[i], copy, TOLERANCE))
          add (canvas, &shapes[i], copy);
    }
}

void
sutra_map_paint_area (cairo_t *cr,
                      SutraWorld *world,
                      const SutraViewport *viewport,
                      const SutraMapStyle *style,
                      const char *codes,
                      gboolean selected)
{
  g_auto (SutraMapCanvas) canvas = { 0 };
  SutraWorldLevel level;
  SutraColor color;

  g_return_if_fail (cr != NULL && viewport != NULL && style != NULL);

  if (world == NULL || codes == NULL)
    return;
  level = sutra_world_level_for_zoom (viewport->zoom);
  sutra_map_canvas_init (&canvas, cr, viewport, TOLERANCE);
  cairo_save (cr);
  cairo_rectangle (cr, 0, 0, viewport->width, viewport->height);
  cairo_clip (cr);
  cairo_set_fill_rule (cr, CAIRO_FILL_RULE_EVEN_ODD);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  add_area (&canvas, world, level, codes, sutra_map_canvas_add_polygon);
  color = style->area_fill;
  if (selected)
    color = (SutraColor){ style->selection.red, style->selection.green, style->selection.blue, MIN (1.0f, style->area_fill.alpha * 1.5f) };
  sutra_map_canvas_set_color (&canvas, &color);
  cairo_fill (cr);
  add_area (&canvas, world, level, codes, sutra_map_canvas_add_outline);
  sutra_map_canvas_set_color (&canvas, selected ? &style->selection : &style->area_line);
  cairo_set_line_width (cr, selected ? SELECTED_LINE : AREA_LINE);
  cairo_stroke (cr);
  cairo_restore (cr);
}

/* The circle as a line of the unit square, closed, x running on where it crosses the antimeridian. Returns how often it runs around the world: -1, 0, 1. */
static int
trace (const SutraPoint *point, double radius_m, guint n, GArray *line)
{
  SutraPoint center = { CLAMP (point->latitude, -POLE, POLE), point->longitude };
  double turn;

  for (guint i = 0; i <= n; i++)
    {
      SutraPoint at;
      SutraMapPoint to;

      sutra_point_travel (&center, 360.0 * i / n, radius_m, &at);
      sutra_projection_forward (&at, &to);
      if (i > 0)
        to.x += round (g_array_index (line, SutraMapPoint, i - 1).x - to.x);
      g_array_append_val (line, to);
    }
  turn = g_array_index (line, SutraMapPoint, n).x - g_array_index (line, SutraMapPoint, 0).x;
  return (int) round (turn);
}

/* What the circle @line holds, as rings. */
static void
add_inside (SutraMapCanvas *canvas, const SutraPoint *point, double radius_m, int turn, GArray *line, int copy)
{
  double angle = radius_m / SUTRA_EARTH_RADIUS_M * 180 / G_PI;
  gboolean north = angle > 90 - point->latitude, south = angle > 90 + point->latitude;
  guint n = line->len;

  if (turn != 0)
    {
      /* Along the edge of the map, as near to the pole as it goes. */
      double edge = north && (!south || point->latitude > 0) ? 0 : 1;
      SutraMapPoint corner = { g_array_index (line, SutraMapPoint, n - 1).x, edge };

      g_array_append_val (line, corner);
      corner.x = g_array_index (line, SutraMapPoint, 0).x;
      g_array_append_val (line, corner);
    }
  else if (north && south)
    {
      /* All but what lies around the other side of the earth. */
      double x = g_array_index (line, SutraMapPoint, 0).x;
      const SutraMapPoint all[] = { { x, 0 }, { x + 1, 0 }, { x + 1, 1 }, { x, 1 } };

      sutra_map_canvas_add_ring_points (canvas, all, G_N_ELEMENTS (all), copy);
    }
  sutra_map_canvas_add_ring_points (canvas, (gconstpointer) line->data, line->len, copy);
  g_array_set_size (line, n);
}

void
sutra_map_paint_radius (cairo_t *cr, const SutraViewport *viewport, const SutraPoint *point, double radius_m, const SutraColor *color)
{
  g_auto (SutraMapCanvas) canvas = { 0 };
  g_autoptr (GArray) line = NULL;
  double pixels;
  guint n;
  int turn;

  g_return_if_fail (cr != NULL && viewport != NULL && point != NULL && color != NULL);

  /* Nothing on earth is farther away than half its girth. */
  if (!sutra_point_is_valid (point) || !(radius_m > 0))
    return;
  radius_m = MIN (radius_m, G_PI * SUTRA_EARTH_RADIUS_M * 0.9999);
  sutra_map_canvas_init (&canvas, cr, viewport, 0);
  pixels = radius_m / sutra_projection_get_parallel_m (CLAMP (point->latitude, -80, 80)) * canvas.size;
  n = (guint) CLAMP (G_PI * sqrt (pixels / (2 * CHORD)), LEAST_POINTS, MOST_POINTS);
  line = g_array_sized_new (FALSE, FALSE, sizeof (SutraMapPoint), n + 3);
  turn = trace (point, radius_m, n, line);
  cairo_save (cr);
  cairo_rectangle (cr, 0, 0, viewport->width, viewport->height);
  cairo_clip (cr);
  cairo_set_fill_rule (cr, CAIRO_FILL_RULE_EVEN_ODD);
  cairo_new_path (cr);
  /* The line may reach into the copies beside its own. */
  for (int copy = canvas.first_copy - 1; copy <= canvas.last_copy + 1; copy++)
    add_inside (&canvas, point, radius_m, turn, line, copy);
  cairo_set_source_rgba (cr, (double) color->red, (double) color->green, (double) color->blue, (double) color->alpha * CIRCLE_FILL);
  cairo_fill (cr);
  for (int copy = canvas.first_copy - 1; copy <= canvas.last_copy + 1; copy++)
    sutra_map_canvas_add_line_points (&canvas, (gconstpointer) line->data, line->len, copy);
  sutra_map_canvas_set_color (&canvas, color);
  cairo_set_line_width (cr, 1.25);
  cairo_set_dash (cr, circle_dashes, G_N_ELEMENTS (circle_dashes), 0);
  cairo_stroke (cr);
  cairo_restore (cr);
}
