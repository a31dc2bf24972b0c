/* test-utf8.c: counting code points against GLib
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "sutra-utf8.h"

#include <string.h>

static void
check_counts (const char *text)
{
  gsize n_bytes = strlen (text);
  gsize cp = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p), cp++)
    {
      g_assert_cmpuint (sutra_utf8_count (text, (gsize) (p - text)), ==, cp);
      g_assert_cmpuint (sutra_utf8_byte_of (text, n_bytes, cp), ==, (gsize) (p - text));
      /* From any start, so at any alignment. */
      g_assert_cmpuint (sutra_utf8_count (p, n_bytes - (gsize) (p - text)), ==, (gsize) g_utf8_strlen (p, -1));
    }
  g_assert_cmpuint (sutra_utf8_count (text, n_bytes), ==, cp);
  for (gsize beyond = 0; beyond < 3; beyond++)
    g_assert_cmpuint (sutra_utf8_byte_of (text, n_bytes, cp + beyond), ==, n_bytes);
}

static void
test_counts (void)
{
  static const gunichar alphabet[] = { 'a', '\n', 0x7f, 0x80, 0x7ff, 0x800, 0x0995, 0x09cd, 0x09b7, 0xffff, 0x10000, 0x1f600, 0x10ffff };

  check_counts ("");
  check_counts ("😀 ক্ষমতা");
  for (guint round = 0; round < 300; round++)
    {
      g_autoptr (GString) text = g_string_new (NULL);

      for (guint i = 0; i < round; i++)
        g_string_append_unichar (text, alphabet[g_test_rand_int_range (0, G_N_ELEMENTS (alphabet))]);
      check_counts (text->str);
    }
  g_assert_cmpuint (sutra_utf8_count (NULL, 0), ==, 0);
  g_assert_cmpuint (sutra_utf8_byte_of (NULL, 0, 5), ==, 0);
}

static void
test_decode (void)
{
  for (gunichar c = 1; c <= 0x10ffff; c++)
    {
      char buffer[6];
      guint expected, got;

      if (c >= 0xd800 && c <= 0xdfff)
        continue;
      expected = (guint) g_unichar_to_utf8 (c, buffer);
      g_assert_cmpuint (sutra_utf8_decode (buffer, &got), ==, c);
      g_assert_cmpuint (got, ==, expected);
    }
}

static void
assert_short (const char *text, gsize max, const char *expected)
{
  g_autofree char *got = sutra_utf8_shorten (text, max);

  g_assert_cmpstr (got, ==, expected);
}

static void
test_shorten (void)
{
  g_autofree char *endless = g_strnfill (1000, '\xff');
  g_autofree char *cut = sutra_utf8_shorten (endless, 7);

  assert_short ("", 3, "");
  assert_short ("ক্ষ😀", 4, "ক্ষ😀");
  assert_short ("ক্ষ😀", 3, "ক্ষ…");
  assert_short ("a\xffz", 3, "a\xef\xbf\xbdz");
  assert_short ("abc", 0, "…");
  g_assert_cmpint (g_utf8_strlen (cut, -1), ==, 8);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/utf8/counts", test_counts);
  g_test_add_func ("/utf8/decode", test_decode);
  g_test_add_func ("/utf8/shorten", test_shorten);
  return g_test_run ();
}
