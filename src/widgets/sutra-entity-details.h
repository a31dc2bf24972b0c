/* sutra-entity-details.h: the chosen entity, to read and to edit, and its mentions in context
 *
 * Label, aliases, attributes, notes; choosing a mention scrolls the text to it through the shared selection. CSS node: entitydetails.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "sutra-edtf-value.h"
#include "sutra-entity-list.h"
#include "sutra-selection.h"

G_BEGIN_DECLS

#define SUTRA_TYPE_ENTITY_DETAILS (sutra_entity_details_get_type ())
G_DECLARE_FINAL_TYPE (SutraEntityDetails, sutra_entity_details, SUTRA, ENTITY_DETAILS, GtkWidget)

GtkWidget *sutra_entity_details_new (void);

void sutra_entity_details_set_case (SutraEntityDetails *self, SutraCase *the_case, SutraSelection *selection);

/* Shows the entity of @row, or the mentions without an entity that it stands for; within @article or, when NULL, the whole case. @row NULL: empty. */
void sutra_entity_details_set_row (SutraEntityDetails *self, SutraEntityRow *row, SutraArticle *article);

/* How the values of dates are written. */
void sutra_entity_details_set_date_format (SutraEntityDetails *self, SutraEdtfFormat format);

/* Puts the focus into the name, all selected. */
void sutra_entity_details_rename (SutraEntityDetails *self);

G_END_DECLS
