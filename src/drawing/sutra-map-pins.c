/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-map-pins-private.h"

#include <math.h>
#include <string.h>

/* Pixels between the middles of two pins of a spread, and to whatever else is near. */
#define SPREAD_STEP 27.0
#define SPREAD_LEAST 24.0
#define SPREAD_ROOM 28.0

/* Pixels that the pin of an area wants on each side, and where it may go to have them. */
#define AREA_ROOM 28.0

static const double asides[][2] = { { 0, 0 },    { 0, -36 },   { 36, 0 },  { -36, 0 }, { 0, 36 },
                                    { 30, -30 }, { -30, -30 }, { 30, 30 }, { -30, 30 } };

/* More than any pin or badge reaches from its middle. */
#define REACH 26.0

enum
{
  GROUP_POINTS,
  GROUP_AREAS,
};

static gboolean
is_area (const SutraPlaceItem *item)
{
  return item->area != NULL && *item->area != '\0';
}

SutraMapPins *
sutra_map_pins_new (const SutraPlaceItem *items, guint n_items, const SutraMapPinStyle *styles, guint n_styles)
{
  SutraMapPins *self = g_new0 (SutraMapPins, 1);

  self->items = items;
  self->n_items = n_items;
  self->n_styles = n_styles;
  self->styles = g_new0 (SutraMapPinStyle, (gsize) n_styles + 1);
  if (n_styles > 0)
    memcpy (self->styles, styles, sizeof (SutraMapPinStyle) * n_styles);
  sutra_type_style_derive ("", SUTRA_THEME_LIGHT, &self->styles[n_styles].style);
  self->points = g_new (SutraMapPoint, MAX (n_items, 1));
  self->weights = g_new (guint32, MAX (n_items, 1));
  self->groups = g_new (guint16, MAX (n_items, 1));
  for (guint i = 0; i < n_items; i++)
    {
      self->points[i] = items[i].at;
      self->weights[i] = items[i].count;
      self->groups[i] = is_area (&items[i]) ? GROUP_AREAS : GROUP_POINTS;
    }
  /* No layout is in use, and 0 is none's turn. */
  self->clock = 1;
  for (guint i = 0; i < SUTRA_PIN_LAYOUTS; i++)
    self->layouts[i].zoom = -1;
  self->found = g_array_new (FALSE, FALSE, sizeof (guint));
  self->shown = g_array_new (FALSE, FALSE, sizeof (SutraShown));
  return self;
}

void
sutra_map_pins_set_exact (SutraMapPins *self, gboolean exact)
{
  self->exact = exact;
}

static void
clear_layout (SutraPinLayout *layout)
{
  g_clear_pointer (&layout->clusters, sutra_clusters_free);
  g_clear_pointer (&layout->cluster_of, g_free);
  g_clear_pointer (&layout->spread, g_free);
  g_clear_pointer (&layout->badges, g_hash_table_unref);
  layout->zoom = -1;
}

void
sutra_map_pins_free (SutraMapPins *self)
{
  if (self == NULL)
    return;

  for (guint i = 0; i < SUTRA_PIN_LAYOUTS; i++)
    clear_layout (&self->layouts[i]);
  g_free (self->styles);
  g_free (self->points);
  g_free (self->weights);
  g_free (self->groups);
  g_array_unref (self->found);
  g_array_unref (self->shown);
  g_clear_object (&self->context);
  g_free (self->language);
  g_clear_pointer (&self->pins, g_hash_table_unref);
  g_clear_pointer (&self->plain, g_hash_table_unref);
  g_clear_pointer (&self->labels, g_hash_table_unref);
  g_clear_pointer (&self->digits, g_hash_table_unref);
  g_free (self);
}

guint
sutra_map_pins_type_of (SutraMapPins *self, guint item)
{
  return MIN (self->items[item].type, self->n_styles);
}

SutraPinFlags
sutra_map_pins_flags_of (SutraMapPins *self, guint item)
{
  return (self->items[item].role == SUTRA_LOCATION_CHOSEN ? SUTRA_PIN_PLAIN : SUTRA_PIN_HOLLOW) |
         (is_area (&self->items[item]) ? SUTRA_PIN_AREA : SUTRA_PIN_PLAIN);
}

/* Pictures of badges are kept for that many steps: going back and forth paints none anew. */
#define BADGE_LAYOUTS 3

/* Takes @layout in use, and drops the pictures of those that were not for long. */
static SutraPinLayout *
use_layout (SutraMapPins *self, SutraPinLayout *layout)
{
  if (layout->used == self->clock)
    return layout;
  layout->used = ++self->clock;
  for (guint i = 0; i < SUTRA_PIN_LAYOUTS; i++)
    if (self->layouts[i].badges != NULL && self->layouts[i].used + BADGE_LAYOUTS <= self->clock)
      g_hash_table_remove_all (self->layouts[i].badges);
  return layout;
}

SutraPinLayout *
sutra_map_pins_get_layout (SutraMapPins *self, double zoom)
{
  double step = CLAMP (zoom, SUTRA_ZOOM_MIN, SUTRA_ZOOM_MAX);
  guint n_layouts = self->n_items > SUTRA_PIN_MANY ? SUTRA_PIN_LAYOUTS_OF_MANY : SUTRA_PIN_LAYOUTS, n;
  SutraPinLayout *oldest = &self->layouts[0];

  if (!self->exact)
    step = floor (step);
  for (guint i = 0; i < n_layouts; i++)
    {
      if (self->layouts[i].zoom == step)
        return use_layout (self, &self->layouts[i]);
      if (self->layouts[i].used < oldest->used)
        oldest = &self->layouts[i];
    }
  clear_layout (oldest);
  oldest->zoom = step;
  oldest->clusters = sutra_clusters_new (self->points, self->weights, self->groups, self->n_items, step);
  sutra_clusters_get (oldest->clusters, &n);
  oldest->spread = g_new0 (guint8, MAX (n, 1));
  oldest->badges = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) sutra_map_sprite_free);
  oldest->used = 0;
  return use_layout (self, oldest);
}

static double
spread_radius (guint n)
{
  return MAX (SPREAD_LEAST, n * SPREAD_STEP / (2 * G_PI));
}

/* Decided at the whole zoom, so that nothing jumps while one zooms. */
static gboolean
find_room (SutraMapPins *self, SutraPinLayout *layout, const SutraCluster *cluster)
{
  g_autoptr (GArray) near = g_array_new (FALSE, FALSE, sizeof (guint));
  double room;

  if (cluster->n < 2 || cluster->n > SUTRA_MAP_SPREAD_MAX || sutra_cluster_can_part (cluster))
    return FALSE;
  room = (spread_radius (cluster->n) + SPREAD_ROOM) / (256 * exp2 (layout->zoom));
  sutra_clusters_query (layout->clusters, cluster->at.x - room, cluster->at.y - room, cluster->at.x + room, cluster->at.y + room, near);
  return near->len == 1;
}

gboolean
sutra_map_pins_is_spread (SutraMapPins *self, SutraPinLayout *layout, guint cluster)
{
  guint n;

  if (layout->spread[cluster] == 0)
    layout->spread[cluster] = find_room (self, layout, &sutra_clusters_get (layout->clusters, &n)[cluster]) ? 2 : 1;
  return layout->spread[cluster] == 2;
}

/* Moves (@x, @y), where a spread of @n is, to where its member @k is shown: around it, but not beyond the poles. */
static void
spread_place (const SutraViewport *viewport, guint k, guint n, double *x, double *y)
{
  double radius = spread_radius (n), angle = 2 * G_PI * k / n, size = sutra_viewport_get_world_size (viewport);
  double top = viewport->height / 2 - viewport->center.y * size, room = radius + SUTRA_PIN_RADIUS;

  *x += radius * sin (angle);
  *y = CLAMP (*y, top + room, MAX (top + size - room, top + room)) - radius * cos (angle);
}

/* An area is everywhere in it: its pin makes room for points, and for areas before it. Decided at the whole zoom, too. */
static gboolean
is_in_the_way (SutraMapPins *self, SutraPinLayout *layout, guint other, guint index)
{
  guint n;
  const SutraCluster *cluster = &sutra_clusters_get (layout->clusters, &n)[other];

  return other < index || self->groups[sutra_clusters_get_members (layout->clusters)[cluster->first]] == GROUP_POINTS;
}

static guint
find_aside (SutraMapPins *self, SutraPinLayout *layout, guint index)
{
  double pixel = 1 / (256 * exp2 (layout->zoom)), room = AREA_ROOM * pixel;
  g_autoptr (GArray) near = g_array_new (FALSE, FALSE, sizeof (guint));
  guint n;
  const SutraCluster *cluster = &sutra_clusters_get (layout->clusters, &n)[index];

  for (guint i = 0; i < G_N_ELEMENTS (asides); i++)
    {
      double x = cluster->at.x + asides[i][0] * pixel, y = cluster->at.y + asides[i][1] * pixel;
      gboolean taken = y < 0 || y > 1;

      g_array_set_size (near, 0);
      sutra_clusters_query (layout->clusters, x - room, y - room, x + room, y + room, near);
      for (guint k = 0; k < near->len; k++)
        {
          guint other = g_array_index (near, guint, k);

          taken = taken || (other != index && is_in_the_way (self, layout, other, index));
        }
      if (!taken)
        return i;
    }
  return 0;
}

/* Moves (@x, @y), where the single item of @cluster is, to where it is shown. */
static void
place_single (SutraMapPins *self, SutraPinLayout *layout, guint index, const SutraCluster *cluster, double *x, double *y)
{
  guint item = sutra_clusters_get_members (layout->clusters)[cluster->first];

  if (!is_area (&self->items[item]))
    return;
  if (layout->spread[index] == 0)
    layout->spread[index] = (guint8) (1 + find_aside (self, layout, index));
  *x += asides[layout->spread[index] - 1][0];
  *y += asides[layout->spread[index] - 1][1];
}

double
sutra_map_pins_radius_of (SutraMapPins *self, const SutraPinLayout *layout, const SutraShown *shown)
{
  guint n;

  if (shown->item == G_MAXUINT)
    return sutra_map_badge_get_radius (sutra_clusters_get (layout->clusters, &n)[shown->cluster].n);
  return is_area (&self->items[shown->item]) ? SUTRA_PIN_AREA_RADIUS : SUTRA_PIN_RADIUS;
}

/* One copy of a cluster, with its point at pixel (@x, @y). */
static void
collect_copy (SutraMapPins *self, const SutraViewport *viewport, SutraPinLayout *layout, guint index, double x, double y)
{
  guint n;
  const SutraCluster *cluster = &sutra_clusters_get (layout->clusters, &n)[index];
  const guint *members = sutra_clusters_get_members (layout->clusters) + cluster->first;
  SutraShown shown = { .x = x, .y = y, .from_x = x, .from_y = y, .item = G_MAXUINT, .cluster = index };

  if (cluster->n == 1 || !sutra_map_pins_is_spread (self, layout, index))
    {
      if (cluster->n == 1)
        {
          shown.item = members[0];
          place_single (self, layout, index, cluster, &shown.x, &shown.y);
        }
      g_array_append_val (self->shown, shown);
      return;
    }
  shown.spread = TRUE;
  for (guint k = 0; k < cluster->n; k++)
    {
      shown.x = x;
      shown.y = y;
      spread_place (viewport, k, cluster->n, &shown.x, &shown.y);
      shown.item = members[k];
      g_array_append_val (self->shown, shown);
    }
}

void
sutra_map_pins_collect (SutraMapPins *self, const SutraViewport *viewport, double left, double top, double right, double bottom)
{
  SutraPinLayout *layout = sutra_map_pins_get_layout (self, viewport->zoom);
  double size = sutra_viewport_get_world_size (viewport);
  double x0 = viewport->center.x + (left - viewport->width / 2) / size, x1 = viewport->center.x + (right - viewport->width / 2) / size;
  double y0 = viewport->center.y + (top - viewport->height / 2) / size, y1 = viewport->center.y + (bottom - viewport->height / 2) / size;
  guint n;
  const SutraCluster *clusters = sutra_clusters_get (layout->clusters, &n);

  g_array_set_size (self->shown, 0);
  g_array_set_size (self->found, 0);
  sutra_clusters_query (layout->clusters, x0, y0, x1, y1, self->found);
  for (guint i = 0; i < self->found->len; i++)
    {
      guint index = g_array_index (self->found, guint, i);
      double x, y;

      sutra_viewport_to_pixel (viewport, &clusters[index].at, &x, &y);
      for (double copy = x + ceil ((left - x) / size) * size; copy <= right; copy += size)
        collect_copy (self, viewport, layout, index, copy, y);
    }
}

gboolean
sutra_map_pins_hit (SutraMapPins *self, const SutraViewport *viewport, double x, double y, double slop, SutraMapHit *hit)
{
  SutraPinLayout *layout = sutra_map_pins_get_layout (self, viewport->zoom);
  double reach = REACH + slop + spread_radius (SUTRA_MAP_SPREAD_MAX) + AREA_ROOM, best = G_MAXDOUBLE;

  sutra_map_pins_collect (self, viewport, x - reach, y - reach, x + reach, y + reach);
  for (guint i = 0; i < self->shown->len; i++)
    {
      const SutraShown *shown = &g_array_index (self->shown, SutraShown, i);
      double distance = hypot (shown->x - x, shown->y - y);

      /* The later one lies above where two are equally near. */
      if (distance > sutra_map_pins_radius_of (self, layout, shown) + slop || distance > best)
        continue;
      best = distance;
      *hit = (SutraMapHit){ shown->item, shown->item == G_MAXUINT ? shown->cluster : G_MAXUINT };
    }
  return best < G_MAXDOUBLE;
}

GArray *
sutra_map_pins_get_members (SutraMapPins *self, const SutraViewport *viewport, guint cluster)
{
  SutraPinLayout *layout = sutra_map_pins_get_layout (self, viewport->zoom);
  GArray *items = g_array_new (FALSE, FALSE, sizeof (guint));
  guint n;
  const SutraCluster *clusters = sutra_clusters_get (layout->clusters, &n);

  if (cluster < n)
    g_array_append_vals (items, sutra_clusters_get_members (layout->clusters) + clusters[cluster].first, clusters[cluster].n);
  return items;
}

gboolean
sutra_map_pins_can_part (SutraMapPins *self, const SutraViewport *viewport, guint cluster, SutraBox *box)
{
  SutraPinLayout *layout = sutra_map_pins_get_layout (self, viewport->zoom);
  guint n;
  const SutraCluster *clusters = sutra_clusters_get (layout->clusters, &n);
  SutraPoint corners[2];

  sutra_box_init (box, NULL, 0);
  if (cluster >= n)
    return FALSE;
  sutra_projection_inverse (&(SutraMapPoint){ clusters[cluster].min_x, clusters[cluster].min_y }, &corners[0]);
  sutra_projection_inverse (&(SutraMapPoint){ clusters[cluster].max_x, clusters[cluster].max_y }, &corners[1]);
  *box =
      (SutraBox){ .south = corners[1].latitude, .west = corners[0].longitude, .north = corners[0].latitude, .east = corners[1].longitude };
  return sutra_cluster_can_part (&clusters[cluster]);
}

static void
fill_cluster_of (SutraMapPins *self, SutraPinLayout *layout)
{
  const guint *members = sutra_clusters_get_members (layout->clusters);
  guint n;
  const SutraCluster *clusters = sutra_clusters_get (layout->clusters, &n);

  if (layout->cluster_of != NULL)
    return;
  layout->cluster_of = g_new (guint, MAX (self->n_items, 1));
  for (guint c = 0; c < n; c++)
    for (guint k = 0; k < clusters[c].n; k++)
      layout->cluster_of[members[clusters[c].first + k]] = c;
}

gboolean
sutra_map_pins_locate (SutraMapPins *self, const SutraViewport *viewport, guint i, double *x, double *y, SutraMapHit *hit)
{
  SutraPinLayout *layout = sutra_map_pins_get_layout (self, viewport->zoom);
  SutraMapHit found = { i, G_MAXUINT };
  const SutraCluster *cluster;
  guint n;

  g_return_val_if_fail (i < self->n_items, FALSE);

  fill_cluster_of (self, layout);
  cluster = &sutra_clusters_get (layout->clusters, &n)[layout->cluster_of[i]];
  sutra_viewport_to_pixel (viewport, &cluster->at, x, y);
  if (cluster->n > 1 && sutra_map_pins_is_spread (self, layout, layout->cluster_of[i]))
    {
      const guint *members = sutra_clusters_get_members (layout->clusters) + cluster->first;

      for (guint k = 0; k < cluster->n; k++)
        if (members[k] == i)
          spread_place (viewport, k, cluster->n, x, y);
    }
  else if (cluster->n == 1)
    place_single (self, layout, layout->cluster_of[i], cluster, x, y);
  else
    found = (SutraMapHit){ G_MAXUINT, layout->cluster_of[i] };
  if (hit != NULL)
    *hit = found;
  /* A pole lies on the very edge. */
  return *x >= -1 && *y >= -1 && *x <= viewport->width + 1 && *y <= viewport->height + 1;
}

static int
compare_codes (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

char *
sutra_map_pins_dup_areas (SutraMapPins *self)
{
  g_autoptr (GHashTable) whole = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) codes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char **sorted = NULL;
  guint n;

  for (guint i = 0; i < self->n_items; i++)
    {
      g_auto (GStrv) own = NULL;

      if (!is_area (&self->items[i]) || self->items[i].role != SUTRA_LOCATION_CHOSEN ||
          !g_hash_table_add (whole, (gpointer) self->items[i].area))
        continue;
      own = g_strsplit (self->items[i].area, " ", -1);
      for (guint k = 0; own[k] != NULL; k++)
        if (own[k][0] != '\0')
          g_hash_table_add (codes, g_strdup (own[k]));
    }
  sorted = (char **) g_hash_table_get_keys_as_array (codes, &n);
  qsort (sorted, n, sizeof (char *), compare_codes);
  return g_strjoinv (" ", sorted);
}

void
sutra_map_pins_get_box (SutraMapPins *self, SutraWorld *world, SutraBox *box)
{
  g_autofree SutraPoint *points = g_new (SutraPoint, MAX (self->n_items, 1));
  g_autofree char *areas = sutra_map_pins_dup_areas (self);

  for (guint i = 0; i < self->n_items; i++)
    points[i] = self->items[i].point;
  sutra_box_init (box, points, self->n_items);
  if (world != NULL && *areas != '\0')
    {
      SutraBox countries;

      sutra_world_get_countries_box (world, areas, &countries);
      sutra_box_union (box, &countries);
    }
}
