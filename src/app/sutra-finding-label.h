/* sutra-finding-label.h: what the findings of the text check are called
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sutra-text-check.h"

G_BEGIN_DECLS

/* In the user's language (transfer none): a title, and one sentence of what it means. */
const char *sutra_finding_label_title (SutraTextFindingKind kind);
const char *sutra_finding_label_about (SutraTextFindingKind kind);

G_END_DECLS
