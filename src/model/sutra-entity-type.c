/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-entity-type.h"
#include "sutra-live-private.h"
#include "sutra-tagset-private.h"

struct _SutraEntityType
{
  SutraLive parent_instance;

  char *slug;
  char *name;
  char *color;
  char *badge;
  char *shortcut;
  SutraId parent;
  guint names_entities;
  guint position;
};

G_DEFINE_FINAL_TYPE (SutraEntityType, sutra_entity_type, SUTRA_TYPE_LIVE)

enum
{
  PROP_SLUG = 1,
  PROP_NAME,
  PROP_COLOR,
  PROP_BADGE,
  PROP_SHORTCUT,
  PROP_NAMES_ENTITIES,
  PROP_POSITION,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static void
sutra_entity_type_load (SutraLive *live, SutraStatement *row)
{
  SutraEntityType *self = SUTRA_ENTITY_TYPE (live);

  sutra_live_take_string (live, &self->slug, sutra_statement_get_text (row, 1), properties[PROP_SLUG]);
  sutra_live_take_string (live, &self->name, sutra_statement_get_text (row, 2), properties[PROP_NAME]);
  sutra_live_take_string (live, &self->color, sutra_statement_get_text (row, 3), properties[PROP_COLOR]);
  sutra_live_take_string (live, &self->badge, sutra_statement_get_text (row, 4), properties[PROP_BADGE]);
  sutra_live_take_string (live, &self->shortcut, sutra_statement_get_text (row, 5), properties[PROP_SHORTCUT]);
  self->parent = sutra_statement_get_id (row, 6);
  sutra_live_take_int (live, &self->names_entities, sutra_statement_get_int (row, 7) != 0, properties[PROP_NAMES_ENTITIES]);
  sutra_live_take_int (live, &self->position, sutra_statement_get_int (row, 8), properties[PROP_POSITION]);
}

static void
sutra_entity_type_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  SutraEntityType *self = SUTRA_ENTITY_TYPE (object);

  switch (property_id)
    {
    case PROP_SLUG:
      g_value_set_string (value, self->slug);
      break;
    case PROP_NAME:
      g_value_set_string (value, self->name);
      break;
    case PROP_COLOR:
      g_value_set_string (value, self->color);
      break;
    case PROP_BADGE:
      g_value_set_string (value, self->badge);
      break;
    case PROP_SHORTCUT:
      g_value_set_string (value, self->shortcut);
      break;
    case PROP_NAMES_ENTITIES:
      g_value_set_boolean (value, self->names_entities != 0);
      break;
    case PROP_POSITION:
      g_value_set_int (value, (int) self->position);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
sutra_entity_type_finalize (GObject *object)
{
  SutraEntityType *self = SUTRA_ENTITY_TYPE (object);

  g_free (self->slug);
  g_free (self->name);
  g_free (self->color);
  g_free (self->badge);
  g_free (self->shortcut);

  G_OBJECT_CLASS (sutra_entity_type_parent_class)->finalize (object);
}

static void
sutra_entity_type_class_init (SutraEntityTypeClass *klass)
{
  static const char *const strings[] = { "slug", "name", "color", "badge", "shortcut", NULL };
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  SutraLiveClass *live_class = SUTRA_LIVE_CLASS (klass);

  object_class->get_property = sutra_entity_type_get_property;
  object_class->finalize = sutra_entity_type_finalize;
  live_class->table = SUTRA_TABLE_TYPE;
  live_class->select = SUTRA_TYPE_SELECT " WHERE id = ?";
  live_class->load = sutra_entity_type_load;

  sutra_live_install_strings (object_class, properties, PROP_SLUG, strings);
  properties[PROP_NAMES_ENTITIES] = g_param_spec_boolean ("names-entities", NULL, NULL, FALSE, flags);
  g_object_class_install_property (object_class, PROP_NAMES_ENTITIES, properties[PROP_NAMES_ENTITIES]);
  properties[PROP_POSITION] = g_param_spec_int ("position", NULL, NULL, 0, G_MAXINT, 0, flags);
  g_object_class_install_property (object_class, PROP_POSITION, properties[PROP_POSITION]);
}

static void
sutra_entity_type_init (SutraEntityType *self)
{
}

const SutraId *
sutra_entity_type_get_id (SutraEntityType *self)
{
  g_return_val_if_fail (SUTRA_IS_ENTITY_TYPE (self), NULL);

  return sutra_live_get_id (SUTRA_LIVE (self));
}

const char *
sutra_entity_type_get_slug (SutraEntityType *self)
{
  g_return_val_if_fail (SUTRA_IS_ENTITY_TYPE (self), NULL);

  return self->slug;
}

const char *
sutra_entity_type_get_name (SutraEntityType *self)
{
  g_return_val_if_fail (SUTRA_IS_ENTITY_TYPE (self), NULL);

  return self->name;
}

const char *
sutra_entity_type_get_color (SutraEntityType *self)
{
  g_return_val_if_fail (SUTRA_IS_ENTITY_TYPE (self), NULL);

  return self->color;
}

const char *
sutra_entity_type_get_badge (SutraEntityType *self)
{
  g_return_val_if_fail (SUTRA_IS_ENTITY_TYPE (self), NULL);

  return self->badge;
}

const char *
sutra_entity_type_get_shortcut (SutraEntityType *self)
{
  g_return_val_if_fail (SUTRA_IS_ENTITY_TYPE (self), NULL);

  return self->shortcut;
}

const SutraId *
sutra_entity_type_get_parent (SutraEntityType *self)
{
  g_return_val_if_fail (SUTRA_IS_ENTITY_TYPE (self), NULL);

  return &self->parent;
}

gboolean
sutra_entity_type_get_names_entities (SutraEntityType *self)
{
  g_return_val_if_fail (SUTRA_IS_ENTITY_TYPE (self), FALSE);

  return self->names_entities != 0;
}

int
sutra_entity_type_get_position (SutraEntityType *self)
{
  g_return_val_if_fail (SUTRA_IS_ENTITY_TYPE (self), -1);

  return (int) self->position;
}

const char *
sutra_entity_type_get_english_name (SutraEntityType *self)
{
  const char *stock;

  g_return_val_if_fail (SUTRA_IS_ENTITY_TYPE (self), NULL);

  if (self->name != NULL)
    return self->name;
  stock = sutra_tagset_stock_name (self->slug);
  return stock != NULL ? stock : self->slug;
}
