/* A disk that fills up: the edit fails with a clear error, and nothing that was saved is lost.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store-fixture.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "sutra-check.h"
#include "sutra-content.h"

/* No file of this process may grow beyond @size: SQLite sees a write that fails, as on a full disk. */
static void
limit_files (rlim_t size)
{
  struct rlimit limit;

  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  limit.rlim_cur = size;
  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
}

static gboolean
try_edit (Fixture *f, gint64 word, GError **error)
{
  if (!sutra_store_begin (f->store, error))
    return FALSE;
  insert_mention (f->store, &f->article, &f->type, NULL, WORD_START (word), WORD_START (word) + WORD_LENGTH);
  return sutra_store_commit (f->store, SUTRA_EDIT_ADD_MENTION, NULL, 1, NULL, error);
}

static void
assert_whole (SutraStore *store, gint64 n_mentions)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) findings = sutra_check_run (store, NULL, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < findings->len; i++)
    {
      SutraFinding *finding = findings->pdata[i];

      if (finding->error)
        g_error ("%s: %s", finding->where, finding->what);
    }
  g_assert_cmpint (count_rows (store, "mention"), ==, n_mentions);
}

static void
fill_until_full (Fixture *f, gint64 *n_mentions)
{
  g_autoptr (GError) error = NULL;

  for (; *n_mentions < N_WORDS; (*n_mentions)++)
    if (!try_edit (f, *n_mentions, &error))
      break;
  g_assert_error (error, SUTRA_ERROR, SUTRA_ERROR_NO_SPACE);
  g_assert_false (sutra_store_in_edit (f->store));
  g_clear_error (&error);

  /* Again, and by other ways: refused each time, and reading goes on. */
  for (int i = 0; i < 3; i++)
    {
      g_assert_false (try_edit (f, 1, &error));
      g_assert_error (error, SUTRA_ERROR, SUTRA_ERROR_NO_SPACE);
      g_clear_error (&error);
    }
  assert_whole (f->store, *n_mentions);
}

static void
full_disk_child (gpointer data)
{
  Fixture *f = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *junk = g_strnfill (600000, 'x');
  g_autoptr (GBytes) bytes = g_bytes_new (junk, 600000);
  g_autofree char *copy = g_strconcat (f->path, ".copy", NULL);
  gint64 n_mentions = 0;

  f->store = sutra_store_open (f->path, SUTRA_STORE_DEFAULT, NULL);
  sutra_store_set_automatic_checkpoint (f->store, FALSE);
  limit_files (400000);
  fill_until_full (f, &n_mentions);
  g_assert_cmpint (n_mentions, >, 0);

  g_assert_false (sutra_content_put (f->store, bytes, NULL, NULL, &error));
  g_assert_error (error, SUTRA_ERROR, SUTRA_ERROR_NO_SPACE);
  g_clear_error (&error);
  g_assert_false (sutra_history_undo (f->store, NULL, NULL, &error));
  g_assert_error (error, SUTRA_ERROR, SUTRA_ERROR_NO_SPACE);
  g_clear_error (&error);

  limit_files (100000);
  g_assert_false (sutra_store_backup (f->store, copy, FALSE, NULL, NULL, NULL, &error));
  g_assert_error (error, SUTRA_ERROR, SUTRA_ERROR_NO_SPACE);
  g_clear_error (&error);
  g_assert_false (g_file_test (copy, G_FILE_TEST_EXISTS));

  /* Space again: the next edit goes through on the same connection. */
  limit_files (RLIM_INFINITY);
  g_assert_true (try_edit (f, n_mentions, &error));
  g_assert_no_error (error);
  g_assert_true (sutra_history_undo (f->store, NULL, NULL, &error));
  g_assert_no_error (error);
  assert_whole (f->store, n_mentions);
  sutra_store_close (f->store);
}

static void
run_in_child (void (*func) (gpointer data), gpointer data)
{
  pid_t pid = fork ();
  int status = 0;

  if (pid == 0)
    {
      func (data);
      _exit (0);
    }
  g_assert_cmpint (waitpid (pid, &status, 0), ==, pid);
  g_assert_true (WIFEXITED (status) && WEXITSTATUS (status) == 0);
}

static void
test_full_disk (Fixture *f, gconstpointer data)
{
  g_clear_pointer (&f->store, sutra_store_close);
  run_in_child (full_disk_child, f);
  f->store = sutra_store_open (f->path, SUTRA_STORE_DEFAULT, NULL);
  g_assert_nonnull (f->store);
}

/* SQLite's own "full", in the middle of an edit. */
static void
test_full_file (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *limit = NULL;
  gint64 n_mentions = 0;
  gboolean good = TRUE;

  limit = g_strdup_printf ("PRAGMA max_page_count = %" G_GINT64_FORMAT, sutra_store_get_int (f->store, 0, "PRAGMA page_count", "") + 12);
  sutra_store_get_int (f->store, 0, limit, "");
  for (; good && n_mentions < N_WORDS; n_mentions++)
    {
      SutraId id = sutra_id_new ();

      g_assert_true (sutra_store_begin (f->store, &error));
      for (int i = 0; i < 3 && good; i++)
        {
          id = sutra_id_new ();
          good = sutra_store_run (
              f->store, &error,
              "INSERT INTO entity (id, type, label, label_key, created) SELECT ?, id, 'x', 'x', hex (zeroblob (500)) FROM type", "i", &id);
        }
      if (good)
        good = sutra_store_commit (f->store, SUTRA_EDIT_ADD_ENTITY, NULL, 3, NULL, &error);
    }
  g_assert_error (error, SUTRA_ERROR, SUTRA_ERROR_NO_SPACE);
  g_clear_error (&error);
  /* SQLite may have rolled back by itself (here it is made to); a caller that goes on regardless changes nothing. */
  if (sutra_store_in_edit (f->store))
    {
      sutra_store_run (f->store, NULL, "ROLLBACK", "");
      g_assert_false (sutra_store_run (f->store, &error, "UPDATE type SET name = 'x'", ""));
      g_assert_error (error, SUTRA_ERROR, SUTRA_ERROR_FAILED);
      g_clear_error (&error);
      g_assert_false (sutra_store_commit (f->store, SUTRA_EDIT_ADD_ENTITY, NULL, 3, NULL, &error));
      g_assert_error (error, SUTRA_ERROR, SUTRA_ERROR_FAILED);
    }
  g_assert_false (sutra_store_in_edit (f->store));
  g_assert_cmpint (sutra_store_get_int (f->store, -1, "SELECT count(*) FROM type WHERE name = 'x'", ""), ==, 0);
  g_assert_cmpint (count_rows (f->store, "entity"), ==, (n_mentions - 1) * 3);
  assert_whole (f->store, 0);
}

static void
create_child (gpointer data)
{
  Fixture *f = data;
  g_autofree char *path = fixture_path (f, "new.sutra");
  g_autoptr (GError) error = NULL;

  limit_files (20000);
  g_assert_null (sutra_store_create (path, &error));
  g_assert_error (error, SUTRA_ERROR, SUTRA_ERROR_NO_SPACE);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

static void
test_create (Fixture *f, gconstpointer data)
{
  run_in_child (create_child, f);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func) g_test_add ("/store/space/" name, Fixture, NULL, fixture_set_up, func, fixture_tear_down)
  ADD ("full-disk", test_full_disk);
  ADD ("full-file", test_full_file);
  ADD ("create", test_create);
  return g_test_run ();
}
