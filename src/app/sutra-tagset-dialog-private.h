/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sutra-tagset-dialog.h"

G_BEGIN_DECLS

/* Shows a note with "Undo" for an edit that was made here just now. */
void sutra_tagset_dialog_edited (SutraTagsetDialog *self, const char *message);
/* Shows a note. */
void sutra_tagset_dialog_note (SutraTagsetDialog *self, const char *message);
SutraCase *sutra_tagset_dialog_get_case (SutraTagsetDialog *self); /* (nullable) once it is closed */
void sutra_tagset_dialog_emit_done (SutraTagsetDialog *self, gboolean ok);

/* sutra-tagset-files.c */
void sutra_tagset_dialog_install_file_actions (GtkWidgetClass *widget_class);

G_END_DECLS
