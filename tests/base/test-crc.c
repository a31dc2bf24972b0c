/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-crc.h"

#include <string.h>

static void
test_known (void)
{
  static const struct
  {
    const char *text;
    guint32 crc;
  } known[] = {
    { "", 0 },
    { "a", 0xE8B7BE43 },
    { "123456789", 0xCBF43926 },
    { "The quick brown fox jumps over the lazy dog", 0x414FA339 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    g_assert_cmphex (sutra_crc32 ((const guint8 *) known[i].text, strlen (known[i].text)), ==, known[i].crc);
}

/* Bit by bit, as the standard writes it. */
static guint32
naive (const guint8 *data, gsize size)
{
  guint32 crc = 0xFFFFFFFFu;

  for (gsize i = 0; i < size; i++)
    {
      crc ^= data[i];
      for (guint bit = 0; bit < 8; bit++)
        crc = (crc & 1) != 0 ? (crc >> 1) ^ 0xEDB88320u : crc >> 1;
    }
  return ~crc;
}

static void
test_random (void)
{
  for (gsize size = 0; size < 300; size++)
    {
      g_autofree guint8 *data = g_malloc (size + 1);

      for (gsize i = 0; i < size; i++)
        data[i] = (guint8) g_test_rand_int_range (0, 256);
      g_assert_cmphex (sutra_crc32 (data, size), ==, naive (data, size));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/crc/known", test_known);
  g_test_add_func ("/base/crc/random", test_random);
  return g_test_run ();
}
