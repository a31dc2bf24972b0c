/* sutra-sentences.h: sentences, for context lines and evidence
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sutra-text.h"

G_BEGIN_DECLS

/* The sentence that holds @cp, without white space at its ends, in code points. Looks at @cp's paragraph only, and there at no more
 * than 4,096 code points to either side. Rules: sutra-sentences.c. */
void sutra_sentences_at (SutraText *text, gsize cp, gsize *start, gsize *end);

/* Context of [@start, @end) for a list row or a quote selector: up to @max code points to either side, within the paragraph when
 * @same_paragraph, cut at akshara boundaries (transfer full). */
void sutra_sentences_context (SutraText *text, gsize start, gsize end, gsize max, gboolean same_paragraph, char **before, char **after);

G_END_DECLS
