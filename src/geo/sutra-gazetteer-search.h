/* sutra-gazetteer-search.h: the names of a gazetteer that are equal to a name, or sound like it
 *
 * For this layer's own files.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sutra-gazetteer-file.h"

G_BEGIN_DECLS

/* What a power of ten of people is worth against distance by length, and beyond which distance two names are no longer taken for one: together (in 1/SUTRA_PHONEMIC_UNIT), and for one letter. */
#define SUTRA_SOUND_PRIOR 0.025
#define SUTRA_SOUND_ALTERNATE 0.04 /* not the first name of the place */
#define SUTRA_SOUND_MOST 220
#define SUTRA_SOUND_MOST_BY_LETTER 0.5

/* Times the distance of two Bengali names: what other scripts do not tell apart (গয়া, গোয়া), Bengali does. */
#define SUTRA_SOUND_BENGALI 2

/* Places that are favoured: by country, in order, and by kind. */
#define SUTRA_FAVOUR_COUNTRIES 16

/**
 * SutraFavour:
 * @country: only places of this one, and those on disputed land; "" for all
 * @near: countries, the most favoured first; @n_near of them
 * @kinds, @other_kinds: bits 1 << SutraPlaceKind: what the name says the place is, and what it may be just as well; 0 for nothing
 */
typedef struct
{
  char country[3];
  char near[SUTRA_FAVOUR_COUNTRIES][3];
  guint n_near;
  guint kinds;
  guint other_kinds;
} SutraFavour;

/* @codes (nullable): separated by spaces; what is no code is left out. */
void sutra_favour_add_near (SutraFavour *self, const char *codes);
gboolean sutra_favour_admits (const SutraFavour *self, const SutraGazetteer *gazetteer, guint place);
/* In powers of ten of people. */
double sutra_favour_of (const SutraFavour *self, const SutraFilePlace *place);

/* How likely a place is meant by a name that sounds like its own, in powers of ten of people; not more than its rank. */
double sutra_sound_rank (const SutraFilePlace *place);

/* The index into the names of the first one with this key, and how many have it. */
guint sutra_gazetteer_search_key (const SutraGazetteer *self, const char *key, guint *n);

/**
 * SutraSoundHit:
 * @distance: of the key, in 1/SUTRA_PHONEMIC_UNIT
 * @score: distance by length with everything that speaks for the place taken off; lower is better
 * @source: which of the searches found it
 */
typedef struct
{
  guint place;
  guint distance;
  guint source;
  double score;
} SutraSoundHit;

/* The most queries of one search. */
#define SUTRA_SOUND_QUERIES 8

/**
 * SutraSoundQuery:
 * @key: of sutra_phonemic_key()
 * @penalty: is added to the scores
 * @indic: whether the name is in Bengali letters itself
 */
typedef struct
{
  const char *key;
  double penalty;
  gboolean indic;
  SutraFavour favour;
} SutraSoundQuery;

/**
 * SutraSoundSearch:
 * @most: how many places at most
 * @bengali: whether Bengali names count, too
 * @hits: (SutraSoundHit) the best ones so far, best first; of each place its best key. Ties in the order of the places. SutraSoundHit::source is the index of the query.
 */
typedef struct
{
  const SutraGazetteer *gazetteer;
  guint most;
  gboolean bengali;
  GArray *hits;
} SutraSoundSearch;

/* Adds what sounds like one of @n @queries. Leaves out nothing that belongs there: same result as going through all names. A query that another begins with costs next to nothing. */
void sutra_sound_search_run (SutraSoundSearch *self, const SutraSoundQuery *queries, guint n);

G_END_DECLS
