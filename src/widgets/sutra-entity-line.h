/* sutra-entity-line.h: one row of the entity pane: a type with its count, or an entity
 *
 * An entity can be dragged onto another one: the pane then merges them. CSS node: entityline.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "sutra-entity-list.h"
#include "sutra-selection.h"

G_BEGIN_DECLS

#define SUTRA_TYPE_ENTITY_LINE (sutra_entity_line_get_type ())
G_DECLARE_FINAL_TYPE (SutraEntityLine, sutra_entity_line, SUTRA, ENTITY_LINE, GtkWidget)

GtkWidget *sutra_entity_line_new (void);

/* @row nullable; follows its label and count. @selection (nullable): what is hovered in other panes. */
void sutra_entity_line_set_row (SutraEntityLine *self, SutraEntityRow *row, SutraTagset *tagset, SutraSelection *selection);
SutraEntityRow *sutra_entity_line_get_row (SutraEntityLine *self);

/* Signal "entity-dropped" (const char *id): another entity, by its id's string, was dropped on this one. */

G_END_DECLS
