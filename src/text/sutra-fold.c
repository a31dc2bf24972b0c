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
 *
 * All in one pass: a unit whose neighbours tell that rules 4 to 6 may change its run marks the run as dirty, and only such a run is
 * gone over when it ends.
 */

#define LETTER_A 0x0985
#define LETTER_AA 0x0986
#define NUKTA 0x09bc
#define SIGN_AA 0x09be
#define SIGN_E 0x09c7
#define HASANTA 0x09cd
#define LENGTH_MARK 0x09d7
#define DANDA 0x0964
#define YPOGEGRAMMENI 0x0345

/* What the unit before was. Bits 0 to 15: which vowel sign. */
enum
{
  WAS_MEMBER = 1 << 16,  /* of a run */
  WAS_A = 1 << 17,       /* অ */
  WAS_FOREIGN = 1 << 18, /* a mark whose combining class may be greater than that of hasanta */
  WAS_DIRTY = 1 << 19,   /* in a run that rules 4 to 6 may change */
};

/* The most units of one code point. */
#define MOST_PARTS 32

typedef struct
{
  gunichar c;
  guint32 start;
  guint32 end;
} Unit;

/* What a Bengali code point becomes. @check: what the unit before must not have been, or the run is dirty (of a unit that belongs to no
 * run: WAS_DIRTY, and the run ends). */
typedef struct
{
  gunichar first;
  gunichar second; /* 0: none */
  guint32 check;
  guint32 was;
  guint32 keep;
  guint32 was_second;
} Row;

typedef struct
{
  SutraFold *fold;
  const UNormalizer2 *nfd;
  guint32 was;
  Unit *scratch;
  gsize scratch_size;
} Folder;

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

static guint32
sign_bit (gunichar c)
{
  return c == LENGTH_MARK ? 1u << 15 : is_vowel_sign (c) ? 1u << (c - SIGN_AA) : 0;
}

static guint32
what_was (gunichar c)
{
  if (c == LETTER_A)
    return WAS_A;
  if (is_vowel_sign (c))
    return WAS_MEMBER | sign_bit (c);
  if (!is_run_member (c))
    return 0;
  return c == NUKTA || c == HASANTA ? WAS_MEMBER : WAS_MEMBER | WAS_FOREIGN;
}

static guint32
what_to_check (gunichar c)
{
  switch (c)
    {
    case NUKTA:
      return WAS_MEMBER;
    case SIGN_AA:
      return sign_bit (c) | WAS_A;
    case SIGN_E:
      return sign_bit (c) | sign_bit (SIGN_AA) | sign_bit (LENGTH_MARK);
    default:
      break;
    }
  if (is_vowel_sign (c))
    return sign_bit (c);
  return is_run_member (c) ? WAS_FOREIGN : WAS_DIRTY;
}

/* Rule 1 for the Bengali block, and ৎ. */
static gunichar
split_bengali (gunichar c, gunichar *second)
{
  static const gunichar parts[][3] = {
    { 0x09cb, SIGN_E, SIGN_AA }, { 0x09cc, SIGN_E, LENGTH_MARK }, { 0x09ce, 0x09a4, HASANTA },
    { 0x09dc, 0x09a1, NUKTA },   { 0x09dd, 0x09a2, NUKTA },       { 0x09df, 0x09af, NUKTA },
  };

  *second = 0;
  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    if (parts[i][0] == c)
      {
        *second = parts[i][2];
        return parts[i][1];
      }
  return fold_single (c);
}

/* One row for each code point from U+0980 to U+09FF; built once, never freed. */
static const Row *
bengali_rows (void)
{
  static gsize once = 0;

  if (g_once_init_enter (&once))
    {
      Row *rows = g_new0 (Row, 128);

      for (guint i = 0; i < 128; i++)
        {
          Row *row = &rows[i];

          row->first = split_bengali (0x0980 + i, &row->second);
          row->check = what_to_check (row->first);
          row->was = what_was (row->first);
          row->keep = is_run_member (row->first) ? WAS_DIRTY : 0;
          row->was_second = row->second != 0 ? what_was (row->second) : 0;
        }
      g_once_init_leave (&once, (gsize) rows);
    }
  return (const Row *) once;
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

/* Rule 4 for one run of @n units. */
static void
order_marks (Unit *units, gsize n)
{
  for (gsize i = 0; i < n; i++)
    {
      gsize to = i;
      guint8 last = 0;
      gboolean ordered = TRUE;

      for (; to < n; to++)
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

static inline gunichar
fold_case (gunichar c)
{
  if (c < 0x80)
    return (gunichar) g_ascii_tolower ((char) c);
  return c < 0x0900 || c >= 0x1000 ? (gunichar) u_foldCase ((UChar32) c, U_FOLD_CASE_DEFAULT) : c;
}

/* Puts @n units where the run was that begins at key unit @at. */
static void
put_run (SutraFold *fold, gsize at, const Unit *units, gsize n)
{
  fold->length = at;
  for (gsize i = 0; i < n; i++)
    {
      if (i == 0 && units[i].c == SIGN_AA && at > 0 && fold->key[at - 1] == LETTER_A)
        {
          fold->key[at - 1] = LETTER_AA;
          fold->source_end[at - 1] = units[i].end;
          continue;
        }
      fold->key[fold->length] = fold_case (units[i].c);
      fold->source[fold->length] = units[i].start;
      fold->source_end[fold->length++] = units[i].end;
    }
}

/* Rules 4 to 6 for the dirty run at the end of the key. */
static void
close_run (Folder *self)
{
  SutraFold *fold = self->fold;
  gsize at = fold->length, n, n_out;
  Unit *ordered, *run, *out;

  while (at > 0 && is_run_member (fold->key[at - 1]))
    at--;
  n = fold->length - at;
  if (n * 3 > self->scratch_size)
    {
      self->scratch_size = n * 6;
      g_free (self->scratch);
      self->scratch = g_new (Unit, self->scratch_size);
    }
  ordered = self->scratch;
  run = ordered + n;
  out = run + n;
  for (gsize i = 0; i < n; i++)
    ordered[i] = (Unit){ fold->key[at + i], fold->source[at + i], fold->source_end[at + i] };
  order_marks (ordered, n);
  memcpy (run, ordered, n * sizeof (Unit));
  n_out = order_run (run, n, out);
  if (n_out != n || !same_units (out, ordered, n))
    join_sources (out, n_out, ordered[0].start, ordered[n - 1].end);
  put_run (fold, at, out, n_out);
  self->was = 0;
}

static void
reserve (SutraFold *fold, gsize n)
{
  if (n <= fold->room)
    return;
  fold->room = MAX (n, fold->room + fold->room / 2);
  fold->key = g_renew (gunichar, fold->key, fold->room);
  fold->source = g_renew (guint32, fold->source, fold->room);
  fold->source_end = g_renew (guint32, fold->source_end, fold->room);
}

static inline void
put_unit (SutraFold *fold, gunichar c, guint32 source)
{
  fold->key[fold->length] = c;
  fold->source[fold->length] = source;
  fold->source_end[fold->length++] = source + 1;
}

/* A unit of no Bengali code point, rules 1 to 3 done. */
static void
add_foreign (Folder *self, gunichar c, guint32 source)
{
  if (is_run_member (c))
    {
      if ((self->was & WAS_MEMBER) != 0 || c == YPOGEGRAMMENI)
        self->was |= WAS_DIRTY;
      self->was |= WAS_MEMBER | WAS_FOREIGN;
      put_unit (self->fold, c, source);
      return;
    }
  if ((self->was & WAS_DIRTY) != 0)
    close_run (self);
  self->was = 0;
  put_unit (self->fold, fold_case (c), source);
}

/* Whether | at the end of the key ends a sentence. */
static gboolean
is_danda_here (const SutraFold *fold)
{
  gunichar c = fold->length > 0 ? fold->key[fold->length - 1] : 0;

  return c == ' ' || (c >= 0x80 && (u_isalpha ((UChar32) c) || (U_GET_GC_MASK ((UChar32) c) & U_GC_M_MASK) != 0)) ||
         (c < 0x80 && g_ascii_isalpha ((char) c));
}

static void
add_ascii (Folder *self, gunichar c, guint32 source)
{
  if ((self->was & WAS_DIRTY) != 0)
    close_run (self);
  self->was = 0;
  put_unit (self->fold, c == '|' && is_danda_here (self->fold) ? DANDA : (gunichar) g_ascii_tolower ((char) c), source);
}

static inline void
add_bengali (Folder *self, const Row *row, guint32 source)
{
  if ((row->check & self->was) != 0)
    {
      if (row->keep != 0)
        self->was |= WAS_DIRTY;
      else
        close_run (self);
    }
  put_unit (self->fold, row->first, source);
  self->was = row->was | (self->was & row->keep);
  if (row->second != 0)
    {
      put_unit (self->fold, row->second, source);
      self->was = row->was_second | (self->was & WAS_DIRTY);
    }
}

static void
add_other (Folder *self, gunichar c, guint32 source)
{
  UChar parts[MOST_PARTS];
  UErrorCode status = U_ZERO_ERROR;
  gunichar folded;
  int32_t n;

  if (is_ignored (c))
    return;
  /* What rule 3 changes has no decomposition but a few spaces, which come out the same. */
  folded = fold_single (c);
  if (folded != c || c == DANDA)
    {
      add_foreign (self, folded, source);
      return;
    }
  n = unorm2_getDecomposition (self->nfd, (UChar32) c, parts, G_N_ELEMENTS (parts), &status);
  if (n < 0 || U_FAILURE (status))
    {
      add_foreign (self, c, source);
      return;
    }
  for (int32_t i = 0; i < n;)
    {
      UChar32 part;

      U16_NEXT (parts, i, n, part);
      add_foreign (self, fold_single ((gunichar) part), source);
    }
}

void
sutra_fold_renew (SutraFold *self, const char *text, gsize n_bytes)
{
  UErrorCode status = U_ZERO_ERROR;
  Folder folder = { .fold = self, .nfd = unorm2_getNFDInstance (&status) };
  const Row *rows = bengali_rows ();
  const guint8 *p = (const guint8 *) text, *end = p + n_bytes;
  guint32 source = 0;

  g_return_if_fail (self != NULL && text != NULL);

  if (U_FAILURE (status))
    g_error ("ICU has no normalisation data: %s", u_errorName (status));
  self->length = 0;
  reserve (self, n_bytes / 2 + MOST_PARTS + 1);
  for (; p < end; source++)
    {
      if (G_UNLIKELY (self->length + MOST_PARTS >= self->room))
        reserve (self, self->length + MOST_PARTS + 1);
      if (p[0] == 0xe0 && (p[1] & 0xfe) == 0xa6)
        {
          add_bengali (&folder, &rows[(p[1] & 1) << 6 | (p[2] & 0x3f)], source);
          p += 3;
        }
      else if (p[0] < 0x80)
        add_ascii (&folder, *p++, source);
      else
        {
          guint n;
          gunichar c = sutra_utf8_decode ((const char *) p, &n);

          p += n;
          add_other (&folder, c, source);
        }
    }
  if ((folder.was & WAS_DIRTY) != 0)
    close_run (&folder);
  g_free (folder.scratch);
  self->key[self->length] = 0;
  self->source[self->length] = source;
  self->source_end[self->length] = source;
}

SutraFold *
sutra_fold_new (const char *text, gssize n_bytes)
{
  SutraFold *self;

  g_return_val_if_fail (text != NULL, NULL);

  self = g_new0 (SutraFold, 1);
  sutra_fold_renew (self, text, n_bytes < 0 ? strlen (text) : (gsize) n_bytes);
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
