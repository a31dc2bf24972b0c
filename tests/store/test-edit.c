/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store-fixture.h"

#include <stdlib.h>
#include <sys/stat.h>

static void
test_commit (Fixture *f, gconstpointer data)
{
  g_autoptr (SutraChanges) changes = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  SutraHistoryRow *row;
  SutraId id;

  /* The fixture's own edit was not given out yet. */
  id = add_mention (f->store, &f->article, &f->type, 7, &changes);
  g_assert_cmpuint (changes->rows->len, ==, 3);
  g_assert_cmpint (changes->last_seq, ==, 2);
  g_clear_pointer (&changes, sutra_changes_free);

  id = add_mention (f->store, &f->article, &f->type, 70, &changes);
  g_assert_true (is_single_change (changes, SUTRA_TABLE_MENTION, SUTRA_CHANGE_INSERT, &id));
  g_assert_true (sutra_id_equal (&g_array_index (changes->rows, SutraChange, 0).owner, &f->article));

  rows = sutra_history_list (f->store, 0, 10, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (rows->len, ==, 3);
  row = rows->pdata[0];
  g_assert_cmpint (row->seq, ==, 3);
  g_assert_cmpint (row->step, ==, 3);
  g_assert_cmpint (row->kind, ==, SUTRA_EDIT_ADD_MENTION);
  g_assert_cmpint (row->event, ==, SUTRA_EVENT_EDIT);
  g_assert_cmpstr (row->author, ==, "বিশ্লেষক");
  g_assert_cmpstr (row->subject, ==, "কাজাখস্তান");
  g_assert_cmpuint (row->count, ==, 1);
  g_assert_false (row->undone);
}

static void
test_rollback (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *before = dump_rows (f->store);
  g_autofree char *after = NULL;

  sutra_store_begin (f->store, &error);
  g_assert_no_error (error);
  g_assert_true (sutra_store_in_edit (f->store));
  insert_mention (f->store, &f->article, &f->type, NULL, 1, 2);
  sutra_store_rollback (f->store);
  g_assert_false (sutra_store_in_edit (f->store));
  sutra_store_rollback (f->store);

  after = dump_rows (f->store);
  g_assert_cmpstr (before, ==, after);
  g_assert_cmpint (count_rows (f->store, "history"), ==, 1);
}

static void
test_initial (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = fixture_path (f, "initial.sutra");
  g_autoptr (SutraStore) store = NULL;
  SutraId id = sutra_id_new ();

  /* Not where there is a history. */
  g_assert_false (sutra_store_begin_initial (f->store, &error));
  g_assert_error (error, SUTRA_ERROR, SUTRA_ERROR_FAILED);
  g_assert_false (sutra_store_in_edit (f->store));
  g_clear_error (&error);

  store = sutra_store_create (path, &error);
  g_assert_no_error (error);
  for (guint round = 0; round < 2; round++)
    {
      g_assert_true (sutra_store_begin_initial (store, &error));
      g_assert_true (sutra_store_run (
          store, &error, "INSERT INTO type (id, slug, color, badge, entities, position) VALUES (?, 'x', '#000000', 'X', 1, 0)", "i", &id));
      if (round == 0)
        sutra_store_rollback (store);
    }
  g_assert_true (sutra_store_commit_initial (store, &error));
  g_assert_no_error (error);
  g_assert_cmpint (count_rows (store, "type"), ==, 1);
  g_assert_cmpint (count_rows (store, "history"), ==, 0);
  g_assert_false (sutra_history_undo (store, NULL, NULL, &error));
  g_assert_error (error, SUTRA_ERROR, SUTRA_ERROR_NOT_FOUND);
}

static void
test_nothing_changed (Fixture *f, gconstpointer data)
{
  g_autoptr (SutraChanges) changes = NULL;
  g_autoptr (GError) error = NULL;
  SutraId id = add_mention (f->store, &f->article, &f->type, 3, &changes);

  g_clear_pointer (&changes, sutra_changes_free);
  sutra_store_begin (f->store, &error);
  sutra_store_run (f->store, &error, "UPDATE mention SET start = start WHERE id = ?", "i", &id);
  g_assert_cmpint (sutra_store_get_changed (f->store), ==, 1);
  sutra_store_run (f->store, &error, "UPDATE mention SET start = 99 WHERE id = ?", "i", &id);
  sutra_store_run (f->store, &error, "UPDATE mention SET start = ? WHERE id = ?", "li", (gint64) WORD_START (3), &id);
  g_assert_no_error (error);
  g_assert_true (sutra_store_commit (f->store, SUTRA_EDIT_SET_MENTION_SPAN, NULL, 1, &changes, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (changes->rows->len, ==, 0);
  g_assert_cmpint (count_rows (f->store, "history"), ==, 2);
}

static void
test_no_nesting (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (sutra_store_begin (f->store, &error));
  g_assert_false (sutra_store_begin (f->store, &error));
  g_assert_error (error, SUTRA_ERROR, SUTRA_ERROR_BUSY);
  g_clear_error (&error);
  g_assert_false (sutra_history_undo (f->store, NULL, NULL, &error));
  g_assert_error (error, SUTRA_ERROR, SUTRA_ERROR_BUSY);
  g_assert_true (sutra_store_in_edit (f->store));
  sutra_store_rollback (f->store);
}

static void
test_write_outside_edit (Fixture *f, gconstpointer data)
{
  if (g_test_subprocess ())
    {
      sutra_store_run (f->store, NULL, "DELETE FROM article", "");
      return;
    }
  g_test_trap_subprocess (NULL, 0, 0);
  g_test_trap_assert_failed ();
  g_test_trap_assert_stderr ("*Outside of an edit: DELETE FROM article*");
}

static void
test_dangling_reference (Fixture *f, gconstpointer data)
{
  g_autoptr (SutraChanges) changes = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  add_mention (f->store, &f->article, &f->type, 3, NULL);
  before = dump_rows (f->store);
  sutra_store_begin (f->store, &error);
  /* Deferred: the order within an edit is free, the end of it counts. */
  g_assert_true (sutra_store_run (f->store, &error, "DELETE FROM article WHERE id = ?", "i", &f->article));
  g_assert_no_error (error);
  g_assert_false (sutra_store_commit (f->store, SUTRA_EDIT_DELETE_ARTICLE, NULL, 1, &changes, &error));
  g_assert_error (error, SUTRA_ERROR, SUTRA_ERROR_IN_USE);
  g_assert_null (changes);
  g_assert_false (sutra_store_in_edit (f->store));
  after = dump_rows (f->store);
  g_assert_cmpstr (before, ==, after);
  g_assert_cmpint (count_rows (f->store, "history"), ==, 2);
}

static void
test_poll (Fixture *f, gconstpointer data)
{
  g_autoptr (SutraChanges) changes = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (SutraStore) other = sutra_store_open (f->path, SUTRA_STORE_DEFAULT, &error);
  SutraId id, second;

  g_assert_no_error (error);
  g_assert_true (sutra_store_poll (other, &changes, &error));
  g_assert_null (changes);

  id = add_mention (f->store, &f->article, &f->type, 7, NULL);
  g_assert_true (sutra_store_poll (other, &changes, &error));
  g_assert_true (is_single_change (changes, SUTRA_TABLE_MENTION, SUTRA_CHANGE_INSERT, &id));
  g_clear_pointer (&changes, sutra_changes_free);
  g_assert_true (sutra_store_poll (other, &changes, &error));
  g_assert_null (changes);

  /* A setting is no edit. */
  g_assert_true (sutra_store_set_setting (f->store, "name", "ডেস্ক", &error));
  g_assert_true (sutra_store_poll (other, &changes, &error));
  g_assert_null (changes);

  /* What others did comes with one's own next edit, in order, and only once. */
  id = add_mention (f->store, &f->article, &f->type, 17, NULL);
  second = add_mention (other, &f->article, &f->type, 27, &changes);
  g_assert_cmpuint (changes->rows->len, ==, 2);
  g_assert_true (sutra_id_equal (&g_array_index (changes->rows, SutraChange, 0).id, &id));
  g_assert_true (sutra_id_equal (&g_array_index (changes->rows, SutraChange, 1).id, &second));
  g_clear_pointer (&changes, sutra_changes_free);
  g_assert_true (sutra_store_poll (other, &changes, &error));
  g_assert_null (changes);
  g_assert_no_error (error);
}

static void
test_busy (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SutraStore) other = sutra_store_open (f->path, SUTRA_STORE_DEFAULT, &error);
  gint64 start;

  g_assert_no_error (error);
  g_assert_true (sutra_store_begin (f->store, &error));
  start = g_get_monotonic_time ();
  g_assert_false (sutra_store_begin (other, &error));
  g_assert_error (error, SUTRA_ERROR, SUTRA_ERROR_BUSY);
  g_assert_cmpint (g_get_monotonic_time () - start, >=, 4900000);
  g_assert_false (sutra_store_in_edit (other));
  sutra_store_rollback (f->store);
}

static void
test_kinds (void)
{
  for (int i = 0; i < SUTRA_N_EDIT_KINDS; i++)
    {
      const char *name = sutra_edit_kind_to_string ((SutraEditKind) i);
      g_autofree char *label = sutra_edit_label ((SutraEditKind) i, NULL, 0);

      g_assert_cmpint (sutra_edit_kind_from_string (name), ==, i);
      g_assert_true (g_utf8_validate (label, -1, NULL));
      g_assert_cmpint (label[strlen (label) - 1], !=, ' ');
    }
  g_assert_cmpint (sutra_edit_kind_from_string ("no-such-kind"), ==, -1);
  g_assert_cmpint (sutra_edit_kind_from_string (NULL), ==, -1);
}

static void
assert_label (SutraEditKind kind, const char *subject, guint count, const char *expected)
{
  g_autofree char *label = sutra_edit_label (kind, subject, count);

  g_assert_cmpstr (label, ==, expected);
}

static void
test_labels (void)
{
  g_autofree char *long_subject = g_strnfill (1000, 'x');
  g_autofree char *label = NULL;

  assert_label (SUTRA_EDIT_ADD_MENTION, "কাজাখস্তান", 1, "Mark “কাজাখস্তান”");
  assert_label (SUTRA_EDIT_ADD_OCCURRENCES, "কাজাখস্তান", 8, "Mark 8 occurrences of “কাজাখস্তান”");
  assert_label (SUTRA_EDIT_ADD_ARTICLE, NULL, 12, "Add 12 articles");
  assert_label (SUTRA_EDIT_ADD_ARTICLE, "🧵", 12, "Add 12 articles (“🧵”)");
  assert_label (SUTRA_EDIT_DELETE_MENTION, NULL, 3, "Delete 3 mentions");
  assert_label (SUTRA_EDIT_DELETE_MENTION, "ভারত", 1, "Delete the mark on “ভারত”");
  assert_label (SUTRA_EDIT_DELETE_MENTION, NULL, 1, "Delete a mention");
  assert_label (SUTRA_EDIT_ADD_TYPE, "Ship", 1, "Add type “Ship”");
  assert_label (SUTRA_EDIT_ADD_TYPE, NULL, 3, "Add 3 types");
  assert_label (SUTRA_EDIT_SET_TAGSET, NULL, 5, "Change the tagset");
  assert_label ((SutraEditKind) -1, "x", 1, "Change “x”");
  assert_label ((SutraEditKind) -1, NULL, 1, "Change");

  label = sutra_edit_label (SUTRA_EDIT_SET_ARTICLE, long_subject, 1);
  g_assert_cmpint (g_utf8_strlen (label, -1), ==, (int) strlen ("Change ") + 2 + 60);
}

static int
compare_times (gconstpointer a, gconstpointer b)
{
  return *(const gint64 *) a < *(const gint64 *) b ? -1 : *(const gint64 *) a > *(const gint64 *) b;
}

static gint64
file_size (const char *path)
{
  struct stat status;

  g_assert_cmpint (stat (path, &status), ==, 0);
  return status.st_size;
}

static void
test_checkpoint (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SutraStore) worker = sutra_store_open (f->path, SUTRA_STORE_DEFAULT, &error);
  gint64 times[500];
  gint64 size;

  g_assert_true (sutra_store_checkpoint (worker, &error));
  sutra_store_set_automatic_checkpoint (f->store, FALSE);
  size = file_size (f->path);
  for (int i = 0; i < 500; i++)
    {
      times[i] = g_get_monotonic_time ();
      add_mention (f->store, &f->article, &f->type, i, NULL);
      times[i] = g_get_monotonic_time () - times[i];
    }
  /* Nothing was copied back by the edits, all of it by the other connection. */
  g_assert_cmpint (file_size (f->path), ==, size);
  g_assert_true (sutra_store_checkpoint (worker, &error));
  g_assert_no_error (error);
  g_assert_cmpint (file_size (f->path), >, size);

  qsort (times, G_N_ELEMENTS (times), sizeof times[0], compare_times);
  g_test_message ("an edit: median %.2f ms, 95 %% %.2f ms, longest %.2f ms; %" G_GINT64_FORMAT " bytes in the file",
                  (double) times[250] / 1000, (double) times[475] / 1000, (double) times[499] / 1000, (file_size (f->path) - size) / 500);
  /* Far above what it takes: other things may run on the machine. */
  g_assert_cmpint (times[475], <, G_USEC_PER_SEC);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/store/edit/commit", Fixture, NULL, fixture_set_up, test_commit, fixture_tear_down);
  g_test_add ("/store/edit/rollback", Fixture, NULL, fixture_set_up, test_rollback, fixture_tear_down);
  g_test_add ("/store/edit/initial", Fixture, NULL, fixture_set_up, test_initial, fixture_tear_down);
  g_test_add ("/store/edit/nothing-changed", Fixture, NULL, fixture_set_up, test_nothing_changed, fixture_tear_down);
  g_test_add ("/store/edit/no-nesting", Fixture, NULL, fixture_set_up, test_no_nesting, fixture_tear_down);
  g_test_add ("/store/edit/write-outside", Fixture, NULL, fixture_set_up, test_write_outside_edit, fixture_tear_down);
  g_test_add ("/store/edit/dangling-reference", Fixture, NULL, fixture_set_up, test_dangling_reference, fixture_tear_down);
  g_test_add ("/store/edit/poll", Fixture, NULL, fixture_set_up, test_poll, fixture_tear_down);
  g_test_add ("/store/edit/busy", Fixture, NULL, fixture_set_up, test_busy, fixture_tear_down);
  g_test_add ("/store/edit/checkpoint", Fixture, NULL, fixture_set_up, test_checkpoint, fixture_tear_down);
  g_test_add_func ("/store/edit/kinds", test_kinds);
  g_test_add_func ("/store/edit/labels", test_labels);
  return g_test_run ();
}
