/* The format is that of sqlite3session.c: for each table 'T', the number of columns (varint), a byte for each column (nonzero: key), the name and a NUL; then its
 * changes: the operation, an "indirect" byte, and the old and/or new record. A record has for each column a type byte and the value.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-store-private.h"

#include <string.h>

typedef struct
{
  const guint8 *at;
  const guint8 *end;
} Reader;

/* One to nine bytes, seven bits each, high bit: more follow; lengths here fit four bytes. */
static gboolean
read_varint (Reader *self, gsize *value)
{
  *value = 0;
  for (int i = 0; i < 5 && self->at < self->end; i++)
    {
      guint8 byte = *self->at++;

      *value = *value << 7 | (byte & 0x7f);
      if ((byte & 0x80) == 0)
        return TRUE;
    }
  return FALSE;
}

static gboolean
skip (Reader *self, gsize n)
{
  if ((gsize) (self->end - self->at) < n)
    return FALSE;
  self->at += n;
  return TRUE;
}

/* @partial: values may be undefined (type 0), as in an update. @key: whether the first column, the id, is there; else it must be undefined. */
static gboolean
read_record (Reader *self, gsize n_columns, gboolean partial, gboolean key)
{
  for (gsize i = 0; i < n_columns; i++)
    {
      gsize size = 0;
      gboolean good = self->at < self->end;
      int type = good ? *self->at++ : -1;

      switch (type)
        {
        case 0:
          good = partial;
          break;
        case SQLITE_INTEGER:
        case SQLITE_FLOAT:
          good = skip (self, 8);
          break;
        case SQLITE_TEXT:
        case SQLITE_BLOB:
          good = read_varint (self, &size) && skip (self, size);
          break;
        case SQLITE_NULL:
          break;
        default:
          good = FALSE;
        }
      if (i == 0)
        good = good && (key ? type == SQLITE_BLOB && size == sizeof (SutraId) : type == 0);
      if (!good)
        return FALSE;
    }
  return TRUE;
}

static gboolean
read_table (Reader *self, gsize *n_columns)
{
  const guint8 *keys;
  const guint8 *name;

  if (!read_varint (self, n_columns) || *n_columns == 0 || *n_columns > 200)
    return FALSE;
  keys = self->at;
  if (!skip (self, *n_columns) || keys[0] != 1)
    return FALSE;
  for (gsize i = 1; i < *n_columns; i++)
    if (keys[i] != 0)
      return FALSE;

  name = self->at;
  self->at = memchr (name, 0, (gsize) (self->end - name));
  if (self->at == NULL)
    return FALSE;
  self->at++;
  return sutra_table_from_name ((const char *) name) >= 0;
}

gboolean
sutra_changeset_validate (const guint8 *data, gsize size)
{
  Reader self = { data, data + size };
  gsize n_columns = 0;

  while (self.at < self.end)
    {
      int operation = *self.at++;
      gboolean good;

      if (operation == 'T')
        {
          if (!read_table (&self, &n_columns))
            return FALSE;
          continue;
        }
      good = n_columns > 0 && skip (&self, 1);
      if (operation == SQLITE_UPDATE)
        good = good && read_record (&self, n_columns, TRUE, TRUE) && read_record (&self, n_columns, TRUE, FALSE);
      else if (operation == SQLITE_INSERT || operation == SQLITE_DELETE)
        good = good && read_record (&self, n_columns, FALSE, TRUE);
      else
        good = FALSE;
      if (!good)
        return FALSE;
    }
  return size > 0;
}
