/* sutra-name-index.h: many names at once in a text
 *
 * A multi-pattern matcher (Aho–Corasick) over fold keys. Built once for all labels and aliases of a case, used for any number of texts.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sutra-occurrences.h"

G_BEGIN_DECLS

/* Immutable, reference-counted, any thread. */
typedef struct _SutraNameIndex SutraNameIndex;

/* @n names, UTF-8 (NULL elements and such that fold to nothing never match). O(their length) in time and memory. */
SutraNameIndex *sutra_name_index_new (const char *const *names, gsize n);
SutraNameIndex *sutra_name_index_ref (SutraNameIndex *self);
void sutra_name_index_unref (SutraNameIndex *self);

/* Like sutra_occurrences_find() for all names of @self: whole words, bare or inflected, in compounds; longest match first, not overlapping, text order. SutraOccurrence::name is
 * the lowest index of those that fold to the same key. One pass over the text, whatever the number of names. NULL only with G_IO_ERROR_CANCELLED. */
GArray *sutra_name_index_find (SutraNameIndex *self, SutraText *text, GCancellable *cancellable, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SutraNameIndex, sutra_name_index_unref)

G_END_DECLS
