/* sutra-collate.h: sorting names the way people do
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Compares with ICU's Bengali collation (numeric ordering on; falls back to code points when ICU has no data). Strings that it holds
 * equal are ordered by code point so that the order is total. NULL sorts as "". Any thread. */
int sutra_collate (const char *a, const char *b);

/* A binary sort key: memcmp of two keys gives the order of sutra_collate (transfer full). For sorting many. */
GBytes *sutra_collate_key (const char *string);

G_END_DECLS
