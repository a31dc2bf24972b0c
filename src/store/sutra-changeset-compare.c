/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-changeset-compare.h"

#include <string.h>

#include "sutra-store-private.h"

/* The changes as byte strings, one behind the other, and where each starts. */
typedef struct
{
  GByteArray *bytes;
  GArray *starts; /* of gsize; one more than there are changes */
} Changes;

static void
add_value (GByteArray *bytes, sqlite3_value *value)
{
  guint8 type = value != NULL ? (guint8) sqlite3_value_type (value) : 0;
  gint64 integer;
  double real;
  guint32 size;

  g_byte_array_append (bytes, &type, 1);
  switch (type)
    {
    case SQLITE_INTEGER:
      integer = sqlite3_value_int64 (value);
      g_byte_array_append (bytes, (const guint8 *) &integer, sizeof integer);
      break;
    case SQLITE_FLOAT:
      real = sqlite3_value_double (value);
      g_byte_array_append (bytes, (const guint8 *) &real, sizeof real);
      break;
    case SQLITE_TEXT:
    case SQLITE_BLOB:
      size = (guint32) sqlite3_value_bytes (value);
      g_byte_array_append (bytes, (const guint8 *) &size, sizeof size);
      if (size > 0)
        g_byte_array_append (bytes, sqlite3_value_blob (value), size);
      break;
    default:
      break;
    }
}

/* @n_columns: of each table; filled in when @learn, else how many to look at. */
static gboolean
add_change (Changes *self, sqlite3_changeset_iter *iter, int n_columns[SUTRA_N_TABLES], gboolean learn)
{
  const char *name = NULL;
  int n, operation, indirect, table;
  gsize start = self->bytes->len;
  guint8 head[2];

  if (sqlite3changeset_op (iter, &name, &n, &operation, &indirect) != SQLITE_OK)
    return FALSE;
  table = sutra_table_from_name (name);
  if (table < 0)
    return FALSE;
  if (learn)
    n_columns[table] = n;
  else if (n < n_columns[table])
    return FALSE;

  head[0] = (guint8) table;
  head[1] = (guint8) operation;
  g_byte_array_append (self->bytes, head, sizeof head);
  for (int i = 0; i < n_columns[table]; i++)
    {
      sqlite3_value *old_value = NULL;
      sqlite3_value *new_value = NULL;

      if (operation != SQLITE_INSERT)
        sqlite3changeset_old (iter, i, &old_value);
      if (operation != SQLITE_DELETE)
        sqlite3changeset_new (iter, i, &new_value);
      add_value (self->bytes, old_value);
      add_value (self->bytes, new_value);
    }
  g_array_append_val (self->starts, start);
  return TRUE;
}

static gboolean
read_changes (Changes *self, GBytes *changeset, int n_columns[SUTRA_N_TABLES], gboolean learn)
{
  gsize size;
  const void *data = g_bytes_get_data (changeset, &size);
  sqlite3_changeset_iter *iter = NULL;
  gboolean good = TRUE;
  int code = sqlite3changeset_start (&iter, (int) size, (void *) data);

  while (good && code == SQLITE_OK && (code = sqlite3changeset_next (iter)) == SQLITE_ROW)
    {
      good = add_change (self, iter, n_columns, learn);
      code = SQLITE_OK;
    }
  sqlite3changeset_finalize (iter);
  return good && code == SQLITE_DONE;
}

static int
compare_changes (gconstpointer a, gconstpointer b, gpointer data)
{
  GBytes *const *first = a;
  GBytes *const *second = b;

  return g_bytes_compare (*first, *second);
}

static GPtrArray *
sort_changes (Changes *self)
{
  g_autoptr (GBytes) all = g_bytes_new_static (self->bytes->data, self->bytes->len);
  GPtrArray *sorted = g_ptr_array_new_full (self->starts->len, (GDestroyNotify) g_bytes_unref);

  for (guint i = 0; i < self->starts->len; i++)
    {
      gsize start = g_array_index (self->starts, gsize, i);
      gsize end = i + 1 < self->starts->len ? g_array_index (self->starts, gsize, i + 1) : self->bytes->len;

      g_ptr_array_add (sorted, g_bytes_new_from_bytes (all, start, end - start));
    }
  g_ptr_array_sort_with_data (sorted, compare_changes, NULL);
  return sorted;
}

gboolean
sutra_changeset_same (GBytes *expected, GBytes *found)
{
  int n_columns[SUTRA_N_TABLES] = { 0 };
  Changes first = { g_byte_array_new (), g_array_new (FALSE, FALSE, sizeof (gsize)) };
  Changes second = { g_byte_array_new (), g_array_new (FALSE, FALSE, sizeof (gsize)) };
  gboolean same = read_changes (&first, expected, n_columns, TRUE) && (found == NULL || read_changes (&second, found, n_columns, FALSE)) &&
                  first.starts->len == second.starts->len && first.bytes->len == second.bytes->len;

  if (same)
    {
      g_autoptr (GPtrArray) a = sort_changes (&first);
      g_autoptr (GPtrArray) b = sort_changes (&second);

      for (guint i = 0; i < a->len && same; i++)
        same = g_bytes_equal (a->pdata[i], b->pdata[i]);
    }
  g_byte_array_unref (first.bytes);
  g_byte_array_unref (second.bytes);
  g_array_unref (first.starts);
  g_array_unref (second.starts);
  return same;
}
