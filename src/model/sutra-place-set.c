/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-place-set.h"
#include "sutra-list-diff.h"

#include <math.h>

static void
places_init (SutraPlaces *self)
{
  self->items = g_array_new (FALSE, FALSE, sizeof (SutraPlaceItem));
  self->keys = g_array_new (FALSE, FALSE, sizeof (SutraId));
  self->indices = g_hash_table_new (sutra_id_hash, sutra_id_equal);
}

static void
places_clear (SutraPlaces *self)
{
  g_hash_table_unref (self->indices);
  g_array_unref (self->items);
  g_array_unref (self->keys);
  g_clear_pointer (&self->changes, g_array_unref);
}

SutraPlaceSet *
sutra_place_set_new (void)
{
  SutraPlaceSet *self = g_new0 (SutraPlaceSet, 1);

  g_atomic_ref_count_init (&self->ref_count);
  places_init (&self->located);
  places_init (&self->unlocated);
  self->strings = g_string_chunk_new (4096);
  return self;
}

SutraPlaceSet *
sutra_place_set_ref (SutraPlaceSet *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
sutra_place_set_unref (SutraPlaceSet *self)
{
  if (self == NULL || !g_atomic_ref_count_dec (&self->ref_count))
    return;

  places_clear (&self->located);
  places_clear (&self->unlocated);
  g_string_chunk_free (self->strings);
  g_free (self);
}

static gboolean
same_number (double a, double b)
{
  return isnan (a) ? isnan (b) : a == b;
}

gboolean
sutra_place_item_equal (const SutraPlaceItem *a, const SutraPlaceItem *b)
{
  return sutra_id_equal (&a->entity, &b->entity) && sutra_id_equal (&a->mention, &b->mention) && a->count == b->count &&
         a->type == b->type && a->role == b->role && same_number (a->point.latitude, b->point.latitude) &&
         same_number (a->point.longitude, b->point.longitude) && same_number (a->radius_m, b->radius_m) &&
         strcmp (a->label, b->label) == 0 && g_strcmp0 (a->area, b->area) == 0;
}

static void
add_change (guint position, guint removed, guint added, gpointer data)
{
  SutraPlaceChange change = { position, removed, added };

  g_array_append_val ((GArray *) data, change);
}

static void
compare (SutraPlaces *self, const SutraPlaces *before)
{
  g_autofree guint *old_of_new = g_new (guint, self->items->len + 1);

  for (guint i = 0; i < self->items->len; i++)
    {
      guint place = GPOINTER_TO_UINT (g_hash_table_lookup (before->indices, &g_array_index (self->keys, SutraId, i)));

      old_of_new[i] = G_MAXUINT;
      if (place != 0 && sutra_place_item_equal (&g_array_index (before->items, SutraPlaceItem, place - 1),
                                                &g_array_index (self->items, SutraPlaceItem, i)))
        old_of_new[i] = place - 1;
    }
  g_clear_pointer (&self->changes, g_array_unref);
  self->changes = g_array_new (FALSE, FALSE, sizeof (SutraPlaceChange));
  sutra_list_diff (old_of_new, before->items->len, self->items->len, add_change, self->changes);
}

void
sutra_place_set_compare (SutraPlaceSet *self, const SutraPlaceSet *before)
{
  compare (&self->located, &before->located);
  compare (&self->unlocated, &before->unlocated);
}
