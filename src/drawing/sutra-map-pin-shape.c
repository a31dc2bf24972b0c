/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-map-pin-shape.h"

#include <math.h>

/* Of a pin without its outline. */
#define BODY 10.0
#define OUTLINE 1.75
#define RING 14.5

typedef enum
{
  SHAPE_HEXAGON,
  SHAPE_SQUARE,
  SHAPE_CIRCLE,
  SHAPE_HOUSE,
  SHAPE_BURST,
  SHAPE_OCTAGON,
  SHAPE_SLANT,
  SHAPE_SHIELD,
  SHAPE_PAGE,
  SHAPE_TRIANGLE_DOWN,
  SHAPE_DIAMOND,
  SHAPE_TRIANGLE_UP,
  N_SHAPES
} Shape;

guint
sutra_map_pin_get_n_shapes (void)
{
  return N_SHAPES;
}

static void
set_color (cairo_t *cr, const SutraColor *color, double alpha)
{
  cairo_set_source_rgba (cr, color->red, color->green, color->blue, color->alpha * alpha);
}

static void
polygon (cairo_t *cr, guint corners, double radius, double turn)
{
  for (guint i = 0; i < corners; i++)
    {
      double angle = turn + 2 * G_PI * i / corners;

      cairo_line_to (cr, radius * sin (angle), -radius * cos (angle));
    }
  cairo_close_path (cr);
}

static void
rounded (cairo_t *cr, double half, double corner)
{
  cairo_arc (cr, half - corner, -half + corner, corner, -G_PI / 2, 0);
  cairo_arc (cr, half - corner, half - corner, corner, 0, G_PI / 2);
  cairo_arc (cr, -half + corner, half - corner, corner, G_PI / 2, G_PI);
  cairo_arc (cr, -half + corner, -half + corner, corner, G_PI, 1.5 * G_PI);
  cairo_close_path (cr);
}

static void
points (cairo_t *cr, const double (*at)[2], guint n, double r)
{
  for (guint i = 0; i < n; i++)
    cairo_line_to (cr, at[i][0] * r, at[i][1] * r);
  cairo_close_path (cr);
}

/* All of about the same area, around (0, 0). */
static void
shape_path (cairo_t *cr, Shape shape, double r)
{
  static const double house[][2] = { { 0, -1.14 }, { 0.98, -0.3 }, { 0.86, 0.92 }, { -0.86, 0.92 }, { -0.98, -0.3 } };
  static const double slant[][2] = { { -0.64, -0.84 }, { 1.1, -0.84 }, { 0.64, 0.84 }, { -1.1, 0.84 } };
  static const double page[][2] = { { -0.8, -1.05 }, { 0.3, -1.05 }, { 0.8, -0.55 }, { 0.8, 1.05 }, { -0.8, 1.05 } };
  static const double down[][2] = { { -1.1, -0.82 }, { 1.1, -0.82 }, { 0, 1.14 } };
  static const double up[][2] = { { 0, -1.14 }, { 1.1, 0.82 }, { -1.1, 0.82 } };

  cairo_new_path (cr);
  switch (shape)
    {
    case SHAPE_HEXAGON:
      polygon (cr, 6, r * 1.08, 0);
      break;
    case SHAPE_SQUARE:
      rounded (cr, r * 0.9, r * 0.22);
      break;
    case SHAPE_HOUSE:
      points (cr, house, G_N_ELEMENTS (house), r);
      break;
    case SHAPE_BURST:
      for (guint i = 0; i < 16; i++)
        cairo_line_to (cr, r * (i % 2 ? 0.88 : 1.17) * sin (G_PI * i / 8), -r * (i % 2 ? 0.88 : 1.17) * cos (G_PI * i / 8));
      cairo_close_path (cr);
      break;
    case SHAPE_OCTAGON:
      polygon (cr, 8, r * 1.06, G_PI / 8);
      break;
    case SHAPE_SLANT:
      points (cr, slant, G_N_ELEMENTS (slant), r);
      break;
    case SHAPE_SHIELD:
      cairo_move_to (cr, -0.9 * r, -0.9 * r);
      cairo_line_to (cr, 0.9 * r, -0.9 * r);
      cairo_curve_to (cr, 0.95 * r, 0.3 * r, 0.6 * r, 0.85 * r, 0, 1.15 * r);
      cairo_curve_to (cr, -0.6 * r, 0.85 * r, -0.95 * r, 0.3 * r, -0.9 * r, -0.9 * r);
      cairo_close_path (cr);
      break;
    case SHAPE_PAGE:
      points (cr, page, G_N_ELEMENTS (page), r);
      break;
    case SHAPE_TRIANGLE_DOWN:
      points (cr, down, G_N_ELEMENTS (down), r);
      break;
    case SHAPE_DIAMOND:
      polygon (cr, 4, r * 1.26, 0);
      break;
    case SHAPE_TRIANGLE_UP:
      points (cr, up, G_N_ELEMENTS (up), r);
      break;
    case SHAPE_CIRCLE:
    case N_SHAPES:
    default:
      cairo_arc (cr, 0, 0, r, 0, 2 * G_PI);
      cairo_close_path (cr);
      break;
    }
}

/* Where the letter sits: not in the middle of a triangle. */
static double
letter_shift (Shape shape)
{
  switch (shape)
    {
    case SHAPE_TRIANGLE_DOWN:
      return -2.2;
    case SHAPE_TRIANGLE_UP:
      return 2.6;
    case SHAPE_HOUSE:
      return 0.8;
    case SHAPE_SHIELD:
      return -0.6;
    case SHAPE_HEXAGON:
    case SHAPE_SQUARE:
    case SHAPE_CIRCLE:
    case SHAPE_BURST:
    case SHAPE_OCTAGON:
    case SHAPE_SLANT:
    case SHAPE_PAGE:
    case SHAPE_DIAMOND:
    case N_SHAPES:
    default:
      return 0;
    }
}

void
sutra_map_text_draw (cairo_t *cr,
                     PangoContext *context,
                     const char *text,
                     double size,
                     double room,
                     const SutraColor *color,
                     double x,
                     double y)
{
  g_autoptr (PangoLayout) layout = NULL;
  PangoFontDescription *font;
  const PangoFontDescription *base;
  PangoRectangle ink;

  if (context == NULL || text == NULL || *text == '\0')
    return;
  layout = pango_layout_new (context);
  base = pango_context_get_font_description (context);
  font = base != NULL ? pango_font_description_copy (base) : pango_font_description_new ();
  pango_font_description_set_weight (font, PANGO_WEIGHT_BOLD);
  pango_layout_set_text (layout, text, -1);
  for (;; size -= 1)
    {
      pango_font_description_set_absolute_size (font, size * PANGO_SCALE);
      pango_layout_set_font_description (layout, font);
      pango_layout_get_extents (layout, &ink, NULL);
      if (ink.width <= room * PANGO_SCALE || size <= 6)
        break;
    }
  pango_font_description_free (font);
  set_color (cr, color, 1);
  /* By the ink, not by the line: then letters with and without a head stroke stand in the middle. */
  cairo_move_to (cr, x - (double) (ink.x + ink.width / 2) / PANGO_SCALE, y - (double) (ink.y + ink.height / 2) / PANGO_SCALE);
  pango_cairo_show_layout (cr, layout);
}

void
sutra_map_pin_draw (cairo_t *cr,
                    const SutraMapPinStyle *style,
                    guint type,
                    SutraPinFlags flags,
                    const char *text,
                    PangoContext *context,
                    double x,
                    double y)
{
  Shape shape = (Shape) (type % N_SHAPES);
  const SutraColor *page = &style->style.badge_text, *body = &style->style.badge_fill;
  gboolean hollow = (flags & SUTRA_PIN_HOLLOW) != 0;

  cairo_save (cr);
  cairo_translate (cr, x, y);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  if (flags & SUTRA_PIN_AREA)
    {
      cairo_new_path (cr);
      cairo_arc (cr, 0, 0, RING, 0, 2 * G_PI);
      set_color (cr, page, 0.55);
      cairo_fill_preserve (cr);
      set_color (cr, page, 0.95);
      cairo_set_line_width (cr, 2.25 + 2 * 1.25);
      cairo_stroke_preserve (cr);
      set_color (cr, body, 1);
      cairo_set_line_width (cr, 2.25);
      cairo_stroke (cr);
    }
  shape_path (cr, shape, hollow ? BODY - 1 : BODY);
  set_color (cr, page, 0.95);
  cairo_set_line_width (cr, 2 * OUTLINE + (hollow ? 2 : 0));
  cairo_stroke_preserve (cr);
  set_color (cr, hollow ? page : body, 1);
  cairo_fill_preserve (cr);
  if (hollow)
    {
      set_color (cr, body, 1);
      cairo_set_line_width (cr, 2);
      cairo_stroke (cr);
    }
  cairo_new_path (cr);
  sutra_map_text_draw (cr, context, text != NULL ? text : style->badge, 11, hollow ? 12 : 14, hollow ? body : page, 0,
                       letter_shift (shape));
  cairo_restore (cr);
}

double
sutra_map_badge_get_radius (guint n)
{
  if (n < 10)
    return 15;
  if (n < 100)
    return 16.5;
  if (n < 1000)
    return 18.5;
  return n < 10000 ? 21 : 24;
}

/* Width of the ring of a badge. */
#define BAND 4.0

static void
draw_ring (cairo_t *cr, const SutraMapPinStyle *styles, const SutraMapShare *shares, guint n_shares, const SutraColor *gap, double radius)
{
  double all = 0, angle = -G_PI / 2;

  for (guint i = 0; i < n_shares; i++)
    all += shares[i].n;
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_BUTT);
  for (guint i = 0; i < n_shares; i++)
    {
      double end = angle + 2 * G_PI * shares[i].n / all;

      cairo_new_path (cr);
      cairo_arc (cr, 0, 0, radius - BAND / 2, angle, end);
      set_color (cr, &styles[shares[i].type].style.badge_fill, 1);
      cairo_set_line_width (cr, BAND);
      cairo_stroke (cr);
      if (shares[i].hollow)
        {
          cairo_arc (cr, 0, 0, radius - BAND / 2, angle, end);
          set_color (cr, gap, 1);
          cairo_set_line_width (cr, BAND - 2.5);
          cairo_stroke (cr);
        }
      angle = end;
    }
  if (n_shares < 2)
    return;
  /* Gaps, so that shares of like colours stay apart. */
  set_color (cr, gap, 1);
  cairo_set_line_width (cr, 1.25);
  for (guint i = 0; i < n_shares; i++)
    {
      cairo_move_to (cr, (radius - BAND) * cos (angle), (radius - BAND) * sin (angle));
      cairo_line_to (cr, radius * cos (angle), radius * sin (angle));
      angle += 2 * G_PI * shares[i].n / all;
    }
  cairo_stroke (cr);
}

void
sutra_map_badge_draw (cairo_t *cr,
                      const SutraMapPinStyle *styles,
                      const SutraMapShare *shares,
                      guint n_shares,
                      guint n,
                      const char *count,
                      const SutraMapStyle *style,
                      PangoContext *context,
                      double x,
                      double y)
{
  double radius = sutra_map_badge_get_radius (n) - 1.5;
  SutraColor page = style->panel;

  page.alpha = 1;
  cairo_save (cr);
  cairo_translate (cr, x, y);
  cairo_new_path (cr);
  cairo_arc (cr, 0, 0, radius + 1.5, 0, 2 * G_PI);
  set_color (cr, &page, 1);
  cairo_fill (cr);
  draw_ring (cr, styles, shares, n_shares, &page, radius);
  sutra_map_text_draw (cr, context, count, 13, 2 * (radius - BAND) - 3, &style->panel_text, 0, 0);
  cairo_restore (cr);
}
