/* sutra-report-style.h: what a report in HTML looks like
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sutra-snapshot.h"

G_BEGIN_DECLS

/* The style sheet, with the colours of the types of @snapshot in classes t0, t1 … (transfer full) */
char *sutra_report_style (const SutraSnapshot *snapshot);

G_END_DECLS
