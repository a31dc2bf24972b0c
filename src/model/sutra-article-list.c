/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-article-list.h"
#include "sutra-case-private.h"
#include "sutra-fold.h"
#include "sutra-list-diff.h"

#define PAGE 100

/* So many changed articles are placed by counting rows before them; for more all ids are read. */
#define FEW 4

struct _SutraArticleList
{
  GObject parent_instance;

  SutraCase *the_case;
  SutraArticleSort sort;
  char *filter;
  char *filter_key;          /* (nullable): nothing is filtered */
  GArray *ids;               /* SutraId, null: not read yet */
  gboolean complete;         /* all are known */
  gboolean updating;         /* items-changed is being emitted */
  gboolean dirty;            /* something changed meanwhile */
  gboolean loading;          /* a query is under way */
  GCancellable *cancellable; /* of that query */
  guint generation;          /* of that query */
};

static void list_model_init (GListModelInterface *iface);
static void start_query (SutraArticleList *self);

G_DEFINE_FINAL_TYPE_WITH_CODE (SutraArticleList,
                               sutra_article_list,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

enum
{
  PROP_SORT = 1,
  PROP_FILTER,
  PROP_LOADING,
  PROP_N_ITEMS,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

/* Each goes along an index. */
static const char *const all_sql[] = {
  "SELECT id FROM article ORDER BY id DESC",
  "SELECT id FROM article ORDER BY title, id",
  "SELECT id FROM article ORDER BY published DESC, id DESC",
};
static const char *const page_sql[] = {
  "SELECT id FROM article ORDER BY id DESC LIMIT ? OFFSET ?",
  "SELECT id FROM article ORDER BY title, id LIMIT ? OFFSET ?",
  "SELECT id FROM article ORDER BY published DESC, id DESC LIMIT ? OFFSET ?",
};
static const char *const place_sql[] = {
  "SELECT count(*) FROM article WHERE id > ?",
  "SELECT count(*) FROM article WHERE (title, id) < (SELECT title, id FROM article WHERE id = ?)",
  "SELECT CASE WHEN published IS NULL"
  " THEN (SELECT count(*) FROM article WHERE published IS NOT NULL) + (SELECT count(*) FROM article WHERE published IS NULL AND id > me.id)"
  " ELSE (SELECT count(*) FROM article WHERE (published, id) > (me.published, me.id)) END FROM article AS me WHERE id = ?",
};
#define FILTER_WHERE " WHERE instr (fold (title), ?1) > 0 OR instr (fold (ifnull (source, '')), ?1) > 0"
static const char *const filter_sql[] = {
  "SELECT id FROM article" FILTER_WHERE " ORDER BY id DESC",
  "SELECT id FROM article" FILTER_WHERE " ORDER BY title, id",
  "SELECT id FROM article" FILTER_WHERE " ORDER BY published DESC, id DESC",
};

/* ---- GListModel ---- */

static GType
sutra_article_list_get_item_type (GListModel *model)
{
  return SUTRA_TYPE_ARTICLE;
}

static guint
sutra_article_list_get_n_items (GListModel *model)
{
  return SUTRA_ARTICLE_LIST (model)->ids->len;
}

static void
read_page (SutraArticleList *self, guint position)
{
  SutraStore *store = sutra_case_get_store (self->the_case);
  guint at = position / PAGE * PAGE;
  guint end = MIN (at + PAGE, self->ids->len);
  g_autoptr (SutraStatement) rows = NULL;

  if (store != NULL)
    rows = sutra_statement_new (store, NULL, page_sql[self->sort], "ll", (gint64) PAGE, (gint64) at);
  while (at < end && rows != NULL && sutra_statement_next (rows, NULL))
    g_array_index (self->ids, SutraId, at++) = sutra_statement_get_id (rows, 0);

  /* Fewer than were counted: another program deleted some, its edit will be noticed soon. Until then these stand for no article. */
  while (at < end)
    g_array_index (self->ids, SutraId, at++) = sutra_id_new ();
}

static gpointer
sutra_article_list_get_item (GListModel *model, guint position)
{
  SutraArticleList *self = SUTRA_ARTICLE_LIST (model);
  SutraId id;

  if (position >= self->ids->len)
    return NULL;
  if (sutra_id_is_null (&g_array_index (self->ids, SutraId, position)))
    read_page (self, position);
  id = g_array_index (self->ids, SutraId, position);
  return sutra_case_get_item (self->the_case, SUTRA_TABLE_ARTICLE, &id);
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = sutra_article_list_get_item_type;
  iface->get_n_items = sutra_article_list_get_n_items;
  iface->get_item = sutra_article_list_get_item;
}

/* ---- Keeping up ---- */

/* Counts anew and forgets which article is where. */
static void
reset (SutraArticleList *self)
{
  guint n_old = self->ids->len;
  guint n_new = sutra_case_count_articles (self->the_case);

  g_array_set_size (self->ids, 0);
  g_array_set_size (self->ids, n_new);
  self->complete = FALSE;
  if (n_old > 0 || n_new > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), 0, n_old, n_new);
  if (n_old != n_new)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_ITEMS]);
}

typedef struct
{
  SutraId id;
  gint64 place;
} Placed;

static int
compare_placed (gconstpointer a, gconstpointer b)
{
  const Placed *x = a;
  const Placed *y = b;

  return x->place < y->place ? -1 : x->place > y->place;
}

/* The list after the few articles of @changed came, went or moved; NULL if that does not fit the number of articles. */
static GArray *
place_few (SutraArticleList *self, GHashTable *changed)
{
  SutraStore *store = sutra_case_get_store (self->the_case);
  g_autoptr (GArray) ids = g_array_sized_new (FALSE, FALSE, sizeof (SutraId), self->ids->len + FEW);
  g_autoptr (GArray) placed = g_array_new (FALSE, FALSE, sizeof (Placed));
  GHashTableIter iter;
  gpointer key;

  for (guint i = 0; i < self->ids->len; i++)
    {
      if (!g_hash_table_contains (changed, &g_array_index (self->ids, SutraId, i)))
        g_array_append_val (ids, g_array_index (self->ids, SutraId, i));
    }

  g_hash_table_iter_init (&iter, changed);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    {
      Placed entry = { *(const SutraId *) key, 0 };

      if (!sutra_case_row_exists (store, SUTRA_TABLE_ARTICLE, &entry.id))
        continue;
      entry.place = sutra_store_get_int (store, -1, place_sql[self->sort], "i", &entry.id);
      g_array_append_val (placed, entry);
    }
  g_array_sort (placed, compare_placed);
  for (guint i = 0; i < placed->len; i++)
    {
      const Placed *entry = &g_array_index (placed, Placed, i);

      if (entry->place < 0 || entry->place > ids->len)
        return NULL;
      g_array_insert_vals (ids, (guint) entry->place, &entry->id, 1);
    }

  return ids->len == sutra_case_count_articles (self->the_case) ? g_steal_pointer (&ids) : NULL;
}

static void
apply (SutraArticleList *self, GArray *ids)
{
  self->updating = TRUE;
  sutra_list_diff_ids (G_LIST_MODEL (self), self->ids, ids);
  self->updating = FALSE;
  self->complete = TRUE;
}

static void
follow (SutraArticleList *self, GHashTable *changed)
{
  SutraStore *store = sutra_case_get_store (self->the_case);
  g_autoptr (GArray) ids = NULL;

  if (self->complete && changed != NULL && g_hash_table_size (changed) <= FEW)
    ids = place_few (self, changed);
  if (ids == NULL)
    ids = sutra_case_ids (store, NULL, all_sql[self->sort], NULL);
  if (ids != NULL)
    apply (self, ids);
}

static void
changed_cb (SutraArticleList *self, SutraChanges *changes, SutraCase *the_case)
{
  g_autoptr (GHashTable) changed = g_hash_table_new (sutra_id_hash, sutra_id_equal);
  gboolean moved = FALSE;

  for (guint i = 0; i < changes->rows->len; i++)
    {
      SutraChange *change = &g_array_index (changes->rows, SutraChange, i);

      if (change->table != SUTRA_TABLE_ARTICLE)
        continue;
      g_hash_table_add (changed, &change->id);
      moved = moved || change->operation != SUTRA_CHANGE_UPDATE || self->sort != SUTRA_ARTICLE_SORT_ADDED || self->filter_key != NULL;
    }
  if (!moved)
    return;

  if (self->filter_key != NULL)
    {
      start_query (self);
      return;
    }
  if (self->updating)
    {
      self->dirty = TRUE;
      return;
    }
  follow (self, changed);
  while (self->dirty && self->filter_key == NULL)
    {
      self->dirty = FALSE;
      follow (self, NULL);
    }
}

/* ---- The filter's query ---- */

typedef struct
{
  SutraArticleSort sort;
  char *key;
} Query;

/* Who waits for which query. */
typedef struct
{
  SutraArticleList *list; /* (owned) */
  guint generation;
} Waiting;

static void
query_free (gpointer data)
{
  Query *query = data;

  g_free (query->key);
  g_free (query);
}

static void
query_run (GTask *task, SutraStore *store, gpointer data, GCancellable *cancellable)
{
  const Query *query = data;
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (SutraId));
  g_autoptr (SutraStatement) rows = NULL;
  GError *error = NULL;

  rows = sutra_statement_new (store, &error, filter_sql[query->sort], "s", query->key);
  while (rows != NULL && sutra_statement_next (rows, &error))
    {
      SutraId id = sutra_statement_get_id (rows, 0);

      g_array_append_val (ids, id);
      if (g_cancellable_is_cancelled (cancellable))
        break;
    }
  g_clear_pointer (&rows, sutra_statement_end);

  if (error != NULL)
    g_task_return_error (task, error);
  else if (!g_task_return_error_if_cancelled (task))
    g_task_return_pointer (task, g_steal_pointer (&ids), (GDestroyNotify) g_array_unref);
}

static void
set_loading (SutraArticleList *self, gboolean loading)
{
  if (self->loading == loading)
    return;
  self->loading = loading;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOADING]);
}

static void
query_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Waiting *waiting = data;
  g_autoptr (SutraArticleList) self = waiting->list;
  guint generation = waiting->generation;
  g_autoptr (GArray) ids = sutra_worker_run_finish (SUTRA_WORKER (source), result, NULL);

  g_free (waiting);
  /* Another query has taken its place. */
  if (generation != self->generation)
    return;
  g_clear_object (&self->cancellable);
  if (ids != NULL && self->updating)
    start_query (self); /* a handler of items-changed runs the main loop: again when it is done */
  else if (ids != NULL && self->the_case != NULL)
    apply (self, ids);
  if (self->cancellable == NULL)
    set_loading (self, FALSE);
}

/* A result that comes nevertheless is dropped. */
static void
stop_query (SutraArticleList *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->generation++;
}

static void
start_query (SutraArticleList *self)
{
  SutraWorker *reader = sutra_case_get_reader (self->the_case);
  Query *query;
  Waiting *waiting;

  stop_query (self);
  if (reader == NULL)
    return;

  query = g_new0 (Query, 1);
  query->sort = self->sort;
  query->key = g_strdup (self->filter_key);
  waiting = g_new0 (Waiting, 1);
  waiting->list = g_object_ref (self);
  waiting->generation = self->generation;
  self->cancellable = g_cancellable_new ();
  set_loading (self, TRUE);
  sutra_worker_run_async (reader, G_PRIORITY_DEFAULT, query_run, query, query_free, self->cancellable, query_cb, waiting);
}

static void
restart (SutraArticleList *self)
{
  if (self->filter_key != NULL)
    {
      start_query (self);
      return;
    }
  stop_query (self);
  set_loading (self, FALSE);
  reset (self);
}

/* ---- GObject ---- */

static void
sutra_article_list_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  SutraArticleList *self = SUTRA_ARTICLE_LIST (object);

  switch (property_id)
    {
    case PROP_SORT:
      g_value_set_int (value, (int) self->sort);
      break;
    case PROP_FILTER:
      g_value_set_string (value, self->filter);
      break;
    case PROP_LOADING:
      g_value_set_boolean (value, self->loading);
      break;
    case PROP_N_ITEMS:
      g_value_set_uint (value, self->ids->len);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
sutra_article_list_set_property (GObject *object, guint property_id, const GValue *value, GParamSpec *pspec)
{
  SutraArticleList *self = SUTRA_ARTICLE_LIST (object);

  switch (property_id)
    {
    case PROP_SORT:
      sutra_article_list_set_sort (self, (SutraArticleSort) g_value_get_int (value));
      break;
    case PROP_FILTER:
      sutra_article_list_set_filter (self, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
sutra_article_list_dispose (GObject *object)
{
  SutraArticleList *self = SUTRA_ARTICLE_LIST (object);

  stop_query (self);
  g_clear_object (&self->the_case);

  G_OBJECT_CLASS (sutra_article_list_parent_class)->dispose (object);
}

static void
sutra_article_list_finalize (GObject *object)
{
  SutraArticleList *self = SUTRA_ARTICLE_LIST (object);

  g_free (self->filter);
  g_free (self->filter_key);
  g_array_unref (self->ids);

  G_OBJECT_CLASS (sutra_article_list_parent_class)->finalize (object);
}

static void
sutra_article_list_class_init (SutraArticleListClass *klass)
{
  const GParamFlags readable = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = sutra_article_list_get_property;
  object_class->set_property = sutra_article_list_set_property;
  object_class->dispose = sutra_article_list_dispose;
  object_class->finalize = sutra_article_list_finalize;

  properties[PROP_SORT] =
      g_param_spec_int ("sort", NULL, NULL, 0, SUTRA_ARTICLE_SORT_PUBLISHED, SUTRA_ARTICLE_SORT_ADDED, readable | G_PARAM_WRITABLE);
  properties[PROP_FILTER] = g_param_spec_string ("filter", NULL, NULL, NULL, readable | G_PARAM_WRITABLE);
  properties[PROP_LOADING] = g_param_spec_boolean ("loading", NULL, NULL, FALSE, readable);
  properties[PROP_N_ITEMS] = g_param_spec_uint ("n-items", NULL, NULL, 0, G_MAXUINT, 0, readable);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
sutra_article_list_init (SutraArticleList *self)
{
  self->ids = g_array_new (FALSE, TRUE, sizeof (SutraId));
}

SutraArticleList *
sutra_article_list_new (SutraCase *the_case)
{
  SutraArticleList *self;

  g_return_val_if_fail (SUTRA_IS_CASE (the_case), NULL);

  self = g_object_new (SUTRA_TYPE_ARTICLE_LIST, NULL);
  self->the_case = g_object_ref (the_case);
  reset (self);
  g_signal_connect_object (the_case, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);

  return self;
}

void
sutra_article_list_set_sort (SutraArticleList *self, SutraArticleSort sort)
{
  g_return_if_fail (SUTRA_IS_ARTICLE_LIST (self));
  g_return_if_fail ((guint) sort <= SUTRA_ARTICLE_SORT_PUBLISHED);

  if (self->sort == sort)
    return;
  self->sort = sort;
  restart (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SORT]);
}

SutraArticleSort
sutra_article_list_get_sort (SutraArticleList *self)
{
  g_return_val_if_fail (SUTRA_IS_ARTICLE_LIST (self), SUTRA_ARTICLE_SORT_ADDED);

  return self->sort;
}

void
sutra_article_list_set_filter (SutraArticleList *self, const char *filter)
{
  g_autofree char *key = NULL;

  g_return_if_fail (SUTRA_IS_ARTICLE_LIST (self));

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

gboolean
sutra_article_list_get_loading (SutraArticleList *self)
{
  g_return_val_if_fail (SUTRA_IS_ARTICLE_LIST (self), FALSE);

  return self->loading;
}

guint
sutra_article_list_find (SutraArticleList *self, const SutraId *article)
{
  SutraStore *store;

  g_return_val_if_fail (SUTRA_IS_ARTICLE_LIST (self), G_MAXUINT);
  g_return_val_if_fail (article != NULL, G_MAXUINT);

  for (guint i = 0; i < self->ids->len; i++)
    {
      if (sutra_id_equal (&g_array_index (self->ids, SutraId, i), article))
        return i;
    }

  store = sutra_case_get_store (self->the_case);
  if (self->complete || self->filter_key != NULL || store == NULL || !sutra_case_row_exists (store, SUTRA_TABLE_ARTICLE, article))
    return G_MAXUINT;
  return (guint) sutra_store_get_int (store, G_MAXUINT, place_sql[self->sort], "i", article);
}
