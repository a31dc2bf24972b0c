/* sutra-html-dom.h: a page as a tree, within bounds
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>
#include <libxml/tree.h>

G_BEGIN_DECLS

#define SUTRA_HTML_MAX_DEPTH 1000
#define SUTRA_HTML_MAX_ATTRIBUTES 500
#define SUTRA_HTML_MAX_ELEMENTS 1000000

/* Parses @utf8 (valid UTF-8), recovering from any error, without a network. TOO_LARGE beyond the bounds above; EMPTY for no element at
 * all. (transfer full) free with xmlFreeDoc(). */
xmlDoc *sutra_html_parse (GBytes *utf8, GError **error);

/* The node after @node in document order within @root, into its children or not; NULL at the end. Needs no recursion. */
xmlNode *sutra_html_next (xmlNode *node, const xmlNode *root, gboolean children);

/* The next element called @name after @node within @root. */
xmlNode *sutra_html_find (xmlNode *node, const xmlNode *root, const char *name);

gboolean sutra_html_is (const xmlNode *node, const char *name);

/* Whether @name is in @sorted, an array in strcmp() order. */
gboolean sutra_html_in (const char *const *sorted, gsize n, const char *name);

/* An attribute's value, trimmed of white space (transfer full); NULL if it is not there or empty. At most @max bytes are looked at. */
char *sutra_html_dup_attribute (xmlNode *node, const char *name, gsize max);
gboolean sutra_html_has_attribute (xmlNode *node, const char *name);

/* The text inside, white space runs as one space, trimmed, at most @max bytes (transfer full); NULL if there is none. */
char *sutra_html_dup_text (xmlNode *node, gsize max);

static inline gboolean
sutra_html_is_space (char c)
{
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (xmlDoc, xmlFreeDoc)

G_END_DECLS
