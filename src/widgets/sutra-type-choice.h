/* sutra-type-choice.h: a GtkDropDown that chooses an entity type
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "sutra-tagset.h"

G_BEGIN_DECLS

/* Makes @drop_down list the types of @tagset (nullable: none) with badge and name. */
void sutra_type_choice_set_up (GtkDropDown *drop_down, SutraTagset *tagset);

/* FALSE if nothing is chosen. */
gboolean sutra_type_choice_get (GtkDropDown *drop_down, SutraId *type);
void sutra_type_choice_set (GtkDropDown *drop_down, const SutraId *type);

/* A menu with one item for each type whose target for @action (parameter type "s") is the type's id (transfer full). */
GMenuModel *sutra_type_choice_menu (SutraTagset *tagset, const char *action);

G_END_DECLS
