/* quality-places.c: how often a place is found by its Bengali name
 *
 * data/place-names.tsv, of which one half was used for tuning. By sound: Latin names only, none of the Bengali ones that the list of places has. Found is a place of the same id, or one of the same
 * country within 15 km of it. Misses are told as messages.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "quality.h"
#include "sutra-gazetteer.h"

#include <string.h>

#define SAME_M 15000.0
#define N_COLUMNS 7
/* Of the list itself one place in so many. */
#define LIST_STEP 5

typedef struct
{
  char **columns;
  const char *half, *name, *id, *country, *latin;
  SutraPoint point;
} Row;

static void
clear_row (gpointer row)
{
  g_strfreev (((Row *) row)->columns);
}

static GArray *
read_rows (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "quality", "data", "place-names.tsv", NULL), *text = NULL;
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (Row));
  g_auto (GStrv) lines = NULL;

  g_array_set_clear_func (rows, clear_row);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      Row row;

      if (lines[i][0] == '#' || lines[i][0] == '\0')
        continue;
      row.columns = g_strsplit (lines[i], "\t", -1);
      g_assert_cmpuint (g_strv_length (row.columns), ==, N_COLUMNS);
      row.half = row.columns[0];
      row.name = row.columns[1];
      row.id = row.columns[2];
      row.country = row.columns[3];
      row.point.latitude = g_ascii_strtod (row.columns[4], NULL);
      row.point.longitude = g_ascii_strtod (row.columns[5], NULL);
      row.latin = row.columns[6];
      g_array_append_val (rows, row);
    }
  g_assert_cmpuint (rows->len, >=, 300);
  return rows;
}

static gboolean
is_meant (const Row *row, const SutraPlace *place)
{
  return strcmp (row->id, place->id) == 0 ||
         (strcmp (row->country, place->country) == 0 && sutra_point_distance_m (&row->point, &place->point) <= SAME_M);
}

/* 0 for the first; as many as there are if it is not among them. */
static guint
find_rank (const Row *row, GPtrArray *found)
{
  guint i;

  for (i = 0; i < found->len && !is_meant (row, &((SutraCandidate *) found->pdata[i])->place); i++)
    ;
  return i;
}

static void
tell_miss (const char *what, const Row *row, GPtrArray *found)
{
  g_autoptr (GString) said = g_string_new (NULL);

  for (guint i = 0; i < MIN (found->len, 3); i++)
    {
      const SutraCandidate *candidate = found->pdata[i];

      g_string_append_printf (said, "; %s %s (%s) as %s %.3f", candidate->place.country, candidate->place.name_latin, candidate->place.id,
                              candidate->matched, candidate->score);
    }
  g_test_message ("miss | %s | %s | %s | %s, %s%s", what, row->half, row->name, row->latin, row->country, said->str);
}

typedef struct
{
  guint n;
  guint first;
  guint in_five;
} Count;

static Count
count (SutraGazetteer *gazetteer, GArray *rows, const char *half, guint stages, gboolean country_known, const char *what)
{
  Count count = { 0 };

  for (guint i = 0; i < rows->len; i++)
    {
      const Row *row = &g_array_index (rows, Row, i);
      const SutraPlaceQuery query = { .stages = stages, .country = country_known ? row->country : NULL };
      g_autoptr (GPtrArray) found = NULL;
      guint rank;

      if (strcmp (row->half, half) != 0)
        continue;
      found = sutra_gazetteer_look_up (gazetteer, row->name, &query);
      rank = find_rank (row, found);
      count.n++;
      count.first += rank == 0 && found->len > 0;
      count.in_five += rank < MIN (5, found->len);
      if (rank > 0 || found->len == 0)
        tell_miss (what, row, found);
    }
  return count;
}

static void
measure (SutraGazetteer *gazetteer, GArray *rows, const char *what, guint stages, gboolean country_known, double first, double in_five)
{
  static const char *const halves[] = { "held", "tune" };

  for (guint i = 0; i < G_N_ELEMENTS (halves); i++)
    {
      Count found = count (gazetteer, rows, halves[i], stages, country_known, what);
      g_autofree char *note = g_strdup_printf ("%u names, %s", found.n, i == 0 ? "held out" : "tuned on");
      g_autofree char *at_one = g_strdup_printf ("%s, first", what), *at_five = g_strdup_printf ("%s, in the first five", what);

      quality_row (at_one, (double) found.first / found.n, first, TRUE, note);
      quality_row (at_five, (double) found.in_five / found.n, in_five, TRUE, note);
    }
}

/* The Bengali names of the list itself, from many hands and of towns that no newspaper names, by the Latin ones. */
static void
measure_list (SutraGazetteer *gazetteer, gboolean country_known, double first, double in_five)
{
  const char *what = country_known ? "all names of the list by sound, country known" : "all names of the list by sound";
  g_autofree char *at_one = g_strdup_printf ("%s, first", what), *at_five = g_strdup_printf ("%s, in the first five", what), *note = NULL;
  guint n = 0, n_first = 0, n_in_five = 0;

  for (guint i = 0; i < sutra_gazetteer_get_size (gazetteer); i++)
    {
      Row row = { 0 };
      SutraPlace place;
      g_autoptr (GPtrArray) found = NULL;
      SutraPlaceQuery query = { .stages = 1 << SUTRA_STAGE_ROMANISED, .limit = 5 };
      guint rank;

      sutra_gazetteer_get_place (gazetteer, i, &place);
      if (place.name == NULL || place.kind < SUTRA_PLACE_CAPITAL || place.kind > SUTRA_PLACE_TOWN || i % LIST_STEP != 0)
        continue;
      row.id = place.id;
      row.country = place.country;
      row.point = place.point;
      query.country = country_known ? place.country : NULL;
      found = sutra_gazetteer_look_up (gazetteer, place.name, &query);
      rank = find_rank (&row, found);
      n++;
      n_first += rank == 0 && found->len > 0;
      n_in_five += rank < found->len;
    }
  note = g_strdup_printf ("%u towns and cities", n);
  quality_row (at_one, (double) n_first / n, first, TRUE, note);
  quality_row (at_five, (double) n_in_five / n, in_five, TRUE, note);
}

static void
test_list (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SutraGazetteer) gazetteer = sutra_gazetteer_load (NULL, &error);

  g_assert_no_error (error);
  measure_list (gazetteer, FALSE, 0.72, 0.88);
  measure_list (gazetteer, TRUE, 0.86, 0.95);
}

static void
test_places (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SutraGazetteer) gazetteer = sutra_gazetteer_load (NULL, &error);
  g_autoptr (GArray) rows = read_rows ();

  g_assert_no_error (error);
  measure (gazetteer, rows, "places by sound", 1 << SUTRA_STAGE_ROMANISED, FALSE, 0.85, 0.95);
  measure (gazetteer, rows, "places by sound, country known", 1 << SUTRA_STAGE_ROMANISED, TRUE, 0.92, 0.97);
  measure (gazetteer, rows, "places by name", 0, FALSE, 0.9, 0.95);
  measure (gazetteer, rows, "places by name, country known", 0, TRUE, 0.95, 0.97);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/quality/places", test_places);
  g_test_add_func ("/quality/places/list", test_list);
  return g_test_run ();
}
