/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-world-file.h"

#include <string.h>

#define GRID (1u << SUTRA_WORLD_BITS)

/* Reads a section into a layer. What is @bad once stays so, and nothing is stored beyond the room that the section's counts have made. */
typedef struct
{
  const SutraWorldSection *section;
  const SutraWorldLayer *coast, *border;
  SutraWorldLayer *layer;
  const guint8 *at, *end;
  guint32 x, y;
  guint n_parts, n_points;
  gboolean bad;
} Reader;

/* Behind the number at @at, or NULL if there is none. */
static inline const guint8 *
get_number (const guint8 *at, const guint8 *end, guint32 *value)
{
  guint32 number = 0;

  for (guint shift = 0; shift < 32 && at < end; shift += 7)
    {
      guint8 byte = *at++;

      number |= (guint32) (byte & 0x7F) << shift;
      if (byte < 0x80)
        {
          *value = number;
          return at;
        }
    }
  return NULL;
}

static guint32
read_number (Reader *self)
{
  guint32 value = 0;
  const guint8 *behind = self->bad ? NULL : get_number (self->at, self->end, &value);

  if (behind != NULL)
    self->at = behind;
  else
    self->bad = TRUE;
  return value;
}

/* Wraps around; what comes of it is compared with the grid. */
static inline guint32
unzigzag (guint32 coded)
{
  return (coded >> 1) ^ (0 - (coded & 1));
}

/* Room for @n more points, or NULL. */
static SutraWorldPoint *
take_room (Reader *self, guint n)
{
  SutraWorldPoint *room = self->layer->points + self->n_points;

  if (self->bad || n > self->section->n_points - self->n_points)
    {
      self->bad = TRUE;
      return NULL;
    }
  self->n_points += n;
  return room;
}

/* The innermost loop of loading the map. */
static void
read_points (Reader *self, guint n)
{
  SutraWorldPoint *room = take_room (self, n);
  const guint8 *at = self->at, *end = self->end;
  guint32 x = self->x, y = self->y, dx, dy;
  guint i;

  if (room == NULL)
    return;
  for (i = 0; i < n; i++)
    {
      at = get_number (at, end, &dx);
      at = at != NULL ? get_number (at, end, &dy) : NULL;
      if (at == NULL)
        break;
      x += unzigzag (dx);
      y += unzigzag (dy);
      if (x > GRID || y > GRID)
        break;
      room[i] = (SutraWorldPoint){ (float) (gint32) x * (1.0f / GRID), (float) (gint32) y * (1.0f / GRID) };
    }
  self->bad = i < n;
  if (at != NULL)
    self->at = at;
  self->x = x;
  self->y = y;
}

static const SutraWorldShape *
find_line (const Reader *self, guint index)
{
  guint n_coasts = self->coast != NULL ? self->coast->n_shapes : 0;
  guint n_borders = self->border != NULL ? self->border->n_shapes : 0;

  if (index < n_coasts)
    return &self->coast->shapes[index];
  return index - n_coasts < n_borders ? &self->border->shapes[index - n_coasts] : NULL;
}

static gboolean
same_point (const SutraWorldPoint *a, const SutraWorldPoint *b)
{
  return a->x == b->x && a->y == b->y;
}

/* Appends a line to the ring that began at @start; it has to go on where the ring stands. */
static void
append_line (Reader *self, guint start)
{
  guint reference = read_number (self);
  const SutraWorldShape *line = find_line (self, reference >> 1);
  gboolean backwards = (reference & 1) != 0, first = self->n_points == start;
  const SutraWorldPoint *stand;
  SutraWorldPoint *room;
  guint n;

  if (line == NULL)
    self->bad = TRUE;
  if (self->bad)
    return;
  n = line->n_points;
  stand = first ? NULL : self->layer->points + self->n_points - 1;
  if (stand != NULL && !same_point (stand, &line->points[backwards ? n - 1 : 0]))
    self->bad = TRUE;
  room = take_room (self, first ? n : n - 1);
  if (room == NULL)
    return;
  for (guint i = first ? 0 : 1; i < n; i++)
    *room++ = line->points[backwards ? n - 1 - i : i];
}

static void
read_ring (Reader *self)
{
  guint start = self->n_points, n_lines = read_number (self);
  SutraWorldPoint *room;

  if (n_lines == 0)
    {
      read_points (self, read_number (self));
      room = take_room (self, 1);
      if (room != NULL)
        *room = self->layer->points[start];
    }
  for (guint i = 0; i < n_lines && !self->bad; i++)
    append_line (self, start);
  if (!self->bad && (self->n_points - start < 4 || !same_point (&self->layer->points[start], &self->layer->points[self->n_points - 1])))
    self->bad = TRUE;
}

static void
read_country (Reader *self, SutraWorldShape *shape)
{
  if (self->end - self->at < 2)
    {
      self->bad = TRUE;
      return;
    }
  memcpy (shape->country, self->at, 2);
  self->at += 2;
  if (!(shape->country[0] == '\0' && shape->country[1] == '\0') &&
      !(g_ascii_isupper (shape->country[0]) && g_ascii_isupper (shape->country[1])))
    self->bad = TRUE;
}

static void
set_box (SutraWorldShape *shape)
{
  shape->west = shape->east = shape->points[0].x;
  shape->north = shape->south = shape->points[0].y;
  for (guint i = 1; i < shape->n_points; i++)
    {
      shape->west = MIN (shape->west, shape->points[i].x);
      shape->east = MAX (shape->east, shape->points[i].x);
      shape->north = MIN (shape->north, shape->points[i].y);
      shape->south = MAX (shape->south, shape->points[i].y);
    }
}

static void
read_polygon (Reader *self, SutraWorldShape *shape)
{
  guint start = self->n_points;

  if (shape->kind == SUTRA_WORLD_LAND)
    read_country (self, shape);
  shape->n_rings = read_number (self);
  shape->ring_ends = self->layer->ring_ends + self->n_parts;
  if (shape->n_rings == 0 || shape->n_rings > self->section->n_parts - self->n_parts)
    self->bad = TRUE;
  for (guint i = 0; i < shape->n_rings && !self->bad; i++)
    {
      read_ring (self);
      self->layer->ring_ends[self->n_parts++] = self->n_points - start;
    }
}

static void
read_shape (Reader *self, SutraWorldShape *shape)
{
  guint start = self->n_points;

  shape->kind = self->section->kind;
  shape->points = self->layer->points + start;
  if (self->layer->ring_ends != NULL)
    read_polygon (self, shape);
  else
    {
      read_points (self, read_number (self));
      self->n_parts++;
    }
  shape->n_points = self->n_points - start;
  if (shape->n_points < 2)
    self->bad = TRUE;
  if (!self->bad)
    set_box (shape);
}

SutraWorldLayer *
sutra_world_layer_new (const SutraWorldSection *section, const SutraWorldLayer *coast, const SutraWorldLayer *border)
{
  g_autoptr (SutraWorldLayer) layer = g_new0 (SutraWorldLayer, 1);
  Reader reader = {
    .section = section, .coast = coast, .border = border, .layer = layer, .at = section->data, .end = section->data + section->size
  };

  layer->n_shapes = section->n_shapes;
  layer->shapes = g_new0 (SutraWorldShape, section->n_shapes);
  layer->points = g_new (SutraWorldPoint, section->n_points);
  if (section->kind == SUTRA_WORLD_LAND || section->kind == SUTRA_WORLD_LAKE)
    layer->ring_ends = g_new (guint, MAX (section->n_parts, 1));
  for (guint i = 0; i < layer->n_shapes && !reader.bad; i++)
    read_shape (&reader, &layer->shapes[i]);
  if (reader.bad || reader.at != reader.end || reader.n_parts != section->n_parts || reader.n_points != section->n_points)
    return NULL;
  return g_steal_pointer (&layer);
}

void
sutra_world_layer_free (SutraWorldLayer *self)
{
  g_free (self->shapes);
  g_free (self->points);
  g_free (self->ring_ends);
  g_free (self);
}
