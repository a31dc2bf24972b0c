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
 * @level: 0 is the outermost (drawn as a fill); 1, 2 … are underlines stacked downward from the text, so that a mark keeps its place when
 *   another one is nested in it. Two marks that overlap never have the same level, a mark that lies within another has the higher level,
 *   and the level of a mark does not depend on which part of the article is looked at.
 */
typedef struct
{
  SutraSpan span;
  guint level;
} SutraMark;

/* The marks that overlap [@start, @end) of the article in drawing order: by level, then in index order. Appends to @marks (array of
 * SutraMark). Rejected ones are left out and take no level.
 *
 * The cost is that of the marks found and of those before them that they hang on: the marks across their starts, the marks across the
 * starts of those, and so on. That is a handful even where one mark spans the whole article; only an unbroken chain of half-overlapping
 * marks costs its whole length. */
void sutra_mark_layout_query (SutraSpanIndex *index, guint32 start, guint32 end, GArray *marks);

G_END_DECLS
