/* test-collate.c: the order of names
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "sutra-collate.h"

#include <string.h>

static int
sign (int value)
{
  return (value > 0) - (value < 0);
}

static int
compare_keys (const char *a, const char *b)
{
  g_autoptr (GBytes) x = sutra_collate_key (a);
  g_autoptr (GBytes) y = sutra_collate_key (b);

  return sign (g_bytes_compare (x, y));
}

static void
assert_before (const char *a, const char *b)
{
  g_assert_cmpint (sutra_collate (a, b), <, 0);
  g_assert_cmpint (sutra_collate (b, a), >, 0);
  g_assert_cmpint (compare_keys (a, b), <, 0);
}

static void
test_bengali (void)
{
  static const char *const ordered[] = { "অ", "আ", "ক", "কং", "কঃ", "কঁ", "কা", "ক্ষ", "খ", "ঙ", "চ", "ত", "ৎ", "থ", "ব", "র", "ৰ", "হ" };

  for (guint i = 1; i < G_N_ELEMENTS (ordered); i++)
    assert_before (ordered[i - 1], ordered[i]);
  /* By code point U+09CE would come after U+09B9, so the order is not that of code points. */
  assert_before ("সৎ", "হ");
  assert_before ("ৎ", "থ");
}

static void
test_numeric (void)
{
  assert_before ("ধারা ২", "ধারা ১০");
  assert_before ("Article 9", "Article 10");
  assert_before ("ধারা ৯৯", "ধারা ১০০");
  assert_before ("১ষ", "১২");
  assert_before ("1a", "1২");
}

static void
test_latin (void)
{
  assert_before ("Astana", "zoo");
  assert_before ("astana", "Zoo");
  assert_before ("😀", "ক");
  /* The same letter with its two marks in either order: what decides is the case of the next one. */
  assert_before ("e\xcc\x81\xcc\xa3x", "e\xcc\xa3\xcc\x81X");
  assert_before ("e\xcc\xa3\xcc\x81x", "e\xcc\x81\xcc\xa3X");
}

/* Equal to the collation, yet not the same string: always the same way round. */
static void
test_ties (void)
{
  assert_before ("য\xe0\xa6\xbc", "\xe0\xa7\x9f"); /* ya + nukta, precomposed yya */
}

static void
test_null (void)
{
  g_assert_cmpint (sutra_collate (NULL, NULL), ==, 0);
  g_assert_cmpint (sutra_collate (NULL, ""), ==, 0);
  g_assert_cmpint (compare_keys (NULL, ""), ==, 0);
  assert_before (NULL, "ক");
}

static char *
random_name (void)
{
  static const char *const pieces[] = { "ক",
                                        "্",
                                        "ষ",
                                        "া",
                                        "ি",
                                        "ে",
                                        "য\xe0\xa6\xbc",
                                        "\xe0\xa7\x9f",
                                        "ৎ",
                                        "ং",
                                        "\xe2\x80\x8c",
                                        "\xe2\x80\x8d",
                                        "১",
                                        "0",
                                        "২",
                                        "9",
                                        " ",
                                        "-",
                                        "a",
                                        "B",
                                        "é",
                                        "e\xcc\x81",
                                        "😀",
                                        "\xcc\x81",
                                        "\xff",
                                        "\xe0\xa6",
                                        "\t" };
  GString *name = g_string_new (NULL);
  int n = g_test_rand_int_range (0, 9);

  for (int i = 0; i < n; i++)
    g_string_append (name, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
  return g_string_free (name, FALSE);
}

/* The order is total, transitive, and the same by key, for faulty UTF-8 too. */
static void
test_keys_agree (void)
{
  for (guint i = 0; i < 20000; i++)
    {
      g_autofree char *a = random_name ();
      g_autofree char *b = random_name ();
      g_autofree char *c = random_name ();
      int order = sign (sutra_collate (a, b));

      g_assert_cmpint (order, ==, compare_keys (a, b));
      g_assert_cmpint (order, ==, -sign (sutra_collate (b, a)));
      g_assert_cmpint (order == 0, ==, strcmp (a, b) == 0);
      if (order <= 0 && sutra_collate (b, c) <= 0)
        g_assert_cmpint (sutra_collate (a, c), <=, 0);
    }
}

static gpointer
collate_thread (gpointer data)
{
  const char *const *names = data;
  GString *orders = g_string_new (NULL);

  for (guint round = 0; round < 5; round++)
    for (guint i = 0; names[i] != NULL; i++)
      for (guint j = 0; names[j] != NULL; j++)
        g_string_append_c (orders, (char) ('1' + sign (sutra_collate (names[i], names[j]))));
  return g_string_free (orders, FALSE);
}

static void
test_threads (void)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *expected = NULL;
  GThread *threads[8];

  for (guint i = 0; i < 60; i++)
    g_ptr_array_add (names, random_name ());
  g_ptr_array_add (names, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("collate", collate_thread, names->pdata);
  expected = collate_thread (names->pdata);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    {
      g_autofree char *got = g_thread_join (threads[i]);

      g_assert_cmpstr (got, ==, expected);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  /* First, so that the threads race for the first use. */
  g_test_add_func ("/collate/threads", test_threads);
  g_test_add_func ("/collate/bengali", test_bengali);
  g_test_add_func ("/collate/numeric", test_numeric);
  g_test_add_func ("/collate/latin", test_latin);
  g_test_add_func ("/collate/ties", test_ties);
  g_test_add_func ("/collate/null", test_null);
  g_test_add_func ("/collate/keys-agree", test_keys_agree);
  return g_test_run ();
}
