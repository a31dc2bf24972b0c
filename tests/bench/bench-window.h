/* bench-window.h: a window whose frames are timed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * BenchWindow:
 * @view: in a scrolled window; of bench_window_new_for() the child
 * @n_frames: painted so far
 * @work: microseconds of the last frame, from the first phase of the frame clock to after its paint
 * @cpu: the processor time of that in this thread, which other programs do not lengthen
 * @painted: monotonic time at which the last frame was painted
 */
typedef struct
{
  GtkWidget *window;
  GtkWidget *view;
  guint n_frames;
  gint64 started;
  gint64 started_cpu;
  gint64 work;
  gint64 cpu;
  gint64 painted;
} BenchWindow;

/* Shows @view (a GtkTextView, floating) at 1000 × 800 and waits until it is drawn. */
BenchWindow *bench_window_new (GtkWidget *view);
/* Shows @child itself at that size, and returns when the first frame is painted. */
BenchWindow *bench_window_new_for (GtkWidget *child, int width, int height);
void bench_window_free (BenchWindow *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BenchWindow, bench_window_free)

/* Iterates the main loop until one more frame than @n_frames is painted. */
void bench_window_wait_frame (BenchWindow *self, guint n_frames);
/* Iterates the main loop until it had nothing to do for 30 ms: all lines are laid out, all queries answered. */
void bench_window_settle (BenchWindow *self);
void bench_window_set_scroll (BenchWindow *self, double value);
double bench_window_get_scroll (BenchWindow *self, double *upper);

/* What this process holds of the memory (bench-memory.c). */
gsize bench_get_resident_bytes (void);
/* Microseconds of processor time that this thread took so far. */
gint64 bench_get_cpu (void);

/* A GtkTextView as an article would be shown without marks. */
GtkWidget *bench_plain_view_new (void);

G_END_DECLS
