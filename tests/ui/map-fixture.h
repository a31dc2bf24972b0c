/* map-fixture.h: a map of a case in a window, for its tests
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "dialogs-fixture.h"

#include "sutra-map-private.h"

typedef struct
{
  Dialogs *dialogs;
  GtkWidget *window;
  SutraMap *map;
  SutraPlaceList *places;
  SutraSelection *selection;
  guint n_picked;
  double latitude, longitude;
  guint n_candidates;
  guint candidate;
} Map;

/* Whether the ground is painted as it should be; @data: a SutraMap, for dialogs_wait (). */
gboolean map_is_settled (gpointer data);
/* An entity of a place type at a point, without a mention. */
SutraId map_add_place (Dialogs *dialogs, const char *label, double latitude, double longitude);
/* Until what is known is painted. */
void map_settle (Map *self);
/* A window with a map of the whole case; with the world that the program ships, or without. */
void map_open (Map *self, Dialogs *dialogs);
void map_open_with_world (Map *self, Dialogs *dialogs);
/* Closes it, and checks that nothing of it is left. */
void map_close (Map *self);
void map_act (Map *self, const char *action);
/* The controller of that type. */
gpointer map_find_controller (Map *self, GType type);
void map_point_at (Map *self, double x, double y);
void map_click (Map *self, int n_press, double x, double y);
void map_scroll (Map *self, double dx, double dy);
void map_get_pixel (Map *self, double latitude, double longitude, double *x, double *y);
void map_get_point (Map *self, double x, double y, SutraPoint *point);
