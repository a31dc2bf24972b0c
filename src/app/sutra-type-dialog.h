/* sutra-type-dialog.h: makes or changes one type of the tagset
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "sutra-case.h"

G_BEGIN_DECLS

#define SUTRA_TYPE_TYPE_DIALOG (sutra_type_dialog_get_type ())
G_DECLARE_FINAL_TYPE (SutraTypeDialog, sutra_type_dialog, SUTRA, TYPE_DIALOG, AdwWindow)

/* @type NULL: makes a new one. "Save" (action type-dialog.save, enabled while every field is right) is one edit of @the_case; then "saved" is
 * emitted and the dialog closes. If the edit fails the dialog says so and stays. (transfer floating: a toplevel) */
GtkWidget *sutra_type_dialog_new (SutraCase *the_case, SutraEntityType *type, GtkWindow *parent);

G_END_DECLS
