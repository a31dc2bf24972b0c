/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-akshara.h"
#include "sutra-case-private.h"
#include "sutra-fold.h"
#include "sutra-inflection.h"

/* So much of a quote goes into its key (sutra-schema.c). */
#define KEY_CODE_POINTS 200

void
sutra_span_row_clear (SutraSpanRow *self)
{
  g_clear_pointer (&self->fragments, g_free);
  g_clear_pointer (&self->quote, g_free);
  g_clear_pointer (&self->quote_key, g_free);
}

static gboolean
check_boundary (SutraText *text, guint32 cp, GError **error)
{
  if (sutra_akshara_is_boundary (text, cp))
    return TRUE;
  return sutra_case_fail (error, SUTRA_ERROR_INSIDE_AKSHARA,
                          "Offset %u lies inside an akshara. The nearest boundaries are %" G_GSIZE_FORMAT " and %" G_GSIZE_FORMAT ".", cp,
                          sutra_akshara_floor (text, cp), sutra_akshara_ceil (text, cp));
}

static gboolean
check_range (SutraText *text, const SutraRange *range, GError **error)
{
  gsize length = sutra_text_get_length (text);

  if (range->start == range->end)
    return sutra_case_fail (error, SUTRA_ERROR_RANGE, "The span %u–%u is empty.", range->start, range->end);
  if (range->start > range->end)
    return sutra_case_fail (error, SUTRA_ERROR_RANGE, "The span %u–%u is reversed: give the smaller offset first.", range->start,
                            range->end);
  if (range->end > length)
    return sutra_case_fail (error, SUTRA_ERROR_RANGE, "The span %u–%u ends behind the text, which has %" G_GSIZE_FORMAT " characters.",
                            range->start, range->end, length);
  return check_boundary (text, range->start, error) && check_boundary (text, range->end, error);
}

static int
compare_ranges (gconstpointer a, gconstpointer b)
{
  const SutraRange *x = a;
  const SutraRange *y = b;

  if (x->start != y->start)
    return x->start < y->start ? -1 : 1;
  return x->end == y->end ? 0 : x->end < y->end ? -1 : 1;
}

/* All parts of the mention in text order, checked. */
static GArray *
collect_ranges (SutraText *text, const SutraRange *first, const SutraRange *fragments, gsize n, GError **error)
{
  g_autoptr (GArray) ranges = g_array_new (FALSE, FALSE, sizeof (SutraRange));

  g_array_append_vals (ranges, first, 1);
  if (n > 0)
    g_array_append_vals (ranges, fragments, (guint) n);
  for (guint i = 0; i < ranges->len; i++)
    {
      if (!check_range (text, &g_array_index (ranges, SutraRange, i), error))
        return NULL;
    }

  g_array_sort (ranges, compare_ranges);
  for (guint i = 1; i < ranges->len; i++)
    {
      const SutraRange *before = &g_array_index (ranges, SutraRange, i - 1);
      const SutraRange *after = &g_array_index (ranges, SutraRange, i);

      if (after->start < before->end)
        {
          sutra_case_fail (error, SUTRA_ERROR_INVALID, "The fragments %u–%u and %u–%u overlap. Give parts that lie apart.", before->start,
                           before->end, after->start, after->end);
          return NULL;
        }
    }
  if (ranges->len > G_MAXUINT16)
    {
      sutra_case_fail (error, SUTRA_ERROR_TOO_LARGE, "A mention has at most %u fragments.", (guint) G_MAXUINT16);
      return NULL;
    }

  return g_steal_pointer (&ranges);
}

gboolean
sutra_span_row_init (SutraSpanRow *self,
                     SutraText *text,
                     guint32 start,
                     guint32 end,
                     guint32 stem_end,
                     const SutraRange *fragments,
                     gsize n_fragments,
                     const char *const *known,
                     GError **error)
{
  const SutraRange given = { start, end };
  g_autoptr (GArray) ranges = collect_ranges (text, &given, fragments, n_fragments, error);
  const SutraRange *first;
  g_autofree char *stem = NULL;

  if (ranges == NULL)
    return FALSE;
  if (stem_end != 0 && (stem_end <= start || stem_end > end))
    return sutra_case_fail (error, SUTRA_ERROR_RANGE, "The dictionary form's end %u lies outside of the span %u–%u.", stem_end, start, end);

  first = &g_array_index (ranges, SutraRange, 0);
  self->start = first->start;
  self->end = first->end;
  if (stem_end != 0 && first->start == start)
    self->stem_end = stem_end;
  else
    self->stem_end = (guint32) sutra_inflection_guess_stem_end (text, first->start, first->end, known);

  self->fragments = sutra_fragments_format (first + 1, ranges->len - 1);
  self->quote = sutra_text_slice (text, self->start, self->end);
  stem = sutra_text_slice (text, self->start, MIN (self->stem_end, self->start + KEY_CODE_POINTS));
  self->quote_key = sutra_fold_string (stem, -1);
  return TRUE;
}
