/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-bengali-calendar.h"
#include "sutra-date-words.h"
#include "sutra-edtf-value.h"
#include "sutra-sidereal.h"

#define FIRST_DAY (-502573) /* 0594-01-01 */
#define LAST_DAY 376199     /* 2999-12-31 */
#define LAST_YEAR 2406
#define REFORM_1987 1394 /* the first years of the rules of Bangladesh, each from 14 April */
#define REFORM_2019 1426
#define YEARS_BEHIND 593

/* The first day of month @index (12 × year + month − 1). */
static gint64
month_start (SutraBengaliCalendar calendar, int index)
{
  int year = index / 12;
  int month = index % 12;
  int long_months = year >= REFORM_2019 ? 6 : 5;
  gint64 start;

  if (calendar == SUTRA_BENGALI_INDIA || year < REFORM_1987)
    return sutra_sidereal_month_start (index, NULL);

  /* Long months of 31 days, then months of 30, where since 2019 ফাল্গুন has 29; ফাল্গুন has one more when its February has. */
  start = sutra_day_from_date (year + YEARS_BEHIND, 4, 14) + 30 * month + MIN (month, long_months);
  if (month == 11)
    start += (int) sutra_day_month_length (year + YEARS_BEHIND + 1, 2) - (year >= REFORM_2019 ? 29 : 28);
  return start;
}

static gboolean
is_sidereal (SutraBengaliCalendar calendar, int index)
{
  return calendar == SUTRA_BENGALI_INDIA || index / 12 < REFORM_1987;
}

static int
month_of_day (SutraBengaliCalendar calendar, gint64 day_number, gint64 *start)
{
  gint64 year;
  guint month, day;
  int index;

  if (calendar == SUTRA_BENGALI_INDIA || day_number < month_start (calendar, 12 * REFORM_1987))
    return (int) sutra_sidereal_month_of_day (day_number, start);
  sutra_day_to_date (day_number, &year, &month, &day);
  index = ((int) year - YEARS_BEHIND) * 12 + (int) month - 4;
  *start = month_start (calendar, index);
  if (*start > day_number)
    *start = month_start (calendar, --index);
  return index;
}

/* Public API */

gboolean
sutra_bengali_from_day (SutraBengaliCalendar calendar, gint64 day_number, int *year, guint *month, guint *day, gboolean *exact)
{
  gint64 start;
  int index;

  if (day_number < FIRST_DAY || day_number > LAST_DAY)
    return FALSE;
  index = month_of_day (calendar, day_number, &start);
  *year = index / 12;
  *month = (guint) (index % 12 + 1);
  *day = (guint) (day_number - start + 1);
  if (exact != NULL)
    *exact = !is_sidereal (calendar, index);
  return TRUE;
}

gboolean
sutra_bengali_to_day (SutraBengaliCalendar calendar, int year, guint month, guint day, gint64 *day_number, gboolean *exact)
{
  gint64 found;
  int index;

  if (day < 1 || day > sutra_bengali_month_length (calendar, year, month))
    return FALSE;
  index = year * 12 + (int) month - 1;
  found = month_start (calendar, index) + day - 1;
  if (found < FIRST_DAY || found > LAST_DAY)
    return FALSE;
  *day_number = found;
  if (exact != NULL)
    *exact = !is_sidereal (calendar, index);
  return TRUE;
}

guint
sutra_bengali_month_length (SutraBengaliCalendar calendar, int year, guint month)
{
  int index = year * 12 + (int) month - 1;
  gint64 start, next;

  if (year < 0 || year > LAST_YEAR || month < 1 || month > 12)
    return 0;
  start = month_start (calendar, index);
  next = month_start (calendar, index + 1);
  return next > FIRST_DAY && start <= LAST_DAY ? (guint) (next - start) : 0;
}

const char *
sutra_bengali_month_name (guint month, const char *language)
{
  g_return_val_if_fail (month >= 1 && month <= 12, "");

  return sutra_date_words_get (language)->bengali_months[month - 1];
}
