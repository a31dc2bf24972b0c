/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-edit.h"

#include "sutra-store-private.h"

/* How long a bulk job leaves the lock free between its transactions; three times what a waiting edit sleeps between two tries. */
#define STEP_PAUSE 1500

void
sutra_changes_free (SutraChanges *self)
{
  if (self == NULL)
    return;

  g_array_unref (self->rows);
  g_free (self);
}

gboolean
sutra_edit_lock (SutraStore *self, GError **error)
{
  if (self->in_edit)
    {
      g_set_error (error, SUTRA_ERROR, SUTRA_ERROR_BUSY, "An edit of %s is in progress. Finish it first.", self->path);
      return FALSE;
    }
  if (self->read_only)
    {
      g_set_error (error, SUTRA_ERROR, SUTRA_ERROR_READ_ONLY, "%s can be read only. Work on a copy of it.", self->path);
      return FALSE;
    }
  if (!sutra_store_exec (self, "BEGIN IMMEDIATE", error))
    return FALSE;
  self->in_edit = TRUE;
  return TRUE;
}

/* @seq: the last history row that was appended, or 0. */
gboolean
sutra_edit_unlock (SutraStore *self, gint64 seq, SutraChanges **changes, GError **error)
{
  g_autoptr (SutraChanges) collected = NULL;

  if (changes != NULL)
    collected = sutra_history_changes_since (self, self->seen_seq, error);
  if ((changes != NULL && collected == NULL) || !sutra_store_exec (self, "COMMIT", error))
    {
      sutra_store_rollback (self);
      return FALSE;
    }

  self->in_edit = FALSE;
  if (seq != 0)
    self->own_seq = seq;
  if (changes != NULL)
    {
      self->seen_seq = collected->last_seq;
      *changes = g_steal_pointer (&collected);
    }
  return TRUE;
}

gboolean
sutra_store_begin (SutraStore *self, GError **error)
{
  if (!sutra_edit_lock (self, error))
    return FALSE;

  self->recorder = sutra_changeset_record (self, error);
  if (self->recorder == NULL)
    sutra_store_rollback (self);
  return self->recorder != NULL;
}

gboolean
sutra_store_begin_initial (SutraStore *self, GError **error)
{
  if (!sutra_edit_lock (self, error))
    return FALSE;
  if (sutra_store_get_int (self, -1, "SELECT EXISTS (SELECT 1 FROM history)", "") == 0)
    return TRUE;

  sutra_store_rollback (self);
  g_set_error (error, SUTRA_ERROR, SUTRA_ERROR_FAILED, "%s has a history already: change it with an edit.", self->path);
  return FALSE;
}

gboolean
sutra_store_commit_initial (SutraStore *self, GError **error)
{
  g_return_val_if_fail (self->in_edit && self->recorder == NULL, FALSE);

  return sutra_edit_unlock (self, 0, NULL, error);
}

static gboolean
commit (SutraStore *self, SutraEditKind kind, const char *subject, guint count, gint64 *step, SutraChanges **changes, GError **error)
{
  g_autoptr (GBytes) changeset = NULL;
  gint64 seq = 0;
  gboolean done;

  if (changes != NULL)
    *changes = NULL;
  if (self->recorder == NULL || sqlite3_get_autocommit (self->db))
    {
      sutra_store_rollback (self);
      g_set_error (error, SUTRA_ERROR, SUTRA_ERROR_FAILED, "The edit of %s was rolled back because of an earlier error. Try again.",
                   self->path);
      return FALSE;
    }

  done = sutra_changeset_take (self, g_steal_pointer (&self->recorder), &changeset, error);
  if (done && changeset != NULL)
    {
      seq = sutra_history_append (self, kind, subject, count, changeset, step, error);
      done = seq != 0;
    }
  if (!done)
    {
      sutra_store_rollback (self);
      return FALSE;
    }
  return sutra_edit_unlock (self, seq, changes, error);
}

gboolean
sutra_store_commit (SutraStore *self, SutraEditKind kind, const char *subject, guint count, SutraChanges **changes, GError **error)
{
  gint64 step = 0;

  return commit (self, kind, subject, count, &step, changes, error);
}

gboolean
sutra_store_commit_step (SutraStore *self,
                         SutraEditKind kind,
                         const char *subject,
                         guint count,
                         gint64 *step,
                         SutraChanges **changes,
                         GError **error)
{
  g_return_val_if_fail (step != NULL, FALSE);

  if (!commit (self, kind, subject, count, step, changes, error))
    return FALSE;
  g_usleep (STEP_PAUSE);
  return TRUE;
}

void
sutra_store_rollback (SutraStore *self)
{
  g_clear_pointer (&self->recorder, sqlite3session_delete);
  if (!sqlite3_get_autocommit (self->db))
    sqlite3_exec (self->db, "ROLLBACK", NULL, NULL, NULL);
  self->in_edit = FALSE;
}

gboolean
sutra_store_in_edit (SutraStore *self)
{
  return self->in_edit;
}

gboolean
sutra_store_poll (SutraStore *self, SutraChanges **changes, GError **error)
{
  g_autoptr (SutraChanges) collected = NULL;
  gint64 version = sutra_store_get_int (self, -1, "PRAGMA data_version", "");

  *changes = NULL;
  if (version == self->data_version && self->own_seq <= self->seen_seq)
    return TRUE;

  collected = sutra_history_changes_since (self, self->seen_seq, error);
  if (collected == NULL)
    return FALSE;

  self->data_version = version;
  if (collected->last_seq > self->seen_seq)
    {
      self->seen_seq = collected->last_seq;
      *changes = g_steal_pointer (&collected);
    }
  return TRUE;
}
