/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-report-segments.h"

#include <stdlib.h>
#include <string.h>

#include "sutra-mark-layout.h"
#include "sutra-span-index.h"

static void
append_span (GArray *spans, const SutraSnapshot *snapshot, const SutraSnapshotMention *mention, guint part, guint32 start, guint32 end)
{
  SutraSpan span = { .id = mention->id,
                     .type = sutra_snapshot_type (snapshot, mention->type)->id,
                     .start = start,
                     .end = end,
                     .stem_end = end,
                     .part = (guint16) part,
                     .status = (guint8) mention->status };

  /* A damaged file: sutra_check_run() says so. */
  if (start < end)
    g_array_append_val (spans, span);
}

/* The marks of the article with their levels, in no particular order. */
static void
lay_out (SutraReportSegments *self, const SutraSnapshot *snapshot, const SutraSnapshotArticle *article, guint32 length)
{
  g_autoptr (SutraSpanIndex) index = sutra_span_index_new ();
  g_autoptr (GArray) spans = g_array_new (FALSE, FALSE, sizeof (SutraSpan));
  g_autoptr (GArray) marks = g_array_new (FALSE, FALSE, sizeof (SutraMark));
  g_autoptr (GHashTable) numbers = g_hash_table_new (sutra_id_hash, sutra_id_equal);

  for (guint i = article->first_mention; i < article->first_mention + article->n_mentions; i++)
    {
      const SutraSnapshotMention *mention = sutra_snapshot_mention (snapshot, i);

      g_hash_table_insert (numbers, (gpointer) &mention->id, GUINT_TO_POINTER (i));
      append_span (spans, snapshot, mention, 0, mention->start, MIN (mention->end, length));
      for (guint k = 0; k < mention->n_fragments; k++)
        append_span (spans, snapshot, mention, k + 1, mention->fragments[k].start, MIN (mention->fragments[k].end, length));
    }
  sutra_span_index_load (index, (const SutraSpan *) (gpointer) spans->data, spans->len);
  sutra_mark_layout_query (index, 0, length, marks);
  for (guint i = 0; i < marks->len; i++)
    {
      const SutraMark *mark = &g_array_index (marks, SutraMark, i);
      SutraReportMark laid = { .mention = GPOINTER_TO_UINT (g_hash_table_lookup (numbers, &mark->span.id)),
                               .part = mark->span.part,
                               .level = mark->level,
                               .start = mark->span.start,
                               .end = mark->span.end };

      g_array_append_val (self->marks, laid);
    }
}

static int
compare_numbers (const void *a, const void *b)
{
  guint32 x = *(const guint32 *) a;
  guint32 y = *(const guint32 *) b;

  return x < y ? -1 : x > y;
}

static int
compare_starts (gconstpointer a, gconstpointer b, gpointer data)
{
  const GArray *marks = data;
  const SutraReportMark *x = &g_array_index (marks, SutraReportMark, *(const guint *) a);
  const SutraReportMark *y = &g_array_index (marks, SutraReportMark, *(const guint *) b);

  if (x->start != y->start)
    return x->start < y->start ? -1 : 1;
  if (x->end != y->end)
    return x->end > y->end ? -1 : 1;
  return x->level < y->level ? -1 : x->level > y->level;
}

/* Behind each run of line feeds. */
static void
add_paragraphs (GArray *cuts, SutraText *text)
{
  gsize n_bytes;
  const char *utf8 = sutra_text_get_utf8 (text, &n_bytes);
  const char *p = utf8;

  while (p < utf8 + n_bytes && (p = memchr (p, '\n', (gsize) (utf8 + n_bytes - p))) != NULL)
    {
      guint32 cut;

      while (p < utf8 + n_bytes && *p == '\n')
        p++;
      cut = (guint32) sutra_text_cp_of (text, (gsize) (p - utf8));
      g_array_append_val (cuts, cut);
    }
}

static GArray *
find_cuts (SutraReportSegments *self, SutraText *text, guint32 length)
{
  GArray *cuts = g_array_new (FALSE, FALSE, sizeof (guint32));
  guint32 zero = 0;

  g_array_append_val (cuts, zero);
  g_array_append_val (cuts, length);
  for (guint i = 0; i < self->marks->len; i++)
    {
      g_array_append_val (cuts, g_array_index (self->marks, SutraReportMark, i).start);
      g_array_append_val (cuts, g_array_index (self->marks, SutraReportMark, i).end);
    }
  add_paragraphs (cuts, text);
  qsort (cuts->data, cuts->len, sizeof (guint32), compare_numbers);
  return cuts;
}

/* Puts @mark among those that are active, ordered by level. */
static void
activate (GArray *active, const GArray *marks, guint mark)
{
  guint at = active->len;

  while (at > 0 && g_array_index (marks, SutraReportMark, g_array_index (active, guint, at - 1)).level >
                       g_array_index (marks, SutraReportMark, mark).level)
    at--;
  g_array_insert_val (active, at, mark);
}

static void
add_segment (SutraReportSegments *self, GArray *active, guint32 start, guint32 end)
{
  SutraReportSegment segment = { .start = start, .end = end, .first_mark = self->cover->len, .first_end = self->ends->len };

  g_array_append_vals (self->cover, active->data, active->len);
  segment.n_marks = active->len;
  for (guint i = active->len; i-- > 0;)
    {
      guint mark = g_array_index (active, guint, i);

      if (g_array_index (self->marks, SutraReportMark, mark).end == end)
        {
          g_array_append_val (self->ends, mark);
          g_array_remove_index (active, i);
          segment.n_ends++;
        }
    }
  g_array_append_val (self->segments, segment);
}

SutraReportSegments *
sutra_report_segments_new (const SutraSnapshot *snapshot, guint article, SutraText *text)
{
  SutraReportSegments *self = g_new0 (SutraReportSegments, 1);
  guint32 length = (guint32) sutra_text_get_length (text);
  g_autoptr (GArray) cuts = NULL;
  g_autoptr (GArray) active = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autofree guint *order = NULL;
  guint next = 0;

  self->segments = g_array_new (FALSE, FALSE, sizeof (SutraReportSegment));
  self->marks = g_array_new (FALSE, FALSE, sizeof (SutraReportMark));
  self->cover = g_array_new (FALSE, FALSE, sizeof (guint));
  self->ends = g_array_new (FALSE, FALSE, sizeof (guint));
  lay_out (self, snapshot, sutra_snapshot_article (snapshot, article), length);

  order = g_new (guint, self->marks->len);
  for (guint i = 0; i < self->marks->len; i++)
    order[i] = i;
  g_qsort_with_data (order, (gint) self->marks->len, sizeof *order, compare_starts, self->marks);
  cuts = find_cuts (self, text, length);
  for (guint i = 0; i + 1 < cuts->len; i++)
    {
      guint32 start = g_array_index (cuts, guint32, i);
      guint32 end = g_array_index (cuts, guint32, i + 1);

      if (start == end)
        continue;
      for (; next < self->marks->len && g_array_index (self->marks, SutraReportMark, order[next]).start <= start; next++)
        activate (active, self->marks, order[next]);
      add_segment (self, active, start, end);
    }
  return self;
}

void
sutra_report_segments_free (SutraReportSegments *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->segments);
  g_array_unref (self->marks);
  g_array_unref (self->cover);
  g_array_unref (self->ends);
  g_free (self);
}
