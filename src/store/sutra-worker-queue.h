/* sutra-worker-queue.h: the jobs of a worker and the loop of its thread
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sutra-worker.h"

G_BEGIN_DECLS

/* Reference-counted; any thread. */
typedef struct _SutraQueue SutraQueue;

SutraQueue *sutra_queue_new (const char *path, SutraStoreFlags flags);
SutraQueue *sutra_queue_ref (SutraQueue *self);
void sutra_queue_unref (SutraQueue *self);

/* Takes a reference on @task, whose own cancellable is cancelled with @cancellable (nullable). A closed queue returns G_IO_ERROR_CANCELLED at once. */
void sutra_queue_push (SutraQueue *self, GTask *task, int priority, SutraWorkerFunc func, GCancellable *cancellable);

/* Cancels everything and lets the thread end after the running job. */
void sutra_queue_close (SutraQueue *self);
gboolean sutra_queue_is_closed (SutraQueue *self);

/* The thread's function; takes the reference @queue. */
gpointer sutra_queue_run (gpointer queue);

G_END_DECLS
