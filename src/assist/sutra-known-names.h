/* sutra-known-names.h: all names of a case, ready to be looked for
 *
 * Labels and aliases of the entities whose type names entities. Built once for each state of the case.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sutra-case.h"
#include "sutra-occurrences.h"

G_BEGIN_DECLS

/* Immutable, reference-counted, any thread. */
typedef struct _SutraKnownNames SutraKnownNames;

/**
 * SutraNameOwner:
 * @label: the entity's label (owned by the names)
 * @slug: of its type (owned by the names)
 * @alias: the name is not its label
 */
typedef struct
{
  SutraId entity;
  SutraId type;
  const char *label;
  const char *slug;
  gboolean alias;
} SutraNameOwner;

/* Reads them. In the thread that @store belongs to. */
SutraKnownNames *sutra_known_names_read (SutraStore *store, GCancellable *cancellable, GError **error);
SutraKnownNames *sutra_known_names_ref (SutraKnownNames *self);
void sutra_known_names_unref (SutraKnownNames *self);

/* How many names there are that differ in their fold key. */
guint sutra_known_names_count (SutraKnownNames *self);

/* Where they stand in @text (array of SutraOccurrence, transfer full); SutraOccurrence::name is for sutra_known_names_get(). NULL only with G_IO_ERROR_CANCELLED. */
GArray *sutra_known_names_find (SutraKnownNames *self, SutraText *text, GCancellable *cancellable, GError **error);

/* Name @i and the entities that have it: one, or several of which the first by type and label comes first (owned by @self). */
const char *sutra_known_names_get (SutraKnownNames *self, guint i, const SutraNameOwner **owners, guint *n_owners);

/* Whether one of them has the fold key of @name. */
gboolean sutra_known_names_has (SutraKnownNames *self, const char *name);

/* ---- What is kept with a case (main thread) ---- */

/* The names of the case as it is now (transfer full), read if an edit has changed entities, aliases or types since the last call. */
SutraKnownNames *sutra_known_names_for_case (SutraCase *the_case, GCancellable *cancellable, GError **error);

/* The same if they need not be read, else NULL (transfer full); @state tells states of the case apart. */
SutraKnownNames *sutra_known_names_peek (SutraCase *the_case, guint64 *state);

/* Keeps what a worker has read, unless the case is in another state by now. */
void sutra_known_names_keep (SutraCase *the_case, SutraKnownNames *names, guint64 state);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SutraKnownNames, sutra_known_names_unref)

G_END_DECLS
