/* sutra-expression.h: dates, times and numbers as they stand in a text
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sutra-bengali-calendar.h"
#include "sutra-text.h"

G_BEGIN_DECLS

typedef enum
{
  SUTRA_EXPRESSION_DATE,
  SUTRA_EXPRESSION_NUMBER,
} SutraExpressionKind;

/* Why there is no value, or what is wrong with it. */
typedef enum
{
  SUTRA_EXPRESSION_FINE,
  SUTRA_EXPRESSION_NEEDS_PUBLISHED, /* গত বছর, and the article has no published date, or one that is too coarse */
  SUTRA_EXPRESSION_NEEDS_YEAR,      /* ২১ ফেব্রুয়ারি, and nothing says of which year */
  SUTRA_EXPRESSION_IMPOSSIBLE,      /* ৩১ ফেব্রুয়ারি, ০ মে: no value */
  SUTRA_EXPRESSION_WEEKDAY,         /* has a value, but its weekday is another one */
  SUTRA_EXPRESSION_AMBIGUOUS,       /* has a value, the likelier one: কাল, 04/05/2024 */
  SUTRA_EXPRESSION_NOT_CONVERTED,   /* হিজরি, শকাব্দ, বর্ষা: no value, kept as text */
  SUTRA_EXPRESSION_NEEDS_DAY,       /* সকাল ১০টায়, and no day beside it: no value */
} SutraExpressionState;

/**
 * SutraExpression:
 * @start, @end: code points of the text; never inside an akshara; without postpositions (পর্যন্ত), with case endings
 * @stem_end: without the case ending of the last word (which may share an akshara with it: অব্দ|ের)
 * @value: (nullable): EDTF level 1 of a date; of a number its plain decimal form ("12000000", "2.50", "-3"), which keeps all digits; of "১০-১২ জন" "10/12"
 * @unit: (nullable): of a number, as it stands in the text without its case ending (জন, টাকা, কিলোমিটার, "%" for শতাংশ)
 * @rule: the grammar's name of the form: "day-month-year", "range", "relative-unit" … (static)
 * @time: (nullable): of a date the time of day as it stands in the text, when it is too vague for @value (রাত ১২টার দিকে)
 * @calendar: (nullable): "bengali-bangladesh", "bengali-india", "hijri", "saka" where the date was not Gregorian (static)
 * @original: (nullable): then the date in it: "1431-01-25"
 * @explanation: (nullable): English, whole sentence: what is missing or contradicts, how a relative form was resolved, what a value cannot say
 */
typedef struct
{
  SutraExpressionKind kind;
  SutraExpressionState state;
  guint32 start;
  guint32 end;
  guint32 stem_end;
  char *value;
  char *unit;
  const char *rule;
  char *time;
  const char *calendar;
  char *original;
  char *explanation;
} SutraExpression;

void sutra_expression_clear (SutraExpression *self);

/**
 * SutraReadingContext:
 * @published: (nullable): EDTF; relative forms and dates without a year are resolved against it
 * @language: (nullable): BCP 47 of the article; region IN takes the Indian calendar, the Indian fiscal year and +05:30, else Bangladesh
 */
typedef struct
{
  const char *published;
  const char *language;
} SutraReadingContext;

/* Every date and time expression of the text, in text order, not overlapping, the longest reading of each. Bengali and English forms in any mix. Linear in the length of the text. Array of SutraExpression
 * (transfer full; cleared by the array). Any thread. @context (nullable): nothing is known. */
GArray *sutra_dates_read (SutraText *text, const SutraReadingContext *context);

/* Every number with its unit or count word, the same way, and those without one that have a multiplier, a decimal point or grouped digits. Numbers that are a part of a date,
 * ordinals, ids and একটি are not among them. */
GArray *sutra_numbers_read (SutraText *text, const SutraReadingContext *context);

/* What a person types into a date field: EDTF as it is, else one date expression that is the whole of @typed ("৮ এপ্রিল ২০২৪", "8.4.2024", "last year", "সত্তরের দশক"). Returns EDTF (transfer full); INVALID says what was
 * not understood or is missing, and what may be typed. */
char *sutra_date_parse_typed (const char *typed, const SutraReadingContext *context, GError **error);

G_END_DECLS
