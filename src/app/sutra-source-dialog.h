/* sutra-source-dialog.h: an article's source data to edit
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "sutra-case.h"

G_BEGIN_DECLS

#define SUTRA_TYPE_SOURCE_DIALOG (sutra_source_dialog_get_type ())
G_DECLARE_FINAL_TYPE (SutraSourceDialog, sutra_source_dialog, SUTRA, SOURCE_DIALOG, AdwWindow)

/* Title, publisher, author, address, dates (checked as EDTF while they are typed), language, notes of @article; and, to read, where its bytes come
 * from. "Save" is one edit. (transfer floating: a toplevel) */
GtkWidget *sutra_source_dialog_new (SutraCase *the_case, SutraArticle *article, GtkWindow *parent);

G_END_DECLS
