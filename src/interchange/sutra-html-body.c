/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-html-body.h"

#include <string.h>

#include "sutra-html-hints.h"

/* A block of at least so many code points is prose; a shorter one only if it ends a sentence. */
#define PROSE_LENGTH 40
#define SENTENCE_LENGTH 15
/* A marked element is believed if it holds so much. */
#define MARKED_PROSE 60

/* Sorted. */
static const char *const blocks[] = {
  "address", "article",  "aside",      "blockquote", "body",   "center", "dd",   "details", "dir", "div", "dl",
  "dt",      "fieldset", "figcaption", "figure",     "footer", "form",   "h1",   "h2",      "h3",  "h4",  "h5",
  "h6",      "header",   "hr",         "html",       "li",     "main",   "menu", "nav",     "ol",  "p",   "pre",
  "section", "summary",  "table",      "tbody",      "td",     "tfoot",  "th",   "thead",   "tr",  "ul",
};

gboolean
sutra_html_is_block (const xmlNode *node)
{
  return node->type == XML_ELEMENT_NODE && sutra_html_in (blocks, G_N_ELEMENTS (blocks), (const char *) node->name);
}

SutraHtmlPart *
sutra_html_body_part (const SutraHtmlBody *self, const xmlNode *element)
{
  return &g_array_index (self->parts, SutraHtmlPart, GPOINTER_TO_UINT (element->_private) - 1);
}

static xmlNode *
parent_of (xmlNode *node)
{
  return node->parent != NULL && node->parent->type == XML_ELEMENT_NODE ? node->parent : NULL;
}

/* One walk in document order: what is before a node in it is done before it. Ends of elements are not seen; sums go up in a second walk backwards. */
static GPtrArray *
list_elements (SutraHtmlBody *self, xmlNode *root)
{
  GPtrArray *elements = g_ptr_array_new ();

  for (xmlNode *node = root; node != NULL; node = sutra_html_next (node, root, TRUE))
    if (node->type == XML_ELEMENT_NODE)
      {
        SutraHtmlPart part = { .block = node };

        if (node != root)
          {
            const SutraHtmlPart *above = sutra_html_body_part (self, node->parent);

            part.block = sutra_html_is_block (node) ? node : above->block;
            part.in_link = above->in_link || sutra_html_is (node, "a") || sutra_html_is (node, "time");
            part.dropped = above->dropped;
          }
        part.dropped |= sutra_html_hint (node) == SUTRA_HTML_HINT_NEVER;
        g_array_append_val (self->parts, part);
        node->_private = GUINT_TO_POINTER (self->parts->len);
        g_ptr_array_add (elements, node);
      }
  return elements;
}

static void
count_text (const char *text, guint *n, gboolean *sentence)
{
  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      gunichar c = g_utf8_get_char (text);

      *n += c > ' ' && c != 0xa0;
      *sentence |= c == '.' || c == '!' || c == '?' || c == 0x0964 || c == 0x0965 || c == 0x201d;
    }
}

/* Gives each block the text that is directly in it. */
static void
measure_text (SutraHtmlBody *self, xmlNode *root)
{
  for (xmlNode *node = root; node != NULL; node = sutra_html_next (node, root, TRUE))
    if ((node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE) && node->content != NULL)
      {
        const SutraHtmlPart *parent = sutra_html_body_part (self, node->parent);
        SutraHtmlPart *block = sutra_html_body_part (self, parent->block);
        guint n = 0;

        if (parent->dropped)
          continue;
        count_text ((const char *) node->content, &n, &block->own_sentence);
        block->own_text += n;
        block->own_link += parent->in_link ? n : 0;
      }
}

guint
sutra_html_part_own_prose (const SutraHtmlPart *part)
{
  if (part->own_link * 2 >= part->own_text)
    return 0;
  return part->own_text >= PROSE_LENGTH || (part->own_text >= SENTENCE_LENGTH && part->own_sentence) ? part->own_text - part->own_link : 0;
}

/* Sums from the leaves up: the elements backwards. */
static void
sum_up (SutraHtmlBody *self, GPtrArray *elements, gboolean final)
{
  for (guint i = elements->len; i-- > 0;)
    {
      xmlNode *node = elements->pdata[i];
      xmlNode *parent = parent_of (node);
      SutraHtmlPart *part = sutra_html_body_part (self, node);

      if (part->dropped)
        part->prose = 0;
      else
        part->prose += sutra_html_part_own_prose (part);
      if (!final)
        {
          part->raw_prose = part->prose;
          part->has_headline |= node == self->headline;
          part->has_body |= !part->dropped && (sutra_html_is (node, "article") || sutra_html_is_marked_body (node)) && part->prose > 0;
        }
      if (parent != NULL && parent->_private != NULL && !part->dropped)
        {
          SutraHtmlPart *above = sutra_html_body_part (self, parent);

          above->prose += part->prose;
          above->has_headline |= part->has_headline;
          above->has_body |= part->has_body;
        }
    }
}

/* Letters and digits only, so that quotes and a site's name behind a bar do not matter. */
static char *
plain_key (const char *text)
{
  GString *key = g_string_new (NULL);

  for (; *text != '\0' && key->len < 1000; text = g_utf8_next_char (text))
    {
      gunichar c = g_utf8_get_char (text);

      if (g_unichar_isalnum (c) || g_unichar_ismark (c))
        g_string_append_unichar (key, g_unichar_tolower (c));
    }
  return g_string_free (key, FALSE);
}

static gboolean
is_headline_candidate (xmlNode *element)
{
  if (sutra_html_is (element, "h1"))
    return !sutra_html_is_site_title (element);
  return element->name[0] == 'h' && g_ascii_isdigit (element->name[1]) && sutra_html_is_marked_headline (element);
}

/* The heading that says what the meta data says; else the only one. */
static xmlNode *
find_headline (SutraHtmlBody *self, GPtrArray *elements, const char *title)
{
  g_autofree char *title_key = title != NULL ? plain_key (title) : NULL;
  xmlNode *last = NULL;
  guint n = 0;

  for (guint i = 0; i < elements->len; i++)
    {
      xmlNode *heading = elements->pdata[i];
      g_autofree char *text = NULL;
      g_autofree char *key = NULL;

      if (sutra_html_body_part (self, heading)->dropped || !is_headline_candidate (heading))
        continue;
      text = sutra_html_dup_text (heading, 2000);
      key = text != NULL ? plain_key (text) : NULL;
      if (key == NULL || key[0] == '\0')
        continue;
      if (title_key != NULL && (strstr (title_key, key) != NULL || strstr (key, title_key) != NULL) &&
          strlen (key) * 3 > strlen (title_key))
        return heading;
      last = heading;
      n++;
    }
  return n == 1 ? last : NULL;
}

static void
drop_by_hints (SutraHtmlBody *self, GPtrArray *elements, guint all)
{
  for (guint i = 0; i < elements->len; i++)
    {
      xmlNode *node = elements->pdata[i];
      xmlNode *parent = parent_of (node);
      SutraHtmlPart *part = sutra_html_body_part (self, node);
      SutraHtmlHint hint;

      if (parent != NULL && parent->_private != NULL && sutra_html_body_part (self, parent)->dropped)
        part->dropped = TRUE;
      part->prose = 0;
      if (part->dropped || part->has_headline || (part->has_body && part->raw_prose * 2 > all))
        continue;
      hint = sutra_html_hint (node);
      part->dropped = hint == SUTRA_HTML_HINT_STRONG || (hint == SUTRA_HTML_HINT_WEAK && part->raw_prose * 5 <= all * 3);
    }
}

static xmlNode *
largest (SutraHtmlBody *self, GPtrArray *elements, gboolean (*wanted) (const SutraHtmlPart *part, xmlNode *element))
{
  xmlNode *best = NULL;

  for (guint i = 0; i < elements->len; i++)
    {
      xmlNode *node = elements->pdata[i];
      const SutraHtmlPart *part = sutra_html_body_part (self, node);

      if (!part->dropped && part->prose >= MARKED_PROSE && wanted (part, node) &&
          (best == NULL || part->prose > sutra_html_body_part (self, best)->prose))
        best = node;
    }
  return best;
}

static gboolean
is_item_body (const SutraHtmlPart *part, xmlNode *element)
{
  g_autofree char *item = sutra_html_dup_attribute (element, "itemprop", 200);

  return item != NULL && strstr (item, "articleBody") != NULL;
}

static gboolean
is_marked (const SutraHtmlPart *part, xmlNode *element)
{
  return sutra_html_is_marked_body (element);
}

static gboolean
is_headed_article (const SutraHtmlPart *part, xmlNode *element)
{
  return part->has_headline && sutra_html_is (element, "article");
}

static gboolean
is_article (const SutraHtmlPart *part, xmlNode *element)
{
  return sutra_html_is (element, "article");
}

static gboolean
is_main_element (const SutraHtmlPart *part, xmlNode *element)
{
  g_autofree char *role = sutra_html_dup_attribute (element, "role", 20);

  return sutra_html_is (element, "main") || g_strcmp0 (role, "main") == 0;
}

/* Into the one child that holds nearly all of the prose, as long as there is one. */
static xmlNode *
descend (SutraHtmlBody *self, xmlNode *node)
{
  while (TRUE)
    {
      xmlNode *heir = NULL;
      guint prose = sutra_html_body_part (self, node)->prose;

      for (xmlNode *child = node->children; child != NULL && heir == NULL; child = child->next)
        if (child->type == XML_ELEMENT_NODE && sutra_html_is_block (child) && !sutra_html_body_part (self, child)->dropped &&
            (guint64) sutra_html_body_part (self, child)->prose * 100 >= (guint64) prose * 85 &&
            sutra_html_body_part (self, child)->prose > 0 && !sutra_html_is (child, "p"))
          heir = child;
      if (heir == NULL)
        return node;
      node = heir;
    }
}

/* What the page says of itself is believed in this order, the vaguer the more of the prose must be in it. */
static xmlNode *
choose_container (SutraHtmlBody *self, GPtrArray *elements, xmlNode *body)
{
  static const struct
  {
    gboolean (*wanted) (const SutraHtmlPart *part, xmlNode *element);
    guint percent;
    gboolean descend;
  } rules[] = {
    { is_item_body, 0, FALSE }, { is_headed_article, 0, FALSE }, { is_marked, 25, FALSE },
    { is_article, 40, FALSE },  { is_main_element, 50, TRUE },
  };
  guint all = sutra_html_body_part (self, body)->prose;

  for (gsize i = 0; i < G_N_ELEMENTS (rules); i++)
    {
      xmlNode *best = largest (self, elements, rules[i].wanted);

      if (best != NULL && (guint64) sutra_html_body_part (self, best)->prose * 100 >= (guint64) all * rules[i].percent)
        return rules[i].descend ? descend (self, best) : best;
    }
  return descend (self, body);
}

static gboolean
is_inside (const xmlNode *node, const xmlNode *element)
{
  for (; node != NULL; node = node->parent)
    if (node == element)
      return TRUE;
  return FALSE;
}

void
sutra_html_body_init (SutraHtmlBody *self, xmlDoc *doc, const char *title)
{
  xmlNode *root = xmlDocGetRootElement (doc);
  xmlNode *body = sutra_html_find (root, root, "body");
  g_autoptr (GPtrArray) elements = NULL;

  memset (self, 0, sizeof *self);
  self->parts = g_array_new (FALSE, TRUE, sizeof (SutraHtmlPart));
  if (body == NULL)
    body = root;
  elements = list_elements (self, body);
  self->headline = find_headline (self, elements, title);
  measure_text (self, body);
  sum_up (self, elements, FALSE);
  drop_by_hints (self, elements, sutra_html_body_part (self, body)->raw_prose);
  sum_up (self, elements, TRUE);

  self->container = choose_container (self, elements, body);
  self->first = self->container;
  if (self->headline != NULL && !is_inside (self->headline, self->container))
    for (guint i = 0; i < elements->len && elements->pdata[i] != self->container; i++)
      if (elements->pdata[i] == self->headline)
        self->first = self->headline;
  if (self->first == self->container && self->headline != NULL && !is_inside (self->headline, self->container))
    self->headline = NULL;
}

void
sutra_html_body_clear (SutraHtmlBody *self)
{
  g_clear_pointer (&self->parts, g_array_unref);
}
