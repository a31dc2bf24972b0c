/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-search.h"

#include "sutra-akshara.h"
#include "sutra-case-private.h"
#include "sutra-content.h"
#include "sutra-search-index.h"
#include "sutra-sentences.h"

#define CONTEXT 80

struct _SutraSearch
{
  SutraQuery *query;
  GArray *matches;   /* (nullable) SutraSearchMatch, until the first page NULL */
  GPtrArray *unread; /* digests of texts that are not in the index */
  GHashTable *shown; /* ids of the articles whose hits were given out */
  guint at;
  guint at_unread;
};

void
sutra_search_hit_free (SutraSearchHit *self)
{
  if (self == NULL)
    return;

  g_free (self->title);
  g_free (self->before);
  g_free (self->match);
  g_free (self->after);
  g_free (self);
}

SutraSearch *
sutra_search_new (const char *query, GError **error)
{
  SutraQuery *parsed;
  SutraSearch *self;

  g_return_val_if_fail (query != NULL, NULL);

  parsed = sutra_query_new (query, error);
  if (parsed == NULL)
    return NULL;
  self = g_new0 (SutraSearch, 1);
  self->query = parsed;
  self->shown = g_hash_table_new_full (sutra_id_hash, sutra_id_equal, g_free, NULL);
  return self;
}

void
sutra_search_free (SutraSearch *self)
{
  if (self == NULL)
    return;

  sutra_query_free (self->query);
  g_hash_table_unref (self->shown);
  g_clear_pointer (&self->matches, g_array_unref);
  g_clear_pointer (&self->unread, g_ptr_array_unref);
  g_free (self);
}

/* ---- Hits ---- */

static char *
on_one_line (char *text)
{
  return g_strdelimit (text, "\n\t", ' ');
}

/* The sentence at @cp; @last is the one asked for before: many hits may stand in one long sentence. */
static void
find_sentence (SutraText *text, gsize cp, SutraRange *last)
{
  gsize start, end;

  if (cp >= last->start && cp < last->end)
    return;
  sutra_sentences_at (text, cp, &start, &end);
  last->start = (guint32) start;
  last->end = (guint32) end;
}

/* At most CONTEXT code points of the sentence to either side. */
static void
take_context (SutraText *text, const SutraRange *range, SutraRange *sentence, SutraSearchHit *hit)
{
  gsize start, end;

  find_sentence (text, range->start, sentence);
  start = MIN (sentence->start, range->start);
  find_sentence (text, range->end - 1, sentence);
  end = MAX (sentence->end, range->end);
  if (range->start - start > CONTEXT)
    start = sutra_akshara_ceil (text, range->start - CONTEXT);
  if (end - range->end > CONTEXT)
    end = sutra_akshara_floor (text, range->end + CONTEXT);
  hit->before = on_one_line (sutra_text_slice (text, start, range->start));
  hit->match = on_one_line (sutra_text_slice (text, range->start, range->end));
  hit->after = on_one_line (sutra_text_slice (text, range->end, end));
}

typedef struct
{
  SutraText *text;
  gboolean title;
  double score;
  guint per_article;
} Source;

static gboolean
add_hits (SutraSearch *self, const Source *source, SutraStatement *article, GPtrArray *hits, GCancellable *cancellable, GError **error)
{
  g_autoptr (GArray) ranges = sutra_query_locate (self->query, source->text, 0, cancellable, error);
  SutraRange sentence = { 0, 0 };

  if (ranges == NULL)
    return FALSE;
  for (guint i = 0; i < ranges->len && (source->per_article == 0 || i < source->per_article); i++)
    {
      const SutraRange *range = &g_array_index (ranges, SutraRange, i);
      SutraSearchHit *hit = g_new0 (SutraSearchHit, 1);

      hit->article = sutra_statement_get_id (article, 0);
      hit->title = sutra_statement_dup_text (article, 1);
      hit->in_title = source->title;
      hit->start = range->start;
      hit->end = range->end;
      hit->score = source->score;
      hit->n_in_article = ranges->len;
      take_context (source->text, range, &sentence, hit);
      g_ptr_array_add (hits, hit);
    }
  return TRUE;
}

static SutraText *
read_text (SutraStore *store, const char *sha256)
{
  g_autoptr (GBytes) bytes = sha256 != NULL ? sutra_content_get (store, sha256, FALSE, NULL) : NULL;

  /* A text that is damaged is for the check to tell. */
  return bytes != NULL ? sutra_text_new (bytes, NULL) : NULL;
}

/* Not where the text begins with it: there it would show twice. */
static gboolean
add_title_hits (SutraSearch *self,
                const Source *source,
                SutraStatement *article,
                GPtrArray *hits,
                GCancellable *cancellable,
                GError **error)
{
  const char *title = sutra_statement_get_text (article, 1);
  g_autoptr (GBytes) bytes = g_bytes_new (title, strlen (title));
  g_autoptr (SutraText) text = sutra_text_new (bytes, NULL);
  const Source own = { text, TRUE, source->score, source->per_article };

  return text == NULL || (source->text != NULL && g_str_has_prefix (sutra_text_get_utf8 (source->text, NULL), title)) ||
         add_hits (self, &own, article, hits, cancellable, error);
}

/* The hits of all articles that have @value for their text or title. */
static gboolean
add_document (SutraSearch *self,
              SutraStore *store,
              SutraSearchKind kind,
              const char *value,
              Source *source,
              GPtrArray *hits,
              GCancellable *cancellable,
              GError **error)
{
  g_autoptr (SutraStatement) article = NULL;
  GError *local = NULL;

  article =
      sutra_statement_new (store, error,
                           kind == SUTRA_SEARCH_TITLE ? "SELECT id, title, text_sha256 FROM article WHERE title = ? ORDER BY id"
                                                      : "SELECT id, title, text_sha256 FROM article WHERE text_sha256 = ? ORDER BY id",
                           "s", value);
  if (article == NULL)
    return FALSE;
  while (local == NULL && sutra_statement_next (article, &local))
    {
      SutraId id = sutra_statement_get_id (article, 0);
      g_autoptr (SutraText) text = NULL;

      if (g_hash_table_contains (self->shown, &id))
        continue;
      g_hash_table_add (self->shown, g_memdup2 (&id, sizeof id));
      source->text = text = read_text (store, sutra_statement_get_text (article, 2));
      if (kind == SUTRA_SEARCH_TITLE && !add_title_hits (self, source, article, hits, cancellable, &local))
        break;
      if (text != NULL && !add_hits (self, source, article, hits, cancellable, &local))
        break;
    }
  if (local != NULL)
    g_propagate_error (error, local);
  return local == NULL;
}

static gboolean
add_unread (SutraSearch *self, SutraStore *store, Source *source, GPtrArray *hits, GCancellable *cancellable, GError **error)
{
  const char *sha256 = self->unread->pdata[self->at_unread++];
  g_autoptr (SutraText) text = read_text (store, sha256);

  return text == NULL || !sutra_query_matches (self->query, text) ||
         add_document (self, store, SUTRA_SEARCH_TEXT, sha256, source, hits, cancellable, error);
}

/* ---- Pages ---- */

static gboolean
start (SutraSearch *self, SutraStore *store, GCancellable *cancellable, GError **error)
{
  g_autoptr (SutraStatement) row = NULL;

  self->unread = g_ptr_array_new_with_free_func (g_free);
  self->matches = sutra_search_index_match (store, self->query, cancellable, error);
  if (self->matches == NULL)
    return FALSE;
  row = sutra_statement_new (store, error,
                             "SELECT DISTINCT text_sha256 FROM article AS a WHERE NOT EXISTS (SELECT 1 FROM search_document AS d WHERE "
                             "d.value = a.text_sha256 AND d.kind = 0 AND d.done >= d.code_points)",
                             "");
  while (row != NULL && sutra_statement_next (row, NULL))
    g_ptr_array_add (self->unread, sutra_statement_dup_text (row, 0));
  return row != NULL;
}

GPtrArray *
sutra_search_next (SutraSearch *self, SutraStore *store, guint limit, guint per_article, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) hits = g_ptr_array_new_with_free_func ((GDestroyNotify) sutra_search_hit_free);
  Source source = { .per_article = per_article };

  g_return_val_if_fail (self != NULL && store != NULL, NULL);

  if (self->matches == NULL && !start (self, store, cancellable, error))
    return NULL;
  while (hits->len < limit && self->at < self->matches->len)
    {
      const SutraSearchMatch *match = &g_array_index (self->matches, SutraSearchMatch, self->at++);
      g_autoptr (SutraStatement) document = NULL;
      g_autofree char *value = NULL;

      document = sutra_statement_new (store, error, "SELECT value FROM search_document WHERE id = ? AND (kind = 1 OR done >= code_points)",
                                      "l", match->document);
      if (document == NULL)
        return NULL;
      if (!sutra_statement_next (document, NULL))
        continue;
      value = sutra_statement_dup_text (document, 0);
      source.score = match->score;
      if (value != NULL && !add_document (self, store, match->kind, value, &source, hits, cancellable, error))
        return NULL;
    }
  source.score = 0;
  while (hits->len < limit && self->at_unread < self->unread->len)
    if (!add_unread (self, store, &source, hits, cancellable, error))
      return NULL;
  return g_cancellable_set_error_if_cancelled (cancellable, error) ? NULL : g_steal_pointer (&hits);
}

typedef struct
{
  SutraSearch *search;
  guint limit;
  guint per_article;
} Page;

static void
next_run (GTask *task, SutraStore *store, gpointer data, GCancellable *cancellable)
{
  Page *page = data;
  GError *error = NULL;
  GPtrArray *hits = sutra_search_next (page->search, store, page->limit, page->per_article, cancellable, &error);

  if (hits != NULL)
    g_task_return_pointer (task, hits, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

void
sutra_search_next_async (SutraSearch *self,
                         SutraCase *the_case,
                         guint limit,
                         guint per_article,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  Page *page;

  g_return_if_fail (self != NULL);
  g_return_if_fail (SUTRA_IS_CASE (the_case) && sutra_case_get_reader (the_case) != NULL);

  page = g_new (Page, 1);
  *page = (Page){ self, limit, per_article };
  sutra_worker_run_async (sutra_case_get_reader (the_case), G_PRIORITY_DEFAULT, next_run, page, g_free, cancellable, callback, user_data);
}

GPtrArray *
sutra_search_next_finish (SutraCase *the_case, GAsyncResult *result, GError **error)
{
  SutraWorker *reader = sutra_case_get_reader (the_case);

  g_return_val_if_fail (reader != NULL, NULL);

  return sutra_worker_run_finish (reader, result, error);
}

/* ---- Indexing ---- */

static void
index_run (GTask *task, SutraStore *store, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;

  if (sutra_search_index_update (store, NULL, NULL, cancellable, &error))
    g_task_return_pointer (task, NULL, NULL);
  else
    g_task_return_error (task, error);
}

static gboolean
index_cb (gpointer data)
{
  SutraCase *self = data;

  self->index_source = 0;
  /* What fails or is cut short is made up the next time; the search reads what is missing. */
  sutra_worker_run_async (sutra_case_get_jobs (self), G_PRIORITY_LOW + 10, index_run, NULL, NULL, NULL, NULL, NULL);
  return G_SOURCE_REMOVE;
}

void
sutra_case_index (SutraCase *self)
{
  g_return_if_fail (SUTRA_IS_CASE (self));

  if (self->store == NULL || self->read_only || self->index_source != 0)
    return;
  self->index_source = g_timeout_add_full (G_PRIORITY_LOW, 300, index_cb, self, NULL);
}
