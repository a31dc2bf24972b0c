/* The scale bar and the arrow to the north.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "sutra-map-painter.h"

#include <glib/gi18n.h>
#include <math.h>
#include <pango/pangocairo.h>

#define PADDING 7
#define ARROW_WIDTH 10
#define ARROW_HEIGHT 13
#define GAP 9
#define TICK 5
#define LEAST_BAR 24
#define CORNER 6

/* The longest round length of at most @most metres: 1, 2 or 5 and zeros. */
static double
round_length (double most)
{
  double power = pow (10, floor (log10 (most)));
  double lead = most / power;

  return power * (lead >= 5 ? 5 : lead >= 2 ? 2 : 1);
}

/* In the digits of @language ("bn" or another), with its unit. */
static char *
dup_label_in (double metres, const char *language)
{
  guint n = metres >= 1000 ? (guint) lround (metres / 1000) : (guint) MAX (lround (metres), 1);
  g_autofree char *latin = g_strdup_printf ("%u", n);
  g_autoptr (GString) digits = g_string_new (NULL);

  if (!g_str_has_prefix (language, "bn"))
    return g_strdup_printf ("%s %s", latin, metres >= 1000 ? "km" : "m");
  for (const char *p = latin; *p != '\0'; p++)
    g_string_append_unichar (digits, 0x9e6 + (gunichar) (*p - '0'));
  return g_strdup_printf ("%s %s", digits->str, metres >= 1000 ? "কিমি" : "মি");
}

static char *
dup_label (double metres)
{
  if (metres >= 1000)
    /* Translators: a length below the bar that shows the scale of a map; “%Iu” shows it in the digits of your language. */
    return g_strdup_printf (_ ("%u km"), (guint) lround (metres / 1000));
  /* Translators: a length in metres, as above. */
  return g_strdup_printf (_ ("%u m"), (guint) MAX (lround (metres), 1));
}

static void
add_panel (cairo_t *cr, double x, double y, double width, double height)
{
  cairo_new_path (cr);
  cairo_arc (cr, x + width - CORNER, y + CORNER, CORNER, -G_PI / 2, 0);
  cairo_arc (cr, x + width - CORNER, y + height - CORNER, CORNER, 0, G_PI / 2);
  cairo_arc (cr, x + CORNER, y + height - CORNER, CORNER, G_PI / 2, G_PI);
  cairo_arc (cr, x + CORNER, y + CORNER, CORNER, G_PI, G_PI * 3 / 2);
  cairo_close_path (cr);
}

/* A needle: the left half filled, the right one only outlined; the letter stands below. */
static void
paint_arrow (cairo_t *cr, PangoLayout *letter, double x, double y)
{
  PangoRectangle ink;

  cairo_move_to (cr, x + ARROW_WIDTH / 2.0, y);
  cairo_line_to (cr, x, y + ARROW_HEIGHT);
  cairo_line_to (cr, x + ARROW_WIDTH / 2.0, y + ARROW_HEIGHT - 4);
  cairo_close_path (cr);
  cairo_fill_preserve (cr);
  cairo_new_path (cr);
  cairo_move_to (cr, x + ARROW_WIDTH / 2.0, y);
  cairo_line_to (cr, x + ARROW_WIDTH, y + ARROW_HEIGHT);
  cairo_line_to (cr, x + ARROW_WIDTH / 2.0, y + ARROW_HEIGHT - 4);
  cairo_line_to (cr, x, y + ARROW_HEIGHT);
  cairo_close_path (cr);
  cairo_set_line_width (cr, 1);
  cairo_stroke (cr);
  pango_layout_get_pixel_extents (letter, &ink, NULL);
  cairo_move_to (cr, x + (ARROW_WIDTH - ink.width) / 2.0 - ink.x, y + ARROW_HEIGHT + 3 - ink.y);
  pango_cairo_show_layout (cr, letter);
}

static PangoLayout *
new_layout (cairo_t *cr, const char *font, const char *text)
{
  PangoLayout *layout = pango_cairo_create_layout (cr);
  PangoFontDescription *description = pango_font_description_from_string (font);

  pango_layout_set_font_description (layout, description);
  pango_font_description_free (description);
  pango_layout_set_text (layout, text, -1);
  return layout;
}

double
sutra_map_paint_scale (cairo_t *cr, const SutraViewport *viewport, const SutraMapStyle *style, double x, double bottom, double width)
{
  return sutra_map_paint_scale_in (cr, viewport, style, NULL, x, bottom, width);
}

double
sutra_map_paint_scale_in (cairo_t *cr,
                          const SutraViewport *viewport,
                          const SutraMapStyle *style,
                          const char *language,
                          double x,
                          double bottom,
                          double width)
{
  double metres_per_pixel, room = width - 2 * PADDING - ARROW_WIDTH - GAP, metres, bar, height, top, left;
  g_autoptr (PangoLayout) layout = NULL;
  g_autoptr (PangoLayout) letter = NULL;
  g_autofree char *label = NULL;
  PangoRectangle logical, north;

  g_return_val_if_fail (cr != NULL && viewport != NULL && style != NULL, 0);

  metres_per_pixel = sutra_viewport_get_metres_per_pixel (viewport);
  if (room < LEAST_BAR || !(metres_per_pixel > 0))
    return 0;
  metres = round_length (metres_per_pixel * room);
  bar = metres / metres_per_pixel;
  label = language != NULL ? dup_label_in (metres, language) : dup_label (metres);
  layout = new_layout (cr, "Sans 8.5", label);
  /* Translators: north, one letter below the arrow on a map. */
  letter = new_layout (cr, "Sans Bold 7", language == NULL ? C_ ("map", "N") : g_str_has_prefix (language, "bn") ? "উ" : "N");
  pango_layout_get_pixel_extents (layout, NULL, &logical);
  pango_layout_get_pixel_extents (letter, &north, NULL);
  height = 2 * PADDING + MAX (logical.height + TICK, ARROW_HEIGHT + 3 + north.height);
  top = bottom - height;
  left = x + PADDING + ARROW_WIDTH + GAP;

  cairo_save (cr);
  add_panel (cr, x, top, PADDING * 2 + ARROW_WIDTH + GAP + MAX (bar, logical.width), height);
  cairo_set_source_rgba (cr, (double) style->panel.red, (double) style->panel.green, (double) style->panel.blue,
                         (double) style->panel.alpha);
  cairo_fill (cr);
  cairo_set_source_rgba (cr, (double) style->panel_text.red, (double) style->panel_text.green, (double) style->panel_text.blue,
                         (double) style->panel_text.alpha);
  paint_arrow (cr, letter, x + PADDING, top + (height - ARROW_HEIGHT - 3 - north.height) / 2);
  cairo_move_to (cr, left + MAX (bar - logical.width, 0) / 2, top + (height - logical.height - TICK) / 2);
  pango_cairo_show_layout (cr, layout);
  cairo_new_path (cr);
  top = top + (height - logical.height - TICK) / 2 + logical.height;
  cairo_move_to (cr, left, top);
  cairo_line_to (cr, left, top + TICK - 1);
  cairo_line_to (cr, left + bar, top + TICK - 1);
  cairo_line_to (cr, left + bar, top);
  cairo_set_line_width (cr, 1.5);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_SQUARE);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_MITER);
  cairo_stroke (cr);
  cairo_restore (cr);
  return height;
}
