/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store-fixture.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "sutra-content.h"

#define NOBODY 65534

void
fixture_set_up_empty (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  self->folder = g_dir_make_tmp ("sutra-store-XXXXXX", &error);
  g_assert_no_error (error);
  self->path = g_build_filename (self->folder, "মামলা 🧵.sutra", NULL);
  self->store = sutra_store_create (self->path, &error);
  g_assert_no_error (error);
  g_assert_nonnull (self->store);
  sutra_store_set_author (self->store, "বিশ্লেষক");
}

void
fixture_set_up (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture_set_up_empty (self, data);
  put_text (self->store);
  sutra_store_begin (self->store, &error);
  g_assert_no_error (error);
  self->type = insert_type (self->store, "place");
  self->article = insert_article (self->store, "🧵 কাজাখস্তান");
  sutra_store_commit (self->store, SUTRA_EDIT_ADD_ARTICLE, "🧵 কাজাখস্তান", 1, NULL, &error);
  g_assert_no_error (error);
}

void
fixture_tear_down (Fixture *self, gconstpointer data)
{
  GDir *dir;
  const char *name;

  g_clear_pointer (&self->store, sutra_store_close);
  g_chmod (self->folder, 0700);
  dir = g_dir_open (self->folder, 0, NULL);
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (self->folder, name, NULL);

      if (g_unlink (path) != 0)
        g_rmdir (path);
    }
  g_clear_pointer (&dir, g_dir_close);
  g_assert_cmpint (g_rmdir (self->folder), ==, 0);
  g_free (self->path);
  g_free (self->folder);
}

char *
fixture_path (Fixture *self, const char *name)
{
  return g_build_filename (self->folder, name, NULL);
}

static GBytes *
make_text (void)
{
  GString *text = g_string_new ("🧵 ");

  for (int i = 0; i < N_WORDS; i++)
    g_string_append (text, "কাজাখস্তান ");
  return g_string_free_to_bytes (text);
}

void
put_text (SutraStore *store)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) text = make_text ();

  sutra_content_put (store, text, NULL, NULL, &error);
  g_assert_no_error (error);
}

SutraId
insert_type (SutraStore *store, const char *slug)
{
  g_autoptr (GError) error = NULL;
  SutraId id = sutra_id_new ();

  sutra_store_run (store, &error, "INSERT INTO type (id, slug, color, badge, entities, position) VALUES (?, ?, '#3584e4', 'P', 1, 0)", "is",
                   &id, slug);
  g_assert_no_error (error);
  return id;
}

SutraId
insert_article (SutraStore *store, const char *title)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) text = make_text ();
  g_autofree char *sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, text);
  SutraId id = sutra_id_new ();

  sutra_store_run (store, &error,
                   "INSERT INTO article (id, title, encoding, media_type, code_points, sha256, text_sha256, added) "
                   "VALUES (?, ?, 'UTF-8', 'text/plain', ?, ?, ?, '2024-04-08T10:30:00.123Z')",
                   "islss", &id, title, (gint64) WORD_START (N_WORDS), sha256, sha256);
  g_assert_no_error (error);
  return id;
}

SutraId
insert_entity (SutraStore *store, const SutraId *type, const char *label)
{
  g_autoptr (GError) error = NULL;
  SutraId id = sutra_id_new ();

  sutra_store_run (store, &error,
                   "INSERT INTO entity (id, type, label, label_key, created) VALUES (?, ?, ?, ?, '2024-04-08T10:30:00.123Z')", "iiss", &id,
                   type, label, label);
  g_assert_no_error (error);
  return id;
}

SutraId
insert_location (SutraStore *store, const SutraId *entity, gint64 role, double latitude, double longitude)
{
  SutraId id = sutra_id_new ();
  g_autoptr (GError) error = NULL;

  sutra_store_run (store, &error,
                   "INSERT INTO location (id, entity, role, latitude, longitude, area, place, source, created)"
                   " VALUES (?, ?, ?, ?, ?, 'KZ', 'iso:KZ', 'gazetteer', '2024-04-08T10:30:00.123Z')",
                   "iildd", &id, entity, role, latitude, longitude);
  g_assert_no_error (error);
  return id;
}

SutraId
insert_boundary (SutraStore *store, const SutraId *article, gint64 position, gint64 joined)
{
  g_autoptr (GError) error = NULL;
  SutraId id = sutra_id_new ();

  sutra_store_run (
      store, &error,
      "INSERT INTO boundary (id, article, position, joined, author, created) VALUES (?, ?, ?, ?, 'x', '2024-04-08T10:30:00.123Z')", "iill",
      &id, article, position, joined);
  g_assert_no_error (error);
  return id;
}

SutraId
insert_mention (SutraStore *store, const SutraId *article, const SutraId *type, const SutraId *entity, gint64 start, gint64 end)
{
  g_autoptr (GError) error = NULL;
  SutraId id = sutra_id_new ();

  sutra_store_run (
      store, &error,
      "INSERT INTO mention (id, article, start, \"end\", stem_end, type, entity, quote, quote_key, status, origin, author, created) "
      "VALUES (?, ?, ?, ?, ?, ?, ?, 'কাজাখস্তান', 'কাজাখস্তান', 0, 0, 'বিশ্লেষক', '2024-04-08T10:30:00.123Z')",
      "iilllii", &id, article, start, end, end, type, entity);
  g_assert_no_error (error);
  return id;
}

SutraId
add_mention (SutraStore *store, const SutraId *article, const SutraId *type, gint64 word, SutraChanges **changes)
{
  g_autoptr (GError) error = NULL;
  SutraId id;

  sutra_store_begin (store, &error);
  g_assert_no_error (error);
  id = insert_mention (store, article, type, NULL, WORD_START (word), WORD_START (word) + WORD_LENGTH);
  sutra_store_commit (store, SUTRA_EDIT_ADD_MENTION, "কাজাখস্তান", 1, changes, &error);
  g_assert_no_error (error);
  return id;
}

gint64
count_rows (SutraStore *store, const char *table)
{
  g_autofree char *sql = g_strdup_printf ("SELECT count(*) FROM \"%s\"", table);

  return sutra_store_get_int (store, -1, sql, "");
}

static void
dump_table (SutraStore *store, const char *table, GString *text)
{
  g_autofree char *columns_sql = NULL;
  g_autofree char *sql = NULL;
  g_autoptr (SutraStatement) columns = NULL;
  g_autoptr (SutraStatement) rows = NULL;
  g_autoptr (GError) error = NULL;

  columns_sql =
      g_strdup_printf ("SELECT group_concat ('quote (\"' || name || '\")', ' || ''|'' || ') FROM pragma_table_info ('%s')", table);
  columns = sutra_statement_new (store, &error, columns_sql, "");
  g_assert_no_error (error);
  g_assert_true (sutra_statement_next (columns, &error));

  sql = g_strdup_printf ("SELECT %s FROM \"%s\" ORDER BY 1", sutra_statement_get_text (columns, 0), table);
  rows = sutra_statement_new (store, &error, sql, "");
  g_assert_no_error (error);
  g_string_append_printf (text, "%s\n", table);
  while (sutra_statement_next (rows, &error))
    g_string_append_printf (text, "%s\n", sutra_statement_get_text (rows, 0));
  g_assert_no_error (error);
}

char *
dump_rows (SutraStore *store)
{
  static const char *const tables[] = { "article", "type",     "entity",   "alias",    "attribute",
                                        "mention", "relation", "boundary", "location", "setting" };
  GString *text = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (tables); i++)
    dump_table (store, tables[i], text);
  return g_string_free (text, FALSE);
}

gboolean
is_single_change (SutraChanges *changes, SutraTable table, SutraChangeOperation operation, const SutraId *id)
{
  SutraChange *change;

  if (changes == NULL || changes->rows->len != 1)
    return FALSE;
  change = &g_array_index (changes->rows, SutraChange, 0);
  return change->table == table && change->operation == operation && sutra_id_equal (&change->id, id);
}

void
run_raw_sql (const char *path, const char *sql)
{
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open_v2 (path, &db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, NULL), ==, SQLITE_OK);
  if (sqlite3_exec (db, sql, NULL, NULL, NULL) != SQLITE_OK)
    g_error ("%s in %s", sqlite3_errmsg (db), sql);
  g_assert_cmpint (sqlite3_close (db), ==, SQLITE_OK);
}

void
run_unprivileged (void (*func) (gpointer data), gpointer data)
{
  int status = 0;
  pid_t pid = fork ();

  if (pid == 0)
    {
      if (getuid () == 0 && (setgid (NOBODY) != 0 || setuid (NOBODY) != 0))
        _exit (77);
      func (data);
      _exit (0);
    }
  g_assert_cmpint (waitpid (pid, &status, 0), ==, pid);
  if (WIFEXITED (status) && WEXITSTATUS (status) == 77)
    g_test_skip ("the privileges cannot be dropped here");
  else
    g_assert_true (WIFEXITED (status) && WEXITSTATUS (status) == 0);
}
