/* sutra-html-text.h: the text of an article's part of a page
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sutra-html-body.h"

G_BEGIN_DECLS

/* The headline and the paragraphs in document order, one blank line between them; items of one list and rows of one table of data are lines of
 * one paragraph, cells are divided by a tab. White space is collapsed as HTML does it (kept in pre), a br is a line feed and two
 * are a new paragraph; no other character is changed. Empty if there is none. (transfer full) */
GString *sutra_html_text (const SutraHtmlBody *body);

G_END_DECLS
