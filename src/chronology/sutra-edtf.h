/* sutra-edtf.h: the date type, EDTF level 0 and 1 (ISO 8601-2:2019, Library of Congress profile)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * sutra_edtf_validate:
 * @string: (nullable): any bytes up to the NUL
 *
 * Whether @string is an EDTF value of level 0 or 1: a date, month, year, season (21 to 24), date with time, or an interval of dates,
 * months or years with open (..) or unknown (empty) ends; with ? ~ % at the end of each and, but for intervals, X for digits from the
 * right. Checked beyond the syntax: the day exists in the proleptic Gregorian calendar, and an interval does not end before it starts.
 * Years beyond four digits start with Y and have at most 15. (Qualifiers after X, a season or a year with Y are level 1 by the
 * standard's words; edtf.js takes them only beyond it.)
 *
 * Returns: TRUE, or FALSE with SUTRA_ERROR_INVALID, whose message says what is wrong and at which character (from 1), and what is
 * right: "month 13 at character 6: months go from 01 to 12". "" and NULL are invalid. A form of level 2 is called so.
 */
gboolean sutra_edtf_validate (const char *string, GError **error);

G_END_DECLS
