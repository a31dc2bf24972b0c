/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-entity-record.h"
#include "sutra-case-private.h"
#include "sutra-collate.h"
#include "sutra-utf8.h"

/* ---- Items ---- */

SutraEntityRecord *
sutra_entity_record_new (SutraEntityRowKind kind, const SutraId *type)
{
  SutraEntityRecord *self = g_rc_box_new0 (SutraEntityRecord);

  self->kind = kind;
  self->type = *type;
  return self;
}

gpointer
sutra_entity_record_ref (gpointer item)
{
  return g_rc_box_acquire (item);
}

static void
item_clear (gpointer data)
{
  SutraEntityRecord *self = data;

  g_clear_object (&self->row);
  g_free (self->key);
}

void
sutra_entity_record_unref (gpointer item)
{
  g_rc_box_release_full (item, item_clear);
}

guint
sutra_entity_record_hash (gconstpointer item)
{
  const SutraEntityRecord *self = item;
  guint hash = sutra_id_hash (&self->type) * 31 + (guint) self->kind;

  if (!sutra_id_is_null (&self->entity))
    return hash ^ sutra_id_hash (&self->entity);
  return self->key != NULL ? hash ^ g_str_hash (self->key) : hash;
}

gboolean
sutra_entity_record_equal (gconstpointer a, gconstpointer b)
{
  const SutraEntityRecord *x = a;
  const SutraEntityRecord *y = b;

  return x->kind == y->kind && sutra_id_equal (&x->type, &y->type) && sutra_id_equal (&x->entity, &y->entity) &&
         g_strcmp0 (x->key, y->key) == 0;
}

/* ---- The query ---- */

/* A group of mentions while they are counted. */
typedef struct
{
  SutraEntityRecord *item; /* (owned) */
  gint64 type_position;
  guint order; /* of its first mention */
  gboolean matches;
  GBytes *sort_key; /* (nullable) */
} Group;

typedef struct
{
  const SutraEntityQuery *query;
  SutraStore *store;
  GCancellable *cancellable;
  GHashTable *groups;    /* SutraEntityRecord → Group (owned) */
  GHashTable *positions; /* SutraId of a type → its place */
} Run;

static void
group_free (gpointer data)
{
  Group *group = data;

  sutra_entity_record_unref (group->item);
  g_clear_pointer (&group->sort_key, g_bytes_unref);
  g_free (group);
}

SutraEntityQuery *
sutra_entity_query_new (const SutraId *article, SutraEntitySort sort, const char *filter_key)
{
  SutraEntityQuery *self = g_new0 (SutraEntityQuery, 1);

  self->article = *article;
  self->sort = sort;
  self->filter_key = g_strdup (filter_key);
  return self;
}

void
sutra_entity_query_free (gpointer query)
{
  SutraEntityQuery *self = query;

  g_free (self->filter_key);
  g_free (self);
}

static gboolean
read_positions (Run *run, GError **error)
{
  g_autoptr (GArray) ids = sutra_case_ids (run->store, error, "SELECT id FROM type ORDER BY position, id", NULL);

  if (ids == NULL)
    return FALSE;
  for (guint i = 0; i < ids->len; i++)
    g_hash_table_insert (run->positions, g_memdup2 (&g_array_index (ids, SutraId, i), sizeof (SutraId)), GUINT_TO_POINTER (i));
  return TRUE;
}

/* The group of an entity (@key NULL) or of a dictionary form; made if need be. */
static Group *
take_group (Run *run, const SutraId *type, const SutraId *entity, const char *key)
{
  const SutraEntityRecord probe = {
    .kind = key == NULL ? SUTRA_ENTITY_ROW_ENTITY : SUTRA_ENTITY_ROW_MENTIONS, .type = *type, .entity = *entity, .key = (char *) key
  };
  Group *group = g_hash_table_lookup (run->groups, &probe);

  if (group != NULL)
    return group;
  group = g_new0 (Group, 1);
  group->item = sutra_entity_record_new (probe.kind, type);
  group->item->entity = *entity;
  group->item->key = g_strdup (key);
  group->order = g_hash_table_size (run->groups);
  group->type_position = (gint64) GPOINTER_TO_UINT (g_hash_table_lookup (run->positions, type));
  group->matches = run->query->filter_key == NULL;
  g_hash_table_insert (run->groups, group->item, group);
  return group;
}

/* Mentions in text order, so that the first one of a group is met first. */
static SutraStatement *
select_mentions (Run *run, GError **error)
{
#define MENTIONS(where)                                                                                                                    \
  "SELECT id, type, entity, quote_key, ?1 IS NOT NULL AND instr (fold (quote), ?1) > 0 FROM mention WHERE status = 0 " where               \
  " ORDER BY article, start, \"end\" DESC, id"
  if (sutra_id_is_null (&run->query->article))
    return sutra_statement_new (run->store, error, MENTIONS (""), "s", run->query->filter_key);
  return sutra_statement_new (run->store, error, MENTIONS ("AND article = ?2"), "si", run->query->filter_key, &run->query->article);
#undef MENTIONS
}

static gboolean
count_mentions (Run *run, GError **error)
{
  g_autoptr (SutraStatement) rows = select_mentions (run, error);
  g_autoptr (GError) local_error = NULL;

  if (rows == NULL)
    return FALSE;
  while (sutra_statement_next (rows, &local_error))
    {
      SutraId type = sutra_statement_get_id (rows, 1);
      SutraId entity = sutra_statement_get_id (rows, 2);
      Group *group = take_group (run, &type, &entity, sutra_id_is_null (&entity) ? sutra_statement_get_text (rows, 3) : NULL);

      if (group->item->count++ == 0)
        group->item->first = sutra_statement_get_id (rows, 0);
      if (sutra_statement_get_int (rows, 4) != 0)
        group->matches = TRUE;
      if (g_cancellable_set_error_if_cancelled (run->cancellable, error))
        return FALSE;
    }
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

/* Entities that no mention points to, in the whole case; and which labels and aliases fit the filter. */
static gboolean
take_entities (Run *run, GError **error)
{
  const gboolean whole = sutra_id_is_null (&run->query->article);
  g_autoptr (SutraStatement) rows = NULL;
  g_autoptr (GError) local_error = NULL;

  if (!whole && run->query->filter_key == NULL)
    return TRUE;
  rows = sutra_statement_new (run->store, error,
                              "SELECT id, type, ?1 IS NOT NULL AND (instr (label_key, ?1) > 0 OR EXISTS (SELECT 1 FROM alias"
                              " WHERE alias.entity = entity.id AND instr (text_key, ?1) > 0)) FROM entity",
                              "s", run->query->filter_key);
  if (rows == NULL)
    return FALSE;
  while (sutra_statement_next (rows, &local_error))
    {
      SutraId id = sutra_statement_get_id (rows, 0);
      SutraId type = sutra_statement_get_id (rows, 1);
      const SutraEntityRecord probe = { .kind = SUTRA_ENTITY_ROW_ENTITY, .type = type, .entity = id };
      Group *group = g_hash_table_lookup (run->groups, &probe);

      if (group == NULL && whole)
        group = take_group (run, &type, &id, NULL);
      if (group != NULL && sutra_statement_get_int (rows, 2) != 0)
        group->matches = TRUE;
      if (g_cancellable_set_error_if_cancelled (run->cancellable, error))
        return FALSE;
    }
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

static GBytes *
sort_key_of (Run *run, const SutraEntityRecord *item)
{
  g_autoptr (SutraStatement) row = NULL;

  if (item->kind == SUTRA_ENTITY_ROW_ENTITY)
    row = sutra_statement_new (run->store, NULL, "SELECT label FROM entity WHERE id = ?", "i", &item->entity);
  else
    row = sutra_statement_new (run->store, NULL, "SELECT substr (quote, 1, stem_end - start) FROM mention WHERE id = ?", "i", &item->first);
  return sutra_collate_key (row != NULL && sutra_statement_next (row, NULL) ? sutra_statement_get_text (row, 0) : "");
}

static int
compare_groups (gconstpointer a, gconstpointer b, gpointer data)
{
  const Group *x = *(Group *const *) a;
  const Group *y = *(Group *const *) b;
  const SutraEntityQuery *query = data;
  int order;

  if (x->type_position != y->type_position)
    return x->type_position < y->type_position ? -1 : 1;
  order = sutra_id_compare (&x->item->type, &y->item->type);
  if (order != 0)
    return order;

  if (query->sort == SUTRA_ENTITY_SORT_COUNT && x->item->count != y->item->count)
    return x->item->count > y->item->count ? -1 : 1;
  /* Entities without mentions come last, by name. */
  if (query->sort != SUTRA_ENTITY_SORT_NAME && (x->item->count == 0) != (y->item->count == 0))
    return x->item->count == 0 ? 1 : -1;
  if (x->sort_key != NULL && y->sort_key != NULL)
    {
      order = g_bytes_compare (x->sort_key, y->sort_key);
      return order != 0 ? order : x->order < y->order ? -1 : 1;
    }
  return x->order < y->order ? -1 : 1;
}

/* The groups that match, sorted, each type with its header. */
static GPtrArray *
flatten (Run *run, GError **error)
{
  g_autoptr (GPtrArray) groups = g_ptr_array_new ();
  GPtrArray *items = g_ptr_array_new_with_free_func (sutra_entity_record_unref);
  SutraEntityRecord *header = NULL;
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, run->groups);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      Group *group = value;

      if (!group->matches)
        continue;
      if (run->query->sort == SUTRA_ENTITY_SORT_NAME || group->item->count == 0)
        group->sort_key = sort_key_of (run, group->item);
      g_ptr_array_add (groups, group);
    }
  g_ptr_array_sort_with_data (groups, compare_groups, (gpointer) run->query);

  for (guint i = 0; i < groups->len; i++)
    {
      Group *group = g_ptr_array_index (groups, i);

      if (header == NULL || !sutra_id_equal (&header->type, &group->item->type))
        {
          header = sutra_entity_record_new (SUTRA_ENTITY_ROW_TYPE, &group->item->type);
          g_ptr_array_add (items, header);
        }
      header->count += group->item->count;
      if (sutra_id_is_null (&header->first))
        header->first = group->item->first;
      g_ptr_array_add (items, sutra_entity_record_ref (group->item));
    }
  return items;
}

GPtrArray *
sutra_entity_query_run (const SutraEntityQuery *self, SutraStore *store, GCancellable *cancellable, GError **error)
{
  g_autoptr (GHashTable) groups = g_hash_table_new_full (sutra_entity_record_hash, sutra_entity_record_equal, NULL, group_free);
  g_autoptr (GHashTable) positions = g_hash_table_new_full (sutra_id_hash, sutra_id_equal, g_free, NULL);
  Run run = { self, store, cancellable, groups, positions };
  GPtrArray *items = NULL;

  /* One transaction: all is read from one state of the case. */
  if (!sutra_store_run (store, error, "BEGIN", ""))
    return NULL;
  if (read_positions (&run, error) && count_mentions (&run, error) && take_entities (&run, error))
    items = flatten (&run, error);
  sutra_store_run (store, NULL, "COMMIT", "");
  return items;
}
