/* sutra-relation.h: a typed, directed link between two entities
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sutra-live.h"

G_BEGIN_DECLS

#define SUTRA_TYPE_RELATION (sutra_relation_get_type ())
G_DECLARE_FINAL_TYPE (SutraRelation, sutra_relation, SUTRA, RELATION, SutraLive)

/* Live object of a row; "kind", "date", "notes" and "deleted" are properties that notify on change. */
const SutraId *sutra_relation_get_id (SutraRelation *self);
const SutraId *sutra_relation_get_source (SutraRelation *self);
const SutraId *sutra_relation_get_target (SutraRelation *self);
const char *sutra_relation_get_kind (SutraRelation *self); /* "holds-office" */
/* Evidence: a mention, or a passage of an article (code points); null ids for none. */
const SutraId *sutra_relation_get_mention (SutraRelation *self);
const SutraId *sutra_relation_get_article (SutraRelation *self);
guint sutra_relation_get_start (SutraRelation *self);
guint sutra_relation_get_end (SutraRelation *self);
const char *sutra_relation_get_date (SutraRelation *self);  /* (nullable) EDTF */
const char *sutra_relation_get_notes (SutraRelation *self); /* (nullable) */
gboolean sutra_relation_get_deleted (SutraRelation *self);

G_END_DECLS
