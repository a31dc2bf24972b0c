/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-selection.h"
#include "sutra-case-private.h"

struct _SutraSelection
{
  GObject parent_instance;

  SutraCase *the_case;
  SutraId mention;
  SutraId entity;
  SutraId hovered;
};

G_DEFINE_FINAL_TYPE (SutraSelection, sutra_selection, G_TYPE_OBJECT)

enum
{
  CHANGED,
  HOVERED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
choose (SutraSelection *self, const SutraId *mention, const SutraId *entity)
{
  if (sutra_id_equal (&self->mention, mention) && sutra_id_equal (&self->entity, entity))
    return;
  self->mention = *mention;
  self->entity = *entity;
  g_signal_emit (self, signals[CHANGED], 0);
}

static SutraId
entity_of (SutraSelection *self, const SutraId *mention)
{
  return sutra_case_id_column (self->the_case, "SELECT entity FROM mention WHERE id = ?", mention);
}

static void
changed_cb (SutraSelection *self, SutraChanges *changes, SutraCase *the_case)
{
  const SutraId none = SUTRA_ID_NULL;
  SutraStore *store = sutra_case_get_store (the_case);
  gboolean concerned = FALSE;

  if (!sutra_id_is_null (&self->hovered) && !sutra_case_row_exists (store, SUTRA_TABLE_ENTITY, &self->hovered))
    sutra_selection_set_hovered (self, NULL);
  for (guint i = 0; i < changes->rows->len && !concerned; i++)
    {
      const SutraChange *change = &g_array_index (changes->rows, SutraChange, i);

      concerned = sutra_id_equal (&change->id, &self->mention) || sutra_id_equal (&change->id, &self->entity);
    }
  if (!concerned)
    return;

  if (!sutra_id_is_null (&self->mention))
    {
      SutraId entity = entity_of (self, &self->mention);

      choose (self, sutra_case_row_exists (store, SUTRA_TABLE_MENTION, &self->mention) ? &self->mention : &none, &entity);
    }
  else if (!sutra_case_row_exists (store, SUTRA_TABLE_ENTITY, &self->entity))
    choose (self, &none, &none);
}

static void
sutra_selection_dispose (GObject *object)
{
  SutraSelection *self = SUTRA_SELECTION (object);

  g_clear_object (&self->the_case);

  G_OBJECT_CLASS (sutra_selection_parent_class)->dispose (object);
}

static void
sutra_selection_class_init (SutraSelectionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = sutra_selection_dispose;

  signals[CHANGED] = g_signal_new ("changed", SUTRA_TYPE_SELECTION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[HOVERED] = g_signal_new ("hovered", SUTRA_TYPE_SELECTION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
sutra_selection_init (SutraSelection *self)
{
}

SutraSelection *
sutra_selection_new (SutraCase *the_case)
{
  SutraSelection *self;

  g_return_val_if_fail (SUTRA_IS_CASE (the_case), NULL);

  self = g_object_new (SUTRA_TYPE_SELECTION, NULL);
  self->the_case = g_object_ref (the_case);
  g_signal_connect_object (the_case, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);

  return self;
}

void
sutra_selection_clear (SutraSelection *self)
{
  const SutraId none = SUTRA_ID_NULL;

  g_return_if_fail (SUTRA_IS_SELECTION (self));

  choose (self, &none, &none);
}

void
sutra_selection_choose_mention (SutraSelection *self, const SutraId *mention)
{
  SutraStore *store;
  SutraId entity;

  g_return_if_fail (SUTRA_IS_SELECTION (self));
  g_return_if_fail (mention != NULL);

  store = sutra_case_get_store (self->the_case);
  if (store == NULL || !sutra_case_row_exists (store, SUTRA_TABLE_MENTION, mention))
    {
      sutra_selection_clear (self);
      return;
    }
  entity = entity_of (self, mention);
  choose (self, mention, &entity);
}

void
sutra_selection_choose_entity (SutraSelection *self, const SutraId *entity)
{
  const SutraId none = SUTRA_ID_NULL;
  SutraStore *store;

  g_return_if_fail (SUTRA_IS_SELECTION (self));
  g_return_if_fail (entity != NULL);

  store = sutra_case_get_store (self->the_case);
  if (store == NULL || !sutra_case_row_exists (store, SUTRA_TABLE_ENTITY, entity))
    sutra_selection_clear (self);
  else
    choose (self, &none, entity);
}

const SutraId *
sutra_selection_get_mention (SutraSelection *self)
{
  g_return_val_if_fail (SUTRA_IS_SELECTION (self), NULL);

  return &self->mention;
}

const SutraId *
sutra_selection_get_entity (SutraSelection *self)
{
  g_return_val_if_fail (SUTRA_IS_SELECTION (self), NULL);

  return &self->entity;
}

void
sutra_selection_set_hovered (SutraSelection *self, const SutraId *entity)
{
  const SutraId none = SUTRA_ID_NULL;

  g_return_if_fail (SUTRA_IS_SELECTION (self));

  if (entity == NULL)
    entity = &none;
  if (sutra_id_equal (&self->hovered, entity))
    return;
  self->hovered = *entity;
  g_signal_emit (self, signals[HOVERED], 0);
}

const SutraId *
sutra_selection_get_hovered (SutraSelection *self)
{
  g_return_val_if_fail (SUTRA_IS_SELECTION (self), NULL);

  return &self->hovered;
}
