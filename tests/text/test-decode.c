/* test-decode.c: bytes to text, strictly
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "sutra-decode.h"
#include "sutra-decode-legacy.h"
#include "sutra-error.h"

#include <string.h>

#define SAMPLE "😀 ঢাকায় ক্ষমতা ২০২৪\nদ্বিতীয় র‍্যাব line 2\n"

static GBytes *
in_encoding (const char *text, const char *encoding, const char *bom, gsize n_bom)
{
  g_autoptr (GError) error = NULL;
  gsize n_bytes;
  g_autofree char *converted = g_convert (text, -1, encoding, "UTF-8", NULL, &n_bytes, &error);
  GByteArray *bytes = g_byte_array_new ();

  g_assert_no_error (error);
  g_byte_array_append (bytes, (const guint8 *) bom, (guint) n_bom);
  g_byte_array_append (bytes, (const guint8 *) converted, (guint) n_bytes);
  return g_byte_array_free_to_bytes (bytes);
}

static void
assert_decodes (GBytes *bytes, const char *encoding, const char *expected, const char *expected_encoding)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *used = NULL;
  g_autoptr (GBytes) text = sutra_decode (bytes, encoding, &used, &error);

  g_assert_no_error (error);
  g_assert_nonnull (text);
  g_assert_cmpmem (g_bytes_get_data (text, NULL), g_bytes_get_size (text), expected, strlen (expected));
  g_assert_cmpstr (used, ==, expected_encoding);
}

static void
assert_decodes_data (const char *data, gsize n_bytes, const char *encoding, const char *expected, const char *expected_encoding)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, n_bytes);

  assert_decodes (bytes, encoding, expected, expected_encoding);
}

static void
assert_refused (const char *data, gsize n_bytes, const char *encoding, int code, const char *says)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, n_bytes);
  g_autoptr (GError) error = NULL;
  char *used = NULL;
  GBytes *text = sutra_decode (bytes, encoding, &used, &error);

  g_assert_null (text);
  g_assert_error (error, SUTRA_ERROR, code);
  g_assert_null (used);
  if (strstr (error->message, says) == NULL)
    g_error ("“%s” does not say “%s”", error->message, says);
}

/* For string literals with embedded NULs. */
#define REFUSED(data, encoding, code, says) assert_refused (data, sizeof (data) - 1, encoding, code, says)
#define DECODES(data, encoding, text, used) assert_decodes_data (data, sizeof (data) - 1, encoding, text, used)

static void
test_unicode (void)
{
  static const struct
  {
    const char *encoding;
    const char *bom;
    gsize n_bom;
  } forms[] = {
    { "UTF-8", "\xef\xbb\xbf", 3 },    { "UTF-16LE", "\xff\xfe", 2 },     { "UTF-16BE", "\xfe\xff", 2 },
    { "UTF-32LE", "\xff\xfe\0\0", 4 }, { "UTF-32BE", "\0\0\xfe\xff", 4 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      g_autoptr (GBytes) with_bom = in_encoding (SAMPLE, forms[i].encoding, forms[i].bom, forms[i].n_bom);
      g_autoptr (GBytes) without = in_encoding (SAMPLE, forms[i].encoding, NULL, 0);

      assert_decodes (with_bom, NULL, SAMPLE, forms[i].encoding);
      assert_decodes (with_bom, forms[i].encoding, SAMPLE, forms[i].encoding);
      assert_decodes (with_bom, "windows-1252", SAMPLE, forms[i].encoding);
      assert_decodes (without, forms[i].encoding, SAMPLE, forms[i].encoding);
      if (forms[i].n_bom < 4)
        assert_decodes (without, NULL, SAMPLE, forms[i].encoding);
    }
  {
    g_autoptr (GBytes) little = in_encoding (SAMPLE, "UTF-16LE", NULL, 0);
    g_autoptr (GBytes) big = in_encoding (SAMPLE, "UTF-16BE", NULL, 0);

    assert_decodes (little, "UTF-16", SAMPLE, "UTF-16LE");
    assert_decodes (big, "utf-16", SAMPLE, "UTF-16BE");
  }
}

/* Only the first U+FEFF is a BOM: a second one is text. */
static void
test_one_bom (void)
{
  DECODES ("\u09cd\u0981", NULL, "\u09cd\u0981", "UTF-8");
  DECODES ("\xef\xbb\xbf\xef\xbb\xbf"
           "ক",
           NULL,
           "\xef\xbb\xbf"
           "ক",
           "UTF-8");
  DECODES ("\xff\xfe\xff\xfe"
           "a\0",
           NULL,
           "\xef\xbb\xbf"
           "a",
           "UTF-16LE");
  DECODES ("ক\xef\xbb\xbf", NULL, "ক\xef\xbb\xbf", "UTF-8");
  DECODES ("\x84\x31\x95\x33"
           "a",
           "gb18030", "a", "GB18030");
}

static void
test_line_ends (void)
{
  DECODES ("a\r\nb\rc\nd\r\r\n\r", NULL, "a\nb\nc\nd\n\n\n", "UTF-8");
  DECODES ("\r\nক\r", NULL, "\nক\n", "UTF-8");
  DECODES ("a\r\nb\rc\nd\r\r\n\r", "windows-1252", "a\nb\nc\nd\n\n\n", "windows-1252");
  DECODES ("\xff\xfe"
           "a\0\r\0\n\0b\0\r\0c\0",
           NULL, "a\nb\nc", "UTF-16LE");
  /* U+0D0A and U+0A0D are letters, not line ends; other separators are not line ends either. */
  DECODES ("\xff\xfe\x0a\x0d"
           "a\0",
           NULL, "ഊa", "UTF-16LE");
  DECODES ("a\xe2\x80\xa8"
           "b\x0c\x0b\xc2\x85",
           NULL,
           "a\xe2\x80\xa8"
           "b\x0c\x0b\xc2\x85",
           "UTF-8");
}

/* CR LF split over the converter's buffer must stay one line end. */
static void
test_long_input (void)
{
  for (gsize lead = 4080; lead < 4110; lead++)
    {
      g_autoptr (GString) in = g_string_new (NULL);
      g_autoptr (GString) out = g_string_new (NULL);
      g_autoptr (GBytes) utf16 = NULL;

      for (gsize i = 0; i < lead; i++)
        {
          g_string_append_c (in, 'x');
          g_string_append_c (out, 'x');
        }
      for (gsize i = 0; i < 3000; i++)
        {
          g_string_append (in, "\r\n😀ক্ষ");
          g_string_append (out, "\n😀ক্ষ");
        }
      utf16 = in_encoding (in->str, "UTF-16BE", NULL, 0);
      assert_decodes (utf16, NULL, out->str, "UTF-16BE");
    }
}

static void
test_legacy (void)
{
  DECODES ("caf\xe9 \x93"
           "x\x94",
           "windows-1252", "café “x”", "windows-1252");
  DECODES ("KvRvL\xaf\xcd"
           "vb",
           "cp1252", "KvRvL¯Ívb", "windows-1252");
  DECODES ("caf\xe9", "latin1", "café", "ISO-8859-1");
  DECODES ("\xcf\xf0\xe8\xe2\xe5\xf2", "windows-1251", "Привет", "windows-1251");
  /* ISCII: KA, KA + halant + SSA, KA + AA, digit 1. */
  DECODES ("\xb3 \xb3\xe8\xd6 \xb3\xda \xf2", "x-iscii-be", "ক ক্ষ কা ১", "x-iscii-be");
  DECODES ("\x82\xa0", "sjis", "あ", "Shift_JIS");
  DECODES ("abc", "US-ASCII", "abc", "US-ASCII");
  DECODES ("ক", "utf8", "ক", "UTF-8");
}

static void
test_invalid (void)
{
  REFUSED ("ab\ncd\xe9 f", NULL, SUTRA_ERROR_ENCODING, "Line 2, byte 5: E9 is not valid in UTF-8");
  REFUSED ("a\r\nb\rc\xff", NULL, SUTRA_ERROR_ENCODING, "Line 3, byte 6: FF");
  REFUSED ("\xef\xbb\xbf"
           "a\x80",
           NULL, SUTRA_ERROR_ENCODING, "Line 1, byte 4: 80");
  REFUSED ("ab\ncd\xe9", "US-ASCII", SUTRA_ERROR_ENCODING, "Line 2, byte 5: E9 is not valid in US-ASCII");
  REFUSED ("\xe0\xa6", NULL, SUTRA_ERROR_ENCODING, "byte 0");
  REFUSED ("a\n\x82", "Shift_JIS", SUTRA_ERROR_ENCODING, "Line 2, byte 2: 82");
  REFUSED ("a\n\xb3\xff", "x-iscii-be", SUTRA_ERROR_ENCODING, "Line 2, byte 3");
  REFUSED ("\xff\xfe"
           "a\0\n\0\0\xd8"
           "b\0",
           NULL, SUTRA_ERROR_ENCODING, "Line 2, byte 6: 00 D8");
  REFUSED ("\xff\xfe"
           "a\0\0\xdc",
           NULL, SUTRA_ERROR_ENCODING, "byte 4");
  REFUSED ("\xff\xfe"
           "a\0\0\xd8",
           NULL, SUTRA_ERROR_ENCODING, "byte 4");
  REFUSED ("\xff\xfe"
           "a\0b",
           NULL, SUTRA_ERROR_ENCODING, "byte 4");
  REFUSED ("\0\0\xfe\xff\0\0\xd8\0", NULL, SUTRA_ERROR_ENCODING, "byte 4");
  REFUSED ("\0\0\xfe\xff\0\x11\0\0", NULL, SUTRA_ERROR_ENCODING, "byte 4");
  /* UTF-7 can hold half a surrogate pair: at the end, and before something else. */
  REFUSED ("a +2D0-", "UTF-7", SUTRA_ERROR_ENCODING, "Line 1");
  REFUSED ("a +2D0- b", "UTF-7", SUTRA_ERROR_ENCODING, "Line 1");
  DECODES ("a +2D3eAA-", "UTF-7", "a 😀", "UTF-7");
  REFUSED ("abc", "x-no-such", SUTRA_ERROR_UNSUPPORTED, "x-no-such");
  REFUSED ("abc", "", SUTRA_ERROR_UNSUPPORTED, "not known");
}

/* What is valid UTF-8 by RFC 3629, table 3-7 of Unicode, written down on its own. */
static gboolean
is_strict_utf8 (const guint8 *s, gsize n)
{
  for (gsize i = 0; i < n;)
    {
      gsize more = s[i] < 0x80                    ? 0
                   : s[i] >= 0xc2 && s[i] <= 0xdf ? 1
                   : s[i] >= 0xe0 && s[i] <= 0xef ? 2
                   : s[i] >= 0xf0 && s[i] <= 0xf4 ? 3
                                                  : 9;

      if (s[i] == 0 || more == 9 || i + more >= n)
        return FALSE;
      if (more > 0)
        {
          guint8 low = s[i] == 0xe0 ? 0xa0 : s[i] == 0xf0 ? 0x90 : 0x80;
          guint8 high = s[i] == 0xed ? 0x9f : s[i] == 0xf4 ? 0x8f : 0xbf;

          if (s[i + 1] < low || s[i + 1] > high)
            return FALSE;
          for (gsize j = 2; j <= more; j++)
            if (s[i + j] < 0x80 || s[i + j] > 0xbf)
              return FALSE;
        }
      i += more + 1;
    }
  return TRUE;
}

static void
check_strict (const guint8 *data, gsize n)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (data, n);
  g_autoptr (GBytes) text = sutra_decode (bytes, "UTF-8", NULL, NULL);

  g_assert_cmpint (text != NULL, ==, is_strict_utf8 (data, n));
}

/* Every pair of first bytes with edge values behind them: overlong forms, surrogates, beyond U+10FFFF, cut short. */
static void
test_strict_utf8 (void)
{
  static const guint8 tails[] = { 0x7f, 0x80, 0xbf, 0xc0 };

  for (guint first = 1; first < 256; first++)
    for (guint second = 1; second < 256; second++)
      {
        guint8 data[6] = { 'a', (guint8) first, (guint8) second };

        check_strict (data, 3);
        for (guint i = 0; i < G_N_ELEMENTS (tails); i++)
          {
            data[3] = tails[i];
            check_strict (data, 4);
            data[4] = tails[(i * 7 + first) % 4];
            check_strict (data, 5);
            data[4] = 0x80;
            data[5] = 'z';
            check_strict (data, 6);
          }
      }
}

static void
test_binary (void)
{
  REFUSED ("PK\3\4abc", NULL, SUTRA_ERROR_BINARY, "ZIP");
  REFUSED ("PK\5\6abc", NULL, SUTRA_ERROR_BINARY, "ZIP");
  REFUSED ("%PDF-1.7\nabc", NULL, SUTRA_ERROR_BINARY, "PDF");
  REFUSED ("%PDF-1.7\nabc", "windows-1252", SUTRA_ERROR_BINARY, "PDF");
  REFUSED ("\x89PNG\r\n\x1a\n", NULL, SUTRA_ERROR_BINARY, "PNG");
  REFUSED ("\xff\xd8\xff\xe0", "windows-1252", SUTRA_ERROR_BINARY, "JPEG");
  REFUSED ("GIF89a...", NULL, SUTRA_ERROR_BINARY, "GIF");
  REFUSED ("RIFF1234WEBPVP8 ", NULL, SUTRA_ERROR_BINARY, "WebP");
  REFUSED ("\x7f"
           "ELF\2\1",
           NULL, SUTRA_ERROR_BINARY, "ELF");
  REFUSED ("\x1f\x8b\x08\x08", NULL, SUTRA_ERROR_BINARY, "gzip");
  REFUSED ("SQLite format 3\0", NULL, SUTRA_ERROR_BINARY, "SQLite");
  REFUSED ("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", NULL, SUTRA_ERROR_BINARY, "Office");
  REFUSED ("a\nb\0c", NULL, SUTRA_ERROR_BINARY, "Line 2, byte 3");
  REFUSED ("a\nb\0c", "UTF-8", SUTRA_ERROR_BINARY, "Line 2, byte 3");
  REFUSED ("a\nb\0c", "windows-1252", SUTRA_ERROR_BINARY, "Line 2");
  REFUSED ("\xff\xfe"
           "a\0\0\0",
           NULL, SUTRA_ERROR_BINARY, "NUL");
  /* NULs at odd offsets alone do not make UTF-16 of it. */
  REFUSED ("\1\0\2\0\3\0\4\0", NULL, SUTRA_ERROR_BINARY, "NUL");
  REFUSED ("a\0b\0c\0\0\xd8", NULL, SUTRA_ERROR_BINARY, "NUL");
  /* Words that only look like a signature. */
  DECODES ("PK is a name", NULL, "PK is a name", "UTF-8");
  DECODES ("GIF", NULL, "GIF", "UTF-8");
}

static void
test_empty (void)
{
  REFUSED ("", NULL, SUTRA_ERROR_EMPTY, "empty");
  REFUSED (" \t\r\n\n", NULL, SUTRA_ERROR_EMPTY, "white space");
  REFUSED ("\xef\xbb\xbf", NULL, SUTRA_ERROR_EMPTY, "white space");
  REFUSED ("\xff\xfe", NULL, SUTRA_ERROR_EMPTY, "white space");
  REFUSED ("\xff\xfe \0\n\0", NULL, SUTRA_ERROR_EMPTY, "white space");
  REFUSED ("\u200d\u00ad", NULL, SUTRA_ERROR_EMPTY, "white space");
  REFUSED ("\xc2\xa0\xe3\x80\x80\xe2\x80\x8b", NULL, SUTRA_ERROR_EMPTY, "white space");
  DECODES (" ।\n", NULL, " ।\n", "UTF-8");
}

static void
test_too_large (void)
{
  gsize n_bytes = SUTRA_DECODE_MAX_BYTES + 1;
  char *data = g_malloc (n_bytes);
  g_autoptr (GBytes) too_large = NULL;
  g_autoptr (GBytes) largest = NULL;
  g_autoptr (GBytes) text = NULL;
  g_autoptr (GError) error = NULL;

  memset (data, 'x', n_bytes);
  too_large = g_bytes_new_take (data, n_bytes);
  g_assert_null (sutra_decode (too_large, NULL, NULL, &error));
  g_assert_error (error, SUTRA_ERROR, SUTRA_ERROR_TOO_LARGE);

  largest = g_bytes_new_from_bytes (too_large, 0, n_bytes - 1);
  text = sutra_decode (largest, NULL, NULL, NULL);
  g_assert_nonnull (text);
  g_assert_cmpuint (g_bytes_get_size (text), ==, n_bytes - 1);
}

/* Whatever comes in: valid UTF-8 without NUL and CR, or an error; and UTF-8 text is only ever changed at its line ends. */
static void
test_random (void)
{
  static const char *const names[] = { NULL,         "UTF-8",   "UTF-16LE",    "UTF-7", "windows-1252",
                                       "x-iscii-be", "gb18030", "ISO-2022-JP", "SCSU",  "CESU-8" };

  for (guint i = 0; i < 40000; i++)
    {
      guint8 data[24];
      gsize n = (gsize) g_test_rand_int_range (0, sizeof data);
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (GBytes) text = NULL;
      g_autoptr (GError) error = NULL;
      gsize n_text;
      const char *got;

      for (gsize j = 0; j < n; j++)
        data[j] = (guint8) (g_test_rand_bit () ? g_test_rand_int_range (0, 256)
                                               : "\r\n\0a+/-\xed\xa0\xd8\xe8\x1b$B"[g_test_rand_int_range (0, 15)]);
      bytes = g_bytes_new_static (data, n);
      text = sutra_decode (bytes, names[i % G_N_ELEMENTS (names)], NULL, &error);
      g_assert_true ((text == NULL) == (error != NULL));
      if (text == NULL)
        continue;
      got = g_bytes_get_data (text, &n_text);
      g_assert_true (g_utf8_validate_len (got, n_text, NULL));
      g_assert_null (memchr (got, '\r', n_text));
    }
}

static void
test_names (void)
{
  guint n = 0;

  for (const SutraEncoding *encoding = sutra_decode_encodings (); encoding->name != NULL; encoding++, n++)
    {
      g_autoptr (GBytes) bytes = NULL;

      g_assert_nonnull (encoding->label);
      g_assert_true (sutra_decode_knows (encoding->name));
      /* What they give is other text, and "bijoy" is stored as the generation that was found: test-bijoy. */
      if (sutra_decode_is_bijoy (encoding->name))
        continue;
      if (g_str_has_prefix (encoding->name, "UTF-16") || g_str_has_prefix (encoding->name, "UTF-32"))
        bytes = in_encoding ("abc", encoding->name, NULL, 0);
      else
        bytes = g_bytes_new_static ("abc", 3);
      /* The name that is stored is the one that was offered, so that choosing it again gives the same text. */
      assert_decodes (bytes, encoding->name, "abc", encoding->name);
    }
  g_assert_cmpuint (n, >=, 10);
  g_assert_true (sutra_decode_knows ("CP1252"));
  g_assert_false (sutra_decode_knows (""));
  g_assert_false (sutra_decode_knows ("x-no-such"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/decode/unicode", test_unicode);
  g_test_add_func ("/decode/one-bom", test_one_bom);
  g_test_add_func ("/decode/line-ends", test_line_ends);
  g_test_add_func ("/decode/long-input", test_long_input);
  g_test_add_func ("/decode/legacy", test_legacy);
  g_test_add_func ("/decode/invalid", test_invalid);
  g_test_add_func ("/decode/strict-utf8", test_strict_utf8);
  g_test_add_func ("/decode/binary", test_binary);
  g_test_add_func ("/decode/empty", test_empty);
  g_test_add_func ("/decode/too-large", test_too_large);
  g_test_add_func ("/decode/random", test_random);
  g_test_add_func ("/decode/names", test_names);
  return g_test_run ();
}
