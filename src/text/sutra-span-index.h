/* sutra-span-index.h: where the mentions of an article lie
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

#include "sutra-id.h"

G_BEGIN_DECLS

/**
 * SutraSpan:
 * @id: the mention; a discontinuous mention has one span for each fragment, all with the same id.
 * @type: its entity type.
 * @entity: the entity it points to, or the null id.
 * @start: first code point.
 * @end: end, exclusive; greater than @start.
 * @stem_end: where the dictionary form ends (@start < @stem_end <= @end).
 * @part: number of the fragment, 0 for the first.
 * @status: a SutraMentionStatus of the model (the index does not look at it).
 *
 * A plain value of 64 bytes: an article's mentions live as these and become objects only while shown or edited.
 */
typedef struct
{
  SutraId id;
  SutraId type;
  SutraId entity;
  guint32 start;
  guint32 end;
  guint32 stem_end;
  guint16 part;
  guint8 status;
} SutraSpan;

/**
 * SutraSpanIndex:
 *
 * Spans ordered by (start ascending, end descending, id, part) in an AVL tree that keeps the largest end of each
 * subtree. A query that finds k spans which are neighbours in that order visits O(log n + k) nodes; a found span that
 * starts far away from the others costs O(log n) more. Insert, remove and look-up by id are O(log n). About 100 bytes
 * a span. One thread.
 */
typedef struct _SutraSpanIndex SutraSpanIndex;

SutraSpanIndex *sutra_span_index_new (void);
void sutra_span_index_free (SutraSpanIndex *self);

/* Builds from @n spans in any order, in O(n log n); much faster than @n inserts. Replaces what is there. Of spans with
 * the same id and part the last counts. */
void sutra_span_index_load (SutraSpanIndex *self, const SutraSpan *spans, gsize n);

/* Adds a copy of @span; one with the same id and part is replaced. */
void sutra_span_index_insert (SutraSpanIndex *self, const SutraSpan *span);

/* Removes all spans of mention @id; returns how many there were. */
guint sutra_span_index_remove (SutraSpanIndex *self, const SutraId *id);

/* The number of spans. */
gsize sutra_span_index_size (SutraSpanIndex *self);

/* Copies the first span (the one with the lowest part) of mention @id. FALSE if there is none. */
gboolean sutra_span_index_get (SutraSpanIndex *self, const SutraId *id, SutraSpan *span);

/* Appends to @spans (array of SutraSpan) all spans of mention @id, by part ascending. */
void sutra_span_index_get_parts (SutraSpanIndex *self, const SutraId *id, GArray *spans);

/* Appends to @spans (array of SutraSpan) those that overlap [@start, @end), in index order; an empty query range
 * (@start == @end) gives the spans with start <= @start < end, a reversed one nothing. */
void sutra_span_index_query (SutraSpanIndex *self, guint32 start, guint32 end, GArray *spans);

/* The first span in index order whose start is >= @cp (next), the last whose start is < @cp (previous). FALSE if none. */
gboolean sutra_span_index_next (SutraSpanIndex *self, guint32 cp, SutraSpan *span);
gboolean sutra_span_index_previous (SutraSpanIndex *self, guint32 cp, SutraSpan *span);

/* All spans in index order until @func returns FALSE. The index must not be changed meanwhile. */
typedef gboolean (*SutraSpanFunc) (const SutraSpan *span, gpointer data);
void sutra_span_index_foreach (SutraSpanIndex *self, SutraSpanFunc func, gpointer data);

/* For tests: aborts if an invariant does not hold; and the number of nodes that the last query visited. */
void sutra_span_index_check (SutraSpanIndex *self);
gsize sutra_span_index_last_visited (SutraSpanIndex *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SutraSpanIndex, sutra_span_index_free)

G_END_DECLS
