/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-date-grammar.h"

/* An end of a range: also a day, a month or a year alone, which the other end completes. */
typedef struct
{
  SutraDateParts parts;
  SutraDateCursor cursor;
  gboolean bare_year;
} End;

static gboolean
take_bare (const SutraDateReader *self, SutraDateCursor start, End *end)
{
  guint ending;

  sutra_date_parts_init (&end->parts);
  end->cursor = start;
  if (sutra_date_take_year (self, &end->cursor, &end->parts, NULL))
    {
      end->bare_year = !end->parts.year_word;
      return !end->bare_year || (end->parts.year >= 1000 && !sutra_date_is_quantity (self, end->cursor.at));
    }
  sutra_date_parts_init (&end->parts);
  end->cursor = start;
  if (sutra_date_take_month (self, &end->cursor, &end->parts, &ending))
    {
      SutraDateCursor day = end->cursor;
      SutraDateParts with_day = end->parts;

      /* "April 8", "মার্চের ৫". */
      if (sutra_date_take_day (self, &day, &with_day))
        {
          end->cursor = day;
          end->parts = with_day;
        }
      return TRUE;
    }
  sutra_date_parts_init (&end->parts);
  end->cursor = start;
  return sutra_date_take_day (self, &end->cursor, &end->parts) && !sutra_date_is_quantity (self, end->cursor.at);
}

static gboolean
take_end (const SutraDateReader *self, SutraDateCursor start, End *end)
{
  SutraDateParts parts;
  SutraDateCursor c = start;
  const char *rule;
  End bare = { 0 };
  gboolean found, found_bare;

  sutra_date_parts_init (&parts);
  found = sutra_date_take_composed (self, &c, &parts, &rule);
  found_bare = take_bare (self, start, &bare);
  if (found && (!found_bare || c.at >= bare.cursor.at))
    {
      end->parts = parts;
      end->cursor = c;
      end->bare_year = FALSE;
      return parts.anchor != SUTRA_ANCHOR_SPAN;
    }
  *end = bare;
  return found_bare;
}

/* What both ends share: "২০২৪ সালের", "গত", "গত বছরের" before a day or month. */
static gboolean
take_prefix (const SutraDateReader *self, SutraDateCursor *cursor, SutraDateParts *parts)
{
  SutraDateCursor c = *cursor;
  const SutraSense *relative, *unit;
  guint ending = 0;

  sutra_date_parts_init (parts);
  if ((relative = sutra_date_take (self, &c, SUTRA_WORD_RELATIVE)) != NULL && (relative->flags & SUTRA_WORD_FIRM) != 0)
    {
      parts->direction = relative->value;
      parts->anchor = SUTRA_ANCHOR_NEAREST;
      if ((unit = sutra_date_take (self, &c, SUTRA_WORD_UNIT)) != NULL)
        {
          if (unit->value != SUTRA_UNIT_YEAR || (unit->flags & SUTRA_WORD_GENITIVE) == 0)
            return FALSE;
          parts->anchor = SUTRA_ANCHOR_YEAR;
          parts->amount = relative->value;
        }
      *cursor = c;
      return TRUE;
    }
  c = *cursor;
  if (sutra_date_take_year (self, &c, parts, &ending) && parts->year_word)
    {
      sutra_date_take_mark (self, &c, ',');
      *cursor = c;
      return TRUE;
    }
  return FALSE;
}

static void
add_prefix (const SutraDateParts *prefix, SutraDateParts *parts)
{
  if (parts->has_year || parts->anchor != SUTRA_ANCHOR_NONE)
    return;
  parts->has_year = prefix->has_year;
  parts->year = prefix->year;
  parts->year_word = prefix->year_word;
  parts->year_short = prefix->year_short;
  if (!parts->has_month && prefix->calendar != SUTRA_CALENDAR_GREGORIAN)
    parts->calendar = prefix->calendar;
  parts->anchor = prefix->anchor;
  parts->direction = prefix->direction;
  parts->amount = prefix->amount;
}

typedef enum
{
  JOINED_NOT,
  JOINED_BY_WORD,
  JOINED_BY_HYPHEN,
  JOINED_BY_AND,
} Joint;

static Joint
take_joint (const SutraDateReader *self, SutraDateCursor *c, gboolean between)
{
  if (sutra_date_sense (self, c->at, SUTRA_WORD_FROM) != NULL || sutra_date_sense (self, c->at, SUTRA_WORD_TO) != NULL)
    {
      c->at++;
      return JOINED_BY_WORD;
    }
  if (sutra_date_is_mark (self, c->at, '-'))
    {
      c->at++;
      return JOINED_BY_HYPHEN;
    }
  if (between && sutra_date_sense (self, c->at, SUTRA_WORD_AND) != NULL)
    {
      c->at++;
      return JOINED_BY_AND;
    }
  return JOINED_NOT;
}

/* Whether the two can be the ends of one range; gives to each what only the other says, but for the year (that is done when the
 * range is resolved). */
static gboolean
match_ends (SutraDateParts *a, SutraDateParts *b, gboolean bare_years, Joint joint)
{
  gboolean anchored = a->anchor != SUTRA_ANCHOR_NONE || b->anchor != SUTRA_ANCHOR_NONE;

  if (a->has_day && !a->has_month && b->has_day && b->has_month)
    {
      a->has_month = 1;
      a->month = b->month;
      a->calendar = b->calendar;
    }
  else if (a->has_day && a->has_month && b->has_day && !b->has_month)
    {
      b->has_month = 1;
      b->month = a->month;
      b->calendar = a->calendar;
    }
  if (a->has_day && b->has_day)
    return a->has_month && b->has_month && a->calendar == b->calendar;
  if (a->has_day != b->has_day)
    return anchored && !((a->has_day && !a->has_month) || (b->has_day && !b->has_month)) && (a->has_month == b->has_month || anchored) &&
           joint != JOINED_BY_HYPHEN && (a->has_day ? a->has_month : b->has_month);
  if (a->has_month && b->has_month)
    return a->calendar == b->calendar &&
           (a->has_year || b->has_year || anchored || joint == JOINED_BY_WORD ||
            (joint == JOINED_BY_HYPHEN && !a->month_short && !b->month_short && !a->month_trap && !b->month_trap));
  if (a->weekday >= 0 && b->weekday >= 0)
    return TRUE;
  if (anchored)
    return joint == JOINED_BY_WORD;
  if (a->has_month != b->has_month || !a->has_year || !b->has_year)
    return FALSE;
  /* Two years. */
  if (bare_years && (a->year < 1500 || b->year > 2099))
    return FALSE;
  return a->year < b->year || a->calendar != b->calendar;
}

gboolean
sutra_date_read_range (const SutraDateReader *self, guint i, SutraDateReading *reading)
{
  SutraDateCursor c = { i, 0, 0 };
  const SutraSense *in = i > 0 ? sutra_date_sense (self, i - 1, SUTRA_WORD_IN) : NULL;
  SutraDateParts prefix;
  gboolean prefixed = take_prefix (self, &c, &prefix);
  guint first_with_prefix = c.at;

  for (guint tries = 0; tries < 2; tries++)
    {
      SutraDateCursor at = { tries == 0 ? first_with_prefix : i, 0, 0 };
      End left = { 0 }, right = { 0 };
      Joint joint;

      if (tries == 1 && !prefixed)
        break;
      if (!take_end (self, at, &left))
        continue;
      c = left.cursor;
      joint = take_joint (self, &c, in != NULL && in->value == 2);
      if (joint == JOINED_NOT || !take_end (self, c, &right))
        continue;
      if (tries == 0 && prefixed)
        {
          add_prefix (&prefix, &left.parts);
          if (!right.parts.has_year)
            add_prefix (&prefix, &right.parts);
        }
      c = right.cursor;
      /* "April 8-10, 2024". */
      if (right.parts.has_day && !right.parts.has_year && !right.parts.has_month)
        sutra_date_take_trailing_year (self, &c, &right.parts);
      if (left.bare_year && joint == JOINED_BY_HYPHEN &&
          (!sutra_date_is_bare_year (self, i, left.cursor.at, left.parts.year) ||
           (right.bare_year && !sutra_date_is_bare_year (self, c.at, c.at, right.parts.year))))
        continue;
      if (!match_ends (&left.parts, &right.parts, left.bare_year || right.bare_year, joint))
        continue;
      reading->a = left.parts;
      reading->b = right.parts;
      reading->form = SUTRA_FORM_INTERVAL;
      return sutra_date_finish (reading, &c, "range");
    }
  return FALSE;
}

/* Sets: DAY (, DAY …) ও DAY MON [YEAR]; MON ও MON YEAR; শুক্র ও শনিবার. */

static gboolean
take_separator (const SutraDateReader *self, SutraDateCursor *c, gboolean *last)
{
  *last = FALSE;
  if (sutra_date_take_mark (self, c, ','))
    {
      if (sutra_date_sense (self, c->at, SUTRA_WORD_AND) != NULL)
        {
          c->at++;
          *last = TRUE;
        }
      return TRUE;
    }
  if (sutra_date_sense (self, c->at, SUTRA_WORD_AND) == NULL && !sutra_date_is_mark (self, c->at, '&'))
    return FALSE;
  c->at++;
  *last = TRUE;
  return TRUE;
}

static gboolean
read_weekdays (const SutraDateReader *self, SutraDateCursor c, const SutraDateParts *prefix, SutraDateReading *reading)
{
  const SutraSense *a = sutra_date_take (self, &c, SUTRA_WORD_WEEKDAY);
  const SutraSense *b;

  if (a == NULL || sutra_date_sense (self, c.at, SUTRA_WORD_AND) == NULL)
    return FALSE;
  c.at++;
  b = sutra_date_take (self, &c, SUTRA_WORD_WEEKDAY);
  if (b == NULL || (b->flags & SUTRA_WORD_SHORT) != 0)
    return FALSE;
  sutra_date_parts_init (&reading->a);
  add_prefix (prefix, &reading->a);
  if (reading->a.anchor != SUTRA_ANCHOR_NEAREST)
    {
      reading->a.anchor = SUTRA_ANCHOR_NEAREST;
      reading->a.direction = 0;
    }
  reading->b = reading->a;
  reading->a.weekday = a->value;
  reading->b.weekday = b->value;
  reading->form = SUTRA_FORM_SET;
  return sutra_date_finish (reading, &c, "set-of-weekdays");
}

static gboolean
read_days (const SutraDateReader *self, SutraDateCursor c, const SutraDateParts *prefix, SutraDateReading *reading)
{
  SutraDateParts first, part;
  gint64 previous;
  gboolean last = FALSE, consecutive = TRUE;
  guint ending;

  sutra_date_parts_init (&first);
  if (!sutra_date_take_day (self, &c, &first))
    return FALSE;
  previous = first.day;
  for (guint n = 0; n < 16 && !last; n++)
    {
      sutra_date_parts_init (&part);
      if (!take_separator (self, &c, &last) || !sutra_date_take_day (self, &c, &part) || part.day <= previous)
        return FALSE;
      consecutive = consecutive && part.day == previous + 1;
      previous = part.day;
    }
  if (!last)
    return FALSE;
  if (sutra_date_sense (self, c.at, SUTRA_WORD_IN) != NULL)
    c.at++;
  if (!sutra_date_take_month (self, &c, &part, &ending))
    return FALSE;
  if (!prefix->has_year)
    sutra_date_take_trailing_year (self, &c, &part);
  sutra_date_take (self, &c, SUTRA_WORD_DATE);
  add_prefix (prefix, &part);
  reading->b = part;
  reading->a = part;
  reading->a.day = first.day;
  reading->form = consecutive ? SUTRA_FORM_INTERVAL : SUTRA_FORM_SET;
  return sutra_date_finish (reading, &c, "set");
}

/* "April 8, 9 and 10, 2024" is rare; "জুন ও জুলাই ২০২৪" is not. */
static gboolean
read_months (const SutraDateReader *self, SutraDateCursor c, const SutraDateParts *prefix, SutraDateReading *reading)
{
  SutraDateParts first, part;
  gboolean last = FALSE;
  guint ending, previous;
  gboolean consecutive = TRUE;

  sutra_date_parts_init (&first);
  if (!sutra_date_take_month (self, &c, &first, &ending) || first.month_short)
    return FALSE;
  previous = first.month;
  for (guint n = 0; n < 8 && !last; n++)
    {
      sutra_date_parts_init (&part);
      if (!take_separator (self, &c, &last) || !sutra_date_take_month (self, &c, &part, &ending) || part.month <= previous ||
          part.calendar != first.calendar)
        return FALSE;
      consecutive = consecutive && part.month == previous + 1;
      previous = part.month;
    }
  if (!last)
    return FALSE;
  if (!prefix->has_year && !sutra_date_take_trailing_year (self, &c, &part))
    return FALSE;
  add_prefix (prefix, &part);
  reading->b = part;
  reading->a = part;
  reading->a.month = first.month;
  reading->form = consecutive ? SUTRA_FORM_INTERVAL : SUTRA_FORM_SET;
  return sutra_date_finish (reading, &c, "set");
}

gboolean
sutra_date_read_set (const SutraDateReader *self, guint i, SutraDateReading *reading)
{
  SutraDateCursor c = { i, 0, 0 };
  SutraDateParts prefix;

  if (!take_prefix (self, &c, &prefix))
    {
      sutra_date_parts_init (&prefix);
      c = (SutraDateCursor){ i, 0, 0 };
    }
  return read_days (self, c, &prefix, reading) || read_months (self, c, &prefix, reading) || read_weekdays (self, c, &prefix, reading);
}
