/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-statement.h"

#include <math.h>
#include <string.h>

#include "sutra-store-private.h"

#define MAX_CACHED 200

struct _SutraStatement
{
  SutraStore *store;
  sqlite3_stmt *handle;
  char *sql;
  gboolean in_use;
  gboolean cached;
  gboolean writes_recorded;
  GPtrArray *repaired; /* (nullable) texts of the current row that were not valid UTF-8 */
};

static void
statement_free (SutraStatement *self)
{
  sqlite3_finalize (self->handle);
  g_clear_pointer (&self->repaired, g_ptr_array_unref);
  g_free (self->sql);
  g_free (self);
}

static gboolean
is_idle (gpointer sql, gpointer statement, gpointer data)
{
  return !((SutraStatement *) statement)->in_use;
}

void
sutra_statement_free_all (SutraStore *self)
{
  if (self->statements == NULL)
    return;

  g_hash_table_foreach_remove (self->statements, is_idle, NULL);
  if (g_hash_table_size (self->statements) > 0)
    g_critical ("A statement is still in use while %s is closed", self->path);
  g_clear_pointer (&self->statements, g_hash_table_unref);
}

static SutraStatement *
compile (SutraStore *store, const char *sql, GError **error)
{
  sqlite3_stmt *handle = NULL;
  SutraStatement *self;
  int code;

  store->compiled_write = FALSE;
  code = sqlite3_prepare_v3 (store->db, sql, -1, SQLITE_PREPARE_PERSISTENT, &handle, NULL);
  if (code == SQLITE_ERROR)
    g_critical ("Bad SQL: %s in %s", sqlite3_errmsg (store->db), sql);
  if (code != SQLITE_OK)
    {
      sutra_store_set_error (error, store->db, code, store->path, "be read");
      return NULL;
    }

  self = g_new0 (SutraStatement, 1);
  self->store = store;
  self->handle = handle;
  self->sql = g_strdup (sql);
  self->writes_recorded = store->compiled_write;
  return self;
}

static SutraStatement *
take (SutraStore *store, const char *sql, GError **error)
{
  SutraStatement *self;

  if (store->statements == NULL)
    store->statements = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) statement_free);

  self = g_hash_table_lookup (store->statements, sql);
  if (self != NULL && !self->in_use)
    {
      self->in_use = TRUE;
      return self;
    }
  if (self != NULL)
    {
      self = compile (store, sql, error);
      if (self != NULL)
        self->in_use = TRUE;
      return self;
    }

  self = compile (store, sql, error);
  if (self == NULL)
    return NULL;
  if (g_hash_table_size (store->statements) >= MAX_CACHED)
    g_hash_table_foreach_remove (store->statements, is_idle, NULL);
  self->in_use = TRUE;
  self->cached = TRUE;
  g_hash_table_insert (store->statements, self->sql, self);
  return self;
}

static int
bind_bytes (sqlite3_stmt *handle, int index, GBytes *bytes)
{
  gsize size;
  const void *data;

  if (bytes == NULL)
    return sqlite3_bind_null (handle, index);

  data = g_bytes_get_data (bytes, &size);
  /* A NULL pointer would bind NULL, not an empty blob. */
  return sqlite3_bind_blob64 (handle, index, data != NULL ? data : "", size, SQLITE_TRANSIENT);
}

static int
bind (SutraStatement *self, const char *types, va_list args)
{
  sqlite3_stmt *handle = self->handle;
  int code = SQLITE_OK;

  g_assert ((int) strlen (types) == sqlite3_bind_parameter_count (handle));

  for (int i = 0; types[i] != '\0' && code == SQLITE_OK; i++)
    {
      const SutraId *id;
      double number;

      switch (types[i])
        {
        case 'i':
          id = va_arg (args, const SutraId *);
          if (id == NULL || sutra_id_is_null (id))
            code = sqlite3_bind_null (handle, i + 1);
          else
            code = sqlite3_bind_blob (handle, i + 1, id->bytes, sizeof id->bytes, SQLITE_TRANSIENT);
          break;
        case 'l':
          code = sqlite3_bind_int64 (handle, i + 1, va_arg (args, gint64));
          break;
        case 's':
          code = sqlite3_bind_text (handle, i + 1, va_arg (args, const char *), -1, SQLITE_TRANSIENT);
          break;
        case 'd':
          number = va_arg (args, double);
          code = isnan (number) ? sqlite3_bind_null (handle, i + 1) : sqlite3_bind_double (handle, i + 1, number);
          break;
        case 'b':
          code = bind_bytes (handle, i + 1, va_arg (args, GBytes *));
          break;
        default:
          g_error ("Unknown type letter '%c' for %s", types[i], self->sql);
        }
    }
  return code;
}

static SutraStatement *
statement_new_va (SutraStore *store, GError **error, const char *sql, const char *types, va_list args)
{
  SutraStatement *self = take (store, sql, error);
  int code;

  if (self == NULL)
    return NULL;

  code = bind (self, types, args);
  if (code != SQLITE_OK)
    {
      sutra_store_set_error (error, store->db, code, store->path, "be used");
      g_clear_pointer (&self, sutra_statement_end);
    }
  return self;
}

/* After SQLite rolled back on its own (disk full), a statement of the edit would run, and commit, by itself. */
static gboolean
check_in_edit (SutraStatement *self, GError **error)
{
  SutraStore *store = self->store;

  if (store->in_edit && sqlite3_get_autocommit (store->db))
    {
      g_set_error (error, SUTRA_ERROR, SUTRA_ERROR_FAILED, "The edit of %s was rolled back because of an earlier error. Try again.",
                   store->path);
      return FALSE;
    }
  if (self->writes_recorded && !store->in_edit)
    {
      g_critical ("Outside of an edit: %s", self->sql);
      g_set_error (error, SUTRA_ERROR, SUTRA_ERROR_FAILED, "%s can be changed in an edit only.", store->path);
      return FALSE;
    }
  return TRUE;
}

SutraStatement *
sutra_statement_new (SutraStore *store, GError **error, const char *sql, const char *types, ...)
{
  SutraStatement *self;
  va_list args;

  va_start (args, types);
  self = statement_new_va (store, error, sql, types, args);
  va_end (args);
  return self;
}

gboolean
sutra_statement_next (SutraStatement *self, GError **error)
{
  int code;

  g_clear_pointer (&self->repaired, g_ptr_array_unref);
  if (!check_in_edit (self, error))
    return FALSE;

  code = sqlite3_step (self->handle);
  if (code == SQLITE_ROW)
    return TRUE;
  if (code != SQLITE_DONE)
    sutra_store_set_error (error, self->store->db, code, self->store->path,
                           sqlite3_stmt_readonly (self->handle) ? "be read" : "be changed");
  return FALSE;
}

gboolean
sutra_statement_is_null (SutraStatement *self, int column)
{
  return sqlite3_column_type (self->handle, column) == SQLITE_NULL;
}

gint64
sutra_statement_get_int (SutraStatement *self, int column)
{
  return sqlite3_column_int64 (self->handle, column);
}

double
sutra_statement_get_double (SutraStatement *self, int column)
{
  return sutra_statement_is_null (self, column) ? (double) NAN : sqlite3_column_double (self->handle, column);
}

const char *
sutra_statement_get_text (SutraStatement *self, int column)
{
  const char *text = (const char *) sqlite3_column_text (self->handle, column);

  if (text == NULL || g_utf8_validate (text, -1, NULL))
    return text;

  /* A file that someone made by hand may hold anything. */
  if (self->repaired == NULL)
    self->repaired = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (self->repaired, g_utf8_make_valid (text, -1));
  return g_ptr_array_index (self->repaired, self->repaired->len - 1);
}

char *
sutra_statement_dup_text (SutraStatement *self, int column)
{
  return g_strdup (sutra_statement_get_text (self, column));
}

SutraId
sutra_statement_get_id (SutraStatement *self, int column)
{
  SutraId id = SUTRA_ID_NULL;
  const void *blob = sqlite3_column_blob (self->handle, column);

  /* Columns for ids are STRICT blobs: what has 16 bytes is one. */
  if (blob != NULL && sqlite3_column_bytes (self->handle, column) == sizeof id.bytes)
    memcpy (id.bytes, blob, sizeof id.bytes);
  return id;
}

const guint8 *
sutra_statement_get_bytes (SutraStatement *self, int column, gsize *n_bytes)
{
  const guint8 *data = sqlite3_column_blob (self->handle, column);

  *n_bytes = (gsize) sqlite3_column_bytes (self->handle, column);
  return data;
}

GBytes *
sutra_statement_dup_bytes (SutraStatement *self, int column)
{
  const guint8 *data;
  gsize n_bytes;

  if (sutra_statement_is_null (self, column))
    return NULL;
  data = sutra_statement_get_bytes (self, column, &n_bytes);
  return g_bytes_new (data, n_bytes);
}

void
sutra_statement_end (SutraStatement *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->repaired, g_ptr_array_unref);
  if (!self->cached)
    {
      statement_free (self);
      return;
    }
  sqlite3_reset (self->handle);
  sqlite3_clear_bindings (self->handle);
  self->in_use = FALSE;
}

gboolean
sutra_store_run (SutraStore *store, GError **error, const char *sql, const char *types, ...)
{
  g_autoptr (SutraStatement) self = NULL;
  g_autoptr (GError) local = NULL;
  va_list args;

  va_start (args, types);
  self = statement_new_va (store, error, sql, types, args);
  va_end (args);
  if (self == NULL)
    return FALSE;

  while (sutra_statement_next (self, &local))
    ;
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  store->n_changed = sqlite3_changes64 (store->db);
  return TRUE;
}

gint64
sutra_store_get_changed (SutraStore *store)
{
  return store->n_changed;
}

gint64
sutra_store_get_int (SutraStore *store, gint64 fallback, const char *sql, const char *types, ...)
{
  g_autoptr (SutraStatement) self = NULL;
  va_list args;

  va_start (args, types);
  self = statement_new_va (store, NULL, sql, types, args);
  va_end (args);
  if (self == NULL || !sutra_statement_next (self, NULL) || sutra_statement_is_null (self, 0))
    return fallback;
  return sutra_statement_get_int (self, 0);
}
