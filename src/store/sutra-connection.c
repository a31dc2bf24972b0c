/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-store-private.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define BUSY_TIMEOUT (5 * G_USEC_PER_SEC)
#define BUSY_PAUSE 500
#define HEADER_SIZE 100

static guint32
read_big_endian (const guint8 *bytes)
{
  return (guint32) bytes[0] << 24 | (guint32) bytes[1] << 16 | (guint32) bytes[2] << 8 | bytes[3];
}

/* SQLite's own handler sleeps up to 100 ms at a time; a bulk job leaves the lock free for 1.5 ms between its transactions, which this cannot miss. */
static int
on_busy (void *data, int n_calls)
{
  SutraStore *self = data;
  gint64 now = g_get_monotonic_time ();

  if (n_calls == 0)
    self->busy_since = now;
  if (now - self->busy_since > BUSY_TIMEOUT || g_cancellable_is_cancelled (self->cancellable))
    return 0;

  g_usleep (BUSY_PAUSE);
  return 1;
}

static int
on_progress (void *data)
{
  SutraStore *self = data;

  return g_cancellable_is_cancelled (self->cancellable);
}

/* Notes whether a statement writes a recorded table, so that it can be refused outside of an edit. */
static int
on_authorize (void *data, int action, const char *table, const char *column, const char *schema, const char *trigger)
{
  SutraStore *self = data;

  if ((action == SQLITE_INSERT || action == SQLITE_UPDATE || action == SQLITE_DELETE) && sutra_table_from_name (table) >= 0)
    self->compiled_write = TRUE;
  return SQLITE_OK;
}

static void
set_limits (sqlite3 *db)
{
  sqlite3_limit (db, SQLITE_LIMIT_LENGTH, 512 << 20);
  sqlite3_limit (db, SQLITE_LIMIT_SQL_LENGTH, 1 << 20);
  sqlite3_limit (db, SQLITE_LIMIT_COLUMN, 200);
  sqlite3_limit (db, SQLITE_LIMIT_EXPR_DEPTH, 200);
  sqlite3_limit (db, SQLITE_LIMIT_COMPOUND_SELECT, 20);
  sqlite3_limit (db, SQLITE_LIMIT_ATTACHED, 0);
  sqlite3_limit (db, SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 1000);
  sqlite3_limit (db, SQLITE_LIMIT_TRIGGER_DEPTH, 4);
}

sqlite3 *
sutra_connection_open (const char *path, gboolean read_only, gboolean immutable, GError **error)
{
  g_autofree char *uri = NULL;
  int flags = SQLITE_OPEN_NOMUTEX | (read_only ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE);
  sqlite3 *db = NULL;
  int code;

  if (immutable)
    {
      g_autofree char *plain = g_filename_to_uri (path, NULL, error);

      if (plain == NULL)
        return NULL;
      uri = g_strconcat (plain, "?immutable=1", NULL);
      flags |= SQLITE_OPEN_URI;
    }

  code = sqlite3_open_v2 (immutable ? uri : path, &db, flags, NULL);
  if (code != SQLITE_OK)
    {
      sutra_store_set_error (error, db, code, path, "be opened");
      sqlite3_close (db);
      return NULL;
    }
  sqlite3_extended_result_codes (db, 1);
  return db;
}

gboolean
sutra_connection_configure (SutraStore *self, GError **error)
{
  int code;

  sqlite3_busy_handler (self->db, on_busy, self);
  sqlite3_progress_handler (self->db, 10000, on_progress, self);
  sqlite3_set_authorizer (self->db, on_authorize, self);

  /* A case file may come from anyone: what its schema says is not trusted, and its triggers and views do not run. */
  sqlite3_db_config (self->db, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  sqlite3_db_config (self->db, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
  sqlite3_db_config (self->db, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, NULL);
  sqlite3_db_config (self->db, SQLITE_DBCONFIG_ENABLE_VIEW, 0, NULL);
  sqlite3_db_config (self->db, SQLITE_DBCONFIG_DQS_DML, 0, NULL);
  sqlite3_db_config (self->db, SQLITE_DBCONFIG_DQS_DDL, 0, NULL);
  set_limits (self->db);
  sutra_functions_register (self->db);
  code = sutra_tokenizer_register (self->db);
  if (code != SQLITE_OK)
    {
      sutra_store_set_error (error, self->db, code, self->path, "be opened");
      return FALSE;
    }

  return sutra_store_exec (self,
                           "PRAGMA cell_size_check = ON; PRAGMA foreign_keys = ON; PRAGMA synchronous = FULL; PRAGMA temp_store = MEMORY;"
                           "PRAGMA cache_size = -16384; PRAGMA journal_size_limit = 4194304",
                           error);
}

gboolean
sutra_connection_check_header (const char *path, GError **error)
{
  guint8 header[HEADER_SIZE];
  g_autofree char *log = g_strconcat (path, "-wal", NULL);
  struct stat status, log_status;
  gssize n_read = -1;
  guint64 page_size;
  int fd = open (path, O_RDONLY | O_CLOEXEC);

  if (fd >= 0)
    {
      n_read = pread (fd, header, sizeof header, 0);
      if (fstat (fd, &status) != 0)
        n_read = -1;
      close (fd);
    }
  if (n_read < 0)
    {
      int code = errno == EACCES || errno == EPERM ? SUTRA_ERROR_ACCESS : SUTRA_ERROR_FAILED;

      g_set_error (error, SUTRA_ERROR, code, "%s cannot be read: %s.", path, g_strerror (errno));
      return FALSE;
    }

  if (n_read < 16 || memcmp (header, "SQLite format 3", 16) != 0)
    {
      g_set_error (error, SUTRA_ERROR, SUTRA_ERROR_NOT_A_CASE, "%s is not a case file. To annotate it, add it to a case.", path);
      return FALSE;
    }
  if (n_read == HEADER_SIZE && read_big_endian (header + 68) != SUTRA_STORE_APPLICATION_ID)
    {
      g_set_error (error, SUTRA_ERROR, SUTRA_ERROR_NOT_A_CASE, "%s is a database of another program, not a case file.", path);
      return FALSE;
    }

  page_size = (guint64) header[16] << 8 | header[17];
  if (page_size == 1)
    page_size = 65536;
  /* With a log, a checkpoint may have been cut short: then the log still has what the file lacks. */
  if (n_read < HEADER_SIZE ||
      ((stat (log, &log_status) != 0 || log_status.st_size == 0) && (guint64) status.st_size < page_size * read_big_endian (header + 28)))
    {
      g_set_error (error, SUTRA_ERROR, SUTRA_ERROR_DAMAGED, "%s is truncated. Use a backup.", path);
      return FALSE;
    }
  return TRUE;
}
