/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model-fixture.h"
#include "sutra-search-index.h"
#include "sutra-search.h"
#include "sutra-worker.h"

static GPtrArray *
search (SutraCase *the_case, const char *query, guint limit)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SutraSearch) self = sutra_search_new (query, &error);
  GPtrArray *hits;

  g_assert_no_error (error);
  hits = sutra_search_next (self, sutra_case_get_store (the_case), limit, 0, NULL, &error);
  g_assert_no_error (error);
  return hits;
}

static char *
describe (GPtrArray *hits)
{
  GString *string = g_string_new (NULL);

  for (guint i = 0; i < hits->len; i++)
    {
      const SutraSearchHit *hit = hits->pdata[i];

      g_string_append_printf (string, "%u-%u %s<%s>%s of %u\n", hit->start, hit->end, hit->before, hit->match, hit->after,
                              hit->n_in_article);
    }
  return g_string_free (string, FALSE);
}

static void
update (SutraCase *the_case)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (sutra_search_index_update (sutra_case_get_store (the_case), NULL, NULL, NULL, &error));
  g_assert_no_error (error);
}

/* What is not in the index is read through, with the same result, also in a case that can be read only. */
static void
test_unindexed (ModelFixture *f, gconstpointer data)
{
  static const char *const queries[] = { "কাজাখস্তান",       "ঢাকা",         "\"ঢাকায় দুই দেশের\"", "কাজাখ*",
                                         "ঢাকা -কাজাখস্তান", "মন্ত্রী OR চীন", "প্রধানমন্ত্রীর চুক্তি",   "নেই" };

  g_object_unref (model_add_article (f->the_case, "😀 ঢাকায় বৃষ্টি।\n", "বৃষ্টি"));
  for (int round = 0; round < 2; round++)
    for (gsize i = 0; i < G_N_ELEMENTS (queries); i++)
      {
        g_autoptr (SutraCase) reader = sutra_case_open (f->path, TRUE, NULL);
        g_autoptr (GPtrArray) read = search (reader, queries[i], 100);
        g_autofree char *before = describe (read);
        g_autofree char *after = NULL;
        g_autoptr (GPtrArray) found = NULL;

        g_assert_cmpuint (read->len == 0, ==, i == 7);
        if (round == 1)
          update (f->the_case);
        found = search (f->the_case, queries[i], 100);
        after = describe (found);
        /* The order of articles is that of their scores only with an index. */
        g_assert_cmpuint (found->len, ==, read->len);
        if (i != 1)
          g_assert_cmpstr (after, ==, before);
      }
}

static void
test_pages (ModelFixture *f, gconstpointer data)
{
  g_autoptr (SutraSearch) self = sutra_search_new ("ঢাকা", NULL);
  g_autoptr (GHashTable) seen = g_hash_table_new (sutra_id_hash, sutra_id_equal);
  g_autoptr (GPtrArray) keep = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  guint n = 0;

  for (guint i = 0; i < 40; i++)
    {
      g_autofree char *text = g_strdup_printf ("😀 ঢাকার খবর %u। ঢাকায় আজ।\n", i);

      g_object_unref (model_add_article (f->the_case, text, "খবর"));
    }
  update (f->the_case);
  for (;;)
    {
      GPtrArray *hits = sutra_search_next (self, sutra_case_get_store (f->the_case), 10, 1, NULL, NULL);

      g_ptr_array_add (keep, hits);
      n += hits->len;
      g_assert_cmpuint (hits->len, <=, 11);
      for (guint i = 0; i < hits->len; i++)
        g_assert_true (g_hash_table_add (seen, &((SutraSearchHit *) hits->pdata[i])->article));
      if (hits->len == 0)
        break;
    }
  g_assert_cmpuint (n, ==, 41);
}

static gboolean
index_is_complete (SutraCase *the_case)
{
  return sutra_search_index_is_complete (sutra_case_get_store (the_case));
}

/* A case that is watched is indexed by itself, and edits go on meanwhile. */
static void
test_by_itself (ModelFixture *f, gconstpointer data)
{
  gint64 deadline = g_get_monotonic_time () + 30 * G_USEC_PER_SEC;
  gint64 history;

  g_assert_false (index_is_complete (f->the_case));
  sutra_case_watch (f->the_case, TRUE);
  while (!index_is_complete (f->the_case) && g_get_monotonic_time () < deadline)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (index_is_complete (f->the_case));
  g_object_unref (model_add_article (f->the_case, "😀 নতুন খবর।\n", "নতুন"));
  history = model_history_count (f->the_case);
  g_assert_false (index_is_complete (f->the_case));
  while (!index_is_complete (f->the_case) && g_get_monotonic_time () < deadline)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (index_is_complete (f->the_case));
  g_assert_cmpint (model_history_count (f->the_case), ==, history);
}

static void
next_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  *(GAsyncResult **) data = g_object_ref (result);
}

/* Keeps the reader busy until the mutex @data is free. */
static void
hold_run (GTask *task, SutraStore *store, gpointer data, GCancellable *cancellable)
{
  g_mutex_lock (data);
  g_mutex_unlock (data);
  g_task_return_boolean (task, TRUE);
}

static void
test_async (ModelFixture *f, gconstpointer data)
{
  g_autoptr (SutraSearch) self = sutra_search_new ("কাজাখস্তান", NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  GMutex hold;

  g_mutex_init (&hold);
  for (int round = 0; round < 2; round++)
    {
      g_autoptr (GAsyncResult) result = NULL;
      g_autoptr (GPtrArray) hits = NULL;
      g_autoptr (GError) error = NULL;

      /* Else the search may be done before it is cancelled. */
      g_mutex_lock (&hold);
      sutra_worker_run_async (sutra_case_get_reader (f->the_case), G_PRIORITY_HIGH, hold_run, &hold, NULL, NULL, NULL, NULL);
      sutra_search_next_async (self, f->the_case, 10, 0, cancellable, next_cb, &result);
      if (round == 1)
        g_cancellable_cancel (cancellable);
      g_mutex_unlock (&hold);
      while (result == NULL)
        g_main_context_iteration (NULL, TRUE);
      hits = sutra_search_next_finish (f->the_case, result, &error);
      if (round == 0)
        g_assert_cmpuint (hits->len, ==, 3);
      else
        g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
    }
  g_mutex_clear (&hold);
}

/* What a person said about its sentences goes with an article, and comes back with it. */
static void
test_delete_with_boundary (ModelFixture *f, gconstpointer data)
{
  SutraStore *store = sutra_case_get_store (f->the_case);
  SutraId id = sutra_id_new ();

  g_assert_true (sutra_store_begin (store, NULL));
  g_assert_true (sutra_store_run (store, NULL,
                                  "INSERT INTO boundary (id, article, position, joined, author, created) VALUES (?, ?, 14, 0, '', '')",
                                  "ii", &id, &f->article_id));
  g_assert_true (sutra_store_commit (store, SUTRA_EDIT_SET_ARTICLE, NULL, 1, NULL, NULL));
  model_assert_edit (f, sutra_case_delete (f->the_case, &f->article_id, 1, &f->error));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  model_test_add ("/search/unindexed", test_unindexed);
  model_test_add ("/search/pages", test_pages);
  model_test_add ("/search/by-itself", test_by_itself);
  model_test_add ("/search/async", test_async);
  model_test_add ("/search/delete-with-boundary", test_delete_with_boundary);
  return g_test_run ();
}
