/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-article-view-private.h"

#include "sutra-akshara.h"
#include "sutra-words.h"

/* GtkTextView does the selecting itself. A controller that only watches, and takes no event away, sees to what follows a release; a
 * drag gesture in front of it takes the two presses that must not start a selection: at an end of the current mention, and inside
 * the selection, which can be dragged out. */

/* The akshara boundary nearest to a place of the widget. */
static gsize
get_cp_at (SutraArticleView *self, double x, double y)
{
  GtkTextIter iter;
  int buffer_x, buffer_y, trailing;

  gtk_text_view_window_to_buffer_coords (GTK_TEXT_VIEW (self), GTK_TEXT_WINDOW_WIDGET, (int) x, (int) y, &buffer_x, &buffer_y);
  gtk_text_view_get_iter_at_position (GTK_TEXT_VIEW (self), &iter, &trailing, buffer_x, buffer_y);
  gtk_text_iter_forward_chars (&iter, trailing);
  return sutra_akshara_floor (self->text, sutra_article_view_get_cp (self, &iter));
}

static void
set_hovered (SutraArticleView *self, const SutraId *id, gboolean mention)
{
  SutraId hovered = id != NULL ? *id : SUTRA_ID_NULL;

  if (sutra_id_equal (&hovered, &self->hovered))
    return;
  self->hovered = hovered;
  gtk_widget_queue_draw (GTK_WIDGET (self));
  sutra_article_view_emit_mention (self, SUTRA_ARTICLE_VIEW_MENTION_HOVERED, id != NULL && mention ? &hovered : NULL);
}

static void
motion_cb (SutraArticleView *self, double x, double y, GtkEventControllerMotion *controller)
{
  SutraMarkBox box;
  gboolean on_mark;

  if (self->pressed || self->edge != SUTRA_EDGE_NONE)
    return;
  on_mark = sutra_article_view_find_mark (self, x, y, &box);
  set_hovered (self, on_mark ? &box.id : NULL, on_mark && !box.suggestion);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), sutra_article_view_find_edge (self, x, y) != SUTRA_EDGE_NONE ? "ew-resize"
                                                      : on_mark                                                    ? "pointer"
                                                                                                                   : "text");
}

static void
leave_cb (SutraArticleView *self, GtkEventControllerMotion *controller)
{
  set_hovered (self, NULL, FALSE);
}

static gboolean
was_moved (SutraArticleView *self, double x, double y)
{
  return gtk_drag_check_threshold (GTK_WIDGET (self), (int) self->press_x, (int) self->press_y, (int) x, (int) y);
}

/* After GtkTextView has had the release too. */
static gboolean
released_idle_cb (gpointer data)
{
  SutraArticleView *self = data;
  gsize start, end;
  SutraMarkBox box;

  self->release_source = 0;
  if (self->text == NULL)
    return G_SOURCE_REMOVE;
  sutra_article_view_get_selection (self, &start, &end);
  if (start != end)
    sutra_article_view_finish_selection (self, TRUE, (self->release_state & GDK_CONTROL_MASK) == 0 && self->press_count < 3);
  else if (self->press_count == 1 && (self->release_state & (GDK_SHIFT_MASK | GDK_CONTROL_MASK)) == 0 &&
           sutra_article_view_find_mark (self, self->press_x, self->press_y, &box))
    sutra_article_view_emit_mention (self, box.suggestion ? SUTRA_ARTICLE_VIEW_SUGGESTION_ACTIVATED : SUTRA_ARTICLE_VIEW_MENTION_ACTIVATED,
                                     &box.id);
  return G_SOURCE_REMOVE;
}

/* Events come in the coordinates of the surface. */
static gboolean
get_event_place (SutraArticleView *self, GdkEvent *event, double *x, double *y)
{
  GtkNative *native = gtk_widget_get_native (GTK_WIDGET (self));
  double native_x, native_y;

  if (native == NULL || !gdk_event_get_position (event, x, y))
    return FALSE;
  gtk_native_get_surface_transform (native, &native_x, &native_y);
  return gtk_widget_translate_coordinates (GTK_WIDGET (native), GTK_WIDGET (self), *x - native_x, *y - native_y, x, y);
}

static void
press_seen (SutraArticleView *self, GdkEvent *event, double x, double y)
{
  guint32 time = gdk_event_get_time (event);
  int limit;

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-double-click-time", &limit, NULL);
  self->press_count = !was_moved (self, x, y) && time - self->press_time < (guint32) limit ? self->press_count + 1 : 1;
  self->press_time = time;
  self->press_x = x;
  self->press_y = y;
  self->pressed = TRUE;
}

static gboolean
is_in_selection (SutraArticleView *self, double x, double y)
{
  gsize start, end, cp;

  sutra_article_view_get_selection (self, &start, &end);
  if (start == end)
    return FALSE;
  cp = get_cp_at (self, x, y);
  return cp >= start && cp < end;
}

/* The menu is about the place where it is opened, or about the selection there. */
static void
menu_press_seen (SutraArticleView *self, GdkEvent *event)
{
  double x, y;
  gsize cp;

  if (self->text == NULL || !get_event_place (self, event, &x, &y) || is_in_selection (self, x, y))
    return;
  cp = get_cp_at (self, x, y);
  sutra_article_view_move (self, cp, cp, FALSE);
}

static gboolean
event_cb (SutraArticleView *self, GdkEvent *event, GtkEventControllerLegacy *controller)
{
  GdkEventType type = gdk_event_get_event_type (event);
  double x, y;

  if (type == GDK_SCROLL || type == GDK_BUTTON_PRESS || type == GDK_KEY_PRESS || type == GDK_TOUCHPAD_PINCH)
    sutra_article_view_unfollow (self);
  if (type == GDK_BUTTON_PRESS && gdk_event_triggers_context_menu (event))
    menu_press_seen (self, event);
  if ((type != GDK_BUTTON_PRESS && type != GDK_BUTTON_RELEASE) || gdk_button_event_get_button (event) != GDK_BUTTON_PRIMARY)
    return GDK_EVENT_PROPAGATE;
  if (!get_event_place (self, event, &x, &y))
    return GDK_EVENT_PROPAGATE;
  if (type == GDK_BUTTON_PRESS)
    press_seen (self, event, x, y);
  else if (self->pressed)
    {
      self->pressed = FALSE;
      self->release_state = gdk_event_get_modifier_state (event);
      if (self->edge == SUTRA_EDGE_NONE && !self->lifting && self->release_source == 0)
        self->release_source = g_idle_add_full (G_PRIORITY_HIGH_IDLE, released_idle_cb, self, NULL);
    }
  return GDK_EVENT_PROPAGATE;
}

static void
drag_begin_cb (SutraArticleView *self, double x, double y, GtkGestureDrag *gesture)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));
  SutraSpan span;

  self->lifting = FALSE;
  self->edge = SUTRA_EDGE_NONE;
  if (self->text == NULL || self->press_count > 1 || (state & GDK_SHIFT_MASK) != 0)
    {
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_DENIED);
      return;
    }
  self->edge = sutra_article_view_find_edge (self, x, y);
  if (self->edge != SUTRA_EDGE_NONE && sutra_span_index_get (self->spans, &self->current, &span))
    {
      self->edge_start = span.start;
      self->edge_end = span.end;
    }
  else
    {
      self->edge = SUTRA_EDGE_NONE;
      self->lifting = is_in_selection (self, x, y);
    }
  gtk_gesture_set_state (GTK_GESTURE (gesture),
                         self->edge != SUTRA_EDGE_NONE || self->lifting ? GTK_EVENT_SEQUENCE_CLAIMED : GTK_EVENT_SEQUENCE_DENIED);
  if (self->edge != SUTRA_EDGE_NONE || self->lifting)
    gtk_widget_grab_focus (GTK_WIDGET (self));
}

/* The end under the pointer moves to the edge of the word there, with Ctrl to that of the akshara; the mention keeps at least one. */
static void
drag_edge (SutraArticleView *self, double x, double y, gboolean by_akshara)
{
  gsize cp = get_cp_at (self, x, y);
  gsize start = cp;
  gsize end = cp;

  if (!by_akshara)
    sutra_words_at (self->text, cp, &start, &end);
  if (self->edge == SUTRA_EDGE_START)
    {
      gsize to = by_akshara || cp - start <= end - cp ? start : end;

      self->edge_start = MIN (to, sutra_akshara_previous (self->text, self->edge_end));
    }
  else
    {
      gsize to = by_akshara || end - cp <= cp - start ? end : start;

      self->edge_end = MAX (to, sutra_akshara_next (self->text, self->edge_start));
    }
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
lift (SutraArticleView *self, GtkGestureDrag *gesture, double x, double y)
{
  g_autoptr (GdkContentProvider) content = sutra_article_view_get_content (self);
  g_autoptr (GdkDrag) drag = NULL;
  GdkSurface *surface = gtk_native_get_surface (gtk_widget_get_native (GTK_WIDGET (self)));
  GdkDevice *device = gtk_gesture_get_device (GTK_GESTURE (gesture));

  self->lifting = FALSE;
  if (content == NULL || device == NULL)
    return;
  drag = gdk_drag_begin (surface, device, content, GDK_ACTION_COPY, x, y);
  if (drag != NULL)
    {
      gsize start, end;
      g_autofree char *text = NULL;
      GtkWidget *label;

      sutra_article_view_get_selection (self, &start, &end);
      text = sutra_text_slice (self->text, start, sutra_akshara_floor (self->text, MIN (end, start + 60)));
      label = gtk_label_new (text);
      gtk_label_set_single_line_mode (GTK_LABEL (label), TRUE);
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      gtk_label_set_max_width_chars (GTK_LABEL (label), 30);
      gtk_drag_icon_set_child (GTK_DRAG_ICON (gtk_drag_icon_get_for_drag (drag)), label);
    }
}

static void
drag_update_cb (SutraArticleView *self, double offset_x, double offset_y, GtkGestureDrag *gesture)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));
  double x, y;

  if (!gtk_gesture_drag_get_start_point (gesture, &x, &y))
    return;
  if (self->edge != SUTRA_EDGE_NONE)
    drag_edge (self, x + offset_x, y + offset_y, (state & GDK_CONTROL_MASK) != 0);
  else if (self->lifting && gtk_drag_check_threshold (GTK_WIDGET (self), 0, 0, (int) offset_x, (int) offset_y))
    lift (self, gesture, offset_x, offset_y);
}

static void
drag_end_cb (SutraArticleView *self, double offset_x, double offset_y, GtkGestureDrag *gesture)
{
  SutraSpan span;
  double x, y;

  if (self->edge != SUTRA_EDGE_NONE)
    {
      gboolean there = self->spans != NULL && sutra_span_index_get (self->spans, &self->current, &span);

      self->edge = SUTRA_EDGE_NONE;
      gtk_widget_queue_draw (GTK_WIDGET (self));
      if (there && (span.start != self->edge_start || span.end != self->edge_end))
        sutra_article_view_emit_range (self, SUTRA_ARTICLE_VIEW_SPAN_DRAGGED, &span.id, self->edge_start, self->edge_end, TRUE);
    }
  else if (self->lifting && gtk_gesture_drag_get_start_point (gesture, &x, &y))
    {
      /* A click into the selection: the caret goes there. */
      gsize cp = get_cp_at (self, x, y);

      sutra_article_view_move (self, cp, cp, FALSE);
    }
  self->lifting = FALSE;
}

static void
cancel_cb (SutraArticleView *self, GdkEventSequence *sequence, GtkGesture *gesture)
{
  self->edge = SUTRA_EDGE_NONE;
  self->lifting = FALSE;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
sutra_article_view_init_pointer (SutraArticleView *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *watch = gtk_event_controller_legacy_new ();
  GtkGesture *drag = gtk_gesture_drag_new ();

  g_signal_connect_object (motion, "motion", G_CALLBACK (motion_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (motion, "leave", G_CALLBACK (leave_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);

  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (drag), GTK_PHASE_CAPTURE);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (drag), GDK_BUTTON_PRIMARY);
  g_signal_connect_object (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (drag, "drag-update", G_CALLBACK (drag_update_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (drag, "drag-end", G_CALLBACK (drag_end_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (drag, "cancel", G_CALLBACK (cancel_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));

  /* Added last, so it sees each event before the gesture does. */
  gtk_event_controller_set_propagation_phase (watch, GTK_PHASE_CAPTURE);
  g_signal_connect_object (watch, "event", G_CALLBACK (event_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), watch);
}

void
sutra_article_view_dispose_pointer (SutraArticleView *self)
{
  g_clear_handle_id (&self->release_source, g_source_remove);
}
