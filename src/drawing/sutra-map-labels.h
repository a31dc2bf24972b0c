/* sutra-map-labels.h: the names of countries, regions and cities on the map
 *
 * Greedy: the larger first, none over another, a country's name only where it fits the country. Layouts and their pictures are kept from frame to frame. Names are those of the gazetteer in @language, "bn" or another: then the Latin ones; a place that has no Bengali
 * name keeps its Latin one. A polygon without a code gets no name.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <pango/pango.h>

#include "sutra-gazetteer.h"
#include "sutra-map-painter.h"

G_BEGIN_DECLS

typedef struct
{
  double x, y, width, height;
} SutraMapRect;

/**
 * SutraMapLabel:
 * @text: belongs to the gazetteer
 * @rect: what its letters cover, in pixels of the viewport
 * @dot: of a city: where it is, and @rect beside it; else empty
 */
typedef struct
{
  const char *text;
  SutraMapRect rect;
  SutraMapRect dot;
} SutraMapLabel;

typedef struct _SutraMapLabels SutraMapLabels;

/* One for each thread. @context (ref taken) gives font and resolution. @world and @gazetteer nullable: without the gazetteer there are no names. */
SutraMapLabels *sutra_map_labels_new (PangoContext *context, SutraWorld *world, SutraGazetteer *gazetteer, const char *language);
void sutra_map_labels_free (SutraMapLabels *self);

/* How many names that were not shown before one paint may shape; 0, the default: all. */
void sutra_map_labels_set_budget (SutraMapLabels *self, guint budget);

/* Places the names for @viewport, clear of @taken (SutraMapRect, nullable: pins and their names), and paints them: into an image as kept pictures for its scale, into anything else as letters. FALSE: the budget has left some out, paint again. */
gboolean
sutra_map_labels_paint (SutraMapLabels *self, cairo_t *cr, const SutraViewport *viewport, const SutraMapStyle *style, GArray *taken);

/* What the last paint has shown; valid until the next one. */
const SutraMapLabel *sutra_map_labels_get_shown (SutraMapLabels *self, guint *n);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SutraMapLabels, sutra_map_labels_free)

G_END_DECLS
