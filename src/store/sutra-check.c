/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-check.h"

#include <string.h>

#include "sutra-check-private.h"
#include "sutra-content.h"
#include "sutra-schema.h"

/* Of a file that is damaged all over the first findings say enough. */
#define MAX_FINDINGS 10000

void
sutra_finding_free (SutraFinding *self)
{
  if (self == NULL)
    return;

  g_free (self->where);
  g_free (self->what);
  g_free (self);
}

void
sutra_check_add (SutraCheck *self, gboolean is_error, const char *where, const SutraId *id, const char *format, ...)
{
  SutraFinding *finding;
  va_list args;

  if (self->findings->len >= MAX_FINDINGS)
    return;

  finding = g_new0 (SutraFinding, 1);
  finding->error = is_error;
  if (id != NULL)
    {
      char buffer[SUTRA_ID_STRING_SIZE];

      finding->where = g_strconcat (where, " ", sutra_id_to_string (id, buffer), NULL);
    }
  else
    {
      finding->where = g_strdup (where);
    }
  va_start (args, format);
  finding->what = g_strdup_vprintf (format, args);
  va_end (args);
  g_ptr_array_add (self->findings, finding);
}

gboolean
sutra_check_foreach (SutraCheck *self, const char *sql, SutraCheckFunc func, gpointer data, GError **error)
{
  g_autoptr (SutraStatement) row = sutra_statement_new (self->store, error, sql, "");
  g_autoptr (GError) local = NULL;

  if (row == NULL)
    return FALSE;
  while (!g_cancellable_set_error_if_cancelled (self->cancellable, &local) && sutra_statement_next (row, &local))
    func (self, row, data);

  /* A page that cannot be read is what the check is there to tell. */
  if (g_error_matches (local, SUTRA_ERROR, SUTRA_ERROR_DAMAGED))
    {
      sutra_check_add (self, TRUE, "file", NULL, "%s", local->message);
      return TRUE;
    }
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  return TRUE;
}

static void
on_integrity_line (SutraCheck *self, SutraStatement *row, gpointer data)
{
  const char *line = sutra_statement_get_text (row, 0);

  if (g_strcmp0 (line, "ok") != 0)
    sutra_check_add (self, TRUE, "file", NULL, "SQLite: %s", line != NULL ? line : "no result");
}

/* table, rowid, table it should be in, number of the key */
static void
on_foreign_key (SutraCheck *self, SutraStatement *row, gpointer data)
{
  const char *table = sutra_statement_get_text (row, 0);
  const char *parent = sutra_statement_get_text (row, 2);
  g_autofree char *sql = NULL;
  g_autoptr (SutraStatement) lookup = NULL;
  SutraId id = SUTRA_ID_NULL;

  if (sutra_table_from_name (table) < 0)
    return;
  sql = g_strdup_printf ("SELECT id FROM \"%s\" WHERE rowid = ?", table);
  lookup = sutra_statement_new (self->store, NULL, sql, "l", sutra_statement_get_int (row, 1));
  if (lookup != NULL && sutra_statement_next (lookup, NULL))
    id = sutra_statement_get_id (lookup, 0);
  sutra_check_add (self, TRUE, table, &id, "It points to a row of %s that is not there.", parent != NULL ? parent : "another table");
}

static void
on_content (SutraCheck *self, SutraStatement *row, gpointer data)
{
  const char *sha256 = sutra_statement_get_text (row, 0);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = sha256 != NULL ? sutra_content_get (self->store, sha256, TRUE, &error) : NULL;

  if (bytes == NULL && error != NULL && error->domain == SUTRA_ERROR)
    {
      g_autofree char *where = g_strconcat ("content ", sha256, NULL);

      sutra_check_add (self, TRUE, where, NULL, "%s", error->message);
    }
}

static void
on_lost_chunk (SutraCheck *self, SutraStatement *row, gpointer data)
{
  const char *sha256 = sutra_statement_get_text (row, 0);
  g_autofree char *where = g_strconcat ("content ", sha256 != NULL ? sha256 : "?", NULL);

  sutra_check_add (self, FALSE, where, NULL, "Adding it was cut short; nothing uses its parts.");
}

static void
on_document (SutraCheck *self, SutraStatement *row, gpointer data)
{
  g_autofree char *where = g_strdup_printf ("search_document %" G_GINT64_FORMAT, sutra_statement_get_int (row, 0));

  sutra_check_add (self, FALSE, where, NULL, "The search index cannot hold what this says of it; articles may not be found.");
}

/* Warnings: the index holds nothing that the texts do not. */
static gboolean
check_search (SutraCheck *self, GError **error)
{
  if (sutra_store_get_int (self->store, 0, "SELECT 1 FROM sqlite_schema WHERE name = 'search' AND sql = ?", "s", SUTRA_SCHEMA_SEARCH) != 1)
    sutra_check_add (self, FALSE, "search", NULL, "The search index is missing or altered; searching makes it anew.");
  else if (!self->store->read_only && sqlite3_exec (self->store->db, "INSERT INTO search (search) VALUES ('integrity-check')", NULL, NULL,
                                                    NULL) == SQLITE_CORRUPT_VTAB)
    sutra_check_add (self, FALSE, "search", NULL, "The search index is damaged; searching makes it anew.");
  return sutra_check_foreach (self, "SELECT id FROM search_document WHERE done NOT BETWEEN 0 AND code_points OR kind NOT IN (0, 1)",
                              on_document, NULL, error);
}

gboolean
sutra_check_contents (SutraCheck *self, GError **error)
{
  return sutra_check_foreach (self, "SELECT sha256 FROM content ORDER BY sha256", on_content, NULL, error) &&
         sutra_check_foreach (self, "SELECT DISTINCT sha256 FROM chunk WHERE sha256 NOT IN (SELECT sha256 FROM content)", on_lost_chunk,
                              NULL, error);
}

GPtrArray *
sutra_check_run (SutraStore *store, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func ((GDestroyNotify) sutra_finding_free);
  g_autoptr (GCancellable) before = store->cancellable != NULL ? g_object_ref (store->cancellable) : NULL;
  SutraCheck self = { store, cancellable, findings };
  gboolean done;

  if (store->in_edit)
    {
      g_set_error (error, SUTRA_ERROR, SUTRA_ERROR_BUSY, "An edit of %s is in progress. Finish it first.", store->path);
      return NULL;
    }

  /* One snapshot, whatever others write meanwhile. */
  if (!sutra_store_exec (store, "BEGIN", error))
    return NULL;
  if (cancellable != NULL)
    sutra_store_set_cancellable (store, cancellable);
  done = sutra_check_foreach (&self, "PRAGMA integrity_check", on_integrity_line, NULL, error) &&
         sutra_check_foreach (&self, "PRAGMA foreign_key_check", on_foreign_key, NULL, error) && sutra_check_contents (&self, error) &&
         sutra_check_rows (&self, error) && sutra_check_spans (&self, error) && sutra_check_history (&self, error) &&
         check_search (&self, error);
  sutra_store_set_cancellable (store, before);
  sqlite3_exec (store->db, "ROLLBACK", NULL, NULL, NULL);
  return done && !g_cancellable_set_error_if_cancelled (cancellable, error) ? g_steal_pointer (&findings) : NULL;
}
