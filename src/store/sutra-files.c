/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-files.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <unistd.h>

#include "sutra-error.h"

static void
set_error (GError **error, int number, const char *path)
{
  int code = SUTRA_ERROR_FAILED;

  if (number == ENOENT || number == ENOTDIR)
    code = SUTRA_ERROR_NOT_FOUND;
  else if (number == EACCES || number == EPERM || number == EROFS)
    code = SUTRA_ERROR_ACCESS;
  else if (number == ENOSPC || number == EDQUOT || number == EFBIG)
    code = SUTRA_ERROR_NO_SPACE;
  else if (number == EEXIST)
    code = SUTRA_ERROR_EXISTS;

  if (code == SUTRA_ERROR_EXISTS)
    g_set_error (error, SUTRA_ERROR, code, "%s is there already. Choose another name, or replace it.", path);
  else
    g_set_error (error, SUTRA_ERROR, code, "%s cannot be made: %s. Choose another place.", path, g_strerror (number));
}

char *
sutra_files_make_temporary (const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *pattern = g_build_filename (folder, ".sutra-new-XXXXXX", NULL);
  int fd;

  /* The usual mode less the user's mask, not mkstemp()'s 0600: a case may be shared with a group. */
  fd = g_mkstemp_full (pattern, O_RDWR | O_CLOEXEC, 0666);
  if (fd < 0)
    {
      set_error (error, errno, path);
      return NULL;
    }
  close (fd);
  return g_steal_pointer (&pattern);
}

static void
sync_folder (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  int fd = open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

  if (fd < 0)
    return;
  fsync (fd);
  close (fd);
}

gboolean
sutra_files_move (const char *from, const char *to, gboolean overwrite, GError **error)
{
  int result = overwrite ? rename (from, to) : renameat2 (AT_FDCWD, from, AT_FDCWD, to, RENAME_NOREPLACE);

  /* File systems without that flag: a link refuses as well. */
  if (result != 0 && !overwrite && (errno == EINVAL || errno == ENOSYS))
    {
      result = link (from, to);
      if (result == 0)
        unlink (from);
    }
  if (result != 0)
    {
      set_error (error, errno, to);
      return FALSE;
    }
  sync_folder (to);
  return TRUE;
}

void
sutra_files_remove_database (const char *path)
{
  static const char *const suffixes[] = { "", "-wal", "-shm", "-journal" };

  for (gsize i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *name = g_strconcat (path, suffixes[i], NULL);

      g_unlink (name);
    }
}
