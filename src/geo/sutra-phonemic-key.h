/* sutra-phonemic-key.h: one alphabet for how a name sounds in Bengali, Devanagari and Latin letters
 *
 * Consonants k g c j t d n p f b v m r l s h y w, vowels a e i o u, and @ for the vowel that Indic scripts do not write (তাশখন্দ: tas@k@nd; Tashkent: taskent). Length, aspiration, retroflexes and doubled
 * letters are no difference. Two keys of one name are near, seldom equal: sutra_phonemic_distance().
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Longer keys are cut. */
#define SUTRA_PHONEMIC_MAX 63
/* The number of letters of the alphabet. */
#define SUTRA_PHONEMIC_LETTERS 24
/* What a distance of 1.0 is: distances are whole numbers, so that their sums do not depend on the order. */
#define SUTRA_PHONEMIC_UNIT 100

/* The key of @text (UTF-8): "" if it has no letter of the three scripts; other letters are left out. (transfer full) */
char *sutra_phonemic_key (const char *text);

/* Edit distance of two keys with weights (vowels are near to each other, and cheap to leave out), in 1/SUTRA_PHONEMIC_UNIT; lower is nearer. Symmetric; 0 for equal keys. */
guint sutra_phonemic_distance (const char *a, const char *b);

/* For going through many keys. The letter as a number below SUTRA_PHONEMIC_LETTERS; -1 if it is none of the alphabet. */
int sutra_phonemic_letter (char c);

/* What it costs to leave out a letter, and to replace one by another (both symmetric). */
guint sutra_phonemic_gap (guint letter);
guint sutra_phonemic_change (guint a, guint b);

G_END_DECLS
