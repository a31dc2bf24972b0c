/* test-bengali-calendar.c: days to the Bengali calendar of Bangladesh and of India, and back
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "sutra-bengali-calendar.h"
#include "sutra-edtf-value.h"
#include "sutra-sidereal.h"

static const SutraBengaliCalendar calendars[] = { SUTRA_BENGALI_BANGLADESH, SUTRA_BENGALI_INDIA };

typedef struct
{
  int year;
  guint month;
  guint day;
  gboolean exact;
} Date;

static Date
from_day (SutraBengaliCalendar calendar, gint64 day)
{
  Date date = { 0 };

  g_assert_true (sutra_bengali_from_day (calendar, day, &date.year, &date.month, &date.day, &date.exact));
  return date;
}

/* Every day of six centuries there and back; a day follows the day before it, a month the last day of the month before it. */
static void
test_every_day (gconstpointer data)
{
  SutraBengaliCalendar calendar = (SutraBengaliCalendar) GPOINTER_TO_INT (data);
  gint64 first = sutra_day_from_date (1500, 1, 1);
  gint64 last = sutra_day_from_date (2100, 12, 31);
  Date before = from_day (calendar, first - 1);

  for (gint64 day = first; day <= last; day++)
    {
      Date date = from_day (calendar, day);
      gint64 back = 0;
      gboolean exact = !date.exact;

      g_assert_true (sutra_bengali_to_day (calendar, date.year, date.month, date.day, &back, &exact));
      g_assert_cmpint (back, ==, day);
      g_assert_cmpint (exact, ==, date.exact);
      if (date.day > 1)
        {
          g_assert_cmpuint (date.day, ==, before.day + 1);
          g_assert_cmpuint (date.month, ==, before.month);
          g_assert_cmpint (date.year, ==, before.year);
        }
      else
        {
          g_assert_cmpuint (before.day, ==, sutra_bengali_month_length (calendar, before.year, before.month));
          g_assert_cmpuint (date.month, ==, before.month % 12 + 1);
          g_assert_cmpint (date.year, ==, before.year + (date.month == 1));
        }
      before = date;
    }
}

/* The whole range by months: they join without gap, are 28 to 32 days long, and each year has a year's days and starts in its Gregorian one. */
static void
test_months_join (gconstpointer data)
{
  SutraBengaliCalendar calendar = (SutraBengaliCalendar) GPOINTER_TO_INT (data);
  gint64 next = 0;

  for (int year = 1; year <= 2405; year++)
    {
      guint days = 0;

      for (guint month = 1; month <= 12; month++)
        {
          guint length = sutra_bengali_month_length (calendar, year, month);
          gint64 start;

          g_assert_true (sutra_bengali_to_day (calendar, year, month, 1, &start, NULL));
          if (next != 0)
            g_assert_cmpint (start, ==, next);
          /* চৈত্র 1393 of Bangladesh ends with the reform. */
          g_assert_cmpuint (length, >=, 29);
          g_assert_cmpuint (length, <=, 32);
          g_assert_false (sutra_bengali_to_day (calendar, year, month, length + 1, &start, NULL));
          next = start + length;
          days += length;
          if (month == 1)
            {
              gint64 gregorian;
              guint gregorian_month, gregorian_day;

              sutra_day_to_date (start, &gregorian, &gregorian_month, &gregorian_day);
              g_assert_cmpint (gregorian, ==, year + 593);
            }
        }
      g_assert_cmpuint (days, >=, 364);
      g_assert_cmpuint (days, <=, 366);
    }
}

/* Against a naive reading of the two rules of Bangladesh: count the months from 14 April. */
static void
test_rules (void)
{
  static const guint rule_1987[] = { 31, 31, 31, 31, 31, 30, 30, 30, 30, 30, 30, 30 };
  static const guint rule_2019[] = { 31, 31, 31, 31, 31, 31, 30, 30, 30, 30, 29, 30 };

  for (int year = 1394; year <= 2000; year++)
    {
      const guint *lengths = year >= 1426 ? rule_2019 : rule_1987;
      gboolean leap = g_date_is_leap_year ((GDateYear) (year + 594));
      gint64 start = sutra_day_from_date (year + 593, 4, 14);

      for (guint month = 1; month <= 12; month++)
        {
          guint length = lengths[month - 1] + (month == 11 && leap);
          gint64 got;
          gboolean exact;

          g_assert_cmpuint (sutra_bengali_month_length (SUTRA_BENGALI_BANGLADESH, year, month), ==, length);
          g_assert_true (sutra_bengali_to_day (SUTRA_BENGALI_BANGLADESH, year, month, 1, &got, &exact));
          g_assert_cmpint (got, ==, start);
          g_assert_true (exact);
          start += length;
        }
      g_assert_cmpint (start, ==, sutra_day_from_date (year + 594, 4, 14));
    }
}

/* The published starts of the months of India, 1430 and 1431. */
static void
test_india (void)
{
  static const struct
  {
    int year;
    guint month, day;
  } starts[] = {
    { 2023, 4, 15 },  { 2023, 5, 16 },  { 2023, 6, 16 },  { 2023, 7, 18 }, { 2023, 8, 18 }, { 2023, 9, 18 },
    { 2023, 10, 19 }, { 2023, 11, 18 }, { 2023, 12, 17 }, { 2024, 1, 16 }, { 2024, 2, 14 }, { 2024, 3, 15 },
    { 2024, 4, 14 },  { 2024, 5, 15 },  { 2024, 6, 16 },  { 2024, 7, 17 }, { 2024, 8, 17 }, { 2024, 9, 17 },
    { 2024, 10, 18 }, { 2024, 11, 17 }, { 2024, 12, 16 }, { 2025, 1, 15 }, { 2025, 2, 13 }, { 2025, 3, 15 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (starts); i++)
    {
      gint64 day = sutra_day_from_date (starts[i].year, starts[i].month, starts[i].day);
      Date date = from_day (SUTRA_BENGALI_INDIA, day);

      g_test_message ("%d-%02u-%02u: %d-%02u-%02u", starts[i].year, starts[i].month, starts[i].day, date.year, date.month, date.day);
      g_assert_cmpint (date.year, ==, 1430 + (int) i / 12);
      g_assert_cmpuint (date.month, ==, i % 12 + 1);
      g_assert_cmpuint (date.day, ==, 1);
      g_assert_false (date.exact);
    }
}

/* Before the reform of 1987 the calendars are one. */
static void
test_reforms (void)
{
  gint64 reform = sutra_day_from_date (1987, 4, 14);

  for (gint64 day = reform - 40000; day < reform; day++)
    {
      Date bangladesh = from_day (SUTRA_BENGALI_BANGLADESH, day);
      Date india = from_day (SUTRA_BENGALI_INDIA, day);

      g_assert_cmpint (bangladesh.year, ==, india.year);
      g_assert_cmpuint (bangladesh.month, ==, india.month);
      g_assert_cmpuint (bangladesh.day, ==, india.day);
      g_assert_false (bangladesh.exact);
    }
  for (gint64 day = reform; day < reform + 20000; day++)
    g_assert_true (from_day (SUTRA_BENGALI_BANGLADESH, day).exact);
}

static void
test_range (void)
{
  gint64 first = sutra_day_from_date (594, 1, 1);
  gint64 last = sutra_day_from_date (2999, 12, 31);
  int year = 77;
  guint month = 77, day = 77;
  gint64 number = 77;
  gboolean exact = 77;

  for (guint i = 0; i < G_N_ELEMENTS (calendars); i++)
    {
      Date date = from_day (calendars[i], first);

      g_assert_cmpint (date.year, ==, 0);
      g_assert_true (sutra_bengali_to_day (calendars[i], date.year, date.month, date.day, &number, NULL));
      g_assert_cmpint (number, ==, first);
      date = from_day (calendars[i], last);
      g_assert_cmpint (date.year, ==, 2406);
      g_assert_true (sutra_bengali_to_day (calendars[i], date.year, date.month, date.day, &number, NULL));
      g_assert_cmpint (number, ==, last);

      number = 77;
      g_assert_false (sutra_bengali_from_day (calendars[i], first - 1, &year, &month, &day, &exact));
      g_assert_false (sutra_bengali_from_day (calendars[i], last + 1, &year, &month, &day, &exact));
      g_assert_false (sutra_bengali_from_day (calendars[i], G_MININT64, &year, &month, &day, &exact));
      g_assert_false (sutra_bengali_from_day (calendars[i], G_MAXINT64, &year, &month, &day, &exact));
      g_assert_false (sutra_bengali_to_day (calendars[i], 1431, 0, 1, &number, &exact));
      g_assert_false (sutra_bengali_to_day (calendars[i], 1431, 13, 1, &number, &exact));
      g_assert_false (sutra_bengali_to_day (calendars[i], 1431, 1, 0, &number, &exact));
      g_assert_false (sutra_bengali_to_day (calendars[i], 1431, 1, 33, &number, &exact));
      g_assert_false (sutra_bengali_to_day (calendars[i], 1431, 1, G_MAXUINT, &number, &exact));
      g_assert_false (sutra_bengali_to_day (calendars[i], -1, 1, 1, &number, &exact));
      g_assert_false (sutra_bengali_to_day (calendars[i], G_MININT, 1, 1, &number, &exact));
      g_assert_false (sutra_bengali_to_day (calendars[i], G_MAXINT, 12, 1, &number, &exact));
      g_assert_cmpuint (sutra_bengali_month_length (calendars[i], G_MAXINT, G_MAXUINT), ==, 0);
      g_assert_cmpuint (sutra_bengali_month_length (calendars[i], 2407, 1), ==, 0);
    }
  g_assert_cmpint (year, ==, 77);
  g_assert_cmpuint (month, ==, 77);
  g_assert_cmpuint (day, ==, 77);
  g_assert_cmpint (number, ==, 77);
  g_assert_cmpint (exact, ==, 77);
  g_assert_false (sutra_bengali_to_day (SUTRA_BENGALI_BANGLADESH, 1431, 7, 31, &number, NULL));
  g_assert_true (sutra_bengali_to_day (SUTRA_BENGALI_BANGLADESH, 1431, 6, 31, &number, NULL));
}

static void
test_names (void)
{
  g_assert_cmpstr (sutra_bengali_month_name (1, "bn"), ==, "বৈশাখ");
  g_assert_cmpstr (sutra_bengali_month_name (12, "bn-BD"), ==, "চৈত্র");
  g_assert_cmpstr (sutra_bengali_month_name (12, "bn_IN"), ==, "চৈত্র");
  g_assert_cmpstr (sutra_bengali_month_name (1, "en"), ==, "Boishakh");
  g_assert_cmpstr (sutra_bengali_month_name (12, NULL), ==, "Choitro");
  g_assert_cmpstr (sutra_bengali_month_name (12, "bnx"), ==, "Choitro");
}

/* What a day's month is, is what the starts say, also where the sun enters a sign close to midnight. */
static void
test_sidereal (void)
{
  for (gint64 index = -30000; index < 40000; index += 1 + (index & 3))
    {
      double hours;
      gint64 found;
      gint64 start = sutra_sidereal_month_start (index, &hours);

      g_assert_cmpfloat (hours, >=, 0.0);
      g_assert_cmpfloat (hours, <=, 12.0);
      g_assert_cmpint (sutra_sidereal_month_of_day (start, &found), ==, index);
      g_assert_cmpint (found, ==, start);
      g_assert_cmpint (sutra_sidereal_month_of_day (start - 1, &found), ==, index - 1);
    }
}

static gpointer
convert_all (gpointer data)
{
  guint64 sum = 0;

  for (gint64 day = 0; day < 30000; day++)
    {
      Date date = from_day (SUTRA_BENGALI_INDIA, day);

      sum = sum * 31 + (guint64) date.year * 400 + date.month * 32 + date.day;
    }
  return GSIZE_TO_POINTER ((gsize) sum);
}

static void
test_threads (void)
{
  GThread *threads[4];
  gpointer expected = convert_all (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("calendar", convert_all, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    g_assert_true (g_thread_join (threads[i]) == expected);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/bengali-calendar/every-day/bangladesh", GINT_TO_POINTER (SUTRA_BENGALI_BANGLADESH), test_every_day);
  g_test_add_data_func ("/bengali-calendar/every-day/india", GINT_TO_POINTER (SUTRA_BENGALI_INDIA), test_every_day);
  g_test_add_data_func ("/bengali-calendar/months-join/bangladesh", GINT_TO_POINTER (SUTRA_BENGALI_BANGLADESH), test_months_join);
  g_test_add_data_func ("/bengali-calendar/months-join/india", GINT_TO_POINTER (SUTRA_BENGALI_INDIA), test_months_join);
  g_test_add_func ("/bengali-calendar/rules", test_rules);
  g_test_add_func ("/bengali-calendar/india", test_india);
  g_test_add_func ("/bengali-calendar/reforms", test_reforms);
  g_test_add_func ("/bengali-calendar/range", test_range);
  g_test_add_func ("/bengali-calendar/names", test_names);
  g_test_add_func ("/bengali-calendar/sidereal", test_sidereal);
  g_test_add_func ("/bengali-calendar/threads", test_threads);
  return g_test_run ();
}
