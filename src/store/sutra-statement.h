/* sutra-statement.h: SQL for the model, without sqlite3.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sutra-store.h"

G_BEGIN_DECLS

/**
 * SutraStatement:
 *
 * A prepared statement, kept by the store for its SQL text. One user at a time: taking a statement that is in use (in an
 * outer loop) gives a fresh one, freed at its end. Always end it with sutra_statement_end() or g_autoptr.
 */
typedef struct _SutraStatement SutraStatement;

/* Prepares (or takes from the cache) @sql and binds by @types, one letter for each `?`, in order:
 *   i  const SutraId * (NULL or the null id: SQL NULL)      l  gint64 (pass a gint64!)
 *   s  const char * (NULL: SQL NULL)                         d  double (NaN: SQL NULL)
 *   b  GBytes * (NULL: SQL NULL)
 * Text is copied. NULL with @error set if the file cannot be read. SQL that does not compile is a programming error. */
SutraStatement *sutra_statement_new (SutraStore *store, GError **error, const char *sql, const char *types, ...);

/* TRUE: a row is there. FALSE: no more rows, or an error (then @error is set). */
gboolean sutra_statement_next (SutraStatement *self, GError **error);

/* Columns from 0. Text is owned by the statement and valid until the next call; NULL for SQL NULL. A NULL id gives the null id, a NULL double NaN. */
gboolean sutra_statement_is_null (SutraStatement *self, int column);
gint64 sutra_statement_get_int (SutraStatement *self, int column);
double sutra_statement_get_double (SutraStatement *self, int column);
const char *sutra_statement_get_text (SutraStatement *self, int column);
char *sutra_statement_dup_text (SutraStatement *self, int column);
SutraId sutra_statement_get_id (SutraStatement *self, int column);
/* (nullable): NULL when it is NULL or empty. Valid until the next row. */
const guint8 *sutra_statement_get_bytes (SutraStatement *self, int column, gsize *n_bytes);
GBytes *sutra_statement_dup_bytes (SutraStatement *self, int column); /* (transfer full) (nullable) */

/* Resets it and gives it back to the store. */
void sutra_statement_end (SutraStatement *self);

/* Prepares, binds, runs to the end. @n_changed rows (nullable). SQLite's errors are mapped to SUTRA_ERROR codes with a message that names the case file. */
gboolean sutra_store_run (SutraStore *store, GError **error, const char *sql, const char *types, ...);
gint64 sutra_store_get_changed (SutraStore *store); /* rows changed by the last run */

/* The first column of the first row as an integer, @fallback without a row or on an error. */
gint64 sutra_store_get_int (SutraStore *store, gint64 fallback, const char *sql, const char *types, ...);

/* SQL functions and collations that every connection knows: fold(text) = fold key, collate_key(text) = sort key of sutra-collate.h,
 * uuid_text(blob) = 36-character form. */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SutraStatement, sutra_statement_end)

G_END_DECLS
