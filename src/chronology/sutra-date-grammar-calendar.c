/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-date-grammar.h"

/* "৫", "৫ই", "৫ তম", "5th", "পহেলা", "পাঁচ". */
gboolean
sutra_date_take_day (const SutraDateReader *self, SutraDateCursor *cursor, SutraDateParts *parts)
{
  SutraDateCursor c = *cursor;
  const SutraSense *sense = sutra_date_take (self, &c, SUTRA_WORD_DAY_ORDINAL);
  gint64 day;

  if (sense != NULL)
    {
      day = sense->value;
      parts->day_ordinal = 1;
    }
  else if (sutra_date_take_integer (self, &c, 2, &day))
    {
      SutraDateCursor mark = c;

      if (sutra_date_take_mark (self, &mark, '-') && !sutra_date_is_attached (self, mark.at))
        mark = c;
      if (sutra_date_take (self, &mark, SUTRA_WORD_DAY_SUFFIX) != NULL || sutra_date_take (self, &mark, SUTRA_WORD_ORDINAL_MARK) != NULL)
        {
          c = mark;
          parts->day_ordinal = 1;
        }
    }
  else if (!sutra_date_take_cardinal (self, &c, &day) || day > 32)
    return FALSE;
  else if ((sutra_date_sense (self, c.at - 1, SUTRA_WORD_CARDINAL)->flags & SUTRA_WORD_ENDED) != 0)
    return FALSE;
  parts->day = day;
  parts->has_day = 1;
  *cursor = c;
  return TRUE;
}

gboolean
sutra_date_take_month (const SutraDateReader *self, SutraDateCursor *cursor, SutraDateParts *parts, guint *ending)
{
  SutraDateCursor c = *cursor;
  const SutraToken *token = sutra_date_token (self, c.at);
  const SutraSense *sense, *unit;

  if ((sense = sutra_date_take (self, &c, SUTRA_WORD_MONTH)) != NULL)
    parts->calendar = SUTRA_CALENDAR_GREGORIAN;
  else if ((sense = sutra_date_take (self, &c, SUTRA_WORD_BENGALI_MONTH)) != NULL)
    parts->calendar = SUTRA_CALENDAR_BENGALI;
  else if ((sense = sutra_date_take (self, &c, SUTRA_WORD_HIJRI_MONTH)) != NULL)
    parts->calendar = SUTRA_CALENDAR_HIJRI;
  else
    return FALSE;
  /* "may", "march" and "mar" are verbs and names; in Latin letters a month has a capital. */
  if (self->fold->key[token->start] < 0x80 && !token->capital && sense->word == SUTRA_WORD_MONTH)
    return FALSE;
  parts->month = (guint) sense->value;
  parts->has_month = 1;
  if (sense->word == SUTRA_WORD_HIJRI_MONTH && (sense->value == 3 || sense->value == 5))
    {
      /* রবিউল আউয়াল, রবিউস সানি: one month after the other. */
      const SutraSense *part = sutra_date_take (self, &c, SUTRA_WORD_HIJRI_PART);

      parts->month += part != NULL ? (guint) part->value : 0;
    }
  parts->month_trap = (sense->flags & SUTRA_WORD_TRAP) != 0;
  parts->month_short = (sense->flags & SUTRA_WORD_SHORT) != 0;
  *ending = sense->flags;
  if (parts->month_short && sutra_date_is_mark (self, c.at, '.') && sutra_date_is_attached (self, c.at))
    {
      c.end = c.stem_end = sutra_date_token (self, c.at)->end;
      c.at++;
    }
  unit = sutra_date_sense (self, c.at, SUTRA_WORD_UNIT);
  if (unit != NULL && unit->value == SUTRA_UNIT_MONTH && self->fold->key[sutra_date_token (self, c.at)->start] >= 0x80)
    {
      sutra_date_take (self, &c, SUTRA_WORD_UNIT);
      *ending = unit->flags;
      parts->month_trap = parts->month_short = 0;
    }
  else if ((*ending & SUTRA_WORD_ENDED) == 0)
    *ending |= sutra_date_take_case (self, &c);
  *cursor = c;
  return TRUE;
}

/* DAY MON, "8th of April". */
gboolean
sutra_date_take_day_month (const SutraDateReader *self, SutraDateCursor *cursor, SutraDateParts *parts)
{
  SutraDateCursor c = *cursor;
  SutraDateParts found = *parts;
  const SutraSense *in;
  guint ending;

  if (!sutra_date_take_day (self, &c, &found))
    return FALSE;
  if ((in = sutra_date_sense (self, c.at, SUTRA_WORD_IN)) != NULL && in->flags == SUTRA_WORD_WHOLE &&
      sutra_date_token (self, c.at)->end - sutra_date_token (self, c.at)->start == 2)
    c.at++;
  else
    sutra_date_take_mark (self, &c, ',');
  if (sutra_date_token (self, c.at)->spaced == 0 && sutra_date_is_mark (self, c.at, '-'))
    c.at++;
  if (!sutra_date_take_month (self, &c, &found, &ending))
    return FALSE;
  *parts = found;
  *cursor = c;
  return TRUE;
}

/* তারিখ behind a date belongs to it. */
static gboolean
take_date_word (const SutraDateReader *self, SutraDateCursor *cursor)
{
  return sutra_date_take (self, cursor, SUTRA_WORD_DATE) != NULL;
}

/* MON DAY with a year behind, with তারিখ, or in English. */
static gboolean
take_month_day (const SutraDateReader *self, SutraDateCursor *cursor, SutraDateParts *parts, const char **rule)
{
  SutraDateCursor c = *cursor;
  SutraDateParts found = *parts;
  gboolean latin = self->fold->key[sutra_date_token (self, c.at)->start] < 0x80;
  gboolean bracket = sutra_date_take_mark (self, &c, '[');
  guint ending = 0;

  if (!sutra_date_take_month (self, &c, &found, &ending))
    return FALSE;
  if (bracket && !sutra_date_take_mark (self, &c, ']'))
    return FALSE;
  if (!sutra_date_take_day (self, &c, &found))
    return FALSE;
  if (take_date_word (self, &c))
    {
      *rule = "month-day-date";
      sutra_date_take_trailing_year (self, &c, &found);
    }
  else if ((ending & SUTRA_WORD_ENDED) == 0 && sutra_date_take_trailing_year (self, &c, &found))
    *rule = found.year_short && !found.year_word ? "month-day" : "month-day-year";
  else if (latin && !sutra_date_is_quantity (self, c.at) && found.day > 0)
    *rule = "month-day";
  else
    return FALSE;
  *parts = found;
  *cursor = c;
  return TRUE;
}

/* MON YEAR; "[এপ্রিলের] কোনো এক দিন ২০২৪". */
static gboolean
take_month_year (const SutraDateReader *self, SutraDateCursor *cursor, SutraDateParts *parts, const char **rule)
{
  SutraDateCursor c = *cursor;
  SutraDateParts found = *parts;
  guint ending = 0;

  if (!sutra_date_take_month (self, &c, &found, &ending))
    return FALSE;
  if ((ending & SUTRA_WORD_GENITIVE) != 0 && sutra_date_take (self, &c, SUTRA_WORD_SOME) != NULL)
    {
      const SutraSense *unit;
      gint64 one;

      sutra_date_take_cardinal (self, &c, &one);
      unit = sutra_date_take (self, &c, SUTRA_WORD_UNIT);
      if (unit == NULL || unit->value != SUTRA_UNIT_DAY)
        return FALSE;
      found.day_some = 1;
      *rule = "some-day";
      if (!found.has_year)
        sutra_date_take_trailing_year (self, &c, &found);
      *parts = found;
      *cursor = c;
      return TRUE;
    }
  if (sutra_date_sense (self, c.at, SUTRA_WORD_IN) != NULL)
    c.at++;
  if (!sutra_date_take_trailing_year (self, &c, &found))
    return FALSE;
  *rule = "month-year";
  *parts = found;
  *cursor = c;
  return TRUE;
}

/* What stands behind "২০২৪ সালের": DAY MON, MON DAY তারিখ, MON, কোনো এক দিন. */
static gboolean
take_behind_year (const SutraDateReader *self, SutraDateCursor *cursor, SutraDateParts *parts, const char **rule)
{
  SutraDateCursor c = *cursor;
  SutraDateParts found = *parts;
  SutraDateCursor day;
  SutraDateParts with_day;
  guint ending = 0;

  if (sutra_date_take_day_month (self, &c, &found))
    {
      take_date_word (self, &c);
      *rule = "year-day-month";
    }
  else
    {
      c = *cursor;
      found = *parts;
      if (!sutra_date_take_month (self, &c, &found, &ending))
        return FALSE;
      day = c;
      with_day = found;
      *rule = "year-month";
      if (sutra_date_take_day (self, &day, &with_day) && !sutra_date_is_quantity (self, day.at) &&
          (take_date_word (self, &day) || ((ending & SUTRA_WORD_ENDED) == 0 && !found.month_trap)))
        {
          c = day;
          found = with_day;
          *rule = "year-month-day";
        }
      else if (found.month_short)
        return FALSE;
      else if ((ending & SUTRA_WORD_GENITIVE) != 0)
        {
          const char *some;

          day = *cursor;
          with_day = *parts;
          if (take_month_year (self, &day, &with_day, &some) && with_day.day_some)
            {
              c = day;
              found = with_day;
              *rule = some;
            }
        }
    }
  *parts = found;
  *cursor = c;
  return TRUE;
}

/* "২০২৪ সাল, ৫ মে ২০২৩": the day behind the comma has a year of its own. */
static gboolean
has_own_year (const SutraDateReader *self, SutraDateCursor cursor, SutraDateParts parts)
{
  return sutra_date_take_trailing_year (self, &cursor, &parts);
}

gboolean
sutra_date_take_calendar (const SutraDateReader *self, SutraDateCursor *cursor, SutraDateParts *parts, const char **rule)
{
  SutraDateCursor c = *cursor;
  SutraDateParts found = *parts;
  guint ending;

  if (sutra_date_take_numeric (self, &c, &found, rule))
    {
      const SutraSense *era = sutra_date_sense (self, c.at, SUTRA_WORD_ERA);

      if (era != NULL && era->value == SUTRA_ERA_COMMON)
        {
          sutra_date_take (self, &c, SUTRA_WORD_ERA);
          if (sutra_date_is_mark (self, c.at, '.') && sutra_date_sense (self, c.at + 1, SUTRA_WORD_DATE) != NULL)
            c.at++;
        }
      take_date_word (self, &c);
      goto found;
    }
  c = *cursor;
  found = *parts;
  if (sutra_date_take_day_month (self, &c, &found))
    {
      SutraDateCursor behind = c;

      *rule = "day-month";
      if (take_date_word (self, &behind))
        c = behind;
      else if (sutra_date_take_trailing_year (self, &c, &found))
        {
          *rule = "day-month-year";
          take_date_word (self, &c);
        }
      goto found;
    }
  found = *parts;
  c = *cursor;
  if (take_month_day (self, &c, &found, rule))
    goto found;
  found = *parts;
  c = *cursor;
  if (take_month_year (self, &c, &found, rule))
    goto found;
  found = *parts;
  c = *cursor;
  if (sutra_date_take_year (self, &c, &found, &ending))
    {
      gboolean comma = sutra_date_take_mark (self, &c, ',');

      /* "২০২৪ এপ্রিল" too, but "২০২৪ মে" could be a name. */
      if (take_behind_year (self, &c, &found, rule) && (found.year_word || !found.month_trap || found.has_day))
        if (!comma || !has_own_year (self, c, found))
          goto found;
    }
  return FALSE;
found:
  *parts = found;
  *cursor = c;
  return TRUE;
}
