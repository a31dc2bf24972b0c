/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-entity.h"
#include "sutra-live-private.h"

#include <math.h>

struct _SutraEntity
{
  SutraLive parent_instance;

  SutraId type;
  char *label;
  char *value;
  char *notes;
  char *date;
  char *created;
  double latitude;
  double longitude;
  double radius_m;
  GPtrArray *aliases;    /* SutraAlias; (nullable): not loaded */
  GPtrArray *attributes; /* SutraAttribute; (nullable): not loaded */
};

G_DEFINE_FINAL_TYPE (SutraEntity, sutra_entity, SUTRA_TYPE_LIVE)

enum
{
  PROP_LABEL = 1,
  PROP_VALUE,
  PROP_NOTES,
  PROP_DATE,
  PROP_LATITUDE,
  PROP_LONGITUDE,
  PROP_RADIUS_M,
  N_PROPS,
};

enum
{
  ALIASES_CHANGED,
  ATTRIBUTES_CHANGED,
  LOCATIONS_CHANGED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static void
alias_free (gpointer data)
{
  SutraAlias *alias = data;

  g_free (alias->text);
  g_free (alias->language);
  g_free (alias);
}

static void
attribute_free (gpointer data)
{
  SutraAttribute *attribute = data;

  g_free (attribute->name);
  g_free (attribute->value);
  g_free (attribute);
}

static gboolean
same_number (double a, double b)
{
  return isnan (a) ? isnan (b) : a == b;
}

static void
sutra_entity_load (SutraLive *live, SutraStatement *row)
{
  SutraEntity *self = SUTRA_ENTITY (live);
  const double was[] = { self->latitude, self->longitude, self->radius_m };

  self->type = sutra_statement_get_id (row, 1);
  sutra_live_take_string (live, &self->label, sutra_statement_get_text (row, 2), properties[PROP_LABEL]);
  sutra_live_take_string (live, &self->value, sutra_statement_get_text (row, 3), properties[PROP_VALUE]);
  sutra_live_take_string (live, &self->notes, sutra_statement_get_text (row, 4), properties[PROP_NOTES]);
  sutra_live_take_string (live, &self->date, sutra_statement_get_text (row, 5), properties[PROP_DATE]);
  sutra_live_take_string (live, &self->created, sutra_statement_get_text (row, 6), NULL);
  sutra_live_take_double (live, &self->latitude, sutra_statement_get_double (row, 7), properties[PROP_LATITUDE]);
  sutra_live_take_double (live, &self->longitude, sutra_statement_get_double (row, 8), properties[PROP_LONGITUDE]);
  sutra_live_take_double (live, &self->radius_m, sutra_statement_get_double (row, 9), properties[PROP_RADIUS_M]);
  /* Coordinates that are only fields have no row that could change. */
  if (!same_number (was[0], self->latitude) || !same_number (was[1], self->longitude) || !same_number (was[2], self->radius_m))
    sutra_entity_emit_locations_changed (self);
}

static void
sutra_entity_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  SutraEntity *self = SUTRA_ENTITY (object);

  switch (property_id)
    {
    case PROP_LABEL:
      g_value_set_string (value, self->label);
      break;
    case PROP_VALUE:
      g_value_set_string (value, self->value);
      break;
    case PROP_NOTES:
      g_value_set_string (value, self->notes);
      break;
    case PROP_DATE:
      g_value_set_string (value, self->date);
      break;
    case PROP_LATITUDE:
      g_value_set_double (value, self->latitude);
      break;
    case PROP_LONGITUDE:
      g_value_set_double (value, self->longitude);
      break;
    case PROP_RADIUS_M:
      g_value_set_double (value, self->radius_m);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
sutra_entity_finalize (GObject *object)
{
  SutraEntity *self = SUTRA_ENTITY (object);

  g_free (self->label);
  g_free (self->value);
  g_free (self->notes);
  g_free (self->date);
  g_free (self->created);
  g_clear_pointer (&self->aliases, g_ptr_array_unref);
  g_clear_pointer (&self->attributes, g_ptr_array_unref);

  G_OBJECT_CLASS (sutra_entity_parent_class)->finalize (object);
}

static void
sutra_entity_class_init (SutraEntityClass *klass)
{
  static const char *const strings[] = { "label", "value", "notes", "date", NULL };
  static const char *const numbers[] = { "latitude", "longitude", "radius-m" };
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  SutraLiveClass *live_class = SUTRA_LIVE_CLASS (klass);

  object_class->get_property = sutra_entity_get_property;
  object_class->finalize = sutra_entity_finalize;
  live_class->table = SUTRA_TABLE_ENTITY;
  live_class->select = "SELECT id, type, label, value, notes, date, created, latitude, longitude, radius_m FROM entity WHERE id = ?";
  live_class->load = sutra_entity_load;

  sutra_live_install_strings (object_class, properties, PROP_LABEL, strings);
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      properties[PROP_LATITUDE + i] = g_param_spec_double (numbers[i], NULL, NULL, -G_MAXDOUBLE, G_MAXDOUBLE, 0,
                                                           G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
      g_object_class_install_property (object_class, PROP_LATITUDE + i, properties[PROP_LATITUDE + i]);
    }

  signals[ALIASES_CHANGED] = g_signal_new ("aliases-changed", SUTRA_TYPE_ENTITY, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[ATTRIBUTES_CHANGED] =
      g_signal_new ("attributes-changed", SUTRA_TYPE_ENTITY, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[LOCATIONS_CHANGED] =
      g_signal_new ("locations-changed", SUTRA_TYPE_ENTITY, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
sutra_entity_init (SutraEntity *self)
{
  self->latitude = self->longitude = self->radius_m = NAN;
}

const SutraId *
sutra_entity_get_id (SutraEntity *self)
{
  g_return_val_if_fail (SUTRA_IS_ENTITY (self), NULL);

  return sutra_live_get_id (SUTRA_LIVE (self));
}

const SutraId *
sutra_entity_get_type_id (SutraEntity *self)
{
  g_return_val_if_fail (SUTRA_IS_ENTITY (self), NULL);

  return &self->type;
}

const char *
sutra_entity_get_label (SutraEntity *self)
{
  g_return_val_if_fail (SUTRA_IS_ENTITY (self), NULL);

  return self->label;
}

const char *
sutra_entity_get_value (SutraEntity *self)
{
  g_return_val_if_fail (SUTRA_IS_ENTITY (self), NULL);

  return self->value;
}

const char *
sutra_entity_get_notes (SutraEntity *self)
{
  g_return_val_if_fail (SUTRA_IS_ENTITY (self), NULL);

  return self->notes;
}

const char *
sutra_entity_get_date (SutraEntity *self)
{
  g_return_val_if_fail (SUTRA_IS_ENTITY (self), NULL);

  return self->date;
}

double
sutra_entity_get_latitude (SutraEntity *self)
{
  g_return_val_if_fail (SUTRA_IS_ENTITY (self), NAN);

  return self->latitude;
}

double
sutra_entity_get_longitude (SutraEntity *self)
{
  g_return_val_if_fail (SUTRA_IS_ENTITY (self), NAN);

  return self->longitude;
}

double
sutra_entity_get_radius_m (SutraEntity *self)
{
  g_return_val_if_fail (SUTRA_IS_ENTITY (self), NAN);

  return self->radius_m;
}

const char *
sutra_entity_get_created (SutraEntity *self)
{
  g_return_val_if_fail (SUTRA_IS_ENTITY (self), NULL);

  return self->created;
}

gboolean
sutra_entity_get_deleted (SutraEntity *self)
{
  g_return_val_if_fail (SUTRA_IS_ENTITY (self), TRUE);

  return sutra_live_get_deleted (SUTRA_LIVE (self));
}

static GPtrArray *
load_aliases (SutraEntity *self, SutraStore *store)
{
  GPtrArray *aliases = g_ptr_array_new_with_free_func (alias_free);
  g_autoptr (SutraStatement) rows = sutra_statement_new (
      store, NULL, "SELECT id, text, language, mention FROM alias WHERE entity = ? ORDER BY id", "i", sutra_entity_get_id (self));

  while (rows != NULL && sutra_statement_next (rows, NULL))
    {
      SutraAlias *alias = g_new0 (SutraAlias, 1);

      alias->id = sutra_statement_get_id (rows, 0);
      alias->text = sutra_statement_dup_text (rows, 1);
      alias->language = sutra_statement_dup_text (rows, 2);
      alias->mention = sutra_statement_get_id (rows, 3);
      g_ptr_array_add (aliases, alias);
    }

  return aliases;
}

static GPtrArray *
load_attributes (SutraEntity *self, SutraStore *store)
{
  GPtrArray *attributes = g_ptr_array_new_with_free_func (attribute_free);
  g_autoptr (SutraStatement) rows = sutra_statement_new (
      store, NULL, "SELECT id, name, value FROM attribute WHERE entity = ? ORDER BY position, id", "i", sutra_entity_get_id (self));

  while (rows != NULL && sutra_statement_next (rows, NULL))
    {
      SutraAttribute *attribute = g_new0 (SutraAttribute, 1);

      attribute->id = sutra_statement_get_id (rows, 0);
      attribute->name = sutra_statement_dup_text (rows, 1);
      attribute->value = sutra_statement_dup_text (rows, 2);
      g_ptr_array_add (attributes, attribute);
    }

  return attributes;
}

GPtrArray *
sutra_entity_get_aliases (SutraEntity *self)
{
  SutraStore *store;

  g_return_val_if_fail (SUTRA_IS_ENTITY (self), NULL);

  store = sutra_live_get_store (SUTRA_LIVE (self));
  if (self->aliases == NULL)
    self->aliases = store != NULL ? load_aliases (self, store) : g_ptr_array_new_with_free_func (alias_free);
  return self->aliases;
}

GPtrArray *
sutra_entity_get_attributes (SutraEntity *self)
{
  SutraStore *store;

  g_return_val_if_fail (SUTRA_IS_ENTITY (self), NULL);

  store = sutra_live_get_store (SUTRA_LIVE (self));
  if (self->attributes == NULL)
    self->attributes = store != NULL ? load_attributes (self, store) : g_ptr_array_new_with_free_func (attribute_free);
  return self->attributes;
}

/* Both structs begin with their id. */
static gboolean
holds (GPtrArray *rows, const SutraId *id)
{
  for (guint i = 0; i < rows->len; i++)
    {
      if (sutra_id_equal (g_ptr_array_index (rows, i), id))
        return TRUE;
    }
  return FALSE;
}

void
sutra_entity_reload_aliases (SutraEntity *self, const SutraId *alias, gboolean owned)
{
  if (self->aliases == NULL ? !owned : !owned && !holds (self->aliases, alias))
    return;
  g_clear_pointer (&self->aliases, g_ptr_array_unref);
  g_signal_emit (self, signals[ALIASES_CHANGED], 0);
}

void
sutra_entity_reload_attributes (SutraEntity *self, const SutraId *attribute, gboolean owned)
{
  if (self->attributes == NULL ? !owned : !owned && !holds (self->attributes, attribute))
    return;
  g_clear_pointer (&self->attributes, g_ptr_array_unref);
  g_signal_emit (self, signals[ATTRIBUTES_CHANGED], 0);
}

void
sutra_entity_emit_locations_changed (SutraEntity *self)
{
  g_signal_emit (self, signals[LOCATIONS_CHANGED], 0);
}

guint
sutra_entity_count_mentions (SutraEntity *self)
{
  SutraStore *store;

  g_return_val_if_fail (SUTRA_IS_ENTITY (self), 0);

  store = sutra_live_get_store (SUTRA_LIVE (self));
  if (store == NULL)
    return 0;
  return (guint) sutra_store_get_int (store, 0, "SELECT count(*) FROM mention WHERE entity = ? AND status = 0", "i",
                                      sutra_entity_get_id (self));
}
