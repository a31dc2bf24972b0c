/* sutra-html-bijoy.h: text in Bijoy fonts within a page
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sutra-bijoy.h"
#include "sutra-html-dom.h"

G_BEGIN_DECLS

/* How many characters of the page stand in a Bijoy font (sutra_bijoy_is_font()), by font elements, style attributes and the simple rules (an
 * element, a class, both) of style elements, the nearest one up the tree. A node that holds Bengali letters is never counted. */
gsize sutra_html_bijoy_count (xmlDoc *doc);

/* Makes Unicode of that text, in the tree itself; if there is none, of all text but scripts and styles. A title that looks like Bijoy goes along. @generation
 * AUTO: one for the whole page. Returns the one that was used. */
SutraBijoyGeneration sutra_html_bijoy_convert (xmlDoc *doc, SutraBijoyGeneration generation);

G_END_DECLS
