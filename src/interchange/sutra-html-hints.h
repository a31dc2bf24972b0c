/* sutra-html-hints.h: what names, roles, classes and ids say of an element
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sutra-html-dom.h"

G_BEGIN_DECLS

typedef enum
{
  SUTRA_HTML_HINT_NONE,
  SUTRA_HTML_HINT_WEAK,   /* not of the article, unless most of the page's prose is in it */
  SUTRA_HTML_HINT_STRONG, /* not of the article, unless the headline or the marked body is in it */
  SUTRA_HTML_HINT_NEVER,  /* never text: scripts, menus, form fields, hidden things */
} SutraHtmlHint;

SutraHtmlHint sutra_html_hint (xmlNode *element);

/* Whether the element says of itself that it is the article's text (itemprop="articleBody" and classes like entry-content). */
gboolean sutra_html_is_marked_body (xmlNode *element);

/* Whether the element says of itself that it is the headline (itemprop="headline" and classes like entry-title). */
gboolean sutra_html_is_marked_headline (xmlNode *element);

/* Whether an h1 is only the site's name: all of it links to the site's first page. */
gboolean sutra_html_is_site_title (xmlNode *h1);

/* Whether a short line is furniture ("Share", "আরও পড়ুন:"), whatever stands around it. */
gboolean sutra_html_is_furniture (const char *line);

G_END_DECLS
