/* sutra-suggest-rules.h: one function for each kind of suggestion
 *
 * Each appends to @result, in text order. Any thread. FALSE only with G_IO_ERROR_CANCELLED.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sutra-suggest-private.h"

G_BEGIN_DECLS

gboolean sutra_suggest_names (const SutraSuggestInput *input, GPtrArray *result, GCancellable *cancellable, GError **error);
gboolean sutra_suggest_dates (const SutraSuggestInput *input, GPtrArray *result, GCancellable *cancellable, GError **error);
gboolean sutra_suggest_numbers (const SutraSuggestInput *input, GPtrArray *result, GCancellable *cancellable, GError **error);
gboolean sutra_suggest_checks (const SutraSuggestInput *input, GPtrArray *result, GCancellable *cancellable, GError **error);

G_END_DECLS
