/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-sentences.h"

#include "sutra-akshara.h"
#include "sutra-sentence-rules.h"

#include <unicode/uchar.h>

/* A sentence of twice this and more is cut at multiples of it, counted from its paragraph's start, that are as far as this from its ends. So a place
 * can be looked up without reading megabytes, and the pieces are the same from wherever one looks. */
#define PIECE 4096

/* The last white space this near before such a multiple is where the cut is made. */
#define CUT_REACH 256

typedef SutraSentenceReader Reader;

#define char_at sutra_sentence_reader_char

static inline gboolean
is_space (gunichar c)
{
  return c == ' ' || (c != 0 && u_isUWhiteSpace ((UChar32) c));
}

/* Where the piece before @multiple ends. */
static gsize
cut_at (Reader *reader, gsize multiple)
{
  for (gsize i = multiple; i > multiple - CUT_REACH; i--)
    if (is_space (char_at (reader, i - 1)) && sutra_akshara_is_boundary (reader->text, i))
      return i;
  return sutra_akshara_floor (reader->text, multiple);
}

/* The multiples at which [@from, @to) may be cut. */
static void
get_multiples (Reader *reader, gsize from, gsize to, gsize *first, gsize *last)
{
  *first = reader->start + (from - reader->start + 2 * PIECE - 1) / PIECE * PIECE;
  *last = to >= reader->start + PIECE ? reader->start + (to - reader->start - PIECE) / PIECE * PIECE : 0;
}

/* Makes of the sentence [*@start, *@end) its piece that holds @cp. That the sentence may go on at an end 3 × PIECE away from @cp changes nothing. */
static void
narrow (Reader *reader, gsize cp, gsize *start, gsize *end)
{
  gsize first, last;

  if (*end - *start < 2 * PIECE)
    return;
  get_multiples (reader, *start, *end, &first, &last);
  for (gsize multiple = first; multiple <= last; multiple += PIECE)
    {
      gsize cut = cut_at (reader, multiple);

      if (cut > cp)
        {
          *end = cut;
          break;
        }
      *start = cut;
    }
}

/* The last beginning of a sentence at or before @cp, @limit if there is none behind it. */
static gsize
find_start (Reader *reader, gsize cp, gsize limit)
{
  for (gsize reach = 256;; reach *= 4)
    {
      gsize i = cp - limit > reach ? cp - reach : limit, begin = i, stop, next;
      gboolean found = i == limit;

      while (i < cp && !sutra_sentence_rules_is_safe (reader, i))
        i++;
      while (i < cp && sutra_sentence_rules_next (reader, i, cp, &stop, &next) && next <= cp)
        {
          begin = i = next;
          found = TRUE;
        }
      if (found)
        return begin;
    }
}

/* A mark can stand on a space: that is text. */
static gboolean
is_bare_space (SutraText *text, gsize cp)
{
  return is_space (sutra_text_char_at (text, cp)) && sutra_akshara_is_boundary (text, cp + 1);
}

static void
trim (Reader *reader, gsize *start, gsize *end)
{
  while (*start < *end && is_bare_space (reader->text, *start))
    (*start)++;
  while (*end > *start && is_space (char_at (reader, *end - 1)) && sutra_akshara_is_boundary (reader->text, *end - 1))
    (*end)--;
}

void
sutra_sentences_at (SutraText *text, gsize cp, gsize *start, gsize *end)
{
  Reader reader;
  gsize floor, ceiling, i, next;

  g_return_if_fail (text != NULL && start != NULL && end != NULL);

  cp = MIN (cp, sutra_text_get_length (text));
  sutra_sentence_reader_init (&reader, text, cp);
  floor = cp - reader.start > 3 * PIECE ? cp - 3 * PIECE : reader.start;
  ceiling = reader.end - cp > 3 * PIECE ? cp + 3 * PIECE : reader.end;
  i = next = find_start (&reader, cp, floor);
  *start = i;
  while (i < ceiling && !sutra_sentence_rules_is_safe (&reader, i))
    i++;
  /* The white space behind a sentence is its own, too. */
  for (*end = ceiling; next <= cp; i = next)
    if (!sutra_sentence_rules_next (&reader, i, ceiling, end, &next))
      {
        *end = ceiling;
        break;
      }
  narrow (&reader, MIN (cp, *end > *start ? *end - 1 : *end), start, end);
  trim (&reader, start, end);
}

/* The sentences of the reader's paragraph that share something with [@start, @end). FALSE if @func wanted no more. */
static gboolean
foreach_of_paragraph (Reader *reader, gsize start, gsize end, SutraSentenceFunc func, gpointer user_data)
{
  gsize from = reader->start, to, next, first, last;

  if (start > from)
    sutra_sentences_at (reader->text, start, &from, &to);
  /* A piece of a sentence cannot be gone on from. */
  if (from > reader->start)
    from = find_start (reader, from, reader->start);
  for (gboolean more = TRUE; more && from < reader->end && from < end; from = next)
    {
      more = sutra_sentence_rules_next (reader, from, reader->end, &to, &next);
      if (!more)
        to = next = reader->end;
      get_multiples (reader, from, to, &first, &last);
      for (gsize multiple = first, begin = from; begin < to;)
        {
          gsize cut = to, s = begin, e;

          for (; to - from >= 2 * PIECE && cut == to && multiple <= last; multiple += PIECE)
            cut = cut_at (reader, multiple);
          e = begin = cut;
          trim (reader, &s, &e);
          if (s < e && e > start && s < end && !func (s, e, user_data))
            return FALSE;
        }
    }
  return TRUE;
}

void
sutra_sentences_foreach (SutraText *text, gsize start, gsize end, SutraSentenceFunc func, gpointer user_data)
{
  g_return_if_fail (text != NULL && func != NULL);

  end = MIN (end, sutra_text_get_length (text));
  for (gsize cp = start; cp < end;)
    {
      Reader reader;

      sutra_sentence_reader_init (&reader, text, cp);
      if (!foreach_of_paragraph (&reader, start, end, func, user_data))
        return;
      cp = reader.end + 1;
    }
}

/* ---- Corrections ---- */

/* The index of the first correction at @position or behind it. */
static guint
first_correction (GArray *corrections, gsize position)
{
  guint low = 0, high = corrections->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (corrections, SutraSentenceCorrection, middle).position < position)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

static gboolean
is_joined (GArray *corrections, gsize position)
{
  guint i = first_correction (corrections, position + 1);

  return i > 0 && g_array_index (corrections, SutraSentenceCorrection, i - 1).position == position &&
         g_array_index (corrections, SutraSentenceCorrection, i - 1).joined;
}

/* Undoes what was joined around the sentence of the rules. */
static void
widen (Reader *reader, GArray *corrections, gsize *start, gsize *end)
{
  gsize from, to;

  while (*start > reader->start && is_joined (corrections, *start))
    {
      sutra_sentences_at (reader->text, *start - 1, &from, &to);
      if (from >= *start)
        break;
      *start = from;
    }
  for (;;)
    {
      gsize next = *end;

      while (next < reader->end && is_bare_space (reader->text, next))
        next++;
      if (next >= reader->end || !is_joined (corrections, next))
        return;
      sutra_sentences_at (reader->text, next, &from, &to);
      if (to <= *end)
        return;
      *end = to;
    }
}

void
sutra_sentences_at_corrected (SutraText *text, GArray *corrections, gsize cp, gsize *start, gsize *end)
{
  Reader reader;

  sutra_sentences_at (text, cp, start, end);
  if (corrections == NULL || corrections->len == 0)
    return;
  sutra_sentence_reader_init (&reader, text, cp);
  widen (&reader, corrections, start, end);
  for (guint i = first_correction (corrections, *start + 1); i < corrections->len; i++)
    {
      gsize position = g_array_index (corrections, SutraSentenceCorrection, i).position;

      if (position >= *end)
        break;
      if (is_joined (corrections, position) || !sutra_akshara_is_boundary (text, position))
        continue;
      if (position > cp)
        {
          *end = position;
          break;
        }
      *start = position;
    }
  trim (&reader, start, end);
}

gsize
sutra_sentences_next_corrected (SutraText *text, GArray *corrections, gsize cp)
{
  gsize start, end, paragraph, limit;

  sutra_sentences_at_corrected (text, corrections, cp, &start, &end);
  sutra_text_paragraph_at (text, cp, &paragraph, &limit);
  while (end < limit && is_bare_space (text, end))
    end++;
  return end;
}

void
sutra_sentences_context (SutraText *text, gsize start, gsize end, gsize max, gboolean same_paragraph, char **before, char **after)
{
  gsize length, from, to, paragraph_start, paragraph_end;

  g_return_if_fail (text != NULL && before != NULL && after != NULL);

  length = sutra_text_get_length (text);
  start = MIN (start, length);
  end = CLAMP (end, start, length);
  from = start > max ? start - max : 0;
  to = max < length - end ? end + max : length;
  if (same_paragraph)
    {
      sutra_text_paragraph_at (text, start, &paragraph_start, &paragraph_end);
      from = MAX (from, paragraph_start);
      sutra_text_paragraph_at (text, end, &paragraph_start, &paragraph_end);
      to = MIN (to, paragraph_end);
    }
  from = MIN (sutra_akshara_ceil (text, from), start);
  to = MAX (sutra_akshara_floor (text, to), end);
  *before = sutra_text_slice (text, from, start);
  *after = sutra_text_slice (text, end, to);
}
