/* tiny-world.h: map data of a few shapes, for tests of the reader
 *
 * Two countries side by side, AA and BB, with a border between them, a hole in BB and a territory without a code in the hole; a lake and a river; a line between regions in the fine level alone.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sutra-crc.h"
#include "sutra-world-file.h"

#include <string.h>

typedef struct
{
  GByteArray *table, *content;
  guint n_sections;
  gint32 x, y;
} TinyWriter;

static inline void
tiny_put_u32 (GByteArray *out, guint32 value)
{
  guint8 bytes[] = { value & 0xFF, (value >> 8) & 0xFF, (value >> 16) & 0xFF, value >> 24 };

  g_byte_array_append (out, bytes, sizeof bytes);
}

static inline void
tiny_put_number (TinyWriter *self, guint32 value)
{
  guint8 byte;

  for (; value > 127; value >>= 7)
    {
      byte = (value & 127) | 128;
      g_byte_array_append (self->content, &byte, 1);
    }
  byte = (guint8) value;
  g_byte_array_append (self->content, &byte, 1);
}

static inline void
tiny_put_points (TinyWriter *self, const gint32 *points, guint n)
{
  tiny_put_number (self, n);
  for (guint i = 0; i < 2 * n; i++)
    {
      gint32 *before = i % 2 == 0 ? &self->x : &self->y;
      gint32 by = points[i] - *before;

      tiny_put_number (self, by >= 0 ? (guint32) by << 1 : ((guint32) -by << 1) - 1);
      *before = points[i];
    }
}

/* The entry's offset is counted from the begin of the contents until tiny_finish(). */
static inline void
tiny_begin (TinyWriter *self, guint8 levels, guint8 kind, guint32 n_shapes, guint32 n_parts, guint32 n_points)
{
  guint8 head[] = { levels, kind, 0, 0 };

  g_byte_array_append (self->table, head, sizeof head);
  tiny_put_u32 (self->table, n_shapes);
  tiny_put_u32 (self->table, n_parts);
  tiny_put_u32 (self->table, n_points);
  tiny_put_u32 (self->table, self->content->len);
  tiny_put_u32 (self->table, 0);
  self->n_sections++;
  self->x = self->y = 0;
}

static inline void
tiny_write_u32 (guint8 *to, guint32 value)
{
  to[0] = value & 0xFF;
  to[1] = (value >> 8) & 0xFF;
  to[2] = (value >> 16) & 0xFF;
  to[3] = value >> 24;
}

static inline guint32
tiny_read_u32 (const guint8 *from)
{
  return (guint32) from[0] | (guint32) from[1] << 8 | (guint32) from[2] << 16 | (guint32) from[3] << 24;
}

/* Makes the checksum fit what is before it. */
static inline void
tiny_seal (guint8 *data, gsize size)
{
  tiny_write_u32 (data + size - 4, sutra_crc32 (data, size - 4));
}

static inline GByteArray *
tiny_finish (TinyWriter *self)
{
  GByteArray *file = g_byte_array_new ();
  guint32 first = 24 + self->table->len, size = first + self->content->len + 4;

  for (guint i = 0; i < self->n_sections; i++)
    {
      guint8 *entry = self->table->data + 24 * i;
      guint32 begin = tiny_read_u32 (entry + 16);
      guint32 end = i + 1 < self->n_sections ? tiny_read_u32 (entry + 24 + 16) : self->content->len;

      tiny_write_u32 (entry + 16, first + begin);
      tiny_write_u32 (entry + 20, end - begin);
    }
  g_byte_array_append (file, (const guint8 *) "SutraGeo", 8);
  tiny_put_u32 (file, 0x01020304);
  tiny_put_u32 (file, 1);
  tiny_put_u32 (file, size);
  tiny_put_u32 (file, self->n_sections);
  g_byte_array_append (file, self->table->data, self->table->len);
  g_byte_array_append (file, self->content->data, self->content->len);
  tiny_put_u32 (file, 0);
  tiny_seal (file->data, file->len);
  g_byte_array_unref (self->table);
  g_byte_array_unref (self->content);
  return file;
}

static inline void
tiny_put_country (TinyWriter *self, const char *code, guint n_rings)
{
  guint8 letters[2] = { (guint8) code[0], code[0] != '\0' ? (guint8) code[1] : 0 };

  g_byte_array_append (self->content, letters, 2);
  tiny_put_number (self, n_rings);
}

static inline GByteArray *
tiny_world (void)
{
  /* Grid cells: AA from 1,000,000 to 2,000,000, BB from there to 4,000,000, both from 1,000,000 to 2,000,000 from north to south. */
  static const gint32 coast_a[] = { 2000000, 2000000, 1000000, 2000000, 1000000, 1000000, 2000000, 1000000 };
  static const gint32 coast_b[] = { 2000000, 1000000, 4000000, 1000000, 4000000, 2000000, 2000000, 2000000 };
  static const gint32 border[] = { 2000000, 1000000, 2100000, 1500000, 2000000, 2000000 };
  static const gint32 hole[] = { 3000000, 1400000, 3200000, 1400000, 3200000, 1600000, 3000000, 1600000 };
  static const gint32 lake[] = { 1200000, 1200000, 1300000, 1200000, 1300000, 1300000 };
  static const gint32 river[] = { 1500000, 1500000, 1600000, 1700000 };
  TinyWriter writer = { g_byte_array_new (), g_byte_array_new (), 0, 0, 0 };

  tiny_begin (&writer, 7, SUTRA_WORLD_COAST, 2, 2, 8);
  tiny_put_points (&writer, coast_b, 4);
  tiny_put_points (&writer, coast_a, 4);
  tiny_begin (&writer, 7, SUTRA_WORLD_BORDER, 1, 1, 3);
  tiny_put_points (&writer, border, 3);
  tiny_begin (&writer, 7, SUTRA_WORLD_LAND, 3, 4, 6 + 5 + 6 + 5);
  tiny_put_country (&writer, "BB", 2);
  tiny_put_number (&writer, 2);
  tiny_put_number (&writer, 0 << 1);     /* the coast of BB, */
  tiny_put_number (&writer, 2 << 1 | 1); /* then the border backwards */
  tiny_put_number (&writer, 0);
  tiny_put_points (&writer, hole, 4);
  tiny_put_country (&writer, "AA", 1);
  tiny_put_number (&writer, 2);
  tiny_put_number (&writer, 1 << 1);
  tiny_put_number (&writer, 2 << 1);
  tiny_put_country (&writer, "", 1);
  tiny_put_number (&writer, 0);
  tiny_put_points (&writer, hole, 4);
  tiny_begin (&writer, 7, SUTRA_WORLD_LAKE, 1, 1, 4);
  tiny_put_number (&writer, 1);
  tiny_put_number (&writer, 0);
  tiny_put_points (&writer, lake, 3);
  tiny_begin (&writer, 7, SUTRA_WORLD_RIVER, 1, 1, 2);
  tiny_put_points (&writer, river, 2);
  tiny_begin (&writer, 1 << SUTRA_WORLD_FINE, SUTRA_WORLD_REGION, 1, 1, 2);
  tiny_put_points (&writer, river, 2);
  return tiny_finish (&writer);
}
