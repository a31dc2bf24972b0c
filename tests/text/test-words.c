/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-akshara.h"
#include "sutra-words.h"

#include "soup.h"

#include <string.h>

typedef struct
{
  SutraText *text;
  GString *list;
  GArray *edges;
} Collected;

static gboolean
collect (gsize start, gsize end, gpointer data)
{
  Collected *collected = data;
  g_autofree char *word = sutra_text_slice (collected->text, start, end);

  if (collected->list->len > 0)
    g_string_append_c (collected->list, '|');
  g_string_append (collected->list, word);
  g_array_append_val (collected->edges, start);
  g_array_append_val (collected->edges, end);
  return TRUE;
}

static char *
words_of (const char *string)
{
  g_autoptr (SutraText) text = sutra_text_new_from_string (string);
  g_autoptr (GArray) edges = g_array_new (FALSE, FALSE, sizeof (gsize));
  Collected collected = { text, g_string_new (NULL), edges };

  sutra_words_foreach (text, 0, sutra_text_get_length (text), collect, &collected);
  return g_string_free (collected.list, FALSE);
}

static void
test_table (void)
{
  static const char *const pairs[][2] = {
    { "আন্তঃসীমান্ত সহ", "আন্তঃসীমান্ত|সহ" },
    { "১,২০,০০০ ও ৩.৫", "১,২০,০০০|ও|৩.৫" },
    { "১০:৩০", "১০|৩০" },
    { "২০২৪-এ", "২০২৪|এ" },
    { "ইউ.এন (৫০টি)", "ইউ.এন|৫০টি" },
    { "কু’রআন, 5টি", "কু’রআন|5টি" },
    { "বলেছে\u09f7 পরে", "বলেছে|পরে" },
    { "ভারত-কাজাখস্তান সচিব/জাতীয়", "ভারত|কাজাখস্তান|সচিব|জাতীয়" },
    { "😀ঢাকা😀", "ঢাকা" },
    { "র\u200d্যাব র\u200c্যাব ক্\u200cষ", "র\u200d্যাব|র\u200c্যাব|ক্\u200cষ" },
    { "হঠাৎ।তিনি", "হঠাৎ|তিনি" },
    { "Don't e-mail", "Don't|e|mail" },
    { "'অ্যাক্সারসাইজ কাজিন্দ -২০২৩'-এর", "অ্যাক্সারসাইজ|কাজিন্দ|২০২৩|এর" },
    { "উৎস \u09c7\u0e33", "উৎস" },
    /* of the reference's sections 1 and 4 */
    { "বলেছে৷\nপরে৷", "বলেছে|পরে" },
    { "যাব| আমি | শেষ॥ ক\u200c৷", "যাব|আমি|শেষ|ক\u200c" },
    { "হঠাৎ৷তিনি|আমি", "হঠাৎ|তিনি|আমি" },
    { "5 তম, ৬তম, ৭ তম", "5|তম|৬তম|৭|তম" },
    { "র্যাডিক্যালাইজেশন অ্যাক্সারসাইজ", "র্যাডিক্যালাইজেশন|অ্যাক্সারসাইজ" },
    { "করেছে,\" (এমইএ)", "করেছে|এমইএ" },
    { "এমইএ -এর জেডব্লিউজি-এর", "এমইএ|এর|জেডব্লিউজি|এর" },
    { "ভারত-মধ্য এশিয়া", "ভারত|মধ্য|এশিয়া" },
    { "অ্যাম্বাসেডর-অ্যাট-লার্জ আফ-পাক", "অ্যাম্বাসেডর|অ্যাট|লার্জ|আফ|পাক" },
    { "কে ডি দেওয়াল", "কে|ডি|দেওয়াল" },
    { "COVID-১৯এর ৩.৫% ১০ঃ৩০টা", "COVID|১৯এর|৩.৫|১০ঃ৩০টা" },
    { "৳৫০০ $৩.৫", "৫০০|৩.৫" },
    { "রহিম/করিম ক–খ ক—খ ক‑খ", "রহিম|করিম|ক|খ|ক|খ|ক|খ" },
    { "Kazakhstan's Modi’s co-operation U.N. e.g.", "Kazakhstan's|Modi’s|co|operation|U.N|e.g" },
    { "👨\u200d👩\u200d👧ঢাকা👍🏽ক্ষ🇧🇩", "ঢাকা|ক্ষ" },
    { "“ভারত”-এর ‘ক’", "ভারত|এর|ক" },
    { "মোঃ নং ঃ ডঃ", "মোঃ|নং|ডঃ" },
    { "ক\u202fখ ১০\u202f০০০", "ক|খ|১০|০০০" },
    { " \u00a0\n—", "" },
    { "", "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      g_autofree char *got = words_of (pairs[i][0]);

      g_assert_cmpstr (got, ==, pairs[i][1]);
    }
}

static void
check_at (const char *string, gsize cp, const char *expected)
{
  g_autoptr (SutraText) text = sutra_text_new_from_string (string);
  gsize start, end;
  gboolean found = sutra_words_at (text, cp, &start, &end);
  g_autofree char *word = sutra_text_slice (text, start, end);

  g_assert_cmpint (found, ==, expected[0] != '\0');
  g_assert_cmpstr (word, ==, expected);
  if (!found)
    {
      g_assert_cmpuint (start, ==, MIN (cp, sutra_text_get_length (text)));
      g_assert_cmpuint (end, ==, start);
    }
}

static void
test_at (void)
{
  check_at ("😀 ঢাকা, ক্ষমা", 0, "");
  check_at ("😀 ঢাকা, ক্ষমা", 2, "ঢাকা");
  check_at ("😀 ঢাকা, ক্ষমা", 4, "ঢাকা");
  check_at ("😀 ঢাকা, ক্ষমা", 6, "ঢাকা");
  check_at ("😀 ঢাকা, ক্ষমা", 7, "");
  check_at ("😀 ঢাকা, ক্ষমা", 8, "ক্ষমা");
  check_at ("😀 ঢাকা, ক্ষমা", 13, "ক্ষমা");
  check_at ("😀 ঢাকা, ক্ষমা", 99, "ক্ষমা");
  check_at ("ভারত-কাজাখস্তান", 4, "ভারত");
  check_at ("ভারত-কাজাখস্তান", 5, "কাজাখস্তান");
  check_at ("", 0, "");
}

static void
check_snap (const char *marked, const char *expected)
{
  g_auto (GStrv) parts = g_strsplit (marked, "|", 3);
  g_autofree char *plain = g_strjoinv (NULL, parts);
  g_autoptr (SutraText) text = sutra_text_new_from_string (plain);
  gsize start = (gsize) g_utf8_strlen (parts[0], -1);
  gsize end = start + (gsize) g_utf8_strlen (parts[1], -1);
  g_autofree char *got = NULL;

  if (!sutra_words_snap (text, &start, &end))
    {
      g_assert_null (expected);
      return;
    }
  got = sutra_text_slice (text, start, end);
  g_assert_cmpstr (got, ==, expected);
}

static void
test_snap (void)
{
  check_snap ("😀 কাজা|খ|স্তানের আস্তানায়", "কাজাখস্তানের");
  check_snap ("😀 কাজা|খস্তানের আস্|তানায়", "কাজাখস্তানের আস্তানায়");
  check_snap ("😀| কাজাখস্তানের |আস্তানায়", "কাজাখস্তানের");
  check_snap ("ক|াজাখস্তা|নের", "কাজাখস্তানের");
  check_snap ("বিদেশ |(এমইএ)| বলে", "(এমইএ)");
  check_snap ("বিদেশ (|এম|ইএ) বলে", "এমইএ");
  check_snap ("ভারত-|কাজা|খস্তান", "কাজাখস্তান");
  check_snap ("ভা|রত-কাজা|খস্তান", "ভারত-কাজাখস্তান");
  check_snap ("বলেছে|৷| পরে", "৷");
  check_snap ("বলে|ছে|৷ পরে", "বলেছে");
  /* A joined suffix comes along, a compound's other part does not. */
  check_snap ("😀 |২০২|৪-এ ছিল", "২০২৪-এ");
  check_snap ("😀 ২০২৪-|এ| ছিল", "২০২৪-এ");
  check_snap ("|এসসিও|-র এমইএ", "এসসিও-র");
  check_snap ("|এমইএ| -এর মতে", "এমইএ -এর");
  check_snap ("এমইএ -|এর| মতে", "এমইএ -এর");
  check_snap ("মত |এমইএ| এর আগে", "এমইএ");
  check_snap ("'কাজিন্দ |-২০২|৩'-এর", "-২০২৩");
  check_snap ("|'কাজিন্দ -২০২৩'|-এর ৭ তম", "'কাজিন্দ -২০২৩'-এর");
  check_snap ("|“ভারত”|–এর", "“ভারত”–এর");
  check_snap ("“|ভারত|”-এর", "ভারত");
  check_snap ("|ভার|ত-কাজাখস্তানের", "ভারত");
  check_snap ("আফ-|পা|ক-এর", "পাক-এর");
  check_snap ("|২০২৪-এ|-র ছিল", "২০২৪-এ");
  check_snap ("|ভারত| - ও", "ভারত");
  check_snap ("|ভারত|\n-এর", "ভারত");
  check_snap ("বলে| \u00a0\n|পরে", NULL);
  check_snap ("বলে||পরে", NULL);
}

static void
check_inflected (const char *string, gsize cp, const char *expected)
{
  g_autoptr (SutraText) text = sutra_text_new_from_string (string);
  gsize start, end;
  gboolean found = sutra_words_inflected_at (text, cp, &start, &end);
  g_autofree char *word = sutra_text_slice (text, start, end);

  g_assert_cmpint (found, ==, expected[0] != '\0');
  g_assert_cmpstr (word, ==, expected);
}

static void
test_inflected_at (void)
{
  check_inflected ("😀 ২০২৪-এ ছিল", 3, "২০২৪-এ");
  check_inflected ("😀 ২০২৪-এ ছিল", 6, "২০২৪-এ");
  check_inflected ("😀 ২০২৪-এ ছিল", 7, "২০২৪-এ");
  check_inflected ("😀 ২০২৪-এ ছিল", 8, "২০২৪-এ");
  check_inflected ("😀 ২০২৪-এ ছিল", 9, "ছিল");
  check_inflected ("😀 ২০২৪-এ ছিল", 0, "");
  check_inflected ("এমইএ -এর", 8, "এমইএ -এর");
  check_inflected ("ভারত-কাজাখস্তান", 2, "ভারত");
  check_inflected ("ভারত-কাজাখস্তান", 9, "কাজাখস্তান");
  check_inflected ("-এর কথা", 1, "এর");
  check_inflected (" -এর কথা", 2, "এর");
  check_inflected ("এর", 1, "এর");
}

static gboolean
is_space (SutraText *text, gsize cp)
{
  return g_unichar_isspace (sutra_text_char_at (text, cp));
}

/* at, next_end and previous_start against the list that foreach gives. */
static void
check_agreement (SutraText *text)
{
  g_autoptr (GArray) edges = g_array_new (FALSE, FALSE, sizeof (gsize));
  g_autoptr (GString) list = g_string_new (NULL);
  Collected collected = { text, list, edges };
  gsize length = sutra_text_get_length (text);

  sutra_words_foreach (text, 0, length, collect, &collected);
  for (guint i = 0; i < edges->len; i++)
    {
      gsize edge = g_array_index (edges, gsize, i);

      g_assert_true (sutra_akshara_is_boundary (text, edge));
      g_assert_cmpuint (edge, <=, length);
      if (i > 0)
        g_assert_true (i % 2 == 1 ? edge > g_array_index (edges, gsize, i - 1) : edge >= g_array_index (edges, gsize, i - 1));
    }
  for (gsize cp = 0; cp <= length; cp++)
    {
      gsize start = 0, end = 0, next = length, previous = 0, got_start, got_end;
      gboolean found = FALSE;

      for (guint i = 0; i < edges->len; i += 2)
        {
          gsize word_start = g_array_index (edges, gsize, i), word_end = g_array_index (edges, gsize, i + 1);

          if (word_start <= cp && cp <= word_end)
            {
              start = word_start;
              end = word_end;
              found = TRUE;
            }
          if (word_start < cp)
            previous = word_start;
          if (word_end > cp && next == length)
            next = word_end;
        }
      g_assert_cmpint (sutra_words_at (text, cp, &got_start, &got_end), ==, found);
      g_assert_cmpuint (got_start, ==, found ? start : cp);
      g_assert_cmpuint (got_end, ==, found ? end : cp);
      g_assert_cmpuint (sutra_words_next_end (text, cp), ==, next);
      g_assert_cmpuint (sutra_words_previous_start (text, cp), ==, previous);
    }
}

static void
test_agreement (void)
{
  g_autofree char *contents = NULL;

  for (int i = 0; i < 150; i++)
    {
      g_autofree char *string = soup_new (80);
      g_autoptr (SutraText) text = sutra_text_new_from_string (string);

      check_agreement (text);
    }
  contents = corpus_load ("reference-article.txt");
  if (contents != NULL)
    {
      g_autoptr (SutraText) text = sutra_text_new_from_string (contents);

      check_agreement (text);
    }
}

/* A snapped selection has akshara edges, no white space at them, and does not move when it is snapped again. */
static void
test_snap_soup (void)
{
  for (int i = 0; i < 2000; i++)
    {
      g_autofree char *string = soup_new (40);
      g_autoptr (SutraText) text = sutra_text_new_from_string (string);
      gsize length = sutra_text_get_length (text);
      gsize start = (gsize) g_test_rand_int_range (0, (gint32) length + 1);
      gsize end = start + (gsize) g_test_rand_int_range (0, (gint32) (length - start) + 1);
      gsize again_start, again_end;

      if (!sutra_words_snap (text, &start, &end))
        continue;
      again_start = start;
      again_end = end;
      g_assert_cmpuint (start, <, end);
      g_assert_true (sutra_akshara_is_boundary (text, start));
      g_assert_true (sutra_akshara_is_boundary (text, end));
      if (is_space (text, start) || is_space (text, end - 1))
        continue; /* white space that carries a mark is no edge */
      g_assert_true (sutra_words_snap (text, &again_start, &again_end));
      g_assert_cmpuint (again_start, ==, start);
      g_assert_cmpuint (again_end, ==, end);
    }
}

/* Ten megabytes without white space: each call looks at a bounded part, or this would take hours. */
static void
test_bounded (void)
{
  GString *string = g_string_new (NULL);
  g_autoptr (SutraText) text = NULL;
  gsize length;

  while (string->len < 10 * 1000 * 1000)
    g_string_append (string, "কাজাখস্তান");
  text = sutra_text_new_from_string (string->str);
  g_string_free (string, TRUE);
  length = sutra_text_get_length (text);
  for (int i = 0; i < 300; i++)
    {
      gsize cp = (gsize) g_test_rand_int_range (5000, (gint32) length - 5000);
      gsize start, end;

      g_assert_true (sutra_words_at (text, cp, &start, &end));
      g_assert_cmpuint (end - start, <=, 2 * 1024 + 2 * 64);
      g_assert_cmpuint (sutra_words_next_end (text, cp) - cp, <=, 4096);
      g_assert_cmpuint (cp - sutra_words_previous_start (text, cp), <=, 4096);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text/words/table", test_table);
  g_test_add_func ("/text/words/at", test_at);
  g_test_add_func ("/text/words/snap", test_snap);
  g_test_add_func ("/text/words/inflected-at", test_inflected_at);
  g_test_add_func ("/text/words/agreement", test_agreement);
  g_test_add_func ("/text/words/snap-soup", test_snap_soup);
  g_test_add_func ("/text/words/bounded", test_bounded);
  return g_test_run ();
}
