/* A child edits and imports and is killed at a random moment, again and again. What it had reported as committed must be there, and the file whole.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store-fixture.h"

#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "sutra-check.h"
#include "sutra-content.h"

/* What the child tells after a commit. */
typedef struct
{
  char what; /* '+' a mention is there, '-' is not */
  SutraId id;
} Report;

static void
report (int fd, SutraChanges *changes)
{
  for (guint i = 0; i < changes->rows->len; i++)
    {
      SutraChange *change = &g_array_index (changes->rows, SutraChange, i);
      Report line = { change->operation == SUTRA_CHANGE_DELETE ? '-' : '+', change->id };

      if (change->table == SUTRA_TABLE_MENTION && write (fd, &line, sizeof line) != sizeof line)
        _exit (1);
    }
  sutra_changes_free (changes);
}

static void
import (SutraStore *store, int round)
{
  g_autofree char *junk = g_malloc (200000);
  g_autoptr (GBytes) bytes = NULL;

  memset (junk, round, 200000);
  memcpy (junk, &round, sizeof round);
  bytes = g_bytes_new (junk, 200000);
  sutra_content_put (store, bytes, NULL, NULL, NULL);
  sutra_store_begin (store, NULL);
  insert_article (store, "ক্ষ 🧵");
  sutra_store_commit (store, SUTRA_EDIT_ADD_ARTICLE, NULL, 1, NULL, NULL);
}

static void
run_child (Fixture *f, int fd, int round)
{
  SutraStore *store = sutra_store_open (f->path, SUTRA_STORE_DEFAULT, NULL);
  SutraChanges *changes = NULL;

  for (int i = 0;; i++)
    {
      int what = g_random_int_range (0, 20);

      changes = NULL;
      if (what == 0)
        import (store, round * 1000 + i);
      else if (what == 1)
        sutra_store_checkpoint (store, NULL);
      else if (what < 5 && i > 4)
        sutra_history_undo (store, &changes, NULL, NULL);
      else if (what < 7)
        sutra_history_redo (store, &changes, NULL, NULL);
      else
        add_mention (store, &f->article, &f->type, g_random_int_range (0, N_WORDS), &changes);
      if (changes != NULL)
        report (fd, changes);
    }
}

static void
read_reports (int fd, GHashTable *mentions)
{
  Report line;
  gssize n;

  while ((n = read (fd, &line, sizeof line)) > 0)
    {
      g_assert_cmpint (n, ==, sizeof line);
      if (line.what == '+')
        g_hash_table_add (mentions, g_memdup2 (&line.id, sizeof line.id));
      else
        g_hash_table_remove (mentions, &line.id);
    }
}

/* Between the last commit and its report the child may have died: one mention may differ. Then takes what is there for the next round. */
static void
compare (SutraStore *store, GHashTable *mentions)
{
  g_autoptr (SutraStatement) row = sutra_statement_new (store, NULL, "SELECT id FROM mention", "");
  g_autoptr (GHashTable) there = g_hash_table_new_full (sutra_id_hash, sutra_id_equal, g_free, NULL);
  GHashTableIter iter;
  gpointer id;
  guint n_different = 0;

  while (sutra_statement_next (row, NULL))
    {
      SutraId found = sutra_statement_get_id (row, 0);

      g_hash_table_add (there, g_memdup2 (&found, sizeof found));
      n_different += !g_hash_table_contains (mentions, &found);
    }
  g_hash_table_iter_init (&iter, mentions);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    n_different += !g_hash_table_contains (there, id);
  g_assert_cmpuint (n_different, <=, 1);

  g_hash_table_remove_all (mentions);
  g_hash_table_iter_init (&iter, there);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    g_hash_table_add (mentions, g_memdup2 (id, sizeof (SutraId)));
}

static void
kill_once (Fixture *f, GHashTable *mentions, int round)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) findings = NULL;
  int ends[2];
  int status;
  pid_t pid;

  g_assert_cmpint (pipe (ends), ==, 0);
  pid = fork ();
  if (pid == 0)
    {
      close (ends[0]);
      run_child (f, ends[1], round);
      _exit (0);
    }
  close (ends[1]);
  g_usleep ((gulong) g_test_rand_int_range (0, 40000));
  kill (pid, SIGKILL);
  g_assert_cmpint (waitpid (pid, &status, 0), ==, pid);
  g_assert_true (WIFSIGNALED (status) && WTERMSIG (status) == SIGKILL);
  read_reports (ends[0], mentions);
  close (ends[0]);

  f->store = sutra_store_open (f->path, SUTRA_STORE_DEFAULT, &error);
  g_assert_no_error (error);
  compare (f->store, mentions);
  findings = sutra_check_run (f->store, NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < findings->len; i++)
    {
      SutraFinding *finding = findings->pdata[i];

      /* An import that was cut short leaves parts that nothing uses. */
      if (finding->error || !g_str_has_prefix (finding->where, "content "))
        g_error ("%s: %s", finding->where, finding->what);
    }
  g_clear_pointer (&f->store, sutra_store_close);
}

static void
test_kill (Fixture *f, gconstpointer data)
{
  const char *rounds = g_getenv ("SUTRA_KILLS");
  int n = rounds != NULL ? atoi (rounds) : 10;
  g_autoptr (GHashTable) mentions = g_hash_table_new_full (sutra_id_hash, sutra_id_equal, g_free, NULL);

  /* So many edits that the undos of a child do not reach the article. */
  for (int i = 0; i < 100; i++)
    {
      SutraId id = add_mention (f->store, &f->article, &f->type, i, NULL);

      g_hash_table_add (mentions, g_memdup2 (&id, sizeof id));
    }
  g_clear_pointer (&f->store, sutra_store_close);
  for (int round = 0; round < n; round++)
    kill_once (f, mentions, round);
  g_test_message ("%d kills, %u mentions at the end", n, g_hash_table_size (mentions));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/store/kill/random", Fixture, NULL, fixture_set_up, test_kill, fixture_tear_down);
  return g_test_run ();
}
