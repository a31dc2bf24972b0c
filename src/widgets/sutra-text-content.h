/* sutra-text-content.h: a part of a text for the clipboard, cut out only when somebody pastes it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gdk/gdk.h>

#include "sutra-text.h"

G_BEGIN_DECLS

#define SUTRA_TYPE_TEXT_CONTENT (sutra_text_content_get_type ())
G_DECLARE_FINAL_TYPE (SutraTextContent, sutra_text_content, SUTRA, TEXT_CONTENT, GdkContentProvider)

/* Code points [@start, @end) of @text, offered as a string. Keeps a reference to @text. */
GdkContentProvider *sutra_text_content_new (SutraText *text, gsize start, gsize end);

G_END_DECLS
