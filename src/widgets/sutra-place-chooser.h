/* sutra-place-chooser.h: where an entity is, for the analyst to say
 *
 * The candidates of the gazetteer for a name, best first, each with what tells it from the others; coordinates typed or clicked on the map; how exact that is. One choice is one step of the history. A candidate can be kept (a hollow pin) or turned down ("not this"),
 * which is remembered. Nothing is chosen by itself. Keys: Up and Down go through the candidates, Enter chooses, Escape ends. CSS node: placechooser.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "sutra-location.h"
#include "sutra-place-names.h"

G_BEGIN_DECLS

#define SUTRA_TYPE_PLACE_CHOOSER (sutra_place_chooser_get_type ())
G_DECLARE_FINAL_TYPE (SutraPlaceChooser, sutra_place_chooser, SUTRA, PLACE_CHOOSER, GtkWidget)

GtkWidget *sutra_place_chooser_new (void);

/* What names are looked up in; NULL: then only coordinates can be given. */
void sutra_place_chooser_set_names (SutraPlaceChooser *self, SutraPlaceNames *names);

/* Asks where @entity is; or, where it is the null id, what the mentions without an entity are that share type and dictionary form with @mention: these then get an entity with the first choice. @article (nullable): the countries that
 * it names are favoured. */
void sutra_place_chooser_start (SutraPlaceChooser *self,
                                SutraCase *the_case,
                                const SutraId *entity,
                                const SutraId *mention,
                                SutraArticle *article);
/* Ends without a choice; nothing if nothing is asked. */
void sutra_place_chooser_stop (SutraPlaceChooser *self);

/* The point that was clicked on the map: chosen at once if the analyst was asked to click, else offered as a candidate. */
void sutra_place_chooser_take_point (SutraPlaceChooser *self, double latitude, double longitude);

/* What is listed (SutraCandidate *, transfer none), for the map's hollow pins, and a pin that was chosen there. */
GPtrArray *sutra_place_chooser_get_candidates (SutraPlaceChooser *self);
void sutra_place_chooser_choose (SutraPlaceChooser *self, guint i);

/* Properties: "active" (something is asked), "picking" (the next click on the map is the place). Signals: "candidates-changed" (no arguments); "candidate-selected" (guint): the row under the cursor; "located" (gpointer SutraId): the entity has a location now.
 * Actions: place-chooser.choose, .keep, .reject, .clear, .pick, .close. */

G_END_DECLS
