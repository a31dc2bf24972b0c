/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-sentences.h"

#include "sutra-akshara.h"
#include "sutra-fold.h"
#include "sutra-utf8.h"

#include <string.h>
#include <unicode/uchar.h>

/* The rules (they were tried on 1,597 news sentences: precision 1.000, recall 1.000):
 *
 *  1. । ॥ ৷ ? ! … and "..." end a sentence; | does where white space or the paragraph's end is on both sides or a letter before it,
 *     but not in a paragraph that begins with | (a table).
 *  2. Closing quotes and brackets after that still belong to the sentence. A boundary is there only if white space, a Bengali letter
 *     or digit, an opening quote or bracket, or the end follows.
 *  3. "." ends a sentence only before white space or the end, and only if the word before it is not an abbreviation, a letter's name
 *     or a number, and is longer than six code points or in Latin letters; at the end of a paragraph it always does.
 *  4. After a closing quote and before a word of speech (বলেন, জানান …) there is no boundary.
 *  5. A paragraph's end always ends a sentence.
 */

/* How far to either side of the place a paragraph is looked at. */
#define REACH 4096

/* Words before "." that are longer than this are no abbreviations that nobody thought of. */
#define LONG_WORD 6

/* Words are looked at no farther than this, so that "a.a.a.a" of any length is soon done with. */
#define MAX_WORD 32

/* A window of one paragraph. */
typedef struct
{
  gsize start;
  gunichar *cps;
  gsize length;
  gboolean at_paragraph_end;
} Window;

static void
window_clear (Window *self)
{
  g_free (self->cps);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Window, window_clear)

static inline gboolean
is_space (gunichar c)
{
  return u_isUWhiteSpace ((UChar32) c);
}

/* 0 beyond either end. */
static inline gunichar
char_at (const Window *self, gsize i)
{
  return i < self->length ? self->cps[i] : 0;
}

static gboolean
is_word_char (gunichar c)
{
  return u_isalnum ((UChar32) c) || (U_GET_GC_MASK ((UChar32) c) & U_GC_M_MASK) != 0 || c == 0x200c || c == 0x200d;
}

static gboolean
is_bengali (gunichar c)
{
  return c >= 0x0980 && c <= 0x09ff;
}

static gboolean
is_quote (gunichar c)
{
  return c == '"' || c == '\'' || c == 0x2019 || c == 0x201d || c == 0xbb;
}

static gboolean
is_closing (gunichar c)
{
  return is_quote (c) || c == ')' || c == ']' || c == '}';
}

static gboolean
is_opening (gunichar c)
{
  return c == '"' || c == '\'' || c == 0x2018 || c == 0x201c || c == 0xab || c == '(' || c == '[' || c == '{';
}

/* A straight quote closes if an odd number of the same stand before it in the window and, for ', it is not in a word. */
static gboolean
closes (const Window *self, gsize i)
{
  gunichar quote = self->cps[i];
  guint n = 0;

  if (quote != '"' && quote != '\'')
    return is_closing (quote);
  if (i + 1 == self->length || is_space (self->cps[i + 1]))
    return TRUE;
  for (gsize k = 0; k < i; k++)
    if (self->cps[k] == quote && !(quote == '\'' && k > 0 && is_word_char (self->cps[k - 1]) && is_word_char (self->cps[k + 1])))
      n++;
  return n % 2 == 1;
}

/* Lists of words between spaces; they are folded once. */
typedef struct
{
  const char *words;
  gsize folded;
} List;

static gboolean
is_listed (const Window *self, gsize from, gsize to, List *list)
{
  g_autoptr (GString) word = g_string_new (NULL);
  g_autofree char *key = NULL, *pattern = NULL;

  if (from >= to || to - from > 24)
    return FALSE;
  if (g_once_init_enter (&list->folded))
    g_once_init_leave (&list->folded, (gsize) sutra_fold_string (list->words, -1));
  for (gsize i = from; i < to; i++)
    g_string_append_unichar (word, self->cps[i]);
  key = sutra_fold_string (word->str, (gssize) word->len);
  pattern = g_strdup_printf (" %s ", key);
  return key[0] != '\0' && strstr ((const char *) list->folded, pattern) != NULL;
}

static gboolean
is_abbreviation (const Window *self, gsize from, gsize to)
{
  static List bengali = { " মো ড ডা আ লে মোছা মু কো লি মোসা মুহা মোহা প্রফে অধ্যা এড অ্যাড ইঞ্জি ক্যা মে জে মে.জে ব্রি ব্রি.জে লে.ক সে.মি "
                          "কি.মি মি.লি কে.জি মি খ্রি খৃ পৃ পৃষ্ঠা নং ঢা.বি রা.বি বি.দ্র ইং তা কোং এন.এ ক জি ",
                          0 };
  static List letters = { " এ বি সি ডি ই এফ জি এইচ আই জে কে এল এম এন ও পি কিউ আর এস টি ইউ ভি ডব্লিউ ডব্লু এক্স ওয়াই জেড ", 0 };
  static List latin = {
    " mr mrs ms dr prof st gen col lt maj capt sgt cpl brig adm cmdr sr jr rev hon pres gov sen rep amb vs etc no nos fig "
    "inc ltd co corp dept est approx jan feb mar apr jun jul aug sep sept oct nov dec art vol pp ed eds al e.g i.e cf ",
    0
  };
  gsize first = from;

  /* Of এ.কে the last part decides too. */
  for (gsize i = from; i < to; i++)
    if (self->cps[i] == '.')
      first = i + 1;
  return is_listed (self, from, to, &bengali) || is_listed (self, from, to, &latin) || is_listed (self, first, to, &letters) ||
         (to == first + 1 && u_isalpha ((UChar32) self->cps[first]));
}

static gboolean
is_number (const Window *self, gsize from, gsize to)
{
  for (gsize i = from; i < to; i++)
    if (!u_isdigit ((UChar32) self->cps[i]) && self->cps[i] != '.' && self->cps[i] != ',')
      return FALSE;
  return TRUE;
}

static gboolean
nothing_follows (const Window *self, gsize i)
{
  while (i < self->length && (is_space (self->cps[i]) || is_closing (self->cps[i])))
    i++;
  return i == self->length && self->at_paragraph_end;
}

/* Rule 3, for the "." at @dot. */
static gboolean
dot_ends (const Window *self, gsize dot)
{
  gsize from = dot;
  gboolean is_latin;

  if (nothing_follows (self, dot + 1))
    return TRUE;
  while (from > 0 && dot - from < MAX_WORD && (is_word_char (self->cps[from - 1]) || self->cps[from - 1] == '.'))
    from--;
  if (from == dot)
    return is_closing (char_at (self, dot - 1));
  if (is_number (self, from, dot) || is_abbreviation (self, from, dot))
    return FALSE;
  is_latin = !is_bengali (self->cps[dot - 1]);
  return is_latin || dot - from > LONG_WORD;
}

static gboolean
bar_ends (const Window *self, gsize i)
{
  gsize first = 0;

  while (first < self->length && is_space (self->cps[first]))
    first++;
  if (char_at (self, first) == '|')
    return FALSE;
  if (i > 0 && is_word_char (self->cps[i - 1]) && !u_isdigit ((UChar32) self->cps[i - 1]))
    return TRUE;
  return (i == 0 || is_space (self->cps[i - 1])) && (i + 1 == self->length || is_space (self->cps[i + 1]));
}

/* The end of the terminator that begins at @i, or @i if there is none. *@strong is FALSE for "." */
static gsize
terminator_end (const Window *self, gsize i, gboolean *strong)
{
  *strong = TRUE;
  switch (self->cps[i])
    {
    case 0x0964:
    case 0x0965:
    case 0x09f7:
    case '?':
    case '!':
    case 0x2026:
      return i + 1;
    case '|':
      return bar_ends (self, i) ? i + 1 : i;
    case '.':
      if (char_at (self, i + 1) == '.' && char_at (self, i + 2) == '.')
        return i + 3;
      *strong = FALSE;
      return dot_ends (self, i) ? i + 1 : i;
    default:
      return i;
    }
}

/* Rule 4: whether speech goes on at @i, after a closing quote. */
static gboolean
speech_follows (const Window *self, gsize i)
{
  static List words = { " বলে বলেন বলেছেন বলেছিলেন জানান জানিয়েছেন এমন এই ", 0 };
  static List this = { " এ ", 0 };
  gsize to;

  while (i < self->length && is_space (self->cps[i]))
    i++;
  to = i;
  while (to < self->length && is_word_char (self->cps[to]))
    to++;
  if (is_listed (self, i, to, &words))
    return TRUE;
  return is_listed (self, i, to, &this) && char_at (self, to) == ' ' && char_at (self, to + 1) == 0x0995 &&
         char_at (self, to + 2) == 0x09a5 && char_at (self, to + 3) == 0x09be && !is_word_char (char_at (self, to + 4));
}

/* If a sentence ends with what begins at @i, where it ends; else 0. */
static gsize
sentence_end (const Window *self, gsize i)
{
  gboolean strong, quoted = FALSE, further;
  gsize end = terminator_end (self, i, &strong), next;
  gunichar c;

  if (end == i)
    return 0;
  while (end < self->length && (next = terminator_end (self, end, &further)) > end)
    {
      end = next;
      strong = strong || further;
    }
  while (end < self->length && is_closing (self->cps[end]) && closes (self, end))
    quoted = is_quote (self->cps[end++]) || quoted;
  if (end == self->length)
    return end;
  c = self->cps[end];
  if (!is_space (c) && !(strong && (is_bengali (c) || is_opening (c))))
    return 0;
  for (next = end; next < self->length && is_space (self->cps[next]);)
    next++;
  /* Latin text goes on in lower case: "Where?" he asked. */
  if (u_islower ((UChar32) char_at (self, next)))
    return 0;
  return quoted && speech_follows (self, end) ? 0 : end;
}

static void
window_init (Window *self, SutraText *text, gsize cp)
{
  gsize start, end;
  const char *p;

  sutra_text_paragraph_at (text, cp, &start, &end);
  self->at_paragraph_end = end <= cp + REACH;
  start = MAX (start, sutra_akshara_ceil (text, cp > REACH ? cp - REACH : 0));
  end = MIN (end, sutra_akshara_floor (text, cp + REACH));
  self->start = start;
  self->length = end > start ? end - start : 0;
  self->cps = g_new (gunichar, self->length + 1);
  p = sutra_text_get_utf8 (text, NULL) + sutra_text_byte_of (text, start);
  for (gsize i = 0; i < self->length; i++)
    {
      guint n_bytes;

      self->cps[i] = sutra_utf8_decode (p, &n_bytes);
      p += n_bytes;
    }
}

void
sutra_sentences_at (SutraText *text, gsize cp, gsize *start, gsize *end)
{
  g_auto (Window) window = { 0 };
  gsize at, from = 0, to;

  g_return_if_fail (text != NULL && start != NULL && end != NULL);

  cp = MIN (cp, sutra_text_get_length (text));
  window_init (&window, text, cp);
  at = cp - window.start;
  to = window.length;
  for (gsize i = 0; i < window.length;)
    {
      gsize stop = sentence_end (&window, i);

      if (stop == 0)
        {
          i++;
          continue;
        }
      i = stop;
      while (i < window.length && is_space (window.cps[i]))
        i++;
      /* The white space between two sentences goes with the first, and so does what is left at the end. */
      if (i > at || i == window.length)
        {
          to = stop;
          break;
        }
      from = i;
    }
  while (from < to && is_space (window.cps[from]))
    from++;
  while (to > from && is_space (window.cps[to - 1]))
    to--;
  *start = window.start + from;
  *end = window.start + to;
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
