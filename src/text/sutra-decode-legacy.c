/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-decode-legacy.h"

#include <string.h>

#include "sutra-bijoy-tables.h"
#include "sutra-bijoy.h"
#include "sutra-error.h"
#include "sutra-utf8.h"

/* So many letters that turn out to be Bengali are no accident. */
#define MIN_BENGALI 3

static gboolean
is_bengali (gunichar c)
{
  return c >= 0x0980 && c <= 0x09ff;
}

/* ---- UTF-8 twice ---- */

/* The byte that Windows-1252, or ISO-8859-1, shows as @c; -1 if neither does. */
static int
byte_of (gunichar c)
{
  return c < 0x100 ? (int) c : sutra_bijoy_code_of (c);
}

/* NULL if some character is no byte, or the bytes are not UTF-8; @at is then where, in bytes of @text. */
static GBytes *
undo_utf8 (const char *text, gsize n_bytes, gsize *at)
{
  g_autoptr (GByteArray) bytes = g_byte_array_sized_new ((guint) n_bytes);
  const char *end = text + n_bytes;
  const char *bad;

  *at = 0;
  for (const char *p = text; p < end; p = g_utf8_next_char (p))
    {
      int byte = byte_of (g_utf8_get_char (p));
      guint8 value = (guint8) byte;

      *at = (gsize) (p - text);
      if (byte < 0)
        return NULL;
      g_byte_array_append (bytes, &value, 1);
    }
  if (bytes->len > 0 && !g_utf8_validate_len ((const char *) bytes->data, bytes->len, &bad))
    {
      *at = sutra_utf8_byte_of (text, n_bytes, (gsize) (bad - (const char *) bytes->data));
      return NULL;
    }
  if (bytes->len >= 3 && memcmp (bytes->data, "\xef\xbb\xbf", 3) == 0)
    g_byte_array_remove_range (bytes, 0, 3);
  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

static guint
count_bengali (const char *text, gsize n_bytes, guint max)
{
  guint n = 0;

  for (const char *p = text; p < text + n_bytes && n < max; p = g_utf8_next_char (p))
    n += is_bengali (g_utf8_get_char (p));
  return n;
}

/* A quick look before the real trial. */
static gboolean
has_pattern (const char *text, gsize n_bytes)
{
  return g_strstr_len (text, (gssize) n_bytes, "à¦") != NULL || g_strstr_len (text, (gssize) n_bytes, "à§") != NULL;
}

static gboolean
is_utf8_twice (const char *text, gsize n_bytes)
{
  g_autoptr (GBytes) once = NULL;
  gsize at;

  if (!has_pattern (text, n_bytes))
    return FALSE;
  once = undo_utf8 (text, n_bytes, &at);
  return once != NULL && count_bengali (g_bytes_get_data (once, NULL), g_bytes_get_size (once), MIN_BENGALI) == MIN_BENGALI;
}

/* ---- Errors ---- */

static gsize
line_at (const char *text, gsize at)
{
  gsize line = 1;

  for (gsize i = 0; i < at; i++)
    line += text[i] == '\n';
  return line;
}

static void
set_not_twice (GError **error, const char *text, gsize at)
{
  g_set_error (error, SUTRA_ERROR, SUTRA_ERROR_ENCODING,
               "Line %" G_GSIZE_FORMAT ": not UTF-8 that was read as Windows-1252, at least not all of it: choose another encoding",
               line_at (text, at));
}

/* Whether most of the letters are Bengali ones. */
static gboolean
is_unicode_already (const char *text, gsize n_bytes)
{
  gsize n_bengali = 0;
  gsize n_letters = 0;

  for (const char *p = text; p < text + n_bytes; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      n_bengali += is_bengali (c);
      n_letters += is_bengali (c) || g_unichar_isalpha (c);
    }
  return n_bengali * 2 > n_letters;
}

/* ---- Public API ---- */

gboolean
sutra_decode_is_bijoy (const char *encoding)
{
  return encoding != NULL &&
         (g_ascii_strcasecmp (encoding, SUTRA_ENCODING_BIJOY) == 0 || g_ascii_strcasecmp (encoding, SUTRA_ENCODING_BIJOY_NEW) == 0 ||
          g_ascii_strcasecmp (encoding, SUTRA_ENCODING_BIJOY_OLD) == 0);
}

gboolean
sutra_decode_is_legacy (const char *encoding)
{
  return sutra_decode_is_bijoy (encoding) || (encoding != NULL && g_ascii_strcasecmp (encoding, SUTRA_ENCODING_UTF8_TWICE) == 0);
}

GBytes *
sutra_decode_legacy (GBytes *carrier, const char *encoding, const char **used, GError **error)
{
  gsize n_bytes;
  const char *text = g_bytes_get_data (carrier, &n_bytes);
  g_autoptr (SutraBijoyText) result = NULL;
  SutraBijoyGeneration generation;
  gsize at;

  if (!sutra_decode_is_bijoy (encoding))
    {
      GBytes *once = undo_utf8 (text, n_bytes, &at);

      if (once == NULL)
        set_not_twice (error, text, at);
      else if (used != NULL)
        *used = SUTRA_ENCODING_UTF8_TWICE;
      return once;
    }
  if (is_unicode_already (text, n_bytes))
    {
      g_set_error (error, SUTRA_ERROR, SUTRA_ERROR_ENCODING,
                   "The text is in Bengali letters already, so it is not in a Bijoy font: choose another encoding");
      return NULL;
    }
  generation = g_ascii_strcasecmp (encoding, SUTRA_ENCODING_BIJOY_NEW) == 0   ? SUTRA_BIJOY_NEW
               : g_ascii_strcasecmp (encoding, SUTRA_ENCODING_BIJOY_OLD) == 0 ? SUTRA_BIJOY_OLD
                                                                              : SUTRA_BIJOY_AUTO;
  result = sutra_bijoy_decode (text, n_bytes, generation, FALSE);
  if (used != NULL)
    *used = result->generation == SUTRA_BIJOY_OLD ? SUTRA_ENCODING_BIJOY_OLD : SUTRA_ENCODING_BIJOY_NEW;
  return g_string_free_to_bytes (g_steal_pointer (&result->utf8));
}

const char *
sutra_decode_suspect (GBytes *text)
{
  gsize n_bytes;
  const char *utf8 = g_bytes_get_data (text, &n_bytes);

  if (n_bytes == 0)
    return NULL;
  if (is_utf8_twice (utf8, n_bytes))
    return SUTRA_ENCODING_UTF8_TWICE;
  return sutra_bijoy_is_likely (utf8, n_bytes) ? SUTRA_ENCODING_BIJOY : NULL;
}
