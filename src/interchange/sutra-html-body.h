/* sutra-html-body.h: which part of a page is its article
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sutra-html-dom.h"

G_BEGIN_DECLS

/**
 * SutraHtmlPart:
 * @dropped: no part of the article: menus, scripts, adverts, comments, hidden things
 * @prose: code points of running text in it (paragraphs that are mostly no links), without what is dropped
 */
typedef struct
{
  xmlNode *block;   /* itself or the nearest block around it */
  gboolean in_link; /* or in a time element: either way nothing to read */
  gboolean dropped;
  gboolean has_headline;
  gboolean has_body;
  guint own_text; /* direct text, outside of the blocks inside */
  guint own_link; /* of that, in links */
  gboolean own_sentence;
  guint raw_prose;
  guint prose;
} SutraHtmlPart;

/**
 * SutraHtmlBody:
 * @container: the element that holds the article
 * @headline: (nullable): the h1 that the article's title is
 * @first: where in document order the text begins: @headline if it stands before @container, else @container
 */
typedef struct
{
  GArray *parts; /* SutraHtmlPart, one for each element; node->_private is its index + 1 */
  xmlNode *container;
  xmlNode *headline;
  xmlNode *first;
} SutraHtmlBody;

/* Looks at @doc; @title (nullable) is what the page's meta data calls it. Time and memory are linear in the page. */
void sutra_html_body_init (SutraHtmlBody *self, xmlDoc *doc, const char *title);
void sutra_html_body_clear (SutraHtmlBody *self);

/* The part of an element. */
SutraHtmlPart *sutra_html_body_part (const SutraHtmlBody *self, const xmlNode *element);

gboolean sutra_html_is_block (const xmlNode *node);

/* Code points of running text directly in a block, outside of the blocks inside. */
guint sutra_html_part_own_prose (const SutraHtmlPart *part);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SutraHtmlBody, sutra_html_body_clear)

G_END_DECLS
