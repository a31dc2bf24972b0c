/* sutra-map-figure-private.h: the page of a figure
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sutra-map-figure.h"

G_BEGIN_DECLS

typedef enum
{
  SUTRA_WORD_CLAIMS,
  SUTRA_WORD_SENTENCE,
  SUTRA_WORD_CANDIDATE,
  SUTRA_WORD_AREA,
  SUTRA_WORD_RADIUS,
  SUTRA_WORD_SEVERAL,
  SUTRA_WORD_MAP,
} SutraFigureWord;

const char *sutra_figure_word (SutraFigureWord word, const char *language);

/* A text of the page and where its first line begins (its left end, on the baseline or near it). */
typedef struct
{
  char *text;
  double x, y, size;
} SutraFigureText;

void sutra_figure_text_free (SutraFigureText *self);

/* @texts (SutraFigureText *, nullable): takes all that is written on the page. */
void sutra_map_figure_paint_page (const SutraMapFigure *self, cairo_t *cr, SutraWorld *world, SutraGazetteer *gazetteer, GPtrArray *texts);

/* Makes an SVG of cairo's one that has @texts as text, a title and a description, and the same ids on every run. (transfer full) */
GBytes *
sutra_figure_svg_finish (const char *svg, gsize length, const char *title, const char *description, const char *language, GPtrArray *texts);

G_END_DECLS
