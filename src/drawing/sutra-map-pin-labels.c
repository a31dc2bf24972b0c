/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-map-pins-private.h"

#include <math.h>

/* More names than these are not read but only cover the map. */
#define MOST_NAMES 80
#define MOST_PINS 400

/* Names that are set anew in one frame. */
#define NEW_NAMES 4

/* Pixels between a pin and its name. */
#define GAP 1.0

static gboolean
is_free (GArray *taken, const SutraMapRect *rect)
{
  for (guint i = 0; i < taken->len; i++)
    {
      const SutraMapRect *other = &g_array_index (taken, SutraMapRect, i);

      if (rect->x < other->x + other->width && other->x < rect->x + rect->width && rect->y < other->y + other->height &&
          other->y < rect->y + rect->height)
        return FALSE;
    }
  return TRUE;
}

/* Right of the pin, left, below, above. */
static SutraMapRect
place (guint side, const SutraShown *shown, double radius, double width, double height)
{
  SutraMapRect rect = { shown->x + radius + GAP, shown->y - height / 2, width, height };

  if (side == 1)
    rect.x = shown->x - radius - GAP - width;
  else if (side > 1)
    {
      rect.x = shown->x - width / 2;
      rect.y = side == 2 ? shown->y + radius + GAP : shown->y - radius - GAP - height;
    }
  return rect;
}

typedef struct
{
  cairo_t *cr;
  const SutraMapPinsLook *look;
  const SutraPinLayout *layout;
  GArray *taken;
  guint budget;
  guint named;
  gboolean complete;
} Frame;

/* The name of @item by what shows it. @must: even where it covers something. */
static void
paint_one (SutraMapPins *self, Frame *frame, const SutraShown *shown, guint item, gboolean must)
{
  guint unbounded = 1;
  /* The halo of the selected one reaches further. */
  double radius = sutra_map_pins_radius_of (self, frame->layout, shown) + (must ? 5 : 0), width, height;
  g_autoptr (PangoLayout) label = NULL;
  const SutraSprite *sprite = NULL;
  SutraMapRect rect;
  guint side;

  if (frame->look->vector)
    label = sutra_map_pins_set_label (self, frame->layout, shown, &width, &height);
  else
    {
      sprite = sutra_map_sprites_label (self, item, must ? &unbounded : &frame->budget);
      if (sprite == NULL)
        {
          frame->complete = FALSE;
          return;
        }
      width = sprite->width;
      height = sprite->height;
    }
  for (side = 0; side < 4; side++)
    {
      rect = place (side, shown, radius, width, height);
      if (is_free (frame->taken, &rect))
        break;
    }
  if (side == 4)
    {
      if (!must)
        return;
      rect = place (0, shown, radius, width, height);
    }
  if (label != NULL)
    sutra_map_pins_draw_label (self, frame->cr, label, rect.x, rect.y);
  else
    sutra_map_sprite_put (self, frame->cr, sprite, rect.x, rect.y);
  g_array_append_val (frame->taken, rect);
  frame->named++;
}

static int
compare_pins (const SutraMapPins *self, const SutraShown *x, const SutraShown *y)
{
  guint32 first = self->items[x->item].count, second = self->items[y->item].count;

  if (first != second)
    return first > second ? -1 : 1;
  if (x->item != y->item)
    return x->item < y->item ? -1 : 1;
  return (x->x > y->x) - (x->x < y->x);
}

static int
compare_weights (gconstpointer a, gconstpointer b, gpointer data)
{
  const SutraShown *x = *(const SutraShown *const *) a, *y = *(const SutraShown *const *) b;
  gboolean badges = x->item == G_MAXUINT;

  /* Badges hold more than one: theirs come first, the fullest at the head, as clusters lie. */
  if (badges != (y->item == G_MAXUINT))
    return badges ? -1 : 1;
  if (badges)
    return x->cluster != y->cluster ? (x->cluster > y->cluster) - (x->cluster < y->cluster) : (x->x > y->x) - (x->x < y->x);
  return compare_pins (data, x, y);
}

/* The selected or hovered item, if it is this or in it; else G_MAXUINT. */
static guint
item_to_name (const SutraMapPins *self, const Frame *frame, const SutraShown *shown)
{
  const guint wanted[] = { frame->look->selected, frame->look->hovered };

  for (guint i = 0; i < G_N_ELEMENTS (wanted); i++)
    {
      if (wanted[i] >= self->n_items)
        continue;
      if (shown->item == wanted[i] || (shown->item == G_MAXUINT && !frame->look->vector && frame->layout->cluster_of != NULL &&
                                       frame->layout->cluster_of[wanted[i]] == shown->cluster))
        return wanted[i];
    }
  return G_MAXUINT;
}

gboolean
sutra_map_pins_paint_labels (SutraMapPins *self, cairo_t *cr, const SutraMapPinsLook *look, const SutraPinLayout *layout, GArray *taken)
{
  Frame frame = { .cr = cr, .look = look, .layout = layout, .taken = taken, .budget = NEW_NAMES, .complete = TRUE };
  g_autoptr (GPtrArray) others = g_ptr_array_new ();

  if (look->context == NULL)
    return TRUE;
  for (guint i = 0; i < self->shown->len; i++)
    {
      const SutraShown *shown = &g_array_index (self->shown, SutraShown, i);

      guint item = item_to_name (self, &frame, shown);

      /* Who can zoom or point needs no other names of badges. */
      if (item != G_MAXUINT)
        paint_one (self, &frame, shown, item, TRUE);
      else if (shown->item != G_MAXUINT || look->vector)
        g_ptr_array_add (others, (gpointer) shown);
    }
  if (!look->pin_labels || others->len > MOST_PINS)
    return TRUE;
  g_ptr_array_sort_with_data (others, compare_weights, self);
  for (guint i = 0; i < others->len && frame.named < MOST_NAMES; i++)
    {
      const SutraShown *shown = g_ptr_array_index (others, i);

      paint_one (self, &frame, shown, shown->item, FALSE);
    }
  return frame.complete;
}
