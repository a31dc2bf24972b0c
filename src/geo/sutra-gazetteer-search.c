/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-gazetteer-search.h"

#include "sutra-phonemic-key.h"
#include "sutra-place-key.h"

#include <string.h>

/* In powers of ten of people. */
#define FAVOUR_FIRST 2.0
#define FAVOUR_NEAR 1.5
#define FAVOUR_KIND 4.0
#define FAVOUR_OTHER_KIND 2.0

/* Countries are known by name, so that one that only sounds like it is no likelier than a town. */
#define MOST_SOUND_AREA 6.0

/* Favour */

void
sutra_favour_add_near (SutraFavour *self, const char *codes)
{
  g_auto (GStrv) parts = g_strsplit (codes != NULL ? codes : "", " ", 64);

  for (guint i = 0; parts[i] != NULL && self->n_near < SUTRA_FAVOUR_COUNTRIES; i++)
    if (strlen (parts[i]) == 2)
      {
        g_autofree char *code = g_ascii_strup (parts[i], 2);

        memcpy (self->near[self->n_near++], code, 3);
      }
}

gboolean
sutra_favour_admits (const SutraFavour *self, const SutraGazetteer *gazetteer, guint place)
{
  return self->country[0] == '\0' || strcmp (gazetteer->places[place].country, self->country) == 0;
}

double
sutra_favour_of (const SutraFavour *self, const SutraFilePlace *place)
{
  guint kind = 1u << (place->kind & (SUTRA_FILE_THOUSANDS - 1));
  double favour = (self->kinds & kind) != 0 ? FAVOUR_KIND : (self->other_kinds & kind) != 0 ? FAVOUR_OTHER_KIND : 0;

  for (guint i = 0; i < self->n_near; i++)
    if (strcmp (place->country, self->near[i]) == 0)
      return favour + (i == 0 ? FAVOUR_FIRST : FAVOUR_NEAR);
  return favour;
}

static double
most_favour (const SutraFavour *self)
{
  return (self->n_near > 0 ? FAVOUR_FIRST : 0) + (self->kinds != 0 ? FAVOUR_KIND : 0);
}

double
sutra_sound_rank (const SutraFilePlace *place)
{
  double rank = place->rank / SUTRA_RANK_UNIT;

  return (place->kind & (SUTRA_FILE_THOUSANDS - 1)) <= SUTRA_PLACE_COUNTRY ? MIN (rank, MOST_SOUND_AREA) : rank;
}

/* Equal names */

static int
compare_name (const SutraGazetteer *self, guint name, const char *key)
{
  g_autofree char *own = sutra_place_key (self->strings + self->names[name]);

  return strcmp (own, key);
}

guint
sutra_gazetteer_search_key (const SutraGazetteer *self, const char *key, guint *n)
{
  guint low = 0, high = self->n_names, end;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (compare_name (self, middle, key) < 0)
        low = middle + 1;
      else
        high = middle;
    }
  for (end = low; end < self->n_names && compare_name (self, end, key) == 0; end++)
    ;
  *n = end - low;
  return low;
}

/* Similar names */

typedef struct
{
  SutraSoundSearch *search;
  double penalty;
  guint source;
  guint8 query[SUTRA_PHONEMIC_MAX];
  guint m; /* length of the query */
  guint longest;
  guint8 key[SUTRA_PHONEMIC_MAX];
  /* rows[n]: distances of the first n letters of the key from the first 0, 1 … m of the query. */
  guint16 rows[SUTRA_PHONEMIC_MAX + 1][SUTRA_PHONEMIC_MAX + 1];
  guint8 gaps[SUTRA_PHONEMIC_LETTERS];
  guint8 query_gaps[SUTRA_PHONEMIC_MAX];
  guint8 changes[SUTRA_PHONEMIC_LETTERS][SUTRA_PHONEMIC_MAX];
  double most_prior; /* of what is still to come in the block */
  guint factor;      /* of distances in the block */
} Walk;

static double
prior_of (const Walk *self, guint place)
{
  const SutraFilePlace *row = &self->search->gazetteer->places[place];

  return SUTRA_SOUND_PRIOR * (sutra_sound_rank (row) + sutra_favour_of (self->search->favour, row));
}

static inline guint
length_of_both (const Walk *self, guint length)
{
  return MAX (MAX (length, self->m), 4);
}

/* The largest distance that can still matter for a key of @length letters. */
static guint
bound_for (const Walk *self, guint length)
{
  const SutraSoundSearch *search = self->search;
  guint units = length_of_both (self, length) * SUTRA_PHONEMIC_UNIT;
  guint bound = MIN (SUTRA_SOUND_MOST, (guint) (SUTRA_SOUND_MOST_BY_LETTER * units));
  double room;

  if (search->hits->len < search->most)
    return bound / self->factor;
  room = g_array_index (search->hits, SutraSoundHit, search->most - 1).score + self->most_prior - self->penalty;
  /* One more for what rounding takes. */
  return room < 0 ? 0 : (guint) MIN ((double) bound, room * units + 1) / self->factor;
}

static int
compare_hits (const SutraSoundHit *a, const SutraSoundHit *b)
{
  return a->score != b->score ? (a->score < b->score ? -1 : 1) : a->place < b->place ? -1 : a->place > b->place;
}

static void
offer (Walk *self, guint32 file_hit, guint distance, guint length)
{
  guint place = file_hit & ~SUTRA_FILE_ALTERNATE;
  SutraSoundSearch *search = self->search;
  SutraSoundHit hit = { place, distance, self->source,
                        self->penalty + distance / (double) (length_of_both (self, length) * SUTRA_PHONEMIC_UNIT) };
  guint at;

  if (!sutra_favour_admits (search->favour, search->gazetteer, place))
    return;
  hit.score += ((file_hit & SUTRA_FILE_ALTERNATE) != 0 ? SUTRA_SOUND_ALTERNATE : 0) - prior_of (self, place);
  for (at = 0; at < search->hits->len; at++)
    {
      SutraSoundHit *other = &g_array_index (search->hits, SutraSoundHit, at);

      if (other->place == place)
        {
          if (compare_hits (&hit, other) >= 0)
            return;
          g_array_remove_index (search->hits, at);
          break;
        }
    }
  for (at = search->hits->len; at > 0 && compare_hits (&hit, &g_array_index (search->hits, SutraSoundHit, at - 1)) < 0; at--)
    ;
  if (at >= search->most)
    return;
  g_array_insert_val (search->hits, at, hit);
  if (search->hits->len > search->most)
    g_array_set_size (search->hits, search->most);
}

/* The row of the first @n + 1 letters of the key; returns the least of it. */
static guint
put_row (Walk *self, guint n)
{
  const guint16 *last = self->rows[n];
  guint16 *row = self->rows[n + 1];
  const guint8 *changes = self->changes[self->key[n]];
  guint gap = self->gaps[self->key[n]], left = last[0] + gap, least = left;

  row[0] = (guint16) left;
  for (guint k = 0; k < self->m; k++)
    {
      guint up = MIN (last[k] + (guint) changes[k], last[k + 1] + gap);

      left = MIN (up, left + self->query_gaps[k]);
      row[k + 1] = (guint16) left;
      least = MIN (least, left);
    }
  return least;
}

/* Goes through a block; rows that a key shares with the one before are there already, and keys that begin with what is too far away are passed over. */
static void
walk_block (Walk *self, guint block)
{
  const SutraGazetteer *gazetteer = self->search->gazetteer;
  const guint8 *p = gazetteer->sounds + gazetteer->header->blocks[block].offset;
  const guint32 *hits = gazetteer->hits + gazetteer->header->first_hits[block];
  guint n_rows = 0, dead = G_MAXUINT;

  for (guint n = gazetteer->header->blocks[block].n; n > 0; n--)
    {
      guint common = p[0], length = common + p[1], n_hits = p[2];
      const guint8 *letters = p + 3;
      guint bound;

      p = letters + (length - common);
      hits += n_hits;
      n_rows = MIN (n_rows, common);
      if (common >= dead)
        continue;
      dead = G_MAXUINT;
      memcpy (self->key + common, letters, length - common);
      if (ABS ((int) length - (int) self->m) > (int) self->longest - (int) self->m)
        continue;
      bound = bound_for (self, length);
      while (n_rows < length)
        {
          guint least = put_row (self, n_rows++);

          if (least <= bound)
            continue;
          if (least > bound_for (self, self->longest))
            dead = n_rows;
          break;
        }
      if (n_rows < length || dead != G_MAXUINT || self->rows[length][self->m] > bound)
        continue;
      for (guint i = n_hits; i > 0; i--)
        offer (self, *(hits - i), self->rows[length][self->m] * self->factor, length);
    }
}

static void
set_query (Walk *self, const char *key)
{
  for (; *key != '\0' && self->m < SUTRA_PHONEMIC_MAX; key++)
    if (sutra_phonemic_letter (*key) >= 0)
      self->query[self->m++] = (guint8) sutra_phonemic_letter (*key);
  self->longest = self->m + self->m / 2 + 3;
  for (guint k = 0; k < self->m; k++)
    {
      self->query_gaps[k] = (guint8) sutra_phonemic_gap (self->query[k]);
      self->rows[0][k + 1] = (guint16) (self->rows[0][k] + self->query_gaps[k]);
    }
  for (guint c = 0; c < SUTRA_PHONEMIC_LETTERS; c++)
    {
      self->gaps[c] = (guint8) sutra_phonemic_gap (c);
      for (guint k = 0; k < self->m; k++)
        self->changes[c][k] = (guint8) sutra_phonemic_change (c, self->query[k]);
    }
}

void
sutra_sound_search_run (SutraSoundSearch *self, const char *key, double penalty, guint source)
{
  Walk *walk;

  g_return_if_fail (self != NULL && key != NULL && self->most > 0);

  if (key[0] == '\0')
    return;
  walk = g_new0 (Walk, 1);
  walk->search = self;
  walk->penalty = penalty;
  walk->source = source;
  set_query (walk, key);
  for (guint block = 0; block < SUTRA_SOUND_BLOCKS; block++)
    {
      guint8 most = block == 0 || block == SUTRA_SOUND_BLOCK_BENGALI ? G_MAXUINT8 : sutra_sound_block_rank (block - 1) - 1;

      walk->factor = block == SUTRA_SOUND_BLOCK_BENGALI && self->indic ? SUTRA_SOUND_BENGALI : 1;
      walk->most_prior = SUTRA_SOUND_PRIOR * (most / SUTRA_RANK_UNIT + most_favour (self->favour));
      if (block != SUTRA_SOUND_BLOCK_BENGALI || self->bengali)
        walk_block (walk, block);
    }
  g_free (walk);
}
