/* test-suffix-name.c: inflected words explained
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "sutra-suffix-name.h"

static void
check (const char *word, guint stem_end, const char *expected)
{
  g_autofree char *got = sutra_suffix_name_explain (word, stem_end);

  g_assert_cmpstr (got, ==, expected);
}

static void
test_explain (void)
{
  check ("কাজাখস্তানের", 10, "কাজাখস্তান + ের (genitive)");
  check ("সাংবাদিকদেরকেও", 8, "সাংবাদিক + দের (plural) + কে (object) + ও (particle)");
  check ("ঢাকাবাসী", 4, "ঢাকা + বাসী (derived word)");
  check ("অজিত ডোভালের", 10, "অজিত ডোভাল + ের (genitive)");
  check ("কাজাখস্তান", 10, NULL);
  check ("কাজাখস্তানের", 3, NULL);
  check ("কাজাখস্তানের", 99, NULL);
  check ("", 0, NULL);
}

/* Each kind has a name of its own. */
static void
test_names (void)
{
  g_autoptr (GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint kind = SUTRA_SUFFIX_GENITIVE; kind <= SUTRA_SUFFIX_POSSESSIVE; kind++)
    {
      g_assert_cmpstr (sutra_suffix_name (kind), !=, "");
      g_assert_true (g_hash_table_add (names, (gpointer) sutra_suffix_name (kind)));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/drawing/suffix-name/explain", test_explain);
  g_test_add_func ("/drawing/suffix-name/names", test_names);
  return g_test_run ();
}
