/* sutra-place-list.h: what the map shows, and what it cannot show
 *
 * The entities of a scope that have a location, of any type, and the place entities that have none. Read by the case's reader off the main thread, and again after every edit that touches them. A GListModel of SutraPlaceRow of the located ones
 * (rows are made when they are asked for), by label; and the same rows as plain structs, because a map draws 100,000 of them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sutra-location.h"
#include "sutra-projection.h"
#include "sutra-selection.h"

G_BEGIN_DECLS

typedef enum
{
  SUTRA_PLACE_SCOPE_ARTICLE,
  SUTRA_PLACE_SCOPE_CASE,
  SUTRA_PLACE_SCOPE_SELECTION, /* the chosen entity alone */
} SutraPlaceScope;

/**
 * SutraPlaceItem:
 * @entity: the null id for mentions without an entity, which are never located
 * @mention: the first mention in the scope, or the null id
 * @type: index into the tagset's types in their order
 * @role: CHOSEN, or CANDIDATE for a kept candidate of an entity (then there may be several items of one entity)
 * @count: confirmed mentions in the scope
 * @at: of @point on the unit square
 * @area: (nullable): codes
 *
 * Strings belong to the list and live until the next "changed".
 */
typedef struct
{
  SutraId entity;
  SutraId mention;
  SutraPoint point;
  SutraMapPoint at;
  double radius_m;
  const char *label;
  const char *area;
  guint32 count;
  guint16 type;
  guint8 role;
} SutraPlaceItem;

#define SUTRA_TYPE_PLACE_ROW (sutra_place_row_get_type ())
G_DECLARE_FINAL_TYPE (SutraPlaceRow, sutra_place_row, SUTRA, PLACE_ROW, GObject)

/* Immutable; keeps what it tells as long as it lives. */
const SutraPlaceItem *sutra_place_row_get_item (SutraPlaceRow *self);

#define SUTRA_TYPE_PLACE_LIST (sutra_place_list_get_type ())
G_DECLARE_FINAL_TYPE (SutraPlaceList, sutra_place_list, SUTRA, PLACE_LIST, GObject)

/* Properties: "scope", "article" (nullable), "loading". Signal "changed" (no arguments): the items are others; after items-changed of the list models. @selection (nullable) is only needed for the scope SELECTION. */
SutraPlaceList *sutra_place_list_new (SutraCase *the_case, SutraSelection *selection);
void sutra_place_list_set_scope (SutraPlaceList *self, SutraPlaceScope scope);
SutraPlaceScope sutra_place_list_get_scope (SutraPlaceList *self);
void sutra_place_list_set_article (SutraPlaceList *self, SutraArticle *article);
gboolean sutra_place_list_get_loading (SutraPlaceList *self);

/* The located ones, by label; candidates behind the chosen ones. Within items-changed they are the new ones already; those before live until "changed" was emitted. */
const SutraPlaceItem *sutra_place_list_get_items (SutraPlaceList *self, guint *n);
/* The index of the chosen item of @entity, G_MAXUINT: none. */
guint sutra_place_list_find (SutraPlaceList *self, const SutraId *entity);

/* The tray: places in the scope without a location, most mentioned first: entities of place types, and mentions of place types without an entity (one row for each dictionary form; @entity is then the null id, @label the form, @point not valid). A GListModel of
 * SutraPlaceRow (transfer none). */
GListModel *sutra_place_list_get_unlocated (SutraPlaceList *self);

/* The same for exports, in the thread of @store: @article NULL: the whole case. Located items (SutraPlaceItem, strings owned by the chunk), by label. */
typedef struct
{
  GArray *items;
  guint n_unlocated;
  GStringChunk *strings;
} SutraPlaceSnapshot;

SutraPlaceSnapshot *sutra_place_snapshot_new (SutraStore *store, const SutraId *article, GCancellable *cancellable, GError **error);
void sutra_place_snapshot_free (SutraPlaceSnapshot *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SutraPlaceSnapshot, sutra_place_snapshot_free)

G_END_DECLS
