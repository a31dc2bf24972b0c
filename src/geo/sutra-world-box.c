/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-world.h"

#include <math.h>
#include <string.h>

#define SMALL 0.1
#define FAR (5.0 / 360)

static double
size_of (const SutraWorldShape *shape)
{
  return (double) (shape->east - shape->west) * (shape->south - shape->north);
}

static double
gap (double a_begin, double a_end, double b_begin, double b_end)
{
  return MAX (0, MAX (a_begin - b_end, b_begin - a_end));
}

/* The world is a cylinder: across the antimeridian is near. */
static gboolean
are_near (const SutraWorldShape *a, const SutraWorldShape *b)
{
  double x = gap (a->west, a->east, b->west, b->east);

  x = MIN (x, gap (a->west + 1, a->east + 1, b->west, b->east));
  x = MIN (x, gap (a->west - 1, a->east - 1, b->west, b->east));
  return x <= FAR && gap (a->north, a->south, b->north, b->south) <= FAR;
}

/* Appends to @body the polygons of the country @code but those that are small and far from all others. */
static void
add_body (const SutraWorldShape *land, guint n, const char *code, GPtrArray *body)
{
  g_autoptr (GPtrArray) rest = g_ptr_array_new ();
  guint first = body->len;

  for (guint i = 0; i < n; i++)
    if (strcmp (land[i].country, code) == 0)
      {
        const SutraWorldShape *largest = body->len > first ? body->pdata[first] : &land[i];

        g_ptr_array_add (size_of (&land[i]) >= SMALL * size_of (largest) ? body : rest, (gpointer) &land[i]);
      }
  /* Each that joins may bring the next one near. */
  for (guint i = first; i < body->len; i++)
    for (guint j = rest->len; j > 0; j--)
      if (are_near (body->pdata[i], rest->pdata[j - 1]))
        g_ptr_array_add (body, g_ptr_array_remove_index_fast (rest, j - 1));
}

static int
compare_shapes (gconstpointer a, gconstpointer b)
{
  const SutraWorldShape *first = *(const SutraWorldShape *const *) a, *second = *(const SutraWorldShape *const *) b;

  return (first->west > second->west) - (first->west < second->west);
}

/* The longitudes outside of the widest stretch without any of @shapes, which are sorted from west to east. */
static void
find_extent (const GPtrArray *shapes, double *west, double *east)
{
  const SutraWorldShape *first = shapes->pdata[0];
  double reached = first->east, widest = -1;

  for (guint i = 1; i < shapes->len; i++)
    {
      const SutraWorldShape *shape = shapes->pdata[i];

      if (shape->west - reached > widest)
        {
          widest = shape->west - reached;
          *west = shape->west;
          *east = reached;
        }
      reached = MAX (reached, shape->east);
    }
  if (first->west + 1 - reached >= widest)
    {
      *west = first->west;
      *east = reached;
    }
}

static double
latitude_of (float y)
{
  SutraMapPoint at = { 0, y };
  SutraPoint point;

  sutra_projection_inverse (&at, &point);
  return point.latitude;
}

void
sutra_world_get_countries_box (SutraWorld *self, const char *codes, SutraBox *box)
{
  g_autoptr (GPtrArray) body = g_ptr_array_new ();
  g_auto (GStrv) each = g_strsplit (codes, " ", -1);
  float north = 1, south = 0;
  double west = 0, east = 0;
  guint n;
  const SutraWorldShape *land = sutra_world_get_shapes (self, SUTRA_WORLD_FINE, SUTRA_WORLD_LAND, &n);

  sutra_box_init (box, NULL, 0);
  for (char **code = each; *code != NULL; code++)
    if (**code != '\0')
      add_body (land, n, *code, body);
  if (body->len == 0)
    return;
  for (guint i = 0; i < body->len; i++)
    {
      const SutraWorldShape *shape = body->pdata[i];

      north = MIN (north, shape->north);
      south = MAX (south, shape->south);
    }
  g_ptr_array_sort (body, compare_shapes);
  find_extent (body, &west, &east);
  *box = (SutraBox){ .south = latitude_of (south), .west = west * 360 - 180, .north = latitude_of (north), .east = east * 360 - 180 };
}
