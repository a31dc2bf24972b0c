/* sutra-report-segments.h: an article's text, cut wherever a mark begins or ends
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sutra-snapshot.h"

G_BEGIN_DECLS

/**
 * SutraReportMark:
 * @mention: index in the snapshot
 * @part: number of the fragment, 0 for the first
 * @level: as on the screen: 0 the fill, 1 and more underlines (sutra-mark-layout.h)
 */
typedef struct
{
  guint mention;
  guint part;
  guint level;
  guint32 start, end;
} SutraReportMark;

/**
 * SutraReportSegment:
 * @start, @end: code points
 * @first_mark, @n_marks: the marks that cover it, in @cover, outermost first
 * @first_end, @n_ends: the marks that end with it, in @ends, innermost first
 */
typedef struct
{
  guint32 start, end;
  guint first_mark, n_marks;
  guint first_end, n_ends;
} SutraReportSegment;

typedef struct
{
  GArray *segments; /* SutraReportSegment, in order, without gaps from 0 to the end of the text */
  GArray *marks;    /* SutraReportMark */
  GArray *cover;    /* guint, indices into @marks */
  GArray *ends;     /* guint, indices into @marks */
} SutraReportSegments;

/* Cuts article @article of @snapshot, @length code points long, also behind each run of line feeds of @text, so that a segment is in one paragraph. */
SutraReportSegments *sutra_report_segments_new (const SutraSnapshot *snapshot, guint article, SutraText *text);
void sutra_report_segments_free (SutraReportSegments *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SutraReportSegments, sutra_report_segments_free)

G_END_DECLS
