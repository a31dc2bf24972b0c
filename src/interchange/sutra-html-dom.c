/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-html-dom.h"

#include <libxml/HTMLparser.h>
#include <libxml/parserInternals.h>
#include <libxml/SAX2.h>
#include <stdlib.h>
#include <string.h>

#include "sutra-error.h"

/* Bounds */

static const char *
skip_to (const char *p, const char *end, const char *what)
{
  gsize length = strlen (what);

  for (; (gsize) (end - p) >= length; p++)
    if (g_ascii_strncasecmp (p, what, length) == 0)
      return p + length;
  return end;
}

/* Counts the attributes of the tag that begins at @p; gives where it ends. */
static const char *
scan_tag (const char *p, const char *end, guint *n_attributes)
{
  gboolean in_name = TRUE;
  guint n = 0;

  while (p < end && *p != '>')
    {
      if (*p == '=')
        {
          do
            p++;
          while (p < end && sutra_html_is_space (*p));
          if (p < end && (*p == '"' || *p == '\''))
            {
              const char *quote = memchr (p + 1, *p, (gsize) (end - p - 1));

              p = quote != NULL ? quote + 1 : end;
            }
          else
            while (p < end && *p != '>' && !sutra_html_is_space (*p))
              p++;
          in_name = FALSE;
        }
      else if (sutra_html_is_space (*p) || *p == '/')
        {
          in_name = FALSE;
          p++;
        }
      else
        {
          n += !in_name;
          in_name = TRUE;
          p++;
        }
    }
  *n_attributes = n;
  return p;
}

/* libxml2 compares each attribute of a tag with all those before it: a tag with a million of them would take hours. */
static gboolean
check_attributes (const char *p, const char *end, GError **error)
{
  while ((p = memchr (p, '<', (gsize) (end - p))) != NULL)
    {
      const char *tag = ++p;
      guint n;

      if (end - p >= 3 && memcmp (p, "!--", 3) == 0)
        p = skip_to (p, end, "-->");
      else if (p < end && g_ascii_isalpha (*p))
        {
          p = scan_tag (p, end, &n);
          if (n > SUTRA_HTML_MAX_ATTRIBUTES)
            {
              g_set_error (error, SUTRA_ERROR, SUTRA_ERROR_TOO_LARGE,
                           "A tag of the page has %u attributes, more than %d: this is no article; save the page as text instead", n,
                           SUTRA_HTML_MAX_ATTRIBUTES);
              return FALSE;
            }
          if (g_ascii_strncasecmp (tag, "script", 6) == 0)
            p = skip_to (p, end, "</script");
          else if (g_ascii_strncasecmp (tag, "style", 5) == 0)
            p = skip_to (p, end, "</style");
        }
    }
  return TRUE;
}

/* Of a page while it is parsed. */
typedef struct
{
  guint n_elements;
  gboolean too_deep;
  gboolean too_many;
} Bounds;

static void
start_element (void *data, const xmlChar *name, const xmlChar **attributes)
{
  htmlParserCtxt *context = data;
  Bounds *bounds = context->_private;

  bounds->too_deep |= context->nodeNr >= SUTRA_HTML_MAX_DEPTH;
  bounds->too_many |= ++bounds->n_elements > SUTRA_HTML_MAX_ELEMENTS;
  if (bounds->too_deep || bounds->too_many)
    xmlStopParser (context);
  else
    xmlSAX2StartElement (data, name, attributes);
}

static void
ignore_error (void *data, const char *message, ...)
{
}

/* How much of a file's start may be a document type with an internal subset. */
#define MAX_DOCTYPE 65536

/* Where the page begins: behind a document type that has an internal subset (<!DOCTYPE html [<!ENTITY …>]>). HTML knows none, and its
 * parser would take the declarations for text; nothing in them is ever expanded. */
static const char *
skip_internal_subset (const char *data, const char *end)
{
  const char *limit = end - data > MAX_DOCTYPE ? data + MAX_DOCTYPE : end;
  const char *p = data;

  while (p < limit && g_ascii_isspace (*p))
    p++;
  if (limit - p < 9 || g_ascii_strncasecmp (p, "<!doctype", 9) != 0)
    return data;
  while (p < limit && *p != '[' && *p != '>')
    p++;
  if (p == limit || *p == '>')
    return data;
  for (; p + 1 < limit; p++)
    if (p[0] == ']')
      {
        const char *close = p + 1;

        while (close < limit && g_ascii_isspace (*close))
          close++;
        if (close < limit && *close == '>')
          return close + 1;
      }
  return data;
}

xmlDoc *
sutra_html_parse (GBytes *utf8, GError **error)
{
  gsize n_all;
  const char *all = g_bytes_get_data (utf8, &n_all);
  const char *data = skip_internal_subset (all, all + n_all);
  gsize n_bytes = n_all - (gsize) (data - all);
  htmlParserCtxt *context;
  Bounds bounds = { 0 };
  xmlDoc *doc;

  if (!check_attributes (data, data + n_bytes, error))
    return NULL;

  context = htmlCreateMemoryParserCtxt (data, (int) n_bytes);
  if (context == NULL)
    {
      g_set_error (error, SUTRA_ERROR, SUTRA_ERROR_EMPTY, "The page holds nothing");
      return NULL;
    }
  htmlCtxtUseOptions (context, HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET | HTML_PARSE_IGNORE_ENC);
  /* The bound on the depth is ours (start_element()); libxml2's own, 256, is less than old pages with unclosed tags have. */
  context->options |= XML_PARSE_HUGE;
  context->_private = &bounds;
  context->sax->startElement = start_element;
  context->sax->error = ignore_error;
  context->sax->warning = ignore_error;
  context->sax->serror = NULL;
  xmlSwitchToEncoding (context, xmlFindCharEncodingHandler ("UTF-8"));
  htmlParseDocument (context);
  doc = context->myDoc;
  context->myDoc = NULL;
  htmlFreeParserCtxt (context);

  if (bounds.too_deep)
    g_set_error (error, SUTRA_ERROR, SUTRA_ERROR_TOO_LARGE,
                 "The page is nested deeper than %d levels: this is no article; save the page as text instead", SUTRA_HTML_MAX_DEPTH);
  else if (bounds.too_many)
    g_set_error (error, SUTRA_ERROR, SUTRA_ERROR_TOO_LARGE,
                 "The page has more than %d elements: this is no article; save the page as text instead", SUTRA_HTML_MAX_ELEMENTS);
  else if (doc == NULL || xmlDocGetRootElement (doc) == NULL)
    g_set_error (error, SUTRA_ERROR, SUTRA_ERROR_EMPTY, "The page holds no text");
  else
    return doc;
  xmlFreeDoc (doc);
  return NULL;
}

/* Walking */

xmlNode *
sutra_html_next (xmlNode *node, const xmlNode *root, gboolean children)
{
  /* The children of an entity reference belong to the document's declarations. */
  if (children && node->children != NULL && node->type == XML_ELEMENT_NODE)
    return node->children;
  while (node != NULL && node != root && node->next == NULL)
    node = node->parent;
  return node == NULL || node == root ? NULL : node->next;
}

xmlNode *
sutra_html_find (xmlNode *node, const xmlNode *root, const char *name)
{
  for (node = sutra_html_next (node, root, TRUE); node != NULL; node = sutra_html_next (node, root, TRUE))
    if (sutra_html_is (node, name))
      return node;
  return NULL;
}

gboolean
sutra_html_is (const xmlNode *node, const char *name)
{
  return node->type == XML_ELEMENT_NODE && strcmp ((const char *) node->name, name) == 0;
}

static int
compare_names (const void *key, const void *item)
{
  return strcmp (key, *(const char *const *) item);
}

gboolean
sutra_html_in (const char *const *sorted, gsize n, const char *name)
{
  return bsearch (name, sorted, n, sizeof *sorted, compare_names) != NULL;
}

char *
sutra_html_dup_attribute (xmlNode *node, const char *name, gsize max)
{
  xmlAttr *attribute = xmlHasProp (node, (const xmlChar *) name);
  xmlChar *value = attribute != NULL ? xmlNodeListGetString (node->doc, attribute->children, 1) : NULL;
  char *copy = NULL;

  if (value != NULL)
    {
      gsize length = strlen ((const char *) value);

      if (length > max)
        {
          const char *cut = g_utf8_find_prev_char ((const char *) value, (const char *) value + max + 1);

          length = cut != NULL ? (gsize) (cut - (const char *) value) : 0;
        }
      copy = g_strstrip (g_strndup ((const char *) value, length));
      if (copy[0] == '\0')
        g_clear_pointer (&copy, g_free);
    }
  xmlFree (value);
  return copy;
}

gboolean
sutra_html_has_attribute (xmlNode *node, const char *name)
{
  return xmlHasProp (node, (const xmlChar *) name) != NULL;
}

char *
sutra_html_dup_text (xmlNode *node, gsize max)
{
  GString *text = g_string_new (NULL);
  gboolean space = FALSE;

  for (xmlNode *n = node; n != NULL && text->len < max; n = sutra_html_next (n, node, TRUE))
    {
      if (sutra_html_is (n, "br"))
        space = text->len > 0;
      if (n->type != XML_TEXT_NODE && n->type != XML_CDATA_SECTION_NODE)
        continue;
      for (const char *p = (const char *) n->content; p != NULL && *p != '\0'; p = g_utf8_next_char (p))
        {
          if (sutra_html_is_space (*p))
            {
              space = text->len > 0;
              continue;
            }
          if (text->len >= max)
            break;
          if (space)
            g_string_append_c (text, ' ');
          space = FALSE;
          g_string_append_len (text, p, g_utf8_next_char (p) - p);
        }
    }
  return g_string_free (text, text->len == 0);
}
