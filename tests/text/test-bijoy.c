/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-bijoy.h"

#include "sutra-bijoy-tables.h"
#include "sutra-decode-legacy.h"
#include "sutra-decode.h"
#include "sutra-error.h"

#include <locale.h>
#include <string.h>
#include <time.h>

static void
assert_decodes (const char *carrier, SutraBijoyGeneration generation, const char *expected, gsize n_unknown)
{
  g_autoptr (SutraBijoyText) text = sutra_bijoy_decode (carrier, strlen (carrier), generation, FALSE);

  g_assert_cmpstr (text->utf8->str, ==, expected);
  g_assert_cmpuint (text->n_unknown, ==, n_unknown);
  g_assert_cmpuint (text->unknown->len, ==, n_unknown);
}

static void
test_vectors (void)
{
  assert_decodes ("KvRvL¯Ívb", SUTRA_BIJOY_AUTO, "কাজাখস্তান", 0);
  assert_decodes ("KvRvL¯—vb", SUTRA_BIJOY_AUTO, "কাজাখস্তান", 0);
  assert_decodes ("i¨ve", SUTRA_BIJOY_AUTO, "র‍্যাব", 0);
  assert_decodes ("Kvh©", SUTRA_BIJOY_AUTO, "কার্য", 0);
  assert_decodes ("†mŠw`", SUTRA_BIJOY_AUTO, "সৌদি", 0);
  assert_decodes ("", SUTRA_BIJOY_AUTO, "", 0);
}

/* What looks like a quote or a dash is one where it cannot be a letter. */
static void
test_typography (void)
{
  assert_decodes ("‘Avwg hve’", SUTRA_BIJOY_NEW, "‘আমি যাব’", 0);
  assert_decodes ("“Avgiv” – †m…", SUTRA_BIJOY_NEW, "“আমরা” – সে…", 0);
  assert_decodes ("XvKv — PÆMÖvg", SUTRA_BIJOY_OLD, "ঢাকা — চট্টগ্রাম", 0);
  assert_decodes ("• Avgiv", SUTRA_BIJOY_NEW, "• আমরা", 0);
  assert_decodes ("K & L", SUTRA_BIJOY_NEW, "ক & খ", 0);
}

/* Unknown codes and stray signs stay and are listed, in code points of the carrier. */
static void
test_unknown (void)
{
  const char *carrier = "\U0001f600K€ †\xc2\x81"
                        "LÊ";
  g_autoptr (SutraBijoyText) text = sutra_bijoy_decode (carrier, strlen (carrier), SUTRA_BIJOY_NEW, FALSE);
  static const SutraBijoyPlace expected[] = { { 2, 0x20ac }, { 4, 0x2020 }, { 5, 0x81 }, { 7, 0xca } };

  g_assert_cmpstr (text->utf8->str, ==,
                   "\U0001f600ক€ †\xc2\x81"
                   "খÊ");
  g_assert_cmpuint (text->unknown->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      const SutraBijoyPlace *place = &g_array_index (text->unknown, SutraBijoyPlace, i);

      g_assert_cmpuint (place->offset, ==, expected[i].offset);
      g_assert_cmphex (place->character, ==, expected[i].character);
    }
}

static void
test_decomposed (void)
{
  g_autoptr (SutraBijoyText) text = sutra_bijoy_decode ("evwo mgq", strlen ("evwo mgq"), SUTRA_BIJOY_NEW, TRUE);

  g_assert_cmpstr (text->utf8->str, ==, "বাড\u09bcি সময\u09bc");
}

/* Every code has one meaning, and every character one code. */
static void
test_table (void)
{
  for (guint code = 0; code < 256; code++)
    {
      g_assert_cmpint (sutra_bijoy_code_of (sutra_bijoy_char_of ((guint8) code)), ==, (int) code);
      for (SutraBijoyGeneration g = SUTRA_BIJOY_NEW; g <= SUTRA_BIJOY_OLD; g++)
        g_assert_nonnull (sutra_bijoy_piece ((guint8) code, g));
    }
  g_assert_cmpint (sutra_bijoy_code_of (0x995), ==, -1);
}

/* A hundred thousand of one code take no longer than they should and lose nothing. */
static void
test_repeated (void)
{
  for (guint code = 1; code < 256; code++)
    {
      g_autoptr (GString) carrier = g_string_new ("K");
      g_autoptr (SutraBijoyText) text = NULL;
      guint n = code == 0xa8 || code == 'v' || code == '&' || code == 0xaf ? 100000 : 1000;

      for (guint i = 0; i < n; i++)
        g_string_append_unichar (carrier, sutra_bijoy_char_of ((guint8) code));
      text = sutra_bijoy_decode (carrier->str, carrier->len, SUTRA_BIJOY_NEW, FALSE);
      g_assert_cmpuint (text->utf8->len, <=, 16 * carrier->len);
      g_assert_true (g_utf8_validate_len (text->utf8->str, text->utf8->len, NULL));
      g_assert_cmpuint (text->unknown->len, ==, MIN (text->n_unknown, SUTRA_BIJOY_MAX_PLACES));
    }
}

/* Random Bengali syllables survive the way there and back, or are said to be lost. */
static void
test_random_syllables (void)
{
  static const char *const consonants[] = { "ক", "খ", "গ", "ঙ", "চ", "জ", "ঞ", "ট", "ড", "ণ", "ত", "থ", "দ",      "ধ",     "ন",
                                            "প", "ফ", "ব", "ভ", "ম", "য", "র", "ল", "শ", "ষ", "স", "হ", "\u09dc", "\u09df" };
  static const char *const vowels[] = { "", "", "া", "ি", "ী", "ু", "ূ", "ৃ", "ে", "ৈ", "ো", "ৌ" };
  guint n_whole = 0;

  for (guint i = 0; i < 20000; i++)
    {
      g_autoptr (GString) word = g_string_new (NULL);
      g_autoptr (GString) written = NULL;
      g_autoptr (SutraBijoyText) back = NULL;
      SutraBijoyGeneration generation = g_test_rand_bit () ? SUTRA_BIJOY_NEW : SUTRA_BIJOY_OLD;
      gsize n_lost;

      for (int k = g_test_rand_int_range (1, 4); k > 0; k--)
        {
          for (int n = g_test_rand_int_range (1, 4); n > 0; n--)
            g_string_append_printf (word, "%s%s", consonants[g_test_rand_int_range (0, G_N_ELEMENTS (consonants))], n > 1 ? "্" : "");
          g_string_append (word, vowels[g_test_rand_int_range (0, G_N_ELEMENTS (vowels))]);
          if (g_test_rand_int_range (0, 8) == 0)
            g_string_append (word, "ঁ");
        }
      written = sutra_bijoy_encode (word->str, word->len, generation, &n_lost);
      back = sutra_bijoy_decode (written->str, written->len, generation, FALSE);
      if (n_lost > 0)
        continue;
      n_whole++;
      if (strcmp (back->utf8->str, word->str) != 0)
        g_test_message ("%s in generation %d", written->str, generation);
      g_assert_cmpstr (back->utf8->str, ==, word->str);
    }
  g_assert_cmpuint (n_whole, >, 2000);
}

/* ---- As an encoding ---- */

static GBytes *
decode (const char *data, gsize n_bytes, const char *encoding, char **used, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, n_bytes);

  return sutra_decode (bytes, encoding, used, error);
}

static void
assert_text (GBytes *text, const char *expected)
{
  g_assert_nonnull (text);
  g_assert_cmpmem (g_bytes_get_data (text, NULL), g_bytes_get_size (text), expected, strlen (expected));
}

/* The same text as Windows-1252, UTF-8 and UTF-16. */
static void
test_encoding (void)
{
  static const char cp1252[] = "KvRvL\xaf\xcdvb\r\n";
  static const char utf8[] = "\xef\xbb\xbfKvRvL¯Ívb\n";
  static const char utf16[] = "\xff\xfeK\0v\0R\0v\0L\0\xaf\0\xcd\0v\0b\0\n\0";
  g_autofree char *used = NULL;
  g_autofree char *used_old = NULL;
  g_autoptr (GBytes) a = decode (cp1252, sizeof cp1252 - 1, "bijoy", &used, NULL);
  g_autoptr (GBytes) b = decode (utf8, sizeof utf8 - 1, "Bijoy-New", NULL, NULL);
  g_autoptr (GBytes) c = decode (utf16, sizeof utf16 - 1, "bijoy", NULL, NULL);
  g_autoptr (GBytes) d = decode (cp1252, sizeof cp1252 - 1, "bijoy-old", &used_old, NULL);

  assert_text (a, "কাজাখস্তান\n");
  assert_text (b, "কাজাখস্তান\n");
  assert_text (c, "কাজাখস্তান\n");
  assert_text (d, "কাজাখস্ত্মান\n");
  g_assert_cmpstr (used, ==, "bijoy-new");
  g_assert_cmpstr (used_old, ==, "bijoy-old");
  g_assert_true (sutra_decode_knows ("bijoy"));
}

static void
test_refusals (void)
{
  static const char bengali[] = "আমার সোনার বাংলা";
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) twice = NULL;

  g_assert_null (decode (bengali, strlen (bengali), "bijoy", NULL, &error));
  g_assert_error (error, SUTRA_ERROR, SUTRA_ERROR_ENCODING);
  g_assert_null (decode ("a\nb\nà¦ é", strlen ("a\nb\nà¦ é"), "UTF-8-twice", NULL, &twice));
  g_assert_error (twice, SUTRA_ERROR, SUTRA_ERROR_ENCODING);
  g_assert_true (g_str_has_prefix (twice->message, "Line 3:"));
}

static const char *
suspect (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));

  return sutra_decode_suspect (bytes);
}

static void
test_suspect (void)
{
  static const char bijoy[] = "Avgvi †mvbvi evsjv, Avwg †Zvgvq fv‡jvevwm| wPiw`b †Zvgvi AvKvk|";
  static const char ascii[] = "Avgvi evwo wQj MÖvg, Zvici Avgiv knimy× mevB GKmv‡_ wd‡i Avwm|";
  static const char twice[] = "à¦†à¦®à¦¾à¦° à¦¬à¦¾à¦‚à¦²à¦¾";
  g_autoptr (GBytes) text = decode (twice, strlen (twice), "utf-8-twice", NULL, NULL);

  g_assert_cmpstr (suspect (bijoy), ==, SUTRA_ENCODING_BIJOY);
  g_assert_cmpstr (suspect (ascii), ==, SUTRA_ENCODING_BIJOY);
  g_assert_cmpstr (suspect (twice), ==, SUTRA_ENCODING_UTF8_TWICE);
  g_assert_null (suspect ("The river rose very quickly, and seven villages were evacuated."));
  g_assert_null (suspect ("Avgvi †mvbvi evsjv, Avwg †Zvgvq fv‡jvevwm| \xe0\xa6\x95"));
  g_assert_null (suspect (""));
  assert_text (text, "আমার বাংলা");
}

static void
test_fonts (void)
{
  static const char *const bijoy[] = { "SutonnyMJ", "'SutonnyMJ', Vrinda", "\"AdarshaLipiExpo\"", "Boishakhi", "JugantorMJ", "Rinkiy MJ" };
  static const char *const others[] = { "SutonnyOMJ", "Vrinda, SutonnyMJ", "Arial", "", "MJ Sans", "Kalpurush" };

  for (guint i = 0; i < G_N_ELEMENTS (bijoy); i++)
    g_assert_true (sutra_bijoy_is_font (bijoy[i], -1));
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    g_assert_false (sutra_bijoy_is_font (others[i], -1));
}

static double
seconds_to_encode (guint n)
{
  g_autoptr (GString) text = g_string_new (NULL);
  struct timespec before, after;

  for (guint i = 0; i < n; i++)
    g_string_append (text, "কো");
  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &before);
  g_string_free (sutra_bijoy_encode (text->str, text->len, SUTRA_BIJOY_NEW, NULL), TRUE);
  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &after);
  return (double) (after.tv_sec - before.tv_sec) + (double) (after.tv_nsec - before.tv_nsec) / 1e9;
}

/* Sixteen times the text takes no more than forty times as long: not the 256 of something that looks at all of the output for each syllable. */
static void
test_linear (void)
{
  double little = seconds_to_encode (40000);

  g_assert_cmpfloat (seconds_to_encode (640000), <, 40 * MAX (little, 0.005));
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/bijoy/vectors", test_vectors);
  g_test_add_func ("/bijoy/typography", test_typography);
  g_test_add_func ("/bijoy/unknown", test_unknown);
  g_test_add_func ("/bijoy/decomposed", test_decomposed);
  g_test_add_func ("/bijoy/table", test_table);
  g_test_add_func ("/bijoy/repeated", test_repeated);
  g_test_add_func ("/bijoy/random-syllables", test_random_syllables);
  g_test_add_func ("/bijoy/encoding", test_encoding);
  g_test_add_func ("/bijoy/linear", test_linear);
  g_test_add_func ("/bijoy/refusals", test_refusals);
  g_test_add_func ("/bijoy/suspect", test_suspect);
  g_test_add_func ("/bijoy/fonts", test_fonts);
  return g_test_run ();
}
