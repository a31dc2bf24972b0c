/* sutra-map-labels.h: the names of countries, regions and cities on the map
 *
 * Greedy: the larger first, none over another, a country's name only where it fits the country. Layouts are kept from frame to frame. Names are those of the gazetteer in @language, "bn" or another: then the Latin ones. A polygon without a code gets no name.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <pango/pango.h>

#include "sutra-gazetteer.h"
#include "sutra-map-painter.h"

G_BEGIN_DECLS

typedef struct _SutraMapLabels SutraMapLabels;

/* One for each thread. @context (ref taken) gives font and resolution. @world and @gazetteer nullable: without the gazetteer there are no names. */
SutraMapLabels *sutra_map_labels_new (PangoContext *context, SutraWorld *world, SutraGazetteer *gazetteer, const char *language);
void sutra_map_labels_free (SutraMapLabels *self);

/* Places the names for @viewport, clear of @taken (SutraMapRect, nullable: pins and their names), and paints them. */
typedef struct
{
  double x, y, width, height;
} SutraMapRect;
void sutra_map_labels_paint (SutraMapLabels *self, cairo_t *cr, const SutraViewport *viewport, const SutraMapStyle *style, GArray *taken);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SutraMapLabels, sutra_map_labels_free)

G_END_DECLS
