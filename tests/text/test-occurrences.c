/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-akshara.h"
#include "sutra-find.h"
#include "sutra-occurrences.h"
#include "sutra-words.h"

#include "soup.h"

#include <string.h>

/* @string with each occurrence as ⟨name·suffix⟩, ⟨?…⟩ if it is not sure. */
static char *
marked (SutraText *text, const char *const *names)
{
  g_autoptr (GArray) found = sutra_occurrences_find (text, names, NULL, NULL);
  GString *result = g_string_new (NULL);
  g_autofree char *rest = NULL;
  gsize at = 0;

  for (guint i = 0; i < found->len; i++)
    {
      SutraOccurrence o = g_array_index (found, SutraOccurrence, i);
      g_autofree char *between = sutra_text_slice (text, at, o.start), *stem = sutra_text_slice (text, o.start, o.stem_end),
                      *suffix = sutra_text_slice (text, o.stem_end, o.end);

      g_assert_cmpuint (at, <=, o.start);
      g_assert_cmpuint (o.start, <, o.stem_end);
      g_assert_cmpuint (o.stem_end, <=, o.end);
      g_string_append_printf (result, "%s⟨%s%s%s%s⟩", between, o.sure ? "" : "?", stem, suffix[0] != '\0' ? "·" : "", suffix);
      at = o.end;
    }
  rest = sutra_text_slice (text, at, sutra_text_get_length (text));
  g_string_append (result, rest);
  return g_string_free (result, FALSE);
}

/* @names are separated by ";". */
static void
check (const char *names, const char *expected)
{
  g_auto (GStrv) list = g_strsplit (names, ";", -1);
  g_autoptr (GString) plain = g_string_new (expected);
  g_autoptr (SutraText) text = NULL;
  g_autofree char *got = NULL;

  g_string_replace (plain, "⟨?", "", 0);
  g_string_replace (plain, "⟨", "", 0);
  g_string_replace (plain, "⟩", "", 0);
  g_string_replace (plain, "·", "", 0);
  text = sutra_text_new_from_string (plain->str);
  got = marked (text, (const char *const *) list);
  g_assert_cmpstr (got, ==, expected);
}

static void
test_inflected (void)
{
  check ("কাজাখস্তান", "😀 ⟨কাজাখস্তান⟩ ⟨কাজাখস্তান·ের⟩ ⟨কাজাখস্তান·ে⟩ ⟨কাজাখস্তান·কে⟩ ⟨কাজাখস্তান·ও⟩ ⟨কাজাখস্তান·েরই⟩ ⟨কাজাখস্তান·সহ⟩।");
  check ("ঢাকা", "⟨ঢাকা·র⟩ ⟨ঢাকা·য়⟩ ⟨ঢাকা·য\u09bc⟩ ⟨ঢাকা·তে⟩ ⟨ঢাকা·কেও⟩ ⟨ঢাকা·ই⟩ ঢাকী");
  check ("সাংবাদিক",
         "⟨সাংবাদিক·রা⟩ ⟨সাংবাদিক·দের⟩ ⟨সাংবাদিক·দেরকেই⟩ ⟨সাংবাদিক·েরা⟩ ⟨সাংবাদিক·টি⟩ ⟨সাংবাদিক·গুলোর⟩ ⟨সাংবাদিক·গণের⟩ সাংবাদিকতা");
  check ("বেইজিং", "⟨বেইজিং⟩ ⟨বেইজিং·য়ে⟩ ⟨বেইজিং·য়ের⟩ ⟨বেইজিঙ·ে⟩ ⟨বেইজিঙ·ের⟩ বেইজিঙ");
  check ("বিদ্যুৎ", "⟨বিদ্যুৎ⟩ ⟨বিদ্যুত·ের⟩ ⟨বিদ্যুৎ·টি⟩ ⟨বিদ্যুত্⟩");
  check ("নওগাঁ", "⟨নওগাঁ·র⟩ ⟨নওগাঁ·য়⟩ ⟨নওগাঁ·য়ের⟩");
  check ("দুবাই", "⟨দুবাই·য়ে⟩ ⟨দুবাই·য়ের⟩ ⟨দুবাই·র⟩ ⟨দুবাই·কে⟩");
  check ("বিএনপি", "⟨বিএনপি·র⟩ ⟨বিএনপি·কে⟩ ⟨বিএনপি·তে⟩");
  check ("ভারত", "ভারতীয় ভারতীয়রা ভারতি ⟨ভারত·ে⟩ ⟨?ভারত·বিরোধী⟩ ⟨?ভারত·বিরোধীদের⟩");
  check ("শ্রীলঙ্কা;সিলেট", "⟨শ্রীলঙ্কা·রটি⟩ ⟨সিলেট·েরটিকে⟩ ⟨সিলেট·েরটির⟩");
  check ("মন্ত্রী", "⟨মন্ত্রী·দেরও⟩ ⟨মন্ত্রী·টিকেই⟩ ⟨মন্ত্রী·গণেরও⟩ ⟨মন্ত্রী·দেরকেই⟩ ⟨মন্ত্রী·সমেত⟩ ⟨মন্ত্রী·সহই⟩");
  check ("আগারগাঁও", "⟨আগারগাঁও·য়ের⟩ ⟨আগারগাঁও·য়ে⟩ ⟨আগারগাঁও·ই⟩");
  check ("সোনারগাঁ", "⟨?সোনারগাঁ·ও⟩ ⟨সোনারগাঁ·য়ে⟩");
  check ("কাঠমান্ডু", "⟨কাঠমান্ডু·র⟩ ⟨কাঠমান্ডু·তেই⟩");
}

static void
test_joined (void)
{
  check ("এমইএ", "⟨এমইএ· -এর⟩ মতে, (⟨এমইএ⟩) ⟨এমইএ⟩");
  check ("এসসিও", "⟨এসসিও·-র⟩ মতো ⟨এসসিও·-এর⟩, ⟨এসসিও·‑কে⟩");
  check ("জেডব্লিউজি", "⟨জেডব্লিউজি·-এর⟩ ৬ তম");
  check ("২০২৪", "⟨২০২৪·-এ⟩ ২০২৪৫ ⟨2024⟩");
  check ("অ্যাক্সারসাইজ কাজিন্দ -২০২৩", "'⟨অ্যাক্সারসাইজ কাজিন্দ -২০২৩·'-এর⟩ ৭ তম");
  check ("ভারত", "⟨ভারত·-এর⟩ ⟨ভারত·'র⟩ ⟨ভারত·’র⟩ “⟨ভারত·”-এর⟩ \"⟨ভারত⟩\"");
  check ("ভারত", "⟨ভারত⟩-কাজাখস্তান আফ-⟨ভারত⟩ পাক/⟨ভারত⟩/চীন ⟨ভারত⟩ - ও");
  check ("ভারত", "'⟨ভারত⟩'মুখর ভারত'মুখর '⟨?ভারত·'পন্থী⟩ \"⟨ভারত⟩\"");
  check ("এমইএ", "বিদেশ মন্ত্রক (⟨এমইএ·)-র⟩ মতে (⟨এমইএ·)-এর⟩ (⟨এমইএ·)কে⟩ (⟨এমইএ⟩) (⟨এমইএ⟩)রকম (আগের ⟨এমইএ⟩)-র");
  check ("বিদেশ মন্ত্রক (এমইএ)", "⟨বিদেশ মন্ত্রক (এমইএ)·-র⟩ ⟨বিদেশ মন্ত্রক (এমইএ)·র⟩ ⟨বিদেশ মন্ত্রক (এমইএ)⟩রকম");
  check ("গাজী;বিএনপি", "⟨গাজী⟩—এই ⟨গাজী⟩-এ ⟨গাজী·-এর⟩ ⟨?বিএনপি·-এই⟩ ⟨বিএনপি·-এ⟩");
  check ("জিয়া;ঢাকা", "⟨?জিয়া·র⟩ উদ্দিন ⟨জিয়া·র⟩ মতে ⟨?ঢাকা·র⟩ রহমানের ⟨ঢাকা·র⟩");
  check ("মধ্য এশিয়া;ভারত", "⟨ভারত⟩-⟨মধ্য এশিয়া⟩ ⟨মধ্য  এশিয়া·য়⟩ মধ্য\nএশিয়া");
}

static void
test_refused (void)
{
  check ("চাঁদ", "চাঁদপুর চাঁদনগর চাঁদগঞ্জ");
  check ("রহমান", "রহমানী ⟨রহমান⟩ রহমানুল রহমানউদ্দিন");
  check ("জন", "জনক জনকে");
  check ("টেন", "টেনে");
  check ("সের", "সেরে");
  check ("মার", "মারে");
  check ("প্রাচী", "প্রাচীর");
  check ("প্রভা", "প্রভাতে");
  check ("খাঁ", "খাঁটি");
  check ("চাচা", "চাচাতো");
  check ("কুড়ি", "কুড়িয়ে");
  check ("রহমত", "রহমতে");
  check ("দাবা", "দাবার");
  check ("পলক", "পলকে");
  check ("দক্ষিণ", "দক্ষিণে");
  check ("সাগর", "⟨সাগর·ে⟩");
  check ("রআন", "কু’রআন");
  check ("কু", "কু’রআন");
  check ("ইউ", "ইউ.এন");
  check ("ড", "ড় ড\u09bc");
  check ("কে", "কো ⟨?কে⟩");
  check ("কাজাখ", "কাজাখস্তান উকাজাখ");
  check ("", "ক");
  check ("\u200b; ", "ক খ");
  check ("এনজি", "⟨?এনজি·ও⟩");
}

static void
test_longest (void)
{
  check ("ভারত;ভারত প্রজাতন্ত্র;প্রজাতন্ত্র", "⟨ভারত প্রজাতন্ত্র·ের⟩ ⟨ভারত⟩ প্রজা ⟨প্রজাতন্ত্র·ের⟩");
  check ("অজিত;অজিত ডোভাল;ডোভাল", "⟨অজিত ডোভাল⟩ ⟨ডোভাল·ের⟩ ⟨অজিত⟩");
  check ("ক;ক", "⟨?ক⟩");
  check ("নিরাপত্তা পরিষদ;নিরাপত্তা", "⟨নিরাপত্তা⟩ পরিষদীয়");
}

static void
test_english (void)
{
  check ("Kazakhstan", "⟨Kazakhstan⟩ ⟨Kazakhstan·'s⟩ ⟨KAZAKHSTAN·’s⟩ Kazakhstani '⟨Kazakhstan·'s⟩ ⟨Kazakhstan·-এর⟩");
  check ("NATO", "⟨NATO·-র⟩ ⟨NATO·র⟩ NATOs ⟨NATO⟩-led (⟨NATO⟩)");
  check ("Airlines", "⟨Airlines·'⟩ fleet, the ⟨Airlines·’⟩ staff, 'United ⟨Airlines⟩' and ⟨Airlines·'s⟩ 'x' ⟨Airlines·'⟩ ‘the ⟨Airlines⟩’");
  check ("UN", "⟨?UN⟩ sun UNITED");
}

static void
check_count (SutraText *text, const char *name, guint n_total, guint n_bare)
{
  const char *names[] = { name, NULL };
  g_autoptr (GArray) found = sutra_occurrences_find (text, names, NULL, NULL);
  guint bare = 0;

  g_assert_cmpuint (found->len, ==, n_total);
  for (guint i = 0; i < found->len; i++)
    {
      SutraOccurrence o = g_array_index (found, SutraOccurrence, i);
      g_autofree char *stem = sutra_text_slice (text, o.start, o.stem_end);

      g_assert_cmpstr (stem, ==, name);
      g_assert_true (sutra_akshara_is_boundary (text, o.start));
      g_assert_true (sutra_akshara_is_boundary (text, o.end));
      bare += o.stem_end == o.end;
    }
  g_assert_cmpuint (bare, ==, n_bare);
}

static void
test_corpus (void)
{
  g_autofree char *contents = corpus_load ("reference-article.txt");
  g_autoptr (SutraText) text = NULL;
  g_autoptr (GArray) compound = NULL;
  static const char *const kazakhstan[] = { "কাজাখস্তান", NULL };
  guint in_compound = 0;

  if (contents == NULL)
    return;
  text = sutra_text_new_from_string (contents);
  check_count (text, "কাজাখস্তান", 8, 4);
  check_count (text, "আস্তানা", 2, 0);
  check_count (text, "ওটার", 1, 0);
  check_count (text, "এমইএ", 3, 2);
  check_count (text, "এসসিও", 1, 0);
  check_count (text, "জেডব্লিউজি", 1, 0);
  check_count (text, "মধ্য এশিয়া", 2, 2);
  check_count (text, "অ্যাক্সারসাইজ কাজিন্দ -২০২৩", 1, 0);
  check_count (text, "পররাষ্ট্র মন্ত্রণালয়", 2, 0);
  compound = sutra_occurrences_find (text, kazakhstan, NULL, NULL);
  for (guint i = 0; i < compound->len; i++)
    {
      SutraOccurrence o = g_array_index (compound, SutraOccurrence, i);

      g_assert_true (o.sure);
      in_compound += o.start > 0 && sutra_text_char_at (text, o.start - 1) == '-';
    }
  g_assert_cmpuint (in_compound, ==, 1);
}

/* Whatever is found is found by plain search too, has akshara edges, and follows what was found before it. */
static void
test_soup (void)
{
  guint n = 0;

  for (int i = 0; i < 3000; i++)
    {
      g_autofree char *string = soup_new (60);
      g_autoptr (SutraText) text = sutra_text_new_from_string (string);
      gsize from = (gsize) g_test_rand_int_range (0, (gint32) sutra_text_get_length (text) + 1);
      g_autofree char *first = sutra_text_slice (text, from, from + 1 + (gsize) g_test_rand_int_range (0, 4));
      g_autofree char *second = sutra_text_slice (text, from, from + 6);
      const char *names[] = { first, second, NULL };
      g_autoptr (GArray) found = sutra_occurrences_find (text, names, NULL, NULL);

      n += found->len;
      for (guint k = 0; k < found->len; k++)
        {
          SutraOccurrence o = g_array_index (found, SutraOccurrence, k);

          g_assert_cmpuint (o.name, <, 2);
          g_assert_cmpuint (o.start, <, o.stem_end);
          g_assert_cmpuint (o.stem_end, <=, o.end);
          g_assert_cmpuint (o.end, <=, sutra_text_get_length (text));
          g_assert_true (sutra_akshara_is_boundary (text, o.start));
          g_assert_true (sutra_akshara_is_boundary (text, o.end));
          if (k > 0)
            g_assert_cmpuint (o.start, >=, g_array_index (found, SutraOccurrence, k - 1).end);
        }
    }
  g_assert_cmpuint (n, >, 100);
}

/* Many names at once give what each gives alone. */
static void
test_many (void)
{
  GString *string = g_string_new ("😀 ");
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (SutraText) text = NULL;
  g_autoptr (GArray) all = NULL;

  for (guint i = 0; i < 2000; i++)
    {
      char *name = g_strdup_printf ("নাম%cক%u", 'a' + (int) (i % 26), i);

      g_string_append_printf (string, "%s-এর ক্ষমা ", name);
      g_ptr_array_add (names, name);
    }
  g_ptr_array_add (names, NULL);
  text = sutra_text_new_from_string (string->str);
  g_string_free (string, TRUE);
  all = sutra_occurrences_find (text, (const char *const *) names->pdata, NULL, NULL);
  g_assert_cmpuint (all->len, ==, 2000);
  for (guint i = 0; i < all->len; i++)
    {
      SutraOccurrence o = g_array_index (all, SutraOccurrence, i);
      g_autofree char *stem = sutra_text_slice (text, o.start, o.stem_end);

      g_assert_cmpuint (o.name, ==, i);
      g_assert_cmpstr (stem, ==, g_ptr_array_index (names, i));
      g_assert_cmpuint (o.end - o.stem_end, ==, 3);
    }
}

static gpointer
find_in_thread (gpointer data)
{
  static const char *const names[] = { "কাজাখস্তান", "ঢাকা", NULL };
  g_autoptr (GArray) found = sutra_occurrences_find (data, names, NULL, NULL);
  g_autoptr (GArray) ranges = sutra_find_all (data, "ক্ষমা", NULL, NULL);
  gsize start, end;

  g_assert_true (sutra_words_at (data, 2, &start, &end));
  g_assert_cmpuint (end, ==, 14);
  return GUINT_TO_POINTER (found->len * 100000 + ranges->len);
}

/* One text, many threads. */
static void
test_threads (void)
{
  GString *string = g_string_new (NULL);
  g_autoptr (SutraText) text = NULL;
  GThread *threads[6];

  for (int i = 0; i < 2000; i++)
    g_string_append (string, "😀 কাজাখস্তানের ঢাকায় ক্ষমা\n");
  text = sutra_text_new_from_string (string->str);
  g_string_free (string, TRUE);
  for (gsize i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("find", find_in_thread, text);
  for (gsize i = 0; i < G_N_ELEMENTS (threads); i++)
    g_assert_cmpuint (GPOINTER_TO_UINT (g_thread_join (threads[i])), ==, 4000 * 100000 + 2000);
}

static void
test_cancelled (void)
{
  g_autoptr (SutraText) text = sutra_text_new_from_string ("ক");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  const char *names[] = { "ক", NULL };

  g_cancellable_cancel (cancellable);
  g_assert_null (sutra_occurrences_find (text, names, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text/occurrences/inflected", test_inflected);
  g_test_add_func ("/text/occurrences/joined", test_joined);
  g_test_add_func ("/text/occurrences/refused", test_refused);
  g_test_add_func ("/text/occurrences/longest", test_longest);
  g_test_add_func ("/text/occurrences/english", test_english);
  g_test_add_func ("/text/occurrences/corpus", test_corpus);
  g_test_add_func ("/text/occurrences/soup", test_soup);
  g_test_add_func ("/text/occurrences/many", test_many);
  g_test_add_func ("/text/occurrences/threads", test_threads);
  g_test_add_func ("/text/occurrences/cancelled", test_cancelled);
  return g_test_run ();
}
