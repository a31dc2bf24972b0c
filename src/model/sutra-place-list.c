/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-place-list.h"
#include "sutra-case-private.h"
#include "sutra-place-rows.h"

/* From so many changed rows on the places are read anew without asking whether the scope has to do with them. */
#define MANY_CHANGES 32

struct _SutraPlaceList
{
  GObject parent_instance;

  SutraCase *the_case;
  SutraSelection *selection; /* (nullable) */
  SutraPlaceScope scope;
  SutraArticle *article; /* (nullable) */

  SutraPlaceSet *set;
  SutraPlaceRows *located;
  SutraPlaceRows *unlocated;

  /* At most one query runs. Edits meanwhile ask for another one after it; a change of what is asked for drops its result. */
  GCancellable *running;
  guint generation;
  gboolean stale;
  guint idle;
  gboolean loading;
  gboolean updating; /* signals are being emitted */
};

static void list_model_init (GListModelInterface *iface);
static void schedule (SutraPlaceList *self);

G_DEFINE_FINAL_TYPE_WITH_CODE (SutraPlaceList, sutra_place_list, G_TYPE_OBJECT, G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

enum
{
  PROP_SCOPE = 1,
  PROP_ARTICLE,
  PROP_LOADING,
  N_PROPS,
};

enum
{
  CHANGED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static GType
sutra_place_list_get_item_type (GListModel *model)
{
  return SUTRA_TYPE_PLACE_ROW;
}

static guint
sutra_place_list_get_n_items (GListModel *model)
{
  return g_list_model_get_n_items (G_LIST_MODEL (SUTRA_PLACE_LIST (model)->located));
}

static gpointer
sutra_place_list_get_item (GListModel *model, guint position)
{
  return g_list_model_get_item (G_LIST_MODEL (SUTRA_PLACE_LIST (model)->located), position);
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = sutra_place_list_get_item_type;
  iface->get_n_items = sutra_place_list_get_n_items;
  iface->get_item = sutra_place_list_get_item;
}

static void
set_loading (SutraPlaceList *self, gboolean loading)
{
  if (self->loading == loading)
    return;
  self->loading = loading;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOADING]);
}

/* ---- The query ---- */

typedef struct
{
  SutraPlaceScope scope;
  SutraId subject;
  SutraPlaceSet *before;
} Query;

/* Who waits for which query. */
typedef struct
{
  SutraPlaceList *list; /* (owned) */
  guint generation;
} Waiting;

static void
query_free (gpointer data)
{
  Query *query = data;

  sutra_place_set_unref (query->before);
  g_free (query);
}

static void
query_run (GTask *task, SutraStore *store, gpointer data, GCancellable *cancellable)
{
  const Query *query = data;
  GError *error = NULL;
  SutraPlaceSet *set = sutra_place_set_read (store, query->scope, &query->subject, query->before, cancellable, &error);

  if (set == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  sutra_place_set_compare (set, query->before);
  g_task_return_pointer (task, set, (GDestroyNotify) sutra_place_set_unref);
}

static void
apply (SutraPlaceList *self, SutraPlaceSet *set)
{
  /* Who holds the items is told when they go: what tells the same stays. */
  if (set->located.changes->len == 0 && set->unlocated.changes->len == 0)
    return;

  self->updating = TRUE;
  sutra_place_set_unref (self->set);
  self->set = sutra_place_set_ref (set);
  sutra_place_rows_take (self->located, set);
  sutra_place_rows_take (self->unlocated, set);
  g_signal_emit (self, signals[CHANGED], 0);
  self->updating = FALSE;
}

static void
query_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Waiting *waiting = data;
  g_autoptr (SutraPlaceList) self = waiting->list;
  guint generation = waiting->generation;
  g_autoptr (SutraPlaceSet) set = sutra_worker_run_finish (SUTRA_WORKER (source), result, NULL);

  g_free (waiting);
  /* What is asked for has changed meanwhile. */
  if (generation != self->generation)
    return;
  g_clear_object (&self->running);

  if (set != NULL && self->the_case != NULL && !self->updating)
    apply (self, set);
  /* A handler runs the main loop: again when it is done. */
  self->stale = self->stale || self->updating;
  if (self->stale && self->running == NULL && self->the_case != NULL)
    schedule (self);
  if (self->running == NULL && self->idle == 0)
    set_loading (self, FALSE);
}

static SutraId
get_subject (SutraPlaceList *self)
{
  if (self->scope == SUTRA_PLACE_SCOPE_ARTICLE && self->article != NULL)
    return *sutra_article_get_id (self->article);
  if (self->scope == SUTRA_PLACE_SCOPE_SELECTION && self->selection != NULL)
    return *sutra_selection_get_entity (self->selection);
  return SUTRA_ID_NULL;
}

static gboolean
start_cb (gpointer data)
{
  SutraPlaceList *self = data;
  SutraWorker *reader = sutra_case_get_reader (self->the_case);
  Waiting *waiting;
  Query *query;

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
  query = g_new0 (Query, 1);
  query->scope = self->scope;
  query->subject = get_subject (self);
  query->before = sutra_place_set_ref (self->set);
  self->running = g_cancellable_new ();
  sutra_worker_run_async (reader, G_PRIORITY_DEFAULT, query_run, query, query_free, self->running, query_cb, waiting);
  return G_SOURCE_REMOVE;
}

/* One query for all that changes in one turn of the main loop. */
static void
schedule (SutraPlaceList *self)
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
stop_query (SutraPlaceList *self)
{
  if (self->running != NULL)
    g_cancellable_cancel (self->running);
  g_clear_object (&self->running);
  self->generation++;
}

/* Something else is asked for. */
static void
restart (SutraPlaceList *self)
{
  stop_query (self);
  schedule (self);
}

/* ---- Edits ---- */

static gboolean
shows (SutraPlaceList *self, const SutraId *key)
{
  return g_hash_table_contains (self->set->located.indices, key) || g_hash_table_contains (self->set->unlocated.indices, key);
}

/* Whether a change of the entity can be seen in the scope. */
static gboolean
concerns_entity (SutraPlaceList *self, const SutraId *entity, const SutraId *subject)
{
  SutraStore *store = sutra_case_get_store (self->the_case);

  if (self->scope == SUTRA_PLACE_SCOPE_CASE || shows (self, entity))
    return TRUE;
  if (self->scope == SUTRA_PLACE_SCOPE_SELECTION)
    return sutra_id_equal (entity, subject);
  return sutra_store_get_int (store, 0, "SELECT 1 FROM mention WHERE entity = ? AND article = ? LIMIT 1", "ii", entity, subject) == 1;
}

static gboolean
concerns_mention (SutraPlaceList *self, const SutraChange *change, const SutraId *subject)
{
  SutraId owner = change->owner;

  if (self->scope != SUTRA_PLACE_SCOPE_ARTICLE)
    return self->scope == SUTRA_PLACE_SCOPE_CASE || !sutra_id_is_null (subject);
  if (change->operation == SUTRA_CHANGE_UPDATE)
    owner = sutra_case_id_column (self->the_case, "SELECT article FROM mention WHERE id = ?", &change->id);
  return sutra_id_equal (&owner, subject);
}

static gboolean
concerns (SutraPlaceList *self, const SutraChange *change, const SutraId *subject)
{
  SutraId owner = change->owner;

  switch (change->table)
    {
    case SUTRA_TABLE_TYPE:
      return TRUE;
    case SUTRA_TABLE_ENTITY:
      return concerns_entity (self, &change->id, subject);
    case SUTRA_TABLE_LOCATION:
      if (change->operation == SUTRA_CHANGE_UPDATE)
        owner = sutra_case_id_column (self->the_case, "SELECT entity FROM location WHERE id = ?", &change->id);
      return concerns_entity (self, &owner, subject);
    case SUTRA_TABLE_MENTION:
      return concerns_mention (self, change, subject);
    case SUTRA_TABLE_ARTICLE:
    case SUTRA_TABLE_ALIAS:
    case SUTRA_TABLE_ATTRIBUTE:
    case SUTRA_TABLE_RELATION:
    case SUTRA_TABLE_BOUNDARY:
    default:
      return FALSE;
    }
}

static void
case_changed_cb (SutraPlaceList *self, SutraChanges *changes, SutraCase *the_case)
{
  const SutraId subject = get_subject (self);
  guint n_asked = 0;

  if (sutra_case_get_store (the_case) == NULL)
    return;
  for (guint i = 0; i < changes->rows->len; i++)
    {
      const SutraChange *change = &g_array_index (changes->rows, SutraChange, i);
      gboolean asks = change->table == SUTRA_TABLE_ENTITY || change->table == SUTRA_TABLE_LOCATION ||
                      (change->table == SUTRA_TABLE_MENTION && change->operation == SUTRA_CHANGE_UPDATE);

      if ((asks && ++n_asked > MANY_CHANGES) || concerns (self, change, &subject))
        {
          schedule (self);
          return;
        }
    }
}

static void
selection_changed_cb (SutraPlaceList *self, SutraSelection *selection)
{
  if (self->scope == SUTRA_PLACE_SCOPE_SELECTION)
    restart (self);
}

/* ---- GObject ---- */

static void
sutra_place_list_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  SutraPlaceList *self = SUTRA_PLACE_LIST (object);

  switch (property_id)
    {
    case PROP_SCOPE:
      g_value_set_int (value, (int) self->scope);
      break;
    case PROP_ARTICLE:
      g_value_set_object (value, self->article);
      break;
    case PROP_LOADING:
      g_value_set_boolean (value, self->loading);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
sutra_place_list_set_property (GObject *object, guint property_id, const GValue *value, GParamSpec *pspec)
{
  SutraPlaceList *self = SUTRA_PLACE_LIST (object);

  switch (property_id)
    {
    case PROP_SCOPE:
      sutra_place_list_set_scope (self, (SutraPlaceScope) g_value_get_int (value));
      break;
    case PROP_ARTICLE:
      sutra_place_list_set_article (self, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
sutra_place_list_dispose (GObject *object)
{
  SutraPlaceList *self = SUTRA_PLACE_LIST (object);

  g_clear_handle_id (&self->idle, g_source_remove);
  stop_query (self);
  g_clear_object (&self->article);
  g_clear_object (&self->selection);
  g_clear_object (&self->the_case);

  G_OBJECT_CLASS (sutra_place_list_parent_class)->dispose (object);
}

static void
sutra_place_list_finalize (GObject *object)
{
  SutraPlaceList *self = SUTRA_PLACE_LIST (object);

  g_object_unref (self->located);
  g_object_unref (self->unlocated);
  sutra_place_set_unref (self->set);

  G_OBJECT_CLASS (sutra_place_list_parent_class)->finalize (object);
}

static void
sutra_place_list_class_init (SutraPlaceListClass *klass)
{
  const GParamFlags readable = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;
  const GParamFlags writable = readable | G_PARAM_WRITABLE;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = sutra_place_list_get_property;
  object_class->set_property = sutra_place_list_set_property;
  object_class->dispose = sutra_place_list_dispose;
  object_class->finalize = sutra_place_list_finalize;

  properties[PROP_SCOPE] = g_param_spec_int ("scope", NULL, NULL, 0, SUTRA_PLACE_SCOPE_SELECTION, SUTRA_PLACE_SCOPE_ARTICLE, writable);
  properties[PROP_ARTICLE] = g_param_spec_object ("article", NULL, NULL, SUTRA_TYPE_ARTICLE, writable);
  properties[PROP_LOADING] = g_param_spec_boolean ("loading", NULL, NULL, FALSE, readable);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[CHANGED] = g_signal_new ("changed", SUTRA_TYPE_PLACE_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
sutra_place_list_init (SutraPlaceList *self)
{
  self->set = sutra_place_set_new ();
  self->located = sutra_place_rows_new (TRUE);
  self->unlocated = sutra_place_rows_new (FALSE);
  g_signal_connect_object (self->located, "items-changed", G_CALLBACK (g_list_model_items_changed), self, G_CONNECT_SWAPPED);
}

SutraPlaceList *
sutra_place_list_new (SutraCase *the_case, SutraSelection *selection)
{
  SutraPlaceList *self;

  g_return_val_if_fail (SUTRA_IS_CASE (the_case), NULL);
  g_return_val_if_fail (selection == NULL || SUTRA_IS_SELECTION (selection), NULL);

  self = g_object_new (SUTRA_TYPE_PLACE_LIST, NULL);
  self->the_case = g_object_ref (the_case);
  g_set_object (&self->selection, selection);
  g_signal_connect_object (the_case, "changed", G_CALLBACK (case_changed_cb), self, G_CONNECT_SWAPPED);
  if (selection != NULL)
    g_signal_connect_object (selection, "changed", G_CALLBACK (selection_changed_cb), self, G_CONNECT_SWAPPED);
  schedule (self);
  return self;
}

void
sutra_place_list_set_scope (SutraPlaceList *self, SutraPlaceScope scope)
{
  g_return_if_fail (SUTRA_IS_PLACE_LIST (self));
  g_return_if_fail ((guint) scope <= SUTRA_PLACE_SCOPE_SELECTION);

  if (self->scope == scope)
    return;
  self->scope = scope;
  restart (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SCOPE]);
}

SutraPlaceScope
sutra_place_list_get_scope (SutraPlaceList *self)
{
  g_return_val_if_fail (SUTRA_IS_PLACE_LIST (self), SUTRA_PLACE_SCOPE_CASE);

  return self->scope;
}

void
sutra_place_list_set_article (SutraPlaceList *self, SutraArticle *article)
{
  g_return_if_fail (SUTRA_IS_PLACE_LIST (self));
  g_return_if_fail (article == NULL || SUTRA_IS_ARTICLE (article));

  if (!g_set_object (&self->article, article))
    return;
  if (self->scope == SUTRA_PLACE_SCOPE_ARTICLE)
    restart (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ARTICLE]);
}

gboolean
sutra_place_list_get_loading (SutraPlaceList *self)
{
  g_return_val_if_fail (SUTRA_IS_PLACE_LIST (self), FALSE);

  return self->loading;
}

const SutraPlaceItem *
sutra_place_list_get_items (SutraPlaceList *self, guint *n)
{
  g_return_val_if_fail (SUTRA_IS_PLACE_LIST (self), NULL);
  g_return_val_if_fail (n != NULL, NULL);

  *n = self->set->located.items->len;
  return (const SutraPlaceItem *) (gconstpointer) self->set->located.items->data;
}

guint
sutra_place_list_find (SutraPlaceList *self, const SutraId *entity)
{
  g_return_val_if_fail (SUTRA_IS_PLACE_LIST (self), G_MAXUINT);
  g_return_val_if_fail (entity != NULL, G_MAXUINT);

  return GPOINTER_TO_UINT (g_hash_table_lookup (self->set->located.indices, entity)) - 1;
}

GListModel *
sutra_place_list_get_unlocated (SutraPlaceList *self)
{
  g_return_val_if_fail (SUTRA_IS_PLACE_LIST (self), NULL);

  return G_LIST_MODEL (self->unlocated);
}
