/* sutra-map-private.h: what the files of the map share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sutra-map.h"

#include "sutra-map-card.h"
#include "sutra-map-image.h"
#include "sutra-map-labels.h"
#include "sutra-map-members.h"
#include "sutra-map-pins.h"
#include "sutra-map-surface.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* What the pointer, or a key, is at. */
typedef enum
{
  SUTRA_MAP_NOTHING,
  SUTRA_MAP_PIN,
  SUTRA_MAP_CLUSTER,
  SUTRA_MAP_CANDIDATE, /* a pin of the candidates */
  SUTRA_MAP_CANDIDATE_CLUSTER,
} SutraMapTargetKind;

/* @index: of the item, of the candidate or of the cluster; @x, @y: where it is shown, in the widget */
typedef struct
{
  SutraMapTargetKind kind;
  guint index;
  double x;
  double y;
} SutraMapTarget;

struct _SutraMap
{
  GtkWidget parent_instance;

  GtkWidget *controls;
  GtkWidget *notice;
  GtkWidget *legend;
  GtkLabel *attribution;
  GtkLabel *note;
  SutraMapCard *card;
  SutraMapMembers *members;

  SutraWorld *world;         /* (owned) (nullable) */
  SutraGazetteer *gazetteer; /* (owned) (nullable) */
  gboolean has_data;         /* set_data () was called: what is missing is known */
  char *language;            /* (owned) (nullable) */
  gboolean claims;
  gboolean picking;
  gboolean pin_labels;

  SutraCase *the_case;         /* (owned) (nullable) */
  SutraPlaceList *places;      /* (owned) (nullable) */
  SutraSelection *selection;   /* (owned) (nullable) */
  const SutraPlaceItem *items; /* (unowned) of @places, until its next "changed" */
  guint n_items;
  SutraMapPins *pins;           /* (owned) (nullable) of @items */
  GPtrArray *candidates;        /* (owned) (nullable) SutraCandidate */
  GArray *candidate_items;      /* (owned) (nullable) SutraPlaceItem */
  SutraMapPins *candidate_pins; /* (owned) (nullable) of @candidate_items */
  guint selected;               /* item; G_MAXUINT: none */
  guint lit;                    /* item that another pane points at; G_MAXUINT: none */
  SutraMapTarget hovered;

  SutraMapSurface *surface; /* (owned) (nullable) */
  SutraMapFrame *frame;     /* (owned) */
  GArray *taken;            /* SutraMapRect: what the pins cover */
  SutraTheme theme;

  SutraViewport view;
  gboolean untouched;   /* nobody has moved it: it follows what there is to see */
  gboolean fit_pending; /* as soon as the list is loaded */

  AdwAnimation *flight; /* (owned) (nullable) */
  SutraViewport flight_from;
  SutraViewport flight_to;
  guint glide; /* tick callback of a map that was let go while moving */
  double glide_x;
  double glide_y; /* pixels per second */
  gint64 glide_time;

  GtkGesture *drag;
  double drag_x;
  double drag_y;
  double pinch_zoom;
  double pointer_x;
  double pointer_y;
  guint again; /* idle: some badges were left plain */
  guint card_source;
  gboolean card_after_flight; /* the chosen pin's */
};

/* Signals, see sutra-map.h. */
void sutra_map_emit_picked (SutraMap *self, double x, double y);
void sutra_map_emit_candidate_chosen (SutraMap *self, guint index);

/* View: where one looks. */
void sutra_map_resize (SutraMap *self, int width, int height);
void sutra_map_stop (SutraMap *self);
void sutra_map_fly_to (SutraMap *self, const SutraViewport *to);
void sutra_map_pan (SutraMap *self, double dx, double dy);
void sutra_map_glide (SutraMap *self, double velocity_x, double velocity_y);
void sutra_map_zoom_at (SutraMap *self, double steps, double x, double y, gboolean animated);
void sutra_map_fit_quietly (SutraMap *self);
/* Pans so that item @i is in view, if it is not. */
void sutra_map_reveal (SutraMap *self, guint i);

/* Pins: what is there, what is chosen. */
void sutra_map_update_pins (SutraMap *self);
void sutra_map_update_candidates (SutraMap *self);
gboolean sutra_map_find (SutraMap *self, double x, double y, double slop, SutraMapTarget *target);
/* The item of @entity (nullable); G_MAXUINT: none. */
guint sutra_map_find_entity (SutraMap *self, const SutraId *entity);
gboolean sutra_map_locate (SutraMap *self, guint i, SutraMapTarget *target);
/* What a click, or Enter, does there. */
void sutra_map_activate (SutraMap *self, const SutraMapTarget *target);
void sutra_map_choose (SutraMap *self, guint i);
void sutra_map_step (SutraMap *self, int direction);
/* Items without a case, for benchmarks and tests of many: they must outlive the map. */
void sutra_map_set_items (SutraMap *self, const SutraPlaceItem *items, guint n_items, SutraCase *styles_of);

/* Paint. */
void sutra_map_init_look (SutraMap *self);
void sutra_map_update_style (SutraMap *self);
void sutra_map_drop_labels (SutraMap *self);
void sutra_map_paint_frame (SutraMap *self, GtkSnapshot *snapshot);

/* Input, actions, hovering. */
void sutra_map_init_input (SutraMap *self);
void sutra_map_update_cursor (SutraMap *self);
void sutra_map_install_actions (GtkWidgetClass *widget_class);
void sutra_map_init_keys (SutraMap *self);
void sutra_map_update_actions (SutraMap *self);
void sutra_map_hover (SutraMap *self, const SutraMapTarget *target);
void sutra_map_show_card (SutraMap *self, const SutraMapTarget *target);
void sutra_map_hide_card (SutraMap *self);
/* The card of the chosen pin, as soon as nothing moves. */
void sutra_map_tell_chosen (SutraMap *self);

/* What a screen reader hears. */
void sutra_map_update_accessible (SutraMap *self);

G_END_DECLS
