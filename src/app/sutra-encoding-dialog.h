/* sutra-encoding-dialog.h: in which encoding a text is, by looking at it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define SUTRA_TYPE_ENCODING_DIALOG (sutra_encoding_dialog_get_type ())
G_DECLARE_FINAL_TYPE (SutraEncodingDialog, sutra_encoding_dialog, SUTRA, ENCODING_DIALOG, AdwWindow)

/* Lists the encodings of sutra-decode.h; shows how @bytes begin in the selected one, or why they are not in it. Each is tried once, in a thread, the selected
 * one first; until the user selects one, what sutra_decode() finds out by itself is, else the first that fits. "encoding.open" (Return) is enabled for one that fits: then "chosen" (const char *
 * encoding) is emitted once and the dialog closes. @file_name: for people. (transfer floating: a toplevel) */
GtkWidget *sutra_encoding_dialog_new (GBytes *bytes, const char *file_name, GtkWindow *parent);

/* Selects an encoding of sutra_decode_encodings(), as a click does. */
void sutra_encoding_dialog_select (SutraEncodingDialog *self, const char *encoding);

/* What the preview shows: the text's beginning, or the reason why there is none; NULL while it is being tried (transfer full). */
char *sutra_encoding_dialog_dup_preview (SutraEncodingDialog *self);

G_END_DECLS
