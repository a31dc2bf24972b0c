/* sutra-words.h: words
 *
 * ICU word boundaries (never Pango's, which glue a danda look-alike to the word), with a break allowed at
 * every "-" and "/" of a compound: ভারত-কাজাখস্তান is two words. A case suffix after a hyphen or a closing
 * quote (২০২৪-এ, এসসিও-র) stays a word of its own for the caret; what is selected or marked takes it along. Every
 * word edge is an akshara boundary.
 *
 * Offsets are code points. The text is looked at within one paragraph and at most 1,024 code points to either side.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sutra-text.h"

G_BEGIN_DECLS

/* The word (letters, digits, their marks) that contains @cp or ends at @cp. FALSE if there is none
 * (@cp between spaces or punctuation); @start and @end are then both @cp. */
gboolean sutra_words_at (SutraText *text, gsize cp, gsize *start, gsize *end);

/* The same with a case suffix that a hyphen joins to the word (২০২৪-এ, এমইএ -এর), whether @cp is in the word or in the suffix: what a
 * mention at @cp covers. */
gboolean sutra_words_inflected_at (SutraText *text, gsize cp, gsize *start, gsize *end);

/* Snaps a selection to whole words: first white space at its edges is dropped, then an end inside a word moves
 * outward to the word's edge; an end at or between punctuation moves outward to the akshara boundary only, so that
 * a chosen bracket or quote is kept. A case suffix that a hyphen joins to the end comes along ('…'-এর too, if the quote
 * is chosen). FALSE if nothing but white space was selected. */
gboolean sutra_words_snap (SutraText *text, gsize *start, gsize *end);

/* The end of the next word after @cp (Ctrl+Right), the start of the previous word before @cp (Ctrl+Left). */
gsize sutra_words_next_end (SutraText *text, gsize cp);
gsize sutra_words_previous_start (SutraText *text, gsize cp);

/* For going through many words: calls @func for each word that overlaps [@start, @end) in text order until it returns FALSE. */
typedef gboolean (*SutraWordFunc) (gsize start, gsize end, gpointer data);
void sutra_words_foreach (SutraText *text, gsize start, gsize end, SutraWordFunc func, gpointer data);

G_END_DECLS
