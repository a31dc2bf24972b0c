/* sutra-suggestion-text.h: a suggestion in the reader's language
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sutra-suggestion.h"

G_BEGIN_DECLS

/* What it would be marked as: "Place: Astana", "Date: 8 April 2024", "Person" (transfer full). */
char *sutra_suggestion_dup_meaning (const SutraSuggestion *self, SutraCase *the_case);

/* Why it is proposed, or what is wrong with it; "" if there is nothing to say (transfer full). */
char *sutra_suggestion_dup_reason (const SutraSuggestion *self);

/* Both, below each other, for a tooltip (transfer full). */
char *sutra_suggestion_dup_tooltip (const SutraSuggestion *self, SutraCase *the_case);

G_END_DECLS
