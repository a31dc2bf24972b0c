/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-date-resolve.h"

/* The first day of a week, in Bangladesh and in India: Sunday (CLDR). */
#define FIRST_WEEKDAY 0

static char *
published_text (const SutraDateReader *self)
{
  return sutra_edtf_to_string (&self->published);
}

static gboolean
needs_published (const SutraDateReader *self, SutraResolution *resolution, const char *what)
{
  g_autofree char *published = NULL;

  if (!self->published_known)
    return sutra_resolution_fail (resolution, SUTRA_EXPRESSION_NEEDS_PUBLISHED, "Needs the published date of the article.");
  published = published_text (self);
  return sutra_resolution_fail (resolution, SUTRA_EXPRESSION_NEEDS_PUBLISHED,
                                "Needs the published date of the article with its %s; only %s is known.", what, published);
}

gboolean
sutra_date_published_year (const SutraDateReader *self, SutraResolution *resolution, gint64 *year)
{
  *year = 0;
  if (!self->published_known || self->published.start.year_unspecified > 0)
    return needs_published (self, resolution, "year");
  *year = self->published.start.year;
  return TRUE;
}

static gboolean
published_month (const SutraDateReader *self, SutraResolution *resolution, gint64 *months)
{
  gint64 year;

  *months = 0;
  if (!sutra_date_published_year (self, resolution, &year))
    return FALSE;
  if (self->published.start.month < 1 || self->published.start.month > 12)
    return needs_published (self, resolution, "month");
  *months = year * 12 + self->published.start.month - 1;
  return TRUE;
}

gboolean
sutra_date_published_day (const SutraDateReader *self, SutraResolution *resolution, gint64 *day)
{
  gint64 months;

  *day = 0;
  if (!published_month (self, resolution, &months))
    return FALSE;
  if (self->published.start.day < 1)
    return needs_published (self, resolution, "day");
  *day = sutra_day_from_date (self->published.start.year, self->published.start.month, self->published.start.day);
  return TRUE;
}

void
sutra_date_set_day (SutraEdtfDate *date, gint64 day)
{
  gint64 year;
  guint month, day_of_month;

  sutra_day_to_date (day, &year, &month, &day_of_month);
  date->year = year;
  date->month = (guint8) month;
  date->day = (guint8) day_of_month;
}

static void
say_counted (const SutraDateReader *self, SutraResolution *resolution)
{
  g_autofree char *published = published_text (self);

  sutra_resolution_say (resolution, "Counted from the published date, %s.", published);
}

gint64
sutra_date_nearest (const gint64 days[3], gint64 published, int direction, SutraTense tense)
{
  gint64 before, after;

  if (direction < 0)
    return days[2] < published ? days[2] : days[1] < published ? days[1] : days[0];
  if (direction > 0)
    return days[0] > published ? days[0] : days[1] > published ? days[1] : days[2];
  if (tense == SUTRA_TENSE_FUTURE)
    return days[0] >= published ? days[0] : days[1] >= published ? days[1] : days[2];
  if (tense == SUTRA_TENSE_PAST)
    return days[2] <= published ? days[2] : days[1] <= published ? days[1] : days[0];
  /* The past is preferred: what is to come must be much nearer. */
  before = days[1] <= published ? days[1] : days[0];
  after = days[1] <= published ? days[2] : days[1];
  return (after - published) * 2 < published - before ? after : before;
}

/* The weekday nearest to the published date. */
static gboolean
resolve_weekday (const SutraDateReader *self, const SutraDateParts *parts, SutraTense tense, SutraResolution *resolution)
{
  gint64 published, day;
  int gap;

  if (!sutra_date_published_day (self, resolution, &published))
    return FALSE;
  gap = ((int) sutra_day_get_weekday (published) - parts->weekday + 7) % 7; /* days since the last one */
  if (parts->direction < 0)
    day = published - (gap == 0 ? 7 : gap);
  else if (parts->direction > 0)
    day = published + (7 - gap);
  else if (tense == SUTRA_TENSE_FUTURE)
    day = published + (gap == 0 ? 0 : 7 - gap);
  else
    day = published - gap;
  sutra_date_set_day (&resolution->value.start, day);
  say_counted (self, resolution);
  return TRUE;
}

/* A month, or a day and month, of the nearest year. */
static gboolean
resolve_nearest (const SutraDateReader *self, const SutraDateParts *parts, SutraTense tense, SutraResolution *resolution)
{
  gint64 published, year, days[3];
  guint day = parts->has_day ? (guint) parts->day : 15;
  gint64 chosen;

  if (!sutra_date_published_year (self, resolution, &year))
    return FALSE;
  if (self->published.start.month < 1 || self->published.start.month > 12)
    {
      if (parts->anchor == SUTRA_ANCHOR_NEAREST)
        return needs_published (self, resolution, "month");
      resolution->value.start.year = year;
      say_counted (self, resolution);
      return TRUE;
    }
  if (self->published.start.day > 0)
    published = sutra_day_from_date (year, self->published.start.month, self->published.start.day);
  else
    published = sutra_day_from_date (year, self->published.start.month, 15);
  /* "গত মার্চে" in March is that of the year before, in April this year's. */
  if (!parts->has_day)
    published = sutra_day_from_date (year, self->published.start.month, 15);
  for (int i = 0; i < 3; i++)
    days[i] = sutra_day_from_date (year + i - 1, parts->month, MIN (day, sutra_day_month_length (year + i - 1, parts->month)));
  chosen = sutra_date_nearest (days, published, parts->direction, tense);
  for (int i = 0; i < 3; i++)
    if (days[i] == chosen)
      resolution->value.start.year = year + i - 1;
  say_counted (self, resolution);
  return TRUE;
}

static gboolean
resolve_unit (const SutraDateReader *self, const SutraDateParts *parts, SutraResolution *resolution)
{
  SutraEdtfDate *start = &resolution->value.start;
  gint64 year, months, day;

  switch ((int) parts->unit)
    {
    case SUTRA_UNIT_YEAR:
      if (!sutra_date_published_year (self, resolution, &year))
        return FALSE;
      start->year = year + parts->amount;
      break;
    case SUTRA_UNIT_MONTH:
      if (!published_month (self, resolution, &months))
        return FALSE;
      months += parts->amount;
      start->year = months / 12;
      start->month = (guint8) (months % 12 + 1);
      break;
    case SUTRA_UNIT_WEEK:
      if (!sutra_date_published_day (self, resolution, &day))
        return FALSE;
      day += 7 * parts->amount - ((int) sutra_day_get_weekday (day) - FIRST_WEEKDAY + 7) % 7;
      if (parts->weekday >= 0)
        {
          sutra_date_set_day (start, day + (parts->weekday - FIRST_WEEKDAY + 7) % 7);
          break;
        }
      sutra_date_set_day (start, day);
      sutra_date_set_day (&resolution->value.end, day + 6);
      resolution->value.interval = TRUE;
      sutra_resolution_say (resolution, "Weeks are taken to begin on Sunday.");
      break;
    case SUTRA_UNIT_DECADE:
    case SUTRA_UNIT_CENTURY:
      {
        gint64 length = parts->unit == SUTRA_UNIT_DECADE ? 10 : 100;

        if (!sutra_date_published_year (self, resolution, &year))
          return FALSE;
        start->year = (year / length + parts->amount) * length;
        start->year_unspecified = parts->unit == SUTRA_UNIT_DECADE ? 1 : 2;
        break;
      }
    default:
      return needs_published (self, resolution, "day");
    }
  say_counted (self, resolution);
  return TRUE;
}

/* The day @lapse after the beginning of @day. */
static gint64
add_lapse (gint64 day, const SutraLapse *lapse)
{
  gint64 year, months;
  guint month, day_of_month;

  sutra_day_to_date (day, &year, &month, &day_of_month);
  months = year * 12 + month - 1 + lapse->months;
  year = months >= 0 ? months / 12 : -((-months + 11) / 12);
  month = (guint) (months - year * 12) + 1;
  day = sutra_day_from_date (year, month, MIN (day_of_month, sutra_day_month_length (year, month)));
  return day + lapse->days + (lapse->seconds >= 0 ? lapse->seconds / 86400 : -((-lapse->seconds + 86399) / 86400));
}

static gboolean
resolve_ago (const SutraDateReader *self, const SutraDateParts *parts, SutraResolution *resolution)
{
  const SutraLapse *lapse = &parts->lapse;
  SutraLapse exact = *lapse;
  SutraEdtfDate *start = &resolution->value.start;
  gint64 year, months, day;

  if (lapse->finest >= SUTRA_UNIT_YEAR)
    {
      if (!sutra_date_published_year (self, resolution, &year))
        return FALSE;
      start->year = year + lapse->months / 12;
    }
  else if (lapse->finest == SUTRA_UNIT_MONTH)
    {
      if (!published_month (self, resolution, &months))
        return FALSE;
      months += lapse->months;
      start->year = months >= 0 ? months / 12 : -((-months + 11) / 12);
      start->month = (guint8) (months - start->year * 12 + 1);
    }
  else
    {
      if (!sutra_date_published_day (self, resolution, &day))
        return FALSE;
      if (self->published.start.has_time)
        exact.seconds += ((gint64) self->published.start.hour * 60 + self->published.start.minute) * 60 + self->published.start.second;
      else
        exact.seconds -= exact.seconds % 86400;
      if (!self->published.start.has_time && lapse->finest <= SUTRA_UNIT_HOUR && lapse->seconds % 86400 != 0)
        {
          resolution->state = SUTRA_EXPRESSION_AMBIGUOUS;
          sutra_resolution_say (resolution, "The published date has no time of day: it may be the day %s.",
                                lapse->seconds < 0 ? "before" : "after");
        }
      sutra_date_set_day (start, add_lapse (day, &exact));
    }
  if (lapse->seconds > 0 || lapse->days > 0 || lapse->months > 0)
    {
      resolution->state = SUTRA_EXPRESSION_AMBIGUOUS;
      sutra_resolution_say (resolution, "It may be counted from another event of the text.");
    }
  say_counted (self, resolution);
  return TRUE;
}

static gboolean
resolve_span (const SutraDateReader *self, const SutraDateParts *parts, SutraResolution *resolution)
{
  const SutraLapse *lapse = &parts->lapse;
  gboolean back = lapse->months < 0 || lapse->days < 0 || lapse->seconds < 0;
  SutraEdtfDate here = { 0 }, there = { 0 };
  gint64 day;

  if (self->published_known && self->published.start.day == 0 && lapse->finest >= SUTRA_UNIT_YEAR)
    {
      here.year = self->published.start.year;
      there.year = here.year + lapse->months / 12;
    }
  else
    {
      SutraLapse whole = *lapse;

      if (!sutra_date_published_day (self, resolution, &day))
        return FALSE;
      /* Within twelve hours from now the next day may begin. */
      if (!back && whole.seconds % 86400 != 0)
        whole.seconds += 86400;
      sutra_date_set_day (&here, day);
      sutra_date_set_day (&there, add_lapse (day, &whole));
    }
  resolution->value.interval = TRUE;
  resolution->value.start = back ? there : here;
  resolution->value.end = back ? here : there;
  say_counted (self, resolution);
  return TRUE;
}

static gboolean
resolve_days (const SutraDateReader *self, const SutraDateParts *parts, SutraTense tense, SutraResolution *resolution)
{
  gint64 published;
  int amount = parts->amount;

  if (!sutra_date_published_day (self, resolution, &published))
    return FALSE;
  if (parts->kal)
    {
      gboolean before = parts->weekday >= 0 && (int) sutra_day_get_weekday (published + amount) == parts->weekday;
      gboolean after = parts->weekday >= 0 && (int) sutra_day_get_weekday (published - amount) == parts->weekday;

      if (after && !before)
        amount = -amount;
      else if (!before)
        {
          if (tense == SUTRA_TENSE_FUTURE && parts->direction == 0)
            amount = -amount;
          resolution->state = SUTRA_EXPRESSION_AMBIGUOUS;
          if (parts->direction != 0)
            sutra_resolution_say (resolution, "It may be counted from another day of the text.");
          else
            sutra_resolution_say (resolution, "The word means a day in the past or one to come; %s is taken.",
                                  amount < 0 ? "the past" : "the one to come");
        }
    }
  sutra_date_set_day (&resolution->value.start, published + amount);
  say_counted (self, resolution);
  return TRUE;
}

gboolean
sutra_date_resolve_relative (const SutraDateReader *self, const SutraDateParts *parts, SutraTense tense, SutraResolution *resolution)
{
  gint64 year, months;

  switch (parts->anchor)
    {
    case SUTRA_ANCHOR_DAYS:
      return resolve_days (self, parts, tense, resolution);
    case SUTRA_ANCHOR_UNIT:
      if (parts->kal)
        {
          resolution->state = SUTRA_EXPRESSION_AMBIGUOUS;
          sutra_resolution_say (resolution, "It may be counted from another date of the text.");
        }
      return resolve_unit (self, parts, resolution);
    case SUTRA_ANCHOR_YEAR:
      if (!sutra_date_published_year (self, resolution, &year))
        return FALSE;
      resolution->value.start.year = year + parts->amount;
      say_counted (self, resolution);
      return TRUE;
    case SUTRA_ANCHOR_MONTH:
      if (!published_month (self, resolution, &months))
        return FALSE;
      months += parts->amount;
      resolution->value.start.year = months / 12;
      resolution->value.start.month = (guint8) (months % 12 + 1);
      say_counted (self, resolution);
      return TRUE;
    case SUTRA_ANCHOR_AGO:
      return resolve_ago (self, parts, resolution);
    case SUTRA_ANCHOR_SPAN:
      return resolve_span (self, parts, resolution);
    case SUTRA_ANCHOR_NEAREST:
      if (!self->published_known)
        return needs_published (self, resolution, "day");
      if (parts->kal)
        {
          resolution->state = SUTRA_EXPRESSION_AMBIGUOUS;
          sutra_resolution_say (resolution, "It may be counted from another date of the text.");
        }
      return parts->has_month ? resolve_nearest (self, parts, tense, resolution) : resolve_weekday (self, parts, tense, resolution);
    case SUTRA_ANCHOR_NONE:
    default:
      if (!self->published_known)
        return sutra_resolution_fail (resolution, SUTRA_EXPRESSION_NEEDS_YEAR,
                                      "The year is not said; with the published date of the article the nearest one is taken.");
      return resolve_nearest (self, parts, tense, resolution);
    }
}

/* The day of a Bengali date without a year that is nearest to the published one. */
static gboolean
nearest_bengali (const SutraDateReader *self,
                 SutraBengaliCalendar calendar,
                 const SutraDateParts *parts,
                 SutraTense tense,
                 SutraResolution *resolution,
                 int *year)
{
  gint64 published, days[3], chosen;
  int of_year;
  guint month, day;

  if (parts->anchor == SUTRA_ANCHOR_NONE && !self->published_known)
    return sutra_resolution_fail (resolution, SUTRA_EXPRESSION_NEEDS_YEAR,
                                  "The year is not said; with the published date of the article the nearest one is taken.");
  if (!sutra_date_published_day (self, resolution, &published))
    return FALSE;
  if (!sutra_bengali_from_day (calendar, published, &of_year, &month, &day, NULL))
    return sutra_resolution_fail (resolution, SUTRA_EXPRESSION_NOT_CONVERTED,
                                  "The published date is outside of the years that are converted.");
  if (parts->anchor == SUTRA_ANCHOR_YEAR)
    {
      *year = of_year + parts->amount;
      say_counted (self, resolution);
      return TRUE;
    }
  for (int i = 0; i < 3; i++)
    {
      guint length = sutra_bengali_month_length (calendar, of_year + i - 1, parts->month);

      if (!sutra_bengali_to_day (calendar, of_year + i - 1, parts->month, parts->has_day ? MIN ((guint) parts->day, length) : 15, &days[i],
                                 NULL))
        return sutra_resolution_fail (resolution, SUTRA_EXPRESSION_IMPOSSIBLE, "There is no such day in the Bengali calendar.");
    }
  chosen = sutra_date_nearest (days, published, parts->direction, tense);
  for (int i = 0; i < 3; i++)
    if (days[i] == chosen)
      *year = of_year + i - 1;
  say_counted (self, resolution);
  return TRUE;
}

/* A Gregorian year with a Bengali month: the Bengali year of which the date falls in it. */
static int
bengali_year_of (SutraBengaliCalendar calendar, const SutraDateParts *parts)
{
  for (int difference = 593; difference <= 594; difference++)
    {
      int year = (int) parts->year - difference;
      gint64 day, gregorian;
      guint month, day_of_month;

      if (!sutra_bengali_to_day (calendar, year, parts->month, parts->has_day ? (guint) MIN (parts->day, 29) : 1, &day, NULL))
        continue;
      sutra_day_to_date (day, &gregorian, &month, &day_of_month);
      if (gregorian == parts->year)
        return year;
    }
  return (int) parts->year - 593;
}

/* The first and the last day of the Bengali date. */
static gboolean
bengali_days (SutraBengaliCalendar calendar,
              const SutraDateParts *parts,
              int year,
              SutraResolution *resolution,
              gint64 *first,
              gint64 *last,
              gboolean *exact)
{
  guint month = parts->has_month ? parts->month : 1;
  guint length = sutra_bengali_month_length (calendar, year, month);
  gint64 next = 0;

  if (length == 0 || (!parts->has_month && !sutra_bengali_to_day (calendar, year + 1, 1, 1, &next, NULL)))
    return sutra_resolution_fail (resolution, SUTRA_EXPRESSION_IMPOSSIBLE, "The Bengali year %d is outside of those that are converted.",
                                  year);
  if (parts->has_day && (guint) parts->day > length)
    return sutra_resolution_fail (resolution, SUTRA_EXPRESSION_IMPOSSIBLE, "%s %d has %u days.", sutra_bengali_month_name (month, "en"),
                                  year, length);
  if (!sutra_bengali_to_day (calendar, year, month, parts->has_day ? (guint) parts->day : 1, first, exact))
    return sutra_resolution_fail (resolution, SUTRA_EXPRESSION_IMPOSSIBLE, "There is no such day.");
  if (parts->has_day)
    *last = *first;
  else
    *last = parts->has_month ? *first + length - 1 : next - 1;
  return TRUE;
}

gboolean
sutra_date_resolve_bengali (const SutraDateReader *self, const SutraDateParts *parts, SutraTense tense, SutraResolution *resolution)
{
  SutraBengaliCalendar calendar = self->india ? SUTRA_BENGALI_INDIA : SUTRA_BENGALI_BANGLADESH;
  gint64 first = 0, last = 0;
  gboolean exact = TRUE;
  int year = 0;

  resolution->calendar = self->india ? "bengali-india" : "bengali-bangladesh";
  if (parts->has_day && (parts->day < 1 || parts->day > 32))
    return sutra_resolution_fail (resolution, SUTRA_EXPRESSION_IMPOSSIBLE, "There is no day %" G_GINT64_FORMAT " in a month.", parts->day);
  if (parts->has_year)
    year = (int) CLAMP (parts->year, 0, 99999);
  else if (!nearest_bengali (self, calendar, parts, tense, resolution, &year))
    return FALSE;
  if (parts->has_year && parts->has_month && year >= 1800 && year <= 2999)
    {
      year = bengali_year_of (calendar, parts);
      sutra_resolution_say (resolution, "The year is Gregorian, the month Bengali.");
    }
  if (!bengali_days (calendar, parts, year, resolution, &first, &last, &exact))
    return FALSE;
  g_free (resolution->original);
  if (parts->has_day)
    resolution->original = g_strdup_printf ("%04d-%02u-%02d", year, parts->month, (int) parts->day);
  else if (parts->has_month)
    resolution->original = g_strdup_printf ("%04d-%02u", year, parts->month);
  else
    resolution->original = g_strdup_printf ("%04d", year);
  sutra_date_set_day (&resolution->value.start, first);
  if (last > first)
    {
      resolution->value.interval = TRUE;
      sutra_date_set_day (&resolution->value.end, last);
    }
  if (!exact)
    sutra_resolution_say (resolution, "Almanacs of this calendar may differ by a day.");
  return TRUE;
}

gboolean
sutra_date_resolve_lone_day (const SutraDateReader *self, const SutraDateParts *parts, SutraResolution *resolution)
{
  gint64 published, months;

  if (parts->day < 1 || parts->day > 31)
    return sutra_resolution_fail (resolution, SUTRA_EXPRESSION_IMPOSSIBLE, "There is no day %" G_GINT64_FORMAT ": days go from 1 to 31.",
                                  parts->day);
  if (parts->direction == 0)
    return sutra_resolution_fail (resolution, SUTRA_EXPRESSION_NEEDS_YEAR, "The month and the year are not said, only the day.");
  if (!sutra_date_published_day (self, resolution, &published) || !published_month (self, resolution, &months))
    return FALSE;
  /* A month without that day is passed over; two in a row have none never. */
  for (guint n = 0; n < 4; n++, months += parts->direction)
    {
      gint64 year = months >= 0 ? months / 12 : -((-months + 11) / 12);
      guint month = (guint) (months - year * 12) + 1;
      gint64 day;

      if ((guint) parts->day > sutra_day_month_length (year, month))
        continue;
      day = sutra_day_from_date (year, month, (guint) parts->day);
      if (parts->direction < 0 ? day < published : day > published)
        {
          sutra_date_set_day (&resolution->value.start, day);
          break;
        }
    }
  say_counted (self, resolution);
  return TRUE;
}
