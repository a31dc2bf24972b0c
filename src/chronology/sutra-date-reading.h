/* sutra-date-reading.h: what the productions of the date grammar work with
 *
 * The lexer (sutra-date-lexer.h) gives tokens; each production (sutra-date-grammar.h) tries to read one form from a token on and fills a
 * SutraDateReading; the longest wins; sutra-date-resolve.h makes a value of it.
 *
 * For this layer's own files.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sutra-date-lexer.h"
#include "sutra-edtf-value.h"
#include "sutra-expression.h"

G_BEGIN_DECLS

typedef enum
{
  SUTRA_CALENDAR_GREGORIAN,
  SUTRA_CALENDAR_BENGALI,
  SUTRA_CALENDAR_HIJRI,
  SUTRA_CALENDAR_SAKA,
} SutraCalendarKind;

/* How a date depends on the published one. */
typedef enum
{
  SUTRA_ANCHOR_NONE,
  SUTRA_ANCHOR_DAYS,    /* @amount days away */
  SUTRA_ANCHOR_UNIT,    /* the week, month, year … that is @amount of @unit away */
  SUTRA_ANCHOR_YEAR,    /* a day or month in the year that is @amount years away */
  SUTRA_ANCHOR_MONTH,   /* a day in the month that is @amount months away */
  SUTRA_ANCHOR_NEAREST, /* the year, or for a weekday the week, by @direction: -1 the last before, 1 the next after, 0 the nearest */
  SUTRA_ANCHOR_AGO,     /* @lapse away */
  SUTRA_ANCHOR_SPAN,    /* from @lapse ago until the published date, or from that on */
} SutraAnchor;

/* An amount of time, each part with its sign. */
typedef struct
{
  gint64 months;
  gint64 days;
  gint64 seconds;
  SutraDateUnit finest;
} SutraLapse;

/**
 * SutraDateParts: a date as far as it is said
 * @year_unspecified: digits that are X
 * @month: also 21 to 24, a season
 * @day_some: কোনো এক দিন
 * @weekday: -1 if not said
 * @year_word: সাল, খ্রিস্টাব্দ, a case ending … stood with the year: it is one for sure
 * @time_start, @time_end: key units; equal if no time is said
 */
typedef struct
{
  SutraCalendarKind calendar;
  guint has_year : 1;
  guint has_month : 1;
  guint has_day : 1;
  guint day_some : 1;
  guint year_word : 1;
  guint year_short : 1;
  guint month_trap : 1;
  guint month_short : 1;
  guint day_ordinal : 1;
  guint ordered : 1; /* numeric with a day and a month that could be exchanged */
  guint approximate : 1;
  guint uncertain : 1;
  guint kal : 1;
  guint has_time : 1;
  guint time_vague : 1;
  guint time_next_day : 1;
  guint time_zulu : 1;
  guint season_lost : 1; /* বর্ষা */
  guint other_year : 1;  /* ওই বছর: the year is that of another date of the text */
  guint8 year_unspecified;
  gint64 year;
  guint month;
  gint64 day;
  int weekday;
  SutraAnchor anchor;
  SutraDateUnit unit;
  int amount;
  int direction;
  SutraLapse lapse;
  guint8 hour;
  guint8 minute;
  guint8 second;
  guint32 time_start;
  guint32 time_end;
} SutraDateParts;

typedef enum
{
  SUTRA_FORM_POINT,
  SUTRA_FORM_INTERVAL, /* @a to @b */
  SUTRA_FORM_SET,      /* the same, not all days between */
  SUTRA_FORM_SINCE,
  SUTRA_FORM_UNTIL,
  SUTRA_FORM_FISCAL, /* @a.year; @amount 1 the school year */
  SUTRA_FORM_TIME,   /* a time of day, no day */
} SutraForm;

/**
 * SutraDateReading:
 * @next: the token behind it
 * @key_start, @key_end, @stem_end: key units
 * @rule: static
 * @note: (nullable): a sentence for the explanation (static)
 */
typedef struct
{
  SutraForm form;
  SutraDateParts a;
  SutraDateParts b;
  guint next;
  guint32 key_start;
  guint32 key_end;
  guint32 stem_end;
  const char *rule;
  const char *note;
} SutraDateReading;

/* Where a production is. */
typedef struct
{
  guint at;
  guint32 end;
  guint32 stem_end;
} SutraDateCursor;

/**
 * SutraDateReader: one stretch of text
 * @published_known, @published: FALSE, or a date that is at least a year
 */
typedef struct
{
  SutraText *text;
  const SutraFold *fold;
  gsize first_cp;
  GArray *tokens;
  gboolean india;
  gboolean published_known;
  SutraEdtf published;
} SutraDateReader;

/* The token at @i; a SUTRA_TOKEN_END beyond the last or for G_MAXUINT. */
const SutraToken *sutra_date_token (const SutraDateReader *self, guint i);

/* The sense of the token at @i, NULL if it has none of @word. */
const SutraSense *sutra_date_sense (const SutraDateReader *self, guint i, SutraWordClass word);
gboolean sutra_date_is_mark (const SutraDateReader *self, guint i, gunichar mark);

/* No space between the token at @i and the one before it. */
gboolean sutra_date_is_attached (const SutraDateReader *self, guint i);

/* These move the cursor over what they find, and return whether they did. */
const SutraSense *sutra_date_take (const SutraDateReader *self, SutraDateCursor *cursor, SutraWordClass word);
gboolean sutra_date_take_mark (const SutraDateReader *self, SutraDateCursor *cursor, gunichar mark);

/* A case ending that stands apart: "-এর", "’র", " -এ", behind digits also এর with or without a space. The flags of the ending, 0 for none. */
guint sutra_date_take_case (const SutraDateReader *self, SutraDateCursor *cursor);

/* A whole number that is no part of a longer one (3.5, 10:30, 4-5 …), of at most @digits digits. */
gboolean sutra_date_take_integer (const SutraDateReader *self, SutraDateCursor *cursor, guint digits, gint64 *value);

/* A number in words up to 99, or up to thousands of thousands (উনিশশো একাত্তর, দুই হাজার চব্বিশ): for years and amounts. */
gboolean sutra_date_take_cardinal (const SutraDateReader *self, SutraDateCursor *cursor, gint64 *value);
gboolean sutra_date_take_long_cardinal (const SutraDateReader *self, SutraDateCursor *cursor, gint64 *value);

void sutra_date_parts_init (SutraDateParts *parts);
void sutra_date_reading_init (SutraDateReading *reading);

/* The end of a production: what was taken up to @cursor is a date by @rule. Always TRUE. */
gboolean sutra_date_finish (SutraDateReading *reading, const SutraDateCursor *cursor, const char *rule);

G_END_DECLS
