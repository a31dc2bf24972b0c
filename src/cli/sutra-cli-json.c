/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-cli-json.h"

void
sutra_cli_json_string (JsonBuilder *builder, const char *key, const char *value)
{
  /* A path may be any bytes, JSON may not. */
  g_autofree char *valid = value != NULL ? g_utf8_make_valid (value, -1) : NULL;

  json_builder_set_member_name (builder, key);
  if (valid != NULL)
    json_builder_add_string_value (builder, valid);
  else
    json_builder_add_null_value (builder);
}

void
sutra_cli_json_id (JsonBuilder *builder, const char *key, const SutraId *id)
{
  char buffer[SUTRA_ID_STRING_SIZE];

  sutra_cli_json_string (builder, key, sutra_id_is_null (id) ? NULL : sutra_id_to_string (id, buffer));
}

void
sutra_cli_json_int (JsonBuilder *builder, const char *key, gint64 value)
{
  json_builder_set_member_name (builder, key);
  json_builder_add_int_value (builder, value);
}

static void
add_boolean (JsonBuilder *builder, const char *key, gboolean value)
{
  json_builder_set_member_name (builder, key);
  json_builder_add_boolean_value (builder, value);
}

static void
add_double (JsonBuilder *builder, const char *key, double value)
{
  json_builder_set_member_name (builder, key);
  if (value == value)
    json_builder_add_double_value (builder, value);
  else
    json_builder_add_null_value (builder);
}

void
sutra_cli_json_article (JsonBuilder *builder, SutraArticle *article)
{
  json_builder_begin_object (builder);
  sutra_cli_json_id (builder, "id", sutra_article_get_id (article));
  sutra_cli_json_string (builder, "title", sutra_article_get_title (article));
  sutra_cli_json_string (builder, "source", sutra_article_get_source (article));
  sutra_cli_json_string (builder, "url", sutra_article_get_url (article));
  sutra_cli_json_string (builder, "author", sutra_article_get_author (article));
  sutra_cli_json_string (builder, "published", sutra_article_get_published (article));
  sutra_cli_json_string (builder, "accessed", sutra_article_get_accessed (article));
  sutra_cli_json_string (builder, "language", sutra_article_get_language (article));
  sutra_cli_json_string (builder, "encoding", sutra_article_get_encoding (article));
  sutra_cli_json_int (builder, "code_points", sutra_article_get_code_points (article));
  sutra_cli_json_string (builder, "sha256", sutra_article_get_sha256 (article));
  sutra_cli_json_string (builder, "text_sha256", sutra_article_get_text_sha256 (article));
  sutra_cli_json_int (builder, "mention_count", sutra_article_count_mentions (article));
  json_builder_end_object (builder);
}

void
sutra_cli_json_mention (JsonBuilder *builder, const SutraSnapshot *snapshot, const SutraSnapshotMention *mention)
{
  const SutraSnapshotEntity *entity = mention->entity != SUTRA_SNAPSHOT_NONE ? sutra_snapshot_entity (snapshot, mention->entity) : NULL;
  const SutraId none = SUTRA_ID_NULL;

  json_builder_begin_object (builder);
  sutra_cli_json_id (builder, "id", &mention->id);
  sutra_cli_json_id (builder, "article", &sutra_snapshot_article (snapshot, mention->article)->id);
  sutra_cli_json_int (builder, "start", mention->start);
  sutra_cli_json_int (builder, "end", mention->end);
  sutra_cli_json_int (builder, "stem_end", mention->stem_end);
  json_builder_set_member_name (builder, "fragments");
  json_builder_begin_array (builder);
  for (guint i = 0; i < mention->n_fragments; i++)
    {
      json_builder_begin_array (builder);
      json_builder_add_int_value (builder, mention->fragments[i].start);
      json_builder_add_int_value (builder, mention->fragments[i].end);
      json_builder_end_array (builder);
    }
  json_builder_end_array (builder);
  sutra_cli_json_string (builder, "text", mention->quote);
  sutra_cli_json_string (builder, "type", sutra_snapshot_type (snapshot, mention->type)->slug);
  sutra_cli_json_id (builder, "entity", entity != NULL ? &entity->id : &none);
  sutra_cli_json_string (builder, "entity_label", entity != NULL ? entity->label : NULL);
  sutra_cli_json_string (builder, "value", mention->value);
  sutra_cli_json_string (builder, "status", sutra_mention_status_to_string (mention->status));
  sutra_cli_json_string (builder, "origin", sutra_mention_origin_to_string (mention->origin));
  sutra_cli_json_string (builder, "note", mention->note);
  json_builder_end_object (builder);
}

void
sutra_cli_json_entity (JsonBuilder *builder, const SutraSnapshot *snapshot, const SutraSnapshotEntity *entity)
{
  json_builder_begin_object (builder);
  sutra_cli_json_id (builder, "id", &entity->id);
  sutra_cli_json_string (builder, "type", sutra_snapshot_type (snapshot, entity->type)->slug);
  sutra_cli_json_string (builder, "label", entity->label);
  json_builder_set_member_name (builder, "aliases");
  json_builder_begin_array (builder);
  for (guint i = 0; i < entity->n_aliases; i++)
    json_builder_add_string_value (builder, entity->aliases[i].text);
  json_builder_end_array (builder);
  sutra_cli_json_int (builder, "mention_count", entity->n_mentions);
  sutra_cli_json_string (builder, "value", entity->value);
  add_double (builder, "latitude", entity->latitude);
  add_double (builder, "longitude", entity->longitude);
  add_double (builder, "radius_m", entity->radius_m);
  sutra_cli_json_string (builder, "date", entity->date);
  sutra_cli_json_string (builder, "notes", entity->notes);
  sutra_cli_json_string (builder, "area", entity->area);
  sutra_cli_json_string (builder, "place", entity->place);
  sutra_cli_json_string (builder, "location_source", entity->location_source);
  json_builder_end_object (builder);
}

const char *
sutra_cli_event_name (SutraEvent event)
{
  return event == SUTRA_EVENT_UNDO ? "undo" : event == SUTRA_EVENT_REDO ? "redo" : "edit";
}

void
sutra_cli_json_history (JsonBuilder *builder, const SutraHistoryRow *row)
{
  g_autofree char *at = sutra_clock_format (row->at);
  g_autofree char *label = sutra_edit_label (row->kind, row->subject, row->count);

  json_builder_begin_object (builder);
  sutra_cli_json_int (builder, "seq", row->seq);
  sutra_cli_json_string (builder, "at", at);
  sutra_cli_json_string (builder, "author", row->author);
  sutra_cli_json_string (builder, "label", label);
  sutra_cli_json_string (builder, "event", sutra_cli_event_name (row->event));
  add_boolean (builder, "undone", row->undone);
  json_builder_end_object (builder);
}

void
sutra_cli_json_format (JsonBuilder *builder, const SutraFormat *format)
{
  json_builder_begin_object (builder);
  sutra_cli_json_string (builder, "id", format->id);
  sutra_cli_json_string (builder, "name", format->name);
  sutra_cli_json_string (builder, "extension", format->extension);
  add_boolean (builder, "reads", format->reads);
  add_boolean (builder, "writes", format->write != NULL);
  sutra_cli_json_string (builder, "offset_unit", format->offset_unit);
  sutra_cli_json_string (builder, "loses", format->loses);
  json_builder_end_object (builder);
}

void
sutra_cli_json_findings (JsonBuilder *builder, GPtrArray *findings)
{
  gboolean ok = TRUE;

  for (guint i = 0; i < findings->len; i++)
    ok &= !((const SutraFinding *) findings->pdata[i])->error;
  json_builder_begin_object (builder);
  add_boolean (builder, "ok", ok);
  json_builder_set_member_name (builder, "findings");
  json_builder_begin_array (builder);
  for (guint i = 0; i < findings->len; i++)
    {
      const SutraFinding *finding = findings->pdata[i];

      json_builder_begin_object (builder);
      sutra_cli_json_string (builder, "severity", finding->error ? "error" : "warning");
      sutra_cli_json_string (builder, "where", finding->where);
      sutra_cli_json_string (builder, "what", finding->what);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}
