/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "sutra-collate.h"
#include "sutra-fold.h"
#include "sutra-store-private.h"

static void
fold (sqlite3_context *context, int n_args, sqlite3_value **args)
{
  const char *text = (const char *) sqlite3_value_text (args[0]);

  if (text != NULL && g_utf8_validate (text, -1, NULL))
    sqlite3_result_text (context, sutra_fold_string (text, -1), -1, g_free);
}

static void
collate_key (sqlite3_context *context, int n_args, sqlite3_value **args)
{
  const char *text = (const char *) sqlite3_value_text (args[0]);
  g_autoptr (GBytes) key = NULL;
  gsize size;
  const void *data;

  if (text == NULL || !g_utf8_validate (text, -1, NULL))
    return;
  key = sutra_collate_key (text);
  data = g_bytes_get_data (key, &size);
  sqlite3_result_blob64 (context, data, size, SQLITE_TRANSIENT);
}

/* uuid_text(blob): NULL for anything but an id. */
static void
uuid_text (sqlite3_context *context, int n_args, sqlite3_value **args)
{
  char buffer[SUTRA_ID_STRING_SIZE];
  SutraId id;

  if (sqlite3_value_type (args[0]) != SQLITE_BLOB || sqlite3_value_bytes (args[0]) != sizeof id.bytes)
    return;
  memcpy (id.bytes, sqlite3_value_blob (args[0]), sizeof id.bytes);
  sqlite3_result_text (context, sutra_id_to_string (&id, buffer), -1, SQLITE_TRANSIENT);
}

void
sutra_functions_register (sqlite3 *db)
{
  /* Not "innocuous": the schema of a foreign file cannot call them. */
  sqlite3_create_function_v2 (db, "fold", 1, SQLITE_UTF8 | SQLITE_DETERMINISTIC, NULL, fold, NULL, NULL, NULL);
  sqlite3_create_function_v2 (db, "collate_key", 1, SQLITE_UTF8 | SQLITE_DETERMINISTIC, NULL, collate_key, NULL, NULL, NULL);
  sqlite3_create_function_v2 (db, "uuid_text", 1, SQLITE_UTF8 | SQLITE_DETERMINISTIC, NULL, uuid_text, NULL, NULL, NULL);
}
