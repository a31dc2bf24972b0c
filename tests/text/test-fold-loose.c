/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-fold.h"

#include "soup.h"

#include <string.h>

static void
test_equal (void)
{
  /* One row after the other of the reference's table, then several at once. */
  static const char *const pairs[][2] = {
    { "বাড়ী", "বাড়ি" },        { "ঈদ", "ইদ" },
    { "পূর্ব", "পুর্ব" },          { "ঊনিশ", "উনিশ" },
    { "কর্ণেল", "কর্নেল" },      { "শহর", "সহর" },
    { "পোষাক", "পোশাক" },      { "রঙ", "রং" },
    { "বাঙ্লা", "বাংলা" },      { "অঙ্ক", "অংক" },
    { "যাদুঘর", "জাদুঘর" },      { "আগষ্ট", "আগস্ট" },
    { "ভালো", "ভাল" },         { "আরও", "আর" },
    { "আরো", "আরও" },          { "ব্যালট", "বেলট" },
    { "জাতি-সংঘ", "জাতিসংঘ" }, { "জাতি সংঘ", "জাতিসংঘ" },
    { "ভালো-মন্দ", "ভালমন্দ" },  { "সাধারণ সম্পাদক", "সাধারন-সম্পাদক" },
    { "ব্যাংক ঋণ", "বেঙ্ক ঋন" }, { "😀 শ্রেণী।", "😀 স্রেনি।" },
    { "e-mail", "Email" },     { "মৌসূমী", "মৌসুমি" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      g_autofree char *a = sutra_fold_loose_string (pairs[i][0], -1), *b = sutra_fold_loose_string (pairs[i][1], -1);

      g_assert_cmpstr (a, ==, b);
    }
}

static void
test_different (void)
{
  static const char *const pairs[][2] = {
    { "য়", "য" },        { "য়", "জ" },        { "ক্যাম্প", "ক্জাম্প" }, { "ও", "" },     { "ক ও খ", "কখ" },
    { "১০ ২০", "১০২০" }, { "১০-২০", "1020" }, { "ড়", "ড" },         { "ত", "থ" },    { "ভালোবাসা", "ভালবাসা" },
    { "সে", "সা" },      { "ক, খ", "কখ" },    { "ক\nখ", "ক খ" },    { "ক্যা", "কে" }, { "বাংলা", "বালা" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      g_autofree char *a = sutra_fold_loose_string (pairs[i][0], -1), *b = sutra_fold_loose_string (pairs[i][1], -1);

      g_assert_cmpstr (a, !=, b);
    }
}

static void
check_range (const char *string, const char *query, gsize start, gsize end)
{
  g_autoptr (SutraFold) self = sutra_fold_new_loose (string, -1);
  g_autoptr (SutraFold) part = sutra_fold_new_loose (query, -1);
  gsize at = 0, from, to;

  while (at + part->length <= self->length && memcmp (self->key + at, part->key, part->length * sizeof (gunichar)) != 0)
    at++;
  g_assert_cmpuint (at + part->length, <=, self->length);
  sutra_fold_to_source (self, at, at + part->length, &from, &to);
  g_assert_cmpuint (from, ==, start);
  g_assert_cmpuint (to, ==, end);
}

/* A hit covers all that became its units, what was left out at its end too. */
static void
test_ranges (void)
{
  check_range ("😀 জাতি-সংঘের", "জাতিসংঘ", 2, 10);
  check_range ("😀 আরও ভালো", "আর", 2, 5);
  check_range ("😀 এখন ভালো ।", "ভাল", 6, 10);
  check_range ("😀 ব্যাংক", "বেং", 2, 7);
  check_range ("বাঙ্লা", "বাং", 0, 4);
}

static void
check (const char *string)
{
  g_autoptr (SutraFold) self = sutra_fold_new_loose (string, -1);
  g_autofree char *once = sutra_fold_loose_string (string, -1), *twice = sutra_fold_loose_string (once, -1);
  g_autofree char *strict = sutra_fold_string (string, -1), *of_strict = sutra_fold_loose_string (strict, -1);

  g_assert_cmpstr (twice, ==, once);
  /* Equal strict keys are equal loosely. */
  g_assert_cmpstr (of_strict, ==, once);
  g_assert_cmpuint (self->source[self->length], ==, (gsize) g_utf8_strlen (string, -1));
  g_assert_cmpuint (self->key[self->length], ==, 0);
  for (gsize i = 0; i < self->length; i++)
    {
      g_assert_cmpuint (self->source[i], <=, self->source[i + 1]);
      g_assert_cmpuint (self->source_end[i], <=, self->source_end[i + 1]);
      g_assert_cmpuint (self->source[i], <, self->source_end[i]);
    }
}

/* Parts of a compound that begin with ও, which alone is none: what the soup seldom makes. */
static void
test_only_o (void)
{
  static const char *const pieces[] = { "ও", "ে", "া", "ো", "ৗ", "-", " ", "ক", "1", "্" };

  for (guint i = 0; i < 100000; i++)
    {
      g_autoptr (GString) string = g_string_new ("ক-ও");

      for (guint n = i; n > 0; n /= 10)
        g_string_append (string, pieces[n % 10]);
      check (string->str);
    }
}

static void
test_soup (void)
{
  g_autofree char *contents = NULL;

  for (int i = 0; i < 4000; i++)
    {
      g_autofree char *string = soup_new (i < 3000 ? 14 : 90);

      check (string);
    }
  for (int i = 0; i < 4000; i++)
    {
      static const char *const pieces[] = {
        "ও", "ো", "ব্যা", "ঙ", "্", "য", "-", " ", "ক", "ী", "ি", "ৌ", "া", "ে", "১", "।", "ষ", "\u200c"
      };
      GString *string = g_string_new (NULL);

      for (int k = g_test_rand_int_range (0, 12); k > 0; k--)
        g_string_append (string, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
      check (string->str);
      g_string_free (string, TRUE);
    }
  contents = corpus_load ("reference-article.txt");
  if (contents != NULL)
    check (contents);
}

static void
test_linear (void)
{
  GString *string = g_string_new ("ক");
  g_autofree char *key = NULL;

  for (int i = 0; i < 100000; i++)
    g_string_append (string, i % 2 == 0 ? "ও" : "-ব্যাো ");
  key = sutra_fold_loose_string (string->str, -1);
  g_assert_cmpuint (strlen (key), >, 3);
  g_string_free (string, TRUE);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text/fold-loose/equal", test_equal);
  g_test_add_func ("/text/fold-loose/different", test_different);
  g_test_add_func ("/text/fold-loose/ranges", test_ranges);
  g_test_add_func ("/text/fold-loose/only-o", test_only_o);
  g_test_add_func ("/text/fold-loose/soup", test_soup);
  g_test_add_func ("/text/fold-loose/linear", test_linear);
  return g_test_run ();
}
