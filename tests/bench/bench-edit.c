/* Adding a mention in an article that has many, and undoing it: the work from the key to the painted frame.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bench-rows.h"
#include "bench-sample.h"
#include "bench-table.h"
#include "bench-window.h"

#include "sutra-article-view.h"
#include "sutra-entity-list.h"
#include "sutra-words.h"

#define N_EDITS 200

/* An article in a window, as the program shows it, with the list that the entity pane shows beside. */
typedef struct
{
  BenchCase *bench;
  BenchWindow *window;
  SutraArticleView *view;
  SutraArticle *article;
  SutraEntityList *entities;
} Desk;

static void
spans_changed_cb (SutraArticleView *view, guint start, guint end)
{
  sutra_article_view_spans_changed (view, start, end);
}

static void
desk_init (Desk *desk, BenchCase *bench)
{
  GError *error = NULL;

  desk->bench = bench;
  desk->view = SUTRA_ARTICLE_VIEW (sutra_article_view_new ());
  desk->window = bench_window_new (GTK_WIDGET (desk->view));
  desk->article = sutra_case_get_article (bench->the_case, &bench->id, &error);
  bench_check (error);
  sutra_article_view_set_tagset (desk->view, sutra_case_get_tagset (bench->the_case));
  sutra_article_view_set_content (desk->view, sutra_article_get_text (desk->article, &error),
                                  sutra_article_get_spans (desk->article, &error));
  bench_check (error);
  g_signal_connect_object (desk->article, "spans-changed", G_CALLBACK (spans_changed_cb), desk->view, G_CONNECT_SWAPPED);
  desk->entities = sutra_entity_list_new (bench->the_case);
  sutra_entity_list_set_article (desk->entities, desk->article);
  bench_window_settle (desk->window);
}

static void
desk_clear (Desk *desk)
{
  g_object_unref (desk->entities);
  sutra_article_view_set_content (desk->view, NULL, NULL);
  bench_window_free (desk->window);
  g_object_unref (desk->article);
}

/* What the type's key does. */
static void
mark (Desk *desk)
{
  SutraMentionSpec spec = { .article = desk->bench->id, .type = bench_case_type (desk->bench, BENCH_FREE_TYPE) };
  gsize start, end, from, to;
  GError *error = NULL;

  sutra_article_view_get_selection (desk->view, &start, &end);
  if (sutra_words_at (sutra_article_view_get_text (desk->view), start, &from, &to))
    {
      spec.start = (guint32) from;
      spec.end = (guint32) to;
    }
  sutra_case_add_mentions (desk->bench->the_case, &spec, 1, NULL, &error);
  bench_check (error);
}

static void
undo (Desk *desk)
{
  GError *error = NULL;

  sutra_case_undo (desk->bench->the_case, NULL, &error);
  bench_check (error);
}

typedef struct
{
  GArray *work;
  GArray *cpu;
  GArray *commit;
  GArray *frame;
  GArray *after; /* the processor time of what follows in the main loop, the list's update above all */
} Times;

static void
times_clear (Times *times)
{
  g_array_unref (times->work);
  g_array_unref (times->cpu);
  g_array_unref (times->commit);
  g_array_unref (times->frame);
  g_array_unref (times->after);
}

/* Until the list shows the edit. */
static void
wait_entities (Desk *desk)
{
  do
    bench_window_settle (desk->window);
  while (sutra_entity_list_get_loading (desk->entities));
}

static void
time_edit (Desk *desk, void (*edit) (Desk *desk), Times *times)
{
  guint n_frames = desk->window->n_frames;
  gint64 start = g_get_monotonic_time ();
  gint64 start_cpu = bench_get_cpu ();
  gint64 committed, cpu;

  edit (desk);
  committed = g_get_monotonic_time () - start;
  cpu = bench_get_cpu () - start_cpu;
  bench_window_wait_frame (desk->window, n_frames);
  bench_times_add (times->cpu, cpu + desk->window->cpu);
  bench_times_add (times->commit, committed);
  bench_times_add (times->frame, desk->window->work);
  bench_times_add (times->work, committed + desk->window->work);
  start_cpu = bench_get_cpu ();
  wait_entities (desk);
  bench_times_add (times->after, bench_get_cpu () - start_cpu);
}

static void
report (const char *what, guint n_mentions, Times *times)
{
  g_autofree char *row = g_strdup_printf ("%s a mention at %u,000, p95", what, n_mentions / 1000);

  bench_table_value (row, "ms", bench_times_get (times->work, 0.95), 8);
  bench_table_note ("median", "ms", bench_times_get (times->work, 0.5));
  bench_table_note ("processor time, p95", "ms", bench_times_get (times->cpu, 0.95));
  bench_table_note ("until committed, p95", "ms", bench_times_get (times->commit, 0.95));
  bench_table_note ("its frame, p95", "ms", bench_times_get (times->frame, 0.95));
  bench_table_note ("what follows in the main loop, p95", "ms", bench_times_get (times->after, 0.95));
}

void
bench_edit (guint n_mentions)
{
  g_autoptr (BenchSample) sample = bench_sample_new (n_mentions * 100, n_mentions, 0);
  g_autoptr (BenchCase) bench = bench_case_new (sample);
  Times add = { bench_times_new (), bench_times_new (), bench_times_new (), bench_times_new (), bench_times_new () };
  Times back = { bench_times_new (), bench_times_new (), bench_times_new (), bench_times_new (), bench_times_new () };
  Desk desk;

  desk_init (&desk, bench);
  for (guint i = 0; i < N_EDITS; i++)
    {
      gsize at = (gsize) sutra_article_get_code_points (desk.article) / N_EDITS * i;
      gsize start, end;

      if (!sutra_words_at (sutra_article_view_get_text (desk.view), at, &start, &end))
        continue;
      sutra_article_view_select (desk.view, start, start, TRUE);
      sutra_article_view_scroll_to (desk.view, start, end);
      wait_entities (&desk);
      time_edit (&desk, mark, &add);
      if (i % 2 == 0)
        continue;
      time_edit (&desk, undo, &back);
    }
  report ("add", n_mentions, &add);
  report ("undo", n_mentions, &back);
  desk_clear (&desk);
  times_clear (&add);
  times_clear (&back);
}
