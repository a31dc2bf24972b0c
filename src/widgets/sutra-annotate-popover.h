/* sutra-annotate-popover.h: "mark this as …" at the selection
 *
 * Offers the types with their keys, the entity's name and "all occurrences". Opens with the first guess: Return takes it.
 * Does not edit: it says what was chosen.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "sutra-case.h"

G_BEGIN_DECLS

#define SUTRA_TYPE_ANNOTATE_POPOVER (sutra_annotate_popover_get_type ())
G_DECLARE_FINAL_TYPE (SutraAnnotatePopover, sutra_annotate_popover, SUTRA, ANNOTATE_POPOVER, GtkPopover)

GtkWidget *sutra_annotate_popover_new (void);

/* Opens for [@start, @end) of @article at @rectangle of the parent. @take_focus: moves the focus into the popover (for a selection that was made with
 * keys); else it stays in the text, where Return and the types' keys do the same. */
void sutra_annotate_popover_open (SutraAnnotatePopover *self,
                                  SutraCase *the_case,
                                  SutraArticle *article,
                                  guint start,
                                  guint end,
                                  const GdkRectangle *rectangle,
                                  gboolean take_focus);

/* Moves the focus to the first guess of the open popover. */
void sutra_annotate_popover_take_focus (SutraAnnotatePopover *self);

/* Takes the first guess: as if Return was pressed in it. */
void sutra_annotate_popover_accept (SutraAnnotatePopover *self);
/* As if the type was clicked. */
void sutra_annotate_popover_accept_type (SutraAnnotatePopover *self, const SutraId *type);

/* The type that a guess without a known entity gets: the one chosen last. */
void sutra_annotate_popover_set_last_type (SutraAnnotatePopover *self, const SutraId *type);

/* Signals:
 * - "mark" (gpointer SutraId type, gpointer SutraId entity, const char *label, gboolean all, gboolean preview): the choice; @entity may be the null id; @preview: show the occurrences
 *   first. The span is that of the last sutra_annotate_popover_open(): sutra_annotate_popover_get_span().
 */
void sutra_annotate_popover_get_span (SutraAnnotatePopover *self, guint *start, guint *end);
/* The occurrences that were counted for the choice, nullable (transfer none, array of SutraOccurrence). */
GArray *sutra_annotate_popover_get_occurrences (SutraAnnotatePopover *self);

G_END_DECLS
