/* sutra-date-words.h: the words of dates, by language
 *
 * For writing dates. Not translated texts: an article's or a case's language need not be that of the interface.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* In a pattern, {} is where the date or its parts go. */
typedef struct
{
  const char *months[12];
  const char *short_months[12];
  const char *months_of[12]; /* for @day_of_month */
  const char *bengali_months[12];
  const char *weekdays[7]; /* Sunday first */
  const char *short_weekdays[7];
  const char *seasons[4];
  const char *centuries[21]; /* the first ones that have a name; NULL: @century */
  const char *century;
  const char *century_named;
  const char *decade;
  const char *before_christ;
  const char *anno_domini;    /* of years that are too small to be known as years */
  const char *year_separator; /* between a month and day and the year */
  const char *day_of_month;   /* {year}, {month} */
  const char *day_of_year;
  const char *month_of_year;
  const char *about;
  const char *about_the; /* before decades and centuries */
  const char *possibly;
  const char *possibly_the;
  const char *possibly_about;
  const char *possibly_about_the;
  const char *since;
  const char *until;
  const char *since_unknown;
  const char *until_unknown;
  const char *bengali_era;
  const char *within_a_day;
  gboolean bengali; /* the digits, and the groups of long numbers */
} SutraDateWords;

/* For @language (nullable, BCP 47): Bengali, or else English. (transfer none) */
const SutraDateWords *sutra_date_words_get (const char *language);

G_END_DECLS
