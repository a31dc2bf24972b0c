/* test-expression.c: dates and times as they stand in texts
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "sutra-akshara.h"
#include "sutra-edtf-value.h"
#include "sutra-edtf.h"
#include "sutra-expression.h"

#include <locale.h>

typedef struct
{
  const char *text;
  const char *published;
  const char *language;
  const char *surface;
  const char *value; /* NULL: none, and @state says why */
  SutraExpressionState state;
} Case;

static void
check_case (const Case *c)
{
  g_autoptr (SutraText) text = sutra_text_new_from_string (c->text);
  SutraReadingContext context = { c->published, c->language };
  g_autoptr (GArray) found = sutra_dates_read (text, &context);
  const SutraExpression *e;
  g_autofree char *surface = NULL;

  g_test_message ("%s", c->text);
  if (c->surface == NULL)
    {
      g_assert_cmpuint (found->len, ==, 0);
      return;
    }
  g_assert_cmpuint (found->len, ==, 1);
  e = &g_array_index (found, SutraExpression, 0);
  surface = sutra_text_slice (text, e->start, e->end);
  g_assert_cmpstr (surface, ==, c->surface);
  g_assert_cmpstr (e->value, ==, c->value);
  g_assert_cmpint (e->state, ==, c->state);
  g_assert_nonnull (e->rule);
  if (e->state != SUTRA_EXPRESSION_FINE)
    g_assert_nonnull (e->explanation);
}

static void
test_states (void)
{
  static const Case cases[] = {
    { "🙂 আস্তানায় ৮ এপ্রিল, ২০২৪-এ সভা", NULL, "bn", "৮ এপ্রিল, ২০২৪-এ", "2024-04-08",
      SUTRA_EXPRESSION_FINE },
    { "গত মাসে", NULL, "bn", "গত মাসে", NULL, SUTRA_EXPRESSION_NEEDS_PUBLISHED },
    { "৬ মে", NULL, "bn", "৬ মে", NULL, SUTRA_EXPRESSION_NEEDS_YEAR },
    { "৩২ জানুয়ারি ২০২০", NULL, "bn", "৩২ জানুয়ারি ২০২০", NULL, SUTRA_EXPRESSION_IMPOSSIBLE },
    { "০ মে", "2024-01-01", "bn", "০ মে", NULL, SUTRA_EXPRESSION_IMPOSSIBLE },
    { "০ সাল", NULL, "bn", "০ সাল", NULL, SUTRA_EXPRESSION_IMPOSSIBLE },
    { "৯৯৯৯৯ সাল", NULL, "bn", "৯৯৯৯৯ সাল", NULL, SUTRA_EXPRESSION_IMPOSSIBLE },
    { "রবিবার, ৮ এপ্রিল ২০২৪", NULL, "bn", "রবিবার, ৮ এপ্রিল ২০২৪", "2024-04-08", SUTRA_EXPRESSION_WEEKDAY },
    { "৪/৫/২০২৪", NULL, "bn", "৪/৫/২০২৪", "2024-05-04", SUTRA_EXPRESSION_AMBIGUOUS },
    { "কাল দেখা যাক", "2024-04-10", "bn", "কাল", "2024-04-09", SUTRA_EXPRESSION_AMBIGUOUS },
    { "কাল দেখা হবে", "2024-04-10", "bn", "কাল", "2024-04-11", SUTRA_EXPRESSION_AMBIGUOUS },
    { "১০ মহররম ১৪৪৫ হিজরি", NULL, "bn", "১০ মহররম ১৪৪৫ হিজরি", NULL, SUTRA_EXPRESSION_NOT_CONVERTED },
    { "সকাল ১০টায়", "2024-04-10", "bn", "সকাল ১০টায়", NULL, SUTRA_EXPRESSION_NEEDS_DAY },
    { "পারস্পরিক সুবিধাজনক তারিখে", "2024-04-10", "bn", NULL, NULL, SUTRA_EXPRESSION_FINE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    check_case (&cases[i]);
}

/* One of each kind of form; the frozen sets of tests/quality go through them at length. */
static void
test_forms (void)
{
  static const Case cases[] = {
    { "😀 ক্ষতি: ২০-২৫ দিন আগে", "2024-04-10", "bn", "২০-২৫ দিন আগে", "2024-03-16/2024-03-21", SUTRA_EXPRESSION_FINE },
    { "😀 ১৯২০–৭৫ সময়ে", NULL, "bn", "১৯২০–৭৫", "1920/1975", SUTRA_EXPRESSION_FINE },
    { "১৯৭১-৭২ সালে", NULL, "bn", "১৯৭১-৭২ সালে", "1971/1972", SUTRA_EXPRESSION_FINE },
    { "১৪৩০-৩১ বঙ্গাব্দে", NULL, "bn", "১৪৩০-৩১ বঙ্গাব্দে", "2023-04-14/2025-04-13", SUTRA_EXPRESSION_FINE },
    { "আগামী ১০ তারিখে", "2024-11-21", "bn", "আগামী ১০ তারিখে", "2024-12-10", SUTRA_EXPRESSION_FINE },
    { "গত ৩১ তারিখে", "2024-03-01", "bn", "গত ৩১ তারিখে", "2024-01-31", SUTRA_EXPRESSION_FINE },
    { "আগামী ১০ তারিখে", NULL, "bn", "আগামী ১০ তারিখে", NULL, SUTRA_EXPRESSION_NEEDS_PUBLISHED },
    { "১০ তারিখে সভা", "2024-11-21", "bn", "১০ তারিখে", NULL, SUTRA_EXPRESSION_NEEDS_YEAR },
    { "৩২ তারিখে", NULL, "bn", "৩২ তারিখে", NULL, SUTRA_EXPRESSION_IMPOSSIBLE },
    { "গত শতাব্দীর আশির দশকে", NULL, "bn", "গত শতাব্দীর আশির দশকে", "198X", SUTRA_EXPRESSION_FINE },
    { "উনিশ শতকের ষাটের দশকে", "2024", "bn", "উনিশ শতকের ষাটের দশকে", "186X", SUTRA_EXPRESSION_FINE },
    { "চলতি বছরের প্রথম ছয় মাসে", "2024-11-21", "bn", "চলতি বছরের প্রথম ছয় মাসে", "2024-01/2024-06", SUTRA_EXPRESSION_FINE },
    { "২০২৩ সালের শেষ ৩ মাসে", NULL, "bn", "২০২৩ সালের শেষ ৩ মাসে", "2023-10/2023-12", SUTRA_EXPRESSION_FINE },
    { "জুলাই-আগস্টের আন্দোলনে", "2024-11-21", "bn", "জুলাই-আগস্টের", "2024-07/2024-08", SUTRA_EXPRESSION_FINE },
    { "by mid-2019 all", NULL, "en", "mid-2019", "2019~", SUTRA_EXPRESSION_FINE },
    { "২৫ ফেব্রুয়ারি শুনানি হয়েছিল।", "2024-11-20", "bn", "২৫ ফেব্রুয়ারি", "2024-02-25", SUTRA_EXPRESSION_FINE },
    { "২৫ ফেব্রুয়ারি শুনানি। আগে হয়েছিল।", "2024-11-20", "bn", "২৫ ফেব্রুয়ারি", "2025-02-25", SUTRA_EXPRESSION_FINE },
    { "They met Mr. Roy on Friday. He will go", "2024-11-21", "en", "Friday", "2024-11-15", SUTRA_EXPRESSION_FINE },
    { "ওই বছরের ১৭ জুন সব ডোবে", "2024-06-20", "bn", "ওই বছরের ১৭ জুন", NULL, SUTRA_EXPRESSION_NEEDS_YEAR },
    { "২০২৪ সাল, ৫ মে", NULL, "bn", "২০২৪ সাল, ৫ মে", "2024-05-05", SUTRA_EXPRESSION_FINE },
    { "মাসখানেক আগে", "2024-04-10", "bn", "মাসখানেক আগে", "2024-03~", SUTRA_EXPRESSION_FINE },
    { "২০২৪ অর্থবছরে", NULL, "bn", "২০২৪ অর্থবছরে", "2023-07-01/2024-06-30", SUTRA_EXPRESSION_AMBIGUOUS },
    { "চলতি অর্থবছরে", "2024-04-10", "bn-IN", "চলতি অর্থবছরে", "2024-04-01/2025-03-31", SUTRA_EXPRESSION_FINE },
    { "১লা বৈশাখ ১৪৩১ বাংলা", NULL, "bn", "১লা বৈশাখ ১৪৩১ বাংলা", "2024-04-14", SUTRA_EXPRESSION_FINE },
    { "১২ রবিউল আউয়াল ১৪৪৫ হিজরি", NULL, "bn", "১২ রবিউল আউয়াল ১৪৪৫ হিজরি", NULL, SUTRA_EXPRESSION_NOT_CONVERTED },
    { "রোববার দিবাগত রাত সাড়ে ১২টায়", "2024-04-10", "bn", "রোববার দিবাগত রাত সাড়ে ১২টায়", "2024-04-08T00:30:00+06:00",
      SUTRA_EXPRESSION_FINE },
    { "খ্রিস্টপূর্ব তৃতীয় শতকে", NULL, "bn", "খ্রিস্টপূর্ব তৃতীয় শতকে", "-02XX", SUTRA_EXPRESSION_FINE },
    { "চব্বিশের গণ-অভ্যুত্থান", NULL, "bn", "চব্বিশের", "2024", SUTRA_EXPRESSION_FINE },
    { "the mid-1990s", NULL, "en", "mid-1990s", "199X~", SUTRA_EXPRESSION_FINE },
    { "April 8-10, 2024", NULL, "en", "April 8-10, 2024", "2024-04-08/2024-04-10", SUTRA_EXPRESSION_FINE },
    { "FY 2023-24", NULL, "en", "FY 2023-24", "2023-07-01/2024-06-30", SUTRA_EXPRESSION_FINE },
    { "১ ঘণ্টা আগে", "2024-04-10T00:30:00", "bn", "১ ঘণ্টা আগে", "2024-04-09", SUTRA_EXPRESSION_FINE },
    { "Mrs May may march", "2024-04-10", "en", NULL, NULL, SUTRA_EXPRESSION_FINE },
    { "মেয়র মেনে নেন, নয় ছয়", "2024-04-10", "bn", NULL, NULL, SUTRA_EXPRESSION_FINE },
    { "১০.০.০.১ আর ০১৭১১-২৩৪৫৬৭", "2024-04-10", "bn", NULL, NULL, SUTRA_EXPRESSION_FINE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    check_case (&cases[i]);
}

/* A day with a year of its own takes none from before the comma. */
static void
test_two (void)
{
  g_autoptr (SutraText) text = sutra_text_new_from_string ("😀 ২০২৪ সাল, ৫ মে ২০২৩");
  g_autoptr (GArray) found = sutra_dates_read (text, NULL);

  g_assert_cmpuint (found->len, ==, 2);
  g_assert_cmpstr (g_array_index (found, SutraExpression, 0).value, ==, "2024");
  g_assert_cmpstr (g_array_index (found, SutraExpression, 1).value, ==, "2023-05-05");
}

static void
test_fields (void)
{
  g_autoptr (SutraText) text = sutra_text_new_from_string ("😀 ২৫ বৈশাখ ১৪৩১ বঙ্গাব্দের কথা; ৫ মার্চ ২০২৪ রাত ১২টার দিকে; ৬ মে সকালে");
  SutraReadingContext context = { "2024-06-01", "bn-IN" };
  g_autoptr (GArray) found = sutra_dates_read (text, &context);
  const SutraExpression *e = &g_array_index (found, SutraExpression, 0);
  g_autofree char *stem = NULL;

  g_assert_cmpuint (found->len, ==, 3);
  g_assert_cmpuint (e->start, ==, 2);
  stem = sutra_text_slice (text, e->start, e->stem_end);
  g_assert_cmpstr (stem, ==, "২৫ বৈশাখ ১৪৩১ বঙ্গাব্দ");
  g_assert_cmpstr (e->calendar, ==, "bengali-india");
  g_assert_cmpstr (e->original, ==, "1431-01-25");
  g_assert_cmpstr (e->value, ==, "2024-05-08");
  g_assert_null (e->unit);
  e = &g_array_index (found, SutraExpression, 1);
  g_assert_cmpstr (e->value, ==, "2024-03-05");
  g_assert_cmpstr (e->time, ==, "রাত ১২টার");
  e = &g_array_index (found, SutraExpression, 2);
  g_assert_cmpstr (e->value, ==, "2024-05-06");
  g_assert_cmpstr (e->time, ==, "সকালে");
}

static void
check_all (SutraText *text, GArray *found)
{
  gsize last = 0;

  for (guint i = 0; i < found->len; i++)
    {
      const SutraExpression *e = &g_array_index (found, SutraExpression, i);

      g_assert_cmpuint (e->start, >=, last);
      g_assert_cmpuint (e->start, <, e->end);
      g_assert_cmpuint (e->stem_end, >, e->start);
      g_assert_cmpuint (e->stem_end, <=, e->end);
      g_assert_cmpuint (e->end, <=, sutra_text_get_length (text));
      g_assert_true (sutra_akshara_is_boundary (text, e->start));
      g_assert_true (sutra_akshara_is_boundary (text, e->end));
      if (e->kind == SUTRA_EXPRESSION_DATE && e->value != NULL)
        {
          g_autoptr (GError) error = NULL;

          g_assert_true (sutra_edtf_validate (e->value, &error));
          g_assert_no_error (error);
        }
      last = e->end;
    }
}

/* Words of dates in any order: nothing leaves the text, and every value is one. */
static void
test_random (void)
{
  static const char *const pieces[] = {
    "৮",     "২০২৪",  "১৯৭১", "31",     "০",      "এপ্রিল",  "ফেব্রুয়ারি", "মে",     "বৈশাখ",  "সালের", "সাল",      "বঙ্গাব্দ", "খ্রিস্টপূর্ব",
    "থেকে",  "পর্যন্ত", "ও",    "গত",     "আগামী",  "বছর",    "বছরের",    "মাসে",   "সোমবার", "শুক্র",   "সকাল",     "রাত",    "১২টায়",
    "সাড়ে",  "দেড়",   "টা",   "দশকে",   "শতাব্দী", "বিংশ",   "সত্তরের",   "অর্থবছর", "২৩-২৪",  "শীত",   "প্রায়",     "সম্ভবত",  "আগে",
    "দিন",   "পাঁচ",   "একুশে", "তারিখে", "April",  "Monday", "last",     "ago",    "a.m.",   "10:30", "8/4/2024", "1970s",  "century",
    ",",     "-",     "(",    ")",      "'",      "/",      ".",        ":",      "।",      "😀",     "ক্ষ",       "্",       "\n",
    "গতকাল", "পরশু",   "কাল",  "এ",      "হিজরি",  "শকাব্দ",  "দিবাগত",   "কোনো",   "এক",     "এর",    "ই",        "শে",     "লা",
  };
  SutraReadingContext contexts[] = {
    { NULL, NULL }, { "2024-02-29", "bn-IN" }, { "2023", "bn" }, { "9999-12", "en" }, { "0000-01-01", "bn" }
  };

  for (guint round = 0; round < 4000; round++)
    {
      g_autoptr (GString) string = g_string_new (NULL);
      g_autoptr (SutraText) text = NULL;
      g_autoptr (GArray) found = NULL;

      for (int n = g_test_rand_int_range (1, 14); n > 0; n--)
        {
          g_string_append (string, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
          if (g_test_rand_int_range (0, 4) > 0)
            g_string_append_c (string, ' ');
        }
      text = sutra_text_new_from_string (string->str);
      found = sutra_dates_read (text, &contexts[round % G_N_ELEMENTS (contexts)]);
      check_all (text, found);
    }
}

/* 100,000 marks on one letter, a megabyte of the beginnings of dates. */
static void
test_hostile (void)
{
  static const char *const units[] = { "়",     "্",     "৮ ", "৮-",     "২৫, ",       "২৫ ও ",    "গত ", "প্রায় ",
                                       "পাঁচ ", "সাড়ে", "(",  "এপ্রিল ", "১৯৭১ থেকে ", "সোমবার, ", "a " };

  for (gsize i = 0; i < G_N_ELEMENTS (units); i++)
    {
      g_autoptr (GString) string = g_string_new ("ক");
      g_autoptr (SutraText) text = NULL;
      g_autoptr (GArray) found = NULL;

      for (guint n = 0; n < 100000; n++)
        g_string_append (string, units[i]);
      text = sutra_text_new_from_string (string->str);
      found = sutra_dates_read (text, NULL);
      check_all (text, found);
    }
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chronology/expression/states", test_states);
  g_test_add_func ("/chronology/expression/forms", test_forms);
  g_test_add_func ("/chronology/expression/two", test_two);
  g_test_add_func ("/chronology/expression/fields", test_fields);
  g_test_add_func ("/chronology/expression/random", test_random);
  g_test_add_func ("/chronology/expression/hostile", test_hostile);
  return g_test_run ();
}
