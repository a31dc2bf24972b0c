/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-text.h"

#include <string.h>

#include "sutra-error.h"
#include "sutra-utf8.h"

/* One checkpoint for this many code points (to bytes) and for this many bytes (to code points). */
#define CP_SHIFT 8
#define BYTE_SHIFT 9

struct _SutraText
{
  gatomicrefcount ref_count;
  GBytes *bytes;
  const char *utf8;
  gsize n_bytes;
  gsize length;
  guint32 *byte_of_block; /* byte offset of code point i << CP_SHIFT */
  guint32 *cps_before;    /* code points that start before byte i << BYTE_SHIFT */
  char *sha256;
};

static void
build_checkpoints (SutraText *self)
{
  gsize n_byte_blocks = (self->n_bytes >> BYTE_SHIFT) + 1;
  gsize n_cp_blocks;
  gsize byte = 0;

  self->length = 0;
  self->cps_before = g_new (guint32, n_byte_blocks);
  for (gsize i = 0; i < n_byte_blocks; i++)
    {
      gsize start = i << BYTE_SHIFT;

      self->cps_before[i] = (guint32) self->length;
      self->length += sutra_utf8_count (self->utf8 + start, MIN ((gsize) 1 << BYTE_SHIFT, self->n_bytes - start));
    }

  n_cp_blocks = (self->length >> CP_SHIFT) + 1;
  self->byte_of_block = g_new (guint32, n_cp_blocks);
  for (gsize i = 0; i < n_cp_blocks; i++)
    {
      self->byte_of_block[i] = (guint32) byte;
      byte += sutra_utf8_byte_of (self->utf8 + byte, self->n_bytes - byte, (gsize) 1 << CP_SHIFT);
    }
}

SutraText *
sutra_text_new (GBytes *bytes, GError **error)
{
  gsize n_bytes;
  const char *data;
  const char *bad;
  char *copy;
  SutraText *self;

  g_return_val_if_fail (bytes != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  data = g_bytes_get_data (bytes, &n_bytes);
  if (n_bytes >= G_MAXUINT32)
    {
      g_set_error (error, SUTRA_ERROR, SUTRA_ERROR_TOO_LARGE, "The text has %" G_GSIZE_FORMAT " bytes: split it, at most %u can be held",
                   n_bytes, G_MAXUINT32 - 1);
      return NULL;
    }
  if (n_bytes > 0 && !g_utf8_validate_len (data, n_bytes, &bad))
    {
      g_set_error (error, SUTRA_ERROR, SUTRA_ERROR_ENCODING, "The text is not valid UTF-8 at byte %" G_GSIZE_FORMAT ": choose its encoding",
                   (gsize) (bad - data));
      return NULL;
    }
  bad = n_bytes > 0 ? memchr (data, '\r', n_bytes) : NULL;
  if (bad != NULL)
    {
      g_set_error (error, SUTRA_ERROR, SUTRA_ERROR_ENCODING,
                   "The text has a carriage return at byte %" G_GSIZE_FORMAT ": its lines must end with a line feed alone",
                   (gsize) (bad - data));
      return NULL;
    }

  copy = g_malloc (n_bytes + 1);
  if (n_bytes > 0)
    memcpy (copy, data, n_bytes);
  copy[n_bytes] = '\0';

  self = g_new0 (SutraText, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->bytes = g_bytes_new_with_free_func (copy, n_bytes, g_free, copy);
  self->utf8 = copy;
  self->n_bytes = n_bytes;
  build_checkpoints (self);
  return self;
}

SutraText *
sutra_text_new_from_string (const char *string)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  SutraText *self;

  g_return_val_if_fail (string != NULL, NULL);

  bytes = g_bytes_new_static (string, strlen (string));
  self = sutra_text_new (bytes, &error);
  if (self == NULL)
    g_critical ("%s", error->message);
  return self;
}

SutraText *
sutra_text_ref (SutraText *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
sutra_text_unref (SutraText *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_bytes_unref (self->bytes);
  g_free (self->byte_of_block);
  g_free (self->cps_before);
  g_free (self->sha256);
  g_free (self);
}

const char *
sutra_text_get_utf8 (SutraText *self, gsize *n_bytes)
{
  g_return_val_if_fail (self != NULL, NULL);

  if (n_bytes != NULL)
    *n_bytes = self->n_bytes;
  return self->utf8;
}

GBytes *
sutra_text_get_bytes (SutraText *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->bytes;
}

gsize
sutra_text_get_length (SutraText *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->length;
}

gsize
sutra_text_byte_of (SutraText *self, gsize cp)
{
  gsize byte;

  g_return_val_if_fail (self != NULL, 0);

  if (cp >= self->length)
    return self->n_bytes;
  byte = self->byte_of_block[cp >> CP_SHIFT];
  return byte + sutra_utf8_byte_of (self->utf8 + byte, self->n_bytes - byte, cp & ((1 << CP_SHIFT) - 1));
}

gsize
sutra_text_cp_of (SutraText *self, gsize byte)
{
  gsize block;

  g_return_val_if_fail (self != NULL, 0);

  if (byte >= self->n_bytes)
    return self->length;
  block = byte >> BYTE_SHIFT;
  /* Counting first bytes up to and including @byte also works when the block starts inside a code point. */
  return self->cps_before[block] + sutra_utf8_count (self->utf8 + (block << BYTE_SHIFT), byte - (block << BYTE_SHIFT) + 1) - 1;
}

gunichar
sutra_text_char_at (SutraText *self, gsize cp)
{
  guint n_bytes;

  g_return_val_if_fail (self != NULL, 0);

  if (cp >= self->length)
    return 0;
  return sutra_utf8_decode (self->utf8 + sutra_text_byte_of (self, cp), &n_bytes);
}

char *
sutra_text_slice (SutraText *self, gsize start, gsize end)
{
  gsize start_byte, end_byte;

  g_return_val_if_fail (self != NULL, NULL);

  start_byte = sutra_text_byte_of (self, start);
  end_byte = sutra_text_byte_of (self, end);
  return end_byte <= start_byte ? g_strdup ("") : g_strndup (self->utf8 + start_byte, end_byte - start_byte);
}

void
sutra_text_paragraph_at (SutraText *self, gsize cp, gsize *start, gsize *end)
{
  gsize byte;
  const char *before;
  const char *after;

  g_return_if_fail (self != NULL);
  g_return_if_fail (start != NULL && end != NULL);

  byte = sutra_text_byte_of (self, cp);
  before = memrchr (self->utf8, '\n', byte);
  after = memchr (self->utf8 + byte, '\n', self->n_bytes - byte);
  *start = before == NULL ? 0 : sutra_text_cp_of (self, (gsize) (before - self->utf8) + 1);
  *end = after == NULL ? self->length : sutra_text_cp_of (self, (gsize) (after - self->utf8));
}

const char *
sutra_text_get_sha256 (SutraText *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  if (g_once_init_enter (&self->sha256))
    g_once_init_leave (&self->sha256, g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, self->bytes));
  return self->sha256;
}
