/* sutra-map-members.h: the pins that no zoom can part, as a list
 *
 * A popover with a list view: arrows and Enter, or a click, choose. Signal "chosen" (SutraId *entity).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "sutra-place-list.h"

G_BEGIN_DECLS

#define SUTRA_TYPE_MAP_MEMBERS (sutra_map_members_get_type ())
G_DECLARE_FINAL_TYPE (SutraMapMembers, sutra_map_members, SUTRA, MAP_MEMBERS, GtkPopover)

/* Lists the rows @members (guint) of @places and pops up at (@x, @y) of its parent; the first has the focus. Rows are made as they come into view. */
void sutra_map_members_popup (SutraMapMembers *self, SutraCase *the_case, SutraPlaceList *places, GArray *members, double x, double y);
/* Away with it, at once. */
void sutra_map_members_popdown (SutraMapMembers *self);

G_END_DECLS
