/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-utf8.h"

#include <string.h>

/* How many of eight bytes are continuation bytes: their bit 7 is set and their bit 6 is clear. */
static inline gsize
count_continuations (const char *eight)
{
  guint64 word;

  memcpy (&word, eight, 8);
  word = (word >> 7) & ~(word >> 6) & G_GUINT64_CONSTANT (0x0101010101010101);
  return (gsize) ((word * G_GUINT64_CONSTANT (0x0101010101010101)) >> 56);
}

static inline gboolean
is_continuation (char byte)
{
  return ((guint8) byte & 0xc0) == 0x80;
}

gsize
sutra_utf8_count (const char *text, gsize n_bytes)
{
  gsize continuation = 0;
  gsize i = 0;

  g_return_val_if_fail (text != NULL || n_bytes == 0, 0);

  for (; i + 8 <= n_bytes; i += 8)
    continuation += count_continuations (text + i);
  for (; i < n_bytes; i++)
    continuation += is_continuation (text[i]);

  return n_bytes - continuation;
}

gsize
sutra_utf8_byte_of (const char *text, gsize n_bytes, gsize cp)
{
  gsize i = 0;

  g_return_val_if_fail (text != NULL || n_bytes == 0, 0);

  for (; i + 8 <= n_bytes; i += 8)
    {
      gsize first_bytes = 8 - count_continuations (text + i);

      if (cp < first_bytes)
        break;
      cp -= first_bytes;
    }
  for (; i < n_bytes; i++)
    if (!is_continuation (text[i]) && cp-- == 0)
      break;
  return i;
}

char *
sutra_utf8_shorten (const char *text, gsize max)
{
  g_autofree char *valid = NULL;
  gsize n_bytes, cut;

  g_return_val_if_fail (text != NULL, NULL);

  /* A code point has at most four bytes, and one invalid byte becomes one code point. */
  valid = g_utf8_make_valid (text, (gssize) strnlen (text, max * 4 + 1));
  n_bytes = strlen (valid);
  cut = sutra_utf8_byte_of (valid, n_bytes, max);
  if (cut == n_bytes)
    return g_steal_pointer (&valid);
  valid[cut] = '\0';
  return g_strconcat (valid, "…", NULL);
}
