/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-map-figure-private.h"

#include <math.h>
#include <pango/pangocairo.h>

#define MARGIN 12.0
#define TITLE_SIZE 17.0
#define LEGEND_SIZE 11.0
#define SMALL_SIZE 8.5
#define ROW 24.0
#define SWATCH 26.0
#define ENTRY_GAP 18.0

/* A circle. */
#define PLAIN_SHAPE 2

/* Pixels around the items, and the zoom for one alone. */
#define FIT_PADDING 56.0
#define FIT_ZOOM 8.0

typedef enum
{
  ENTRY_TYPE,
  ENTRY_CANDIDATE,
  ENTRY_AREA,
  ENTRY_RADIUS,
  ENTRY_SEVERAL,
  ENTRY_CLAIMS,
} EntryKind;

typedef struct
{
  EntryKind kind;
  guint style;
  const char *text;
  double x, y; /* in the legend */
} Entry;

typedef struct
{
  const SutraMapFigure *figure;
  const SutraMapStyle *style;
  cairo_t *cr;
  PangoContext *context;
  GPtrArray *texts; /* (nullable) */

  SutraViewport view; /* of the map: left top corner at (@left, @top) */
  double left, top;
  gboolean claims;
  GArray *entries;
  double legend_height;
  SutraMapPinStyle plain;
} Page;

void
sutra_figure_text_free (SutraFigureText *self)
{
  g_free (self->text);
  g_free (self);
}

static void
note_text (Page *self, const char *text, double x, double y, double size)
{
  SutraFigureText *noted;

  if (self->texts == NULL || text == NULL || *text == '\0')
    return;
  noted = g_new (SutraFigureText, 1);
  *noted = (SutraFigureText){ g_strdup (text), x, y, size };
  g_ptr_array_add (self->texts, noted);
}

static void
set_color (cairo_t *cr, const SutraColor *color, double alpha)
{
  cairo_set_source_rgba (cr, (double) color->red, (double) color->green, (double) color->blue, (double) color->alpha * alpha);
}

static PangoLayout *
make_layout (Page *self, const char *text, double size, gboolean bold, double width)
{
  PangoLayout *layout = pango_layout_new (self->context);
  PangoFontDescription *font = pango_font_description_from_string ("Sans");

  pango_font_description_set_absolute_size (font, size * PANGO_SCALE);
  pango_font_description_set_weight (font, bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  if (width > 0)
    pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
  pango_layout_set_text (layout, text, -1);
  return layout;
}

static double
text_width (Page *self, const char *text, double size)
{
  g_autoptr (PangoLayout) layout = make_layout (self, text, size, FALSE, 0);
  PangoRectangle extents;

  pango_layout_get_extents (layout, NULL, &extents);
  return (double) extents.width / PANGO_SCALE;
}

/* One line, its middle at @y; ellipsized at @width. */
static void
draw_text (Page *self, const char *text, double size, gboolean bold, double x, double y, double width)
{
  g_autoptr (PangoLayout) layout = make_layout (self, text, size, bold, width);
  PangoRectangle extents;

  pango_layout_get_extents (layout, NULL, &extents);
  set_color (self->cr, &self->style->panel_text, 1);
  cairo_move_to (self->cr, x, y - (double) extents.height / PANGO_SCALE / 2);
  pango_cairo_show_layout (self->cr, layout);
  note_text (self, text, x, y + size / 3, size);
}

/* What is on the map */

static gboolean
claims_are_visible (const Page *self, SutraWorld *world)
{
  double size = sutra_viewport_get_world_size (&self->view);
  double left = self->view.center.x - self->view.width / 2 / size, right = left + self->view.width / size;
  double top = self->view.center.y - self->view.height / 2 / size, bottom = top + self->view.height / size;
  const SutraWorldShape *shapes;
  guint n;

  if (world == NULL || self->figure->no_claims)
    return FALSE;
  shapes = sutra_world_get_shapes (world, sutra_world_level_for_zoom (self->view.zoom), SUTRA_WORLD_DISPUTED, &n);
  for (guint i = 0; i < n; i++)
    for (guint k = 0; k < shapes[i].n_points; k++)
      {
        double x = (double) shapes[i].points[k].x, y = (double) shapes[i].points[k].y;

        if (y >= top && y <= bottom && x + ceil (left - x) <= right)
          return TRUE;
      }
  return FALSE;
}

static void
add_entry (Page *self, EntryKind kind, guint style, const char *text)
{
  Entry entry = { .kind = kind, .style = style, .text = text };

  g_array_append_val (self->entries, entry);
}

/* Types in the tagset's order, then what the marks mean, then the claims. */
static void
list_entries (Page *self, SutraMapPins *pins)
{
  const SutraMapFigure *figure = self->figure;
  g_autofree gboolean *used = g_new0 (gboolean, (gsize) figure->n_styles + 1);
  gboolean candidates = FALSE, areas = FALSE, radii = FALSE, several = FALSE;

  for (guint i = 0; i < figure->n_items; i++)
    {
      const SutraPlaceItem *item = &figure->items[i];
      SutraMapHit hit;
      double x, y;

      if (!sutra_map_pins_locate (pins, &self->view, i, &x, &y, &hit))
        continue;
      used[MIN (item->type, figure->n_styles)] = TRUE;
      several = several || hit.item == G_MAXUINT;
      candidates = candidates || item->role != SUTRA_LOCATION_CHOSEN;
      areas = areas || (item->area != NULL && *item->area != '\0' && hit.item != G_MAXUINT);
      radii = radii || (item->radius_m > 0 && hit.item != G_MAXUINT);
    }
  for (guint i = 0; i < figure->n_styles; i++)
    if (used[i] && figure->names != NULL && figure->names[i] != NULL)
      add_entry (self, ENTRY_TYPE, i, figure->names[i]);
  if (candidates)
    add_entry (self, ENTRY_CANDIDATE, 0, sutra_figure_word (SUTRA_WORD_CANDIDATE, figure->language));
  if (areas)
    add_entry (self, ENTRY_AREA, 0, sutra_figure_word (SUTRA_WORD_AREA, figure->language));
  if (radii)
    add_entry (self, ENTRY_RADIUS, 0, sutra_figure_word (SUTRA_WORD_RADIUS, figure->language));
  if (several)
    add_entry (self, ENTRY_SEVERAL, 0, sutra_figure_word (SUTRA_WORD_SEVERAL, figure->language));
  if (self->claims)
    add_entry (self, ENTRY_CLAIMS, 0, sutra_figure_word (SUTRA_WORD_CLAIMS, figure->language));
}

/* Entries from left to right, in as many rows as it takes. */
static void
place_entries (Page *self)
{
  double x = 0, y = 0, width = self->figure->width - 2 * MARGIN;

  for (guint i = 0; i < self->entries->len; i++)
    {
      Entry *entry = &g_array_index (self->entries, Entry, i);
      double needed = SWATCH + text_width (self, entry->text, LEGEND_SIZE);

      if (x > 0 && x + needed > width)
        {
          x = 0;
          y += ROW;
        }
      entry->x = x;
      entry->y = y + ROW / 2;
      x += needed + ENTRY_GAP;
    }
  self->legend_height = self->entries->len > 0 ? y + ROW + 6 : 0;
}

static double
title_height (const Page *self)
{
  return self->figure->title != NULL && *self->figure->title != '\0' ? TITLE_SIZE + 18 : MARGIN;
}

static double
foot_height (const Page *self)
{
  return SMALL_SIZE + 10 + (self->claims ? SMALL_SIZE + 4 : 0);
}

/* The legend depends on what the map shows, and the map's height on the legend: twice is enough, since a lower map only shows more to the sides. */
static void
fit (Page *self, SutraWorld *world, SutraMapPins *pins)
{
  SutraBox box;

  if (self->figure->box != NULL)
    box = *self->figure->box;
  else
    sutra_map_pins_get_box (pins, world, &box);
  self->left = MARGIN;
  self->top = title_height (self);
  self->view.width = self->figure->width - 2 * MARGIN;
  for (guint round = 0; round < 2; round++)
    {
      double rest = self->figure->height - self->top - foot_height (self);

      /* A legend that would take most of the page is left out. */
      if (self->legend_height > rest / 2)
        {
          g_array_set_size (self->entries, 0);
          self->legend_height = 0;
          self->view.height = rest;
        }
      else
        self->view.height = rest - self->legend_height;
      sutra_viewport_fit (&self->view, &box, MIN (FIT_PADDING, MIN (self->view.width, self->view.height) / 5), FIT_ZOOM);
      self->claims = claims_are_visible (self, world);
      g_array_set_size (self->entries, 0);
      list_entries (self, pins);
      place_entries (self);
    }
  self->view.height = MAX (self->figure->height - self->top - foot_height (self) - self->legend_height, 40);
  sutra_viewport_fit (&self->view, &box, MIN (FIT_PADDING, MIN (self->view.width, self->view.height) / 5), FIT_ZOOM);
}

/* Painting */

static void
note_items (Page *self, SutraMapPins *pins)
{
  if (self->texts == NULL)
    return;
  for (guint i = 0; i < self->figure->n_items; i++)
    {
      double x, y;

      if (sutra_map_pins_locate (pins, &self->view, i, &x, &y, NULL))
        note_text (self, self->figure->items[i].label, self->left + x + SUTRA_PIN_RADIUS, self->top + y + 4, 12);
    }
}

static void
paint_map (Page *self, SutraWorld *world, SutraMapPins *pins)
{
  const SutraMapFigure *figure = self->figure;
  cairo_t *cr = self->cr;
  SutraMapPinsLook look = { .selected = G_MAXUINT,
                            .hovered = G_MAXUINT,
                            .pin_labels = TRUE,
                            .context = self->context,
                            .vector = TRUE,
                            .language = figure->language != NULL ? figure->language : "en" };
  g_autoptr (GArray) taken = g_array_new (FALSE, FALSE, sizeof (SutraMapRect));
  SutraMapRect scale = { 0, self->view.height - 48, 150, 48 };

  cairo_save (cr);
  cairo_rectangle (cr, self->left, self->top, self->view.width, self->view.height);
  cairo_clip (cr);
  cairo_translate (cr, self->left, self->top);
  sutra_map_paint (cr, world, &self->view, self->style, SUTRA_MAP_PAINT_FINE | (figure->no_claims ? SUTRA_MAP_PAINT_NO_CLAIMS : 0), NULL);
  g_array_append_val (taken, scale);
  sutra_map_pins_paint (pins, cr, world, &self->view, self->style, &look, taken);
  sutra_map_paint_scale_in (cr, &self->view, self->style, look.language, 8, self->view.height - 8, MIN (150, self->view.width / 2));
  cairo_restore (cr);
  cairo_new_path (cr);
  cairo_rectangle (cr, self->left, self->top, self->view.width, self->view.height);
  set_color (cr, &self->style->coast, 1);
  cairo_set_line_width (cr, 0.75);
  cairo_stroke (cr);
  note_items (self, pins);
}

/* What is of no single type is grey. */
static void
paint_swatch (Page *self, const Entry *entry, double x, double y)
{
  const SutraMapFigure *figure = self->figure;
  const SutraMapPinStyle *style = &self->plain;
  SutraMapShare share = { .type = 0, .n = 1 };
  cairo_t *cr = self->cr;

  cairo_save (cr);
  cairo_translate (cr, x, y);
  switch (entry->kind)
    {
    case ENTRY_TYPE:
      cairo_scale (cr, 0.75, 0.75);
      sutra_map_pin_draw (cr, &figure->styles[entry->style], entry->style, SUTRA_PIN_PLAIN, NULL, self->context, 0, 0);
      break;
    case ENTRY_CANDIDATE:
    case ENTRY_AREA:
      cairo_scale (cr, 0.7, 0.7);
      sutra_map_pin_draw (cr, style, PLAIN_SHAPE, entry->kind == ENTRY_CANDIDATE ? SUTRA_PIN_HOLLOW : SUTRA_PIN_AREA, "", self->context, 0,
                          0);
      break;
    case ENTRY_RADIUS:
      cairo_new_path (cr);
      cairo_arc (cr, 0, 0, 8, 0, 2 * G_PI);
      set_color (cr, &style->style.line, 0.18);
      cairo_fill_preserve (cr);
      set_color (cr, &style->style.line, 1);
      cairo_set_dash (cr, (const double[]){ 3, 2 }, 2, 0);
      cairo_set_line_width (cr, 1);
      cairo_stroke (cr);
      break;
    case ENTRY_SEVERAL:
      cairo_scale (cr, 0.65, 0.65);
      sutra_map_badge_draw (cr, style, &share, 1, 2, figure->language != NULL && g_str_has_prefix (figure->language, "bn") ? "২" : "2",
                            self->style, self->context, 0, 0);
      break;
    case ENTRY_CLAIMS:
    default:
      cairo_move_to (cr, -10, 0);
      cairo_line_to (cr, 10, 0);
      set_color (cr, &self->style->disputed, 1);
      cairo_set_dash (cr, (const double[]){ 4, 3 }, 2, 0);
      cairo_set_line_width (cr, 1.25);
      cairo_stroke (cr);
      break;
    }
  cairo_restore (cr);
}

static void
paint_foot (Page *self, SutraWorld *world, SutraGazetteer *gazetteer)
{
  double width = self->figure->width - 2 * MARGIN, y = self->figure->height - SMALL_SIZE / 2 - 6;
  g_autoptr (GString) source = g_string_new (NULL);

  if (world != NULL)
    g_string_append (source, sutra_world_get_attribution ());
  if (gazetteer != NULL)
    g_string_append_printf (source, "%sGeoNames (CC BY 4.0)", source->len > 0 ? " · " : "");
  if (source->len > 0)
    draw_text (self, source->str, SMALL_SIZE, FALSE, MARGIN, y, width);
  if (self->claims)
    draw_text (self, sutra_figure_word (SUTRA_WORD_SENTENCE, self->figure->language), SMALL_SIZE, FALSE, MARGIN, y - SMALL_SIZE - 4, width);
}

void
sutra_map_figure_paint_page (const SutraMapFigure *self, cairo_t *cr, SutraWorld *world, SutraGazetteer *gazetteer, GPtrArray *texts)
{
  Page page = { .figure = self, .style = sutra_map_style_get (self->theme), .cr = cr, .texts = texts };
  g_autoptr (GArray) entries = page.entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  g_autoptr (SutraMapPins) pins = sutra_map_pins_new (self->items, self->n_items, self->styles, self->n_styles);
  cairo_font_options_t *options = cairo_font_options_create ();
  PangoFontDescription *font;

  sutra_map_pins_set_exact (pins, TRUE);
  page.context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  font = pango_font_description_from_string ("Sans 10");
  pango_context_set_font_description (page.context, font);
  pango_font_description_free (font);
  /* Glyphs as they are: a figure is the same on every screen. */
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options (page.context, options);
  cairo_font_options_destroy (options);
  pango_context_set_round_glyph_positions (page.context, FALSE);

  sutra_type_style_derive ("", self->theme, &page.plain.style);
  cairo_save (cr);
  set_color (cr, &page.style->panel, 1 / MAX ((double) page.style->panel.alpha, 0.01));
  cairo_rectangle (cr, 0, 0, self->width, self->height);
  cairo_fill (cr);
  fit (&page, world, pins);
  if (self->title != NULL && *self->title != '\0')
    draw_text (&page, self->title, TITLE_SIZE, TRUE, MARGIN, (TITLE_SIZE + 18) / 2, self->width - 2 * MARGIN);
  paint_map (&page, world, pins);
  for (guint i = 0; i < entries->len; i++)
    {
      const Entry *entry = &g_array_index (entries, Entry, i);
      double y = page.top + page.view.height + 6 + entry->y;

      paint_swatch (&page, entry, MARGIN + entry->x + 11, y);
      draw_text (&page, entry->text, LEGEND_SIZE, FALSE, MARGIN + entry->x + SWATCH, y, self->width - 2 * MARGIN - entry->x - SWATCH);
    }
  paint_foot (&page, world, gazetteer);
  cairo_restore (cr);
  g_object_unref (page.context);
}
