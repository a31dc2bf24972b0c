/* sutra-occurrence-item.h: one row of the occurrences dialog
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib-object.h>

#include "sutra-occurrences.h"

G_BEGIN_DECLS

#define SUTRA_TYPE_OCCURRENCE_ITEM (sutra_occurrence_item_get_type ())
G_DECLARE_FINAL_TYPE (SutraOccurrenceItem, sutra_occurrence_item, SUTRA, OCCURRENCE_ITEM, GObject)

/* A row that can be ticked (property "ticked", TRUE at first for a sure one). */
SutraOccurrenceItem *sutra_occurrence_item_new (const SutraOccurrence *occurrence);

/* A heading for the sure or the doubtful ones; it has no occurrence and its "ticked" says whether all under it are. */
SutraOccurrenceItem *sutra_occurrence_item_new_heading (gboolean sure);

/* Of a heading: some under it are ticked, some not (property "mixed"). */
void sutra_occurrence_item_set_mixed (SutraOccurrenceItem *self, gboolean mixed);

/* NULL for a heading. */
const SutraOccurrence *sutra_occurrence_item_get (SutraOccurrenceItem *self);
gboolean sutra_occurrence_item_is_sure (SutraOccurrenceItem *self);

gboolean sutra_occurrence_item_get_ticked (SutraOccurrenceItem *self);
void sutra_occurrence_item_set_ticked (SutraOccurrenceItem *self, gboolean ticked);

G_END_DECLS
