/* sutra-place-text.h: places in words, in the language of the interface
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sutra-gazetteer.h"

G_BEGIN_DECLS

/* "Town", translated; owned by the translation. */
const char *sutra_place_kind_get_name (SutraPlaceKind kind);

/* The place's name in @language ("bn": the Bengali one, if it has one; else the Latin one); owned by the gazetteer. */
const char *sutra_place_get_name_in (const SutraPlace *place, const char *language);

/* "Town, Zhambyl Region, Kazakhstan · 13,000 people": what tells it from others of its name. @gazetteer gives the country's name. (transfer full) */
char *sutra_place_dup_description (SutraGazetteer *gazetteer, const SutraPlace *place, const char *language);

/* How it was found: "Exact name", "“…” without its ending", "Sounds like “Otar”", "Coordinates". (transfer full) */
char *sutra_candidate_dup_reason (const SutraCandidate *candidate);

/* "about 5 km" for a radius, in the digits of the interface; NULL for none (NaN or 0). (transfer full) (nullable) */
char *sutra_radius_dup_text (double radius_m);

G_END_DECLS
