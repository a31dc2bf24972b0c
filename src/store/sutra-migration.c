/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-store-private.h"

#include "sutra-schema.h"

/* One line for each column of each table: what a recorded changeset and the model rely on. */
static const char shape_sql[] =
    "SELECT t.name || '.' || c.name || ' ' || c.type || ' ' || c.\"notnull\" || ' ' || c.pk || ' ' || t.strict || ' ' || "
    "t.wr || ' ' || c.cid FROM pragma_table_list AS t, pragma_table_info (t.name) AS c "
    "WHERE t.schema = 'main' AND t.type = 'table' AND t.name NOT LIKE 'sqlite%' ORDER BY 1";

static GHashTable *
read_shape (sqlite3 *db, const char *path, GError **error)
{
  g_autoptr (GHashTable) lines = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  sqlite3_stmt *statement = NULL;
  int code = sqlite3_prepare_v2 (db, shape_sql, -1, &statement, NULL);

  while (code == SQLITE_OK || code == SQLITE_ROW)
    {
      code = sqlite3_step (statement);
      if (code == SQLITE_ROW && sqlite3_column_text (statement, 0) != NULL)
        g_hash_table_add (lines, g_strdup ((const char *) sqlite3_column_text (statement, 0)));
    }
  sqlite3_finalize (statement);
  if (code != SQLITE_DONE)
    {
      sutra_store_set_error (error, db, code, path, "be read");
      return NULL;
    }
  return g_steal_pointer (&lines);
}

/* The shape of the current version, from the same steps that made the file. */
static GHashTable *
make_expected_shape (GError **error)
{
  sqlite3 *db = NULL;
  GHashTable *lines = NULL;
  int code = sqlite3_open_v2 (":memory:", &db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_MEMORY, NULL);

  if (code == SQLITE_OK)
    code = sutra_tokenizer_register (db);
  for (int version = 0; code == SQLITE_OK && version < SUTRA_STORE_VERSION; version++)
    code = sqlite3_exec (db, sutra_schema_get_step (version), NULL, NULL, NULL);
  if (code == SQLITE_OK)
    lines = read_shape (db, "The schema", error);
  else
    sutra_store_set_error (error, db, code, "The schema", "be made");
  sqlite3_close (db);
  return lines;
}

/* All steps in one text, or NULL if one of them does more than make tables and indexes. */
static char *
dup_plain_steps (void)
{
  g_autoptr (GString) steps = g_string_new (NULL);

  for (int version = 0; version < SUTRA_STORE_VERSION; version++)
    g_string_append (steps, sutra_schema_get_step (version));
  if (strstr (steps->str, "ALTER ") != NULL || strstr (steps->str, "DROP ") != NULL)
    return NULL;
  return g_strdup (steps->str);
}

/* Whether each table was made by the very statement that makes it now: then its columns need no comparing, which is most of the time that opening takes. */
static gboolean
has_own_tables (SutraStore *self)
{
  g_autofree char *steps = dup_plain_steps ();
  g_autoptr (GHashTable) found = g_hash_table_new (NULL, NULL);
  sqlite3_stmt *statement = NULL;
  guint n_tables = 0;

  if (steps == NULL)
    return FALSE;
  for (const char *at = steps; (at = strstr (at, "CREATE TABLE ")) != NULL; at++)
    n_tables++;
  if (sqlite3_prepare_v2 (self->db, "SELECT sql || ';' FROM sqlite_schema WHERE type = 'table'", -1, &statement, NULL) != SQLITE_OK)
    return FALSE;
  while (sqlite3_step (statement) == SQLITE_ROW)
    {
      const char *sql = (const char *) sqlite3_column_text (statement, 0);
      const char *own = sql != NULL && g_str_has_prefix (sql, "CREATE TABLE ") ? strstr (steps, sql) : NULL;

      if (own != NULL)
        g_hash_table_add (found, (gpointer) own);
    }
  sqlite3_finalize (statement);
  return g_hash_table_size (found) == n_tables;
}

gboolean
sutra_migration_verify (SutraStore *self, GError **error)
{
  g_autoptr (GHashTable) expected = NULL;
  g_autoptr (GHashTable) found = NULL;
  GHashTableIter iter;
  const char *line;

  if (has_own_tables (self))
    return TRUE;
  expected = make_expected_shape (error);
  found = expected != NULL ? read_shape (self->db, self->path, error) : NULL;
  if (found == NULL)
    return FALSE;

  g_hash_table_iter_init (&iter, expected);
  while (g_hash_table_iter_next (&iter, (gpointer *) &line, NULL))
    if (!g_hash_table_contains (found, line))
      {
        g_autofree char *name = g_strndup (line, strcspn (line, " "));

        g_set_error (error, SUTRA_ERROR, SUTRA_ERROR_DAMAGED, "%s is damaged: its column %s is missing or altered. Use a backup.",
                     self->path, name);
        return FALSE;
      }
  return TRUE;
}

static gint64
read_version (SutraStore *self, GError **error)
{
  sqlite3_stmt *statement = NULL;
  gint64 version = -1;
  int code = sqlite3_prepare_v2 (self->db, "PRAGMA user_version", -1, &statement, NULL);

  if (code == SQLITE_OK)
    code = sqlite3_step (statement);
  if (code == SQLITE_ROW)
    version = sqlite3_column_int64 (statement, 0);
  else
    sutra_store_set_error (error, self->db, code, self->path, "be read");
  sqlite3_finalize (statement);

  if (code == SQLITE_ROW && version < 0)
    g_set_error (error, SUTRA_ERROR, SUTRA_ERROR_DAMAGED, "%s is damaged: its version is %" G_GINT64_FORMAT ". Use a backup.", self->path,
                 version);
  return version;
}

static gboolean
run_steps (SutraStore *self, gint64 version, GError **error)
{
  g_autofree char *stamp = g_strdup_printf ("PRAGMA user_version = %d", SUTRA_STORE_VERSION);

  for (; version < SUTRA_STORE_VERSION; version++)
    if (!sutra_store_exec (self, sutra_schema_get_step ((int) version), error))
      return FALSE;
  return sutra_store_exec (self, stamp, error) && sutra_migration_verify (self, error) && sutra_store_exec (self, "COMMIT", error);
}

gboolean
sutra_migration_run (SutraStore *self, GError **error)
{
  gint64 version = read_version (self, error);

  if (version < 0)
    return FALSE;
  if (version > SUTRA_STORE_VERSION)
    {
      g_set_error (error, SUTRA_ERROR, SUTRA_ERROR_NEWER, "%s was made by a newer version of this program. Update the program to open it.",
                   self->path);
      return FALSE;
    }
  if (version == SUTRA_STORE_VERSION)
    return sutra_migration_verify (self, error);
  if (self->read_only)
    {
      g_set_error (
          error, SUTRA_ERROR, SUTRA_ERROR_READ_ONLY,
          "%s was made by an older version of this program and must be converted first, but it can be read only. Open a copy of it.",
          self->path);
      return FALSE;
    }

  if (!sutra_store_exec (self, "BEGIN IMMEDIATE", error))
    return FALSE;
  /* Another process may have migrated while this one waited for the lock. */
  version = read_version (self, error);
  if (version >= 0 && version <= SUTRA_STORE_VERSION && run_steps (self, version, error))
    return TRUE;

  if (error != NULL && (*error == NULL || g_error_matches (*error, SUTRA_ERROR, SUTRA_ERROR_FAILED)))
    {
      g_clear_error (error);
      g_set_error (error, SUTRA_ERROR, SUTRA_ERROR_DAMAGED, "%s could not be converted to the current version and was left as it was.",
                   self->path);
    }
  if (!sqlite3_get_autocommit (self->db))
    sqlite3_exec (self->db, "ROLLBACK", NULL, NULL, NULL);
  return FALSE;
}
