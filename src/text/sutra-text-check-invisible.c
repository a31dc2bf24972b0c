/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-text-check-private.h"

#include <unicode/uchar.h>
#include <unicode/uscript.h>

#define RA 0x09b0
#define YA 0x09af
#define VIRAMA 0x09cd
#define ZWNJ 0x200c
#define ZWJ 0x200d

static gboolean
is_emoji (gunichar c)
{
  return u_hasBinaryProperty ((UChar32) c, UCHAR_EXTENDED_PICTOGRAPHIC) || u_hasBinaryProperty ((UChar32) c, UCHAR_EMOJI_MODIFIER) ||
         c == 0xfe0f;
}

static gboolean
is_indic_virama (gunichar c)
{
  return u_getIntPropertyValue ((UChar32) c, UCHAR_CANONICAL_COMBINING_CLASS) == 9;
}

/* Whether the joiner at @i changes what is drawn: after a hasanta, between র and ্য, in emoji, in scripts whose letters join. */
static gboolean
joiner_does_something (const SutraTextCheck *self, gsize i)
{
  gunichar previous = sutra_text_check_at (self, i - 1), next = sutra_text_check_at (self, i + 1);

  if (is_indic_virama (previous))
    return TRUE;
  if (sutra_text_check_is_consonant (previous) && next == VIRAMA)
    return self->cps[i] == ZWJ || previous == RA;
  if (self->cps[i] == ZWJ && is_emoji (previous) && is_emoji (next))
    return TRUE;
  if (previous == 0 || sutra_text_check_is_bengali (previous) || u_getIntPropertyValue ((UChar32) previous, UCHAR_SCRIPT) == USCRIPT_LATIN)
    return FALSE;
  return u_getIntPropertyValue ((UChar32) previous, UCHAR_JOINING_TYPE) != U_JT_NON_JOINING ||
         u_getIntPropertyValue ((UChar32) previous, UCHAR_INDIC_SYLLABIC_CATEGORY) != U_INSC_OTHER;
}

static gboolean
is_bidi_control (gunichar c)
{
  return c == 0x061c || c == 0x200e || c == 0x200f || (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
}

static gboolean
is_bidi_override (gunichar c)
{
  return c == 0x202d || c == 0x202e;
}

static const char *
explain_invisible (gunichar c)
{
  switch (c)
    {
    case 0xad:
      return "A soft hyphen: it is invisible and keeps the word from being found.";
    case 0x200b:
      return "A zero-width space: it is invisible and splits what looks like one word.";
    case ZWNJ:
      return "A zero-width non-joiner that does nothing here.";
    case ZWJ:
      return "A zero-width joiner that does nothing here.";
    case 0x2060:
      return "A word joiner: it is invisible and does nothing here.";
    case 0xfeff:
      return "A byte order mark within the text: it is invisible and does nothing here.";
    default:
      return "A control character: it is invisible and does nothing here.";
    }
}

static gboolean
is_invisible (const SutraTextCheck *self, gsize i)
{
  gunichar c = self->cps[i];

  if (c < 0x20)
    return c != '\t';
  if (sutra_text_check_is_joiner (c))
    return !joiner_does_something (self, i);
  return (c >= 0x7f && c <= 0x9f) || c == 0xad || c == 0x200b || c == 0x2060 || c == 0xfeff || c == 0x2028 || c == 0x2029 ||
         (c >= 0x2061 && c <= 0x2064);
}

static void
check_unreadable (SutraTextCheck *self, gsize i)
{
  gunichar c = self->cps[i];

  if (c == 0xfffd)
    sutra_text_check_add (self, SUTRA_TEXT_FINDING_UNREADABLE, i, i + 1,
                          "A replacement character: what stood here was lost before the text came.", NULL);
  else if (u_charType ((UChar32) c) == U_PRIVATE_USE_CHAR)
    sutra_text_check_add (self, SUTRA_TEXT_FINDING_UNREADABLE, i, i + 1,
                          "A private-use character, often a bullet of a word processor: it means nothing without its font.", NULL);
  else if (u_charType ((UChar32) c) == U_UNASSIGNED)
    sutra_text_check_add (self, SUTRA_TEXT_FINDING_UNREADABLE, i, i + 1, "A code point that is no character of Unicode 15.", NULL);
}

void
sutra_text_check_invisible (SutraTextCheck *self)
{
  for (gsize i = 0; i < self->length; i++)
    {
      gunichar c = self->cps[i];

      if (c >= 0x20 && c < 0x7f)
        continue;
      if (is_bidi_control (c))
        {
          if (!self->right_to_left || is_bidi_override (c))
            sutra_text_check_add (self, SUTRA_TEXT_FINDING_BIDI, i, i + 1,
                                  is_bidi_override (c) ? "A direction override: the text is shown in another order than it has."
                                                       : "A direction mark: it is invisible and does nothing in this text.",
                                  g_strdup (""));
        }
      else if (is_invisible (self, i))
        sutra_text_check_add (self, SUTRA_TEXT_FINDING_INVISIBLE, i, i + 1, explain_invisible (c), g_strdup (""));
      else if (c >= 0x0378)
        check_unreadable (self, i);
    }
}
