/* sutra-suggestion-bar.h: says how many suggestions there are, and leads through them
 *
 * Shows what it is told; its buttons activate the actions "suggestion.review", ".accept", ".accept-entity", ".reject", ".other", ".next", ".previous", ".done" and ".hide" of the widget that it is in. No button takes the focus when it is
 * clicked: it stays in the text, where the keys are. CSS node: suggestionbar.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "sutra-suggestion.h"

G_BEGIN_DECLS

#define SUTRA_TYPE_SUGGESTION_BAR (sutra_suggestion_bar_get_type ())
G_DECLARE_FINAL_TYPE (SutraSuggestionBar, sutra_suggestion_bar, SUTRA, SUGGESTION_BAR, GtkWidget)

GtkWidget *sutra_suggestion_bar_new (void);

/* "12 suggestions", with a button that begins the review. */
void sutra_suggestion_bar_offer (SutraSuggestionBar *self, guint n_suggestions);

/* One of them: number @position (from 0) of @n_suggestions; @n_like: how many "accept all of this entity" would accept. Announced to assistive technology. */
void sutra_suggestion_bar_show (SutraSuggestionBar *self,
                                SutraCase *the_case,
                                const SutraSuggestion *suggestion,
                                guint position,
                                guint n_suggestions,
                                guint n_like);

/* The review is at its end. */
void sutra_suggestion_bar_finish (SutraSuggestionBar *self, guint n_accepted, guint n_rejected);

/* What it says now, as it is announced (for tests). */
const char *sutra_suggestion_bar_get_announcement (SutraSuggestionBar *self);

G_END_DECLS
