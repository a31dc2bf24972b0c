/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-check-private.h"

/**
 * Replay:
 *
 * Follows the history from its beginning with sets and a list instead of the columns that undo relies on.
 *
 * @steps: steps that undo would take, the next one last; @undone: that redo would take, the next one last
 * @edits: seq → step of every edit
 * @group: the step of the undo or redo rows that are being read, 0 if none; @moving: the edits' step
 */
typedef struct
{
  GArray *steps;
  GArray *undone;
  GHashTable *edits;
  gint64 group;
  gint64 moving;
} Replay;

static gint64
last_of (GArray *array)
{
  return array->len > 0 ? g_array_index (array, gint64, array->len - 1) : 0;
}

static void
remember (GHashTable *edits, gint64 seq, gint64 step)
{
  g_hash_table_insert (edits, g_memdup2 (&seq, sizeof seq), g_memdup2 (&step, sizeof step));
}

static void
contradict (SutraCheck *self, gint64 seq, const char *what)
{
  g_autofree char *where = g_strdup_printf ("history %" G_GINT64_FORMAT, seq);

  sutra_check_add (self, TRUE, where, NULL, "%s", what);
}

static void
replay_edit (SutraCheck *self, Replay *replay, SutraStatement *row, gint64 seq, gint64 step)
{
  g_autoptr (GBytes) changeset = sutra_statement_dup_bytes (row, 7);
  gsize size = 0;
  const guint8 *data = changeset != NULL ? g_bytes_get_data (changeset, &size) : NULL;

  if (data == NULL || !sutra_changeset_validate (data, size))
    contradict (self, seq, "What it changed cannot be read; it cannot be undone.");
  remember (replay->edits, seq, step);
  g_array_set_size (replay->undone, 0);

  if (step == seq)
    {
      if (sutra_statement_get_int (row, 6) != last_of (replay->steps))
        contradict (self, seq, "It does not follow the edit before it.");
      g_array_append_val (replay->steps, seq);
    }
  else if (step != last_of (replay->steps))
    {
      contradict (self, seq, "It belongs to a step that was not open.");
    }
}

static void
replay_move (SutraCheck *self, Replay *replay, gboolean undo, gint64 seq, gint64 step, gint64 target)
{
  gint64 *edit_step = g_hash_table_lookup (replay->edits, &target);
  GArray *from = undo ? replay->steps : replay->undone;
  GArray *to = undo ? replay->undone : replay->steps;

  if (edit_step == NULL)
    {
      contradict (self, seq, "It moves an edit that is not there.");
      return;
    }
  if (step == replay->group)
    {
      if (*edit_step != replay->moving)
        contradict (self, seq, "It moves edits of two steps.");
      return;
    }

  replay->group = step;
  replay->moving = *edit_step;
  if (last_of (from) != *edit_step)
    contradict (self, seq, "It moves an edit whose turn it was not.");
  if (from->len > 0)
    g_array_set_size (from, from->len - 1);
  g_array_append_val (to, *edit_step);
}

static void
on_row (SutraCheck *self, SutraStatement *row, gpointer data)
{
  Replay *replay = data;
  gint64 seq = sutra_statement_get_int (row, 0);
  const char *event = sutra_statement_get_text (row, 1);
  gint64 step = sutra_statement_get_int (row, 2);

  if (sutra_edit_kind_from_string (sutra_statement_get_text (row, 8)) < 0)
    sutra_check_add (self, FALSE, "history", NULL, "Row %" G_GINT64_FORMAT " is of an unknown kind.", seq);

  if (g_strcmp0 (event, "edit") == 0)
    {
      replay->group = 0;
      replay_edit (self, replay, row, seq, step);
    }
  else
    {
      replay_move (self, replay, g_strcmp0 (event, "undo") == 0, seq, step, sutra_statement_get_int (row, 3));
    }

  if (sutra_statement_get_int (row, 4) != last_of (replay->steps) || sutra_statement_get_int (row, 5) != last_of (replay->undone))
    contradict (self, seq, "What it says undo and redo would take is not what the rows before it say.");
}

gboolean
sutra_check_history (SutraCheck *self, GError **error)
{
  Replay replay = { g_array_new (FALSE, FALSE, sizeof (gint64)), g_array_new (FALSE, FALSE, sizeof (gint64)),
                    g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free), 0, 0 };
  gboolean done =
      sutra_check_foreach (self, "SELECT seq, event, step, target, undo_head, redo_head, parent, changeset, kind FROM history ORDER BY seq",
                           on_row, &replay, error);

  g_array_unref (replay.steps);
  g_array_unref (replay.undone);
  g_hash_table_unref (replay.edits);
  return done;
}
