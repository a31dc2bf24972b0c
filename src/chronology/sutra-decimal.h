/* sutra-decimal.h: numbers of texts, exact and with all their digits
 *
 * For this layer's own files.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* @digits × 10^-@scale; "2.50" has 250 and 2. At most 18 digits. */
typedef struct
{
  gint64 digits;
  guint scale;
} SutraDecimal;

/* FALSE, and nothing changed, if there would be too many digits. */
gboolean sutra_decimal_append (SutraDecimal *self, gint64 digits, guint n_digits); /* behind the point */
gboolean sutra_decimal_multiply (SutraDecimal *self, guint power_of_ten);
gboolean sutra_decimal_add (SutraDecimal *self, SutraDecimal other);

/* Whether it is below 10^@power_of_ten. */
gboolean sutra_decimal_is_below (SutraDecimal self, guint power_of_ten);

/* "12000000", "2.50" (transfer full). */
char *sutra_decimal_to_string (SutraDecimal self, gboolean negative);

G_END_DECLS
