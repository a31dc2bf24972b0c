/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-date-grammar.h"

/**
 * Clock: what is said of an hour
 * @half: 0 not said, 1 a.m., 2 p.m.
 * @digital: 10:30, not "১০টা"
 * @marked: টা, ঘটিকা or am stood behind it
 */
typedef struct
{
  int hour;
  int minute;
  int second;
  guint half;
  gboolean digital;
  gboolean marked;
  gboolean located;
} Clock;

/* "a.m.", "p. m.", "am" behind the cursor's token, whatever tokens it is made of. */
static guint
take_half (const SutraDateReader *self, SutraDateCursor *cursor)
{
  const gunichar *key = self->fold->key;
  guint32 i = cursor->end;
  guint32 n = (guint32) self->fold->length;
  gboolean dotted = FALSE;
  guint half;

  while (i < n && key[i] == ' ')
    i++;
  if (i >= n || (key[i] != 'a' && key[i] != 'p'))
    return 0;
  half = key[i] == 'a' ? 1 : 2;
  i++;
  if (i < n && key[i] == '.')
    {
      dotted = TRUE;
      i++;
      while (i < n && key[i] == ' ')
        i++;
    }
  if (i >= n || key[i] != 'm')
    return 0;
  i++;
  if (dotted && i < n && key[i] == '.')
    i++;
  else if (i < n && g_unichar_isalnum (key[i]))
    return 0;
  cursor->end = cursor->stem_end = i;
  while (cursor->at < self->tokens->len && sutra_date_token (self, cursor->at)->start < i)
    cursor->at++;
  return half;
}

/* ":30" or ".30" or "ঃ৩০" attached; two digits below 60. */
static gboolean
take_sixtieth (const SutraDateReader *self, SutraDateCursor *c, gboolean dot, int *value)
{
  const SutraToken *token = sutra_date_token (self, c->at + 1);

  if (!(sutra_date_is_mark (self, c->at, ':') || (dot && sutra_date_is_mark (self, c->at, '.'))) || !sutra_date_is_attached (self, c->at) ||
      !sutra_date_is_attached (self, c->at + 1))
    {
      const SutraToken *visarga = sutra_date_token (self, c->at);

      if (visarga->type != SUTRA_TOKEN_OTHER || visarga->end != visarga->start + 1 || self->fold->key[visarga->start] != 0x0983 ||
          !sutra_date_is_attached (self, c->at) || !sutra_date_is_attached (self, c->at + 1))
        return FALSE;
    }
  if (token->type != SUTRA_TOKEN_NUMBER || token->digits != 2 || token->number > 59)
    return FALSE;
  *value = (int) token->number;
  c->at += 2;
  c->end = c->stem_end = token->end;
  return TRUE;
}

/* Whether the digits at @i stand behind another number and a dot, colon or slash. */
static gboolean
goes_on_to_the_left (const SutraDateReader *self, guint i)
{
  const SutraToken *before = sutra_date_token (self, i - 1);

  if (!sutra_date_is_attached (self, i))
    return FALSE;
  if (before->type == SUTRA_TOKEN_OTHER)
    return g_unichar_isalnum (self->fold->key[before->end - 1]) && before->end != before->start + 1;
  return before->type == SUTRA_TOKEN_MARK && before->mark != '(' && before->mark != '-' && before->mark != '\'' && before->mark != '[' &&
         before->mark != ',';
}

static gboolean
take_digits (const SutraDateReader *self, SutraDateCursor *cursor, Clock *clock)
{
  SutraDateCursor c = *cursor;
  const SutraToken *token = sutra_date_token (self, c.at);
  const SutraSense *sense;

  if (token->type != SUTRA_TOKEN_NUMBER || token->digits > 2 || token->number > 24 || goes_on_to_the_left (self, c.at))
    return FALSE;
  clock->hour = (int) token->number;
  c.at++;
  c.end = c.stem_end = token->end;
  if (take_sixtieth (self, &c, TRUE, &clock->minute))
    {
      clock->digital = !sutra_date_is_mark (self, cursor->at + 1, '.');
      if (clock->digital)
        take_sixtieth (self, &c, FALSE, &clock->second);
    }
  else if (sutra_date_is_attached (self, c.at + 1) && sutra_date_is_attached (self, c.at) &&
           sutra_date_token (self, c.at)->type == SUTRA_TOKEN_MARK && sutra_date_token (self, c.at + 1)->type == SUTRA_TOKEN_NUMBER &&
           sutra_date_token (self, c.at)->mark != '-')
    return FALSE; /* 3.567 */
  if ((clock->half = take_half (self, &c)) != 0)
    clock->marked = TRUE;
  else if ((sense = sutra_date_take (self, &c, SUTRA_WORD_CLOCK)) != NULL)
    {
      clock->marked = TRUE;
      clock->half = (guint) sense->value;
      clock->located = (sense->flags & (SUTRA_WORD_LOCATIVE | SUTRA_WORD_GENITIVE)) != 0;
    }
  *cursor = c;
  return clock->digital || clock->marked || clock->minute > 0 || token->digits > 0;
}

/* একটা, দেড়টা, সাড়ে তিনটা, পৌনে ১০টা. */
static gboolean
take_spoken (const SutraDateReader *self, SutraDateCursor *cursor, Clock *clock)
{
  SutraDateCursor c = *cursor;
  const SutraSense *fraction = sutra_date_take (self, &c, SUTRA_WORD_FRACTION);
  const SutraSense *sense;
  int minutes = 0;
  gint64 n;

  if (fraction != NULL && (fraction->value == SUTRA_FRACTION_ONE_HALF || fraction->value == SUTRA_FRACTION_TWO_HALF))
    {
      clock->hour = fraction->value == SUTRA_FRACTION_ONE_HALF ? 1 : 2;
      clock->minute = 30;
      if ((sense = sutra_date_take (self, &c, SUTRA_WORD_CLOCK)) == NULL || sense->value != 0)
        return FALSE;
      clock->marked = TRUE;
      clock->located = (sense->flags & (SUTRA_WORD_LOCATIVE | SUTRA_WORD_GENITIVE)) != 0;
      *cursor = c;
      return TRUE;
    }
  if (fraction != NULL)
    minutes = fraction->value == SUTRA_FRACTION_HALF_MORE ? 30 : fraction->value == SUTRA_FRACTION_QUARTER_MORE ? 15 : -15;
  if (!sutra_date_take_cardinal (self, &c, &n))
    {
      if (!take_digits (self, &c, clock) || clock->digital || !clock->marked || clock->minute != 0 || clock->half != 0)
        return FALSE;
      n = clock->hour;
    }
  else if ((sense = sutra_date_take (self, &c, SUTRA_WORD_CLOCK)) == NULL)
    return FALSE;
  else
    {
      clock->half = (guint) sense->value;
      clock->located = (sense->flags & (SUTRA_WORD_LOCATIVE | SUTRA_WORD_GENITIVE)) != 0;
    }
  if (n < 1 || n > 24)
    return FALSE;
  clock->hour = (int) n;
  clock->minute = minutes;
  if (minutes < 0)
    {
      clock->hour--;
      clock->minute = 60 + minutes;
    }
  clock->marked = TRUE;
  *cursor = c;
  return TRUE;
}

/* "১০ মিনিটে" behind "১০টা". */
static void
take_minutes (const SutraDateReader *self, SutraDateCursor *cursor, Clock *clock)
{
  SutraDateCursor c = *cursor;
  const SutraSense *unit;
  gint64 n;

  if (clock->digital && (unit = sutra_date_take (self, &c, SUTRA_WORD_UNIT)) != NULL && unit->value == SUTRA_UNIT_MINUTE)
    {
      *cursor = c; /* ১০:৩০ মিনিটে */
      return;
    }
  c = *cursor;
  if (clock->digital || clock->half != 0 || clock->minute != 0)
    return;
  if (!sutra_date_take_integer (self, &c, 2, &n) && !sutra_date_take_cardinal (self, &c, &n))
    return;
  unit = sutra_date_take (self, &c, SUTRA_WORD_UNIT);
  if (unit == NULL || unit->value != SUTRA_UNIT_MINUTE || n > 59)
    return;
  clock->minute = (int) n;
  *cursor = c;
}

/* To 24 hours by the part of the day; FALSE if the two do not go together. */
static gboolean
place_hour (Clock *clock, int part, gboolean *next_day)
{
  int hour = clock->hour;

  *next_day = FALSE;
  if (clock->half != 0)
    {
      if (hour > 12 || hour == 0)
        return hour < 24 && clock->half == 2;
      clock->hour = hour % 12 + (clock->half == 2 ? 12 : 0);
      return TRUE;
    }
  if (hour > 12 || part == 0)
    return hour <= 23 && hour >= 0;
  switch (part)
    {
    case SUTRA_PART_DAWN:
    case SUTRA_PART_MORNING:
      clock->hour = hour % 12;
      return TRUE;
    case SUTRA_PART_FORENOON:
    case SUTRA_PART_NOON:
      clock->hour = hour >= 1 && hour <= 5 ? hour + 12 : hour;
      return TRUE;
    case SUTRA_PART_AFTERNOON:
    case SUTRA_PART_EVENING:
      clock->hour = hour == 12 ? 12 : hour + 12;
      return TRUE;
    case SUTRA_PART_NIGHT:
      *next_day = hour == 12 || hour <= 4;
      clock->hour = *next_day ? hour % 12 : hour + 12;
      return TRUE;
    case SUTRA_PART_MIDDAY:
      return TRUE;
    case SUTRA_PART_MIDNIGHT:
      *next_day = TRUE;
      clock->hour = hour % 12;
      return TRUE;
    default:
      return FALSE;
    }
}

static gboolean
take_hour (const SutraDateReader *self, SutraDateCursor *cursor, Clock *clock)
{
  SutraDateCursor c = *cursor;

  *clock = (Clock){ 0 };
  if (!take_spoken (self, &c, clock))
    {
      *clock = (Clock){ 0 };
      c = *cursor;
      if (!take_digits (self, &c, clock))
        return FALSE;
    }
  take_minutes (self, &c, clock);
  *cursor = c;
  return TRUE;
}

/* PART, with দিবাগত before it. */
static int
take_part (const SutraDateReader *self, SutraDateCursor *cursor, gboolean *following)
{
  SutraDateCursor c = *cursor;
  const SutraSense *sense = sutra_date_take (self, &c, SUTRA_WORD_PART);

  *following = FALSE;
  if (sense != NULL && sense->value == SUTRA_PART_FOLLOWING)
    {
      *following = TRUE;
      sense = sutra_date_take (self, &c, SUTRA_WORD_PART);
    }
  if (sense == NULL || sense->value == SUTRA_PART_FOLLOWING)
    return 0;
  /* "সকাল সকাল", "দুপুর বেলা". */
  if (sutra_date_sense (self, c.at, SUTRA_WORD_PART) != NULL &&
      sutra_date_sense (self, c.at, SUTRA_WORD_PART)->value == SUTRA_PART_FORENOON)
    sutra_date_take (self, &c, SUTRA_WORD_PART);
  *cursor = c;
  return sense->value;
}

/* "থেকে দুপুর ১২টা", "-১২টা": the end of a stretch of time. */
static gboolean
take_time_end (const SutraDateReader *self, SutraDateCursor *cursor)
{
  SutraDateCursor c = *cursor;
  gboolean following;
  Clock clock;
  int part;

  if (sutra_date_sense (self, c.at, SUTRA_WORD_FROM) != NULL || sutra_date_sense (self, c.at, SUTRA_WORD_TO) != NULL ||
      sutra_date_is_mark (self, c.at, '-'))
    c.at++;
  else
    return FALSE;
  part = take_part (self, &c, &following);
  if (!take_hour (self, &c, &clock) || (!clock.marked && !clock.digital) || (part == 0 && !clock.marked && !clock.digital))
    return FALSE;
  *cursor = c;
  return TRUE;
}

gboolean
sutra_date_take_time (const SutraDateReader *self, SutraDateCursor *cursor, SutraDateParts *parts, gboolean behind_date)
{
  SutraDateCursor c = *cursor;
  guint32 start = sutra_date_token (self, c.at)->start;
  gboolean following, vague = FALSE, next_day = FALSE, timed = TRUE;
  int part = take_part (self, &c, &following);
  SutraDateCursor behind_part = c;
  Clock clock = { 0 };

  if (sutra_date_sense (self, c.at, SUTRA_WORD_APPROXIMATE) != NULL && part != 0)
    {
      vague = TRUE;
      c.at++;
    }
  if (!take_hour (self, &c, &clock) || (part == 0 && !clock.digital && !clock.marked) || !place_hour (&clock, part, &next_day))
    {
      if (part == 0 || !behind_date)
        return FALSE;
      c = behind_part;
      timed = FALSE;
      if (part == SUTRA_PART_MIDNIGHT || part == SUTRA_PART_MIDDAY)
        vague = TRUE;
    }
  else if (part == 0 && !clock.digital && clock.half == 0)
    {
      /* ১০টা may be ten things, ১০টায় is a time, but of which half of the day? */
      if (!clock.located)
        return FALSE;
      vague = clock.hour <= 12;
    }
  if (timed && take_time_end (self, &c))
    vague = TRUE;
  if (sutra_date_sense (self, c.at, SUTRA_WORD_AROUND) != NULL || sutra_date_sense (self, c.at, SUTRA_WORD_AGO) != NULL ||
      sutra_date_sense (self, c.at, SUTRA_WORD_LATER) != NULL || sutra_date_sense (self, c.at, SUTRA_WORD_WITHIN) != NULL)
    vague = TRUE;
  parts->has_time = timed;
  parts->time_vague = vague || !timed;
  parts->time_next_day = next_day || following;
  parts->hour = (guint8) clock.hour;
  parts->minute = (guint8) clock.minute;
  parts->second = (guint8) clock.second;
  parts->time_start = start;
  parts->time_end = c.end;
  *cursor = c;
  return TRUE;
}
