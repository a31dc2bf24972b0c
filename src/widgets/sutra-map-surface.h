/* sutra-map-surface.h: the painted ground of the map, kept from frame to frame
 *
 * A worker paints more than is seen; a frame only copies it. Whatever is there is shown, scaled where it is of another zoom, until the worker has done better; below it a small
 * picture of the whole world, so that a fast hand never pulls in an empty edge. Main thread only; no GTK but the widget that is told to draw.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "sutra-map-painter.h"

G_BEGIN_DECLS

/* Pixels around the widget that are painted too, and how few of them may be left before it is painted anew. */
#define SUTRA_MAP_MARGIN 256
#define SUTRA_MAP_MARGIN_LEAST 64

typedef struct _SutraMapSurface SutraMapSurface;

/* @widget (unowned) is queued to draw when something better is there. */
SutraMapSurface *sutra_map_surface_new (GtkWidget *widget);
/* A worker that is still painting is cancelled, and what it brings is dropped. */
void sutra_map_surface_free (SutraMapSurface *self);

/* What to paint. @world nullable: plain ground. @areas (nullable): countries to light up, and @selected (nullable) those to light up more ("AF PK"). What is there of another source is shown until the new one is there. */
void sutra_map_surface_set_source (SutraMapSurface *self,
                                   SutraWorld *world,
                                   const SutraMapStyle *style,
                                   SutraMapPaintFlags flags,
                                   const char *areas,
                                   const char *selected);

/* Sees to it that the ground of @viewport, @scale device pixels for each of its own, is painted soon. One job at a time: what is asked for meanwhile comes after it. */
void sutra_map_surface_request (SutraMapSurface *self, const SutraViewport *viewport, int scale);

/* Paints the ground of @viewport; @cr is in its pixels, and should be an image's: what is recorded would be copied. */
void sutra_map_surface_paint (SutraMapSurface *self, cairo_t *cr, const SutraViewport *viewport, int scale);

/* Whether there is anything of the present source to show. */
gboolean sutra_map_surface_is_shown (SutraMapSurface *self);
/* Whether what is shown of @viewport is neither scaled nor of an old source, and nobody is painting. */
gboolean sutra_map_surface_is_settled (SutraMapSurface *self, const SutraViewport *viewport);
/* How many jobs have been finished, for tests. */
guint sutra_map_surface_get_n_painted (SutraMapSurface *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SutraMapSurface, sutra_map_surface_free)

G_END_DECLS
