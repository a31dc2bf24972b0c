/* sutra-edit.h: the one way in which a case changes
 *
 *   sutra_store_begin() → statements → sutra_store_commit()
 *
 * is one SQLite transaction (BEGIN IMMEDIATE), recorded with the session extension as a changeset and appended to the history. Undo applies the
 * inverted changeset, redo the changeset, each in one transaction that appends to the history too. The rows that changed come back as
 * SutraChanges, whoever changed them and however.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sutra-store.h"

G_BEGIN_DECLS

/* The recorded tables. */
typedef enum
{
  SUTRA_TABLE_ARTICLE,
  SUTRA_TABLE_TYPE,
  SUTRA_TABLE_ENTITY,
  SUTRA_TABLE_ALIAS,
  SUTRA_TABLE_ATTRIBUTE,
  SUTRA_TABLE_MENTION,
  SUTRA_TABLE_RELATION,
  SUTRA_TABLE_BOUNDARY,
  SUTRA_TABLE_LOCATION,
} SutraTable;
#define SUTRA_N_TABLES 9

typedef enum
{
  SUTRA_CHANGE_INSERT,
  SUTRA_CHANGE_UPDATE,
  SUTRA_CHANGE_DELETE,
} SutraChangeOperation;

/**
 * SutraChange:
 * @id: the row
 * @owner: for an inserted or deleted row what it belongs to (the article of a mention or boundary, the entity of an alias, attribute or location); else the null id
 */
typedef struct
{
  SutraTable table;
  SutraChangeOperation operation;
  SutraId id;
  SutraId owner;
} SutraChange;

/**
 * SutraChanges:
 * @rows: array of SutraChange, edit by edit in the order in which they took effect
 * @last_seq: the history row up to which they reach
 */
typedef struct
{
  GArray *rows;
  gint64 last_seq;
} SutraChanges;

void sutra_changes_free (SutraChanges *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SutraChanges, sutra_changes_free)

/* What an edit did; the label shown to people is made from this in their language. */
typedef enum
{
  SUTRA_EDIT_ADD_ARTICLE,
  SUTRA_EDIT_DELETE_ARTICLE,
  SUTRA_EDIT_SET_ARTICLE,
  SUTRA_EDIT_ADD_MENTION,
  SUTRA_EDIT_ADD_OCCURRENCES,
  SUTRA_EDIT_SET_MENTION,
  SUTRA_EDIT_SET_MENTION_TYPE,
  SUTRA_EDIT_SET_MENTION_SPAN,
  SUTRA_EDIT_LINK_MENTION,
  SUTRA_EDIT_UNLINK_MENTION,
  SUTRA_EDIT_DELETE_MENTION,
  SUTRA_EDIT_ADD_ENTITY,
  SUTRA_EDIT_SET_ENTITY,
  SUTRA_EDIT_DELETE_ENTITY,
  SUTRA_EDIT_MERGE_ENTITIES,
  SUTRA_EDIT_ADD_TYPE,
  SUTRA_EDIT_SET_TYPE,
  SUTRA_EDIT_DELETE_TYPE,
  SUTRA_EDIT_SET_TAGSET,
  SUTRA_EDIT_ADD_RELATION,
  SUTRA_EDIT_SET_RELATION,
  SUTRA_EDIT_DELETE_RELATION,
  SUTRA_EDIT_DELETE_SEVERAL,
  SUTRA_EDIT_ACCEPT_SUGGESTIONS,
  SUTRA_EDIT_REJECT_SUGGESTIONS,
  SUTRA_EDIT_SPLIT_SENTENCE,
  SUTRA_EDIT_JOIN_SENTENCES,
  SUTRA_EDIT_SET_LOCATION,
  SUTRA_EDIT_CLEAR_LOCATION,
  SUTRA_EDIT_KEEP_LOCATION,
  SUTRA_EDIT_REJECT_LOCATION,
  SUTRA_EDIT_FORGET_LOCATION,
  SUTRA_EDIT_IMPORT,
} SutraEditKind;
#define SUTRA_N_EDIT_KINDS 33

/* The stable name stored in the file ("add-mention") and back; an unknown name gives -1. */
const char *sutra_edit_kind_to_string (SutraEditKind kind);
int sutra_edit_kind_from_string (const char *string);

/* The English label, as in `sutractl history`: "Mark “কাজাখস্তান”", "Mark 8 occurrences of “কাজাখস্তান”" (transfer full).
 * @subject (nullable) is cut to 60 code points. */
char *sutra_edit_label (SutraEditKind kind, const char *subject, guint count);

/* Starts an edit. BUSY if another program keeps writing for over 5 seconds; READ_ONLY. Edits do not nest. */
gboolean sutra_store_begin (SutraStore *self, GError **error);

/* Records and commits. @changes (out, nullable) receives (transfer full) what changed since the last call that gave changes, other writers' edits
 * included. An edit that changed no row is committed without a history row. On an error all is rolled back. */
gboolean
sutra_store_commit (SutraStore *self, SutraEditKind kind, const char *subject, guint count, SutraChanges **changes, GError **error);

/* Like sutra_store_commit(), for a bulk job of many short transactions that is one step for undo: pass a variable that holds 0 first and the same
 * variable for each further transaction. An edit or undo of another connection in between ends the step: the job goes on as a new one, because undo goes
 * back in the order in which things happened. Leaves the lock free for 1.5 ms after each transaction, so that an edit elsewhere never waits for
 * the whole job. */
gboolean sutra_store_commit_step (SutraStore *self,
                                  SutraEditKind kind,
                                  const char *subject,
                                  guint count,
                                  gint64 *step,
                                  SutraChanges **changes,
                                  GError **error);

/* What a new case begins with: one transaction that is not recorded and cannot be undone. Only while the history is empty, else FAILED. Ends with
 * sutra_store_commit_initial() (rolled back on an error) or sutra_store_rollback(). */
gboolean sutra_store_begin_initial (SutraStore *self, GError **error);
gboolean sutra_store_commit_initial (SutraStore *self, GError **error);

/* Gives up the edit. Safe to call without one. */
void sutra_store_rollback (SutraStore *self);
gboolean sutra_store_in_edit (SutraStore *self);

/* Looks whether others have written (data_version) and gives what changed since; *changes = NULL if nothing did. Costs microseconds when nothing did. */
gboolean sutra_store_poll (SutraStore *self, SutraChanges **changes, GError **error);

G_END_DECLS
