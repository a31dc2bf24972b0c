/* sutra-entity-import.h: entities that come from files
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sutra-location.h"

G_BEGIN_DECLS

/**
 * SutraEntityDraft:
 * @id: of the entity that is meant; a new one gets it; or the null id
 * @type: (nullable): slug; one that the case has not, or whose mentions carry values, stands for "place" (or whatever type of places there is)
 * @label: taken as sutra_case_add_entity() does
 * @aliases: (nullable)
 * @date: (nullable): EDTF
 * @location: (nullable): chosen or candidate
 */
typedef struct
{
  SutraId id;
  char *type;
  char *label;
  GStrv aliases;
  char *value;
  char *date;
  char *notes;
  SutraLocation *location;
} SutraEntityDraft;

void sutra_entity_draft_free (SutraEntityDraft *self);

typedef enum
{
  SUTRA_ENTITY_ADDED,   /* a new entity, with its location if it has one */
  SUTRA_ENTITY_LOCATED, /* an entity that was there and had no location has one */
  SUTRA_ENTITY_KEPT,    /* it has another location, which somebody chose: this one was kept as a candidate */
  SUTRA_ENTITY_SAME,    /* it was there, and there too */
  SUTRA_ENTITY_REFUSED,
} SutraEntityOutcome;

/**
 * SutraEntityResult:
 * @entity: the null id if it was refused
 * @error: (owned) (nullable): why it was refused
 */
typedef struct
{
  SutraId entity;
  SutraEntityOutcome outcome;
  GError *error;
} SutraEntityResult;

void sutra_entity_result_clear (SutraEntityResult *self);

/**
 * sutra_case_store_entities:
 * @subject: (nullable): for the history: where they are from
 * @step: as in sutra_store_commit_step()
 * @results: @n elements, filled
 *
 * Finds or makes the entity of each draft: by its id; else the one of its type that has exactly its label as label or alias (not one that another draft with an id has made); else a new one. An entity that is there only gains what it has not: aliases, empty
 * fields, a location. Drafts that cannot be taken are refused one by one. In transactions of about 10 ms. The case object notices by itself. In the thread of @store.
 *
 * Errors: the store's, G_IO_ERROR_CANCELLED: what was written until then stays and is one step.
 */
gboolean sutra_case_store_entities (SutraStore *store,
                                    SutraEntityDraft *const *drafts,
                                    gsize n,
                                    const char *subject,
                                    gint64 *step,
                                    SutraEntityResult *results,
                                    GCancellable *cancellable,
                                    GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SutraEntityDraft, sutra_entity_draft_free)

G_END_DECLS
