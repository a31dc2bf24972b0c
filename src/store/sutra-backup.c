/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "sutra-files.h"
#include "sutra-store-private.h"

#define PAGES_AT_A_TIME 128

typedef struct
{
  SutraStore *store;
  GFileProgressCallback progress;
  gpointer progress_data;
  GCancellable *cancellable;
} Job;

static gboolean
copy_pages (Job *job, sqlite3 *target, const char *path, GError **error)
{
  sqlite3_backup *backup = sqlite3_backup_init (target, "main", job->store->db, "main");
  int code = backup != NULL ? SQLITE_OK : sqlite3_errcode (target);

  while (code == SQLITE_OK && !g_cancellable_is_cancelled (job->cancellable))
    {
      code = sqlite3_backup_step (backup, PAGES_AT_A_TIME);
      if (job->progress != NULL && (code == SQLITE_OK || code == SQLITE_DONE))
        {
          int total = sqlite3_backup_pagecount (backup);

          job->progress (total - sqlite3_backup_remaining (backup), total, job->progress_data);
        }
    }
  if (backup != NULL)
    {
      int end = sqlite3_backup_finish (backup);

      code = end != SQLITE_OK ? end : code;
    }
  if (code != SQLITE_DONE && code != SQLITE_OK)
    {
      sutra_store_set_error (error, target, code, path, "be written");
      return FALSE;
    }
  return !g_cancellable_set_error_if_cancelled (job->cancellable, error);
}

static gboolean
copy_to (Job *job, const char *temporary, const char *path, GError **error)
{
  sqlite3 *target = sutra_connection_open (temporary, FALSE, FALSE, error);
  gboolean done;
  int code;

  if (target == NULL)
    return FALSE;

  /* One snapshot from the first page to the last: without it another program's edit would start the copy over. */
  done = sutra_store_exec (job->store, "BEGIN", error);
  if (done)
    {
      sutra_store_get_int (job->store, 0, "SELECT count(*) FROM sqlite_schema", "");
      done = copy_pages (job, target, path, error);
      sqlite3_exec (job->store->db, "ROLLBACK", NULL, NULL, NULL);
    }
  code = sqlite3_close (target);
  if (done && code != SQLITE_OK)
    {
      sutra_store_set_error (error, NULL, code, path, "be written");
      done = FALSE;
    }
  return done;
}

static gboolean
check_target (SutraStore *self, const char *path, gboolean overwrite, GError **error)
{
  g_autofree char *log = g_strconcat (path, "-wal", NULL);
  struct stat source, target, log_status;

  if (stat (path, &target) == 0)
    {
      if (S_ISDIR (target.st_mode))
        {
          g_set_error (error, SUTRA_ERROR, SUTRA_ERROR_IS_DIRECTORY, "%s is a folder. Choose a file name.", path);
          return FALSE;
        }
      if (!overwrite || (stat (self->path, &source) == 0 && source.st_dev == target.st_dev && source.st_ino == target.st_ino))
        {
          g_set_error (error, SUTRA_ERROR, SUTRA_ERROR_EXISTS, "%s is there already. Choose another name.", path);
          return FALSE;
        }
    }
  /* A program that has the case open would write its log into the copy. */
  if (stat (log, &log_status) == 0)
    {
      g_set_error (error, SUTRA_ERROR, SUTRA_ERROR_BUSY, "%s is open in a program. Close it there, or choose another name.", path);
      return FALSE;
    }
  return TRUE;
}

gboolean
sutra_store_backup (SutraStore *self,
                    const char *path,
                    gboolean overwrite,
                    GFileProgressCallback progress,
                    gpointer progress_data,
                    GCancellable *cancellable,
                    GError **error)
{
  g_autofree char *absolute = NULL;
  g_autofree char *temporary = NULL;
  Job job = { self, progress, progress_data, cancellable };

  g_return_val_if_fail (path != NULL, FALSE);

  if (self->in_edit)
    {
      g_set_error (error, SUTRA_ERROR, SUTRA_ERROR_BUSY, "An edit of %s is in progress. Finish it first.", self->path);
      return FALSE;
    }

  absolute = g_canonicalize_filename (path, NULL);
  if (!check_target (self, absolute, overwrite, error))
    return FALSE;
  temporary = sutra_files_make_temporary (absolute, error);
  if (temporary == NULL)
    return FALSE;
  if (copy_to (&job, temporary, absolute, error) && sutra_files_move (temporary, absolute, overwrite, error))
    return TRUE;
  sutra_files_remove_database (temporary);
  return FALSE;
}
