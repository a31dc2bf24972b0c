/* test-edtf-format.c: dates in words, in English and in Bengali
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "sutra-edtf-value.h"
#include "sutra-edtf.h"

#include <string.h>

#define SHORT SUTRA_EDTF_FORMAT_SHORT
#define BENGALI SUTRA_EDTF_FORMAT_BENGALI
#define INDIA (SUTRA_EDTF_FORMAT_BENGALI | SUTRA_EDTF_FORMAT_INDIA)
#define WEEKDAY SUTRA_EDTF_FORMAT_WEEKDAY

static const struct
{
  const char *edtf;
  SutraEdtfFormat flags;
  const char *english;
  const char *bengali;
} rows[] = {
  /* Days, months, years */
  { "2024-04-08", 0, "8 April 2024", "৮ এপ্রিল, ২০২৪" },
  { "2024-01-31", 0, "31 January 2024", "৩১ জানুয়ারি, ২০২৪" },
  { "2024-02-29", 0, "29 February 2024", "২৯ ফেব্রুয়ারি, ২০২৪" },
  { "1971-03-26", 0, "26 March 1971", "২৬ মার্চ, ১৯৭১" },
  { "2026-05-01", 0, "1 May 2026", "১ মে, ২০২৬" },
  { "2026-06-10", 0, "10 June 2026", "১০ জুন, ২০২৬" },
  { "2026-07-09", 0, "9 July 2026", "৯ জুলাই, ২০২৬" },
  { "2026-08-15", 0, "15 August 2026", "১৫ আগস্ট, ২০২৬" },
  { "2026-09-30", 0, "30 September 2026", "৩০ সেপ্টেম্বর, ২০২৬" },
  { "2026-10-17", 0, "17 October 2026", "১৭ অক্টোবর, ২০২৬" },
  { "2026-11-11", 0, "11 November 2026", "১১ নভেম্বর, ২০২৬" },
  { "1971-12-16", 0, "16 December 1971", "১৬ ডিসেম্বর, ১৯৭১" },
  { "2024-04", 0, "April 2024", "এপ্রিল ২০২৪" },
  { "2024", 0, "2024", "২০২৪" },
  { "1000", 0, "1000", "১০০০" },
  { "9999", 0, "9999", "৯৯৯৯" },
  { "2024-04-08", SHORT, "8 Apr 2024", "৮ এপ্রি, ২০২৪" },
  { "2024-10-17", SHORT, "17 Oct 2024", "১৭ অক্টো, ২০২৪" },
  { "2024-01", SHORT, "Jan 2024", "জানু ২০২৪" },
  { "2024-04-08", WEEKDAY, "Monday, 8 April 2024", "সোমবার, ৮ এপ্রিল, ২০২৪" },
  { "2024-04-11", WEEKDAY, "Thursday, 11 April 2024", "বৃহস্পতিবার, ১১ এপ্রিল, ২০২৪" },
  { "2024-04-14", WEEKDAY, "Sunday, 14 April 2024", "রবিবার, ১৪ এপ্রিল, ২০২৪" },
  { "2024-04-08", WEEKDAY | SHORT, "Mon, 8 Apr 2024", "সোম, ৮ এপ্রি, ২০২৪" },
  { "2024-04", WEEKDAY, "April 2024", "এপ্রিল ২০২৪" },
  /* Times */
  { "2024-04-08T10:30:00", 0, "8 April 2024, 10:30", "৮ এপ্রিল, ২০২৪, ১০:৩০" },
  { "2024-04-08T10:30:05", 0, "8 April 2024, 10:30:05", "৮ এপ্রিল, ২০২৪, ১০:৩০:০৫" },
  { "2024-04-08T00:00:00Z", 0, "8 April 2024, 00:00 UTC", "৮ এপ্রিল, ২০২৪, ০০:০০ UTC" },
  { "2024-04-08T10:30:00+06:00", 0, "8 April 2024, 10:30 UTC+06:00", "৮ এপ্রিল, ২০২৪, ১০:৩০ UTC+০৬:০০" },
  { "2024-04-08T23:59:59-03:30", 0, "8 April 2024, 23:59:59 UTC-03:30", "৮ এপ্রিল, ২০২৪, ২৩:৫৯:৫৯ UTC-০৩:৩০" },
  { "2024-04-08T10:30:00+05:30", WEEKDAY | SHORT, "Mon, 8 Apr 2024, 10:30 UTC+05:30", "সোম, ৮ এপ্রি, ২০২৪, ১০:৩০ UTC+০৫:৩০" },
  /* Unspecified digits */
  { "197X", 0, "1970s", "১৯৭০-এর দশক" },
  { "201X", 0, "2010s", "২০১০-এর দশক" },
  { "001X", 0, "10s", "১০-এর দশক" },
  { "000X", 0, "1 BC – AD 9", "খ্রিস্টপূর্ব ১ – ৯ খ্রিস্টাব্দ" },
  { "19XX", 0, "20th century", "বিংশ শতাব্দী" },
  { "20XX", 0, "21st century", "একবিংশ শতাব্দী" },
  { "21XX", 0, "22nd century", "২২তম শতাব্দী" },
  { "22XX", 0, "23rd century", "২৩তম শতাব্দী" },
  { "17XX", 0, "18th century", "অষ্টাদশ শতাব্দী" },
  { "10XX", 0, "11th century", "একাদশ শতাব্দী" },
  { "00XX", 0, "1st century", "প্রথম শতাব্দী" },
  { "99XX", 0, "100th century", "১০০তম শতাব্দী" },
  { "-032X", 0, "330–321 BC", "খ্রিস্টপূর্ব ৩৩০–৩২১" },
  { "-03XX", 0, "400–301 BC", "খ্রিস্টপূর্ব ৪০০–৩০১" },
  { "-000X", 0, "10–2 BC", "খ্রিস্টপূর্ব ১০–২" },
  { "2024-04-XX", 0, "a day in April 2024", "২০২৪ সালের এপ্রিলের কোনো এক দিন" },
  { "2024-05-XX", 0, "a day in May 2024", "২০২৪ সালের মে মাসের কোনো এক দিন" },
  { "2024-XX", 0, "a month of 2024", "২০২৪ সালের কোনো এক মাস" },
  { "2024-XX-XX", 0, "a day in 2024", "২০২৪ সালের কোনো এক দিন" },
  /* Uncertain and approximate */
  { "2010~", 0, "about 2010", "আনুমানিক ২০১০" },
  { "2010?", 0, "possibly 2010", "সম্ভবত ২০১০" },
  { "2010%", 0, "possibly about 2010", "সম্ভবত আনুমানিক ২০১০" },
  { "2024-04-08~", 0, "about 8 April 2024", "আনুমানিক ৮ এপ্রিল, ২০২৪" },
  { "2024-04?", 0, "possibly April 2024", "সম্ভবত এপ্রিল ২০২৪" },
  { "197X~", 0, "about the 1970s", "আনুমানিক ১৯৭০-এর দশক" },
  { "19XX?", 0, "possibly the 20th century", "সম্ভবত বিংশ শতাব্দী" },
  { "197X%", 0, "possibly about the 1970s", "সম্ভবত আনুমানিক ১৯৭০-এর দশক" },
  { "2024-04-XX?", 0, "possibly a day in April 2024", "সম্ভবত ২০২৪ সালের এপ্রিলের কোনো এক দিন" },
  /* Seasons */
  { "2024-21", 0, "spring 2024", "বসন্ত ২০২৪" },
  { "2024-22", 0, "summer 2024", "গ্রীষ্ম ২০২৪" },
  { "2024-23", 0, "autumn 2024", "শরৎ ২০২৪" },
  { "2024-24", 0, "winter 2024", "শীত ২০২৪" },
  { "2024-24~", SHORT, "about winter 2024", "আনুমানিক শীত ২০২৪" },
  /* Before Christ, small and long years */
  { "-0325", 0, "326 BC", "খ্রিস্টপূর্ব ৩২৬" },
  { "0000", 0, "1 BC", "খ্রিস্টপূর্ব ১" },
  { "-0001", 0, "2 BC", "খ্রিস্টপূর্ব ২" },
  { "0001", 0, "AD 1", "১ খ্রিস্টাব্দ" },
  { "0476-09-04", 0, "4 September AD 476", "৪ সেপ্টেম্বর, ৪৭৬ খ্রিস্টাব্দ" },
  { "-0325-04", 0, "April 326 BC", "এপ্রিল খ্রিস্টপূর্ব ৩২৬" },
  { "-0325-04-08", 0, "8 April 326 BC", "৮ এপ্রিল, খ্রিস্টপূর্ব ৩২৬" },
  { "-9999", 0, "10,000 BC", "খ্রিস্টপূর্ব ১০,০০০" },
  { "Y10000", 0, "10,000", "১০,০০০" },
  { "Y99999", 0, "99,999", "৯৯,৯৯৯" },
  { "Y100000", 0, "100,000", "১,০০,০০০" },
  { "Y170000002", 0, "170,000,002", "১৭,০০,০০,০০২" },
  { "Y-170000002", 0, "170,000,003 BC", "খ্রিস্টপূর্ব ১৭,০০,০০,০০৩" },
  { "Y999999999999999", 0, "999,999,999,999,999", "৯৯,৯৯,৯৯,৯৯,৯৯,৯৯,৯৯৯" },
  /* Intervals */
  { "2023-10-30/2023-11-11", 0, "30 October – 11 November 2023", "৩০ অক্টোবর – ১১ নভেম্বর, ২০২৩" },
  { "2023-10-30/2023-11-11", SHORT, "30 Oct – 11 Nov 2023", "৩০ অক্টো – ১১ নভে, ২০২৩" },
  { "2023-10-30/2023-11-11", WEEKDAY, "Monday, 30 October – Saturday, 11 November 2023", "সোমবার, ৩০ অক্টোবর – শনিবার, ১১ নভেম্বর, ২০২৩" },
  { "2026-02-25/2026-02-26", 0, "25–26 February 2026", "২৫–২৬ ফেব্রুয়ারি, ২০২৬" },
  { "2026-02-25/2026-02-26", WEEKDAY, "Wednesday, 25 February – Thursday, 26 February 2026",
    "বুধবার, ২৫ ফেব্রুয়ারি – বৃহস্পতিবার, ২৬ ফেব্রুয়ারি, ২০২৬" },
  { "2023-12-30/2024-01-02", 0, "30 December 2023 – 2 January 2024", "৩০ ডিসেম্বর, ২০২৩ – ২ জানুয়ারি, ২০২৪" },
  { "2024-04/2024-06", 0, "April – June 2024", "এপ্রিল – জুন ২০২৪" },
  { "2023-12/2024-06", 0, "December 2023 – June 2024", "ডিসেম্বর ২০২৩ – জুন ২০২৪" },
  { "1971/1975", 0, "1971–1975", "১৯৭১–১৯৭৫" },
  { "-0325/-0300", 0, "326–301 BC", "খ্রিস্টপূর্ব ৩২৬–৩০১" },
  { "-0004/0010", 0, "5 BC – AD 10", "খ্রিস্টপূর্ব ৫ – ১০ খ্রিস্টাব্দ" },
  { "0010/0020", 0, "AD 10 – AD 20", "১০ খ্রিস্টাব্দ – ২০ খ্রিস্টাব্দ" },
  { "2004-02-01/2005", 0, "1 February 2004 – 2005", "১ ফেব্রুয়ারি, ২০০৪ – ২০০৫" },
  { "2004-02-01/2004-04", 0, "1 February 2004 – April 2004", "১ ফেব্রুয়ারি, ২০০৪ – এপ্রিল ২০০৪" },
  { "2024-04-08/2024-04-08", 0, "8 April 2024", "৮ এপ্রিল, ২০২৪" },
  { "2024/2024", 0, "2024", "২০২৪" },
  { "1984~/2004-06", 0, "about 1984 – June 2004", "আনুমানিক ১৯৮৪ – জুন ২০০৪" },
  { "1984?/2004%", 0, "possibly 1984 – possibly about 2004", "সম্ভবত ১৯৮৪ – সম্ভবত আনুমানিক ২০০৪" },
  { "2024-04-08~/2024-04-10", 0, "about 8 April 2024 – 10 April 2024", "আনুমানিক ৮ এপ্রিল, ২০২৪ – ১০ এপ্রিল, ২০২৪" },
  { "2024~/2024?", 0, "about 2024 – possibly 2024", "আনুমানিক ২০২৪ – সম্ভবত ২০২৪" },
  /* Open and unknown ends */
  { "1971/..", 0, "since 1971", "১৯৭১ থেকে" },
  { "../2025", 0, "until 2025", "২০২৫ পর্যন্ত" },
  { "1985-04-12/..", 0, "since 12 April 1985", "১২ এপ্রিল, ১৯৮৫ থেকে" },
  { "../1985-04", 0, "until April 1985", "এপ্রিল ১৯৮৫ পর্যন্ত" },
  { "1985/", 0, "from 1985, end unknown", "১৯৮৫ থেকে, শেষ অজানা" },
  { "/1985", 0, "until 1985, start unknown", "১৯৮৫ পর্যন্ত, শুরু অজানা" },
  { "1984~/..", 0, "since about 1984", "আনুমানিক ১৯৮৪ থেকে" },
  { "../2004-06-11%", SHORT, "until possibly about 11 Jun 2004", "সম্ভবত আনুমানিক ১১ জুন, ২০০৪ পর্যন্ত" },
  /* The Bengali calendar */
  { "2024-04-08", BENGALI, "8 April 2024 (25 Choitro 1430 Bangabda)", "৮ এপ্রিল, ২০২৪ (২৫ চৈত্র ১৪৩০ বঙ্গাব্দ)" },
  { "2024-04-08", INDIA, "8 April 2024 (25 Choitro 1430 Bangabda, ±1 day)", "৮ এপ্রিল, ২০২৪ (২৫ চৈত্র ১৪৩০ বঙ্গাব্দ, ±১ দিন)" },
  { "1952-02-21", BENGALI, "21 February 1952 (8 Falgun 1358 Bangabda, ±1 day)", "২১ ফেব্রুয়ারি, ১৯৫২ (৮ ফাল্গুন ১৩৫৮ বঙ্গাব্দ, ±১ দিন)" },
  { "2024-04-08", WEEKDAY | BENGALI, "Monday, 8 April 2024 (25 Choitro 1430 Bangabda)", "সোমবার, ৮ এপ্রিল, ২০২৪ (২৫ চৈত্র ১৪৩০ বঙ্গাব্দ)" },
  { "2023-10-30/2023-11-11", BENGALI, "30 October – 11 November 2023 (14–26 Kartik 1430 Bangabda)",
    "৩০ অক্টোবর – ১১ নভেম্বর, ২০২৩ (১৪–২৬ কার্তিক ১৪৩০ বঙ্গাব্দ)" },
  { "2024-05-01/2024-05-31", BENGALI, "1–31 May 2024 (18 Boishakh – 17 Joishtho 1431 Bangabda)",
    "১–৩১ মে, ২০২৪ (১৮ বৈশাখ – ১৭ জ্যৈষ্ঠ ১৪৩১ বঙ্গাব্দ)" },
  { "2024-04-13/2024-04-14", BENGALI, "13–14 April 2024 (30 Choitro 1430 – 1 Boishakh 1431 Bangabda)",
    "১৩–১৪ এপ্রিল, ২০২৪ (৩০ চৈত্র ১৪৩০ – ১ বৈশাখ ১৪৩১ বঙ্গাব্দ)" },
  { "2024-04-08/2024-04-08", BENGALI, "8 April 2024 (25 Choitro 1430 Bangabda)", "৮ এপ্রিল, ২০২৪ (২৫ চৈত্র ১৪৩০ বঙ্গাব্দ)" },
  { "2024-04-08/..", BENGALI, "since 8 April 2024 (25 Choitro 1430 Bangabda)", "৮ এপ্রিল, ২০২৪ থেকে (২৫ চৈত্র ১৪৩০ বঙ্গাব্দ)" },
  { "../2024-04-08", BENGALI, "until 8 April 2024 (25 Choitro 1430 Bangabda)", "৮ এপ্রিল, ২০২৪ পর্যন্ত (২৫ চৈত্র ১৪৩০ বঙ্গাব্দ)" },
  { "2024-04-08T10:30:00Z", BENGALI, "8 April 2024, 10:30 UTC (25 Choitro 1430 Bangabda)",
    "৮ এপ্রিল, ২০২৪, ১০:৩০ UTC (২৫ চৈত্র ১৪৩০ বঙ্গাব্দ)" },
  { "2024-04-08~", BENGALI, "about 8 April 2024 (25 Choitro 1430 Bangabda)", "আনুমানিক ৮ এপ্রিল, ২০২৪ (২৫ চৈত্র ১৪৩০ বঙ্গাব্দ)" },
  { "2024-04", BENGALI, "April 2024", "এপ্রিল ২০২৪" },
  { "2024", BENGALI, "2024", "২০২৪" },
  { "2024-04-08/2024", BENGALI, "8 April 2024 – 2024", "৮ এপ্রিল, ২০২৪ – ২০২৪" },
  { "0593-12-31", BENGALI, "31 December AD 593", "৩১ ডিসেম্বর, ৫৯৩ খ্রিস্টাব্দ" },
  { "3000-01-01", BENGALI, "1 January 3000", "১ জানুয়ারি, ৩০০০" },
  { "2024-04-XX", BENGALI, "a day in April 2024", "২০২৪ সালের এপ্রিলের কোনো এক দিন" },
};

static void
check (const SutraEdtf *value, const char *language, SutraEdtfFormat flags, const char *expected)
{
  g_autofree char *got = sutra_edtf_format (value, language, flags);

  g_assert_cmpstr (got, ==, expected);
}

static void
test_rows (void)
{
  g_assert_cmpuint (G_N_ELEMENTS (rows), >=, 80);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      SutraEdtf value;

      g_assert_true (sutra_edtf_parse (rows[i].edtf, &value, NULL));
      check (&value, "en", rows[i].flags, rows[i].english);
      check (&value, "bn", rows[i].flags, rows[i].bengali);
    }
}

static void
test_languages (void)
{
  SutraEdtf value;

  g_assert_true (sutra_edtf_parse ("2024-04-08", &value, NULL));
  check (&value, NULL, 0, "8 April 2024");
  check (&value, "", 0, "8 April 2024");
  check (&value, "de-DE", 0, "8 April 2024");
  check (&value, "bnx", 0, "8 April 2024");
  check (&value, "b", 0, "8 April 2024");
  check (&value, "bn-BD", 0, "৮ এপ্রিল, ২০২৪");
  check (&value, "bn_IN.utf8", 0, "৮ এপ্রিল, ২০২৪");
  check (&value, "BN", 0, "৮ এপ্রিল, ২০২৪");
}

/* Whatever is a date has words, valid UTF-8, of some length, without a digit of the other script or a pattern's leftovers. */
static void
test_everything (void)
{
  static const char *const dates[] = { "2024", "2024-04", "2024-04-08", "2024-04-XX", "2024-XX", "2024-XX-XX", "2024-21",
                                       "201X", "20XX",    "-00XX",      "-0325",      "0000",    "Y-99999",    "2024-04-08T10:30:00Z" };
  static const char *const ends[] = { "", "..", "2024", "2024-04", "2024-04-08", "-0325", "0476-02" };
  static const char *const qualifiers[] = { "", "?", "~", "%" };

  for (guint i = 0; i < G_N_ELEMENTS (dates) + G_N_ELEMENTS (ends) * G_N_ELEMENTS (ends); i++)
    for (guint q = 0; q < G_N_ELEMENTS (qualifiers); q++)
      for (guint flags = 0; flags < 16; flags++)
        {
          guint pair = i - (guint) G_N_ELEMENTS (dates);
          g_autofree char *string = i < G_N_ELEMENTS (dates) ? g_strconcat (dates[i], qualifiers[q], NULL)
                                                             : g_strconcat (ends[pair / G_N_ELEMENTS (ends)], "/",
                                                                            ends[pair % G_N_ELEMENTS (ends)], qualifiers[q], NULL);
          g_autofree char *english = NULL;
          g_autofree char *bengali = NULL;
          SutraEdtf value;

          if (!sutra_edtf_parse (string, &value, NULL))
            continue;
          english = sutra_edtf_format (&value, "en", (SutraEdtfFormat) flags);
          bengali = sutra_edtf_format (&value, "bn", (SutraEdtfFormat) flags);
          g_assert_true (g_utf8_validate (english, -1, NULL) && g_utf8_validate (bengali, -1, NULL));
          g_assert_cmpuint (strlen (english), >, 0);
          g_assert_null (strpbrk (english, "{}"));
          g_assert_null (strpbrk (bengali, "{}0123456789"));
        }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/edtf-format/rows", test_rows);
  g_test_add_func ("/edtf-format/languages", test_languages);
  g_test_add_func ("/edtf-format/everything", test_everything);
  return g_test_run ();
}
