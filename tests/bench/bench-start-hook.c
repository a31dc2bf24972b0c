/* Linked into a program with --wrap=gtk_window_present: tells when its first window was painted, then ends it.
 *
 * Prints the microseconds since SUTRA_BENCH_START (monotonic) at the first frame; with SUTRA_BENCH_WAIT_FOR, the name of a type of widgets, also at the first
 * frame with a widget of that type that holds text.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <gtk/gtk.h>
#include <stdio.h>
#include <stdlib.h>

void __real_gtk_window_present (GtkWindow *window);
void __wrap_gtk_window_present (GtkWindow *window);

static gboolean
has_text (GtkWidget *widget, GType type)
{
  if (type != 0 && G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    return gtk_widget_get_mapped (widget) && gtk_text_buffer_get_char_count (gtk_text_view_get_buffer (GTK_TEXT_VIEW (widget))) > 0;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (has_text (child, type))
      return TRUE;
  return FALSE;
}

static void
after_paint_cb (GdkFrameClock *clock, GtkWidget *window)
{
  const char *awaited = g_getenv ("SUTRA_BENCH_WAIT_FOR");
  gint64 now = g_get_monotonic_time () - g_ascii_strtoll (g_getenv ("SUTRA_BENCH_START"), NULL, 10);

  if (!gtk_widget_get_mapped (window))
    return;
  if (g_object_get_data (G_OBJECT (window), "painted") == NULL)
    printf ("%" G_GINT64_FORMAT "\n", now);
  g_object_set_data (G_OBJECT (window), "painted", window);
  if (awaited != NULL && !has_text (window, g_type_from_name (awaited)))
    return;
  if (awaited != NULL)
    printf ("%" G_GINT64_FORMAT "\n", now);
  fflush (stdout);
  _exit (0);
}

void
__wrap_gtk_window_present (GtkWindow *window)
{
  if (g_getenv ("SUTRA_BENCH_START") != NULL && !gtk_widget_get_realized (GTK_WIDGET (window)))
    {
      gtk_widget_realize (GTK_WIDGET (window));
      g_signal_connect (gtk_widget_get_frame_clock (GTK_WIDGET (window)), "after-paint", G_CALLBACK (after_paint_cb), window);
    }
  __real_gtk_window_present (window);
}
