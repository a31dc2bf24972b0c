/* sutra-entity-entry.h: an entry for an entity's name that offers the entities that are there
 *
 * Inflected forms match. Down and Up walk through the offers while the focus stays in the entry. CSS node: entityentry.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "sutra-case.h"

G_BEGIN_DECLS

#define SUTRA_TYPE_ENTITY_ENTRY (sutra_entity_entry_get_type ())
G_DECLARE_FINAL_TYPE (SutraEntityEntry, sutra_entity_entry, SUTRA, ENTITY_ENTRY, GtkWidget)

GtkWidget *sutra_entity_entry_new (void);

void sutra_entity_entry_set_case (SutraEntityEntry *self, SutraCase *the_case);

/* Entities of this type come first; when @only, others are not offered at all. NULL: any. */
void sutra_entity_entry_set_entity_type (SutraEntityEntry *self, const SutraId *type, gboolean only);

/* Sets what is in the entry without offering anything. @entity (nullable): the entity that it names. */
void sutra_entity_entry_set_name (SutraEntityEntry *self, const char *name, const SutraId *entity);
const char *sutra_entity_entry_get_name (SutraEntityEntry *self);

/* The entity that was chosen and whose name was not altered since; the null id: none, the name counts. @type (nullable) receives its type. */
void sutra_entity_entry_get_entity (SutraEntityEntry *self, SutraId *entity, SutraId *type);

/* Signals:
 * - "chosen": Return was pressed, or an offer was clicked.
 * - "edited": the text or the chosen entity changed by the user.
 */

G_END_DECLS
