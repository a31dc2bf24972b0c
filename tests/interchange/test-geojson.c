/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-check.h"
#include "sutra-entity-import.h"
#include "sutra-error.h"
#include "sutra-format.h"
#include "sutra-geojson.h"
#include "sutra-json.h"
#include "sutra-location.h"

#include <glib/gstdio.h>
#include <math.h>
#include <string.h>

typedef struct
{
  char *folder;
  SutraCase *the_case;
  SutraId place;
  SutraId person;
  GError *error;
} Fixture;

static SutraCase *
make_case (Fixture *f, const char *name)
{
  g_autofree char *path = g_build_filename (f->folder, name, NULL);
  SutraCase *the_case = sutra_case_create (path, "নমুনা 🛰 \"এক\"", &f->error);

  g_assert_no_error (f->error);
  return the_case;
}

static SutraId
type_of (SutraCase *the_case, const char *slug)
{
  return *sutra_entity_type_get_id (sutra_tagset_get_by_slug (sutra_case_get_tagset (the_case), slug));
}

static void
set_up (Fixture *f, gconstpointer data)
{
  f->folder = g_dir_make_tmp ("sutra-geojson-XXXXXX", &f->error);
  g_assert_no_error (f->error);
  f->the_case = make_case (f, "case.sutra");
  f->place = type_of (f->the_case, "place");
  f->person = type_of (f->the_case, "person");
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  GDir *dir;
  const char *name;

  g_assert_finalize_object (f->the_case);
  dir = g_dir_open (f->folder, 0, NULL);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (f->folder, name, NULL);

      g_unlink (path);
    }
  g_dir_close (dir);
  g_rmdir (f->folder);
  g_free (f->folder);
}

static SutraId
add_entity (Fixture *f, const SutraId *type, const char *label)
{
  SutraId id;

  sutra_case_add_entity (f->the_case, type, label, &id, &f->error);
  g_assert_no_error (f->error);
  return id;
}

static void
locate (Fixture *f, const SutraId *entity, SutraLocationRole role, double latitude, double longitude)
{
  SutraLocation location = { .role = role, .point = { latitude, longitude }, .radius_m = NAN, .source = SUTRA_LOCATION_FROM_MAP };

  sutra_case_set_location (f->the_case, entity, &location, &f->error);
  g_assert_no_error (f->error);
}

/* What the case is as GeoJSON. */
static char *
write_out (SutraCase *the_case, const SutraId *article)
{
  SutraStore *store = sutra_case_get_store (the_case);
  g_autoptr (GError) error = NULL;
  g_autoptr (SutraSnapshot) snapshot = sutra_snapshot_new (store, article, FALSE, NULL, &error);
  g_autoptr (SutraOutput) output = NULL;
  g_autofree char *path = g_strconcat (sutra_store_get_path (store), ".out", NULL);
  SutraFormatContext context = { store, 0, NULL };
  char *text = NULL;

  g_assert_no_error (error);
  output = sutra_output_new_for_path (path, TRUE, &error);
  g_assert_no_error (error);
  g_assert_true (sutra_format_geojson.write (snapshot, &context, output, &error));
  g_assert_no_error (error);
  g_assert_true (sutra_output_commit (output, &error));
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_unlink (path);
  return text;
}

static JsonObject *
parse (const char *text, JsonNode **root)
{
  g_autoptr (GError) error = NULL;

  *root = sutra_json_parse (text, strlen (text), 32, &error);
  g_assert_no_error (error);
  return json_node_get_object (*root);
}

static JsonObject *
feature (JsonObject *collection, guint i)
{
  return json_array_get_object_element (json_object_get_array_member (collection, "features"), i);
}

static guint
n_features (JsonObject *collection)
{
  return json_array_get_length (json_object_get_array_member (collection, "features"));
}

#define IMPORT(f, report, text) read_in (f->the_case, report, text, strlen (text), &f->error)

static gboolean
read_in (SutraCase *the_case, SutraGeojsonReport *report, const char *text, gsize length, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, length);
  gint64 step = 0;
  gboolean done = sutra_geojson_import (sutra_case_get_store (the_case), bytes, "ক.geojson", &step, report, NULL, error);

  g_assert_true (sutra_case_poll (the_case, NULL));
  return done;
}

static gint64
count (Fixture *f, const char *sql)
{
  return sutra_store_get_int (sutra_case_get_store (f->the_case), -1, sql, "");
}

static const char *
message (SutraGeojsonReport *report, guint feature_number)
{
  for (guint i = 0; i < report->messages->len; i++)
    if (((SutraGeojsonMessage *) report->messages->pdata[i])->feature == feature_number)
      return ((SutraGeojsonMessage *) report->messages->pdata[i])->what;
  return "";
}

/* ---- Writing ---- */

static void
check_features (JsonObject *collection, const char *out, guint end)
{
  JsonObject *properties, *mention;

  g_assert_cmpuint (n_features (collection), ==, 4);
  properties = json_object_get_object_member (feature (collection, 0), "properties");
  g_assert_cmpstr (json_object_get_string_member (properties, "label"), ==, "আস্তানা \"🛰\"\\");
  g_assert_cmpstr (json_object_get_string_member (properties, "type"), ==, "place");
  g_assert_cmpstr (json_object_get_string_member (properties, "source"), ==, "map");
  g_assert_cmpint (json_object_get_int_member (properties, "mention_count"), ==, 1);
  mention = json_array_get_object_element (json_object_get_array_member (properties, "mentions"), 0);
  g_assert_cmpint (json_object_get_int_member (mention, "start"), ==, 2);
  g_assert_cmpint (json_object_get_int_member (mention, "end"), ==, end);
  g_assert_cmpstr (json_object_get_string_member (mention, "quote"), ==, "আস্তানায়");
  g_assert_cmpstr (json_object_get_string_member (mention, "title"), ==, "শিরোনাম <b>\"\\\"");
  properties = json_object_get_object_member (feature (collection, 1), "properties");
  g_assert_cmpstr (json_object_get_string_member (properties, "role"), ==, "candidate");
  g_assert_false (json_object_has_member (feature (collection, 1), "id"));
  /* A place that is nowhere is there; a person who is nowhere is not. */
  g_assert_nonnull (strstr (out, "\"geometry\": null, \"properties\": {\"label\": \"কোথাও না\""));
  g_assert_null (strstr (out, "কেউ না"));
}

static void
test_write (Fixture *f, gconstpointer data)
{
  static const char text[] = "📰 আস্তানায় ক্ষমতা।";
  g_autoptr (SutraText) words = sutra_text_new_from_string (text);
  g_autoptr (GBytes) original = g_bytes_new_static (text, strlen (text));
  SutraDraft draft = { .text = words,
                       .original = original,
                       .title = (char *) "শিরোনাম <b>\"\\\"",
                       .encoding = (char *) "UTF-8",
                       .media_type = (char *) "text/plain" };
  g_autoptr (SutraArticle) article = sutra_case_add_article (f->the_case, &draft, NULL, &f->error);
  SutraId astana = add_entity (f, &f->place, "আস্তানা \"🛰\"\\");
  SutraId person = add_entity (f, &f->person, "মন্ত্রী");
  SutraId nobody = add_entity (f, &f->person, "কেউ না");
  SutraId nowhere = add_entity (f, &f->place, "কোথাও না");
  const guint end = 2 + (guint) g_utf8_strlen ("আস্তানায়", -1);
  SutraMentionSpec spec = { .article = *sutra_article_get_id (article), .start = 2, .end = end, .type = f->place, .entity = astana };
  g_autofree char *out = NULL;
  g_autofree char *again = NULL;
  g_autofree char *of_article = NULL;
  g_autoptr (JsonNode) root = NULL;
  g_autoptr (JsonNode) article_root = NULL;
  JsonObject *collection;
  JsonArray *box;

  g_assert_true (sutra_case_add_mentions (f->the_case, &spec, 1, NULL, &f->error));
  g_assert_true (sutra_case_add_alias (f->the_case, &astana, "নুর-সুলতান", NULL, NULL, NULL));
  locate (f, &astana, SUTRA_LOCATION_CHOSEN, 51.17, 179.5);
  locate (f, &astana, SUTRA_LOCATION_CANDIDATE, -10.1, -178.25);
  locate (f, &astana, SUTRA_LOCATION_REJECTED, 1, 1);
  locate (f, &person, SUTRA_LOCATION_CHOSEN, 0.1, -179);

  out = write_out (f->the_case, NULL);
  again = write_out (f->the_case, NULL);
  g_assert_cmpstr (out, ==, again);
  collection = parse (out, &root);
  g_assert_cmpstr (json_object_get_string_member (collection, "type"), ==, "FeatureCollection");
  g_assert_cmpstr (json_object_get_string_member (collection, "name"), ==, "নমুনা 🛰 \"এক\"");
  g_assert_cmpstr (json_object_get_string_member (collection, "offset_unit"), ==, "code points");
  g_assert_false (json_object_has_member (collection, "crs"));
  /* Across the antimeridian the west is greater than the east. */
  box = json_object_get_array_member (collection, "bbox");
  g_assert_cmpfloat (json_array_get_double_element (box, 0), ==, 179.5);
  g_assert_cmpfloat (json_array_get_double_element (box, 1), ==, -10.1);
  g_assert_cmpfloat (json_array_get_double_element (box, 2), ==, -178.25);
  g_assert_cmpfloat (json_array_get_double_element (box, 3), ==, 51.17);
  /* Longitude first; numbers as short as they are. */
  g_assert_nonnull (strstr (out, "\"coordinates\": [179.5, 51.17]"));
  g_assert_nonnull (strstr (out, "\"coordinates\": [-178.25, -10.1]"));

  check_features (collection, out, end);

  of_article = write_out (f->the_case, sutra_article_get_id (article));
  collection = parse (of_article, &article_root);
  g_assert_cmpuint (n_features (collection), ==, 2);
  g_assert_false (sutra_id_equal (&nobody, &nowhere));
}

static void
test_write_empty (Fixture *f, gconstpointer data)
{
  g_autofree char *out = write_out (f->the_case, NULL);
  g_autoptr (JsonNode) root = NULL;
  JsonObject *collection = parse (out, &root);

  g_assert_cmpuint (n_features (collection), ==, 0);
  g_assert_false (json_object_has_member (collection, "bbox"));
}

/* ---- There and back ---- */

static void
test_round_trip (Fixture *f, gconstpointer data)
{
  g_autoptr (SutraCase) other = make_case (f, "other.sutra");
  g_autoptr (SutraGeojsonReport) report = sutra_geojson_report_new ();
  g_autoptr (SutraGeojsonReport) twice = sutra_geojson_report_new ();
  g_autofree char *out = NULL;
  g_autofree char *back = NULL;
  guint n_located = 0;

  for (guint i = 0; i < 200; i++)
    {
      /* The same name again and again. */
      g_autofree char *label = g_strdup_printf ("ক্ষেত্র 🛰 %u", i % 60);
      SutraId id = add_entity (f, i % 3 == 0 ? &f->person : &f->place, label);

      if (i % 5 == 0)
        continue;
      locate (f, &id, SUTRA_LOCATION_CHOSEN, g_test_rand_double_range (-90, 90), g_test_rand_double_range (-180, 180));
      n_located++;
      if (i % 4 == 0)
        locate (f, &id, SUTRA_LOCATION_CANDIDATE, g_test_rand_double_range (-90, 90), g_test_rand_double_range (-180, 180));
      if (i % 7 == 0)
        g_assert_true (sutra_case_set (
            f->the_case, &id,
            (const char *const[]){ "radius_m", "12.5", "notes", "টীকা\n\"২\"", "value", "v", "date", "2024-04-08/..", NULL }, NULL));
    }
  /* Sources become "import", nothing else changes. */
  out = write_out (f->the_case, NULL);
  g_assert_true (read_in (other, report, out, strlen (out), &f->error));
  g_assert_no_error (f->error);
  for (guint i = 0; i < report->messages->len; i++)
    g_error ("feature %u: %s", ((SutraGeojsonMessage *) report->messages->pdata[i])->feature,
             ((SutraGeojsonMessage *) report->messages->pdata[i])->what);
  g_assert_cmpint (sutra_store_get_int (sutra_case_get_store (other), -1, "SELECT count(*) FROM entity WHERE latitude IS NOT NULL", ""), ==,
                   n_located);
  back = write_out (other, NULL);
  {
    g_auto (GStrv) parts = g_strsplit (out, "\"source\": \"map\"", -1);
    g_auto (GStrv) typed = NULL;
    g_autofree char *expected = g_strjoinv ("\"source\": \"import\"", parts);

    typed = g_strsplit (expected, "\"source\": \"typed\"", -1);
    g_free (expected);
    expected = g_strjoinv ("\"source\": \"import\"", typed);
    g_assert_cmpstr (back, ==, expected);
  }

  /* The same again changes nothing. */
  g_assert_true (read_in (other, twice, out, strlen (out), &f->error));
  g_assert_cmpuint (twice->n_added + twice->n_located + twice->n_kept + twice->n_refused, ==, 0);
  g_assert_cmpint (sutra_store_get_int (sutra_case_get_store (other), -1,
                                        "SELECT count(*) FROM history WHERE kind = 'import' AND event = 'edit' AND step = seq", ""),
                   ==, 1);
  /* One step. */
  g_assert_true (sutra_case_undo (other, NULL, &f->error));
  g_assert_cmpint (sutra_store_get_int (sutra_case_get_store (other), -1, "SELECT count(*) FROM entity", ""), ==, 0);
  sutra_case_close (other);
}

/* ---- Reading ---- */

#define POINT(lon, lat) "{\"type\": \"Point\", \"coordinates\": [" lon ", " lat "]}"
#define FEATURE(geometry, properties) "{\"type\": \"Feature\", \"geometry\": " geometry ", \"properties\": {" properties "}}"
#define COLLECTION(features) "{\"type\": \"FeatureCollection\", \"features\": [" features "]}"

static void
test_matching (Fixture *f, gconstpointer data)
{
  g_autoptr (SutraGeojsonReport) report = sutra_geojson_report_new ();
  SutraId dhaka = add_entity (f, &f->place, "ঢাকা");
  SutraId astana = add_entity (f, &f->place, "আস্তানা");
  SutraId located = add_entity (f, &f->place, "অবস্থিত");
  char id[SUTRA_ID_STRING_SIZE];
  g_autofree char *text = NULL;
  g_autoptr (GPtrArray) locations = NULL;

  sutra_case_add_alias (f->the_case, &astana, "Nur-Sultan", NULL, NULL, NULL);
  locate (f, &located, SUTRA_LOCATION_CHOSEN, 1, 2);
  text = g_strdup_printf (
      COLLECTION (
          "{\"type\": \"Feature\", \"id\": \"urn:uuid:%s\", \"geometry\": " POINT ("90.4", "23.7") ", \"properties\": {\"name\": \"Dhaka\"}}," FEATURE (POINT ("71.43", "51.17"), "\"title\": \"Nur-Sultan\", \"type\": \"place\", \"aliases\": [\"আকমোলা\", 5, \"Nur-Sultan\"]") "," FEATURE (
              POINT ("5", "6"),
              "\"label\": \"অবস্থিত\"") "," FEATURE (POINT ("7", "8"),
                                                    "\"label\": \"নতুন\", \"type\": \"person\", \"notes\": \"টীকা\"") "," FEATURE ("null",
                                                                                                                                  "\"label\": \"আরেক\", \"type\": \"date\"") "," FEATURE (POINT ("9",
                                                                                                                                                                                                 "9"),
                                                                                                                                                                                          "\"label\": \"আরেক\", \"type\": \"no-such\"")),
      sutra_id_to_string (&dhaka, id));
  g_assert_true (IMPORT (f, report, text));
  g_assert_no_error (f->error);
  g_assert_cmpuint (report->n_refused, ==, 0);
  g_assert_cmpuint (report->n_added, ==, 2);
  g_assert_cmpuint (report->n_located, ==, 3);
  g_assert_cmpuint (report->n_kept, ==, 1);
  g_assert_cmpuint (report->entities->len, ==, 5);
  g_assert_nonnull (strstr (message (report, 3), "possible"));
  /* What somebody chose stays. */
  locations = sutra_case_list_locations (f->the_case, &located, NULL);
  g_assert_cmpuint (locations->len, ==, 2);
  g_assert_cmpfloat (((SutraLocation *) locations->pdata[0])->point.latitude, ==, 1);
  g_assert_cmpint (((SutraLocation *) locations->pdata[1])->role, ==, SUTRA_LOCATION_CANDIDATE);
  g_assert_cmpint (((SutraLocation *) locations->pdata[1])->source, ==, SUTRA_LOCATION_FROM_IMPORT);
  g_assert_cmpint (count (f, "SELECT count(*) FROM alias"), ==, 2);
  g_assert_cmpint (count (f, "SELECT count(*) FROM entity WHERE label = 'আরেক' AND latitude = 9"), ==, 1);
  g_assert_cmpint (count (f, "SELECT count(*) FROM entity WHERE label = 'ঢাকা' AND latitude = 23.7"), ==, 1);
  g_assert_cmpint (
      count (f,
             "SELECT count(*) FROM entity JOIN type ON type.id = entity.type WHERE label = 'নতুন' AND slug = 'person' AND notes = 'টীকা'"),
      ==, 1);
}

/* Which features are refused, with what. */
static const struct
{
  const char *feature;
  const char *says;
} bad_features[] = {
  { FEATURE (POINT ("23.7", "102.4"), "\"name\": \"a\""), "swapped" },
  { FEATURE (POINT ("190", "5"), "\"name\": \"a\""), "longitude" },
  { FEATURE (POINT ("191", "95"), "\"name\": \"a\""), "latitude" },
  { FEATURE (POINT ("\"1\"", "2"), "\"name\": \"a\""), "numbers" },
  { FEATURE (POINT ("1", "1e999"), "\"name\": \"a\""), "numbers" },
  { FEATURE (POINT ("1", "null"), "\"name\": \"a\""), "numbers" },
  { FEATURE ("{\"type\": \"Point\", \"coordinates\": [1]}", "\"name\": \"a\""), "numbers" },
  { FEATURE ("{\"type\": \"Point\", \"coordinates\": {}}", "\"name\": \"a\""), "numbers" },
  { FEATURE ("{\"type\": \"Point\"}", "\"name\": \"a\""), "numbers" },
  { FEATURE ("5", "\"name\": \"a\""), "geometry" },
  { FEATURE ("{}", "\"name\": \"a\""), "geometry" },
  { FEATURE ("{\"type\": \"GeometryCollection\", \"geometries\": []}", "\"name\": \"a\""), "GeometryCollection" },
  { FEATURE ("{\"type\": \"Circle\", \"coordinates\": [1, 2]}", "\"name\": \"a\""), "Circle" },
  { FEATURE ("{\"type\": \"Polygon\", \"coordinates\": [[[1, 2], [1, 200]]]}", "\"name\": \"a\""), "latitude" },
  { FEATURE ("{\"type\": \"Polygon\", \"coordinates\": [[1, [2]]]}", "\"name\": \"a\""), "coordinates" },
  { FEATURE (POINT ("1", "2"), ""), "name" },
  { FEATURE (POINT ("1", "2"), "\"name\": 5"), "name" },
  { FEATURE (POINT ("1", "2"), "\"name\": \"\""), "name" },
  { FEATURE (POINT ("1", "2"), "\"name\": \"  \""), "empty" },
  { FEATURE (POINT ("1", "2"), "\"name\": \"\\ud800\""), "" },
  { FEATURE (POINT ("1", "2"), "\"name\": \"a\", \"radius_m\": -5"), "radius" },
  { FEATURE (POINT ("1", "2"), "\"name\": \"a\", \"area\": \"Kazakhstan\""), "area" },
  { FEATURE (POINT ("1", "2"), "\"name\": \"a\", \"date\": \"yesterday\""), "" },
  { "5", "Feature" },
  { "null", "Feature" },
  { "[]", "Feature" },
  { "{\"type\": \"Point\", \"coordinates\": [1, 2]}", "Feature" },
  { "{\"type\": \"Feature\", \"properties\": null}", "name" },
  { "{\"type\": \"Feature\", \"properties\": []}", "name" },
  { "{\"type\": ", "JSON" },
  { "", "JSON" },
};

/* All others are taken. */
static void
test_refused_features (Fixture *f, gconstpointer data)
{
  g_autoptr (SutraGeojsonReport) report = sutra_geojson_report_new ();
  g_autoptr (GString) text = g_string_new ("{\"type\": \"FeatureCollection\", \"features\": [");

  for (guint i = 0; i < G_N_ELEMENTS (bad_features); i++)
    {
      /* One with an open bracket would swallow what follows. */
      if (strcmp (bad_features[i].feature, "{\"type\": ") == 0)
        g_string_append (text, "{\"type\": },");
      else
        g_string_append_printf (text, "%s,", bad_features[i].feature);
      g_string_append_printf (text, FEATURE (POINT ("%u", "2"), "\"name\": \"ভালো 🛰 %u\"") "%s", i, i,
                              i + 1 < G_N_ELEMENTS (bad_features) ? "," : "]}");
    }
  g_assert_true (IMPORT (f, report, text->str));
  g_assert_no_error (f->error);
  for (guint i = 0; i < G_N_ELEMENTS (bad_features); i++)
    {
      if (strstr (message (report, 2 * i + 1), bad_features[i].says) == NULL || *message (report, 2 * i + 1) == '\0')
        g_error ("%s: %s", bad_features[i].feature, message (report, 2 * i + 1));
      g_assert_cmpstr (message (report, 2 * i + 2), ==, "");
    }
  g_assert_cmpuint (report->n_refused, ==, G_N_ELEMENTS (bad_features));
  g_assert_cmpuint (report->n_added, ==, G_N_ELEMENTS (bad_features));
  g_assert_cmpint (count (f, "SELECT count(*) FROM entity"), ==, G_N_ELEMENTS (bad_features));
}

/* Whole files. */
static void
test_refused_files (Fixture *f, gconstpointer data)
{
  static const struct
  {
    const char *text;
    int code;
  } samples[] = {
    { "", SUTRA_ERROR_EMPTY },
    { "   ", SUTRA_ERROR_PARSE },
    { "x", SUTRA_ERROR_PARSE },
    { "{", SUTRA_ERROR_PARSE },
    { "[]", SUTRA_ERROR_PARSE },
    { "5", SUTRA_ERROR_PARSE },
    { "{}", SUTRA_ERROR_PARSE },
    { "\xff\xfe", SUTRA_ERROR_ENCODING },
    { "{\"type\": \"FeatureCollection\"}", SUTRA_ERROR_PARSE },
    { "{\"type\": \"FeatureCollection\", \"features\": {}}", SUTRA_ERROR_PARSE },
    { "{\"type\": \"FeatureCollection\", \"features\": [], \"features\": []}", SUTRA_ERROR_PARSE },
    { "{\"type\": \"FeatureCollection\", \"features\": [", SUTRA_ERROR_PARSE },
    { "{\"type\": \"FeatureCollection\", \"features\": []", SUTRA_ERROR_PARSE },
    { "{\"type\": \"FeatureCollection\", \"features\": []}}", SUTRA_ERROR_PARSE },
    { "{\"type\": \"Topology\", \"features\": []}", SUTRA_ERROR_PARSE },
    { "{\"features\": []}", SUTRA_ERROR_PARSE },
    { "{\"type\": \"Point\", \"coordinates\": [1, 2]}", SUTRA_ERROR_PARSE },
    { "{\"format\": \"sutradhar-tagset\", \"version\": 1, \"types\": []}", SUTRA_ERROR_PARSE },
    { "{\"type\": \"FeatureCollection\", \"crs\": {\"type\": \"name\", \"properties\": {\"name\": \"EPSG:3857\"}}, \"features\": []}",
      SUTRA_ERROR_UNSUPPORTED },
    { "/* no JSON */ {\"type\": \"FeatureCollection\", \"features\": []}", SUTRA_ERROR_PARSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      g_autoptr (SutraGeojsonReport) report = sutra_geojson_report_new ();

      if (IMPORT (f, report, samples[i].text))
        g_error ("taken: %s", samples[i].text);
      g_assert_error (f->error, SUTRA_ERROR, samples[i].code);
      g_assert_true (g_str_has_prefix (f->error->message, "ক.geojson: "));
      g_clear_error (&f->error);
    }
  g_assert_cmpint (count (f, "SELECT count(*) FROM history"), ==, 0);
}

static void
test_taken_files (Fixture *f, gconstpointer data)
{
  static const char *const samples[] = {
    "{\"type\": \"FeatureCollection\", \"features\": []}",
    "\xef\xbb\xbf \n{\"features\" : [ ] , \"type\": \"FeatureCollection\"}\n",
    "{\"type\": \"FeatureCollection\", \"crs\": {\"type\": \"name\", \"properties\": {\"name\": \"urn:ogc:def:crs:OGC:1.3:CRS84\"}}, \"features\": []}",
    "{\"type\": \"FeatureCollection\", \"crs\": null, \"other\": {\"features\": [[[1]]]}, \"features\": []}",
    "{\"type\": \"FeatureCollection\", \"x\": \"\\\"features\\\": [\", \"y\": \"features\", \"features\": []}",
    FEATURE (POINT ("1.5", "2.5"), "\"name\": \"একা 🛰\", \"features\": [1]"),
  };

  for (guint i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      g_autoptr (SutraGeojsonReport) report = sutra_geojson_report_new ();

      if (!IMPORT (f, report, samples[i]))
        g_error ("%s: %s", samples[i], f->error->message);
      g_assert_cmpuint (report->messages->len, ==, 0);
    }
  g_assert_cmpint (count (f, "SELECT count(*) FROM entity WHERE latitude = 2.5 AND longitude = 1.5"), ==, 1);
}

static void
test_shapes (Fixture *f, gconstpointer data)
{
  static const char text[] = COLLECTION (
      FEATURE ("{\"type\": \"Polygon\", \"coordinates\": [[[170, -10], [-170, -10], [-170, 10], [170, 10], [170, -10]]]}", "\"name\": \"ক\"") "," FEATURE (
          "{\"type\": \"MultiPoint\", \"coordinates\": [[5, 6]]}",
          "\"name\": \"খ\"") "," FEATURE ("{\"type\": \"LineString\", \"coordinates\": [[0, 0], [2, 0]]}",
                                          "\"name\": \"গ\", \"radius_m\": 7") "," FEATURE ("{\"type\": \"MultiPolygon\", \"coordinates\": []}",
                                                                                           "\"name\": \"ঘ\"") "," FEATURE ("{\"type\": \"Point\", \"coordinates\": [5, -90, 800]}",
                                                                                                                           "\"name\": \"ঙ\""));
  g_autoptr (SutraGeojsonReport) report = sutra_geojson_report_new ();

  g_assert_true (IMPORT (f, report, text));
  g_assert_cmpuint (report->n_refused, ==, 0);
  g_assert_nonnull (strstr (message (report, 1), "Polygon became a point"));
  g_assert_cmpint (
      count (f,
             "SELECT count(*) FROM entity WHERE label = 'ক' AND latitude = 0 AND longitude = 180 AND radius_m BETWEEN 1500000 AND 1600000"),
      ==, 1);
  g_assert_cmpint (count (f, "SELECT count(*) FROM entity WHERE label = 'খ' AND latitude = 6 AND longitude = 5 AND radius_m = 0"), ==, 1);
  g_assert_cmpint (count (f, "SELECT count(*) FROM entity WHERE label = 'গ' AND latitude = 0 AND longitude = 1 AND radius_m = 7"), ==, 1);
  g_assert_cmpint (count (f, "SELECT count(*) FROM entity WHERE label = 'ঘ' AND latitude IS NULL"), ==, 1);
  g_assert_cmpint (count (f, "SELECT count(*) FROM entity WHERE label = 'ঙ' AND latitude = -90"), ==, 1);
}

static void
test_bounds (Fixture *f, gconstpointer data)
{
  g_autoptr (SutraGeojsonReport) report = sutra_geojson_report_new ();
  g_autofree char *deep = g_strnfill (2000000, '[');
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *name = g_strnfill (501, 'x');

  /* Nesting that would end the stack of a parser that recurses. */
  g_assert_false (IMPORT (f, report, deep));
  g_assert_error (f->error, SUTRA_ERROR, SUTRA_ERROR_TOO_LARGE);
  g_clear_error (&f->error);
  g_string_printf (text, "{\"type\": \"FeatureCollection\", \"features\": [{\"type\": \"Feature\", \"x\": %s", deep);
  g_assert_false (IMPORT (f, report, text->str));
  g_assert_error (f->error, SUTRA_ERROR, SUTRA_ERROR_TOO_LARGE);
  g_clear_error (&f->error);

  /* Too many features. */
  g_string_assign (text, "{\"type\": \"FeatureCollection\", \"features\": [0");
  for (guint i = 0; i < SUTRA_GEOJSON_MAX_FEATURES; i++)
    g_string_append (text, ",0");
  g_string_append (text, "]}");
  g_assert_false (IMPORT (f, report, text->str));
  g_assert_error (f->error, SUTRA_ERROR, SUTRA_ERROR_TOO_LARGE);
  g_clear_error (&f->error);

  /* One too large feature and a name that is too long; the third is taken. Messages are bounded. */
  g_string_assign (text, "{\"type\": \"FeatureCollection\", \"features\": [{\"x\": \"");
  for (guint i = 0; i < 9 << 10; i++)
    g_string_append_printf (text, "%1024s", "");
  g_string_append_printf (text, "\"}," FEATURE (POINT ("1", "2"), "\"name\": \"%s\"") "," FEATURE (POINT ("1", "2"), "\"name\": \"ভালো\""),
                          name);
  for (guint i = 0; i < 3000; i++)
    g_string_append (text, ",0");
  g_string_append (text, "]}");
  g_assert_true (IMPORT (f, report, text->str));
  g_assert_cmpuint (report->n_added, ==, 1);
  g_assert_cmpuint (report->n_refused, ==, 3002);
  g_assert_cmpuint (report->messages->len, ==, SUTRA_GEOJSON_MAX_MESSAGES);
  g_assert_nonnull (strstr (message (report, 1), "8 MiB"));
}

/* Two of that name: nobody can know which. An id of something that is no entity is refused. */
static void
test_ambiguous (Fixture *f, gconstpointer data)
{
  g_autoptr (SutraGeojsonReport) report = sutra_geojson_report_new ();
  char id[SUTRA_ID_STRING_SIZE];
  g_autofree char *text = NULL;

  add_entity (f, &f->place, "ঢাকা");
  add_entity (f, &f->place, "ঢাকা");
  text = g_strdup_printf (
      COLLECTION (
          FEATURE (POINT ("1", "2"),
                   "\"name\": \"ঢাকা\"") ",{\"type\": \"Feature\", \"id\": \"%s\", \"geometry\": null, \"properties\": {\"name\": \"খ\"}}"),
      sutra_id_to_string (&f->place, id));
  g_assert_true (IMPORT (f, report, text));
  g_assert_cmpuint (report->n_refused, ==, 2);
  g_assert_nonnull (strstr (message (report, 1), "Two entities"));
  g_assert_nonnull (strstr (message (report, 2), "something else"));
}

static void
test_cancel (Fixture *f, gconstpointer data)
{
  g_autoptr (SutraGeojsonReport) report = sutra_geojson_report_new ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  static const char text[] = COLLECTION (FEATURE (POINT ("1", "2"), "\"name\": \"ক\""));
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  gint64 step = 0;

  g_cancellable_cancel (cancellable);
  g_assert_false (sutra_geojson_import (sutra_case_get_store (f->the_case), bytes, NULL, &step, report, cancellable, &f->error));
  g_assert_error (f->error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&f->error);
}

/* What was turned down stays so, and a candidate that a file says is the one becomes the one. */
static void
test_roles (Fixture *f, gconstpointer data)
{
  g_autoptr (SutraGeojsonReport) report = sutra_geojson_report_new ();
  SutraId a = add_entity (f, &f->place, "ক");
  SutraId b = add_entity (f, &f->place, "খ");
  g_autoptr (GPtrArray) findings = NULL;

  locate (f, &a, SUTRA_LOCATION_REJECTED, 2, 1);
  locate (f, &b, SUTRA_LOCATION_CANDIDATE, 2, 1);
  g_assert_true (
      IMPORT (f, report, COLLECTION (FEATURE (POINT ("1", "2"), "\"name\": \"ক\"") "," FEATURE (POINT ("1", "2"), "\"name\": \"খ\""))));
  g_assert_cmpint (count (f, "SELECT count(*) FROM entity WHERE label = 'ক' AND latitude IS NULL"), ==, 1);
  g_assert_cmpint (count (f, "SELECT count(*) FROM entity WHERE label = 'খ' AND latitude = 2"), ==, 1);
  g_assert_cmpint (count (f, "SELECT count(*) FROM location"), ==, 2);
  findings = sutra_check_run (sutra_case_get_store (f->the_case), NULL, NULL);
  g_assert_cmpuint (findings->len, ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func) g_test_add ("/interchange/geojson/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("write", test_write);
  ADD ("write-empty", test_write_empty);
  ADD ("round-trip", test_round_trip);
  ADD ("matching", test_matching);
  ADD ("refused-features", test_refused_features);
  ADD ("refused-files", test_refused_files);
  ADD ("taken-files", test_taken_files);
  ADD ("shapes", test_shapes);
  ADD ("bounds", test_bounds);
  ADD ("ambiguous", test_ambiguous);
  ADD ("cancel", test_cancel);
  ADD ("roles", test_roles);
  return g_test_run ();
}
