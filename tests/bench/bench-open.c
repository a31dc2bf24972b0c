/* Opening an article, from the call to the painted frame.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bench-rows.h"
#include "bench-sample.h"
#include "bench-table.h"
#include "bench-window.h"

#include "sutra-article-view.h"

typedef struct
{
  GArray *total;
  GArray *text;
  GArray *spans;
  GArray *content;
  GArray *frame;
} Times;

static void
open_article (BenchCase *bench, Times *times)
{
  GtkWidget *view = sutra_article_view_new ();
  g_autoptr (BenchWindow) window = bench_window_new (view);
  g_autoptr (SutraArticle) article = NULL;
  SutraText *text;
  SutraSpanIndex *spans;
  guint n_frames = window->n_frames;
  gint64 start, got_text, got_spans, set;
  GError *error = NULL;

  sutra_article_view_set_tagset (SUTRA_ARTICLE_VIEW (view), sutra_case_get_tagset (bench->the_case));

  start = g_get_monotonic_time ();
  article = sutra_case_get_article (bench->the_case, &bench->id, &error);
  bench_check (error);
  text = sutra_article_get_text (article, &error);
  bench_check (error);
  got_text = g_get_monotonic_time ();
  spans = sutra_article_get_spans (article, &error);
  bench_check (error);
  got_spans = g_get_monotonic_time ();
  sutra_article_view_set_content (SUTRA_ARTICLE_VIEW (view), text, spans);
  set = g_get_monotonic_time ();
  bench_window_wait_frame (window, n_frames);

  bench_times_add (times->total, window->painted - start);
  bench_times_add (times->text, got_text - start);
  bench_times_add (times->spans, got_spans - got_text);
  bench_times_add (times->content, set - got_spans);
  bench_times_add (times->frame, window->painted - set);
  sutra_article_view_set_content (SUTRA_ARTICLE_VIEW (view), NULL, NULL);
}

static void
open_plain (BenchSample *sample, GArray *times)
{
  GtkWidget *view = bench_plain_view_new ();
  g_autoptr (BenchWindow) window = bench_window_new (view);
  guint n_frames = window->n_frames;
  gint64 start = g_get_monotonic_time ();

  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), sample->utf8, (int) sample->n_bytes);
  bench_window_wait_frame (window, n_frames);
  bench_times_add (times, window->painted - start);
}

void
bench_open (guint megabytes)
{
  g_autoptr (BenchSample) sample = bench_sample_new (megabytes * 1000 * 1000, megabytes * 10000, 0);
  g_autoptr (BenchCase) bench = bench_case_new (sample);
  g_autoptr (GArray) plain = bench_times_new ();
  g_autoptr (GArray) total = bench_times_new ();
  g_autoptr (GArray) text = bench_times_new ();
  g_autoptr (GArray) spans = bench_times_new ();
  g_autoptr (GArray) content = bench_times_new ();
  g_autoptr (GArray) frame = bench_times_new ();
  Times times = { total, text, spans, content, frame };
  g_autofree char *what = g_strdup_printf ("open %u MB with %u0,000 mentions", megabytes, megabytes);

  for (guint i = 0; i < (megabytes > 1 ? 5 : 11); i++)
    {
      bench_case_reopen (bench);
      open_article (bench, &times);
      open_plain (sample, plain);
    }
  bench_table_ratio (what, "ms", bench_times_get (total, 0.5), bench_times_get (plain, 0.5), megabytes > 1 ? 2 : 1.5);
  bench_table_note ("text (and, when it is long, spans) from the case", "ms", bench_times_get (text, 0.5));
  bench_table_note ("spans from the case", "ms", bench_times_get (spans, 0.5));
  bench_table_note ("content into the view", "ms", bench_times_get (content, 0.5));
  bench_table_note ("first frame", "ms", bench_times_get (frame, 0.5));
}
