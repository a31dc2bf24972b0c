/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-case.h"
#include "sutra-case-private.h"

#define QUOTE_SQL "SELECT quote FROM mention WHERE id = ?"

gboolean
sutra_case_update_span (SutraCase *self, const SutraId *mention, guint32 start, guint32 end, guint32 stem_end, GError **error)
{
  g_autofree char *fragments = sutra_case_dup_column (self, "SELECT fragments FROM mention WHERE id = ?", mention);
  SutraId article = sutra_case_id_column (self, "SELECT article FROM mention WHERE id = ?", mention);
  SutraId type = sutra_case_id_column (self, "SELECT type FROM mention WHERE id = ?", mention);
  SutraId entity = sutra_case_id_column (self, "SELECT entity FROM mention WHERE id = ?", mention);
  g_autoptr (GArray) ranges = sutra_fragments_parse (fragments);
  g_autoptr (SutraText) text = NULL;
  g_auto (GStrv) names = sutra_id_is_null (&entity) ? NULL : sutra_case_dup_names (self, &entity);
  g_auto (SutraSpanRow) span = { 0 };
  SutraId identical;

  if (sutra_id_is_null (&article))
    return sutra_case_fail_not_found (SUTRA_TABLE_MENTION, mention, error);
  text = sutra_case_dup_text (self, &article, error);
  if (text == NULL || !sutra_span_row_init (&span, text, start, end, stem_end, (const SutraRange *) (gpointer) ranges->data, ranges->len,
                                            (const char *const *) names, error))
    return FALSE;

  identical = sutra_case_find_identical (self, &article, &span, &type, &entity, mention);
  if (!sutra_id_is_null (&identical))
    return sutra_case_fail (error, SUTRA_ERROR_EXISTS, "“%s” at %u–%u is marked just so already.", span.quote, span.start, span.end);

  return sutra_store_run (
      self->store, error, "UPDATE mention SET start = ?, \"end\" = ?, stem_end = ?, fragments = ?, quote = ?, quote_key = ? WHERE id = ?",
      "lllsssi", (gint64) span.start, (gint64) span.end, (gint64) span.stem_end, span.fragments, span.quote, span.quote_key, mention);
}

gboolean
sutra_case_set_mention_span (SutraCase *self, const SutraId *mention, guint start, guint end, GError **error)
{
  g_autofree char *quote = NULL;
  gboolean ok;

  g_return_val_if_fail (SUTRA_IS_CASE (self), FALSE);
  g_return_val_if_fail (mention != NULL, FALSE);

  if (!sutra_case_begin (self, error))
    return FALSE;
  ok = sutra_case_update_span (self, mention, start, end, 0, error);
  if (ok)
    quote = sutra_case_dup_column (self, QUOTE_SQL, mention);
  return sutra_case_end (self, ok, SUTRA_EDIT_SET_MENTION_SPAN, quote, 1, error);
}

static gboolean
require_mentions (SutraCase *self, const SutraId *mentions, gsize n, GError **error)
{
  for (gsize i = 0; i < n; i++)
    {
      if (!sutra_case_require (self, SUTRA_TABLE_MENTION, &mentions[i], error))
        return FALSE;
    }
  return TRUE;
}

/* ---- Type ---- */

/* How many mentions of @entity are not in @chosen. */
static gboolean
has_other_mentions (SutraCase *self, const SutraId *entity, GHashTable *chosen)
{
  g_autoptr (GArray) all = sutra_case_ids (self->store, NULL, "SELECT id FROM mention WHERE entity = ?", entity);

  for (guint i = 0; all != NULL && i < all->len; i++)
    {
      if (!g_hash_table_contains (chosen, &g_array_index (all, SutraId, i)))
        return TRUE;
    }
  return FALSE;
}

/* What the mentions of @entity that get @type point to from now on: the entity of that type with the same label; else @entity itself, which
 * gets the type too, if no other mention points to it; else nothing. */
static gboolean
entity_for_type (SutraCase *self, const SutraId *entity, const SutraId *type, GHashTable *chosen, SutraId *target, GError **error)
{
  SutraId old_type = sutra_case_id_column (self, "SELECT type FROM entity WHERE id = ?", entity);
  g_autofree char *label = NULL;

  *target = *entity;
  if (sutra_id_equal (&old_type, type))
    return TRUE;

  label = sutra_case_dup_column (self, "SELECT label FROM entity WHERE id = ?", entity);
  if (label != NULL && sutra_case_find_label (self, type, label, target, NULL) && !sutra_id_is_null (target))
    return TRUE;
  if (has_other_mentions (self, entity, chosen))
    {
      *target = SUTRA_ID_NULL;
      return TRUE;
    }
  *target = *entity;
  return sutra_store_run (self->store, error, "UPDATE entity SET type = ? WHERE id = ?", "ii", type, entity);
}

gboolean
sutra_case_retype_mentions (SutraCase *self, const SutraId *mentions, gsize n, const SutraId *type, GError **error)
{
  g_autoptr (GHashTable) chosen = g_hash_table_new (sutra_id_hash, sutra_id_equal);
  g_autoptr (GHashTable) targets = g_hash_table_new_full (sutra_id_hash, sutra_id_equal, g_free, g_free);

  for (gsize i = 0; i < n; i++)
    g_hash_table_add (chosen, (gpointer) &mentions[i]);

  for (gsize i = 0; i < n; i++)
    {
      SutraId entity = sutra_case_id_column (self, "SELECT entity FROM mention WHERE id = ?", &mentions[i]);
      SutraId *target = g_hash_table_lookup (targets, &entity);

      if (target == NULL)
        {
          SutraId found = SUTRA_ID_NULL;

          if (!sutra_id_is_null (&entity) && !entity_for_type (self, &entity, type, chosen, &found, error))
            return FALSE;
          target = g_memdup2 (&found, sizeof found);
          g_hash_table_insert (targets, g_memdup2 (&entity, sizeof entity), target);
        }
      if (!sutra_store_run (self->store, error, "UPDATE mention SET type = ?, entity = ? WHERE id = ?", "iii", type, target, &mentions[i]))
        return FALSE;
    }
  return TRUE;
}

gboolean
sutra_case_set_mentions_type (SutraCase *self, const SutraId *mentions, gsize n, const SutraId *type, GError **error)
{
  g_autofree char *quote = NULL;
  gboolean ok;

  g_return_val_if_fail (SUTRA_IS_CASE (self), FALSE);
  g_return_val_if_fail (mentions != NULL || n == 0, FALSE);
  g_return_val_if_fail (type != NULL, FALSE);

  if (n == 0)
    return TRUE;
  if (!sutra_case_begin (self, error))
    return FALSE;
  ok = sutra_case_require_type (self, type, error) && require_mentions (self, mentions, n, error) &&
       sutra_case_retype_mentions (self, mentions, n, type, error);
  if (ok)
    quote = sutra_case_dup_column (self, QUOTE_SQL, &mentions[0]);
  return sutra_case_end (self, ok, SUTRA_EDIT_SET_MENTION_TYPE, quote, (guint) n, error);
}

/* ---- Links ---- */

static gboolean
link_rows (SutraCase *self, const SutraId *mentions, gsize n, const SutraId *entity, GError **error)
{
  for (gsize i = 0; i < n; i++)
    {
      SutraId type = sutra_case_id_column (self, "SELECT type FROM mention WHERE id = ?", &mentions[i]);

      if (entity != NULL && !sutra_case_require_entity_of_type (self, entity, &type, error))
        return FALSE;
      if (!sutra_store_run (self->store, error, "UPDATE mention SET entity = ? WHERE id = ?", "ii", entity, &mentions[i]))
        return FALSE;
    }
  return TRUE;
}

gboolean
sutra_case_link_mentions (SutraCase *self, const SutraId *mentions, gsize n, const SutraId *entity, GError **error)
{
  g_autofree char *quote = NULL;
  gboolean ok;

  g_return_val_if_fail (SUTRA_IS_CASE (self), FALSE);
  g_return_val_if_fail (mentions != NULL || n == 0, FALSE);

  if (n == 0)
    return TRUE;
  if (entity != NULL && sutra_id_is_null (entity))
    entity = NULL;
  if (!sutra_case_begin (self, error))
    return FALSE;
  ok = require_mentions (self, mentions, n, error) && link_rows (self, mentions, n, entity, error);
  if (ok)
    quote = sutra_case_dup_column (self, QUOTE_SQL, &mentions[0]);
  return sutra_case_end (self, ok, entity != NULL ? SUTRA_EDIT_LINK_MENTION : SUTRA_EDIT_UNLINK_MENTION, quote, (guint) n, error);
}

gboolean
sutra_case_link_mentions_to_label (SutraCase *self, const SutraId *mentions, gsize n, const char *label, SutraId *entity, GError **error)
{
  g_autofree char *quote = NULL;
  SutraId found = SUTRA_ID_NULL;
  SutraId type;
  gboolean ok;

  g_return_val_if_fail (SUTRA_IS_CASE (self), FALSE);
  g_return_val_if_fail (mentions != NULL && n > 0, FALSE);
  g_return_val_if_fail (label != NULL, FALSE);

  if (!sutra_case_begin (self, error))
    return FALSE;
  ok = require_mentions (self, mentions, n, error);
  if (ok)
    {
      type = sutra_case_id_column (self, "SELECT type FROM mention WHERE id = ?", &mentions[0]);
      quote = sutra_case_dup_column (self, QUOTE_SQL, &mentions[0]);
      ok = sutra_case_entity_for_label (self, &type, label, &found, error) && link_rows (self, mentions, n, &found, error);
    }
  if (!sutra_case_end (self, ok, SUTRA_EDIT_LINK_MENTION, quote, (guint) n, error))
    return FALSE;
  if (entity != NULL)
    *entity = found;
  return TRUE;
}

/* ---- Deleting ---- */

gboolean
sutra_case_delete_mention_row (SutraCase *self, const SutraId *mention, GError **error)
{
  /* A relation keeps the passage as its evidence. */
  return sutra_store_run (self->store, error, "UPDATE alias SET mention = NULL WHERE mention = ?", "i", mention) &&
         sutra_store_run (self->store, error,
                          "UPDATE relation SET (mention, article, start, \"end\") ="
                          " (SELECT NULL, article, start, \"end\" FROM mention WHERE mention.id = relation.mention) WHERE mention = ?",
                          "i", mention) &&
         sutra_store_run (self->store, error, "DELETE FROM mention WHERE id = ?", "i", mention);
}

static gboolean
delete_row (SutraCase *self, SutraTable table, const SutraId *id, GError **error)
{
  switch (table)
    {
    case SUTRA_TABLE_ARTICLE:
      return sutra_case_delete_article_rows (self, id, error);
    case SUTRA_TABLE_MENTION:
      return sutra_case_delete_mention_row (self, id, error);
    case SUTRA_TABLE_ENTITY:
      return sutra_case_delete_entity_row (self, id, error);
    case SUTRA_TABLE_RELATION:
      return sutra_store_run (self->store, error, "DELETE FROM relation WHERE id = ?", "i", id);
    case SUTRA_TABLE_TYPE:
    case SUTRA_TABLE_ALIAS:
    case SUTRA_TABLE_ATTRIBUTE:
    case SUTRA_TABLE_BOUNDARY:
    case SUTRA_TABLE_LOCATION:
    default:
      g_return_val_if_reached (FALSE);
    }
}

static const struct
{
  SutraTable table;
  SutraEditKind kind;
  const char *subject;
} deletable[] = {
  { SUTRA_TABLE_RELATION, SUTRA_EDIT_DELETE_RELATION, "SELECT type FROM relation WHERE id = ?" },
  { SUTRA_TABLE_MENTION, SUTRA_EDIT_DELETE_MENTION, QUOTE_SQL },
  { SUTRA_TABLE_ENTITY, SUTRA_EDIT_DELETE_ENTITY, "SELECT label FROM entity WHERE id = ?" },
  { SUTRA_TABLE_ARTICLE, SUTRA_EDIT_DELETE_ARTICLE, "SELECT title FROM article WHERE id = ?" },
};

/* The place of @id's table in deletable. */
static gboolean
find_deletable (SutraCase *self, const SutraId *id, guint *place, GError **error)
{
  char string[SUTRA_ID_STRING_SIZE];

  for (guint i = 0; i < G_N_ELEMENTS (deletable); i++)
    {
      if (sutra_case_row_exists (self->store, deletable[i].table, id))
        {
          *place = i;
          return TRUE;
        }
    }
  return sutra_case_fail (error, SUTRA_ERROR_NOT_FOUND, "There is no article, mention, entity or relation %s in this case (any more).",
                          sutra_id_to_string (id, string));
}

gboolean
sutra_case_delete (SutraCase *self, const SutraId *ids, gsize n, GError **error)
{
  g_autofree char *subject = NULL;
  g_autofree guint *places = NULL;
  gboolean mixed = FALSE;
  gboolean ok = TRUE;

  g_return_val_if_fail (SUTRA_IS_CASE (self), FALSE);
  g_return_val_if_fail (ids != NULL || n == 0, FALSE);

  if (n == 0)
    return TRUE;
  if (!sutra_case_begin (self, error))
    return FALSE;

  places = g_new (guint, n);
  for (gsize i = 0; i < n && ok; i++)
    {
      ok = find_deletable (self, &ids[i], &places[i], error);
      mixed = mixed || (ok && places[i] != places[0]);
    }
  if (ok)
    subject = sutra_case_dup_column (self, deletable[places[0]].subject, &ids[0]);
  for (gsize i = 0; i < n && ok; i++)
    ok = delete_row (self, deletable[places[i]].table, &ids[i], error);

  return sutra_case_end (self, ok, ok && !mixed ? deletable[places[0]].kind : SUTRA_EDIT_DELETE_SEVERAL, subject, (guint) n, error);
}
