/* sutra-inflection.h: the dictionary form in an inflected Bengali word
 *
 * Slots: BASE + (PLURAL | CLASSIFIER)? + CASE? + PARTICLE?, matched on the fold key, longest suffix first, with the
 * stop pairs of sutra-inflection.c. Suffixes after a hyphen, a closing quote or an apostrophe are taken too.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sutra-text.h"

G_BEGIN_DECLS

/**
 * SutraStem:
 * @base: the candidate dictionary form, as it stands in the word (the word's own first code points).
 * @stem_end: its length in code points of the word.
 * @suffix: the suffix chain, parts joined by "+" ("ের", "টি+কে+ও"); "" for the word itself.
 * @score: 0 to 1; the more likely the higher.
 */
typedef struct
{
  char *base;
  guint32 stem_end;
  char *suffix;
  double score;
} SutraStem;

/* Candidates for @word (one word, UTF-8), best first; always holds the word itself. Array of SutraStem
 * (transfer full; elements are cleared by the array). */
GArray *sutra_inflection_stems (const char *word);

/* How much of the text after @base_end (the end of a known name that ends at @base_end) is its inflection:
 * returns the end, in code points, of the inflected whole word, or @base_end if the word ends there, or 0 if the
 * following characters make it another word. @base_start is where the name starts. */
gsize sutra_inflection_end_of (SutraText *text, gsize base_start, gsize base_end);

/* The best guess where the dictionary form of the mention [@start, @end) ends (code points of the text, @start < result <= @end).
 * @known (nullable): names whose presence decides (NULL-terminated): the longest that, folded, begins the mention and of which the rest
 * is an inflection wins. Without one the best stem of the last word counts, unless the
 * text shows that word with an ending of its own (পাচার beside পাচারের). */
gsize sutra_inflection_guess_stem_end (SutraText *text, gsize start, gsize end, const char *const *known);

G_END_DECLS
