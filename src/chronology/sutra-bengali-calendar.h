/* sutra-bengali-calendar.h: বঙ্গাব্দ of Bangladesh and of India
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  SUTRA_BENGALI_BANGLADESH, /* the rule of 2019 for 1426 and later; that of 1987 from 1394; before 14 April 1987 the sidereal one */
  SUTRA_BENGALI_INDIA,      /* West Bengal, Tripura: sidereal, may differ by a day between almanacs */
} SutraBengaliCalendar;

/* The Bengali date of a day (0 = 1970-01-01); month 1 = বৈশাখ. FALSE outside of the Gregorian years 594 to 2999. *@exact (nullable) is FALSE where almanacs may differ by a day,
 * which is all of the sidereal calendar: they follow different theories of the sun (Drik, Surya Siddhanta). Any thread, about a microsecond. */
gboolean sutra_bengali_from_day (SutraBengaliCalendar calendar, gint64 day_number, int *year, guint *month, guint *day, gboolean *exact);

/* And back. FALSE for a date that does not exist in that calendar (then nothing is set). */
gboolean sutra_bengali_to_day (SutraBengaliCalendar calendar, int year, guint month, guint day, gint64 *day_number, gboolean *exact);

/* The number of days of a month, 0 for one that does not exist. */
guint sutra_bengali_month_length (SutraBengaliCalendar calendar, int year, guint month);

/* "বৈশাখ" … "চৈত্র" or in Latin letters "Boishakh" … for @language (BCP 47), month 1 to 12. (transfer none) */
const char *sutra_bengali_month_name (guint month, const char *language);

G_END_DECLS
