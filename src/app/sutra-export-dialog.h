/* sutra-export-dialog.h: writes an article or the whole case in one of the formats
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "sutra-case.h"

G_BEGIN_DECLS

#define SUTRA_TYPE_EXPORT_DIALOG (sutra_export_dialog_get_type ())
G_DECLARE_FINAL_TYPE (SutraExportDialog, sutra_export_dialog, SUTRA, EXPORT_DIALOG, AdwWindow)

/* @article NULL: only the whole case can be chosen. Lists the formats that the program writes, each with what it leaves out. "export.choose-file" (Return)
 * asks for a file and writes it in a worker; then "exported" (GFile *) is emitted and the dialog closes. Cancelling before the
 * file is whole leaves it as it was; later it is too late, and "exported" is emitted. (transfer floating: a toplevel) */
GtkWidget *sutra_export_dialog_new (SutraCase *the_case, SutraArticle *article, GtkWindow *parent);

/* What is chosen in the dialog. @format: an id of sutra_export_formats(). */
void sutra_export_dialog_choose (SutraExportDialog *self, const char *format, gboolean whole_case);

/* Writes to @file what is chosen. A file that is there: asks first, unless @replace. Nothing while another one is being written. */
void sutra_export_dialog_export_file (SutraExportDialog *self, GFile *file, gboolean replace);
gboolean sutra_export_dialog_is_busy (SutraExportDialog *self);

G_END_DECLS
