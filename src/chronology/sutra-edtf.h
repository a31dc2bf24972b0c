/* sutra-edtf.h: the date type, EDTF level 0 and 1 (ISO 8601-2:2019, Library of Congress profile)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Whether @string is an EDTF value of level 0 or 1; else SUTRA_ERROR_INVALID whose message says what is wrong and
 * where ("month 13 at character 6: months go from 01 to 12"). "" and NULL are invalid. */
gboolean sutra_edtf_validate (const char *string, GError **error);

G_END_DECLS
