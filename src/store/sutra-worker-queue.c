/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-worker-queue.h"

#include "sutra-store-private.h"

/**
 * Job:
 * @task: owned until the job has returned
 * @own: the task's cancellable
 * @outer: (nullable): the caller's, @handler ours on it
 *
 * Referenced by the queue or the thread and by the handler.
 */
typedef struct
{
  SutraQueue *queue;
  GTask *task;
  SutraWorkerFunc func;
  int priority;
  guint64 number;
  gboolean queued;
  GCancellable *own;
  GCancellable *outer;
  gulong handler;
} Job;

struct _SutraQueue
{
  char *path;
  SutraStoreFlags flags;

  GMutex mutex;
  GCond cond;
  GSequence *jobs; /* of Job, in the order in which they run */
  Job *running;    /* (nullable) */
  guint64 n_pushed;
  gboolean closed;
};

static void
job_clear (gpointer data)
{
  Job *self = data;

  g_clear_object (&self->task);
  g_clear_object (&self->own);
  g_clear_object (&self->outer);
  sutra_queue_unref (self->queue);
}

static void
job_unref (gpointer data)
{
  g_atomic_rc_box_release_full (data, job_clear);
}

static void
job_unref_closure (gpointer data, GClosure *closure)
{
  job_unref (data);
}

static int
compare_jobs (gconstpointer a, gconstpointer b, gpointer data)
{
  const Job *first = a;
  const Job *second = b;

  if (first->priority != second->priority)
    return first->priority < second->priority ? -1 : 1;
  return first->number < second->number ? -1 : first->number > second->number;
}

static void
queue_clear (gpointer data)
{
  SutraQueue *self = data;

  g_sequence_free (self->jobs);
  g_mutex_clear (&self->mutex);
  g_cond_clear (&self->cond);
  g_free (self->path);
}

SutraQueue *
sutra_queue_new (const char *path, SutraStoreFlags flags)
{
  SutraQueue *self = g_atomic_rc_box_new0 (SutraQueue);

  self->path = g_strdup (path);
  self->flags = flags;
  self->jobs = g_sequence_new (job_unref);
  g_mutex_init (&self->mutex);
  g_cond_init (&self->cond);
  return self;
}

SutraQueue *
sutra_queue_ref (SutraQueue *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
sutra_queue_unref (SutraQueue *self)
{
  g_atomic_rc_box_release_full (self, queue_clear);
}

/* Returns the job as cancelled; it is neither queued nor running. */
static void
return_cancelled (Job *job)
{
  g_autoptr (GTask) task = g_steal_pointer (&job->task);

  g_cancellable_cancel (job->own);
  g_task_return_error_if_cancelled (task);
}

/* The caller's cancellable, in whatever thread. */
static void
on_cancelled (GCancellable *outer, Job *job)
{
  SutraQueue *queue = job->queue;
  GSequenceIter *iter;
  gboolean was_queued;

  g_cancellable_cancel (job->own);

  g_atomic_rc_box_acquire (job);
  g_mutex_lock (&queue->mutex);
  was_queued = job->queued;
  if (was_queued)
    {
      iter = g_sequence_lookup (queue->jobs, job, compare_jobs, NULL);
      g_sequence_remove (iter);
      job->queued = FALSE;
    }
  g_mutex_unlock (&queue->mutex);

  if (was_queued)
    {
      /* Not g_cancellable_disconnect(), which would wait for this very handler. */
      g_signal_handler_disconnect (outer, job->handler);
      return_cancelled (job);
    }
  job_unref (job);
}

void
sutra_queue_push (SutraQueue *self, GTask *task, int priority, SutraWorkerFunc func, GCancellable *cancellable)
{
  Job *job = g_atomic_rc_box_new0 (Job);
  gboolean refused;

  job->queue = sutra_queue_ref (self);
  job->task = g_object_ref (task);
  job->func = func;
  job->priority = priority;
  job->own = g_object_ref (g_task_get_cancellable (task));
  if (cancellable != NULL)
    {
      job->outer = g_object_ref (cancellable);
      job->handler = g_signal_connect_data (cancellable, "cancelled", G_CALLBACK (on_cancelled), g_atomic_rc_box_acquire (job),
                                            job_unref_closure, G_CONNECT_DEFAULT);
    }

  /* Under the lock, so that a cancellation from another thread either is seen here or finds the job queued. */
  g_mutex_lock (&self->mutex);
  refused = self->closed || g_cancellable_is_cancelled (cancellable);
  if (!refused)
    {
      job->number = self->n_pushed++;
      job->queued = TRUE;
      g_sequence_insert_sorted (self->jobs, g_atomic_rc_box_acquire (job), compare_jobs, NULL);
      g_cond_signal (&self->cond);
    }
  g_mutex_unlock (&self->mutex);

  if (refused)
    {
      g_cancellable_disconnect (cancellable, job->handler);
      return_cancelled (job);
    }
  job_unref (job);
}

void
sutra_queue_close (SutraQueue *self)
{
  g_autoptr (GPtrArray) queued = g_ptr_array_new_with_free_func (job_unref);
  Job *running = NULL;

  g_mutex_lock (&self->mutex);
  self->closed = TRUE;
  while (!g_sequence_is_empty (self->jobs))
    {
      GSequenceIter *first = g_sequence_get_begin_iter (self->jobs);
      Job *job = g_sequence_get (first);

      job->queued = FALSE;
      g_ptr_array_add (queued, g_atomic_rc_box_acquire (job));
      g_sequence_remove (first);
    }
  if (self->running != NULL)
    running = g_atomic_rc_box_acquire (self->running);
  g_cond_signal (&self->cond);
  g_mutex_unlock (&self->mutex);

  for (guint i = 0; i < queued->len; i++)
    {
      Job *job = queued->pdata[i];

      g_cancellable_disconnect (job->outer, job->handler);
      return_cancelled (job);
    }
  if (running != NULL)
    {
      g_cancellable_cancel (running->own);
      job_unref (running);
    }
}

gboolean
sutra_queue_is_closed (SutraQueue *self)
{
  gboolean closed;

  g_mutex_lock (&self->mutex);
  closed = self->closed;
  g_mutex_unlock (&self->mutex);
  return closed;
}

/* Waits for the next job and takes it from the queue (a reference); NULL when the queue is closed. */
static Job *
take_job (SutraQueue *self)
{
  Job *job = NULL;

  g_mutex_lock (&self->mutex);
  while (!self->closed && g_sequence_is_empty (self->jobs))
    g_cond_wait (&self->cond, &self->mutex);
  if (!self->closed)
    {
      GSequenceIter *first = g_sequence_get_begin_iter (self->jobs);

      job = g_atomic_rc_box_acquire (g_sequence_get (first));
      job->queued = FALSE;
      self->running = job;
      g_sequence_remove (first);
    }
  g_mutex_unlock (&self->mutex);
  return job;
}

static void
run_job (SutraQueue *self, Job *job, SutraStore **store)
{
  g_autoptr (GError) error = NULL;

  if (g_task_return_error_if_cancelled (job->task))
    return;
  if (*store == NULL)
    *store = sutra_store_open (self->path, self->flags, &error);
  if (*store == NULL)
    {
      g_task_return_error (job->task, g_steal_pointer (&error));
      return;
    }

  sutra_store_set_cancellable (*store, job->own);
  job->func (job->task, *store, g_task_get_task_data (job->task), job->own);
  sutra_store_set_cancellable (*store, NULL);
  sutra_store_rollback (*store);
}

static void
end_job (SutraQueue *self, Job *job)
{
  g_mutex_lock (&self->mutex);
  self->running = NULL;
  g_mutex_unlock (&self->mutex);

  if (job->outer != NULL)
    g_cancellable_disconnect (job->outer, job->handler);
  g_clear_object (&job->task);
  job_unref (job);
}

gpointer
sutra_queue_run (gpointer queue)
{
  SutraQueue *self = queue;
  SutraStore *store = NULL;
  Job *job;

  while ((job = take_job (self)) != NULL)
    {
      run_job (self, job, &store);
      end_job (self, job);
    }
  sutra_store_close (store);
  sutra_queue_unref (self);
  return NULL;
}
