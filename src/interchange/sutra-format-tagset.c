/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-format-tagset.h"

#include <json-glib/json-glib.h>
#include <string.h>

#include "sutra-error.h"
#include "sutra-format.h"
#include "sutra-json.h"
#include "sutra-statement.h"
#include "sutra-utf8.h"

#define FORMAT_NAME "sutradhar-tagset"
#define FORMAT_VERSION 1
#define MAX_BYTES (1 << 20)
#define MAX_TYPES 500
#define MAX_LEVELS 8

/* Writing */

static void
add_member (JsonBuilder *builder, const char *key, const char *value)
{
  json_builder_set_member_name (builder, key);
  if (value != NULL)
    json_builder_add_string_value (builder, value);
  else
    json_builder_add_null_value (builder);
}

char *
sutra_tagset_to_json (GPtrArray *specs)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *json = NULL;

  g_return_val_if_fail (specs != NULL, NULL);

  json_builder_begin_object (builder);
  add_member (builder, "format", FORMAT_NAME);
  json_builder_set_member_name (builder, "version");
  json_builder_add_int_value (builder, FORMAT_VERSION);
  json_builder_set_member_name (builder, "types");
  json_builder_begin_array (builder);
  for (guint i = 0; i < specs->len; i++)
    {
      const SutraTypeSpec *spec = specs->pdata[i];

      json_builder_begin_object (builder);
      add_member (builder, "slug", spec->slug);
      add_member (builder, "name", spec->name);
      add_member (builder, "color", spec->color);
      add_member (builder, "badge", spec->badge);
      add_member (builder, "shortcut", spec->shortcut);
      add_member (builder, "parent", spec->parent);
      json_builder_set_member_name (builder, "names_entities");
      json_builder_add_boolean_value (builder, spec->names_entities);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  json = json_to_string (root, TRUE);
  return g_strconcat (json, "\n", NULL);
}

static gboolean
write_tagset (const SutraSnapshot *snapshot, const SutraFormatContext *context, SutraOutput *output, GError **error)
{
  g_autoptr (GPtrArray) specs = g_ptr_array_new_with_free_func ((GDestroyNotify) sutra_type_spec_free);
  g_autoptr (SutraStatement) rows =
      sutra_statement_new (context->store, error,
                           "SELECT type.slug, type.name, type.color, type.badge, type.shortcut, parent.slug, type.entities FROM type"
                           " LEFT JOIN type AS parent ON parent.id = type.parent ORDER BY type.position, type.id",
                           "");
  g_autoptr (GError) failed = NULL;
  g_autofree char *json = NULL;

  if (rows == NULL)
    return FALSE;
  while (sutra_statement_next (rows, &failed))
    {
      SutraTypeSpec *spec = g_new0 (SutraTypeSpec, 1);

      spec->slug = sutra_statement_dup_text (rows, 0);
      spec->name = sutra_statement_dup_text (rows, 1);
      spec->color = sutra_statement_dup_text (rows, 2);
      spec->badge = sutra_statement_dup_text (rows, 3);
      spec->shortcut = sutra_statement_dup_text (rows, 4);
      spec->parent = sutra_statement_dup_text (rows, 5);
      spec->names_entities = sutra_statement_get_int (rows, 6) != 0;
      g_ptr_array_add (specs, spec);
    }
  if (failed != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failed));
      return FALSE;
    }
  json = sutra_tagset_to_json (specs);
  sutra_output_write (output, json, -1);
  return TRUE;
}

/* Reading */

static void G_GNUC_PRINTF (4, 5) refuse (GError **error, int code, const char *name, const char *format, ...)
{
  g_autofree char *what = NULL;
  va_list args;

  va_start (args, format);
  what = g_strdup_vprintf (format, args);
  va_end (args);
  g_set_error (error, SUTRA_ERROR, code, "%s%s%s", name != NULL ? name : "", name != NULL ? ": " : "", what);
}

/* A text or null. @required: no null. */
static gboolean
read_string (JsonObject *object, const char *key, gboolean required, char **value, const char *name, guint number, GError **error)
{
  JsonNode *node = json_object_get_member (object, key);

  *value = NULL;
  if (node == NULL || JSON_NODE_HOLDS_NULL (node))
    {
      if (required)
        refuse (error, SUTRA_ERROR_PARSE, name, "type %u has no \"%s\": give it one", number, key);
      return !required;
    }
  if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_STRING)
    {
      refuse (error, SUTRA_ERROR_PARSE, name, "\"%s\" of type %u must be a text%s", key, number, required ? "" : " or null");
      return FALSE;
    }
  if (!g_utf8_validate (json_node_get_string (node), -1, NULL))
    {
      refuse (error, SUTRA_ERROR_PARSE, name, "\"%s\" of type %u has half a surrogate pair in it", key, number);
      return FALSE;
    }
  *value = json_node_dup_string (node);
  return TRUE;
}

static SutraTypeSpec *
read_type (JsonNode *node, const char *name, guint number, GError **error)
{
  static const char *const known[] = { "slug", "name", "color", "badge", "shortcut", "parent", "names_entities", NULL };
  g_autoptr (SutraTypeSpec) spec = g_new0 (SutraTypeSpec, 1);
  g_autoptr (GList) keys = NULL;
  g_autoptr (GError) reason = NULL;
  JsonObject *object;
  JsonNode *names_entities;

  if (!JSON_NODE_HOLDS_OBJECT (node))
    {
      refuse (error, SUTRA_ERROR_PARSE, name, "type %u must be an object", number);
      return NULL;
    }
  object = json_node_get_object (node);
  keys = json_object_get_members (object);
  for (GList *key = keys; key != NULL; key = key->next)
    if (!g_strv_contains (known, key->data))
      {
        g_autofree char *shown = sutra_utf8_shorten (key->data, 60);

        refuse (error, SUTRA_ERROR_PARSE, name, "type %u has an unknown key \"%s\"", number, shown);
        return NULL;
      }
  if (!read_string (object, "slug", TRUE, &spec->slug, name, number, error) ||
      !read_string (object, "name", FALSE, &spec->name, name, number, error) ||
      !read_string (object, "color", TRUE, &spec->color, name, number, error) ||
      !read_string (object, "badge", TRUE, &spec->badge, name, number, error) ||
      !read_string (object, "shortcut", FALSE, &spec->shortcut, name, number, error) ||
      !read_string (object, "parent", FALSE, &spec->parent, name, number, error))
    return NULL;
  names_entities = json_object_get_member (object, "names_entities");
  if (names_entities != NULL && (!JSON_NODE_HOLDS_VALUE (names_entities) || json_node_get_value_type (names_entities) != G_TYPE_BOOLEAN))
    {
      refuse (error, SUTRA_ERROR_PARSE, name, "\"names_entities\" of type %u must be true or false", number);
      return NULL;
    }
  spec->names_entities = names_entities == NULL || json_node_get_boolean (names_entities);
  if (!sutra_type_spec_validate (spec, &reason))
    {
      refuse (error, SUTRA_ERROR_INVALID, name, "type %u: %s", number, reason->message);
      return NULL;
    }
  return g_steal_pointer (&spec);
}

static SutraTypeSpec *
find_slug (GPtrArray *specs, const char *slug)
{
  for (guint i = 0; i < specs->len; i++)
    if (strcmp (((SutraTypeSpec *) specs->pdata[i])->slug, slug) == 0)
      return specs->pdata[i];
  return NULL;
}

/* What no type can say by itself. */
static gboolean
check_together (GPtrArray *specs, const char *name, GError **error)
{
  for (guint i = 0; i < specs->len; i++)
    {
      const SutraTypeSpec *spec = specs->pdata[i];
      const SutraTypeSpec *above = spec;
      guint steps = 0;

      if (find_slug (specs, spec->slug) != spec)
        {
          refuse (error, SUTRA_ERROR_INVALID, name, "two types have the slug \"%s\"", spec->slug);
          return FALSE;
        }
      for (guint k = 0; k < i; k++)
        if (spec->shortcut != NULL && g_strcmp0 (((SutraTypeSpec *) specs->pdata[k])->shortcut, spec->shortcut) == 0)
          {
            refuse (error, SUTRA_ERROR_INVALID, name, "the types \"%s\" and \"%s\" have the same shortcut \"%s\"",
                    ((SutraTypeSpec *) specs->pdata[k])->slug, spec->slug, spec->shortcut);
            return FALSE;
          }
      while (above->parent != NULL)
        {
          const SutraTypeSpec *parent = find_slug (specs, above->parent);
          g_autofree char *shown = sutra_utf8_shorten (above->parent, 60);

          if (parent == NULL)
            refuse (error, SUTRA_ERROR_INVALID, name, "the parent \"%s\" of type \"%s\" is not in the tagset", shown, above->slug);
          else if (++steps > specs->len)
            refuse (error, SUTRA_ERROR_INVALID, name, "type \"%s\" is its own ancestor", spec->slug);
          if (parent == NULL || steps > specs->len)
            return FALSE;
          above = parent;
        }
    }
  return TRUE;
}

/* The array of types of what was parsed. */
static JsonArray *
find_types (JsonNode *root, const char *name, GError **error)
{
  JsonObject *object;
  JsonNode *node;

  if (!JSON_NODE_HOLDS_OBJECT (root))
    {
      refuse (error, SUTRA_ERROR_PARSE, name, "a tagset must be a JSON object");
      return NULL;
    }
  object = json_node_get_object (root);
  node = json_object_get_member (object, "format");
  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node) || g_strcmp0 (json_node_get_string (node), FORMAT_NAME) != 0)
    {
      refuse (error, SUTRA_ERROR_PARSE, name, "this is no tagset: \"format\" must be \"" FORMAT_NAME "\"");
      return NULL;
    }
  node = json_object_get_member (object, "version");
  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_INT64 ||
      json_node_get_int (node) != FORMAT_VERSION)
    {
      refuse (error, SUTRA_ERROR_PARSE, name, "\"version\" must be %d: a newer version of the program may be needed", FORMAT_VERSION);
      return NULL;
    }
  node = json_object_get_member (object, "types");
  if (node == NULL || !JSON_NODE_HOLDS_ARRAY (node) || json_array_get_length (json_node_get_array (node)) == 0)
    {
      refuse (error, SUTRA_ERROR_PARSE, name, "\"types\" must be a list with at least one type");
      return NULL;
    }
  if (json_array_get_length (json_node_get_array (node)) > MAX_TYPES)
    {
      refuse (error, SUTRA_ERROR_TOO_LARGE, name, "a tagset has at most %d types", MAX_TYPES);
      return NULL;
    }
  return json_node_get_array (node);
}

GPtrArray *
sutra_tagset_from_json (GBytes *json, const char *name, GError **error)
{
  g_autoptr (GPtrArray) specs = g_ptr_array_new_with_free_func ((GDestroyNotify) sutra_type_spec_free);
  g_autoptr (JsonNode) root = NULL;
  g_autoptr (GError) reason = NULL;
  JsonArray *types;
  gsize n_bytes;
  const char *data = g_bytes_get_data (json, &n_bytes);

  if (n_bytes == 0 || n_bytes > MAX_BYTES)
    {
      if (n_bytes == 0)
        refuse (error, SUTRA_ERROR_EMPTY, name, "the file is empty");
      else
        refuse (error, SUTRA_ERROR_TOO_LARGE, name, "a tagset has at most %d KiB", MAX_BYTES >> 10);
      return NULL;
    }
  root = sutra_json_parse (data, n_bytes, MAX_LEVELS, &reason);
  if (root == NULL)
    {
      refuse (error, reason->code, name, "%s", reason->message);
      return NULL;
    }
  types = find_types (root, name, error);
  for (guint i = 0; types != NULL && i < json_array_get_length (types); i++)
    {
      SutraTypeSpec *spec = read_type (json_array_get_element (types, i), name, i + 1, error);

      if (spec == NULL)
        return NULL;
      g_ptr_array_add (specs, spec);
    }
  return types != NULL && check_together (specs, name, error) ? g_steal_pointer (&specs) : NULL;
}

const SutraFormat sutra_format_tagset = {
  .id = "tagset",
  .name = "Tagset (JSON)",
  .extension = "json",
  .reads = TRUE,
  .offset_unit = "none",
  .loses = "everything but the entity types",
  .write = write_tagset,
};
