/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-edtf-value.h"

#include <string.h>

#define LAST_SHORT_YEAR 9999

/* The text form */

static void
append_year (GString *string, const SutraEdtfDate *date)
{
  gboolean negative = date->year < 0 || date->before_zero;
  guint64 year = (guint64) (date->year < 0 ? -date->year : date->year);

  if (year > LAST_SHORT_YEAR)
    g_string_append_c (string, 'Y');
  if (negative)
    g_string_append_c (string, '-');
  g_string_append_printf (string, "%04" G_GUINT64_FORMAT, year);
  for (gsize i = 0; i < date->year_unspecified && i < 4; i++)
    string->str[string->len - 1 - i] = 'X';
}

static void
append_zone (GString *string, int zone)
{
  if (zone == 0)
    g_string_append_c (string, 'Z');
  else
    g_string_append_printf (string, "%c%02d:%02d", zone < 0 ? '-' : '+', ABS (zone) / 60, ABS (zone) % 60);
}

static void
append_date (GString *string, const SutraEdtfDate *date)
{
  append_year (string, date);
  if (date->month_unspecified)
    g_string_append (string, "-XX");
  else if (date->month > 0)
    g_string_append_printf (string, "-%02u", date->month);
  if (date->day_unspecified)
    g_string_append (string, "-XX");
  else if (date->day > 0)
    g_string_append_printf (string, "-%02u", date->day);
  if (date->has_time)
    g_string_append_printf (string, "T%02u:%02u:%02u", date->hour, date->minute, date->second);
  if (date->has_zone)
    append_zone (string, date->zone);
  if (date->uncertain || date->approximate)
    g_string_append_c (string, date->uncertain && date->approximate ? '%' : date->uncertain ? '?' : '~');
}

static void
append_end (GString *string, SutraEdtfEnd kind, const SutraEdtfDate *date)
{
  if (kind == SUTRA_EDTF_END_DATE)
    append_date (string, date);
  else if (kind == SUTRA_EDTF_END_OPEN)
    g_string_append (string, "..");
}

/* Order */

static int
compare_numbers (gint64 a, gint64 b)
{
  return (a > b) - (a < b);
}

/* Without a time of day: before midnight. */
static int
seconds_of_day (const SutraEdtf *value)
{
  const SutraEdtfDate *date = &value->start;

  return date->has_time ? (date->hour * 60 + date->minute) * 60 + date->second : -1;
}

/* Public API */

char *
sutra_edtf_to_string (const SutraEdtf *value)
{
  GString *string = g_string_new (NULL);

  if (!value->interval)
    {
      append_date (string, &value->start);
      return g_string_free (string, FALSE);
    }
  append_end (string, value->start_kind, &value->start);
  g_string_append_c (string, '/');
  append_end (string, value->end_kind, &value->end);
  return g_string_free (string, FALSE);
}

void
sutra_edtf_date_bounds (const SutraEdtfDate *date, gint64 *first, gint64 *last)
{
  static const gint64 spans[] = { 0, 9, 99, 999, 9999 };
  gint64 span = spans[MIN (date->year_unspecified, G_N_ELEMENTS (spans) - 1)];
  gboolean negative = date->year < 0 || date->before_zero;
  gint64 first_year = negative ? date->year - span : date->year;
  gint64 last_year = negative ? date->year : date->year + span;
  gboolean has_month = date->month >= 1 && date->month <= 12;
  guint last_month = has_month ? date->month : 12;
  guint last_day;

  /* There is no year -0. */
  if (date->before_zero)
    last_year = -1;
  last_day = date->day > 0 ? date->day : sutra_day_month_length (last_year, last_month);
  *first = sutra_day_from_date (first_year, has_month ? date->month : 1, date->day > 0 ? date->day : 1);
  *last = sutra_day_from_date (last_year, last_month, last_day);
}

void
sutra_edtf_bounds (const SutraEdtf *value, gint64 *first, gint64 *last)
{
  gint64 ignored;

  if (!value->interval)
    {
      sutra_edtf_date_bounds (&value->start, first, last);
      return;
    }
  *first = SUTRA_DAY_BEFORE_ALL;
  *last = SUTRA_DAY_AFTER_ALL;
  if (value->start_kind == SUTRA_EDTF_END_DATE)
    sutra_edtf_date_bounds (&value->start, first, &ignored);
  if (value->end_kind == SUTRA_EDTF_END_DATE)
    sutra_edtf_date_bounds (&value->end, &ignored, last);
}

int
sutra_edtf_compare (const SutraEdtf *a, const SutraEdtf *b)
{
  g_autofree char *a_string = NULL;
  g_autofree char *b_string = NULL;
  gint64 a_first, a_last, b_first, b_last;
  int order;

  sutra_edtf_bounds (a, &a_first, &a_last);
  sutra_edtf_bounds (b, &b_first, &b_last);
  order = compare_numbers (a_first, b_first);
  if (order == 0)
    order = compare_numbers (a_last, b_last);
  if (order == 0)
    order = compare_numbers (seconds_of_day (a), seconds_of_day (b));
  if (order != 0)
    return order;
  a_string = sutra_edtf_to_string (a);
  b_string = sutra_edtf_to_string (b);
  order = strcmp (a_string, b_string);
  return (order > 0) - (order < 0);
}

gboolean
sutra_edtf_contains (const SutraEdtf *outer, const SutraEdtf *inner)
{
  gint64 outer_first, outer_last, inner_first, inner_last;

  sutra_edtf_bounds (outer, &outer_first, &outer_last);
  sutra_edtf_bounds (inner, &inner_first, &inner_last);
  return outer_first <= inner_first && inner_last <= outer_last;
}

gboolean
sutra_edtf_overlaps (const SutraEdtf *a, const SutraEdtf *b)
{
  gint64 a_first, a_last, b_first, b_last;

  sutra_edtf_bounds (a, &a_first, &a_last);
  sutra_edtf_bounds (b, &b_first, &b_last);
  return a_first <= b_last && b_first <= a_last;
}
