/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-text-check-private.h"

#include <unicode/uchar.h>
#include <unicode/uscript.h>

#define ASSAMESE_RA 0x09f0

static gboolean
is_ascii_digit (gunichar c)
{
  return c >= '0' && c <= '9';
}

static gboolean
is_bengali_digit (gunichar c)
{
  return c >= 0x09e6 && c <= 0x09ef;
}

/* What holds the parts of a number, a date or a time together. */
static gboolean
is_inside_number (const SutraTextCheck *self, gsize i)
{
  gunichar c = sutra_text_check_at (self, i), previous = sutra_text_check_at (self, i - 1), next = sutra_text_check_at (self, i + 1);

  return (c == '.' || c == ',' || c == ':' || c == '/' || c == '-') && (is_ascii_digit (previous) || is_bengali_digit (previous)) &&
         (is_ascii_digit (next) || is_bengali_digit (next));
}

static gboolean
is_latin (gunichar c)
{
  return c != 0 && c != 0xaa && c != 0xba && u_isalpha ((UChar32) c) && u_getIntPropertyValue ((UChar32) c, UCHAR_SCRIPT) == USCRIPT_LATIN;
}

/* ---- Numbers ---- */

/* What a number ends a name with (COVID-19, F-16, user@host2) is written in the digits of that name. */
static gboolean
is_part_of_latin (const SutraTextCheck *self, gsize start, gsize end)
{
  static const char joins[] = "-@/.:_#=&?+%~";

  while (start > 0 && sutra_text_check_at (self, start - 1) < 0x80 && strchr (joins, (int) sutra_text_check_at (self, start - 1)) != NULL)
    start--;
  while (end < self->length && self->cps[end] < 0x80 && strchr (joins, (int) self->cps[end]) != NULL)
    end++;
  return is_latin (sutra_text_check_at (self, start - 1)) || is_latin (sutra_text_check_at (self, end));
}

/* The next word of the paragraph is Bengali, in either direction: the nearest letter within 24 characters that there is. */
static gboolean
is_among_bengali (const SutraTextCheck *self, gsize start, gsize end)
{
  for (gsize n = 0; n < 24; n++)
    {
      gunichar after = sutra_text_check_at (self, end + n), before = start > n ? sutra_text_check_at (self, start - 1 - n) : 0;

      if (sutra_text_check_is_bengali_letter (after) || sutra_text_check_is_bengali_letter (before))
        return TRUE;
      if (is_latin (after) || is_latin (before))
        return FALSE;
    }
  return FALSE;
}

typedef void (*NumberFunc) (const SutraTextCheck *self, gsize start, gsize end, gsize n_ascii, gsize n_bengali, gpointer data);

static void
foreach_number (const SutraTextCheck *self, NumberFunc func, gpointer data)
{
  for (gsize i = 0; i < self->length;)
    {
      gsize start = i, n_ascii = 0, n_bengali = 0;

      for (; i < self->length; i++)
        if (is_ascii_digit (self->cps[i]))
          n_ascii++;
        else if (is_bengali_digit (self->cps[i]))
          n_bengali++;
        else if (!is_inside_number (self, i))
          break;
      if (i == start)
        i++;
      else if (!is_part_of_latin (self, start, i) && is_among_bengali (self, start, i))
        func (self, start, i, n_ascii, n_bengali, data);
    }
}

static void
count_number (const SutraTextCheck *self, gsize start, gsize end, gsize n_ascii, gsize n_bengali, gpointer data)
{
  gsize **counts = data;

  *counts[0] += n_ascii > 0 && n_bengali == 0;
  *counts[1] += n_bengali > 0 && n_ascii == 0;
}

void
sutra_text_check_count_digits (const SutraTextCheck *self, gsize *ascii, gsize *bengali)
{
  gsize *counts[] = { ascii, bengali };

  foreach_number (self, count_number, counts);
}

static char *
in_other_digits (const SutraTextCheck *self, gsize start, gsize end, gboolean to_bengali)
{
  GString *string = g_string_new (NULL);

  if (end - start > 40)
    {
      g_string_free (string, TRUE);
      return NULL;
    }
  for (gsize i = start; i < end; i++)
    {
      gunichar c = self->cps[i];

      if (to_bengali && is_ascii_digit (c))
        c += 0x09e6 - '0';
      else if (!to_bengali && is_bengali_digit (c))
        c -= 0x09e6 - '0';
      g_string_append_unichar (string, c);
    }
  return g_string_free (string, FALSE);
}

static void
check_number (const SutraTextCheck *self, gsize start, gsize end, gsize n_ascii, gsize n_bengali, gpointer data)
{
  SutraTextCheck *check = data;

  if (n_ascii > 0 && n_bengali > 0)
    sutra_text_check_add (check, SUTRA_TEXT_FINDING_DIGITS, start, end, "Latin and Bengali digits in one number.",
                          in_other_digits (self, start, end, n_bengali >= n_ascii));
  else if (n_ascii > 0 && self->minor_digits == 'a')
    sutra_text_check_add (check, SUTRA_TEXT_FINDING_DIGITS, start, end,
                          "Latin digits in a text whose numbers are mostly in Bengali digits.", in_other_digits (self, start, end, TRUE));
  else if (n_bengali > 0 && self->minor_digits == 'b')
    sutra_text_check_add (check, SUTRA_TEXT_FINDING_DIGITS, start, end,
                          "Bengali digits in a text whose numbers are mostly in Latin digits.", in_other_digits (self, start, end, FALSE));
}

/* ---- Letters of two scripts ---- */

/* The scripts whose letters are taken for each other; 0: another one, or none. */
static guint
script_bit (gunichar c)
{
  if (c < 0x41 || !(u_isalpha ((UChar32) c) || (U_GET_GC_MASK ((UChar32) c) & U_GC_M_MASK) != 0))
    return 0;
  switch ((int) u_getIntPropertyValue ((UChar32) c, UCHAR_SCRIPT))
    {
    case USCRIPT_LATIN:
      return 1 << 0;
    case USCRIPT_GREEK:
      return c == 0xb5 ? 0 : 1 << 1;
    case USCRIPT_CYRILLIC:
      return 1 << 2;
    case USCRIPT_BENGALI:
      return 1 << 3;
    case USCRIPT_DEVANAGARI:
    case USCRIPT_ORIYA:
    case USCRIPT_GUJARATI:
    case USCRIPT_GURMUKHI:
    case USCRIPT_TIRHUTA:
      return 1 << 4;
    default:
      return 0;
    }
}

/* Latin and Bengali letters in one word are not mistaken for each other (TVর), but any other two scripts are. */
static gboolean
is_mixed (guint scripts)
{
  return (scripts & (scripts - 1)) != 0 && scripts != ((1 << 0) | (1 << 3));
}

static void
check_scripts (SutraTextCheck *self, gsize start, gsize end)
{
  guint scripts = 0;

  for (gsize i = start; i < end; i++)
    scripts |= script_bit (self->cps[i]);
  if (is_mixed (scripts))
    sutra_text_check_add (self, SUTRA_TEXT_FINDING_HOMOGLYPH, start, end,
                          "Letters of two scripts in one word; some look alike, but they are not found as the same.", NULL);
}

static gboolean
is_word_char (gunichar c)
{
  return script_bit (c) != 0 || sutra_text_check_is_joiner (c) || is_bengali_digit (c) || is_ascii_digit (c);
}

/* Letters of other alphabets that are taken for Bengali ones. */
static void
check_lookalikes (SutraTextCheck *self, gsize i)
{
  gunichar c = self->cps[i], previous = sutra_text_check_at (self, i - 1), next = sutra_text_check_at (self, i + 1);

  if (c == ASSAMESE_RA && !self->assamese)
    sutra_text_check_add (self, SUTRA_TEXT_FINDING_HOMOGLYPH, i, i + 1, "The Assamese letter ৰ in a Bengali text.", g_strdup ("র"));
  else if ((c == 'O' || c == 'o') && is_bengali_digit (previous) && !is_latin (next))
    sutra_text_check_add (self, SUTRA_TEXT_FINDING_HOMOGLYPH, i, i + 1, "The Latin letter O where the digit ০ is meant.", g_strdup ("০"));
}

void
sutra_text_check_words (SutraTextCheck *self)
{
  foreach_number (self, check_number, self);
  for (gsize i = 0; i < self->length;)
    {
      gsize start = i;

      for (; i < self->length && is_word_char (self->cps[i]); i++)
        check_lookalikes (self, i);
      if (i - start > 1)
        check_scripts (self, start, i);
      i = MAX (i, start + 1);
    }
}
