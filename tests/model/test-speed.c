/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model-fixture.h"
#include "sutra-article-list.h"
#include "sutra-entity-list.h"

#include <glib/gstdio.h>
#include <time.h>

/* Figures are printed; what is asserted is generous, for slow and busy machines. */

static double
ms_since (gint64 start)
{
  return (double) (g_get_monotonic_time () - start) / 1000;
}

/* What this thread has worked, in milliseconds: what is asserted must hold on a busy machine too. */
static double
work_ms (void)
{
  struct timespec now;

  g_assert_cmpint (clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now), ==, 0);
  return (double) now.tv_sec * 1e3 + (double) now.tv_nsec / 1e6;
}

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  double x = *(const double *) a;
  double y = *(const double *) b;

  return x < y ? -1 : x > y;
}

static double
percentile (double *values, guint n, double p)
{
  qsort (values, n, sizeof (double), compare_doubles);
  return values[MIN ((guint) (n * p), n - 1)];
}

/* ---- Many mentions ---- */

#ifdef __SANITIZE_ADDRESS__
/* This build tells nothing about speed: only that the work is clean. */
#define N_MENTIONS 10000
#define N_ARTICLES 10000
#else
#define N_MENTIONS 100000
#define N_ARTICLES 100000
#endif
#define N_ADDED 200

static SutraArticle *
add_big_article (ModelFixture *f)
{
  g_autoptr (GString) text = g_string_sized_new (11 << 20);

  g_string_append (text, "🛰 ");
  for (guint i = 0; i < N_MENTIONS + 10 * N_ADDED; i++)
    g_string_append (text, i % 12 == 11 ? "ক্ষেত্র বৃষ্টি\n" : "ক্ষেত্র বৃষ্টি ");
  return model_add_article (f->the_case, text->str, "বড়");
}

/* The i-th "ক্ষেত্র" lies at 2 + 14 i: seven code points, a space, six, a separator; the text is checked below. */
static SutraMentionSpec
spec_at (SutraArticle *article, const SutraId *type, guint i)
{
  SutraMentionSpec spec = { .article = *sutra_article_get_id (article), .type = *type };

  spec.start = 2 + 15 * i;
  spec.end = spec.start + 7;
  spec.stem_end = spec.end;
  return spec;
}

static void
add_many (ModelFixture *f, SutraArticle *article)
{
  g_autofree SutraMentionSpec *specs = g_new0 (SutraMentionSpec, N_MENTIONS);
  g_autofree SutraId *entities = g_new (SutraId, 2000);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 2000; i++)
    {
      g_autofree char *label = g_strdup_printf ("স্থান %u", i);

      entities[i] = model_add_entity (f->the_case, &f->place, label);
    }
  for (guint i = 0; i < N_MENTIONS; i++)
    {
      specs[i] = spec_at (article, &f->place, i);
      specs[i].entity = entities[i % 2000];
    }
  sutra_case_add_mentions (f->the_case, specs, N_MENTIONS, NULL, &error);
  g_assert_no_error (error);
}

static void
count_cb (SutraArticle *article, guint start, guint end, guint *n)
{
  (*n)++;
}

static void
time_one_by_one (ModelFixture *f, SutraArticle *article, guint from)
{
  g_autofree double *added = g_new (double, N_ADDED);
  g_autofree double *undone = g_new (double, N_ADDED);
  double p95;

  for (guint i = 0; i < N_ADDED; i++)
    {
      SutraMentionSpec spec = spec_at (article, &f->place, from + i);
      double start = work_ms ();

      g_assert_true (sutra_case_add_mentions (f->the_case, &spec, 1, NULL, NULL));
      added[i] = work_ms () - start;
    }
  for (guint i = 0; i < N_ADDED; i++)
    {
      double start = work_ms ();

      g_assert_true (sutra_case_undo (f->the_case, NULL, NULL));
      undone[i] = work_ms () - start;
    }
  p95 = percentile (added, N_ADDED, 0.95);
  g_test_message ("add one mention at %u, commit, refresh and signals: median %.2f ms, p95 %.2f ms; undo: median %.2f ms, p95 %.2f ms",
                  (guint) sutra_span_index_size (sutra_article_get_spans (article, NULL)), percentile (added, N_ADDED, 0.5), p95,
                  percentile (undone, N_ADDED, 0.5), percentile (undone, N_ADDED, 0.95));
  g_assert_cmpfloat (p95, <, 100);
}

static gboolean
entities_busy (gpointer list)
{
  return sutra_entity_list_get_loading (list);
}

static void
time_entity_list (ModelFixture *f, SutraArticle *article)
{
  g_autoptr (SutraEntityList) list = sutra_entity_list_new (f->the_case);
  gint64 start = g_get_monotonic_time ();

  sutra_entity_list_set_article (list, article);
  model_wait_while (entities_busy, list);
  g_test_message ("entity list of %u mentions, off the main thread: %.0f ms", sutra_entity_list_get_n_mentions (list), ms_since (start));
  g_assert_cmpuint (sutra_entity_list_get_n_mentions (list), >=, N_MENTIONS);
}

static void
test_mentions (ModelFixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SutraArticle) article = add_big_article (f);
  g_autoptr (SutraMention) last = NULL;
  gint64 start;
  double load;
  SutraId id;
  guint n = 0;

  sutra_article_get_spans (article, &error);
  time_one_by_one (f, article, N_MENTIONS);
  start = g_get_monotonic_time ();
  add_many (f, article);
  g_test_message ("add %u mentions in one step: %.0f ms", N_MENTIONS, ms_since (start));

  g_clear_object (&article);
  id = SUTRA_ID_NULL;
  {
    g_autoptr (GArray) ids = sutra_case_list_articles (f->the_case, NULL);

    id = g_array_index (ids, SutraId, 1);
  }
  article = sutra_case_get_article (f->the_case, &id, &error);
  load = work_ms ();
  g_assert_cmpuint (sutra_span_index_size (sutra_article_get_spans (article, &error)), ==, N_MENTIONS);
  load = work_ms () - load;
  g_test_message ("load the spans of %u mentions: %.0f ms", N_MENTIONS, load);
  g_assert_cmpfloat (load, <, 3000);
  start = g_get_monotonic_time ();
  g_assert_cmpuint (sutra_text_get_length (sutra_article_get_text (article, &error)), ==, 2 + 15 * (N_MENTIONS + 10 * N_ADDED));
  g_test_message ("load its text, digest verified: %.0f ms", ms_since (start));

  g_signal_connect (article, "spans-changed", G_CALLBACK (count_cb), &n);
  time_one_by_one (f, article, N_MENTIONS);
  g_assert_cmpuint (n, ==, 2 * N_ADDED);
  time_entity_list (f, article);

  start = g_get_monotonic_time ();
  g_assert_true (sutra_case_delete_type (f->the_case, &f->place, NULL, &error));
  g_test_message ("delete a type with %u mentions: %.0f ms", N_MENTIONS, ms_since (start));
  start = g_get_monotonic_time ();
  g_assert_true (sutra_case_undo (f->the_case, NULL, &error));
  g_test_message ("undo it: %.0f ms", ms_since (start));
  g_assert_cmpuint (sutra_span_index_size (sutra_article_get_spans (article, NULL)), ==, N_MENTIONS);
}

/* ---- Many articles ---- */

static void
fill_case (const char *path, guint n)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SutraCase) the_case = sutra_case_create (path, NULL, &error);
  SutraStore *store = sutra_case_get_store (the_case);

  g_assert_no_error (error);
  g_assert_true (sutra_store_begin (store, &error));
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *title = g_strdup_printf ("শিরোনাম %u 🛰", (i * 7919) % n);
      SutraId id = sutra_id_new ();

      g_assert_true (sutra_store_run (store, &error,
                                      "INSERT INTO article (id, title, encoding, media_type, code_points, sha256, text_sha256, added)"
                                      " VALUES (?, ?, 'UTF-8', 'text/plain', 1, ?2, ?2, '2024-01-01T00:00:00.000Z')",
                                      "is", &id, title));
    }
  g_assert_true (sutra_store_commit (store, SUTRA_EDIT_ADD_ARTICLE, NULL, n, NULL, &error));
  g_assert_no_error (error);
}

static void
unlink_case (const char *path)
{
  static const char *const endings[] = { "", "-wal", "-shm" };

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      g_autofree char *file = g_strconcat (path, endings[i], NULL);

      g_unlink (file);
    }
}

/* Open the file, make the list, show one page of 100: the best of five. */
static double
time_opening (const char *path, guint n, SutraArticleSort sort)
{
  double best = G_MAXDOUBLE;

  for (guint round = 0; round < 5; round++)
    {
      double start = work_ms ();
      g_autoptr (GError) error = NULL;
      g_autoptr (SutraCase) the_case = sutra_case_open (path, FALSE, &error);
      g_autoptr (SutraArticleList) list = sutra_article_list_new (the_case);

      g_assert_no_error (error);
      sutra_article_list_set_sort (list, sort);
      g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, n);
      for (guint i = 0; i < MIN (n, 100); i++)
        g_object_unref (g_list_model_get_item (G_LIST_MODEL (list), i));
      best = MIN (best, work_ms () - start);
    }
  return best;
}

static void
time_list_edits (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SutraCase) the_case = sutra_case_open (path, FALSE, &error);
  g_autoptr (SutraArticleList) list = sutra_article_list_new (the_case);

  sutra_article_list_set_sort (list, SUTRA_ARTICLE_SORT_TITLE);
  for (guint i = 0; i < 4; i++)
    {
      g_autofree char *text = g_strdup_printf ("নতুন %u", i);
      gint64 start = g_get_monotonic_time ();
      g_autoptr (SutraArticle) article = model_add_article (the_case, text, text);

      g_test_message ("add an article with the list at %u shown by title: %.1f ms%s", N_ARTICLES, ms_since (start),
                      i == 0 ? " (first: reads all ids)" : "");
    }
}

static void
test_articles (ModelFixture *f, gconstpointer data)
{
  g_autofree char *small = g_build_filename (f->folder, "small.sutra", NULL);
  g_autofree char *large = g_build_filename (f->folder, "large.sutra", NULL);

  fill_case (small, 10);
  fill_case (large, N_ARTICLES);
  for (guint sort = 0; sort < 3; sort++)
    {
      double a = time_opening (small, 10, (SutraArticleSort) sort);
      double b = time_opening (large, N_ARTICLES, (SutraArticleSort) sort);

      g_test_message ("open a case and its list, sort %u: 10 articles %.1f ms, %u articles %.1f ms, ratio %.1f", sort, a, N_ARTICLES, b,
                      b / a);
      g_assert_cmpfloat (b, <, 20 * a + 200);
    }
  time_list_edits (large);
  unlink_case (small);
  unlink_case (large);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/model/speed/mentions", ModelFixture, "disk", model_fixture_set_up, test_mentions, model_fixture_tear_down);
  g_test_add ("/model/speed/articles", ModelFixture, "disk", model_fixture_set_up, test_articles, model_fixture_tear_down);
  return g_test_run ();
}
