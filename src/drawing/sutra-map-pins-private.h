/* sutra-map-pins-private.h: layout, pictures and names of the pins
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sutra-map-pins.h"

G_BEGIN_DECLS

/* Zoom steps whose clusters are kept: all of them, or of many items, whose clusters are large, a few. */
#define SUTRA_PIN_LAYOUTS 18
#define SUTRA_PIN_LAYOUTS_OF_MANY 4
#define SUTRA_PIN_MANY 20000

typedef struct
{
  double zoom; /* -1: empty */
  guint used;
  SutraClusters *clusters;
  guint *cluster_of;  /* of each item; NULL until it is asked for */
  guint8 *spread;     /* of each cluster: 0 not known; of several 1 no, 2 yes; of one area 1 + where it makes room */
  GHashTable *badges; /* cluster → SutraSprite */
} SutraPinLayout;

/* A picture: its top left corner lies at (-@x, -@y) from its point. */
typedef struct
{
  cairo_surface_t *surface;
  double x, y;
  double width, height;
} SutraSprite;

/* What a frame shows: a single pin, a pin of a spread, or a badge. */
typedef struct
{
  double x, y;
  double from_x, from_y; /* of a pin in a spread: its place */
  guint item;            /* G_MAXUINT: a badge */
  guint cluster;
  gboolean spread;
} SutraShown;

struct _SutraMapPins
{
  const SutraPlaceItem *items;
  guint n_items;
  SutraMapPinStyle *styles; /* the last one is for types that are not there */
  guint n_styles;

  SutraMapPoint *points;
  guint32 *weights;
  guint16 *groups;
  SutraPinLayout layouts[SUTRA_PIN_LAYOUTS];
  guint clock;
  gboolean exact;
  GArray *found; /* guint: scratch */
  GArray *shown; /* SutraShown: scratch */

  /* Pictures are for one scale and one style. */
  double scale;
  const SutraMapStyle *style;
  PangoContext *context; /* (nullable) */
  guint serial;          /* of @context: its font may change */
  char *language;        /* (nullable) */
  GHashTable *pins;      /* type and flags → SutraSprite */
  GHashTable *plain;     /* type and size → SutraSprite: badges of one colour */
  GHashTable *labels;    /* item → SutraSprite */
  GHashTable *digits;    /* digit and length of the number → SutraSprite, whose width is the advance */
};

/* sutra-map-pins.c */
SutraPinLayout *sutra_map_pins_get_layout (SutraMapPins *self, double zoom);
gboolean sutra_map_pins_is_spread (SutraMapPins *self, SutraPinLayout *layout, guint cluster);
/* All that has its middle in the box of pixels, in every copy of the world, into self->shown. */
void sutra_map_pins_collect (SutraMapPins *self, const SutraViewport *viewport, double left, double top, double right, double bottom);
guint sutra_map_pins_type_of (SutraMapPins *self, guint item);
SutraPinFlags sutra_map_pins_flags_of (SutraMapPins *self, guint item);
double sutra_map_pins_radius_of (SutraMapPins *self, const SutraPinLayout *layout, const SutraShown *shown);

/* sutra-map-sprites.c */
void sutra_map_sprite_free (SutraSprite *self);
/* Drops the pictures if they are for another scale, style or font. */
void sutra_map_sprites_prepare (SutraMapPins *self, const SutraMapStyle *style, const SutraMapPinsLook *look);
void sutra_map_sprite_put (const SutraMapPins *self, cairo_t *cr, const SutraSprite *sprite, double x, double y);
const SutraSprite *sutra_map_sprites_pin (SutraMapPins *self, guint item);
/* NULL: it is not there, and @budget (how many may still be made) is used up. */
const SutraSprite *sutra_map_sprites_badge (SutraMapPins *self, SutraPinLayout *layout, guint cluster, guint *budget);
/* A badge in the colour of the heaviest member only. */
void sutra_map_sprites_put_plain_badge (SutraMapPins *self, cairo_t *cr, SutraPinLayout *layout, guint cluster, double x, double y);
/* NULL as above. */
const SutraSprite *sutra_map_sprites_label (SutraMapPins *self, guint item, guint *budget);
/* The badge itself, for paper. */
void sutra_map_pins_draw_badge (SutraMapPins *self, cairo_t *cr, SutraPinLayout *layout, guint cluster, double x, double y);
/* The name of a pin, or the names in a badge, for paper; the size is with the halo. (transfer full) */
PangoLayout *
sutra_map_pins_set_label (SutraMapPins *self, const SutraPinLayout *layout, const SutraShown *shown, double *width, double *height);
/* Top left corner at (@x, @y). */
void sutra_map_pins_draw_label (SutraMapPins *self, cairo_t *cr, PangoLayout *label, double x, double y);

/* sutra-map-pin-labels.c */
/* FALSE: some wait for the next frame. */
gboolean
sutra_map_pins_paint_labels (SutraMapPins *self, cairo_t *cr, const SutraMapPinsLook *look, const SutraPinLayout *layout, GArray *taken);

G_END_DECLS
