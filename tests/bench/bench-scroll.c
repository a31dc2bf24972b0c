/* Scrolling, the work of each frame; by wheel, by page and by leaps.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bench-rows.h"
#include "bench-sample.h"
#include "bench-table.h"
#include "bench-window.h"

#include "sutra-article-view.h"

#define N_FRAMES 300

static void
scroll (BenchWindow *window, double step, GArray *times)
{
  double upper, value;

  for (guint i = 0; i < N_FRAMES; i++)
    {
      guint n_frames = window->n_frames;
      gint64 start = g_get_monotonic_time ();
      gint64 set;

      value = bench_window_get_scroll (window, &upper) + step;
      bench_window_set_scroll (window, value > upper ? value - upper : value);
      set = g_get_monotonic_time () - start;
      bench_window_wait_frame (window, n_frames);
      bench_times_add (times, set + window->work);
    }
}

/* Wheel steps, pages and leaps through the whole article, to and fro. */
static void
scroll_all (BenchWindow *window, GArray *times, GArray *wheel, GArray *pages, GArray *leaps)
{
  bench_window_settle (window);
  scroll (window, 57, wheel);
  scroll (window, 700, pages);
  scroll (window, 39000, leaps);
  g_array_append_vals (times, wheel->data, wheel->len);
  g_array_append_vals (times, pages->data, pages->len);
  g_array_append_vals (times, leaps->data, leaps->len);
}

static void
scroll_plain (BenchSample *sample, GArray *times)
{
  GtkWidget *view = bench_plain_view_new ();
  g_autoptr (BenchWindow) window = bench_window_new (view);
  g_autoptr (GArray) wheel = bench_times_new ();
  g_autoptr (GArray) pages = bench_times_new ();
  g_autoptr (GArray) leaps = bench_times_new ();

  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), sample->utf8, (int) sample->n_bytes);
  scroll_all (window, times, wheel, pages, leaps);
}

/* With the marks of @bench as what they are, or as suggestions in an article without mentions. */
static void
scroll_marked (BenchCase *bench, gboolean as_suggestions, const char *what)
{
  GtkWidget *view = sutra_article_view_new ();
  g_autoptr (BenchWindow) window = bench_window_new (view);
  g_autoptr (SutraArticle) article = NULL;
  g_autoptr (SutraSpanIndex) none = sutra_span_index_new ();
  g_autoptr (GArray) all = bench_times_new ();
  g_autoptr (GArray) wheel = bench_times_new ();
  g_autoptr (GArray) pages = bench_times_new ();
  g_autoptr (GArray) leaps = bench_times_new ();
  SutraSpanIndex *spans;
  GError *error = NULL;

  article = sutra_case_get_article (bench->the_case, &bench->id, &error);
  bench_check (error);
  spans = sutra_article_get_spans (article, &error);
  bench_check (error);
  sutra_article_view_set_tagset (SUTRA_ARTICLE_VIEW (view), sutra_case_get_tagset (bench->the_case));
  sutra_article_view_set_content (SUTRA_ARTICLE_VIEW (view), sutra_article_get_text (article, &error), as_suggestions ? none : spans);
  bench_check (error);
  if (as_suggestions)
    sutra_article_view_set_suggestions (SUTRA_ARTICLE_VIEW (view), spans);
  scroll_all (window, all, wheel, pages, leaps);
  sutra_article_view_set_content (SUTRA_ARTICLE_VIEW (view), NULL, NULL);

  bench_table_value (what, "ms", bench_times_get (all, 0.95), 12);
  bench_table_note ("by wheel steps, p95", "ms", bench_times_get (wheel, 0.95));
  bench_table_note ("by pages, p95", "ms", bench_times_get (pages, 0.95));
  bench_table_note ("by leaps, p95", "ms", bench_times_get (leaps, 0.95));
  bench_table_note ("the slowest frame", "ms", bench_times_get (all, 1));
}

void
bench_scroll (void)
{
  g_autoptr (BenchSample) sample = bench_sample_new (1000 * 1000, 10000, 0);
  g_autoptr (BenchCase) bench = bench_case_new (sample);
  g_autoptr (GArray) plain = bench_times_new ();

  scroll_plain (sample, plain);
  scroll_marked (bench, FALSE, "scroll 1 MB with 10,000 mentions, a frame, p95");
  bench_table_note ("plain GtkTextView, p95", "ms", bench_times_get (plain, 0.95));
  scroll_marked (bench, TRUE, "scroll 1 MB with 10,000 suggestions, a frame, p95");
}
