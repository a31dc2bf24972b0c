/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-map-cluster.h"

#include <math.h>
#include <string.h>

#define TILE 256.0
#define NONE G_MAXUINT

/* The points of one group in one square of the grid; later those of a cluster, in the cell that took the others in. */
typedef struct
{
  guint64 key;
  double sum_x, sum_y;
  double min_x, min_y, max_x, max_y;
  guint n;
  guint root;  /* the cell that took it in: itself while it is alone */
  guint place; /* the cluster of a root */
} Cell;

struct _SutraClusters
{
  SutraCluster *clusters;
  guint n_clusters;
  guint *members;
  guint n_members;

  double size; /* pixels of the world */
  guint side;  /* cells of one row */

  /* From the square to its first cluster: open addressing; the others of a square (other groups) follow. */
  guint *slots;
  guint mask;
  guint *next;
  guint64 *squares; /* of each cluster */
};

static guint64
make_key (guint x, guint y, guint16 group)
{
  return (guint64) y << 40 | (guint64) x << 16 | group;
}

static guint
hash_key (guint64 key)
{
  key *= G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);
  return (guint) (key >> 32);
}

static guint
table_size (guint n)
{
  guint size = 16;

  while (size < n * 2)
    size *= 2;
  return size;
}

static guint *
new_table (guint size)
{
  guint *table = g_new (guint, size);

  memset (table, 0xff, sizeof (guint) * size);
  return table;
}

static guint
square_of (const SutraClusters *self, double at)
{
  double square = floor (at * self->size / SUTRA_CLUSTER_CELL);

  return (guint) CLAMP (square, 0, self->side - 1);
}

typedef struct
{
  Cell *cells;
  guint n;
  guint *slots;
  guint mask;
  /* A bit for each square that has a cell, at a place where others may have theirs: most squares have no neighbours, which this tells without looking for each of them. */
  guint64 *bits;
  guint bit_mask;
} Grid;

/* Squares side by side have bits side by side: the eight neighbours of one are in three or four words. */
static guint
bit_of (const Grid *grid, guint64 key)
{
  return ((guint) (key >> 16 & 0xffffff) + (guint) (key >> 40) * 0x9e3779b1u + (guint) (key & 0xffff) * 0x85ebca6bu) & grid->bit_mask;
}

static guint64
has_bit (const Grid *grid, guint bit)
{
  bit &= grid->bit_mask;
  return grid->bits[bit >> 6] >> (bit & 63) & 1;
}

/* FALSE: for sure not. */
static gboolean
may_have_neighbours (const Grid *grid, guint64 key)
{
  guint above = bit_of (grid, key - ((guint64) 1 << 40)), same = bit_of (grid, key), below = bit_of (grid, key + ((guint64) 1 << 40));

  return (has_bit (grid, above - 1) | has_bit (grid, above) | has_bit (grid, above + 1) | has_bit (grid, same - 1) |
          has_bit (grid, same + 1) | has_bit (grid, below - 1) | has_bit (grid, below) | has_bit (grid, below + 1)) != 0;
}

/* Where @key is, or the empty slot where it belongs. */
static guint *
grid_find (const Grid *grid, guint64 key)
{
  guint slot = hash_key (key) & grid->mask;

  while (grid->slots[slot] != NONE && grid->cells[grid->slots[slot]].key != key)
    slot = (slot + 1) & grid->mask;
  return &grid->slots[slot];
}

static void
grid_fill (Grid *grid, const SutraClusters *self, const SutraMapPoint *points, const guint16 *groups, guint n, guint *cell_of)
{
  for (guint i = 0; i < n; i++)
    {
      const SutraMapPoint *at = &points[i];
      guint64 key = make_key (square_of (self, at->x), square_of (self, at->y), groups != NULL ? groups[i] : 0);
      guint *slot = grid_find (grid, key);
      Cell *cell;

      if (*slot == NONE)
        {
          guint bit = bit_of (grid, key);

          grid->bits[bit >> 6] |= (guint64) 1 << (bit & 63);
          *slot = grid->n;
          cell = &grid->cells[grid->n];
          *cell = (Cell){ .key = key, .min_x = at->x, .min_y = at->y, .max_x = at->x, .max_y = at->y, .root = grid->n };
          grid->n++;
        }
      cell_of[i] = *slot;
      cell = &grid->cells[*slot];
      cell->n++;
      cell->sum_x += at->x;
      cell->sum_y += at->y;
      cell->min_x = MIN (cell->min_x, at->x);
      cell->min_y = MIN (cell->min_y, at->y);
      cell->max_x = MAX (cell->max_x, at->x);
      cell->max_y = MAX (cell->max_y, at->y);
    }
}

/* The cells by their number of points, most first; equal ones stay in their order (counting sort). */
static guint *
order_by_size (const Cell *cells, guint n, guint largest)
{
  g_autofree guint *starts = g_new0 (guint, (gsize) largest + 2);
  guint *order = g_new (guint, MAX (n, 1));

  for (guint i = 0; i < n; i++)
    starts[largest - cells[i].n + 1]++;
  for (guint i = 0; i <= largest; i++)
    starts[i + 1] += starts[i];
  for (guint i = 0; i < n; i++)
    order[starts[largest - cells[i].n]++] = i;
  return order;
}

/* The means are those before anything was taken in, the box is what the root holds by now. */
static gboolean
is_near (const SutraClusters *self, const Cell *root, double mean_x, double mean_y, const Cell *cell)
{
  double dx = (cell->sum_x / cell->n - mean_x) * self->size, dy = (cell->sum_y / cell->n - mean_y) * self->size;

  return dx * dx + dy * dy < SUTRA_CLUSTER_NEAR * SUTRA_CLUSTER_NEAR &&
         (MAX (root->max_x, cell->max_x) - MIN (root->min_x, cell->min_x)) * self->size <= SUTRA_CLUSTER_CELL &&
         (MAX (root->max_y, cell->max_y) - MIN (root->min_y, cell->min_y)) * self->size <= SUTRA_CLUSTER_CELL;
}

static void
take_in (Cell *root, Cell *cell, guint root_index)
{
  cell->root = root_index;
  root->n += cell->n;
  root->sum_x += cell->sum_x;
  root->sum_y += cell->sum_y;
  root->min_x = MIN (root->min_x, cell->min_x);
  root->min_y = MIN (root->min_y, cell->min_y);
  root->max_x = MAX (root->max_x, cell->max_x);
  root->max_y = MAX (root->max_y, cell->max_y);
}

static void
grid_join (Grid *grid, const SutraClusters *self, const guint *order)
{
  static const int around[8][2] = { { -1, -1 }, { 0, -1 }, { 1, -1 }, { -1, 0 }, { 1, 0 }, { -1, 1 }, { 0, 1 }, { 1, 1 } };
  g_autofree guint8 *done = g_new0 (guint8, MAX (grid->n, 1));
  double cell = SUTRA_CLUSTER_CELL / self->size, near = SUTRA_CLUSTER_NEAR / self->size;

  for (guint i = 0; i < grid->n; i++)
    {
      Cell *root = &grid->cells[order[i]];
      int x = (int) (root->key >> 16 & 0xffffff), y = (int) (root->key >> 40);
      double mean_x = root->sum_x / root->n, mean_y = root->sum_y / root->n;

      if (done[order[i]])
        continue;
      done[order[i]] = 1;
      if (!may_have_neighbours (grid, root->key))
        continue;
      for (guint k = 0; k < G_N_ELEMENTS (around); k++)
        {
          int nx = x + around[k][0], ny = y + around[k][1];
          guint other;

          /* Too far from that side, whatever is there. */
          if ((around[k][0] < 0 && mean_x - x * cell > near) || (around[k][0] > 0 && (x + 1) * cell - mean_x > near) ||
              (around[k][1] < 0 && mean_y - y * cell > near) || (around[k][1] > 0 && (y + 1) * cell - mean_y > near) || nx < 0 || ny < 0)
            continue;
          other = *grid_find (grid, make_key ((guint) nx, (guint) ny, root->key & 0xffff));
          if (other == NONE || done[other] || !is_near (self, root, mean_x, mean_y, &grid->cells[other]))
            continue;
          done[other] = 1;
          take_in (root, &grid->cells[other], order[i]);
        }
    }
}

/* Points by weight, heaviest first; equal ones stay in their order (radix sort, 16 bits at a time). */
static guint *
order_by_weight (const guint32 *weights, guint n)
{
  g_autofree guint *counts = g_new (guint, 65537);
  guint *order = g_new (guint, MAX (n, 1)), *other;
  guint32 largest = 0;

  for (guint i = 0; i < n; i++)
    {
      order[i] = i;
      largest = MAX (largest, weights != NULL ? weights[i] : 0);
    }
  if (largest == 0)
    return order;
  other = g_new (guint, n);
  for (guint shift = 0; shift < 32 && (largest >> shift) > 0; shift += 16)
    {
      guint *swap = order;

      memset (counts, 0, sizeof (guint) * 65537);
      for (guint i = 0; i < n; i++)
        counts[0xffff - (weights[i] >> shift & 0xffff) + 1]++;
      for (guint i = 0; i < 65536; i++)
        counts[i + 1] += counts[i];
      for (guint i = 0; i < n; i++)
        other[counts[0xffff - (weights[order[i]] >> shift & 0xffff)]++] = order[i];
      order = other;
      other = swap;
    }
  g_free (other);
  return order;
}

/* Clusters out of the roots, most members first, and the way from a square to its clusters. */
static void
collect (SutraClusters *self, Grid *grid, guint largest)
{
  g_autofree guint *order = NULL;
  guint first = 0, size;

  for (guint i = 0; i < grid->n; i++)
    largest = MAX (largest, grid->cells[i].n);
  order = order_by_size (grid->cells, grid->n, largest);
  self->clusters = g_new (SutraCluster, MAX (grid->n, 1));
  self->squares = g_new (guint64, MAX (grid->n, 1));
  self->next = g_new (guint, MAX (grid->n, 1));
  size = table_size (grid->n);
  self->slots = new_table (size);
  self->mask = size - 1;
  for (guint i = 0; i < grid->n; i++)
    {
      Cell *cell = &grid->cells[order[i]];
      guint64 square = cell->key >> 16;
      guint slot;

      if (cell->root != order[i])
        continue;
      cell->place = self->n_clusters;
      self->clusters[cell->place] = (SutraCluster){ .at = { cell->sum_x / cell->n, cell->sum_y / cell->n },
                                                    .min_x = cell->min_x,
                                                    .min_y = cell->min_y,
                                                    .max_x = cell->max_x,
                                                    .max_y = cell->max_y,
                                                    .first = first,
                                                    .n = cell->n };
      first += cell->n;
      self->squares[cell->place] = square;
      for (slot = hash_key (square) & self->mask; self->slots[slot] != NONE && self->squares[self->slots[slot]] != square;)
        slot = (slot + 1) & self->mask;
      self->next[cell->place] = self->slots[slot];
      self->slots[slot] = cell->place;
      self->n_clusters++;
    }
}

SutraClusters *
sutra_clusters_new (const SutraMapPoint *points, const guint32 *weights, const guint16 *groups, guint n, double zoom)
{
  SutraClusters *self = g_new0 (SutraClusters, 1);
  g_autofree Cell *cells = g_new (Cell, MAX (n, 1));
  g_autofree guint *cell_of = g_new (guint, MAX (n, 1));
  g_autofree guint *slots = NULL;
  g_autofree guint64 *bits = NULL;
  g_autofree guint *by_weight = NULL;
  g_autofree guint *by_size = NULL;
  g_autofree guint *filled = NULL;
  Grid grid = { .cells = cells, .mask = table_size (n) - 1 };
  guint largest = 0;

  self->size = TILE * exp2 (CLAMP (zoom, SUTRA_ZOOM_MIN, SUTRA_ZOOM_MAX));
  self->side = (guint) ceil (self->size / SUTRA_CLUSTER_CELL);
  grid.slots = slots = new_table (grid.mask + 1);
  grid.bit_mask = (grid.mask + 1) * 16 - 1;
  grid.bits = bits = g_new0 (guint64, ((gsize) grid.bit_mask + 1) / 64);
  grid_fill (&grid, self, points, groups, n, cell_of);
  for (guint i = 0; i < grid.n; i++)
    largest = MAX (largest, cells[i].n);
  by_size = order_by_size (cells, grid.n, largest);
  grid_join (&grid, self, by_size);
  collect (self, &grid, largest);

  self->members = g_new (guint, MAX (n, 1));
  self->n_members = n;
  by_weight = order_by_weight (weights, n);
  filled = g_new0 (guint, MAX (self->n_clusters, 1));
  for (guint i = 0; i < n; i++)
    {
      guint place = cells[cells[cell_of[by_weight[i]]].root].place;

      self->members[self->clusters[place].first + filled[place]++] = by_weight[i];
    }
  return self;
}

void
sutra_clusters_free (SutraClusters *self)
{
  if (self == NULL)
    return;

  g_free (self->clusters);
  g_free (self->members);
  g_free (self->slots);
  g_free (self->next);
  g_free (self->squares);
  g_free (self);
}

const SutraCluster *
sutra_clusters_get (SutraClusters *self, guint *n)
{
  *n = self->n_clusters;
  return self->clusters;
}

const guint *
sutra_clusters_get_members (SutraClusters *self)
{
  return self->members;
}

gboolean
sutra_cluster_can_part (const SutraCluster *cluster)
{
  double extent = MAX (cluster->max_x - cluster->min_x, cluster->max_y - cluster->min_y);

  return extent * TILE * exp2 (SUTRA_ZOOM_MAX) > SUTRA_CLUSTER_CELL;
}

static gboolean
is_inside (const SutraCluster *cluster, double min_x, double min_y, double max_x, double max_y)
{
  return cluster->at.x >= min_x && cluster->at.x <= max_x && cluster->at.y >= min_y && cluster->at.y <= max_y;
}

/* Of a box within the world. */
static void
query_plain (SutraClusters *self, double min_x, double min_y, double max_x, double max_y, GArray *found)
{
  /* The mean of a cluster lies at most one cell away from its root. */
  gint64 left = (gint64) square_of (self, min_x) - 1, right = (gint64) square_of (self, max_x) + 1;
  gint64 top = (gint64) square_of (self, min_y) - 1, bottom = (gint64) square_of (self, max_y) + 1;

  if ((right - left + 1) * (bottom - top + 1) >= self->n_clusters)
    {
      for (guint i = 0; i < self->n_clusters; i++)
        if (is_inside (&self->clusters[i], min_x, min_y, max_x, max_y))
          g_array_append_val (found, i);
      return;
    }
  for (gint64 y = MAX (top, 0); y <= bottom; y++)
    for (gint64 x = MAX (left, 0); x <= right; x++)
      {
        guint64 square = make_key ((guint) x, (guint) y, 0) >> 16;
        guint slot = hash_key (square) & self->mask;

        while (self->slots[slot] != NONE && self->squares[self->slots[slot]] != square)
          slot = (slot + 1) & self->mask;
        for (guint i = self->slots[slot]; i != NONE; i = self->next[i])
          if (is_inside (&self->clusters[i], min_x, min_y, max_x, max_y))
            g_array_append_val (found, i);
      }
}

void
sutra_clusters_query (SutraClusters *self, double min_x, double min_y, double max_x, double max_y, GArray *found)
{
  double shift = floor (min_x);

  if (!(min_x <= max_x && min_y <= max_y))
    return;
  if (max_x - min_x >= 1)
    {
      query_plain (self, 0, min_y, 1, max_y, found);
      return;
    }
  min_x -= shift;
  max_x -= shift;
  query_plain (self, min_x, min_y, MIN (max_x, 1), max_y, found);
  if (max_x >= 1)
    query_plain (self, 0, min_y, max_x - 1, max_y, found);
}
