/* sutra-reader-html.h: an article from an HTML page
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sutra-article.h"

G_BEGIN_DECLS

/* Fills text, encoding, media type and what the page says of itself. @encoding (nullable): the user's choice. The rest as in sutra_read(). */
gboolean sutra_reader_html_read (SutraDraft *draft, GBytes *bytes, const char *encoding, GError **error);

G_END_DECLS
