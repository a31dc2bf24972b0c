/* sutra-edit-label.h: what an edit is called in the reader's language
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sutra-edit.h"

G_BEGIN_DECLS

/* For "Undo: …": "Mark “কাজাখস্তান”" (transfer full). @subject nullable; cut to 40 code points. */
char *sutra_edit_label_dup (SutraEditKind kind, const char *subject, guint count);

/* For a toast, after it was done: "Marked “কাজাখস্তান”" (transfer full). */
char *sutra_edit_label_dup_done (SutraEditKind kind, const char *subject, guint count);

G_END_DECLS
