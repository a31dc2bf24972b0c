/* sutra-search-private.h: what indexing and matching share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sutra-schema.h"
#include "sutra-search-index.h"

G_BEGIN_DECLS

/* A rowid of the index says of which document (28 bits up) which passage (8 bits up) it is, how long that is (eighths of its logarithm) and whether it is a title: so that
 * ranking needs no other table. */
#define SUTRA_SEARCH_TITLE_BIT ((gint64) 1 << 61)
gint64 sutra_search_rowid (gint64 document, SutraSearchKind kind, gint64 passage, gint64 code_points);

/* Whether the index was made by this program. DAMAGED. */
gboolean sutra_search_verify (SutraStore *store, GError **error);

G_END_DECLS
