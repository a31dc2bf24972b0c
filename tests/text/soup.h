/* soup.h: random text for property tests
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

/* Up to @most code points, most of them Bengali, of the kinds on which the rules of this layer turn (transfer full). */
static inline char *
soup_new (int most)
{
  static const gunichar others[] = {
    ' ',     ' ',     '\n',   '-',    '/',    '.',    ',',    '|',    '\'',   '"',    '(',    '5',     'a',     'K',
    0x00a0,  0x200b,  0x200c, 0x200d, 0x200c, 0x200d, 0x0964, 0x09f7, 0x2019, 0x201d, 0x00e9, 0x0301,  0x0323,  0x0915,
    0x094d,  0x0937,  0x0d15, 0x0d4d, 0x1100, 0x1161, 0x11a8, 0xac00, 0x0e01, 0x0e33, 0x4e2d, 0x1f600, 0x1f468, 0x1f1e7,
    0x1f1e9, 0x1f3fd, 0xfe0f, 0x0600, 0x05d0, 0x0345, 0x212b, 0xf06c, 0x202f, 0x0130, 0x1e9e, 0x093c,  0x0951,  0x2014,
  };
  static const gunichar marks[] = { 0x09cd, 0x09cd, 0x09cd, 0x09cd, 0x09bc, 0x09be, 0x09be, 0x09bf, 0x09c7, 0x09c7,
                                    0x09cb, 0x09cc, 0x09d7, 0x09c4, 0x09c3, 0x0981, 0x0982, 0x0983, 0x09fe, 0x09e2 };
  static const gunichar letters[] = { 0x0995, 0x09b7, 0x09b0, 0x09af, 0x09af, 0x09b0, 0x0985, 0x098f, 0x0986, 0x09ce,
                                      0x09a4, 0x09dc, 0x09df, 0x09f0, 0x09f1, 0x09b8, 0x09a8, 0x09ac, 0x09e8, 0x09e6 };
  GString *string = g_string_new (NULL);
  int n = g_test_rand_int_range (0, most + 1);

  for (int i = 0; i < n; i++)
    {
      int kind = g_test_rand_int_range (0, 10);

      if (kind < 4)
        g_string_append_unichar (string, letters[g_test_rand_int_range (0, G_N_ELEMENTS (letters))]);
      else if (kind < 8)
        g_string_append_unichar (string, marks[g_test_rand_int_range (0, G_N_ELEMENTS (marks))]);
      else
        g_string_append_unichar (string, others[g_test_rand_int_range (0, G_N_ELEMENTS (others))]);
    }
  return g_string_free (string, FALSE);
}

/* The contents of a file of the corpus, NULL where it is absent (then the test is marked as skipped). */
static inline char *
corpus_load (const char *name)
{
  const char *folder = g_getenv ("SUTRA_CORPUS");
  g_autofree char *path = g_build_filename (folder != NULL ? folder : "/nonexistent", name, NULL);
  char *contents = NULL;

  if (!g_file_get_contents (path, &contents, NULL, NULL))
    g_test_skip ("the corpus is not here (SUTRA_CORPUS)");
  return contents;
}
