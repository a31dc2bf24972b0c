/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-text-check-private.h"

#include <unicode/uchar.h>

#define DANDA 0x0964
#define DOUBLE_DANDA 0x0965
#define NUMERATOR_FOUR 0x09f7

static gboolean
is_bengali_word_char (gunichar c)
{
  return sutra_text_check_is_bengali_letter (c) || sutra_text_check_is_sign (c) || (c >= 0x09e6 && c <= 0x09ef);
}

static gboolean
is_closing (gunichar c)
{
  return c == ')' || c == ']' || c == '"' || c == '\'' || c == 0x2019 || c == 0x201d;
}

/* A space within a line: no line feed, and no tab, which makes columns. */
static gboolean
is_blank (gunichar c)
{
  return c != '\t' && sutra_text_check_is_space (c);
}

/* ---- Danda ---- */

static gboolean
is_bar (gunichar c)
{
  return c == '|' || c == 0x01c0 || c == 0x2223 || c == 0x2502 || c == 0x2758 || c == 0xff5c;
}

/* A line of a table begins or ends with a bar, or has two with blanks on both sides and no danda. */
static gboolean
is_table (const SutraTextCheck *self)
{
  gsize first = 0, last = self->length, cells = 0;

  while (first < last && sutra_text_check_is_space (self->cps[first]))
    first++;
  if (is_bar (sutra_text_check_at (self, first)))
    return TRUE;
  for (gsize i = 0; i < last; i++)
    if (sutra_text_check_at (self, i) == DANDA)
      return FALSE;
    else if (is_bar (self->cps[i]) && is_blank (sutra_text_check_at (self, i - 1)) && is_blank (sutra_text_check_at (self, i + 1)))
      cells++;
  return cells >= 3;
}

/* The last character before @i that is not blank; blanks may be at most two. */
static gunichar
before_blanks (const SutraTextCheck *self, gsize i)
{
  for (guint n = 0; i > 0 && n < 3; n++)
    if (!is_blank (self->cps[--i]))
      return self->cps[i];
  return 0;
}

static void
check_danda (SutraTextCheck *self, gsize i, gboolean table)
{
  gunichar c = self->cps[i], previous = before_blanks (self, i), next = sutra_text_check_at (self, i + 1);
  gboolean at_end = next == 0 || sutra_text_check_is_space (next) || is_closing (next);

  if (c == NUMERATOR_FOUR)
    {
      /* As a numerator it stands with digits or with the other currency signs. */
      if ((previous >= 0x09f4 && previous <= 0x09f9) || (next >= 0x09f4 && next <= 0x09f9))
        return;
      sutra_text_check_add (self, SUTRA_TEXT_FINDING_DANDA, i, i + 1, "The currency numerator ৷ (U+09F7) where a danda । is meant.",
                            g_strdup ("।"));
    }
  else if (is_bar (c) && !table && (is_bengali_word_char (previous) || is_closing (previous)) &&
           (at_end || sutra_text_check_is_bengali_letter (next)))
    sutra_text_check_add (self, SUTRA_TEXT_FINDING_DANDA, i, i + 1, "A vertical bar where a danda । is meant.", g_strdup ("।"));
  else if (c == DANDA && next == DANDA)
    sutra_text_check_add (self, SUTRA_TEXT_FINDING_DOUBLED, i, i + 2, "Two dandas instead of one, or of the double danda ॥.",
                          g_strdup ("।"));
  else if (c == ',' && next == ',' && sutra_text_check_is_bengali (previous))
    sutra_text_check_add (self, SUTRA_TEXT_FINDING_DOUBLED, i, i + 2, "The comma twice.", g_strdup (","));
}

/* ---- Spaces ---- */

static gboolean
is_hyphen (gunichar c)
{
  return c == '-' || c == 0x2010 || c == 0x2011;
}

/* How many digits stand from @i on, at most 5. */
static guint
count_digits (const SutraTextCheck *self, gsize i)
{
  guint n = 0;

  while (n < 5 && u_isdigit ((UChar32) sutra_text_check_at (self, i + n)))
    n++;
  return n;
}

/* Whether a hyphen at @i goes on with a word or a year; a few digits after a space may be a negative number. */
static gboolean
goes_on (const SutraTextCheck *self, gsize i)
{
  gunichar next = sutra_text_check_at (self, i + 1);

  return u_isdigit ((UChar32) next) ? count_digits (self, i + 1) == 4 : sutra_text_check_is_bengali_letter (next);
}

static void
check_spaces (SutraTextCheck *self, gsize start, gsize end)
{
  gunichar previous = sutra_text_check_at (self, start - 1), next = sutra_text_check_at (self, end);

  if (start == 0 || next == 0)
    return;
  if (is_hyphen (next) && (u_isalnum ((UChar32) previous) || sutra_text_check_is_sign (previous) || is_closing (previous)) &&
      goes_on (self, end))
    sutra_text_check_add (self, SUTRA_TEXT_FINDING_SPACING, start, end + 1,
                          "A space before the hyphen that joins what follows to the word.", g_strdup ("-"));
  else if ((next == DANDA || next == NUMERATOR_FOUR || next == ',' || next == ';' || next == '?' || next == '!') &&
           sutra_text_check_is_bengali (previous))
    sutra_text_check_add (self, SUTRA_TEXT_FINDING_SPACING, start, end, "A space before a punctuation mark.", g_strdup (""));
  else if (end - start > 1)
    sutra_text_check_add (self, SUTRA_TEXT_FINDING_SPACING, start, end, "More than one space.", g_strdup (" "));
}

void
sutra_text_check_punctuation (SutraTextCheck *self)
{
  gboolean table = is_table (self);

  for (gsize i = 0; i < self->length;)
    {
      gsize end = i;

      while (end < self->length && is_blank (self->cps[end]))
        end++;
      if (end > i && !table)
        check_spaces (self, i, end);
      else if (end == i)
        check_danda (self, i, table);
      i = MAX (end, i + 1);
    }
}
