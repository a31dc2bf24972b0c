/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-map-labels.h"

#include <math.h>
#include <pango/pangocairo.h>

#include "sutra-map-label-index.h"

/* Pixels. */
#define ROW 32
#define OUTSIDE 60
#define GAP 2
#define REGION_GAP 10
#define HALO 3.0
#define DOT 2.2
#define CAPITAL_DOT 3.0
#define BESIDE 3

/* A country's name may be wider than the country by this. */
#define COUNTRY_FIT 1.4
#define LEAST_COUNTRY 14

/* How many of the next names a city's makes room for. */
#define LOOK_AHEAD 80

#define MOST_SHOWN 300
#define MOST_KEPT 500
#define DEFAULT_SIZE (11 * PANGO_SCALE)

/* A line of at most so many ems. */
#define LINE_EMS 9

typedef struct
{
  PangoLayout *layout;
  cairo_surface_t *picture; /* (nullable) */
  double x;                 /* where the letters begin within the layout */
  double width, height;
  guint64 used;
} Name;

typedef struct
{
  const SutraMapLabelEntry *entry;
  double x, y;
} Candidate;

struct _SutraMapLabels
{
  PangoContext *context;
  SutraGazetteer *gazetteer; /* (nullable) */
  SutraMapLabelIndex *index; /* (nullable) */
  gboolean bengali;
  guint budget;

  GHashTable *names; /* place and size → Name */
  guint64 frame;
  const SutraMapStyle *style; /* of the pictures */
  double scale;

  GArray *candidates; /* Candidate */
  GPtrArray *rows;    /* of SutraMapRect: what is taken in each strip of ROW pixels */
  GArray *shown;      /* SutraMapLabel */
  GArray *kinds;      /* SutraMapLabelKind of each */
  GPtrArray *painted; /* Name of each */
};

/* One paint. */
typedef struct
{
  SutraMapLabels *labels;
  const SutraViewport *viewport;
  double size, left, top;
  guint spent;
  gboolean complete;
} Placing;

static void
name_free (Name *self)
{
  g_object_unref (self->layout);
  g_clear_pointer (&self->picture, cairo_surface_destroy);
  g_free (self);
}

/* Taken places */

static void
take (Placing *self, const SutraMapRect *rect)
{
  GPtrArray *rows = self->labels->rows;
  int last = (int) rows->len - 1;
  int from = CLAMP ((int) floor (rect->y / ROW), 0, last), to = CLAMP ((int) floor ((rect->y + rect->height) / ROW), 0, last);

  for (int row = from; row <= to; row++)
    g_array_append_vals (g_ptr_array_index (rows, (guint) row), rect, 1);
}

static gboolean
is_free (Placing *self, const SutraMapRect *rect, double gap)
{
  GPtrArray *rows = self->labels->rows;
  int last = (int) rows->len - 1;
  int from = CLAMP ((int) floor ((rect->y - gap) / ROW), 0, last), to = CLAMP ((int) floor ((rect->y + rect->height + gap) / ROW), 0, last);

  for (int row = from; row <= to; row++)
    {
      GArray *taken = g_ptr_array_index (rows, (guint) row);

      for (guint i = 0; i < taken->len; i++)
        {
          const SutraMapRect *other = &g_array_index (taken, SutraMapRect, i);

          if (rect->x - gap < other->x + other->width && other->x < rect->x + rect->width + gap &&
              rect->y - gap < other->y + other->height && other->y < rect->y + rect->height + gap)
            return FALSE;
        }
    }
  return TRUE;
}

static void
begin_rows (Placing *self, GArray *taken)
{
  GPtrArray *rows = self->labels->rows;
  guint n = (guint) MAX (self->viewport->height, 1) / ROW + 1;

  while (rows->len < n)
    g_ptr_array_add (rows, g_array_new (FALSE, FALSE, sizeof (SutraMapRect)));
  g_ptr_array_set_size (rows, (int) n);
  for (guint i = 0; i < n; i++)
    g_array_set_size (g_ptr_array_index (rows, i), 0);
  for (guint i = 0; taken != NULL && i < taken->len; i++)
    take (self, &g_array_index (taken, SutraMapRect, i));
}

/* Names */

/* The wider a country is, the larger its name. */
static guint
step_for (const Placing *self, const SutraMapLabelEntry *entry)
{
  double width = (double) entry->width * self->size;

  return width < 120 ? 0 : width < 400 ? 1 : 2;
}

static double
size_for (SutraMapLabelKind kind, guint step)
{
  static const double countries[] = { 0.85, 1.0, 1.15 };

  switch (kind)
    {
    case SUTRA_LABEL_COUNTRY:
      return countries[step];
    case SUTRA_LABEL_CAPITAL:
      return 0.9;
    case SUTRA_LABEL_REGION:
      return 0.8;
    case SUTRA_LABEL_CITY:
    case SUTRA_LABEL_WATER:
    default:
      return 0.85;
    }
}

static PangoLayout *
new_layout (SutraMapLabels *self, const char *text, SutraMapLabelKind kind, guint step)
{
  PangoLayout *layout = pango_layout_new (self->context);
  const PangoFontDescription *base = pango_context_get_font_description (self->context);
  PangoFontDescription *font = base != NULL ? pango_font_description_copy (base) : pango_font_description_new ();
  gboolean latin = g_utf8_get_char (text) < 0x900;
  int size = pango_font_description_get_size (font);
  gboolean absolute = pango_font_description_get_size_is_absolute (font);
  double own = (size > 0 ? size : DEFAULT_SIZE) * size_for (kind, step);

  if (absolute)
    pango_font_description_set_absolute_size (font, own);
  else
    pango_font_description_set_size (font, (int) own);
  pango_font_description_set_weight (font, kind == SUTRA_LABEL_COUNTRY ? PANGO_WEIGHT_MEDIUM : PANGO_WEIGHT_NORMAL);
  if (kind == SUTRA_LABEL_WATER && latin)
    pango_font_description_set_style (font, PANGO_STYLE_ITALIC);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  pango_layout_set_text (layout, text, -1);
  pango_layout_set_alignment (layout, PANGO_ALIGN_CENTER);
  if (kind == SUTRA_LABEL_COUNTRY || kind == SUTRA_LABEL_WATER || kind == SUTRA_LABEL_REGION)
    {
      pango_layout_set_wrap (layout, PANGO_WRAP_WORD);
      pango_layout_set_width (layout, (int) (own * LINE_EMS * (absolute ? 1 : 96.0 / 72)));
      pango_layout_set_line_spacing (layout, 0.95f);
    }
  /* Letters that join are not spaced. */
  if (latin && kind == SUTRA_LABEL_COUNTRY)
    {
      PangoAttrList *attributes = pango_attr_list_new ();

      pango_attr_list_insert (attributes, pango_attr_letter_spacing_new (PANGO_SCALE));
      pango_layout_set_attributes (layout, attributes);
      pango_attr_list_unref (attributes);
    }
  return layout;
}

static const char *
text_of (SutraMapLabels *self, guint i)
{
  SutraPlace place;

  sutra_gazetteer_get_place (self->gazetteer, i, &place);
  return self->bengali && place.name != NULL ? place.name : place.name_latin;
}

/* NULL: it has none, or it is new and the budget is spent. */
static Name *
get_name (Placing *self, const SutraMapLabelEntry *entry)
{
  SutraMapLabels *labels = self->labels;
  guint step = entry->kind == SUTRA_LABEL_COUNTRY ? step_for (self, entry) : 0;
  gpointer key = GUINT_TO_POINTER (entry->place * 4 + step + 1);
  Name *name = g_hash_table_lookup (labels->names, key);
  PangoRectangle logical;
  const char *text;

  if (name == NULL)
    {
      text = text_of (labels, entry->place);
      if (text == NULL || *text == '\0')
        return NULL;
      if (labels->budget > 0 && self->spent >= labels->budget)
        {
          self->complete = FALSE;
          return NULL;
        }
      self->spent++;
      name = g_new0 (Name, 1);
      name->layout = new_layout (labels, text, entry->kind, step);
      pango_layout_get_pixel_extents (name->layout, NULL, &logical);
      name->x = logical.x;
      name->width = logical.width;
      name->height = logical.height;
      g_hash_table_insert (labels->names, key, name);
    }
  name->used = labels->frame;
  return name;
}

/* Placing */

static gboolean
is_city (const SutraMapLabelEntry *entry)
{
  return entry->kind == SUTRA_LABEL_CAPITAL || entry->kind == SUTRA_LABEL_CITY;
}

static gboolean
is_whole (const Placing *self, const SutraMapRect *rect)
{
  return rect->x >= 0 && rect->y >= 0 && rect->x + rect->width <= self->viewport->width && rect->y + rect->height <= self->viewport->height;
}

static void
show (Placing *self, const Candidate *candidate, Name *name, const SutraMapRect *rect, const SutraMapRect *dot)
{
  SutraMapLabels *labels = self->labels;
  SutraMapLabel label = { text_of (labels, candidate->entry->place), *rect, *dot };

  take (self, rect);
  if (dot->width > 0)
    take (self, dot);
  /* What the edge cuts keeps its place, so that its neighbours stay where they are when it comes in. */
  if (!is_whole (self, rect) || !is_whole (self, dot))
    return;
  g_array_append_val (labels->shown, label);
  g_array_append_val (labels->kinds, candidate->entry->kind);
  g_ptr_array_add (labels->painted, name);
}

/* Whether the name would lie on a city that comes after candidate @i. */
static gboolean
covers_next (Placing *self, guint i, const SutraMapRect *rect)
{
  GArray *candidates = self->labels->candidates;

  for (guint k = i + 1; k < MIN (candidates->len, i + LOOK_AHEAD); k++)
    {
      const Candidate *next = &g_array_index (candidates, Candidate, k);

      if (is_city (next->entry) && next->x > rect->x - BESIDE && next->x < rect->x + rect->width + BESIDE && next->y > rect->y - BESIDE &&
          next->y < rect->y + rect->height + BESIDE)
        return TRUE;
    }
  return FALSE;
}

/* Right, left, above, below. */
static SutraMapRect
rect_beside (const Candidate *candidate, const Name *name, double radius, guint side)
{
  double reach = radius + BESIDE;
  SutraMapRect rect = { candidate->x + reach, round (candidate->y - name->height / 2), name->width, name->height };

  if (side == 1)
    rect.x = candidate->x - reach - name->width;
  else if (side > 1)
    {
      rect.x = candidate->x - name->width / 2;
      rect.y = side == 2 ? floor (candidate->y - radius - name->height) : ceil (candidate->y + radius);
    }
  rect.x = round (rect.x);
  return rect;
}

static void
place_city (Placing *self, guint i)
{
  const Candidate *candidate = &g_array_index (self->labels->candidates, Candidate, i);
  double radius = candidate->entry->kind == SUTRA_LABEL_CAPITAL ? CAPITAL_DOT : DOT;
  SutraMapRect dot = { candidate->x - radius, candidate->y - radius, 2 * radius, 2 * radius };
  Name *name;

  if (!is_free (self, &dot, GAP) || (name = get_name (self, candidate->entry)) == NULL)
    return;
  /* First where it leaves its neighbours room, else where there is any. */
  for (guint pass = 0; pass < 2; pass++)
    for (guint side = 0; side < 4; side++)
      {
        SutraMapRect rect = rect_beside (candidate, name, radius, side);

        if (!is_free (self, &rect, GAP) || (pass == 0 && covers_next (self, i, &rect)))
          continue;
        show (self, candidate, name, &rect, &dot);
        return;
      }
}

static void
place_area (Placing *self, const Candidate *candidate)
{
  const SutraMapLabelEntry *entry = candidate->entry;
  double room = (double) entry->width * self->size * COUNTRY_FIT;
  const SutraMapRect no_dot = { 0, 0, 0, 0 };
  SutraMapRect rect;
  Name *name;

  if (entry->kind == SUTRA_LABEL_COUNTRY && entry->width > 0 && room < LEAST_COUNTRY)
    return;
  name = get_name (self, entry);
  if (name == NULL || (entry->kind == SUTRA_LABEL_COUNTRY && entry->width > 0 && name->width > room))
    return;
  rect = (SutraMapRect){ round (candidate->x - name->width / 2), round (candidate->y - name->height / 2), name->width, name->height };
  if (is_free (self, &rect, entry->kind == SUTRA_LABEL_REGION ? REGION_GAP : GAP))
    show (self, candidate, name, &rect, &no_dot);
}

static void
found_cb (const SutraMapLabelEntry *entry, int copy, gpointer data)
{
  Placing *self = data;
  Candidate candidate = { entry, ((double) entry->x + copy - self->left) * self->size, ((double) entry->y - self->top) * self->size };

  if (candidate.x > -OUTSIDE && candidate.x < self->viewport->width + OUTSIDE && candidate.y > -OUTSIDE &&
      candidate.y < self->viewport->height + OUTSIDE)
    g_array_append_val (self->labels->candidates, candidate);
}

static int
compare_candidates (gconstpointer a, gconstpointer b)
{
  const Candidate *x = a, *y = b;

  if (x->entry->rank != y->entry->rank)
    return x->entry->rank < y->entry->rank ? -1 : 1;
  if (x->entry->place != y->entry->place)
    return x->entry->place < y->entry->place ? -1 : 1;
  return x->x < y->x ? -1 : x->x > y->x;
}

static void
place_all (Placing *self)
{
  SutraMapLabels *labels = self->labels;
  double margin = OUTSIDE / self->size;

  g_array_set_size (labels->candidates, 0);
  sutra_map_label_index_query (labels->index, self->viewport->zoom, self->left - margin, self->top - margin,
                               self->left + self->viewport->width / self->size + margin,
                               self->top + self->viewport->height / self->size + margin, found_cb, self);
  g_array_sort (labels->candidates, compare_candidates);
  for (guint i = 0; i < labels->candidates->len && labels->shown->len < MOST_SHOWN; i++)
    {
      const Candidate *candidate = &g_array_index (labels->candidates, Candidate, i);

      if (is_city (candidate->entry))
        place_city (self, i);
      else
        place_area (self, candidate);
    }
}

/* Painting */

static void
set_color (cairo_t *cr, const SutraColor *color)
{
  cairo_set_source_rgba (cr, (double) color->red, (double) color->green, (double) color->blue, (double) color->alpha);
}

static const SutraColor *
color_for (const SutraMapStyle *style, SutraMapLabelKind kind)
{
  if (kind == SUTRA_LABEL_WATER)
    return &style->sea_label;
  return kind == SUTRA_LABEL_COUNTRY || kind == SUTRA_LABEL_REGION ? &style->country_label : &style->city_label;
}

/* The letters, (@x, @y) being the top left corner of the layout. */
static void
draw_name (cairo_t *cr, const Name *name, const SutraMapStyle *style, SutraMapLabelKind kind, double x, double y)
{
  /* Water has no halo: the sea is of one colour. */
  if (kind != SUTRA_LABEL_WATER)
    {
      cairo_new_path (cr);
      cairo_move_to (cr, x, y);
      pango_cairo_layout_path (cr, name->layout);
      set_color (cr, &style->label_halo);
      cairo_set_line_width (cr, HALO);
      cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
      cairo_stroke (cr);
    }
  cairo_move_to (cr, x, y);
  set_color (cr, color_for (style, kind));
  pango_cairo_show_layout (cr, name->layout);
}

static void
blit_name (SutraMapLabels *self, cairo_t *cr, Name *name, const SutraMapStyle *style, SutraMapLabelKind kind, const SutraMapRect *rect)
{
  if (name->picture == NULL)
    {
      cairo_t *own;

      name->picture = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, (int) ceil ((name->width + 2 * HALO) * self->scale),
                                                  (int) ceil ((name->height + 2 * HALO) * self->scale));
      cairo_surface_set_device_scale (name->picture, self->scale, self->scale);
      own = cairo_create (name->picture);
      draw_name (own, name, style, kind, HALO - name->x, HALO);
      cairo_destroy (own);
    }
  cairo_set_source_surface (cr, name->picture, rect->x - HALO, rect->y - HALO);
  cairo_pattern_set_filter (cairo_get_source (cr), CAIRO_FILTER_NEAREST);
  cairo_paint (cr);
}

static void
paint_dots (SutraMapLabels *self, cairo_t *cr, const SutraMapStyle *style)
{
  for (guint pass = 0; pass < 2; pass++)
    {
      cairo_new_path (cr);
      for (guint i = 0; i < self->shown->len; i++)
        {
          const SutraMapRect *dot = &g_array_index (self->shown, SutraMapLabel, i).dot;
          double x = dot->x + dot->width / 2, y = dot->y + dot->width / 2, radius = dot->width / 2;

          if (radius <= 0)
            continue;
          cairo_new_sub_path (cr);
          cairo_arc (cr, x, y, radius + (pass == 0 ? 1 : 0), 0, 2 * G_PI);
          /* A capital is a ring. */
          if (pass == 1 && g_array_index (self->kinds, SutraMapLabelKind, i) == SUTRA_LABEL_CAPITAL)
            {
              cairo_new_sub_path (cr);
              cairo_arc_negative (cr, x, y, radius - 1.3, 2 * G_PI, 0);
            }
        }
      set_color (cr, pass == 0 ? &style->label_halo : &style->city_label);
      cairo_fill (cr);
    }
}

static gboolean
drop_picture (gpointer key, gpointer value, gpointer data)
{
  Name *name = value;

  g_clear_pointer (&name->picture, cairo_surface_destroy);
  return FALSE;
}

static gboolean
is_old (gpointer key, gpointer value, gpointer data)
{
  const Name *name = value;
  const guint64 *frame = data;

  return name->used != *frame;
}

static void
paint_shown (SutraMapLabels *self, cairo_t *cr, const SutraMapStyle *style)
{
  cairo_surface_t *target = cairo_get_target (cr);
  gboolean pictures = cairo_surface_get_type (target) == CAIRO_SURFACE_TYPE_IMAGE;
  double scale, other, dx = 1, dy = 0;

  cairo_surface_get_device_scale (target, &scale, &other);
  cairo_user_to_device_distance (cr, &dx, &dy);
  scale *= hypot (dx, dy);
  if (pictures && (style != self->style || scale != self->scale))
    {
      g_hash_table_foreach_remove (self->names, drop_picture, NULL);
      self->style = style;
      self->scale = scale;
    }
  paint_dots (self, cr, style);
  for (guint i = 0; i < self->shown->len; i++)
    {
      const SutraMapRect *rect = &g_array_index (self->shown, SutraMapLabel, i).rect;
      SutraMapLabelKind kind = g_array_index (self->kinds, SutraMapLabelKind, i);
      Name *name = g_ptr_array_index (self->painted, i);

      if (pictures)
        blit_name (self, cr, name, style, kind, rect);
      else
        draw_name (cr, name, style, kind, rect->x - name->x, rect->y);
    }
}

SutraMapLabels *
sutra_map_labels_new (PangoContext *context, SutraWorld *world, SutraGazetteer *gazetteer, const char *language)
{
  SutraMapLabels *self;

  g_return_val_if_fail (PANGO_IS_CONTEXT (context), NULL);

  self = g_new0 (SutraMapLabels, 1);
  self->context = g_object_ref (context);
  self->bengali = language != NULL && g_str_has_prefix (language, "bn");
  if (gazetteer != NULL)
    {
      self->gazetteer = sutra_gazetteer_ref (gazetteer);
      self->index = sutra_map_label_index_new (world, gazetteer);
    }
  self->names = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) name_free);
  self->candidates = g_array_new (FALSE, FALSE, sizeof (Candidate));
  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  self->shown = g_array_new (FALSE, FALSE, sizeof (SutraMapLabel));
  self->kinds = g_array_new (FALSE, FALSE, sizeof (SutraMapLabelKind));
  self->painted = g_ptr_array_new ();
  return self;
}

void
sutra_map_labels_free (SutraMapLabels *self)
{
  g_clear_pointer (&self->index, sutra_map_label_index_free);
  g_clear_pointer (&self->gazetteer, sutra_gazetteer_unref);
  g_clear_object (&self->context);
  g_hash_table_unref (self->names);
  g_array_unref (self->candidates);
  g_ptr_array_unref (self->rows);
  g_array_unref (self->shown);
  g_array_unref (self->kinds);
  g_ptr_array_unref (self->painted);
  g_free (self);
}

void
sutra_map_labels_set_budget (SutraMapLabels *self, guint budget)
{
  g_return_if_fail (self != NULL);

  self->budget = budget;
}

gboolean
sutra_map_labels_paint (SutraMapLabels *self, cairo_t *cr, const SutraViewport *viewport, const SutraMapStyle *style, GArray *taken)
{
  Placing placing = { self, viewport, .complete = TRUE };

  g_return_val_if_fail (self != NULL && cr != NULL && viewport != NULL && style != NULL, TRUE);

  g_array_set_size (self->shown, 0);
  g_array_set_size (self->kinds, 0);
  g_ptr_array_set_size (self->painted, 0);
  if (self->index == NULL)
    return TRUE;
  self->frame++;
  placing.size = sutra_viewport_get_world_size (viewport);
  placing.left = viewport->center.x - viewport->width / 2 / placing.size;
  placing.top = viewport->center.y - viewport->height / 2 / placing.size;
  begin_rows (&placing, taken);
  place_all (&placing);
  cairo_save (cr);
  paint_shown (self, cr, style);
  cairo_restore (cr);
  if (g_hash_table_size (self->names) > MOST_KEPT)
    g_hash_table_foreach_remove (self->names, is_old, &self->frame);
  return placing.complete;
}

const SutraMapLabel *
sutra_map_labels_get_shown (SutraMapLabels *self, guint *n)
{
  g_return_val_if_fail (self != NULL && n != NULL, NULL);

  *n = self->shown->len;
  return (const SutraMapLabel *) (gconstpointer) self->shown->data;
}
