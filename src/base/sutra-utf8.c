/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-utf8.h"

#include <string.h>

gsize
sutra_utf8_count (const char *text, gsize n_bytes)
{
  gsize continuation = 0;
  gsize i = 0;

  g_return_val_if_fail (text != NULL || n_bytes == 0, 0);

  for (; i + 8 <= n_bytes; i += 8)
    {
      guint64 word;

      /* A byte is a continuation byte if its bit 7 is set and its bit 6 is clear. */
      memcpy (&word, text + i, 8);
      word = (word >> 7) & ~(word >> 6) & G_GUINT64_CONSTANT (0x0101010101010101);
      continuation += (word * G_GUINT64_CONSTANT (0x0101010101010101)) >> 56;
    }
  for (; i < n_bytes; i++)
    continuation += ((guint8) text[i] & 0xc0) == 0x80;

  return n_bytes - continuation;
}

gsize
sutra_utf8_byte_of (const char *text, gsize n_bytes, gsize cp)
{
  gsize byte = 0;

  g_return_val_if_fail (text != NULL || n_bytes == 0, 0);

  while (cp > 0 && byte < n_bytes)
    {
      byte += (gsize) g_utf8_skip[(guint8) text[byte]];
      cp--;
    }
  return MIN (byte, n_bytes);
}
