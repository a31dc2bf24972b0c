/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-fold.h"

#include "sutra-utf8.h"

#include <string.h>
#include <unicode/uchar.h>
#include <unicode/unorm2.h>

/* The rules, in the order in which they are applied:
 *
 *  1. canonical decomposition of each code point (ড়, ঢ়, য়, ো and ৌ among them)
 *  2. U+00AD, zero-width and bidirectional controls go
 *  3. single code points: ৎ → ত্, ৄ → ৃ, ৰ → র, ৷ → ।, Bengali digits → ASCII, curly quotes and ʼ → straight, hyphens, en and
 *     em dash and minus → -, every space → U+0020, U+F000 to U+F0FF (word processors' bullets) → U+0020
 *  4. marks with a combining class are put in canonical order
 *  5. in a run of Bengali vowel signs, hasanta and other such marks: nukta first (once); ে before া and ৗ; a doubled vowel sign once
 *  6. অা → আ; | after a letter, mark or space → ।; simple case folding
 */

#define NUKTA 0x09bc
#define SIGN_AA 0x09be
#define SIGN_E 0x09c7
#define HASANTA 0x09cd
#define LENGTH_MARK 0x09d7
#define DANDA 0x0964

typedef struct
{
  gunichar c;
  guint32 start;
  guint32 end;
} Unit;

static inline gboolean
is_vowel_sign (gunichar c)
{
  return (c >= 0x09be && c <= 0x09cc) || c == LENGTH_MARK;
}

/* Vowel signs and whatever has a combining class: hasanta, nukta and stray foreign accents. */
static inline gboolean
is_run_member (gunichar c)
{
  return is_vowel_sign (c) || (c >= 0x0300 && u_getCombiningClass ((UChar32) c) != 0);
}

static gboolean
is_ignored (gunichar c)
{
  return c == 0x00ad || c == 0x061c || (c >= 0x200b && c <= 0x200f) || (c >= 0x202a && c <= 0x202e) || c == 0x2060 ||
         (c >= 0x2066 && c <= 0x2069) || c == 0xfeff;
}

/* Rule 3 but for ৎ, which becomes two units. */
static gunichar
fold_single (gunichar c)
{
  if (c >= 0x09e6 && c <= 0x09ef)
    return c - 0x09e6 + '0';
  switch (c)
    {
    case 0x09c4:
      return 0x09c3;
    case 0x09f0:
      return 0x09b0;
    case 0x09f7:
      return DANDA;
    case 0x2018:
    case 0x2019:
    case 0x02bc:
      return '\'';
    case 0x201c:
    case 0x201d:
      return '"';
    case 0x2010:
    case 0x2011:
    case 0x2013:
    case 0x2014:
    case 0x2212:
      return '-';
    default:
      break;
    }
  if (c < 0x0a00)
    return c == 0x00a0 ? ' ' : c;
  if ((c >= 0xf000 && c <= 0xf0ff) || u_charType ((UChar32) c) == U_SPACE_SEPARATOR)
    return ' ';
  return c;
}

static inline void
append (GArray *units, gunichar c, guint32 source)
{
  Unit unit = { c, source, source + 1 };

  g_array_append_val (units, unit);
}

static void
append_decomposed (GArray *units, gunichar c, guint32 source, const UNormalizer2 *nfd)
{
  UChar buffer[32];
  UErrorCode status = U_ZERO_ERROR;
  int32_t n = unorm2_getDecomposition (nfd, (UChar32) c, buffer, G_N_ELEMENTS (buffer), &status);

  if (n < 0 || U_FAILURE (status))
    {
      append (units, fold_single (c), source);
      return;
    }
  for (int32_t i = 0; i < n;)
    {
      UChar32 part;

      U16_NEXT (buffer, i, n, part);
      append (units, fold_single ((gunichar) part), source);
    }
}

static void
append_bengali (GArray *units, gunichar c, guint32 source)
{
  gunichar first = c, second = 0;

  switch (c)
    {
    case 0x09cb:
      first = SIGN_E;
      second = SIGN_AA;
      break;
    case 0x09cc:
      first = SIGN_E;
      second = LENGTH_MARK;
      break;
    case 0x09ce:
      first = 0x09a4;
      second = HASANTA;
      break;
    case 0x09dc:
      first = 0x09a1;
      second = NUKTA;
      break;
    case 0x09dd:
      first = 0x09a2;
      second = NUKTA;
      break;
    case 0x09df:
      first = 0x09af;
      second = NUKTA;
      break;
    default:
      break;
    }
  append (units, fold_single (first), source);
  if (second != 0)
    append (units, second, source);
}

/* Rules 1 to 3. Returns the number of source code points. */
static guint32
decompose (const char *text, gsize n_bytes, GArray *units)
{
  UErrorCode status = U_ZERO_ERROR;
  const UNormalizer2 *nfd = unorm2_getNFDInstance (&status);
  guint32 source = 0;

  if (U_FAILURE (status))
    g_error ("ICU has no normalisation data: %s", u_errorName (status));
  for (gsize i = 0; i < n_bytes; source++)
    {
      guint n;
      gunichar c = sutra_utf8_decode (text + i, &n);

      i += n;
      if (c < 0x80)
        append (units, c, source);
      else if (c >= 0x0980 && c < 0x0a00)
        append_bengali (units, c, source);
      else if (!is_ignored (c))
        append_decomposed (units, c, source, nfd);
    }
  return source;
}

static int
compare_classes (gconstpointer a, gconstpointer b, gpointer data)
{
  return (int) u_getCombiningClass ((UChar32) ((const Unit *) a)->c) - (int) u_getCombiningClass ((UChar32) ((const Unit *) b)->c);
}

/* Units that were reordered or merged all come from the whole group. */
static void
join_sources (Unit *units, gsize n, guint32 start, guint32 end)
{
  for (gsize i = 0; i < n; i++)
    {
      units[i].start = start;
      units[i].end = end;
    }
}

/* Rule 4. */
static void
order_marks (GArray *array)
{
  Unit *units = (Unit *) (void *) array->data;

  for (gsize i = 0; i < array->len; i++)
    {
      gsize to = i;
      guint8 last = 0;
      gboolean ordered = TRUE;

      for (; to < array->len && units[to].c >= 0x0300; to++)
        {
          guint8 class = u_getCombiningClass ((UChar32) units[to].c);

          if (class == 0)
            break;
          ordered = ordered && last <= class;
          last = class;
        }
      if (!ordered)
        {
          guint32 start = units[i].start, end = units[to - 1].end;

          /* A merge sort, and so stable. */
          g_qsort_with_data (units + i, (gint) (to - i), sizeof (Unit), compare_classes, NULL);
          join_sources (units + i, to - i, start, end);
        }
      if (to > i)
        i = to - 1;
    }
}

static inline gboolean
is_split_part (gunichar c)
{
  return c == SIGN_E || c == SIGN_AA || c == LENGTH_MARK;
}

/* Appends @unit to @out, which holds @n, unless it doubles the vowel sign before it; returns how many @out holds. */
static gsize
put (Unit *out, gsize n, const Unit *unit)
{
  if (n > 0 && out[n - 1].c == unit->c && is_vowel_sign (unit->c))
    return n;
  out[n] = *unit;
  return n + 1;
}

/* Rule 5 for one run of @n units; what is left goes to @out, which has room for as many. Uses up @run. Returns how many are left. */
static gsize
order_run (Unit *run, gsize n, Unit *out)
{
  gsize n_out = 0, n_rest = 0;

  for (gsize i = 0; i < n; i++)
    if (run[i].c != NUKTA)
      run[n_rest++] = run[i];
    else if (n_out == 0)
      out[n_out++] = run[i];
  for (gsize i = 0; i < n_rest;)
    {
      gsize to = i;

      if (!is_split_part (run[i].c))
        {
          n_out = put (out, n_out, &run[i++]);
          continue;
        }
      while (to < n_rest && is_split_part (run[to].c))
        to++;
      for (gsize k = i; k < to; k++)
        if (run[k].c == SIGN_E)
          n_out = put (out, n_out, &run[k]);
      for (; i < to; i++)
        if (run[i].c != SIGN_E)
          n_out = put (out, n_out, &run[i]);
    }
  return n_out;
}

static gboolean
same_units (const Unit *a, const Unit *b, gsize n)
{
  for (gsize i = 0; i < n; i++)
    if (a[i].c != b[i].c)
      return FALSE;
  return TRUE;
}

/* Rule 5. */
static void
order_runs (GArray *array)
{
  Unit *units = (Unit *) (void *) array->data;
  g_autofree Unit *scratch = NULL;
  gsize scratch_size = 0, n_out = 0;

  for (gsize i = 0; i < array->len;)
    {
      gsize to = i, n;

      while (to < array->len && is_run_member (units[to].c))
        to++;
      if (to - i < 2)
        {
          to = MAX (to, i + 1);
          units[n_out++] = units[i];
          i = to;
          continue;
        }
      if ((to - i) * 2 > scratch_size)
        {
          scratch_size = (to - i) * 4;
          g_free (scratch);
          scratch = g_new (Unit, scratch_size);
        }
      memcpy (scratch, units + i, (to - i) * sizeof (Unit));
      n = order_run (scratch, to - i, scratch + (to - i));
      if (n != to - i || !same_units (scratch + (to - i), units + i, n))
        join_sources (scratch + (to - i), n, units[i].start, units[to - 1].end);
      memcpy (units + n_out, scratch + (to - i), n * sizeof (Unit));
      n_out += n;
      i = to;
    }
  g_array_set_size (array, (guint) n_out);
}

static gboolean
ends_word_or_space (gunichar c)
{
  return c == ' ' || (c >= 0x80 && (u_isalpha ((UChar32) c) || (U_GET_GC_MASK ((UChar32) c) & U_GC_M_MASK) != 0)) ||
         (c < 0x80 && g_ascii_isalpha ((char) c));
}

/* Rule 6, into the arrays of the result. */
static void
finish (SutraFold *self, const GArray *array, guint32 n_source)
{
  const Unit *units = (const Unit *) (const void *) array->data;

  self->key = g_new (gunichar, array->len + 1);
  self->source = g_new (guint32, array->len + 1);
  self->source_end = g_new (guint32, array->len + 1);
  for (gsize i = 0; i < array->len; i++)
    {
      gsize at = self->length;
      gunichar c = units[i].c;

      if (c == SIGN_AA && at > 0 && self->key[at - 1] == 0x0985)
        {
          self->key[at - 1] = 0x0986;
          self->source_end[at - 1] = units[i].end;
          continue;
        }
      if (c == '|' && at > 0 && ends_word_or_space (self->key[at - 1]))
        c = DANDA;
      else if (c < 0x80)
        c = (gunichar) g_ascii_tolower ((char) c);
      else if (c < 0x0900 || c >= 0x1000)
        c = (gunichar) u_foldCase ((UChar32) c, U_FOLD_CASE_DEFAULT);
      self->key[at] = c;
      self->source[at] = units[i].start;
      self->source_end[at] = units[i].end;
      self->length++;
    }
  self->key[self->length] = 0;
  self->source[self->length] = n_source;
  self->source_end[self->length] = n_source;
}

SutraFold *
sutra_fold_new (const char *text, gssize n_bytes)
{
  SutraFold *self;
  g_autoptr (GArray) units = NULL;
  guint32 n_source;
  gsize n;

  g_return_val_if_fail (text != NULL, NULL);

  n = n_bytes < 0 ? strlen (text) : (gsize) n_bytes;
  self = g_new0 (SutraFold, 1);
  units = g_array_sized_new (FALSE, FALSE, sizeof (Unit), (guint) (n / 2 + 4));
  n_source = decompose (text, n, units);
  order_marks (units);
  order_runs (units);
  finish (self, units, n_source);
  return self;
}

void
sutra_fold_free (SutraFold *self)
{
  if (self == NULL)
    return;
  g_free (self->key);
  g_free (self->source);
  g_free (self->source_end);
  g_free (self);
}

char *
sutra_fold_string (const char *text, gssize n_bytes)
{
  g_autoptr (SutraFold) fold = sutra_fold_new (text, n_bytes);
  GString *string;

  g_return_val_if_fail (fold != NULL, NULL);

  string = g_string_sized_new (fold->length * 3 + 1);
  for (gsize i = 0; i < fold->length; i++)
    g_string_append_unichar (string, fold->key[i]);
  return g_string_free (string, FALSE);
}

void
sutra_fold_to_source (const SutraFold *self, gsize key_start, gsize key_end, gsize *start, gsize *end)
{
  g_return_if_fail (self != NULL && start != NULL && end != NULL);

  key_start = MIN (key_start, self->length);
  key_end = CLAMP (key_end, key_start, self->length);
  *start = self->source[key_start];
  *end = key_end > key_start ? self->source_end[key_end - 1] : *start;
}

gsize
sutra_fold_from_source (const SutraFold *self, gsize cp)
{
  gsize low = 0, high;

  g_return_val_if_fail (self != NULL, 0);

  high = self->length;
  while (low < high)
    {
      gsize middle = low + (high - low) / 2;

      if (self->source_end[middle] > cp)
        high = middle;
      else
        low = middle + 1;
    }
  return low;
}
