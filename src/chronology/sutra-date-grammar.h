/* sutra-date-grammar.h: the productions of the date grammar
 *
 * Each looks at a bounded number of tokens. What is called take_… moves a cursor and fills parts; what is called read_… tries a whole
 * expression from token @i on, fills @reading but for its key_start, and returns whether there is one.
 *
 * For this layer's own files.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sutra-date-reading.h"

G_BEGIN_DECLS

/* Calendar dates (sutra-date-grammar-calendar.c). */
gboolean sutra_date_take_day (const SutraDateReader *self, SutraDateCursor *cursor, SutraDateParts *parts);
gboolean sutra_date_take_month (const SutraDateReader *self, SutraDateCursor *cursor, SutraDateParts *parts, guint *ending);
gboolean sutra_date_take_day_month (const SutraDateReader *self, SutraDateCursor *cursor, SutraDateParts *parts);
gboolean sutra_date_take_calendar (const SutraDateReader *self, SutraDateCursor *cursor, SutraDateParts *parts, const char **rule);
gboolean sutra_date_take_numeric (const SutraDateReader *self, SutraDateCursor *cursor, SutraDateParts *parts, const char **rule);

/* Years (sutra-date-grammar-year.c). @ending (nullable): the flags of its case ending. */
gboolean sutra_date_take_year (const SutraDateReader *self, SutraDateCursor *cursor, SutraDateParts *parts, guint *ending);

/* A comma and a year, or a year, behind a day and month. */
gboolean sutra_date_take_trailing_year (const SutraDateReader *self, SutraDateCursor *cursor, SutraDateParts *parts);

/* Whether what stands at token @i makes a quantity of the number before it: জন, টাকা, কিলোমিটার … */
gboolean sutra_date_is_quantity (const SutraDateReader *self, guint i);

/* Whether the number in words or digits before token @i, a year without a word for it, is in a place where years stand. */
gboolean sutra_date_is_bare_year (const SutraDateReader *self, guint first, guint next, gint64 year);

/* Time of day (sutra-date-grammar-clock.c). @behind_date: it follows a day, so that a part of the day alone will do. */
gboolean sutra_date_take_time (const SutraDateReader *self, SutraDateCursor *cursor, SutraDateParts *parts, gboolean behind_date);

/* Relative forms (sutra-date-grammar-relative.c). */
gboolean sutra_date_take_relative (const SutraDateReader *self, SutraDateCursor *cursor, SutraDateParts *parts, const char **rule);
gboolean sutra_date_take_day_word (const SutraDateReader *self, SutraDateCursor *cursor, SutraDateParts *parts);
gboolean sutra_date_take_weekday (const SutraDateReader *self, SutraDateCursor *cursor, SutraDateParts *parts);
gboolean sutra_date_read_lapse (const SutraDateReader *self, guint i, SutraDateReading *reading);

/* A day put together of weekday, day word, calendar date and time (sutra-date-grammar-day.c). */
gboolean sutra_date_take_composed (const SutraDateReader *self, SutraDateCursor *cursor, SutraDateParts *parts, const char **rule);
gboolean sutra_date_read_point (const SutraDateReader *self, guint i, SutraDateReading *reading);

/* Ranges and sets (sutra-date-grammar-range.c). */
gboolean sutra_date_read_range (const SutraDateReader *self, guint i, SutraDateReading *reading);
gboolean sutra_date_read_set (const SutraDateReader *self, guint i, SutraDateReading *reading);

/* Fiscal years, decades, centuries, seasons (sutra-date-grammar-period.c). */
gboolean sutra_date_read_period (const SutraDateReader *self, guint i, SutraDateReading *reading);

/* The longest of all, from token @i on. */
gboolean sutra_date_read (const SutraDateReader *self, guint i, SutraDateReading *reading);

G_END_DECLS
