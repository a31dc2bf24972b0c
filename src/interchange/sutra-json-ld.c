/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-json-ld.h"

#include <json-glib/json-glib.h>
#include <string.h>

#include "sutra-json.h"

#define MAX_BYTES (1 << 20)
#define MAX_LEVELS 32
#define MAX_OBJECTS 2000
#define MAX_VALUE 2000

static const char *
string_of (JsonNode *node)
{
  const char *text;

  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_STRING)
    return NULL;
  text = json_node_get_string (node);
  return strlen (text) <= MAX_VALUE && g_utf8_validate (text, -1, NULL) ? text : NULL;
}

/* A text, an object's name, or a list of either. */
static char *
name_of (JsonNode *node)
{
  g_autoptr (GString) names = NULL;

  if (node == NULL)
    return NULL;
  if (JSON_NODE_HOLDS_OBJECT (node))
    return g_strdup (string_of (json_object_get_member (json_node_get_object (node), "name")));
  if (!JSON_NODE_HOLDS_ARRAY (node))
    return g_strdup (string_of (node));

  names = g_string_new (NULL);
  for (guint i = 0; i < MIN (json_array_get_length (json_node_get_array (node)), 20); i++)
    {
      JsonNode *item = json_array_get_element (json_node_get_array (node), i);
      const char *name =
          JSON_NODE_HOLDS_OBJECT (item) ? string_of (json_object_get_member (json_node_get_object (item), "name")) : string_of (item);

      if (name != NULL)
        g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", name);
    }
  return names->len > 0 ? g_strdup (names->str) : NULL;
}

static gboolean
is_article_type (const char *type)
{
  return type != NULL &&
         (g_str_has_suffix (type, "Article") || g_str_has_suffix (type, "BlogPosting") || g_str_has_suffix (type, "Report"));
}

static gboolean
is_article (JsonObject *object)
{
  JsonNode *type = json_object_get_member (object, "@type");

  if (type != NULL && JSON_NODE_HOLDS_ARRAY (type))
    {
      for (guint i = 0; i < json_array_get_length (json_node_get_array (type)); i++)
        if (is_article_type (string_of (json_array_get_element (json_node_get_array (type), i))))
          return TRUE;
      return FALSE;
    }
  return is_article_type (string_of (type));
}

static void
take (char **field, char *value)
{
  if (value != NULL)
    g_strstrip (value);
  if (*field == NULL && value != NULL && value[0] != '\0')
    *field = value;
  else
    g_free (value);
}

static void
take_object (SutraJsonLd *self, JsonObject *object)
{
  JsonNode *page = json_object_get_member (object, "mainEntityOfPage");

  take (&self->headline, g_strdup (string_of (json_object_get_member (object, "headline"))));
  take (&self->publisher, name_of (json_object_get_member (object, "publisher")));
  take (&self->author, name_of (json_object_get_member (object, "author")));
  take (&self->published, g_strdup (string_of (json_object_get_member (object, "datePublished"))));
  take (&self->language, g_strdup (string_of (json_object_get_member (object, "inLanguage"))));
  take (&self->url, g_strdup (string_of (json_object_get_member (object, "url"))));
  if (page != NULL && JSON_NODE_HOLDS_OBJECT (page))
    take (&self->url, g_strdup (string_of (json_object_get_member (json_node_get_object (page), "@id"))));
  else
    take (&self->url, g_strdup (string_of (page)));
}

/* Objects at the top, in arrays and in @graph, in order, without recursion. */
static GPtrArray *
collect_objects (JsonNode *root)
{
  GPtrArray *objects = g_ptr_array_new ();
  g_autoptr (GQueue) todo = g_queue_new ();
  JsonNode *node;

  g_queue_push_tail (todo, root);
  while ((node = g_queue_pop_head (todo)) != NULL && objects->len < MAX_OBJECTS)
    {
      JsonNode *graph = NULL;

      if (JSON_NODE_HOLDS_OBJECT (node))
        {
          g_ptr_array_add (objects, json_node_get_object (node));
          graph = json_object_get_member (json_node_get_object (node), "@graph");
        }
      else if (JSON_NODE_HOLDS_ARRAY (node))
        graph = node;
      if (graph != NULL && JSON_NODE_HOLDS_ARRAY (graph))
        for (guint i = 0; i < MIN (json_array_get_length (json_node_get_array (graph)), MAX_OBJECTS); i++)
          g_queue_push_tail (todo, json_array_get_element (json_node_get_array (graph), i));
    }
  return objects;
}

void
sutra_json_ld_read (SutraJsonLd *self, const char *json, gsize n_bytes)
{
  g_autoptr (JsonNode) root = NULL;
  g_autoptr (GPtrArray) objects = NULL;
  gboolean found = FALSE;

  g_return_if_fail (self != NULL);

  if (n_bytes > MAX_BYTES)
    return;
  root = sutra_json_parse (json, n_bytes, MAX_LEVELS, NULL);
  if (root == NULL)
    return;
  objects = collect_objects (root);
  for (guint i = 0; i < objects->len; i++)
    if (is_article (objects->pdata[i]))
      {
        take_object (self, objects->pdata[i]);
        found = TRUE;
      }
  for (guint i = 0; !found && i < objects->len; i++)
    if (json_object_has_member (objects->pdata[i], "headline") || json_object_has_member (objects->pdata[i], "datePublished"))
      take_object (self, objects->pdata[i]);
}

void
sutra_json_ld_clear (SutraJsonLd *self)
{
  g_clear_pointer (&self->headline, g_free);
  g_clear_pointer (&self->publisher, g_free);
  g_clear_pointer (&self->author, g_free);
  g_clear_pointer (&self->published, g_free);
  g_clear_pointer (&self->language, g_free);
  g_clear_pointer (&self->url, g_free);
}
