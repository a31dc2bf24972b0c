/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-name-parts.h"

#include "soup.h"

/* @expected: "alias" or "!alias" for a sure one, joined by ";". */
static void
check_aliases (const char *string, const char *name, const char *expected)
{
  g_autoptr (SutraText) text = sutra_text_new_from_string (string);
  g_autoptr (GArray) aliases = sutra_name_parts_aliases (text, name);
  g_autoptr (GString) got = g_string_new (NULL);

  for (guint i = 0; i < aliases->len; i++)
    {
      const SutraNameAlias *alias = &g_array_index (aliases, SutraNameAlias, i);

      g_string_append_printf (got, "%s%s%s", i > 0 ? ";" : "", alias->sure ? "!" : "", alias->text);
    }
  g_assert_cmpstr (got->str, ==, expected);
}

static void
test_aliases (void)
{
  check_aliases ("😀 বিদেশ মন্ত্রক (এমইএ) বলেছে", "বিদেশ মন্ত্রক", "এমইএ");
  check_aliases ("😀 জাতিসংঘের ( ইউএন ) মতে, জাতিসংঘ(ইউএন)", "জাতিসংঘ", "ইউএন");
  check_aliases ("এমইএ (বিদেশ মন্ত্রক) বলেছে", "এমইএ", "বিদেশ মন্ত্রক");
  check_aliases ("the Border Security Force (BSF) and BSF", "Border Security Force", "!BSF");
  check_aliases ("the Border Security Force (BSF) and BSF", "BSF", "!Border Security Force");
  check_aliases ("BSF (Border Security Force)", "BSF", "!Border Security Force");
  check_aliases ("Ministry of External Affairs (MEA)", "Ministry of External Affairs", "MEA");
  check_aliases ("Ministry of External Affairs (MEA)", "MEA", "");
  check_aliases ("ঢাকা (রাজধানী) ও ঢাকা (২০২৪), ঢাকা (ক\nখ), ঢাকা (এমইএ", "ঢাকা", "");
  check_aliases ("সভাপতি (আবদুল করিম) বলেন", "সভাপতি", "");
  check_aliases ("", "", "");
}

static void
check_last (const char *name, const char *expected)
{
  g_autofree char *last = sutra_name_parts_last_word (name);

  g_assert_cmpstr (last, ==, expected);
}

static void
test_last_word (void)
{
  check_last ("অজিত ডোভাল", "ডোভাল");
  check_last ("কে ডি দেওয়াল", "দেওয়াল");
  check_last ("  John  Smith ", "Smith");
  check_last ("টিম মে", NULL);
  check_last ("ডোভাল", NULL);
  check_last ("ক (খগঘ)", NULL);
  check_last ("", NULL);
}

static void
test_find (void)
{
  static const char *const names[] = { "অজিত ডোভাল", NULL };
  g_autoptr (SutraText) text = sutra_text_new_from_string (
      "🙂 অজিত ডোভালের সঙ্গে। ডোভাল বলেন, অজিত ডোভাল (NSA) ও NSA।");
  static const struct
  {
    guint start, name;
    gboolean sure;
  } expected[] = { { 2, 0, TRUE }, { 22, 2, FALSE }, { 34, 0, TRUE }, { 46, 1, FALSE }, { 53, 1, FALSE } };
  g_autoptr (GArray) person = sutra_name_parts_find (text, names, TRUE, NULL, NULL);
  g_autoptr (GArray) other = sutra_name_parts_find (text, names, FALSE, NULL, NULL);

  g_assert_cmpuint (person->len, ==, 5);
  for (guint i = 0; i < person->len; i++)
    {
      const SutraOccurrence *occurrence = &g_array_index (person, SutraOccurrence, i);

      g_assert_cmpuint (occurrence->start, ==, expected[i].start);
      g_assert_cmpuint (occurrence->name, ==, expected[i].name);
      g_assert_cmpint (occurrence->sure, ==, expected[i].sure);
    }
  g_assert_cmpuint (other->len, ==, 4);
}

static void
test_soup (void)
{
  for (int i = 0; i < 1000; i++)
    {
      g_autofree char *string = soup_new (60), *name = soup_new (4);
      const char *names[] = { name, NULL };
      g_autofree char *bracketed = g_strconcat (string, name, " (", string, name, ")", NULL);
      g_autoptr (SutraText) text = sutra_text_new_from_string (bracketed);
      g_autoptr (GArray) found = sutra_name_parts_find (text, names, TRUE, NULL, NULL);

      for (guint k = 0; k < found->len; k++)
        g_assert_cmpuint (g_array_index (found, SutraOccurrence, k).end, <=, sutra_text_get_length (text));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text/name-parts/aliases", test_aliases);
  g_test_add_func ("/text/name-parts/last-word", test_last_word);
  g_test_add_func ("/text/name-parts/find", test_find);
  g_test_add_func ("/text/name-parts/soup", test_soup);
  return g_test_run ();
}
