/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-date-grammar.h"

/* "২০২৪-২৫", "২০২৪-২০২৫", "2024/25": two years in a row. */
static gboolean
take_double_year (const SutraDateReader *self, SutraDateCursor *cursor, SutraDateParts *parts)
{
  const SutraToken *a = sutra_date_token (self, cursor->at);
  const SutraToken *b = sutra_date_token (self, cursor->at + 2);

  if (a->type != SUTRA_TOKEN_NUMBER || a->digits != 4 || b->type != SUTRA_TOKEN_NUMBER || (b->digits != 2 && b->digits != 4) ||
      (!sutra_date_is_mark (self, cursor->at + 1, '-') && !sutra_date_is_mark (self, cursor->at + 1, '/')))
    return FALSE;
  if (a->number < 1000 || a->number > 2999 || (b->digits == 4 ? b->number != a->number + 1 : b->number != (a->number + 1) % 100))
    return FALSE;
  parts->year = a->number;
  parts->has_year = 1;
  cursor->at += 3;
  cursor->end = cursor->stem_end = b->end;
  return TRUE;
}

static const SutraSense *
take_fiscal_word (const SutraDateReader *self, SutraDateCursor *cursor)
{
  SutraDateCursor c = *cursor;
  const SutraSense *sense;

  if (sutra_date_sense (self, c.at, SUTRA_WORD_YEAR_WORD) != NULL)
    c.at++;
  if ((sense = sutra_date_take (self, &c, SUTRA_WORD_FISCAL)) == NULL || sense->value == 2)
    return NULL;
  if (sense->value == 3)
    {
      const SutraSense *year;

      sutra_date_take_mark (self, &c, '-');
      year = sutra_date_take (self, &c, SUTRA_WORD_UNIT);
      if (year == NULL || year->value != SUTRA_UNIT_YEAR)
        return NULL;
    }
  *cursor = c;
  return sense;
}

/* A fiscal year that is named by the year in which it ends: "FY2024". */
static gboolean
take_ending_year (const SutraDateReader *self, SutraDateCursor *cursor, SutraDateParts *parts)
{
  SutraDateCursor c = *cursor;
  gint64 year;

  if (sutra_date_token (self, c.at)->digits != 4 || !sutra_date_take_integer (self, &c, 4, &year) || year < 1900 || year > 2099)
    return FALSE;
  parts->year = year - 1;
  parts->has_year = 1;
  parts->kal = 1;
  *cursor = c;
  return TRUE;
}

static gboolean
read_fiscal (const SutraDateReader *self, guint i, SutraDateReading *reading)
{
  SutraDateCursor c = { i, 0, 0 };
  const SutraSense *sense;

  reading->form = SUTRA_FORM_FISCAL;
  if (take_double_year (self, &c, &reading->a))
    {
      sutra_date_take_case (self, &c);
      sense = take_fiscal_word (self, &c);
      if (sense == NULL)
        return FALSE;
      reading->a.amount = sense->value == 1;
      return sutra_date_finish (reading, &c, "fiscal-year");
    }
  /* "২০২৪ অর্থবছর". */
  if (take_ending_year (self, &c, &reading->a))
    {
      sense = take_fiscal_word (self, &c);
      return sense != NULL && sense->value == 0 && sutra_date_finish (reading, &c, "fiscal-year");
    }
  if ((sense = sutra_date_take (self, &c, SUTRA_WORD_RELATIVE)) != NULL && (sense->flags & SUTRA_WORD_FIRM) != 0)
    {
      reading->a.anchor = SUTRA_ANCHOR_UNIT;
      reading->a.direction = sense->value;
      sense = take_fiscal_word (self, &c);
      if (sense == NULL || sense->value == 1)
        return FALSE;
      return sutra_date_finish (reading, &c, "relative-fiscal-year");
    }
  /* "FY 2023-24", "FY2024", "fiscal year 2023-24". */
  c = (SutraDateCursor){ i, 0, 0 };
  if ((sense = sutra_date_take (self, &c, SUTRA_WORD_FISCAL)) == NULL || sense->value < 2)
    return FALSE;
  if (sense->value == 3)
    {
      const SutraSense *year = sutra_date_take (self, &c, SUTRA_WORD_UNIT);

      if (year == NULL || year->value != SUTRA_UNIT_YEAR)
        return FALSE;
    }
  if (take_double_year (self, &c, &reading->a))
    return sutra_date_finish (reading, &c, "fiscal-year");
  return take_ending_year (self, &c, &reading->a) && sutra_date_finish (reading, &c, "fiscal-year");
}

/* "early", "mid-", "late" before a period, "শুরু" is not: it stands behind and apart. */
static gboolean
take_stage (const SutraDateReader *self, SutraDateCursor *c)
{
  const SutraToken *token = sutra_date_token (self, c->at);

  if (self->fold->length <= token->start || self->fold->key[token->start] >= 0x80 ||
      sutra_date_sense (self, c->at, SUTRA_WORD_STAGE) == NULL)
    return FALSE;
  c->at++;
  sutra_date_take_mark (self, c, '-');
  return TRUE;
}

/* "বিংশ শতাব্দীর", "উনিশ শতকের", "গত শতাব্দীর" before a decade: the year in which the century begins. */
static gboolean
take_century_of (const SutraDateReader *self, SutraDateCursor *cursor, gint64 *first_year)
{
  SutraDateCursor c = *cursor;
  const SutraSense *relative = sutra_date_take (self, &c, SUTRA_WORD_RELATIVE);
  const SutraSense *ordinal, *century;
  gint64 n;

  if (relative != NULL)
    {
      /* Who writes of the last century without a date writes in this one. */
      gint64 year = self->published_known && self->published.start.year_unspecified < 2 ? self->published.start.year : 2000;

      if ((relative->flags & SUTRA_WORD_FIRM) == 0 || year < 100)
        return FALSE;
      n = year / 100 + relative->value + 1;
    }
  else if ((ordinal = sutra_date_take (self, &c, SUTRA_WORD_ORDINAL)) != NULL)
    n = ordinal->value;
  else if (!sutra_date_take_integer (self, &c, 2, &n) && !sutra_date_take_cardinal (self, &c, &n))
    return FALSE;
  if (relative == NULL)
    sutra_date_take (self, &c, SUTRA_WORD_ORDINAL_MARK);
  century = sutra_date_take (self, &c, SUTRA_WORD_CENTURY);
  if (century == NULL || (century->flags & SUTRA_WORD_GENITIVE) == 0 || n < 11 || n > 30)
    return FALSE;
  *first_year = (n - 1) * 100;
  *cursor = c;
  return TRUE;
}

/* The tens that a decade is named by; -1 if it is none. */
static gboolean
take_decade_name (const SutraDateReader *self, SutraDateCursor *cursor, SutraDateParts *parts, gboolean *decade_word_needed)
{
  SutraDateCursor c = *cursor;
  SutraDateCursor s;
  const SutraSense *cardinal;
  gboolean quoted;
  gint64 n;

  *decade_word_needed = TRUE;
  if ((cardinal = sutra_date_take (self, &c, SUTRA_WORD_CARDINAL)) != NULL)
    {
      if (cardinal->value % 10 != 0 || cardinal->value < 10)
        return FALSE;
      n = 1900 + cardinal->value;
    }
  else
    {
      quoted = sutra_date_take_mark (self, &c, '\'') && sutra_date_is_attached (self, c.at);
      if (!quoted)
        c = *cursor;
      if (!sutra_date_take_integer (self, &c, 4, &n) || n % 10 != 0 || n == 0 || (n > 90 && (n < 1000 || n > 2990)))
        return FALSE;
      if (n < 100)
        n += 1900;
      else if (quoted)
        return FALSE;
      /* 1970s, 1970's, '90s */
      s = c;
      sutra_date_take_mark (self, &s, '\'');
      if (sutra_date_is_attached (self, s.at) && sutra_date_take (self, &s, SUTRA_WORD_LETTER_S) != NULL)
        {
          *decade_word_needed = FALSE;
          if (sutra_date_token (self, cursor->at)->digits == 2 && !quoted)
            return FALSE; /* "in his 60s" */
          s.stem_end = s.end;
          c = s;
        }
      else
        {
          if (sutra_date_take_case (self, &c) == 0 && sutra_date_take (self, &c, SUTRA_WORD_YEAR_WORD) == NULL && n < 1000)
            return FALSE;
        }
    }
  parts->year = n;
  parts->has_year = 1;
  parts->year_unspecified = 1;
  *cursor = c;
  return TRUE;
}

static gboolean
read_decade (const SutraDateReader *self, guint i, SutraDateReading *reading)
{
  SutraDateCursor c = { i, 0, 0 };
  gboolean stage = take_stage (self, &c);
  gint64 century = -1;
  gboolean needed;
  const SutraSense *unit;
  guint first;

  take_century_of (self, &c, &century);
  first = c.at;
  if (!take_decade_name (self, &c, &reading->a, &needed) || (century >= 0 && sutra_date_token (self, first)->digits == 4))
    return FALSE;
  if (century >= 0)
    reading->a.year = century + reading->a.year % 100;
  if (needed)
    {
      unit = sutra_date_take (self, &c, SUTRA_WORD_UNIT);
      if (unit == NULL || unit->value != SUTRA_UNIT_DECADE)
        return FALSE;
      /* "দশ দশক" counts, "দশের দশক" names. */
      if (sutra_date_sense (self, first, SUTRA_WORD_CARDINAL) != NULL &&
          (sutra_date_sense (self, first, SUTRA_WORD_CARDINAL)->flags & SUTRA_WORD_GENITIVE) == 0 && reading->a.year % 100 < 50)
        return FALSE;
    }
  reading->a.approximate = stage;
  reading->form = SUTRA_FORM_POINT;
  return sutra_date_finish (reading, &c, "decade");
}

static gboolean
read_century (const SutraDateReader *self, guint i, SutraDateReading *reading)
{
  SutraDateCursor c = { i, 0, 0 };
  gboolean stage = take_stage (self, &c);
  const SutraSense *era = sutra_date_take (self, &c, SUTRA_WORD_ERA);
  const SutraSense *sense;
  gint64 n;

  if (era != NULL && era->value != SUTRA_ERA_BEFORE && era->value != SUTRA_ERA_COMMON)
    return FALSE;
  if ((sense = sutra_date_take (self, &c, SUTRA_WORD_ORDINAL)) != NULL)
    n = sense->value;
  else if (sutra_date_take_integer (self, &c, 2, &n))
    {
      if (sutra_date_is_mark (self, c.at, '-') && sutra_date_sense (self, c.at + 1, SUTRA_WORD_ORDINAL_MARK) != NULL)
        c.at++;
      sutra_date_take (self, &c, SUTRA_WORD_ORDINAL_MARK);
    }
  else if (!sutra_date_take_cardinal (self, &c, &n) || n < 10)
    return FALSE;
  sutra_date_take_mark (self, &c, '-');
  sense = sutra_date_take (self, &c, SUTRA_WORD_CENTURY);
  if (sense == NULL || n < 1 || n > 30)
    return FALSE;
  /* ৫ শতক জমি is a measure of land; ১৮ শতক is not said of years much, ১৮ শতকের is. */
  if (sutra_date_token (self, i)->type == SUTRA_TOKEN_NUMBER && n < 12 && sutra_date_sense (self, c.at - 1, SUTRA_WORD_MEASURE) != NULL &&
      sutra_date_sense (self, i + 1, SUTRA_WORD_ORDINAL_MARK) == NULL)
    return FALSE;
  if (era == NULL && (era = sutra_date_sense (self, c.at, SUTRA_WORD_ERA)) != NULL &&
      self->fold->key[sutra_date_token (self, c.at)->start] < 0x80)
    sutra_date_take (self, &c, SUTRA_WORD_ERA);
  reading->a.year = era != NULL && era->value == SUTRA_ERA_BEFORE ? -(n - 1) * 100 : (n - 1) * 100;
  reading->a.has_year = 1;
  reading->a.year_unspecified = 2;
  reading->a.amount = era != NULL && era->value == SUTRA_ERA_BEFORE;
  reading->a.approximate = stage;
  reading->form = SUTRA_FORM_POINT;
  reading->note = "EDTF counts a century from the year that ends in 00; strictly it begins a year later.";
  return sutra_date_finish (reading, &c, "century");
}

static gboolean
read_season (const SutraDateReader *self, guint i, SutraDateReading *reading)
{
  SutraDateCursor c = { i, 0, 0 };
  SutraDateParts *parts = &reading->a;
  const SutraSense *sense = sutra_date_take (self, &c, SUTRA_WORD_SEASON);
  guint ending = 0;

  reading->form = SUTRA_FORM_POINT;
  if (sense != NULL)
    {
      if (sutra_date_sense (self, c.at, SUTRA_WORD_IN) != NULL)
        c.at++;
      if (!sutra_date_take_trailing_year (self, &c, parts))
        return FALSE;
    }
  else if (sutra_date_take_year (self, &c, parts, &ending))
    {
      if (!parts->year_word || (sense = sutra_date_take (self, &c, SUTRA_WORD_SEASON)) == NULL)
        return FALSE;
    }
  else
    {
      const SutraSense *relative = sutra_date_take (self, &c, SUTRA_WORD_RELATIVE);
      const SutraSense *unit;

      if (relative == NULL || (relative->flags & SUTRA_WORD_FIRM) == 0)
        return FALSE;
      parts->anchor = SUTRA_ANCHOR_YEAR;
      parts->amount = relative->value;
      if ((unit = sutra_date_take (self, &c, SUTRA_WORD_UNIT)) == NULL)
        return FALSE;
      if (unit->value != SUTRA_UNIT_YEAR || (unit->flags & SUTRA_WORD_GENITIVE) == 0 ||
          (sense = sutra_date_take (self, &c, SUTRA_WORD_SEASON)) == NULL)
        return FALSE;
    }
  if (parts->calendar != SUTRA_CALENDAR_GREGORIAN)
    return FALSE;
  parts->month = (guint) sense->value;
  parts->has_month = 1;
  parts->season_lost = sense->value == 0;
  return sutra_date_finish (reading, &c, "season");
}

/* What says of "১৯৭১-৭২" that it is years, and of which calendar. */
static gboolean
take_span_word (const SutraDateReader *self, SutraDateCursor *cursor, SutraCalendarKind *calendar)
{
  SutraDateCursor c = *cursor;
  const SutraSense *era = sutra_date_take (self, &c, SUTRA_WORD_ERA);

  if (era != NULL && era->value == SUTRA_ERA_BEFORE)
    return FALSE;
  if (era != NULL)
    *calendar = era->value == SUTRA_ERA_BENGALI ? SUTRA_CALENDAR_BENGALI
                : era->value == SUTRA_ERA_HIJRI ? SUTRA_CALENDAR_HIJRI
                : era->value == SUTRA_ERA_SAKA  ? SUTRA_CALENDAR_SAKA
                                                : SUTRA_CALENDAR_GREGORIAN;
  else
    {
      gboolean bangla = sutra_date_take (self, &c, SUTRA_WORD_BANGLA) != NULL;

      if (sutra_date_take (self, &c, SUTRA_WORD_YEAR_WORD) == NULL)
        return FALSE;
      *calendar = bangla ? SUTRA_CALENDAR_BENGALI : SUTRA_CALENDAR_GREGORIAN;
    }
  *cursor = c;
  return TRUE;
}

/* "১৯২০–৭৫", "১৯৭১-৭২ সালে", "১৪৩০-৩১ বঙ্গাব্দে": the second year has two digits. */
static gboolean
read_year_span (const SutraDateReader *self, guint i, SutraDateReading *reading)
{
  SutraDateCursor c = { i + 3, 0, 0 };
  const SutraToken *a = sutra_date_token (self, i), *b = sutra_date_token (self, i + 2);
  SutraCalendarKind calendar = SUTRA_CALENDAR_GREGORIAN;
  gint64 gap;

  if (a->type != SUTRA_TOKEN_NUMBER || a->digits != 4 || b->type != SUTRA_TOKEN_NUMBER || b->digits != 2 ||
      !sutra_date_is_mark (self, i + 1, '-') || !sutra_date_is_attached (self, i + 1) || !sutra_date_is_attached (self, i + 2))
    return FALSE;
  gap = b->number - a->number % 100;
  c.end = c.stem_end = b->end;
  if (gap < 1 || a->number < 1000 || a->number > 2999)
    return FALSE;
  /* Alone it may be a month (2004-05), a fiscal year (2023-24), or a number of something. */
  if (!take_span_word (self, &c, &calendar) &&
      (b->number <= 12 || gap == 1 || !sutra_date_is_bare_year (self, i, c.at, a->number) ||
       (sutra_date_is_mark (self, c.at, '-') && sutra_date_is_attached (self, c.at) && sutra_date_is_attached (self, c.at + 1))))
    return FALSE;
  reading->a.calendar = reading->b.calendar = calendar;
  reading->a.has_year = reading->b.has_year = 1;
  reading->a.year = a->number;
  reading->b.year = a->number + gap;
  reading->form = SUTRA_FORM_INTERVAL;
  return sutra_date_finish (reading, &c, "range");
}

/* "mid-2019", "early 2020". */
static gboolean
read_stage_of_year (const SutraDateReader *self, guint i, SutraDateReading *reading)
{
  SutraDateCursor c = { i, 0, 0 };
  gint64 year;

  if (!take_stage (self, &c) || sutra_date_token (self, c.at)->digits != 4 || !sutra_date_take_integer (self, &c, 4, &year) ||
      year < 1000 || year > 2099 || sutra_date_is_quantity (self, c.at))
    return FALSE;
  reading->a.year = year;
  reading->a.has_year = 1;
  reading->a.approximate = 1;
  reading->form = SUTRA_FORM_POINT;
  return sutra_date_finish (reading, &c, "year");
}

/* "চলতি বছরের প্রথম ছয় মাসে", "২০২৩ সালের শেষ ৩ মাস". */
static gboolean
read_months_of_year (const SutraDateReader *self, guint i, SutraDateReading *reading)
{
  SutraDateCursor c = { i, 0, 0 };
  SutraDateParts *a = &reading->a;
  const SutraSense *relative = sutra_date_take (self, &c, SUTRA_WORD_RELATIVE);
  const SutraSense *sense, *unit;
  guint ending = 0;
  gboolean last;
  gint64 n;

  if (relative != NULL)
    {
      unit = sutra_date_take (self, &c, SUTRA_WORD_UNIT);
      if ((relative->flags & SUTRA_WORD_FIRM) == 0 || unit == NULL || unit->value != SUTRA_UNIT_YEAR ||
          (unit->flags & SUTRA_WORD_GENITIVE) == 0)
        return FALSE;
      a->anchor = SUTRA_ANCHOR_YEAR;
      a->amount = relative->value;
    }
  else if (!sutra_date_take_year (self, &c, a, &ending) || !a->year_word || (ending & SUTRA_WORD_GENITIVE) == 0 ||
           a->calendar != SUTRA_CALENDAR_GREGORIAN)
    return FALSE;
  sense = sutra_date_take (self, &c, SUTRA_WORD_ORDINAL);
  last = sense == NULL && (sense = sutra_date_take (self, &c, SUTRA_WORD_STAGE)) != NULL && sense->value == 2;
  if (sense == NULL || (!last && sense->value != 1) || (sense->flags & SUTRA_WORD_ENDED) != 0)
    return FALSE;
  if ((!sutra_date_take_integer (self, &c, 2, &n) && !sutra_date_take_cardinal (self, &c, &n)) || n < 1 || n > 11)
    return FALSE;
  unit = sutra_date_take (self, &c, SUTRA_WORD_UNIT);
  if (unit == NULL || unit->value != SUTRA_UNIT_MONTH)
    return FALSE;
  a->has_month = 1;
  reading->b = *a;
  a->month = last ? (guint) (13 - n) : 1;
  reading->b.month = last ? 12 : (guint) n;
  reading->form = SUTRA_FORM_INTERVAL;
  return sutra_date_finish (reading, &c, "range");
}

gboolean
sutra_date_read_period (const SutraDateReader *self, guint i, SutraDateReading *reading)
{
  static gboolean (*const productions[]) (const SutraDateReader *, guint, SutraDateReading *) = {
    read_fiscal, read_decade, read_century, read_season, read_year_span, read_stage_of_year, read_months_of_year,
  };

  for (gsize n = 0; n < G_N_ELEMENTS (productions); n++)
    {
      sutra_date_reading_init (reading);
      if (productions[n](self, i, reading))
        return TRUE;
    }
  return FALSE;
}
