/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-edtf.h"
#include "sutra-edtf-value.h"

#include <string.h>

#include "sutra-error.h"

#define DIGITS "0123456789"
#define LEVEL_2 "that is EDTF level 2, and dates here are of level 0 or 1"
#define MAX_YEAR_DIGITS 15

typedef struct
{
  const char *string;
  const char *p;
  gboolean in_interval;
  GError **error;
} Reader;

/* @n bytes at @at are what is wrong with the @what there. Always FALSE. */
static gboolean
fail (Reader *self, const char *at, gsize n, const char *what, const char *hint)
{
  g_set_error (self->error, SUTRA_ERROR, SUTRA_ERROR_INVALID, "%s%s%.*s at character %" G_GSIZE_FORMAT ": %s", what, n > 0 ? " " : "",
               (int) MIN (n, 24), at, (gsize) (at - self->string) + 1, hint);
  return FALSE;
}

static gboolean
at_end (Reader *self)
{
  return *self->p == '\0' || *self->p == '/';
}

static gboolean
is_qualifier (char c)
{
  return c == '?' || c == '~' || c == '%';
}

/* Characters */

static const char *
hint_for (gunichar c)
{
  static const struct
  {
    gunichar c;
    const char *hint;
  } hints[] = {
    { 'x', "an unspecified digit is a capital X" },
    { 'u', "an unspecified digit is a capital X, an unknown end of an interval is left empty" },
    { 'o', "an open end of an interval is written .." },
    { 'y', "a long year starts with a capital Y" },
    { 't', "the time starts with a capital T" },
    { 'z', "the zone UTC is a capital Z" },
    { 'W', "weeks are not in EDTF: give the first and the last day" },
    { 'P', "durations are not in EDTF: give both ends of the interval" },
    { ' ', "a date has no white space" },
    { 0x2010, "write the hyphen -" },
    { 0x2011, "write the hyphen -" },
    { 0x2012, "write the hyphen -" },
    { 0x2013, "write the hyphen -, or / between the ends of an interval" },
    { 0x2014, "write the hyphen -, or / between the ends of an interval" },
    { 0x2026, "an open end of an interval is two full stops" },
    { 0x2212, "write the hyphen -" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (hints); i++)
    if (hints[i].c == c)
      return hints[i].hint;
  if (g_unichar_isdigit (c))
    return "digits are 0 to 9";
  if (g_unichar_isspace (c))
    return "a date has no white space";
  return "a date is written like 2024-04-08, 2024-04 or 2024";
}

/* Afterwards all is ASCII, so that bytes are characters. */
static gboolean
check_characters (Reader *self)
{
  for (const char *p = self->string; *p != '\0'; p++)
    {
      gunichar c;

      if (strchr (DIGITS "XYTZSE+-:./?~%[]{},", *p) != NULL)
        continue;
      c = g_utf8_get_char_validated (p, -1);
      if ((gint32) c < 0)
        return fail (self, p, 0, "a faulty UTF-8 sequence", hint_for (0));
      return fail (self, p, g_unichar_isgraph (c) ? (gsize) g_unichar_to_utf8 (c, NULL) : 0, "a wrong character", hint_for (c));
    }
  return TRUE;
}

/* Dates */

static guint8
two_digits (const char *p)
{
  return (guint8) ((p[0] - '0') * 10 + (p[1] - '0'));
}

static gboolean
read_long_year (Reader *self, SutraEdtfDate *date)
{
  const char *at = self->p++;
  gboolean negative = *self->p == '-';
  gsize n;

  if (negative)
    self->p++;
  n = strspn (self->p, DIGITS);
  if (self->p[n] == 'E' || self->p[n] == 'S' || self->p[n] == 'X')
    return fail (self, at, strcspn (at, "/"), "year", LEVEL_2);
  if (n < 5)
    return fail (self, at, strcspn (at, "/"), "year", "only years of more than four digits start with Y");
  if (*self->p == '0')
    return fail (self, at, strcspn (at, "/"), "year", "a year with Y has no zeros in front");
  if (n > MAX_YEAR_DIGITS)
    return fail (self, at, strcspn (at, "/"), "year", "a year has at most 15 digits");
  if (self->p[n] == '-')
    return fail (self, self->p + n, 1, "a hyphen", "a year with Y stands alone, without month and day");

  for (gsize i = 0; i < n; i++)
    date->year = date->year * 10 + (self->p[i] - '0');
  if (negative)
    date->year = -date->year;
  self->p += n;
  return TRUE;
}

static gboolean
read_year (Reader *self, SutraEdtfDate *date)
{
  const char *at = self->p;
  gboolean negative = *at == '-';
  gsize n, n_digits;

  if (*at == 'Y')
    return read_long_year (self, date);
  if (*at == '+')
    return fail (self, at, 1, "a wrong character", "years have no plus sign");
  if (is_qualifier (*at))
    return fail (self, at, 1, "a qualifier in front,", LEVEL_2);
  if (negative)
    self->p++;

  n = strspn (self->p, DIGITS "X");
  n_digits = strspn (self->p, DIGITS);
  if (n == 0)
    return fail (self, self->p, 0, "no year", "a date starts with a year of four digits");
  if (n < 4)
    return fail (self, self->p, n, "year", "years have four digits, with zeros in front where needed");
  if (n == 8 && n_digits == 8)
    return fail (self, self->p, n, "year", "the parts of a date are separated by hyphens, 2024-04-08");
  if (n > 4)
    return fail (self, self->p, n, "year", "years of more than four digits start with Y");
  if (n_digits < 2 || strspn (self->p + n_digits, "X") + n_digits != 4)
    return fail (self, self->p, n, "year", "X other than in the last one or two digits of a year: " LEVEL_2);

  for (int i = 0; i < 4; i++)
    {
      gboolean digit = self->p[i] != 'X';

      date->year = date->year * 10 + (digit ? self->p[i] - '0' : 0);
      date->year_unspecified += !digit;
    }
  if (negative && date->year == 0 && date->year_unspecified == 0)
    return fail (self, at, 5, "year", "the year zero has no sign");
  date->before_zero = negative && date->year == 0;
  date->year = negative ? -date->year : date->year;
  self->p += 4;
  return TRUE;
}

/* The two characters of a month or a day after its hyphen; @value stays 0 for XX. */
static gboolean
read_part (Reader *self, const char *what, const char *no_part, const char *three, guint8 *value)
{
  const char *at = self->p;
  gsize n = strspn (at, DIGITS "X");

  if (is_qualifier (*at))
    return fail (self, at, 1, "a qualifier inside the date,", LEVEL_2);
  if (n == 0)
    return fail (self, at, 0, no_part, "two digits or XX come after a hyphen");
  if (n == 4)
    return fail (self, at, n, what, "it has two digits; between two years stands a slash, 2024/2025");
  if (n != 2)
    return fail (self, at, n, what, n == 3 ? three : "it has two digits, with a zero in front where needed");
  if ((at[0] == 'X') != (at[1] == 'X'))
    return fail (self, at, n, what, "X in place of a part of it: " LEVEL_2);
  if (at[0] != 'X')
    *value = two_digits (at);
  self->p += 2;
  return TRUE;
}

static gboolean
read_month (Reader *self, SutraEdtfDate *date)
{
  const char *at = self->p;

  if (!read_part (self, "month", "no month", "days of the year are not in EDTF: give month and day", &date->month))
    return FALSE;
  date->month_unspecified = *at == 'X';
  if (date->year_unspecified > 0)
    return fail (self, at, 2, "month", "a year with X in it stands alone: with a month " LEVEL_2);
  if (date->month >= 25 && date->month <= 41)
    return fail (self, at, 2, "season", "seasons go from 21 to 24: " LEVEL_2);
  if ((date->month == 0 && !date->month_unspecified) || (date->month > 12 && date->month < 21) || date->month > 41)
    return fail (self, at, 2, "month", "months go from 01 to 12, seasons from 21 to 24");
  return TRUE;
}

static gboolean
read_day (Reader *self, SutraEdtfDate *date)
{
  const char *at = self->p;

  if (date->month > 12)
    return fail (self, at - 1, 1, "a hyphen", "a season has no days");
  if (!read_part (self, "day", "no day", "it has two digits", &date->day))
    return FALSE;
  date->day_unspecified = *at == 'X';
  if (date->day_unspecified)
    return TRUE;
  if (date->day == 0 || date->day > 31)
    return fail (self, at, 2, "day", "days go from 01 to 31");
  if (date->month_unspecified)
    return fail (self, at, 2, "day", "a day of a month XX: " LEVEL_2);
  if (date->day > sutra_day_month_length (date->year, date->month))
    {
      g_autofree char *hint = g_strdup_printf ("month %02u of the year %" G_GINT64_FORMAT " has %u days", date->month, date->year,
                                               sutra_day_month_length (date->year, date->month));

      return fail (self, at, 2, "day", hint);
    }
  return TRUE;
}

static gboolean
read_time_part (Reader *self, const char *what, guint8 max, const char *hint, guint8 *value)
{
  gsize n = strspn (self->p, DIGITS);

  if (n == 0)
    return fail (self, self->p, 0, what, "missing: a time is written 10:30:00");
  if (n != 2)
    return fail (self, self->p, n, what, "two digits are needed, separated by colons, as in 10:30:00");
  *value = two_digits (self->p);
  if (*value > max)
    return fail (self, self->p, 2, what, hint);
  self->p += 2;
  return TRUE;
}

static gboolean
read_colon (Reader *self, const char *what)
{
  if (*self->p != ':')
    return fail (self, self->p, 0, what, "missing: a time is written 10:30:00");
  self->p++;
  return TRUE;
}

static gboolean
read_zone (Reader *self, SutraEdtfDate *date)
{
  const char *at = self->p++;
  guint8 hours, minutes = 0;

  date->has_zone = TRUE;
  if (*at == 'Z')
    return TRUE;
  if (!read_time_part (self, "hours of the zone", 14, "zones go from -14 to +14", &hours))
    return FALSE;
  if (*self->p == ':')
    {
      self->p++;
      if (!read_time_part (self, "minutes of the zone", 59, "minutes go from 00 to 59", &minutes))
        return FALSE;
    }
  if (hours == 14 && minutes > 0)
    return fail (self, at, (gsize) (self->p - at), "zone", "zones go from -14 to +14");
  if (*at == '-' && hours == 0 && minutes == 0)
    return fail (self, at, (gsize) (self->p - at), "zone", "write Z or +00:00");
  date->zone = (gint16) ((hours * 60 + minutes) * (*at == '-' ? -1 : 1));
  return TRUE;
}

static gboolean
read_time (Reader *self, SutraEdtfDate *date)
{
  const char *at = self->p;

  if (self->in_interval)
    return fail (self, at, 1, "a time of day,", "the ends of an interval are dates alone");
  if (date->day == 0)
    return fail (self, at, 1, "a time of day,", "it needs a year, a month and a day in front");
  self->p++;
  date->has_time = TRUE;
  if (!read_time_part (self, "hours", 23, "hours go from 00 to 23", &date->hour) || !read_colon (self, "minutes") ||
      !read_time_part (self, "minutes", 59, "minutes go from 00 to 59", &date->minute) || !read_colon (self, "seconds") ||
      !read_time_part (self, "seconds", 59, "seconds go from 00 to 59", &date->second))
    return FALSE;
  if (*self->p == '.' || *self->p == ',')
    return fail (self, self->p, 1, "a fraction,", "a time has whole seconds");
  if ((*self->p == 'Z' || *self->p == '+' || *self->p == '-') && !read_zone (self, date))
    return FALSE;
  if (is_qualifier (*self->p))
    return fail (self, self->p, 1, "a qualifier,", "a date with a time of day takes none");
  return TRUE;
}

static gboolean
read_end (Reader *self, SutraEdtfDate *date)
{
  const char *at = self->p;

  if (is_qualifier (*at))
    {
      date->uncertain = *at != '~';
      date->approximate = *at != '?';
      self->p++;
      if (is_qualifier (*self->p))
        return fail (self, self->p, 1, "a second qualifier,", "uncertain and approximate together are %");
      if (*self->p == '-')
        return fail (self, at, 1, "a qualifier inside the date,", LEVEL_2);
    }
  if (at_end (self))
    return TRUE;
  if (*self->p == 'S')
    return fail (self, self->p, 1, "significant digits,", LEVEL_2);
  if (*self->p == 'E')
    return fail (self, self->p, 1, "an exponent,", LEVEL_2);
  if (g_str_has_prefix (self->p, ".."))
    return fail (self, self->p, 2, "an open end", "a slash comes before it, as in 2024/..");
  return fail (self, self->p, 1, "something after the date,", "nothing can follow there but ? ~ or %");
}

/* What is a date of level 1 by itself need not be one as the end of an interval. */
static gboolean
check_interval_end (Reader *self, const char *at, const SutraEdtfDate *date)
{
  gsize n = (gsize) (self->p - at);

  if (date->year_unspecified > 0 || date->month_unspecified || date->day_unspecified)
    return fail (self, at, n, "end", "X in an interval: " LEVEL_2);
  if (date->month > 12)
    return fail (self, at, n, "end", "a season is no end of an interval: give its month");
  if (date->year > 9999 || date->year < -9999)
    return fail (self, at, n, "end", "a year with Y stands alone, not in an interval");
  return TRUE;
}

static gboolean
read_date (Reader *self, SutraEdtfDate *date)
{
  const char *at = self->p;

  if (!read_year (self, date))
    return FALSE;
  if (*self->p == '-')
    {
      self->p++;
      if (!read_month (self, date))
        return FALSE;
      if (*self->p == '-')
        {
          self->p++;
          if (!read_day (self, date))
            return FALSE;
        }
    }
  if (*self->p == 'T' && !read_time (self, date))
    return FALSE;
  if (self->in_interval && !check_interval_end (self, at, date))
    return FALSE;
  return read_end (self, date);
}

static gboolean
read_interval_end (Reader *self, SutraEdtfEnd *kind, SutraEdtfDate *date)
{
  *kind = SUTRA_EDTF_END_UNKNOWN;
  if (at_end (self))
    return TRUE;
  if (g_str_has_prefix (self->p, ".."))
    {
      *kind = SUTRA_EDTF_END_OPEN;
      self->p += 2;
      if (!at_end (self))
        return fail (self, self->p, 1, "something after the open end,", "an open end is .. alone");
      return TRUE;
    }
  *kind = SUTRA_EDTF_END_DATE;
  return read_date (self, date);
}

static gboolean
read_interval (Reader *self, SutraEdtf *value)
{
  const char *end_at;
  gint64 first, last;

  value->interval = self->in_interval = TRUE;
  if (!read_interval_end (self, &value->start_kind, &value->start))
    return FALSE;
  end_at = ++self->p;
  if (!read_interval_end (self, &value->end_kind, &value->end))
    return FALSE;
  if (*self->p == '/')
    return fail (self, self->p, 1, "a second slash,", "an interval has two ends");
  if (value->start_kind != SUTRA_EDTF_END_DATE && value->end_kind != SUTRA_EDTF_END_DATE)
    return fail (self, self->string, 0, "no date", "an interval needs a date at one end at least");
  sutra_edtf_bounds (value, &first, &last);
  if (last < first)
    return fail (self, end_at, strlen (end_at), "end", "the interval ends before it starts");
  return TRUE;
}

static gboolean
read_value (Reader *self, SutraEdtf *value)
{
  const char *set = strpbrk (self->string, "[]{},");

  if (set != NULL)
    return fail (self, set, 1, "a set of dates,", LEVEL_2);
  if (strchr (self->string, '/') != NULL)
    return read_interval (self, value);
  if (g_str_has_prefix (self->string, ".."))
    return fail (self, self->string, 2, "an open start", "a slash comes after it, as in ../2024");
  return read_date (self, &value->start);
}

/* Public API */

gboolean
sutra_edtf_parse (const char *string, SutraEdtf *value, GError **error)
{
  Reader reader = { string, string, FALSE, error };
  SutraEdtf read = { 0 };

  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  if (string == NULL || *string == '\0')
    {
      g_set_error (error, SUTRA_ERROR, SUTRA_ERROR_INVALID, "no date: one is written like 2024-04-08, 2024-04 or 2024");
      return FALSE;
    }
  if (!check_characters (&reader) || !read_value (&reader, &read))
    return FALSE;
  if (value != NULL)
    *value = read;
  return TRUE;
}

gboolean
sutra_edtf_validate (const char *string, GError **error)
{
  return sutra_edtf_parse (string, NULL, error);
}
