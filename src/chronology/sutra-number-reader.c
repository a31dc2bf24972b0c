/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-expression-private.h"

#include "sutra-akshara.h"
#include "sutra-date-grammar.h"
#include "sutra-decimal.h"

/**
 * Number: what is read of one
 * @said: it has a multiplier, a point or grouped digits: a number even without a unit
 * @spelled_one: "এক", which is also the article
 * @multiplied: it has a multiplier
 * @unit_start, @unit_end: key units, equal if there is none; @percent: or one of these
 */
typedef struct
{
  SutraDecimal value;
  SutraDecimal to; /* of a range */
  gboolean range;
  gboolean negative;
  gboolean said;
  gboolean spelled_one;
  gboolean multiplied;
  gboolean percent;
  guint32 start;
  guint32 unit_start;
  guint32 unit_end;
} Number;

static gboolean
is_currency_mark (const SutraDateReader *self, guint i)
{
  gunichar mark = sutra_date_token (self, i)->mark;

  return sutra_date_token (self, i)->type == SUTRA_TOKEN_MARK &&
         (mark == '$' || mark == 0x09f3 || mark == 0x20b9 || mark == 0x20ac || mark == 0x00a3);
}

static gboolean
is_attached_number (const SutraDateReader *self, guint i)
{
  return sutra_date_token (self, i)->type == SUTRA_TOKEN_NUMBER && sutra_date_is_attached (self, i);
}

/* Digits with a decimal point, in figures or as দশমিক. */
static gboolean
take_point (const SutraDateReader *self, SutraDateCursor *cursor, SutraDecimal *value)
{
  SutraDateCursor c = *cursor;
  const SutraToken *token;
  gint64 digit;
  guint n = 0;

  if (sutra_date_is_mark (self, c.at, '.') && sutra_date_is_attached (self, c.at) && is_attached_number (self, c.at + 1))
    {
      token = sutra_date_token (self, c.at + 1);
      if (token->grouped || !sutra_decimal_append (value, token->number, token->digits))
        return FALSE;
      cursor->at = c.at + 2;
      cursor->end = cursor->stem_end = token->end;
      return TRUE;
    }
  if (sutra_date_take (self, &c, SUTRA_WORD_POINT) == NULL)
    return FALSE;
  token = sutra_date_token (self, c.at);
  if (token->type == SUTRA_TOKEN_NUMBER && !token->grouped && sutra_decimal_append (value, token->number, token->digits))
    {
      cursor->at = c.at + 1;
      cursor->end = cursor->stem_end = token->end;
      return TRUE;
    }
  /* "দুই দশমিক দুই পাঁচ", "দুই দশমিক পঁচিশ" */
  while (n < 12 && sutra_date_take_cardinal (self, &c, &digit) && sutra_decimal_append (value, digit, digit > 9 ? 2 : 1))
    {
      *cursor = c;
      n++;
    }
  return n > 0;
}

/* Figures or words, without multiplier. */
static gboolean
take_plain (const SutraDateReader *self, SutraDateCursor *cursor, Number *number, SutraDecimal *value)
{
  SutraDateCursor c = *cursor;
  const SutraToken *token = sutra_date_token (self, c.at);
  gint64 n;

  *value = (SutraDecimal){ 0, 0 };
  if (token->type == SUTRA_TOKEN_NUMBER)
    {
      if (token->number < 0)
        return FALSE;
      value->digits = token->number;
      number->said |= token->grouped;
      c.at++;
      c.end = c.stem_end = token->end;
    }
  else if (sutra_date_take_cardinal (self, &c, &n) &&
           (sutra_date_sense (self, cursor->at, SUTRA_WORD_CARDINAL)->flags & SUTRA_WORD_ENDED) == 0)
    {
      value->digits = n;
      number->spelled_one |= n == 1;
    }
  else
    return FALSE;
  if (take_point (self, &c, value))
    number->said = TRUE;
  *cursor = c;
  return TRUE;
}

/* A number with সাড়ে, দেড় … before it. */
static gboolean
take_term (const SutraDateReader *self, SutraDateCursor *cursor, Number *number, SutraDecimal *value)
{
  SutraDateCursor c = *cursor;
  const SutraSense *fraction = sutra_date_take (self, &c, SUTRA_WORD_FRACTION);
  SutraDecimal quarters = { 0, 2 };

  if (fraction == NULL)
    return take_plain (self, cursor, number, value);
  *value = (SutraDecimal){ 0, 0 };
  switch (fraction->value)
    {
    case SUTRA_FRACTION_ONE_HALF:
      *value = (SutraDecimal){ 15, 1 };
      break;
    case SUTRA_FRACTION_TWO_HALF:
      *value = (SutraDecimal){ 25, 1 };
      break;
    case SUTRA_FRACTION_HALF:
      *value = (SutraDecimal){ 5, 1 };
      break;
    default:
      if (!take_plain (self, &c, number, value) || value->scale > 0)
        return FALSE;
      quarters.digits = fraction->value == SUTRA_FRACTION_HALF_MORE ? 50 : fraction->value == SUTRA_FRACTION_QUARTER_MORE ? 25 : 75;
      if (fraction->value == SUTRA_FRACTION_QUARTER_LESS && value->digits > 0)
        value->digits--;
      if (quarters.digits == 50)
        quarters = (SutraDecimal){ 5, 1 };
      /* সাড়ে ৪০০ is 450: the half is of the hundred. */
      if (fraction->value == SUTRA_FRACTION_HALF_MORE && value->digits >= 100 && value->digits % 100 == 0)
        quarters = (SutraDecimal){ value->digits % 1000 == 0 ? 500 : 50, 0 };
      if (!sutra_decimal_add (value, quarters))
        return FALSE;
      break;
    }
  *cursor = c;
  return TRUE;
}

/* The multipliers behind a term. One that is greater than what stands before the term is of both: ৩ হাজার ৪৫০ কোটি. *@power is the
 * greatest, 0 for none. */
static gboolean
take_multipliers (const SutraDateReader *self, SutraDateCursor *c, SutraDecimal *total, SutraDecimal *term, guint below, guint *power)
{
  const SutraSense *multiplier;

  *power = 0;
  for (guint n = 0; n < 4 && (multiplier = sutra_date_take (self, c, SUTRA_WORD_MULTIPLIER)) != NULL; n++)
    {
      guint times = (guint) multiplier->value;

      if (below > 0 && times >= below && sutra_decimal_is_below (*term, below))
        {
          if (!sutra_decimal_add (total, *term) || !sutra_decimal_multiply (total, times))
            return FALSE;
          *term = (SutraDecimal){ 0, 0 };
        }
      else if (!sutra_decimal_multiply (term, times))
        return FALSE;
      *power = MAX (*power, times);
      if ((multiplier->flags & SUTRA_WORD_ENDED) != 0)
        break;
    }
  return TRUE;
}

/* "১ কোটি ২০ লাখ", "৫ হাজার কোটি", "তিন হাজার চার শ পঞ্চাশ". */
static gboolean
take_chain (const SutraDateReader *self, SutraDateCursor *cursor, Number *number, SutraDecimal *total)
{
  SutraDateCursor c = *cursor;
  guint below = 0;

  *total = (SutraDecimal){ 0, 0 };
  for (guint n = 0; n < 8; n++)
    {
      SutraDecimal term, sum = *total;
      guint power;

      if (!take_term (self, &c, number, &term))
        break;
      if (!take_multipliers (self, &c, &sum, &term, below, &power) || (n > 0 && !sutra_decimal_is_below (term, below)) ||
          !sutra_decimal_add (&sum, term))
        {
          if (n == 0)
            return FALSE;
          break;
        }
      *total = sum;
      *cursor = c;
      if (power == 0)
        return TRUE;
      number->said = number->multiplied = TRUE;
      below = power;
    }
  if (number->multiplied)
    number->spelled_one = FALSE;
  return number->multiplied;
}

static void
set_unit (Number *number, const SutraDateReader *self, guint first, const SutraDateCursor *c)
{
  number->unit_start = sutra_date_token (self, first)->start;
  number->unit_end = c->stem_end;
}

static void
take_unit (const SutraDateReader *self, SutraDateCursor *cursor, Number *number)
{
  static const SutraWordClass classes[] = { SUTRA_WORD_COUNTER, SUTRA_WORD_CURRENCY, SUTRA_WORD_MEASURE, SUTRA_WORD_UNIT,
                                            SUTRA_WORD_PEOPLE };
  SutraDateCursor c = *cursor;
  guint first = c.at;

  if (sutra_date_is_mark (self, c.at, '%'))
    {
      cursor->end = cursor->stem_end = sutra_date_token (self, c.at)->end;
      cursor->at++;
      number->percent = TRUE;
      return;
    }
  if (sutra_date_take (self, &c, SUTRA_WORD_PERCENT) != NULL)
    {
      *cursor = c;
      number->percent = TRUE;
      return;
    }
  if (sutra_date_sense (self, c.at, SUTRA_WORD_PER) != NULL)
    {
      c.at++;
      if (sutra_date_take (self, &c, SUTRA_WORD_CURRENCY) != NULL)
        {
          *cursor = c;
          number->percent = TRUE;
        }
      return;
    }
  if (sutra_date_is_mark (self, c.at, '-') && sutra_date_is_attached (self, c.at) && sutra_date_is_attached (self, c.at + 1))
    c.at++; /* 5-km */
  first = c.at;
  for (gsize i = 0; i < G_N_ELEMENTS (classes); i++)
    {
      const SutraSense *sense = sutra_date_take (self, &c, classes[i]);

      if (sense == NULL)
        continue;
      /* "মার্কিন ডলার", "নটিক্যাল মাইল", "ডিগ্রি সেলসিয়াস". */
      if ((classes[i] == SUTRA_WORD_CURRENCY || classes[i] == SUTRA_WORD_MEASURE) && (sense->flags & SUTRA_WORD_ENDED) == 0)
        {
          SutraDateCursor more = c;
          const SutraSense *second = sutra_date_take (self, &more, classes[i]);

          if (second != NULL)
            c = more;
          else if (classes[i] == SUTRA_WORD_CURRENCY && sense->value == 1)
            return;
        }
      set_unit (number, self, first, &c);
      *cursor = c;
      return;
    }
}

/* "-১২", " থেকে ১২" before a unit. */
static void
take_range (const SutraDateReader *self, SutraDateCursor *cursor, Number *number)
{
  SutraDateCursor c = *cursor;
  Number second = { 0 };

  if (sutra_date_is_mark (self, c.at, '-') || sutra_date_sense (self, c.at, SUTRA_WORD_FROM) != NULL ||
      sutra_date_sense (self, c.at, SUTRA_WORD_TO) != NULL)
    c.at++;
  else
    return;
  if (number->multiplied || number->negative || !take_chain (self, &c, &second, &second.value))
    return;
  take_unit (self, &c, &second);
  if (!second.percent && second.unit_start == second.unit_end)
    return;
  number->to = second.value;
  number->range = TRUE;
  number->multiplied = second.multiplied;
  number->percent = second.percent;
  number->unit_start = second.unit_start;
  number->unit_end = second.unit_end;
  *cursor = c;
}

/* The power of ten that the second number of "১০-১২ লাখ" has, for the first. */
static guint
shared_power (const SutraDateReader *self, guint from, guint to)
{
  guint power = 0;

  for (guint i = from; i < to; i++)
    {
      const SutraSense *sense = sutra_date_sense (self, i, SUTRA_WORD_MULTIPLIER);

      power += sense != NULL ? (guint) sense->value : 0;
    }
  return power;
}

/* Whether the figures are a part of something else: a word, a time, a fraction, a phone number, an ordinal, an id. */
static gboolean
is_inside (const SutraDateReader *self, guint first, guint next, gboolean marked)
{
  const SutraToken *before = sutra_date_token (self, first - 1);
  const SutraToken *after = sutra_date_token (self, next);

  if (first > 0 && !marked && sutra_date_is_attached (self, first) &&
      ((before->type == SUTRA_TOKEN_OTHER && g_unichar_isalnum (self->fold->key[before->end - 1])) || before->type == SUTRA_TOKEN_NUMBER ||
       (before->type == SUTRA_TOKEN_MARK && before->mark != '(' && before->mark != '\'' && before->mark != '[' && before->mark != '~')))
    return TRUE;
  if (first > 0 && sutra_date_sense (self, first - 1, SUTRA_WORD_NUMBER_LABEL) != NULL)
    return TRUE;
  if (sutra_date_sense (self, next, SUTRA_WORD_NUMBER_LABEL) != NULL || sutra_date_sense (self, next, SUTRA_WORD_ORDINAL_MARK) != NULL ||
      sutra_date_sense (self, next, SUTRA_WORD_DAY_SUFFIX) != NULL ||
      (sutra_date_is_mark (self, next, '-') && sutra_date_sense (self, next + 1, SUTRA_WORD_ORDINAL_MARK) != NULL))
    return TRUE;
  if (!sutra_date_is_attached (self, next) || next == 0)
    return FALSE;
  if (after->type == SUTRA_TOKEN_OTHER)
    return g_unichar_isalnum (self->fold->key[after->start]);
  return after->type == SUTRA_TOKEN_MARK && after->mark != ')' && is_attached_number (self, next + 1);
}

static gboolean
take_number (const SutraDateReader *self, SutraDateCursor *cursor, Number *number)
{
  SutraDateCursor c = *cursor;
  guint first, currency = G_MAXUINT;
  gboolean marked = FALSE, minus_mark = FALSE;

  number->start = sutra_date_token (self, c.at)->start;
  if (is_currency_mark (self, c.at) && sutra_date_token (self, c.at + 1)->type == SUTRA_TOKEN_NUMBER)
    {
      currency = c.at++;
      marked = TRUE;
    }
  else if (sutra_date_is_mark (self, c.at, '-') && is_attached_number (self, c.at + 1) && sutra_date_token (self, c.at)->spaced)
    {
      number->negative = marked = minus_mark = TRUE;
      c.at++;
    }
  else if (sutra_date_take (self, &c, SUTRA_WORD_MINUS) != NULL)
    number->negative = marked = TRUE;
  first = c.at;
  if (!take_chain (self, &c, number, &number->value))
    return FALSE;
  if (is_inside (self, first, first, marked) ||
      (c.at == first + 1 && is_inside (self, first, c.at, marked) && !sutra_date_is_mark (self, c.at, '-')))
    return FALSE;
  take_range (self, &c, number);
  if (number->range && number->multiplied && !sutra_decimal_multiply (&number->value, shared_power (self, first, c.at)))
    return FALSE;
  if (!number->range)
    {
      SutraDateCursor bare = c;

      if (is_inside (self, c.at + 1, c.at, TRUE))
        return FALSE;
      take_unit (self, &c, number);
      /* "কাজিন্দ -২০২৩": the number of a name. */
      if (c.at == bare.at && !number->said && minus_mark && first > 1)
        return FALSE;
      if (c.at == bare.at && currency == G_MAXUINT && !number->said && !number->negative)
        return FALSE;
      /* "একটি" is "a". */
      if (number->spelled_one && sutra_date_sense (self, bare.at, SUTRA_WORD_COUNTER) != NULL && c.at == first + 2)
        return FALSE;
    }
  if (currency != G_MAXUINT && number->unit_start == number->unit_end && !number->percent)
    {
      number->unit_start = sutra_date_token (self, currency)->start;
      number->unit_end = sutra_date_token (self, currency)->end;
    }
  *cursor = c;
  return TRUE;
}

static char *
slice_key (const SutraDateReader *reader, guint32 start, guint32 end)
{
  gsize from, to;

  sutra_fold_to_source (reader->fold, start, end, &from, &to);
  return sutra_text_slice (reader->text, reader->first_cp + from, reader->first_cp + to);
}

static void
add_number (const SutraDateReader *reader, const Number *number, const SutraDateCursor *c, GArray *expressions)
{
  SutraExpression expression = { .kind = SUTRA_EXPRESSION_NUMBER, .rule = "number" };

  sutra_expression_set_span (reader, &expression, number->start, c->stem_end, c->end);
  if (expressions->len > 0 && expression.start < g_array_index (expressions, SutraExpression, expressions->len - 1).end)
    return;
  expression.value = sutra_decimal_to_string (number->value, number->negative);
  if (number->range)
    {
      g_autofree char *from = expression.value;
      g_autofree char *to = sutra_decimal_to_string (number->to, FALSE);

      expression.value = g_strconcat (from, "/", to, NULL);
      expression.rule = "number-range";
    }
  if (number->percent)
    {
      expression.unit = g_strdup ("%");
      expression.rule = "percent";
    }
  else if (number->unit_end > number->unit_start)
    {
      expression.unit = slice_key (reader, number->unit_start, number->unit_end);
      if (!number->range)
        expression.rule = "quantity";
    }
  g_array_append_val (expressions, expression);
}

/* The first token in [@from, @to) at which a date begins, or @to: then what looks like one number is none. */
static guint
find_date (const SutraDateReader *reader, guint from, guint to)
{
  SutraDateReading date;

  while (from < to && !sutra_date_read (reader, from, &date))
    from++;
  return MIN (from, to);
}

static void
read_numbers (SutraDateReader *reader, GArray *expressions)
{
  for (guint i = 0; i < reader->tokens->len;)
    {
      SutraDateReading date;
      SutraDateCursor c = { i, 0, 0 };
      Number number = { 0 };

      if (sutra_date_read (reader, i, &date))
        i = MAX (date.next, i + 1);
      else if (take_number (reader, &c, &number))
        {
          guint next = find_date (reader, i + 1, c.at);

          if (next == c.at)
            add_number (reader, &number, &c, expressions);
          i = MAX (next, i + 1);
        }
      else if (sutra_date_token (reader, i)->type == SUTRA_TOKEN_NUMBER)
        {
          /* Past all of 4.12.3 and 01711-234567. */
          do
            i++;
          while (i < reader->tokens->len && sutra_date_is_attached (reader, i) &&
                 (is_attached_number (reader, i) ||
                  (sutra_date_token (reader, i)->type == SUTRA_TOKEN_MARK && is_attached_number (reader, i + 1))));
        }
      else
        i++;
    }
}

GArray *
sutra_numbers_read (SutraText *text, const SutraReadingContext *context)
{
  GArray *expressions = sutra_expressions_new ();
  SutraDateReader reader;

  sutra_date_reader_init (&reader, text, context);
  sutra_expressions_read (&reader, read_numbers, expressions);
  return expressions;
}
