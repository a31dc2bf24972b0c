/* sutra-check-private.h: what the parts of the check share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sutra-check.h"
#include "sutra-store-private.h"
#include "sutra-text.h"

G_BEGIN_DECLS

typedef struct
{
  SutraStore *store;
  GCancellable *cancellable; /* (nullable) */
  GPtrArray *findings;
} SutraCheck;

/* Adds a finding about the row @id (NULL: none) of @table, or about the "file". */
void sutra_check_add (SutraCheck *self, gboolean is_error, const char *where, const SutraId *id, const char *format, ...)
    G_GNUC_PRINTF (5, 6);

/* Each part is FALSE only if it could not be run. */
gboolean sutra_check_contents (SutraCheck *self, GError **error);
gboolean sutra_check_rows (SutraCheck *self, GError **error);
gboolean sutra_check_spans (SutraCheck *self, GError **error);
gboolean sutra_check_history (SutraCheck *self, GError **error);

/* Runs @sql and calls @func for each row. */
typedef void (*SutraCheckFunc) (SutraCheck *self, SutraStatement *row, gpointer data);
gboolean sutra_check_foreach (SutraCheck *self, const char *sql, SutraCheckFunc func, gpointer data, GError **error);

G_END_DECLS
