/* The rows of the history: how they hang together, and what changed since one of them.
 *
 * Edits form a line: undo_head is its end, parent the edit before; redo_head is the step that was undone last, and the undo row that undid it says
 * (redo_next) what redo would have taken before. So the newest row alone tells what undo and redo take, however long the history is.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-store-private.h"

gboolean
sutra_history_get_heads (SutraStore *self, SutraHeads *heads, GError **error)
{
  g_autoptr (SutraStatement) statement = NULL;
  g_autoptr (GError) local = NULL;

  *heads = (SutraHeads){ 0 };
  statement = sutra_statement_new (self, error, "SELECT seq, undo_head, redo_head FROM history ORDER BY seq DESC LIMIT 1", "");
  if (statement == NULL)
    return FALSE;
  if (sutra_statement_next (statement, &local))
    {
      heads->seq = sutra_statement_get_int (statement, 0);
      heads->undo = sutra_statement_get_int (statement, 1);
      heads->redo = sutra_statement_get_int (statement, 2);
    }
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  return TRUE;
}

gint64
sutra_history_next_seq (SutraStore *self)
{
  return sutra_store_get_int (self, 0, "SELECT seq FROM sqlite_sequence WHERE name = 'history'", "") + 1;
}

gint64
sutra_history_append (SutraStore *self,
                      SutraEditKind kind,
                      const char *subject,
                      guint count,
                      GBytes *changeset,
                      gint64 *step,
                      GError **error)
{
  SutraHeads heads;
  gint64 seq;
  gint64 parent;

  if (!sutra_history_get_heads (self, &heads, error))
    return 0;

  seq = sutra_history_next_seq (self);
  if (*step != 0 && heads.undo == *step)
    {
      /* Another row of the step that undo would take. */
      parent = sutra_store_get_int (self, 0, "SELECT parent FROM history WHERE seq = ?", "l", *step);
    }
  else
    {
      /* A new step, also when another edit or an undo came between: undo goes back in the order in which things happened. */
      parent = heads.undo;
      *step = seq;
    }

  if (!sutra_store_run (self, error,
                        "INSERT INTO history (seq, at, author, kind, subject, count, event, step, parent, undo_head, changeset) "
                        "VALUES (?, ?, ?, ?, ?, ?, 'edit', ?, nullif (?, 0), ?, ?)",
                        "llsssllllb", seq, sutra_store_now (self), self->author, sutra_edit_kind_to_string (kind), subject, (gint64) count,
                        *step, parent, *step, changeset))
    return 0;
  return seq;
}

static gboolean
list_row (SutraStore *self, SutraStatement *row, GArray *rows, GError **error)
{
  g_autoptr (GBytes) changeset = sutra_statement_dup_bytes (row, 2);
  gboolean undo = g_strcmp0 (sutra_statement_get_text (row, 1), "undo") == 0;

  if (changeset == NULL)
    {
      g_set_error (error, SUTRA_ERROR, SUTRA_ERROR_DAMAGED, "%s is damaged: history row %" G_GINT64_FORMAT " leads nowhere. Use a backup.",
                   self->path, sutra_statement_get_int (row, 0));
      return FALSE;
    }
  return sutra_changeset_list (self, changeset, undo, rows, error);
}

SutraChanges *
sutra_history_changes_since (SutraStore *self, gint64 seq, GError **error)
{
  g_autoptr (SutraChanges) changes = g_new0 (SutraChanges, 1);
  g_autoptr (GError) local = NULL;
  g_autoptr (SutraStatement) row = NULL;

  changes->rows = g_array_new (FALSE, FALSE, sizeof (SutraChange));
  changes->last_seq = seq;

  row = sutra_statement_new (self, error,
                             "SELECT h.seq, h.event, coalesce (h.changeset, t.changeset) FROM history AS h LEFT JOIN history AS t "
                             "ON t.seq = h.target AND h.event <> 'edit' WHERE h.seq > ? ORDER BY h.seq",
                             "l", seq);
  if (row == NULL)
    return NULL;
  while (local == NULL && sutra_statement_next (row, &local))
    {
      changes->last_seq = sutra_statement_get_int (row, 0);
      list_row (self, row, changes->rows, &local);
    }
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return NULL;
    }
  return g_steal_pointer (&changes);
}
