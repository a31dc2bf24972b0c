/* sutra-snapshot.h: what a case holds at one moment, for exports and reports
 *
 * Plain structs read from a store in one read transaction, so that a worker can make one while the window edits on. Immutable. Everything in
 * it is owned by it. Texts are loaded on demand: they are addressed by their digest and never change.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

#include "sutra-find.h"
#include "sutra-mention.h"
#include "sutra-store.h"
#include "sutra-text.h"

G_BEGIN_DECLS

#define SUTRA_SNAPSHOT_NONE G_MAXUINT /* no such index */

typedef struct
{
  SutraId id;
  const char *slug;
  const char *name; /* (nullable): stock name */
  const char *color;
  const char *badge;
  gboolean names_entities;
} SutraSnapshotType;

typedef struct
{
  SutraId id;
  const char *title;
  const char *source, *url, *author, *published, *accessed, *language, *file_name, *notes; /* (nullable) */
  const char *encoding, *media_type;
  const char *sha256, *text_sha256;
  const char *added; /* RFC 3339 */
  guint code_points;
  guint first_mention, n_mentions; /* its mentions lie together in @mentions */
} SutraSnapshotArticle;

typedef struct
{
  const char *text;
  const char *language; /* (nullable) */
  SutraId mention;      /* or the null id */
} SutraSnapshotAlias;

typedef struct
{
  const char *name;
  const char *value;
} SutraSnapshotAttribute;

/* A place that an entity may be at, or is not: sutra-location.h. */
typedef struct
{
  gboolean rejected; /* FALSE: a candidate */
  double latitude, longitude, radius_m;
  const char *area, *place; /* (nullable) */
  const char *source;
} SutraSnapshotLocation;

typedef struct
{
  SutraId id;
  guint type; /* index into @types */
  const char *label;
  const char *value, *notes, *date, *created; /* (nullable) but @created */
  double latitude, longitude, radius_m;       /* NaN: none */
  const char *area, *place, *location_source; /* (nullable): of the chosen location; the source is there if the coordinates are */
  const SutraSnapshotLocation *locations;     /* candidates, then rejected ones */
  guint n_locations;
  const SutraSnapshotAlias *aliases;
  guint n_aliases;
  const SutraSnapshotAttribute *attributes;
  guint n_attributes;
  guint n_mentions;    /* within the snapshot */
  guint first_mention; /* index into @mentions, or SUTRA_SNAPSHOT_NONE */
} SutraSnapshotEntity;

typedef struct
{
  SutraId id;
  guint article, type;
  guint entity; /* or SUTRA_SNAPSHOT_NONE */
  guint32 start, end, stem_end;
  const SutraRange *fragments; /* further ones, in text order */
  guint n_fragments;
  const char *quote;        /* the text of [start, end) */
  const char *value, *note; /* (nullable) */
  const char *author, *created;
  SutraMentionStatus status;
  SutraMentionOrigin origin;
} SutraSnapshotMention;

/**
 * SutraSnapshot:
 * @articles: in the order in which they were added
 * @mentions: by article, then start ascending, end descending, id
 * @entities: with mentions first, in the order of their first one; then the others by label (a whole case only)
 * @types: in the tagset's order
 * @head: seq of the newest row of the history, 0 for none
 */
typedef struct
{
  char *case_name;
  char *case_id; /* (nullable) */
  gint64 head;
  GArray *types;    /* SutraSnapshotType */
  GArray *articles; /* SutraSnapshotArticle */
  GArray *mentions; /* SutraSnapshotMention */
  GArray *entities; /* SutraSnapshotEntity */
  /*< private >*/
  GStringChunk *strings;
  GPtrArray *blocks; /* fragments */
  GArray *aliases, *attributes, *locations;
} SutraSnapshot;

/**
 * sutra_snapshot_new:
 * @article: (nullable): only this article with its mentions and the entities that they name; NULL for the whole case
 * @all_statuses: suggested and rejected mentions too; FALSE for confirmed ones only
 *
 * Errors: NOT_FOUND (no such article), the store's, G_IO_ERROR_CANCELLED. In the thread that @store belongs to.
 */
SutraSnapshot *
sutra_snapshot_new (SutraStore *store, const SutraId *article, gboolean all_statuses, GCancellable *cancellable, GError **error);

void sutra_snapshot_free (SutraSnapshot *self);

static inline const SutraSnapshotType *
sutra_snapshot_type (const SutraSnapshot *self, guint i)
{
  return &g_array_index (self->types, SutraSnapshotType, i);
}

static inline const SutraSnapshotArticle *
sutra_snapshot_article (const SutraSnapshot *self, guint i)
{
  return &g_array_index (self->articles, SutraSnapshotArticle, i);
}

static inline const SutraSnapshotMention *
sutra_snapshot_mention (const SutraSnapshot *self, guint i)
{
  return &g_array_index (self->mentions, SutraSnapshotMention, i);
}

static inline const SutraSnapshotEntity *
sutra_snapshot_entity (const SutraSnapshot *self, guint i)
{
  return &g_array_index (self->entities, SutraSnapshotEntity, i);
}

/* The text of article @i, digest verified (transfer full). NOT_FOUND, DAMAGED. */
SutraText *sutra_snapshot_load_text (const SutraSnapshot *self, SutraStore *store, guint i, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SutraSnapshot, sutra_snapshot_free)

G_END_DECLS
