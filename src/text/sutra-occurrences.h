/* sutra-occurrences.h: all occurrences of names in a text
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

#include "sutra-text.h"

G_BEGIN_DECLS

/**
 * SutraOccurrence:
 * @start: first code point.
 * @end: end of the whole inflected word(s), exclusive; in a hyphen or slash compound only of the part that is the name.
 * @stem_end: where the name itself ends.
 * @name: index of the name that matched.
 * @sure: FALSE for a short base or a doubtful suffix: to be offered unticked.
 */
typedef struct
{
  guint32 start;
  guint32 end;
  guint32 stem_end;
  guint32 name;
  gboolean sure;
} SutraOccurrence;

/* Every place where one of @names (NULL-terminated) stands as whole word(s), bare or inflected, alone or as a part of a hyphen or slash
 * compound, over the fold key; text order, longest match first, not overlapping. One pass over the text for all names.
 * Array of SutraOccurrence (transfer full); NULL only with G_IO_ERROR_CANCELLED. Any thread. */
GArray *sutra_occurrences_find (SutraText *text, const char *const *names, GCancellable *cancellable, GError **error);

G_END_DECLS
