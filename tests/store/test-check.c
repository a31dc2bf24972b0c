/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store-fixture.h"

#include <glib/gstdio.h>
#include <string.h>

#include "sutra-check.h"
#include "sutra-content.h"

static GPtrArray *
run_check (SutraStore *store)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *findings = sutra_check_run (store, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (findings);
  return findings;
}

static void
assert_clean (SutraStore *store)
{
  g_autoptr (GPtrArray) findings = run_check (store);

  for (guint i = 0; i < findings->len; i++)
    g_error ("%s: %s", ((SutraFinding *) findings->pdata[i])->where, ((SutraFinding *) findings->pdata[i])->what);
}

static void
test_clean (Fixture *f, gconstpointer data)
{
  gint64 step = 0;

  assert_clean (f->store);
  for (int i = 0; i < 20; i++)
    add_mention (f->store, &f->article, &f->type, i, NULL);
  for (int i = 0; i < 3; i++)
    {
      sutra_store_begin (f->store, NULL);
      insert_entity (f->store, &f->type, "bharat");
      sutra_store_commit_step (f->store, SUTRA_EDIT_ADD_ENTITY, NULL, 1, &step, NULL, NULL);
    }
  for (int i = 0; i < 5; i++)
    sutra_history_undo (f->store, NULL, NULL, NULL);
  for (int i = 0; i < 3; i++)
    sutra_history_redo (f->store, NULL, NULL, NULL);
  assert_clean (f->store);
  add_mention (f->store, &f->article, &f->type, 77, NULL);
  sutra_history_undo (f->store, NULL, NULL, NULL);
  assert_clean (f->store);

  /* Undoing the addition of the article leaves its text, which is as it should be. */
  while (sutra_history_undo (f->store, NULL, NULL, NULL))
    ;
  assert_clean (f->store);
}

/**
 * Damage:
 * @sql: what a bad program did to a case with one article, one entity, two mentions (one linked) and a relation
 * @where: how the finding must begin
 */
typedef struct
{
  const char *sql;
  const char *where;
  gboolean error;
} Damage;

static const Damage damages[] = {
  { "UPDATE mention SET \"end\" = 999999, stem_end = 999999", "mention", TRUE },
  { "UPDATE mention SET start = -1", "mention", TRUE },
  { "UPDATE mention SET start = \"end\"", "mention", TRUE },
  { "UPDATE mention SET start = \"end\" + 3", "mention", TRUE },
  { "UPDATE mention SET stem_end = start", "mention", TRUE },
  { "UPDATE mention SET stem_end = \"end\" + 1", "mention", TRUE },
  { "UPDATE mention SET \"end\" = start + 7, stem_end = start + 7, quote = 'কাজাখস্'", "mention", FALSE },
  { "UPDATE mention SET quote = 'ভারত'", "mention", TRUE },
  { "UPDATE mention SET fragments = 'x'", "mention", TRUE },
  { "UPDATE mention SET fragments = '0-1'", "mention", TRUE },
  { "UPDATE mention SET fragments = '600-610 590-600'", "mention", TRUE },
  { "UPDATE mention SET fragments = '600-99999999'", "mention", TRUE },
  { "UPDATE mention SET fragments = '600-610 '", "mention", TRUE },
  { "UPDATE mention SET status = 3", "mention", TRUE },
  { "UPDATE mention SET origin = -1", "mention", TRUE },
  { "UPDATE mention SET type = zeroblob(16)", "mention", TRUE },
  { "UPDATE mention SET entity = x'01'", "mention", TRUE },
  { "UPDATE mention SET article = zeroblob(16)", "mention", TRUE },
  { "UPDATE entity SET type = zeroblob(16)", "entity", TRUE },
  { "UPDATE entity SET latitude = 91, longitude = 0", "entity", TRUE },
  { "UPDATE entity SET latitude = 9", "entity", TRUE },
  { "UPDATE entity SET label_key = 'nothing'", "entity", FALSE },
  { "UPDATE relation SET start = NULL", "relation", TRUE },
  { "UPDATE relation SET start = 5, \"end\" = 4", "relation", TRUE },
  { "UPDATE relation SET source = zeroblob(16)", "relation", TRUE },
  { "INSERT INTO boundary SELECT randomblob(16), id, 99999999, 1, '', '' FROM article", "boundary", TRUE },
  { "INSERT INTO boundary SELECT randomblob(16), id, 0, 0, '', '' FROM article", "boundary", TRUE },
  { "INSERT INTO boundary SELECT randomblob(16), id, 20, 2, '', '' FROM article", "boundary", TRUE },
  { "INSERT INTO boundary SELECT randomblob(16), id, start + 7, 1, '', '' FROM article, (SELECT start FROM mention LIMIT 1)", "boundary",
    FALSE },
  { "INSERT INTO boundary SELECT randomblob(16), zeroblob(16), 20, 1, '', ''", "boundary", TRUE },
  { "INSERT INTO boundary SELECT x'0102', id, 20, 1, '', '' FROM article", "boundary", TRUE },
  { "UPDATE location SET latitude = 90.5 WHERE role = 1", "location", TRUE },
  { "UPDATE location SET longitude = -181 WHERE role = 1", "location", TRUE },
  { "UPDATE location SET latitude = 9e999 WHERE role = 1", "location", TRUE },
  { "UPDATE location SET radius_m = -1 WHERE role = 1", "location", TRUE },
  { "UPDATE location SET role = 3 WHERE role = 1", "location", TRUE },
  { "UPDATE location SET role = 0, latitude = 51.16, longitude = 71.47", "location", TRUE },
  { "UPDATE location SET source = 'guess' WHERE role = 1", "location", TRUE },
  { "UPDATE location SET latitude = 51.17 WHERE role = 0", "location", TRUE },
  { "UPDATE location SET radius_m = 5 WHERE role = 0", "location", TRUE },
  { "UPDATE entity SET latitude = NULL, longitude = NULL", "location", TRUE },
  { "UPDATE location SET area = 'KZ '", "location", TRUE },
  { "UPDATE location SET area = 'kz'", "location", TRUE },
  { "UPDATE location SET area = 'KAZ'", "location", TRUE },
  { "UPDATE location SET area = ''", "location", TRUE },
  { "UPDATE location SET area = 'KZ  UZ'", "location", TRUE },
  { "UPDATE location SET entity = zeroblob(16)", "location", TRUE },
  { "UPDATE location SET id = x'0102' WHERE role = 1", "location", TRUE },
  { "INSERT INTO search_document VALUES (1, 0, 'x', 5, 6)", "search_document 1", FALSE },
  { "UPDATE type SET color = 'red'", "type", TRUE },
  { "UPDATE type SET parent = id", "type", TRUE },
  { "UPDATE type SET entities = 5", "type", TRUE },
  { "INSERT INTO type SELECT randomblob(16), slug, name, color, badge, shortcut, parent, entities, position FROM type", "type", TRUE },
  { "UPDATE article SET code_points = 5", "article", TRUE },
  { "UPDATE article SET sha256 = 'zz'", "article", TRUE },
  { "UPDATE article SET text_sha256 = 'zz'", "article", TRUE },
  { "UPDATE mention SET id = x'0102' WHERE entity IS NULL", "mention", TRUE },
  { "UPDATE chunk SET bytes = zeroblob(length(bytes))", "content", TRUE },
  { "DELETE FROM chunk", "content", TRUE },
  { "UPDATE content SET byte_length = 1", "content", TRUE },
  { "INSERT INTO chunk VALUES ('loose', 0, x'00')", "content loose", FALSE },
  { "UPDATE history SET undo_head = 1 WHERE seq = 3", "history 3", TRUE },
  { "UPDATE history SET redo_head = 1 WHERE seq = 3", "history 3", TRUE },
  { "UPDATE history SET parent = 1 WHERE seq = 3", "history 3", TRUE },
  { "UPDATE history SET step = 1 WHERE seq = 3", "history 3", TRUE },
  { "UPDATE history SET changeset = NULL WHERE seq = 2", "history 2", TRUE },
  { "UPDATE history SET changeset = x'54ff00' WHERE seq = 2", "history 2", TRUE },
  { "UPDATE history SET changeset = substr(changeset, 1, length(changeset) - 1) WHERE seq = 2", "history 2", TRUE },
  { "DELETE FROM history WHERE seq = 2", "history 3", TRUE },
  { "UPDATE history SET target = 77 WHERE event = 'undo'", "history", TRUE },
  { "UPDATE history SET target = 2 WHERE event = 'undo'", "history", TRUE },
  { "UPDATE history SET kind = 'no-such' WHERE seq = 2", "history", FALSE },
};

static void
fill (Fixture *f)
{
  SutraId a, b, mention;

  sutra_store_begin (f->store, NULL);
  a = insert_entity (f->store, &f->type, "a");
  sutra_store_commit (f->store, SUTRA_EDIT_ADD_ENTITY, NULL, 1, NULL, NULL);
  sutra_store_begin (f->store, NULL);
  b = insert_entity (f->store, &f->type, "b");
  sutra_store_run (f->store, NULL, "UPDATE entity SET latitude = 51.16, longitude = 71.47 WHERE id = ?", "i", &a);
  insert_location (f->store, &a, 0, 51.16, 71.47);
  insert_location (f->store, &a, 1, 48, 68);
  mention = insert_mention (f->store, &f->article, &f->type, &a, WORD_START (3), WORD_START (4) - 1);
  insert_mention (f->store, &f->article, &f->type, NULL, WORD_START (5), WORD_START (6) - 1);
  sutra_store_run (
      f->store, NULL,
      "INSERT INTO relation (id, source, target, type, mention, article, start, \"end\", created) VALUES (?, ?, ?, 'near', ?, ?, 0, 13, '')",
      "iiiii", &a, &a, &b, &mention, &f->article);
  sutra_store_commit (f->store, SUTRA_EDIT_ADD_RELATION, NULL, 1, NULL, NULL);
  add_mention (f->store, &f->article, &f->type, 9, NULL);
  sutra_history_undo (f->store, NULL, NULL, NULL);
}

static gboolean
found (GPtrArray *findings, const Damage *damage)
{
  for (guint i = 0; i < findings->len; i++)
    {
      SutraFinding *finding = findings->pdata[i];

      if (finding->error == damage->error && g_str_has_prefix (finding->where, damage->where))
        return TRUE;
    }
  return FALSE;
}

static void
test_finds (Fixture *f, gconstpointer data)
{
  g_autofree char *contents = NULL;
  gsize size;

  fill (f);
  assert_clean (f->store);
  sutra_store_close (f->store);
  g_file_get_contents (f->path, &contents, &size, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (damages); i++)
    {
      g_autoptr (GPtrArray) findings = NULL;

      g_file_set_contents (f->path, contents, (gssize) size, NULL);
      run_raw_sql (f->path, damages[i].sql);
      f->store = sutra_store_open (f->path, SUTRA_STORE_READ_ONLY, NULL);
      findings = run_check (f->store);
      if (!found (findings, &damages[i]))
        g_error ("not found: %s", damages[i].sql);
      g_clear_pointer (&f->store, sutra_store_close);
    }
}

static void
test_damaged_page (Fixture *f, gconstpointer data)
{
  g_autofree char *contents = NULL;
  g_autoptr (GPtrArray) findings = NULL;
  gsize size;
  guint n_damaged = 0;

  for (int i = 0; i < 300; i++)
    add_mention (f->store, &f->article, &f->type, i, NULL);
  g_clear_pointer (&f->store, sutra_store_close);
  g_file_get_contents (f->path, &contents, &size, NULL);
  for (gsize page = 8; page < size / 4096; page += 9)
    {
      g_autofree char *copy = g_memdup2 (contents, size);
      g_autoptr (GError) error = NULL;
      SutraStore *store;

      memset (copy + page * 4096, 0x5a, 4096);
      g_file_set_contents (f->path, copy, (gssize) size, NULL);
      store = sutra_store_open (f->path, SUTRA_STORE_DEFAULT, &error);
      if (store == NULL)
        {
          g_assert_error (error, SUTRA_ERROR, SUTRA_ERROR_DAMAGED);
          n_damaged++;
          continue;
        }
      findings = run_check (store);
      n_damaged += findings->len > 0;
      g_clear_pointer (&findings, g_ptr_array_unref);
      sutra_store_close (store);
    }
  g_assert_cmpuint (n_damaged, ==, (size / 4096 - 8 + 8) / 9);
}

static void
test_cancelled (Fixture *f, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (sutra_check_run (f->store, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  /* The connection is as before. */
  add_mention (f->store, &f->article, &f->type, 3, NULL);
  assert_clean (f->store);
}

static void
on_progress (goffset done, goffset total, gpointer data)
{
  double *last = data;
  double now = (double) done / (double) total;

  g_assert_cmpfloat (now, >=, *last);
  *last = now;
}

static void
test_backup (Fixture *f, gconstpointer data)
{
  g_autofree char *path = fixture_path (f, "অনুলিপি.sutra");
  g_autofree char *expected = NULL;
  g_autofree char *found_rows = NULL;
  g_autoptr (GError) error = NULL;
  SutraStore *copy;
  double last = 0;

  add_mention (f->store, &f->article, &f->type, 3, NULL);
  sutra_store_set_setting (f->store, "name", "🧵", NULL);
  expected = dump_rows (f->store);
  g_assert_true (sutra_store_backup (f->store, path, FALSE, on_progress, &last, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpfloat (last, ==, 1);

  copy = sutra_store_open (path, SUTRA_STORE_DEFAULT, &error);
  g_assert_no_error (error);
  found_rows = dump_rows (copy);
  g_assert_cmpstr (expected, ==, found_rows);
  assert_clean (copy);
  g_assert_true (sutra_history_undo (copy, NULL, NULL, &error));

  /* Open in a program: replacing it under its feet would break it. */
  g_assert_false (sutra_store_backup (f->store, path, TRUE, NULL, NULL, NULL, &error));
  g_assert_error (error, SUTRA_ERROR, SUTRA_ERROR_BUSY);
  g_clear_error (&error);
  sutra_store_close (copy);

  g_assert_false (sutra_store_backup (f->store, path, FALSE, NULL, NULL, NULL, &error));
  g_assert_error (error, SUTRA_ERROR, SUTRA_ERROR_EXISTS);
  g_clear_error (&error);
  g_assert_true (sutra_store_backup (f->store, path, TRUE, NULL, NULL, NULL, &error));
  g_assert_no_error (error);
  g_assert_false (sutra_store_backup (f->store, f->path, TRUE, NULL, NULL, NULL, &error));
  g_assert_error (error, SUTRA_ERROR, SUTRA_ERROR_EXISTS);
  g_clear_error (&error);
  g_assert_false (sutra_store_backup (f->store, f->folder, TRUE, NULL, NULL, NULL, &error));
  g_assert_error (error, SUTRA_ERROR, SUTRA_ERROR_IS_DIRECTORY);
}

typedef struct
{
  Fixture *f;
  SutraStore *other;
  GCancellable *cancellable;
  int n_calls;
} During;

static void
on_progress_edit (goffset done, goffset total, gpointer data)
{
  During *during = data;

  during->n_calls++;
  if (during->other != NULL)
    add_mention (during->other, &during->f->article, &during->f->type, during->n_calls % N_WORDS, NULL);
  if (during->cancellable != NULL)
    g_cancellable_cancel (during->cancellable);
}

static void
test_backup_while_edited (Fixture *f, gconstpointer data)
{
  g_autofree char *path = fixture_path (f, "copy.sutra");
  g_autofree char *expected = NULL;
  g_autofree char *found_rows = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (SutraStore) other = sutra_store_open (f->path, SUTRA_STORE_DEFAULT, NULL);
  g_autofree char *much = g_strnfill (4 << 20, 'x');
  g_autoptr (GBytes) bytes = g_bytes_new (much, 4 << 20);
  During during = { f, other, NULL, 0 };
  SutraStore *copy;
  GDir *dir;
  const char *name;

  sutra_content_put (f->store, bytes, NULL, NULL, NULL);
  expected = dump_rows (f->store);
  g_assert_true (sutra_store_backup (f->store, path, FALSE, on_progress_edit, &during, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpint (during.n_calls, >, 5);
  copy = sutra_store_open (path, SUTRA_STORE_DEFAULT, &error);
  found_rows = dump_rows (copy);
  g_assert_cmpstr (expected, ==, found_rows);
  assert_clean (copy);
  sutra_store_close (copy);

  /* Cancelled halfway: no file, no leftovers. */
  g_assert_cmpint (g_unlink (path), ==, 0);
  during.other = NULL;
  during.cancellable = g_cancellable_new ();
  g_assert_false (sutra_store_backup (f->store, path, FALSE, on_progress_edit, &during, during.cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_object_unref (during.cancellable);
  dir = g_dir_open (f->folder, 0, NULL);
  while ((name = g_dir_read_name (dir)) != NULL)
    g_assert_false (g_str_has_prefix (name, ".sutra-new") || g_str_has_prefix (name, "copy"));
  g_dir_close (dir);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func) g_test_add ("/store/check/" name, Fixture, NULL, fixture_set_up, func, fixture_tear_down)
  ADD ("clean", test_clean);
  ADD ("finds", test_finds);
  ADD ("damaged-page", test_damaged_page);
  ADD ("cancelled", test_cancelled);
  ADD ("backup", test_backup);
  ADD ("backup-while-edited", test_backup_while_edited);
  return g_test_run ();
}
