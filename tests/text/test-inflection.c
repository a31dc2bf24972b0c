/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-fold.h"
#include "sutra-inflection.h"

#include "soup.h"

#include <string.h>

static void
check_best (const char *word, const char *base, const char *suffix)
{
  g_autoptr (GArray) stems = sutra_inflection_stems (word);
  SutraStem stem = g_array_index (stems, SutraStem, 0);
  g_autofree char *expected = sutra_fold_string (suffix, -1), *got = sutra_fold_string (stem.suffix, -1);

  g_assert_cmpstr (stem.base, ==, base);
  g_assert_cmpuint (stem.stem_end, ==, g_utf8_strlen (base, -1));
  g_assert_cmpstr (got, ==, expected);
}

static void
test_best (void)
{
  check_best ("কাজাখস্তানের", "কাজাখস্তান", "ের");
  check_best ("কাজাখস্তান", "কাজাখস্তান", "");
  check_best ("আস্তানায়", "আস্তানা", "য়");
  check_best ("আস্তানা\u09df", "আস্তানা", "য়");
  check_best ("ওটারে", "ওটার", "ে");
  check_best ("সাংবাদিকদেরকেও", "সাংবাদিক", "দের+কে+ও");
  check_best ("প্রতিষ্ঠানগুলোর", "প্রতিষ্ঠান", "গুলো+র");
  check_best ("মন্ত্রণালয়ের", "মন্ত্রণালয়", "ের");
  check_best ("দুবাইয়ে", "দুবাই", "য়ে");
  check_best ("এসসিও-র", "এসসিও", "র");
  check_best ("২০২৪-এ", "২০২৪", "এ");
  check_best ("এমইএ -এর", "এমইএ", "এর");
  check_best ("Kazakhstan's", "Kazakhstan", "'s");
  check_best ("সরকার", "সরকার", "");
  check_best ("সুপার", "সুপার", "");
  check_best ("সুপারের", "সুপার", "ের");
  check_best ("সরকারের", "সরকার", "ের");
  check_best ("রংপুর", "রংপুর", "");
  check_best ("রঙের", "রং", "ের");
  check_best ("টিপুর", "টিপুর", "");
  check_best ("জাহাঙ্গীর", "জাহাঙ্গীর", "");
  check_best ("এমইএ", "এমইএ", "");
  check_best ("এনজিও", "এনজিও", "");
  check_best ("কু’রআন", "কু’রআন", "");
  check_best ("সিলেটেরটি", "সিলেট", "ের+টি");
  check_best ("ডলারটি", "ডলার", "টি");
  check_best ("শিলঙের", "শিলং", "ের");
  check_best ("বিজিবিকেও", "বিজিবি", "কে+ও");
  check_best ("ইউকে", "ইউকে", "");
  check_best ("আইসিটি", "আইসিটি", "");
  check_best ("৫০টি", "৫০", "টি");
  check_best ("২১শে", "২১", "শে");
  check_best ("নওগাঁয়ের", "নওগাঁ", "য়ের");
  check_best ("(এমইএ)-র", "(এমইএ)", "র");
  check_best ("‘প্রথম আলো’কে", "‘প্রথম আলো’", "কে");
  check_best ("Airlines'", "Airlines", "'");
  check_best ("😀", "😀", "");
  check_best ("", "", "");
}

/* The base is the word's own beginning, but for a last ং or ৎ that stands for ঙ or ত before ে. */
static void
check_base (const char *word, const SutraStem *stem)
{
  const char *end = g_utf8_offset_to_pointer (word, (glong) stem->stem_end);
  gsize n = (gsize) (g_utf8_prev_char (end) - word);
  gboolean changed = g_str_has_suffix (stem->base, "ং") || g_str_has_suffix (stem->base, "ৎ");

  g_assert_cmpuint (stem->stem_end, ==, g_utf8_strlen (stem->base, -1));
  if (stem->n_parts > 0 && changed && !g_str_has_prefix (word, stem->base))
    {
      /* Joiners may stand between the letter and its sign, so only the suffix says what follows. */
      g_assert_true (strncmp (word, stem->base, n) == 0);
      g_assert_true (g_str_has_prefix (word + n, g_str_has_suffix (stem->base, "ং") ? "ঙ" : "ত"));
      g_assert_true (g_str_has_prefix (stem->suffix, "ে"));
    }
  else
    g_assert_true (g_str_has_prefix (word, stem->base));
}

/* Every base that is offered begins the word, and the word itself is among them, once. */
static void
check_stems (const char *word)
{
  g_autoptr (GArray) stems = sutra_inflection_stems (word);
  guint itself = 0;

  for (guint i = 0; i < stems->len; i++)
    {
      SutraStem stem = g_array_index (stems, SutraStem, i);

      check_base (word, &stem);
      for (guint k = 0; k < stem.n_parts; k++)
        g_assert_nonnull (sutra_suffix_kind_to_string (stem.parts[k].kind));
      g_assert_cmpuint (stem.n_parts > 0, ==, stem.suffix[0] != '\0');
      g_assert_cmpfloat (stem.score, >, 0);
      g_assert_cmpfloat (stem.score, <=, 1);
      itself += stem.suffix[0] == '\0';
      if (stem.suffix[0] == '\0')
        g_assert_cmpstr (stem.base, ==, word);
      if (i > 0)
        g_assert_cmpfloat (stem.score, <=, g_array_index (stems, SutraStem, i - 1).score);
    }
  g_assert_cmpuint (itself, ==, 1);
}

static void
test_soup (void)
{
  for (int i = 0; i < 2000; i++)
    {
      g_autofree char *string = soup_new (24);

      check_stems (string);
    }
}

/* The name is the text before "·", the rest of the text follows; "!" for another word, "|" where the inflected word ends. */
static void
check_end (const char *marked)
{
  g_auto (GStrv) parts = g_strsplit (marked, "·", 3);
  g_auto (GStrv) rest = g_strsplit (parts[2], "|", 2);
  gboolean other = rest[1] == NULL;
  g_autofree char *plain = g_strconcat (parts[0], parts[1], rest[0], rest[1], NULL);
  g_autoptr (SutraText) text = sutra_text_new_from_string (plain);
  gsize start = (gsize) g_utf8_strlen (parts[0], -1), end = start + (gsize) g_utf8_strlen (parts[1], -1);
  gsize expected = other ? 0 : end + (gsize) g_utf8_strlen (rest[0], -1);

  g_assert_cmpuint (sutra_inflection_end_of (text, start, end), ==, expected);
}

static void
test_end_of (void)
{
  check_end ("😀 ·কাজাখস্তান·ের| সফর");
  check_end ("😀 ·কাজাখস্তান·| সফর");
  check_end ("😀 ·কাজাখস্তান·|");
  check_end ("ভারত-·কাজাখস্তান·| সফর");
  check_end ("·ভারত·|-কাজাখস্তান");
  check_end ("·চাঁদ·পুর");
  check_end ("·চাঁদপু·র");
  check_end ("·চাঁদপু·রের");
  check_end ("·রংপু·রে");
  check_end ("·চাঁদপুর·ের| ঘাটে");
  check_end ("·টিপু·র| বাবা");
  check_end ("·পাপ্পু·র| বাবা");
  check_end ("(·এমইএ·|) বলে");
  check_end ("·এমইএ· -এর| মতে");
  check_end ("·এমইএ· এর| মতে");
  check_end ("·এমইএ·| এর আগে");
  check_end ("·এসসিও·-র| মতো");
  check_end ("'·কাজিন্দ -২০২৩·'-এর| ৭");
  check_end ("‘·কাজিন্দ·’কে| নিয়ে");
  check_end ("·২০২৪·-এ| কাজাখস্তানের");
  check_end ("·ভারত·\u200dের\u200c| পর");
  check_end ("·Kazakhstan·'s| flag");
  check_end ("·কু·’রআন");
}

static void
check_guess (const char *mention, const char *stem, const char *const *known)
{
  g_autofree char *string = g_strconcat ("😀 ক্ষ ", mention, " পরে", NULL);
  g_autoptr (SutraText) text = sutra_text_new_from_string (string);
  gsize start = 5, end = start + (gsize) g_utf8_strlen (mention, -1);
  gsize stem_end = sutra_inflection_guess_stem_end (text, start + 1, end + 1, known);
  g_autofree char *got = sutra_text_slice (text, start + 1, stem_end);

  g_assert_cmpuint (stem_end, >, start + 1);
  g_assert_cmpuint (stem_end, <=, end + 1);
  g_assert_cmpstr (got, ==, stem);
}

static void
test_guess (void)
{
  static const char *const known[] = { "কাতা", "ওটার", "চাঁদ", "আমিনা", "অজিত", "অজিত ডোভাল", "ঢাকাই", "", NULL };

  check_guess ("কাজাখস্তানের", "কাজাখস্তান", NULL);
  check_guess ("বিদেশ মন্ত্রকের", "বিদেশ মন্ত্রক", NULL);
  check_guess ("এমইএ -এর", "এমইএ", NULL);
  check_guess ("অ্যাক্সারসাইজ কাজিন্দ -২০২৩'-এর", "অ্যাক্সারসাইজ কাজিন্দ -২০২৩", NULL);
  check_guess ("(এমইএ)", "(এমইএ)", NULL);
  check_guess ("(এমইএ)-র", "(এমইএ)", NULL);
  check_guess ("বিদেশ মন্ত্রক (এমইএ)-র", "বিদেশ মন্ত্রক (এমইএ)", NULL);
  check_guess ("‘প্রথম আলো’কে", "‘প্রথম আলো’", NULL);
  check_guess ("Airlines'", "Airlines", NULL);
  check_guess ("সিলেটেরটি", "সিলেট", NULL);
  check_guess ("কাতার", "কাতার", NULL);
  check_guess ("কাতার", "কাতা", known);
  check_guess ("ওটারে", "ওটার", known);
  check_guess ("চাঁদপুর", "চাঁদপুর", known);
  check_guess ("অজিত ডোভালের", "অজিত ডোভাল", known);
  check_guess ("আমিনার", "আমিনা", known);
  check_guess ("ঢাকাই", "ঢাকাই", known);
  check_guess ("।", "।", NULL);
}

static void
test_guess_soup (void)
{
  for (int i = 0; i < 2000; i++)
    {
      g_autofree char *string = soup_new (40), *name = soup_new (4);
      const char *known[] = { name, NULL };
      g_autoptr (SutraText) text = sutra_text_new_from_string (string);
      gsize length = sutra_text_get_length (text);
      gsize start = (gsize) g_test_rand_int_range (0, (gint32) length + 1);
      gsize end = start + (gsize) g_test_rand_int_range (0, (gint32) (length - start) + 1);
      gsize stem_end = sutra_inflection_guess_stem_end (text, start, end, known);
      gsize word_end = sutra_inflection_end_of (text, start, end);

      g_assert_cmpuint (stem_end, <=, end);
      if (start < end)
        g_assert_cmpuint (stem_end, >, start);
      g_assert_true (word_end == 0 || (word_end >= end && word_end <= length));
    }
}

/* Nouns of a word list that the program never saw: the dictionary form must be among the readings of nearly every form. */
static void
test_coverage (void)
{
  g_autofree char *contents = corpus_load ("unimorph-ben/ben-2000.tsv");
  g_auto (GStrv) lines = NULL;
  guint n = 0, covered = 0, best = 0;

  if (contents == NULL)
    return;
  lines = g_strsplit (contents, "\n", -1);
  for (gsize i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) columns = g_strsplit (lines[i], "\t", -1);
      g_autoptr (GArray) stems = NULL;
      g_autofree char *lemma = NULL;

      if (g_strv_length (columns) < 3 || !g_str_has_prefix (columns[2], "N;"))
        continue;
      lemma = sutra_fold_string (columns[0], -1);
      stems = sutra_inflection_stems (columns[1]);
      n++;
      for (guint k = 0; k < stems->len; k++)
        {
          g_autofree char *base = sutra_fold_string (g_array_index (stems, SutraStem, k).base, -1);

          if (strcmp (base, lemma) != 0)
            continue;
          covered++;
          best += k == 0;
          break;
        }
      if (g_getenv ("SUTRA_SHOW_MISSES") != NULL && strcmp (g_array_index (stems, SutraStem, 0).base, columns[0]) != 0)
        g_test_message ("%s %s read as %s+%s", columns[0], columns[1], g_array_index (stems, SutraStem, 0).base,
                        g_array_index (stems, SutraStem, 0).suffix);
    }
  g_test_message ("%u noun forms: the lemma is a reading of %u, the best reading of %u", n, covered, best);
  g_assert_cmpuint (n, >, 100);
  g_assert_cmpuint (covered * 100, >=, n * 97);
}

/* A final র is the genitive, unless the text shows the word with an ending of its own. */
static void
test_evidence (void)
{
  g_autoptr (SutraText) with =
      sutra_text_new_from_string ("🙂 পাচার ঠেকাতে হবে। পাচারের পথ বন্ধ।");
  g_autoptr (SutraText) without =
      sutra_text_new_from_string ("🙂 পতেঙ্গার পথ। মাপাচারের পতেঙ্গায়");
  g_autoptr (SutraText) inside = sutra_text_new_from_string ("🙂 পাচার পথ। মাপাচারের");

  g_assert_cmpuint (sutra_inflection_guess_stem_end (with, 2, 7, NULL), ==, 7);
  g_assert_cmpuint (sutra_inflection_guess_stem_end (without, 2, 10, NULL), ==, 9);
  /* Another word that ends like it is no evidence. */
  g_assert_cmpuint (sutra_inflection_guess_stem_end (inside, 2, 7, NULL), ==, 6);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text/inflection/best", test_best);
  g_test_add_func ("/text/inflection/soup", test_soup);
  g_test_add_func ("/text/inflection/end-of", test_end_of);
  g_test_add_func ("/text/inflection/guess", test_guess);
  g_test_add_func ("/text/inflection/guess-soup", test_guess_soup);
  g_test_add_func ("/text/inflection/coverage", test_coverage);
  g_test_add_func ("/inflection/evidence", test_evidence);
  return g_test_run ();
}
