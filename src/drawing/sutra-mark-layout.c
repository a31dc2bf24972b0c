/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-mark-layout.h"

#include "sutra-mention.h"

#include <stdlib.h>

/* The rule: marks take their levels in index order (outer before inner). A mark takes the lowest level that is above every mark it lies
 * within and that no mark across its start holds. So its level depends on the marks across its start only, and through them on theirs:
 * this closure is gathered first (going left), then levels are given in one pass (going right). Marks outside the closure cannot change
 * the result, hence neither can the range that was asked for. */

static int
compare_spans (gconstpointer a, gconstpointer b)
{
  const SutraSpan *x = a;
  const SutraSpan *y = b;
  int order;

  if (x->start != y->start)
    return x->start < y->start ? -1 : 1;
  if (x->end != y->end)
    return x->end > y->end ? -1 : 1;
  order = sutra_id_compare (&x->id, &y->id);
  return order != 0 ? order : (int) x->part - (int) y->part;
}

static int
compare_marks (gconstpointer a, gconstpointer b)
{
  const SutraMark *x = a;
  const SutraMark *y = b;

  if (x->level != y->level)
    return x->level < y->level ? -1 : 1;
  return compare_spans (&x->span, &y->span);
}

/* With more than this the marks form a long chain: one query over all before is then cheaper than following it. */
#define MAX_FOLLOWED 16384

/* Adds the starts of @spans from index @from on that are not known yet to @starts, where they wait to be looked at. */
static void
add_starts (GArray *spans, guint from, GHashTable *known, GArray *starts)
{
  for (guint i = from; i < spans->len; i++)
    {
      guint32 start = g_array_index (spans, SutraSpan, i).start;

      if (g_hash_table_add (known, GUINT_TO_POINTER (start)))
        g_array_append_val (starts, start);
    }
}

/* All spans that the levels of the spans of [@start, @end) depend on, and these, in index order. */
static GArray *
gather (SutraSpanIndex *index, guint32 start, guint32 end)
{
  g_autoptr (GArray) across = g_array_new (FALSE, FALSE, sizeof (SutraSpan));
  g_autoptr (GHashTable) known = g_hash_table_new (NULL, NULL);
  g_autoptr (GArray) starts = g_array_new (FALSE, FALSE, sizeof (guint32));
  GArray *spans = g_array_new (FALSE, FALSE, sizeof (SutraSpan));
  const SutraSpan *last = NULL;

  sutra_span_index_query (index, start, end, across);
  add_starts (across, 0, known, starts);

  /* Starts inside the range need no look of their own: whatever lies across them overlaps the range. */
  for (guint i = 0; i < starts->len; i++)
    {
      guint32 at = g_array_index (starts, guint32, i);
      guint from = across->len;

      if (at >= start)
        continue;
      sutra_span_index_query (index, at, at, across);
      add_starts (across, from, known, starts);
      if (across->len > MAX_FOLLOWED)
        {
          g_array_set_size (across, 0);
          sutra_span_index_query (index, 0, end, across);
          break;
        }
    }

  g_array_sort (across, compare_spans);
  for (guint i = 0; i < across->len; i++)
    {
      const SutraSpan *span = &g_array_index (across, SutraSpan, i);

      if (span->status == SUTRA_MENTION_REJECTED)
        continue;
      if (last == NULL || compare_spans (last, span) != 0)
        g_array_append_val (spans, *span);
      last = span;
    }
  return spans;
}

/* @ends: for each level where its last mark ends. */
static guint
take_level (GArray *ends, const SutraSpan *span)
{
  guint level = ends->len;

  /* Above the marks it lies within. */
  while (level > 0 && g_array_index (ends, guint32, level - 1) < span->end)
    level--;
  while (level < ends->len && g_array_index (ends, guint32, level) > span->start)
    level++;
  if (level == ends->len)
    g_array_append_val (ends, span->end);
  else
    g_array_index (ends, guint32, level) = span->end;
  return level;
}

void
sutra_mark_layout_query (SutraSpanIndex *index, guint32 start, guint32 end, GArray *marks)
{
  g_autoptr (GArray) spans = NULL;
  g_autoptr (GArray) ends = NULL;
  guint first;

  g_return_if_fail (index != NULL);
  g_return_if_fail (marks != NULL && g_array_get_element_size (marks) == sizeof (SutraMark));

  if (start >= end)
    return;

  spans = gather (index, start, end);
  ends = g_array_new (FALSE, FALSE, sizeof (guint32));
  first = marks->len;
  for (guint i = 0; i < spans->len; i++)
    {
      SutraMark mark = { .span = g_array_index (spans, SutraSpan, i) };

      mark.level = take_level (ends, &mark.span);
      if (mark.span.end > start && mark.span.start < end)
        g_array_append_val (marks, mark);
    }
  if (marks->len > first)
    qsort (&g_array_index (marks, SutraMark, first), marks->len - first, sizeof (SutraMark), compare_marks);
}
