/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-search-private.h"
#include "sutra-store-private.h"

#include <math.h>

/* BM25's usual constants, and the length that counts as middling, in code points. */
#define K1 1.2
#define B 0.75
#define MIDDLING 2500.0

/* sutra_count (search): at how many places the only phrase of the query stands. */
static void
count (const Fts5ExtensionApi *api, Fts5Context *fts, sqlite3_context *context, int n_args, sqlite3_value **args)
{
  Fts5PhraseIter iter;
  int column, offset, n = 0;

  if (api->xPhraseFirst (fts, 0, &iter, &column, &offset) == SQLITE_OK)
    for (; column >= 0; api->xPhraseNext (fts, &iter, &column, &offset))
      n++;
  sqlite3_result_int (context, n);
}

void
sutra_search_register_count (fts5_api *api)
{
  api->xCreateFunction (api, "sutra_count", NULL, count, NULL);
}

gboolean
sutra_search_verify (SutraStore *store, GError **error)
{
  if (sutra_store_get_int (store, 0, "SELECT 1 FROM sqlite_schema WHERE name = 'search' AND sql = ?", "s", SUTRA_SCHEMA_SEARCH) == 1)
    return TRUE;
  g_set_error (error, SUTRA_ERROR, SUTRA_ERROR_DAMAGED, "%s is damaged: its search index is missing or altered. Use a backup.",
               store->path);
  return FALSE;
}

/* A leaf for FTS5: what is quoted are terms; see sutra-tokenizer.c. */
static char *
leaf_to_expression (const SutraQueryLeaf *leaf)
{
  GString *string = g_string_new ("\"");

  for (guint i = 0; i < leaf->words->len; i++)
    {
      const GStrv forms = leaf->words->pdata[i];

      for (guint k = 0; forms[k] != NULL; k++)
        {
          if (k > 0)
            g_string_append_c (string, '\t');
          else if (i > 0)
            g_string_append_c (string, ' ');
          g_string_append (string, forms[k]);
        }
    }
  g_string_append (string, leaf->prefix ? "\" *" : "\"");
  return g_string_free (string, FALSE);
}

/* A document while it is being matched; @length in code points. */
typedef struct
{
  gint64 document;
  guint64 leaves; /* bits: which are in it */
  double length;
  double score;
} Found;

typedef struct
{
  SutraStore *store;
  GHashTable *places; /* document → its place in @found, plus 1 */
  GArray *found;
} Matching;

typedef struct
{
  guint place;
  gint64 n;
} Count;

static guint
find_place (Matching *self, gint64 rowid)
{
  gint64 document = rowid >> 28;
  guint place = GPOINTER_TO_UINT (g_hash_table_lookup (self->places, &document));
  Found found = { document, 0, exp2 ((double) (rowid & 255) / 8), 0 };
  gint64 *key;

  if (place > 0)
    return place - 1;
  key = g_new (gint64, 1);
  *key = document;
  g_array_append_val (self->found, found);
  g_hash_table_insert (self->places, key, GUINT_TO_POINTER (self->found->len));
  return self->found->len - 1;
}

static void
add_scores (Matching *self, GArray *counts, guint leaf, double n_documents)
{
  double idf = log (1 + (n_documents - counts->len + 0.5) / (counts->len + 0.5));

  for (guint i = 0; i < counts->len; i++)
    {
      const Count *entry = &g_array_index (counts, Count, i);
      Found *found = &g_array_index (self->found, Found, entry->place);
      double norm = K1 * (1 - B + B * found->length / MIDDLING);

      found->leaves |= (guint64) 1 << leaf;
      found->score += MAX (idf, 0.01) * (double) entry->n * (K1 + 1) / ((double) entry->n + norm);
    }
}

/* Passages of a document come one after another. */
static gboolean
match_leaf (Matching *self, const SutraQueryLeaf *leaf, guint number, double n_documents, GError **error)
{
  g_autofree char *expression = leaf_to_expression (leaf);
  g_autoptr (GArray) counts = g_array_new (FALSE, FALSE, sizeof (Count));
  g_autoptr (SutraStatement) row = NULL;
  g_autoptr (GError) local = NULL;
  gint64 last = -1;

  row = sutra_statement_new (self->store, error, "SELECT rowid, sutra_count (search) FROM search WHERE search MATCH ?", "s", expression);
  if (row == NULL)
    return FALSE;
  while (sutra_statement_next (row, &local))
    {
      gint64 rowid = sutra_statement_get_int (row, 0);
      Count entry = { 0, sutra_statement_get_int (row, 1) };

      if (rowid >> 28 == last)
        {
          g_array_index (counts, Count, counts->len - 1).n += entry.n;
          continue;
        }
      last = rowid >> 28;
      entry.place = find_place (self, rowid);
      g_array_append_val (counts, entry);
    }
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  add_scores (self, counts, number, n_documents);
  return TRUE;
}

static gboolean
holds (SutraQuery *query, guint64 leaves)
{
  guint number = 0;

  for (guint i = 0; i < query->clauses->len; i++)
    {
      const SutraQueryClause *clause = query->clauses->pdata[i];
      gboolean any = FALSE;

      for (guint k = 0; k < clause->leaves->len; k++, number++)
        any = any || (leaves >> number & 1) != 0;
      if (any == clause->negative)
        return FALSE;
    }
  return TRUE;
}

static int
compare_matches (gconstpointer a, gconstpointer b)
{
  const SutraSearchMatch *first = a;
  const SutraSearchMatch *second = b;

  if (first->kind != second->kind)
    return first->kind == SUTRA_SEARCH_TITLE ? -1 : 1;
  if (first->score != second->score)
    return first->score > second->score ? -1 : 1;
  return first->document < second->document ? -1 : first->document > second->document;
}

GArray *
sutra_search_index_match (SutraStore *store, SutraQuery *query, GCancellable *cancellable, GError **error)
{
  g_autoptr (GHashTable) places = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (Found));
  GArray *matches;
  Matching self = { store, places, found };
  double n_documents;

  g_return_val_if_fail (store != NULL && query != NULL, NULL);

  if (!sutra_search_verify (store, error))
    return NULL;
  n_documents = (double) sutra_store_get_int (store, 0, "SELECT max (id) FROM search_document", "");
  for (guint i = 0; i < query->leaves->len; i++)
    if (g_cancellable_set_error_if_cancelled (cancellable, error) || !match_leaf (&self, query->leaves->pdata[i], i, n_documents, error))
      return NULL;

  matches = g_array_new (FALSE, FALSE, sizeof (SutraSearchMatch));
  for (guint i = 0; i < found->len; i++)
    {
      const Found *entry = &g_array_index (found, Found, i);
      gboolean title = (entry->document & (SUTRA_SEARCH_TITLE_BIT >> 28)) != 0;
      SutraSearchMatch match = { entry->document & ~(SUTRA_SEARCH_TITLE_BIT >> 28), title ? SUTRA_SEARCH_TITLE : SUTRA_SEARCH_TEXT,
                                 entry->score };

      if (holds (query, entry->leaves))
        g_array_append_val (matches, match);
    }
  g_array_sort (matches, compare_matches);
  return matches;
}
