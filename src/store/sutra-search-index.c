/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-search-index.h"

#include "sutra-content.h"
#include "sutra-search-private.h"
#include "sutra-store-private.h"

#include <math.h>

/* A text is indexed in passages of so many code points, each in a transaction of its own. */
#define PASSAGE 4096

/* And so many of the next one, in which a phrase may end. */
#define OVERLAP 256

/* How much of the index is merged at a time, in pages, and how long the lock is left free; see STEP_PAUSE in sutra-edit.c. */
#define MERGE_SQL "INSERT INTO search (search, rank) VALUES ('merge', 16)"
#define PAUSE 1500

/* Merging costs little when it is done every so many passages. */
#define MERGE_EVERY 16

static const char missing_texts[] =
    "SELECT DISTINCT text_sha256, code_points FROM article AS a WHERE NOT EXISTS (SELECT 1 FROM search_document AS d WHERE "
    "d.value = a.text_sha256 AND d.kind = 0 AND d.done >= d.code_points)";
static const char missing_titles[] =
    "SELECT DISTINCT title, length (title) FROM article AS a WHERE NOT EXISTS (SELECT 1 FROM search_document AS d WHERE "
    "d.value = a.title AND d.kind = 1 AND d.done >= d.code_points)";

typedef struct
{
  SutraStore *store;
  GCancellable *cancellable;
  GFileProgressCallback progress;
  gpointer data;
  guint n_done;
  guint n_all;
  guint n_passages;
} Job;

gint64
sutra_search_rowid (gint64 document, SutraSearchKind kind, gint64 passage, gint64 code_points)
{
  gint64 size = (gint64) (8 * log2 ((double) MAX (code_points, 1)));

  return (kind == SUTRA_SEARCH_TITLE ? SUTRA_SEARCH_TITLE_BIT : 0) | document << 28 | passage << 8 | MIN (size, 255);
}

/* One transaction: the passage's terms and how far the document has come. */
static gboolean
put_passage (Job *self, gint64 document, SutraSearchKind kind, gint64 start, gint64 end, gint64 length, const char *terms, GError **error)
{
  SutraStore *store = self->store;

  if (!sutra_store_exec (store, "BEGIN IMMEDIATE", error))
    return FALSE;
  /* Another program may have been faster. */
  if (sutra_store_get_int (store, -1, "SELECT done FROM search_document WHERE id = ?", "l", document) != start)
    return sutra_store_exec (store, "ROLLBACK", error);
  if ((*terms == '\0' || sutra_store_run (store, error, "INSERT INTO search (rowid, tokens) VALUES (?, ?)", "ls",
                                          sutra_search_rowid (document, kind, start / PASSAGE, length), terms)) &&
      sutra_store_run (store, error, "UPDATE search_document SET done = ? WHERE id = ?", "ll", end, document) &&
      sutra_store_exec (store, "COMMIT", error))
    return TRUE;
  if (!sqlite3_get_autocommit (store->db))
    sqlite3_exec (store->db, "ROLLBACK", NULL, NULL, NULL);
  return FALSE;
}

/* A step at a time until there is nothing to merge. */
static gboolean
merge (Job *self, GError **error)
{
  gint64 before, after;

  do
    {
      if (g_cancellable_set_error_if_cancelled (self->cancellable, error))
        return FALSE;
      before = sqlite3_total_changes (self->store->db);
      if (!sutra_store_exec (self->store, MERGE_SQL, error))
        return FALSE;
      after = sqlite3_total_changes (self->store->db);
      g_usleep (PAUSE);
    }
  while (after - before >= 2);
  return TRUE;
}

static gint64
find_document (SutraStore *store, const char *value, SutraSearchKind kind, gint64 length, GError **error)
{
  if (!sutra_store_run (store, error, "INSERT OR IGNORE INTO search_document (kind, value, code_points, done) VALUES (?, ?, ?, 0)", "lsl",
                        (gint64) kind, value, length))
    return -1;
  return sutra_store_get_int (store, -1, "SELECT id FROM search_document WHERE value = ? AND kind = ?", "sl", value, (gint64) kind);
}

static gboolean
index_text (Job *self, SutraText *text, const char *value, SutraSearchKind kind, GError **error)
{
  gint64 length = (gint64) sutra_text_get_length (text);
  gint64 document = find_document (self->store, value, kind, length, error);
  gint64 start;

  if (document < 0)
    return error == NULL || *error == NULL;
  start = sutra_store_get_int (self->store, length, "SELECT done FROM search_document WHERE id = ?", "l", document);
  while (start < length)
    {
      gint64 end = MIN (start + PASSAGE, length);
      g_autofree char *terms = NULL;

      if (g_cancellable_set_error_if_cancelled (self->cancellable, error))
        return FALSE;
      terms = sutra_search_terms_of_text (text, (gsize) start, (gsize) MIN (end + OVERLAP, length));
      if (!put_passage (self, document, kind, start, end, length, terms, error))
        return FALSE;
      g_usleep (PAUSE);
      if (++self->n_passages % MERGE_EVERY == 0 && !merge (self, error))
        return FALSE;
      start = end;
    }
  return TRUE;
}

static gboolean
index_one (Job *self, const char *value, SutraSearchKind kind, GError **error)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (SutraText) text = NULL;

  if (kind == SUTRA_SEARCH_TITLE)
    {
      bytes = g_bytes_new (value, strlen (value));
      text = sutra_text_new (bytes, NULL);
    }
  else
    {
      bytes = sutra_content_get (self->store, value, FALSE, NULL);
      text = bytes != NULL ? sutra_text_new (bytes, NULL) : NULL;
    }
  return text == NULL || index_text (self, text, value, kind, error);
}

static GPtrArray *
list_missing (SutraStore *store, const char *sql, GError **error)
{
  g_autoptr (GPtrArray) values = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (SutraStatement) row = sutra_statement_new (store, error, sql, "");
  g_autoptr (GError) local = NULL;

  if (row == NULL)
    return NULL;
  while (sutra_statement_next (row, &local))
    if (sutra_statement_get_text (row, 0) != NULL)
      g_ptr_array_add (values, sutra_statement_dup_text (row, 0));
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return NULL;
    }
  return g_steal_pointer (&values);
}

static gboolean
index_all (Job *self, GPtrArray *values, SutraSearchKind kind, GError **error)
{
  for (guint i = 0; i < values->len; i++)
    {
      if (!index_one (self, values->pdata[i], kind, error))
        return FALSE;
      self->n_done++;
      if (self->progress != NULL)
        self->progress (self->n_done, self->n_all, self->data);
    }
  return TRUE;
}

gboolean
sutra_search_index_update (SutraStore *store, GFileProgressCallback progress, gpointer data, GCancellable *cancellable, GError **error)
{
  Job self = { store, cancellable, progress, data, 0, 0, 0 };
  g_autoptr (GPtrArray) texts = NULL;
  g_autoptr (GPtrArray) titles = NULL;

  g_return_val_if_fail (store != NULL, FALSE);
  g_return_val_if_fail (!sutra_store_in_edit (store), FALSE);

  if (!sutra_search_verify (store, error))
    return FALSE;
  titles = list_missing (store, missing_titles, error);
  texts = titles != NULL ? list_missing (store, missing_texts, error) : NULL;
  if (texts == NULL)
    return FALSE;
  self.n_all = titles->len + texts->len;
  return self.n_all == 0 || (index_all (&self, titles, SUTRA_SEARCH_TITLE, error) && index_all (&self, texts, SUTRA_SEARCH_TEXT, error) &&
                             merge (&self, error));
}

gboolean
sutra_search_index_clear (SutraStore *store, GError **error)
{
  static const char sql[] = "BEGIN IMMEDIATE; DROP TABLE IF EXISTS search; DELETE FROM search_document;" SUTRA_SCHEMA_SEARCH ";"
                            "INSERT INTO search (search, rank) VALUES ('automerge', 0), ('crisismerge', 1999); COMMIT";

  g_return_val_if_fail (store != NULL, FALSE);

  if (sutra_store_exec (store, sql, error))
    return TRUE;
  if (!sqlite3_get_autocommit (store->db))
    sqlite3_exec (store->db, "ROLLBACK", NULL, NULL, NULL);
  return FALSE;
}

gboolean
sutra_search_index_is_complete (SutraStore *store)
{
  g_autofree char *sql = g_strdup_printf ("SELECT EXISTS (%s) OR EXISTS (%s)", missing_texts, missing_titles);

  return sutra_store_get_int (store, 1, sql, "") == 0;
}
