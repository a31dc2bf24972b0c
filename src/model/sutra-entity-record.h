/* sutra-entity-record.h: a row of the entity list before it is an object, and the query that makes the rows
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sutra-entity-list.h"

G_BEGIN_DECLS

/**
 * SutraEntityRecord:
 * @row: (owned) (nullable): made when the row is asked for; main thread only
 *
 * Reference-counted, not atomically: the worker makes it and hands it over.
 */
typedef struct
{
  SutraEntityRowKind kind;
  guint count;
  SutraId type;
  SutraId entity;
  SutraId first;
  char *key;
  SutraEntityRow *row;
} SutraEntityRecord;

SutraEntityRecord *sutra_entity_record_new (SutraEntityRowKind kind, const SutraId *type);
gpointer sutra_entity_record_ref (gpointer item);
void sutra_entity_record_unref (gpointer item);
/* Whether they are the same row, whatever the count: for hash tables. */
guint sutra_entity_record_hash (gconstpointer item);
gboolean sutra_entity_record_equal (gconstpointer a, gconstpointer b);

/* What is asked for. @filter_key nullable. */
typedef struct
{
  SutraId article; /* null: the whole case */
  SutraEntitySort sort;
  char *filter_key;
} SutraEntityQuery;

SutraEntityQuery *sutra_entity_query_new (const SutraId *article, SutraEntitySort sort, const char *filter_key);
void sutra_entity_query_free (gpointer query);

/* All rows in order, headers included: array of SutraEntityRecord (transfer full). Any thread; G_IO_ERROR_CANCELLED. */
GPtrArray *sutra_entity_query_run (const SutraEntityQuery *self, SutraStore *store, GCancellable *cancellable, GError **error);

/* sutra-entity-row.c */
SutraEntityRow *sutra_entity_row_new (SutraCase *the_case, const SutraEntityRecord *item);
/* Takes @item's count and first mention, and reads the label again if somebody asked for it. */
void sutra_entity_row_take (SutraEntityRow *self, const SutraEntityRecord *item);

G_END_DECLS
