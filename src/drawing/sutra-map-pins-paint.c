/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-map-pins-private.h"

#include <math.h>

/* What lies outside but reaches in: spreads and names. */
#define MARGIN 96.0

/* Badges that are drawn anew in one frame. */
#define NEW_BADGES 16

/* Circles in one frame; smaller ones than the pin are hidden by it, larger ones than the map are no circle any more. */
#define MOST_CIRCLES 64
#define SMALLEST_CIRCLE 14.0

static void
set_color (cairo_t *cr, const SutraColor *color, double alpha)
{
  cairo_set_source_rgba (cr, color->red, color->green, color->blue, color->alpha * alpha);
}

static void
paint_areas (SutraMapPins *self, cairo_t *cr, SutraWorld *world, const SutraViewport *viewport, const SutraMapStyle *style, guint selected)
{
  g_autofree char *codes = sutra_map_pins_dup_areas (self);
  const char *own = selected < self->n_items ? self->items[selected].area : NULL;

  if (*codes != '\0')
    sutra_map_paint_area (cr, world, viewport, style, codes, FALSE);
  if (own != NULL && *own != '\0')
    sutra_map_paint_area (cr, world, viewport, style, own, TRUE);
}

static void
paint_circles (SutraMapPins *self, cairo_t *cr, const SutraViewport *viewport)
{
  double size = sutra_viewport_get_world_size (viewport);
  guint n = 0;

  for (guint i = 0; i < self->shown->len && n < MOST_CIRCLES; i++)
    {
      const SutraShown *shown = &g_array_index (self->shown, SutraShown, i);
      const SutraPlaceItem *item = shown->item != G_MAXUINT ? &self->items[shown->item] : NULL;
      double radius;

      if (item == NULL || !(item->radius_m > 0))
        continue;
      radius = item->radius_m / sutra_projection_get_parallel_m (CLAMP (item->point.latitude, -85, 85)) * size;
      if (radius < SMALLEST_CIRCLE || radius > 2 * MAX (viewport->width, viewport->height))
        continue;
      sutra_map_paint_radius (cr, viewport, &item->point, item->radius_m,
                              &self->styles[sutra_map_pins_type_of (self, shown->item)].style.line);
      n++;
    }
}

/* From the pins of a spread to where they are. */
static void
paint_leaders (SutraMapPins *self, cairo_t *cr, const SutraMapStyle *style)
{
  gboolean any = FALSE;

  cairo_new_path (cr);
  for (guint i = 0; i < self->shown->len; i++)
    {
      const SutraShown *shown = &g_array_index (self->shown, SutraShown, i);

      if (!shown->spread)
        continue;
      any = TRUE;
      cairo_move_to (cr, shown->from_x, shown->from_y);
      cairo_line_to (cr, shown->x, shown->y);
    }
  if (!any)
    return;
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  set_color (cr, &style->label_halo, 1);
  cairo_set_line_width (cr, 3.5);
  cairo_stroke_preserve (cr);
  set_color (cr, &style->city_label, 1);
  cairo_set_line_width (cr, 1.25);
  cairo_stroke (cr);
  for (guint i = 0; i < self->shown->len; i++)
    {
      const SutraShown *shown = &g_array_index (self->shown, SutraShown, i);

      if (!shown->spread)
        continue;
      cairo_new_sub_path (cr);
      cairo_arc (cr, shown->from_x, shown->from_y, 2.5, 0, 2 * G_PI);
    }
  cairo_fill (cr);
}

static void
paint_halo (cairo_t *cr, const SutraMapStyle *style, double x, double y, double radius, gboolean selected)
{
  cairo_new_path (cr);
  cairo_arc (cr, x, y, radius + (selected ? 4 : 3), 0, 2 * G_PI);
  set_color (cr, &style->selection, selected ? 0.28 : 0.2);
  cairo_fill_preserve (cr);
  set_color (cr, &style->label_halo, 1);
  cairo_set_line_width (cr, selected ? 5 : 3.5);
  cairo_stroke_preserve (cr);
  set_color (cr, &style->selection, 1);
  cairo_set_line_width (cr, selected ? 3 : 1.5);
  cairo_stroke (cr);
}

typedef struct
{
  cairo_t *cr;
  SutraPinLayout *layout;
  const SutraMapStyle *style;
  const SutraMapPinsLook *look;
  guint budget;
  gboolean complete;
} Frame;

static void
paint_shown (SutraMapPins *self, Frame *frame, const SutraShown *shown)
{
  const SutraSprite *sprite;

  if (frame->look->vector && shown->item != G_MAXUINT)
    {
      guint type = sutra_map_pins_type_of (self, shown->item);

      sutra_map_pin_draw (frame->cr, &self->styles[type], type, sutra_map_pins_flags_of (self, shown->item), NULL, self->context, shown->x,
                          shown->y);
      return;
    }
  if (frame->look->vector)
    {
      sutra_map_pins_draw_badge (self, frame->cr, frame->layout, shown->cluster, shown->x, shown->y);
      return;
    }
  if (shown->item != G_MAXUINT)
    sprite = sutra_map_sprites_pin (self, shown->item);
  else
    {
      sprite = sutra_map_sprites_badge (self, frame->layout, shown->cluster, &frame->budget);
      if (sprite == NULL)
        {
          sutra_map_sprites_put_plain_badge (self, frame->cr, frame->layout, shown->cluster, shown->x, shown->y);
          frame->complete = FALSE;
          return;
        }
    }
  sutra_map_sprite_put (self, frame->cr, sprite, shown->x, shown->y);
}

/* 0: below everything: areas, whose rings go around what is in them; then candidates, pins, badges. */
static guint
rank_of (SutraMapPins *self, const SutraShown *shown)
{
  SutraPinFlags flags;

  if (shown->item == G_MAXUINT)
    return 3;
  flags = sutra_map_pins_flags_of (self, shown->item);
  if (flags & SUTRA_PIN_AREA)
    return 0;
  return (flags & SUTRA_PIN_HOLLOW) ? 1 : 2;
}

/* Whether item @i is in it; @i may be G_MAXUINT. */
static gboolean
holds (SutraMapPins *self, const Frame *frame, const SutraShown *shown, guint i)
{
  if (i >= self->n_items)
    return FALSE;
  return shown->item != G_MAXUINT ? shown->item == i : frame->layout->cluster_of != NULL && frame->layout->cluster_of[i] == shown->cluster;
}

static void
paint_all (SutraMapPins *self, Frame *frame)
{
  const SutraMapPinsLook *look = frame->look;

  for (guint rank = 0; rank < 4; rank++)
    for (guint i = 0; i < self->shown->len; i++)
      {
        const SutraShown *shown = &g_array_index (self->shown, SutraShown, i);

        if (rank_of (self, shown) == rank && !holds (self, frame, shown, look->selected) && !holds (self, frame, shown, look->hovered))
          paint_shown (self, frame, shown);
      }
  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < self->shown->len; i++)
      {
        const SutraShown *shown = &g_array_index (self->shown, SutraShown, i);
        gboolean selected = holds (self, frame, shown, look->selected), hovered = holds (self, frame, shown, look->hovered);

        if (pass == 0 ? !hovered || selected : !selected)
          continue;
        paint_halo (frame->cr, frame->style, shown->x, shown->y, sutra_map_pins_radius_of (self, frame->layout, shown), selected);
        paint_shown (self, frame, shown);
      }
}

static void
add_taken (SutraMapPins *self, const SutraPinLayout *layout, GArray *taken)
{
  for (guint i = 0; i < self->shown->len; i++)
    {
      const SutraShown *shown = &g_array_index (self->shown, SutraShown, i);
      double radius = sutra_map_pins_radius_of (self, layout, shown);
      SutraMapRect rect = { shown->x - radius, shown->y - radius, 2 * radius, 2 * radius };

      g_array_append_val (taken, rect);
    }
}

gboolean
sutra_map_pins_paint (SutraMapPins *self,
                      cairo_t *cr,
                      SutraWorld *world,
                      const SutraViewport *viewport,
                      const SutraMapStyle *style,
                      const SutraMapPinsLook *look,
                      GArray *taken)
{
  Frame frame = { .cr = cr, .style = style, .look = look, .budget = NEW_BADGES, .complete = TRUE };
  g_autoptr (GArray) own = NULL;
  double x, y;

  if (self->n_items == 0)
    return TRUE;
  sutra_map_sprites_prepare (self, style, look);
  frame.layout = sutra_map_pins_get_layout (self, viewport->zoom);
  /* Fills cluster_of, which tells the badge that holds it. */
  if (look->selected < self->n_items)
    sutra_map_pins_locate (self, viewport, look->selected, &x, &y, NULL);
  if (look->hovered < self->n_items)
    sutra_map_pins_locate (self, viewport, look->hovered, &x, &y, NULL);
  cairo_save (cr);
  if (world != NULL)
    paint_areas (self, cr, world, viewport, style, look->selected);
  sutra_map_pins_collect (self, viewport, -MARGIN, -MARGIN, viewport->width + MARGIN, viewport->height + MARGIN);
  paint_circles (self, cr, viewport);
  paint_leaders (self, cr, style);
  paint_all (self, &frame);
  if (taken == NULL)
    taken = own = g_array_new (FALSE, FALSE, sizeof (SutraMapRect));
  add_taken (self, frame.layout, taken);
  frame.complete = sutra_map_pins_paint_labels (self, cr, look, frame.layout, taken) && frame.complete;
  cairo_restore (cr);
  return frame.complete;
}
