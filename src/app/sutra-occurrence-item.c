/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-occurrence-item.h"

struct _SutraOccurrenceItem
{
  GObject parent_instance;

  SutraOccurrence occurrence;
  gboolean heading;
  gboolean ticked;
  gboolean mixed;
};

enum
{
  PROP_0,
  PROP_TICKED,
  PROP_MIXED,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (SutraOccurrenceItem, sutra_occurrence_item, G_TYPE_OBJECT)

static void
sutra_occurrence_item_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_TICKED)
    g_value_set_boolean (value, sutra_occurrence_item_get_ticked (SUTRA_OCCURRENCE_ITEM (object)));
  else if (id == PROP_MIXED)
    g_value_set_boolean (value, SUTRA_OCCURRENCE_ITEM (object)->mixed);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
sutra_occurrence_item_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_TICKED)
    sutra_occurrence_item_set_ticked (SUTRA_OCCURRENCE_ITEM (object), g_value_get_boolean (value));
  else if (id == PROP_MIXED)
    sutra_occurrence_item_set_mixed (SUTRA_OCCURRENCE_ITEM (object), g_value_get_boolean (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
sutra_occurrence_item_class_init (SutraOccurrenceItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = sutra_occurrence_item_get_property;
  object_class->set_property = sutra_occurrence_item_set_property;

  properties[PROP_TICKED] =
      g_param_spec_boolean ("ticked", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  properties[PROP_MIXED] =
      g_param_spec_boolean ("mixed", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
sutra_occurrence_item_init (SutraOccurrenceItem *self)
{
}

SutraOccurrenceItem *
sutra_occurrence_item_new (const SutraOccurrence *occurrence)
{
  SutraOccurrenceItem *self = g_object_new (SUTRA_TYPE_OCCURRENCE_ITEM, NULL);

  self->occurrence = *occurrence;
  self->ticked = occurrence->sure;
  return self;
}

SutraOccurrenceItem *
sutra_occurrence_item_new_heading (gboolean sure)
{
  SutraOccurrenceItem *self = g_object_new (SUTRA_TYPE_OCCURRENCE_ITEM, NULL);

  self->heading = TRUE;
  self->occurrence.sure = sure;
  self->ticked = sure;
  return self;
}

const SutraOccurrence *
sutra_occurrence_item_get (SutraOccurrenceItem *self)
{
  g_return_val_if_fail (SUTRA_IS_OCCURRENCE_ITEM (self), NULL);

  return self->heading ? NULL : &self->occurrence;
}

gboolean
sutra_occurrence_item_is_sure (SutraOccurrenceItem *self)
{
  g_return_val_if_fail (SUTRA_IS_OCCURRENCE_ITEM (self), FALSE);

  return self->occurrence.sure;
}

gboolean
sutra_occurrence_item_get_ticked (SutraOccurrenceItem *self)
{
  g_return_val_if_fail (SUTRA_IS_OCCURRENCE_ITEM (self), FALSE);

  return self->ticked;
}

void
sutra_occurrence_item_set_ticked (SutraOccurrenceItem *self, gboolean ticked)
{
  g_return_if_fail (SUTRA_IS_OCCURRENCE_ITEM (self));

  ticked = !!ticked;
  if (self->ticked == ticked)
    return;
  self->ticked = ticked;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TICKED]);
}

void
sutra_occurrence_item_set_mixed (SutraOccurrenceItem *self, gboolean mixed)
{
  g_return_if_fail (SUTRA_IS_OCCURRENCE_ITEM (self));

  mixed = !!mixed;
  if (self->mixed == mixed)
    return;
  self->mixed = mixed;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MIXED]);
}
