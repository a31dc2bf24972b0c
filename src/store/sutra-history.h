/* sutra-history.h: undo, redo and the audit trail
 *
 * Undo and redo append to the history; nothing in it is ever altered or deleted. Undo takes the newest undoable step whoever made it and works after a
 * restart. A new edit makes undone steps un-redoable. Any conflict aborts and rolls back (CONFLICT); exactly the rows of the
 * changeset must have changed.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sutra-edit.h"

G_BEGIN_DECLS

typedef enum
{
  SUTRA_EVENT_EDIT,
  SUTRA_EVENT_UNDO,
  SUTRA_EVENT_REDO,
} SutraEvent;

/**
 * SutraHistoryRow:
 * @at: microseconds since 1970 UTC
 * @kind: of the edit, or of the edit that was undone or redone
 * @target: for undo and redo the seq of the edit, else 0
 * @step: seq of the first row of the step (rows of one step are undone together)
 * @undone: whether the edit is undone now
 */
typedef struct
{
  gint64 seq;
  gint64 at;
  char *author;
  SutraEditKind kind;
  char *subject;
  guint count;
  SutraEvent event;
  gint64 target;
  gint64 step;
  gboolean undone;
} SutraHistoryRow;

void sutra_history_row_free (SutraHistoryRow *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SutraHistoryRow, sutra_history_row_free)

/* Newest first, at most @limit rows with seq < @before (0: from the newest). Array of SutraHistoryRow * (transfer full), NULL on an error. */
GPtrArray *sutra_history_list (SutraStore *store, gint64 before, guint limit, GError **error);

/* The step that undo (redo) would take now, or NULL (transfer full). O(log n) in the length of the history. */
SutraHistoryRow *sutra_history_peek_undo (SutraStore *store);
SutraHistoryRow *sutra_history_peek_redo (SutraStore *store);

/* Undoes (redoes) one step in one transaction. @moved (out, nullable): the edits' rows (transfer full). @changes as in sutra_store_commit().
 * NOT_FOUND when there is nothing to undo (redo); CONFLICT, BUSY, READ_ONLY, NO_SPACE. */
gboolean sutra_history_undo (SutraStore *store, SutraChanges **changes, GPtrArray **moved, GError **error);
gboolean sutra_history_redo (SutraStore *store, SutraChanges **changes, GPtrArray **moved, GError **error);

G_END_DECLS
