/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-place-set.h"

struct _SutraPlaceRow
{
  GObject parent_instance;

  SutraPlaceItem item;
  char *label;
  char *area;
};

G_DEFINE_FINAL_TYPE (SutraPlaceRow, sutra_place_row, G_TYPE_OBJECT)

static void
sutra_place_row_finalize (GObject *object)
{
  SutraPlaceRow *self = SUTRA_PLACE_ROW (object);

  g_free (self->label);
  g_free (self->area);

  G_OBJECT_CLASS (sutra_place_row_parent_class)->finalize (object);
}

static void
sutra_place_row_class_init (SutraPlaceRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sutra_place_row_finalize;
}

static void
sutra_place_row_init (SutraPlaceRow *self)
{
}

SutraPlaceRow *
sutra_place_row_new (const SutraPlaceItem *item)
{
  SutraPlaceRow *self = g_object_new (SUTRA_TYPE_PLACE_ROW, NULL);

  self->item = *item;
  self->item.label = self->label = g_strdup (item->label);
  self->item.area = self->area = g_strdup (item->area);
  return self;
}

const SutraPlaceItem *
sutra_place_row_get_item (SutraPlaceRow *self)
{
  g_return_val_if_fail (SUTRA_IS_PLACE_ROW (self), NULL);

  return &self->item;
}
