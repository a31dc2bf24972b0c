/* sutra-date-resolve.h: the value of a date that was read
 *
 * For this layer's own files.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sutra-date-reading.h"

G_BEGIN_DECLS

/* Fills value, state, calendar, original and explanation of @expression; the others are left. */
void sutra_date_resolve (const SutraDateReader *self, const SutraDateReading *reading, SutraExpression *expression);

/* For these files alone: */

/**
 * SutraResolution: a value on the way
 * @value: holds if @state is FINE, WEEKDAY or AMBIGUOUS
 */
typedef struct
{
  SutraEdtf value;
  SutraExpressionState state;
  GString *explanation;
  const char *calendar;
  char *original;
} SutraResolution;

/* What is known of the time of what happens at a date. */
typedef enum
{
  SUTRA_TENSE_UNKNOWN,
  SUTRA_TENSE_PAST,
  SUTRA_TENSE_FUTURE,
} SutraTense;

/* Adds a whole sentence to the explanation. */
void sutra_resolution_say (SutraResolution *self, const char *format, ...) G_GNUC_PRINTF (2, 3);

/* No value, and why; always FALSE. */
gboolean sutra_resolution_fail (SutraResolution *self, SutraExpressionState state, const char *format, ...) G_GNUC_PRINTF (3, 4);

/* A point in time, relative forms included (sutra-date-resolve-relative.c), without time of day and qualifiers. */
gboolean
sutra_date_resolve_relative (const SutraDateReader *self, const SutraDateParts *parts, SutraTense tense, SutraResolution *resolution);
gboolean
sutra_date_resolve_bengali (const SutraDateReader *self, const SutraDateParts *parts, SutraTense tense, SutraResolution *resolution);

/* "আগামী ১০ তারিখে": the next or the last day of that number. */
gboolean sutra_date_resolve_lone_day (const SutraDateReader *self, const SutraDateParts *parts, SutraResolution *resolution);

/* The published day; FALSE if it is not known, with the reason in @resolution. */
gboolean sutra_date_published_day (const SutraDateReader *self, SutraResolution *resolution, gint64 *day);
gboolean sutra_date_published_year (const SutraDateReader *self, SutraResolution *resolution, gint64 *year);

/* The day that is likeliest meant by one that comes once a year, of which @days are three: that of the year before the published date, of
 * its year, and of the next. @direction as in SutraDateParts. */
gint64 sutra_date_nearest (const gint64 days[3], gint64 published, int direction, SutraTense tense);

void sutra_date_set_day (SutraEdtfDate *date, gint64 day);

G_END_DECLS
