/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-case.h"
#include "sutra-case-private.h"

gboolean
sutra_case_begin (SutraCase *self, GError **error)
{
  if (self->store == NULL)
    return sutra_case_fail_closed (error);
  if (self->read_only)
    return sutra_case_fail (error, SUTRA_ERROR_READ_ONLY, "The case “%s” can be read but not changed. Save a copy and change that.",
                            self->path);
  return sutra_store_begin (self->store, error);
}

gboolean
sutra_case_give_up (SutraCase *self)
{
  sutra_store_rollback (self->store);
  return FALSE;
}

gboolean
sutra_case_commit (SutraCase *self, SutraEditKind kind, const char *subject, guint count, GError **error)
{
  g_autoptr (SutraChanges) changes = NULL;

  if (!sutra_store_commit (self->store, kind, subject, count, &changes, error))
    return FALSE;
  sutra_case_schedule_checkpoint (self);
  if (changes != NULL && changes->rows->len > 0)
    sutra_case_refresh (self, changes);
  return TRUE;
}

gboolean
sutra_case_end (SutraCase *self, gboolean ok, SutraEditKind kind, const char *subject, guint count, GError **error)
{
  return ok ? sutra_case_commit (self, kind, subject, count, error) : sutra_case_give_up (self);
}

gboolean
sutra_case_can_undo (SutraCase *self)
{
  g_return_val_if_fail (SUTRA_IS_CASE (self), FALSE);

  return self->can_undo;
}

gboolean
sutra_case_can_redo (SutraCase *self)
{
  g_return_val_if_fail (SUTRA_IS_CASE (self), FALSE);

  return self->can_redo;
}

typedef gboolean (*MoveFunc) (SutraStore *store, SutraChanges **changes, GPtrArray **moved, GError **error);

static gboolean
move_history (SutraCase *self, MoveFunc move, GPtrArray **moved, GError **error)
{
  g_autoptr (SutraChanges) changes = NULL;

  if (self->store == NULL)
    return sutra_case_fail_closed (error);
  if (!move (self->store, &changes, moved, error))
    return FALSE;
  sutra_case_schedule_checkpoint (self);
  if (changes != NULL && changes->rows->len > 0)
    sutra_case_refresh (self, changes);
  return TRUE;
}

gboolean
sutra_case_undo (SutraCase *self, GPtrArray **moved, GError **error)
{
  g_return_val_if_fail (SUTRA_IS_CASE (self), FALSE);

  return move_history (self, sutra_history_undo, moved, error);
}

gboolean
sutra_case_redo (SutraCase *self, GPtrArray **moved, GError **error)
{
  g_return_val_if_fail (SUTRA_IS_CASE (self), FALSE);

  return move_history (self, sutra_history_redo, moved, error);
}

/* ---- Copies ---- */

typedef struct
{
  char *path;
  gboolean overwrite;
  GFileProgressCallback progress;
  gpointer progress_data;
  GTask *task; /* (unowned): the worker's, while it runs */
} Copy;

static void
copy_free (gpointer data)
{
  Copy *copy = data;

  g_free (copy->path);
  g_free (copy);
}

static void
copy_progress (goffset done, goffset total, gpointer data)
{
  Copy *copy = data;

  if (copy->progress != NULL)
    sutra_worker_progress (copy->task, copy->progress, copy->progress_data, done, total);
}

static void
copy_run (GTask *task, SutraStore *store, gpointer data, GCancellable *cancellable)
{
  Copy *copy = data;
  GError *error = NULL;

  copy->task = task;
  if (sutra_store_backup (store, copy->path, copy->overwrite, copy_progress, copy, cancellable, &error))
    g_task_return_pointer (task, NULL, NULL);
  else
    g_task_return_error (task, error);
}

static void
copy_done_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  GError *error = NULL;

  sutra_worker_run_finish (SUTRA_WORKER (source), result, &error);
  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_boolean (task, TRUE);
}

void
sutra_case_copy_async (SutraCase *self,
                       const char *path,
                       gboolean overwrite,
                       GCancellable *cancellable,
                       GFileProgressCallback progress,
                       gpointer progress_data,
                       GAsyncReadyCallback callback,
                       gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  Copy *copy;

  g_return_if_fail (SUTRA_IS_CASE (self));
  g_return_if_fail (path != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, sutra_case_copy_async);
  if (self->store == NULL)
    {
      GError *error = NULL;

      sutra_case_fail_closed (&error);
      g_task_return_error (task, error);
      return;
    }

  copy = g_new0 (Copy, 1);
  copy->path = g_strdup (path);
  copy->overwrite = overwrite;
  copy->progress = progress;
  copy->progress_data = progress_data;
  sutra_worker_run_async (sutra_case_get_jobs (self), G_PRIORITY_DEFAULT, copy_run, copy, copy_free, cancellable, copy_done_cb,
                          g_steal_pointer (&task));
}

gboolean
sutra_case_copy_finish (SutraCase *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
