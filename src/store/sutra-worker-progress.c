/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-worker.h"

/**
 * Progress:
 *
 * The newest report of a task. While one waits to be delivered, further ones replace it: a fast job does not flood the caller's main loop.
 */
typedef struct
{
  GMutex mutex;
  gboolean waiting;
  GFileProgressCallback func;
  gpointer data;
  goffset done;
  goffset total;
} Progress;

static GQuark
progress_quark (void)
{
  return g_quark_from_static_string ("sutra-worker-progress");
}

static void
progress_free (gpointer data)
{
  Progress *self = data;

  g_mutex_clear (&self->mutex);
  g_free (self);
}

static gboolean
on_idle (gpointer data)
{
  GTask *task = data;
  Progress *self = g_object_get_qdata (G_OBJECT (task), progress_quark ());
  GFileProgressCallback func;
  gpointer func_data;
  goffset done, total;

  g_mutex_lock (&self->mutex);
  self->waiting = FALSE;
  func = self->func;
  func_data = self->data;
  done = self->done;
  total = self->total;
  g_mutex_unlock (&self->mutex);

  /* Once the result was delivered, @data may be gone. */
  if (!g_task_get_completed (task))
    func (done, total, func_data);
  return G_SOURCE_REMOVE;
}

void
sutra_worker_progress (GTask *task, GFileProgressCallback func, gpointer data, goffset done, goffset total)
{
  Progress *self;
  gboolean waiting;

  g_return_if_fail (G_IS_TASK (task));
  g_return_if_fail (func != NULL);

  /* Only the job's thread comes here, so there is no race for the first one. */
  self = g_object_get_qdata (G_OBJECT (task), progress_quark ());
  if (self == NULL)
    {
      self = g_new0 (Progress, 1);
      g_mutex_init (&self->mutex);
      g_object_set_qdata_full (G_OBJECT (task), progress_quark (), self, progress_free);
    }

  g_mutex_lock (&self->mutex);
  waiting = self->waiting;
  self->waiting = TRUE;
  self->func = func;
  self->data = data;
  self->done = done;
  self->total = total;
  g_mutex_unlock (&self->mutex);

  if (!waiting)
    {
      g_autoptr (GSource) source = g_idle_source_new ();

      g_source_set_callback (source, on_idle, g_object_ref (task), g_object_unref);
      g_source_set_static_name (source, "sutra-worker-progress");
      g_source_attach (source, g_task_get_context (task));
    }
}
