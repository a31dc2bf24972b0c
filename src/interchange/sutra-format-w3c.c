/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-format.h"

#include <json-glib/json-glib.h>
#include <string.h>

#include "sutra-akshara.h"

/* W3C Web Annotation Data Model as JSON-LD: a plain array, one annotation to a line, each with its context, so that it can be taken out
 * alone. Positions are code points, as 4.2.5 demands. Each target has both selectors; of several targets each is a fragment. */

/* Context on each side of a quote, at least. */
#define CONTEXT_LENGTH 32
#define ROWS_BETWEEN_LOOKS 256

/* Keys that are not in anno.jsonld need a place here, or JSON-LD drops them. */
static const char *const own_terms[] = {
  "textSha256",    "offsetUnit", "stemEnd", "sourceTitle", "sourceUrl", "sourceSha256", "entityLabel", "entityType",
  "entityAliases", "attributes", "date",    "latitude",    "longitude", "radiusM",      "origin",      NULL,
};

typedef struct
{
  const SutraSnapshot *snapshot;
  const SutraSnapshotArticle *article;
  SutraText *text;
  JsonNode *context;
  JsonBuilder *builder;
} Writer;

static JsonNode *
make_context (void)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_array (builder);
  json_builder_add_string_value (builder, "http://www.w3.org/ns/anno.jsonld");
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "sut");
  json_builder_add_string_value (builder, "urn:x-sutradhar:");
  for (guint i = 0; own_terms[i] != NULL; i++)
    {
      g_autofree char *iri = g_strconcat ("sut:", own_terms[i], NULL);

      json_builder_set_member_name (builder, own_terms[i]);
      json_builder_add_string_value (builder, iri);
    }
  json_builder_end_object (builder);
  json_builder_end_array (builder);
  return json_builder_get_root (builder);
}

static void
add_string (JsonBuilder *builder, const char *key, const char *value)
{
  if (value == NULL)
    return;
  json_builder_set_member_name (builder, key);
  json_builder_add_string_value (builder, value);
}

static void
add_int (JsonBuilder *builder, const char *key, gint64 value)
{
  json_builder_set_member_name (builder, key);
  json_builder_add_int_value (builder, value);
}

static void
add_double (JsonBuilder *builder, const char *key, double value)
{
  if (value != value)
    return;
  json_builder_set_member_name (builder, key);
  json_builder_add_double_value (builder, value);
}

static void
add_urn (JsonBuilder *builder, const char *key, const SutraId *id)
{
  char buffer[SUTRA_ID_STRING_SIZE];
  g_autofree char *urn = g_strconcat ("urn:uuid:", sutra_id_to_string (id, buffer), NULL);

  add_string (builder, key, urn);
}

static void
add_textual_body (JsonBuilder *builder, const char *purpose, const char *value)
{
  if (value == NULL)
    return;
  json_builder_begin_object (builder);
  add_string (builder, "type", "TextualBody");
  add_string (builder, "purpose", purpose);
  add_string (builder, "value", value);
  json_builder_end_object (builder);
}

static void
add_entity_body (Writer *writer, const SutraSnapshotEntity *entity)
{
  JsonBuilder *builder = writer->builder;

  json_builder_begin_object (builder);
  add_string (builder, "type", "SpecificResource");
  add_string (builder, "purpose", "identifying");
  add_urn (builder, "source", &entity->id);
  add_string (builder, "entityLabel", entity->label);
  add_string (builder, "entityType", sutra_snapshot_type (writer->snapshot, entity->type)->slug);
  if (entity->n_aliases > 0)
    {
      json_builder_set_member_name (builder, "entityAliases");
      json_builder_begin_array (builder);
      for (guint i = 0; i < entity->n_aliases; i++)
        json_builder_add_string_value (builder, entity->aliases[i].text);
      json_builder_end_array (builder);
    }
  add_string (builder, "value", entity->value);
  add_string (builder, "date", entity->date);
  add_double (builder, "latitude", entity->latitude);
  add_double (builder, "longitude", entity->longitude);
  add_double (builder, "radiusM", entity->radius_m);
  if (entity->n_attributes > 0)
    {
      json_builder_set_member_name (builder, "attributes");
      json_builder_begin_array (builder);
      for (guint i = 0; i < entity->n_attributes; i++)
        {
          json_builder_begin_object (builder);
          add_string (builder, "name", entity->attributes[i].name);
          add_string (builder, "value", entity->attributes[i].value);
          json_builder_end_object (builder);
        }
      json_builder_end_array (builder);
    }
  json_builder_end_object (builder);
}

static void
add_bodies (Writer *writer, const SutraSnapshotMention *mention)
{
  json_builder_set_member_name (writer->builder, "body");
  json_builder_begin_array (writer->builder);
  add_textual_body (writer->builder, "classifying", sutra_snapshot_type (writer->snapshot, mention->type)->slug);
  if (mention->entity != SUTRA_SNAPSHOT_NONE)
    add_entity_body (writer, sutra_snapshot_entity (writer->snapshot, mention->entity));
  add_textual_body (writer->builder, "describing", mention->value);
  add_textual_body (writer->builder, "commenting", mention->note);
  json_builder_end_array (writer->builder);
}

static void
add_slice (Writer *writer, const char *key, gsize start, gsize end)
{
  g_autofree char *slice = sutra_text_slice (writer->text, start, end);

  add_string (writer->builder, key, slice);
}

static void
add_target (Writer *writer, guint start, guint end, guint stem_end)
{
  JsonBuilder *builder = writer->builder;
  gsize length = sutra_text_get_length (writer->text);
  gsize before = sutra_akshara_floor (writer->text, start > CONTEXT_LENGTH ? start - CONTEXT_LENGTH : 0);
  gsize after = sutra_akshara_ceil (writer->text, MIN ((gsize) end + CONTEXT_LENGTH, length));

  json_builder_begin_object (builder);
  add_urn (builder, "source", &writer->article->id);
  add_string (builder, "sourceTitle", writer->article->title);
  add_string (builder, "sourceUrl", writer->article->url);
  add_string (builder, "sourceSha256", writer->article->sha256);
  add_string (builder, "textSha256", writer->article->text_sha256);
  add_string (builder, "offsetUnit", "codepoint");
  if (stem_end != 0)
    add_int (builder, "stemEnd", stem_end);
  json_builder_set_member_name (builder, "selector");
  json_builder_begin_array (builder);
  json_builder_begin_object (builder);
  add_string (builder, "type", "TextPositionSelector");
  add_int (builder, "start", start);
  add_int (builder, "end", end);
  json_builder_end_object (builder);
  json_builder_begin_object (builder);
  add_string (builder, "type", "TextQuoteSelector");
  add_slice (writer, "exact", start, end);
  add_slice (writer, "prefix", before, start);
  add_slice (writer, "suffix", end, after);
  json_builder_end_object (builder);
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

static void
add_targets (Writer *writer, const SutraSnapshotMention *mention)
{
  json_builder_set_member_name (writer->builder, "target");
  if (mention->n_fragments > 0)
    json_builder_begin_array (writer->builder);
  add_target (writer, mention->start, mention->end, mention->stem_end);
  for (guint i = 0; i < mention->n_fragments; i++)
    add_target (writer, mention->fragments[i].start, mention->fragments[i].end, 0);
  if (mention->n_fragments > 0)
    json_builder_end_array (writer->builder);
}

static char *
annotation_to_json (Writer *writer, const SutraSnapshotMention *mention)
{
  g_autoptr (JsonBuilder) builder = json_builder_new_immutable ();
  g_autoptr (JsonNode) root = NULL;

  writer->builder = builder;
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "@context");
  json_builder_add_value (builder, json_node_ref (writer->context));
  add_urn (builder, "id", &mention->id);
  add_string (builder, "type", "Annotation");
  add_string (builder, "motivation", mention->entity != SUTRA_SNAPSHOT_NONE ? "identifying" : "classifying");
  add_string (builder, "created", mention->created);
  json_builder_set_member_name (builder, "creator");
  json_builder_begin_object (builder);
  add_string (builder, "type", "Person");
  add_string (builder, "name", mention->author);
  json_builder_end_object (builder);
  add_string (builder, "origin", sutra_mention_origin_to_string (mention->origin));
  add_bodies (writer, mention);
  add_targets (writer, mention);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  return json_to_string (root, FALSE);
}

static gboolean
write_w3c (const SutraSnapshot *snapshot, const SutraFormatContext *context, SutraOutput *output, GError **error)
{
  g_autoptr (JsonNode) terms = make_context ();
  Writer writer = { .snapshot = snapshot, .context = terms };
  guint n = 0;

  json_node_seal (terms);
  sutra_output_write (output, "[", 1);
  for (guint a = 0; a < snapshot->articles->len; a++)
    {
      g_autoptr (SutraText) text = NULL;

      writer.article = sutra_snapshot_article (snapshot, a);
      if (writer.article->n_mentions == 0)
        continue;
      text = writer.text = sutra_snapshot_load_text (snapshot, context->store, a, error);
      if (text == NULL)
        return FALSE;
      for (guint i = 0; i < writer.article->n_mentions; i++)
        {
          g_autofree char *json = annotation_to_json (&writer, sutra_snapshot_mention (snapshot, writer.article->first_mention + i));

          sutra_output_write (output, n++ > 0 ? ",\n" : "\n", -1);
          sutra_output_write (output, json, -1);
          if (n % ROWS_BETWEEN_LOOKS == 0 && g_cancellable_set_error_if_cancelled (context->cancellable, error))
            return FALSE;
        }
    }
  sutra_output_write (output, "\n]\n", -1);
  return TRUE;
}

const SutraFormat sutra_format_w3c = {
  .id = "w3c",
  .name = "W3C Web Annotation (JSON-LD)",
  .extension = "jsonld",
  .reads = FALSE,
  .offset_unit = "code points",
  .loses = "articles and entities without mentions, relations, texts, what is known of locations but their coordinates, history",
  .write = write_w3c,
};
