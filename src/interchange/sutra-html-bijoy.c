/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-html-bijoy.h"

#include <string.h>

/* Bounds of what is looked at for fonts. */
#define MAX_STYLE_BYTES 65536
#define MAX_RULES 2000
#define MAX_ATTRIBUTE 4096

/* What an element says of its font. */
typedef enum
{
  FONT_UNSAID,
  FONT_OTHER,
  FONT_BIJOY,
} Font;

/* ---- Style sheets ---- */

/* The value of font-family, or the family in font, among the declarations in [@css, @css + @n). */
static Font
font_of_declarations (const char *css, gsize n)
{
  g_autofree char *copy = g_ascii_strdown (css, (gssize) n);
  g_auto (GStrv) declarations = g_strsplit (copy, ";", 100);
  Font font = FONT_UNSAID;

  for (guint i = 0; declarations[i] != NULL; i++)
    {
      char *colon = strchr (declarations[i], ':');
      const char *name = g_strstrip (declarations[i]);

      if (colon == NULL)
        continue;
      if (g_str_has_prefix (name, "font-family") && strspn (name + 11, " \t\r\n:") > 0)
        font = sutra_bijoy_is_font (colon + 1, -1) ? FONT_BIJOY : FONT_OTHER;
      else if (g_str_has_prefix (name, "font") && strspn (name + 4, " \t\r\n:") > 0)
        {
          /* The family comes last, behind the size. */
          const char *comma = strchr (colon, ',');
          gsize length = comma != NULL ? (gsize) (comma - colon) : strlen (colon);
          g_autofree char *first = g_strndup (colon, length);
          const char *space = strrchr (g_strchomp (first), ' ');

          font = space != NULL && sutra_bijoy_is_font (space + 1, -1) ? FONT_BIJOY : FONT_OTHER;
        }
    }
  return font;
}

/* "p.MsoNormal, .bn" and the like: what is more than one simple selector is passed over. */
static void
add_selectors (GHashTable *rules, const char *selectors, gsize n, Font font)
{
  g_autofree char *copy = g_strndup (selectors, n);
  g_auto (GStrv) parts = g_strsplit (copy, ",", 100);

  for (guint i = 0; parts[i] != NULL && g_hash_table_size (rules) < MAX_RULES; i++)
    {
      const char *selector = g_strstrip (parts[i]);

      if (selector[0] != '\0' && strpbrk (selector, " \t\r\n>+~:[#*@/") == NULL)
        g_hash_table_insert (rules, g_strdup (selector), GINT_TO_POINTER (font));
    }
}

static void
add_rules (GHashTable *rules, const char *css)
{
  const char *end = css + strnlen (css, MAX_STYLE_BYTES);

  while (css < end)
    {
      const char *open = memchr (css, '{', (gsize) (end - css));
      const char *close = open != NULL ? memchr (open, '}', (gsize) (end - open)) : NULL;
      const char *selectors = css;
      Font font;

      if (close == NULL)
        return;
      /* Behind comments. */
      for (const char *p = css; p + 1 < open; p++)
        if (p[0] == '*' && p[1] == '/')
          selectors = p + 2;
      font = font_of_declarations (open + 1, (gsize) (close - open - 1));
      if (font != FONT_UNSAID)
        add_selectors (rules, selectors, (gsize) (open - selectors), font);
      css = close + 1;
    }
}

static GHashTable *
collect_rules (xmlNode *root)
{
  GHashTable *rules = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (xmlNode *node = root; node != NULL; node = sutra_html_next (node, root, TRUE))
    if (sutra_html_is (node, "style") && node->children != NULL && node->children->content != NULL)
      {
        const char *css = (const char *) node->children->content;

        css += strspn (css, " \t\r\n");
        add_rules (rules, g_str_has_prefix (css, "<!--") ? css + 4 : css);
      }
  return rules;
}

/* ---- Elements ---- */

static Font
font_by_rules (GHashTable *rules, xmlNode *node)
{
  g_autofree char *classes = NULL;
  Font font = GPOINTER_TO_INT (g_hash_table_lookup (rules, node->name));

  if (g_hash_table_size (rules) == 0)
    return FONT_UNSAID;
  classes = sutra_html_dup_attribute (node, "class", MAX_ATTRIBUTE);
  if (classes != NULL)
    {
      g_auto (GStrv) names = g_strsplit_set (classes, " \t\r\n", 20);

      for (guint i = 0; names[i] != NULL; i++)
        {
          g_autofree char *simple = g_strconcat (".", names[i], NULL);
          g_autofree char *both = g_strconcat ((const char *) node->name, simple, NULL);
          Font by_class = GPOINTER_TO_INT (g_hash_table_lookup (rules, both));

          if (by_class == FONT_UNSAID)
            by_class = GPOINTER_TO_INT (g_hash_table_lookup (rules, simple));
          if (by_class != FONT_UNSAID)
            font = by_class;
        }
    }
  return font;
}

/* What @node says itself: its style, the rules, its face. */
static Font
own_font (GHashTable *rules, xmlNode *node)
{
  g_autofree char *style = sutra_html_dup_attribute (node, "style", MAX_ATTRIBUTE);
  g_autofree char *face = NULL;
  Font font = style != NULL ? font_of_declarations (style, strlen (style)) : FONT_UNSAID;

  if (font == FONT_UNSAID)
    font = font_by_rules (rules, node);
  if (font != FONT_UNSAID || !sutra_html_is (node, "font"))
    return font;
  face = sutra_html_dup_attribute (node, "face", MAX_ATTRIBUTE);
  return face == NULL ? FONT_UNSAID : sutra_bijoy_is_font (face, -1) ? FONT_BIJOY : FONT_OTHER;
}

static gboolean
is_plain (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (g_utf8_get_char (p) >= 0x0980 && g_utf8_get_char (p) <= 0x09ff)
      return FALSE;
  return TRUE;
}

static gboolean
is_text (const xmlNode *node)
{
  return (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE) && node->content != NULL;
}

/* The text nodes in a Bijoy font in document order (transfer container); with @all, those in any font. */
static GPtrArray *
list_texts (xmlNode *root, gboolean all)
{
  g_autoptr (GHashTable) rules = collect_rules (root);
  /* Of the elements that stand above others, or say something; the rest is as what is above. */
  g_autoptr (GHashTable) fonts = g_hash_table_new (NULL, NULL);
  GPtrArray *texts = g_ptr_array_new ();

  for (xmlNode *node = root; node != NULL; node = sutra_html_next (node, root, TRUE))
    {
      Font above = GPOINTER_TO_INT (g_hash_table_lookup (fonts, node->parent));

      if (node->type == XML_ELEMENT_NODE)
        {
          Font own = own_font (rules, node);

          if (sutra_html_is (node, "script") || sutra_html_is (node, "style"))
            own = FONT_OTHER;
          g_hash_table_insert (fonts, node, GINT_TO_POINTER (own != FONT_UNSAID ? own : above));
        }
      else if (is_text (node) &&
               (all ? node->parent != NULL && !sutra_html_is (node->parent, "script") && !sutra_html_is (node->parent, "style")
                    : above == FONT_BIJOY) &&
               is_plain ((const char *) node->content))
        g_ptr_array_add (texts, node);
    }
  return texts;
}

/* ---- Conversion ---- */

static SutraBijoyGeneration
vote (GPtrArray *texts)
{
  g_autoptr (GString) joined = g_string_new (NULL);

  for (guint i = 0; i < texts->len; i++)
    g_string_append (joined, (const char *) ((xmlNode *) texts->pdata[i])->content);
  return sutra_bijoy_vote (joined->str, joined->len);
}

static void
set_content (xmlNode *node, const char *text)
{
  xmlFree (node->content);
  node->content = xmlStrdup ((const xmlChar *) text);
}

static void
convert_into (xmlNode *node, const GString *carrier, SutraBijoyGeneration generation)
{
  g_autoptr (SutraBijoyText) text = sutra_bijoy_decode (carrier->str, carrier->len, generation, FALSE);

  set_content (node, text->utf8->str);
}

/* A word that word processors cut into several elements is put together again: signs move across the cuts. */
static gboolean
goes_on (const xmlNode *before, const xmlNode *node)
{
  const char *text = (const char *) node->content;
  gsize n = strlen ((const char *) before->content);

  if (n == 0 || sutra_html_is_space ((char) before->content[n - 1]) || text[0] == '\0' || sutra_html_is_space (text[0]))
    return FALSE;
  for (const xmlNode *p = before; p != NULL && p != node; p = sutra_html_next ((xmlNode *) p, NULL, TRUE))
    if (sutra_html_is (p, "br") || (p->type == XML_ELEMENT_NODE && p->children == NULL))
      return FALSE;
  /* Inline siblings of one parent, or children of such. */
  return before->parent == node->parent || before->parent->parent == node->parent || before->parent == node->parent->parent ||
         (before->parent->parent == node->parent->parent && before->parent->next == node->parent);
}

static gboolean
is_inline (const xmlNode *node)
{
  static const char *const names[] = { "a", "b", "em", "font", "i", "o:p", "small", "span", "strong", "u" };

  return sutra_html_in (names, G_N_ELEMENTS (names), (const char *) node->name);
}

static void
convert_all (GPtrArray *texts, SutraBijoyGeneration generation)
{
  for (guint i = 0; i < texts->len;)
    {
      xmlNode *first = texts->pdata[i];
      xmlNode *last = first;
      g_autoptr (GString) carrier = g_string_new ((const char *) first->content);

      for (i++; i < texts->len; i++)
        {
          xmlNode *node = texts->pdata[i];

          if (!(is_inline (last->parent) || is_inline (node->parent)) || !goes_on (last, node))
            break;
          g_string_append (carrier, (const char *) node->content);
          if (last != first)
            set_content (last, "");
          last = node;
        }
      if (last != first)
        set_content (last, "");
      convert_into (first, carrier, generation);
    }
}

static void
convert_title (xmlNode *root, SutraBijoyGeneration generation)
{
  xmlNode *title = sutra_html_find (root, root, "title");
  xmlNode *text = title != NULL ? title->children : NULL;

  if (text == NULL || !is_text (text) || sutra_bijoy_score ((const char *) text->content, strlen ((const char *) text->content)) <= 0)
    return;
  {
    g_autoptr (GString) carrier = g_string_new ((const char *) text->content);

    convert_into (text, carrier, generation);
  }
}

/* ---- Public API ---- */

gsize
sutra_html_bijoy_count (xmlDoc *doc)
{
  g_autoptr (GPtrArray) texts = list_texts (xmlDocGetRootElement (doc), FALSE);
  gsize n = 0;

  for (guint i = 0; i < texts->len; i++)
    for (const char *p = (const char *) ((xmlNode *) texts->pdata[i])->content; *p != '\0'; p = g_utf8_next_char (p))
      n += g_unichar_isgraph (g_utf8_get_char (p));
  return n;
}

SutraBijoyGeneration
sutra_html_bijoy_convert (xmlDoc *doc, SutraBijoyGeneration generation)
{
  xmlNode *root = xmlDocGetRootElement (doc);
  g_autoptr (GPtrArray) texts = list_texts (root, FALSE);

  if (texts->len == 0)
    {
      g_ptr_array_unref (texts);
      texts = list_texts (root, TRUE);
    }
  else
    convert_title (root, generation != SUTRA_BIJOY_AUTO ? generation : vote (texts));
  if (generation == SUTRA_BIJOY_AUTO)
    generation = vote (texts);
  convert_all (texts, generation);
  return generation;
}
