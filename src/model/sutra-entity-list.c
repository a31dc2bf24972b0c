/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-entity-list.h"
#include "sutra-case-private.h"
#include "sutra-entity-record.h"
#include "sutra-fold.h"
#include "sutra-list-diff.h"

struct _SutraEntityList
{
  GObject parent_instance;

  SutraCase *the_case;
  SutraArticle *article; /* (nullable): the whole case */
  SutraEntitySort sort;
  char *filter;
  char *filter_key;
  GHashTable *collapsed; /* SutraId of types */

  GPtrArray *all;     /* SutraEntityRecord: as the last query gave them */
  GPtrArray *visible; /* those of types that are not collapsed */
  guint n_mentions;

  /* At most one query runs. Edits meanwhile ask for another one after it; a change of what is asked for drops its result. */
  GCancellable *running;
  guint generation;
  gboolean stale;
  guint idle;
  gboolean loading;
  gboolean updating; /* items-changed is being emitted */
};

static void list_model_init (GListModelInterface *iface);
static void schedule (SutraEntityList *self);

G_DEFINE_FINAL_TYPE_WITH_CODE (SutraEntityList,
                               sutra_entity_list,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

enum
{
  PROP_ARTICLE = 1,
  PROP_SORT,
  PROP_FILTER,
  PROP_LOADING,
  PROP_N_MENTIONS,
  PROP_N_ITEMS,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static GType
sutra_entity_list_get_item_type (GListModel *model)
{
  return SUTRA_TYPE_ENTITY_ROW;
}

static guint
sutra_entity_list_get_n_items (GListModel *model)
{
  return SUTRA_ENTITY_LIST (model)->visible->len;
}

static gpointer
sutra_entity_list_get_item (GListModel *model, guint position)
{
  SutraEntityList *self = SUTRA_ENTITY_LIST (model);
  SutraEntityRecord *item;

  if (position >= self->visible->len)
    return NULL;
  item = g_ptr_array_index (self->visible, position);
  if (item->row == NULL)
    item->row = sutra_entity_row_new (self->the_case, item);
  return g_object_ref (item->row);
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = sutra_entity_list_get_item_type;
  iface->get_n_items = sutra_entity_list_get_n_items;
  iface->get_item = sutra_entity_list_get_item;
}

static void
set_loading (SutraEntityList *self, gboolean loading)
{
  if (self->loading == loading)
    return;
  self->loading = loading;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOADING]);
}

/* ---- Taking a result ---- */

/* Shows what is in @all and not collapsed. */
static void
show (SutraEntityList *self)
{
  g_autoptr (GPtrArray) visible = g_ptr_array_new_full (self->all->len, sutra_entity_record_unref);

  for (guint i = 0; i < self->all->len; i++)
    {
      SutraEntityRecord *item = g_ptr_array_index (self->all, i);

      if (item->kind == SUTRA_ENTITY_ROW_TYPE || !g_hash_table_contains (self->collapsed, &item->type))
        g_ptr_array_add (visible, sutra_entity_record_ref (item));
    }
  self->updating = TRUE;
  sutra_list_diff_pointers (G_LIST_MODEL (self), self->visible, visible, sutra_entity_record_ref);
  self->updating = FALSE;
}

/* Puts the items that are there already in the place of their equals in @items, with the new values, so that their rows live on. */
static void
keep_known (SutraEntityList *self, GPtrArray *items)
{
  g_autoptr (GHashTable) known = g_hash_table_new (sutra_entity_record_hash, sutra_entity_record_equal);

  for (guint i = 0; i < self->all->len; i++)
    g_hash_table_add (known, g_ptr_array_index (self->all, i));
  for (guint i = 0; i < items->len; i++)
    {
      SutraEntityRecord *item = g_ptr_array_index (items, i);
      SutraEntityRecord *old = g_hash_table_lookup (known, item);

      if (old == NULL)
        continue;
      old->count = item->count;
      old->first = item->first;
      g_ptr_array_index (items, i) = sutra_entity_record_ref (old);
      sutra_entity_record_unref (item);
    }
}

static void
apply (SutraEntityList *self, GPtrArray *items)
{
  guint n_mentions = 0;

  keep_known (self, items);
  g_ptr_array_unref (self->all);
  self->all = g_ptr_array_ref (items);
  show (self);

  for (guint i = 0; i < items->len; i++)
    {
      SutraEntityRecord *item = g_ptr_array_index (items, i);

      if (item->kind == SUTRA_ENTITY_ROW_TYPE)
        n_mentions += item->count;
      if (item->row != NULL)
        sutra_entity_row_take (item->row, item);
    }
  if (self->n_mentions != n_mentions)
    {
      self->n_mentions = n_mentions;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_MENTIONS]);
    }
}

/* ---- The query ---- */

/* Who waits for which query. */
typedef struct
{
  SutraEntityList *list; /* (owned) */
  guint generation;
} Waiting;

static void
query_run (GTask *task, SutraStore *store, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;
  GPtrArray *items = sutra_entity_query_run (data, store, cancellable, &error);

  if (items != NULL)
    g_task_return_pointer (task, items, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

static void
query_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Waiting *waiting = data;
  g_autoptr (SutraEntityList) self = waiting->list;
  guint generation = waiting->generation;
  g_autoptr (GPtrArray) items = sutra_worker_run_finish (SUTRA_WORKER (source), result, NULL);

  g_free (waiting);
  /* What is asked for has changed meanwhile. */
  if (generation != self->generation)
    return;
  g_clear_object (&self->running);

  if (items != NULL && self->the_case != NULL && !self->updating)
    apply (self, items);
  /* A handler of items-changed runs the main loop: again when it is done. */
  self->stale = self->stale || self->updating;
  if (self->stale && self->running == NULL && self->the_case != NULL)
    schedule (self);
  if (self->running == NULL && self->idle == 0)
    set_loading (self, FALSE);
}

static gboolean
start_cb (gpointer data)
{
  SutraEntityList *self = data;
  SutraWorker *reader = sutra_case_get_reader (self->the_case);
  const SutraId none = SUTRA_ID_NULL;
  Waiting *waiting;

  self->idle = 0;
  self->stale = FALSE;
  if (reader == NULL)
    {
      set_loading (self, FALSE);
      return G_SOURCE_REMOVE;
    }

  waiting = g_new0 (Waiting, 1);
  waiting->list = g_object_ref (self);
  waiting->generation = self->generation;
  self->running = g_cancellable_new ();
  sutra_worker_run_async (
      reader, G_PRIORITY_DEFAULT, query_run,
      sutra_entity_query_new (self->article != NULL ? sutra_article_get_id (self->article) : &none, self->sort, self->filter_key),
      sutra_entity_query_free, self->running, query_cb, waiting);
  return G_SOURCE_REMOVE;
}

/* One query for all that changes in one turn of the main loop. */
static void
schedule (SutraEntityList *self)
{
  if (self->running != NULL)
    {
      self->stale = TRUE;
      return;
    }
  set_loading (self, TRUE);
  if (self->idle == 0)
    self->idle = g_idle_add_full (G_PRIORITY_DEFAULT, start_cb, self, NULL);
}

/* A result that comes nevertheless is dropped. */
static void
stop_query (SutraEntityList *self)
{
  if (self->running != NULL)
    g_cancellable_cancel (self->running);
  g_clear_object (&self->running);
  self->generation++;
}

/* Something else is asked for. */
static void
restart (SutraEntityList *self)
{
  stop_query (self);
  schedule (self);
}

static void
changed_cb (SutraEntityList *self, SutraChanges *changes, SutraCase *the_case)
{
  for (guint i = 0; i < changes->rows->len; i++)
    {
      SutraTable table = g_array_index (changes->rows, SutraChange, i).table;

      if (table == SUTRA_TABLE_MENTION || table == SUTRA_TABLE_ENTITY || table == SUTRA_TABLE_TYPE || table == SUTRA_TABLE_ALIAS)
        {
          schedule (self);
          return;
        }
    }
}

/* ---- GObject ---- */

static void
sutra_entity_list_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  SutraEntityList *self = SUTRA_ENTITY_LIST (object);

  switch (property_id)
    {
    case PROP_ARTICLE:
      g_value_set_object (value, self->article);
      break;
    case PROP_SORT:
      g_value_set_int (value, (int) self->sort);
      break;
    case PROP_FILTER:
      g_value_set_string (value, self->filter);
      break;
    case PROP_LOADING:
      g_value_set_boolean (value, self->loading);
      break;
    case PROP_N_MENTIONS:
      g_value_set_uint (value, self->n_mentions);
      break;
    case PROP_N_ITEMS:
      g_value_set_uint (value, self->visible->len);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
sutra_entity_list_set_property (GObject *object, guint property_id, const GValue *value, GParamSpec *pspec)
{
  SutraEntityList *self = SUTRA_ENTITY_LIST (object);

  switch (property_id)
    {
    case PROP_ARTICLE:
      sutra_entity_list_set_article (self, g_value_get_object (value));
      break;
    case PROP_SORT:
      sutra_entity_list_set_sort (self, (SutraEntitySort) g_value_get_int (value));
      break;
    case PROP_FILTER:
      sutra_entity_list_set_filter (self, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
sutra_entity_list_dispose (GObject *object)
{
  SutraEntityList *self = SUTRA_ENTITY_LIST (object);

  g_clear_handle_id (&self->idle, g_source_remove);
  stop_query (self);
  g_clear_object (&self->article);
  g_clear_object (&self->the_case);

  G_OBJECT_CLASS (sutra_entity_list_parent_class)->dispose (object);
}

static void
sutra_entity_list_finalize (GObject *object)
{
  SutraEntityList *self = SUTRA_ENTITY_LIST (object);

  g_free (self->filter);
  g_free (self->filter_key);
  g_hash_table_unref (self->collapsed);
  g_ptr_array_unref (self->all);
  g_ptr_array_unref (self->visible);

  G_OBJECT_CLASS (sutra_entity_list_parent_class)->finalize (object);
}

static void
sutra_entity_list_class_init (SutraEntityListClass *klass)
{
  const GParamFlags readable = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;
  const GParamFlags writable = readable | G_PARAM_WRITABLE;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = sutra_entity_list_get_property;
  object_class->set_property = sutra_entity_list_set_property;
  object_class->dispose = sutra_entity_list_dispose;
  object_class->finalize = sutra_entity_list_finalize;

  properties[PROP_ARTICLE] = g_param_spec_object ("article", NULL, NULL, SUTRA_TYPE_ARTICLE, writable);
  properties[PROP_SORT] = g_param_spec_int ("sort", NULL, NULL, 0, SUTRA_ENTITY_SORT_COUNT, SUTRA_ENTITY_SORT_FIRST_MENTION, writable);
  properties[PROP_FILTER] = g_param_spec_string ("filter", NULL, NULL, NULL, writable);
  properties[PROP_LOADING] = g_param_spec_boolean ("loading", NULL, NULL, FALSE, readable);
  properties[PROP_N_MENTIONS] = g_param_spec_uint ("n-mentions", NULL, NULL, 0, G_MAXUINT, 0, readable);
  properties[PROP_N_ITEMS] = g_param_spec_uint ("n-items", NULL, NULL, 0, G_MAXUINT, 0, readable);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
sutra_entity_list_init (SutraEntityList *self)
{
  self->collapsed = g_hash_table_new_full (sutra_id_hash, sutra_id_equal, g_free, NULL);
  self->all = g_ptr_array_new_with_free_func (sutra_entity_record_unref);
  self->visible = g_ptr_array_new_with_free_func (sutra_entity_record_unref);
}

SutraEntityList *
sutra_entity_list_new (SutraCase *the_case)
{
  SutraEntityList *self;

  g_return_val_if_fail (SUTRA_IS_CASE (the_case), NULL);

  self = g_object_new (SUTRA_TYPE_ENTITY_LIST, NULL);
  self->the_case = g_object_ref (the_case);
  g_signal_connect_object (the_case, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  schedule (self);

  return self;
}

void
sutra_entity_list_set_article (SutraEntityList *self, SutraArticle *article)
{
  g_return_if_fail (SUTRA_IS_ENTITY_LIST (self));
  g_return_if_fail (article == NULL || SUTRA_IS_ARTICLE (article));

  if (!g_set_object (&self->article, article))
    return;
  restart (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ARTICLE]);
}

void
sutra_entity_list_set_sort (SutraEntityList *self, SutraEntitySort sort)
{
  g_return_if_fail (SUTRA_IS_ENTITY_LIST (self));
  g_return_if_fail ((guint) sort <= SUTRA_ENTITY_SORT_COUNT);

  if (self->sort == sort)
    return;
  self->sort = sort;
  restart (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SORT]);
}

void
sutra_entity_list_set_filter (SutraEntityList *self, const char *filter)
{
  g_autofree char *key = NULL;

  g_return_if_fail (SUTRA_IS_ENTITY_LIST (self));

  if (filter != NULL && filter[0] == '\0')
    filter = NULL;
  if (g_strcmp0 (self->filter, filter) == 0)
    return;
  g_free (self->filter);
  self->filter = g_strdup (filter);

  key = filter != NULL ? sutra_fold_string (filter, -1) : NULL;
  if (key != NULL && key[0] == '\0')
    g_clear_pointer (&key, g_free);
  if (g_strcmp0 (self->filter_key, key) != 0)
    {
      g_free (self->filter_key);
      self->filter_key = g_steal_pointer (&key);
      restart (self);
    }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FILTER]);
}

void
sutra_entity_list_set_collapsed (SutraEntityList *self, const SutraId *type, gboolean collapsed)
{
  g_return_if_fail (SUTRA_IS_ENTITY_LIST (self));
  g_return_if_fail (type != NULL);

  if (collapsed ? !g_hash_table_add (self->collapsed, g_memdup2 (type, sizeof *type)) : !g_hash_table_remove (self->collapsed, type))
    return;
  if (!self->updating)
    show (self);
}

gboolean
sutra_entity_list_get_loading (SutraEntityList *self)
{
  g_return_val_if_fail (SUTRA_IS_ENTITY_LIST (self), FALSE);

  return self->loading;
}

guint
sutra_entity_list_get_n_mentions (SutraEntityList *self)
{
  g_return_val_if_fail (SUTRA_IS_ENTITY_LIST (self), 0);

  return self->n_mentions;
}

guint
sutra_entity_list_find (SutraEntityList *self, const SutraId *entity_or_mention)
{
  SutraStore *store;
  SutraId entity;
  SutraId type = SUTRA_ID_NULL;
  g_autofree char *key = NULL;

  g_return_val_if_fail (SUTRA_IS_ENTITY_LIST (self), G_MAXUINT);
  g_return_val_if_fail (entity_or_mention != NULL, G_MAXUINT);

  entity = *entity_or_mention;
  store = sutra_case_get_store (self->the_case);
  if (store != NULL && sutra_case_row_exists (store, SUTRA_TABLE_MENTION, &entity))
    {
      type = sutra_case_id_column (self->the_case, "SELECT type FROM mention WHERE id = ?", entity_or_mention);
      entity = sutra_case_id_column (self->the_case, "SELECT entity FROM mention WHERE id = ?", entity_or_mention);
      key = sutra_case_dup_column (self->the_case, "SELECT quote_key FROM mention WHERE id = ?", entity_or_mention);
    }

  for (guint i = 0; i < self->visible->len; i++)
    {
      const SutraEntityRecord *item = g_ptr_array_index (self->visible, i);

      if (item->kind == SUTRA_ENTITY_ROW_ENTITY && sutra_id_equal (&item->entity, &entity))
        return i;
      if (item->kind == SUTRA_ENTITY_ROW_MENTIONS && sutra_id_is_null (&entity) && sutra_id_equal (&item->type, &type) &&
          g_strcmp0 (item->key, key) == 0)
        return i;
    }
  return G_MAXUINT;
}
