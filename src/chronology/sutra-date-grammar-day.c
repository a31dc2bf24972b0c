/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-date-grammar.h"

/* A day said in several ways beside each other: "গতকাল সোমবার (২৩ ফেব্রুয়ারি) সকাল ১০টায়". */
enum
{
  SAID_CALENDAR = 1 << 0,
  SAID_RELATIVE = 1 << 1,
  SAID_WEEKDAY = 1 << 2,
  SAID_TIME = 1 << 3,
};

/* A calendar date beside what is said already: it says the day, the rest is checked against it. */
static gboolean
add_calendar (const SutraDateReader *self, SutraDateCursor *c, SutraDateParts *parts, const char **rule)
{
  SutraDateParts scratch;
  const char *calendar_rule;

  sutra_date_parts_init (&scratch);
  if (!sutra_date_take_calendar (self, c, &scratch, &calendar_rule) || !scratch.has_day)
    return FALSE;
  scratch.weekday = parts->weekday;
  scratch.direction = parts->direction;
  if (!scratch.has_year && parts->anchor == SUTRA_ANCHOR_NEAREST && parts->direction != 0)
    scratch.anchor = SUTRA_ANCHOR_NEAREST;
  if (parts->anchor == SUTRA_ANCHOR_DAYS && !scratch.has_year)
    scratch.direction = parts->amount < 0 ? -1 : parts->amount > 0 ? 1 : 0;
  if (parts->time_end > 0)
    {
      scratch.has_time = parts->has_time;
      scratch.time_vague = parts->time_vague;
      scratch.time_next_day = parts->time_next_day;
      scratch.hour = parts->hour;
      scratch.minute = parts->minute;
      scratch.second = parts->second;
      scratch.time_start = parts->time_start;
      scratch.time_end = parts->time_end;
    }
  *parts = scratch;
  *rule = calendar_rule;
  return TRUE;
}

static guint
take_first (const SutraDateReader *self, SutraDateCursor *c, SutraDateParts *parts, const char **rule)
{
  SutraDateParts empty = *parts;
  SutraDateCursor start = *c;
  const SutraToken *token = sutra_date_token (self, c->at);

  if (sutra_date_take_day_word (self, c, parts))
    {
      *rule = "day-word";
      return SAID_RELATIVE;
    }
  *c = start;
  *parts = empty;
  if (sutra_date_take_relative (self, c, parts, rule))
    {
      guint said = SAID_RELATIVE;

      if (parts->weekday >= 0)
        said |= SAID_WEEKDAY;
      if (parts->has_day)
        said |= SAID_CALENDAR;
      return said;
    }
  *c = start;
  *parts = empty;
  if (sutra_date_take_weekday (self, c, parts))
    {
      parts->anchor = SUTRA_ANCHOR_NEAREST;
      *rule = "weekday";
      return SAID_WEEKDAY;
    }
  *c = start;
  *parts = empty;
  if (sutra_date_take_calendar (self, c, parts, rule))
    return parts->has_day ? SAID_CALENDAR : SAID_CALENDAR | SAID_WEEKDAY | SAID_TIME;
  *c = start;
  *parts = empty;
  /* "10:06am ডিসেম্বর 11, 2014": a time only with a day behind it. */
  if (token->type != SUTRA_TOKEN_NUMBER && sutra_date_sense (self, c->at, SUTRA_WORD_PART) == NULL)
    return 0;
  if (sutra_date_take_time (self, c, parts, FALSE))
    {
      sutra_date_take_mark (self, c, ',');
      if (sutra_date_sense (self, c->at, SUTRA_WORD_IN) != NULL && sutra_date_sense (self, c->at, SUTRA_WORD_IN)->flags == SUTRA_WORD_WHOLE)
        c->at++;
      if (add_calendar (self, c, parts, rule))
        return SAID_CALENDAR | SAID_TIME;
    }
  *c = start;
  *parts = empty;
  return 0;
}

static guint
take_next (const SutraDateReader *self, SutraDateCursor *cursor, SutraDateParts *parts, guint said, const char **rule)
{
  SutraDateCursor c = *cursor;
  SutraDateParts found = *parts;
  gboolean comma = sutra_date_take_mark (self, &c, ',');
  gboolean bracket = !comma && sutra_date_take_mark (self, &c, '(');
  SutraDateCursor inside = c;
  guint more = 0;

  /* A weekday or day word that only leads the sentence takes no date of another clause behind a comma. */
  if ((said & SAID_CALENDAR) == 0 && (!comma || said == SAID_WEEKDAY) && add_calendar (self, &c, &found, rule))
    more = SAID_CALENDAR;
  else
    {
      c = inside;
      found = *parts;
      if ((said & SAID_WEEKDAY) == 0 && (!comma || (said & SAID_CALENDAR) != 0) && sutra_date_take_weekday (self, &c, &found))
        more = SAID_WEEKDAY;
      else if ((said & SAID_TIME) == 0 && !bracket)
        {
          c = inside;
          found = *parts;
          if (sutra_date_sense (self, c.at, SUTRA_WORD_AT) != NULL)
            c.at++;
          if (sutra_date_take_time (self, &c, &found, FALSE))
            more = SAID_TIME;
        }
    }
  if (more == 0)
    return 0;
  if (bracket)
    {
      if (!sutra_date_is_mark (self, c.at, ')'))
        return 0;
      c.end = c.stem_end = sutra_date_token (self, c.at)->end;
      c.at++;
    }
  *parts = found;
  *cursor = c;
  return more;
}

gboolean
sutra_date_take_composed (const SutraDateReader *self, SutraDateCursor *cursor, SutraDateParts *parts, const char **rule)
{
  SutraDateCursor c = *cursor;
  guint said = take_first (self, &c, parts, rule);
  guint more;

  if (said == 0)
    return FALSE;
  if ((said & SAID_RELATIVE) != 0 && (parts->anchor == SUTRA_ANCHOR_SPAN || (parts->anchor == SUTRA_ANCHOR_UNIT && parts->weekday < 0)))
    said = ~0u;
  for (guint n = 0; n < 3 && (more = take_next (self, &c, parts, said, rule)) != 0; n++)
    said |= more;
  *cursor = c;
  return TRUE;
}

/* Whether a year without a word for it is one, by what stands around it. */
static gboolean
stands_where_years_do (const SutraDateReader *self, guint first, guint next, gint64 year, gboolean approximate)
{
  const SutraSense *in = sutra_date_sense (self, first - 1, SUTRA_WORD_IN);
  const SutraToken *after = sutra_date_token (self, next);
  gboolean noun = after->type == SUTRA_TOKEN_OTHER && g_unichar_isalpha (self->fold->key[after->start]);

  if (sutra_date_sense (self, next, SUTRA_WORD_FROM) != NULL || sutra_date_sense (self, next, SUTRA_WORD_UNTIL) != NULL ||
      sutra_date_sense (self, next, SUTRA_WORD_AROUND) != NULL)
    return TRUE;
  if ((in != NULL || approximate) && year < 1900 && noun)
    return FALSE;
  if (first > 0 && in != NULL)
    return !noun || (in->flags & (SUTRA_WORD_SINCE | SUTRA_WORD_BEFORE)) != 0 || in->value != 0 ||
           self->fold->key[sutra_date_token (self, first - 1)->start] == 'i' ||
           self->fold->key[sutra_date_token (self, first - 1)->start] == 'd';
  if (approximate && !noun)
    return TRUE;
  if (first > 0 && sutra_date_is_mark (self, first - 1, '(') && sutra_date_is_mark (self, next, ')'))
    return TRUE;
  /* "২০১৮ ও ২০১৯ সালে". */
  if (sutra_date_sense (self, next, SUTRA_WORD_AND) != NULL || sutra_date_is_mark (self, next, ','))
    for (guint i = next; i < next + 8; i += 2)
      {
        const SutraToken *number = sutra_date_token (self, i + 1);

        if (number->type != SUTRA_TOKEN_NUMBER || number->digits != 4)
          return FALSE;
        if (sutra_date_sense (self, i + 2, SUTRA_WORD_YEAR_WORD) != NULL)
          return TRUE;
      }
  return FALSE;
}

static gboolean
take_lone_year (const SutraDateReader *self, SutraDateCursor *cursor, SutraDateParts *parts, gboolean approximate)
{
  SutraDateCursor c = *cursor;
  guint first = c.at;
  guint ending = 0;

  if (!sutra_date_take_year (self, &c, parts, &ending))
    return FALSE;
  if (sutra_date_sense (self, c.at - 1, SUTRA_WORD_YEAR_WORD) == NULL && parts->year_word && parts->calendar == SUTRA_CALENDAR_GREGORIAN &&
      !parts->year_short && parts->year >= 1000 && sutra_date_sense (self, c.at - 1, SUTRA_WORD_ERA) == NULL &&
      (sutra_date_sense (self, c.at, SUTRA_WORD_MORE) != NULL || parts->year > 2099 ||
       sutra_date_sense (self, c.at - 1, SUTRA_WORD_COUNTER)))
    return FALSE;
  if (!parts->year_word &&
      (!sutra_date_is_bare_year (self, first, c.at, parts->year) || !stands_where_years_do (self, first, c.at, parts->year, approximate)))
    return FALSE;
  if (parts->year_word && first > 0 && sutra_date_is_mark (self, first - 1, '-') && sutra_date_is_attached (self, first))
    return FALSE;
  *cursor = c;
  return TRUE;
}

/* A month with no year: "জানুয়ারিতে", "মে মাসে", "in March". */
static gboolean
take_lone_month (const SutraDateReader *self, SutraDateCursor *cursor, SutraDateParts *parts)
{
  SutraDateCursor c = *cursor;
  const SutraSense *in = c.at > 0 ? sutra_date_sense (self, c.at - 1, SUTRA_WORD_IN) : NULL;
  gboolean latin = self->fold->key[sutra_date_token (self, c.at)->start] < 0x80;
  gboolean with_word;
  guint ending;

  if (!sutra_date_take_month (self, &c, parts, &ending) || parts->calendar == SUTRA_CALENDAR_HIJRI || parts->month_short)
    return FALSE;
  with_word = sutra_date_sense (self, c.at - 1, SUTRA_WORD_UNIT) != NULL;
  if (latin ? in == NULL || sutra_date_token (self, c.at)->capital
            : !with_word && ((ending & SUTRA_WORD_LOCATIVE) == 0 || parts->month_trap))
    return FALSE;
  *cursor = c;
  return TRUE;
}

/* A day with neither month nor year: "১০ তারিখে", "আগামী ১০ তারিখে". */
static gboolean
take_lone_day (const SutraDateReader *self, SutraDateCursor *cursor, SutraDateParts *parts)
{
  SutraDateCursor c = *cursor;
  const SutraSense *relative = sutra_date_take (self, &c, SUTRA_WORD_RELATIVE);

  if (relative != NULL && (relative->flags & SUTRA_WORD_FIRM) == 0)
    return FALSE;
  /* "দুই তারিখে": on two dates. */
  if (sutra_date_sense (self, c.at, SUTRA_WORD_CARDINAL) != NULL || !sutra_date_take_day (self, &c, parts) ||
      sutra_date_take (self, &c, SUTRA_WORD_DATE) == NULL)
    return FALSE;
  parts->anchor = relative != NULL ? SUTRA_ANCHOR_NEAREST : SUTRA_ANCHOR_NONE;
  parts->direction = relative != NULL ? relative->value : 0;
  *cursor = c;
  return TRUE;
}

/* "ওই বছরের ১৭ জুন", "একই বছর জুলাইয়ে". */
static gboolean
take_of_other_year (const SutraDateReader *self, SutraDateCursor *cursor, SutraDateParts *parts)
{
  SutraDateCursor c = *cursor;
  const SutraSense *unit;
  const char *rule;
  guint ending;

  if (sutra_date_take (self, &c, SUTRA_WORD_THAT) == NULL || (unit = sutra_date_take (self, &c, SUTRA_WORD_UNIT)) == NULL ||
      unit->value != SUTRA_UNIT_YEAR || (unit->flags & SUTRA_WORD_LOCATIVE) != 0)
    return FALSE;
  if (!sutra_date_take_calendar (self, &c, parts, &rule) && (!sutra_date_take_month (self, &c, parts, &ending) || parts->month_short))
    return FALSE;
  parts->other_year = 1;
  *cursor = c;
  return !parts->has_year;
}

static void
open_ends (const SutraDateReader *self, guint first, guint next, SutraDateReading *reading)
{
  const SutraSense *in = first > 0 ? sutra_date_sense (self, first - 1, SUTRA_WORD_IN) : NULL;

  if (reading->a.has_time || reading->a.anchor == SUTRA_ANCHOR_SPAN || reading->a.anchor == SUTRA_ANCHOR_AGO)
    return;
  if (sutra_date_sense (self, next, SUTRA_WORD_FROM) != NULL || (in != NULL && (in->flags & SUTRA_WORD_SINCE) != 0))
    reading->form = SUTRA_FORM_SINCE;
  else if (sutra_date_sense (self, next, SUTRA_WORD_UNTIL) != NULL || (in != NULL && (in->flags & SUTRA_WORD_BEFORE) != 0))
    reading->form = SUTRA_FORM_UNTIL;
}

/* "the Sunday Times": a weekday that is a part of a name. */
static gboolean
is_part_of_name (const SutraDateReader *self, guint first, guint next)
{
  if (self->fold->key[sutra_date_token (self, first)->start] >= 0x80)
    return FALSE;
  return (first > 0 && sutra_date_sense (self, first - 1, SUTRA_WORD_ARTICLE) != NULL) ||
         (sutra_date_token (self, next)->type == SUTRA_TOKEN_OTHER && sutra_date_token (self, next)->capital);
}

/* PART N টা without a day. */
static gboolean
read_time (const SutraDateReader *self, guint i, SutraDateReading *reading)
{
  SutraDateCursor c = { i, 0, 0 };
  gboolean part = sutra_date_sense (self, i, SUTRA_WORD_PART) != NULL;

  if (!sutra_date_take_time (self, &c, &reading->a, FALSE) || !reading->a.has_time)
    return FALSE;
  /* 3:20 may be a score, 10.30 a price. */
  if (!part && sutra_date_sense (self, c.at - 1, SUTRA_WORD_CLOCK) == NULL && c.end == sutra_date_token (self, c.at - 1)->end &&
      sutra_date_token (self, c.at - 1)->type == SUTRA_TOKEN_NUMBER)
    return FALSE;
  reading->form = SUTRA_FORM_TIME;
  return sutra_date_finish (reading, &c, "time");
}

gboolean
sutra_date_read_point (const SutraDateReader *self, guint i, SutraDateReading *reading)
{
  SutraDateCursor c = { i, 0, 0 };
  SutraDateParts *parts = &reading->a;
  const SutraToken *token = sutra_date_token (self, i);

  if (token->type == SUTRA_TOKEN_OTHER || token->type == SUTRA_TOKEN_END)
    return FALSE;
  reading->form = SUTRA_FORM_POINT;
  if (!sutra_date_take_composed (self, &c, parts, &reading->rule))
    {
      sutra_date_parts_init (parts);
      c = (SutraDateCursor){ i, 0, 0 };
      if (take_of_other_year (self, &c, parts))
        return sutra_date_finish (reading, &c, "other-year");
      sutra_date_parts_init (parts);
      if (take_lone_year (self, &c, parts, i > 0 && sutra_date_sense (self, i - 1, SUTRA_WORD_APPROXIMATE) != NULL))
        reading->rule = "year";
      else
        {
          sutra_date_parts_init (parts);
          if (take_lone_month (self, &c, parts))
            reading->rule = "month";
          else if (take_lone_day (self, &c, parts))
            reading->rule = "day";
          else
            {
              sutra_date_parts_init (parts);
              return read_time (self, i, reading);
            }
        }
    }
  else if (g_str_equal (reading->rule, "weekday") && is_part_of_name (self, i, c.at))
    return FALSE;
  open_ends (self, i, c.at, reading);
  return sutra_date_finish (reading, &c, reading->rule);
}
