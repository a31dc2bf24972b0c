/* sutra-map.h: the map, a widget
 *
 * Shows a SutraPlaceList on the world that the program ships. Everything that can be done is an action with a key: map.zoom-in (+), map.zoom-out (-), map.fit (0), map.pan-left/-right/-up/-down (arrows, with Shift far), map.next and map.previous (Ctrl with arrows: from pin to pin),
 * map.activate (Enter), map.clear (Escape), map.place-here (sets a point at the crosshair while picking). Tab leaves. The base is painted in a worker; a frame only shows it. CSS node: map. Role: group; label "Map"; the description tells places, unlocated ones and what is selected.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "sutra-gazetteer.h"
#include "sutra-place-list.h"
#include "sutra-selection.h"
#include "sutra-world.h"

G_BEGIN_DECLS

#define SUTRA_TYPE_MAP (sutra_map_get_type ())
G_DECLARE_FINAL_TYPE (SutraMap, sutra_map, SUTRA, MAP, GtkWidget)

GtkWidget *sutra_map_new (void);

/* The data; nullable each. Without the world the widget shows the pins on plain ground and says so. */
void sutra_map_set_data (SutraMap *self, SutraWorld *world, SutraGazetteer *gazetteer);
/* Nullable together. */
void sutra_map_set_places (SutraMap *self, SutraCase *the_case, SutraPlaceList *places, SutraSelection *selection);

/* Properties: "language" (of the labels: "bn", "en" …; NULL: the UI's), "claims" (disputed borders are drawn; TRUE), "picking" (the next click or map.place-here emits "picked"), "pin-labels". */
void sutra_map_set_language (SutraMap *self, const char *language);
void sutra_map_set_claims (SutraMap *self, gboolean claims);
void sutra_map_set_picking (SutraMap *self, gboolean picking);
void sutra_map_set_pin_labels (SutraMap *self, gboolean pin_labels);

/* Fits all items, or one entity's. Animated unless the desktop wants no animations. */
void sutra_map_fit (SutraMap *self);
void sutra_map_show_entity (SutraMap *self, const SutraId *entity);
void sutra_map_show_box (SutraMap *self, const SutraBox *box);

/* Candidates that a chooser is showing just now, as hollow numbered pins (SutraCandidate *, nullable). */
void sutra_map_set_candidates (SutraMap *self, GPtrArray *candidates);

/* Signals: "picked" (double latitude, double longitude); "candidate-chosen" (guint index). Choosing a pin chooses its entity in the selection. */

G_END_DECLS
