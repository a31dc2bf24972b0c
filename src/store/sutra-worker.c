/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-worker.h"

#include "sutra-store-private.h"
#include "sutra-worker-queue.h"

struct _SutraWorker
{
  GObject parent_instance;

  SutraQueue *queue; /* shared with the thread, which may outlive the object by an instant */
  GThread *thread;
};

G_DEFINE_FINAL_TYPE (SutraWorker, sutra_worker, G_TYPE_OBJECT)

static void
sutra_worker_dispose (GObject *object)
{
  sutra_worker_shutdown (SUTRA_WORKER (object));

  G_OBJECT_CLASS (sutra_worker_parent_class)->dispose (object);
}

static void
sutra_worker_finalize (GObject *object)
{
  SutraWorker *self = SUTRA_WORKER (object);

  g_clear_pointer (&self->queue, sutra_queue_unref);

  G_OBJECT_CLASS (sutra_worker_parent_class)->finalize (object);
}

static void
sutra_worker_class_init (SutraWorkerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = sutra_worker_dispose;
  object_class->finalize = sutra_worker_finalize;
}

static void
sutra_worker_init (SutraWorker *self)
{
}

SutraWorker *
sutra_worker_new (const char *path, SutraStoreFlags flags)
{
  SutraWorker *self;

  g_return_val_if_fail (path != NULL, NULL);

  self = g_object_new (SUTRA_TYPE_WORKER, NULL);
  self->queue = sutra_queue_new (path, flags);
  return self;
}

void
sutra_worker_run_async (SutraWorker *self,
                        int priority,
                        SutraWorkerFunc func,
                        gpointer task_data,
                        GDestroyNotify task_data_free,
                        GCancellable *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer user_data)
{
  g_autoptr (GCancellable) own = NULL;
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (SUTRA_IS_WORKER (self));
  g_return_if_fail (func != NULL);

  /* A cancellable of the job's own, so that a shutdown does not cancel the caller's. */
  own = g_cancellable_new ();
  task = g_task_new (self, own, callback, user_data);
  g_task_set_source_tag (task, sutra_worker_run_async);
  g_task_set_priority (task, priority);
  g_task_set_task_data (task, task_data, task_data_free);
  sutra_queue_push (self->queue, task, priority, func, cancellable);

  if (self->thread == NULL && !sutra_queue_is_closed (self->queue))
    self->thread = g_thread_new ("sutra-worker", sutra_queue_run, sutra_queue_ref (self->queue));
}

gpointer
sutra_worker_run_finish (SutraWorker *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

void
sutra_worker_shutdown (SutraWorker *self)
{
  g_return_if_fail (SUTRA_IS_WORKER (self));

  if (self->queue != NULL)
    sutra_queue_close (self->queue);
  if (self->thread == NULL)
    return;

  /* The last reference may be the one that the thread itself drops with a task. */
  if (self->thread == g_thread_self ())
    g_thread_unref (self->thread);
  else
    g_thread_join (self->thread);
  self->thread = NULL;
}
