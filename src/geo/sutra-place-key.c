/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-place-key.h"

#include "sutra-fold.h"

static const struct
{
  gunichar c;
  const char *plain;
} letters[] = {
  { 0x00df, "ss" }, { 0x00e6, "ae" }, { 0x00f0, "d" }, { 0x00f8, "o" }, { 0x00fe, "th" }, { 0x0111, "d" },
  { 0x0127, "h" },  { 0x0131, "i" },  { 0x0138, "k" }, { 0x0142, "l" }, { 0x014b, "n" },  { 0x0153, "oe" },
  { 0x0167, "t" },  { 0x018f, "a" },  { 0x0192, "f" }, { 0x01a1, "o" }, { 0x01b0, "u" },  { 0x0253, "b" },
  { 0x0257, "d" },  { 0x0259, "a" },  { 0x025b, "e" }, { 0x0199, "k" },
};

static const char *
find_plain (gunichar c)
{
  for (gsize i = 0; i < G_N_ELEMENTS (letters); i++)
    if (letters[i].c == c)
      return letters[i].plain;
  return NULL;
}

static gboolean
is_ascii (const char *text)
{
  for (; *text != '\0'; text++)
    if ((guchar) *text >= 0x80)
      return FALSE;
  return TRUE;
}

char *
sutra_place_key_plain (const char *text)
{
  g_autofree char *normal = NULL, *fold = NULL;
  GString *plain;

  g_return_val_if_fail (text != NULL, NULL);

  if (is_ascii (text))
    return g_ascii_strdown (text, -1);
  normal = g_utf8_normalize (text, -1, G_NORMALIZE_ALL);
  fold = sutra_fold_string (normal != NULL ? normal : "", -1);
  plain = g_string_sized_new (64);
  for (const char *p = fold; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      const char *letter = c >= 0x80 && c < 0x0300 ? find_plain (c) : NULL;

      if (letter != NULL)
        g_string_append (plain, letter);
      else if (c == '`' || (c >= 0x02b0 && c <= 0x02ff))
        g_string_append_c (plain, '\'');
      else if (c < 0x0300 || c > 0x036f)
        g_string_append_unichar (plain, c);
    }
  return g_string_free (plain, FALSE);
}

char *
sutra_place_key (const char *text)
{
  char *plain, *to;

  g_return_val_if_fail (text != NULL, NULL);

  plain = sutra_place_key_plain (text);
  to = plain;
  for (const char *p = plain; *p != '\0';)
    {
      const char *next = g_utf8_next_char (p);
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isalnum (c) || g_unichar_ismark (c))
        while (p < next)
          *to++ = *p++;
      p = next;
    }
  *to = '\0';
  return plain;
}
