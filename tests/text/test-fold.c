/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-fold.h"

#include "fold-pairs.h"
#include "soup.h"

#include <string.h>
#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/ustring.h>

static char *
fold (const char *string)
{
  return sutra_fold_string (string, -1);
}

static void
test_equal (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (fold_equal); i++)
    {
      g_autofree char *a = fold (fold_equal[i][0]), *b = fold (fold_equal[i][1]);

      g_assert_cmpstr (a, ==, b);
    }
}

static void
test_different (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (fold_different); i++)
    {
      g_autofree char *a = fold (fold_different[i][0]), *b = fold (fold_different[i][1]);

      g_assert_cmpstr (a, !=, b);
    }
}

/* Of two letters in any words each keeps what sets it apart. */
static void
test_apart (void)
{
  for (gsize i = 0; i < FOLD_N_REFERENCE_DIFFERENT; i++)
    for (int k = 0; k < 200; k++)
      {
        g_autofree char *before = soup_new (6), *after = soup_new (6);
        g_autofree char *a = g_strconcat (before, fold_different[i][0], "ক", after, NULL);
        g_autofree char *b = g_strconcat (before, fold_different[i][1], "ক", after, NULL);
        g_autofree char *key_a = fold (a), *key_b = fold (b);

        g_assert_cmpstr (key_a, !=, key_b);
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

/* Any one code point, alone and after a letter with marks: folding the key again changes nothing. */
static void
test_every_code_point (void)
{
  for (gunichar c = 1; c < 0x110000; c++)
    {
      char string[40] = "ক\u0323\u09bc";
      gsize n = strlen (string);
      SutraFold *alone, *after;

      if (!g_unichar_validate (c))
        continue;
      string[n + (gsize) g_unichar_to_utf8 (c, string + n)] = '\0';
      after = sutra_fold_new (string, -1);
      alone = sutra_fold_new (string + n, -1);
      for (int k = 0; k < 2; k++)
        {
          SutraFold *self = k == 0 ? alone : after;
          g_autofree char *key = g_ucs4_to_utf8 (self->key, (glong) self->length, NULL, NULL, NULL);
          g_autoptr (SutraFold) again = sutra_fold_new (key != NULL ? key : "", -1);

          g_assert_nonnull (key);
          if (again->length != self->length || memcmp (again->key, self->key, self->length * sizeof (gunichar)) != 0)
            g_error ("the key of U+%04X folds to another key", c);
        }
      sutra_fold_free (alone);
      sutra_fold_free (after);
    }
}

/* @units, @n code points, as ICU normalises them. */
static gsize
normalise (const UNormalizer2 *normaliser, const gunichar *units, gsize n, gunichar *result)
{
  UChar from[512], to[1024];
  int32_t n_from, n_to, n_result;
  UErrorCode status = U_ZERO_ERROR;

  u_strFromUTF32 (from, G_N_ELEMENTS (from), &n_from, (const UChar32 *) units, (int32_t) n, &status);
  n_to = unorm2_normalize (normaliser, from, n_from, to, G_N_ELEMENTS (to), &status);
  u_strToUTF32 ((UChar32 *) result, 256, &n_result, to, n_to, &status);
  g_assert_true (U_SUCCESS (status));
  return (gsize) n_result;
}

/* Another string that is canonically equivalent: marks of different class change places, parts are composed or taken apart. */
static gsize
vary (gunichar *units, gsize n)
{
  static const gunichar compositions[][3] = {
    { 0x09dc, 0x09a1, 0x09bc }, { 0x09dd, 0x09a2, 0x09bc }, { 0x09df, 0x09af, 0x09bc },
    { 0x09cb, 0x09c7, 0x09be }, { 0x09cc, 0x09c7, 0x09d7 },
  };

  for (int k = 0; k < 20 && n > 1; k++)
    {
      gsize at = (gsize) g_test_rand_int_range (0, (gint32) n - 1);
      guint8 a = u_getCombiningClass ((UChar32) units[at]), b = u_getCombiningClass ((UChar32) units[at + 1]);

      if (a != 0 && b != 0 && a != b)
        {
          gunichar c = units[at];

          units[at] = units[at + 1];
          units[at + 1] = c;
        }
      for (gsize i = 0; i < G_N_ELEMENTS (compositions); i++)
        {
          if (g_test_rand_bit () && units[at] == compositions[i][1] && units[at + 1] == compositions[i][2])
            {
              units[at] = compositions[i][0];
              memmove (units + at + 1, units + at + 2, (--n - at - 1) * sizeof (gunichar));
              break;
            }
          if (units[at] == compositions[i][0])
            {
              memmove (units + at + 2, units + at + 1, (n++ - at - 1) * sizeof (gunichar));
              units[at] = compositions[i][1];
              units[at + 1] = compositions[i][2];
              break;
            }
        }
    }
  return n;
}

static void
check_canonical (const gunichar *units, gsize n, const char *key)
{
  g_autofree char *string = g_ucs4_to_utf8 (units, (glong) n, NULL, NULL, NULL);
  g_autofree char *folded = fold (string);

  g_assert_cmpstr (folded, ==, key);
}

/* Random strings of the Bengali block with foreign marks: what ICU says is canonically equivalent folds equal. */
static void
test_canonical (void)
{
  UErrorCode status = U_ZERO_ERROR;
  const UNormalizer2 *nfc = unorm2_getNFCInstance (&status), *nfd = unorm2_getNFDInstance (&status);
  guint n_varied = 0;

  for (int i = 0; i < 20000; i++)
    {
      static const gunichar marks[] = { 0x09bc, 0x09cd, 0x09fe, 0x09be, 0x09c7, 0x09d7, 0x0301, 0x0323, 0x0345, 0x200d };
      gunichar units[64], varied[64], composed[256], decomposed[256], again[256];
      gsize n = (gsize) g_test_rand_int_range (1, 20), n_varied_units, n_composed, n_decomposed, n_again;
      g_autofree char *string = NULL, *key = NULL;

      for (gsize k = 0; k < n; k++)
        units[k] =
            g_test_rand_bit () ? marks[g_test_rand_int_range (0, G_N_ELEMENTS (marks))] : (gunichar) g_test_rand_int_range (0x980, 0xa00);
      string = g_ucs4_to_utf8 (units, (glong) n, NULL, NULL, NULL);
      key = fold (string);
      memcpy (varied, units, n * sizeof (gunichar));
      n_varied_units = vary (varied, n);
      n_composed = normalise (nfc, units, n, composed);
      n_decomposed = normalise (nfd, units, n, decomposed);
      n_again = normalise (nfd, varied, n_varied_units, again);
      g_assert_cmpmem (again, n_again * sizeof (gunichar), decomposed, n_decomposed * sizeof (gunichar));
      n_varied += n_varied_units != n || memcmp (varied, units, n * sizeof (gunichar)) != 0;
      check_canonical (composed, n_composed, key);
      check_canonical (decomposed, n_decomposed, key);
      check_canonical (varied, n_varied_units, key);
    }
  g_assert_cmpuint (n_varied, >, 5000);
}

/* Folding paragraph by paragraph into the same memory gives the pieces of the whole. */
static void
test_renew (void)
{
  g_autoptr (SutraFold) piece = sutra_fold_new ("", -1);

  for (int i = 0; i < 500; i++)
    {
      g_autofree char *first = soup_new (200), *second = soup_new (50), *both = g_strconcat (first, "\n", second, NULL);
      g_autoptr (SutraFold) whole = sutra_fold_new (both, -1);
      gsize base, at;

      sutra_fold_renew (piece, both, strlen (first) + 1);
      base = piece->source[piece->length];
      at = piece->length;
      g_assert_cmpmem (piece->key, at * sizeof (gunichar), whole->key, at * sizeof (gunichar));
      sutra_fold_renew (piece, second, strlen (second));
      g_assert_cmpuint (at + piece->length, ==, whole->length);
      for (gsize k = 0; k <= piece->length; k++)
        {
          g_assert_cmpuint (piece->key[k], ==, whole->key[at + k]);
          g_assert_cmpuint (piece->source[k] + base, ==, whole->source[at + k]);
          g_assert_cmpuint (piece->source_end[k] + base, ==, whole->source_end[at + k]);
        }
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
  g_test_add_func ("/text/fold/apart", test_apart);
  g_test_add_func ("/text/fold/mapping", test_mapping);
  g_test_add_func ("/text/fold/every-code-point", test_every_code_point);
  g_test_add_func ("/text/fold/canonical", test_canonical);
  g_test_add_func ("/text/fold/renew", test_renew);
  g_test_add_func ("/text/fold/soup", test_soup);
  g_test_add_func ("/text/fold/corpus", test_corpus);
  g_test_add_func ("/text/fold/linear", test_linear);
  g_test_add_func ("/text/fold/edges", test_edges);
  return g_test_run ();
}
