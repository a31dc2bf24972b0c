/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-history.h"

#include "sutra-store-private.h"

/* An edit is undone if the newest undo or redo of it is an undo. */
#define ROW_COLUMNS                                                                                                                        \
  "h.seq, h.at, h.author, h.kind, h.subject, h.count, h.event, h.target, h.step, "                                                         \
  "h.event = 'edit' AND coalesce ((SELECT t.event FROM history AS t WHERE t.target = h.seq ORDER BY t.seq DESC LIMIT 1), '') = 'undo'"

/* The edits of step ?1: its first row, and those that followed it. */
#define STEP_ROWS "FROM history AS h WHERE h.event = 'edit' AND (h.seq = ?1 OR (h.step = ?1 AND h.step <> h.seq)) ORDER BY h.seq DESC"

void
sutra_history_row_free (SutraHistoryRow *self)
{
  if (self == NULL)
    return;

  g_free (self->author);
  g_free (self->subject);
  g_free (self);
}

static SutraHistoryRow *
read_row (SutraStatement *statement)
{
  SutraHistoryRow *row = g_new0 (SutraHistoryRow, 1);
  const char *event = sutra_statement_get_text (statement, 6);

  row->seq = sutra_statement_get_int (statement, 0);
  row->at = sutra_statement_get_int (statement, 1);
  row->author = sutra_statement_dup_text (statement, 2);
  row->kind = (SutraEditKind) sutra_edit_kind_from_string (sutra_statement_get_text (statement, 3));
  row->subject = sutra_statement_dup_text (statement, 4);
  row->count = (guint) CLAMP (sutra_statement_get_int (statement, 5), 0, G_MAXINT);
  row->event = g_strcmp0 (event, "undo") == 0 ? SUTRA_EVENT_UNDO : g_strcmp0 (event, "redo") == 0 ? SUTRA_EVENT_REDO : SUTRA_EVENT_EDIT;
  row->target = sutra_statement_get_int (statement, 7);
  row->step = sutra_statement_get_int (statement, 8);
  row->undone = sutra_statement_get_int (statement, 9) != 0;
  return row;
}

/* Ends @statement. */
static GPtrArray *
read_rows (SutraStatement *statement, GError **error)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) sutra_history_row_free);
  g_autoptr (GError) local = NULL;

  if (statement == NULL)
    return NULL;

  while (sutra_statement_next (statement, &local))
    g_ptr_array_add (rows, read_row (statement));
  sutra_statement_end (statement);
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return NULL;
    }
  return g_steal_pointer (&rows);
}

GPtrArray *
sutra_history_list (SutraStore *store, gint64 before, guint limit, GError **error)
{
  return read_rows (sutra_statement_new (store, error,
                                         "SELECT " ROW_COLUMNS " FROM history AS h WHERE h.seq < ? ORDER BY h.seq DESC LIMIT ?", "ll",
                                         before > 0 ? before : G_MAXINT64, (gint64) limit),
                    error);
}

static GPtrArray *
read_step (SutraStore *store, gint64 step, GError **error)
{
  return read_rows (sutra_statement_new (store, error, "SELECT " ROW_COLUMNS " " STEP_ROWS, "l", step), error);
}

/* The step's first row with the counts of all its rows. */
static SutraHistoryRow *
peek (SutraStore *store, gint64 step)
{
  g_autoptr (GPtrArray) rows = step != 0 ? read_step (store, step, NULL) : NULL;
  SutraHistoryRow *first;
  guint64 count = 0;

  if (rows == NULL || rows->len == 0)
    return NULL;

  for (guint i = 0; i < rows->len; i++)
    count += ((SutraHistoryRow *) rows->pdata[i])->count;
  first = g_ptr_array_steal_index (rows, rows->len - 1);
  first->count = (guint) MIN (count, G_MAXUINT);
  return first;
}

SutraHistoryRow *
sutra_history_peek_undo (SutraStore *store)
{
  SutraHeads heads;

  return sutra_history_get_heads (store, &heads, NULL) ? peek (store, heads.undo) : NULL;
}

SutraHistoryRow *
sutra_history_peek_redo (SutraStore *store)
{
  SutraHeads heads;

  return sutra_history_get_heads (store, &heads, NULL) ? peek (store, heads.redo) : NULL;
}

static void
set_damaged (SutraStore *store, gint64 step, GError **error)
{
  g_set_error (error, SUTRA_ERROR, SUTRA_ERROR_DAMAGED, "%s is damaged: step %" G_GINT64_FORMAT " of its history is missing. Use a backup.",
               store->path, step);
}

static gboolean
apply_row (SutraStore *store, SutraHistoryRow *row, gboolean undo, GError **error)
{
  g_autoptr (GBytes) changeset = NULL;
  g_autoptr (SutraStatement) statement = sutra_statement_new (store, error, "SELECT changeset FROM history WHERE seq = ?", "l", row->seq);
  g_autoptr (GError) local = NULL;

  if (statement == NULL)
    return FALSE;
  if (sutra_statement_next (statement, &local))
    changeset = sutra_statement_dup_bytes (statement, 0);
  g_clear_pointer (&statement, sutra_statement_end);
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  if (changeset == NULL)
    {
      set_damaged (store, row->seq, error);
      return FALSE;
    }
  return sutra_changeset_apply (store, changeset, undo, error);
}

/* The heads after the step was moved. For a redo the undo row that undid it knows what comes next. */
static SutraHeads
find_heads (SutraStore *store, gint64 step, gboolean undo)
{
  SutraHeads after = { 0 };

  if (undo)
    {
      after.undo = sutra_store_get_int (store, 0, "SELECT parent FROM history WHERE seq = ?", "l", step);
      after.redo = step;
    }
  else
    {
      after.undo = step;
      after.redo = sutra_store_get_int (store, 0, "SELECT redo_next FROM history WHERE target = ? ORDER BY seq DESC LIMIT 1", "l", step);
    }
  return after;
}

/* Moves @rows (newest first) and appends to the history; 0 on an error, else the last row's seq. */
static gint64
move_rows (SutraStore *store, GPtrArray *rows, gboolean undo, const SutraHeads *before, GError **error)
{
  SutraHistoryRow *first = g_ptr_array_index (rows, rows->len - 1);
  SutraHeads after = find_heads (store, first->seq, undo);
  gint64 step = sutra_history_next_seq (store);
  gint64 seq = step;

  for (guint i = 0; i < rows->len; i++, seq++)
    {
      SutraHistoryRow *row = g_ptr_array_index (rows, undo ? i : rows->len - 1 - i);

      if (!apply_row (store, row, undo, error) ||
          !sutra_store_run (
              store, error,
              "INSERT INTO history (seq, at, author, kind, subject, count, event, target, step, undo_head, redo_head, redo_next) "
              "SELECT ?2, ?3, ?4, kind, subject, count, ?5, seq, ?6, nullif (?7, 0), nullif (?8, 0), nullif (?9, 0) "
              "FROM history WHERE seq = ?1",
              "lllssllll", row->seq, seq, sutra_store_now (store), store->author, undo ? "undo" : "redo", step, after.undo, after.redo,
              undo ? before->redo : (gint64) 0))
        return 0;
      row->undone = undo;
    }
  return seq - 1;
}

static gboolean
move (SutraStore *store, gboolean undo, SutraChanges **changes, GPtrArray **moved, GError **error)
{
  g_autoptr (GPtrArray) rows = NULL;
  SutraHeads heads;
  gint64 step;
  gint64 seq = 0;

  if (changes != NULL)
    *changes = NULL;
  if (moved != NULL)
    *moved = NULL;
  if (!sutra_edit_lock (store, error))
    return FALSE;

  if (!sutra_history_get_heads (store, &heads, error))
    {
      sutra_store_rollback (store);
      return FALSE;
    }
  step = undo ? heads.undo : heads.redo;
  if (step == 0)
    g_set_error (error, SUTRA_ERROR, SUTRA_ERROR_NOT_FOUND, "%s has nothing to %s.", store->path, undo ? "undo" : "redo");
  else
    rows = read_step (store, step, error);
  if (rows != NULL && rows->len == 0)
    set_damaged (store, step, error);
  else if (rows != NULL)
    seq = move_rows (store, rows, undo, &heads, error);
  if (seq == 0)
    {
      sutra_store_rollback (store);
      return FALSE;
    }

  if (!sutra_edit_unlock (store, seq, changes, error))
    return FALSE;
  if (moved != NULL)
    *moved = g_steal_pointer (&rows);
  return TRUE;
}

gboolean
sutra_history_undo (SutraStore *store, SutraChanges **changes, GPtrArray **moved, GError **error)
{
  return move (store, TRUE, changes, moved, error);
}

gboolean
sutra_history_redo (SutraStore *store, SutraChanges **changes, GPtrArray **moved, GError **error)
{
  return move (store, FALSE, changes, moved, error);
}
