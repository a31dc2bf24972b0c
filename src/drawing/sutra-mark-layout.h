/* sutra-mark-layout.h: which mark is drawn how when marks nest, overlap or are discontinuous
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sutra-span-index.h"

G_BEGIN_DECLS

/**
 * SutraMark:
 * @span: copied from the index
 * @level: 0 is the outermost (drawn as a fill); 1, 2 … are underlines stacked upward from the lowest. Two marks that overlap never have the same level, and the
 *   level of a mark does not depend on which part of the article is looked at.
 */
typedef struct
{
  SutraSpan span;
  guint level;
} SutraMark;

/* The marks of [@start, @end) of the article in drawing order (outermost first). Appends to @marks (array of SutraMark). Rejected ones are left out. */
void sutra_mark_layout_query (SutraSpanIndex *index, guint32 start, guint32 end, GArray *marks);

G_END_DECLS
