/* sutra-glyph-check.h: which characters of a text no installed font can draw
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <pango/pango.h>

#include "sutra-text.h"

G_BEGIN_DECLS

/**
 * SutraGlyphCheck:
 *
 * Goes through a text chunk by chunk when the main loop is idle. Each different character is looked up once. Characters that are not drawn
 * (spaces, controls, joiners, variation selectors) are not missed.
 */
typedef struct _SutraGlyphCheck SutraGlyphCheck;

/* Called once, from the main loop, with the number of characters of the text that have no glyph. */
typedef void (*SutraGlyphCheckFunc) (guint missing, gpointer data);

/* Starts. @context: with the fonts and the font description to look in (a reference is kept). */
SutraGlyphCheck *sutra_glyph_check_start (SutraText *text, PangoContext *context, SutraGlyphCheckFunc func, gpointer data);
/* Where the first of the missing characters found so far are: guint32, code points, at most 1,000 (transfer none). */
GArray *sutra_glyph_check_get_places (SutraGlyphCheck *self);
/* Stops, if it still runs, and frees. */
void sutra_glyph_check_free (SutraGlyphCheck *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SutraGlyphCheck, sutra_glyph_check_free)

G_END_DECLS
