/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-map-label-index.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* Cells in a row and in a column of the unit square. */
#define CELLS 64

/* Between the places that are read at once and those that wait. */
#define TIER_ZOOM 7.0f

#define COUNTRY_ZOOM_MAX 8.0f
#define REGION_ZOOM 6.3f
#define REGION_ZOOM_MAX 10.0f

/* Straits, lakes and rivers, at a point on their course. */
#define SMALL_WATER_ZOOM 7.6f

/* Parallels at which the width of a country is looked at. */
#define SLICES 11

typedef struct
{
  GArray *entries; /* SutraMapLabelEntry, cell after cell, in each the lowest zoom first */
  guint starts[CELLS * CELLS + 1];
} Tier;

struct _SutraMapLabelIndex
{
  SutraWorld *world;         /* (owned) (nullable) */
  SutraGazetteer *gazetteer; /* (owned) */
  Tier *tiers[2];            /* (owned) (nullable) */
};

static void
tier_free (Tier *self)
{
  g_array_unref (self->entries);
  g_free (self);
}

static guint
cell_of (const SutraMapLabelEntry *entry)
{
  guint x = MIN ((guint) (entry->x * CELLS), CELLS - 1), y = MIN ((guint) (entry->y * CELLS), CELLS - 1);

  return y * CELLS + x;
}

static int
compare_entries (gconstpointer a, gconstpointer b)
{
  const SutraMapLabelEntry *x = a, *y = b;
  guint cell_x = cell_of (x), cell_y = cell_of (y);

  if (cell_x != cell_y)
    return cell_x < cell_y ? -1 : 1;
  if (x->min_zoom != y->min_zoom)
    return x->min_zoom < y->min_zoom ? -1 : 1;
  return x->place < y->place ? -1 : x->place > y->place;
}

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return x < y ? -1 : x > y;
}

/* Where the parallel @y meets the rings of @shape, from west to east. */
static void
cut (const SutraWorldShape *shape, double y, GArray *crossings)
{
  guint start = 0;

  g_array_set_size (crossings, 0);
  for (guint ring = 0; ring < shape->n_rings; ring++)
    {
      for (guint i = start + 1; i < shape->ring_ends[ring]; i++)
        {
          const SutraWorldPoint *a = &shape->points[i - 1], *b = &shape->points[i];
          double x;

          if (((double) a->y > y) == ((double) b->y > y))
            continue;
          x = (double) a->x + ((double) b->x - (double) a->x) * (y - (double) a->y) / ((double) b->y - (double) a->y);
          g_array_append_val (crossings, x);
        }
      start = shape->ring_ends[ring];
    }
  g_array_sort (crossings, compare_doubles);
}

static gboolean
contains (const SutraWorldShape *shape, double x, double y, GArray *crossings)
{
  guint west = 0;

  if (x < (double) shape->west || x > (double) shape->east || y < (double) shape->north || y > (double) shape->south)
    return FALSE;
  cut (shape, y, crossings);
  while (west < crossings->len && g_array_index (crossings, double, west) < x)
    west++;
  return west % 2 == 1;
}

/* The middle of the widest part, not too near to the north or the south. */
static void
find_middle (const SutraWorldShape *shape, SutraMapLabelEntry *entry, GArray *crossings)
{
  double best = -1;

  for (guint slice = 1; slice < SLICES; slice++)
    {
      double at = (double) slice / SLICES, y = (double) shape->north + ((double) shape->south - (double) shape->north) * at;

      cut (shape, y, crossings);
      for (guint i = 0; i + 1 < crossings->len; i += 2)
        {
          double west = g_array_index (crossings, double, i), east = g_array_index (crossings, double, i + 1);
          double worth = (east - west) * (1 - fabs (at - 0.5));

          if (worth <= best)
            continue;
          best = worth;
          entry->x = (float) ((west + east) / 2);
          entry->y = (float) y;
        }
    }
}

static double
extent (const SutraWorldShape *shape)
{
  return ((double) shape->east - (double) shape->west) * ((double) shape->south - (double) shape->north);
}

/* The largest polygon of each code (const SutraWorldShape *). */
static GHashTable *
find_countries (SutraWorld *world, GPtrArray *nameless)
{
  GHashTable *countries = g_hash_table_new (g_str_hash, g_str_equal);
  guint n;
  const SutraWorldShape *shapes = sutra_world_get_shapes (world, SUTRA_WORLD_MEDIUM, SUTRA_WORLD_LAND, &n);

  for (guint i = 0; i < n; i++)
    {
      const SutraWorldShape *known = g_hash_table_lookup (countries, shapes[i].country);

      if (shapes[i].country[0] == '\0')
        g_ptr_array_add (nameless, (gpointer) &shapes[i]);
      else if (known == NULL || extent (&shapes[i]) > extent (known))
        g_hash_table_insert (countries, (gpointer) shapes[i].country, (gpointer) &shapes[i]);
    }
  return countries;
}

/* The more people, the earlier: about 8 million at 3.4, a million at 5.1, 100,000 at 7, 10,000 at 9. */
static float
zoom_for_population (gint64 population)
{
  return (float) CLAMP (4.2 + 1.95 * (6.48 - log10 ((double) MAX (population, 1))), 3.2, 10.5);
}

/* The data do not say how large a water is; its name does. */
static float
zoom_for_water (const char *name)
{
  if (name == NULL)
    return SMALL_WATER_ZOOM;
  if (strstr (name, "Ocean") != NULL)
    return 1;
  if (strstr (name, "Sea") != NULL || strstr (name, "Bay of ") != NULL || strstr (name, "Gulf of ") != NULL)
    return 3.5f;
  return SMALL_WATER_ZOOM;
}

/* FALSE: it never has a name on the map. */
static gboolean
describe (const SutraPlace *place, SutraMapLabelEntry *entry)
{
  entry->max_zoom = (float) SUTRA_ZOOM_MAX;
  switch (place->kind)
    {
    case SUTRA_PLACE_COUNTRY:
      entry->kind = SUTRA_LABEL_COUNTRY;
      entry->min_zoom = 1;
      entry->max_zoom = COUNTRY_ZOOM_MAX;
      return TRUE;
    case SUTRA_PLACE_REGION:
      entry->kind = SUTRA_LABEL_REGION;
      entry->min_zoom = REGION_ZOOM;
      entry->max_zoom = REGION_ZOOM_MAX;
      entry->rank = 50;
      return TRUE;
    case SUTRA_PLACE_CAPITAL:
      entry->kind = SUTRA_LABEL_CAPITAL;
      entry->min_zoom = MIN (zoom_for_population (place->population), place->population >= 500000 ? 3.2f : 5);
      entry->rank = entry->min_zoom - 2;
      return TRUE;
    case SUTRA_PLACE_CITY:
    case SUTRA_PLACE_TOWN:
      entry->kind = SUTRA_LABEL_CITY;
      entry->min_zoom = zoom_for_population (place->population);
      entry->rank = entry->min_zoom;
      return TRUE;
    case SUTRA_PLACE_WATER:
      entry->kind = SUTRA_LABEL_WATER;
      entry->min_zoom = zoom_for_water (place->name_latin);
      entry->rank = entry->min_zoom;
      return TRUE;
    case SUTRA_PLACE_CONTINENT:
    case SUTRA_PLACE_MACROREGION:
    case SUTRA_PLACE_DISTRICT:
    case SUTRA_PLACE_FEATURE:
    default:
      return FALSE;
    }
}

static gboolean
find_place (const SutraPlace *place, SutraMapLabelEntry *entry, GHashTable *countries, GPtrArray *nameless, GArray *crossings)
{
  SutraMapPoint at;

  if (!sutra_point_is_valid (&place->point))
    return FALSE;
  sutra_projection_forward (&place->point, &at);
  entry->x = (float) at.x;
  entry->y = (float) at.y;
  if (countries == NULL)
    return TRUE;
  if (entry->kind == SUTRA_LABEL_COUNTRY)
    {
      const SutraWorldShape *shape = g_hash_table_lookup (countries, place->country);

      if (shape == NULL)
        return FALSE;
      entry->width = shape->east - shape->west;
      entry->rank = -100 - entry->width;
      find_middle (shape, entry, crossings);
    }
  else if (entry->kind == SUTRA_LABEL_REGION)
    for (guint i = 0; i < nameless->len; i++)
      if (contains (g_ptr_array_index (nameless, i), at.x, at.y, crossings))
        return FALSE;
  return TRUE;
}

static Tier *
tier_new (SutraMapLabelIndex *index, guint which)
{
  Tier *self = g_new0 (Tier, 1);
  g_autoptr (GPtrArray) nameless = g_ptr_array_new ();
  g_autoptr (GHashTable) countries = index->world != NULL && which == 0 ? find_countries (index->world, nameless) : NULL;
  g_autoptr (GArray) crossings = g_array_new (FALSE, FALSE, sizeof (double));
  guint n = sutra_gazetteer_get_size (index->gazetteer);

  self->entries = g_array_new (FALSE, FALSE, sizeof (SutraMapLabelEntry));
  for (guint i = 0; i < n; i++)
    {
      SutraMapLabelEntry entry = { .place = i };
      SutraPlace place;

      sutra_gazetteer_get_place (index->gazetteer, i, &place);
      if (describe (&place, &entry) && (entry.min_zoom > TIER_ZOOM) == (which == 1) &&
          find_place (&place, &entry, countries, nameless, crossings))
        g_array_append_val (self->entries, entry);
    }
  g_array_sort (self->entries, compare_entries);
  for (guint i = 0; i < self->entries->len; i++)
    self->starts[cell_of (&g_array_index (self->entries, SutraMapLabelEntry, i)) + 1]++;
  for (guint i = 0; i < CELLS * CELLS; i++)
    self->starts[i + 1] += self->starts[i];
  return self;
}

SutraMapLabelIndex *
sutra_map_label_index_new (SutraWorld *world, SutraGazetteer *gazetteer)
{
  SutraMapLabelIndex *self;

  g_return_val_if_fail (gazetteer != NULL, NULL);

  self = g_new0 (SutraMapLabelIndex, 1);
  self->world = world != NULL ? sutra_world_ref (world) : NULL;
  self->gazetteer = sutra_gazetteer_ref (gazetteer);
  self->tiers[0] = tier_new (self, 0);
  return self;
}

void
sutra_map_label_index_free (SutraMapLabelIndex *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (self->tiers); i++)
    g_clear_pointer (&self->tiers[i], tier_free);
  g_clear_pointer (&self->world, sutra_world_unref);
  g_clear_pointer (&self->gazetteer, sutra_gazetteer_unref);
  g_free (self);
}

void
sutra_map_label_index_query (SutraMapLabelIndex *self,
                             double zoom,
                             double min_x,
                             double min_y,
                             double max_x,
                             double max_y,
                             void (*found) (const SutraMapLabelEntry *entry, int copy, gpointer data),
                             gpointer data)
{
  int from_y = (int) CLAMP (floor (min_y * CELLS), 0, CELLS - 1), to_y = (int) CLAMP (floor (max_y * CELLS), 0, CELLS - 1);
  int from_x = (int) floor (min_x * CELLS), to_x = (int) floor (max_x * CELLS);

  g_return_if_fail (self != NULL && found != NULL);

  if (zoom > (double) TIER_ZOOM && self->tiers[1] == NULL)
    self->tiers[1] = tier_new (self, 1);
  for (guint which = 0; which < (zoom > (double) TIER_ZOOM ? 2u : 1u); which++)
    for (int y = from_y; y <= to_y; y++)
      for (int x = from_x; x <= to_x; x++)
        {
          const Tier *tier = self->tiers[which];
          int copy = (int) floor ((double) x / CELLS);
          guint cell = (guint) (y * CELLS + x - copy * CELLS);

          for (guint i = tier->starts[cell]; i < tier->starts[cell + 1]; i++)
            {
              const SutraMapLabelEntry *entry = &g_array_index (tier->entries, SutraMapLabelEntry, i);

              if ((double) entry->min_zoom > zoom)
                break;
              if ((double) entry->max_zoom >= zoom)
                found (entry, copy, data);
            }
        }
}
