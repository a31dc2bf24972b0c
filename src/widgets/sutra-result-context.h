/* sutra-result-context.h: a place that was found, in a few words
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sutra-search.h"

G_BEGIN_DECLS

/* The place in bold with some of what stands around it, as Pango markup (transfer full). Cut between words where that leaves enough, else between aksharas, and "…" put there. */
char *sutra_result_context_dup_markup (const SutraSearchHit *hit);

G_END_DECLS
