/* sutra-name-parts.h: other names under which a text may mean the same thing
 *
 * An acronym that a text gives beside its expansion (EXPANSION (ACRONYM), ACRONYM (EXPANSION)), and the last word of a person's name. All are guesses: they
 * are offered as less certain, but for an acronym in Latin letters that the initials of its expansion spell.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sutra-occurrences.h"

G_BEGIN_DECLS

/**
 * SutraNameAlias:
 * @text: the other name, as it stands in the text.
 * @sure: whether the initials prove it.
 */
typedef struct
{
  char *text;
  gboolean sure;
} SutraNameAlias;

/* What @text gives beside @name in brackets, or @name in brackets beside: array of SutraNameAlias (transfer full; elements are cleared by the array), in
 * text order, without repetition and without @name. Looks at the first 64 occurrences of the name. */
GArray *sutra_name_parts_aliases (SutraText *text, const char *name);

/* The last word of a name of two words or more, by which a person may be called (ডোভাল of অজিত ডোভাল); NULL if there is none or if it has fewer than three
 * letters. (transfer full) */
char *sutra_name_parts_last_word (const char *name);

/* Like sutra_occurrences_find(), and further what the aliases and, if @person, the last words of @names give: SutraOccurrence::name is then
 * not below the number of @names, and these are not sure but for sure aliases. */
GArray *sutra_name_parts_find (SutraText *text, const char *const *names, gboolean person, GCancellable *cancellable, GError **error);

G_END_DECLS
