/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-akshara.h"
#include "sutra-find.h"
#include "sutra-fold.h"

#include "soup.h"

#include <string.h>

/* @string with each hit between ⟨ and ⟩. */
static char *
marked (const char *string, const char *query)
{
  g_autoptr (SutraText) text = sutra_text_new_from_string (string);
  g_autoptr (GArray) ranges = sutra_find_all (text, query, NULL, NULL);
  GString *result = g_string_new (NULL);
  gsize at = 0;

  for (guint i = 0; i < ranges->len; i++)
    {
      SutraRange range = g_array_index (ranges, SutraRange, i);
      g_autofree char *between = sutra_text_slice (text, at, range.start), *hit = sutra_text_slice (text, range.start, range.end);

      g_assert_cmpuint (at, <=, range.start);
      g_assert_cmpuint (range.start, <, range.end);
      g_string_append_printf (result, "%s⟨%s⟩", between, hit);
      at = range.end;
    }
  {
    g_autofree char *rest = sutra_text_slice (text, at, sutra_text_get_length (text));

    g_string_append (result, rest);
  }
  return g_string_free (result, FALSE);
}

static void
check (const char *query, const char *expected)
{
  g_autoptr (GString) plain = g_string_new (expected);
  g_autofree char *got = NULL;

  g_string_replace (plain, "⟨", "", 0);
  g_string_replace (plain, "⟩", "", 0);
  got = marked (plain->str, query);
  g_assert_cmpstr (got, ==, expected);
}

static void
test_table (void)
{
  check ("কাজাখস্তান", "😀 ⟨কাজাখস্তানে⟩র, ভারত-⟨কাজাখস্তান⟩ 😀");
  check ("য়েছে", "র⟨\u09dfেছে⟩ র⟨যে\u09bcছে⟩ র⟨য\u09bcেছে⟩");
  check ("2023", "⟨২০২৩⟩ সালে ⟨2023⟩ ও ২০২৪");
  check ("ড", "⟨ডা⟩কা \u09dcা ড\u09bcা");
  check ("\u09dc", "ডা ⟨\u09dcা⟩ ⟨ড\u09bcা⟩");
  check ("কে", "⟨কে⟩ কো কৌ কা\u09c7");
  check ("কো", "কে ⟨কো⟩ ⟨ক\u09be\u09c7⟩");
  check ("র্যাব", "⟨র\u200d্যাব⟩ ⟨র\u200c্যাব⟩ ⟨র্যাব⟩");
  check ("ষ", "⟨ক্ষ⟩মা ⟨ষ⟩");
  check ("ক", "⟨ক্ক⟩ ⟨কা⟩⟨ক⟩");
  check ("মধ্য এশিয়া", "ভারত-⟨মধ্য \u00a0 এশি\u09dfা⟩ মধ্য\nএশিয়া");
  check ("মধ্য   এশিয়া", "⟨মধ্য এশিয়া⟩");
  check (" ও ", "ভারত⟨ ও ⟩কাজাখ ওটার");
  check ("a.b", "xa-b ⟨A.B⟩");
  check ("aa", "⟨aa⟩⟨aa⟩a");
  check ("aab", "a⟨aab⟩ aaa⟨aab⟩");
  check ("।", "ক⟨।⟩ খ⟨\u09f7⟩ গ ⟨|⟩ ৫|৬ ॥");
  check ("|", "ক⟨।⟩ গ ⟨|⟩ ৫⟨|⟩৬ ॥");
  check ("| গ", "ক ⟨। গ⟩ ৫⟨| গ⟩");
  check ("😀", "⟨😀⟩ক⟨😀⟩");
  check ("নেই", "ক্ষমা");
  check ("", "ক্ষমা");
  check ("\u200b\u200d", "ক্ষমা");
  check ("দীর্ঘ প্রশ্ন যা পাঠের চেয়ে বড়", "ক্ষ");
  check ("É", "⟨e\u0301⟩t⟨é⟩ ⟨É⟩");
}

/* The folded query (without white space) compared at every place of the folded text. */
static GArray *
find_naively (SutraText *text, const char *query)
{
  g_autoptr (SutraFold) hay = sutra_fold_new (sutra_text_get_utf8 (text, NULL), -1);
  g_autoptr (SutraFold) needle = sutra_fold_new (query, -1);
  GArray *ranges = g_array_new (FALSE, FALSE, sizeof (SutraRange));
  gsize last = 0;

  for (gsize i = 0; needle->length > 0 && i + needle->length <= hay->length;)
    {
      gsize to = i + needle->length, start, end;
      const gunichar *key = hay->key;
      SutraRange range;

      if (memcmp (key + i, needle->key, needle->length * sizeof (gunichar)) != 0 || key[to] == 0x9bc ||
          (key[to - 1] == 0x9c7 && (key[to] == 0x9be || key[to] == 0x9d7)) ||
          (i > 0 && key[i - 1] == 0x9c7 && (key[i] == 0x9be || key[i] == 0x9d7)))
        {
          i++;
          continue;
        }
      sutra_fold_to_source (hay, i, to, &start, &end);
      range.start = (guint32) sutra_akshara_floor (text, start);
      range.end = (guint32) sutra_akshara_ceil (text, end);
      if (range.start >= last)
        {
          g_array_append_val (ranges, range);
          last = range.end;
        }
      i = to;
    }
  return ranges;
}

static void
test_soup (void)
{
  guint n_hits = 0;

  for (int i = 0; i < 3000; i++)
    {
      g_autofree char *string = soup_new (60);
      g_autoptr (SutraText) text = sutra_text_new_from_string (string);
      gsize from = (gsize) g_test_rand_int_range (0, (gint32) sutra_text_get_length (text) + 1);
      g_autofree char *slice = sutra_text_slice (text, from, from + 1 + (gsize) g_test_rand_int_range (0, 4));
      g_auto (GStrv) parts = g_strsplit_set (slice, " \n|", 2);
      const char *query = parts[0] != NULL ? parts[0] : "";
      g_autoptr (GArray) expected = NULL, got = NULL;

      if (strstr (query, "\u00a0") != NULL || strstr (query, "\u202f") != NULL || strstr (query, "\uf06c") != NULL)
        continue;
      expected = find_naively (text, query);
      got = sutra_find_all (text, query, NULL, NULL);
      g_assert_cmpmem (got->data, got->len * sizeof (SutraRange), expected->data, expected->len * sizeof (SutraRange));
      n_hits += got->len;
    }
  g_assert_cmpuint (n_hits, >, 500);
}

static void
test_cancelled (void)
{
  g_autoptr (SutraText) text = sutra_text_new_from_string ("ক");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (sutra_find_all (text, "ক", cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* A needle and a hay on which comparison at each place needs 10^11 steps. */
static void
test_linear (void)
{
  g_autofree char *hay = g_strnfill (1000000, 'a'), *tail = g_strnfill (100000, 'a'), *needle = g_strconcat (tail, "b", NULL);
  g_autoptr (SutraText) text = sutra_text_new_from_string (hay);
  g_autoptr (GArray) ranges = sutra_find_all (text, needle, NULL, NULL);

  g_assert_cmpuint (ranges->len, ==, 0);
}

static void
test_corpus (void)
{
  g_autofree char *contents = corpus_load ("reference-article.txt");
  g_autoptr (SutraText) text = NULL;
  static const struct
  {
    const char *query;
    guint n;
  } expected[] = { { "কাজাখস্তান", 8 }, { "আস্তানা", 2 }, { "র\u200d্যাডিক্যালাইজেশন", 1 }, { "বলেছে।", 1 }, { "2023", 3 }, { "|", 16 } };

  if (contents == NULL)
    return;
  text = sutra_text_new_from_string (contents);
  for (gsize i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_autoptr (GArray) ranges = sutra_find_all (text, expected[i].query, NULL, NULL);

      g_assert_cmpuint (ranges->len, ==, expected[i].n);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text/find/table", test_table);
  g_test_add_func ("/text/find/soup", test_soup);
  g_test_add_func ("/text/find/cancelled", test_cancelled);
  g_test_add_func ("/text/find/linear", test_linear);
  g_test_add_func ("/text/find/corpus", test_corpus);
  return g_test_run ();
}
