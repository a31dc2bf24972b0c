/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-content.h"

#include <string.h>

#include "sutra-store-private.h"

/* A transaction with this much takes two to five milliseconds, most of it the disk's. */
#define CHUNK_SIZE (128 << 10)

/* How long the lock is left free between chunks; see STEP_PAUSE in sutra-edit.c. */
#define CHUNK_PAUSE 1500

/* From so many bytes on a thread takes less time to start than it saves. */
#define THREAD_SIZE (64 << 10)

struct _SutraContentCheck
{
  SutraStore *store;
  GBytes *bytes;
  char *sha256;
  GThread *thread; /* (nullable): computed when it is asked for */
};

static gboolean
put_chunk (SutraStore *store, const char *sha256, GBytes *bytes, gint64 seq, GError **error)
{
  gsize start = (gsize) seq * CHUNK_SIZE;
  g_autoptr (GBytes) part = g_bytes_new_from_bytes (bytes, start, MIN (CHUNK_SIZE, g_bytes_get_size (bytes) - start));

  return sutra_store_run (store, error, "INSERT OR REPLACE INTO chunk (sha256, seq, bytes) VALUES (?, ?, ?)", "slb", sha256, seq, part);
}

/* The row that makes the content count, with its last chunk; a put that was cut short left chunks without it. */
static gboolean
put_last (SutraStore *store, const char *sha256, GBytes *bytes, gint64 n_chunks, GError **error)
{
  if (!sutra_store_exec (store, "BEGIN IMMEDIATE", error))
    return FALSE;
  if ((n_chunks == 0 || put_chunk (store, sha256, bytes, n_chunks - 1, error)) &&
      sutra_store_run (store, error, "DELETE FROM chunk WHERE sha256 = ? AND seq >= ?", "sl", sha256, n_chunks) &&
      sutra_store_run (store, error, "INSERT OR REPLACE INTO content (sha256, byte_length) VALUES (?, ?)", "sl", sha256,
                       (gint64) g_bytes_get_size (bytes)) &&
      sutra_store_exec (store, "COMMIT", error))
    return TRUE;

  if (!sqlite3_get_autocommit (store->db))
    sqlite3_exec (store->db, "ROLLBACK", NULL, NULL, NULL);
  return FALSE;
}

static gboolean
put_all (SutraStore *store, const char *sha256, GBytes *bytes, GCancellable *cancellable, GError **error)
{
  gint64 n_chunks = (gint64) ((g_bytes_get_size (bytes) + CHUNK_SIZE - 1) / CHUNK_SIZE);

  for (gint64 seq = 0; seq + 1 < n_chunks; seq++)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error) || !put_chunk (store, sha256, bytes, seq, error))
        return FALSE;
      g_usleep (CHUNK_PAUSE);
    }
  return !g_cancellable_set_error_if_cancelled (cancellable, error) && put_last (store, sha256, bytes, n_chunks, error);
}

gboolean
sutra_content_put (SutraStore *store, GBytes *bytes, char **sha256, GCancellable *cancellable, GError **error)
{
  g_autofree char *digest = NULL;

  g_return_val_if_fail (bytes != NULL, FALSE);
  g_return_val_if_fail (!sutra_store_in_edit (store), FALSE);

  if (store->read_only)
    {
      g_set_error (error, SUTRA_ERROR, SUTRA_ERROR_READ_ONLY, "%s can be read only. Work on a copy of it.", store->path);
      return FALSE;
    }

  digest = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  if (sutra_store_get_int (store, 0, "SELECT 1 FROM content WHERE sha256 = ?", "s", digest) != 1 &&
      !put_all (store, digest, bytes, cancellable, error))
    return FALSE;

  if (sha256 != NULL)
    *sha256 = g_steal_pointer (&digest);
  return TRUE;
}

static void
set_damaged (SutraStore *store, const char *sha256, const char *what, GError **error)
{
  g_set_error (error, SUTRA_ERROR, SUTRA_ERROR_DAMAGED, "%s is damaged: content %.12s %s. Use a backup.", store->path, sha256, what);
}

/* The file's own word for the length is not believed: memory grows with what is really there. */
static GByteArray *
get_chunks (SutraStore *store, const char *sha256, gint64 length, GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autoptr (SutraStatement) chunk = NULL;
  g_autoptr (GError) local = NULL;

  chunk = sutra_statement_new (store, error, "SELECT seq, bytes FROM chunk WHERE sha256 = ? ORDER BY seq", "s", sha256);
  if (chunk == NULL)
    return NULL;

  for (gint64 seq = 0; sutra_statement_next (chunk, &local); seq++)
    {
      gsize n_part;
      const guint8 *part = sutra_statement_get_bytes (chunk, 1, &n_part);

      if (sutra_statement_is_null (chunk, 1) || sutra_statement_get_int (chunk, 0) != seq || bytes->len + n_part > (guint64) length)
        {
          set_damaged (store, sha256, "has a wrong part", error);
          return NULL;
        }
      if (n_part > 0)
        g_byte_array_append (bytes, part, (guint) n_part);
    }
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return NULL;
    }
  if (bytes->len != length)
    {
      set_damaged (store, sha256, "is incomplete", error);
      return NULL;
    }
  return g_steal_pointer (&bytes);
}

GBytes *
sutra_content_get (SutraStore *store, const char *sha256, gboolean verify, GError **error)
{
  g_autoptr (GBytes) bytes = NULL;
  GByteArray *array;
  gint64 length;

  g_return_val_if_fail (sha256 != NULL, NULL);

  length = sutra_store_get_int (store, -1, "SELECT byte_length FROM content WHERE sha256 = ?", "s", sha256);
  if (length < 0)
    {
      g_set_error (error, SUTRA_ERROR, SUTRA_ERROR_NOT_FOUND, "%s does not hold the content %.12s.", store->path, sha256);
      return NULL;
    }
  if (length > G_MAXINT)
    {
      set_damaged (store, sha256, "has an impossible length", error);
      return NULL;
    }

  array = get_chunks (store, sha256, length, error);
  if (array == NULL)
    return NULL;
  bytes = g_byte_array_free_to_bytes (array);
  if (verify && !sutra_content_check_finish (sutra_content_check_start (store, bytes, sha256), error))
    return NULL;
  return g_steal_pointer (&bytes);
}

static gpointer
compute_digest (gpointer bytes)
{
  return g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
}

SutraContentCheck *
sutra_content_check_start (SutraStore *store, GBytes *bytes, const char *sha256)
{
  SutraContentCheck *self;

  g_return_val_if_fail (store != NULL && bytes != NULL && sha256 != NULL, NULL);

  self = g_new0 (SutraContentCheck, 1);
  self->store = store;
  self->bytes = g_bytes_ref (bytes);
  self->sha256 = g_strdup (sha256);
  if (g_bytes_get_size (bytes) >= THREAD_SIZE)
    self->thread = g_thread_try_new ("sutra-digest", compute_digest, bytes, NULL);
  return self;
}

gboolean
sutra_content_check_finish (SutraContentCheck *self, GError **error)
{
  g_autofree char *digest = NULL;
  gboolean ok;

  g_return_val_if_fail (self != NULL, FALSE);

  digest = self->thread != NULL ? g_thread_join (self->thread) : compute_digest (self->bytes);
  ok = strcmp (digest, self->sha256) == 0;
  if (!ok)
    set_damaged (self->store, self->sha256, "was altered", error);
  g_bytes_unref (self->bytes);
  g_free (self->sha256);
  g_free (self);
  return ok;
}
