/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-case.h"
#include "sutra-case-private.h"

/* Hex digits of an id. */
#define ID_DIGITS 32
#define MIN_DIGITS 4
#define MAX_LISTED 5

static const char *const table_names[SUTRA_N_TABLES] = { "article", "type",     "entity",   "alias",   "attribute",
                                                         "mention", "relation", "boundary", "location" };

const char *
sutra_table_name (SutraTable table)
{
  return table_names[table];
}

/* ---- Errors ---- */

gboolean
sutra_case_fail (GError **error, SutraError code, const char *format, ...)
{
  va_list args;

  va_start (args, format);
  if (error != NULL)
    *error = g_error_new_valist (SUTRA_ERROR, (int) code, format, args);
  va_end (args);
  return FALSE;
}

gboolean
sutra_case_fail_closed (GError **error)
{
  return sutra_case_fail (error, SUTRA_ERROR_FAILED, "The case is closed. Open it again.");
}

gboolean
sutra_case_fail_not_found (SutraTable table, const SutraId *id, GError **error)
{
  char string[SUTRA_ID_STRING_SIZE];

  return sutra_case_fail (error, SUTRA_ERROR_NOT_FOUND, "There is no %s %s in this case (any more).", table_names[table],
                          sutra_id_to_string (id, string));
}

/* ---- Live objects ---- */

void
sutra_case_remember_live (SutraCase *self, SutraTable table, SutraLive *live)
{
  g_hash_table_replace (self->live[table], (gpointer) sutra_live_get_id (live), live);
}

void
sutra_case_forget_live (SutraCase *self, SutraTable table, SutraLive *live)
{
  if (g_hash_table_lookup (self->live[table], sutra_live_get_id (live)) == live)
    g_hash_table_remove (self->live[table], sutra_live_get_id (live));
}

gpointer
sutra_case_peek_live (SutraCase *self, SutraTable table, const SutraId *id)
{
  return g_hash_table_lookup (self->live[table], id);
}

static gpointer
get_live (SutraCase *self, GType type, SutraTable table, const SutraId *id, GError **error)
{
  g_autoptr (SutraLive) live = NULL;
  SutraLive *known;

  if (self->store == NULL)
    {
      sutra_case_fail_closed (error);
      return NULL;
    }

  known = sutra_case_peek_live (self, table, id);
  if (known != NULL && !sutra_live_get_deleted (known))
    return g_object_ref (known);

  live = known != NULL ? g_object_ref (known) : sutra_live_new (type, self, id);
  return sutra_live_reload (live, error) ? g_steal_pointer (&live) : NULL;
}

SutraArticle *
sutra_case_get_article (SutraCase *self, const SutraId *id, GError **error)
{
  g_return_val_if_fail (SUTRA_IS_CASE (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  return get_live (self, SUTRA_TYPE_ARTICLE, SUTRA_TABLE_ARTICLE, id, error);
}

SutraMention *
sutra_case_get_mention (SutraCase *self, const SutraId *id, GError **error)
{
  g_return_val_if_fail (SUTRA_IS_CASE (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  return get_live (self, SUTRA_TYPE_MENTION, SUTRA_TABLE_MENTION, id, error);
}

SutraEntity *
sutra_case_get_entity (SutraCase *self, const SutraId *id, GError **error)
{
  g_return_val_if_fail (SUTRA_IS_CASE (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  return get_live (self, SUTRA_TYPE_ENTITY, SUTRA_TABLE_ENTITY, id, error);
}

SutraRelation *
sutra_case_get_relation (SutraCase *self, const SutraId *id, GError **error)
{
  g_return_val_if_fail (SUTRA_IS_CASE (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  return get_live (self, SUTRA_TYPE_RELATION, SUTRA_TABLE_RELATION, id, error);
}

gpointer
sutra_case_get_item (SutraCase *self, SutraTable table, const SutraId *id)
{
  static GType (*const types[SUTRA_N_TABLES]) (void) = {
    [SUTRA_TABLE_ARTICLE] = sutra_article_get_type,
    [SUTRA_TABLE_MENTION] = sutra_mention_get_type,
    [SUTRA_TABLE_ENTITY] = sutra_entity_get_type,
  };
  gpointer live = get_live (self, types[table](), table, id, NULL);

  if (live != NULL)
    return live;
  live = sutra_case_peek_live (self, table, id);
  if (live != NULL)
    return g_object_ref (live);

  live = self->store != NULL ? sutra_live_new (types[table](), self, id) : g_object_new (types[table](), NULL);
  sutra_live_set_deleted (live, TRUE);
  return live;
}

/* ---- Rows ---- */

gboolean
sutra_case_row_exists (SutraStore *store, SutraTable table, const SutraId *id)
{
  static const char *const sql[SUTRA_N_TABLES] = { "SELECT 1 FROM article WHERE id = ?",   "SELECT 1 FROM type WHERE id = ?",
                                                   "SELECT 1 FROM entity WHERE id = ?",    "SELECT 1 FROM alias WHERE id = ?",
                                                   "SELECT 1 FROM attribute WHERE id = ?", "SELECT 1 FROM mention WHERE id = ?",
                                                   "SELECT 1 FROM relation WHERE id = ?",  "SELECT 1 FROM boundary WHERE id = ?",
                                                   "SELECT 1 FROM location WHERE id = ?" };

  return sutra_store_get_int (store, 0, sql[table], "i", id) == 1;
}

gboolean
sutra_case_require (SutraCase *self, SutraTable table, const SutraId *id, GError **error)
{
  return sutra_case_row_exists (self->store, table, id) || sutra_case_fail_not_found (table, id, error);
}

gboolean
sutra_case_table_of (SutraStore *store, const SutraId *id, guint tables, SutraTable *table)
{
  for (guint i = 0; i < SUTRA_N_TABLES; i++)
    {
      if ((tables & (1u << i)) != 0 && sutra_case_row_exists (store, (SutraTable) i, id))
        {
          *table = (SutraTable) i;
          return TRUE;
        }
    }
  return FALSE;
}

char *
sutra_case_dup_column (SutraCase *self, const char *sql, const SutraId *id)
{
  g_autoptr (SutraStatement) row = sutra_statement_new (self->store, NULL, sql, "i", id);

  return row != NULL && sutra_statement_next (row, NULL) ? sutra_statement_dup_text (row, 0) : NULL;
}

SutraId
sutra_case_id_column (SutraCase *self, const char *sql, const SutraId *id)
{
  g_autoptr (SutraStatement) row = sutra_statement_new (self->store, NULL, sql, "i", id);

  return row != NULL && sutra_statement_next (row, NULL) ? sutra_statement_get_id (row, 0) : SUTRA_ID_NULL;
}

GArray *
sutra_case_ids (SutraStore *store, GError **error, const char *sql, const SutraId *id)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (SutraId));
  g_autoptr (GError) local_error = NULL;
  g_autoptr (SutraStatement) rows =
      id != NULL ? sutra_statement_new (store, error, sql, "i", id) : sutra_statement_new (store, error, sql, "");

  if (rows == NULL)
    return NULL;
  while (sutra_statement_next (rows, &local_error))
    {
      SutraId row = sutra_statement_get_id (rows, 0);

      g_array_append_val (ids, row);
    }
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }
  return g_steal_pointer (&ids);
}

static GArray *
list_ids (SutraCase *self, const char *sql, const SutraId *id, GError **error)
{
  if (self->store == NULL)
    {
      sutra_case_fail_closed (error);
      return NULL;
    }
  return sutra_case_ids (self->store, error, sql, id);
}

GArray *
sutra_case_list_articles (SutraCase *self, GError **error)
{
  g_return_val_if_fail (SUTRA_IS_CASE (self), NULL);

  return list_ids (self, "SELECT id FROM article ORDER BY id", NULL, error);
}

GArray *
sutra_case_list_mentions (SutraCase *self, const SutraId *article, GError **error)
{
  g_return_val_if_fail (SUTRA_IS_CASE (self), NULL);

  return list_ids (self, "SELECT id FROM mention WHERE article = ? ORDER BY start, \"end\" DESC, id", article, error);
}

GArray *
sutra_case_list_entity_mentions (SutraCase *self, const SutraId *entity, GError **error)
{
  g_return_val_if_fail (SUTRA_IS_CASE (self), NULL);

  return list_ids (self, "SELECT id FROM mention WHERE entity = ? ORDER BY article, start, \"end\" DESC, id", entity, error);
}

GArray *
sutra_case_list_entities (SutraCase *self, GError **error)
{
  g_return_val_if_fail (SUTRA_IS_CASE (self), NULL);

  return list_ids (self,
                   "SELECT entity.id FROM entity LEFT JOIN type ON type.id = entity.type"
                   " ORDER BY type.position, collate_key (entity.label), entity.id",
                   NULL, error);
}

guint
sutra_case_count_articles (SutraCase *self)
{
  g_return_val_if_fail (SUTRA_IS_CASE (self), 0);

  return self->store != NULL ? (guint) sutra_store_get_int (self->store, 0, "SELECT count(*) FROM article", "") : 0;
}

/* ---- Short ids ---- */

/* The hex digits of @text without hyphens, lower case; NULL if there is anything else in it. */
static char *
clean_digits (const char *text)
{
  GString *digits = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p++)
    {
      if (g_ascii_isxdigit (*p))
        g_string_append_c (digits, g_ascii_tolower (*p));
      else if (*p != '-')
        {
          g_string_free (digits, TRUE);
          return NULL;
        }
    }
  return g_string_free (digits, FALSE);
}

/* The smallest or largest id that begins with @digits. */
static SutraId
bound_id (const char *digits, char fill)
{
  g_autofree char *padded = g_malloc (ID_DIGITS + 1);
  SutraId id;

  memset (padded, fill, ID_DIGITS);
  memcpy (padded, digits, MIN (strlen (digits), ID_DIGITS));
  for (guint i = 0; i < 16; i++)
    id.bytes[i] = (guint8) (g_ascii_xdigit_value (padded[2 * i]) << 4 | g_ascii_xdigit_value (padded[2 * i + 1]));
  return id;
}

typedef struct
{
  SutraId id;
  SutraTable table;
} Hit;

static void
add_hits (SutraStatement *rows, SutraTable table, GArray *hits)
{
  while (rows != NULL && hits->len <= MAX_LISTED && sutra_statement_next (rows, NULL))
    {
      Hit hit = { .id = sutra_statement_get_id (rows, 0), .table = table };
      gboolean known = FALSE;

      for (guint i = 0; i < hits->len && !known; i++)
        known = sutra_id_equal (&g_array_index (hits, Hit, i).id, &hit.id);
      if (!known)
        g_array_append_val (hits, hit);
    }
}

static void
find_hits (SutraStore *store, const char *digits, SutraTable table, GArray *hits)
{
  SutraId low = bound_id (digits, '0');
  SutraId high = bound_id (digits, 'f');
  g_autofree char *prefix_sql = NULL;
  g_autofree char *suffix_sql = NULL;
  g_autofree char *upper = g_ascii_strup (digits, -1);
  g_autoptr (SutraStatement) prefix = NULL;
  g_autoptr (SutraStatement) suffix = NULL;

  prefix_sql = g_strdup_printf ("SELECT id FROM %s WHERE id BETWEEN ? AND ? ORDER BY id LIMIT 6", table_names[table]);
  prefix = sutra_statement_new (store, NULL, prefix_sql, "ii", &low, &high);
  add_hits (prefix, table, hits);

  if (strlen (digits) == ID_DIGITS || hits->len > MAX_LISTED)
    return;
  suffix_sql = g_strdup_printf ("SELECT id FROM %s WHERE substr(hex(id), ?) = ? ORDER BY id LIMIT 6", table_names[table]);
  suffix = sutra_statement_new (store, NULL, suffix_sql, "ls", -(gint64) strlen (digits), upper);
  add_hits (suffix, table, hits);
}

static gboolean
fail_ambiguous (const char *text, GArray *hits, GError **error)
{
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; i < MIN (hits->len, MAX_LISTED); i++)
    {
      const Hit *hit = &g_array_index (hits, Hit, i);
      char string[SUTRA_ID_STRING_SIZE];

      g_string_append_printf (list, "%s%s %s", i > 0 ? ", " : "", table_names[hit->table], sutra_id_to_string (&hit->id, string));
    }
  return sutra_case_fail (error, SUTRA_ERROR_AMBIGUOUS, "The id “%s” fits more than one row: %s%s. Give more of its digits.", text,
                          list->str, hits->len > MAX_LISTED ? " and others" : "");
}

gboolean
sutra_case_resolve_id (SutraCase *self, const char *text, guint tables, SutraId *id, SutraTable *table, GError **error)
{
  g_autofree char *digits = NULL;
  g_autoptr (GArray) hits = NULL;

  g_return_val_if_fail (SUTRA_IS_CASE (self), FALSE);
  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (id != NULL, FALSE);

  if (self->store == NULL)
    return sutra_case_fail_closed (error);

  digits = clean_digits (text);
  if (digits == NULL || strlen (digits) < MIN_DIGITS || strlen (digits) > ID_DIGITS)
    return sutra_case_fail (error, SUTRA_ERROR_NOT_FOUND,
                            "“%s” is no id: give a whole id, or at least %d hexadecimal digits of its start or end.", text, MIN_DIGITS);

  hits = g_array_new (FALSE, FALSE, sizeof (Hit));
  for (guint i = 0; i < SUTRA_N_TABLES; i++)
    {
      if (tables == 0 || (tables & (1u << i)) != 0)
        find_hits (self->store, digits, (SutraTable) i, hits);
    }

  if (hits->len == 0)
    return sutra_case_fail (error, SUTRA_ERROR_NOT_FOUND, "There is nothing with the id “%s” in this case.", text);
  if (hits->len > 1)
    return fail_ambiguous (text, hits, error);

  *id = g_array_index (hits, Hit, 0).id;
  if (table != NULL)
    *table = g_array_index (hits, Hit, 0).table;
  return TRUE;
}
