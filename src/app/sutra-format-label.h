/* sutra-format-label.h: what a format is called in the reader's language
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sutra-format.h"

G_BEGIN_DECLS

/* "Annotated Report (HTML)"; the format's own English name where there is no other (static, or the format's). */
const char *sutra_format_label_name (const SutraFormat *format);

/* What the format is for, and what it leaves out (transfer full). */
char *sutra_format_label_dup_loses (const SutraFormat *format);

G_END_DECLS
