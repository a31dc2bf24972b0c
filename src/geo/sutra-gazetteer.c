/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-gazetteer.h"

#include "sutra-error.h"
#include "sutra-gazetteer-file.h"
#include "sutra-geo-data.h"

#include <gio/gio.h>
#include <string.h>

const char *
sutra_place_kind_to_string (SutraPlaceKind kind)
{
  static const char *const names[] = { "continent", "macroregion", "country", "region", "district",
                                       "capital",   "city",        "town",    "water",  "feature" };

  g_return_val_if_fail (kind >= 0 && kind < G_N_ELEMENTS (names), NULL);

  return names[kind];
}

gboolean
sutra_place_kind_is_area (SutraPlaceKind kind)
{
  return kind <= SUTRA_PLACE_DISTRICT;
}

const char *
sutra_stage_to_string (SutraStage stage)
{
  static const char *const names[] = { "exact", "stem", "romanised", "coordinates" };

  g_return_val_if_fail (stage >= 0 && stage < G_N_ELEMENTS (names), NULL);

  return names[stage];
}

static void
set_open_error (const char *path, const GError *cause, GError **error)
{
  if (g_error_matches (cause, G_FILE_ERROR, G_FILE_ERROR_NOENT))
    g_set_error (error, SUTRA_ERROR, SUTRA_ERROR_NOT_FOUND, "The list of places %s is not there: install the program again.", path);
  else
    g_set_error (error, SUTRA_ERROR, SUTRA_ERROR_ACCESS, "The list of places %s cannot be read: %s", path, cause->message);
}

SutraGazetteer *
sutra_gazetteer_load (const char *path, GError **error)
{
  g_autofree char *own = path == NULL ? sutra_geo_data_get_path ("places.sgaz") : NULL;
  g_autoptr (SutraGazetteer) self = g_new0 (SutraGazetteer, 1);
  g_autoptr (GError) cause = NULL;

  path = path != NULL ? path : own;
  self->ref_count = 1;
  self->mapped = g_mapped_file_new (path, FALSE, &cause);
  if (self->mapped == NULL)
    {
      set_open_error (path, cause, error);
      return NULL;
    }
  if (!sutra_gazetteer_file_open (self, g_mapped_file_get_contents (self->mapped), g_mapped_file_get_length (self->mapped), path, error))
    return NULL;
  sutra_geo_data_release (self->mapped);
  return g_steal_pointer (&self);
}

SutraGazetteer *
sutra_gazetteer_ref (SutraGazetteer *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_int_inc (&self->ref_count);
  return self;
}

void
sutra_gazetteer_unref (SutraGazetteer *self)
{
  if (self == NULL || !g_atomic_int_dec_and_test (&self->ref_count))
    return;
  g_clear_pointer (&self->mapped, g_mapped_file_unref);
  g_free (self);
}

guint
sutra_gazetteer_get_size (SutraGazetteer *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_places;
}

void
sutra_gazetteer_get_place (SutraGazetteer *self, guint i, SutraPlace *place)
{
  const SutraFilePlace *row;

  g_return_if_fail (self != NULL && place != NULL);
  g_return_if_fail (i < self->n_places);

  row = &self->places[i];
  *place = (SutraPlace){ .id = self->strings + row->strings, .country = row->country, .kind = row->kind & (SUTRA_FILE_THOUSANDS - 1) };
  place->name_latin = sutra_gazetteer_file_first_name (self, i);
  for (guint k = 0; k < row->n_bengali; k++)
    {
      place->name = k == 0 ? place->name_latin : place->name;
      place->name_latin = sutra_gazetteer_file_next (self, place->name_latin);
    }
  place->region = row->region != 0 ? self->strings + row->region : NULL;
  place->members = row->members != 0 ? self->strings + row->members : NULL;
  place->point.latitude = row->latitude / 1e6;
  place->point.longitude = row->longitude / 1e6;
  place->population = (gint64) row->population * ((row->kind & SUTRA_FILE_THOUSANDS) != 0 ? 1000 : 1);
}

/* The place with this id; n_places if there is none. */
static guint
find_id (SutraGazetteer *self, const char *id)
{
  guint low = 0, high = self->n_places;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      int order = strcmp (id, self->strings + self->places[middle].strings);

      if (order == 0)
        return middle;
      if (order < 0)
        high = middle;
      else
        low = middle + 1;
    }
  return self->n_places;
}

gboolean
sutra_gazetteer_find_id (SutraGazetteer *self, const char *id, SutraPlace *place)
{
  guint i;

  g_return_val_if_fail (self != NULL && id != NULL && place != NULL, FALSE);

  i = find_id (self, id);
  if (i == self->n_places)
    return FALSE;
  sutra_gazetteer_get_place (self, i, place);
  return TRUE;
}

const char **
sutra_gazetteer_dup_names (SutraGazetteer *self, const char *id)
{
  GPtrArray *names = g_ptr_array_new ();
  guint i;

  g_return_val_if_fail (self != NULL && id != NULL, NULL);

  i = find_id (self, id);
  if (i < self->n_places)
    {
      const char *name = sutra_gazetteer_file_first_name (self, i);

      for (guint n = sutra_gazetteer_file_n_names (self, i); n > 0; n--)
        {
          g_ptr_array_add (names, (gpointer) name);
          name = sutra_gazetteer_file_next (self, name);
        }
    }
  g_ptr_array_add (names, NULL);
  return (const char **) g_ptr_array_free (names, FALSE);
}

void
sutra_candidate_free (SutraCandidate *self)
{
  if (self == NULL)
    return;
  g_free (self->matched);
  g_free (self);
}
