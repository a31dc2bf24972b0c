/* sutra-selection.h: the one selection that text, pane, map and timeline share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sutra-case.h"

G_BEGIN_DECLS

#define SUTRA_TYPE_SELECTION (sutra_selection_get_type ())
G_DECLARE_FINAL_TYPE (SutraSelection, sutra_selection, SUTRA, SELECTION, GObject)

/* What is chosen: a mention (its entity is then chosen with it), an entity, or nothing. "changed" (no arguments) is emitted once for each change, and when an edit deletes
 * what is chosen (the selection is then empty). */
SutraSelection *sutra_selection_new (SutraCase *the_case);
void sutra_selection_clear (SutraSelection *self);
void sutra_selection_choose_mention (SutraSelection *self, const SutraId *mention);
void sutra_selection_choose_entity (SutraSelection *self, const SutraId *entity);
const SutraId *sutra_selection_get_mention (SutraSelection *self); /* the null id: none */
const SutraId *sutra_selection_get_entity (SutraSelection *self);  /* the null id: none */

/* The entity that the pointer is on in one of the panes, for all of them to light it up; it is not chosen by that. NULL or the null id: none. "hovered" (no arguments) is emitted once for each change, and when
 * an edit deletes it. */
void sutra_selection_set_hovered (SutraSelection *self, const SutraId *entity);
const SutraId *sutra_selection_get_hovered (SutraSelection *self); /* the null id: none */

G_END_DECLS
