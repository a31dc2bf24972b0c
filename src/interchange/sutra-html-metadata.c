/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-html-metadata.h"

#include <string.h>

#include "sutra-case.h"
#include "sutra-html-hints.h"
#include "sutra-json-ld.h"

#define MAX_VALUE 2000
#define MAX_SCRIPTS 50

typedef enum
{
  FIELD_TITLE,
  FIELD_PUBLISHER,
  FIELD_AUTHOR,
  FIELD_PUBLISHED,
  FIELD_URL,
  FIELD_LANGUAGE,
  N_FIELDS
} Field;

/* Values found, best rank first. */
typedef struct
{
  char *values[N_FIELDS];
  int ranks[N_FIELDS];
} Found;

/* What a meta element's name, property or itemprop means; a lower rank is believed before a higher one. */
static const struct
{
  const char *name;
  Field field;
  int rank;
} keys[] = {
  { "og:title", FIELD_TITLE, 1 },
  { "twitter:title", FIELD_TITLE, 4 },
  { "dc.title", FIELD_TITLE, 5 },
  { "citation_title", FIELD_TITLE, 3 },
  { "og:site_name", FIELD_PUBLISHER, 1 },
  { "citation_journal_title", FIELD_PUBLISHER, 3 },
  { "dc.publisher", FIELD_PUBLISHER, 3 },
  { "publisher", FIELD_PUBLISHER, 4 },
  { "application-name", FIELD_PUBLISHER, 5 },
  { "author", FIELD_AUTHOR, 1 },
  { "article:author", FIELD_AUTHOR, 3 },
  { "dc.creator", FIELD_AUTHOR, 4 },
  { "citation_author", FIELD_AUTHOR, 3 },
  { "parsely-author", FIELD_AUTHOR, 4 },
  { "article:published_time", FIELD_PUBLISHED, 1 },
  { "datepublished", FIELD_PUBLISHED, 3 },
  { "og:published_time", FIELD_PUBLISHED, 3 },
  { "dc.date.issued", FIELD_PUBLISHED, 4 },
  { "dc.date", FIELD_PUBLISHED, 5 },
  { "citation_publication_date", FIELD_PUBLISHED, 4 },
  { "parsely-pub-date", FIELD_PUBLISHED, 4 },
  { "pubdate", FIELD_PUBLISHED, 5 },
  { "publish-date", FIELD_PUBLISHED, 5 },
  { "date", FIELD_PUBLISHED, 6 },
  { "og:url", FIELD_URL, 2 },
  { "og:locale", FIELD_LANGUAGE, 3 },
  { "content-language", FIELD_LANGUAGE, 4 },
};

static gboolean
is_address (const char *value)
{
  return (g_str_has_prefix (value, "http://") || g_str_has_prefix (value, "https://")) && strchr (value, ' ') == NULL;
}

/* "bn-BD" of "bn_BD"; NULL for what is no language tag. */
static char *
dup_language (const char *value)
{
  char *tag = g_strdup (value);
  gsize primary = 0;

  g_strdelimit (tag, "_", '-');
  while (g_ascii_isalpha (tag[primary]))
    primary++;
  if (primary >= 2 && primary <= 3 && (tag[primary] == '\0' || tag[primary] == '-') && strlen (tag) <= 35 &&
      sutra_case_check_language (tag, NULL))
    return tag;
  g_free (tag);
  return NULL;
}

/* Keeps @value for @field unless a better one is there. */
static void
offer (Found *found, Field field, int rank, const char *value)
{
  char *kept = NULL;

  if (value == NULL || value[0] == '\0' || (found->values[field] != NULL && found->ranks[field] <= rank))
    return;
  if (field == FIELD_PUBLISHED)
    kept = sutra_html_dup_edtf (value);
  else if (field == FIELD_LANGUAGE)
    kept = dup_language (value);
  else if (field == FIELD_URL)
    kept = is_address (value) ? g_strdup (value) : NULL;
  else if (field != FIELD_AUTHOR || !is_address (value))
    kept = g_strdup (value);
  if (kept == NULL)
    return;
  g_free (found->values[field]);
  found->values[field] = kept;
  found->ranks[field] = rank;
}

static void
read_meta (Found *found, xmlNode *node)
{
  static const char *const attributes[] = { "property", "name", "itemprop", "http-equiv" };
  g_autofree char *content = sutra_html_dup_attribute (node, "content", MAX_VALUE);

  for (gsize i = 0; content != NULL && i < G_N_ELEMENTS (attributes); i++)
    {
      g_autofree char *name = sutra_html_dup_attribute (node, attributes[i], 60);

      for (gsize k = 0; name != NULL && k < G_N_ELEMENTS (keys); k++)
        if (g_ascii_strcasecmp (name, keys[k].name) == 0)
          offer (found, keys[k].field, keys[k].rank, content);
    }
}

static void
read_json_ld (Found *found, xmlNode *root)
{
  g_auto (SutraJsonLd) json = { 0 };
  guint n = 0;

  for (xmlNode *node = sutra_html_find (root, root, "script"); node != NULL && n < MAX_SCRIPTS;
       node = sutra_html_find (node, root, "script"))
    {
      g_autofree char *type = sutra_html_dup_attribute (node, "type", 60);
      xmlChar *content;

      if (type == NULL || g_ascii_strcasecmp (type, "application/ld+json") != 0)
        continue;
      content = xmlNodeGetContent (node);
      if (content != NULL)
        sutra_json_ld_read (&json, (const char *) content, strlen ((const char *) content));
      xmlFree (content);
      n++;
    }
  offer (found, FIELD_TITLE, 2, json.headline);
  offer (found, FIELD_PUBLISHER, 2, json.publisher);
  offer (found, FIELD_AUTHOR, 2, json.author);
  offer (found, FIELD_PUBLISHED, 2, json.published);
  offer (found, FIELD_LANGUAGE, 2, json.language);
  offer (found, FIELD_URL, 3, json.url);
}

/* The date of the page's first time element that has one: pages put their own before others'. */
static void
read_time (Found *found, xmlNode *root)
{
  for (xmlNode *node = sutra_html_find (root, root, "time"); node != NULL && found->values[FIELD_PUBLISHED] == NULL;
       node = sutra_html_find (node, root, "time"))
    {
      g_autofree char *date = sutra_html_dup_attribute (node, "datetime", 60);

      offer (found, FIELD_PUBLISHED, 7, date);
    }
}

/* The first h1 that is not the site's name; else the first heading that is marked as the article's. */
static xmlNode *
find_heading (xmlNode *root)
{
  xmlNode *marked = NULL;

  for (xmlNode *node = root; node != NULL; node = sutra_html_next (node, root, TRUE))
    if (sutra_html_is (node, "h1") && !sutra_html_is_site_title (node))
      return node;
    else if (marked == NULL && node->type == XML_ELEMENT_NODE && node->name[0] == 'h' && g_ascii_isdigit (node->name[1]) &&
             sutra_html_is_marked_headline (node))
      marked = node;
  return marked;
}

static void
read_titles (Found *found, xmlNode *root)
{
  xmlNode *h1 = find_heading (root);
  xmlNode *title = sutra_html_find (root, root, "title");
  g_autofree char *heading = h1 != NULL ? sutra_html_dup_text (h1, MAX_VALUE) : NULL;
  g_autofree char *name = title != NULL ? sutra_html_dup_text (title, MAX_VALUE) : NULL;

  offer (found, FIELD_TITLE, 6, heading);
  offer (found, FIELD_TITLE, 7, name);
}

void
sutra_html_metadata_read (SutraHtmlMetadata *self, xmlDoc *doc)
{
  xmlNode *root = xmlDocGetRootElement (doc);
  g_autofree char *language = sutra_html_dup_attribute (root, "lang", 40);
  Found found = { 0 };

  for (xmlNode *node = root; node != NULL; node = sutra_html_next (node, root, TRUE))
    if (sutra_html_is (node, "meta"))
      read_meta (&found, node);
    else if (sutra_html_is (node, "link"))
      {
        g_autofree char *rel = sutra_html_dup_attribute (node, "rel", 60);
        g_autofree char *href = sutra_html_dup_attribute (node, "href", MAX_VALUE);

        if (rel != NULL && g_ascii_strcasecmp (rel, "canonical") == 0)
          offer (&found, FIELD_URL, 1, href);
      }
  if (language == NULL)
    language = sutra_html_dup_attribute (root, "xml:lang", 40);
  offer (&found, FIELD_LANGUAGE, 1, language);
  read_json_ld (&found, root);
  read_titles (&found, root);
  read_time (&found, root);

  self->title = found.values[FIELD_TITLE];
  self->publisher = found.values[FIELD_PUBLISHER];
  self->author = found.values[FIELD_AUTHOR];
  self->published = found.values[FIELD_PUBLISHED];
  self->language = found.values[FIELD_LANGUAGE];
  self->url = found.values[FIELD_URL];
}

void
sutra_html_metadata_clear (SutraHtmlMetadata *self)
{
  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->publisher, g_free);
  g_clear_pointer (&self->author, g_free);
  g_clear_pointer (&self->published, g_free);
  g_clear_pointer (&self->language, g_free);
  g_clear_pointer (&self->url, g_free);
}
