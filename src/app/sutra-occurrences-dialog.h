/* sutra-occurrences-dialog.h: what "all occurrences" will mark, each to be ticked or not
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "sutra-case.h"

G_BEGIN_DECLS

#define SUTRA_TYPE_OCCURRENCES_DIALOG (sutra_occurrences_dialog_get_type ())
G_DECLARE_FINAL_TYPE (SutraOccurrencesDialog, sutra_occurrences_dialog, SUTRA, OCCURRENCES_DIALOG, AdwWindow)

/* Lists @occurrences (array of SutraOccurrence, copied) of @article: sure ones ticked, doubtful ones apart and not ticked, each with its context.
 * Nothing is marked here: "accepted" (GArray of SutraOccurrence, owned by the dialog) is emitted once with the ticked ones, in text order,
 * when the analyst agrees. NULL with @error if the article's text cannot be read. (transfer floating: a toplevel) */
GtkWidget *sutra_occurrences_dialog_new (SutraArticle *article, GArray *occurrences, const char *name, GtkWindow *parent, GError **error);

G_END_DECLS
