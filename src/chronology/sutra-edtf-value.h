/* sutra-edtf-value.h: a date as a value, EDTF level 0 and 1
 *
 * What a date says (year to second, qualifiers, unspecified digits, interval ends), its bounds, order and words. The text form is checked by
 * sutra-edtf.h; this header takes it apart. Days are counted as proleptic Gregorian day numbers (0 = 1970-01-01).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Bounds that are open. */
#define SUTRA_DAY_BEFORE_ALL G_MININT64
#define SUTRA_DAY_AFTER_ALL G_MAXINT64

/**
 * SutraEdtfDate:
 * @year: astronomical (0 = 1 BC), with 0 for each unspecified digit
 * @year_unspecified: how many digits of the year from the right are X (0 to 2)
 * @month: 1 to 12; 21 to 24 a season; 0 none
 * @day: 1 to 31; 0 none
 * @month_unspecified, @day_unspecified: XX (then @month or @day is 0)
 * @has_time: @hour, @minute, @second hold; @has_zone: @zone holds, minutes east of UTC
 * @before_zero: the minus of -000X and -00XX, which a @year of 0 cannot show
 * @uncertain: ? or %; @approximate: ~ or %
 */
typedef struct
{
  gint64 year;
  guint8 year_unspecified;
  guint8 month;
  guint8 day;
  guint8 hour;
  guint8 minute;
  guint8 second;
  gint16 zone;
  guint month_unspecified : 1;
  guint day_unspecified : 1;
  guint has_time : 1;
  guint has_zone : 1;
  guint before_zero : 1;
  guint uncertain : 1;
  guint approximate : 1;
} SutraEdtfDate;

typedef enum
{
  SUTRA_EDTF_END_DATE,
  SUTRA_EDTF_END_OPEN,    /* .. */
  SUTRA_EDTF_END_UNKNOWN, /* empty */
} SutraEdtfEnd;

/**
 * SutraEdtf:
 * @interval: FALSE: only @start holds
 *
 * A plain value; copy it by assignment.
 */
typedef struct
{
  gboolean interval;
  SutraEdtfEnd start_kind;
  SutraEdtfEnd end_kind;
  SutraEdtfDate start;
  SutraEdtfDate end;
} SutraEdtf;

/* Takes @string apart; the errors of sutra_edtf_validate(), @value (nullable) untouched. Z and +00:00 give the same value. */
gboolean sutra_edtf_parse (const char *string, SutraEdtf *value, GError **error);

/* The one text form (transfer full): parsing it gives @value again. */
char *sutra_edtf_to_string (const SutraEdtf *value);

/* The first and the last day that @value may mean; an open or unknown end gives SUTRA_DAY_BEFORE_ALL or SUTRA_DAY_AFTER_ALL. X digits run from 0 to 9; a season covers its whole year; ? and ~ widen nothing. */
void sutra_edtf_bounds (const SutraEdtf *value, gint64 *first, gint64 *last);

/* The same of one date or end of an interval. */
void sutra_edtf_date_bounds (const SutraEdtfDate *date, gint64 *first, gint64 *last);

/* Order for lists: by first day, then last day (the shorter first), then time of day (as written, whatever the zone), then the text form. A total order: 0 only for equal values. */
int sutra_edtf_compare (const SutraEdtf *a, const SutraEdtf *b);

/* Whether all days of @inner are within the bounds of @outer; whether the two share a day. */
gboolean sutra_edtf_contains (const SutraEdtf *outer, const SutraEdtf *inner);
gboolean sutra_edtf_overlaps (const SutraEdtf *a, const SutraEdtf *b);

typedef enum
{
  SUTRA_EDTF_FORMAT_DEFAULT = 0,
  SUTRA_EDTF_FORMAT_SHORT = 1 << 0,   /* 8 Apr 2024 */
  SUTRA_EDTF_FORMAT_BENGALI = 1 << 1, /* with the date of the Bengali calendar behind it, of a day or an interval of days */
  SUTRA_EDTF_FORMAT_INDIA = 1 << 2,   /* that calendar as used in India, not Bangladesh */
  SUTRA_EDTF_FORMAT_WEEKDAY = 1 << 3,
} SutraEdtfFormat;

/* In words: "8 April 2024", "৮ এপ্রিল, ২০২৪", "about 2010", "1970s", "30 October – 11 November 2023", "since 1971" (transfer full).
 * @language: BCP 47; Bengali ("bn…") or else English. */
char *sutra_edtf_format (const SutraEdtf *value, const char *language, SutraEdtfFormat flags);

/* The Gregorian calendar, proleptic: years of up to 15 digits, any day number. That of an impossible date is not defined: check first. Weekdays: 0 = Sunday. The length of a month that does not exist is 0. */
gint64 sutra_day_from_date (gint64 year, guint month, guint day);
void sutra_day_to_date (gint64 day_number, gint64 *year, guint *month, guint *day);
guint sutra_day_get_weekday (gint64 day_number);
guint sutra_day_month_length (gint64 year, guint month);

G_END_DECLS
