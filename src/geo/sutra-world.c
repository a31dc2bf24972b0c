/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-world.h"

#include "sutra-error.h"
#include "sutra-geo-data.h"
#include "sutra-world-file.h"

#include <stdlib.h>
#include <string.h>

struct _SutraWorld
{
  gatomicrefcount references;
  SutraWorldFile file;
  GMappedFile *mapped;                               /* (nullable) the file, if it is one */
  SutraWorldLayer *layers[SUTRA_WORLD_MAX_SECTIONS]; /* NULL until they are asked for */
};

static SutraWorldLayer *
get_layer (SutraWorld *self, const SutraWorldSection *section)
{
  SutraWorldLayer **place;

  if (section == NULL)
    return NULL;
  place = &self->layers[section - self->file.sections];
  if (g_once_init_enter (place))
    {
      SutraWorldLayer *layer = sutra_world_layer_new (section, get_layer (self, section->coast), get_layer (self, section->border));

      if (self->mapped != NULL)
        sutra_geo_data_release (self->mapped);
      /* It was checked: only a file that somebody has overwritten since then comes to this. */
      g_once_init_leave (place, layer != NULL ? layer : g_new0 (SutraWorldLayer, 1));
    }
  return *place;
}

/* Decodes each section once, and keeps none of them: what can be decoded now can be decoded when it is needed. */
static gboolean
check_sections (SutraWorldFile *file)
{
  SutraWorldLayer *layers[SUTRA_WORLD_MAX_SECTIONS] = { NULL };
  gboolean good = TRUE;

  for (guint i = 0; i < file->n_sections && good; i++)
    {
      const SutraWorldSection *section = &file->sections[i];

      layers[i] = sutra_world_layer_new (section, section->coast != NULL ? layers[section->coast - file->sections] : NULL,
                                         section->border != NULL ? layers[section->border - file->sections] : NULL);
      good = layers[i] != NULL;
    }
  for (guint i = 0; i < file->n_sections; i++)
    g_clear_pointer (&layers[i], sutra_world_layer_free);
  return good;
}

SutraWorld *
sutra_world_load_bytes (GBytes *bytes, const char *name, GError **error)
{
  g_autoptr (SutraWorld) self = g_new0 (SutraWorld, 1);

  g_atomic_ref_count_init (&self->references);
  if (!sutra_world_file_init (&self->file, bytes, name, error))
    return NULL;
  if (!check_sections (&self->file))
    {
      g_set_error (error, SUTRA_ERROR, SUTRA_ERROR_DAMAGED,
                   "The map data in “%s” are damaged (a section cannot be read): install the program again.", name);
      return NULL;
    }
  return g_steal_pointer (&self);
}

static void
set_file_error (const char *path, const GError *cause, GError **error)
{
  if (g_error_matches (cause, G_FILE_ERROR, G_FILE_ERROR_NOENT) || g_error_matches (cause, G_FILE_ERROR, G_FILE_ERROR_NOTDIR))
    g_set_error (error, SUTRA_ERROR, SUTRA_ERROR_NOT_FOUND, "The map data are not there: “%s”. Install the program again.", path);
  else
    g_set_error (error, SUTRA_ERROR, SUTRA_ERROR_ACCESS, "The map data in “%s” cannot be read (%s): change the permissions of the file.",
                 path, cause->message);
}

SutraWorld *
sutra_world_load (const char *path, GError **error)
{
  g_autofree char *own = path == NULL ? sutra_geo_data_get_path ("world.sgeo") : NULL;
  const char *used = path != NULL ? path : own;
  g_autoptr (GError) cause = NULL;
  g_autoptr (GMappedFile) mapped = g_mapped_file_new (used, FALSE, &cause);
  g_autoptr (GBytes) bytes = NULL;
  SutraWorld *self;

  if (mapped == NULL)
    {
      set_file_error (used, cause, error);
      return NULL;
    }
  bytes = g_mapped_file_get_bytes (mapped);
  self = sutra_world_load_bytes (bytes, used, error);
  if (self == NULL)
    return NULL;
  sutra_geo_data_release (mapped);
  self->mapped = g_steal_pointer (&mapped);
  return self;
}

SutraWorld *
sutra_world_ref (SutraWorld *self)
{
  g_atomic_ref_count_inc (&self->references);
  return self;
}

void
sutra_world_unref (SutraWorld *self)
{
  if (!g_atomic_ref_count_dec (&self->references))
    return;
  for (guint i = 0; i < SUTRA_WORLD_MAX_SECTIONS; i++)
    g_clear_pointer (&self->layers[i], sutra_world_layer_free);
  sutra_world_file_clear (&self->file);
  g_clear_pointer (&self->mapped, g_mapped_file_unref);
  g_free (self);
}

SutraWorldLevel
sutra_world_level_for_zoom (double zoom)
{
  return zoom < 2 ? SUTRA_WORLD_COARSE : zoom < 5 ? SUTRA_WORLD_MEDIUM : SUTRA_WORLD_FINE;
}

const SutraWorldShape *
sutra_world_get_shapes (SutraWorld *self, SutraWorldLevel level, SutraWorldKind kind, guint *n)
{
  for (guint i = 0; i < self->file.n_sections; i++)
    {
      const SutraWorldSection *section = &self->file.sections[i];

      if (section->kind == kind && (section->levels & 1u << level) != 0)
        {
          const SutraWorldLayer *layer = get_layer (self, section);

          *n = layer->n_shapes;
          return layer->shapes;
        }
    }
  *n = 0;
  return NULL;
}

/* Even-odd over all rings: a ray to the east. */
static gboolean
shape_contains (const SutraWorldShape *shape, const SutraMapPoint *at)
{
  gboolean inside = FALSE;
  guint start = 0;

  if (at->x < shape->west || at->x > shape->east || at->y < shape->north || at->y > shape->south)
    return FALSE;
  for (guint ring = 0; ring < shape->n_rings; start = shape->ring_ends[ring++])
    for (guint i = start + 1; i < shape->ring_ends[ring]; i++)
      {
        const SutraWorldPoint *a = &shape->points[i - 1], *b = &shape->points[i];

        if ((a->y > at->y) != (b->y > at->y) && at->x < a->x + (double) (b->x - a->x) * (at->y - a->y) / (b->y - a->y))
          inside = !inside;
      }
  return inside;
}

const char *
sutra_world_find_country (SutraWorld *self, const SutraPoint *point)
{
  const SutraWorldShape *land;
  SutraMapPoint at;
  guint n;

  if (!sutra_point_is_valid (point))
    return "";
  sutra_projection_forward (point, &at);
  land = sutra_world_get_shapes (self, SUTRA_WORLD_FINE, SUTRA_WORLD_LAND, &n);
  /* Smaller ones first: what is too small to be cut out of its neighbour lies upon it. */
  for (guint i = n; i > 0; i--)
    if (shape_contains (&land[i - 1], &at))
      return land[i - 1].country;
  return "";
}

const char *
sutra_world_get_attribution (void)
{
  return "Made with Natural Earth";
}
