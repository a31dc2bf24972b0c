/* sutra-entity-list.h: what the entity pane lists
 *
 * A flattened GListModel of SutraEntityRow: for each type that occurs a header with its count, then its entities (and, for mentions that point to no
 * entity, one row for each dictionary form). Filtered, grouped and sorted in SQL by the case's reader, off the main thread; the result is compared with what
 * is shown and the smallest items-changed are emitted. Rows read their label when they are asked for.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sutra-case.h"

G_BEGIN_DECLS

typedef enum
{
  SUTRA_ENTITY_SORT_FIRST_MENTION,
  SUTRA_ENTITY_SORT_NAME, /* Bengali collation */
  SUTRA_ENTITY_SORT_COUNT,
} SutraEntitySort;

typedef enum
{
  SUTRA_ENTITY_ROW_TYPE,    /* header: a type with the number of its mentions */
  SUTRA_ENTITY_ROW_ENTITY,  /* an entity */
  SUTRA_ENTITY_ROW_MENTIONS /* mentions without an entity that share type and dictionary form */
} SutraEntityRowKind;

#define SUTRA_TYPE_ENTITY_ROW (sutra_entity_row_get_type ())
G_DECLARE_FINAL_TYPE (SutraEntityRow, sutra_entity_row, SUTRA, ENTITY_ROW, GObject)

/* Immutable but for "count" and "label" (properties that notify). */
SutraEntityRowKind sutra_entity_row_get_kind (SutraEntityRow *self);
const SutraId *sutra_entity_row_get_type_id (SutraEntityRow *self);
const SutraId *sutra_entity_row_get_entity (SutraEntityRow *self);        /* ENTITY, else the null id */
const SutraId *sutra_entity_row_get_first_mention (SutraEntityRow *self); /* the null id if it has none in the scope */
const char *sutra_entity_row_get_label (SutraEntityRow *self);            /* entity's label; dictionary form; NULL for a header */
const char *sutra_entity_row_get_key (SutraEntityRow *self);              /* MENTIONS: fold key of the dictionary form, else NULL */
guint sutra_entity_row_get_count (SutraEntityRow *self);

#define SUTRA_TYPE_ENTITY_LIST (sutra_entity_list_get_type ())
G_DECLARE_FINAL_TYPE (SutraEntityList, sutra_entity_list, SUTRA, ENTITY_LIST, GObject)

/* @article NULL: the whole case (entities without mentions too). Properties: "article" (SutraArticle), "sort", "filter" (nullable; fold key of label, aliases and
 * quotes contains it), "loading" (a query is under way), "n-mentions" (in the scope). */
SutraEntityList *sutra_entity_list_new (SutraCase *the_case);
void sutra_entity_list_set_article (SutraEntityList *self, SutraArticle *article);
void sutra_entity_list_set_sort (SutraEntityList *self, SutraEntitySort sort);
void sutra_entity_list_set_filter (SutraEntityList *self, const char *filter);
void sutra_entity_list_set_collapsed (SutraEntityList *self, const SutraId *type, gboolean collapsed);
gboolean sutra_entity_list_get_loading (SutraEntityList *self);
guint sutra_entity_list_get_n_mentions (SutraEntityList *self);
/* The position of the row of an entity (or of unlinked mentions, by one mention's id), G_MAXUINT if it is not listed. */
guint sutra_entity_list_find (SutraEntityList *self, const SutraId *entity_or_mention);

G_END_DECLS
