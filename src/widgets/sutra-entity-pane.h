/* sutra-entity-pane.h: the entities of the article or the case, and the chosen one's details
 *
 * Filter, sort, scope; types with their counts as headers; several rows can be selected. Shares the selection with the text. CSS node: entitypane.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "sutra-edtf-value.h"
#include "sutra-selection.h"

G_BEGIN_DECLS

#define SUTRA_TYPE_ENTITY_PANE (sutra_entity_pane_get_type ())
G_DECLARE_FINAL_TYPE (SutraEntityPane, sutra_entity_pane, SUTRA, ENTITY_PANE, GtkWidget)

GtkWidget *sutra_entity_pane_new (void);

/* Both nullable together. */
void sutra_entity_pane_set_case (SutraEntityPane *self, SutraCase *the_case, SutraSelection *selection);

/* What the scope "article" means. (nullable) */
void sutra_entity_pane_set_article (SutraEntityPane *self, SutraArticle *article);

/* The height of the lower part, for remembering. */
int sutra_entity_pane_get_details_height (SutraEntityPane *self);
void sutra_entity_pane_set_details_height (SutraEntityPane *self, int height);

/* How the values of dates are written. */
void sutra_entity_pane_set_date_format (SutraEntityPane *self, SutraEdtfFormat format);

void sutra_entity_pane_focus_filter (SutraEntityPane *self);

/* Properties "sort" ("first", "name", "count") and "scope" ("article", "case").
 * Actions, listed in sutra-entity-pane-actions.c: entities.sort, entities.scope, entities.merge, entities.rename, entities.delete, entities.set-type, entities.menu. */

G_END_DECLS
