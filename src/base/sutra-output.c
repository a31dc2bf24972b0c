/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-output.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "sutra-error.h"

/* What is gathered before it is written. */
#define BUFFER_BYTES (64 * 1024)

struct _SutraOutput
{
  char *path; /* NULL: to @fd, which is not ours */
  char *temporary;
  char *name; /* for messages */
  int fd;
  gboolean overwrite;
  GString *buffer;
  guint64 size;
  GError *error; /* the first one */
};

static int
code_of (int errsv)
{
  switch (errsv)
    {
    case ENOENT:
    case ENOTDIR:
      return SUTRA_ERROR_NOT_FOUND;
    case EACCES:
    case EPERM:
      return SUTRA_ERROR_ACCESS;
    case EROFS:
      return SUTRA_ERROR_READ_ONLY;
    case ENOSPC:
    case EDQUOT:
    case EFBIG:
      return SUTRA_ERROR_NO_SPACE;
    case EEXIST:
      return SUTRA_ERROR_EXISTS;
    case EISDIR:
      return SUTRA_ERROR_IS_DIRECTORY;
    default:
      return SUTRA_ERROR_FAILED;
    }
}

static const char *
advice_of (int errsv)
{
  switch (code_of (errsv))
    {
    case SUTRA_ERROR_NOT_FOUND:
      return "its folder does not exist: choose another";
    case SUTRA_ERROR_ACCESS:
      return "writing there is not permitted: choose another folder";
    case SUTRA_ERROR_READ_ONLY:
      return "the disk can only be read: choose another folder";
    case SUTRA_ERROR_NO_SPACE:
      return "no space is left: free some and export again";
    case SUTRA_ERROR_EXISTS:
      return "it exists already: choose another name, or say that it may be replaced";
    case SUTRA_ERROR_IS_DIRECTORY:
      return "it is a folder: give the name of a file";
    default:
      return g_strerror (errsv);
    }
}

static void
set_error (GError **error, const char *name, int errsv)
{
  g_set_error (error, SUTRA_ERROR, code_of (errsv), "Cannot write “%s”: %s", name, advice_of (errsv));
}

static gboolean
is_target_free (const char *path, gboolean overwrite, const char *name, GError **error)
{
  struct stat status;
  int errsv = 0;

  if (stat (path, &status) == 0 && S_ISDIR (status.st_mode))
    errsv = EISDIR;
  else if (stat (path, &status) == 0 && !S_ISREG (status.st_mode))
    {
      /* A rename would take the device away from all other programs. */
      g_set_error (error, SUTRA_ERROR, SUTRA_ERROR_EXISTS, "Cannot write “%s”: it is a device or pipe and no file: choose another name",
                   name);
      return FALSE;
    }
  else if (!overwrite && g_lstat (path, &status) == 0)
    errsv = EEXIST;
  if (errsv != 0)
    set_error (error, name, errsv);
  return errsv == 0;
}

/* A symbolic link is followed, so that the file it names is replaced and not the link. */
static char *
resolve (const char *path)
{
  char *real = realpath (path, NULL);
  char *copy = g_strdup (real != NULL ? real : path);

  free (real);
  return copy;
}

static gboolean
write_all (int fd, const char *data, gsize n_bytes)
{
  while (n_bytes > 0)
    {
      ssize_t n = write (fd, data, n_bytes);

      if (n < 0 && errno == EINTR)
        continue;
      if (n <= 0)
        return FALSE;
      data += n;
      n_bytes -= (gsize) n;
    }
  return TRUE;
}

static void
flush (SutraOutput *self)
{
  if (self->error == NULL && !write_all (self->fd, self->buffer->str, self->buffer->len))
    set_error (&self->error, self->name, errno);
  g_string_truncate (self->buffer, 0);
}

/* The rights that a new file gets, or those of the file that is replaced. */
static mode_t
mode_for (const char *path)
{
  struct stat status;
  mode_t mask;

  if (stat (path, &status) == 0)
    return status.st_mode & 0777;
  mask = umask (0);
  umask (mask);
  return 0666 & ~mask;
}

static gboolean
publish (SutraOutput *self, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (self->path);
  gboolean linked = FALSE;
  int folder_fd;

  if (fchmod (self->fd, mode_for (self->path)) != 0 || fsync (self->fd) != 0)
    {
      set_error (error, self->name, errno);
      return FALSE;
    }
  /* link() fails if somebody made the file meanwhile; where links are unknown a second look has to do. */
  if (!self->overwrite)
    linked = link (self->temporary, self->path) == 0;
  if (!linked && !self->overwrite && (errno == EEXIST || !is_target_free (self->path, FALSE, self->name, error)))
    {
      if (error != NULL && *error == NULL)
        set_error (error, self->name, EEXIST);
      return FALSE;
    }
  if (!linked && rename (self->temporary, self->path) != 0)
    {
      set_error (error, self->name, errno);
      return FALSE;
    }
  if (linked)
    g_unlink (self->temporary);
  g_clear_pointer (&self->temporary, g_free);

  folder_fd = open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (folder_fd >= 0)
    {
      fsync (folder_fd);
      close (folder_fd);
    }
  return TRUE;
}

SutraOutput *
sutra_output_new_for_path (const char *path, gboolean overwrite, GError **error)
{
  g_autoptr (SutraOutput) self = NULL;
  g_autofree char *folder = NULL;

  g_return_val_if_fail (path != NULL && path[0] != '\0', NULL);

  if (!is_target_free (path, overwrite, path, error))
    return NULL;
  self = g_new0 (SutraOutput, 1);
  self->name = g_strdup (path);
  self->path = resolve (path);
  self->overwrite = overwrite;
  self->buffer = g_string_sized_new (BUFFER_BYTES);
  self->fd = -1;
  folder = g_path_get_dirname (self->path);
  self->temporary = g_build_filename (folder, ".sutra-XXXXXX", NULL);
  self->fd = g_mkstemp_full (self->temporary, O_RDWR | O_CLOEXEC, 0600);
  if (self->fd < 0)
    {
      set_error (error, self->name, errno);
      g_clear_pointer (&self->temporary, g_free);
      return NULL;
    }
  return g_steal_pointer (&self);
}

SutraOutput *
sutra_output_new_for_fd (int fd, const char *name)
{
  SutraOutput *self = g_new0 (SutraOutput, 1);

  self->fd = fd;
  self->name = g_strdup (name);
  self->buffer = g_string_sized_new (BUFFER_BYTES);
  return self;
}

void
sutra_output_write (SutraOutput *self, const char *text, gssize length)
{
  gsize n_bytes = length < 0 ? strlen (text) : (gsize) length;

  g_return_if_fail (self != NULL);

  self->size += n_bytes;
  if (self->error != NULL)
    return;
  g_string_append_len (self->buffer, text, (gssize) n_bytes);
  if (self->buffer->len >= BUFFER_BYTES)
    flush (self);
}

void
sutra_output_printf (SutraOutput *self, const char *format, ...)
{
  g_autofree char *text = NULL;
  va_list args;

  va_start (args, format);
  text = g_strdup_vprintf (format, args);
  va_end (args);
  sutra_output_write (self, text, -1);
}

guint64
sutra_output_get_size (SutraOutput *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->size;
}

gboolean
sutra_output_commit (SutraOutput *self, GError **error)
{
  g_return_val_if_fail (self != NULL, FALSE);

  flush (self);
  if (self->error == NULL && self->path != NULL)
    publish (self, &self->error);
  if (self->error == NULL)
    return TRUE;
  if (error != NULL)
    *error = g_error_copy (self->error);
  return FALSE;
}

void
sutra_output_free (SutraOutput *self)
{
  if (self == NULL)
    return;
  if (self->path != NULL && self->fd >= 0)
    close (self->fd);
  if (self->temporary != NULL)
    g_unlink (self->temporary);
  g_string_free (self->buffer, TRUE);
  g_clear_error (&self->error);
  g_free (self->temporary);
  g_free (self->path);
  g_free (self->name);
  g_free (self);
}
