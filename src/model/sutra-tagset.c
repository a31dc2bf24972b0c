/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-tagset.h"
#include "sutra-case-private.h"
#include "sutra-tagset-private.h"

struct _SutraTagset
{
  GObject parent_instance;

  SutraCase *the_case; /* (unowned): it owns this; (nullable) */
  GPtrArray *types;    /* SutraEntityType (owned), by position */
};

static void list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (SutraTagset, sutra_tagset, G_TYPE_OBJECT, G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static GType
sutra_tagset_get_item_type (GListModel *model)
{
  return SUTRA_TYPE_ENTITY_TYPE;
}

static guint
sutra_tagset_get_n_items (GListModel *model)
{
  return SUTRA_TAGSET (model)->types->len;
}

static gpointer
sutra_tagset_get_item (GListModel *model, guint position)
{
  SutraTagset *self = SUTRA_TAGSET (model);

  return position < self->types->len ? g_object_ref (g_ptr_array_index (self->types, position)) : NULL;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = sutra_tagset_get_item_type;
  iface->get_n_items = sutra_tagset_get_n_items;
  iface->get_item = sutra_tagset_get_item;
}

static void
sutra_tagset_dispose (GObject *object)
{
  SutraTagset *self = SUTRA_TAGSET (object);

  g_clear_weak_pointer (&self->the_case);

  G_OBJECT_CLASS (sutra_tagset_parent_class)->dispose (object);
}

static void
sutra_tagset_finalize (GObject *object)
{
  SutraTagset *self = SUTRA_TAGSET (object);

  g_ptr_array_unref (self->types);

  G_OBJECT_CLASS (sutra_tagset_parent_class)->finalize (object);
}

static void
sutra_tagset_class_init (SutraTagsetClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = sutra_tagset_dispose;
  object_class->finalize = sutra_tagset_finalize;
}

static void
sutra_tagset_init (SutraTagset *self)
{
  self->types = g_ptr_array_new_with_free_func (g_object_unref);
}

SutraTagset *
sutra_tagset_new (SutraCase *the_case)
{
  SutraTagset *self = g_object_new (SUTRA_TYPE_TAGSET, NULL);

  g_set_weak_pointer (&self->the_case, the_case);

  return self;
}

static GPtrArray *
read_types (SutraTagset *self, GError **error)
{
  g_autoptr (GPtrArray) types = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GError) local_error = NULL;
  g_autoptr (SutraStatement) rows =
      sutra_statement_new (sutra_case_get_store (self->the_case), error, SUTRA_TYPE_SELECT " ORDER BY position, id", "");

  if (rows == NULL)
    return NULL;
  while (sutra_statement_next (rows, &local_error))
    {
      SutraId id = sutra_statement_get_id (rows, 0);
      SutraLive *type = sutra_case_peek_live (self->the_case, SUTRA_TABLE_TYPE, &id);

      if (type != NULL)
        g_object_ref (type);
      else
        type = sutra_live_new (SUTRA_TYPE_ENTITY_TYPE, self->the_case, &id);
      sutra_live_load (type, rows);
      g_ptr_array_add (types, type);
    }
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }

  return g_steal_pointer (&types);
}

gboolean
sutra_tagset_reload (SutraTagset *self, GError **error)
{
  g_autoptr (GPtrArray) types = read_types (self, error);
  g_autoptr (GPtrArray) old = NULL;
  guint same, tail = 0;

  if (types == NULL)
    return FALSE;

  old = g_steal_pointer (&self->types);
  self->types = g_steal_pointer (&types);

  for (guint i = 0; i < old->len; i++)
    {
      if (!g_ptr_array_find (self->types, g_ptr_array_index (old, i), NULL))
        sutra_live_set_deleted (g_ptr_array_index (old, i), TRUE);
    }

  for (same = 0; same < MIN (old->len, self->types->len); same++)
    {
      if (g_ptr_array_index (old, same) != g_ptr_array_index (self->types, same))
        break;
    }
  while (same + tail < MIN (old->len, self->types->len) &&
         g_ptr_array_index (old, old->len - tail - 1) == g_ptr_array_index (self->types, self->types->len - tail - 1))
    tail++;

  if (old->len - same - tail > 0 || self->types->len - same - tail > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), same, old->len - same - tail, self->types->len - same - tail);
  return TRUE;
}

SutraEntityType *
sutra_tagset_get (SutraTagset *self, const SutraId *id)
{
  g_return_val_if_fail (SUTRA_IS_TAGSET (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  for (guint i = 0; i < self->types->len; i++)
    {
      SutraEntityType *type = g_ptr_array_index (self->types, i);

      if (sutra_id_equal (sutra_entity_type_get_id (type), id))
        return type;
    }
  return NULL;
}

SutraEntityType *
sutra_tagset_get_by_slug (SutraTagset *self, const char *slug)
{
  g_return_val_if_fail (SUTRA_IS_TAGSET (self), NULL);

  for (guint i = 0; i < self->types->len; i++)
    {
      SutraEntityType *type = g_ptr_array_index (self->types, i);

      if (g_strcmp0 (sutra_entity_type_get_slug (type), slug) == 0)
        return type;
    }
  return NULL;
}

SutraEntityType *
sutra_tagset_get_by_shortcut (SutraTagset *self, const char *key)
{
  g_return_val_if_fail (SUTRA_IS_TAGSET (self), NULL);

  for (guint i = 0; key != NULL && i < self->types->len; i++)
    {
      SutraEntityType *type = g_ptr_array_index (self->types, i);

      if (g_strcmp0 (sutra_entity_type_get_shortcut (type), key) == 0)
        return type;
    }
  return NULL;
}

GPtrArray *
sutra_tagset_dup_specs (SutraTagset *self)
{
  GPtrArray *specs;

  g_return_val_if_fail (SUTRA_IS_TAGSET (self), NULL);

  specs = g_ptr_array_new_with_free_func ((GDestroyNotify) sutra_type_spec_free);
  for (guint i = 0; i < self->types->len; i++)
    {
      SutraEntityType *type = g_ptr_array_index (self->types, i);
      SutraEntityType *parent = sutra_tagset_get (self, sutra_entity_type_get_parent (type));
      const SutraTypeSpec spec = {
        .slug = (char *) sutra_entity_type_get_slug (type),
        .name = (char *) sutra_entity_type_get_name (type),
        .color = (char *) sutra_entity_type_get_color (type),
        .badge = (char *) sutra_entity_type_get_badge (type),
        .shortcut = (char *) sutra_entity_type_get_shortcut (type),
        .parent = parent != NULL ? (char *) sutra_entity_type_get_slug (parent) : NULL,
        .names_entities = sutra_entity_type_get_names_entities (type),
      };

      g_ptr_array_add (specs, sutra_type_spec_copy (&spec));
    }

  return specs;
}
