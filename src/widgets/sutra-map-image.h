/* sutra-map-image.h: the pixels of the map
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* An opaque image (RGB24) outside of the heap: one of 9 MB that comes and goes with each job would tear holes into it. NULL if there is no room. Any thread. */
cairo_surface_t *sutra_map_image_new (int width, int height);

/* What the widget shows, painted anew for each frame and handed to GTK without a copy.
 *
 * GTK records what is drawn for cairo, and cairo copies an image that was recorded as soon as it changes or goes: 4 MB a frame. So the same pixels have two surfaces, one that is painted on and one that GTK
 * gets. It shows what was painted last, also where GTK paints an old frame again. */
typedef struct _SutraMapFrame SutraMapFrame;

SutraMapFrame *sutra_map_frame_new (void);
void sutra_map_frame_free (SutraMapFrame *self);

/* A cairo_t of @width × @height pixels, @scale device pixels each, with what was painted last; NULL if there is no room. (transfer full) */
cairo_t *sutra_map_frame_begin (SutraMapFrame *self, int width, int height, int scale);
/* Adds what is painted now. */
void sutra_map_frame_snapshot (SutraMapFrame *self, GtkSnapshot *snapshot);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SutraMapFrame, sutra_map_frame_free)

G_END_DECLS
