/* sutra-json.h: json-glib, with bounds
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* Whether @json is UTF-8, has no token that is no JSON (comments, single quotes, unknown escapes) and at most @max_levels: what sutra_json_parse() looks at before it parses. What comes after
 * this may count brackets and quotes. */
gboolean sutra_json_check (const char *json, gsize n_bytes, guint max_levels, GError **error);

/* Parses @json, which need not end with NUL. json-glib's parser recurses, so the depth is looked at first. PARSE with the line; TOO_LARGE for more
 * than @max_levels of arrays and objects. Texts in it may still be invalid UTF-8 (half a surrogate pair as an
 * escape): look at those that are used. (transfer full) */
JsonNode *sutra_json_parse (const char *json, gsize n_bytes, guint max_levels, GError **error);

G_END_DECLS
