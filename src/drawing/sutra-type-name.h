/* sutra-type-name.h: what an entity type is called in the reader's language
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sutra-entity-type.h"

G_BEGIN_DECLS

/* The type's name: the user's own, or the stock name translated (transfer full). */
char *sutra_type_style_dup_name (SutraEntityType *type);
/* The translated stock name for a slug, NULL for others (static). */
const char *sutra_type_style_stock_name (const char *slug);

G_END_DECLS
