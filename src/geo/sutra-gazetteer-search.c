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
  const SutraFilePlace *row = &gazetteer->places[place];
  guint kind = row->kind & (SUTRA_FILE_THOUSANDS - 1);

  if (self->country[0] == '\0' || strcmp (row->country, self->country) == 0)
    return TRUE;
  /* On disputed land: whoever looks for it in one of the countries finds it. */
  return row->country[0] == '\0' && kind > SUTRA_PLACE_COUNTRY && kind != SUTRA_PLACE_WATER;
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
  g_autofree char *own = sutra_place_key (sutra_gazetteer_file_name (self, name));

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

/* A query of the walk: the first @m letters of the walk's query. */
typedef struct
{
  const SutraSoundQuery *query;
  guint source;
  guint m;
  guint longest;                          /* longer keys are passed over; so are those as much shorter */
  guint16 bounds[SUTRA_PHONEMIC_MAX + 1]; /* by length of the key: only smaller distances matter */
} Target;

#define WIDTH 64

typedef struct
{
  SutraSoundSearch *search;
  Target targets[SUTRA_SOUND_QUERIES];
  guint n_targets;
  guint m; /* letters of the longest of them, of which the others are beginnings */
  guint8 key[SUTRA_PHONEMIC_MAX + 1];
  guint16 bounds[SUTRA_PHONEMIC_MAX + 1]; /* the largest of the targets */
  guint16 most_bound;
  double most_prior; /* of what is still to come in the block */
  gboolean bengali;  /* the block of Bengali names */
  guint16 gaps[SUTRA_PHONEMIC_LETTERS];
  /* sums[k]: of the gaps of the first k letters of the query. */
  guint16 sums[WIDTH + 8];
  guint16 changes[SUTRA_PHONEMIC_LETTERS][WIDTH];
  /* rows[n][k]: the distance of the first n letters of the key from the first k of the query. */
  guint16 rows[SUTRA_PHONEMIC_MAX + 1][WIDTH + 8];
} Walk;

static double
prior_of (const Target *target, const SutraFilePlace *place)
{
  return SUTRA_SOUND_PRIOR * (sutra_sound_rank (place) + sutra_favour_of (&target->query->favour, place));
}

static inline guint
length_of_both (const Target *target, guint length)
{
  return MAX (MAX (length, target->m), 4);
}

static inline guint
factor_of (const Walk *self, const Target *target)
{
  return self->bengali && target->query->indic ? SUTRA_SOUND_BENGALI : 1;
}

static guint
bound_for (const Walk *self, const Target *target, guint length)
{
  const SutraSoundSearch *search = self->search;
  guint units = length_of_both (target, length) * SUTRA_PHONEMIC_UNIT;
  guint bound = MIN (SUTRA_SOUND_MOST, (guint) (SUTRA_SOUND_MOST_BY_LETTER * units));
  double room;

  if (search->hits->len >= search->most)
    {
      room = g_array_index (search->hits, SutraSoundHit, search->most - 1).score - target->query->penalty;
      room += self->most_prior + SUTRA_SOUND_PRIOR * most_favour (&target->query->favour);
      /* One more for what rounding takes. */
      if (room < 0)
        return 0;
      bound = (guint) MIN ((double) bound, room * units + 1);
    }
  return bound / factor_of (self, target) + 1;
}

static void
set_bounds (Walk *self)
{
  memset (self->bounds, 0, sizeof self->bounds);
  self->most_bound = 0;
  for (guint i = 0; i < self->n_targets; i++)
    for (guint length = 0; length <= MIN (self->targets[i].longest, SUTRA_PHONEMIC_MAX); length++)
      {
        guint16 bound = (guint16) bound_for (self, &self->targets[i], length);

        self->targets[i].bounds[length] = bound;
        self->bounds[length] = MAX (self->bounds[length], bound);
        self->most_bound = MAX (self->most_bound, bound);
      }
}

static int
compare_hits (const SutraSoundHit *a, const SutraSoundHit *b)
{
  return a->score != b->score ? (a->score < b->score ? -1 : 1) : a->place < b->place ? -1 : a->place > b->place;
}

/* Whether the hit is among the best ones now. */
static gboolean
offer (SutraSoundSearch *search, const SutraSoundHit *hit)
{
  guint at;

  for (at = 0; at < search->hits->len; at++)
    {
      const SutraSoundHit *other = &g_array_index (search->hits, SutraSoundHit, at);

      if (other->place != hit->place)
        continue;
      if (compare_hits (hit, other) >= 0)
        return FALSE;
      g_array_remove_index (search->hits, at);
      break;
    }
  for (at = search->hits->len; at > 0 && compare_hits (hit, &g_array_index (search->hits, SutraSoundHit, at - 1)) < 0; at--)
    ;
  if (at >= search->most)
    return FALSE;
  g_array_insert_val (search->hits, at, *hit);
  if (search->hits->len > search->most)
    g_array_set_size (search->hits, search->most);
  return TRUE;
}

/* The places of a key of @length letters. */
static void
take_key (Walk *self, guint length, const guint32 *hits, guint n_hits)
{
  const SutraGazetteer *gazetteer = self->search->gazetteer;
  gboolean changed = FALSE;

  for (guint i = 0; i < self->n_targets; i++)
    {
      const Target *target = &self->targets[i];
      guint raw = self->rows[length][target->m];

      if (length > target->longest || length + target->longest < 2 * target->m || raw >= target->bounds[length])
        continue;
      for (guint k = 0; k < n_hits; k++)
        {
          SutraSoundHit hit = { .place = hits[k] & ~SUTRA_FILE_ALTERNATE, .source = target->source };

          if (!sutra_favour_admits (&target->query->favour, gazetteer, hit.place))
            continue;
          hit.distance = raw * factor_of (self, target);
          hit.score = target->query->penalty + hit.distance / (double) (length_of_both (target, length) * SUTRA_PHONEMIC_UNIT);
          hit.score +=
              ((hits[k] & SUTRA_FILE_ALTERNATE) != 0 ? SUTRA_SOUND_ALTERNATE : 0) - prior_of (target, &gazetteer->places[hit.place]);
          changed |= offer (self->search, &hit);
        }
    }
  if (changed)
    set_bounds (self);
}

/* The row of the first @n + 1 letters of the key; returns the least of it. Eight columns at a time: first what comes from the row before, then what comes from the left, which is a running minimum
 * when each column has the sum of the gaps up to it taken off. */
static guint
put_row (Walk *self, guint n)
{
  const guint16 *last = self->rows[n], *changes = self->changes[self->key[n]];
  guint16 *row = self->rows[n + 1];
  guint16 gap = self->gaps[self->key[n]], least = (guint16) (last[0] + gap);
  gint16 left = (gint16) least;

  row[0] = least;
  for (guint from = 0; from < self->m; from += 8)
    {
      gint16 up[8];

      for (guint k = 0; k < 8; k++)
        {
          guint16 change = (guint16) (last[from + k] + changes[from + k]), leave = (guint16) (last[from + k + 1] + gap);

          up[k] = (gint16) (MIN (change, leave) - self->sums[from + k + 1]);
        }
      for (guint k = 0; k < 8; k++)
        {
          left = MIN (left, up[k]);
          up[k] = left;
        }
      for (guint k = 0; k < 8; k++)
        {
          row[from + k + 1] = (guint16) (up[k] + self->sums[from + k + 1]);
          least = MIN (least, row[from + k + 1]);
        }
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

      p = letters + (length - common);
      hits += n_hits;
      if (common >= dead)
        continue;
      n_rows = MIN (n_rows, common);
      dead = G_MAXUINT;
      for (guint k = common; k < length; k++)
        self->key[k] = letters[k - common];
      /* 0: too long for all; too short ones are few. */
      while (n_rows < length && self->bounds[length] > 0)
        {
          guint least = put_row (self, n_rows++);

          if (least < self->bounds[length])
            continue;
          if (least >= self->most_bound)
            dead = n_rows;
          break;
        }
      if (n_rows == length && dead == G_MAXUINT)
        take_key (self, length, hits - n_hits, n_hits);
    }
}

static void
set_query (Walk *self, const char *key)
{
  guint16 sum = 0;

  for (self->m = 0; key[self->m] != '\0'; self->m++)
    {
      guint letter = (guint) sutra_phonemic_letter (key[self->m]);

      for (guint c = 0; c < SUTRA_PHONEMIC_LETTERS; c++)
        self->changes[c][self->m] = (guint16) sutra_phonemic_change (c, letter);
      sum = (guint16) (sum + sutra_phonemic_gap (letter));
      self->sums[self->m + 1] = sum;
    }
  /* Columns behind the end are computed, too: eight at a time. */
  for (guint k = self->m + 1; k < G_N_ELEMENTS (self->sums); k++)
    self->sums[k] = sum;
  for (guint k = 0; k < G_N_ELEMENTS (self->sums); k++)
    self->rows[0][k] = self->sums[k];
}

static void
add_target (Walk *self, const SutraSoundQuery *query, guint source)
{
  Target *target = &self->targets[self->n_targets++];

  target->query = query;
  target->source = source;
  target->m = (guint) strlen (query->key);
  target->longest = target->m + target->m / 2 + 3;
}

/* One walk for the longest of @queries that is left, and all that it begins with. */
static void
run_walk (SutraSoundSearch *search, Walk *walk, const SutraSoundQuery *queries, guint n, gboolean *done)
{
  guint longest = n;

  walk->n_targets = 0;
  for (guint i = 0; i < n; i++)
    if (!done[i] && (longest == n || strlen (queries[i].key) > strlen (queries[longest].key)))
      longest = i;
  for (guint i = 0; i < n; i++)
    if (!done[i] && g_str_has_prefix (queries[longest].key, queries[i].key))
      {
        add_target (walk, &queries[i], i);
        done[i] = TRUE;
      }
  set_query (walk, queries[longest].key);
  for (guint block = 0; block < SUTRA_SOUND_BLOCKS; block++)
    {
      guint8 most = block == 0 || block == SUTRA_SOUND_BLOCK_BENGALI ? G_MAXUINT8 : sutra_sound_block_rank (block - 1) - 1;

      walk->most_prior = SUTRA_SOUND_PRIOR * most / SUTRA_RANK_UNIT;
      walk->bengali = block == SUTRA_SOUND_BLOCK_BENGALI;
      set_bounds (walk);
      if (!walk->bengali || search->bengali)
        walk_block (walk, block);
    }
}

void
sutra_sound_search_run (SutraSoundSearch *self, const SutraSoundQuery *queries, guint n)
{
  gboolean done[SUTRA_SOUND_QUERIES] = { FALSE };
  g_autofree Walk *walk = g_new0 (Walk, 1);

  g_return_if_fail (self != NULL && queries != NULL && self->most > 0 && n <= SUTRA_SOUND_QUERIES);

  walk->search = self;
  for (guint c = 0; c < SUTRA_PHONEMIC_LETTERS; c++)
    walk->gaps[c] = (guint16) sutra_phonemic_gap (c);
  for (guint i = 0; i < n; i++)
    done[i] = queries[i].key[0] == '\0';
  for (guint i = 0; i < n; i++)
    while (!done[i])
      run_walk (self, walk, queries, n, done);
}
