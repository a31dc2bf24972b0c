/* sutra-mention.h: a span of an article that names something
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sutra-find.h"
#include "sutra-live.h"

G_BEGIN_DECLS

typedef enum
{
  SUTRA_MENTION_CONFIRMED,
  SUTRA_MENTION_SUGGESTED,
  SUTRA_MENTION_REJECTED,
} SutraMentionStatus;

typedef enum
{
  SUTRA_ORIGIN_HAND,
  SUTRA_ORIGIN_OCCURRENCE,
  SUTRA_ORIGIN_SUGGESTION,
  SUTRA_ORIGIN_IMPORT,
} SutraMentionOrigin;

/* "confirmed", "suggested", "rejected"; "hand", "occurrence", "suggestion", "import". From an unknown name: -1. */
const char *sutra_mention_status_to_string (SutraMentionStatus status);
int sutra_mention_status_from_string (const char *string);
const char *sutra_mention_origin_to_string (SutraMentionOrigin origin);
int sutra_mention_origin_from_string (const char *string);

/* What a row holds. What is no status or origin (in a damaged file) counts as rejected and as imported, so that no report shows it. */
SutraMentionStatus sutra_mention_status_from_int (gint64 number);
SutraMentionOrigin sutra_mention_origin_from_int (gint64 number);

#define SUTRA_TYPE_MENTION (sutra_mention_get_type ())
G_DECLARE_FINAL_TYPE (SutraMention, sutra_mention, SUTRA, MENTION, SutraLive)

/* A mention becomes an object only while it is shown or edited. Live object of a row; properties of the same names ("start", "end", "stem-end",
 * "value", "note", "status", "origin", "quote", "deleted") notify on change; "linked" notifies when type or entity change. */
const SutraId *sutra_mention_get_id (SutraMention *self);
const SutraId *sutra_mention_get_article (SutraMention *self);
const SutraId *sutra_mention_get_type_id (SutraMention *self);
const SutraId *sutra_mention_get_entity (SutraMention *self); /* the null id: none */
guint sutra_mention_get_start (SutraMention *self);
guint sutra_mention_get_end (SutraMention *self);
guint sutra_mention_get_stem_end (SutraMention *self);
/* Further fragments in text order, owned by @self; NULL and 0 for most mentions. */
const SutraRange *sutra_mention_get_fragments (SutraMention *self, gsize *n);
const char *sutra_mention_get_quote (SutraMention *self); /* the text of [start, end) */
const char *sutra_mention_get_value (SutraMention *self); /* (nullable) */
const char *sutra_mention_get_note (SutraMention *self);  /* (nullable) */
const char *sutra_mention_get_author (SutraMention *self);
const char *sutra_mention_get_created (SutraMention *self);
SutraMentionStatus sutra_mention_get_status (SutraMention *self);
SutraMentionOrigin sutra_mention_get_origin (SutraMention *self);
gboolean sutra_mention_get_deleted (SutraMention *self);

G_END_DECLS
