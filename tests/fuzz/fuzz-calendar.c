/* fuzz-calendar.c: days and dates of the Bengali calendars, any numbers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "fuzz.h"
#include "sutra-bengali-calendar.h"
#include "sutra-edtf-value.h"

#include <string.h>

typedef struct
{
  gint64 number;
  gint32 year;
  guint8 month;
  guint8 day;
  guint8 india;
  guint8 narrow; /* brings the numbers near to where the calendars are */
} Input;

static void
check_day (SutraBengaliCalendar calendar, gint64 number)
{
  int year;
  guint month, day, weekday;
  gint64 back, gregorian_year;
  gboolean exact, exact_back;

  sutra_day_to_date (number, &gregorian_year, &month, &day);
  weekday = sutra_day_get_weekday (number);
  g_assert_true (day >= 1 && day <= sutra_day_month_length (gregorian_year, month) && weekday < 7);
  if (!sutra_bengali_from_day (calendar, number, &year, &month, &day, &exact))
    {
      g_assert_true (gregorian_year < 594 || gregorian_year > 2999);
      return;
    }
  g_assert_true (gregorian_year >= 594 && gregorian_year <= 2999);
  g_assert_true (year == gregorian_year - 593 || year == gregorian_year - 594);
  g_assert_true (month >= 1 && month <= 12 && day >= 1 && day <= sutra_bengali_month_length (calendar, year, month));
  g_assert_true (sutra_bengali_to_day (calendar, year, month, day, &back, &exact_back));
  g_assert_cmpint (back, ==, number);
  g_assert_cmpint (exact, ==, exact_back);
}

static void
check_date (SutraBengaliCalendar calendar, int year, guint month, guint day)
{
  guint length = sutra_bengali_month_length (calendar, year, month);
  gint64 number;
  int got_year;
  guint got_month, got_day;

  g_assert_true (length == 0 || (length >= 29 && length <= 32));
  if (!sutra_bengali_to_day (calendar, year, month, day, &number, NULL))
    return;
  g_assert_true (day >= 1 && day <= length);
  g_assert_true (sutra_bengali_from_day (calendar, number, &got_year, &got_month, &got_day, NULL));
  g_assert_true (got_year == year && got_month == month && got_day == day);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  Input input = { 0 };
  SutraBengaliCalendar calendar;

  memcpy (&input, data, MIN (size, sizeof input));
  calendar = input.india % 2 ? SUTRA_BENGALI_INDIA : SUTRA_BENGALI_BANGLADESH;
  if (input.narrow % 4 != 0)
    {
      input.number %= 600000;
      input.year %= 2500;
      input.month %= 14;
      input.day %= 34;
    }
  check_day (calendar, input.number);
  check_date (calendar, input.year, input.month, input.day);
  return 0;
}
