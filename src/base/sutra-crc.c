/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-crc.h"

#define POLYNOMIAL 0xEDB88320u
#define SLICES 8

/* table[k][b]: the checksum of the byte b with k zero bytes behind it. */
static void
fill (guint32 table[SLICES][256])
{
  for (guint32 byte = 0; byte < 256; byte++)
    {
      guint32 crc = byte;

      for (guint bit = 0; bit < 8; bit++)
        crc = (crc >> 1) ^ ((crc & 1) != 0 ? POLYNOMIAL : 0);
      table[0][byte] = crc;
    }
  for (guint byte = 0; byte < 256; byte++)
    for (guint slice = 1; slice < SLICES; slice++)
      table[slice][byte] = (table[slice - 1][byte] >> 8) ^ table[0][table[slice - 1][byte] & 0xFF];
}

static guint32
little_endian (const guint8 *data)
{
  return (guint32) data[0] | (guint32) data[1] << 8 | (guint32) data[2] << 16 | (guint32) data[3] << 24;
}

guint32
sutra_crc32 (const guint8 *data, gsize size)
{
  guint32 table[SLICES][256];
  guint32 crc = 0xFFFFFFFFu;

  fill (table);
  for (; size >= SLICES; data += SLICES, size -= SLICES)
    {
      guint32 low = little_endian (data) ^ crc, high = little_endian (data + 4);

      crc = table[7][low & 0xFF] ^ table[6][(low >> 8) & 0xFF] ^ table[5][(low >> 16) & 0xFF] ^ table[4][low >> 24] ^
            table[3][high & 0xFF] ^ table[2][(high >> 8) & 0xFF] ^ table[1][(high >> 16) & 0xFF] ^ table[0][high >> 24];
    }
  for (; size > 0; data++, size--)
    crc = (crc >> 8) ^ table[0][(crc ^ *data) & 0xFF];
  return ~crc;
}
