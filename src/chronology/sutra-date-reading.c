/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-date-reading.h"

const SutraToken *
sutra_date_token (const SutraDateReader *self, guint i)
{
  static const SutraToken none = { .type = SUTRA_TOKEN_END, .spaced = 1 };

  return i < self->tokens->len ? &g_array_index (self->tokens, SutraToken, i) : &none;
}

const SutraSense *
sutra_date_sense (const SutraDateReader *self, guint i, SutraWordClass word)
{
  const SutraToken *token = sutra_date_token (self, i);

  for (guint s = 0; s < token->n_senses; s++)
    if (token->senses[s].word == word && ((token->senses[s].flags & SUTRA_WORD_AFTER_NUMBER) == 0 || sutra_date_is_attached (self, i) ||
                                          (token->senses[s].flags & SUTRA_WORD_SPACED) != 0))
      return &token->senses[s];
  return NULL;
}

gboolean
sutra_date_is_mark (const SutraDateReader *self, guint i, gunichar mark)
{
  const SutraToken *token = sutra_date_token (self, i);

  return token->type == SUTRA_TOKEN_MARK && token->mark == mark;
}

gboolean
sutra_date_is_attached (const SutraDateReader *self, guint i)
{
  return i > 0 && !sutra_date_token (self, i)->spaced && sutra_date_token (self, i - 1)->end == sutra_date_token (self, i)->start;
}

const SutraSense *
sutra_date_take (const SutraDateReader *self, SutraDateCursor *cursor, SutraWordClass word)
{
  const SutraSense *sense = sutra_date_sense (self, cursor->at, word);

  if (sense == NULL)
    return NULL;
  cursor->end = sutra_date_token (self, cursor->at)->end;
  cursor->stem_end = sense->stem_end;
  cursor->at++;
  return sense;
}

gboolean
sutra_date_take_mark (const SutraDateReader *self, SutraDateCursor *cursor, gunichar mark)
{
  if (!sutra_date_is_mark (self, cursor->at, mark))
    return FALSE;
  cursor->at++;
  return TRUE;
}

static guint
case_flags (const SutraDateReader *self, guint i)
{
  const SutraToken *token = sutra_date_token (self, i);
  gunichar first, last;

  if (sutra_date_sense (self, i, SUTRA_WORD_CASE) == NULL)
    return 0;
  first = self->fold->key[token->start];
  last = self->fold->key[token->end - 1];
  if (last == 0x09b0) /* র, এর */
    return SUTRA_WORD_ENDED | SUTRA_WORD_GENITIVE;
  return first == 0x0995 ? SUTRA_WORD_ENDED : SUTRA_WORD_ENDED | SUTRA_WORD_LOCATIVE;
}

guint
sutra_date_take_case (const SutraDateReader *self, SutraDateCursor *cursor)
{
  guint i = cursor->at;
  gboolean joined = sutra_date_is_mark (self, i, '-') || (sutra_date_is_mark (self, i, '\'') && sutra_date_is_attached (self, i));
  guint flags;

  if (joined)
    i++;
  flags = case_flags (self, i);
  if (flags == 0)
    return 0;
  if (joined)
    {
      if (!sutra_date_is_attached (self, i))
        return 0;
    }
  else if (i == 0 || sutra_date_token (self, i - 1)->type != SUTRA_TOKEN_NUMBER)
    return 0;
  else if (!sutra_date_is_attached (self, i) &&
           (sutra_date_token (self, i)->end - sutra_date_token (self, i)->start < 2 || (flags & SUTRA_WORD_GENITIVE) == 0))
    return 0; /* only এর may stand apart: "এ" is "this" */
  cursor->end = sutra_date_token (self, i)->end;
  cursor->at = i + 1;
  return flags;
}

/* Whether the number at @i goes on to the left or right: 3.5, 10:30, 1/2, ১২৩-৪৫৬-৭৮৯. */
static gboolean
is_inside_longer (const SutraDateReader *self, guint i)
{
  const SutraToken *before = sutra_date_token (self, i - 1);
  const SutraToken *after = sutra_date_token (self, i + 1);

  if (i > 0 && sutra_date_is_attached (self, i))
    {
      if (before->type == SUTRA_TOKEN_OTHER)
        return TRUE;
      if (before->type == SUTRA_TOKEN_MARK && (before->mark == '.' || before->mark == ':' || before->mark == '/') && i > 1 &&
          sutra_date_is_attached (self, i - 1) && sutra_date_token (self, i - 2)->type == SUTRA_TOKEN_NUMBER)
        return TRUE;
      if (before->type == SUTRA_TOKEN_MARK && (before->mark == '+' || before->mark == '%' || before->mark == '$'))
        return TRUE;
    }
  if (sutra_date_is_attached (self, i + 1))
    {
      if (after->type == SUTRA_TOKEN_OTHER && g_unichar_isalpha (self->fold->key[after->start]))
        return TRUE;
      if (after->type == SUTRA_TOKEN_MARK && (after->mark == '.' || after->mark == ':' || after->mark == '/') &&
          sutra_date_is_attached (self, i + 2) && sutra_date_token (self, i + 2)->type == SUTRA_TOKEN_NUMBER)
        return TRUE;
      if (after->type == SUTRA_TOKEN_MARK && after->mark == '%')
        return TRUE;
    }
  return FALSE;
}

gboolean
sutra_date_take_integer (const SutraDateReader *self, SutraDateCursor *cursor, guint digits, gint64 *value)
{
  const SutraToken *token = sutra_date_token (self, cursor->at);

  if (token->type != SUTRA_TOKEN_NUMBER || token->digits > digits || token->grouped || token->number < 0 ||
      is_inside_longer (self, cursor->at))
    return FALSE;
  *value = token->number;
  cursor->end = cursor->stem_end = token->end;
  cursor->at++;
  return TRUE;
}

/* Whether what is counted stands at @i: then নয় is nine and not "not". */
static gboolean
is_counted (const SutraDateReader *self, guint i)
{
  static const SutraWordClass classes[] = { SUTRA_WORD_COUNTER, SUTRA_WORD_CLOCK,    SUTRA_WORD_MULTIPLIER,
                                            SUTRA_WORD_UNIT,    SUTRA_WORD_CURRENCY, SUTRA_WORD_MEASURE,
                                            SUTRA_WORD_PERCENT, SUTRA_WORD_PEOPLE,   SUTRA_WORD_POINT };

  for (gsize n = 0; n < G_N_ELEMENTS (classes); n++)
    if (sutra_date_sense (self, i, classes[n]) != NULL)
      return TRUE;
  return FALSE;
}

gboolean
sutra_date_take_cardinal (const SutraDateReader *self, SutraDateCursor *cursor, gint64 *value)
{
  SutraDateCursor c = *cursor;
  const SutraSense *sense = sutra_date_take (self, &c, SUTRA_WORD_CARDINAL);

  if (sense == NULL || ((sense->flags & SUTRA_WORD_TRAP) != 0 && !is_counted (self, c.at)))
    return FALSE;
  *cursor = c;
  *value = sense->value;
  return TRUE;
}

/* CARDINAL শো [CARDINAL] | CARDINAL হাজার [CARDINAL শো] [CARDINAL]: only what a year can be. */
gboolean
sutra_date_take_long_cardinal (const SutraDateReader *self, SutraDateCursor *cursor, gint64 *value)
{
  SutraDateCursor c = *cursor;
  gint64 n, rest;
  const SutraSense *multiplier;

  if (!sutra_date_take_cardinal (self, &c, &n))
    return FALSE;
  multiplier = sutra_date_take (self, &c, SUTRA_WORD_MULTIPLIER);
  if (multiplier == NULL || (multiplier->value != 2 && multiplier->value != 3))
    return FALSE;
  if (multiplier->value == 2)
    n *= 100;
  else
    {
      SutraDateCursor before = c;

      n *= 1000;
      if (sutra_date_take_cardinal (self, &c, &rest) && (multiplier = sutra_date_take (self, &c, SUTRA_WORD_MULTIPLIER)) != NULL &&
          multiplier->value == 2)
        n += rest * 100;
      else
        c = before;
    }
  if (sutra_date_take_cardinal (self, &c, &rest))
    n += rest;
  *cursor = c;
  *value = n;
  return TRUE;
}

void
sutra_date_parts_init (SutraDateParts *parts)
{
  *parts = (SutraDateParts){ .weekday = -1 };
}

void
sutra_date_reading_init (SutraDateReading *reading)
{
  *reading = (SutraDateReading){ 0 };
  sutra_date_parts_init (&reading->a);
  sutra_date_parts_init (&reading->b);
}

gboolean
sutra_date_finish (SutraDateReading *reading, const SutraDateCursor *cursor, const char *rule)
{
  reading->rule = rule;
  reading->next = cursor->at;
  reading->key_end = cursor->end;
  reading->stem_end = cursor->stem_end;
  return TRUE;
}
