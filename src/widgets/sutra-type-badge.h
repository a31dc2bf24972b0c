/* sutra-type-badge.h: the letter badge of an entity type
 *
 * CSS node: badge. Its accessible role is img and its label the type's name, so that a row with a badge says its type.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "sutra-entity-type.h"
#include "sutra-type-style.h"

G_BEGIN_DECLS

#define SUTRA_TYPE_TYPE_BADGE (sutra_type_badge_get_type ())
G_DECLARE_FINAL_TYPE (SutraTypeBadge, sutra_type_badge, SUTRA, TYPE_BADGE, GtkWidget)

GtkWidget *sutra_type_badge_new (void);

/* Property "entity-type" (nullable: an empty badge). Follows the type's changes and the theme. */
void sutra_type_badge_set_entity_type (SutraTypeBadge *self, SutraEntityType *type);
SutraEntityType *sutra_type_badge_get_entity_type (SutraTypeBadge *self);

/* Letters and colour that are not (yet) a type's, for a dialog's preview. */
void sutra_type_badge_set_sample (SutraTypeBadge *self, const char *letters, const char *color);

/* The theme that the desktop and the preferences ask for now. */
SutraTheme sutra_theme_current (void);

G_END_DECLS
