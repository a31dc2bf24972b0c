/* sutra-store.h: a case file
 *
 * A case file is one SQLite database (*.sutra): application_id 0x53555452 ("SUTR"), user_version = schema version, WAL, synchronous=FULL,
 * foreign keys on and deferred. A SutraStore is one connection; it belongs to one thread at a time. Only this layer sees sqlite3.h.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

#include "sutra-clock.h"
#include "sutra-error.h"
#include "sutra-id.h"

G_BEGIN_DECLS

#define SUTRA_STORE_APPLICATION_ID 0x53555452
#define SUTRA_STORE_VERSION 3

typedef struct _SutraStore SutraStore;

typedef enum
{
  SUTRA_STORE_DEFAULT = 0,
  SUTRA_STORE_READ_ONLY = 1 << 0,
} SutraStoreFlags;

/* Makes a new case file at @path with an empty schema (no types: the model adds its default tagset).
 * Errors: EXISTS, ACCESS, NO_SPACE, NOT_FOUND (no such folder). */
SutraStore *sutra_store_create (const char *path, GError **error);

/* Opens @path, migrating it to the current version first (in one transaction; a copy of the old file is not needed because a failure rolls
 * back). A file that may not be written is opened read-only, whatever @flags say. Errors: NOT_FOUND, ACCESS, NOT_A_CASE, DAMAGED, NEWER, BUSY, NO_SPACE,
 * IS_DIRECTORY, READ_ONLY (an older version that cannot be migrated where it lies). */
SutraStore *sutra_store_open (const char *path, SutraStoreFlags flags, GError **error);

/* Checkpoints and closes; frees @self. An edit in progress is rolled back. */
void sutra_store_close (SutraStore *self);

const char *sutra_store_get_path (SutraStore *self);
gboolean sutra_store_is_read_only (SutraStore *self);

/* The clock and the author's name that history rows get; default: the system's clock, the login's real name. @author is copied. */
void sutra_store_set_clock (SutraStore *self, SutraClock clock);
void sutra_store_set_author (SutraStore *self, const char *author);
const char *sutra_store_get_author (SutraStore *self);
gint64 sutra_store_now (SutraStore *self);

/* On by default. Off for a connection whose checkpoints a worker does: its commits then never copy the log back. */
void sutra_store_set_automatic_checkpoint (SutraStore *self, gboolean automatic);

/* Copies as much of the log as is possible without waiting into the case file. */
gboolean sutra_store_checkpoint (SutraStore *self, GError **error);

/* Writes a consistent copy to @path through SQLite's backup API, a few pages at a time, to a temporary file that is renamed at the end; @path must not exist
 * unless @overwrite. @progress (nullable): called with 0..1 in the calling thread. */
gboolean sutra_store_backup (SutraStore *self,
                             const char *path,
                             gboolean overwrite,
                             GFileProgressCallback progress,
                             gpointer progress_data,
                             GCancellable *cancellable,
                             GError **error);

/* Settings of the case that are not part of the history (name, last article, scroll position). @value NULL removes. */
gboolean sutra_store_set_setting (SutraStore *self, const char *key, const char *value, GError **error);
char *sutra_store_get_setting (SutraStore *self, const char *key);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SutraStore, sutra_store_close)

G_END_DECLS
