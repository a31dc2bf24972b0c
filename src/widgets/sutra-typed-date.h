/* sutra-typed-date.h: what was understood of a typed date, shown below its entry
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "sutra-edtf-value.h"
#include "sutra-expression.h"

G_BEGIN_DECLS

/* Whether @typed, less white space around it, is empty or a date. @edtf (out, nullable) (transfer full): its value, "" for none, NULL for what is no date.
 * @note (out, nullable) (transfer full): what was understood, "Monday, 8 April 2024", with the value behind it where something else was typed; or why it is no date. */
gboolean sutra_typed_date_read (const char *typed, const SutraReadingContext *context, SutraEdtfFormat flags, char **edtf, char **note);

/* Shows @note ("": nothing) in @label, and tells a screen reader at @entry; both are styled as an error unless @good. */
void sutra_typed_date_show (GtkWidget *entry, GtkLabel *label, gboolean good, const char *note);

G_END_DECLS
