/* sutra-worker.h: a thread with its own connection to a case
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sutra-store.h"

G_BEGIN_DECLS

#define SUTRA_TYPE_WORKER (sutra_worker_get_type ())
G_DECLARE_FINAL_TYPE (SutraWorker, sutra_worker, SUTRA, WORKER, GObject)

/* Runs in the worker's thread; ends with one g_task_return_*(). @store is NULL if the case could not be opened there: then the
 * worker has returned the error already and the function is not called. */
typedef void (*SutraWorkerFunc) (GTask *task, SutraStore *store, gpointer task_data, GCancellable *cancellable);

/* The thread and its connection start with the first job. @path is copied. */
SutraWorker *sutra_worker_new (const char *path, SutraStoreFlags flags);

/* Queues a job; lower @priority runs first, equal ones first in, first out. The callback runs in the thread-default main context of the caller. A job that is
 * cancelled while queued returns G_IO_ERROR_CANCELLED without running. */
void sutra_worker_run_async (SutraWorker *self,
                             int priority,
                             SutraWorkerFunc func,
                             gpointer task_data,
                             GDestroyNotify task_data_free,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data);

/* The GTask's pointer result (transfer full) or NULL with @error. */
gpointer sutra_worker_run_finish (SutraWorker *self, GAsyncResult *result, GError **error);

/* Reports progress from a job: @func runs in the caller's context (idle priority; late ones are dropped). */
void sutra_worker_progress (GTask *task, GFileProgressCallback func, gpointer data, goffset done, goffset total);

/* Cancels what is queued and running, waits for the thread, closes its connection. Called by dispose too. Idempotent. */
void sutra_worker_shutdown (SutraWorker *self);

G_END_DECLS
