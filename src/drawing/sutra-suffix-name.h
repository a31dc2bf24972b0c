/* sutra-suffix-name.h: an inflected word explained in the reader's language
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sutra-inflection.h"

G_BEGIN_DECLS

/* What a suffix is, translated: "genitive". (static) */
const char *sutra_suffix_name (SutraSuffixKind kind);

/* "কাজাখস্তান + ের (genitive)" for @word of which the first @stem_end code points are the dictionary form; NULL if the grammar knows no such
 * reading, or nothing is added. (transfer full) */
char *sutra_suffix_name_explain (const char *word, guint stem_end);

G_END_DECLS
