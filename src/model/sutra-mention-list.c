/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-mention-list.h"
#include "sutra-case-private.h"
#include "sutra-list-diff.h"

/* So many changed mentions are looked at one by one; for more all are read anew. */
#define FEW 64

/* A mention's place; the ids alone would not do to find where another one belongs. */
typedef struct
{
  SutraId id;
  SutraId article;
  guint32 start;
  guint32 end;
} Place;

struct _SutraMentionList
{
  GObject parent_instance;

  SutraCase *the_case;
  SutraId article; /* null: everywhere */
  SutraId entity;  /* null: unlinked ones of the type and key */
  SutraId type;
  char *key; /* (nullable): any */
  GArray *places;
  gboolean updating;
  gboolean dirty;
};

static void list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (SutraMentionList,
                               sutra_mention_list,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

enum
{
  PROP_N_ITEMS = 1,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static GType
sutra_mention_list_get_item_type (GListModel *model)
{
  return SUTRA_TYPE_MENTION;
}

static guint
sutra_mention_list_get_n_items (GListModel *model)
{
  return SUTRA_MENTION_LIST (model)->places->len;
}

static gpointer
sutra_mention_list_get_item (GListModel *model, guint position)
{
  SutraMentionList *self = SUTRA_MENTION_LIST (model);
  SutraId id;

  if (position >= self->places->len)
    return NULL;
  id = g_array_index (self->places, Place, position).id;
  return sutra_case_get_item (self->the_case, SUTRA_TABLE_MENTION, &id);
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = sutra_mention_list_get_item_type;
  iface->get_n_items = sutra_mention_list_get_n_items;
  iface->get_item = sutra_mention_list_get_item;
}

static int
compare_places (const Place *a, const Place *b)
{
  int order = sutra_id_compare (&a->article, &b->article);

  if (order != 0)
    return order;
  if (a->start != b->start)
    return a->start < b->start ? -1 : 1;
  if (a->end != b->end)
    return a->end > b->end ? -1 : 1;
  return sutra_id_compare (&a->id, &b->id);
}

static void
read_place (SutraStatement *row, Place *place)
{
  place->id = sutra_statement_get_id (row, 0);
  place->article = sutra_statement_get_id (row, 1);
  place->start = (guint32) sutra_statement_get_int (row, 2);
  place->end = (guint32) sutra_statement_get_int (row, 3);
}

#define COLUMNS "SELECT id, article, start, \"end\" FROM mention "
#define ORDER " ORDER BY article, start, \"end\" DESC, id"

static SutraStatement *
select_all (SutraMentionList *self, SutraStore *store)
{
  if (!sutra_id_is_null (&self->entity))
    return sutra_statement_new (store, NULL, COLUMNS "WHERE entity = ?1 AND status = 0 AND (?2 IS NULL OR article = ?2)" ORDER, "ii",
                                &self->entity, &self->article);
  /* With an article its own mentions are fewer than those of the type. */
  if (!sutra_id_is_null (&self->article))
    return sutra_statement_new (store, NULL,
                                COLUMNS "WHERE article = ?1 AND +type = ?2 AND +entity IS NULL AND status = 0"
                                        " AND (?3 IS NULL OR quote_key = ?3)" ORDER,
                                "iis", &self->article, &self->type, self->key);
  return sutra_statement_new (store, NULL,
                              COLUMNS "WHERE type = ?1 AND +entity IS NULL AND status = 0 AND (?2 IS NULL OR quote_key = ?2)" ORDER, "is",
                              &self->type, self->key);
}

static GArray *
read_all (SutraMentionList *self)
{
  SutraStore *store = sutra_case_get_store (self->the_case);
  GArray *places = g_array_new (FALSE, FALSE, sizeof (Place));
  g_autoptr (SutraStatement) rows = store != NULL ? select_all (self, store) : NULL;

  while (rows != NULL && sutra_statement_next (rows, NULL))
    {
      Place place;

      read_place (rows, &place);
      g_array_append_val (places, place);
    }
  return places;
}

/* Whether mention @id belongs here now, and where. */
static gboolean
belongs (SutraMentionList *self, const SutraId *id, Place *place)
{
  g_autoptr (SutraStatement) row = sutra_statement_new (sutra_case_get_store (self->the_case), NULL,
                                                        "SELECT id, article, start, \"end\" FROM mention WHERE id = ?1 AND status = 0"
                                                        " AND (?2 IS NULL OR article = ?2) AND entity IS ?3"
                                                        " AND (?3 IS NOT NULL OR (type = ?4 AND (?5 IS NULL OR quote_key = ?5)))",
                                                        "iiiis", id, &self->article, &self->entity, &self->type, self->key);

  if (row == NULL || !sutra_statement_next (row, NULL))
    return FALSE;
  read_place (row, place);
  return TRUE;
}

static void
insert_place (GArray *places, const Place *place)
{
  guint low = 0, high = places->len;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (compare_places (&g_array_index (places, Place, middle), place) < 0)
        low = middle + 1;
      else
        high = middle;
    }
  g_array_insert_vals (places, low, place, 1);
}

/* The list after the mentions of @changed changed. */
static GArray *
place_few (SutraMentionList *self, GHashTable *changed)
{
  GArray *places = g_array_sized_new (FALSE, FALSE, sizeof (Place), self->places->len + FEW);
  GHashTableIter iter;
  gpointer id;

  for (guint i = 0; i < self->places->len; i++)
    {
      const Place *place = &g_array_index (self->places, Place, i);

      if (!g_hash_table_contains (changed, &place->id))
        g_array_append_vals (places, place, 1);
    }
  g_hash_table_iter_init (&iter, changed);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    {
      Place place;

      if (belongs (self, id, &place))
        insert_place (places, &place);
    }
  return places;
}

static void
follow (SutraMentionList *self, GHashTable *changed)
{
  g_autoptr (GArray) places = NULL;

  if (changed != NULL && g_hash_table_size (changed) <= FEW)
    places = place_few (self, changed);
  else
    places = read_all (self);
  self->updating = TRUE;
  sutra_list_diff_ids (G_LIST_MODEL (self), self->places, places);
  self->updating = FALSE;
}

static void
changed_cb (SutraMentionList *self, SutraChanges *changes, SutraCase *the_case)
{
  g_autoptr (GHashTable) changed = g_hash_table_new (sutra_id_hash, sutra_id_equal);

  for (guint i = 0; i < changes->rows->len; i++)
    {
      SutraChange *change = &g_array_index (changes->rows, SutraChange, i);

      if (change->table == SUTRA_TABLE_MENTION)
        g_hash_table_add (changed, &change->id);
    }
  if (g_hash_table_size (changed) == 0)
    return;
  if (self->updating)
    {
      self->dirty = TRUE;
      return;
    }
  follow (self, changed);
  while (self->dirty)
    {
      self->dirty = FALSE;
      follow (self, NULL);
    }
}

static void
sutra_mention_list_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  SutraMentionList *self = SUTRA_MENTION_LIST (object);

  switch (property_id)
    {
    case PROP_N_ITEMS:
      g_value_set_uint (value, self->places->len);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
sutra_mention_list_dispose (GObject *object)
{
  SutraMentionList *self = SUTRA_MENTION_LIST (object);

  g_clear_object (&self->the_case);

  G_OBJECT_CLASS (sutra_mention_list_parent_class)->dispose (object);
}

static void
sutra_mention_list_finalize (GObject *object)
{
  SutraMentionList *self = SUTRA_MENTION_LIST (object);

  g_free (self->key);
  g_array_unref (self->places);

  G_OBJECT_CLASS (sutra_mention_list_parent_class)->finalize (object);
}

static void
sutra_mention_list_class_init (SutraMentionListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = sutra_mention_list_get_property;
  object_class->dispose = sutra_mention_list_dispose;
  object_class->finalize = sutra_mention_list_finalize;

  properties[PROP_N_ITEMS] =
      g_param_spec_uint ("n-items", NULL, NULL, 0, G_MAXUINT, 0, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
sutra_mention_list_init (SutraMentionList *self)
{
}

SutraMentionList *
sutra_mention_list_new (SutraCase *the_case, const SutraId *article, const SutraId *entity, const SutraId *type, const char *key)
{
  SutraMentionList *self;

  g_return_val_if_fail (SUTRA_IS_CASE (the_case), NULL);
  g_return_val_if_fail (entity != NULL || type != NULL, NULL);

  self = g_object_new (SUTRA_TYPE_MENTION_LIST, NULL);
  self->the_case = g_object_ref (the_case);
  self->article = article != NULL ? *article : SUTRA_ID_NULL;
  self->entity = entity != NULL ? *entity : SUTRA_ID_NULL;
  self->type = type != NULL ? *type : SUTRA_ID_NULL;
  self->key = g_strdup (key);
  self->places = read_all (self);
  g_signal_connect_object (the_case, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);

  return self;
}
