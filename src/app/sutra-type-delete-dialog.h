/* sutra-type-delete-dialog.h: asks what becomes of a type's mentions and entities when the type is deleted
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "sutra-case.h"

G_BEGIN_DECLS

#define SUTRA_TYPE_TYPE_DELETE_DIALOG (sutra_type_delete_dialog_get_type ())
G_DECLARE_FINAL_TYPE (SutraTypeDeleteDialog, sutra_type_delete_dialog, SUTRA, TYPE_DELETE_DIALOG, AdwMessageDialog)

/* Says how many mentions and entities @type has and offers to give them another type or to delete them too. The response "delete" deletes the type
 * as one edit and emits "deleted"; "cancel" does nothing. (transfer floating: a toplevel) */
GtkWidget *sutra_type_delete_dialog_new (SutraCase *the_case, SutraEntityType *type, GtkWindow *parent);

/* What "delete" will do: @replacement (a type of the case) takes over, NULL deletes mentions and entities. */
void sutra_type_delete_dialog_set_replacement (SutraTypeDeleteDialog *self, const SutraId *replacement);

G_END_DECLS
