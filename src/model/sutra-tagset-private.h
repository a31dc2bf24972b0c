/* sutra-tagset-private.h: what the files of the tagset share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sutra-tagset.h"

G_BEGIN_DECLS

/* The columns that a SutraEntityType loads. */
#define SUTRA_TYPE_SELECT "SELECT id, slug, name, color, badge, shortcut, parent, entities, position FROM type"

/* The English name of a stock type, NULL for other slugs (static). */
const char *sutra_tagset_stock_name (const char *slug);

/* Checks specifications as a whole: each by itself, slugs and shortcuts unique, parents known and without a circle. INVALID. */
gboolean sutra_type_specs_validate (GPtrArray *specs, GError **error);

SutraTypeSpec *sutra_type_spec_copy (const SutraTypeSpec *self);

G_END_DECLS
