/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "list-validator.h"

static void
items_changed_cb (GListModel *model, guint position, guint removed, guint added, ListValidator *self)
{
  g_assert_false (self->emitting);
  self->emitting = TRUE;

  g_assert_cmpuint (removed + added, >, 0);
  g_assert_cmpuint (position, <=, self->items->len);
  g_assert_cmpuint (removed, <=, self->items->len - position);
  g_assert_cmpuint (g_list_model_get_n_items (model), ==, self->items->len - removed + added);
  if (removed > 0)
    g_ptr_array_remove_range (self->items, position, removed);
  for (guint i = 0; i < added; i++)
    g_ptr_array_insert (self->items, (int) (position + i), g_list_model_get_item (model, position + i));

  self->n_emissions++;
  self->n_removed += removed;
  self->n_added += added;
  list_validator_check (self);
  self->emitting = FALSE;
}

ListValidator *
list_validator_new (GListModel *model)
{
  ListValidator *self = g_new0 (ListValidator, 1);

  self->model = g_object_ref (model);
  self->items = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    g_ptr_array_add (self->items, g_list_model_get_item (model, i));
  g_signal_connect (model, "items-changed", G_CALLBACK (items_changed_cb), self);
  return self;
}

void
list_validator_free (ListValidator *self)
{
  g_signal_handlers_disconnect_by_data (self->model, self);
  g_ptr_array_unref (self->items);
  g_object_unref (self->model);
  g_free (self);
}

void
list_validator_check (ListValidator *self)
{
  guint n = g_list_model_get_n_items (self->model);

  g_assert_cmpuint (n, ==, self->items->len);
  g_assert_null (g_list_model_get_item (self->model, n));
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (self->model, i);

      g_assert_true (item == g_ptr_array_index (self->items, i));
    }
}

void
list_validator_forget_counts (ListValidator *self)
{
  self->n_emissions = self->n_removed = self->n_added = 0;
}
