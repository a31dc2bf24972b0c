/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-edtf-value.h"

/* 400 years have as many days wherever they start. A year is counted from March here, so that its leap day is its last. */
#define ERA_DAYS 146097
#define EPOCH 719468 /* days from 0000-03-01 to 1970-01-01 */

static gint64
floor_div (gint64 a, gint64 b)
{
  return a / b - (a % b < 0);
}

static gint64
floor_mod (gint64 a, gint64 b)
{
  return a % b + (a % b < 0 ? b : 0);
}

/* Public API */

gint64
sutra_day_from_date (gint64 year, guint month, guint day)
{
  gint64 march_year = month <= 2 ? year - 1 : year;
  gint64 in_era = floor_mod (march_year, 400);
  gint64 in_year = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;

  return floor_div (march_year, 400) * ERA_DAYS + in_era * 365 + in_era / 4 - in_era / 100 + in_year - EPOCH;
}

void
sutra_day_to_date (gint64 day_number, gint64 *year, guint *month, guint *day)
{
  /* The epoch is added after the division, which keeps the largest day numbers from overflowing. */
  gint64 days = floor_mod (day_number, ERA_DAYS) + EPOCH % ERA_DAYS;
  gint64 era = floor_div (day_number, ERA_DAYS) + EPOCH / ERA_DAYS + days / ERA_DAYS;
  gint64 in_era, march_year, in_year, march_month;

  days %= ERA_DAYS;
  in_era = (days - days / 1460 + days / 36524 - days / 146096) / 365;
  march_year = in_era + era * 400;
  in_year = days - (365 * in_era + in_era / 4 - in_era / 100);
  march_month = (5 * in_year + 2) / 153;
  *day = (guint) (in_year - (153 * march_month + 2) / 5 + 1);
  *month = (guint) (march_month < 10 ? march_month + 3 : march_month - 9);
  *year = march_year + (*month <= 2);
}

guint
sutra_day_get_weekday (gint64 day_number)
{
  return (guint) ((floor_mod (day_number, 7) + 4) % 7);
}

guint
sutra_day_month_length (gint64 year, guint month)
{
  static const guint8 days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
  gboolean leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);

  if (month < 1 || month > 12)
    return 0;
  return month == 2 && leap ? 29 : days[month - 1];
}
