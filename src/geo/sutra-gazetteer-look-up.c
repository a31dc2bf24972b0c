/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-gazetteer.h"

#include "sutra-coordinate.h"
#include "sutra-gazetteer-search.h"
#include "sutra-phonemic-key.h"
#include "sutra-place-key.h"
#include "sutra-place-reading.h"

#include <math.h>
#include <string.h>

#define MOST_CODE_POINTS 200
#define USUAL_LIMIT 20
#define MOST_LIMIT 1000

/* In powers of ten of people: a preferred name; a name that lacks words of the query; an unlikely stem. */
#define PREFERRED 0.3
#define SHORTENED 1.0
#define DOUBT 3.0
/* By how much the next place must be smaller for the first to be sure; places of one country within this distance are no rivals. */
#define SURE 1.0
#define SAME_PLACE_M 150000.0

/* For names that sound alike: in distance by length. */
#define STEM_PENALTY 0.03
#define SHORTENED_PENALTY 0.02
#define MOST_SOUND_STEMS 2
#define LEAST_SOUND_STEM 0.5

typedef struct
{
  guint place;
  const char *matched;
  double weight;
  const SutraPlaceReading *reading;
} Found;

typedef struct
{
  SutraGazetteer *gazetteer;
  const SutraPlaceQuery *query;
  guint stages;
  guint limit;
  GPtrArray *candidates;
} LookUp;

/* Favour */

static void find_context (SutraGazetteer *self, const char *name, SutraFavour *favour);

static void
set_favour (LookUp *self, const SutraPlaceReading *reading, SutraFavour *favour)
{
  *favour = (SutraFavour){ .kinds = reading->kinds, .other_kinds = reading->other_kinds };
  if (self->query->country != NULL && strlen (self->query->country) == 2)
    {
      g_autofree char *code = g_ascii_strup (self->query->country, 2);

      memcpy (favour->country, code, 3);
    }
  if (reading->context != NULL)
    find_context (self->gazetteer, reading->context, favour);
  sutra_favour_add_near (favour, self->query->near);
}

/* The country of the largest area or capital with this name: ওটার (কাজাখস্তান). */
static void
find_context (SutraGazetteer *self, const char *name, SutraFavour *favour)
{
  g_autofree char *key = sutra_place_key (name);
  const SutraFilePlace *best = NULL;
  guint n, first = sutra_gazetteer_search_key (self, key, &n);

  for (guint i = first; i < first + n; i++)
    {
      const SutraFilePlace *place = &self->places[sutra_gazetteer_file_place_of (self, self->names[i])];

      if (place->country[0] != '\0' && (best == NULL || place->rank > best->rank))
        best = place;
    }
  if (best != NULL)
    sutra_favour_add_near (favour, best->country);
}

/* Equal names */

static void
offer (GArray *found, const Found *candidate)
{
  for (guint i = 0; i < found->len; i++)
    {
      Found *other = &g_array_index (found, Found, i);

      if (other->place != candidate->place)
        continue;
      if (candidate->weight > other->weight)
        *other = *candidate;
      return;
    }
  g_array_append_val (found, *candidate);
}

static double
weigh (const SutraFavour *favour, const SutraFilePlace *place, const SutraPlaceReading *reading)
{
  return place->rank / SUTRA_RANK_UNIT + sutra_favour_of (favour, place) - DOUBT * reading->doubt - (reading->shortened ? SHORTENED : 0);
}

static void
find_equal (LookUp *self, const SutraPlaceReading *reading, GArray *found)
{
  SutraGazetteer *gazetteer = self->gazetteer;
  g_autofree char *key = sutra_place_key (reading->name);
  SutraFavour favour;
  guint n = 0, first;

  if (key[0] == '\0')
    return;
  set_favour (self, reading, &favour);
  first = sutra_gazetteer_search_key (gazetteer, key, &n);
  for (guint i = first; i < first + n; i++)
    {
      Found candidate = { sutra_gazetteer_file_place_of (gazetteer, gazetteer->names[i]), sutra_gazetteer_file_name (gazetteer, i), 0,
                          reading };
      SutraPlace place;

      if (!sutra_favour_admits (&favour, gazetteer, candidate.place))
        continue;
      sutra_gazetteer_get_place (gazetteer, candidate.place, &place);
      candidate.weight = weigh (&favour, &gazetteer->places[candidate.place], reading);
      candidate.weight += candidate.matched == place.name || candidate.matched == place.name_latin ? PREFERRED : 0;
      offer (found, &candidate);
    }
}

/* Whether they are one place in two sizes: a town and the district around it. */
static gboolean
are_same (const SutraPlace *a, const SutraPlace *b)
{
  return strcmp (a->country, b->country) == 0 && sutra_place_kind_is_area (a->kind) != sutra_place_kind_is_area (b->kind) &&
         sutra_point_distance_m (&a->point, &b->point) < SAME_PLACE_M;
}

/* The seat of a region that is called after it, where only the region has this name in Bengali: the town of its Latin name. */
static void
add_seat (LookUp *self, const Found *area, GArray *found)
{
  SutraGazetteer *gazetteer = self->gazetteer;
  SutraPlace region, town;
  SutraFavour favour;
  g_autofree char *key = NULL;
  guint n, first;

  set_favour (self, area->reading, &favour);
  sutra_gazetteer_get_place (gazetteer, area->place, &region);
  key = sutra_place_key (region.name_latin);
  first = sutra_gazetteer_search_key (gazetteer, key, &n);
  for (guint i = first; i < first + n; i++)
    {
      Found seat = { sutra_gazetteer_file_place_of (gazetteer, gazetteer->names[i]), sutra_gazetteer_file_name (gazetteer, i), 0,
                     area->reading };

      sutra_gazetteer_get_place (gazetteer, seat.place, &town);
      if (town.kind < SUTRA_PLACE_CAPITAL || town.kind > SUTRA_PLACE_TOWN || !are_same (&region, &town))
        continue;
      seat.weight = weigh (&favour, &gazetteer->places[seat.place], area->reading);
      offer (found, &seat);
    }
}

static void
add_seats (LookUp *self, GArray *found)
{
  guint n = found->len;

  for (guint i = 0; i < n; i++)
    {
      const Found area = g_array_index (found, Found, i);
      guint kind = self->gazetteer->places[area.place].kind;

      if ((kind == SUTRA_PLACE_REGION || kind == SUTRA_PLACE_DISTRICT) && sutra_gazetteer_file_is_bengali (area.matched))
        add_seat (self, &area, found);
    }
}

static int
compare_found (gconstpointer a, gconstpointer b)
{
  const Found *x = a, *y = b;

  return x->weight != y->weight ? (x->weight > y->weight ? -1 : 1) : x->place < y->place ? -1 : x->place > y->place;
}

static gboolean
is_sure (LookUp *self, GArray *found)
{
  const Found *first = &g_array_index (found, Found, 0);
  SutraPlace best, other;

  sutra_gazetteer_get_place (self->gazetteer, first->place, &best);
  for (guint i = 1; i < found->len; i++)
    {
      const Found *next = &g_array_index (found, Found, i);

      if (first->weight - next->weight >= SURE)
        return TRUE;
      sutra_gazetteer_get_place (self->gazetteer, next->place, &other);
      if (!are_same (&best, &other))
        return FALSE;
    }
  return TRUE;
}

/* Puts what was found into the candidates, the best ones; returns whether there was anything. */
static gboolean
take_found (LookUp *self, GArray *found, SutraStage stage)
{
  g_array_sort (found, compare_found);
  for (guint i = 0; i < MIN (found->len, self->limit); i++)
    {
      const Found *from = &g_array_index (found, Found, i);
      SutraCandidate *candidate = g_new0 (SutraCandidate, 1);

      sutra_gazetteer_get_place (self->gazetteer, from->place, &candidate->place);
      candidate->stage = stage;
      candidate->score = CLAMP (0.6 + from->weight / 40 - (stage == SUTRA_STAGE_STEM ? 0.05 : 0), 0.5, 1);
      candidate->matched = g_strdup (from->matched);
      candidate->stem_end = from->reading->end;
      candidate->sure = i == 0 && (stage == SUTRA_STAGE_EXACT || from->reading->likely) && is_sure (self, found);
      g_ptr_array_add (self->candidates, candidate);
    }
  return found->len > 0;
}

static gboolean
look_up_equal (LookUp *self, GArray *readings, SutraStage stage)
{
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (Found));

  if ((self->stages & 1u << stage) == 0)
    return FALSE;
  for (guint i = 0; i < readings->len; i++)
    find_equal (self, &g_array_index (readings, SutraPlaceReading, i), found);
  add_seats (self, found);
  return take_found (self, found, stage);
}

/* Similar names */

/* The name of @place that is nearest to @key. */
static const char *
find_nearest_name (SutraGazetteer *self, guint place, const char *key, gboolean bengali)
{
  const char *name = sutra_gazetteer_file_first_name (self, place), *nearest = name;
  guint least = G_MAXUINT;

  for (guint n = sutra_gazetteer_file_n_names (self, place); n > 0; n--)
    {
      g_autofree char *own = sutra_phonemic_key (name);
      guint distance = own[0] != '\0' ? sutra_phonemic_distance (key, own) : G_MAXUINT;

      if (distance < least && (bengali || !sutra_gazetteer_file_is_bengali (name)))
        {
          least = distance;
          nearest = name;
        }
      name = sutra_gazetteer_file_next (self, name);
    }
  return nearest;
}

static void
take_hit (LookUp *self, const SutraSoundHit *hit, const SutraPlaceReading *reading, const char *key)
{
  gboolean bengali = (self->stages & 1u << SUTRA_STAGE_EXACT) != 0;
  SutraCandidate *candidate = g_new0 (SutraCandidate, 1);

  sutra_gazetteer_get_place (self->gazetteer, hit->place, &candidate->place);
  candidate->stage = SUTRA_STAGE_ROMANISED;
  candidate->score = CLAMP (0.4 - 0.6 * hit->score, 0, 0.79);
  candidate->matched = g_strdup (find_nearest_name (self->gazetteer, hit->place, key, bengali));
  candidate->stem_end = reading->end;
  g_ptr_array_add (self->candidates, candidate);
}

typedef struct
{
  SutraSoundQuery queries[SUTRA_SOUND_QUERIES];
  const SutraPlaceReading *readings[SUTRA_SOUND_QUERIES];
  guint n;
} Sounds;

static void
add_sounds (LookUp *self, Sounds *sounds, GArray *readings, guint most)
{
  for (guint i = 0; i < readings->len && most > 0 && sounds->n < SUTRA_SOUND_QUERIES; i++)
    {
      const SutraPlaceReading *reading = &g_array_index (readings, SutraPlaceReading, i);
      SutraSoundQuery *query = &sounds->queries[sounds->n];
      gboolean is_stem = reading->doubt > 0;

      if (is_stem && (!reading->likely || 1 - reading->doubt < LEAST_SOUND_STEM))
        continue;
      query->penalty = (is_stem ? STEM_PENALTY : 0) + (reading->shortened ? SHORTENED_PENALTY : 0);
      query->indic = sutra_gazetteer_file_is_bengali (reading->name);
      query->key = sutra_phonemic_key (reading->name);
      set_favour (self, reading, &query->favour);
      sounds->readings[sounds->n++] = reading;
      most--;
    }
}

static void
look_up_similar (LookUp *self, GArray *readings, GArray *stems)
{
  g_autofree Sounds *sounds = g_new0 (Sounds, 1);
  SutraSoundSearch search = { .gazetteer = self->gazetteer, .most = self->limit };

  add_sounds (self, sounds, readings, SUTRA_SOUND_QUERIES - MOST_SOUND_STEMS);
  add_sounds (self, sounds, stems, MOST_SOUND_STEMS);
  search.bengali = (self->stages & 1u << SUTRA_STAGE_EXACT) != 0;
  search.hits = g_array_new (FALSE, FALSE, sizeof (SutraSoundHit));
  sutra_sound_search_run (&search, sounds->queries, sounds->n);
  for (guint i = 0; i < search.hits->len; i++)
    {
      const SutraSoundHit *hit = &g_array_index (search.hits, SutraSoundHit, i);

      take_hit (self, hit, sounds->readings[hit->source], sounds->queries[hit->source].key);
    }
  for (guint i = 0; i < sounds->n; i++)
    g_free ((char *) sounds->queries[i].key);
  g_array_unref (search.hits);
}

/* Coordinates */

/* TRUE if @text is some. */
static gboolean
look_up_coordinates (LookUp *self, const char *text)
{
  SutraCandidate *candidate;
  SutraPoint point;

  if ((self->stages & 1u << SUTRA_STAGE_COORDINATES) == 0 || !sutra_coordinate_parse (text, &point, NULL, NULL))
    return FALSE;
  candidate = g_new0 (SutraCandidate, 1);
  candidate->place = (SutraPlace){ .id = "", .name_latin = "", .country = "", .kind = SUTRA_PLACE_FEATURE, .point = point };
  candidate->stage = SUTRA_STAGE_COORDINATES;
  candidate->score = 1;
  candidate->matched = sutra_coordinate_format (&point, NAN, SUTRA_COORDINATE_DECIMAL);
  candidate->stem_end = (guint) g_utf8_strlen (text, -1);
  g_ptr_array_add (self->candidates, candidate);
  return TRUE;
}

/* All */

GPtrArray *
sutra_gazetteer_look_up (SutraGazetteer *self, const char *text, const SutraPlaceQuery *query)
{
  static const SutraPlaceQuery no_query = { 0 };
  LookUp look_up = { .gazetteer = self };
  g_autoptr (GArray) readings = NULL, stems = NULL;

  g_return_val_if_fail (self != NULL && text != NULL, NULL);

  look_up.query = query != NULL ? query : &no_query;
  look_up.stages = look_up.query->stages != 0 ? look_up.query->stages : ~(1u << SUTRA_STAGE_COORDINATES);
  look_up.limit = look_up.query->limit != 0 ? MIN (look_up.query->limit, MOST_LIMIT) : USUAL_LIMIT;
  look_up.candidates = g_ptr_array_new_with_free_func ((GDestroyNotify) sutra_candidate_free);
  if (strlen (text) > MOST_CODE_POINTS * 4 || !g_utf8_validate (text, -1, NULL) || g_utf8_strlen (text, -1) > MOST_CODE_POINTS)
    return look_up.candidates;
  if (look_up_coordinates (&look_up, text))
    return look_up.candidates;
  readings = sutra_place_readings (text);
  if (look_up_equal (&look_up, readings, SUTRA_STAGE_EXACT))
    return look_up.candidates;
  stems = sutra_place_stem_readings (text);
  if (look_up_equal (&look_up, stems, SUTRA_STAGE_STEM))
    return look_up.candidates;
  if ((look_up.stages & 1u << SUTRA_STAGE_ROMANISED) != 0)
    look_up_similar (&look_up, readings, stems);
  return look_up.candidates;
}

/* Why */

/* 1,030,000 */
static void
append_number (GString *string, gint64 number)
{
  if (number >= 1000)
    {
      append_number (string, number / 1000);
      g_string_append_printf (string, ",%03d", (int) (number % 1000));
    }
  else
    g_string_append_printf (string, "%d", (int) number);
}

char *
sutra_candidate_dup_why (const SutraCandidate *self)
{
  g_autoptr (GString) why = g_string_new (NULL);

  g_return_val_if_fail (self != NULL, NULL);

  switch (self->stage)
    {
    case SUTRA_STAGE_EXACT:
      g_string_printf (why, "“%s” is a name of ", self->matched);
      break;
    case SUTRA_STAGE_STEM:
      g_string_printf (why, "“%s”, without the ending, is a name of ", self->matched);
      break;
    case SUTRA_STAGE_ROMANISED:
      g_string_printf (why, "It sounds like “%s”, a name of ", self->matched);
      break;
    case SUTRA_STAGE_COORDINATES:
    default:
      return g_strdup_printf ("%s are coordinates.", self->matched);
    }
  g_string_append_printf (why, "%s (%s", self->place.name_latin, sutra_place_kind_to_string (self->place.kind));
  if (self->place.region != NULL && self->place.kind > SUTRA_PLACE_REGION)
    g_string_append_printf (why, ", %s", self->place.region);
  if (self->place.country[0] != '\0')
    g_string_append_printf (why, ", %s", self->place.country);
  if (self->place.population > 0)
    {
      g_string_append (why, ", ");
      append_number (why, self->place.population);
      g_string_append (why, " people");
    }
  g_string_append (why, ").");
  return g_string_free (g_steal_pointer (&why), FALSE);
}
