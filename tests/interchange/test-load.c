/* test-load.c: files that are no files, too large, or not for us
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "sutra-decode.h"
#include "sutra-error.h"
#include "sutra-load.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

typedef struct
{
  char *folder;
  char *path;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("sutra-load-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "ক.txt", NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_unlink (fixture->path);
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->path);
  g_free (fixture->folder);
}

static void
assert_refused (const char *path, int code)
{
  g_autoptr (GError) error = NULL;
  GBytes *bytes = sutra_load_path (path, NULL, &error);

  g_assert_null (bytes);
  g_assert_error (error, SUTRA_ERROR, code);
}

static void
test_good (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GBytes) again = NULL;
  g_autoptr (GBytes) empty = NULL;
  g_autoptr (GFile) file = g_file_new_for_path (fixture->path);

  g_file_set_contents (fixture->path, "a\0b", 3, NULL);
  bytes = sutra_load_path (fixture->path, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), "a\0b", 3);
  again = sutra_load_file (file, NULL, &error);
  g_assert_true (g_bytes_equal (bytes, again));
  g_file_set_contents (fixture->path, "", 0, NULL);
  empty = sutra_load_path (fixture->path, NULL, &error);
  g_assert_cmpuint (g_bytes_get_size (empty), ==, 0);
}

static void
test_refused (Fixture *fixture, gconstpointer data)
{
  g_autofree char *below = g_build_filename (fixture->path, "x", NULL);

  assert_refused (fixture->folder, SUTRA_ERROR_IS_DIRECTORY);
  assert_refused (fixture->path, SUTRA_ERROR_NOT_FOUND);
  g_file_set_contents (fixture->path, "x", 1, NULL);
  assert_refused (below, SUTRA_ERROR_NOT_FOUND);
  if (getuid () != 0)
    {
      g_chmod (fixture->path, 0);
      assert_refused (fixture->path, SUTRA_ERROR_ACCESS);
    }
}

/* Would wait for ever if it were opened or read as files are. */
static void
test_special (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpint (mkfifo (fixture->path, 0600), ==, 0);
  assert_refused (fixture->path, SUTRA_ERROR_INVALID);
  assert_refused ("/dev/zero", SUTRA_ERROR_INVALID);
  assert_refused ("/dev/null", SUTRA_ERROR_INVALID);
}

static void
test_large (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  int fd = g_open (fixture->path, O_RDWR | O_CREAT, 0600);
  int zero;

  g_assert_cmpint (ftruncate (fd, (off_t) SUTRA_DECODE_MAX_BYTES), ==, 0);
  bytes = sutra_load_path (fixture->path, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_bytes_get_size (bytes), ==, SUTRA_DECODE_MAX_BYTES);
  g_assert_cmpint (ftruncate (fd, (off_t) SUTRA_DECODE_MAX_BYTES + 1), ==, 0);
  close (fd);
  assert_refused (fixture->path, SUTRA_ERROR_TOO_LARGE);

  /* A stream without an end. */
  zero = g_open ("/dev/zero", O_RDONLY);
  g_assert_null (sutra_load_fd (zero, "standard input", NULL, &error));
  g_assert_error (error, SUTRA_ERROR, SUTRA_ERROR_TOO_LARGE);
  close (zero);
}

static void
test_cancel (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_file_set_contents (fixture->path, "x", 1, NULL);
  g_cancellable_cancel (cancellable);
  g_assert_null (sutra_load_path (fixture->path, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/load/good", Fixture, NULL, set_up, test_good, tear_down);
  g_test_add ("/load/refused", Fixture, NULL, set_up, test_refused, tear_down);
  g_test_add ("/load/special", Fixture, NULL, set_up, test_special, tear_down);
  g_test_add ("/load/large", Fixture, NULL, set_up, test_large, tear_down);
  g_test_add ("/load/cancel", Fixture, NULL, set_up, test_cancel, tear_down);
  return g_test_run ();
}
