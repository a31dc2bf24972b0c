/* sutra-sentences.h: sentences, for context lines and evidence
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sutra-text.h"

G_BEGIN_DECLS

/* Sentences are looked for within a paragraph; they tile it but for the white space between them, never cut an akshara, and what is a boundary depends
 * on the text near it and on how the paragraph begins and ends. One of 8,192 code points and more is cut into pieces, so that none is longer than 12,288.
 * Rules: sutra-sentence-rules.c; they are tried on tests/quality/data/sentences.txt. Any thread. */

/* The sentence that holds @cp, without white space at its ends, in code points; the white space behind a sentence counts as its own. Empty in a
 * paragraph of nothing but white space. The same for every @cp within; reads at most 12,288 code points to either side. */
void sutra_sentences_at (SutraText *text, gsize cp, gsize *start, gsize *end);

/* FALSE: no more, please. */
typedef gboolean (*SutraSentenceFunc) (gsize start, gsize end, gpointer user_data);

/* Calls @func for every sentence that shares a code point with [@start, @end), in text order. Linear in the length of their paragraphs. */
void sutra_sentences_foreach (SutraText *text, gsize start, gsize end, SutraSentenceFunc func, gpointer user_data);

/**
 * SutraSentenceCorrection:
 * @position: where a sentence begins
 * @joined: none begins there, whatever the rules say
 *
 * What a person says about one place.
 */
typedef struct
{
  guint32 position;
  gboolean joined;
} SutraSentenceCorrection;

/* sutra_sentences_at() with @corrections (nullable; SutraSentenceCorrection by position; of several at one place the last counts). A paragraph's end always
 * ends a sentence. */
void sutra_sentences_at_corrected (SutraText *text, GArray *corrections, gsize cp, gsize *start, gsize *end);

/* Where the next sentence of the paragraph begins by that; the end of the paragraph if there is none. */
gsize sutra_sentences_next_corrected (SutraText *text, GArray *corrections, gsize cp);

/* Context of [@start, @end) for a list row or a quote selector: up to @max code points to either side, within the paragraph when
 * @same_paragraph, cut at akshara boundaries (transfer full). */
void sutra_sentences_context (SutraText *text, gsize start, gsize end, gsize max, gboolean same_paragraph, char **before, char **after);

G_END_DECLS
