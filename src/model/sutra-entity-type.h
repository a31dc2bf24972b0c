/* sutra-entity-type.h: one type of a case's tagset
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sutra-live.h"

G_BEGIN_DECLS

#define SUTRA_TYPE_ENTITY_TYPE (sutra_entity_type_get_type ())
G_DECLARE_FINAL_TYPE (SutraEntityType, sutra_entity_type, SUTRA, ENTITY_TYPE, SutraLive)

/* Live object of a row; all strings are owned by it. Each getter has a read-only property of the same name that notifies when an edit
 * changed it ("slug", "name", "color", "badge", "shortcut", "names-entities", "position"). */
const SutraId *sutra_entity_type_get_id (SutraEntityType *self);
const char *sutra_entity_type_get_slug (SutraEntityType *self);      /* "person" */
const char *sutra_entity_type_get_name (SutraEntityType *self);      /* (nullable): NULL for a stock type that was not renamed */
const char *sutra_entity_type_get_color (SutraEntityType *self);     /* "#rrggbb" */
const char *sutra_entity_type_get_badge (SutraEntityType *self);     /* one or two aksharas */
const char *sutra_entity_type_get_shortcut (SutraEntityType *self);  /* (nullable): one key, lower case */
const SutraId *sutra_entity_type_get_parent (SutraEntityType *self); /* the null id: none */
gboolean sutra_entity_type_get_names_entities (SutraEntityType *self);
int sutra_entity_type_get_position (SutraEntityType *self);

/* The name if it has one, else the stock type's English name, else the slug. The window shows sutra_type_style_dup_name() instead. */
const char *sutra_entity_type_get_english_name (SutraEntityType *self);

G_END_DECLS
