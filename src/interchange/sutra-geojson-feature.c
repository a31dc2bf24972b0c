/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-geojson-private.h"

#include <math.h>
#include <string.h>

#include "sutra-error.h"
#include "sutra-utf8.h"

#define MAX_LIST 200
#define MAX_TEXT 100000

static gboolean G_GNUC_PRINTF (3, 4) refuse (GError **error, SutraError code, const char *format, ...)
{
  va_list args;

  va_start (args, format);
  if (error != NULL)
    *error = g_error_new_valist (SUTRA_ERROR, (int) code, format, args);
  va_end (args);
  return FALSE;
}

/* ---- Values ---- */

/* A text that is one, else NULL: halves of surrogate pairs, control characters but line breaks, and what is too long are none. */
static const char *
get_text (JsonObject *object, const char *key)
{
  JsonNode *node = object != NULL ? json_object_get_member (object, key) : NULL;
  const char *text =
      node != NULL && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING ? json_node_get_string (node) : NULL;

  return text != NULL && *text != '\0' && strlen (text) <= MAX_TEXT && g_utf8_validate (text, -1, NULL) ? text : NULL;
}

static gboolean
get_number (JsonNode *node, double *number)
{
  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node) ||
      (json_node_get_value_type (node) != G_TYPE_INT64 && json_node_get_value_type (node) != G_TYPE_DOUBLE))
    return FALSE;
  *number = json_node_get_double (node);
  return isfinite (*number);
}

/* ---- Geometry ---- */

static gboolean
check_position (const SutraPoint *point, GError **error)
{
  if (fabs (point->latitude) > 90)
    return refuse (error, SUTRA_ERROR_INVALID, "its latitude %g is not between -90 and 90%s", point->latitude,
                   fabs (point->latitude) <= 180 && fabs (point->longitude) <= 90
                       ? ": latitude and longitude may be swapped (GeoJSON has the longitude first)"
                       : "");
  if (fabs (point->longitude) > 180)
    return refuse (error, SUTRA_ERROR_INVALID, "its longitude %g is not between -180 and 180", point->longitude);
  return TRUE;
}

static gboolean
read_position (JsonArray *array, SutraPoint *point, GError **error)
{
  guint n = json_array_get_length (array);

  if (n < 2 || !get_number (json_array_get_element (array, 0), &point->longitude) ||
      !get_number (json_array_get_element (array, 1), &point->latitude))
    return refuse (error, SUTRA_ERROR_PARSE, "its coordinates are not [longitude, latitude] in numbers");
  return check_position (point, error);
}

/* All positions of nested lists; the depth was looked at before parsing. */
static gboolean
collect (JsonNode *node, GArray *points, GError **error)
{
  JsonArray *array;
  SutraPoint point;

  if (node == NULL || !JSON_NODE_HOLDS_ARRAY (node))
    return refuse (error, SUTRA_ERROR_PARSE, "its coordinates are no list");
  array = json_node_get_array (node);
  if (json_array_get_length (array) == 0)
    return TRUE;
  if (!JSON_NODE_HOLDS_ARRAY (json_array_get_element (array, 0)))
    {
      if (!read_position (array, &point, error))
        return FALSE;
      g_array_append_val (points, point);
      return TRUE;
    }
  for (guint i = 0; i < json_array_get_length (array); i++)
    if (!collect (json_array_get_element (array, i), points, error))
      return FALSE;
  return TRUE;
}

/* The middle of the box of @points, and how far the farthest of them is. */
static void
summarise (GArray *points, SutraPoint *middle, double *radius_m)
{
  SutraBox box;

  sutra_box_init (&box, (const SutraPoint *) (gconstpointer) points->data, points->len);
  middle->latitude = (box.south + box.north) / 2;
  middle->longitude = box.west + sutra_box_get_width (&box) / 2;
  if (middle->longitude > 180)
    middle->longitude -= 360;
  *radius_m = 0;
  for (guint i = 0; i < points->len; i++)
    *radius_m = MAX (*radius_m, ceil (sutra_point_distance_m (middle, &g_array_index (points, SutraPoint, i))));
}

/* FALSE and @error, or *@found FALSE for no geometry. */
static gboolean
read_geometry (JsonObject *feature, SutraLocation *location, gboolean *found, char **note, GError **error)
{
  static const char *const shapes[] = { "MultiPoint", "LineString", "MultiLineString", "Polygon", "MultiPolygon", NULL };
  JsonNode *node = json_object_get_member (feature, "geometry");
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (SutraPoint));
  const char *type;

  *found = FALSE;
  if (node == NULL || JSON_NODE_HOLDS_NULL (node))
    return TRUE;
  if (!JSON_NODE_HOLDS_OBJECT (node) || (type = get_text (json_node_get_object (node), "type")) == NULL)
    return refuse (error, SUTRA_ERROR_PARSE, "its geometry is neither null nor an object with a type");
  node = json_object_get_member (json_node_get_object (node), "coordinates");
  if (strcmp (type, "Point") == 0)
    {
      *found = TRUE;
      if (node == NULL || !JSON_NODE_HOLDS_ARRAY (node))
        return refuse (error, SUTRA_ERROR_PARSE, "its coordinates are not [longitude, latitude] in numbers");
      return read_position (json_node_get_array (node), &location->point, error);
    }
  if (!g_strv_contains (shapes, type))
    {
      g_autofree char *shown = sutra_utf8_shorten (type, 40);

      return refuse (error, SUTRA_ERROR_UNSUPPORTED, "its geometry is a “%s”: give it a Point", shown);
    }
  if (!collect (node, points, error))
    return FALSE;
  if (points->len == 0)
    return TRUE;
  *found = TRUE;
  summarise (points, &location->point, &location->radius_m);
  *note = g_strdup_printf ("its %s became a point in its middle, with a radius of %.0f m that holds it", type, location->radius_m);
  return TRUE;
}

/* ---- Properties ---- */

static SutraLocation *
read_location (JsonObject *feature, JsonObject *properties, char **note, GError **error)
{
  g_autoptr (SutraLocation) location = g_new0 (SutraLocation, 1);
  gboolean found;
  double radius;

  location->radius_m = NAN;
  location->source = SUTRA_LOCATION_FROM_IMPORT;
  location->role = g_strcmp0 (get_text (properties, "role"), "candidate") == 0 ? SUTRA_LOCATION_CANDIDATE : SUTRA_LOCATION_CHOSEN;
  if (!read_geometry (feature, location, &found, note, error) || !found)
    return NULL;
  if (properties == NULL)
    return g_steal_pointer (&location);
  if (get_number (json_object_get_member (properties, "radius_m"), &radius))
    location->radius_m = radius;
  location->area = g_strdup (get_text (properties, "area"));
  location->place = g_strdup (get_text (properties, "place"));
  return g_steal_pointer (&location);
}

static GStrv
read_aliases (JsonObject *properties)
{
  JsonNode *node = json_object_get_member (properties, "aliases");
  g_autoptr (GPtrArray) texts = g_ptr_array_new ();
  JsonArray *array;

  if (node == NULL || !JSON_NODE_HOLDS_ARRAY (node))
    return NULL;
  array = json_node_get_array (node);
  for (guint i = 0; i < MIN (json_array_get_length (array), MAX_LIST); i++)
    {
      JsonNode *element = json_array_get_element (array, i);
      const char *text =
          JSON_NODE_HOLDS_VALUE (element) && json_node_get_value_type (element) == G_TYPE_STRING ? json_node_get_string (element) : NULL;

      if (text != NULL && g_utf8_validate (text, -1, NULL))
        g_ptr_array_add (texts, g_strdup (text));
    }
  g_ptr_array_add (texts, NULL);
  return (GStrv) g_ptr_array_free (g_steal_pointer (&texts), FALSE);
}

/* An id of ours: 36 characters, alone or as a URN. */
static SutraId
read_id (const char *text)
{
  SutraId id = SUTRA_ID_NULL;

  if (text != NULL && g_str_has_prefix (text, "urn:uuid:"))
    text += strlen ("urn:uuid:");
  return text != NULL && sutra_id_from_string (text, &id) ? id : SUTRA_ID_NULL;
}

static const char *
read_label (JsonObject *properties)
{
  static const char *const keys[] = { "label", "name", "title" };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      const char *text = get_text (properties, keys[i]);

      if (text != NULL)
        return text;
    }
  return NULL;
}

SutraEntityDraft *
sutra_geojson_read_feature (JsonNode *node, char **note, GError **error)
{
  g_autoptr (SutraEntityDraft) draft = g_new0 (SutraEntityDraft, 1);
  g_autoptr (GError) failed = NULL;
  JsonObject *feature = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  JsonNode *inner;
  JsonObject *properties;
  const char *label;

  *note = NULL;
  if (feature == NULL || g_strcmp0 (get_text (feature, "type"), "Feature") != 0)
    {
      refuse (error, SUTRA_ERROR_PARSE, "it is no object with \"type\": \"Feature\"");
      return NULL;
    }
  inner = json_object_get_member (feature, "properties");
  properties = inner != NULL && JSON_NODE_HOLDS_OBJECT (inner) ? json_node_get_object (inner) : NULL;
  label = properties != NULL ? read_label (properties) : NULL;
  if (label == NULL)
    {
      refuse (error, SUTRA_ERROR_INVALID, "it has no name: give it the property \"label\", \"name\" or \"title\"");
      return NULL;
    }
  draft->label = g_strdup (label);
  draft->type = g_strdup (get_text (properties, "type"));
  draft->aliases = read_aliases (properties);
  draft->value = g_strdup (get_text (properties, "value"));
  draft->date = g_strdup (get_text (properties, "date"));
  draft->notes = g_strdup (get_text (properties, "notes"));
  draft->location = read_location (feature, properties, note, &failed);
  draft->id = read_id (draft->location != NULL && draft->location->role == SUTRA_LOCATION_CANDIDATE ? get_text (properties, "entity")
                                                                                                    : get_text (feature, "id"));
  if (failed == NULL)
    return g_steal_pointer (&draft);
  g_clear_pointer (note, g_free);
  g_propagate_error (error, g_steal_pointer (&failed));
  return NULL;
}
