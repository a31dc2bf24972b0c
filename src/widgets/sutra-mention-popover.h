/* sutra-mention-popover.h: one mention opened for editing at its place in the text
 *
 * Type, entity, value, note, ends, delete; each change is an edit of its own.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "sutra-case.h"
#include "sutra-edtf-value.h"

G_BEGIN_DECLS

#define SUTRA_TYPE_MENTION_POPOVER (sutra_mention_popover_get_type ())
G_DECLARE_FINAL_TYPE (SutraMentionPopover, sutra_mention_popover, SUTRA, MENTION_POPOVER, GtkPopover)

GtkWidget *sutra_mention_popover_new (void);

/* Opens for @mention at @rectangle of the parent. Closes by itself when the mention goes. */
void sutra_mention_popover_open (SutraMentionPopover *self, SutraCase *the_case, SutraMention *mention, const GdkRectangle *rectangle);

/* How the date below the value of a date is written. */
void sutra_mention_popover_set_date_format (SutraMentionPopover *self, SutraEdtfFormat format);

G_END_DECLS
