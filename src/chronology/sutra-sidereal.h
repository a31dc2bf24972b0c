/* sutra-sidereal.h: the sun in the signs, as the almanacs of West Bengal and Tripura count months
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The first day (0 = 1970-01-01) of the sidereal solar month @index, where 0 is বৈশাখ of the year 0 and 12 that of the year 1: the civil day of India after the sun enters the sign.
 * @hours (nullable): how far from midnight in India the sun enters it, 0 to 12; close to 0 almanacs differ. Low-precision solar longitude (J. Meeus, "Astronomical Algorithms", chapter 25)
 * less the Lahiri ayanamsa, good to about two minutes for years near 2000. Any thread. */
gint64 sutra_sidereal_month_start (gint64 index, double *hours);

/* The month in which a day is, by the same count; its bounds are those of sutra_sidereal_month_start() exactly. @start: its first day. */
gint64 sutra_sidereal_month_of_day (gint64 day_number, gint64 *start);

G_END_DECLS
