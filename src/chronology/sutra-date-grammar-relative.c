/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-date-grammar.h"

gboolean
sutra_date_take_weekday (const SutraDateReader *self, SutraDateCursor *cursor, SutraDateParts *parts)
{
  SutraDateCursor c = *cursor;
  const SutraToken *token = sutra_date_token (self, c.at);
  const SutraSense *sense = sutra_date_take (self, &c, SUTRA_WORD_WEEKDAY);

  if (sense == NULL || (self->fold->key[token->start] < 0x80 && !token->capital))
    return FALSE;
  if ((sense->flags & SUTRA_WORD_SHORT) != 0)
    {
      /* "শুক্র, ১২ ডিসেম্বর", "Mon. 8 April": not without a date. */
      SutraDateCursor day = c;
      SutraDateParts scratch;
      const char *rule;

      sutra_date_parts_init (&scratch);
      if (!sutra_date_take_mark (self, &day, ','))
        sutra_date_take_mark (self, &day, '.');
      if (!sutra_date_take_calendar (self, &day, &scratch, &rule))
        return FALSE;
      if (sutra_date_is_mark (self, c.at, '.'))
        c.at++;
    }
  parts->weekday = sense->value;
  *cursor = c;
  return TRUE;
}

gboolean
sutra_date_take_day_word (const SutraDateReader *self, SutraDateCursor *cursor, SutraDateParts *parts)
{
  SutraDateCursor c = *cursor;
  const SutraSense *relative = sutra_date_sense (self, c.at, SUTRA_WORD_RELATIVE);
  const SutraSense *sense;
  int direction = 0;

  if (relative != NULL && (relative->flags & SUTRA_WORD_FIRM) != 0 && relative->value != 0)
    {
      direction = relative->value; /* "গত পরশু", "আগামী কাল" */
      c.at++;
    }
  if ((sense = sutra_date_take (self, &c, SUTRA_WORD_DAY_WORD)) == NULL)
    return FALSE;
  if (direction != 0 && sense->value != SUTRA_DAY_KAL && sense->value != SUTRA_DAY_PARSHU && sense->value != SUTRA_DAY_TARSHU)
    return FALSE;
  parts->anchor = SUTRA_ANCHOR_DAYS;
  switch (sense->value)
    {
    case SUTRA_DAY_TODAY:
      parts->amount = 0;
      break;
    case SUTRA_DAY_YESTERDAY:
      parts->amount = -1;
      break;
    case SUTRA_DAY_TOMORROW:
      parts->amount = 1;
      break;
    case SUTRA_DAY_TWO_AGO:
      parts->amount = -2;
      break;
    case SUTRA_DAY_TWO_AHEAD:
      parts->amount = 2;
      break;
    default:
      /* Either way; the past is likelier in a report, unless a weekday says otherwise. */
      parts->amount = sense->value == SUTRA_DAY_KAL ? -1 : sense->value == SUTRA_DAY_PARSHU ? -2 : -3;
      parts->kal = direction == 0;
      if (direction > 0)
        parts->amount = -parts->amount;
      break;
    }
  *cursor = c;
  return TRUE;
}

/* Months, days and seconds of @n and @quarters (of four) of @unit. FALSE if it is absurdly long. */
static gboolean
add_lapse (SutraLapse *lapse, gint64 n, int quarters, SutraDateUnit unit)
{
  static const struct
  {
    int months;
    int days;
    int seconds;
  } lengths[] = {
    [SUTRA_UNIT_SECOND] = { 0, 0, 1 }, [SUTRA_UNIT_MINUTE] = { 0, 0, 60 },    [SUTRA_UNIT_HOUR] = { 0, 0, 3600 },
    [SUTRA_UNIT_DAY] = { 0, 1, 0 },    [SUTRA_UNIT_WEEK] = { 0, 7, 0 },       [SUTRA_UNIT_FORTNIGHT] = { 0, 15, 0 },
    [SUTRA_UNIT_MONTH] = { 1, 0, 0 },  [SUTRA_UNIT_YEAR] = { 12, 0, 0 },      [SUTRA_UNIT_DECADE] = { 120, 0, 0 },
    [SUTRA_UNIT_YUG] = { 144, 0, 0 },  [SUTRA_UNIT_CENTURY] = { 1200, 0, 0 },
  };
  gint64 fourths = n * 4 + quarters;
  SutraDateUnit finest = unit;

  if (n < 0 || n > 1000000)
    return FALSE;
  lapse->months += lengths[unit].months * fourths / 4;
  if (unit == SUTRA_UNIT_MONTH)
    lapse->days += fourths % 4 * 30 / 4;
  lapse->days += lengths[unit].days * fourths / 4;
  lapse->seconds += lengths[unit].seconds * fourths / 4;
  if (unit == SUTRA_UNIT_DAY)
    lapse->seconds += fourths % 4 * 86400 / 4;
  if (quarters != 0 && unit == SUTRA_UNIT_YEAR)
    finest = SUTRA_UNIT_MONTH;
  else if (quarters != 0 && unit == SUTRA_UNIT_MONTH)
    finest = SUTRA_UNIT_DAY;
  if (unit >= SUTRA_UNIT_DECADE)
    finest = SUTRA_UNIT_YEAR;
  if (lapse->finest == 0 || finest < lapse->finest)
    lapse->finest = finest;
  return TRUE;
}

/* "মাসখানেক", "বছর দুয়েক": the unit first, and only about so many. */
static gboolean
take_about_amount (const SutraDateReader *self, SutraDateCursor *cursor, SutraLapse *lapse)
{
  SutraDateCursor c = *cursor;
  const SutraSense *unit = sutra_date_take (self, &c, SUTRA_WORD_UNIT);
  const SutraSense *count;

  if (unit == NULL || (unit->flags & SUTRA_WORD_ENDED) != 0 || (count = sutra_date_take (self, &c, SUTRA_WORD_OR_SO)) == NULL)
    return FALSE;
  *cursor = c;
  return add_lapse (lapse, count->value, 0, (SutraDateUnit) unit->value);
}

/* "৫", "পাঁচ", "দেড়", "সাড়ে তিন", "a" and a unit. @flags: of the unit's ending. */
static gboolean
take_amount (const SutraDateReader *self, SutraDateCursor *cursor, SutraLapse *lapse, guint *flags)
{
  SutraDateCursor c = *cursor;
  const SutraSense *fraction = sutra_date_take (self, &c, SUTRA_WORD_FRACTION);
  const SutraSense *unit;
  int quarters = 0;
  gint64 n = 0;

  if (fraction != NULL && fraction->value == SUTRA_FRACTION_ONE_HALF)
    {
      n = 1;
      quarters = 2;
    }
  else if (fraction != NULL && fraction->value == SUTRA_FRACTION_TWO_HALF)
    {
      n = 2;
      quarters = 2;
    }
  else if (fraction != NULL && fraction->value == SUTRA_FRACTION_HALF)
    quarters = 2;
  else
    {
      if (fraction != NULL)
        quarters = fraction->value == SUTRA_FRACTION_HALF_MORE ? 2 : fraction->value == SUTRA_FRACTION_QUARTER_MORE ? 1 : -1;
      if (!sutra_date_take_integer (self, &c, 6, &n) && !sutra_date_take_long_cardinal (self, &c, &n) &&
          !sutra_date_take_cardinal (self, &c, &n))
        {
          const SutraToken *article = sutra_date_token (self, c.at);

          if (fraction != NULL || sutra_date_take (self, &c, SUTRA_WORD_ARTICLE) == NULL || self->fold->key[article->start] != 'a')
            return FALSE;
          n = 1;
        }
    }
  if ((unit = sutra_date_take (self, &c, SUTRA_WORD_UNIT)) == NULL)
    return FALSE;
  if (!add_lapse (lapse, n, quarters, (SutraDateUnit) unit->value))
    return FALSE;
  *flags = unit->flags;
  *cursor = c;
  return TRUE;
}

static gboolean
take_amounts (const SutraDateReader *self, SutraDateCursor *cursor, SutraLapse *lapse, guint *flags)
{
  if (!take_amount (self, cursor, lapse, flags))
    return FALSE;
  for (guint n = 0; n < 8; n++)
    {
      SutraDateCursor c = *cursor;

      sutra_date_take_mark (self, &c, ',');
      if (sutra_date_sense (self, c.at, SUTRA_WORD_AND) != NULL)
        c.at++;
      if (!take_amount (self, &c, lapse, flags))
        break;
      *cursor = c;
    }
  return TRUE;
}

/* "২০-২৫ দিন", "দুই-তিন সপ্তাহ": from one to the other. */
static gboolean
take_amount_range (const SutraDateReader *self, SutraDateCursor *cursor, SutraLapse *from, SutraLapse *to, guint *flags)
{
  SutraDateCursor c = *cursor;
  const SutraSense *unit;
  gint64 n;

  if (!sutra_date_take_integer (self, &c, 4, &n) && !sutra_date_take_cardinal (self, &c, &n))
    return FALSE;
  if (!sutra_date_take_mark (self, &c, '-') && sutra_date_take (self, &c, SUTRA_WORD_FROM) == NULL)
    return FALSE;
  if (!take_amount (self, &c, to, flags))
    return FALSE;
  unit = sutra_date_sense (self, c.at - 1, SUTRA_WORD_UNIT);
  if (!add_lapse (from, n, 0, (SutraDateUnit) unit->value) || from->months > to->months || from->days > to->days ||
      from->seconds > to->seconds)
    return FALSE;
  *cursor = c;
  return TRUE;
}

static void
negate (SutraLapse *lapse)
{
  lapse->months = -lapse->months;
  lapse->days = -lapse->days;
  lapse->seconds = -lapse->seconds;
}

/* The further end is in @a, the nearer in @b; the earlier comes first. */
static void
set_lapse_range (SutraDateReading *reading)
{
  SutraDateParts nearer = reading->a;

  nearer.lapse = reading->b.lapse;
  reading->form = SUTRA_FORM_INTERVAL;
  if (g_str_equal (reading->rule, "ago"))
    {
      negate (&nearer.lapse);
      reading->b = nearer;
      return;
    }
  reading->b = reading->a;
  reading->a = nearer;
}

/* NUM UNIT [NUM UNIT …] আগে | পরে | ধরে */
gboolean
sutra_date_read_lapse (const SutraDateReader *self, guint i, SutraDateReading *reading)
{
  SutraDateCursor c = { i, 0, 0 };
  SutraDateParts *parts = &reading->a;
  const SutraSense *relative;
  guint flags = 0;
  gboolean range = take_amount_range (self, &c, &reading->b.lapse, &parts->lapse, &flags);

  if (!range)
    {
      parts->lapse = reading->b.lapse = (SutraLapse){ 0 };
      if (take_about_amount (self, &c, &parts->lapse))
        parts->approximate = 1;
      else if (!take_amounts (self, &c, &parts->lapse, &flags))
        return FALSE;
    }
  if ((flags & SUTRA_WORD_ENDED) != 0)
    return FALSE;
  relative = sutra_date_sense (self, c.at, SUTRA_WORD_RELATIVE);
  if (relative != NULL && ((relative->flags & SUTRA_WORD_FIRM) != 0 || relative->value == 0))
    relative = NULL;
  parts->anchor = SUTRA_ANCHOR_AGO;
  if (sutra_date_take (self, &c, SUTRA_WORD_AGO) != NULL || (relative != NULL && relative->value < 0))
    {
      negate (&parts->lapse);
      reading->rule = "ago";
    }
  else if (sutra_date_take (self, &c, SUTRA_WORD_LATER) != NULL || relative != NULL)
    {
      if (sutra_date_sense (self, c.at, SUTRA_WORD_LATER) != NULL)
        return FALSE; /* দুই দিন পর পর: every two days */
      reading->rule = "later";
    }
  else if (sutra_date_take (self, &c, SUTRA_WORD_DURING) != NULL)
    {
      negate (&parts->lapse);
      parts->anchor = SUTRA_ANCHOR_SPAN;
      reading->rule = "duration";
    }
  else
    return FALSE;
  if (relative != NULL)
    {
      c.end = sutra_date_token (self, c.at)->end;
      c.stem_end = c.end;
      c.at++;
    }
  reading->form = SUTRA_FORM_POINT;
  if (range && parts->anchor == SUTRA_ANCHOR_AGO)
    set_lapse_range (reading);
  return sutra_date_finish (reading, &c, reading->rule);
}

/* What may stand behind "গত বছরের", "গত মাসের", "গত সপ্তাহের". */
static gboolean
take_in_relative_unit (const SutraDateReader *self, SutraDateCursor *cursor, SutraDateParts *parts, const char **rule)
{
  SutraDateCursor c = *cursor;
  SutraDateParts found = *parts;
  SutraDateCursor day;
  SutraDateParts with_day;
  guint ending;

  switch ((int) parts->unit)
    {
    case SUTRA_UNIT_YEAR:
      if (sutra_date_take_day_month (self, &c, &found))
        {
          sutra_date_take (self, &c, SUTRA_WORD_DATE);
          *rule = "relative-year-day-month";
        }
      else
        {
          c = *cursor;
          found = *parts;
          if (!sutra_date_take_month (self, &c, &found, &ending) || found.month_short)
            return FALSE;
          day = c;
          with_day = found;
          *rule = "relative-year-month";
          if (sutra_date_take_day (self, &day, &with_day) && sutra_date_take (self, &day, SUTRA_WORD_DATE) != NULL)
            {
              c = day;
              found = with_day;
              *rule = "relative-year-day-month";
            }
        }
      found.anchor = SUTRA_ANCHOR_YEAR;
      break;
    case SUTRA_UNIT_MONTH:
      if (!sutra_date_take_day (self, &c, &found) || (sutra_date_take (self, &c, SUTRA_WORD_DATE) == NULL && !found.day_ordinal))
        return FALSE;
      found.anchor = SUTRA_ANCHOR_MONTH;
      *rule = "relative-month-day";
      break;
    case SUTRA_UNIT_WEEK:
      if (!sutra_date_take_weekday (self, &c, &found))
        return FALSE;
      *rule = "relative-week-weekday";
      break;
    default:
      return FALSE;
    }
  *parts = found;
  *cursor = c;
  return TRUE;
}

static gboolean
take_relative_unit (const SutraDateReader *self,
                    SutraDateCursor *cursor,
                    SutraDateParts *parts,
                    const SutraSense *relative,
                    const char **rule)
{
  SutraDateCursor c = *cursor;
  const SutraSense *unit = sutra_date_take (self, &c, SUTRA_WORD_UNIT);
  const SutraSense *next;

  if (unit == NULL || unit->value < SUTRA_UNIT_DAY)
    return FALSE;
  /* "আগামী দিনে" is the future, "এই দিনে", "আগের দিন" a day of the tale. */
  if (unit->value == SUTRA_UNIT_DAY)
    return FALSE;
  parts->anchor = SUTRA_ANCHOR_UNIT;
  parts->unit = (SutraDateUnit) unit->value;
  parts->amount = relative->value;
  *rule = "relative-unit";
  next = sutra_date_sense (self, c.at, SUTRA_WORD_FISCAL);
  if (next != NULL)
    return FALSE;
  if ((unit->flags & SUTRA_WORD_GENITIVE) != 0)
    take_in_relative_unit (self, &c, parts, rule);
  *cursor = c;
  return TRUE;
}

/* "গত সোমবার", "গত ১৮ মার্চ", "গত মার্চে", "গত মার্চের ৫ তারিখে". */
static gboolean
take_relative_calendar (const SutraDateReader *self,
                        SutraDateCursor *cursor,
                        SutraDateParts *parts,
                        const SutraSense *relative,
                        const char **rule)
{
  SutraDateCursor c = *cursor, day;
  SutraDateParts found = *parts, with_day;
  guint ending;

  found.anchor = SUTRA_ANCHOR_NEAREST;
  *rule = "relative-day-month";
  if (sutra_date_take_weekday (self, &c, &found))
    *rule = "relative-weekday";
  else if ((relative->flags & SUTRA_WORD_FIRM) != 0 && sutra_date_take_day_month (self, &c, &found))
    {
      if (sutra_date_take_trailing_year (self, &c, &found))
        found.anchor = SUTRA_ANCHOR_NONE;
      sutra_date_take (self, &c, SUTRA_WORD_DATE);
    }
  else
    {
      if (!sutra_date_take_month (self, &c, &found, &ending) || found.month_short)
        return FALSE;
      day = c;
      with_day = found;
      if (sutra_date_take_day (self, &day, &with_day) && sutra_date_take (self, &day, SUTRA_WORD_DATE) != NULL)
        {
          c = day;
          found = with_day;
        }
      else
        *rule = "relative-month";
    }
  *parts = found;
  *cursor = c;
  return TRUE;
}

/* "গত রাতে", "last night", "this morning". */
static gboolean
take_relative_part (const SutraDateReader *self, SutraDateCursor *cursor, SutraDateParts *parts, const SutraSense *relative)
{
  SutraDateCursor c = *cursor;

  if (relative->value > 0 || sutra_date_take (self, &c, SUTRA_WORD_PART) == NULL ||
      ((relative->flags & SUTRA_WORD_FIRM) == 0 && self->fold->key[sutra_date_token (self, cursor->at)->start] >= 0x80))
    return FALSE;
  parts->anchor = SUTRA_ANCHOR_DAYS;
  parts->kal = 0;
  parts->amount = relative->value;
  parts->time_start = sutra_date_token (self, cursor->at)->start;
  parts->time_end = c.end;
  parts->time_vague = 1;
  *cursor = c;
  return TRUE;
}

gboolean
sutra_date_take_relative (const SutraDateReader *self, SutraDateCursor *cursor, SutraDateParts *parts, const char **rule)
{
  SutraDateCursor c = *cursor;
  const SutraSense *relative = sutra_date_take (self, &c, SUTRA_WORD_RELATIVE);
  SutraDateCursor behind = c;
  SutraDateParts found = *parts;
  guint flags;

  if (relative == NULL)
    return FALSE;
  found.direction = relative->value;
  found.kal = (relative->flags & SUTRA_WORD_FIRM) == 0 && relative->value != 0;
  if (take_relative_unit (self, &c, &found, relative, rule))
    goto found;
  c = behind;
  if (relative->value != 0 && (relative->flags & SUTRA_WORD_FIRM) != 0 && take_amounts (self, &c, &found.lapse, &flags))
    {
      if (relative->value < 0)
        negate (&found.lapse);
      found.anchor = SUTRA_ANCHOR_SPAN;
      *rule = "relative-span";
      /* "গত দুই বছর ধরে". */
      sutra_date_take (self, &c, SUTRA_WORD_DURING);
      goto found;
    }
  c = behind;
  found.lapse = (SutraLapse){ 0 };
  if (take_relative_calendar (self, &c, &found, relative, rule))
    goto found;
  c = behind;
  if (!take_relative_part (self, &c, &found, relative))
    return FALSE;
  *rule = "relative-part";
found:
  *parts = found;
  *cursor = c;
  return TRUE;
}
