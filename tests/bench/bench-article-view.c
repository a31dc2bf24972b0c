/* bench-article-view.c: the article view against a plain GtkTextView with the same text, in the same run
 *
 * Ours has its marks, the plain one none. "open" is from the call to the end of the first frame that shows the text; "work" is the processor time of
 * a turn of the main loop that drew a frame.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "sutra-article-view.h"
#include "sutra-mention.h"

#include <adwaita.h>
#include <malloc.h>
#include <stdlib.h>
#include <time.h>

#define ROUNDS 5

static double
now (void)
{
  return (double) g_get_monotonic_time () / 1e3;
}

static double
work_ms (void)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);
  return (double) time.tv_sec * 1e3 + (double) time.tv_nsec / 1e6;
}

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  return (*(const double *) a > *(const double *) b) - (*(const double *) a < *(const double *) b);
}

static double
percentile (GArray *values, double share)
{
  g_array_sort (values, compare_doubles);
  return g_array_index (values, double, (guint) ((double) (values->len - 1) * share));
}

/* News-like Bengali: paragraphs of some five lines with an empty line between. */
static char *
make_article (gsize n_bytes)
{
  static const char *const words[] = { "পররাষ্ট্র", "মন্ত্রণালয়ের", "মহাপরিচালক", "গতকাল",       "চট্টগ্রাম", "বন্দরে",
                                       "নেপাল",   "ও",          "ভুটানের",     "প্রতিনিধিদের", "সঙ্গে",    "বৈঠক",
                                       "করেছেন।", "আন্তর্জাতিক",  "নিরাপত্তা",   "উপদেষ্টা",     "২০২৫",    "র‍্যাবের",
                                       "ক্ষুদ্র",    "অ্যাম্বাসেডর" };
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  GString *article = g_string_sized_new (n_bytes + 100);

  for (guint i = 1; article->len < n_bytes; i++)
    {
      g_string_append (article, words[g_rand_int_range (rand, 0, G_N_ELEMENTS (words))]);
      g_string_append (article, i % 60 == 0 ? "\n\n" : " ");
    }
  return g_string_free (article, FALSE);
}

static SutraSpanIndex *
make_marks (SutraText *text, guint32 n)
{
  SutraSpanIndex *index = sutra_span_index_new ();
  g_autoptr (GArray) spans = g_array_new (FALSE, FALSE, sizeof (SutraSpan));
  guint32 pitch = (guint32) sutra_text_get_length (text) / n;

  for (guint32 i = 0; i < n; i++)
    {
      SutraSpan span = { .id = sutra_id_new (), .type = { { (guint8) (i % 11 + 1) } }, .start = i * pitch };

      /* Every fifth lies in the one before. */
      if (i % 5 == 4)
        span.start -= pitch - 2;
      span.end = span.stem_end = span.start + (i % 5 == 4 ? 4 : MIN (12, pitch - 1));
      g_array_append_val (spans, span);
    }
  sutra_span_index_load (index, (SutraSpan *) (gpointer) spans->data, spans->len);
  return index;
}

typedef struct
{
  GtkWidget *window;
  GtkWidget *view;
  gboolean drawn;
  double painted_at;
} Bench;

static void
after_paint_cb (GdkFrameClock *clock, Bench *bench)
{
  bench->drawn = TRUE;
  bench->painted_at = now ();
}

/* Until a frame was painted; TRUE work in @work. */
static void
wait_for_frame (Bench *bench, double *work)
{
  double before = work_ms ();

  bench->drawn = FALSE;
  gtk_widget_queue_draw (bench->view);
  while (!bench->drawn)
    {
      before = work_ms ();
      g_main_context_iteration (NULL, TRUE);
    }
  if (work != NULL)
    *work = work_ms () - before;
}

static void
open_window (Bench *bench, GtkWidget *view)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  bench->view = view;
  bench->window = gtk_window_new ();
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (view), GTK_WRAP_WORD_CHAR);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), view);
  gtk_window_set_child (GTK_WINDOW (bench->window), scrolled);
  gtk_window_set_default_size (GTK_WINDOW (bench->window), 900, 800);
  gtk_window_present (GTK_WINDOW (bench->window));
  while (!gtk_widget_get_mapped (view))
    g_main_context_iteration (NULL, TRUE);
  g_signal_connect (gtk_widget_get_frame_clock (view), "after-paint", G_CALLBACK (after_paint_cb), bench);
  wait_for_frame (bench, NULL);
}

static void
close_window (Bench *bench)
{
  g_signal_handlers_disconnect_by_data (gtk_widget_get_frame_clock (bench->view), bench);
  gtk_window_destroy (GTK_WINDOW (bench->window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static void
let_settle (void)
{
  double quiet = now () + 200;

  while (now () < quiet)
    if (g_main_context_iteration (NULL, FALSE))
      quiet = MAX (quiet, now () + 30);
}

/* From the call to the painted frame, in milliseconds: the best of some rounds. */
static double
measure_open (SutraText *text, SutraSpanIndex *index)
{
  double best = G_MAXDOUBLE;

  for (guint round = 0; round < ROUNDS; round++)
    {
      Bench bench = { 0 };
      double start;

      open_window (&bench, index != NULL ? sutra_article_view_new () : gtk_text_view_new ());
      let_settle ();
      start = now ();
      if (index != NULL)
        sutra_article_view_set_content (SUTRA_ARTICLE_VIEW (bench.view), text, index);
      else
        {
          gsize n_bytes;
          const char *utf8 = sutra_text_get_utf8 (text, &n_bytes);

          gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (bench.view)), utf8, (int) n_bytes);
        }
      wait_for_frame (&bench, NULL);
      best = MIN (best, bench.painted_at - start);
      if (index != NULL)
        sutra_article_view_set_content (SUTRA_ARTICLE_VIEW (bench.view), NULL, NULL);
      close_window (&bench);
    }
  return best;
}

/* Work of the frames while the wheel turns. */
static void
measure_scrolling (SutraText *text, SutraSpanIndex *index, GArray *frames)
{
  Bench bench = { 0 };
  GtkAdjustment *adjustment;

  open_window (&bench, index != NULL ? sutra_article_view_new () : gtk_text_view_new ());
  if (index != NULL)
    sutra_article_view_set_content (SUTRA_ARTICLE_VIEW (bench.view), text, index);
  else
    gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (bench.view)), sutra_text_get_utf8 (text, NULL), -1);
  let_settle ();
  adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (bench.view));
  for (guint i = 0; i < 300; i++)
    {
      double work;

      gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + 90);
      wait_for_frame (&bench, &work);
      g_array_append_val (frames, work);
    }
  if (index != NULL)
    sutra_article_view_set_content (SUTRA_ARTICLE_VIEW (bench.view), NULL, NULL);
  close_window (&bench);
}

/* A mention is added on the screen: from the index to the painted frame. */
static void
measure_adding (SutraText *text, SutraSpanIndex *index, GArray *frames)
{
  Bench bench = { 0 };

  open_window (&bench, sutra_article_view_new ());
  sutra_article_view_set_content (SUTRA_ARTICLE_VIEW (bench.view), text, index);
  let_settle ();
  for (guint32 i = 0; i < 100; i++)
    {
      SutraSpan span = { .id = sutra_id_new (), .type = { { 3 } }, .start = 20 + i * 5, .end = 24 + i * 5, .stem_end = 24 + i * 5 };
      double start = work_ms ();
      double work;

      sutra_span_index_insert (index, &span);
      sutra_article_view_spans_changed (SUTRA_ARTICLE_VIEW (bench.view), span.start, span.end);
      start = work_ms () - start;
      wait_for_frame (&bench, &work);
      work += start;
      g_array_append_val (frames, work);
    }
  sutra_article_view_set_content (SUTRA_ARTICLE_VIEW (bench.view), NULL, NULL);
  close_window (&bench);
}

static gsize
measure_memory (SutraText *text, SutraSpanIndex *index)
{
  Bench bench = { 0 };
  struct mallinfo2 before, after;

  open_window (&bench, index != NULL ? sutra_article_view_new () : gtk_text_view_new ());
  let_settle ();
  before = mallinfo2 ();
  if (index != NULL)
    sutra_article_view_set_content (SUTRA_ARTICLE_VIEW (bench.view), text, index);
  else
    gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (bench.view)), sutra_text_get_utf8 (text, NULL), -1);
  let_settle ();
  after = mallinfo2 ();
  if (index != NULL)
    sutra_article_view_set_content (SUTRA_ARTICLE_VIEW (bench.view), NULL, NULL);
  close_window (&bench);
  return after.uordblks + after.hblkhd - before.uordblks - before.hblkhd;
}

static void
run (const char *name, gsize n_bytes, guint32 n_marks)
{
  g_autofree char *article = make_article (n_bytes);
  g_autoptr (SutraText) text = sutra_text_new_from_string (article);
  g_autoptr (SutraSpanIndex) index = make_marks (text, n_marks);
  g_autoptr (GArray) plain_frames = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) frames = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) adds = g_array_new (FALSE, FALSE, sizeof (double));
  double plain = measure_open (text, NULL);
  double ours = measure_open (text, index);
  gsize plain_memory, our_memory;

  g_print ("%s, %u marks\n", name, n_marks);
  g_print ("  open: %.1f ms, plain %.1f ms: ratio %.2f\n", ours, plain, ours / plain);
  plain_memory = measure_memory (text, NULL);
  our_memory = measure_memory (text, index);
  g_print ("  memory of the view: %.1f MB, plain %.1f MB\n", (double) our_memory / 1e6, (double) plain_memory / 1e6);
  measure_scrolling (text, NULL, plain_frames);
  measure_scrolling (text, index, frames);
  g_print ("  scrolling, work per frame: p50 %.2f ms, p95 %.2f ms; plain p95 %.2f ms\n", percentile (frames, 0.5),
           percentile (frames, 0.95), percentile (plain_frames, 0.95));
  measure_adding (text, index, adds);
  g_print ("  a mention added, work to the painted frame: p50 %.2f ms, p95 %.2f ms\n", percentile (adds, 0.5), percentile (adds, 0.95));
}

int
main (int argc, char *argv[])
{
  adw_init ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  run ("1 MB", 1000000, 10000);
  run ("10 MB", 10000000, 100000);
  return 0;
}
