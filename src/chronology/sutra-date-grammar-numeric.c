/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-date-grammar.h"

/* D/M/Y with / - or . (the day first, as in the region), and Y-M-D with an ISO time behind it. */

typedef struct
{
  gint64 number[3];
  guint digits[3];
} Triple;

static gboolean
take_triple (const SutraDateReader *self, SutraDateCursor *cursor, Triple *triple)
{
  guint i = cursor->at;
  gunichar separator = sutra_date_token (self, i + 1)->mark;

  if (sutra_date_token (self, i + 1)->type != SUTRA_TOKEN_MARK || (separator != '/' && separator != '-' && separator != '.'))
    return FALSE;
  for (guint n = 0; n < 3; n++)
    {
      const SutraToken *token = sutra_date_token (self, i + 2 * n);

      if (token->type != SUTRA_TOKEN_NUMBER || token->grouped || token->digits > 4 || (n > 0 && !sutra_date_is_attached (self, i + 2 * n)))
        return FALSE;
      if (n < 2 && (!sutra_date_is_mark (self, i + 2 * n + 1, separator) || !sutra_date_is_attached (self, i + 2 * n + 1)))
        return FALSE;
      triple->number[n] = token->number;
      triple->digits[n] = token->digits;
    }
  /* Not a part of something longer: 10.0.0.1, a phone number. */
  if (sutra_date_is_attached (self, i) && sutra_date_token (self, i - 1)->type == SUTRA_TOKEN_MARK &&
      (sutra_date_is_mark (self, i - 1, separator) || sutra_date_is_mark (self, i - 1, '+')))
    return FALSE;
  if (sutra_date_is_attached (self, i) && sutra_date_token (self, i - 1)->type == SUTRA_TOKEN_OTHER &&
      g_unichar_isalpha (self->fold->key[sutra_date_token (self, i - 1)->end - 1]))
    return FALSE;
  if (sutra_date_is_attached (self, i + 5) && sutra_date_token (self, i + 6)->type == SUTRA_TOKEN_NUMBER &&
      sutra_date_is_attached (self, i + 6) && sutra_date_token (self, i + 5)->type == SUTRA_TOKEN_MARK &&
      !sutra_date_is_mark (self, i + 5, ':') && (separator == '-' || !sutra_date_is_mark (self, i + 5, '-')))
    return FALSE;
  cursor->at = i + 5;
  cursor->end = cursor->stem_end = sutra_date_token (self, i + 4)->end;
  return TRUE;
}

/* T10:30[:00][Z] behind an ISO date. */
static void
take_iso_time (const SutraDateReader *self, SutraDateCursor *cursor, SutraDateParts *parts)
{
  SutraDateCursor c = *cursor;
  const SutraToken *t = sutra_date_token (self, c.at);
  SutraDateParts scratch = *parts;

  if (t->type != SUTRA_TOKEN_OTHER || t->end != t->start + 1 || self->fold->key[t->start] != 't' || !sutra_date_is_attached (self, c.at) ||
      !sutra_date_is_attached (self, c.at + 1))
    return;
  c.at++;
  if (!sutra_date_take_time (self, &c, &scratch, TRUE) || !scratch.has_time)
    return;
  t = sutra_date_token (self, c.at);
  if (t->type == SUTRA_TOKEN_OTHER && self->fold->key[t->start] == 'z' && sutra_date_is_attached (self, c.at) &&
      (t->end == t->start + 1 || !g_unichar_isalnum (self->fold->key[t->start + 1])))
    {
      scratch.time_zulu = 1;
      c.end = c.stem_end = t->start + 1;
      c.at++;
    }
  *parts = scratch;
  *cursor = c;
}

gboolean
sutra_date_take_numeric (const SutraDateReader *self, SutraDateCursor *cursor, SutraDateParts *parts, const char **rule)
{
  SutraDateCursor c = *cursor;
  Triple triple;

  if (!take_triple (self, &c, &triple))
    return FALSE;
  if (triple.digits[0] == 4)
    {
      if (triple.digits[1] > 2 || triple.digits[2] > 2 || triple.number[0] < 1000 || triple.number[0] > 2999)
        return FALSE;
      parts->year = triple.number[0];
      parts->month = (guint) triple.number[1];
      parts->day = triple.number[2];
      *rule = "iso";
    }
  else
    {
      if (triple.digits[0] > 2 || triple.digits[1] > 2 || (triple.digits[2] != 2 && triple.digits[2] != 4))
        return FALSE;
      if (triple.digits[2] == 4 && (triple.number[2] < 1000 || triple.number[2] > 2999))
        return FALSE;
      parts->year = triple.digits[2] == 4 ? triple.number[2] : triple.number[2] <= 40 ? 2000 + triple.number[2] : 1900 + triple.number[2];
      parts->day = triple.number[0];
      parts->month = (guint) triple.number[1];
      *rule = "numeric";
      if (parts->month > 12 && parts->day >= 1 && parts->day <= 12 && parts->month <= 31)
        {
          parts->day = triple.number[1];
          parts->month = (guint) triple.number[0];
          *rule = "numeric-month-first";
        }
      parts->ordered = parts->day <= 12 && parts->month <= 12 && parts->day != (gint64) parts->month;
      if (triple.digits[2] == 2 && (parts->day < 1 || parts->day > 31 || parts->month < 1 || parts->month > 12))
        return FALSE;
    }
  if (parts->month > 31 || parts->day > 99)
    return FALSE;
  parts->has_year = parts->has_month = parts->has_day = parts->year_word = 1;
  parts->year_short = triple.digits[2] == 2 && triple.digits[0] != 4;
  if (triple.digits[0] == 4)
    take_iso_time (self, &c, parts);
  *cursor = c;
  return TRUE;
}
