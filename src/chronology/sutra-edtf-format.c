/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-edtf-value.h"

#include "sutra-bengali-calendar.h"
#include "sutra-date-words.h"

#include <string.h>

#define LAST_PLAIN_YEAR 9999
#define SMALLEST_PLAIN_YEAR 1000

typedef struct
{
  const SutraDateWords *words;
  SutraEdtfFormat flags;
} Writer;

/* What the other end of an interval says already. */
typedef enum
{
  WHOLE = 0,
  WITHOUT_YEAR = 1 << 0,
  WITHOUT_MONTH = 1 << 1,
} Parts;

/* Takes @value. (transfer full) */
static char *
fill (const char *pattern, char *value)
{
  const char *at = g_strstr_len (pattern, -1, "{}");
  char *filled = g_strdup_printf ("%.*s%s%s", (int) (at - pattern), pattern, value, at + 2);

  g_free (value);
  return filled;
}

/* Years */

/* 170,000,002; in Bengali 17,00,00,002. */
static char *
group_number (guint64 number, gboolean bengali)
{
  g_autofree char *digits = g_strdup_printf ("%" G_GUINT64_FORMAT, number);
  GString *grouped = g_string_new (NULL);
  gsize left = strlen (digits);

  for (const char *p = digits; *p != '\0'; p++, left--)
    {
      gboolean boundary = left == 3 || (left > 3 && (bengali ? left % 2 == 1 : left % 3 == 0));

      if (p != digits && boundary)
        g_string_append_c (grouped, ',');
      g_string_append_c (grouped, *p);
    }
  return g_string_free (grouped, FALSE);
}

/* @year counts from 1 on, before or after Christ. */
static char *
write_number (const Writer *self, gint64 year)
{
  if (year > LAST_PLAIN_YEAR)
    return group_number ((guint64) year, self->words->bengali);
  return g_strdup_printf ("%" G_GINT64_FORMAT, year);
}

static char *
write_year (const Writer *self, gint64 year)
{
  if (year <= 0)
    return fill (self->words->before_christ, write_number (self, 1 - year));
  if (year < SMALLEST_PLAIN_YEAR)
    return fill (self->words->anno_domini, write_number (self, year));
  return write_number (self, year);
}

static char *
write_ordinal (gint64 number)
{
  static const char *const endings[] = { "th", "st", "nd", "rd" };
  gboolean teen = number % 100 >= 11 && number % 100 <= 13;

  return g_strdup_printf ("%" G_GINT64_FORMAT "%s", number, teen || number % 10 > 3 ? "th" : endings[number % 10]);
}

static char *
write_century (const Writer *self, gint64 century)
{
  const SutraDateWords *words = self->words;

  if (!words->bengali)
    return fill (words->century, write_ordinal (century));
  if (century <= (gint64) G_N_ELEMENTS (words->centuries) && words->centuries[century - 1] != NULL)
    return fill (words->century_named, g_strdup (words->centuries[century - 1]));
  return fill (words->century, write_number (self, century));
}

static char *
write_years (const Writer *self, gint64 first, gint64 last)
{
  g_autofree char *start = NULL;
  g_autofree char *end = NULL;

  if (last <= 0)
    return fill (self->words->before_christ, g_strdup_printf ("%" G_GINT64_FORMAT "–%" G_GINT64_FORMAT, 1 - first, 1 - last));
  start = write_year (self, first);
  end = write_year (self, last);
  if (first >= SMALLEST_PLAIN_YEAR)
    return g_strconcat (start, "–", end, NULL);
  return g_strconcat (start, " – ", end, NULL);
}

/* A decade or century by name where it has one. */
static char *
write_unspecified_year (const Writer *self, const SutraEdtfDate *date)
{
  gint64 first, last, first_year, last_year;
  guint month, day;

  if (date->year_unspecified == 2 && date->year >= 0 && !date->before_zero)
    return write_century (self, date->year / 100 + 1);
  if (date->year_unspecified == 1 && date->year >= 10)
    return fill (self->words->decade, write_number (self, date->year));
  sutra_edtf_date_bounds (date, &first, &last);
  sutra_day_to_date (first, &first_year, &month, &day);
  sutra_day_to_date (last, &last_year, &month, &day);
  return write_years (self, first_year, last_year);
}

/* Dates */

static char *
write_unspecified_day (const Writer *self, const SutraEdtfDate *date)
{
  char *year = write_year (self, date->year);
  g_autoptr (GString) string = NULL;

  if (date->month_unspecified)
    return fill (date->day_unspecified ? self->words->day_of_year : self->words->month_of_year, year);
  string = g_string_new (self->words->day_of_month);
  g_string_replace (string, "{month}", self->words->months_of[date->month - 1], 1);
  g_string_replace (string, "{year}", year, 1);
  g_free (year);
  return g_string_free (g_steal_pointer (&string), FALSE);
}

static void
append_time (GString *string, const SutraEdtfDate *date)
{
  g_string_append_printf (string, ", %02u:%02u", date->hour, date->minute);
  if (date->second > 0)
    g_string_append_printf (string, ":%02u", date->second);
  if (!date->has_zone)
    return;
  g_string_append (string, " UTC");
  if (date->zone != 0)
    g_string_append_printf (string, "%c%02d:%02d", date->zone < 0 ? '-' : '+', ABS (date->zone) / 60, ABS (date->zone) % 60);
}

static char *
write_day_or_month (const Writer *self, const SutraEdtfDate *date, Parts parts)
{
  gboolean brief = (self->flags & SUTRA_EDTF_FORMAT_SHORT) != 0;
  GString *string = g_string_new (NULL);
  g_autofree char *year = NULL;

  if (date->day > 0 && (self->flags & SUTRA_EDTF_FORMAT_WEEKDAY) != 0)
    {
      guint weekday = sutra_day_get_weekday (sutra_day_from_date (date->year, date->month, date->day));

      g_string_append_printf (string, "%s, ", brief ? self->words->short_weekdays[weekday] : self->words->weekdays[weekday]);
    }
  if (date->day > 0)
    g_string_append_printf (string, "%u", date->day);
  if (date->day > 0 && (parts & WITHOUT_MONTH) == 0)
    g_string_append_c (string, ' ');
  if ((parts & WITHOUT_MONTH) == 0)
    g_string_append (string, brief ? self->words->short_months[date->month - 1] : self->words->months[date->month - 1]);
  if ((parts & WITHOUT_YEAR) == 0)
    {
      year = write_year (self, date->year);
      g_string_append_printf (string, "%s%s", date->day > 0 ? self->words->year_separator : " ", year);
    }
  if (date->has_time)
    append_time (string, date);
  return g_string_free (string, FALSE);
}

static char *
write_date (const Writer *self, const SutraEdtfDate *date, Parts parts)
{
  if (date->year_unspecified > 0)
    return write_unspecified_year (self, date);
  if (date->month_unspecified || date->day_unspecified)
    return write_unspecified_day (self, date);
  if (date->month > 12)
    {
      g_autofree char *year = write_year (self, date->year);

      return g_strconcat (self->words->seasons[date->month - 21], " ", year, NULL);
    }
  if (date->month > 0)
    return write_day_or_month (self, date, parts);
  return write_year (self, date->year);
}

static char *
write_qualified (const Writer *self, const SutraEdtfDate *date)
{
  const SutraDateWords *words = self->words;
  gboolean the = date->year_unspecified > 0;
  char *plain = write_date (self, date, WHOLE);

  if (date->uncertain && date->approximate)
    return fill (the ? words->possibly_about_the : words->possibly_about, plain);
  if (date->uncertain)
    return fill (the ? words->possibly_the : words->possibly, plain);
  if (date->approximate)
    return fill (the ? words->about_the : words->about, plain);
  return plain;
}

/* Intervals */

/* 30 October – 11 November 2023: what both ends share is said once. */
static char *
write_closed (const Writer *self, const SutraEdtfDate *start, const SutraEdtfDate *end)
{
  gboolean plain = !start->uncertain && !start->approximate && !end->uncertain && !end->approximate;
  gboolean days = start->day > 0 && end->day > 0;
  gboolean months = start->month > 0 && end->month > 0 && start->day == 0 && end->day == 0;
  gboolean same_year = start->year == end->year && plain;
  gboolean same_month = same_year && start->month == end->month;
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;

  if (same_month && start->day == end->day)
    return write_date (self, start, WHOLE);
  if (plain && start->month == 0 && end->month == 0)
    return write_years (self, start->year, end->year);
  if (same_month && days && (self->flags & SUTRA_EDTF_FORMAT_WEEKDAY) == 0)
    {
      to = write_date (self, end, WHOLE);
      return g_strdup_printf ("%u–%s", start->day, to);
    }
  from = same_year && (days || months) ? write_date (self, start, WITHOUT_YEAR) : write_qualified (self, start);
  to = write_qualified (self, end);
  return g_strconcat (from, " – ", to, NULL);
}

static char *
write_value (const Writer *self, const SutraEdtf *value)
{
  const SutraDateWords *words = self->words;

  if (!value->interval)
    return write_qualified (self, &value->start);
  if (value->start_kind != SUTRA_EDTF_END_DATE)
    return fill (value->start_kind == SUTRA_EDTF_END_OPEN ? words->until : words->until_unknown, write_qualified (self, &value->end));
  if (value->end_kind != SUTRA_EDTF_END_DATE)
    return fill (value->end_kind == SUTRA_EDTF_END_OPEN ? words->since : words->since_unknown, write_qualified (self, &value->start));
  return write_closed (self, &value->start, &value->end);
}

/* The Bengali calendar */

/* FALSE unless @date is a day that the calendar knows. */
static gboolean
convert (const Writer *self, const SutraEdtfDate *date, int *year, guint *month, guint *day, gboolean *exact)
{
  SutraBengaliCalendar calendar = (self->flags & SUTRA_EDTF_FORMAT_INDIA) != 0 ? SUTRA_BENGALI_INDIA : SUTRA_BENGALI_BANGLADESH;
  gboolean this_exact;

  if (date->day == 0 ||
      !sutra_bengali_from_day (calendar, sutra_day_from_date (date->year, date->month, date->day), year, month, day, &this_exact))
    return FALSE;
  *exact = *exact && this_exact;
  return TRUE;
}

/* "25 Choitro 1430", "14–26 Kartik 1430"; NULL where there is none. */
static char *
write_in_bengali_calendar (const Writer *self, const SutraEdtf *value, gboolean *exact)
{
  gboolean open_start = value->interval && value->start_kind != SUTRA_EDTF_END_DATE;
  gboolean closed = value->interval && !open_start && value->end_kind == SUTRA_EDTF_END_DATE;
  const char *const *months = self->words->bengali_months;
  int year, end_year;
  guint month, day, end_month, end_day;

  *exact = TRUE;
  if (!convert (self, open_start ? &value->end : &value->start, &year, &month, &day, exact))
    return NULL;
  if (!closed)
    return g_strdup_printf ("%u %s %d", day, months[month - 1], year);
  if (!convert (self, &value->end, &end_year, &end_month, &end_day, exact))
    return NULL;
  if (end_year != year)
    return g_strdup_printf ("%u %s %d – %u %s %d", day, months[month - 1], year, end_day, months[end_month - 1], end_year);
  if (end_month != month)
    return g_strdup_printf ("%u %s – %u %s %d", day, months[month - 1], end_day, months[end_month - 1], year);
  if (end_day != day)
    return g_strdup_printf ("%u–%u %s %d", day, end_day, months[month - 1], year);
  return g_strdup_printf ("%u %s %d", day, months[month - 1], year);
}

static void
append_bengali_calendar (const Writer *self, GString *string, const SutraEdtf *value)
{
  gboolean exact;
  char *date = write_in_bengali_calendar (self, value, &exact);

  if (date == NULL)
    return;
  date = fill (self->words->bengali_era, date);
  if (!exact)
    date = fill (self->words->within_a_day, date);
  g_string_append_printf (string, " (%s)", date);
  g_free (date);
}

static char *
to_bengali_digits (const char *string)
{
  GString *converted = g_string_new (NULL);

  for (const char *p = string; *p != '\0'; p++)
    if (g_ascii_isdigit (*p))
      g_string_append_unichar (converted, 0x09E6 + (gunichar) (*p - '0'));
    else
      g_string_append_c (converted, *p);
  return g_string_free (converted, FALSE);
}

/* Public API */

char *
sutra_edtf_format (const SutraEdtf *value, const char *language, SutraEdtfFormat flags)
{
  Writer self = { sutra_date_words_get (language), flags };
  g_autofree char *plain = write_value (&self, value);
  g_autoptr (GString) string = g_string_new (plain);

  if ((flags & SUTRA_EDTF_FORMAT_BENGALI) != 0)
    append_bengali_calendar (&self, string, value);
  if (self.words->bengali)
    return to_bengali_digits (string->str);
  return g_string_free (g_steal_pointer (&string), FALSE);
}
