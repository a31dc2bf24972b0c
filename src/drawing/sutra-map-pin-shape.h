/* sutra-map-pin-shape.h: one pin, one badge, drawn
 *
 * A type's shape is that of its place in the tagset, so that colour, shape and letter all tell it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <pango/pangocairo.h>

#include "sutra-map-style.h"

G_BEGIN_DECLS

/* Pixels from the centre to the edge of a pin with its outline; of an area with its ring. */
#define SUTRA_PIN_RADIUS 12.0
#define SUTRA_PIN_AREA_RADIUS 17.0

/* How one type looks; an array of them in the tagset's order. */
typedef struct
{
  SutraTypeStyle style;
  char badge[65]; /* one or two aksharas, UTF-8: at most 16 code points */
} SutraMapPinStyle;

typedef enum
{
  SUTRA_PIN_PLAIN = 0,
  SUTRA_PIN_HOLLOW = 1 << 0, /* a candidate */
  SUTRA_PIN_AREA = 1 << 1,   /* a ring around it */
} SutraPinFlags;

/* How many shapes there are; a type further down in the tagset has the same one as one before it, in another colour and with another letter. */
guint sutra_map_pin_get_n_shapes (void);

/* The pin of type @type (index in the tagset) with its middle at (@x, @y). @text: nullable: in place of the type's letter, up to three digits. @context nullable: no letter. */
void sutra_map_pin_draw (cairo_t *cr,
                         const SutraMapPinStyle *style,
                         guint type,
                         SutraPinFlags flags,
                         const char *text,
                         PangoContext *context,
                         double x,
                         double y);

/* A share of a badge's ring. */
typedef struct
{
  guint type;
  gboolean hollow; /* candidates */
  guint n;
} SutraMapShare;

/* Pixels from the centre of the badge of @n pins to its edge. */
double sutra_map_badge_get_radius (guint n);

/* A badge that says @count (the number in words of the language; nullable) in a ring that @shares (most first) part. */
void sutra_map_badge_draw (cairo_t *cr,
                           const SutraMapPinStyle *styles,
                           const SutraMapShare *shares,
                           guint n_shares,
                           guint n,
                           const char *count,
                           const SutraMapStyle *style,
                           PangoContext *context,
                           double x,
                           double y);

/* Text in bold letters of at most @size pixels, middle at (@x, @y), smaller where it is wider than @room. */
void sutra_map_text_draw (cairo_t *cr,
                          PangoContext *context,
                          const char *text,
                          double size,
                          double room,
                          const SutraColor *color,
                          double x,
                          double y);

G_END_DECLS
