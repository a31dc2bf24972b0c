/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-date-resolve.h"

#include "sutra-edtf.h"

#include <string.h>

/* How far behind a date a verb may stand. */
#define VERB_REACH 160

void
sutra_resolution_say (SutraResolution *self, const char *format, ...)
{
  va_list args;

  if (self->explanation->len > 0)
    g_string_append_c (self->explanation, ' ');
  va_start (args, format);
  g_string_append_vprintf (self->explanation, format, args);
  va_end (args);
}

gboolean
sutra_resolution_fail (SutraResolution *self, SutraExpressionState state, const char *format, ...)
{
  va_list args;

  self->state = state;
  g_string_truncate (self->explanation, 0);
  va_start (args, format);
  g_string_append_vprintf (self->explanation, format, args);
  va_end (args);
  return FALSE;
}

static gboolean
is_future_verb (const gunichar *key, guint32 start, guint32 end)
{
  SutraSense senses[SUTRA_SENSES_MAX];
  guint32 taken;
  guint n = sutra_date_lexicon_look_up (key, start, end, senses, &taken);

  for (guint i = 0; i < n; i++)
    if (senses[i].word == SUTRA_WORD_FUTURE && taken == end)
      return TRUE;
  return FALSE;
}

/* ছিল, হয়েছিল, করেছিলেন: long past. Not হয়েছে: "৫ ডিসেম্বর শুনানির দিন ঠিক করা হয়েছে". */
static gboolean
is_past_verb (const gunichar *key, guint32 start, guint32 end)
{
  static const gunichar was[] = { 0x099b, 0x09bf, 0x09b2 };
  static const gunichar ending[] = { 0x09c7, 0x09a8 };

  if (end - start > 5 && memcmp (key + end - 2, ending, sizeof ending) == 0)
    end -= 2;
  return end - start >= 3 && memcmp (key + end - 3, was, sizeof was) == 0;
}

/* The full stop at @i ends a sentence: it is behind the date or a word, not an abbreviation, and before a space. */
static gboolean
is_full_stop (const gunichar *key, guint32 word, guint32 i, guint32 end)
{
  return key[i] == '.' && (i == word || i >= word + 3) && (i + 1 == end || key[i + 1] == ' ');
}

/* What the verbs say that the sentence goes on with. */
static SutraTense
tense_behind (const SutraDateReader *self, guint32 at)
{
  const gunichar *key = self->fold->key;
  guint32 end = (guint32) MIN (self->fold->length, (gsize) at + VERB_REACH);
  guint32 word = at;
  SutraTense tense = SUTRA_TENSE_UNKNOWN;

  for (guint32 i = at; i <= end; i++)
    {
      gunichar c = i < end ? key[i] : ' ';

      if (g_unichar_isalpha (c) || g_unichar_ismark (c))
        continue;
      if (i > word && is_future_verb (key, word, i))
        return SUTRA_TENSE_FUTURE;
      if (i > word && is_past_verb (key, word, i))
        tense = SUTRA_TENSE_PAST;
      if (c == 0x0964 || c == 0x0965 || c == '?' || c == '!' || (i < end && is_full_stop (key, word, i, end)))
        break;
      word = i + 1;
    }
  return tense;
}

static const char *const month_names[] = { "January", "February", "March",     "April",   "May",      "June",
                                           "July",    "August",   "September", "October", "November", "December" };
static const char *const weekday_names[] = { "Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday" };

/* What is wrong by itself, whatever the year. */
static gboolean
check_possible (const SutraDateParts *parts, SutraResolution *resolution)
{
  if (parts->has_year && parts->year == 0 && !parts->year_unspecified && parts->anchor == SUTRA_ANCHOR_NONE && parts->direction != 2)
    return sutra_resolution_fail (resolution, SUTRA_EXPRESSION_IMPOSSIBLE, "There is no year 0: AD 1 follows 1 BC.");
  if (parts->has_year && (parts->year > 9999 || parts->year < -9999))
    return sutra_resolution_fail (resolution, SUTRA_EXPRESSION_IMPOSSIBLE, "A year has at most four digits here.");
  if (!parts->has_month || parts->season_lost || parts->month >= 21)
    return TRUE;
  if (parts->month < 1 || parts->month > 12)
    return sutra_resolution_fail (resolution, SUTRA_EXPRESSION_IMPOSSIBLE, "There is no month %u: months go from 1 to 12.", parts->month);
  if (!parts->has_day)
    return TRUE;
  if (parts->day < 1)
    return sutra_resolution_fail (resolution, SUTRA_EXPRESSION_IMPOSSIBLE, "There is no day %" G_GINT64_FORMAT ": days begin with 1.",
                                  parts->day);
  if ((guint64) parts->day > sutra_day_month_length (parts->has_year ? parts->year : 2000, parts->month))
    {
      const char *name = month_names[parts->month - 1];

      if (parts->has_year && parts->month == 2)
        return sutra_resolution_fail (resolution, SUTRA_EXPRESSION_IMPOSSIBLE, "%s %" G_GINT64_FORMAT " has %u days.", name, parts->year,
                                      sutra_day_month_length (parts->year, 2));
      return sutra_resolution_fail (resolution, SUTRA_EXPRESSION_IMPOSSIBLE, "%s has %u days.", name,
                                    sutra_day_month_length (2000, parts->month));
    }
  return TRUE;
}

/* Month and day as said, behind a year that was found. */
static gboolean
fill (const SutraDateParts *parts, SutraResolution *resolution)
{
  SutraEdtfDate *date = &resolution->value.start;

  if (parts->has_month)
    date->month = (guint8) parts->month;
  if (parts->day_some)
    date->day_unspecified = 1;
  if (!parts->has_day)
    return TRUE;
  if (date->month < 1 || date->month > 12)
    return sutra_resolution_fail (resolution, SUTRA_EXPRESSION_IMPOSSIBLE, "A day needs a month; a season has no numbered days.");
  if (parts->day < 1 || (guint64) parts->day > sutra_day_month_length (date->year, date->month))
    return sutra_resolution_fail (resolution, SUTRA_EXPRESSION_IMPOSSIBLE, "%s %" G_GINT64_FORMAT " has %u days.",
                                  month_names[date->month - 1], date->year, sutra_day_month_length (date->year, date->month));
  date->day = (guint8) parts->day;
  return TRUE;
}

static gboolean
resolve_place (const SutraDateReader *self, const SutraDateParts *parts, SutraTense tense, SutraResolution *resolution)
{
  if (parts->season_lost)
    return sutra_resolution_fail (resolution, SUTRA_EXPRESSION_NOT_CONVERTED, "EDTF has no code for the rainy season.");
  if (parts->calendar == SUTRA_CALENDAR_HIJRI || parts->calendar == SUTRA_CALENDAR_SAKA)
    {
      resolution->calendar = parts->calendar == SUTRA_CALENDAR_HIJRI ? "hijri" : "saka";
      if (parts->has_year && parts->has_month && parts->has_day)
        resolution->original = g_strdup_printf ("%04d-%02u-%02d", (int) MIN (parts->year, 99999), parts->month, (int) parts->day);
      else if (parts->has_year)
        resolution->original = g_strdup_printf ("%04d", (int) MIN (parts->year, 99999));
      return sutra_resolution_fail (resolution, SUTRA_EXPRESSION_NOT_CONVERTED, "Dates of the %s calendar are not converted.",
                                    parts->calendar == SUTRA_CALENDAR_HIJRI ? "Hijri" : "Saka");
    }
  if (parts->calendar == SUTRA_CALENDAR_BENGALI)
    return sutra_date_resolve_bengali (self, parts, tense, resolution);
  if (!check_possible (parts, resolution))
    return FALSE;
  if (parts->other_year)
    return sutra_resolution_fail (resolution, SUTRA_EXPRESSION_NEEDS_YEAR, "The year is that of another date of the text.");
  if (parts->has_day && !parts->has_month && !parts->has_year &&
      (parts->anchor == SUTRA_ANCHOR_NONE || parts->anchor == SUTRA_ANCHOR_NEAREST))
    return sutra_date_resolve_lone_day (self, parts, resolution);
  if (!parts->has_year)
    return sutra_date_resolve_relative (self, parts, tense, resolution) && fill (parts, resolution);
  resolution->value.start.year = parts->year;
  resolution->value.start.year_unspecified = parts->year_unspecified;
  if (parts->year_unspecified == 2 && parts->amount != 0)
    {
      resolution->value.start.before_zero = parts->year == 0;
    }
  if (parts->year_short && !parts->year_unspecified && parts->calendar == SUTRA_CALENDAR_GREGORIAN)
    sutra_resolution_say (resolution, "Only two digits of the year are said.");
  if (parts->ordered)
    {
      resolution->state = SUTRA_EXPRESSION_AMBIGUOUS;
      sutra_resolution_say (resolution, "Read with the day first; with the month first it is %" G_GINT64_FORMAT " %s.",
                            (gint64) parts->month, month_names[parts->day - 1]);
    }
  return fill (parts, resolution);
}

static gint64
day_of (const SutraEdtfDate *date)
{
  return sutra_day_from_date (date->year, date->month, date->day);
}

static gboolean
is_day (const SutraEdtf *value)
{
  return !value->interval && value->start.day > 0;
}

static void
check_weekday (const SutraDateParts *parts, SutraResolution *resolution)
{
  guint weekday;

  if (parts->weekday < 0 || !is_day (&resolution->value))
    return;
  weekday = sutra_day_get_weekday (day_of (&resolution->value.start));
  if ((int) weekday == parts->weekday)
    return;
  resolution->state = SUTRA_EXPRESSION_WEEKDAY;
  sutra_resolution_say (resolution, "%u %s %" G_GINT64_FORMAT " is a %s, not a %s.", resolution->value.start.day,
                        month_names[resolution->value.start.month - 1], resolution->value.start.year, weekday_names[weekday],
                        weekday_names[parts->weekday]);
}

static void
add_time (const SutraDateReader *self, const SutraDateParts *parts, SutraResolution *resolution)
{
  SutraEdtfDate *date = &resolution->value.start;

  if (!parts->has_time || parts->time_vague || !is_day (&resolution->value) || parts->hour > 23)
    return;
  if (parts->time_next_day)
    {
      sutra_date_set_day (date, day_of (date) + 1);
      sutra_resolution_say (resolution, "The hour after midnight belongs to the next day.");
    }
  date->has_time = 1;
  date->hour = parts->hour;
  date->minute = parts->minute;
  date->second = parts->second;
  date->has_zone = 1;
  date->zone = parts->time_zulu ? 0 : self->india ? 330 : 360;
}

static void
qualify (const SutraDateParts *parts, SutraEdtfDate *date)
{
  date->approximate |= parts->approximate;
  date->uncertain |= parts->uncertain;
}

static gboolean
resolve_point (const SutraDateReader *self, const SutraDateParts *parts, SutraTense tense, SutraResolution *resolution)
{
  if (!resolve_place (self, parts, tense, resolution))
    return FALSE;
  check_weekday (parts, resolution);
  add_time (self, parts, resolution);
  if (resolution->value.start.has_time)
    return TRUE; /* EDTF qualifies no time */
  qualify (parts, &resolution->value.start);
  if (resolution->value.interval)
    qualify (parts, &resolution->value.end);
  return TRUE;
}

/* The bounds of what @value says, as dates of an interval. */
static SutraEdtfDate
last_of (const SutraEdtf *value)
{
  return value->interval ? value->end : value->start;
}

static void
drop_time (SutraEdtfDate *date)
{
  date->has_time = date->has_zone = 0;
  date->hour = date->minute = date->second = 0;
  date->zone = 0;
}

/* Joins what the two resolutions say. */
static void
merge (SutraResolution *into, SutraResolution *from)
{
  if (from->explanation->len > 0 && strstr (into->explanation->str, from->explanation->str) == NULL)
    sutra_resolution_say (into, "%s", from->explanation->str);
  if (into->state == SUTRA_EXPRESSION_FINE)
    into->state = from->state;
  if (into->calendar == NULL)
    into->calendar = from->calendar;
  if (into->original != NULL && from->original != NULL)
    {
      char *both = g_strconcat (into->original, "/", from->original, NULL);

      g_free (into->original);
      into->original = both;
    }
}

static gboolean
earlier_in_year (const SutraDateParts *a, const SutraDateParts *b)
{
  if (a->month != b->month)
    return a->month < b->month;
  return a->has_day && b->has_day && a->day < b->day;
}

/* The year is on one end, or on neither. */
static void
share_year (SutraDateParts *a, SutraDateParts *b)
{
  if (a->has_year == b->has_year || !a->has_month || !b->has_month)
    return;
  if (b->has_year && a->anchor == SUTRA_ANCHOR_NONE)
    {
      a->has_year = 1;
      a->year = b->year - (earlier_in_year (b, a) ? 1 : 0);
    }
  else if (a->has_year && b->anchor == SUTRA_ANCHOR_NONE)
    {
      b->has_year = 1;
      b->year = a->year + (earlier_in_year (b, a) ? 1 : 0);
    }
}

/* Both ends by the published date: one is found, the other follows it. */
static void
anchor_to (SutraDateParts *parts, const SutraDateParts *found_parts, const SutraResolution *found, gboolean before)
{
  if (parts->has_month && found_parts->has_month && !parts->has_year)
    {
      gint64 year = parts->calendar == SUTRA_CALENDAR_BENGALI && found->original != NULL ? g_ascii_strtoll (found->original, NULL, 10)
                                                                                         : found->value.start.year;

      parts->has_year = 1;
      parts->anchor = SUTRA_ANCHOR_NONE;
      parts->year = year;
      if (before && earlier_in_year (found_parts, parts))
        parts->year--;
      else if (!before && earlier_in_year (parts, found_parts))
        parts->year++;
    }
  else if (parts->weekday >= 0 && !parts->has_month && parts->anchor == SUTRA_ANCHOR_NEAREST && is_day (&found->value))
    {
      gint64 day = day_of (&found->value.start);
      int gap = (parts->weekday - (int) sutra_day_get_weekday (day) + 7) % 7;
      SutraEdtfDate date = { 0 };

      sutra_date_set_day (&date, before ? day - (7 - gap) % 7 : day + gap);
      parts->has_year = parts->has_month = parts->has_day = 1;
      parts->year = date.year;
      parts->month = date.month;
      parts->day = date.day;
      parts->anchor = SUTRA_ANCHOR_NONE;
    }
}

static gboolean
resolve_interval (const SutraDateReader *self, const SutraDateReading *reading, SutraTense tense, SutraResolution *resolution)
{
  SutraDateParts a = reading->a, b = reading->b;
  SutraResolution other = { .explanation = g_string_new (NULL) };
  gboolean backwards = a.anchor == SUTRA_ANCHOR_NEAREST && a.direction < 0;
  gboolean done;

  share_year (&a, &b);
  if (backwards)
    {
      done = resolve_point (self, &b, tense, &other);
      if (done)
        anchor_to (&a, &b, &other, TRUE);
      done = done && resolve_point (self, &a, tense, resolution);
    }
  else
    {
      done = resolve_point (self, &a, tense, resolution);
      if (done)
        anchor_to (&b, &a, resolution, FALSE);
      done = done && resolve_point (self, &b, tense, &other);
    }
  if (!done && other.state != SUTRA_EXPRESSION_FINE && resolution->state == SUTRA_EXPRESSION_FINE)
    sutra_resolution_fail (resolution, other.state, "%s", other.explanation->str);
  if (done)
    {
      resolution->value.end = last_of (&other.value);
      resolution->value.interval = TRUE;
      drop_time (&resolution->value.start);
      drop_time (&resolution->value.end);
      merge (resolution, &other);
      if (reading->form == SUTRA_FORM_SET)
        sutra_resolution_say (resolution, "Only the first and the last are in the value, not those between.");
    }
  g_string_free (other.explanation, TRUE);
  g_free (other.original);
  return done;
}

static gboolean
resolve_fiscal (const SutraDateReader *self, const SutraDateReading *reading, SutraResolution *resolution)
{
  SutraEdtf *value = &resolution->value;
  guint first_month = self->india ? 4 : 7;
  gint64 year = reading->a.year;

  value->interval = TRUE;
  if (!reading->a.has_year)
    {
      if (!sutra_date_published_year (self, resolution, &year))
        return FALSE;
      if (self->published.start.month < 1 || self->published.start.month > 12)
        return sutra_resolution_fail (
            resolution, SUTRA_EXPRESSION_NEEDS_PUBLISHED,
            "Needs the published date of the article with its month: a fiscal year begins in the middle of a year.");
      year += reading->a.direction - (self->published.start.month < first_month ? 1 : 0);
    }
  if (reading->a.amount == 1)
    {
      value->start.year = year;
      value->end.year = year + 1;
      return TRUE;
    }
  if (reading->a.kal)
    {
      resolution->state = SUTRA_EXPRESSION_AMBIGUOUS;
      sutra_resolution_say (resolution, "Taken as the fiscal year that ends in this year.");
    }
  sutra_resolution_say (resolution, "The fiscal year of %s.", self->india ? "India" : "Bangladesh");
  value->start.year = year;
  value->end.year = year + 1;
  value->start.month = (guint8) first_month;
  value->end.month = (guint8) (first_month - 1);
  value->start.day = 1;
  value->end.day = (guint8) sutra_day_month_length (year + 1, first_month - 1);
  return TRUE;
}

static gboolean
resolve_open (const SutraDateReader *self, const SutraDateReading *reading, SutraTense tense, SutraResolution *resolution)
{
  if (!resolve_point (self, &reading->a, tense, resolution))
    return FALSE;
  drop_time (&resolution->value.start);
  if (reading->form == SUTRA_FORM_SINCE)
    resolution->value.end_kind = SUTRA_EDTF_END_OPEN;
  else
    {
      resolution->value.end = last_of (&resolution->value);
      drop_time (&resolution->value.end);
      resolution->value.start_kind = SUTRA_EDTF_END_OPEN;
    }
  resolution->value.interval = TRUE;
  if (reading->form == SUTRA_FORM_SINCE)
    resolution->value.end = (SutraEdtfDate){ 0 };
  else
    resolution->value.start = (SutraEdtfDate){ 0 };
  return TRUE;
}

/* EDTF level 1 knows no X or season in an interval: their bounds stand for them. */
static void
widen_ends (SutraEdtf *value)
{
  gint64 first, last;

  if (!value->interval)
    return;
  if (value->start_kind == SUTRA_EDTF_END_DATE &&
      (value->start.year_unspecified > 0 || value->start.day_unspecified || value->start.month > 12))
    {
      SutraEdtfDate year = { 0 };

      sutra_edtf_date_bounds (&value->start, &first, &last);
      sutra_date_set_day (&year, first);
      value->start.year = year.year;
      value->start.year_unspecified = 0;
      value->start.month = value->start.day = 0;
      value->start.day_unspecified = 0;
    }
  if (value->end_kind == SUTRA_EDTF_END_DATE && (value->end.year_unspecified > 0 || value->end.day_unspecified || value->end.month > 12))
    {
      SutraEdtfDate year = { 0 };

      sutra_edtf_date_bounds (&value->end, &first, &last);
      sutra_date_set_day (&year, last);
      value->end.year = year.year;
      value->end.year_unspecified = 0;
      value->end.month = value->end.day = 0;
      value->end.day_unspecified = 0;
    }
}

static gboolean
resolve (const SutraDateReader *self, const SutraDateReading *reading, SutraResolution *resolution)
{
  SutraTense tense = tense_behind (self, reading->key_end);

  switch (reading->form)
    {
    case SUTRA_FORM_INTERVAL:
    case SUTRA_FORM_SET:
      return resolve_interval (self, reading, tense, resolution);
    case SUTRA_FORM_FISCAL:
      return resolve_fiscal (self, reading, resolution);
    case SUTRA_FORM_SINCE:
    case SUTRA_FORM_UNTIL:
      return resolve_open (self, reading, tense, resolution);
    case SUTRA_FORM_TIME:
      return sutra_resolution_fail (resolution, SUTRA_EXPRESSION_NEEDS_DAY, "The day is not said, only the time.");
    case SUTRA_FORM_POINT:
    default:
      return resolve_point (self, &reading->a, tense, resolution);
    }
}

void
sutra_date_resolve (const SutraDateReader *self, const SutraDateReading *reading, SutraExpression *expression)
{
  SutraResolution resolution = { .explanation = g_string_new (NULL) };

  if (resolve (self, reading, &resolution))
    {
      g_autoptr (GError) error = NULL;

      widen_ends (&resolution.value);
      expression->value = sutra_edtf_to_string (&resolution.value);
      if (!sutra_edtf_validate (expression->value, &error))
        {
          g_clear_pointer (&expression->value, g_free);
          sutra_resolution_fail (&resolution, SUTRA_EXPRESSION_IMPOSSIBLE, "As a date it would be wrong: %s.", error->message);
        }
      else if (reading->note != NULL)
        sutra_resolution_say (&resolution, "%s", reading->note);
    }
  expression->state = resolution.state;
  expression->calendar = resolution.calendar;
  expression->original = resolution.original;
  expression->explanation = g_string_free (resolution.explanation, resolution.explanation->len == 0);
}
