/* sutra-suggestion-popover.h: what can be done with the suggestion that was clicked
 *
 * Its buttons activate the actions "suggestion.accept", ".accept-entity", ".reject" and ".other" of the widget that it is in.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "sutra-suggestion.h"

G_BEGIN_DECLS

#define SUTRA_TYPE_SUGGESTION_POPOVER (sutra_suggestion_popover_get_type ())
G_DECLARE_FINAL_TYPE (SutraSuggestionPopover, sutra_suggestion_popover, SUTRA, SUGGESTION_POPOVER, GtkPopover)

GtkWidget *sutra_suggestion_popover_new (void);

/* Shows @suggestion at @rectangle, in the coordinates of the widget that it is in. @n_like: how many "accept all of this entity" would accept. */
void sutra_suggestion_popover_open (SutraSuggestionPopover *self,
                                    SutraCase *the_case,
                                    const SutraSuggestion *suggestion,
                                    guint n_like,
                                    const GdkRectangle *rectangle);

G_END_DECLS
