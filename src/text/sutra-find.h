/* sutra-find.h: find in a text over the fold key
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

#include "sutra-text.h"

G_BEGIN_DECLS

/**
 * SutraRange:
 *
 * Code points [start, end).
 */
typedef struct
{
  guint32 start;
  guint32 end;
} SutraRange;

/* All places where @query occurs, in text order, not overlapping, each snapped outward to aksharas. A query that folds
 * to nothing finds nothing. Runs of white space in @query match any run of white space but no paragraph end.
 * Returns (transfer full) an array of SutraRange; NULL only with G_IO_ERROR_CANCELLED. Any thread. */
GArray *sutra_find_all (SutraText *text, const char *query, GCancellable *cancellable, GError **error);

G_END_DECLS
