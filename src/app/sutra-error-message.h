/* sutra-error-message.h: what the window says when something fails
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "sutra-error.h"

G_BEGIN_DECLS

/* A translated heading for the error's code (transfer full). The message itself is the detail. */
char *sutra_error_message_dup_heading (const GError *error);

/* Whether a short note is enough: the wish was already fulfilled or there was nothing to do. */
gboolean sutra_error_message_is_note (const GError *error);

/* One dialog with heading and detail. @parent nullable. */
void sutra_error_message_present (GtkWindow *parent, const GError *error);

/* One dialog for several that failed: @errors holds GError *, @names what they were about (same length). */
void sutra_error_message_present_several (GtkWindow *parent, const char *heading, GPtrArray *names, GPtrArray *errors);

G_END_DECLS
