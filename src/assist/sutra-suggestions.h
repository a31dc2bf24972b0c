/* sutra-suggestions.h: the suggestions for the article that is shown
 *
 * Found in the case's reader worker when the main loop is idle, and found anew when an edit changes what they rest on. What is decided (accepted, rejected, marked by hand) leaves the list at once, and
 * comes back at once when that is undone. Nothing is found in the main thread; what is done there for an edit is bounded by the suggestions that overlap the edited mentions.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sutra-suggestion.h"

G_BEGIN_DECLS

#define SUTRA_TYPE_SUGGESTIONS (sutra_suggestions_get_type ())
G_DECLARE_FINAL_TYPE (SutraSuggestions, sutra_suggestions, SUTRA, SUGGESTIONS, GObject)

/* Begins to look for suggestions of @kinds (bits 1 << SutraSuggestionKind; SUTRA_SUGGEST_ALL for all) in @article. Text checks are never among them. Holds references to both. */
SutraSuggestions *sutra_suggestions_new (SutraCase *the_case, SutraArticle *article, guint kinds);
SutraArticle *sutra_suggestions_get_article (SutraSuggestions *self);

/* Other kinds: found anew. 0 is "all" here too; to have none drop the object. */
void sutra_suggestions_set_kinds (SutraSuggestions *self, guint kinds);

/* Property: whether they are being found. */
gboolean sutra_suggestions_get_busy (SutraSuggestions *self);

/* Those that are open, in text order: how many, each, where one is (G_MAXUINT: it is not open). Owned by @self, valid until "changed". */
guint sutra_suggestions_get_length (SutraSuggestions *self);
SutraSuggestion *sutra_suggestions_get (SutraSuggestions *self, guint position);
guint sutra_suggestions_find (SutraSuggestions *self, const SutraId *id);

/* The position of the first one that starts at @cp or after it; the length if there is none. */
guint sutra_suggestions_next_from (SutraSuggestions *self, guint cp);

/* The open ones that name the same as @suggestion (itself among them): the same entity, or without one the same type and dictionary form. Beside a sure one only sure ones. (transfer container: SutraSuggestion *) */
GPtrArray *sutra_suggestions_like (SutraSuggestions *self, const SutraSuggestion *suggestion);

/* The open ones as spans with status "suggested", for drawing. Belongs to @self and changes with it. */
SutraSpanIndex *sutra_suggestions_get_spans (SutraSuggestions *self);

/* Signals: "changed": the list is another one. "returned" (gpointer SutraId), after "changed": an edit was undone and this suggestion, the first of those in text order, is open again. */

G_END_DECLS
