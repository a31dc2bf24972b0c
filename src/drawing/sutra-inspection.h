/* sutra-inspection.h: how a stretch of text is made up and drawn
 *
 * For the text inspector of the window and for `sutractl inspect`: code points, aksharas, and what HarfBuzz makes of them, glyph by glyph.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <pango/pango.h>

#include "sutra-text.h"

G_BEGIN_DECLS

/* At most so many code points are looked at. */
#define SUTRA_INSPECTION_MAX 20000

/* The fonts that articles are set in, when none is chosen. */
#define SUTRA_INSPECTION_FONTS "Noto Serif Bengali, Noto Sans Bengali, Lohit Bengali, Sans"

/**
 * SutraInspectedGlyph:
 * @start, @end: the code points of the text that it draws, together with the others of the same place
 * @glyph: its number in the font; meaningless if @missing
 * @name: its name in the font, or "gid" and its number
 * @font: family and style
 * @advance, @x, @y: pixels at the size of the inspection
 * @missing: the font has no glyph for it: a box is drawn
 * @dotted_circle: put in by the shaper, since a sign has no letter
 */
typedef struct
{
  guint32 start;
  guint32 end;
  guint glyph;
  char *name;
  const char *font;
  double advance;
  double x;
  double y;
  gboolean missing;
  gboolean dotted_circle;
} SutraInspectedGlyph;

/**
 * SutraInspectedCluster:
 * @start, @end: an akshara
 * @first_glyph, @n_glyphs: those that begin in it, in the order in which they are drawn
 */
typedef struct
{
  guint32 start;
  guint32 end;
  guint first_glyph;
  guint n_glyphs;
} SutraInspectedCluster;

/**
 * SutraInspection:
 * @clusters: SutraInspectedCluster: they partition [start, end)
 * @glyphs: SutraInspectedGlyph, by the cluster in which they begin
 */
typedef struct
{
  guint32 start;
  guint32 end;
  GArray *clusters;
  GArray *glyphs;
  /*< private >*/
  GStringChunk *fonts;
} SutraInspection;

/* Looks at [@start, @end) of @text, widened to aksharas and cut to SUTRA_INSPECTION_MAX. @context: from which fonts are taken; its font description counts. Never NULL. In the thread of @context. */
SutraInspection *sutra_inspection_new (SutraText *text, gsize start, gsize end, PangoContext *context);

/* The same with fonts of the system, for programs without a display (@size in pixels). */
SutraInspection *sutra_inspection_new_for_fonts (SutraText *text, gsize start, gsize end, const char *fonts, double size);

void sutra_inspection_free (SutraInspection *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SutraInspection, sutra_inspection_free)

G_END_DECLS
