/* sutra-place-rows.h: one half of a place set as a GListModel of SutraPlaceRow
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sutra-place-set.h"

G_BEGIN_DECLS

#define SUTRA_TYPE_PLACE_ROWS (sutra_place_rows_get_type ())
G_DECLARE_FINAL_TYPE (SutraPlaceRows, sutra_place_rows, SUTRA, PLACE_ROWS, GObject)

SutraPlaceRows *sutra_place_rows_new (gboolean located);

/* Shows @set, which was compared with the set shown before; emits items-changed step by step, the list being right at each. */
void sutra_place_rows_take (SutraPlaceRows *self, SutraPlaceSet *set);

G_END_DECLS
