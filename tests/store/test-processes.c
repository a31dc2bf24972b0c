/* Several connections and several processes on one case.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store-fixture.h"

#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "sutra-check.h"

#define N_ROUNDS 120

/* A writer's view of the case: what its changes told it, never what it reads. */
typedef struct
{
  SutraStore *store;
  GHashTable *mentions;
} View;

static void
view_take (View *self, SutraChanges *changes)
{
  for (guint i = 0; changes != NULL && i < changes->rows->len; i++)
    {
      SutraChange *change = &g_array_index (changes->rows, SutraChange, i);

      if (change->table != SUTRA_TABLE_MENTION)
        continue;
      switch (change->operation)
        {
        case SUTRA_CHANGE_INSERT:
          g_assert_true (g_hash_table_add (self->mentions, g_memdup2 (&change->id, sizeof change->id)));
          break;
        case SUTRA_CHANGE_DELETE:
          g_assert_true (g_hash_table_remove (self->mentions, &change->id));
          break;
        case SUTRA_CHANGE_UPDATE:
        default:
          g_assert_true (g_hash_table_contains (self->mentions, &change->id));
          break;
        }
    }
  sutra_changes_free (changes);
}

static void
view_open (View *self, const char *path)
{
  g_autoptr (GError) error = NULL;

  self->store = sutra_store_open (path, SUTRA_STORE_DEFAULT, &error);
  g_assert_no_error (error);
  self->mentions = g_hash_table_new_full (sutra_id_hash, sutra_id_equal, g_free, NULL);
}

static void
view_close (View *self)
{
  g_hash_table_unref (self->mentions);
  sutra_store_close (self->store);
}

static void
view_poll (View *self)
{
  g_autoptr (GError) error = NULL;
  SutraChanges *changes = NULL;

  g_assert_true (sutra_store_poll (self->store, &changes, &error));
  g_assert_no_error (error);
  view_take (self, changes);
}

/* Compares the view with the rows; under the lock, so that nothing changes in between. */
static void
view_check (View *self)
{
  g_autoptr (SutraStatement) row = NULL;
  g_autoptr (GError) error = NULL;
  guint n = 0;

  sutra_store_begin (self->store, &error);
  g_assert_no_error (error);
  view_poll (self);
  row = sutra_statement_new (self->store, &error, "SELECT id FROM mention", "");
  for (; sutra_statement_next (row, &error); n++)
    {
      SutraId id = sutra_statement_get_id (row, 0);

      g_assert_true (g_hash_table_contains (self->mentions, &id));
    }
  g_assert_no_error (error);
  g_assert_cmpuint (n, ==, g_hash_table_size (self->mentions));
  g_clear_pointer (&row, sutra_statement_end);
  sutra_store_rollback (self->store);
}

/* One random edit, undo or redo. */
static void
view_act (View *self, const SutraId *article, const SutraId *type)
{
  g_autoptr (GError) error = NULL;
  SutraChanges *changes = NULL;
  int what = g_random_int_range (0, 10);

  if (what < 4)
    add_mention (self->store, article, type, g_random_int_range (0, 1000), &changes);
  else if (what < 6)
    {
      sutra_store_begin (self->store, &error);
      g_assert_no_error (error);
      sutra_store_run (self->store, &error, "UPDATE mention SET note = ? WHERE id = (SELECT id FROM mention ORDER BY random() LIMIT 1)",
                       "s", what == 4 ? "🧵" : "ক্ষ");
      g_assert_no_error (error);
      sutra_store_commit (self->store, SUTRA_EDIT_SET_MENTION, NULL, 1, &changes, &error);
    }
  else if (what < 8)
    sutra_history_undo (self->store, &changes, NULL, &error);
  else
    sutra_history_redo (self->store, &changes, NULL, &error);

  if (!g_error_matches (error, SUTRA_ERROR, SUTRA_ERROR_NOT_FOUND))
    g_assert_no_error (error);
  view_take (self, changes);
}

static void
assert_clean (SutraStore *store)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) findings = sutra_check_run (store, NULL, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < findings->len; i++)
    {
      SutraFinding *finding = findings->pdata[i];

      g_error ("%s: %s", finding->where, finding->what);
    }
}

/* So many that undo cannot reach the article. */
static void
add_ground (Fixture *f)
{
  for (int i = 0; i < N_ROUNDS; i++)
    add_mention (f->store, &f->article, &f->type, i, NULL);
}

static void
view_load (View *self)
{
  g_autoptr (SutraStatement) row = NULL;
  g_autoptr (SutraChanges) changes = NULL;

  /* What happened between opening and this is in the rows already. */
  sutra_store_begin (self->store, NULL);
  sutra_store_poll (self->store, &changes, NULL);
  row = sutra_statement_new (self->store, NULL, "SELECT id FROM mention", "");
  while (sutra_statement_next (row, NULL))
    {
      SutraId id = sutra_statement_get_id (row, 0);

      g_hash_table_add (self->mentions, g_memdup2 (&id, sizeof id));
    }
  g_clear_pointer (&row, sutra_statement_end);
  sutra_store_rollback (self->store);
}

static void
test_two_connections (Fixture *f, gconstpointer data)
{
  View views[2];

  add_ground (f);
  for (int i = 0; i < 2; i++)
    {
      view_open (&views[i], f->path);
      view_load (&views[i]);
    }
  for (int i = 0; i < N_ROUNDS; i++)
    {
      view_act (&views[i % 2], &f->article, &f->type);
      view_check (&views[(i + 1) % 2]);
      view_check (&views[i % 2]);
    }
  for (int i = 0; i < 2; i++)
    view_close (&views[i]);
  assert_clean (f->store);
}

static void
child_writer (Fixture *f)
{
  View view;

  view_open (&view, f->path);
  view_load (&view);
  for (int i = 0; i < N_ROUNDS / 2; i++)
    {
      view_act (&view, &f->article, &f->type);
      if (i % 7 == 0)
        view_check (&view);
    }
  view_check (&view);
  view_close (&view);
}

static void
test_processes (Fixture *f, gconstpointer data)
{
  pid_t children[2];
  View view;
  int running = 2;

  add_ground (f);
  g_clear_pointer (&f->store, sutra_store_close);
  for (int i = 0; i < 2; i++)
    {
      children[i] = fork ();
      if (children[i] == 0)
        {
          child_writer (f);
          _exit (0);
        }
    }

  /* This one only looks on. */
  view_open (&view, f->path);
  view_load (&view);
  while (running > 0)
    {
      int status = 0;
      pid_t pid = waitpid (-1, &status, WNOHANG);

      view_poll (&view);
      if (pid == 0)
        continue;
      g_assert_true (pid == children[0] || pid == children[1]);
      g_assert_true (WIFEXITED (status) && WEXITSTATUS (status) == 0);
      running--;
    }
  view_check (&view);
  view_close (&view);
  f->store = sutra_store_open (f->path, SUTRA_STORE_DEFAULT, NULL);
  assert_clean (f->store);
  g_assert_cmpint (count_rows (f->store, "article"), ==, 1);
}

static void
test_undo_takes_the_newest (Fixture *f, gconstpointer data)
{
  g_autoptr (SutraStore) other = sutra_store_open (f->path, SUTRA_STORE_DEFAULT, NULL);
  g_autoptr (SutraHistoryRow) row = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  SutraHistoryRow *newest;

  sutra_store_set_author (other, "অন্য");
  add_mention (f->store, &f->article, &f->type, 1, NULL);
  add_mention (other, &f->article, &f->type, 2, NULL);
  row = sutra_history_peek_undo (f->store);
  g_assert_cmpstr (row->author, ==, "অন্য");
  g_assert_true (sutra_history_undo (f->store, NULL, NULL, NULL));
  rows = sutra_history_list (other, 0, 1, NULL);
  newest = rows->pdata[0];
  g_assert_cmpint (newest->event, ==, SUTRA_EVENT_UNDO);
  g_assert_cmpstr (newest->author, ==, "বিশ্লেষক");
  g_assert_cmpint (newest->target, ==, row->seq);
}

static void
test_poll_cost (Fixture *f, gconstpointer data)
{
  clock_t start = clock ();
  SutraChanges *changes = NULL;

  sutra_store_poll (f->store, &changes, NULL);
  g_clear_pointer (&changes, sutra_changes_free);
  for (int i = 0; i < 10000; i++)
    {
      g_assert_true (sutra_store_poll (f->store, &changes, NULL));
      g_assert_null (changes);
    }
  start = clock () - start;
  g_test_message ("a poll that finds nothing: %.2f µs", (double) start / CLOCKS_PER_SEC * 100);
  g_assert_cmpint (start, <, 2 * CLOCKS_PER_SEC);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func) g_test_add ("/store/processes/" name, Fixture, NULL, fixture_set_up, func, fixture_tear_down)
  ADD ("two-connections", test_two_connections);
  ADD ("two-processes", test_processes);
  ADD ("undo-takes-the-newest", test_undo_takes_the_newest);
  ADD ("poll-cost", test_poll_cost);
  return g_test_run ();
}
