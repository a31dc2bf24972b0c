/* sutra-map-card.h: what a pin says when one points at it
 *
 * A popover that takes neither focus nor pointer: name, type and count, where it is and how that is known, its first mentions in their sentences.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "sutra-gazetteer.h"
#include "sutra-place-list.h"

G_BEGIN_DECLS

/* Mentions that it shows, and members of a cluster that it names. */
#define SUTRA_MAP_CARD_MENTIONS 3
#define SUTRA_MAP_CARD_NAMES 6

#define SUTRA_TYPE_MAP_CARD (sutra_map_card_get_type ())
G_DECLARE_FINAL_TYPE (SutraMapCard, sutra_map_card, SUTRA, MAP_CARD, GtkPopover)

/* Each fills the card and pops it up at (@x, @y) of its parent. @article nullable: mentions of the whole case. What a closed case no longer tells is left out. */
void
sutra_map_card_show_place (SutraMapCard *self, SutraCase *the_case, const SutraId *article, const SutraPlaceItem *item, double x, double y);
/* @items: those of the cluster's @members (guint) */
void sutra_map_card_show_cluster (SutraMapCard *self, const SutraPlaceItem *items, GArray *members, double x, double y);
void sutra_map_card_show_candidate (SutraMapCard *self, const SutraCandidate *candidate, double x, double y);

G_END_DECLS
