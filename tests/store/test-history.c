/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store-fixture.h"

#include <time.h>

static void
undo (SutraStore *store, SutraChanges **changes)
{
  g_autoptr (GError) error = NULL;

  sutra_history_undo (store, changes, NULL, &error);
  g_assert_no_error (error);
}

static void
redo (SutraStore *store, SutraChanges **changes)
{
  g_autoptr (GError) error = NULL;

  sutra_history_redo (store, changes, NULL, &error);
  g_assert_no_error (error);
}

static void
take_changes (SutraStore *store)
{
  g_autoptr (SutraChanges) changes = NULL;

  sutra_store_poll (store, &changes, NULL);
}

static void
assert_nothing_to (SutraStore *store, gboolean redoing)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SutraHistoryRow) row = redoing ? sutra_history_peek_redo (store) : sutra_history_peek_undo (store);

  g_assert_null (row);
  g_assert_false (redoing ? sutra_history_redo (store, NULL, NULL, &error) : sutra_history_undo (store, NULL, NULL, &error));
  g_assert_error (error, SUTRA_ERROR, SUTRA_ERROR_NOT_FOUND);
  g_assert_false (sutra_store_in_edit (store));
}

static void
test_undo_redo (Fixture *f, gconstpointer data)
{
  g_autoptr (SutraChanges) changes = NULL;
  g_autoptr (GPtrArray) moved = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *empty = dump_rows (f->store);
  g_autofree char *with = NULL;
  g_autofree char *now = NULL;
  SutraId id = add_mention (f->store, &f->article, &f->type, 7, NULL);
  SutraHistoryRow *row;

  take_changes (f->store);
  with = dump_rows (f->store);
  assert_nothing_to (f->store, TRUE);

  g_assert_true (sutra_history_undo (f->store, &changes, &moved, &error));
  g_assert_no_error (error);
  g_assert_true (is_single_change (changes, SUTRA_TABLE_MENTION, SUTRA_CHANGE_DELETE, &id));
  g_assert_true (sutra_id_equal (&g_array_index (changes->rows, SutraChange, 0).owner, &f->article));
  g_clear_pointer (&changes, sutra_changes_free);
  now = dump_rows (f->store);
  g_assert_cmpstr (now, ==, empty);
  g_assert_cmpuint (moved->len, ==, 1);
  row = moved->pdata[0];
  g_assert_cmpint (row->seq, ==, 2);
  g_assert_cmpint (row->event, ==, SUTRA_EVENT_EDIT);
  g_assert_true (row->undone);

  redo (f->store, &changes);
  g_assert_true (is_single_change (changes, SUTRA_TABLE_MENTION, SUTRA_CHANGE_INSERT, &id));
  g_free (now);
  now = dump_rows (f->store);
  g_assert_cmpstr (now, ==, with);

  /* The audit trail: edit, edit, undo, redo. */
  rows = sutra_history_list (f->store, 0, 100, &error);
  g_assert_cmpuint (rows->len, ==, 4);
  row = rows->pdata[0];
  g_assert_cmpint (row->event, ==, SUTRA_EVENT_REDO);
  g_assert_cmpint (row->target, ==, 2);
  g_assert_cmpint (row->kind, ==, SUTRA_EDIT_ADD_MENTION);
  g_assert_cmpstr (row->subject, ==, "কাজাখস্তান");
  row = rows->pdata[1];
  g_assert_cmpint (row->event, ==, SUTRA_EVENT_UNDO);
  row = rows->pdata[2];
  g_assert_cmpint (row->event, ==, SUTRA_EVENT_EDIT);
  g_assert_false (row->undone);
  g_clear_pointer (&rows, g_ptr_array_unref);
  rows = sutra_history_list (f->store, 3, 1, &error);
  g_assert_cmpuint (rows->len, ==, 1);
  g_assert_cmpint (((SutraHistoryRow *) rows->pdata[0])->seq, ==, 2);
}

static void
test_survives_restart (Fixture *f, gconstpointer data)
{
  g_autofree char *before = dump_rows (f->store);
  g_autofree char *with = NULL;
  g_autofree char *after = NULL;
  g_autofree char *again = NULL;
  g_autoptr (SutraHistoryRow) row = NULL;

  add_mention (f->store, &f->article, &f->type, 7, NULL);
  with = dump_rows (f->store);
  sutra_store_close (f->store);
  f->store = sutra_store_open (f->path, SUTRA_STORE_DEFAULT, NULL);

  row = sutra_history_peek_undo (f->store);
  g_assert_cmpint (row->seq, ==, 2);
  undo (f->store, NULL);
  after = dump_rows (f->store);
  g_assert_cmpstr (after, ==, before);

  sutra_store_close (f->store);
  f->store = sutra_store_open (f->path, SUTRA_STORE_DEFAULT, NULL);
  redo (f->store, NULL);
  again = dump_rows (f->store);
  g_assert_cmpstr (again, ==, with);
}

static void
test_edit_after_undo (Fixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) rows = NULL;
  SutraHistoryRow *row;

  add_mention (f->store, &f->article, &f->type, 7, NULL);
  add_mention (f->store, &f->article, &f->type, 17, NULL);
  undo (f->store, NULL);
  undo (f->store, NULL);
  redo (f->store, NULL);
  add_mention (f->store, &f->article, &f->type, 27, NULL);
  assert_nothing_to (f->store, TRUE);
  g_assert_cmpint (count_rows (f->store, "mention"), ==, 2);

  /* Nothing is deleted, and the edit that cannot be redone any more says so. */
  rows = sutra_history_list (f->store, 0, 100, NULL);
  g_assert_cmpuint (rows->len, ==, 7);
  row = rows->pdata[4];
  g_assert_cmpint (row->seq, ==, 3);
  g_assert_true (row->undone);

  undo (f->store, NULL);
  undo (f->store, NULL);
  undo (f->store, NULL);
  assert_nothing_to (f->store, FALSE);
  g_assert_cmpint (count_rows (f->store, "article"), ==, 0);
  redo (f->store, NULL);
  redo (f->store, NULL);
  redo (f->store, NULL);
  assert_nothing_to (f->store, TRUE);
  g_assert_cmpint (count_rows (f->store, "mention"), ==, 2);
}

static gint64
add_step_row (Fixture *f, SutraStore *store, gint64 start, gint64 *step)
{
  g_autoptr (GError) error = NULL;

  sutra_store_begin (store, &error);
  insert_mention (store, &f->article, &f->type, NULL, start, start + 1);
  sutra_store_commit_step (store, SUTRA_EDIT_ADD_OCCURRENCES, "🧵", 1, step, NULL, &error);
  g_assert_no_error (error);
  return *step;
}

static void
test_step (Fixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) moved = NULL;
  g_autoptr (SutraHistoryRow) row = NULL;
  g_autoptr (SutraChanges) changes = NULL;
  gint64 step = 0;

  for (int i = 0; i < 5; i++)
    g_assert_cmpint (add_step_row (f, f->store, i, &step), ==, 2);
  take_changes (f->store);

  row = sutra_history_peek_undo (f->store);
  g_assert_cmpint (row->seq, ==, 2);
  g_assert_cmpuint (row->count, ==, 5);
  g_assert_true (sutra_history_undo (f->store, &changes, &moved, NULL));
  g_assert_cmpuint (moved->len, ==, 5);
  g_assert_cmpuint (changes->rows->len, ==, 5);
  g_assert_cmpint (count_rows (f->store, "mention"), ==, 0);

  redo (f->store, NULL);
  g_assert_cmpint (count_rows (f->store, "mention"), ==, 5);
  undo (f->store, NULL);
  undo (f->store, NULL);
  assert_nothing_to (f->store, FALSE);
  redo (f->store, NULL);
  redo (f->store, NULL);
  assert_nothing_to (f->store, TRUE);
  g_assert_cmpint (count_rows (f->store, "mention"), ==, 5);
}

static void
test_step_interrupted (Fixture *f, gconstpointer data)
{
  g_autoptr (SutraStore) other = sutra_store_open (f->path, SUTRA_STORE_DEFAULT, NULL);
  gint64 step = 0;

  g_assert_cmpint (add_step_row (f, f->store, 0, &step), ==, 2);
  g_assert_cmpint (add_step_row (f, f->store, 1, &step), ==, 2);
  add_mention (other, &f->article, &f->type, 50, NULL);
  g_assert_cmpint (add_step_row (f, f->store, 2, &step), ==, 5);
  g_assert_cmpint (add_step_row (f, f->store, 3, &step), ==, 5);

  undo (other, NULL);
  g_assert_cmpint (count_rows (f->store, "mention"), ==, 3);
  /* An undo ends the step as well. */
  g_assert_cmpint (add_step_row (f, f->store, 4, &step), !=, 5);
  undo (f->store, NULL);
  g_assert_cmpint (count_rows (f->store, "mention"), ==, 3);
  undo (f->store, NULL);
  g_assert_cmpint (count_rows (f->store, "mention"), ==, 2);
  undo (f->store, NULL);
  g_assert_cmpint (count_rows (f->store, "mention"), ==, 0);
}

static void
test_update_of_others (Fixture *f, gconstpointer data)
{
  g_autoptr (SutraStore) other = sutra_store_open (f->path, SUTRA_STORE_DEFAULT, NULL);
  g_autoptr (SutraChanges) changes = NULL;
  g_autoptr (GError) error = NULL;
  SutraId id = add_mention (f->store, &f->article, &f->type, 7, NULL);

  take_changes (other);
  sutra_store_begin (f->store, &error);
  sutra_store_run (f->store, &error, "UPDATE mention SET note = 'অ্যা' WHERE id = ?", "i", &id);
  sutra_store_commit (f->store, SUTRA_EDIT_SET_MENTION, NULL, 1, NULL, &error);
  g_assert_no_error (error);
  sutra_store_poll (other, &changes, &error);
  g_assert_true (is_single_change (changes, SUTRA_TABLE_MENTION, SUTRA_CHANGE_UPDATE, &id));
  g_clear_pointer (&changes, sutra_changes_free);

  /* Undo takes the newest edit whoever made it. */
  undo (other, &changes);
  g_assert_true (is_single_change (changes, SUTRA_TABLE_MENTION, SUTRA_CHANGE_UPDATE, &id));
  g_clear_pointer (&changes, sutra_changes_free);
  take_changes (f->store);
  undo (other, NULL);
  sutra_store_poll (f->store, &changes, &error);
  g_assert_true (is_single_change (changes, SUTRA_TABLE_MENTION, SUTRA_CHANGE_DELETE, &id));
  g_clear_pointer (&changes, sutra_changes_free);
  redo (f->store, &changes);
  g_assert_true (is_single_change (changes, SUTRA_TABLE_MENTION, SUTRA_CHANGE_INSERT, &id));
}

/* What another program did behind our back: undo must refuse, whatever it was, and leave all as it is. */
static void
assert_conflict (Fixture *f, const char *sql)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gint64 n_history = count_rows (f->store, "history");

  run_raw_sql (f->path, sql);
  before = dump_rows (f->store);
  g_assert_false (sutra_history_undo (f->store, NULL, NULL, &error));
  g_assert_error (error, SUTRA_ERROR, SUTRA_ERROR_CONFLICT);
  g_assert_false (sutra_store_in_edit (f->store));
  after = dump_rows (f->store);
  g_assert_cmpstr (before, ==, after);
  g_assert_cmpint (count_rows (f->store, "history"), ==, n_history);
}

static void
test_conflict_changed (Fixture *f, gconstpointer data)
{
  add_mention (f->store, &f->article, &f->type, 7, NULL);
  assert_conflict (f, "UPDATE mention SET note = 'x'");
}

static void
test_conflict_deleted (Fixture *f, gconstpointer data)
{
  add_mention (f->store, &f->article, &f->type, 7, NULL);
  assert_conflict (f, "DELETE FROM mention");
}

static void
test_conflict_reference (Fixture *f, gconstpointer data)
{
  /* The newest edit added the article; a row that no changeset knows points to it. */
  assert_conflict (f,
                   "INSERT INTO mention (id, article, start, \"end\", stem_end, type, quote, quote_key, status, origin, author, created) "
                   "SELECT x'00112233445566778899aabbccddeeff', a.id, 0, 1, 1, t.id, '', '', 0, 0, '', '' FROM article AS a, type AS t");
}

static void
test_conflict_key (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  /* With another key SQLite skips the table without a word; so does it with a renamed one. Only the comparison of the rows notices. */
  add_mention (f->store, &f->article, &f->type, 7, NULL);
  run_raw_sql (f->path, "PRAGMA foreign_keys = OFF; ALTER TABLE mention RENAME TO old; CREATE TABLE mention AS SELECT * FROM old");
  g_assert_false (sutra_history_undo (f->store, NULL, NULL, &error));
  g_assert_error (error, SUTRA_ERROR, SUTRA_ERROR_CONFLICT);
  g_clear_error (&error);
  run_raw_sql (f->path, "DROP TABLE mention");
  g_assert_false (sutra_history_undo (f->store, NULL, NULL, &error));
  g_assert_nonnull (error);
  g_assert_cmpint (sutra_store_get_int (f->store, 0, "SELECT count(*) FROM old", ""), ==, 1);
}

static void
test_column_added (Fixture *f, gconstpointer data)
{
  g_autofree char *with = NULL;
  g_autofree char *again = NULL;

  /* What a later version will do: its undo takes the edits of this one. */
  add_mention (f->store, &f->article, &f->type, 7, NULL);
  run_raw_sql (f->path, "ALTER TABLE mention ADD COLUMN certainty INTEGER NOT NULL DEFAULT 5");
  with = dump_rows (f->store);
  undo (f->store, NULL);
  g_assert_cmpint (count_rows (f->store, "mention"), ==, 0);
  redo (f->store, NULL);
  again = dump_rows (f->store);
  g_assert_cmpstr (again, ==, with);
}

static void
test_rowids_do_not_matter (Fixture *f, gconstpointer data)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  SutraId ids[10];

  for (int i = 0; i < 10; i++)
    ids[i] = add_mention (f->store, &f->article, &f->type, 10 * i, NULL);
  before = dump_rows (f->store);
  sutra_store_begin (f->store, NULL);
  sutra_store_run (f->store, NULL, "DELETE FROM mention WHERE id = ?", "i", &ids[3]);
  sutra_store_commit (f->store, SUTRA_EDIT_DELETE_MENTION, NULL, 1, NULL, NULL);
  undo (f->store, NULL);
  after = dump_rows (f->store);
  g_assert_cmpstr (after, ==, before);
  for (int i = 0; i < 11; i++)
    undo (f->store, NULL);
  assert_nothing_to (f->store, FALSE);
  for (int i = 0; i < 11; i++)
    redo (f->store, NULL);
  g_free (after);
  after = dump_rows (f->store);
  g_assert_cmpstr (after, ==, before);
}

/* With all tables attached the shadow tables of the index would be recorded, and undo would corrupt it. */
static void
test_full_text_index (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SutraChanges) changes = NULL;
  SutraId id;

  run_raw_sql (f->path, "CREATE VIRTUAL TABLE words USING fts5 (text); INSERT INTO words VALUES ('ভারত')");
  take_changes (f->store);
  sutra_store_begin (f->store, &error);
  id = insert_mention (f->store, &f->article, &f->type, NULL, 2, 12);
  g_assert_true (sutra_store_run (f->store, &error, "INSERT INTO words VALUES ('কাজাখস্তান')", ""));
  g_assert_true (sutra_store_commit (f->store, SUTRA_EDIT_ADD_MENTION, NULL, 1, &changes, &error));
  g_assert_no_error (error);
  g_assert_true (is_single_change (changes, SUTRA_TABLE_MENTION, SUTRA_CHANGE_INSERT, &id));

  for (int i = 0; i < 3; i++)
    {
      undo (f->store, NULL);
      redo (f->store, NULL);
    }
  undo (f->store, NULL);
  /* The index is as it was: whoever fills it looks at the changes. */
  g_assert_true (sutra_store_run (f->store, &error, "INSERT INTO words (words) VALUES ('integrity-check')", ""));
  g_assert_no_error (error);
  g_assert_cmpint (sutra_store_get_int (f->store, 0, "SELECT count(*) FROM words", ""), ==, 2);
}

/* Peeking is done after every edit, for the menu. */
static void
test_long_history (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  /* What this program works, not what passes on a machine that does other things besides. */
  clock_t short_time = 0;
  clock_t long_time;

  for (int round = 0; round < 2; round++)
    {
      clock_t start;

      undo (f->store, NULL);
      redo (f->store, NULL);
      start = clock ();
      for (int i = 0; i < 200; i++)
        {
          g_autoptr (SutraHistoryRow) row = sutra_history_peek_undo (f->store);

          g_assert_nonnull (row);
          g_assert_null (sutra_history_peek_redo (f->store));
        }
      if (round == 0)
        {
          short_time = clock () - start;
          sutra_store_run (f->store, &error,
                           "INSERT INTO history (at, author, kind, count, event, target, step, undo_head) "
                           "WITH RECURSIVE n (x) AS (SELECT 4 UNION ALL SELECT x + 1 FROM n WHERE x < 100000) "
                           "SELECT 0, '', 'add-mention', 1, iif (x % 2, 'edit', 'undo'), iif (x % 2, NULL, x - 1), x, 1 FROM n",
                           "");
          g_assert_no_error (error);
        }
      else
        {
          long_time = clock () - start;
          g_test_message ("peek: %.1f µs in a history of 3 rows, %.1f µs in one of 100,000", (double) short_time / CLOCKS_PER_SEC * 5000,
                          (double) long_time / CLOCKS_PER_SEC * 5000);
          /* A scan would take a thousand times as long. */
          g_assert_cmpint (long_time, <, 100 * MAX (short_time, CLOCKS_PER_SEC / 2500));
        }
    }
}

static void
test_read_only (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SutraStore) reader = sutra_store_open (f->path, SUTRA_STORE_READ_ONLY, &error);
  g_autoptr (SutraHistoryRow) row = sutra_history_peek_undo (reader);

  g_assert_cmpint (row->seq, ==, 1);
  g_assert_false (sutra_history_undo (reader, NULL, NULL, &error));
  g_assert_error (error, SUTRA_ERROR, SUTRA_ERROR_READ_ONLY);
}

static void
test_bulk (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 start, t_edit, t_undo, t_redo;

  sutra_store_begin (f->store, &error);
  for (int i = 0; i < 5000; i++)
    insert_mention (f->store, &f->article, &f->type, NULL, i, i + 1);
  start = g_get_monotonic_time ();
  sutra_store_commit (f->store, SUTRA_EDIT_ADD_OCCURRENCES, "ভারত", 5000, NULL, &error);
  g_assert_no_error (error);
  t_edit = g_get_monotonic_time () - start;
  start = g_get_monotonic_time ();
  undo (f->store, NULL);
  t_undo = g_get_monotonic_time () - start;
  g_assert_cmpint (count_rows (f->store, "mention"), ==, 0);
  start = g_get_monotonic_time ();
  redo (f->store, NULL);
  t_redo = g_get_monotonic_time () - start;
  g_assert_cmpint (count_rows (f->store, "mention"), ==, 5000);
  g_test_message ("5,000 mentions in one step: commit %.1f ms, undo %.1f ms, redo %.1f ms", (double) t_edit / 1000, (double) t_undo / 1000,
                  (double) t_redo / 1000);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func) g_test_add ("/store/history/" name, Fixture, NULL, fixture_set_up, func, fixture_tear_down)
  ADD ("undo-redo", test_undo_redo);
  ADD ("survives-restart", test_survives_restart);
  ADD ("edit-after-undo", test_edit_after_undo);
  ADD ("step", test_step);
  ADD ("step-interrupted", test_step_interrupted);
  ADD ("update-of-others", test_update_of_others);
  ADD ("conflict-changed", test_conflict_changed);
  ADD ("conflict-deleted", test_conflict_deleted);
  ADD ("conflict-reference", test_conflict_reference);
  ADD ("conflict-key", test_conflict_key);
  ADD ("column-added", test_column_added);
  ADD ("rowids", test_rowids_do_not_matter);
  ADD ("full-text-index", test_full_text_index);
  ADD ("long-history", test_long_history);
  ADD ("read-only", test_read_only);
  ADD ("bulk", test_bulk);
  return g_test_run ();
}
