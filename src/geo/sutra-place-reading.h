/* sutra-place-reading.h: the names that a query may stand for, and what it says about the place besides
 *
 * For this layer's own files.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sutra-gazetteer.h"

G_BEGIN_DECLS

/**
 * SutraPlaceReading:
 * @name: what is looked up (owned)
 * @end: code points of the query that are the name with the words around it, the rest being an ending
 * @kinds, @other_kinds: bits 1 << SutraPlaceKind: what a word like জেলা says the place is, and what it may be just as well; 0: nothing
 * @context: (nullable) (owned) what stands behind a comma or in brackets, likely the country
 * @shortened: @name lacks words of the query
 * @doubt: 0 (the name stands there as it is) to 1
 * @likely: of a stem: nothing speaks against it
 */
typedef struct
{
  char *name;
  guint end;
  guint kinds;
  guint other_kinds;
  char *context;
  gboolean shortened;
  double doubt;
  gboolean likely;
} SutraPlaceReading;

/* The readings of @text (valid UTF-8) as it stands: itself; without জেলা, শহর, District …; without what is in brackets or behind a comma. (SutraPlaceReading, transfer full) */
GArray *sutra_place_readings (const char *text);

/* The readings of @text without an ending of its last word, likelier ones first. (SutraPlaceReading, transfer full) */
GArray *sutra_place_stem_readings (const char *text);

G_END_DECLS
