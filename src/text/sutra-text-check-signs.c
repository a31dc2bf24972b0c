/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-text-check-private.h"

#include <unicode/uchar.h>
#include <unicode/unorm2.h>

#define AA 0x09be
#define E_SIGN 0x09c7
#define AU_MARK 0x09d7
#define NUKTA 0x09bc
#define VIRAMA 0x09cd
#define RA 0x09b0
#define YA 0x09af
#define VISARGA 0x0983

static char *
to_utf8 (gunichar a, gunichar b)
{
  GString *string = g_string_new (NULL);

  g_string_append_unichar (string, a);
  if (b != 0)
    g_string_append_unichar (string, b);
  return g_string_free (string, FALSE);
}

/* The last character before @i that is no joiner; 0 if there is none. At most a few joiners are passed over. */
static gunichar
before (const SutraTextCheck *self, gsize i)
{
  for (guint n = 0; i > 0 && n < 4; n++)
    {
      i--;
      if (!sutra_text_check_is_joiner (self->cps[i]))
        return self->cps[i];
    }
  return 0;
}

/* A vowel sign after another one that is no half of a two-part vowel. */
static void
check_second_vowel_sign (SutraTextCheck *self, gsize i, gunichar previous)
{
  gunichar c = self->cps[i];

  if (previous == E_SIGN && (c == AA || c == AU_MARK))
    sutra_text_check_add (self, SUTRA_TEXT_FINDING_NON_CANONICAL, i - 1, i + 1, "A vowel sign typed as its two halves.",
                          to_utf8 (c == AA ? 0x09cb : 0x09cc, 0));
  else if ((previous == AA || previous == AU_MARK) && c == E_SIGN)
    sutra_text_check_add (self, SUTRA_TEXT_FINDING_NON_CANONICAL, i - 1, i + 1,
                          "The two halves of a vowel sign in the wrong order; it looks right, but is not found.",
                          to_utf8 (previous == AA ? 0x09cb : 0x09cc, 0));
  else
    sutra_text_check_add (self, SUTRA_TEXT_FINDING_DOUBLED, i - 1, i + 1,
                          previous == c ? "The same vowel sign twice." : "Two vowel signs on one letter.",
                          previous == c ? to_utf8 (c, 0) : NULL);
}

static void
check_vowel_sign (SutraTextCheck *self, gsize i, gunichar previous)
{
  gunichar c = self->cps[i];

  if (sutra_text_check_is_vowel_sign (previous) && i > 0 && self->cps[i - 1] == previous)
    check_second_vowel_sign (self, i, previous);
  else if (previous == 0x0985 && c == AA)
    sutra_text_check_add (self, SUTRA_TEXT_FINDING_NON_CANONICAL, i - 1, i + 1, "অ and a sign instead of the letter আ.",
                          to_utf8 (0x0986, 0));
  else if (previous == VIRAMA ||
           !(sutra_text_check_is_consonant (previous) || previous == NUKTA || sutra_text_check_is_vowel_sign (previous)))
    sutra_text_check_add (self, SUTRA_TEXT_FINDING_STRAY_MARK, i, i + 1, "A vowel sign without a consonant before it.", NULL);
}

static void
check_other_sign (SutraTextCheck *self, gsize i, gunichar previous)
{
  gunichar c = self->cps[i];
  gboolean has_base = sutra_text_check_is_bengali_letter (previous) || sutra_text_check_is_sign (previous);

  if (c == VISARGA && (g_unichar_isdigit (previous) || (sutra_text_check_is_space (previous) && i > 0)))
    sutra_text_check_add (self, SUTRA_TEXT_FINDING_HOMOGLYPH, i, i + 1, "The letter ঃ where a colon is meant.", g_strdup (":"));
  else if (!has_base)
    sutra_text_check_add (self, SUTRA_TEXT_FINDING_STRAY_MARK, i, i + 1, "A sign without a letter before it.", NULL);
  else if (previous == c && i > 0 && self->cps[i - 1] == c)
    sutra_text_check_add (self, SUTRA_TEXT_FINDING_DOUBLED, i - 1, i + 1, "The same sign twice.", to_utf8 (c, 0));
  else if (c == NUKTA && (sutra_text_check_is_vowel_sign (previous) || previous == VIRAMA))
    sutra_text_check_add (self, SUTRA_TEXT_FINDING_NON_CANONICAL, i - 1, i + 1,
                          "The dot of the letter stands behind another sign; it looks right, but is not found.", to_utf8 (NUKTA, previous));
  else if (c == VIRAMA && sutra_text_check_is_vowel_sign (previous))
    sutra_text_check_add (self, SUTRA_TEXT_FINDING_STRAY_MARK, i, i + 1, "A hasanta behind a vowel sign.", NULL);
}

/* র্য at the start of a word is a reph without anything to stand on: র‍্য was meant. */
static void
check_ya_phala (SutraTextCheck *self, gsize i)
{
  gunichar previous = sutra_text_check_at (self, i - 1);

  if (self->cps[i] != RA || sutra_text_check_at (self, i + 1) != VIRAMA || sutra_text_check_at (self, i + 2) != YA)
    return;
  if (previous == VIRAMA || sutra_text_check_is_joiner (previous) || sutra_text_check_is_sign (previous) ||
      sutra_text_check_is_bengali_letter (previous))
    return;
  sutra_text_check_add (
      self, SUTRA_TEXT_FINDING_YA_PHALA, i, i + 3,
      "র্য at the start of a word is drawn as a reph; with a zero-width joiner behind র it would be র‍্য.",
      g_strdup ("\u09b0\u200d\u09cd\u09af"));
}

void
sutra_text_check_signs (SutraTextCheck *self)
{
  for (gsize i = 0; i < self->length; i++)
    {
      gunichar c = self->cps[i];

      if (!sutra_text_check_is_bengali (c))
        continue;
      if (sutra_text_check_is_vowel_sign (c))
        check_vowel_sign (self, i, before (self, i));
      else if (sutra_text_check_is_sign (c))
        check_other_sign (self, i, before (self, i));
      else
        check_ya_phala (self, i);
    }
}

/* ---- Other scripts' sequences ---- */

/* ড়, ঢ়, য় in one piece are no NFC, but what everybody types. */
static gboolean
is_nukta_letter (gunichar c)
{
  return c == 0x09dc || c == 0x09dd || c == 0x09df;
}

static void
add_composed (SutraTextCheck *self, gsize start, gsize end, UChar32 composed)
{
  sutra_text_check_add (self, SUTRA_TEXT_FINDING_NON_CANONICAL, start, end,
                        "A letter written in another way than Unicode's usual form; it looks the same.", to_utf8 ((gunichar) composed, 0));
}

void
sutra_text_check_canonical (SutraTextCheck *self)
{
  UErrorCode status = U_ZERO_ERROR;
  const UNormalizer2 *nfc = unorm2_getNFCInstance (&status);

  if (U_FAILURE (status))
    return;
  for (gsize i = 0; i < self->length; i++)
    {
      UChar32 c = (UChar32) self->cps[i], composed;
      int quick;

      if (c < 0xc0 || sutra_text_check_is_bengali (self->cps[i]))
        continue;
      quick = u_getIntPropertyValue (c, UCHAR_NFC_QUICK_CHECK);
      composed = quick == UNORM_MAYBE && i > 0 ? unorm2_composePair (nfc, (UChar32) self->cps[i - 1], c) : -1;
      if (composed >= 0)
        add_composed (self, i - 1, i + 1, composed);
      else if (quick == UNORM_NO && !is_nukta_letter (self->cps[i]))
        sutra_text_check_add (self, SUTRA_TEXT_FINDING_NON_CANONICAL, i, i + 1,
                              "A character that Unicode keeps only for old encodings; another one looks the same.", NULL);
    }
}
