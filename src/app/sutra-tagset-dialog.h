/* sutra-tagset-dialog.h: the entity types of a case
 *
 * Every change is one undoable edit. Actions: tagset.add (Ctrl+N), tagset.import (Ctrl+O), tagset.export (Ctrl+E), tagset.undo (Ctrl+Z),
 * tagset.redo (Ctrl+Shift+Z); those of a row are in sutra-type-row.h.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "sutra-case.h"

G_BEGIN_DECLS

#define SUTRA_TYPE_TAGSET_DIALOG (sutra_tagset_dialog_get_type ())
G_DECLARE_FINAL_TYPE (SutraTagsetDialog, sutra_tagset_dialog, SUTRA, TAGSET_DIALOG, AdwWindow)

/* Modal; undo and redo in it reach only what was done in it. (transfer floating: a toplevel) */
GtkWidget *sutra_tagset_dialog_new (SutraCase *the_case, GtkWindow *parent);

/* Reads the JSON file (in a thread) and makes the tagset equal to it; a file that is none gives a message and changes nothing. */
void sutra_tagset_dialog_import_file (SutraTagsetDialog *self, GFile *file);

/* Writes the tagset as JSON, whole or not at all. A file that is there: asks first, unless @replace. */
void sutra_tagset_dialog_export_file (SutraTagsetDialog *self, GFile *file, gboolean replace);

/* Signal "done" (gboolean ok): an import or export has ended. */

G_END_DECLS
