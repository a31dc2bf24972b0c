/* sutra-place-set.h: what a place list shows at one moment, and the query that finds it
 *
 * Immutable once it is made and compared; reference-counted atomically, because the worker makes it from the one that is shown.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sutra-place-list.h"

G_BEGIN_DECLS

/* Removed and added items at a position of the list as the changes before have left it. */
typedef struct
{
  guint position;
  guint removed;
  guint added;
} SutraPlaceChange;

/**
 * SutraPlaces:
 * @items: SutraPlaceItem
 * @keys: SutraId for each item, each once: of the entity; of the location for a candidate; of the first mention for mentions without an entity
 * @indices: key → index + 1
 * @changes: SutraPlaceChange, from the set before to this one; NULL before sutra_place_set_compare()
 */
typedef struct
{
  GArray *items;
  GArray *keys;
  GHashTable *indices;
  GArray *changes;
} SutraPlaces;

typedef struct
{
  gatomicrefcount ref_count;
  SutraPlaces located;
  SutraPlaces unlocated;
  GStringChunk *strings;
} SutraPlaceSet;

SutraPlaceSet *sutra_place_set_new (void);
SutraPlaceSet *sutra_place_set_ref (SutraPlaceSet *self);
void sutra_place_set_unref (SutraPlaceSet *self);

/* @subject: the article (scope ARTICLE) or entity (SELECTION); with the null id these scopes are empty. @before (nullable): the set that is shown now: labels that are in it need no sorting. In the thread of @store; G_IO_ERROR_CANCELLED and the store's. */
SutraPlaceSet *sutra_place_set_read (SutraStore *store,
                                     SutraPlaceScope scope,
                                     const SutraId *subject,
                                     const SutraPlaceSet *before,
                                     GCancellable *cancellable,
                                     GError **error);

/* Finds out what changes from @before to @self. An item that tells something else is another one. */
void sutra_place_set_compare (SutraPlaceSet *self, const SutraPlaceSet *before);

gboolean sutra_place_item_equal (const SutraPlaceItem *a, const SutraPlaceItem *b);

/* sutra-place-row.c: a copy of @item. */
SutraPlaceRow *sutra_place_row_new (const SutraPlaceItem *item);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SutraPlaceSet, sutra_place_set_unref)

G_END_DECLS
