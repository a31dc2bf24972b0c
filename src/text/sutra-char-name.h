/* sutra-char-name.h: what Unicode calls a character
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The name by Unicode 15, "BENGALI LETTER KA", or "<control-0007>" and the like for what has none (transfer full). */
char *sutra_char_name (gunichar c);

/* The name of its script, "Bengali", "Latin", "Common" (transfer none). */
const char *sutra_char_script (gunichar c);

G_END_DECLS
