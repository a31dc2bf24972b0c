/* sutra-type-fields.h: what the type dialog knows without its widgets
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sutra-tagset.h"

G_BEGIN_DECLS

/* What is wrong with @spec as @type of @tagset (NULL: as a new one), in the reader's language (transfer full); NULL if nothing is. */
char *sutra_type_fields_find_problem (SutraTagset *tagset, SutraEntityType *type, const SutraTypeSpec *spec);

/* Proposals for a new type of that name: "" where there is none (transfer full). */
char *sutra_type_fields_suggest_badge (const char *name);
char *sutra_type_fields_suggest_shortcut (SutraTagset *tagset, const char *name);
/* A colour that no type has yet, "#rrggbb" (static). */
const char *sutra_type_fields_suggest_color (SutraTagset *tagset);

/* The types that can be the parent of @type (nullable): without it and those below it (transfer full, SutraEntityType). */
GPtrArray *sutra_type_fields_list_parents (SutraTagset *tagset, SutraEntityType *type);

G_END_DECLS
