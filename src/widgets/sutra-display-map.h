/* sutra-display-map.h: where the article view breaks long paragraphs, for display only
 *
 * GtkTextView lays out a paragraph as a whole, so one of 2 MB would block the window for a second. The view's buffer therefore holds the
 * article with a line feed added wherever a paragraph would get longer than 4,000 bytes. This table maps between the two; both are
 * counted in code points.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sutra-text.h"

G_BEGIN_DECLS

/* No line of the display is longer, in bytes. */
#define SUTRA_DISPLAY_MAP_MAX_BYTES 4000

typedef struct _SutraDisplayMap SutraDisplayMap;

/* Finds the breaks: after the last white space that fits, where there is none after a punctuation mark, where there is none either between two
 * aksharas. Keeps a reference to @text. Linear in the length of the text. */
SutraDisplayMap *sutra_display_map_new (SutraText *text);
void sutra_display_map_free (SutraDisplayMap *self);

/* The number of breaks. */
gsize sutra_display_map_get_n_breaks (SutraDisplayMap *self);

/* The article with the breaks, as UTF-8 (transfer full); @n_bytes (nullable) receives its length. */
char *sutra_display_map_dup_display (SutraDisplayMap *self, gsize *n_bytes);

/* The display's offset of article offset @cp. At a break there are two: this is the one after it, where what starts at @cp is drawn … */
gsize sutra_display_map_to_display (SutraDisplayMap *self, gsize cp);
/* … and this the one before it, where what ends at @cp is drawn. */
gsize sutra_display_map_to_display_end (SutraDisplayMap *self, gsize cp);

/* The article offset of the display's offset @display; both sides of a break give the same. */
gsize sutra_display_map_to_article (SutraDisplayMap *self, gsize display);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SutraDisplayMap, sutra_display_map_free)

G_END_DECLS
