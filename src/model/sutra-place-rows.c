/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-place-rows.h"

struct _SutraPlaceRows
{
  GObject parent_instance;

  gboolean located;
  SutraPlaceSet *set;
  GHashTable *rows; /* SutraId in the Known → Known: rows that somebody holds */

  /* While the changes are told: what follows @n_new items of the set are the items of @old from @n_old on; @old_rows are of those that the set does not have. */
  SutraPlaceSet *old;
  GHashTable *old_rows;
  guint n_new;
  guint n_old;
};

typedef struct
{
  SutraId key;
  GHashTable *table;  /* (unowned): that holds it */
  SutraPlaceRow *row; /* (unowned) */
} Known;

static void list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (SutraPlaceRows, sutra_place_rows, G_TYPE_OBJECT, G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static const SutraPlaces *
half (SutraPlaceRows *self, const SutraPlaceSet *set)
{
  return self->located ? &set->located : &set->unlocated;
}

/* ---- Rows that somebody holds ---- */

static void
row_gone_cb (gpointer data, GObject *row)
{
  Known *known = data;

  /* It frees @known without touching the row. */
  known->row = NULL;
  g_hash_table_remove (known->table, &known->key);
}

static void
known_free (gpointer data)
{
  Known *known = data;

  if (known->row != NULL)
    g_object_weak_unref (G_OBJECT (known->row), row_gone_cb, known);
  g_free (known);
}

static GHashTable *
new_rows (void)
{
  return g_hash_table_new_full (sutra_id_hash, sutra_id_equal, NULL, known_free);
}

/* Whether @places has an item of that key which tells the same. */
static gboolean
has_same (const SutraPlaces *places, const SutraId *key, const SutraPlaceItem *item)
{
  guint place = GPOINTER_TO_UINT (g_hash_table_lookup (places->indices, key));

  return place != 0 && sutra_place_item_equal (&g_array_index (places->items, SutraPlaceItem, place - 1), item);
}

/* (transfer full) */
static SutraPlaceRow *
get_row (GHashTable *table, const SutraId *key, const SutraPlaceItem *item)
{
  Known *known = g_hash_table_lookup (table, key);

  if (known != NULL)
    return g_object_ref (known->row);

  known = g_new0 (Known, 1);
  known->key = *key;
  known->table = table;
  known->row = sutra_place_row_new (item);
  g_object_weak_ref (G_OBJECT (known->row), row_gone_cb, known);
  g_hash_table_insert (table, &known->key, known);
  return known->row;
}

/* Rows of items that the set has not go to @old_rows. */
static void
part_rows (SutraPlaceRows *self)
{
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      Known *known = value;

      if (has_same (half (self, self->set), &known->key, sutra_place_row_get_item (known->row)))
        continue;
      g_hash_table_iter_steal (&iter);
      known->table = self->old_rows;
      g_hash_table_insert (self->old_rows, &known->key, known);
    }
}

/* ---- The list ---- */

static GType
sutra_place_rows_get_item_type (GListModel *model)
{
  return SUTRA_TYPE_PLACE_ROW;
}

static guint
sutra_place_rows_get_n_items (GListModel *model)
{
  SutraPlaceRows *self = SUTRA_PLACE_ROWS (model);

  if (self->old == NULL)
    return half (self, self->set)->items->len;
  return self->n_new + half (self, self->old)->items->len - self->n_old;
}

static gpointer
sutra_place_rows_get_item (GListModel *model, guint position)
{
  SutraPlaceRows *self = SUTRA_PLACE_ROWS (model);
  const gboolean behind = self->old != NULL && position >= self->n_new;
  const SutraPlaces *places = half (self, behind ? self->old : self->set);
  const SutraPlaceItem *item;
  const SutraId *key;

  if (behind)
    position = position - self->n_new + self->n_old;
  if (position >= places->items->len)
    return NULL;
  item = &g_array_index (places->items, SutraPlaceItem, position);
  key = &g_array_index (places->keys, SutraId, position);
  return get_row (behind && !has_same (half (self, self->set), key, item) ? self->old_rows : self->rows, key, item);
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = sutra_place_rows_get_item_type;
  iface->get_n_items = sutra_place_rows_get_n_items;
  iface->get_item = sutra_place_rows_get_item;
}

static void
sutra_place_rows_finalize (GObject *object)
{
  SutraPlaceRows *self = SUTRA_PLACE_ROWS (object);

  g_hash_table_unref (self->rows);
  sutra_place_set_unref (self->set);

  G_OBJECT_CLASS (sutra_place_rows_parent_class)->finalize (object);
}

static void
sutra_place_rows_class_init (SutraPlaceRowsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sutra_place_rows_finalize;
}

static void
sutra_place_rows_init (SutraPlaceRows *self)
{
  self->set = sutra_place_set_new ();
  self->rows = new_rows ();
}

SutraPlaceRows *
sutra_place_rows_new (gboolean located)
{
  SutraPlaceRows *self = g_object_new (SUTRA_TYPE_PLACE_ROWS, NULL);

  self->located = located;
  return self;
}

void
sutra_place_rows_take (SutraPlaceRows *self, SutraPlaceSet *set)
{
  const GArray *changes = half (self, set)->changes;

  g_return_if_fail (self->old == NULL && changes != NULL);

  self->old = self->set;
  self->set = sutra_place_set_ref (set);
  self->old_rows = new_rows ();
  self->n_new = self->n_old = 0;
  part_rows (self);
  for (guint i = 0; i < changes->len; i++)
    {
      const SutraPlaceChange *change = &g_array_index (changes, SutraPlaceChange, i);

      self->n_old += change->position - self->n_new + change->removed;
      self->n_new = change->position + change->added;
      g_list_model_items_changed (G_LIST_MODEL (self), change->position, change->removed, change->added);
    }
  g_clear_pointer (&self->old, sutra_place_set_unref);
  g_clear_pointer (&self->old_rows, g_hash_table_unref);
}
