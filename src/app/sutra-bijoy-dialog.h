/* sutra-bijoy-dialog.h: a text that is likely in a Bijoy font, as it stands and converted, for people to decide
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define SUTRA_TYPE_BIJOY_DIALOG (sutra_bijoy_dialog_get_type ())
G_DECLARE_FINAL_TYPE (SutraBijoyDialog, sutra_bijoy_dialog, SUTRA, BIJOY_DIALOG, AdwWindow)

/* Shows how the article in @bytes begins, read as @as_is and as @likely ("bijoy" or "UTF-8-twice"); read in a thread. @file_name: nullable. @n_files: how
 * many files the question is about: with more than one a check button applies the answer to all.
 *
 * Emits "decided" (const char *encoding, gboolean all) once: @encoding is one of sutra-decode-legacy.h or @as_is. Closing it decides nothing: "dismissed" is emitted.
 * (transfer floating: a toplevel) */
GtkWidget *
sutra_bijoy_dialog_new (GBytes *bytes, const char *file_name, const char *as_is, const char *likely, guint n_files, GtkWindow *parent);

/* What the two sides show; NULL while it is being read (transfer full). */
char *sutra_bijoy_dialog_dup_original (SutraBijoyDialog *self);
char *sutra_bijoy_dialog_dup_converted (SutraBijoyDialog *self);

G_END_DECLS
