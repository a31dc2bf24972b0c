/* sutra-mention-list.h: mentions in text order as a paged GListModel of SutraMention
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sutra-case.h"

G_BEGIN_DECLS

#define SUTRA_TYPE_MENTION_LIST (sutra_mention_list_get_type ())
G_DECLARE_FINAL_TYPE (SutraMentionList, sutra_mention_list, SUTRA, MENTION_LIST, GObject)

/* The mentions that point to @entity, or (@entity NULL) the unlinked ones of @type whose dictionary form folds to @key; within @article or, when that is NULL, everywhere. Only confirmed
 * ones. Follows every edit. */
SutraMentionList *
sutra_mention_list_new (SutraCase *the_case, const SutraId *article, const SutraId *entity, const SutraId *type, const char *key);

G_END_DECLS
