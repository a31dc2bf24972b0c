/* sutra-date-name.h: a date in words, in the reader's language
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sutra-edtf-value.h"
#include "sutra-tagset.h"

G_BEGIN_DECLS

/* The calendars that can stand beside the Gregorian one, by the setting "bengali-calendar". */
typedef enum
{
  SUTRA_DATE_NAME_GREGORIAN,
  SUTRA_DATE_NAME_BANGLADESH,
  SUTRA_DATE_NAME_INDIA,
} SutraDateNameCalendar;

/* What sutra_edtf_format() is told for it. */
SutraEdtfFormat sutra_date_name_calendar (SutraDateNameCalendar calendar);

/* @edtf (nullable) in words; what is no date comes back as it is. (transfer full) (nullable) */
char *sutra_date_name_dup (const char *edtf, SutraEdtfFormat flags);

/* Whether the values of mentions of @type are dates: it is the stock type "date", or below it. */
gboolean sutra_date_name_is_date_type (SutraTagset *tagset, const SutraId *type);

G_END_DECLS
