/* sutra-check.h: is a case file whole?
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sutra-store.h"

G_BEGIN_DECLS

/**
 * SutraFinding:
 * @error: TRUE for an error, FALSE for a warning
 * @where: table and id, or "file"
 * @what: one sentence
 */
typedef struct
{
  gboolean error;
  char *where;
  char *what;
} SutraFinding;

void sutra_finding_free (SutraFinding *self);

/* SQLite's integrity and foreign key checks, digests of all contents, rows that point to nothing, spans out of range, reversed, empty or with an end inside an
 * akshara, stem ends out of range, unknown enum values, contradicting history. Array of SutraFinding * (transfer full), empty if all is well; NULL only if the
 * check could not be run or was cancelled. */
GPtrArray *sutra_check_run (SutraStore *store, GCancellable *cancellable, GError **error);

/* Whether @area is two capital letters, or several such pairs with one space between: ISO 3166-1 alpha-2 codes by their shape. */
gboolean sutra_check_is_area (const char *area);

G_END_DECLS
