/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-index-list.h"

struct _SutraIndexList
{
  GObject parent_instance;

  GListModel *list; /* (owned) */
  GArray *places;   /* (owned) guint */
};

static GType
sutra_index_list_get_item_type (GListModel *model)
{
  return g_list_model_get_item_type (SUTRA_INDEX_LIST (model)->list);
}

static guint
sutra_index_list_get_n_items (GListModel *model)
{
  return SUTRA_INDEX_LIST (model)->places->len;
}

static gpointer
sutra_index_list_get_item (GListModel *model, guint position)
{
  SutraIndexList *self = SUTRA_INDEX_LIST (model);

  return position < self->places->len ? g_list_model_get_item (self->list, g_array_index (self->places, guint, position)) : NULL;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = sutra_index_list_get_item_type;
  iface->get_n_items = sutra_index_list_get_n_items;
  iface->get_item = sutra_index_list_get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (SutraIndexList, sutra_index_list, G_TYPE_OBJECT, G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static void
sutra_index_list_finalize (GObject *object)
{
  SutraIndexList *self = SUTRA_INDEX_LIST (object);

  g_clear_object (&self->list);
  g_clear_pointer (&self->places, g_array_unref);
  G_OBJECT_CLASS (sutra_index_list_parent_class)->finalize (object);
}

static void
sutra_index_list_class_init (SutraIndexListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sutra_index_list_finalize;
}

static void
sutra_index_list_init (SutraIndexList *self)
{
}

SutraIndexList *
sutra_index_list_new (GListModel *list, GArray *places)
{
  SutraIndexList *self;

  g_return_val_if_fail (G_IS_LIST_MODEL (list), NULL);
  g_return_val_if_fail (places != NULL && g_array_get_element_size (places) == sizeof (guint), NULL);

  self = g_object_new (SUTRA_TYPE_INDEX_LIST, NULL);
  self->list = g_object_ref (list);
  self->places = g_array_sized_new (FALSE, FALSE, sizeof (guint), places->len);
  for (guint i = 0; i < places->len; i++)
    if (g_array_index (places, guint, i) < g_list_model_get_n_items (list))
      g_array_append_val (self->places, g_array_index (places, guint, i));
  return self;
}
