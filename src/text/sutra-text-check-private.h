/* sutra-text-check-private.h: what the rules of the text check share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sutra-text-check.h"

G_BEGIN_DECLS

/**
 * SutraTextStretch:
 * @start, @end: in code points of the text
 * @meant: (nullable): what it says
 */
typedef struct
{
  guint32 start;
  guint32 end;
  char *meant;
} SutraTextStretch;

/**
 * SutraTextCheck:
 * @cps, @length: the paragraph, without its line feed
 * @offset: where it begins in the text
 * @minor_digits: which digits are the few of the text: 'a' (0–9), 'b' (০–৯), 0: there is one script only
 * @assamese: the text is Assamese (it has ৱ), so that ৰ is a letter of its own
 * @right_to_left: the paragraph has letters of a script that runs from right to left
 * @bijoy: array of SutraTextStretch in text order: what is codes of a font there is nothing else to be said about
 * @next_bijoy: the first of them that was not added yet
 */
typedef struct
{
  const gunichar *cps;
  gsize length;
  gsize offset;
  char minor_digits;
  gboolean assamese;
  gboolean right_to_left;
  const GArray *bijoy;
  guint next_bijoy;
  GArray *findings;
} SutraTextCheck;

/* Adds a finding for [@start, @end) of the paragraph; @explanation is copied, @meant (nullable) is taken over. */
void sutra_text_check_add (SutraTextCheck *self, SutraTextFindingKind kind, gsize start, gsize end, const char *explanation, char *meant);

/* The code point at @i, 0 outside of the paragraph (also for @i == (gsize) -1). */
static inline gunichar
sutra_text_check_at (const SutraTextCheck *self, gsize i)
{
  return i < self->length ? self->cps[i] : 0;
}

/* Classes of characters. */
gboolean sutra_text_check_is_space (gunichar c);
gboolean sutra_text_check_is_bengali (gunichar c);
gboolean sutra_text_check_is_consonant (gunichar c);
gboolean sutra_text_check_is_vowel (gunichar c);      /* independent */
gboolean sutra_text_check_is_vowel_sign (gunichar c); /* dependent */
gboolean sutra_text_check_is_sign (gunichar c);       /* any dependent sign */
gboolean sutra_text_check_is_bengali_letter (gunichar c);
gboolean sutra_text_check_is_joiner (gunichar c); /* ZWJ, ZWNJ */

/* The rules; each looks at the whole paragraph. */
void sutra_text_check_signs (SutraTextCheck *self);
void sutra_text_check_canonical (SutraTextCheck *self);
void sutra_text_check_invisible (SutraTextCheck *self);
void sutra_text_check_punctuation (SutraTextCheck *self);
void sutra_text_check_words (SutraTextCheck *self);

/* The paragraphs, and parts of paragraphs between Bengali letters, that are likely Bijoy text: array of SutraTextStretch in text order, transfer full,
 * without the white space around them. Linear. */
GArray *sutra_text_check_find_bijoy (SutraText *text);

/* Whether [@start, @end) of the text has a code point in one of them. */
gboolean sutra_text_check_is_in_bijoy (const GArray *stretches, gsize start, gsize end);

/* Counts the numbers of the paragraph that stand in Bengali surroundings by their digits. */
void sutra_text_check_count_digits (const SutraTextCheck *self, gsize *ascii, gsize *bengali);

G_END_DECLS
