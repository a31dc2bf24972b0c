/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-format.h"

#include <math.h>
#include <string.h>

#include "sutra-point.h"

/* The shape is in sutra-geojson.h. One feature to a line; written by hand, so that numbers are as short as they can be. */

/* Mentions listed with an entity; all are counted. */
#define MAX_MENTIONS 100
#define ROWS_BETWEEN_LOOKS 256

typedef struct
{
  const SutraSnapshot *snapshot;
  GString *line;
  gboolean *places;   /* for each type: whether it is one of places */
  guint *first_of;    /* for each entity: where its mentions begin in @mentions_of; one more at the end */
  guint *mentions_of; /* indices of mentions, entity after entity */
} Writer;

/* ---- JSON ---- */

static void
add_text (GString *line, const char *text)
{
  g_string_append_c (line, '"');
  for (const char *p = text; *p != '\0'; p++)
    {
      const guint8 c = (guint8) *p;

      if (c == '"' || c == '\\')
        {
          g_string_append_c (line, '\\');
          g_string_append_c (line, (char) c);
        }
      else if (c < 0x20 || c == 0x7f)
        g_string_append_printf (line, "\\u%04x", c);
      else
        g_string_append_c (line, (char) c);
    }
  g_string_append_c (line, '"');
}

/* The shortest form that reads as the same number. */
static void
add_number (GString *line, double number)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  for (int digits = 15; digits <= 17; digits++)
    {
      char format[] = "%.15g";

      format[3] = (char) ('0' + digits - 10);
      g_ascii_formatd (buffer, sizeof buffer, format, number);
      if (g_ascii_strtod (buffer, NULL) == number)
        break;
    }
  g_string_append (line, buffer);
}

/* ,"key": */
static void
add_key (GString *line, const char *key)
{
  if (line->len > 0 && line->str[line->len - 1] != '{')
    g_string_append (line, ", ");
  g_string_append_printf (line, "\"%s\": ", key);
}

static void
add_string (GString *line, const char *key, const char *value)
{
  if (value == NULL)
    return;
  add_key (line, key);
  add_text (line, value);
}

static void
add_double (GString *line, const char *key, double value)
{
  if (isnan (value))
    return;
  add_key (line, key);
  add_number (line, value);
}

static void
add_count (GString *line, const char *key, guint value)
{
  add_key (line, key);
  g_string_append_printf (line, "%u", value);
}

static void
add_id (GString *line, const char *key, const SutraId *id)
{
  char buffer[SUTRA_ID_STRING_SIZE];

  add_string (line, key, sutra_id_to_string (id, buffer));
}

/* ---- Features ---- */

static gboolean
is_located (double latitude, double longitude)
{
  const SutraPoint point = { latitude, longitude };

  return sutra_point_is_valid (&point);
}

static void
add_geometry (GString *line, double latitude, double longitude)
{
  add_key (line, "geometry");
  if (!is_located (latitude, longitude))
    {
      g_string_append (line, "null");
      return;
    }
  g_string_append (line, "{\"type\": \"Point\", \"coordinates\": [");
  add_number (line, longitude);
  g_string_append (line, ", ");
  add_number (line, latitude);
  g_string_append (line, "]}");
}

static void
add_mentions (Writer *writer, guint entity)
{
  GString *line = writer->line;
  const guint first = writer->first_of[entity];
  const guint end = writer->first_of[entity + 1];

  if (first == end)
    return;
  add_key (line, "mentions");
  g_string_append_c (line, '[');
  for (guint i = first; i < end && i - first < MAX_MENTIONS; i++)
    {
      const SutraSnapshotMention *mention = sutra_snapshot_mention (writer->snapshot, writer->mentions_of[i]);
      const SutraSnapshotArticle *article = sutra_snapshot_article (writer->snapshot, mention->article);

      g_string_append (line, i > first ? ", {" : "{");
      add_id (line, "article", &article->id);
      add_string (line, "title", article->title);
      add_count (line, "start", mention->start);
      add_count (line, "end", mention->end);
      add_string (line, "quote", mention->quote);
      g_string_append_c (line, '}');
    }
  g_string_append_c (line, ']');
}

static void
add_aliases (GString *line, const SutraSnapshotEntity *entity)
{
  if (entity->n_aliases == 0)
    return;
  add_key (line, "aliases");
  g_string_append_c (line, '[');
  for (guint i = 0; i < entity->n_aliases; i++)
    {
      g_string_append (line, i > 0 ? ", " : "");
      add_text (line, entity->aliases[i].text);
    }
  g_string_append_c (line, ']');
}

static void
add_entity (Writer *writer, guint i)
{
  const SutraSnapshotEntity *entity = sutra_snapshot_entity (writer->snapshot, i);
  const gboolean located = is_located (entity->latitude, entity->longitude);
  GString *line = writer->line;

  g_string_append (line, "{\"type\": \"Feature\"");
  add_id (line, "id", &entity->id);
  add_geometry (line, entity->latitude, entity->longitude);
  add_key (line, "properties");
  g_string_append_c (line, '{');
  add_string (line, "label", entity->label);
  add_string (line, "type", sutra_snapshot_type (writer->snapshot, entity->type)->slug);
  add_aliases (line, entity);
  add_count (line, "mention_count", entity->n_mentions);
  if (located)
    {
      add_double (line, "radius_m", entity->radius_m);
      add_string (line, "area", entity->area);
      add_string (line, "place", entity->place);
      add_string (line, "source", entity->location_source);
    }
  add_string (line, "value", entity->value);
  add_string (line, "date", entity->date);
  add_string (line, "notes", entity->notes);
  add_mentions (writer, i);
  g_string_append (line, "}}");
}

static void
add_candidate (Writer *writer, const SutraSnapshotEntity *entity, const SutraSnapshotLocation *location)
{
  GString *line = writer->line;

  g_string_append (line, "{\"type\": \"Feature\"");
  add_geometry (line, location->latitude, location->longitude);
  add_key (line, "properties");
  g_string_append_c (line, '{');
  add_string (line, "role", "candidate");
  add_id (line, "entity", &entity->id);
  add_string (line, "label", entity->label);
  add_string (line, "type", sutra_snapshot_type (writer->snapshot, entity->type)->slug);
  add_double (line, "radius_m", location->radius_m);
  add_string (line, "area", location->area);
  add_string (line, "place", location->place);
  add_string (line, "source", location->source);
  g_string_append (line, "}}");
}

/* ---- The whole ---- */

/* The slugs of the types of places and of those below them, by the case: the snapshot has no parents. */
static gboolean
find_place_types (Writer *writer, SutraStore *store, GError **error)
{
  g_autoptr (SutraStatement) rows =
      sutra_statement_new (store, error,
                           "WITH RECURSIVE place (id) AS (SELECT id FROM type WHERE slug IN ('place', 'facility') UNION SELECT type.id"
                           " FROM type JOIN place ON type.parent = place.id) SELECT id FROM place",
                           "");
  g_autoptr (GError) failed = NULL;

  if (rows == NULL)
    return FALSE;
  while (sutra_statement_next (rows, &failed))
    {
      SutraId id = sutra_statement_get_id (rows, 0);

      for (guint i = 0; i < writer->snapshot->types->len; i++)
        if (sutra_id_equal (&sutra_snapshot_type (writer->snapshot, i)->id, &id))
          writer->places[i] = TRUE;
    }
  if (failed == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failed));
  return FALSE;
}

/* The mentions of each entity, by counting. */
static void
group_mentions (Writer *writer)
{
  const SutraSnapshot *snapshot = writer->snapshot;
  g_autofree guint *next = NULL;

  for (guint i = 0; i < snapshot->mentions->len; i++)
    {
      guint entity = sutra_snapshot_mention (snapshot, i)->entity;

      if (entity != SUTRA_SNAPSHOT_NONE)
        writer->first_of[entity + 1]++;
    }
  for (guint i = 0; i < snapshot->entities->len; i++)
    writer->first_of[i + 1] += writer->first_of[i];
  next = g_memdup2 (writer->first_of, (snapshot->entities->len + 1) * sizeof (guint));
  for (guint i = 0; i < snapshot->mentions->len; i++)
    {
      guint entity = sutra_snapshot_mention (snapshot, i)->entity;

      if (entity != SUTRA_SNAPSHOT_NONE)
        writer->mentions_of[next[entity]++] = i;
    }
}

/* RFC 7946, 5: west, south, east, north; west is greater than east across the antimeridian. */
static void
add_box (GString *line, const SutraSnapshot *snapshot)
{
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (SutraPoint));
  SutraBox box;

  for (guint i = 0; i < snapshot->entities->len; i++)
    {
      const SutraSnapshotEntity *entity = sutra_snapshot_entity (snapshot, i);
      SutraPoint point = { entity->latitude, entity->longitude };

      g_array_append_val (points, point);
      for (guint j = 0; j < entity->n_locations; j++)
        if (!entity->locations[j].rejected)
          {
            point = (SutraPoint){ entity->locations[j].latitude, entity->locations[j].longitude };
            g_array_append_val (points, point);
          }
    }
  sutra_box_init (&box, (const SutraPoint *) (gconstpointer) points->data, points->len);
  if (sutra_box_is_empty (&box))
    return;
  g_string_append (line, "\"bbox\": [");
  add_number (line, box.west);
  g_string_append (line, ", ");
  add_number (line, box.south);
  g_string_append (line, ", ");
  add_number (line, box.east);
  g_string_append (line, ", ");
  add_number (line, box.north);
  g_string_append (line, "],\n");
}

static void
flush (Writer *writer, SutraOutput *output, guint *n)
{
  sutra_output_write (output, (*n)++ > 0 ? ",\n" : "\n", -1);
  sutra_output_write (output, writer->line->str, (gssize) writer->line->len);
  g_string_truncate (writer->line, 0);
}

static gboolean
write_features (Writer *writer, const SutraFormatContext *context, SutraOutput *output, GError **error)
{
  const SutraSnapshot *snapshot = writer->snapshot;
  guint n = 0;

  for (guint i = 0; i < snapshot->entities->len; i++)
    {
      const SutraSnapshotEntity *entity = sutra_snapshot_entity (snapshot, i);

      if (i % ROWS_BETWEEN_LOOKS == 0 && g_cancellable_set_error_if_cancelled (context->cancellable, error))
        return FALSE;
      if (writer->places[entity->type] || is_located (entity->latitude, entity->longitude))
        {
          add_entity (writer, i);
          flush (writer, output, &n);
        }
      for (guint j = 0; j < entity->n_locations; j++)
        if (!entity->locations[j].rejected && is_located (entity->locations[j].latitude, entity->locations[j].longitude))
          {
            add_candidate (writer, entity, &entity->locations[j]);
            flush (writer, output, &n);
          }
    }
  return TRUE;
}

static gboolean
write_geojson (const SutraSnapshot *snapshot, const SutraFormatContext *context, SutraOutput *output, GError **error)
{
  g_autoptr (GString) line = g_string_new (NULL);
  g_autofree gboolean *places = g_new0 (gboolean, snapshot->types->len + 1);
  g_autofree guint *first_of = g_new0 (guint, snapshot->entities->len + 1);
  g_autofree guint *mentions_of = g_new (guint, snapshot->mentions->len + 1);
  Writer writer = { snapshot, line, places, first_of, mentions_of };

  if (!find_place_types (&writer, context->store, error))
    return FALSE;
  group_mentions (&writer);
  g_string_append (line, "{\"type\": \"FeatureCollection\",\n\"name\": ");
  add_text (line, snapshot->case_name);
  g_string_append (line, ",\n\"offset_unit\": \"code points\",\n");
  add_box (line, snapshot);
  g_string_append (line, "\"features\": [");
  sutra_output_write (output, line->str, (gssize) line->len);
  g_string_truncate (line, 0);
  if (!write_features (&writer, context, output, error))
    return FALSE;
  sutra_output_write (output, "\n]}\n", -1);
  return TRUE;
}

const SutraFormat sutra_format_geojson = {
  .id = "geojson",
  .name = "GeoJSON (RFC 7946)",
  .extension = "geojson",
  .reads = TRUE,
  .offset_unit = "code points",
  .loses =
      "entities that are nowhere and no places, locations that were turned down, attributes, relations, articles, history, and all mentions of an entity but the first 100",
  .write = write_geojson,
};
