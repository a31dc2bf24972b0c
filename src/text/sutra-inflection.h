/* sutra-inflection.h: the dictionary form in an inflected word
 *
 * Bengali: BASE + (PLURAL | CLASSIFIER)? + CASE? + PARTICLE?, and after a genitive a classifier once more (শ্রীলঙ্কারটি), matched on the fold
 * key, with the tables and stop lists of sutra-suffix-tables.c. Suffixes after a hyphen, a closing quote or bracket or an apostrophe are taken
 * too. Other scripts: the possessive 's and the s' of plurals.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sutra-text.h"

G_BEGIN_DECLS

/* The longest chain. */
#define SUTRA_SUFFIX_MAX_PARTS 5

/* What a suffix is: the case endings; the plural of persons and things; টি, টা …; তম, ম …; সহ, সমেত; words made from the name
 * (বাসী, ভিত্তিক …); ই, ও, তো; 's. */
typedef enum
{
  SUTRA_SUFFIX_GENITIVE,
  SUTRA_SUFFIX_LOCATIVE,
  SUTRA_SUFFIX_OBJECT,
  SUTRA_SUFFIX_PLURAL,
  SUTRA_SUFFIX_CLASSIFIER,
  SUTRA_SUFFIX_ORDINAL,
  SUTRA_SUFFIX_ATTACHED,
  SUTRA_SUFFIX_DERIVED,
  SUTRA_SUFFIX_PARTICLE,
  SUTRA_SUFFIX_POSSESSIVE,
} SutraSuffixKind;

/* The kind as one English word, for sutractl: "genitive", "classifier" … (static) */
const char *sutra_suffix_kind_to_string (SutraSuffixKind kind);

/**
 * SutraSuffixPart:
 * @text: the suffix as the grammar writes it (static).
 * @kind: what it is.
 */
typedef struct
{
  const char *text;
  SutraSuffixKind kind;
} SutraSuffixPart;

/**
 * SutraStem:
 * @base: the candidate dictionary form: the word's own first code points, but for the two letters that change before ে (রং of রঙের, বিদ্যুৎ of
 *   বিদ্যুতের).
 * @stem_end: where it ends in the word, in code points; always an akshara's edge or between a consonant and a vowel sign.
 * @suffix: the suffix chain, parts joined by "+" ("ের", "টি+কে+ও"); "" for the word itself.
 * @parts: the same explained, @n_parts of them.
 * @score: 0 to 1; the more likely the higher.
 * @sure: whether an occurrence of the base with this chain is offered ticked.
 */
typedef struct
{
  char *base;
  guint32 stem_end;
  char *suffix;
  SutraSuffixPart parts[SUTRA_SUFFIX_MAX_PARTS];
  guint n_parts;
  double score;
  gboolean sure;
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
