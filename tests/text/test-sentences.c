/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-akshara.h"
#include "sutra-sentences.h"

#include "soup.h"

#include <string.h>

/* All sentences of @text with "¦" between them, by asking at every code point, which must give the same inside each. */
static char *
split (SutraText *text)
{
  GString *result = g_string_new (NULL);
  gsize length = sutra_text_get_length (text), last_start = G_MAXSIZE, last_end = 0;

  for (gsize cp = 0; cp <= length; cp++)
    {
      gsize start, end;
      g_autofree char *sentence = NULL;

      sutra_sentences_at (text, cp, &start, &end);
      g_assert_cmpuint (start, <=, end);
      g_assert_cmpuint (end, <=, length);
      if (start == last_start && end == last_end)
        continue;
      if (start == end)
        continue;
      g_assert_cmpuint (start, >=, last_end);
      g_assert_false (g_unichar_isspace (sutra_text_char_at (text, start)));
      g_assert_false (g_unichar_isspace (sutra_text_char_at (text, end - 1)));
      last_start = start;
      last_end = end;
      sentence = sutra_text_slice (text, start, end);
      g_assert_null (strchr (sentence, '\n'));
      if (result->len > 0)
        g_string_append (result, "¦");
      g_string_append (result, sentence);
    }
  return g_string_free (result, FALSE);
}

static void
test_vectors (void)
{
  static const char *const vectors[] = {
    "ড. মো. ইউনূস এলেন।¦ লে. জে. হোসেন বলেন, ‘আমি যাব।’¦ তিনি গেলেন।",
    "বিদেশ মন্ত্রক (এমইএ) বলেছে৷¦ এমইএ -এর মতে, সব ঠিক।",
    "তিনি বলেন |¦ আমি যাব |",
    "শেষ॥¦ নতুন",
    "মোঃ রহিম আসেন।¦ ডাঃ করিম যান।",
    "পৃ. ১২৩ দেখুন।",
    "\"যাব।\" বলেছেন তিনি।",
    "\"যাব।\"¦ তিনি বলেছেন।",
    "\"যাব।\" এ কথা তিনি বলেন।",
    "‘যাব।’ জানান তিনি।¦ সে গেল।",
    "১.৫ কোটি টাকা।¦ এ. কে. ফজলুল হক বলেন।",
    "তারা আসে।¦৩১ মে ফেরে।",
    "কে?¦ আমি!",
    "সে বলল...¦ তারপর গেল।",
    "কাজ শেষ করেছিলেন.¦ পরে গেলেন.",
    "| ক | খ |",
    "😀 ক্ষমা চাই।¦ 😀 যাই।",
    "সে গেল?!¦ (সত্যি।)¦ হ্যাঁ",
    "a@b.com এ ১.৫ পাঠান।",
    "He left.¦ She came.",
    "Dr. Smith met Gen. Lee at 3.5 km.¦ They spoke.",
    "\"Where?\" he asked.¦ Nobody knew.",
    "প্রথম\u00a0বাক্য।¦\u00a0দ্বিতীয়।",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (vectors); i++)
    {
      g_auto (GStrv) parts = g_strsplit (vectors[i], "¦", -1);
      g_autofree char *plain = g_strjoinv (NULL, parts);
      g_autoptr (SutraText) text = sutra_text_new_from_string (plain);
      g_autofree char *got = split (text), *expected = NULL;

      for (gsize k = 0; parts[k] != NULL; k++)
        {
          while (g_unichar_isspace (g_utf8_get_char (parts[k])))
            memmove (parts[k], g_utf8_next_char (parts[k]), strlen (g_utf8_next_char (parts[k])) + 1);
        }
      expected = g_strjoinv ("¦", parts);
      g_assert_cmpstr (got, ==, expected);
    }
}

static void
check_sentences (const char *string, const char *expected)
{
  g_autoptr (SutraText) text = sutra_text_new_from_string (string);
  g_autofree char *got = split (text);

  g_assert_cmpstr (got, ==, expected);
}

static void
test_more (void)
{
  check_sentences ("এক।\n \u00a0 \nদুই", "এক।¦দুই");
  check_sentences ("", "");
  check_sentences ("\n\n", "");
  check_sentences ("ক\nখ", "ক¦খ");
}

static void
test_soup (void)
{
  for (int i = 0; i < 600; i++)
    {
      g_autofree char *string = soup_new (80);
      g_autoptr (SutraText) text = sutra_text_new_from_string (string);
      g_autofree char *got = split (text);

      g_assert_nonnull (got);
    }
}

static void
test_corpus (void)
{
  g_autofree char *contents = corpus_load ("reference-article.txt");
  g_autoptr (SutraText) text = NULL;
  g_autofree char *got = NULL;
  g_auto (GStrv) sentences = NULL;

  if (contents == NULL)
    return;
  text = sutra_text_new_from_string (contents);
  got = split (text);
  sentences = g_strsplit (got, "¦", -1);
  /* 15 danda and one numerator four; ten of the paragraphs hold nothing but a space. */
  g_assert_cmpuint (g_strv_length (sentences), ==, 16);
  for (gsize i = 0; sentences[i] != NULL; i++)
    g_assert_true (g_str_has_suffix (sentences[i], "।") || g_str_has_suffix (sentences[i], "৷"));
}

static void
check_context (SutraText *text, gsize start, gsize end, gsize max, gboolean same, const char *before, const char *after)
{
  g_autofree char *got_before = NULL, *got_after = NULL;

  sutra_sentences_context (text, start, end, max, same, &got_before, &got_after);
  g_assert_cmpstr (got_before, ==, before);
  g_assert_cmpstr (got_after, ==, after);
}

static void
test_context (void)
{
  /* 0 এ ক । LF 4 😀 স্ত্রী(5-10) sp 12 ঢা(12) কা(14) LF 17 দু ই */
  g_autoptr (SutraText) text = sutra_text_new_from_string ("এক।\n😀স্ত্রী ঢাকা\nদুই");

  g_assert_cmpuint (sutra_text_get_length (text), ==, 20);
  check_context (text, 12, 16, 32, TRUE, "😀স্ত্রী ", "");
  check_context (text, 12, 16, 32, FALSE, "এক।\n😀স্ত্রী ", "\nদুই");
  check_context (text, 12, 16, 3, FALSE, " ", "\nদু");
  check_context (text, 12, 16, 2, FALSE, " ", "\n");
  check_context (text, 12, 16, 0, FALSE, "", "");
  check_context (text, 0, 20, 5, FALSE, "", "");
  check_context (text, 99, 200, 5, FALSE, "\nদুই", "");
  for (int i = 0; i < 500; i++)
    {
      g_autofree char *string = soup_new (60), *before = NULL, *after = NULL;
      g_autoptr (SutraText) soup = sutra_text_new_from_string (string);
      gsize length = sutra_text_get_length (soup);
      gsize start = sutra_akshara_floor (soup, (gsize) g_test_rand_int_range (0, (gint32) length + 1));
      gsize end = sutra_akshara_ceil (soup, MIN (length, start + (gsize) g_test_rand_int_range (0, 20)));
      gsize max = (gsize) g_test_rand_int_range (0, 40);
      gsize n_before, n_after;

      sutra_sentences_context (soup, start, end, max, i % 2 == 0, &before, &after);
      n_before = (gsize) g_utf8_strlen (before, -1);
      n_after = (gsize) g_utf8_strlen (after, -1);
      g_assert_cmpuint (n_before, <=, max);
      g_assert_cmpuint (n_after, <=, max);
      g_assert_true (sutra_akshara_is_boundary (soup, start - n_before));
      g_assert_true (sutra_akshara_is_boundary (soup, end + n_after));
      if (i % 2 == 0)
        g_assert_true (strchr (before, '\n') == NULL && strchr (after, '\n') == NULL);
    }
}

/* A paragraph of ten megabytes: only a bounded part of it is looked at. */
static void
test_bounded (void)
{
  GString *string = g_string_new (NULL);
  g_autoptr (SutraText) text = NULL;
  gsize length;

  while (string->len < 10 * 1000 * 1000)
    g_string_append (string, "কাজাখস্তানের ড. মো. ");
  text = sutra_text_new_from_string (string->str);
  g_string_free (string, TRUE);
  length = sutra_text_get_length (text);
  for (int i = 0; i < 50; i++)
    {
      gsize cp = (gsize) g_test_rand_int_range (5000, (gint32) length - 5000);
      gsize start, end;

      sutra_sentences_at (text, cp, &start, &end);
      g_assert_cmpuint (start, <=, cp);
      g_assert_cmpuint (cp - start, <=, 4096);
      g_assert_cmpuint (end, >, cp);
      g_assert_cmpuint (end - cp, <=, 4096);
    }
}

/* Paragraphs in which every code point asks for a look back: with looks of any length each call would take a second. */
static void
test_adversarial (void)
{
  static const char *const pieces[] = { "a.", "ক.", "।\"", "?'", ". ", "|", "...", "ড. " };

  for (gsize i = 0; i < G_N_ELEMENTS (pieces); i++)
    {
      GString *string = g_string_new (NULL);
      g_autoptr (SutraText) text = NULL;

      while (string->len < 60000)
        g_string_append (string, pieces[i]);
      text = sutra_text_new_from_string (string->str);
      g_string_free (string, TRUE);
      for (gsize cp = 0; cp < 10; cp++)
        {
          gsize at = sutra_text_get_length (text) / 2 + cp, start, end;

          sutra_sentences_at (text, at, &start, &end);
          g_assert_cmpuint (start, <=, end);
          g_assert_cmpuint (end, <=, at + 4096);
          g_assert_cmpuint (start + 4096, >=, at);
        }
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text/sentences/vectors", test_vectors);
  g_test_add_func ("/text/sentences/more", test_more);
  g_test_add_func ("/text/sentences/soup", test_soup);
  g_test_add_func ("/text/sentences/corpus", test_corpus);
  g_test_add_func ("/text/sentences/context", test_context);
  g_test_add_func ("/text/sentences/adversarial", test_adversarial);
  g_test_add_func ("/text/sentences/bounded", test_bounded);
  return g_test_run ();
}
