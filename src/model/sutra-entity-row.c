/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-entity-record.h"
#include "sutra-case-private.h"

/* A copy of the item, because widgets may hold the row longer than the list does. */
struct _SutraEntityRow
{
  GObject parent_instance;

  SutraCase *the_case;
  SutraEntityRowKind kind;
  SutraId type;
  SutraId entity;
  SutraId first;
  char *key;
  char *label;
  gboolean label_known;
  guint count;
};

G_DEFINE_FINAL_TYPE (SutraEntityRow, sutra_entity_row, G_TYPE_OBJECT)

enum
{
  PROP_LABEL = 1,
  PROP_COUNT,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static void
sutra_entity_row_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  SutraEntityRow *self = SUTRA_ENTITY_ROW (object);

  switch (property_id)
    {
    case PROP_LABEL:
      g_value_set_string (value, sutra_entity_row_get_label (self));
      break;
    case PROP_COUNT:
      g_value_set_uint (value, self->count);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
sutra_entity_row_dispose (GObject *object)
{
  SutraEntityRow *self = SUTRA_ENTITY_ROW (object);

  g_clear_object (&self->the_case);

  G_OBJECT_CLASS (sutra_entity_row_parent_class)->dispose (object);
}

static void
sutra_entity_row_finalize (GObject *object)
{
  SutraEntityRow *self = SUTRA_ENTITY_ROW (object);

  g_free (self->key);
  g_free (self->label);

  G_OBJECT_CLASS (sutra_entity_row_parent_class)->finalize (object);
}

static void
sutra_entity_row_class_init (SutraEntityRowClass *klass)
{
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = sutra_entity_row_get_property;
  object_class->dispose = sutra_entity_row_dispose;
  object_class->finalize = sutra_entity_row_finalize;

  properties[PROP_LABEL] = g_param_spec_string ("label", NULL, NULL, NULL, flags);
  properties[PROP_COUNT] = g_param_spec_uint ("count", NULL, NULL, 0, G_MAXUINT, 0, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
sutra_entity_row_init (SutraEntityRow *self)
{
}

SutraEntityRow *
sutra_entity_row_new (SutraCase *the_case, const SutraEntityRecord *item)
{
  SutraEntityRow *self = g_object_new (SUTRA_TYPE_ENTITY_ROW, NULL);

  self->the_case = g_object_ref (the_case);
  self->kind = item->kind;
  self->type = item->type;
  self->entity = item->entity;
  self->first = item->first;
  self->key = g_strdup (item->key);
  self->count = item->count;
  return self;
}

static char *
read_label (SutraEntityRow *self)
{
  if (sutra_case_get_store (self->the_case) == NULL)
    return NULL;
  if (self->kind == SUTRA_ENTITY_ROW_ENTITY)
    return sutra_case_dup_column (self->the_case, "SELECT label FROM entity WHERE id = ?", &self->entity);
  if (self->kind == SUTRA_ENTITY_ROW_MENTIONS)
    return sutra_case_dup_column (self->the_case, "SELECT substr (quote, 1, stem_end - start) FROM mention WHERE id = ?", &self->first);
  return NULL;
}

void
sutra_entity_row_take (SutraEntityRow *self, const SutraEntityRecord *item)
{
  g_object_freeze_notify (G_OBJECT (self));
  self->first = item->first;
  if (self->count != item->count)
    {
      self->count = item->count;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_COUNT]);
    }
  if (self->label_known)
    {
      g_autofree char *label = read_label (self);

      if (label != NULL && g_strcmp0 (label, self->label) != 0)
        {
          g_free (self->label);
          self->label = g_steal_pointer (&label);
          g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LABEL]);
        }
    }
  g_object_thaw_notify (G_OBJECT (self));
}

SutraEntityRowKind
sutra_entity_row_get_kind (SutraEntityRow *self)
{
  g_return_val_if_fail (SUTRA_IS_ENTITY_ROW (self), SUTRA_ENTITY_ROW_TYPE);

  return self->kind;
}

const SutraId *
sutra_entity_row_get_type_id (SutraEntityRow *self)
{
  g_return_val_if_fail (SUTRA_IS_ENTITY_ROW (self), NULL);

  return &self->type;
}

const SutraId *
sutra_entity_row_get_entity (SutraEntityRow *self)
{
  g_return_val_if_fail (SUTRA_IS_ENTITY_ROW (self), NULL);

  return &self->entity;
}

const SutraId *
sutra_entity_row_get_first_mention (SutraEntityRow *self)
{
  g_return_val_if_fail (SUTRA_IS_ENTITY_ROW (self), NULL);

  return &self->first;
}

const char *
sutra_entity_row_get_label (SutraEntityRow *self)
{
  g_return_val_if_fail (SUTRA_IS_ENTITY_ROW (self), NULL);

  if (!self->label_known)
    {
      self->label = read_label (self);
      self->label_known = TRUE;
    }
  return self->label;
}

const char *
sutra_entity_row_get_key (SutraEntityRow *self)
{
  g_return_val_if_fail (SUTRA_IS_ENTITY_ROW (self), NULL);

  return self->key;
}

guint
sutra_entity_row_get_count (SutraEntityRow *self)
{
  g_return_val_if_fail (SUTRA_IS_ENTITY_ROW (self), 0);

  return self->count;
}
