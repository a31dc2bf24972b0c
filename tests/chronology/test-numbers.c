/* test-numbers.c: numbers with units, and dates that are typed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "sutra-decimal.h"
#include "sutra-edtf-value.h"
#include "sutra-error.h"
#include "sutra-expression.h"

#include <locale.h>
#include <string.h>

static void
test_numbers (void)
{
  /* text, surface, value, unit; a NULL surface: nothing is to be found */
  static const char *const cases[][4] = {
    { "🙂 ক্ষেতে ১২০ জন", "১২০ জন", "120", "জন" },
    { "১০-১২ জনের দল", "১০-১২ জনের", "10/12", "জন" },
    { "৫ থেকে ৭ লাখ টাকা", "৫ থেকে ৭ লাখ টাকা", "500000/700000", "টাকা" },
    { "৩ হাজার ৪৫০ কোটি টাকা", "৩ হাজার ৪৫০ কোটি টাকা", "34500000000", "টাকা" },
    { "১ লাখ ২০ হাজার কোটি টাকার", "১ লাখ ২০ হাজার কোটি টাকার", "1200000000000", "টাকা" },
    { "দুই দশমিক দুই পাঁচ শতাংশ", "দুই দশমিক দুই পাঁচ শতাংশ", "2.25", "%" },
    { "৫০ লাখ মার্কিন ডলারের", "৫০ লাখ মার্কিন ডলারের", "5000000", "মার্কিন ডলার" },
    { "৯৯৯৯৯৯৯৯৯৯৯৯৯৯৯৯৯৯৯৯ জন", NULL, NULL, NULL },
    { "একটি দল", NULL, NULL, NULL },
    { "১টি দল", "১টি", "1", "টি" },
    { "৫ম শ্রেণি, ৮ নম্বর ঘর, কক্ষ ১২ টাকা", NULL, NULL, NULL },
    { "ফোন ০১৭১১-২৩৪৫৬৭, ৪.১২.৩, ১০:৩০, ৩/৪", NULL, NULL, NULL },
    { "৮ এপ্রিল ২০২৪", NULL, NULL, NULL },
    { "$2.5 billion", "$2.5 billion", "2500000000", "$" },
    { "😀 'কাজিন্দ -২০২৩'-এর পরে, চন্দ্রযান -৩", NULL, NULL, NULL },
    { "তাপমাত্রা -৫ ডিগ্রি", "-৫ ডিগ্রি", "-5", "ডিগ্রি" },
    { "সূচক -২.৫ হয়েছে", "-২.৫", "-2.5", NULL },
    { "নয় ছয় করা", NULL, NULL, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (SutraText) text = sutra_text_new_from_string (cases[i][0]);
      g_autoptr (GArray) found = sutra_numbers_read (text, NULL);
      const SutraExpression *e;
      g_autofree char *surface = NULL;

      g_test_message ("%s", cases[i][0]);
      if (cases[i][1] == NULL)
        {
          g_assert_cmpuint (found->len, ==, 0);
          continue;
        }
      g_assert_cmpuint (found->len, >=, 1);
      e = &g_array_index (found, SutraExpression, 0);
      surface = sutra_text_slice (text, e->start, e->end);
      g_assert_cmpstr (surface, ==, cases[i][1]);
      g_assert_cmpstr (e->value, ==, cases[i][2]);
      g_assert_cmpstr (e->unit, ==, cases[i][3]);
      g_assert_cmpint (e->kind, ==, SUTRA_EXPRESSION_NUMBER);
    }
}

/* Sums and products against those of machine numbers; what does not fit changes nothing. */
static void
test_decimal (void)
{
  SutraDecimal full = { 999999999999999999, 0 };

  for (guint round = 0; round < 5000; round++)
    {
      SutraDecimal a = { g_test_rand_int_range (0, 100000), (guint) g_test_rand_int_range (0, 4) };
      SutraDecimal b = { g_test_rand_int_range (0, 100000), (guint) g_test_rand_int_range (0, 4) };
      guint power = (guint) g_test_rand_int_range (0, 8);
      g_autofree char *a_text = sutra_decimal_to_string (a, FALSE), *b_text = sutra_decimal_to_string (b, FALSE), *text = NULL;
      double wanted = (g_ascii_strtod (a_text, NULL) + g_ascii_strtod (b_text, NULL));

      g_assert_true (sutra_decimal_add (&a, b));
      g_assert_true (sutra_decimal_multiply (&a, power));
      while (power-- > 0)
        wanted *= 10;
      text = sutra_decimal_to_string (a, FALSE);
      g_assert_cmpfloat_with_epsilon (g_ascii_strtod (text, NULL), wanted, wanted * 1e-12 + 1e-9);
    }
  g_assert_false (sutra_decimal_multiply (&full, 1));
  g_assert_false (sutra_decimal_add (&full, (SutraDecimal){ 1, 0 }));
  g_assert_false (sutra_decimal_append (&full, 5, 1));
  g_assert_cmpint (full.digits, ==, 999999999999999999);
  g_assert_cmpuint (full.scale, ==, 0);
}

static void
test_typed (void)
{
  static const char *const right[][2] = {
    { "2024-04-08", "2024-04-08" },    { " ৮ এপ্রিল ২০২৪ ", "2024-04-08" }, { "8.4.2024", "2024-04-08" },
    { "last year", "2023" },           { "সত্তরের দশক", "197X" },           { "২০২৪", "2024" },
    { "১৯৭১ থেকে", "1971/.." },        { "since 1971", "1971/.." },        { "1984?/2004~", "1984?/2004~" },
    { "২৫ বৈশাখ ১৪৩১", "2024-05-08" },
  };
  static const char *const wrong[][2] = {
    { "", "Type a date" },
    { "   ", "Type a date" },
    { "কাজাখস্তান", "not understood" },
    { "৮ এপ্রিল ২০২৪ আস্তানায়", "only" },
    { "৩১ ফেব্রুয়ারি ২০২৪", "has 29 days" },
    { "2024-13", "month 13" },
    { "রবিবার, ৮ এপ্রিল ২০২৪", "is a Monday" },
    { "১৪৪৫ হিজরি", "not converted" },
    { "৫ মে ২০২০, ৬ মে ২০২১", "only" },
    { "\xff\xfe", "not text" },
  };
  SutraReadingContext context = { "2024-04-09", "bn" };

  for (gsize i = 0; i < G_N_ELEMENTS (right); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *value = sutra_date_parse_typed (right[i][0], &context, &error);
      g_autofree char *again = NULL;

      g_assert_no_error (error);
      g_assert_cmpstr (value, ==, right[i][1]);
      again = sutra_date_parse_typed (value, NULL, &error);
      g_assert_cmpstr (again, ==, value);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *value = sutra_date_parse_typed (wrong[i][0], &context, &error);

      g_assert_null (value);
      g_assert_error (error, SUTRA_ERROR, SUTRA_ERROR_INVALID);
      g_test_message ("%s", error->message);
      g_assert_nonnull (strstr (error->message, wrong[i][1]));
    }
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chronology/numbers/read", test_numbers);
  g_test_add_func ("/chronology/numbers/decimal", test_decimal);
  g_test_add_func ("/chronology/numbers/typed", test_typed);
  return g_test_run ();
}
