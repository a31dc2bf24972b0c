/* sutra-utf8.h: code points and bytes of valid UTF-8
 *
 * "cp" is a count or an offset of Unicode code points, "byte" one of UTF-8 bytes.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How many code points the first @n_bytes of @text (valid UTF-8) hold. Counts eight bytes at a time. */
gsize sutra_utf8_count (const char *text, gsize n_bytes);

/* The byte offset of code point @cp of @text (valid UTF-8, @n_bytes long), at most @n_bytes. Counts as fast as the above. */
gsize sutra_utf8_byte_of (const char *text, gsize n_bytes, gsize cp);

/* For messages: at most @max code points of @text (any bytes), "…" where something was left out, always valid UTF-8 (transfer full). */
char *sutra_utf8_shorten (const char *text, gsize max);

/* Decodes the code point at @text, which must be valid UTF-8, and stores its length in bytes. */
static inline gunichar
sutra_utf8_decode (const char *text, guint *n_bytes)
{
  const guint8 *p = (const guint8 *) text;

  if (p[0] < 0x80)
    {
      *n_bytes = 1;
      return p[0];
    }
  if (p[0] < 0xe0)
    {
      *n_bytes = 2;
      return (gunichar) (p[0] & 0x1f) << 6 | (p[1] & 0x3f);
    }
  if (p[0] < 0xf0)
    {
      *n_bytes = 3;
      return (gunichar) (p[0] & 0x0f) << 12 | (gunichar) (p[1] & 0x3f) << 6 | (p[2] & 0x3f);
    }
  *n_bytes = 4;
  return (gunichar) (p[0] & 0x07) << 18 | (gunichar) (p[1] & 0x3f) << 12 | (gunichar) (p[2] & 0x3f) << 6 | (p[3] & 0x3f);
}

G_END_DECLS
