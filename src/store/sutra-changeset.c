/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-store-private.h"

#include <string.h>

#include "sutra-changeset-compare.h"

static const char *const table_names[] = {
  [SUTRA_TABLE_ARTICLE] = "article",   [SUTRA_TABLE_TYPE] = "type",           [SUTRA_TABLE_ENTITY] = "entity",
  [SUTRA_TABLE_ALIAS] = "alias",       [SUTRA_TABLE_ATTRIBUTE] = "attribute", [SUTRA_TABLE_MENTION] = "mention",
  [SUTRA_TABLE_RELATION] = "relation", [SUTRA_TABLE_BOUNDARY] = "boundary",   [SUTRA_TABLE_LOCATION] = "location",
};

G_STATIC_ASSERT (G_N_ELEMENTS (table_names) == SUTRA_N_TABLES);

int
sutra_table_from_name (const char *name)
{
  for (int i = 0; i < SUTRA_N_TABLES; i++)
    if (g_strcmp0 (table_names[i], name) == 0)
      return i;
  return -1;
}

const char *
sutra_table_get_name (SutraTable table)
{
  return table_names[table];
}

/* Only these tables: with all of them attached the shadow tables of full-text indexes would be recorded too, and undo would corrupt the index. */
sqlite3_session *
sutra_changeset_record (SutraStore *self, GError **error)
{
  sqlite3_session *recorder = NULL;
  int code = sqlite3session_create (self->db, "main", &recorder);

  for (int i = 0; i < SUTRA_N_TABLES && code == SQLITE_OK; i++)
    code = sqlite3session_attach (recorder, table_names[i]);
  if (code != SQLITE_OK)
    {
      sutra_store_set_error (error, NULL, code, self->path, "be changed");
      g_clear_pointer (&recorder, sqlite3session_delete);
    }
  return recorder;
}

gboolean
sutra_changeset_take (SutraStore *self, sqlite3_session *recorder, GBytes **changeset, GError **error)
{
  int size = 0;
  void *data = NULL;
  int code = sqlite3session_changeset (recorder, &size, &data);

  *changeset = NULL;
  sqlite3session_delete (recorder);
  if (code != SQLITE_OK)
    {
      sutra_store_set_error (error, NULL, code, self->path, "be changed");
      return FALSE;
    }
  if (size > 0)
    *changeset = g_bytes_new_with_free_func (data, (gsize) size, sqlite3_free, data);
  else
    sqlite3_free (data);
  return TRUE;
}

static gboolean
check_valid (SutraStore *self, GBytes *changeset, GError **error)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (changeset, &size);

  if (size <= G_MAXINT && sutra_changeset_validate (data, size))
    return TRUE;
  g_set_error (error, SUTRA_ERROR, SUTRA_ERROR_DAMAGED, "%s is damaged: what an edit changed cannot be read any more. Use a backup.",
               self->path);
  return FALSE;
}

static GBytes *
invert_changeset (GBytes *changeset)
{
  gsize size;
  const void *data = g_bytes_get_data (changeset, &size);
  int n_inverted = 0;
  void *inverted = NULL;

  if (sqlite3changeset_invert ((int) size, data, &n_inverted, &inverted) != SQLITE_OK)
    return NULL;
  return g_bytes_new_with_free_func (inverted, (gsize) n_inverted, sqlite3_free, inverted);
}

static int
on_filter (void *data, const char *table)
{
  return sutra_table_from_name (table) >= 0;
}

/* Never OMIT: a row left out is a row lost. */
static int
on_conflict (void *data, int conflict, sqlite3_changeset_iter *iter)
{
  const char **table = data;
  int n_columns, operation, indirect;

  if (conflict != SQLITE_CHANGESET_FOREIGN_KEY && sqlite3changeset_op (iter, table, &n_columns, &operation, &indirect) == SQLITE_OK)
    *table = sutra_table_get_name ((SutraTable) MAX (0, sutra_table_from_name (*table)));
  else
    *table = "reference";
  return SQLITE_CHANGESET_ABORT;
}

static void
set_conflict (SutraStore *self, GError **error, const char *table)
{
  g_set_error (
      error, SUTRA_ERROR, SUTRA_ERROR_CONFLICT,
      "Nothing was changed in %s: a row (%s) is not as the edit had left it. Check the case; something other than this program wrote to it.",
      self->path, table != NULL ? table : "unknown");
}

/* @changeset is valid. */
static gboolean
apply (SutraStore *self, GBytes *changeset, GError **error)
{
  gsize size;
  const void *data = g_bytes_get_data (changeset, &size);
  g_autoptr (GBytes) changed = NULL;
  const char *table = NULL;
  sqlite3_session *recorder = sutra_changeset_record (self, error);
  int code;

  if (recorder == NULL)
    return FALSE;

  code = sqlite3changeset_apply (self->db, (int) size, (void *) data, on_filter, on_conflict, &table);
  if (code != SQLITE_OK)
    {
      if (code == SQLITE_ABORT || table != NULL)
        set_conflict (self, error, table);
      else
        sutra_store_set_error (error, self->db, code, self->path, "be changed");
      sqlite3session_delete (recorder);
      return FALSE;
    }

  /* SQLite skips a table that it does not find, or finds with another key, without a word. */
  if (!sutra_changeset_take (self, recorder, &changed, error))
    return FALSE;
  if (!sutra_changeset_same (changeset, changed))
    {
      set_conflict (self, error, NULL);
      return FALSE;
    }
  return TRUE;
}

gboolean
sutra_changeset_apply (SutraStore *self, GBytes *changeset, gboolean invert, GError **error)
{
  g_autoptr (GBytes) inverted = NULL;

  if (!check_valid (self, changeset, error))
    return FALSE;
  if (!invert)
    return apply (self, changeset, error);

  inverted = invert_changeset (changeset);
  if (inverted == NULL)
    {
      g_set_error (error, SUTRA_ERROR, SUTRA_ERROR_DAMAGED, "%s is damaged: an edit cannot be turned back. Use a backup.", self->path);
      return FALSE;
    }
  return apply (self, inverted, error);
}

static SutraId
value_to_id (sqlite3_value *value)
{
  SutraId id = SUTRA_ID_NULL;

  if (value != NULL && sqlite3_value_type (value) == SQLITE_BLOB && sqlite3_value_bytes (value) == sizeof id.bytes)
    memcpy (id.bytes, sqlite3_value_blob (value), sizeof id.bytes);
  return id;
}

static void
list_change (sqlite3_changeset_iter *iter, gboolean invert, GArray *rows)
{
  SutraChange change = { 0 };
  const char *name = NULL;
  int n_columns, operation, indirect;
  sqlite3_value *id = NULL;
  sqlite3_value *owner = NULL;

  sqlite3changeset_op (iter, &name, &n_columns, &operation, &indirect);
  change.table = (SutraTable) sutra_table_from_name (name);
  if (operation == SQLITE_INSERT)
    sqlite3changeset_new (iter, 0, &id);
  else
    sqlite3changeset_old (iter, 0, &id);

  /* The owner is the second column of these five. */
  if (operation != SQLITE_UPDATE && n_columns > 1 &&
      (change.table == SUTRA_TABLE_MENTION || change.table == SUTRA_TABLE_ALIAS || change.table == SUTRA_TABLE_ATTRIBUTE ||
       change.table == SUTRA_TABLE_BOUNDARY || change.table == SUTRA_TABLE_LOCATION))
    {
      if (operation == SQLITE_INSERT)
        sqlite3changeset_new (iter, 1, &owner);
      else
        sqlite3changeset_old (iter, 1, &owner);
    }

  change.id = value_to_id (id);
  change.owner = value_to_id (owner);
  if (operation == SQLITE_UPDATE)
    change.operation = SUTRA_CHANGE_UPDATE;
  else
    change.operation = (operation == SQLITE_INSERT) != invert ? SUTRA_CHANGE_INSERT : SUTRA_CHANGE_DELETE;
  g_array_append_val (rows, change);
}

gboolean
sutra_changeset_list (SutraStore *self, GBytes *changeset, gboolean invert, GArray *rows, GError **error)
{
  gsize size;
  const void *data = g_bytes_get_data (changeset, &size);
  sqlite3_changeset_iter *iter = NULL;
  int code;

  if (!check_valid (self, changeset, error))
    return FALSE;

  code = sqlite3changeset_start (&iter, (int) size, (void *) data);
  while (code == SQLITE_OK && (code = sqlite3changeset_next (iter)) == SQLITE_ROW)
    {
      list_change (iter, invert, rows);
      code = SQLITE_OK;
    }
  sqlite3changeset_finalize (iter);
  if (code != SQLITE_DONE && code != SQLITE_OK)
    {
      sutra_store_set_error (error, NULL, code, self->path, "be read");
      return FALSE;
    }
  return TRUE;
}
