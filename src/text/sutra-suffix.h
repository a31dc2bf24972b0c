/* sutra-suffix.h: the grammar of Bengali noun suffixes, on fold keys
 *
 * For this layer's own files: sutra-inflection.h and sutra-occurrences.h are what others use.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sutra-inflection.h"

G_BEGIN_DECLS

/**
 * SutraSuffixChain:
 * @parts: the suffixes in order, static strings; @n_parts of them, of @kinds.
 * @score: 0 to 1.
 * @doubtful: a suffix that is more often the end of another word.
 */
typedef struct
{
  const char *parts[SUTRA_SUFFIX_MAX_PARTS];
  SutraSuffixKind kinds[SUTRA_SUFFIX_MAX_PARTS];
  guint n_parts;
  double score;
  gboolean doubtful;
} SutraSuffixChain;

/* Letters, digits and their marks. */
gboolean sutra_suffix_is_word_unit (gunichar c);

/* Letters of a base: its key units without hasantas. */
gsize sutra_suffix_count_letters (const gunichar *key, gsize start, gsize end);

/* Whether [@start, @end) is put together from two to seven names of Latin letters in Bengali script (এমইএ, বিএনপি). */
gboolean sutra_suffix_is_acronym (const gunichar *key, gsize start, gsize end);

/* The same, but not what is rather an acronym with a suffix (বিজিবিকে). */
gboolean sutra_suffix_is_bare_acronym (const gunichar *key, gsize start, gsize end);

/* Whether [@base_end, @end), not empty, is a chain of suffixes that fits the base [@base_start, @base_end) and the two together are not
 * another word (the stop lists). The score tells how likely it is for a base of which nothing is known. */
gboolean sutra_suffix_match (const gunichar *key, gsize base_start, gsize base_end, gsize end, SutraSuffixChain *chain);

/* Where the whole inflected word of the base [@base_start, @base_end) ends in the key of @length units: at @base_end if the base stands
 * bare, 0 if what follows makes it another word. A suffix after a hyphen, an apostrophe, a closing quote or the bracket around the base is taken
 * too, for acronyms, numbers, Latin words and quoted ones also one after a space. @chain (n_parts is 0 for a bare base). */
gsize sutra_suffix_word_end (const gunichar *key, gsize length, gsize base_start, gsize base_end, SutraSuffixChain *chain);

/* Whether the base with @chain, as sutra_suffix_word_end() gave it, is offered ticked: four letters or more, and no doubt. */
gboolean sutra_suffix_is_sure (const gunichar *key, gsize base_start, gsize base_end, const SutraSuffixChain *chain);

/* Whether a word may begin at @at: nothing of the same word stands before it. */
gboolean sutra_suffix_may_begin (const gunichar *key, gsize at);

G_END_DECLS
