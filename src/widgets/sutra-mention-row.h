/* sutra-mention-row.h: one mention with the words around it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "sutra-case.h"
#include "sutra-edtf-value.h"

G_BEGIN_DECLS

#define SUTRA_TYPE_MENTION_ROW (sutra_mention_row_get_type ())
G_DECLARE_FINAL_TYPE (SutraMentionRow, sutra_mention_row, SUTRA, MENTION_ROW, GtkWidget)

GtkWidget *sutra_mention_row_new (void);

/* @mention nullable. @show_article: the article's title stands below. @dates: how the value of a date is written. Follows the mention's changes. */
void sutra_mention_row_set_mention (SutraMentionRow *self,
                                    SutraCase *the_case,
                                    SutraMention *mention,
                                    gboolean show_article,
                                    SutraEdtfFormat dates);

G_END_DECLS
