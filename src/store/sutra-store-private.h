/* sutra-store-private.h: what the files of this layer share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <sqlite3.h>

#include "sutra-edit.h"
#include "sutra-statement.h"
#include "sutra-store.h"

G_BEGIN_DECLS

struct _SutraStore
{
  sqlite3 *db;
  char *path; /* absolute */
  gboolean read_only;
  SutraClock clock;
  char *author;
  GHashTable *statements;  /* SQL → idle or used SutraStatement */
  gboolean compiled_write; /* the statement that was just compiled writes a recorded table */
  gint64 n_changed;

  gboolean in_edit;
  sqlite3_session *recorder;
  gint64 seen_seq;     /* history row up to which changes were given out */
  gint64 own_seq;      /* newest history row that this connection appended */
  gint64 data_version; /* as of the last poll */

  GCancellable *cancellable; /* (nullable) stops running statements */
  gint64 busy_since;
};

/* sutra-connection.c: a database handle with our settings. @immutable: nobody writes the file meanwhile. */
sqlite3 *sutra_connection_open (const char *path, gboolean read_only, gboolean immutable, GError **error);
/* Pragmas and limits, before anything is read. */
gboolean sutra_connection_configure (SutraStore *self, GError **error);
/* Whether @path is a SQLite file with our application id and of the size that it says; looks at its first 100 bytes only. */
gboolean sutra_connection_check_header (const char *path, GError **error);

/* sutra-migration.c: brings the file to SUTRA_STORE_VERSION and checks that its tables are those of that version. */
gboolean sutra_migration_run (SutraStore *self, GError **error);
gboolean sutra_migration_verify (SutraStore *self, GError **error);

/* sutra-functions.c */
void sutra_functions_register (sqlite3 *db);

/* sutra-tokenizer.c: makes FTS5 know the tokenizer "sutra". A SQLite result code. */
int sutra_tokenizer_register (sqlite3 *db);

/* sutra-search-match.c: the SQL function that counts the places of a match. */
void sutra_search_register_count (fts5_api *api);

/* sutra-store-error.c: maps SQLite's result @code to a SutraError whose message names the file. @doing: "be read", "be changed". */
void sutra_store_set_error (GError **error, sqlite3 *db, int code, const char *path, const char *doing);

/* Runs SQL without results. */
gboolean sutra_store_exec (SutraStore *self, const char *sql, GError **error);

/* Statements stop with G_IO_ERROR_CANCELLED once @cancellable (nullable) is cancelled. */
void sutra_store_set_cancellable (SutraStore *self, GCancellable *cancellable);

/* sutra-statement.c */
void sutra_statement_free_all (SutraStore *self);

/* sutra-changeset.c: which recorded table has this name; -1 for others. */
int sutra_table_from_name (const char *name);
const char *sutra_table_get_name (SutraTable table);

/* Starts recording the changes of the recorded tables. */
sqlite3_session *sutra_changeset_record (SutraStore *self, GError **error);
/* Ends @recorder; *@changeset is NULL if nothing changed. */
gboolean sutra_changeset_take (SutraStore *self, sqlite3_session *recorder, GBytes **changeset, GError **error);
/* Applies @changeset (when @invert, backwards) in the transaction that is open; checks that exactly its rows changed. CONFLICT, DAMAGED. */
gboolean sutra_changeset_apply (SutraStore *self, GBytes *changeset, gboolean invert, GError **error);
/* Appends the changed rows to @rows. */
gboolean sutra_changeset_list (SutraStore *self, GBytes *changeset, gboolean invert, GArray *rows, GError **error);
/* Whether the bytes are a well-formed changeset of recorded tables. SQLite's reader is not made for hostile input. */
gboolean sutra_changeset_validate (const guint8 *data, gsize size);

/* sutra-edit.c: BEGIN IMMEDIATE; COMMIT or, on an error, ROLLBACK. */
gboolean sutra_edit_lock (SutraStore *self, GError **error);
gboolean sutra_edit_unlock (SutraStore *self, gint64 seq, SutraChanges **changes, GError **error);

/* sutra-history.c: what undo and redo would take (0: nothing), and the newest row. */
typedef struct
{
  gint64 seq;
  gint64 undo;
  gint64 redo;
} SutraHeads;
gboolean sutra_history_get_heads (SutraStore *self, SutraHeads *heads, GError **error);
/* The seq that the next row gets; seqs never come back. */
gint64 sutra_history_next_seq (SutraStore *self);
/* Appends an edit; @step as in sutra_store_commit_step(). Returns its seq, 0 on an error. */
gint64 sutra_history_append (SutraStore *self,
                             SutraEditKind kind,
                             const char *subject,
                             guint count,
                             GBytes *changeset,
                             gint64 *step,
                             GError **error);
/* The changes of the history rows after @seq. */
SutraChanges *sutra_history_changes_since (SutraStore *self, gint64 seq, GError **error);

G_END_DECLS
