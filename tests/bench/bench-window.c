/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bench-window.h"

#include <time.h>

/* Microseconds without anything to do after which nothing more is expected. */
#define QUIET 30000

gint64
bench_get_cpu (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return (gint64) now.tv_sec * G_USEC_PER_SEC + now.tv_nsec / 1000;
}

static void
before_paint_cb (GdkFrameClock *clock, BenchWindow *self)
{
  self->started = g_get_monotonic_time ();
  self->started_cpu = bench_get_cpu ();
}

static void
after_paint_cb (GdkFrameClock *clock, BenchWindow *self)
{
  self->painted = g_get_monotonic_time ();
  self->work = self->painted - self->started;
  self->cpu = bench_get_cpu () - self->started_cpu;
  self->n_frames++;
}

BenchWindow *
bench_window_new (GtkWidget *view)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  BenchWindow *self;

  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), view);
  self = bench_window_new_for (scrolled, 1000, 800);
  self->view = view;
  bench_window_settle (self);
  return self;
}

BenchWindow *
bench_window_new_for (GtkWidget *child, int width, int height)
{
  BenchWindow *self = g_new0 (BenchWindow, 1);
  GdkFrameClock *clock;

  self->view = child;
  self->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (self->window), width, height);
  gtk_window_set_child (GTK_WINDOW (self->window), child);
  gtk_widget_realize (self->window);
  clock = gtk_widget_get_frame_clock (self->window);
  g_signal_connect (clock, "before-paint", G_CALLBACK (before_paint_cb), self);
  g_signal_connect (clock, "after-paint", G_CALLBACK (after_paint_cb), self);
  gtk_window_present (GTK_WINDOW (self->window));
  bench_window_wait_frame (self, 0);
  return self;
}

void
bench_window_free (BenchWindow *self)
{
  g_signal_handlers_disconnect_by_data (gtk_widget_get_frame_clock (self->window), self);
  gtk_window_destroy (GTK_WINDOW (self->window));
  g_free (self);
}

void
bench_window_wait_frame (BenchWindow *self, guint n_frames)
{
  while (self->n_frames <= n_frames)
    g_main_context_iteration (NULL, TRUE);
}

void
bench_window_settle (BenchWindow *self)
{
  gint64 busy = g_get_monotonic_time ();

  while (g_get_monotonic_time () - busy < QUIET)
    {
      if (g_main_context_iteration (NULL, FALSE))
        busy = g_get_monotonic_time ();
      else
        g_usleep (1000);
    }
}

void
bench_window_set_scroll (BenchWindow *self, double value)
{
  gtk_adjustment_set_value (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->view)), value);
}

double
bench_window_get_scroll (BenchWindow *self, double *upper)
{
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->view));

  if (upper != NULL)
    *upper = gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_page_size (adjustment);
  return gtk_adjustment_get_value (adjustment);
}

GtkWidget *
bench_plain_view_new (void)
{
  GtkWidget *view = gtk_text_view_new ();

  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (view), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_editable (GTK_TEXT_VIEW (view), FALSE);
  return view;
}
