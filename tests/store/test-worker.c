/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store-fixture.h"

#include "sutra-worker.h"

/* What the jobs of a test tell each other. */
typedef struct
{
  GMutex mutex;
  GCond cond;
  gboolean started;
  gboolean may_end;
  GString *order;
  int n_returned;
  int n_cancelled;
  int n_progress;
  goffset last_progress;
} Board;

typedef struct
{
  Board *board;
  char letter;
} Note;

static Board *
board_new (void)
{
  Board *self = g_new0 (Board, 1);

  g_mutex_init (&self->mutex);
  g_cond_init (&self->cond);
  self->order = g_string_new (NULL);
  return self;
}

static void
board_free (Board *self)
{
  g_mutex_clear (&self->mutex);
  g_cond_clear (&self->cond);
  g_string_free (self->order, TRUE);
  g_free (self);
}

static void
wait_for (int *value, int target)
{
  while (g_atomic_int_get (value) < target)
    g_main_context_iteration (NULL, TRUE);
}

static void
on_returned (GObject *source, GAsyncResult *result, gpointer data)
{
  Board *board = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *answer = sutra_worker_run_finish (SUTRA_WORKER (source), result, &error);

  g_assert_true ((answer == NULL) == (error != NULL));
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    board->n_cancelled++;
  else
    g_assert_no_error (error);
  board->n_returned++;
}

/* Runs until it may end or is cancelled. */
static void
blocking_job (GTask *task, SutraStore *store, gpointer data, GCancellable *cancellable)
{
  Board *board = data;
  gboolean cancelled = FALSE;

  g_mutex_lock (&board->mutex);
  board->started = TRUE;
  g_cond_broadcast (&board->cond);
  while (!board->may_end && !(cancelled = g_cancellable_is_cancelled (cancellable)))
    g_cond_wait_until (&board->cond, &board->mutex, g_get_monotonic_time () + 1000);
  g_mutex_unlock (&board->mutex);
  if (!g_task_return_error_if_cancelled (task))
    g_task_return_pointer (task, g_strdup ("done"), g_free);
}

static void
note_job (GTask *task, SutraStore *store, gpointer data, GCancellable *cancellable)
{
  Note *note = data;

  g_assert_nonnull (store);
  g_string_append_c (note->board->order, note->letter);
  g_task_return_pointer (task, g_strdup ("done"), g_free);
}

static void
start_blocking (SutraWorker *worker, Board *board, GCancellable *cancellable)
{
  sutra_worker_run_async (worker, 0, blocking_job, board, NULL, cancellable, on_returned, board);
  g_mutex_lock (&board->mutex);
  while (!board->started)
    g_cond_wait (&board->cond, &board->mutex);
  g_mutex_unlock (&board->mutex);
}

static void
let_end (Board *board)
{
  g_mutex_lock (&board->mutex);
  board->may_end = TRUE;
  g_cond_broadcast (&board->cond);
  g_mutex_unlock (&board->mutex);
}

static void
run_note (SutraWorker *worker, Board *board, int priority, char letter, GCancellable *cancellable)
{
  Note *note = g_new0 (Note, 1);

  note->board = board;
  note->letter = letter;
  sutra_worker_run_async (worker, priority, note_job, note, g_free, cancellable, on_returned, board);
}

static void
test_order (Fixture *f, gconstpointer data)
{
  g_autoptr (SutraWorker) worker = sutra_worker_new (f->path, SUTRA_STORE_DEFAULT);
  Board *board = board_new ();

  start_blocking (worker, board, NULL);
  for (char letter = 'a'; letter <= 'j'; letter++)
    run_note (worker, board, 5, letter, NULL);
  run_note (worker, board, 9, 'z', NULL);
  run_note (worker, board, -1, 'A', NULL);
  run_note (worker, board, -1, 'B', NULL);
  let_end (board);
  wait_for (&board->n_returned, 14);
  g_assert_cmpstr (board->order->str, ==, "ABabcdefghijz");
  board_free (board);
}

static void
test_cancel_queued (Fixture *f, gconstpointer data)
{
  g_autoptr (SutraWorker) worker = sutra_worker_new (f->path, SUTRA_STORE_DEFAULT);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GCancellable) before = g_cancellable_new ();
  Board *board = board_new ();

  start_blocking (worker, board, NULL);
  run_note (worker, board, 0, 'a', cancellable);
  run_note (worker, board, 0, 'b', NULL);
  run_note (worker, board, 0, 'c', cancellable);
  g_cancellable_cancel (before);
  run_note (worker, board, 0, 'd', before);
  g_cancellable_cancel (cancellable);
  /* They return at once, not when the running job ends. */
  wait_for (&board->n_returned, 3);
  g_assert_cmpint (board->n_cancelled, ==, 3);
  let_end (board);
  wait_for (&board->n_returned, 5);
  g_assert_cmpstr (board->order->str, ==, "b");
  g_assert_cmpint (board->n_cancelled, ==, 3);
  board_free (board);
}

static void
test_cancel_running (Fixture *f, gconstpointer data)
{
  g_autoptr (SutraWorker) worker = sutra_worker_new (f->path, SUTRA_STORE_DEFAULT);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Board *board = board_new ();

  start_blocking (worker, board, cancellable);
  g_cancellable_cancel (cancellable);
  wait_for (&board->n_returned, 1);
  g_assert_cmpint (board->n_cancelled, ==, 1);
  board_free (board);
}

static void
endless_query_job (GTask *task, SutraStore *store, gpointer data, GCancellable *cancellable)
{
  Board *board = data;
  g_autoptr (GError) error = NULL;

  g_mutex_lock (&board->mutex);
  board->started = TRUE;
  g_cond_broadcast (&board->cond);
  g_mutex_unlock (&board->mutex);
  sutra_store_run (store, &error, "WITH RECURSIVE n (x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT max (x) FROM n", "");
  g_task_return_error (task, g_steal_pointer (&error));
}

static void
test_cancel_query (Fixture *f, gconstpointer data)
{
  g_autoptr (SutraWorker) worker = sutra_worker_new (f->path, SUTRA_STORE_DEFAULT);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Board *board = board_new ();

  sutra_worker_run_async (worker, 0, endless_query_job, board, NULL, cancellable, on_returned, board);
  g_mutex_lock (&board->mutex);
  while (!board->started)
    g_cond_wait (&board->cond, &board->mutex);
  g_mutex_unlock (&board->mutex);
  g_usleep (5000);
  g_cancellable_cancel (cancellable);
  wait_for (&board->n_returned, 1);
  g_assert_cmpint (board->n_cancelled, ==, 1);

  /* The connection is good for the next job. */
  run_note (worker, board, 0, 'x', NULL);
  wait_for (&board->n_returned, 2);
  g_assert_cmpstr (board->order->str, ==, "x");
  board_free (board);
}

static void
test_shutdown (Fixture *f, gconstpointer data)
{
  g_autoptr (SutraWorker) worker = sutra_worker_new (f->path, SUTRA_STORE_DEFAULT);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Board *board = board_new ();

  start_blocking (worker, board, cancellable);
  run_note (worker, board, 0, 'a', cancellable);
  run_note (worker, board, 0, 'b', NULL);
  sutra_worker_shutdown (worker);
  sutra_worker_shutdown (worker);
  wait_for (&board->n_returned, 3);
  g_assert_cmpint (board->n_cancelled, ==, 3);
  g_assert_cmpstr (board->order->str, ==, "");
  /* The caller's own cancellable is not ours to cancel. */
  g_assert_false (g_cancellable_is_cancelled (cancellable));

  run_note (worker, board, 0, 'c', NULL);
  wait_for (&board->n_returned, 4);
  g_assert_cmpint (board->n_cancelled, ==, 4);
  board_free (board);
}

static void
test_dropped (Fixture *f, gconstpointer data)
{
  Board *board = board_new ();

  /* The jobs keep the worker alive; whoever drops the last reference, even its own thread, ends it. */
  for (int i = 0; i < 50; i++)
    {
      SutraWorker *worker = sutra_worker_new (f->path, SUTRA_STORE_DEFAULT);

      run_note (worker, board, 0, 'a', NULL);
      g_object_unref (worker);
    }
  wait_for (&board->n_returned, 50);
  g_assert_cmpint (board->n_cancelled, ==, 0);
  g_assert_cmpuint (board->order->len, ==, 50);
  board_free (board);
}

static void
on_refused (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (sutra_worker_run_finish (SUTRA_WORKER (source), result, &error));
  g_assert_error (error, SUTRA_ERROR, SUTRA_ERROR_NOT_FOUND);
  ((Board *) data)->n_returned++;
}

static void
never_job (GTask *task, SutraStore *store, gpointer data, GCancellable *cancellable)
{
  g_assert_not_reached ();
}

static void
test_no_case (Fixture *f, gconstpointer data)
{
  g_autofree char *missing = fixture_path (f, "missing.sutra");
  g_autoptr (SutraWorker) worker = sutra_worker_new (missing, SUTRA_STORE_DEFAULT);
  Board *board = board_new ();

  sutra_worker_run_async (worker, 0, never_job, NULL, NULL, NULL, on_refused, board);
  wait_for (&board->n_returned, 1);
  board_free (board);
}

static void
on_progress (goffset done, goffset total, gpointer data)
{
  Board *board = data;

  g_assert_cmpint (board->n_returned, ==, 0);
  g_assert_cmpint (done, >, board->last_progress);
  g_assert_cmpint (total, ==, 1000);
  board->last_progress = done;
  board->n_progress++;
}

static void
progress_job (GTask *task, SutraStore *store, gpointer data, GCancellable *cancellable)
{
  for (int i = 1; i <= 1000; i++)
    {
      sutra_worker_progress (task, on_progress, data, i, 1000);
      if (i % 100 == 0)
        g_usleep (5000);
    }
  g_task_return_pointer (task, g_strdup ("done"), g_free);
}

static void
test_progress (Fixture *f, gconstpointer data)
{
  g_autoptr (SutraWorker) worker = sutra_worker_new (f->path, SUTRA_STORE_DEFAULT);
  Board *board = board_new ();

  sutra_worker_run_async (worker, 0, progress_job, board, NULL, NULL, on_returned, board);
  wait_for (&board->n_returned, 1);
  g_assert_cmpint (board->n_progress, >, 0);
  g_assert_cmpint (board->n_progress, <=, 1000);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  sutra_worker_shutdown (worker);
  board_free (board);
}

static void
edit_job (GTask *task, SutraStore *store, gpointer data, GCancellable *cancellable)
{
  Fixture *f = data;

  add_mention (store, &f->article, &f->type, 5, NULL);
  /* Forgotten: the next job must find no edit open. */
  sutra_store_begin (store, NULL);
  insert_mention (store, &f->article, &f->type, NULL, 8, 9);
  g_task_return_pointer (task, g_strdup ("done"), g_free);
}

static void
test_edit (Fixture *f, gconstpointer data)
{
  g_autoptr (SutraWorker) worker = sutra_worker_new (f->path, SUTRA_STORE_DEFAULT);
  g_autoptr (SutraChanges) changes = NULL;
  Board *board = board_new ();

  for (int i = 0; i < 2; i++)
    sutra_worker_run_async (worker, 0, edit_job, f, NULL, NULL, on_returned, board);
  wait_for (&board->n_returned, 2);
  sutra_worker_shutdown (worker);
  g_assert_true (sutra_store_poll (f->store, &changes, NULL));
  g_assert_cmpint (count_rows (f->store, "mention"), ==, 2);
  g_assert_cmpuint (changes->rows->len, ==, 4);
  board_free (board);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func) g_test_add ("/store/worker/" name, Fixture, NULL, fixture_set_up, func, fixture_tear_down)
  ADD ("order", test_order);
  ADD ("cancel-queued", test_cancel_queued);
  ADD ("cancel-running", test_cancel_running);
  ADD ("cancel-query", test_cancel_query);
  ADD ("shutdown", test_shutdown);
  ADD ("dropped", test_dropped);
  ADD ("no-case", test_no_case);
  ADD ("progress", test_progress);
  ADD ("edit", test_edit);
  return g_test_run ();
}
