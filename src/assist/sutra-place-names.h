/* sutra-place-names.h: the places that a text names, by the gazetteer
 *
 * A matcher over the names of the gazetteer that are safe to look for in running text: every Bengali name, and the Latin ones of countries, regions of the world, capitals and large cities. Romanised look-up is for
 * spans that a person has marked; here a name must stand as it is, bare or inflected.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sutra-case.h"
#include "sutra-gazetteer.h"
#include "sutra-occurrences.h"

G_BEGIN_DECLS

/* Immutable, reference-counted, any thread. */
typedef struct _SutraPlaceNames SutraPlaceNames;

/* Slow (it reads the whole gazetteer): for a worker. */
SutraPlaceNames *sutra_place_names_new (SutraGazetteer *gazetteer);
SutraPlaceNames *sutra_place_names_ref (SutraPlaceNames *self);
void sutra_place_names_unref (SutraPlaceNames *self);

SutraGazetteer *sutra_place_names_get_gazetteer (SutraPlaceNames *self); /* (transfer none) */

/* Where they stand in @text, without words that mean something else more often (array of SutraOccurrence, transfer full; SutraOccurrence::name is for sutra_place_names_get()). A minor place is taken only where the
 * text names its country too. Not sure: a minor place, a short name, or one with a doubtful ending. NULL only with G_IO_ERROR_CANCELLED. */
GArray *sutra_place_names_find (SutraPlaceNames *self, SutraText *text, GCancellable *cancellable, GError **error);
const char *sutra_place_names_get (SutraPlaceNames *self, guint i);

/* The countries of what sutra_place_names_find() found, as SutraPlaceQuery::near wants them: of the countries themselves and of places that can only be in one; most often named first. (transfer full) (nullable): NULL for none */
char *sutra_place_names_dup_countries (SutraPlaceNames *self, GArray *occurrences);
/* Both at once. (nullable) */
char *sutra_place_names_dup_countries_of_text (SutraPlaceNames *self, SutraText *text);

/* ---- What a case looks its places up in (main thread) ---- */

/* From now on suggestions for articles of @the_case may be places. @names (nullable): no longer. */
void sutra_place_names_set_for_case (SutraCase *the_case, SutraPlaceNames *names);
SutraPlaceNames *sutra_place_names_peek (SutraCase *the_case); /* (transfer none) (nullable) */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SutraPlaceNames, sutra_place_names_unref)

G_END_DECLS
