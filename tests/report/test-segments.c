/* test-segments.c: cutting a text at its marks, against a count for each code point
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "sutra-report-segments.h"

#include <string.h>

/* A snapshot with one article of @length code points and @n random mentions, some of them of several parts. */
static SutraSnapshot *
random_snapshot (guint length, guint n)
{
  SutraSnapshot *snapshot = g_new0 (SutraSnapshot, 1);
  SutraSnapshotType type = { .id = sutra_id_new (), .slug = "place", .color = "#123456", .badge = "L" };
  SutraSnapshotArticle article = { .title = "t", .n_mentions = n };

  snapshot->types = g_array_new (FALSE, FALSE, sizeof (SutraSnapshotType));
  snapshot->articles = g_array_new (FALSE, FALSE, sizeof (SutraSnapshotArticle));
  snapshot->mentions = g_array_new (FALSE, FALSE, sizeof (SutraSnapshotMention));
  snapshot->entities = g_array_new (FALSE, FALSE, sizeof (SutraSnapshotEntity));
  snapshot->blocks = g_ptr_array_new_with_free_func (g_free);
  snapshot->strings = g_string_chunk_new (64);
  g_array_append_val (snapshot->types, type);
  g_array_append_val (snapshot->articles, article);
  for (guint i = 0; i < n; i++)
    {
      SutraSnapshotMention mention = { .id = sutra_id_new (), .entity = SUTRA_SNAPSHOT_NONE, .quote = "" };
      guint end;

      mention.start = (guint32) g_test_rand_int_range (0, (int) length);
      mention.end = (guint32) g_test_rand_int_range ((int) mention.start + 1, (int) MIN (length, mention.start + 20) + 1);
      end = mention.end;
      if (end + 2 < length && g_test_rand_int_range (0, 4) == 0)
        {
          SutraRange *range = g_new (SutraRange, 1);

          range->start = (guint32) g_test_rand_int_range ((int) end + 1, (int) length);
          range->end = range->start + 1;
          mention.fragments = range;
          mention.n_fragments = 1;
          g_ptr_array_add (snapshot->blocks, range);
        }
      g_array_append_val (snapshot->mentions, mention);
    }
  return snapshot;
}

static gboolean
covers (const SutraSnapshotMention *mention, guint cp)
{
  if (cp >= mention->start && cp < mention->end)
    return TRUE;
  for (guint i = 0; i < mention->n_fragments; i++)
    if (cp >= mention->fragments[i].start && cp < mention->fragments[i].end)
      return TRUE;
  return FALSE;
}

static void
check_segment (const SutraSnapshot *snapshot, const SutraReportSegments *cut, const SutraReportSegment *segment, SutraText *text)
{
  for (guint cp = segment->start; cp < segment->end; cp++)
    {
      guint n = 0;

      for (guint i = 0; i < snapshot->mentions->len; i++)
        n += covers (sutra_snapshot_mention (snapshot, i), cp);
      g_assert_cmpuint (segment->n_marks, ==, n);
      /* Only the last code point of a segment may be a line feed that another character follows. */
      if (sutra_text_char_at (text, cp) == '\n' && cp + 1 < segment->end)
        g_assert_cmpuint (sutra_text_char_at (text, cp + 1), ==, '\n');
    }
  for (guint i = 0; i < segment->n_marks; i++)
    {
      const SutraReportMark *mark =
          &g_array_index (cut->marks, SutraReportMark, g_array_index (cut->cover, guint, segment->first_mark + i));

      g_assert_true (mark->start <= segment->start && mark->end >= segment->end);
      if (i > 0)
        g_assert_cmpuint (
            mark->level, >,
            g_array_index (cut->marks, SutraReportMark, g_array_index (cut->cover, guint, segment->first_mark + i - 1)).level);
    }
  for (guint i = 0; i < segment->n_ends; i++)
    g_assert_cmpuint (g_array_index (cut->marks, SutraReportMark, g_array_index (cut->ends, guint, segment->first_end + i)).end, ==,
                      segment->end);
}

static void
test_random (void)
{
  for (guint round = 0; round < 200; round++)
    {
      guint length = (guint) g_test_rand_int_range (1, 120);
      guint n = (guint) g_test_rand_int_range (0, 40);
      g_autoptr (SutraSnapshot) snapshot = random_snapshot (length, n);
      g_autoptr (GString) string = g_string_new (NULL);
      g_autoptr (SutraText) text = NULL;
      g_autoptr (SutraReportSegments) cut = NULL;
      guint at = 0;
      guint n_ends = 0;
      guint n_parts = n;

      for (guint i = 0; i < length; i++)
        g_string_append_unichar (string, (gunichar[]){ 0x1f600, 0x0995, 0x09cd, '\n', 'x' }[g_test_rand_int_range (0, 5)]);
      text = sutra_text_new_from_string (string->str);
      cut = sutra_report_segments_new (snapshot, 0, text);
      for (guint i = 0; i < cut->segments->len; i++)
        {
          const SutraReportSegment *segment = &g_array_index (cut->segments, SutraReportSegment, i);

          g_assert_cmpuint (segment->start, ==, at);
          g_assert_cmpuint (segment->end, >, at);
          check_segment (snapshot, cut, segment, text);
          at = segment->end;
          n_ends += segment->n_ends;
        }
      g_assert_cmpuint (at, ==, length);
      for (guint i = 0; i < n; i++)
        n_parts += sutra_snapshot_mention (snapshot, i)->n_fragments;
      g_assert_cmpuint (n_ends, ==, n_parts);
    }
}

static void
test_empty (void)
{
  g_autoptr (SutraSnapshot) snapshot = random_snapshot (1, 0);
  g_autoptr (SutraText) text = sutra_text_new_from_string ("");
  g_autoptr (SutraReportSegments) cut = sutra_report_segments_new (snapshot, 0, text);

  g_assert_cmpuint (cut->segments->len, ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/segments/random", test_random);
  g_test_add_func ("/segments/empty", test_empty);
  return g_test_run ();
}
