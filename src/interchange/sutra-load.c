/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-load.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "sutra-decode.h"
#include "sutra-error.h"

#define STEP_BYTES ((gsize) 256 * 1024)

static void
set_errno (GError **error, const char *name, int errsv)
{
  int code = SUTRA_ERROR_FAILED;
  const char *advice = g_strerror (errsv);

  if (errsv == ENOENT || errsv == ENOTDIR || errsv == ENAMETOOLONG || errsv == ELOOP)
    {
      code = SUTRA_ERROR_NOT_FOUND;
      advice = "there is no such file (or no longer): check its name";
    }
  else if (errsv == EACCES || errsv == EPERM)
    {
      code = SUTRA_ERROR_ACCESS;
      advice = "reading it is not permitted: change its permissions or copy it";
    }
  else if (errsv == EISDIR)
    {
      code = SUTRA_ERROR_IS_DIRECTORY;
      advice = "it is a folder: give a file";
    }
  g_set_error (error, SUTRA_ERROR, code, "Cannot read “%s”: %s", name, advice);
}

static void
set_too_large (GError **error, const char *name)
{
  g_set_error (error, SUTRA_ERROR, SUTRA_ERROR_TOO_LARGE, "Cannot read “%s”: it is larger than %d MiB: split it", name,
               (int) (SUTRA_DECODE_MAX_BYTES >> 20));
}

GBytes *
sutra_load_fd (int fd, const char *name, GCancellable *cancellable, GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  gsize n = 0;

  while (TRUE)
    {
      ssize_t got;

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;
      g_byte_array_set_size (bytes, (guint) (n + STEP_BYTES));
      got = read (fd, bytes->data + n, STEP_BYTES);
      if (got < 0 && errno == EINTR)
        continue;
      if (got < 0)
        {
          set_errno (error, name, errno);
          return NULL;
        }
      n += (gsize) got;
      if (n > SUTRA_DECODE_MAX_BYTES)
        {
          set_too_large (error, name);
          return NULL;
        }
      if (got == 0)
        break;
    }
  g_byte_array_set_size (bytes, (guint) n);
  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

GBytes *
sutra_load_path (const char *path, GCancellable *cancellable, GError **error)
{
  g_autofree char *name = g_filename_display_name (path);
  struct stat status;
  GBytes *bytes = NULL;
  int fd;

  /* O_NONBLOCK: opening a pipe that nobody writes to would wait for ever. */
  fd = open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
  if (fd < 0 || fstat (fd, &status) != 0)
    {
      /* ENXIO: a socket */
      if (errno == ENXIO)
        g_set_error (error, SUTRA_ERROR, SUTRA_ERROR_INVALID, "Cannot read “%s”: it is no regular file but a socket or device", name);
      else
        set_errno (error, name, errno);
    }
  else if (S_ISDIR (status.st_mode))
    set_errno (error, name, EISDIR);
  else if (!S_ISREG (status.st_mode))
    g_set_error (error, SUTRA_ERROR, SUTRA_ERROR_INVALID,
                 "Cannot read “%s”: it is no regular file but a pipe or device: pass its contents on standard input", name);
  else if (status.st_size > (off_t) SUTRA_DECODE_MAX_BYTES)
    set_too_large (error, name);
  else
    bytes = sutra_load_fd (fd, name, cancellable, error);
  if (fd >= 0)
    close (fd);
  return bytes;
}

static void
set_gio_error (GError **error, const char *name, const GError *cause)
{
  if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_propagate_error (error, g_error_copy (cause));
  else if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    set_errno (error, name, ENOENT);
  else if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED))
    set_errno (error, name, EACCES);
  else if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY))
    set_errno (error, name, EISDIR);
  else
    g_set_error (error, SUTRA_ERROR, SUTRA_ERROR_FAILED, "Cannot read “%s”: %s", name, cause->message);
}

GBytes *
sutra_load_file (GFile *file, GCancellable *cancellable, GError **error)
{
  const char *path = g_file_peek_path (file);
  g_autofree char *name = NULL;
  g_autoptr (GFileInputStream) stream = NULL;
  g_autoptr (GByteArray) bytes = NULL;
  g_autoptr (GError) cause = NULL;

  if (path != NULL)
    return sutra_load_path (path, cancellable, error);

  name = g_file_get_uri (file);
  stream = g_file_read (file, cancellable, &cause);
  bytes = g_byte_array_new ();
  while (stream != NULL && bytes->len <= SUTRA_DECODE_MAX_BYTES)
    {
      g_autoptr (GBytes) chunk = g_input_stream_read_bytes (G_INPUT_STREAM (stream), STEP_BYTES, cancellable, &cause);

      if (chunk == NULL || g_bytes_get_size (chunk) == 0)
        break;
      g_byte_array_append (bytes, g_bytes_get_data (chunk, NULL), (guint) g_bytes_get_size (chunk));
    }
  if (cause != NULL)
    {
      set_gio_error (error, name, cause);
      return NULL;
    }
  if (bytes->len > SUTRA_DECODE_MAX_BYTES)
    {
      set_too_large (error, name);
      return NULL;
    }
  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}
