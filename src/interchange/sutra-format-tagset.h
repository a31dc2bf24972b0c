/* sutra-format-tagset.h: a tagset as JSON
 *
 *   {"format": "sutradhar-tagset", "version": 1, "types": [{"slug": "person", "name": null, "color": "#1a5fb4", "badge": "P",
 *     "shortcut": "p", "parent": null, "names_entities": true} …]}
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sutra-tagset.h"

G_BEGIN_DECLS

/* Specifications as JSON text, two spaces of indent, a final line feed (transfer full). */
char *sutra_tagset_to_json (GPtrArray *specs);

/* Reads it back (transfer full, SutraTypeSpec *): at most 1 MiB and 500 types. @name (nullable) is for messages. EMPTY, TOO_LARGE, PARSE (no JSON, or the wrong
 * shape: the message says which type and key), INVALID (a value that sutra_type_spec_validate() refuses, two types with one slug
 * or one shortcut, a parent that is not there or a loop of parents). */
GPtrArray *sutra_tagset_from_json (GBytes *json, const char *name, GError **error);

G_END_DECLS
