/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-html-text.h"

#include <string.h>

#include "sutra-html-hints.h"

/* A line that is nearly all links is a menu, not a paragraph. */
#define MAX_LINK_PERCENT 80
/* A cell that holds more is laid out with a table. */
#define MAX_CELL_BYTES 900

typedef enum
{
  LINE_PARAGRAPH,
  LINE_HEADING,
  LINE_ITEM, /* of a list or table: one line feed before the next of the same @group */
} LineKind;

/* One output line or paragraph. */
typedef struct
{
  gsize start, length; /* in @text */
  LineKind kind;
  xmlNode *group;
} Line;

typedef struct
{
  const SutraHtmlBody *body;
  GString *text; /* all lines, without separators */
  GArray *lines;
  xmlNode *block; /* what the current line stands in */
  gsize start;
  guint n_chars, n_link_chars;
  gboolean space;
  guint n_breaks; /* br's since the last text */
  guint n_pre;
  guint n_cells; /* of the row */
  gboolean begun, in_container;
} Writer;

/* Lines */

static xmlNode *
ancestor (xmlNode *node, const char *name)
{
  for (; node != NULL && node->type == XML_ELEMENT_NODE; node = node->parent)
    if (sutra_html_is (node, name))
      return node;
  return NULL;
}

static gboolean
is_heading (const xmlNode *node)
{
  return node->name[0] == 'h' && node->name[1] >= '1' && node->name[1] <= '6' && node->name[2] == '\0';
}

static xmlNode *
outermost_list (const Writer *writer, xmlNode *node)
{
  xmlNode *list = node->parent;

  for (; node != NULL && node->type == XML_ELEMENT_NODE && node != writer->body->container; node = node->parent)
    if (sutra_html_is (node, "ul") || sutra_html_is (node, "ol") || sutra_html_is (node, "dl"))
      list = node;
  return list;
}

static LineKind
kind_of (const Writer *writer, xmlNode **group)
{
  *group = NULL;
  for (xmlNode *node = writer->block; node != NULL && node->type == XML_ELEMENT_NODE; node = node->parent)
    {
      if (is_heading (node))
        return LINE_HEADING;
      if (sutra_html_is (node, "li") || sutra_html_is (node, "dd") || sutra_html_is (node, "dt") || sutra_html_is (node, "tr"))
        {
          *group = sutra_html_is (node, "tr") ? ancestor (node, "table") : outermost_list (writer, node);
          return LINE_ITEM;
        }
      if (sutra_html_is (node, "td") || sutra_html_is (node, "body") || node == writer->body->container)
        break;
    }
  return LINE_PARAGRAPH;
}

static gboolean
is_wanted (const Writer *writer, const char *line)
{
  gboolean headline = writer->body->headline != NULL && writer->block == writer->body->headline;

  if (writer->n_chars == 0)
    return FALSE;
  if (headline)
    return TRUE;
  if (writer->n_link_chars * 100 >= writer->n_chars * MAX_LINK_PERCENT && writer->n_link_chars > 0)
    return FALSE;
  return writer->n_chars > 200 || !sutra_html_is_furniture (line);
}

/* Takes blank lines off both ends, outside of pre all white space at the end. */
static void
trim_line (Writer *writer)
{
  const char *line = writer->text->str + writer->start;
  gsize blank = strspn (line, " \n\t");

  while (blank > 0 && line[blank - 1] != '\n')
    blank--;
  g_string_erase (writer->text, (gssize) writer->start, (gssize) blank);
  while (writer->text->len > writer->start &&
         strchr (writer->n_pre == 0 ? " \n\t" : "\n", writer->text->str[writer->text->len - 1]) != NULL)
    g_string_truncate (writer->text, writer->text->len - 1);
}

/* Ends the line that is being written. */
static void
end_line (Writer *writer)
{
  Line line = { .start = writer->start };

  trim_line (writer);
  if (is_wanted (writer, writer->text->str + writer->start))
    {
      line.length = writer->text->len - writer->start;
      line.kind = kind_of (writer, &line.group);
      g_array_append_val (writer->lines, line);
    }
  else
    g_string_truncate (writer->text, writer->start);
  writer->start = writer->text->len;
  writer->n_chars = writer->n_link_chars = writer->n_breaks = 0;
  writer->space = FALSE;
}

static void
append_break (Writer *writer)
{
  writer->space = FALSE;
  if (writer->n_chars == 0)
    return;
  if (++writer->n_breaks == 2)
    end_line (writer);
}

static void
append_text (Writer *writer, const char *text, gboolean in_link)
{
  for (const char *p = text; *p != '\0';)
    {
      const char *this_char = p;
      const char *next = g_utf8_next_char (p);

      if (writer->n_pre > 0)
        {
          g_string_append_len (writer->text, *p == '\r' ? "\n" : p, next - p);
          if (!sutra_html_is_space (*p))
            {
              writer->n_chars++;
              writer->n_link_chars += in_link;
            }
        }
      else if (sutra_html_is_space (*p))
        writer->space = TRUE;
      else
        {
          gboolean nbsp = g_utf8_get_char (p) == 0xa0;

          p = next;
          /* A line of nothing but &nbsp; is empty. */
          if (nbsp && (writer->n_chars == 0 || writer->n_breaks > 0))
            continue;
          if (writer->n_breaks == 1)
            g_string_append_c (writer->text, '\n');
          else if (writer->space && writer->text->len > writer->start && writer->text->str[writer->text->len - 1] != '\t')
            g_string_append_c (writer->text, ' ');
          writer->space = FALSE;
          g_string_append_len (writer->text, this_char, p - this_char);
          writer->n_breaks = 0;
          writer->n_chars += !nbsp;
          writer->n_link_chars += !nbsp && in_link;
          continue;
        }
      p = next;
    }
}

/* Tables */

/* A table that lays the page out is no table to the reader: its cells hold blocks, or long text, or there is one column only. */
static gboolean
is_layout_table (xmlNode *table)
{
  guint n_cells = 0;
  guint n_rows = 0;

  for (xmlNode *node = sutra_html_next (table, table, TRUE); node != NULL; node = sutra_html_next (node, table, TRUE))
    {
      if (node->type == XML_TEXT_NODE && node->content != NULL && strlen ((const char *) node->content) > MAX_CELL_BYTES)
        return TRUE;
      if (node->type != XML_ELEMENT_NODE)
        continue;
      if (sutra_html_is (node, "tr"))
        n_rows++;
      else if (sutra_html_is (node, "td") || sutra_html_is (node, "th"))
        n_cells++;
      else if (sutra_html_is (node, "br") ||
               (sutra_html_is_block (node) && !sutra_html_is (node, "tbody") && !sutra_html_is (node, "thead") &&
                !sutra_html_is (node, "tfoot") && !sutra_html_is (node, "p")))
        return TRUE;
    }
  return n_cells <= n_rows;
}

/* In a table of data a row is a line. */
static gboolean
in_data_table (GHashTable *tables, xmlNode *node)
{
  xmlNode *table = ancestor (node, "table");

  return table != NULL && g_hash_table_contains (tables, table);
}

/* The walk */

static gboolean
breaks_line (GHashTable *tables, xmlNode *node)
{
  if (!sutra_html_is_block (node))
    return FALSE;
  if (sutra_html_is (node, "tr") || sutra_html_is (node, "table"))
    return TRUE;
  return g_hash_table_size (tables) == 0 || !in_data_table (tables, node);
}

static void
enter (Writer *writer, GHashTable *tables, xmlNode *node)
{
  if (sutra_html_is (node, "table") && !is_layout_table (node))
    g_hash_table_add (tables, node);
  if (breaks_line (tables, node))
    {
      end_line (writer);
      writer->block = node;
    }
  else if ((sutra_html_is (node, "td") || sutra_html_is (node, "th")) && writer->n_cells++ > 0)
    {
      g_string_append_c (writer->text, '\t');
      writer->space = FALSE;
    }
  if (sutra_html_is (node, "tr"))
    writer->n_cells = 0;
  if (sutra_html_is (node, "br"))
    append_break (writer);
  if (sutra_html_is (node, "pre"))
    writer->n_pre++;
}

static void
leave (Writer *writer, GHashTable *tables, xmlNode *node)
{
  if (breaks_line (tables, node))
    {
      end_line (writer);
      writer->block = node->parent;
    }
  if (sutra_html_is (node, "pre"))
    writer->n_pre--;
}

/* Before the container only the headline and whole paragraphs of prose are taken: a lead often stands there. */
static gboolean
is_taken (const Writer *writer, xmlNode *node, gboolean in_container)
{
  const SutraHtmlPart *part = sutra_html_body_part (writer->body, node);

  if (part->dropped)
    return FALSE;
  return in_container || node == writer->body->headline || part->prose > 0 || !sutra_html_is_block (node);
}

/* Whether @node is gone into; its text is then written, and leave() follows. */
static gboolean
visit (Writer *writer, GHashTable *tables, xmlNode *node)
{
  const SutraHtmlPart *part;

  if (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE)
    {
      part = sutra_html_body_part (writer->body, node->parent);
      if (writer->begun && node->content != NULL &&
          (writer->in_container || part->block == writer->body->headline ||
           sutra_html_part_own_prose (sutra_html_body_part (writer->body, part->block)) > 0))
        append_text (writer, (const char *) node->content, part->in_link);
      return FALSE;
    }
  if (node->type != XML_ELEMENT_NODE)
    return FALSE;

  part = sutra_html_body_part (writer->body, node);
  writer->begun |= node == writer->body->first;
  writer->in_container |= node == writer->body->container;
  if (writer->begun ? !is_taken (writer, node, writer->in_container) : !part->has_headline)
    return FALSE;
  enter (writer, tables, node);
  return TRUE;
}

static void
walk (Writer *writer, xmlNode *root)
{
  g_autoptr (GHashTable) tables = g_hash_table_new (NULL, NULL);
  xmlNode *node = root;

  while (TRUE)
    {
      if (visit (writer, tables, node))
        {
          if (node->children != NULL)
            {
              node = node->children;
              continue;
            }
          leave (writer, tables, node);
        }
      while (node != root && node->next == NULL)
        {
          node = node->parent;
          leave (writer, tables, node);
          if (node == writer->body->container)
            return;
        }
      if (node == root)
        return;
      node = node->next;
    }
}

/* Headings with nothing behind them introduced something that was dropped. */
static void
drop_final_headings (GArray *lines)
{
  while (lines->len > 1 && g_array_index (lines, Line, lines->len - 1).kind == LINE_HEADING)
    g_array_set_size (lines, lines->len - 1);
}

GString *
sutra_html_text (const SutraHtmlBody *body)
{
  xmlNode *root = body->container;
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (Line));
  Writer writer = { .body = body, .text = text, .lines = lines };
  GString *out = g_string_new (NULL);

  if (body->first != body->container)
    while (root->parent != NULL && root->parent->type == XML_ELEMENT_NODE && root->parent->_private != NULL)
      root = root->parent;
  writer.block = root;
  walk (&writer, root);
  end_line (&writer);
  drop_final_headings (lines);

  for (guint i = 0; i < lines->len; i++)
    {
      const Line *line = &g_array_index (lines, Line, i);
      const Line *before = i > 0 ? line - 1 : NULL;

      if (before != NULL)
        g_string_append (out, line->kind == LINE_ITEM && before->kind == LINE_ITEM && line->group == before->group ? "\n" : "\n\n");
      g_string_append_len (out, text->str + line->start, (gssize) line->length);
    }
  return out;
}
