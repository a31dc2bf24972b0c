/* sutra-blank-lines.h: the room of empty lines
 *
 * Empty lines separate paragraphs; with the room that marks need they would be holes. They get a tag of their own, those of the first pages at once, the others
 * in turns of the main loop below two milliseconds, before the view lays their lines out.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "sutra-display-map.h"

G_BEGIN_DECLS

typedef struct _SutraBlankLines SutraBlankLines;

/* @buffer holds the display of @map, which is the one of @text and outlives the result. */
SutraBlankLines *sutra_blank_lines_start (SutraText *text, SutraDisplayMap *map, GtkTextBuffer *buffer, GtkTextTag *tag);
/* Stops what is left to do. */
void sutra_blank_lines_free (SutraBlankLines *self);

G_END_DECLS
