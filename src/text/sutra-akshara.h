/* sutra-akshara.h: aksharas, the units that a caret may not enter
 *
 * An akshara is an extended grapheme cluster (UAX #29, with the Indic conjunct rule that ICU 72 ships and
 * Unicode 15.1 made GB9c), further joined across a vowel + hasanta + ya (অ্যা) and across র + ZWNJ + hasanta +
 * ya (র‌্যা). The rules are applied here to Unicode properties, so the result does not change with the break
 * data of the installed ICU. Text in other scripts falls back to the extended grapheme cluster.
 *
 * Offsets are code points. Every call looks at a bounded neighbourhood, never at the whole text, so it
 * costs the same in a text of ten megabytes. For that, no akshara is longer than 64 code points: one of more
 * than 32 (stacked combining marks, never real text) may be cut, at a multiple of 32.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sutra-text.h"

G_BEGIN_DECLS

/* Whether @cp is a boundary; 0, the length and everything beyond it are. */
gboolean sutra_akshara_is_boundary (SutraText *text, gsize cp);

/* The nearest boundary greater than @cp (the length if there is none), or less than @cp (0 if there is none). */
gsize sutra_akshara_next (SutraText *text, gsize cp);
gsize sutra_akshara_previous (SutraText *text, gsize cp);

/* The nearest boundary at or before, at or after @cp; at most the length. */
gsize sutra_akshara_floor (SutraText *text, gsize cp);
gsize sutra_akshara_ceil (SutraText *text, gsize cp);

G_END_DECLS
