/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-fold.h"

#include "sutra-suffix.h"

#include <unicode/uchar.h>

#define ANUSVARA 0x0982
#define LETTER_O 0x0993
#define LETTER_NGA 0x0999
#define LETTER_JA 0x099c
#define LETTER_BA 0x09ac
#define LETTER_YA 0x09af
#define NUKTA 0x09bc
#define SIGN_AA 0x09be
#define SIGN_E 0x09c7
#define HASANTA 0x09cd

/* The rules that look at one unit only. */
static gunichar
loosen (gunichar c)
{
  switch (c)
    {
    case 0x0988: /* ঈ */
      return 0x0987;
    case 0x098a: /* ঊ */
      return 0x0989;
    case 0x09a3: /* ণ */
      return 0x09a8;
    case 0x09b6: /* শ */
    case 0x09b7: /* ষ */
      return 0x09b8;
    case 0x09c0: /* ী */
      return 0x09bf;
    case 0x09c2: /* ূ */
      return 0x09c1;
    case LETTER_NGA:
      return ANUSVARA;
    default:
      return c;
    }
}

static inline gboolean
is_vowel_sign (gunichar c)
{
  return (c >= 0x09be && c <= 0x09cc) || c == 0x09d7;
}

static inline gboolean
is_mark (gunichar c)
{
  return c >= 0x0300 && (U_GET_GC_MASK ((UChar32) c) & U_GC_M_MASK) != 0;
}

/* Takes ো and ও off the end of the word that ends with the key, all but its first unit. */
static void
cut_final_o (SutraFold *self, gsize word)
{
  gsize n = self->length;
  guint32 end = n > 0 ? self->source_end[n - 1] : 0;

  for (;;)
    {
      if (n > word + 2 && self->key[n - 1] == SIGN_AA && self->key[n - 2] == SIGN_E)
        n -= 2;
      else if (n > word + 1 && self->key[n - 1] == LETTER_O)
        n--;
      else
        break;
    }
  if (n == self->length)
    return;
  self->length = n;
  /* What went still belongs to the word. */
  self->source_end[n - 1] = end;
}

/* Whether the key ends in ব্য, so that া makes it বে. */
static gboolean
ends_in_bya (const SutraFold *self)
{
  gsize n = self->length;

  return n >= 3 && self->key[n - 3] == LETTER_BA && self->key[n - 2] == HASANTA && self->key[n - 1] == LETTER_YA;
}

/* Appends unit @at of the fold key that @self still holds from there on; returns the next. */
static gsize
take (SutraFold *self, gsize at, gsize length)
{
  gsize n = self->length, next = at + 1;
  gunichar c = loosen (self->key[at]), last = n > 0 ? self->key[n - 1] : 0;
  guint32 start = self->source[at], end = self->source_end[at];

  if (is_vowel_sign (c) && c == last)
    {
      self->source_end[n - 1] = end;
      return next;
    }
  if (self->key[at] == LETTER_NGA && next < length && self->key[next] == HASANTA)
    end = self->source_end[next++];
  if (c == LETTER_YA && last != HASANTA && (next == length || self->key[next] != NUKTA))
    c = LETTER_JA;
  if (c == SIGN_AA && ends_in_bya (self))
    {
      self->length -= 2;
      c = SIGN_E;
      start = self->source[self->length];
    }
  self->key[self->length] = c;
  self->source[self->length] = start;
  self->source_end[self->length++] = end;
  return next;
}

static gsize
skip (const SutraFold *self, gsize at, gsize length, gunichar unit)
{
  while (at < length && self->key[at] == unit)
    at++;
  return at;
}

/* Whether the word at @at becomes ও alone ("and"), however often written: no part of a compound. The same units go as in take() and cut_final_o(). */
static gboolean
is_only_o (const SutraFold *self, gsize at, gsize length)
{
  if (self->key[at] != LETTER_O)
    return FALSE;
  while (at < length && (self->key[at] == LETTER_O || self->key[at] == SIGN_E))
    {
      if (self->key[at++] == LETTER_O)
        continue;
      at = skip (self, at, length, SIGN_E);
      if (at == length || self->key[at] != SIGN_AA)
        return FALSE;
      at = skip (self, at, length, SIGN_AA);
    }
  return at == length || !sutra_suffix_is_word_unit (self->key[at]);
}

static inline gboolean
is_part_unit (gunichar c)
{
  return sutra_suffix_is_word_unit (c) && !(c >= '0' && c <= '9');
}

/* Whether the spaces or hyphens at @at stand inside a compound whose last part so far begins with unit @word: where they end, else 0. */
static gsize
joint_end (const SutraFold *self, gsize word, gsize at, gsize length)
{
  gsize end = at;

  if (self->length == word || !is_part_unit (self->key[self->length - 1]) || (self->length == word + 1 && self->key[word] == LETTER_O))
    return 0;
  while (end < length && (self->key[end] == ' ' || self->key[end] == '-'))
    end++;
  return end > at && end < length && is_part_unit (self->key[end]) && !is_mark (self->key[end]) && !is_only_o (self, end, length) ? end : 0;
}

SutraFold *
sutra_fold_new_loose (const char *text, gssize n_bytes)
{
  SutraFold *self;
  gsize length, word = 0;

  g_return_val_if_fail (text != NULL, NULL);

  self = sutra_fold_new (text, n_bytes);
  length = self->length;
  self->length = 0;
  for (gsize at = 0; at < length;)
    {
      gsize end;

      if (sutra_suffix_is_word_unit (self->key[at]))
        {
          at = take (self, at, length);
          continue;
        }
      cut_final_o (self, word);
      end = joint_end (self, word, at, length);
      at = end != 0 ? end : take (self, at, length);
      word = self->length;
    }
  cut_final_o (self, word);
  self->key[self->length] = 0;
  self->source[self->length] = self->source[length];
  self->source_end[self->length] = self->source_end[length];
  return self;
}

char *
sutra_fold_loose_string (const char *text, gssize n_bytes)
{
  g_autoptr (SutraFold) fold = sutra_fold_new_loose (text, n_bytes);
  GString *string;

  g_return_val_if_fail (fold != NULL, NULL);

  string = g_string_sized_new (fold->length * 3 + 1);
  for (gsize i = 0; i < fold->length; i++)
    g_string_append_unichar (string, fold->key[i]);
  return g_string_free (string, FALSE);
}
