/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-words.h"

#include "sutra-akshara.h"
#include "sutra-inflection.h"
#include "sutra-utf8.h"

#include <unicode/ubrk.h>
#include <unicode/uchar.h>
#include <unicode/ustring.h>

/* No word reaches over white space, so words are looked for between two white spaces, at most this far apart from the place. */
#define REACH 1024

/* How much is given to ICU at a time when going through many words. */
#define CHUNK 2048

/* The only white space that the rules take for a part of a word (like _). */
#define NARROW_SPACE 0x202f

/* A stretch of the text as ICU wants it, with its words. */
typedef struct
{
  gsize start;
  gsize end;
  GArray *words; /* gsize pairs, in code points of the text */
} Stretch;

static void
close_iterator (gpointer data)
{
  ubrk_close (data);
}

/* ICU's iterators are slow to open and not safe to share. */
static UBreakIterator *
word_iterator (void)
{
  static GPrivate iterators = G_PRIVATE_INIT (close_iterator);
  UBreakIterator *iterator = g_private_get (&iterators);

  if (iterator == NULL)
    {
      UErrorCode status = U_ZERO_ERROR;

      iterator = ubrk_open (UBRK_WORD, "", NULL, 0, &status);
      if (U_FAILURE (status))
        g_error ("ICU has no word break data: %s", u_errorName (status));
      g_private_set (&iterators, iterator);
    }
  return iterator;
}

static gboolean
is_space (SutraText *text, gsize cp)
{
  return u_isUWhiteSpace ((UChar32) sutra_text_char_at (text, cp));
}

/* The stretch's code points as UTF-16; @cps[i] is the code point (from the stretch's start) of unit i, with one more for the end. */
static GArray *
to_utf16 (SutraText *text, const Stretch *stretch, GArray *cps)
{
  const char *p = sutra_text_get_utf8 (text, NULL) + sutra_text_byte_of (text, stretch->start);
  GArray *units = g_array_sized_new (FALSE, FALSE, sizeof (UChar), (guint) (stretch->end - stretch->start) + 1);

  for (guint32 i = 0; i <= stretch->end - stretch->start; i++)
    {
      guint n_bytes;
      gunichar c;
      UChar pair[2];
      guint n = 1;

      if (i == stretch->end - stretch->start)
        {
          g_array_append_val (cps, i);
          break;
        }
      c = sutra_utf8_decode (p, &n_bytes);
      p += n_bytes;
      if (c == NARROW_SPACE)
        c = ' ';
      if (c < 0x10000)
        pair[0] = (UChar) c;
      else
        {
          pair[0] = U16_LEAD (c);
          pair[1] = U16_TRAIL (c);
          n = 2;
        }
      g_array_append_vals (units, pair, n);
      for (guint k = 0; k < n; k++)
        g_array_append_val (cps, i);
    }
  return units;
}

/* Fills in the words of [start, end). An edge inside an akshara (after a prepended sign, say) moves outward. */
static void
find_words (SutraText *text, Stretch *stretch)
{
  g_autoptr (GArray) cps = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GArray) units = to_utf16 (text, stretch, cps);
  UBreakIterator *iterator = word_iterator ();
  UErrorCode status = U_ZERO_ERROR;
  int32_t from = 0;
  gsize last = stretch->start;

  stretch->words = g_array_new (FALSE, FALSE, sizeof (gsize));
  ubrk_setText (iterator, (const UChar *) units->data, (int32_t) units->len, &status);
  if (U_FAILURE (status))
    return;
  for (int32_t to = ubrk_next (iterator); to != UBRK_DONE; from = to, to = ubrk_next (iterator))
    {
      gsize word[2];

      if (ubrk_getRuleStatus (iterator) < UBRK_WORD_NONE_LIMIT)
        continue;
      word[0] = MAX (last, sutra_akshara_floor (text, stretch->start + g_array_index (cps, guint32, from)));
      word[1] = sutra_akshara_ceil (text, stretch->start + g_array_index (cps, guint32, to));
      if (word[0] < word[1] && is_space (text, word[0]))
        word[0] = sutra_akshara_next (text, word[0]); /* white space that carries a mark */
      if (word[0] >= word[1])
        continue;
      last = word[1];
      g_array_append_vals (stretch->words, word, 2);
    }
}

static void
stretch_clear (Stretch *stretch)
{
  g_clear_pointer (&stretch->words, g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Stretch, stretch_clear)

static gboolean
is_gap (SutraText *text, gsize cp)
{
  return is_space (text, cp) && sutra_akshara_is_boundary (text, cp);
}

/* From @cp back to white space or REACH code points, whichever is nearer, and there to an akshara. */
static gsize
reach_back (SutraText *text, gsize cp)
{
  gsize least = cp > REACH ? cp - REACH : 0;
  gsize at = cp;

  while (at > least && !is_gap (text, --at))
    ;
  return sutra_akshara_floor (text, at);
}

static gsize
reach_forward (SutraText *text, gsize cp)
{
  gsize most = MIN (cp + REACH, sutra_text_get_length (text));
  gsize at = cp;

  while (at < most && !is_gap (text, at))
    at++;
  return sutra_akshara_ceil (text, at);
}

gboolean
sutra_words_at (SutraText *text, gsize cp, gsize *start, gsize *end)
{
  g_auto (Stretch) stretch = { 0 };
  gboolean found = FALSE;

  g_return_val_if_fail (text != NULL && start != NULL && end != NULL, FALSE);

  cp = MIN (cp, sutra_text_get_length (text));
  *start = *end = cp;
  stretch.start = reach_back (text, cp);
  stretch.end = reach_forward (text, cp);
  find_words (text, &stretch);
  for (guint i = 0; i + 1 < stretch.words->len; i += 2)
    {
      gsize word_start = g_array_index (stretch.words, gsize, i), word_end = g_array_index (stretch.words, gsize, i + 1);

      /* Of two words that touch at @cp the second one, which contains it, is the later to be seen. */
      if (word_start <= cp && cp <= word_end)
        {
          *start = word_start;
          *end = word_end;
          found = TRUE;
        }
    }
  return found;
}

static gboolean
is_hyphen (gunichar c)
{
  return c == '-' || (c >= 0x2010 && c <= 0x2014) || c == 0x2212;
}

/* Whether a hyphen stands at @cp, one space before it allowed. */
static gboolean
has_hyphen (SutraText *text, gsize cp)
{
  gunichar c = sutra_text_char_at (text, cp);

  return is_hyphen (c) || (c == ' ' && is_hyphen (sutra_text_char_at (text, cp + 1)));
}

/* The start of the word to which a hyphen joins the suffix [@start, @end), or @start. */
static gsize
joined_start (SutraText *text, gsize start, gsize end)
{
  gsize at = start, word_start, word_end;

  if (at < 2 || !is_hyphen (sutra_text_char_at (text, --at)))
    return start;
  at -= sutra_text_char_at (text, at - 1) == ' ';
  if (!sutra_words_at (text, at, &word_start, &word_end) || word_end != at)
    return start;
  return sutra_inflection_end_of (text, word_start, word_end) == end ? word_start : start;
}

/* The end of the suffix that a hyphen joins to the last word before @end (a quote or bracket may stand between), or @end. */
static gsize
joined_end (SutraText *text, gsize end)
{
  gsize word_start, word_end, joined;

  if (!has_hyphen (text, end) || end == 0)
    return end;
  if (!sutra_words_at (text, end, &word_start, &word_end) && !sutra_words_at (text, end - 1, &word_start, &word_end))
    return end;
  /* A suffix that is joined itself takes no other one. */
  if (joined_start (text, word_start, word_end) < word_start)
    return end;
  joined = word_end <= end ? sutra_inflection_end_of (text, word_start, word_end) : 0;
  return MAX (joined, end);
}

gboolean
sutra_words_inflected_at (SutraText *text, gsize cp, gsize *start, gsize *end)
{
  if (!sutra_words_at (text, cp, start, end))
    return FALSE;
  *start = joined_start (text, *start, *end);
  *end = joined_end (text, *end);
  return TRUE;
}

/* An akshara may begin in the word before, and a word end within an akshara: as often as there is more to take, so that what was snapped
 * once stays as it is. */
static gsize
snapped_start (SutraText *text, gsize from)
{
  gsize before, word_start, word_end;

  do
    {
      before = from;
      if (sutra_words_at (text, from, &word_start, &word_end) && word_start <= from && from < word_end)
        from = joined_start (text, word_start, word_end);
      from = sutra_akshara_floor (text, from);
    }
  while (from < before);
  return from;
}

static gsize
snapped_end (SutraText *text, gsize to)
{
  gsize before, word_start, word_end;

  do
    {
      before = to;
      if (sutra_words_at (text, to, &word_start, &word_end) && word_start < to && to < word_end)
        to = word_end;
      to = joined_end (text, sutra_akshara_ceil (text, to));
    }
  while (to > before);
  return to;
}

gboolean
sutra_words_snap (SutraText *text, gsize *start, gsize *end)
{
  gsize length, from, to;

  g_return_val_if_fail (text != NULL && start != NULL && end != NULL, FALSE);

  length = sutra_text_get_length (text);
  from = MIN (*start, length);
  to = MIN (*end, length);
  while (from < to && is_space (text, from))
    from++;
  while (to > from && is_space (text, to - 1))
    to--;
  if (from >= to)
    return FALSE;

  *start = snapped_start (text, from);
  *end = snapped_end (text, to);
  return TRUE;
}

typedef struct
{
  gsize cp;
  gsize result;
} Search;

static gboolean
take_first_end (gsize start, gsize end, gpointer data)
{
  Search *search = data;

  if (end <= search->cp)
    return TRUE;
  search->result = end;
  return FALSE;
}

static gboolean
take_last_start (gsize start, gsize end, gpointer data)
{
  Search *search = data;

  if (start >= search->cp)
    return FALSE;
  search->result = start;
  return TRUE;
}

gsize
sutra_words_next_end (SutraText *text, gsize cp)
{
  Search search = { cp, 0 };

  g_return_val_if_fail (text != NULL, cp);

  search.result = sutra_text_get_length (text);
  sutra_words_foreach (text, cp, search.result, take_first_end, &search);
  return search.result;
}

gsize
sutra_words_previous_start (SutraText *text, gsize cp)
{
  gsize to;

  g_return_val_if_fail (text != NULL, cp);

  to = MIN (cp, sutra_text_get_length (text));
  while (to > 0)
    {
      Search search = { cp, G_MAXSIZE };
      gsize from = reach_back (text, to > REACH ? to - REACH : 0);

      sutra_words_foreach (text, from, to, take_last_start, &search);
      if (search.result != G_MAXSIZE)
        return search.result;
      to = from;
    }
  return 0;
}

void
sutra_words_foreach (SutraText *text, gsize start, gsize end, SutraWordFunc func, gpointer data)
{
  gsize from;

  g_return_if_fail (text != NULL && func != NULL);

  end = MIN (end, sutra_text_get_length (text));
  if (start >= end)
    return;
  from = reach_back (text, start);
  while (from < end)
    {
      g_auto (Stretch) stretch = { from, reach_forward (text, MIN (from + CHUNK, end)), NULL };

      find_words (text, &stretch);
      for (guint i = 0; i + 1 < stretch.words->len; i += 2)
        {
          gsize word_start = g_array_index (stretch.words, gsize, i), word_end = g_array_index (stretch.words, gsize, i + 1);

          if (word_start < end && word_end > start && !func (word_start, word_end, data))
            return;
        }
      from = stretch.end;
    }
}
