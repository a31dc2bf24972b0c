/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-date-grammar.h"

/* ’71 means 1971, ’24 means 2024: two digits up to this are of this century. */
#define LAST_SHORT_YEAR_OF_CENTURY 40

gboolean
sutra_date_is_quantity (const SutraDateReader *self, guint i)
{
  const SutraToken *token = sutra_date_token (self, i);

  if (token->type == SUTRA_TOKEN_MARK)
    return (token->mark == '%' || token->mark == 0x09f3 || token->mark == '$' || token->mark == 0x00b0) && sutra_date_is_attached (self, i);
  return sutra_date_sense (self, i, SUTRA_WORD_COUNTER) != NULL || sutra_date_sense (self, i, SUTRA_WORD_CURRENCY) != NULL ||
         sutra_date_sense (self, i, SUTRA_WORD_MEASURE) != NULL || sutra_date_sense (self, i, SUTRA_WORD_MULTIPLIER) != NULL ||
         sutra_date_sense (self, i, SUTRA_WORD_PERCENT) != NULL || sutra_date_sense (self, i, SUTRA_WORD_CLOCK) != NULL ||
         (sutra_date_sense (self, i, SUTRA_WORD_UNIT) != NULL && sutra_date_sense (self, i, SUTRA_WORD_CENTURY) == NULL);
}

/* "in", "since", "প্রায়" before it: then it need not be of the last two centuries. */
static gboolean
is_led (const SutraDateReader *self, guint first)
{
  return first > 0 &&
         (sutra_date_sense (self, first - 1, SUTRA_WORD_IN) != NULL || sutra_date_sense (self, first - 1, SUTRA_WORD_APPROXIMATE) != NULL);
}

gboolean
sutra_date_is_bare_year (const SutraDateReader *self, guint first, guint next, gint64 year)
{
  const SutraToken *before = sutra_date_token (self, first - 1);

  if (year < (is_led (self, first) ? 1000 : 1900) || year > 2099 || sutra_date_is_quantity (self, next))
    return FALSE;
  if (first > 0 && sutra_date_is_attached (self, first) && before->type == SUTRA_TOKEN_MARK &&
      (before->mark == '-' || before->mark == '\'' || before->mark == '/' || before->mark == '+'))
    return FALSE;
  return first == 0 || sutra_date_sense (self, first - 1, SUTRA_WORD_NUMBER_LABEL) == NULL;
}

static void
set_era (SutraDateParts *parts, SutraEra era)
{
  switch (era)
    {
    case SUTRA_ERA_BEFORE:
      parts->year = 1 - parts->year;
      break;
    case SUTRA_ERA_BENGALI:
      parts->calendar = SUTRA_CALENDAR_BENGALI;
      break;
    case SUTRA_ERA_HIJRI:
      parts->calendar = SUTRA_CALENDAR_HIJRI;
      break;
    case SUTRA_ERA_SAKA:
      parts->calendar = SUTRA_CALENDAR_SAKA;
      break;
    case SUTRA_ERA_COMMON:
    default:
      break;
    }
}

/* সাল, খ্রিস্টাব্দ, বাংলা সন … behind the year. */
static gboolean
take_year_word (const SutraDateReader *self, SutraDateCursor *cursor, SutraDateParts *parts, guint *ending)
{
  SutraDateCursor c = *cursor;
  const SutraSense *sense;

  if ((sense = sutra_date_take (self, &c, SUTRA_WORD_ERA)) != NULL)
    {
      SutraEra era = (SutraEra) sense->value;

      set_era (parts, era);
      *ending = sense->flags;
      if ((sense->flags & SUTRA_WORD_SHORT) != 0 && sutra_date_is_mark (self, c.at, '.') && sutra_date_is_attached (self, c.at))
        c.at++;
      if (c.at < self->tokens->len && sutra_date_is_mark (self, c.at - 1, '.'))
        c.end = c.stem_end = sutra_date_token (self, c.at - 1)->end;
      *cursor = c;
      if ((sense = sutra_date_take (self, &c, SUTRA_WORD_YEAR_WORD)) != NULL)
        {
          *ending = sense->flags;
          *cursor = c;
        }
      return TRUE;
    }
  if (sutra_date_take (self, &c, SUTRA_WORD_BANGLA) != NULL)
    {
      /* "১ বৈশাখ ১৪৩১ বাংলা" has said which calendar. */
      sense = sutra_date_take (self, &c, SUTRA_WORD_YEAR_WORD);
      if (sense == NULL && parts->calendar != SUTRA_CALENDAR_BENGALI)
        return FALSE;
      parts->calendar = SUTRA_CALENDAR_BENGALI;
      *ending = sense != NULL ? sense->flags : 0;
      *cursor = c;
      return TRUE;
    }
  if ((sense = sutra_date_take (self, &c, SUTRA_WORD_YEAR_WORD)) == NULL)
    return FALSE;
  *ending = sense->flags;
  /* ২০২৪ সাল খ্রিস্টাব্দ is not said, but ১৪৩১ সন বঙ্গাব্দ … is not either: only one word. */
  if ((sense->flags & SUTRA_WORD_ENDED) == 0)
    *ending |= sutra_date_take_case (self, &c);
  *cursor = c;
  return TRUE;
}

static gint64
of_two_digits (gint64 n)
{
  return n <= LAST_SHORT_YEAR_OF_CENTURY ? 2000 + n : 1900 + n;
}

/* What stands before: খ্রিস্টপূর্ব ৩২৬, বাংলা ১৪৩১ সন, AD 79, ’৭১. 0 for none. */
static SutraEra
take_leading_era (const SutraDateReader *self, SutraDateCursor *c)
{
  const SutraSense *sense;

  if ((sense = sutra_date_take (self, c, SUTRA_WORD_ERA)) != NULL && (sense->flags & SUTRA_WORD_ENDED) == 0)
    {
      if (sense->value == SUTRA_ERA_HIJRI)
        sutra_date_take (self, c, SUTRA_WORD_YEAR_WORD);
      return (SutraEra) sense->value;
    }
  if (sutra_date_take (self, c, SUTRA_WORD_BANGLA) != NULL)
    {
      sutra_date_take (self, c, SUTRA_WORD_YEAR_WORD);
      return SUTRA_ERA_BENGALI;
    }
  return 0;
}

/* A year in words. Two digits alone are one only before an event or a date. */
static gboolean
take_spelled (const SutraDateReader *self, SutraDateCursor *cursor, SutraDateParts *parts, guint *ending)
{
  SutraDateCursor c = *cursor;
  const SutraSense *sense = sutra_date_sense (self, c.at, SUTRA_WORD_CARDINAL);
  gint64 n;

  if (sense == NULL)
    return FALSE;
  if (sutra_date_take_long_cardinal (self, &c, &n))
    {
      const SutraSense *last = sutra_date_sense (self, c.at - 1, SUTRA_WORD_CARDINAL);

      if (n < 1000 || n > 2999)
        return FALSE;
      *ending = last != NULL ? last->flags : 0;
      parts->year = n;
      parts->year_word = take_year_word (self, &c, parts, ending) ? 1 : 0;
      /* উনিশশো একাত্তর can be nothing else; পনেরোশো is an amount. */
      if (!parts->year_word && (last == NULL || n < 1700 || sutra_date_is_quantity (self, c.at)))
        return FALSE;
      parts->has_year = parts->year_word = 1;
      *cursor = c;
      return TRUE;
    }
  sutra_date_take (self, &c, SUTRA_WORD_CARDINAL);
  parts->year = of_two_digits (sense->value);
  *ending = sense->flags;
  parts->year_short = 1;
  if (!take_year_word (self, &c, parts, ending))
    {
      SutraDateCursor day = c;
      SutraDateParts scratch;

      sutra_date_parts_init (&scratch);
      if ((sense->flags & SUTRA_WORD_GENITIVE) == 0 || sense->value < 20 ||
          (sutra_date_sense (self, c.at, SUTRA_WORD_EVENT) == NULL && !sutra_date_take_day_month (self, &day, &scratch)))
        return FALSE;
    }
  parts->year_word = 1;
  parts->has_year = 1;
  *cursor = c;
  return TRUE;
}

/* ’71, '71-এর, ৭১-এর, ৭১ সালে. */
static gboolean
take_short (const SutraDateReader *self, SutraDateCursor *cursor, SutraDateParts *parts, guint *ending)
{
  SutraDateCursor c = *cursor;
  gboolean quoted = sutra_date_take_mark (self, &c, '\'') && sutra_date_is_attached (self, c.at);
  gint64 n;

  if (!quoted)
    c = *cursor;
  if (sutra_date_token (self, c.at)->digits != 2 || !sutra_date_take_integer (self, &c, 2, &n))
    return FALSE;
  if (quoted && sutra_date_is_mark (self, c.at, '\'') && sutra_date_is_attached (self, c.at) &&
      sutra_date_sense (self, c.at + 1, SUTRA_WORD_CASE) == NULL && sutra_date_sense (self, c.at + 1, SUTRA_WORD_LETTER_S) == NULL)
    return FALSE; /* '71' is quoted */
  *ending = 0;
  if (take_year_word (self, &c, parts, ending))
    parts->year_word = 1;
  else
    {
      gboolean joined =
          sutra_date_is_mark (self, c.at, '-') || sutra_date_is_mark (self, c.at, '\'') || sutra_date_is_attached (self, c.at);

      *ending = sutra_date_take_case (self, &c);
      if (!quoted)
        {
          SutraDateCursor day = c;
          SutraDateParts scratch;

          sutra_date_parts_init (&scratch);
          if (!joined || (*ending & SUTRA_WORD_GENITIVE) == 0 ||
              (sutra_date_sense (self, c.at, SUTRA_WORD_EVENT) == NULL && !sutra_date_take_day_month (self, &day, &scratch)))
            return FALSE;
        }
      if (*ending != 0)
        parts->year_word = 1;
    }
  if (parts->calendar == SUTRA_CALENDAR_GREGORIAN)
    parts->year = of_two_digits (n);
  else
    parts->year = 1400 + n;
  parts->has_year = 1;
  parts->year_short = 1;
  parts->year_word = quoted || parts->year_word;
  *cursor = c;
  return TRUE;
}

static gboolean
take_digits (const SutraDateReader *self, SutraDateCursor *cursor, SutraDateParts *parts, guint *ending)
{
  SutraDateCursor c = *cursor;
  SutraEra era = take_leading_era (self, &c);
  const SutraToken *token;
  gboolean word = sutra_date_take (self, &c, SUTRA_WORD_YEAR_WORD) != NULL;
  SutraDateCursor behind;
  gint64 n;

  token = sutra_date_token (self, c.at);
  if (!sutra_date_take_integer (self, &c, 9, &n))
    return FALSE;
  behind = c;
  parts->year = n;
  *ending = 0;
  if (era != 0)
    set_era (parts, era);
  parts->year_word = take_year_word (self, &c, parts, ending) || word || (era != 0 && era != SUTRA_ERA_COMMON) ? 1 : 0;
  if (!parts->year_word || c.at == behind.at)
    {
      guint flags = sutra_date_take_case (self, &c);

      *ending |= flags;
      if (flags != 0 && token->digits == 4)
        parts->year_word = 1;
    }
  if (era == SUTRA_ERA_COMMON && token->digits >= 2)
    parts->year_word = 1;
  if (word && token->digits != 4)
    return FALSE; /* সাল ৫: a list */
  if (!parts->year_word && (token->digits != 4 || n < 1000 || n > 2999))
    return FALSE;
  parts->has_year = 1;
  *cursor = c;
  return TRUE;
}

gboolean
sutra_date_take_year (const SutraDateReader *self, SutraDateCursor *cursor, SutraDateParts *parts, guint *ending)
{
  SutraDateParts before = *parts;
  guint flags = 0;

  if (sutra_date_sense (self, cursor->at, SUTRA_WORD_CARDINAL) != NULL)
    {
      if (take_spelled (self, cursor, parts, &flags))
        goto found;
    }
  else
    {
      if (take_short (self, cursor, parts, &flags))
        goto found;
      *parts = before;
      if (take_digits (self, cursor, parts, &flags))
        goto found;
    }
  *parts = before;
  return FALSE;
found:
  if (ending != NULL)
    *ending = flags;
  return TRUE;
}

gboolean
sutra_date_take_trailing_year (const SutraDateReader *self, SutraDateCursor *cursor, SutraDateParts *parts)
{
  SutraDateCursor c = *cursor;
  SutraDateParts with_year = *parts;
  gboolean comma = sutra_date_take_mark (self, &c, ',');
  guint first = c.at;

  if (!sutra_date_take_year (self, &c, &with_year, NULL))
    return FALSE;
  if (!with_year.year_word && sutra_date_is_quantity (self, c.at))
    return FALSE;
  /* "on 8 April, 1971 people …": but that is rare; "৮ এপ্রিল, ২০২৪ সালের ৫ মে": the year is of what follows. */
  if (comma && with_year.year_word)
    {
      SutraDateCursor next = c;
      SutraDateParts scratch;

      sutra_date_parts_init (&scratch);
      if (sutra_date_take_day_month (self, &next, &scratch))
        return FALSE;
    }
  if (sutra_date_token (self, first)->type == SUTRA_TOKEN_WORD && !with_year.year_word && with_year.year_short)
    return FALSE;
  *parts = with_year;
  *cursor = c;
  return TRUE;
}
