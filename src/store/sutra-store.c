/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-store-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "sutra-files.h"

static SutraStore *
store_new (const char *path)
{
  SutraStore *self = g_new0 (SutraStore, 1);
  const char *name = g_get_real_name ();

  self->path = g_canonicalize_filename (path, NULL);
  self->clock = sutra_clock_system;
  self->author = g_strdup (g_strcmp0 (name, "Unknown") != 0 ? name : g_get_user_name ());
  return self;
}

/* Frees @self without touching the file. */
static void
store_free (SutraStore *self)
{
  if (self == NULL)
    return;

  sutra_statement_free_all (self);
  g_clear_pointer (&self->recorder, sqlite3session_delete);
  sqlite3_close (self->db);
  g_clear_object (&self->cancellable);
  g_free (self->author);
  g_free (self->path);
  g_free (self);
}

gboolean
sutra_store_exec (SutraStore *self, const char *sql, GError **error)
{
  int code = sqlite3_exec (self->db, sql, NULL, NULL, NULL);

  if (code != SQLITE_OK)
    sutra_store_set_error (error, self->db, code, self->path, "be changed");
  return code == SQLITE_OK;
}

/* The settings, the version and the tables; the first access to the file. */
static gboolean
prepare (SutraStore *self, GError **error)
{
  SutraHeads heads;

  self->read_only = sqlite3_db_readonly (self->db, "main") == 1;
  if (!sutra_connection_configure (self, error) || !sutra_migration_run (self, error))
    return FALSE;
  if (!self->read_only && !sutra_store_exec (self, "PRAGMA journal_mode = WAL", error))
    return FALSE;
  if (!sutra_history_get_heads (self, &heads, error))
    return FALSE;

  self->seen_seq = self->own_seq = heads.seq;
  self->data_version = sutra_store_get_int (self, -1, "PRAGMA data_version", "");
  return TRUE;
}

/* A log beside the file that cannot be read because its index cannot be made here: what is in it would be missing silently. */
static gboolean
check_no_log (SutraStore *self, GError **error)
{
  g_autofree char *log = g_strconcat (self->path, "-wal", NULL);
  struct stat status;

  if (stat (log, &status) != 0 || status.st_size == 0)
    return TRUE;

  g_set_error (
      error, SUTRA_ERROR, SUTRA_ERROR_ACCESS,
      "%s cannot be opened in a folder that cannot be written, because its newest edits are still in %s. Copy both files to a folder of yours.",
      self->path, log);
  return FALSE;
}

static gboolean
check_path (const char *path, GError **error)
{
  struct stat status;

  if (stat (path, &status) != 0)
    {
      int code = errno == ENOENT || errno == ENOTDIR ? SUTRA_ERROR_NOT_FOUND : errno == EACCES ? SUTRA_ERROR_ACCESS : SUTRA_ERROR_FAILED;

      g_set_error (error, SUTRA_ERROR, code, "%s cannot be opened: %s.", path, g_strerror (errno));
      return FALSE;
    }
  if (S_ISDIR (status.st_mode))
    {
      g_set_error (error, SUTRA_ERROR, SUTRA_ERROR_IS_DIRECTORY, "%s is a folder. Choose a case file.", path);
      return FALSE;
    }
  if (!S_ISREG (status.st_mode))
    {
      g_set_error (error, SUTRA_ERROR, SUTRA_ERROR_NOT_A_CASE, "%s is not a case file.", path);
      return FALSE;
    }
  return sutra_connection_check_header (path, error);
}

/* Drops the connection and makes another one that takes the file as it lies there. */
static SutraStore *
reopen_immutable (SutraStore *failed, GError **error)
{
  SutraStore *self = store_new (failed->path);

  store_free (failed);
  if (check_no_log (self, error) && (self->db = sutra_connection_open (self->path, TRUE, TRUE, error)) != NULL && prepare (self, error))
    return self;
  store_free (self);
  return NULL;
}

static gboolean
is_unwritable_place (SutraStore *self)
{
  int code = self->db != NULL ? sqlite3_errcode (self->db) & 0xff : SQLITE_OK;

  return code == SQLITE_CANTOPEN || code == SQLITE_READONLY || code == SQLITE_IOERR;
}

SutraStore *
sutra_store_open (const char *path, SutraStoreFlags flags, GError **error)
{
  g_autoptr (GError) local = NULL;
  SutraStore *self;
  gboolean read_only = (flags & SUTRA_STORE_READ_ONLY) != 0;
  g_autofree char *folder = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  self = store_new (path);
  if (!check_path (self->path, error))
    {
      store_free (self);
      return NULL;
    }

  /* In a folder that may not be written SQLite cannot make the log. */
  folder = g_path_get_dirname (self->path);
  if (access (self->path, W_OK) != 0 || access (folder, W_OK) != 0)
    read_only = TRUE;

  self->db = sutra_connection_open (self->path, read_only, FALSE, &local);
  if (self->db != NULL && prepare (self, &local))
    return self;
  if (read_only && is_unwritable_place (self) && !g_error_matches (local, SUTRA_ERROR, SUTRA_ERROR_NEWER))
    return reopen_immutable (self, error);

  g_propagate_error (error, g_steal_pointer (&local));
  store_free (self);
  return NULL;
}

/* An empty database of the current version at @path, closed again: complete or not there under its final name. */
static gboolean
make_file (const char *path, GError **error)
{
  SutraStore *self = store_new (path);
  g_autofree char *stamp = g_strdup_printf ("PRAGMA application_id = %d; PRAGMA journal_mode = WAL", SUTRA_STORE_APPLICATION_ID);
  gboolean done;

  self->db = sutra_connection_open (self->path, FALSE, FALSE, error);
  done = self->db != NULL && sutra_connection_configure (self, error) && sutra_store_exec (self, stamp, error) &&
         sutra_migration_run (self, error) && sutra_store_checkpoint (self, error);
  store_free (self);
  return done;
}

SutraStore *
sutra_store_create (const char *path, GError **error)
{
  g_autofree char *absolute = NULL;
  g_autofree char *log = NULL;
  g_autofree char *temporary = NULL;
  gboolean done;

  g_return_val_if_fail (path != NULL, NULL);

  absolute = g_canonicalize_filename (path, NULL);
  log = g_strconcat (absolute, "-wal", NULL);
  /* SQLite would read the log of a case that was deleted into the new one. */
  if (g_file_test (log, G_FILE_TEST_EXISTS) && !g_file_test (absolute, G_FILE_TEST_EXISTS))
    {
      g_set_error (error, SUTRA_ERROR, SUTRA_ERROR_EXISTS, "%s is left over from another case. Move it away, or choose another name.", log);
      return NULL;
    }

  temporary = sutra_files_make_temporary (absolute, error);
  if (temporary == NULL)
    return NULL;
  done = make_file (temporary, error) && sutra_files_move (temporary, absolute, FALSE, error);
  if (!done)
    sutra_files_remove_database (temporary);
  return done ? sutra_store_open (absolute, SUTRA_STORE_DEFAULT, error) : NULL;
}

void
sutra_store_close (SutraStore *self)
{
  if (self == NULL)
    return;

  sutra_store_rollback (self);
  sutra_statement_free_all (self);
  if (!self->read_only)
    sqlite3_wal_checkpoint_v2 (self->db, NULL, SQLITE_CHECKPOINT_PASSIVE, NULL, NULL);
  store_free (self);
}

const char *
sutra_store_get_path (SutraStore *self)
{
  return self->path;
}

gboolean
sutra_store_is_read_only (SutraStore *self)
{
  return self->read_only;
}

void
sutra_store_set_clock (SutraStore *self, SutraClock clock)
{
  g_return_if_fail (clock != NULL);

  self->clock = clock;
}

void
sutra_store_set_author (SutraStore *self, const char *author)
{
  g_return_if_fail (author != NULL);

  g_free (self->author);
  self->author = g_utf8_make_valid (author, -1);
}

const char *
sutra_store_get_author (SutraStore *self)
{
  return self->author;
}

gint64
sutra_store_now (SutraStore *self)
{
  return self->clock ();
}

void
sutra_store_set_cancellable (SutraStore *self, GCancellable *cancellable)
{
  g_set_object (&self->cancellable, cancellable);
}

void
sutra_store_set_automatic_checkpoint (SutraStore *self, gboolean automatic)
{
  sqlite3_wal_autocheckpoint (self->db, automatic ? 1000 : 0);
}

gboolean
sutra_store_checkpoint (SutraStore *self, GError **error)
{
  int code = sqlite3_wal_checkpoint_v2 (self->db, NULL, SQLITE_CHECKPOINT_PASSIVE, NULL, NULL);

  /* Another connection is at it already. */
  if ((code & 0xff) == SQLITE_BUSY)
    return TRUE;
  if (code != SQLITE_OK)
    sutra_store_set_error (error, self->db, code, self->path, "be saved");
  return code == SQLITE_OK;
}

gboolean
sutra_store_set_setting (SutraStore *self, const char *key, const char *value, GError **error)
{
  g_return_val_if_fail (key != NULL, FALSE);

  if (value == NULL)
    return sutra_store_run (self, error, "DELETE FROM setting WHERE key = ?", "s", key);
  return sutra_store_run (self, error,
                          "INSERT INTO setting (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value", "ss",
                          key, value);
}

char *
sutra_store_get_setting (SutraStore *self, const char *key)
{
  g_autoptr (SutraStatement) statement = sutra_statement_new (self, NULL, "SELECT value FROM setting WHERE key = ?", "s", key);

  return statement != NULL && sutra_statement_next (statement, NULL) ? sutra_statement_dup_text (statement, 0) : NULL;
}
