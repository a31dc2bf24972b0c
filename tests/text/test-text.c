/* test-text.c: conversions of SutraText against a naive count
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "sutra-error.h"
#include "sutra-text.h"

#include <string.h>

/* Random text of one to four byte code points with line feeds and conjuncts. */
static char *
random_text (gsize n_cps)
{
  static const gunichar alphabet[] = { 'a', '\n', 0x7f, 0x80, 0x7ff, 0x800, 0x0995, 0x09cd, 0x09b7, 0x09bc, 0xfffd, 0x1f600, 0x10ffff };
  GString *text = g_string_new (NULL);

  for (gsize i = 0; i < n_cps; i++)
    g_string_append_unichar (text, alphabet[g_test_rand_int_range (0, G_N_ELEMENTS (alphabet))]);
  return g_string_free (text, FALSE);
}

static void
check_text (const char *string)
{
  g_autoptr (SutraText) text = sutra_text_new_from_string (string);
  gsize n_bytes;
  gsize length = (gsize) g_utf8_strlen (string, -1);
  const char *p = string;

  g_assert_cmpstr (sutra_text_get_utf8 (text, &n_bytes), ==, string);
  g_assert_cmpuint (n_bytes, ==, strlen (string));
  g_assert_cmpuint (g_bytes_get_size (sutra_text_get_bytes (text)), ==, n_bytes);
  g_assert_cmpuint (sutra_text_get_length (text), ==, length);

  for (gsize cp = 0; cp < length; cp++)
    {
      const char *next = g_utf8_next_char (p);

      g_assert_cmpuint (sutra_text_byte_of (text, cp), ==, (gsize) (p - string));
      g_assert_cmpuint (sutra_text_char_at (text, cp), ==, g_utf8_get_char (p));
      for (const char *inside = p; inside < next; inside++)
        g_assert_cmpuint (sutra_text_cp_of (text, (gsize) (inside - string)), ==, cp);
      p = next;
    }

  for (gsize beyond = 0; beyond < 3; beyond++)
    {
      g_assert_cmpuint (sutra_text_byte_of (text, length + beyond), ==, n_bytes);
      g_assert_cmpuint (sutra_text_cp_of (text, n_bytes + beyond), ==, length);
      g_assert_cmpuint (sutra_text_char_at (text, length + beyond), ==, 0);
    }
  g_assert_cmpuint (sutra_text_byte_of (text, G_MAXSIZE), ==, n_bytes);
  g_assert_cmpuint (sutra_text_cp_of (text, G_MAXSIZE), ==, length);
}

static void
test_conversions (void)
{
  static const gsize sizes[] = { 0, 1, 2, 127, 128, 255, 256, 257, 511, 512, 513, 1024, 5000 };

  check_text ("");
  check_text ("😀 ভারত-কাজাখস্তান ক্ষমতা");
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    for (guint round = 0; round < 5; round++)
      {
        g_autofree char *string = random_text (sizes[i]);

        check_text (string);
      }
}

static void
test_slice (void)
{
  g_autofree char *string = random_text (3000);
  g_autoptr (SutraText) text = sutra_text_new_from_string (string);

  for (guint i = 0; i < 2000; i++)
    {
      gsize start = (gsize) g_test_rand_int_range (0, 3001);
      gsize end = (gsize) g_test_rand_int_range ((int) start, 3001);
      g_autofree char *got = sutra_text_slice (text, start, end);
      g_autofree char *expected = g_utf8_substring (string, (glong) start, (glong) end);

      g_assert_cmpstr (got, ==, expected);
    }
  {
    g_autofree char *cut = sutra_text_slice (text, 2990, G_MAXSIZE);
    g_autofree char *beyond = sutra_text_slice (text, 3000, 3010);
    g_autofree char *reversed = sutra_text_slice (text, 20, 10);

    g_assert_cmpint (g_utf8_strlen (cut, -1), ==, 10);
    g_assert_cmpstr (beyond, ==, "");
    g_assert_cmpstr (reversed, ==, "");
  }
}

static void
test_paragraphs (void)
{
  for (guint round = 0; round < 20; round++)
    {
      g_autofree char *string = random_text (700);
      g_autoptr (SutraText) text = sutra_text_new_from_string (string);
      gsize length = sutra_text_get_length (text);

      for (gsize cp = 0; cp <= length; cp++)
        {
          gsize start, end;
          gsize expected_start = cp;
          gsize expected_end = cp;

          while (expected_start > 0 && sutra_text_char_at (text, expected_start - 1) != '\n')
            expected_start--;
          while (expected_end < length && sutra_text_char_at (text, expected_end) != '\n')
            expected_end++;
          sutra_text_paragraph_at (text, cp, &start, &end);
          g_assert_cmpuint (start, ==, expected_start);
          g_assert_cmpuint (end, ==, expected_end);
        }
    }
}

static void
assert_refused (const char *data, gsize n_bytes, const char *where)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, n_bytes);
  g_autoptr (GError) error = NULL;
  SutraText *text = sutra_text_new (bytes, &error);

  g_assert_null (text);
  g_assert_error (error, SUTRA_ERROR, SUTRA_ERROR_ENCODING);
  g_assert_nonnull (strstr (error->message, where));
}

static void
test_refused (void)
{
  assert_refused ("ab\0c", 4, "byte 2");
  assert_refused ("ab\r\nc", 5, "byte 2");
  assert_refused ("\xe0\x9f\xbf", 3, "byte 0");     /* overlong */
  assert_refused ("\xc0\xaf", 2, "byte 0");         /* overlong */
  assert_refused ("x\xed\xa0\x80", 4, "byte 1");    /* surrogate */
  assert_refused ("\xf4\x90\x80\x80", 4, "byte 0"); /* beyond U+10FFFF */
  assert_refused ("\xe0\xa6", 2, "byte 0");         /* cut short */
}

static gpointer
digest_thread (gpointer data)
{
  return (gpointer) sutra_text_get_sha256 (data);
}

static void
test_sha256 (void)
{
  g_autoptr (SutraText) text = sutra_text_new_from_string ("abc");
  g_autoptr (SutraText) empty = sutra_text_new_from_string ("");
  GThread *threads[8];
  const char *digest = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("digest", digest_thread, text);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    {
      const char *other = g_thread_join (threads[i]);

      g_assert_true (digest == NULL || digest == other);
      digest = other;
    }
  g_assert_cmpstr (digest, ==, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  g_assert_cmpstr (sutra_text_get_sha256 (empty), ==, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
}

static void
test_lifetime (void)
{
  char *string = g_strdup ("😀 বাংলা");
  g_autoptr (SutraText) text = NULL;
  g_autoptr (GBytes) bytes = g_bytes_new_take (string, strlen (string));
  g_autoptr (GBytes) kept = NULL;

  text = sutra_text_new (bytes, NULL);
  g_clear_pointer (&bytes, g_bytes_unref);
  sutra_text_unref (sutra_text_ref (text));
  g_assert_cmpstr (sutra_text_get_utf8 (text, NULL), ==, "😀 বাংলা");
  kept = g_bytes_ref (sutra_text_get_bytes (text));
  g_clear_pointer (&text, sutra_text_unref);
  g_assert_cmpmem (g_bytes_get_data (kept, NULL), g_bytes_get_size (kept), "😀 বাংলা", strlen ("😀 বাংলা"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text/conversions", test_conversions);
  g_test_add_func ("/text/slice", test_slice);
  g_test_add_func ("/text/paragraphs", test_paragraphs);
  g_test_add_func ("/text/refused", test_refused);
  g_test_add_func ("/text/sha256", test_sha256);
  g_test_add_func ("/text/lifetime", test_lifetime);
  return g_test_run ();
}
