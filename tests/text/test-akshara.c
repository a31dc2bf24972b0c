/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-akshara.h"

#include "soup.h"

#include <pango/pango.h>
#include <string.h>
#include <unicode/ubrk.h>
#include <unicode/uchar.h>
#include <unicode/ustring.h>

/* @text with "·" at every boundary inside. */
static char *
split (SutraText *text)
{
  GString *result = g_string_new (NULL);
  gsize length = sutra_text_get_length (text);

  for (gsize at = 0; at < length;)
    {
      gsize next = sutra_akshara_next (text, at);
      g_autofree char *part = sutra_text_slice (text, at, next);

      g_string_append (result, part);
      if (next < length)
        g_string_append (result, "·");
      at = next;
    }
  return g_string_free (result, FALSE);
}

static void
test_table (void)
{
  static const char *const expected[] = {
    "ক্ষ",
    "ক·র্ম·ক·র্তা",
    "স্ত্রী",
    "র\u200d্যা·ব",
    "র\u200c্যা·ব",
    "অ্যা",
    "এ্যা",
    "অ্যা·ম্বা·সে·ড·র",
    "ক্\u200c·ষ",
    "ক্\u200dষ",
    "আ·ন্তঃ·সী·মা·ন্ত",
    "আ·ন্ত·র্জা·তি·ক",
    "রা·ষ্ট্র·প·তি",
    "প্র·ধা·ন·ম·ন্ত্রী",
    "স্ট্\u200c·মা",
    "নি·র্ল·জ্জ",
    "হ·ঠা·ৎ",
    "য়ে",
    "য\u09bcে",
    "ড\u09bc্যা",
    "উ·ৎ·স",
    "চাঁ·দ·পু·র",
    "কা·জা·খ·স্তা·ন·😀·ঢা·কা",
    "👨\u200d👩\u200d👧·ক্ষ",
    "🇧🇩·🇮🇳·ক",
    "👍🏽·স্ত্রী",
    "e\u0301·a",
    "क्ष·क",
    "한·각",
    "\u1100\u1161\u11a8·\u1100\u1161",
    "গ·।· ·ক",
    "র্যা·ব",
    "অ্\u09afা·অ্\u09af\u09bcা·অ্\u09dfা",
    "র\u200c্\u09af·র\u200c্\u09af\u09bc·র\u200c্\u09df",
    "এ্·ক",
    "ক\u200c্·ষ",
    "ক\u200d্\u200dষ",
    "ৎঁ·ক",
    "ক·\n·ক",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_auto (GStrv) parts = g_strsplit (expected[i], "·", -1);
      g_autofree char *plain = g_strjoinv (NULL, parts);
      g_autoptr (SutraText) text = sutra_text_new_from_string (plain);
      g_autofree char *got = split (text);

      g_assert_cmpstr (got, ==, expected[i]);
    }
}

/* All functions must tell of the same boundaries. */
static void
check_agreement (SutraText *text)
{
  gsize length = sutra_text_get_length (text);
  gsize floor = 0;
  g_autofree gboolean *boundary = g_new0 (gboolean, length + 1);

  g_assert_cmpuint (sutra_akshara_next (text, length), ==, length);
  g_assert_cmpuint (sutra_akshara_previous (text, 0), ==, 0);
  g_assert_cmpuint (sutra_akshara_next (text, length + 7), ==, length);
  g_assert_cmpuint (sutra_akshara_previous (text, length + 7), ==, length);
  g_assert_cmpuint (sutra_akshara_floor (text, length + 7), ==, length);
  g_assert_cmpuint (sutra_akshara_ceil (text, length + 7), ==, length);
  g_assert_true (sutra_akshara_is_boundary (text, 0));
  g_assert_true (sutra_akshara_is_boundary (text, length));
  for (gsize cp = 0; cp <= length; cp++)
    boundary[cp] = sutra_akshara_is_boundary (text, cp);
  for (gsize cp = 0; cp <= length; cp++)
    {
      gsize ceil = cp, next = cp + 1;

      if (boundary[cp])
        floor = cp;
      g_assert_cmpuint (cp - floor, <, 64);
      while (!boundary[ceil])
        ceil++;
      while (next < length && !boundary[next])
        next++;
      g_assert_cmpuint (sutra_akshara_floor (text, cp), ==, floor);
      g_assert_cmpuint (sutra_akshara_ceil (text, cp), ==, ceil);
      g_assert_cmpuint (sutra_akshara_next (text, cp), ==, MIN (next, length));
      if (next <= length)
        g_assert_cmpuint (sutra_akshara_previous (text, next), ==, floor);
    }
}

static void
test_agreement (void)
{
  for (int i = 0; i < 400; i++)
    {
      g_autofree char *string = soup_new (120);
      g_autoptr (SutraText) text = sutra_text_new_from_string (string);

      check_agreement (text);
    }
}

static void
test_agreement_corpus (void)
{
  g_autofree char *contents = corpus_load ("reference-article.txt");
  g_autoptr (SutraText) text = NULL;

  if (contents == NULL)
    return;
  text = sutra_text_new_from_string (contents);
  check_agreement (text);
}

static gboolean
is_vowel (gunichar c)
{
  return (c >= 0x985 && c <= 0x98c) || c == 0x98f || c == 0x990 || c == 0x993 || c == 0x994 || c == 0x9e0 || c == 0x9e1;
}

/* ICU's clusters and the two joins, over the whole string: the rule as section 3 of the reference states it. */
static void
check_against_icu (const char *string)
{
  g_autoptr (SutraText) text = sutra_text_new_from_string (string);
  UErrorCode status = U_ZERO_ERROR;
  gsize length = sutra_text_get_length (text);
  g_autofree UChar *units = g_new (UChar, length * 2 + 1);
  int32_t n_units = 0, at = 0;
  UBreakIterator *iterator;

  u_strFromUTF8 (units, (int32_t) length * 2 + 1, &n_units, string, -1, &status);
  iterator = ubrk_open (UBRK_CHARACTER, "bn", units, n_units, &status);
  g_assert_true (U_SUCCESS (status));
  for (gsize cp = 0; cp <= length; cp++)
    {
      gboolean expected = ubrk_isBoundary (iterator, at);
      gunichar c = sutra_text_char_at (text, cp);

      if (expected && cp >= 2 && (c == 0x9af || c == 0x9df) && sutra_text_char_at (text, cp - 1) == 0x9cd)
        {
          gunichar b = sutra_text_char_at (text, cp - 2);

          if (is_vowel (b) || (b == 0x200c && cp >= 3 && sutra_text_char_at (text, cp - 3) == 0x9b0))
            expected = FALSE;
        }
      if (expected != sutra_akshara_is_boundary (text, cp))
        g_error ("boundary at %" G_GSIZE_FORMAT " of “%s” should be %d", cp, string, expected);
      at += c >= 0x10000 ? 2 : 1;
    }
  ubrk_close (iterator);
}

static void
test_icu (void)
{
  g_autofree char *contents = NULL;

  for (int i = 0; i < 3000; i++)
    {
      /* Shorter than a cluster that is cut. */
      g_autofree char *string = soup_new (30);

      check_against_icu (string);
    }
  contents = corpus_load ("reference-article.txt");
  if (contents != NULL)
    check_against_icu (contents);
}

/* Every call in a text of ten megabytes without a single natural boundary, or of flags only: were any neighbourhood unbounded,
 * this would take hours. */
static void
test_bounded (void)
{
  static const char *const pieces[] = { "\u09be", "\u09cd\u0995", "\u0301", "\U0001f1e7", "\u200d\U0001f468", "ক্\u200d" };

  for (gsize i = 0; i < G_N_ELEMENTS (pieces); i++)
    {
      gsize n = 10 * 1000 * 1000 / strlen (pieces[i]);
      GString *string = g_string_new ("ক");
      g_autoptr (SutraText) text = NULL;
      gsize length;

      for (gsize k = 0; k < n; k++)
        g_string_append (string, pieces[i]);
      text = sutra_text_new_from_string (string->str);
      g_string_free (string, TRUE);
      length = sutra_text_get_length (text);
      for (int k = 0; k < 2000; k++)
        {
          gsize cp = (gsize) g_test_rand_int_range (0, (gint32) length);
          gsize floor = sutra_akshara_floor (text, cp), ceil = sutra_akshara_ceil (text, cp);

          g_assert_cmpuint (cp - floor, <, 64);
          g_assert_cmpuint (ceil - cp, <, 64);
          g_assert_cmpuint (sutra_akshara_next (text, cp), ==, sutra_akshara_ceil (text, cp + 1));
          if (cp > 0)
            g_assert_cmpuint (sutra_akshara_previous (text, cp), ==, sutra_akshara_floor (text, cp - 1));
        }
    }
}

/* An akshara of 32 code points is never cut, and none is longer than 64. */
static void
test_cut (void)
{
  for (gsize before = 0; before < 70; before++)
    {
      GString *string = g_string_new (NULL);
      g_autoptr (SutraText) text = NULL;

      for (gsize i = 0; i < before; i++)
        g_string_append (string, "😀");
      g_string_append (string, "ক");
      for (gsize i = 0; i < 31; i++)
        g_string_append (string, "\u09cd");
      g_string_append (string, "ম");
      for (gsize i = 0; i < 300; i++)
        g_string_append (string, "\u0301");
      text = sutra_text_new_from_string (string->str);
      g_string_free (string, TRUE);
      g_assert_cmpuint (sutra_akshara_next (text, before), >=, before + 32);
      check_agreement (text);
    }
}

/* The caret stops that Pango offers in the distinct words of the article; older releases (before 1.57) stop inside conjuncts. Snapped
 * either way each must come out at an akshara's edge, and no akshara edge is lost. */
static void
test_pango (void)
{
  g_autofree char *contents = corpus_load ("reference-article.txt");
  g_auto (GStrv) words = NULL;
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  guint n_stops = 0, n_inside = 0;

  if (contents == NULL)
    return;
  for (char *p = contents; *p != '\0'; p = g_utf8_next_char (p))
    if (g_utf8_get_char (p) < 0x980 || g_utf8_get_char (p) > 0x9f1)
      memset (p, ' ', (gsize) (g_utf8_next_char (p) - p));
  words = g_strsplit (contents, " ", -1);
  for (gsize i = 0; words[i] != NULL; i++)
    {
      g_autoptr (SutraText) text = sutra_text_new_from_string (words[i]);
      gsize length = sutra_text_get_length (text);
      g_autofree PangoLogAttr *attrs = g_new0 (PangoLogAttr, length + 1);

      if (length == 0 || !g_hash_table_add (seen, words[i]))
        continue;
      pango_get_log_attrs (words[i], -1, -1, pango_language_from_string ("bn"), attrs, (int) length + 1);
      for (gsize cp = 0; cp <= length; cp++)
        {
          gsize floor = sutra_akshara_floor (text, cp), ceil = sutra_akshara_ceil (text, cp);

          if (!attrs[cp].is_cursor_position)
            continue;
          n_stops++;
          n_inside += !sutra_akshara_is_boundary (text, cp);
          g_assert_true (sutra_akshara_is_boundary (text, floor));
          g_assert_true (sutra_akshara_is_boundary (text, ceil));
          g_assert_cmpuint (floor, <=, cp);
          g_assert_cmpuint (ceil, >=, cp);
          g_assert_true (ceil == floor || sutra_akshara_next (text, floor) == ceil);
        }
      for (gsize at = 0; at < length; at = sutra_akshara_next (text, at))
        g_assert_true (attrs[at].is_cursor_position);
    }
  g_test_message ("%u words, %u caret stops of Pango %s, %u of them inside an akshara", g_hash_table_size (seen), n_stops,
                  pango_version_string (), n_inside);
}

/* Flags stay pairs in a run too long to look through, but for one where the counting changes. */
static void
test_flags (void)
{
  GString *string = g_string_new ("ক");
  g_autoptr (SutraText) text = NULL;
  guint n_single = 0;
  gsize length;

  for (int i = 0; i < 1000; i++)
    g_string_append (string, "🇧🇩");
  text = sutra_text_new_from_string (string->str);
  g_string_free (string, TRUE);
  length = sutra_text_get_length (text);
  for (gsize at = 1; at < length;)
    {
      gsize next = sutra_akshara_next (text, at);

      g_assert_cmpuint (next - at, <=, 2);
      n_single += next - at == 1;
      at = next;
    }
  g_assert_cmpuint (n_single, <=, 2);
  check_agreement (text);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text/akshara/table", test_table);
  g_test_add_func ("/text/akshara/agreement", test_agreement);
  g_test_add_func ("/text/akshara/agreement-corpus", test_agreement_corpus);
  g_test_add_func ("/text/akshara/icu", test_icu);
  g_test_add_func ("/text/akshara/pango", test_pango);
  g_test_add_func ("/text/akshara/bounded", test_bounded);
  g_test_add_func ("/text/akshara/flags", test_flags);
  g_test_add_func ("/text/akshara/cut", test_cut);
  return g_test_run ();
}
