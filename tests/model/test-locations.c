/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model-fixture.h"
#include "sutra-check.h"
#include "sutra-location.h"

#include <math.h>

static SutraLocation
at (SutraLocationRole role, double latitude, double longitude, const char *place)
{
  return (SutraLocation){
    .role = role,
    .point = { latitude, longitude },
    .radius_m = NAN,
    .place = (char *) place,
    .source = place != NULL ? SUTRA_LOCATION_FROM_GAZETTEER : SUTRA_LOCATION_FROM_MAP,
  };
}

#define CHOSEN(latitude, longitude, place) at (SUTRA_LOCATION_CHOSEN, latitude, longitude, place)
#define CANDIDATE(latitude, longitude, place) at (SUTRA_LOCATION_CANDIDATE, latitude, longitude, place)
#define REJECTED(latitude, longitude, place) at (SUTRA_LOCATION_REJECTED, latitude, longitude, place)

static gboolean
set (ModelFixture *f, const SutraId *entity, SutraLocation location)
{
  return sutra_case_set_location (f->the_case, entity, &location, &f->error);
}

/* "chosen 51.17,71.43 r500 gn:1 AF PK gazetteer; candidate …" */
static char *
tell (SutraCase *the_case, const SutraId *entity)
{
  static const char *const roles[] = { "chosen", "candidate", "rejected" };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) locations = sutra_case_list_locations (the_case, entity, &error);
  GString *text = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < locations->len; i++)
    {
      const SutraLocation *l = g_ptr_array_index (locations, i);

      g_string_append_printf (text, "%s%s %g,%g", i > 0 ? "; " : "", roles[l->role], l->point.latitude, l->point.longitude);
      if (!isnan (l->radius_m))
        g_string_append_printf (text, " r%g", l->radius_m);
      g_string_append_printf (text, "%s%s%s%s %s", l->place != NULL ? " " : "", l->place != NULL ? l->place : "",
                              l->area != NULL ? " " : "", l->area != NULL ? l->area : "", sutra_location_source_to_string (l->source));
    }
  return g_string_free (text, FALSE);
}

static void
assert_locations (ModelFixture *f, const SutraId *entity, const char *expected)
{
  g_autofree char *text = tell (f->the_case, entity);
  g_autoptr (SutraEntity) live = sutra_case_get_entity (f->the_case, entity, NULL);
  g_autoptr (GPtrArray) locations = sutra_case_list_locations (f->the_case, entity, NULL);
  const SutraLocation *first = locations->len > 0 ? g_ptr_array_index (locations, 0) : NULL;

  g_assert_cmpstr (text, ==, expected);
  /* The entity's own fields are the chosen one's. */
  if (first != NULL && first->role == SUTRA_LOCATION_CHOSEN)
    {
      g_assert_cmpfloat (sutra_entity_get_latitude (live), ==, first->point.latitude);
      g_assert_cmpfloat (sutra_entity_get_longitude (live), ==, first->point.longitude);
      g_assert_true (isnan (first->radius_m) ? isnan (sutra_entity_get_radius_m (live))
                                             : sutra_entity_get_radius_m (live) == first->radius_m);
    }
  else
    g_assert_true (isnan (sutra_entity_get_latitude (live)) && isnan (sutra_entity_get_longitude (live)));
}

static void
assert_whole (ModelFixture *f)
{
  g_autoptr (GPtrArray) findings = sutra_check_run (sutra_case_get_store (f->the_case), NULL, NULL);

  for (guint i = 0; i < findings->len; i++)
    g_error ("%s: %s", ((SutraFinding *) findings->pdata[i])->where, ((SutraFinding *) findings->pdata[i])->what);
}

static void
count_cb (gpointer object, guint *n)
{
  (*n)++;
}

static void
notify_cb (GObject *object, GParamSpec *pspec, guint *n)
{
  (*n)++;
}

static void
test_choose (ModelFixture *f, gconstpointer data)
{
  SutraId id = model_add_entity (f->the_case, &f->place, "আস্তানা 🛰");
  g_autoptr (SutraEntity) live = sutra_case_get_entity (f->the_case, &id, NULL);
  SutraLocation place = CHOSEN (51.1801, 71.446, "gn:1526273");
  gint64 history;
  guint n = 0, n_latitude = 0;

  g_signal_connect (live, "locations-changed", G_CALLBACK (count_cb), &n);
  g_signal_connect (live, "notify::latitude", G_CALLBACK (notify_cb), &n_latitude);
  assert_locations (f, &id, "");
  place.radius_m = 5000;
  model_assert_edit (f, set (f, &id, place));
  assert_locations (f, &id, "chosen 51.1801,71.446 r5000 gn:1526273 gazetteer");
  g_assert_cmpuint (n, >, 0);
  g_assert_cmpuint (n_latitude, ==, 3); /* and once for the undo and once for the redo */

  /* The same again is no edit. */
  history = model_history_count (f->the_case);
  n = 0;
  g_assert_true (set (f, &id, place));
  g_assert_cmpint (model_history_count (f->the_case), ==, history);
  g_assert_cmpuint (n, ==, 0);

  /* Another one: the first is forgotten, with its radius, place and area. */
  model_assert_edit (f, set (f, &id, CHOSEN (-89.5, 180, NULL)));
  assert_locations (f, &id, "chosen -89.5,180 map");
  place.area = (char *) "KZ";
  place.place = (char *) "iso:KZ";
  model_assert_edit (f, set (f, &id, place));
  assert_locations (f, &id, "chosen 51.1801,71.446 r5000 iso:KZ KZ gazetteer");

  model_assert_edit (f, sutra_case_clear_location (f->the_case, &id, &f->error));
  assert_locations (f, &id, "");
  history = model_history_count (f->the_case);
  g_assert_true (sutra_case_clear_location (f->the_case, &id, &f->error));
  g_assert_cmpint (model_history_count (f->the_case), ==, history);

  g_assert_true (sutra_case_undo (f->the_case, NULL, NULL));
  model_fixture_reopen (f);
  assert_locations (f, &id, "chosen 51.1801,71.446 r5000 iso:KZ KZ gazetteer");
  g_assert_true (sutra_case_undo (f->the_case, NULL, NULL));
  assert_locations (f, &id, "chosen -89.5,180 map");
  assert_whole (f);
}

static void
test_candidates (ModelFixture *f, gconstpointer data)
{
  SutraId id = model_add_entity (f->the_case, &f->place, "ওটার");
  g_autoptr (SutraEntity) live = sutra_case_get_entity (f->the_case, &id, NULL);
  guint n = 0;

  model_assert_edit (f, set (f, &id, CANDIDATE (42.85, 68.3, "gn:1")));
  model_assert_edit (f, set (f, &id, CANDIDATE (43.5, 75.2, "gn:2")));
  model_assert_edit (f, set (f, &id, REJECTED (1, 2, "gn:3")));
  model_assert_edit (f, set (f, &id, CANDIDATE (7, 8, NULL)));
  assert_locations (
      f, &id, "candidate 42.85,68.3 gn:1 gazetteer; candidate 43.5,75.2 gn:2 gazetteer; candidate 7,8 map; rejected 1,2 gn:3 gazetteer");

  /* Once for each place: by id even if the data has moved it, by the point without an id. */
  model_assert_edit (f, set (f, &id, CANDIDATE (42.9, 68.3, "gn:1")));
  g_assert_true (set (f, &id, CANDIDATE (7, 8, NULL)));
  assert_locations (
      f, &id, "candidate 42.9,68.3 gn:1 gazetteer; candidate 43.5,75.2 gn:2 gazetteer; candidate 7,8 map; rejected 1,2 gn:3 gazetteer");

  /* From one to the other; the newest one is last. */
  g_signal_connect (live, "locations-changed", G_CALLBACK (count_cb), &n);
  model_assert_edit (f, set (f, &id, REJECTED (42.9, 68.3, "gn:1")));
  model_assert_edit (f, set (f, &id, CANDIDATE (1, 2, "gn:3")));
  assert_locations (
      f, &id, "candidate 43.5,75.2 gn:2 gazetteer; candidate 7,8 map; candidate 1,2 gn:3 gazetteer; rejected 42.9,68.3 gn:1 gazetteer");
  g_assert_cmpuint (n, >, 0);

  /* Choosing takes the row of the same place with it, and no other. */
  model_assert_edit (f, set (f, &id, CHOSEN (43.5, 75.2, "gn:2")));
  model_assert_edit (f, set (f, &id, CHOSEN (42.9, 68.3, "gn:1")));
  assert_locations (f, &id, "chosen 42.9,68.3 gn:1 gazetteer; candidate 7,8 map; candidate 1,2 gn:3 gazetteer");

  /* What is chosen is chosen no longer when it is turned down or only kept. */
  model_assert_edit (f, set (f, &id, REJECTED (42.9, 68.3, "gn:1")));
  assert_locations (f, &id, "candidate 7,8 map; candidate 1,2 gn:3 gazetteer; rejected 42.9,68.3 gn:1 gazetteer");
  model_assert_edit (f, set (f, &id, CHOSEN (7, 8, NULL)));
  model_assert_edit (f, set (f, &id, CANDIDATE (7, 8, NULL)));
  assert_locations (f, &id, "candidate 1,2 gn:3 gazetteer; candidate 7,8 map; rejected 42.9,68.3 gn:1 gazetteer");

  /* Clearing leaves them. */
  model_assert_edit (f, set (f, &id, CHOSEN (5, 5, NULL)));
  model_assert_edit (f, sutra_case_clear_location (f->the_case, &id, &f->error));
  assert_locations (f, &id, "candidate 1,2 gn:3 gazetteer; candidate 7,8 map; rejected 42.9,68.3 gn:1 gazetteer");
  assert_whole (f);
}

static void
test_forget (ModelFixture *f, gconstpointer data)
{
  SutraId id = model_add_entity (f->the_case, &f->place, "ঢাকা");
  g_autoptr (GPtrArray) locations = NULL;
  SutraId chosen, candidate;

  set (f, &id, CHOSEN (23.7, 90.4, "gn:1"));
  set (f, &id, CANDIDATE (1, 1, "gn:2"));
  locations = sutra_case_list_locations (f->the_case, &id, NULL);
  chosen = ((SutraLocation *) locations->pdata[0])->id;
  candidate = ((SutraLocation *) locations->pdata[1])->id;
  model_assert_edit (f, sutra_case_forget_location (f->the_case, &candidate, &f->error));
  assert_locations (f, &id, "chosen 23.7,90.4 gn:1 gazetteer");
  model_assert_edit (f, sutra_case_forget_location (f->the_case, &chosen, &f->error));
  assert_locations (f, &id, "");
  model_assert_refused (f, sutra_case_forget_location (f->the_case, &chosen, &f->error), SUTRA_ERROR_NOT_FOUND);
  model_assert_refused (f, sutra_case_forget_location (f->the_case, &id, &f->error), SUTRA_ERROR_NOT_FOUND);
}

static void
test_refused (ModelFixture *f, gconstpointer data)
{
  SutraId id = model_add_entity (f->the_case, &f->place, "ঢাকা");
  SutraId gone = sutra_id_new ();
  static const double bad[][2] = { { 90.001, 0 }, { -91, 0 }, { 0, 180.001 }, { 0, -181 }, { NAN, 0 }, { 0, NAN }, { INFINITY, 0 } };
  static const char *const areas[] = { "", "K", "KZ ", " KZ", "KZ  UZ", "kz", "KAZ", "KZ,UZ", "ক্ষ" };
  g_autofree char *long_place = g_strnfill (201, 'x');
  SutraLocation location = CHOSEN (1, 2, NULL);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    model_assert_refused (f, set (f, &id, CHOSEN (bad[i][0], bad[i][1], NULL)), SUTRA_ERROR_INVALID);
  for (guint i = 0; i < G_N_ELEMENTS (areas); i++)
    {
      location.area = (char *) areas[i];
      model_assert_refused (f, set (f, &id, location), SUTRA_ERROR_INVALID);
    }
  location.area = NULL;
  location.radius_m = -1;
  model_assert_refused (f, set (f, &id, location), SUTRA_ERROR_INVALID);
  location.radius_m = INFINITY;
  model_assert_refused (f, set (f, &id, location), SUTRA_ERROR_INVALID);
  location.radius_m = NAN;
  location.place = long_place;
  model_assert_refused (f, set (f, &id, location), SUTRA_ERROR_INVALID);
  location.place = (char *) "\xff";
  model_assert_refused (f, set (f, &id, location), SUTRA_ERROR_INVALID);
  location.place = NULL;
  location.role = (SutraLocationRole) 3;
  model_assert_refused (f, set (f, &id, location), SUTRA_ERROR_INVALID);
  model_assert_refused (f, set (f, &gone, CHOSEN (1, 2, NULL)), SUTRA_ERROR_NOT_FOUND);
  model_assert_refused (f, sutra_case_clear_location (f->the_case, &gone, &f->error), SUTRA_ERROR_NOT_FOUND);
  g_assert_null (sutra_case_list_locations (f->the_case, &gone, &error));
  g_assert_error (error, SUTRA_ERROR, SUTRA_ERROR_NOT_FOUND);
  g_clear_error (&error);

  /* A hint where it can be known. */
  location = CHOSEN (91.5, 23.7, NULL);
  g_assert_false (sutra_case_set_location (f->the_case, &id, &location, &error));
  g_assert_nonnull (strstr (error->message, "swapped"));
  g_clear_error (&error);
  location = CHOSEN (191.5, 23.7, NULL);
  g_assert_false (sutra_case_set_location (f->the_case, &id, &location, &error));
  g_assert_null (strstr (error->message, "swapped"));

  for (int i = 0; i < 4; i++)
    g_assert_cmpint (sutra_location_source_from_string (sutra_location_source_to_string ((SutraLocationSource) i)), ==, i);
  g_assert_cmpint (sutra_location_source_from_string ("guess"), ==, -1);
  g_assert_cmpint (sutra_location_source_from_string (NULL), ==, -1);
}

/* All or none. */
static void
test_several (ModelFixture *f, gconstpointer data)
{
  SutraId ids[3] = { model_add_entity (f->the_case, &f->place, "ক"), model_add_entity (f->the_case, &f->person, "খ"), sutra_id_new () };
  SutraLocation a = CHOSEN (1, 2, "gn:1"), b = CHOSEN (3, 4, NULL);
  const SutraLocation *const both[] = { &a, &b, &a };

  model_assert_edit (f, sutra_case_set_locations (f->the_case, ids, both, 2, &f->error));
  assert_locations (f, &ids[0], "chosen 1,2 gn:1 gazetteer");
  assert_locations (f, &ids[1], "chosen 3,4 map");
  a.point.latitude = 9;
  model_assert_refused (f, sutra_case_set_locations (f->the_case, ids, both, 3, &f->error), SUTRA_ERROR_NOT_FOUND);
  b.point.latitude = 99;
  model_assert_refused (f, sutra_case_set_locations (f->the_case, ids, both, 2, &f->error), SUTRA_ERROR_INVALID);
  g_assert_true (sutra_case_set_locations (f->the_case, NULL, NULL, 0, &f->error));
}

#define SET(f, id, ...) sutra_case_set (f->the_case, id, (const char *const[]){ __VA_ARGS__, NULL }, &f->error)

/* The fields and the row say the same, whichever was set. */
static void
test_fields (ModelFixture *f, gconstpointer data)
{
  SutraId id = model_add_entity (f->the_case, &f->place, "ঢাকা");
  SutraLocation country = CHOSEN (24, 90, "iso:BD");

  model_assert_edit (f, SET (f, &id, "latitude", "1", "longitude", "2"));
  assert_locations (f, &id, "chosen 1,2 typed");
  model_assert_edit (f, SET (f, &id, "radius_m", "7"));
  assert_locations (f, &id, "chosen 1,2 r7 typed");
  model_assert_edit (f, set (f, &id, CANDIDATE (1, 2, NULL)));
  assert_locations (f, &id, "candidate 1,2 map");

  country.area = (char *) "BD";
  model_assert_edit (f, set (f, &id, country));
  /* Something else: what is known stays. */
  model_assert_edit (f, SET (f, &id, "notes", "x"));
  model_assert_edit (f, SET (f, &id, "radius_m", "100"));
  assert_locations (f, &id, "chosen 24,90 r100 iso:BD BD gazetteer; candidate 1,2 map");
  /* Another point: what was known of the old one is not true of it. */
  model_assert_edit (f, SET (f, &id, "latitude", "25"));
  assert_locations (f, &id, "chosen 25,90 r100 typed; candidate 1,2 map");
  model_assert_edit (f, SET (f, &id, "latitude", "1", "longitude", "2"));
  assert_locations (f, &id, "chosen 1,2 r100 typed");
  model_assert_edit (f, SET (f, &id, "latitude", "", "longitude", ""));
  assert_locations (f, &id, "");
  assert_whole (f);
}

static void
test_delete (ModelFixture *f, gconstpointer data)
{
  SutraId a = model_add_entity (f->the_case, &f->place, "ক");
  SutraId b = model_add_entity (f->the_case, &f->person, "খ");

  set (f, &a, CHOSEN (1, 2, "gn:1"));
  set (f, &a, REJECTED (3, 4, "gn:2"));
  set (f, &b, CHOSEN (5, 6, NULL));
  model_assert_edit (f, sutra_case_delete (f->the_case, &a, 1, &f->error));
  g_assert_cmpint (sutra_store_get_int (sutra_case_get_store (f->the_case), -1, "SELECT count(*) FROM location", ""), ==, 1);
  g_assert_true (sutra_case_undo (f->the_case, NULL, NULL));
  assert_locations (f, &a, "chosen 1,2 gn:1 gazetteer; rejected 3,4 gn:2 gazetteer");
  model_assert_edit (f, sutra_case_delete_type (f->the_case, &f->place, NULL, &f->error));
  g_assert_cmpint (sutra_store_get_int (sutra_case_get_store (f->the_case), -1, "SELECT count(*) FROM location", ""), ==, 1);
  assert_whole (f);
}

static void
test_merge (ModelFixture *f, gconstpointer data)
{
  SutraId into = model_add_entity (f->the_case, &f->place, "ক");
  SutraId other = model_add_entity (f->the_case, &f->place, "খ");
  SutraId third = model_add_entity (f->the_case, &f->place, "গ");
  SutraId fields = model_add_entity (f->the_case, &f->place, "ঘ");
  g_autoptr (SutraEntity) live = sutra_case_get_entity (f->the_case, &into, NULL);
  SutraLocation country = CHOSEN (24, 90, "iso:BD");
  guint n = 0;

  country.area = (char *) "BD";
  country.radius_m = 3;
  set (f, &into, CANDIDATE (1, 1, "gn:1"));
  set (f, &into, REJECTED (2, 2, "gn:2"));
  set (f, &into, CANDIDATE (24, 90, "iso:BD"));
  set (f, &other, country);
  set (f, &other, REJECTED (1, 1, "gn:1"));
  set (f, &other, CANDIDATE (3, 3, NULL));
  set (f, &other, REJECTED (4, 4, "gn:4"));
  g_signal_connect (live, "locations-changed", G_CALLBACK (count_cb), &n);

  /* It has none: it takes the other's, whole. What it thinks of a place itself is what counts. */
  model_assert_edit (f, sutra_case_merge_entities (f->the_case, &into, &other, 1, &f->error));
  assert_locations (f, &into,
                    "chosen 24,90 r3 iso:BD BD gazetteer; candidate 1,1 gn:1 gazetteer; candidate 3,3 map; "
                    "rejected 2,2 gn:2 gazetteer; rejected 4,4 gn:4 gazetteer");
  g_assert_cmpuint (n, >, 0);
  n = 0;
  g_assert_true (sutra_case_undo (f->the_case, NULL, NULL));
  g_assert_cmpuint (n, >, 0);
  assert_locations (f, &other,
                    "chosen 24,90 r3 iso:BD BD gazetteer; candidate 3,3 map; rejected 1,1 gn:1 gazetteer; rejected 4,4 gn:4 gazetteer");
  g_assert_true (sutra_case_redo (f->the_case, NULL, NULL));

  /* It has one: the other's becomes a candidate, unless it is the same place. */
  set (f, &third, CHOSEN (24.1, 90.1, "iso:BD"));
  model_assert_edit (f, SET (f, &fields, "latitude", "8", "longitude", "9"));
  {
    const SutraId both[] = { third, fields };

    model_assert_edit (f, sutra_case_merge_entities (f->the_case, &into, both, 2, &f->error));
  }
  assert_locations (f, &into,
                    "chosen 24,90 r3 iso:BD BD gazetteer; candidate 1,1 gn:1 gazetteer; candidate 3,3 map; candidate 8,9 typed; "
                    "rejected 2,2 gn:2 gazetteer; rejected 4,4 gn:4 gazetteer");
  assert_whole (f);
}

/* Another program's edits reach live entities. */
static void
test_other_process (ModelFixture *f, gconstpointer data)
{
  SutraId id = model_add_entity (f->the_case, &f->place, "ক");
  g_autoptr (SutraEntity) live = sutra_case_get_entity (f->the_case, &id, NULL);
  g_autoptr (SutraCase) other = sutra_case_open (f->path, FALSE, NULL);
  SutraLocation location = CHOSEN (1, 2, "gn:1");
  guint n = 0;

  g_signal_connect (live, "locations-changed", G_CALLBACK (count_cb), &n);
  g_assert_true (sutra_case_set_location (other, &id, &location, NULL));
  g_assert_true (sutra_case_poll (f->the_case, NULL));
  g_assert_cmpuint (n, >, 0);
  g_assert_cmpfloat (sutra_entity_get_latitude (live), ==, 1);
  assert_locations (f, &id, "chosen 1,2 gn:1 gazetteer");
  /* Only what the row holds. */
  n = 0;
  location.area = (char *) "BD";
  g_assert_true (sutra_case_set_location (other, &id, &location, NULL));
  g_assert_true (sutra_case_poll (f->the_case, NULL));
  g_assert_cmpuint (n, ==, 1);
  g_assert_true (sutra_case_undo (f->the_case, NULL, NULL));
  g_assert_true (sutra_case_undo (f->the_case, NULL, NULL));
  g_assert_true (sutra_case_poll (other, NULL));
  assert_locations (f, &id, "");
}

static void
test_closed (ModelFixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  SutraId id = model_add_entity (f->the_case, &f->place, "ক");
  g_autoptr (SutraCase) reader = sutra_case_open (f->path, TRUE, NULL);

  g_assert_false (sutra_case_clear_location (reader, &id, &error));
  g_assert_error (error, SUTRA_ERROR, SUTRA_ERROR_READ_ONLY);
  g_clear_error (&error);
  sutra_case_close (reader);
  g_assert_null (sutra_case_list_locations (reader, &id, &error));
  g_assert_error (error, SUTRA_ERROR, SUTRA_ERROR_FAILED);
}

static void
test_place_types (ModelFixture *f, gconstpointer data)
{
  SutraTypeSpec spec = { .name = (char *) "Town", .color = (char *) "#123456", .badge = (char *) "ক্ষ", .parent = (char *) "facility" };
  const SutraId none = SUTRA_ID_NULL;
  SutraId town, hamlet;

  g_assert_true (sutra_case_is_place_type (f->the_case, &f->place));
  g_assert_false (sutra_case_is_place_type (f->the_case, &f->person));
  g_assert_false (sutra_case_is_place_type (f->the_case, &none));
  g_assert_true (sutra_case_add_type (f->the_case, &spec, &town, &f->error));
  g_assert_no_error (f->error);
  spec.parent = (char *) "town";
  spec.name = (char *) "Hamlet";
  g_assert_true (sutra_case_add_type (f->the_case, &spec, &hamlet, &f->error));
  g_assert_no_error (f->error);
  g_assert_true (sutra_case_is_place_type (f->the_case, &town));
  g_assert_true (sutra_case_is_place_type (f->the_case, &hamlet));
  g_assert_true (SET (f, &town, "parent", "person"));
  g_assert_false (sutra_case_is_place_type (f->the_case, &hamlet));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  model_test_add ("/model/locations/choose", test_choose);
  model_test_add ("/model/locations/candidates", test_candidates);
  model_test_add ("/model/locations/forget", test_forget);
  model_test_add ("/model/locations/refused", test_refused);
  model_test_add ("/model/locations/several", test_several);
  model_test_add ("/model/locations/fields", test_fields);
  model_test_add ("/model/locations/delete", test_delete);
  model_test_add ("/model/locations/merge", test_merge);
  model_test_add ("/model/locations/other-process", test_other_process);
  model_test_add ("/model/locations/closed", test_closed);
  model_test_add ("/model/locations/place-types", test_place_types);
  return g_test_run ();
}
