/* sutra-place-lookup.h: the candidates for one place of an article, found in a thread
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sutra-place-names.h"

G_BEGIN_DECLS

/**
 * sutra_place_lookup_async:
 * @names: (nullable): NULL: only coordinates are understood
 * @text: what was typed: a name, or coordinates in any form of sutra_coordinate_parse()
 * @article: (nullable): the countries that it names are favoured
 *
 * The strings of the candidates belong to the gazetteer of @names, which must be kept as long as they are.
 */
void sutra_place_lookup_async (SutraPlaceNames *names,
                               const char *text,
                               SutraText *article,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data);

/* (SutraCandidate *, transfer full; may be empty). Coordinates give one candidate of stage COORDINATES, whose place has no id; @radius_m (out) (optional) is what a geo: URI says, else NaN. G_IO_ERROR_CANCELLED; INVALID: @text begins like
 * coordinates and cannot be read, and no place has that name. */
GPtrArray *sutra_place_lookup_finish (GAsyncResult *result, double *radius_m, GError **error);

/* The same at once, in any thread. */
GPtrArray *sutra_place_lookup (SutraPlaceNames *names, const char *text, const char *near, double *radius_m, GError **error);

/* A candidate for a point (stage COORDINATES), @point valid; its name is the coordinates. (transfer full) */
SutraCandidate *sutra_place_lookup_candidate_for_point (const SutraPoint *point);

G_END_DECLS
