/* test-output.c: a file is there whole or not at all
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "sutra-error.h"
#include "sutra-output.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

typedef struct
{
  char *folder;
  char *path;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("sutra-output-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "প্রতিবেদন.html", NULL);
}

static guint
count_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;
  return n;
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
assert_contents (const char *path, const char *expected)
{
  g_autofree char *contents = NULL;

  g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
  g_assert_cmpstr (contents, ==, expected);
}

static void
test_whole (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SutraOutput) output = sutra_output_new_for_path (fixture->path, FALSE, &error);
  g_autoptr (GString) expected = g_string_new (NULL);
  struct stat status;

  g_assert_no_error (error);
  for (guint i = 0; i < 50000; i++)
    {
      sutra_output_printf (output, "%u ভারত\n", i);
      g_string_append_printf (expected, "%u ভারত\n", i);
    }
  sutra_output_write (output, "শেষ and more", strlen ("শেষ"));
  g_string_append (expected, "শেষ");
  g_assert_cmpuint (sutra_output_get_size (output), ==, expected->len);

  /* Nothing is there under its name before the end. */
  g_assert_false (g_file_test (fixture->path, G_FILE_TEST_EXISTS));
  g_assert_true (sutra_output_commit (output, &error));
  g_assert_no_error (error);
  assert_contents (fixture->path, expected->str);
  g_assert_cmpuint (count_files (fixture->folder), ==, 1);
  g_assert_cmpint (g_stat (fixture->path, &status), ==, 0);
  g_assert_cmpuint (status.st_mode & 0400, ==, 0400);
}

static void
test_abandoned (Fixture *fixture, gconstpointer data)
{
  SutraOutput *output;

  g_file_set_contents (fixture->path, "alt", -1, NULL);
  output = sutra_output_new_for_path (fixture->path, TRUE, NULL);
  sutra_output_write (output, "new", -1);
  assert_contents (fixture->path, "alt");
  sutra_output_free (output);
  assert_contents (fixture->path, "alt");
  g_assert_cmpuint (count_files (fixture->folder), ==, 1);
}

static void
test_exists (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SutraOutput) late = sutra_output_new_for_path (fixture->path, FALSE, NULL);
  g_autoptr (SutraOutput) replaced = NULL;

  /* Somebody makes the file between the question and the end. */
  g_file_set_contents (fixture->path, "theirs", -1, NULL);
  g_chmod (fixture->path, 0640);
  sutra_output_write (late, "ours", -1);
  g_assert_false (sutra_output_commit (late, &error));
  g_assert_error (error, SUTRA_ERROR, SUTRA_ERROR_EXISTS);
  assert_contents (fixture->path, "theirs");
  g_clear_error (&error);
  g_clear_pointer (&late, sutra_output_free);

  g_assert_null (sutra_output_new_for_path (fixture->path, FALSE, &error));
  g_assert_error (error, SUTRA_ERROR, SUTRA_ERROR_EXISTS);
  g_clear_error (&error);

  replaced = sutra_output_new_for_path (fixture->path, TRUE, &error);
  sutra_output_write (replaced, "ours", -1);
  g_assert_true (sutra_output_commit (replaced, &error));
  assert_contents (fixture->path, "ours");
  g_assert_cmpuint (count_files (fixture->folder), ==, 1);
}

/* A file keeps its rights, a link its target. */
static void
test_replaced (Fixture *fixture, gconstpointer data)
{
  g_autofree char *link_path = g_build_filename (fixture->folder, "link", NULL);
  g_autoptr (SutraOutput) output = NULL;
  struct stat status;

  g_file_set_contents (fixture->path, "alt", -1, NULL);
  g_chmod (fixture->path, 0640);
  g_assert_cmpint (symlink (fixture->path, link_path), ==, 0);
  output = sutra_output_new_for_path (link_path, TRUE, NULL);
  sutra_output_write (output, "neu", -1);
  g_assert_true (sutra_output_commit (output, NULL));
  assert_contents (fixture->path, "neu");
  g_assert_true (g_file_test (link_path, G_FILE_TEST_IS_SYMLINK));
  g_assert_cmpint (g_stat (fixture->path, &status), ==, 0);
  g_assert_cmpuint (status.st_mode & 0777, ==, 0640);
  g_unlink (link_path);
}

static void
assert_refused (const char *path, int code)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (sutra_output_new_for_path (path, TRUE, &error));
  g_assert_error (error, SUTRA_ERROR, code);
}

static void
test_refused (Fixture *fixture, gconstpointer data)
{
  g_autofree char *nowhere = g_build_filename (fixture->folder, "no", "such", NULL);

  assert_refused (fixture->folder, SUTRA_ERROR_IS_DIRECTORY);
  assert_refused (nowhere, SUTRA_ERROR_NOT_FOUND);
  if (getuid () != 0)
    {
      g_chmod (fixture->folder, 0500);
      assert_refused (fixture->path, SUTRA_ERROR_ACCESS);
      g_chmod (fixture->folder, 0700);
    }
}

/* What is no file is not replaced by one, also through a link. */
static void
test_special (Fixture *fixture, gconstpointer data)
{
  g_autofree char *pipe_path = g_build_filename (fixture->folder, "pipe", NULL);
  g_autofree char *link_path = g_build_filename (fixture->folder, "link", NULL);
  struct stat status;

  g_assert_cmpint (mkfifo (pipe_path, 0600), ==, 0);
  g_assert_cmpint (symlink ("pipe", link_path), ==, 0);
  assert_refused (pipe_path, SUTRA_ERROR_EXISTS);
  assert_refused (link_path, SUTRA_ERROR_EXISTS);
  g_assert_cmpint (stat (pipe_path, &status), ==, 0);
  g_assert_true (S_ISFIFO (status.st_mode));
  g_unlink (link_path);
  g_unlink (pipe_path);
}

/* A full disk, in a child whose files may not grow: what was there stays, nothing half-written is left. */
static void
test_full (Fixture *fixture, gconstpointer data)
{
  int status;
  pid_t child;

  g_file_set_contents (fixture->path, "alt", -1, NULL);
  child = fork ();
  if (child == 0)
    {
      struct rlimit limit = { 100000, 100000 };
      SutraOutput *output;
      GError *error = NULL;
      gboolean refused;

      signal (SIGXFSZ, SIG_IGN);
      setrlimit (RLIMIT_FSIZE, &limit);
      output = sutra_output_new_for_path (fixture->path, TRUE, NULL);
      for (guint i = 0; i < 100000; i++)
        sutra_output_write (output, "একটি লাইন\n", -1);
      refused = !sutra_output_commit (output, &error) && g_error_matches (error, SUTRA_ERROR, SUTRA_ERROR_NO_SPACE);
      sutra_output_free (output);
      _exit (refused ? 0 : 1);
    }
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFEXITED (status) && WEXITSTATUS (status) == 0);
  assert_contents (fixture->path, "alt");
  g_assert_cmpuint (count_files (fixture->folder), ==, 1);
}

static void
test_descriptor (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  int fd = g_open (fixture->path, O_RDWR | O_CREAT, 0600);
  SutraOutput *output = sutra_output_new_for_fd (fd, "standard output");

  sutra_output_write (output, "ক", -1);
  g_assert_true (sutra_output_commit (output, &error));
  sutra_output_free (output);
  g_assert_cmpint (write (fd, "খ", 3), ==, 3);
  close (fd);
  assert_contents (fixture->path, "কখ");

  fd = g_open ("/dev/full", O_WRONLY);
  output = sutra_output_new_for_fd (fd, "standard output");
  sutra_output_write (output, "ক", -1);
  g_assert_false (sutra_output_commit (output, &error));
  g_assert_error (error, SUTRA_ERROR, SUTRA_ERROR_NO_SPACE);
  sutra_output_free (output);
  close (fd);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/output/whole", Fixture, NULL, set_up, test_whole, tear_down);
  g_test_add ("/output/abandoned", Fixture, NULL, set_up, test_abandoned, tear_down);
  g_test_add ("/output/exists", Fixture, NULL, set_up, test_exists, tear_down);
  g_test_add ("/output/replaced", Fixture, NULL, set_up, test_replaced, tear_down);
  g_test_add ("/output/refused", Fixture, NULL, set_up, test_refused, tear_down);
  g_test_add ("/output/special", Fixture, NULL, set_up, test_special, tear_down);
  g_test_add ("/output/full", Fixture, NULL, set_up, test_full, tear_down);
  g_test_add ("/output/descriptor", Fixture, NULL, set_up, test_descriptor, tear_down);
  return g_test_run ();
}
