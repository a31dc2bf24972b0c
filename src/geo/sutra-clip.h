/* sutra-clip.h: the part of lines and polygons that lies in a rectangle, and fewer points for the same picture
 *
 * Pure functions on points in any unit (the painter's is the pixel). All points must be finite.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sutra-projection.h"

G_BEGIN_DECLS

/* Its edges belong to it. */
typedef struct
{
  double min_x, min_y, max_x, max_y;
} SutraClipRect;

/* Appends to @out (SutraMapPoint) the part of the closed ring @points that lies within @rect (Sutherland and Hodgman 1974). It does not matter whether the last point is the first again. What is appended is a ring without such a point;
 * where the ring leaves @rect and comes back, it runs along the edge, so that a fill by the even-odd rule is that of the ring. Every point is within @rect exactly; an edge that two rings share is cut at the same point in both. Nothing is appended if there is
 * nothing within. */
void sutra_clip_ring (const SutraMapPoint *points, guint n, const SutraClipRect *rect, GArray *out);

/* Shortens the segment to what lies within @rect; FALSE: nothing does, and both points are as they were. */
gboolean sutra_clip_segment (const SutraClipRect *rect, SutraMapPoint *a, SutraMapPoint *b);

/* One connected part of a line within a rectangle: its last point is before @end of the points; @start: length of the line before its first point. */
typedef struct
{
  guint end;
  double start;
} SutraClipPiece;

/* Appends to @out (SutraMapPoint) and @pieces (SutraClipPiece, whose ends are indices into @out) the parts of the line @points within @rect. */
void sutra_clip_line (const SutraMapPoint *points, guint n, const SutraClipRect *rect, GArray *out, GArray *pieces);

/* Drops, in place, the points that are nearer than @distance to the last one kept; the first and the last one always stay. Returns how many are left. */
guint sutra_clip_thin (SutraMapPoint *points, guint n, double distance);

G_END_DECLS
