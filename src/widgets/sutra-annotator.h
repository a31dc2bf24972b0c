/* sutra-annotator.h: what "mark this" means: from a span and a choice to mentions
 *
 * No widget: the popover, the type keys and the tests call the same functions.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sutra-case.h"

G_BEGIN_DECLS

/* Marks [@start, @end) of @article as @type in one step. When the type names entities the mention is linked: to @entity if it is given and of that type,
 * else to the entity of that type that @label names (made if there is none), else (@label NULL) to the first guess: an existing entity
 * of the type, or a new one with the dictionary form. @label "" leaves it unlinked. @mention (nullable) receives the id. Errors as sutra_case_add_mentions(). */
gboolean sutra_annotator_mark (SutraCase *the_case,
                               SutraArticle *article,
                               guint start,
                               guint end,
                               const SutraId *type,
                               const SutraId *entity,
                               const char *label,
                               SutraId *mention,
                               GError **error);

/* Marks [@start, @end) and every element of @occurrences (array of SutraOccurrence) as one step, linked as above. Those that equal the span itself are
 * taken once, those that overlap a confirmed mention of the type are passed over. @n_marked (nullable) receives how many places that are. */
gboolean sutra_annotator_mark_all (SutraCase *the_case,
                                   SutraArticle *article,
                                   guint start,
                                   guint end,
                                   const SutraId *type,
                                   const SutraId *entity,
                                   const char *label,
                                   GArray *occurrences,
                                   guint *n_marked,
                                   GError **error);

/* The names under which "all occurrences" looks: @label, the dictionary form of the span, and the label and aliases of @entity
 * (nullable), each once (transfer full, NULL-terminated). */
char **
sutra_annotator_dup_names (SutraCase *the_case, SutraArticle *article, guint start, guint end, const SutraId *entity, const char *label);

/* A line of context around [@start, @end): at most @around code points to each side, white space collapsed, the quote cut to 120. All transfer full, nullable. */
void sutra_annotator_context (SutraText *text, guint start, guint end, guint around, char **before, char **quote, char **after);

/* The same, but nothing beyond the sentences, as people corrected them, in which the span begins and ends. */
void
sutra_annotator_sentence_context (SutraArticle *article, guint start, guint end, guint around, char **before, char **quote, char **after);

G_END_DECLS
