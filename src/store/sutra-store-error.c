/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-store-private.h"

#include <errno.h>

static void
set_io_error (GError **error, int system_errno, const char *path, const char *doing, const char *reason)
{
  if (system_errno == ENOSPC || system_errno == EDQUOT || system_errno == EFBIG)
    g_set_error (error, SUTRA_ERROR, SUTRA_ERROR_NO_SPACE,
                 "%s cannot %s: the disk is full. Free some space and try again; nothing that was saved is lost.", path, doing);
  else if (system_errno == EACCES || system_errno == EPERM || system_errno == EROFS)
    g_set_error (error, SUTRA_ERROR, SUTRA_ERROR_ACCESS, "%s cannot %s: %s. Change its permissions, or those of its folder.", path, doing,
                 g_strerror (system_errno));
  else
    g_set_error (error, SUTRA_ERROR, SUTRA_ERROR_FAILED, "%s cannot %s: %s. Check the disk and try again.", path, doing,
                 system_errno != 0 ? g_strerror (system_errno) : reason);
}

static int
last_errno (sqlite3_file *file)
{
  int number = 0;

  if (file != NULL && file->pMethods != NULL)
    file->pMethods->xFileControl (file, SQLITE_FCNTL_LAST_ERRNO, &number);
  return number;
}

/* sqlite3_system_errno() is not set when a commit fails to write; the log and the file remember. */
static int
find_errno (sqlite3 *db, int code)
{
  sqlite3_file *file = NULL;
  int number = sqlite3_system_errno (db);

  if (number != 0 || code == SQLITE_IOERR_READ || (code & 0xff) != SQLITE_IOERR)
    return number;
  if (sqlite3_file_control (db, "main", SQLITE_FCNTL_JOURNAL_POINTER, &file) == SQLITE_OK)
    number = last_errno (file);
  if (number == 0 && sqlite3_file_control (db, "main", SQLITE_FCNTL_FILE_POINTER, &file) == SQLITE_OK)
    number = last_errno (file);
  return number;
}

void
sutra_store_set_error (GError **error, sqlite3 *db, int code, const char *path, const char *doing)
{
  const char *reason = db != NULL ? sqlite3_errmsg (db) : sqlite3_errstr (code);
  int system_errno = db != NULL ? find_errno (db, code) : 0;

  switch (code & 0xff)
    {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      g_set_error (error, SUTRA_ERROR, SUTRA_ERROR_BUSY, "%s cannot %s: another program is using it. Try again in a moment.", path, doing);
      break;
    case SQLITE_READONLY:
      g_set_error (error, SUTRA_ERROR, SUTRA_ERROR_READ_ONLY, "%s cannot %s: it can be read only. Work on a copy of it.", path, doing);
      break;
    case SQLITE_FULL:
      set_io_error (error, ENOSPC, path, doing, reason);
      break;
    case SQLITE_IOERR:
      if (code == SQLITE_IOERR_SHORT_READ)
        g_set_error (error, SUTRA_ERROR, SUTRA_ERROR_DAMAGED, "%s cannot %s: it is truncated. Use a backup.", path, doing);
      else
        set_io_error (error, system_errno, path, doing, reason);
      break;
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
    case SQLITE_AUTH:
      set_io_error (error, system_errno != 0 ? system_errno : EACCES, path, doing, reason);
      break;
    case SQLITE_CORRUPT:
    case SQLITE_FORMAT:
      g_set_error (error, SUTRA_ERROR, SUTRA_ERROR_DAMAGED, "%s cannot %s: it is damaged (%s). Use a backup.", path, doing, reason);
      break;
    case SQLITE_NOTADB:
      g_set_error (error, SUTRA_ERROR, SUTRA_ERROR_NOT_A_CASE, "%s cannot %s: it is not a case file.", path, doing);
      break;
    case SQLITE_CONSTRAINT:
      if (code == SQLITE_CONSTRAINT_FOREIGNKEY)
        g_set_error (error, SUTRA_ERROR, SUTRA_ERROR_IN_USE,
                     "%s cannot %s: a row would point to one that is not there. Remove what refers to it first.", path, doing);
      else
        g_set_error (error, SUTRA_ERROR, SUTRA_ERROR_INVALID, "%s cannot %s: %s.", path, doing, reason);
      break;
    case SQLITE_TOOBIG:
      g_set_error (error, SUTRA_ERROR, SUTRA_ERROR_TOO_LARGE, "%s cannot %s: a value is too large.", path, doing);
      break;
    case SQLITE_INTERRUPT:
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, "Work on %s was cancelled.", path);
      break;
    default:
      g_set_error (error, SUTRA_ERROR, SUTRA_ERROR_FAILED, "%s cannot %s: %s.", path, doing, reason);
      break;
    }
}
