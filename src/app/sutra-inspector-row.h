/* sutra-inspector-row.h: a row of the text inspector
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sutra-inspection.h"
#include "sutra-text-check.h"

#include <glib-object.h>

G_BEGIN_DECLS

#define SUTRA_TYPE_INSPECTOR_ROW (sutra_inspector_row_get_type ())
G_DECLARE_FINAL_TYPE (SutraInspectorRow, sutra_inspector_row, SUTRA, INSPECTOR_ROW, GObject)

/* What the columns show of a code point. */
typedef enum
{
  SUTRA_INSPECTOR_AT,
  SUTRA_INSPECTOR_TEXT, /* the akshara, in the row of its first code point */
  SUTRA_INSPECTOR_CODE_POINT,
  SUTRA_INSPECTOR_NAME,
  SUTRA_INSPECTOR_GLYPHS, /* likewise */
  SUTRA_INSPECTOR_FONT,   /* likewise */
} SutraInspectorColumn;
#define SUTRA_N_INSPECTOR_COLUMNS 6

/* The code point at @at of the akshara @cluster. */
SutraInspectorRow *
sutra_inspector_row_new (SutraText *text, const SutraInspection *inspection, const SutraInspectedCluster *cluster, guint32 at);

/* A finding; it is copied. */
SutraInspectorRow *sutra_inspector_row_new_finding (SutraText *text, const SutraTextFinding *finding);

/* (transfer none) "" where the row has nothing. */
const char *sutra_inspector_row_get (SutraInspectorRow *self, SutraInspectorColumn column);

/* A glyph is missing or a dotted circle was put in. */
gboolean sutra_inspector_row_is_wrong (SutraInspectorRow *self);

SutraTextFindingKind sutra_inspector_row_get_kind (SutraInspectorRow *self);
void sutra_inspector_row_get_span (SutraInspectorRow *self, guint32 *start, guint32 *end);

/* Markup of a finding in its context, the place in bold. (transfer none) */
const char *sutra_inspector_row_get_context (SutraInspectorRow *self);

/* What stands there and what was likely meant, by their code points: "U+09F7 → U+0964" (transfer none). */
const char *sutra_inspector_row_get_change (SutraInspectorRow *self);

G_END_DECLS
