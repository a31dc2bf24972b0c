/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store-fixture.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static void
assert_refused (const char *path, int code)
{
  g_autoptr (GError) error = NULL;
  SutraStore *store = sutra_store_open (path, SUTRA_STORE_DEFAULT, &error);

  g_assert_null (store);
  g_assert_error (error, SUTRA_ERROR, code);
  g_assert_nonnull (strstr (error->message, path));
}

static void
assert_create_refused (const char *path, int code)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (sutra_store_create (path, &error));
  g_assert_error (error, SUTRA_ERROR, code);
}

static guint
count_files (Fixture *f)
{
  GDir *dir = g_dir_open (f->folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;
  g_dir_close (dir);
  return n;
}

static void
test_create (Fixture *f, gconstpointer data)
{
  g_autofree char *no_folder = fixture_path (f, "no/such/folder.sutra");
  g_autofree char *left = fixture_path (f, "left.sutra");
  g_autofree char *left_log = fixture_path (f, "left.sutra-wal");
  guint n_files = count_files (f);

  g_assert_cmpint (sutra_store_get_int (f->store, 0, "PRAGMA application_id", ""), ==, SUTRA_STORE_APPLICATION_ID);
  g_assert_cmpint (sutra_store_get_int (f->store, 0, "PRAGMA user_version", ""), ==, SUTRA_STORE_VERSION);
  g_assert_cmpint (sutra_store_get_int (f->store, 0, "PRAGMA synchronous", ""), ==, 2);
  g_assert_cmpint (sutra_store_get_int (f->store, 0, "PRAGMA foreign_keys", ""), ==, 1);
  g_assert_cmpint (sutra_store_get_int (f->store, 1, "PRAGMA trusted_schema", ""), ==, 0);
  g_assert_cmpint (sutra_store_get_int (f->store, 0, "PRAGMA cell_size_check", ""), ==, 1);
  g_assert_cmpstr (sutra_store_get_path (f->store), ==, f->path);
  g_assert_false (sutra_store_is_read_only (f->store));

  assert_create_refused (f->path, SUTRA_ERROR_EXISTS);
  assert_create_refused (f->folder, SUTRA_ERROR_EXISTS);
  assert_create_refused (no_folder, SUTRA_ERROR_NOT_FOUND);
  g_assert_cmpuint (count_files (f), ==, n_files);

  /* The log of a deleted case must not be played into a new one. */
  g_assert_true (g_file_set_contents (left_log, "x", 1, NULL));
  assert_create_refused (left, SUTRA_ERROR_EXISTS);
}

static void
test_close_leaves_one_file (Fixture *f, gconstpointer data)
{
  add_mention (f->store, &f->article, &f->type, 1, NULL);
  g_clear_pointer (&f->store, sutra_store_close);
  g_assert_cmpuint (count_files (f), ==, 1);
}

static void
test_not_a_case (Fixture *f, gconstpointer data)
{
  g_autofree char *missing = fixture_path (f, "missing.sutra");
  g_autofree char *empty = fixture_path (f, "empty.sutra");
  g_autofree char *text = fixture_path (f, "text.sutra");
  g_autofree char *other = fixture_path (f, "other.sutra");
  g_autofree char *garbage = fixture_path (f, "garbage.sutra");
  char noise[8192] = "SQLite format 3";

  assert_refused (missing, SUTRA_ERROR_NOT_FOUND);
  assert_refused (f->folder, SUTRA_ERROR_IS_DIRECTORY);
  g_file_set_contents (empty, "", 0, NULL);
  assert_refused (empty, SUTRA_ERROR_NOT_A_CASE);
  g_file_set_contents (
      text, "🧵 কাজাখস্তান, not a database, long enough for a header of one hundred bytes or so it seems to me ....",
      -1, NULL);
  assert_refused (text, SUTRA_ERROR_NOT_A_CASE);
  run_raw_sql (other, "CREATE TABLE history (seq); PRAGMA application_id = 7");
  assert_refused (other, SUTRA_ERROR_NOT_A_CASE);

  for (gsize i = 16; i < sizeof noise; i++)
    noise[i] = (char) g_test_rand_int_range (0, 256);
  memcpy (noise + 68, "SUTR", 4);
  memset (noise + 28, 0, 4);
  g_file_set_contents (garbage, noise, sizeof noise, NULL);
  g_assert_null (sutra_store_open (garbage, SUTRA_STORE_DEFAULT, NULL));
}

static void
test_newer (Fixture *f, gconstpointer data)
{
  g_clear_pointer (&f->store, sutra_store_close);
  run_raw_sql (f->path, "PRAGMA user_version = 2000");
  assert_refused (f->path, SUTRA_ERROR_NEWER);
  run_raw_sql (f->path, "PRAGMA user_version = -1");
  assert_refused (f->path, SUTRA_ERROR_DAMAGED);
}

static void
test_truncated (Fixture *f, gconstpointer data)
{
  g_autofree char *contents = NULL;
  gsize size;

  g_clear_pointer (&f->store, sutra_store_close);
  g_assert_true (g_file_get_contents (f->path, &contents, &size, NULL));
  for (gsize cut = 16; cut < size; cut += cut < 4096 ? 40 : 1000)
    {
      g_assert_true (g_file_set_contents (f->path, contents, (gssize) cut, NULL));
      assert_refused (f->path, SUTRA_ERROR_DAMAGED);
    }
}

static void
test_missing_table (Fixture *f, gconstpointer data)
{
  static const char *const damage[] = {
    "DROP TABLE chunk",
    "DROP INDEX mention_place; ALTER TABLE mention RENAME COLUMN start TO begin",
    "DROP TABLE relation; CREATE TABLE relation (id BLOB, source, target, type, mention, article, start, \"end\", date, notes, created)",
    "DROP TABLE alias; CREATE VIEW alias AS SELECT * FROM entity",
    "DROP TABLE attribute; CREATE VIRTUAL TABLE attribute USING fts5 (id, entity, name, value, position)",
  };
  g_autofree char *contents = NULL;
  gsize size;

  g_clear_pointer (&f->store, sutra_store_close);
  g_assert_true (g_file_get_contents (f->path, &contents, &size, NULL));
  for (gsize i = 0; i < G_N_ELEMENTS (damage); i++)
    {
      g_file_set_contents (f->path, contents, (gssize) size, NULL);
      run_raw_sql (f->path, damage[i]);
      assert_refused (f->path, SUTRA_ERROR_DAMAGED);
    }
}

static void
test_migration (Fixture *f, gconstpointer data)
{
  g_autofree char *old = fixture_path (f, "old.sutra");
  g_autofree char *clash = fixture_path (f, "clash.sutra");
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (SutraStore) store = NULL;
  gsize before_size, after_size;

  /* Version 0 is an empty file that has our id. */
  run_raw_sql (old, "PRAGMA application_id = 0x53555452; CREATE TABLE extra (x)");
  store = sutra_store_open (old, SUTRA_STORE_DEFAULT, &error);
  g_assert_no_error (error);
  g_assert_cmpint (sutra_store_get_int (store, 0, "PRAGMA user_version", ""), ==, SUTRA_STORE_VERSION);
  g_assert_cmpint (count_rows (store, "mention"), ==, 0);
  g_assert_cmpint (count_rows (store, "extra"), ==, 0);

  /* A step that fails midway leaves the file as it was. */
  run_raw_sql (clash, "PRAGMA application_id = 0x53555452; CREATE TABLE mention (x); INSERT INTO mention VALUES (1)");
  g_file_get_contents (clash, &before, &before_size, NULL);
  assert_refused (clash, SUTRA_ERROR_DAMAGED);
  g_file_get_contents (clash, &after, &after_size, NULL);
  g_assert_cmpmem (before, before_size, after, after_size);
}

static void
test_migration_read_only (Fixture *f, gconstpointer data)
{
  g_autofree char *old = fixture_path (f, "old.sutra");
  g_autoptr (GError) error = NULL;

  run_raw_sql (old, "PRAGMA application_id = 0x53555452; CREATE TABLE extra (x)");
  g_assert_null (sutra_store_open (old, SUTRA_STORE_READ_ONLY, &error));
  g_assert_error (error, SUTRA_ERROR, SUTRA_ERROR_READ_ONLY);
}

static void
assert_reads_only (const char *path)
{
  g_autoptr (GError) error = NULL;
  SutraStore *store = sutra_store_open (path, SUTRA_STORE_DEFAULT, &error);

  g_assert_no_error (error);
  g_assert_true (sutra_store_is_read_only (store));
  g_assert_cmpint (count_rows (store, "mention"), ==, 1);
  g_assert_false (sutra_store_begin (store, &error));
  g_assert_error (error, SUTRA_ERROR, SUTRA_ERROR_READ_ONLY);
  g_clear_error (&error);
  g_assert_false (sutra_store_set_setting (store, "name", "x", &error));
  g_assert_error (error, SUTRA_ERROR, SUTRA_ERROR_READ_ONLY);
  sutra_store_close (store);
}

static void
read_only_child (gpointer data)
{
  assert_reads_only (data);
}

static void
unreadable_child (gpointer data)
{
  assert_refused (data, SUTRA_ERROR_ACCESS);
}

static void
unwritable_folder_child (gpointer data)
{
  g_autofree char *folder = g_path_get_dirname (data);
  g_autofree char *fresh = g_build_filename (folder, "new.sutra", NULL);

  assert_create_refused (fresh, SUTRA_ERROR_ACCESS);
}

static void
test_read_only_file (Fixture *f, gconstpointer data)
{
  add_mention (f->store, &f->article, &f->type, 1, NULL);
  g_clear_pointer (&f->store, sutra_store_close);
  g_chmod (f->folder, 0777);
  g_chmod (f->path, 0444);
  run_unprivileged (read_only_child, f->path);
}

static void
test_read_only_folder (Fixture *f, gconstpointer data)
{
  add_mention (f->store, &f->article, &f->type, 1, NULL);
  g_clear_pointer (&f->store, sutra_store_close);
  g_chmod (f->path, 0666);
  g_chmod (f->folder, 0555);
  run_unprivileged (read_only_child, f->path);
  run_unprivileged (unwritable_folder_child, f->path);
  g_chmod (f->path, 0444);
  run_unprivileged (read_only_child, f->path);
  g_chmod (f->path, 0);
  run_unprivileged (unreadable_child, f->path);
}

static void
test_read_only_folder_with_log (Fixture *f, gconstpointer data)
{
  g_autofree char *copy = fixture_path (f, "copy.sutra");
  g_autofree char *log = g_strconcat (f->path, "-wal", NULL);
  g_autofree char *copy_log = g_strconcat (copy, "-wal", NULL);
  g_autofree char *contents = NULL;
  g_autofree char *log_contents = NULL;
  gsize size, log_size;

  /* As after a crash: the edit is in the log only. Reading the file without it would show a case that lacks the edit. */
  add_mention (f->store, &f->article, &f->type, 1, NULL);
  g_file_get_contents (f->path, &contents, &size, NULL);
  g_file_get_contents (log, &log_contents, &log_size, NULL);
  g_assert_cmpuint (log_size, >, 0);
  g_file_set_contents (copy, contents, (gssize) size, NULL);
  g_file_set_contents (copy_log, log_contents, (gssize) log_size, NULL);
  g_chmod (copy, 0644);
  g_chmod (copy_log, 0644);
  g_chmod (f->folder, 0555);
  run_unprivileged (unreadable_child, copy);
  g_chmod (f->folder, 0777);
  g_chmod (copy, 0666);
  g_chmod (copy_log, 0666);
  {
    g_autoptr (SutraStore) store = sutra_store_open (copy, SUTRA_STORE_DEFAULT, NULL);

    g_assert_cmpint (count_rows (store, "mention"), ==, 1);
  }
}

static void
test_settings (Fixture *f, gconstpointer data)
{
  g_autofree char *value = NULL;
  g_autofree char *gone = NULL;

  g_assert_true (sutra_store_set_setting (f->store, "name", "আমার ডেস্ক 🧵", NULL));
  g_assert_true (sutra_store_set_setting (f->store, "name", "ডেস্ক 🧵", NULL));
  sutra_store_close (f->store);
  f->store = sutra_store_open (f->path, SUTRA_STORE_DEFAULT, NULL);
  value = sutra_store_get_setting (f->store, "name");
  g_assert_cmpstr (value, ==, "ডেস্ক 🧵");
  g_assert_true (sutra_store_set_setting (f->store, "name", NULL, NULL));
  gone = sutra_store_get_setting (f->store, "name");
  g_assert_null (gone);
  g_assert_cmpint (count_rows (f->store, "history"), ==, 1);
}

static void
test_schema_rules (Fixture *f, gconstpointer data)
{
  static const char *const recorded[] = {
    "article", "type", "entity", "alias", "attribute", "mention", "relation", "boundary", "location"
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (SutraStatement) row = NULL;

  g_assert_cmpint (G_N_ELEMENTS (recorded), ==, SUTRA_N_TABLES);
  g_assert_cmpint (sutra_store_get_int (f->store, -1, "SELECT count(*) FROM sqlite_schema WHERE type IN ('trigger', 'view')", ""), ==, 0);
  /* Keys that are neither immediate nor have actions: CASCADE makes redo abort. */
  row =
      sutra_statement_new (f->store, &error,
                           "SELECT m.name, k.on_update, k.on_delete, m.sql FROM sqlite_schema AS m, pragma_foreign_key_list (m.name) AS k "
                           "WHERE m.type = 'table'",
                           "");
  while (sutra_statement_next (row, &error))
    {
      g_assert_cmpstr (sutra_statement_get_text (row, 1), ==, "NO ACTION");
      g_assert_cmpstr (sutra_statement_get_text (row, 2), ==, "NO ACTION");
      g_assert_null (strstr (sutra_statement_get_text (row, 3), "CASCADE"));
    }
  g_assert_no_error (error);
  g_clear_pointer (&row, sutra_statement_end);

  for (gsize i = 0; i < G_N_ELEMENTS (recorded); i++)
    {
      g_assert_cmpint (
          sutra_store_get_int (f->store, 0,
                               "SELECT count(*) FROM sqlite_schema WHERE name = ? AND sql LIKE '%( id BLOB PRIMARY KEY NOT NULL,%' "
                               "AND sql NOT LIKE '%rowid%' AND sql NOT LIKE '%INTEGER PRIMARY KEY%'",
                               "s", recorded[i]),
          ==, 1);
      /* Each reference is deferred. */
      g_assert_cmpint (sutra_store_get_int (f->store, -1,
                                            "SELECT (length (sql) - length (replace (sql, 'REFERENCES', ''))) / 10 - "
                                            "(length (sql) - length (replace (sql, 'DEFERRABLE INITIALLY DEFERRED', ''))) / 29 "
                                            "FROM sqlite_schema WHERE name = ?",
                                            "s", recorded[i]),
                       ==, 0);
    }
}

static void
test_functions (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SutraStatement) row =
      sutra_statement_new (f->store, &error,
                           "SELECT fold ('ABC'), fold (x'ff'), uuid_text (id), uuid_text ('x'), collate_key ('ক') < collate_key "
                           "('খ'), collate_key (NULL) FROM article",
                           "");
  char buffer[SUTRA_ID_STRING_SIZE];

  g_assert_no_error (error);
  g_assert_true (sutra_statement_next (row, &error));
  g_assert_cmpstr (sutra_statement_get_text (row, 0), ==, "abc");
  g_assert_true (sutra_statement_is_null (row, 1));
  g_assert_cmpstr (sutra_statement_get_text (row, 2), ==, sutra_id_to_string (&f->article, buffer));
  g_assert_true (sutra_statement_is_null (row, 3));
  g_assert_cmpint (sutra_statement_get_int (row, 4), ==, 1);
  g_assert_true (sutra_statement_is_null (row, 5));
}

/* What a file that someone made by hand can hold. */
static void
test_hostile_values (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SutraStatement) row = NULL;
  SutraId id;

  row = sutra_statement_new (f->store, &error,
                             "SELECT CAST (x'ff41' AS TEXT), 'text', NULL, x'0102', 1.5, CAST (x'4100ff' AS TEXT), 9e99, x''", "");
  g_assert_true (sutra_statement_next (row, &error));
  g_assert_cmpstr (sutra_statement_get_text (row, 0), ==,
                   "\xef\xbf\xbd"
                   "A");
  for (int column = 0; column < 8; column++)
    {
      const char *text = sutra_statement_get_text (row, column);
      g_autoptr (GBytes) bytes = sutra_statement_dup_bytes (row, column);

      g_assert_true (text == NULL || g_utf8_validate (text, -1, NULL));
      id = sutra_statement_get_id (row, column);
      g_assert_true (sutra_id_is_null (&id));
      sutra_statement_get_int (row, column);
      sutra_statement_get_double (row, column);
      g_assert_true ((bytes == NULL) == (column == 2));
    }
  g_assert_cmpfloat (sutra_statement_get_double (row, 4), ==, 1.5);
  g_assert_true (sutra_statement_get_double (row, 2) != sutra_statement_get_double (row, 2));
}

/* Bytes of a real case file turned over at random: it opens or it is refused, and reading it never crashes. */
static void
test_flipped_bytes (Fixture *f, gconstpointer data)
{
  g_autofree char *contents = NULL;
  gsize size;
  guint n_opened = 0;

  for (int i = 0; i < 40; i++)
    add_mention (f->store, &f->article, &f->type, i, NULL);
  g_clear_pointer (&f->store, sutra_store_close);
  g_assert_true (g_file_get_contents (f->path, &contents, &size, NULL));
  for (int round = 0; round < 150; round++)
    {
      g_autofree char *copy = g_memdup2 (contents, size);
      SutraStore *store;

      for (int i = 0; i < 1 + round % 20; i++)
        copy[g_test_rand_int_range (0, (int) (round % 3 == 0 ? 4096 : size))] ^= (char) (1 << g_test_rand_int_range (0, 8));
      g_assert_true (g_file_set_contents (f->path, copy, (gssize) size, NULL));
      store = sutra_store_open (f->path, SUTRA_STORE_DEFAULT, NULL);
      if (store == NULL)
        continue;
      n_opened++;
      for (int i = 0; i < 5; i++)
        {
          g_autoptr (SutraChanges) changes = NULL;

          sutra_history_undo (store, &changes, NULL, NULL);
        }
      g_clear_pointer (&store, sutra_store_close);
    }
  g_test_message ("%u of 150 opened", n_opened);
}

/* A file that version @data of the schema made. */
static void
test_sample (gconstpointer data)
{
  g_autofree char *sample_name = g_strdup_printf ("version-%d.sutra", GPOINTER_TO_INT (data));
  g_autofree char *sample = g_test_build_filename (G_TEST_DIST, "store", "data", sample_name, NULL);
  g_autofree char *folder = g_dir_make_tmp ("sutra-sample-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "case.sutra", NULL);
  g_autofree char *contents = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *name = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (SutraHistoryRow) undo = NULL;
  gsize size;
  SutraStore *store;

  g_assert_true (g_file_get_contents (sample, &contents, &size, &error));
  g_assert_true (g_file_set_contents (path, contents, (gssize) size, &error));
  store = sutra_store_open (path, SUTRA_STORE_DEFAULT, &error);
  g_assert_no_error (error);
  name = sutra_store_get_setting (store, "name");
  g_assert_cmpstr (name, ==, "নমুনা 🧵");
  g_assert_cmpint (count_rows (store, "article"), ==, 1);
  g_assert_cmpint (count_rows (store, "mention"), ==, 4);
  g_assert_cmpint (count_rows (store, "boundary"), ==, GPOINTER_TO_INT (data) > 1 ? 2 : 0);
  g_assert_cmpint (count_rows (store, "location"), ==, GPOINTER_TO_INT (data) > 2 ? 2 : 0);
  undo = sutra_history_peek_undo (store);
  g_assert_cmpint (undo->kind, ==, SUTRA_EDIT_ADD_MENTION);

  /* Edits that the older version recorded can be undone and redone by this version. */
  before = dump_rows (store);
  while (sutra_history_undo (store, NULL, NULL, NULL))
    ;
  g_assert_cmpint (count_rows (store, "article"), ==, 0);
  while (sutra_history_redo (store, NULL, NULL, NULL))
    ;
  /* The newest edit of the sample is an undone one. */
  g_assert_true (sutra_history_undo (store, NULL, NULL, NULL));
  after = dump_rows (store);
  g_assert_cmpstr (after, ==, before);

  sutra_store_close (store);
  g_assert_cmpint (g_unlink (path), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func) g_test_add ("/store/open/" name, Fixture, NULL, fixture_set_up, func, fixture_tear_down)
  ADD ("create", test_create);
  ADD ("close-leaves-one-file", test_close_leaves_one_file);
  ADD ("not-a-case", test_not_a_case);
  ADD ("newer", test_newer);
  ADD ("truncated", test_truncated);
  ADD ("missing-table", test_missing_table);
  ADD ("migration", test_migration);
  ADD ("migration-read-only", test_migration_read_only);
  ADD ("read-only-file", test_read_only_file);
  ADD ("read-only-folder", test_read_only_folder);
  ADD ("read-only-folder-with-log", test_read_only_folder_with_log);
  ADD ("settings", test_settings);
  ADD ("schema-rules", test_schema_rules);
  ADD ("functions", test_functions);
  ADD ("hostile-values", test_hostile_values);
  ADD ("flipped-bytes", test_flipped_bytes);
  for (int version = 1; version <= SUTRA_STORE_VERSION; version++)
    {
      g_autofree char *name = g_strdup_printf ("/store/open/sample-%d", version);

      g_test_add_data_func (name, GINT_TO_POINTER (version), test_sample);
    }
  return g_test_run ();
}
