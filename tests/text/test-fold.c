/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-fold.h"

#include "soup.h"

#include <string.h>

static char *
fold (const char *string)
{
  return sutra_fold_string (string, -1);
}

static void
test_equal (void)
{
  static const char *const pairs[][2] = {
    { "\u09dc", "\u09a1\u09bc" },
    { "\u09dd", "\u09a2\u09bc" },
    { "\u09df", "\u09af\u09bc" },
    { "ক\u09cb", "ক\u09c7\u09be" },
    { "ক\u09cc", "ক\u09c7\u09d7" },
    { "ক\u09cb", "ক\u09be\u09c7" },
    { "ক\u09cc", "ক\u09d7\u09c7" },
    { "র\u200d\u09cd\u09af\u09beব", "র\u09cd\u09af\u09beব" },
    { "র\u200c\u09cd\u09af\u09beব", "র\u200d\u09cd\u09af\u09beব" },
    { "র\u09dfেছে", "রয\u09c7\u09bcছে" },
    { "\u0986", "\u0985\u09be" },
    { "ফেব্রু\u09dfারি", "ফেব্রু\u09dfা\u200cরি" },
    { "বলেছে\u09f7", "বলেছে\u0964" },
    { "২০২৪", "2024" },
    { "হঠা\u09ce", "হঠা\u09a4\u09cd\u200c" },
    { "হঠা\u09ce", "হঠা\u09a4\u09cd" },
    { "য\u09bc\u09cdা", "য\u09cd\u09bcা" },
    { "\u09df\u09cdা", "য\u09cd\u09bcা" },
    { "সংস্ক\u09c4তি", "সংস্ক\u09c3তি" },
    { "যু\u09c1দ্ধ", "যুদ্ধ" },
    { "কো\u09cb", "কো" },
    { "ক\u09cd\u200cষ", "ক্ষ" },
    { "\u09f0াম", "\u09b0াম" },
    { "যাব |", "যাব \u0964" },
    { "যাব|", "যাব\u0964" },
    { "‘ক’", "'ক'" },
    { "“ক”", "\"ক\"" },
    { "ক–খ", "ক-খ" },
    { "ক\u2011খ", "ক-খ" },
    { "ক\u00a0খ", "ক খ" },
    { "ক\uf06cখ", "ক খ" },
    { "ক\u200b\u200e\ufeffখ", "কখ" },
    { "KAZAKHSTAN", "kazakhstan" },
    { "\u00c9t\u00e9", "e\u0301te\u0301" },
    { "\u1ead", "a\u0302\u0323" },
    { "\u212b", "\u00e5" },
    { "😀 \u09dc", "😀 \u09a1\u09bc" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      g_autofree char *a = fold (pairs[i][0]), *b = fold (pairs[i][1]);

      g_assert_cmpstr (a, ==, b);
    }
}

static void
test_different (void)
{
  static const char *const pairs[][2] = {
    { "\u09dc", "ড" }, { "\u09df", "য" }, { "\u09dd", "ঢ" }, { "কি", "কী" }, { "ন", "ণ" },    { "\u09f1", "ব" },
    { "কু", "কূ" },      { "শ", "ষ" },      { "কে", "কৈ" },    { "কো", "কে" }, { "॥", "।" },    { "5|6", "5।6" },
    { "জন", "জনক" },   { "চাঁদ", "চাদ" },  { "ত", "ৎ" },      { "রং", "রঙ" }, { "ক খ", "কখ" }, { "১", "১০" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      g_autofree char *a = fold (pairs[i][0]), *b = fold (pairs[i][1]);

      g_assert_cmpstr (a, !=, b);
    }
}

/* What the rules as written promise of any input, with the mapping tried both ways. */
static void
check_mapping (const char *string, const SutraFold *self)
{
  gsize n_source = (gsize) g_utf8_strlen (string, -1);

  g_assert_cmpuint (self->source[self->length], ==, n_source);
  g_assert_cmpuint (self->source_end[self->length], ==, n_source);
  g_assert_cmpuint (self->key[self->length], ==, 0);
  for (gsize i = 0; i < self->length; i++)
    {
      g_assert_cmpuint (self->source[i], <=, self->source[i + 1]);
      g_assert_cmpuint (self->source_end[i], <=, self->source_end[i + 1]);
      g_assert_cmpuint (self->source[i], <, self->source_end[i]);
    }
  for (gsize cp = 0; cp <= n_source + 1; cp++)
    {
      gsize expected = 0;

      while (expected < self->length && self->source_end[expected] <= cp)
        expected++;
      g_assert_cmpuint (sutra_fold_from_source (self, cp), ==, expected);
    }
}

/* Folding just the source range of some key units gives these units again, perhaps with neighbours from the same group. */
static void
check_ranges (const char *string, const SutraFold *self)
{
  for (int k = 0; k < 10 && self->length > 0; k++)
    {
      gsize a = (gsize) g_test_rand_int_range (0, (gint32) self->length);
      gsize b = a + 1 + (gsize) g_test_rand_int_range (0, (gint32) (self->length - a));
      gsize start, end, first, last;

      sutra_fold_to_source (self, a, b, &start, &end);
      g_assert_cmpuint (start, <, end);
      first = sutra_fold_from_source (self, start);
      last = sutra_fold_from_source (self, end);
      g_assert_cmpuint (first, <=, a);
      g_assert_cmpuint (last, >=, b);
      /* All that was widened stems from the groups at the two ends. */
      for (gsize i = first; i < a; i++)
        g_assert_cmpuint (self->source_end[i], >, self->source[a]);
      for (gsize i = b; i < last; i++)
        g_assert_cmpuint (self->source[i], <, self->source_end[b - 1]);
    }
}

static void
check (const char *string)
{
  g_autoptr (SutraFold) self = sutra_fold_new (string, -1);
  g_autofree char *once = fold (string), *twice = fold (once);
  g_autofree char *nfc = g_utf8_normalize (string, -1, G_NORMALIZE_NFC), *nfd = g_utf8_normalize (string, -1, G_NORMALIZE_NFD);
  g_autofree char *folded_nfc = fold (nfc), *folded_nfd = fold (nfd);

  g_assert_cmpstr (twice, ==, once);
  g_assert_cmpstr (folded_nfc, ==, once);
  g_assert_cmpstr (folded_nfd, ==, once);
  check_mapping (string, self);
  check_ranges (string, self);
}

static void
test_soup (void)
{
  for (int i = 0; i < 3000; i++)
    {
      g_autofree char *string = soup_new (i < 2000 ? 14 : 90);

      check (string);
    }
}

static void
test_corpus (void)
{
  g_autofree char *contents = corpus_load ("reference-article.txt");
  g_autofree char *key = NULL;

  if (contents == NULL)
    return;
  check (contents);
  key = fold (contents);
  g_assert_null (strstr (key, "\u09f7"));
  g_assert_nonnull (strstr (key, "2023"));
}

static void
test_mapping (void)
{
  /* 0 😀, 1 ZWSP, 2 ক, 3 া, 4 ে, 5 ZWNJ, 6 ৎ, 7 য, 8 ে, 9 nukta */
  g_autoptr (SutraFold) self = sutra_fold_new ("😀\u200bক\u09be\u09c7\u200c\u09ceয\u09c7\u09bc", -1);
  static const gunichar key[] = { 0x1f600, 0x995, 0x9c7, 0x9be, 0x9a4, 0x9cd, 0x9af, 0x9bc, 0x9c7 };
  static const guint32 source[] = { 0, 2, 3, 3, 6, 6, 7, 8, 8, 10 };
  gsize start, end;

  g_assert_cmpuint (self->length, ==, G_N_ELEMENTS (key));
  g_assert_cmpmem (self->key, sizeof key, key, sizeof key);
  g_assert_cmpmem (self->source, sizeof source, source, sizeof source);
  sutra_fold_to_source (self, 1, 4, &start, &end);
  g_assert_cmpuint (start, ==, 2);
  g_assert_cmpuint (end, ==, 5);
  sutra_fold_to_source (self, 0, 2, &start, &end);
  g_assert_cmpuint (start, ==, 0);
  g_assert_cmpuint (end, ==, 3);
  sutra_fold_to_source (self, 4, 6, &start, &end);
  g_assert_cmpuint (start, ==, 6);
  g_assert_cmpuint (end, ==, 7);
  sutra_fold_to_source (self, 7, 8, &start, &end);
  g_assert_cmpuint (start, ==, 8);
  g_assert_cmpuint (end, ==, 10);
  sutra_fold_to_source (self, 9, 9, &start, &end);
  g_assert_cmpuint (start, ==, 10);
  g_assert_cmpuint (end, ==, 10);
  g_assert_cmpuint (sutra_fold_from_source (self, 1), ==, 1);
  g_assert_cmpuint (sutra_fold_from_source (self, 5), ==, 4);
  g_assert_cmpuint (sutra_fold_from_source (self, 10), ==, 9);
}

/* Runs that a step by step exchange would need quadratic time for: hours at this size. */
static void
test_linear (void)
{
  static const char *const pieces[] = { "\u09bf\u09bc\u09be\u09bc", "\u09be\u09c7\u09d7\u09c7", "\u0301\u0323", "\u09cd\u09bc" };

  for (gsize i = 0; i < G_N_ELEMENTS (pieces); i++)
    {
      GString *string = g_string_new ("ক");
      g_autofree char *key = NULL;

      for (int k = 0; k < 500000; k++)
        g_string_append (string, pieces[i]);
      key = fold (string->str);
      g_assert_cmpuint (strlen (key), >, 3);
      g_string_free (string, TRUE);
    }
}

static void
test_edges (void)
{
  g_autoptr (SutraFold) empty = sutra_fold_new ("", -1);
  g_autoptr (SutraFold) part = sutra_fold_new ("ABCD", 2);
  g_autofree char *ignorables = fold ("\u200b\u200d\ufeff");
  gsize start = 9, end = 9;

  g_assert_cmpuint (empty->length, ==, 0);
  g_assert_cmpuint (empty->source[0], ==, 0);
  sutra_fold_to_source (empty, 0, 0, &start, &end);
  g_assert_cmpuint (start, ==, 0);
  g_assert_cmpuint (end, ==, 0);
  g_assert_cmpuint (sutra_fold_from_source (empty, 0), ==, 0);
  g_assert_cmpuint (part->length, ==, 2);
  g_assert_cmpuint (part->key[1], ==, 'b');
  g_assert_cmpstr (ignorables, ==, "");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text/fold/equal", test_equal);
  g_test_add_func ("/text/fold/different", test_different);
  g_test_add_func ("/text/fold/mapping", test_mapping);
  g_test_add_func ("/text/fold/soup", test_soup);
  g_test_add_func ("/text/fold/corpus", test_corpus);
  g_test_add_func ("/text/fold/linear", test_linear);
  g_test_add_func ("/text/fold/edges", test_edges);
  return g_test_run ();
}
