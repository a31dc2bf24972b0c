/* sutra-suffix-tables.h: the suffixes and the stop lists of sutra-suffix.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sutra-inflection.h"

G_BEGIN_DECLS

/* By how the base ends: a consonant; one after hasanta, with a nukta, or হ (often spoken with a final o: কৃষ্ণ, বড়); া; া in a short
 * word; াঁ; াহ (আল্লাহ); ু or ূ; another vowel sign; an independent vowel; ং; a digit; anything else that is not a Bengali letter. And a suffix that stands apart,
 * after a hyphen or quote. */
enum
{
  SUTRA_CLASS_CONSONANT = 1 << 0,
  SUTRA_CLASS_CONJUNCT = 1 << 1,
  SUTRA_CLASS_AA = 1 << 2,
  SUTRA_CLASS_SHORT_AA = 1 << 3,
  SUTRA_CLASS_U = 1 << 4,
  SUTRA_CLASS_SIGN = 1 << 5,
  SUTRA_CLASS_VOWEL = 1 << 6,
  SUTRA_CLASS_NG = 1 << 7,
  SUTRA_CLASS_OTHER = 1 << 8,
  SUTRA_CLASS_APART = 1 << 9,
  SUTRA_CLASS_NASAL = 1 << 10,
  SUTRA_CLASS_HA = 1 << 11,
  SUTRA_CLASS_DIGIT = 1 << 12,
};

/* What stands before a suffix: the base, a classifier or collective, দের, a word like বাসী, a genitive, a genitive in bare র (সিলেটেরটি;
 * শ্রীলঙ্কারটি, where ডলারটি is likelier), or another case ending (a particle may follow). */
enum
{
  SUTRA_AFTER_BASE = 1 << 0,
  SUTRA_AFTER_CLASSIFIER = 1 << 1,
  SUTRA_AFTER_OBLIQUE = 1 << 2,
  SUTRA_AFTER_DERIVED = 1 << 3,
  SUTRA_AFTER_CASE = 1 << 4,
  SUTRA_AFTER_GENITIVE = 1 << 5,
  SUTRA_AFTER_SHORT_GENITIVE = 1 << 6,
  SUTRA_AFTER_ALL = 0,
};

/**
 * SutraSuffixRow:
 * @text: the suffix; NULL ends the table.
 * @kind: what it is.
 * @from: after what it may stand.
 * @to: what it is for the next suffix; SUTRA_AFTER_ALL if none may follow.
 * @good: classes of what stands before with which it goes well, likely to the degree of @score.
 * @weak: classes with which it is grammatical, but mostly another word's end.
 */
typedef struct
{
  const char *text;
  SutraSuffixKind kind;
  guint from;
  guint to;
  guint good;
  double score;
  guint weak;
} SutraSuffixRow;

extern const SutraSuffixRow sutra_suffix_rows[];

/* "base+suffix" that together are another word. */
extern const char sutra_suffix_stop_pairs[];

/* Words that only look inflected. */
extern const char sutra_suffix_whole_words[];

extern const char sutra_suffix_letter_names[];
extern const char sutra_suffix_not_acronyms[];

/* Words before which এর is a pronoun. */
extern const char sutra_suffix_after_pronoun[];

/* Words before which a final র is the Arabic article of a name. */
extern const char sutra_suffix_after_article[];

G_END_DECLS
