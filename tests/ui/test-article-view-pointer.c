/* test-article-view-pointer.c: a real pointer and real keys on the article view, by xdotool
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "article-view-fixture.h"
#include "sutra-akshara.h"
#include "sutra-sentences.h"
#include "sutra-words.h"

typedef struct
{
  guint selected, activated, dragged, hovered;
  guint start, end;
  gboolean by_pointer;
  SutraId id;
} Heard;

static void
selected_cb (SutraArticleView *view, guint start, guint end, gboolean by_pointer, Heard *heard)
{
  heard->selected++;
  heard->start = start;
  heard->end = end;
  heard->by_pointer = by_pointer;
}

static void
activated_cb (SutraArticleView *view, gpointer id, Heard *heard)
{
  heard->activated++;
  heard->id = *(SutraId *) id;
}

static void
hovered_cb (SutraArticleView *view, gpointer id, Heard *heard)
{
  heard->hovered++;
  heard->id = id != NULL ? *(SutraId *) id : SUTRA_ID_NULL;
}

static void
dragged_cb (SutraArticleView *view, gpointer id, guint start, guint end, Heard *heard)
{
  heard->dragged++;
  heard->id = *(SutraId *) id;
  heard->start = start;
  heard->end = end;
}

static void
listen (Fixture *self, Heard *heard)
{
  *heard = (Heard){ 0 };
  g_signal_connect (self->view, "selected", G_CALLBACK (selected_cb), heard);
  g_signal_connect (self->view, "mention-activated", G_CALLBACK (activated_cb), heard);
  g_signal_connect (self->view, "mention-hovered", G_CALLBACK (hovered_cb), heard);
  g_signal_connect (self->view, "span-dragged", G_CALLBACK (dragged_cb), heard);
}

static gboolean
is_true (gpointer data)
{
  return *(gboolean *) data;
}

static gboolean
late_cb (gpointer data)
{
  *(gboolean *) data = TRUE;
  return G_SOURCE_REMOVE;
}

static void
exited_cb (GObject *process, GAsyncResult *result, gpointer data)
{
  g_assert_true (g_subprocess_wait_check_finish (G_SUBPROCESS (process), result, NULL));
  *(gboolean *) data = TRUE;
}

/* Runs xdotool with @arguments, then lets what came arrive. */
static void
xdo (const char *arguments)
{
  g_autofree char *line = g_strconcat ("xdotool ", arguments, NULL);
  g_auto (GStrv) argv = NULL;
  g_autoptr (GSubprocess) process = NULL;
  gboolean done = FALSE;

  g_assert_true (g_shell_parse_argv (line, NULL, &argv, NULL));
  process = g_subprocess_newv ((const char *const *) argv, G_SUBPROCESS_FLAGS_NONE, NULL);
  g_assert_nonnull (process);
  g_subprocess_wait_check_async (process, NULL, exited_cb, &done);
  fixture_wait (is_true, &done);
  done = FALSE;
  g_timeout_add (120, late_cb, &done);
  fixture_wait (is_true, &done);
}

/* The middle of the akshara that starts at @cp, on the screen: the window has no decorations and no manager moves it. */
static void
find_place (Fixture *self, gsize cp, int *x, int *y)
{
  GdkRectangle area;
  double dx, dy, sx, sy;

  g_assert_true (sutra_article_view_get_span_rectangle (self->view, cp, sutra_akshara_next (self->text, cp), &area));
  g_assert_true (gtk_widget_translate_coordinates (GTK_WIDGET (self->view), self->window, area.x, area.y, &dx, &dy));
  gtk_native_get_surface_transform (GTK_NATIVE (self->window), &sx, &sy);
  *x = (int) (dx + sx) + area.width / 3;
  *y = (int) (dy + sy) + area.height / 2;
}

static void
run_at (Fixture *self, gsize cp, const char *before, const char *after)
{
  g_autofree char *arguments = NULL;
  int x, y;

  find_place (self, cp, &x, &y);
  arguments = g_strdup_printf ("%s mousemove %d %d %s", before, x, y, after);
  xdo (arguments);
}

/* Far enough apart in time that two tests are not a double click. */
static void
pause_clicks (void)
{
  gboolean done = FALSE;

  g_timeout_add (600, late_cb, &done);
  fixture_wait (is_true, &done);
}

static void
test_click (Fixture *self, gconstpointer data)
{
  SutraId id = fixture_mark (self, "মহাপরিচালক", 1, SUTRA_MENTION_CONFIRMED);
  Heard heard;
  gsize start, end;

  listen (self, &heard);
  fixture_settle (self);
  fixture_get_words (self, "মহাপরিচালক", &start, &end);
  run_at (self, start, "", "");
  g_assert_cmpuint (heard.hovered, ==, 1);
  g_assert_true (sutra_id_equal (&heard.id, &id));
  run_at (self, start, "", "click 1");
  g_assert_cmpuint (heard.activated, ==, 1);
  g_assert_true (sutra_id_equal (&heard.id, &id));
  g_assert_cmpuint (sutra_article_view_get_caret (self->view), ==, start);
  g_assert_cmpuint (heard.selected, ==, 0);

  /* Beside it, nothing is opened. */
  fixture_get_words (self, "গতকাল", &start, &end);
  run_at (self, start, "", "click 1");
  g_assert_cmpuint (heard.activated, ==, 1);
  g_assert_cmpuint (heard.hovered, ==, 2);
  g_assert_true (sutra_id_is_null (&heard.id));
  g_signal_handlers_disconnect_by_data (self->view, &heard);
}

/* From inside one word to inside another: on release both are whole; with Ctrl only the aksharas are. */
static void
test_drag (Fixture *self, gconstpointer data)
{
  Heard heard;
  gsize start, end, from, to;

  listen (self, &heard);
  fixture_get_words (self, "চট্টগ্রাম", &start, &end);
  from = start;
  fixture_get_words (self, "বন্দরে", &end, &to);
  run_at (self, sutra_akshara_next (self->text, start), "", "mousedown 1");
  run_at (self, sutra_akshara_next (self->text, end), "", "");
  run_at (self, sutra_akshara_next (self->text, end), "", "mouseup 1");
  g_assert_cmpuint (heard.selected, ==, 1);
  g_assert_true (heard.by_pointer);
  g_assert_cmpuint (heard.start, ==, from);
  g_assert_cmpuint (heard.end, ==, to);
  sutra_article_view_get_selection (self->view, &start, &end);
  g_assert_cmpuint (start, ==, from);
  g_assert_cmpuint (end, ==, to);

  pause_clicks ();
  sutra_article_view_select (self->view, 0, 0, FALSE);
  from = sutra_akshara_next (self->text, from);
  fixture_get_words (self, "বন্দরে", &end, &to);
  end = sutra_akshara_next (self->text, end);
  run_at (self, from, "keydown ctrl", "mousedown 1");
  run_at (self, end, "", "");
  run_at (self, end, "", "mouseup 1 keyup ctrl");
  g_assert_cmpuint (heard.selected, ==, 2);
  g_assert_cmpuint (heard.start, ==, from);
  g_assert_cmpuint (heard.end, ==, end);
  g_signal_handlers_disconnect_by_data (self->view, &heard);
}

static void
test_double_and_triple (Fixture *self, gconstpointer data)
{
  Heard heard;
  gsize start, end, from, to;

  listen (self, &heard);
  fixture_get_words (self, "কামরুল", &start, &end);
  run_at (self, sutra_akshara_next (self->text, start), "", "click --repeat 2 --delay 60 1");
  g_assert_cmpuint (heard.selected, ==, 1);
  g_assert_cmpuint (heard.start, ==, start);
  g_assert_cmpuint (heard.end, ==, end);

  pause_clicks ();
  sutra_article_view_select (self->view, 0, 0, FALSE);
  run_at (self, sutra_akshara_next (self->text, start), "", "click --repeat 3 --delay 60 1");
  sutra_sentences_at (self->text, start, &from, &to);
  g_assert_cmpuint (heard.start, ==, from);
  g_assert_cmpuint (heard.end, ==, to);
  g_signal_handlers_disconnect_by_data (self->view, &heard);
}

/* The menu is about the place where it is opened; in the selection it leaves that alone. */
static void
test_menu_click (Fixture *self, gconstpointer data)
{
  gsize start, end, from, to;

  fixture_get_words (self, "প্রতিনিধিদের", &start, &end);
  sutra_article_view_select (self->view, 0, 0, FALSE);
  run_at (self, sutra_akshara_next (self->text, start), "", "click 3 key Escape");
  sutra_article_view_get_selection (self->view, &from, &to);
  g_assert_cmpuint (from, ==, sutra_akshara_next (self->text, start));
  g_assert_cmpuint (to, ==, from);

  pause_clicks ();
  sutra_article_view_select (self->view, start, end, FALSE);
  run_at (self, sutra_akshara_next (self->text, start), "", "click 3 key Escape");
  sutra_article_view_get_selection (self->view, &from, &to);
  g_assert_cmpuint (from, ==, start);
  g_assert_cmpuint (to, ==, end);
}

/* A click into the selection takes it away and puts the caret there. */
static void
test_click_in_selection (Fixture *self, gconstpointer data)
{
  gsize start, end, from, to;

  fixture_get_words (self, "প্রতিনিধিদের", &start, &end);
  sutra_article_view_select (self->view, start, end, FALSE);
  run_at (self, sutra_akshara_next (self->text, start), "", "click 1");
  sutra_article_view_get_selection (self->view, &from, &to);
  g_assert_cmpuint (from, ==, to);
  g_assert_cmpuint (from, ==, sutra_akshara_next (self->text, start));
}

/* The end of the current mention is dragged to another word's end. */
static void
test_drag_edge (Fixture *self, gconstpointer data)
{
  SutraId id = fixture_mark (self, "সুলতানা", 0, SUTRA_MENTION_CONFIRMED);
  g_autofree char *arguments = NULL;
  GdkRectangle area;
  Heard heard;
  gsize start, end, to, unused;
  int x, y;

  listen (self, &heard);
  sutra_article_view_set_current (self->view, &id, NULL);
  fixture_settle (self);
  fixture_get_words (self, "সুলতানা", &start, &end);
  fixture_get_words (self, "রহমান", &unused, &to);
  g_assert_true (sutra_article_view_get_span_rectangle (self->view, start, end, &area));
  find_place (self, start, &x, &y);
  arguments = g_strdup_printf ("mousemove %d %d mousedown 1", area.x + area.width - 1, y);
  xdo (arguments);
  run_at (self, sutra_akshara_previous (self->text, to), "", "");
  run_at (self, sutra_akshara_previous (self->text, to), "", "mouseup 1");
  g_assert_cmpuint (heard.dragged, ==, 1);
  g_assert_cmpuint (heard.selected, ==, 0);
  g_assert_cmpuint (heard.activated, ==, 0);
  g_assert_cmpuint (heard.start, ==, start);
  g_assert_cmpuint (heard.end, ==, to);
  g_signal_handlers_disconnect_by_data (self->view, &heard);
}

static gboolean
drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, GString *dropped)
{
  g_string_append (dropped, g_value_get_string (value));
  return TRUE;
}

/* The selection is dragged out, here to a label below: the article's text arrives, and the selection stays. */
static void
test_drag_out (Fixture *self, gconstpointer data)
{
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_STRING, GDK_ACTION_COPY);
  GtkWidget *scrolled = g_object_ref (gtk_window_get_child (GTK_WINDOW (self->window)));
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *label = gtk_label_new ("Drop here");
  g_autoptr (GString) dropped = g_string_new (NULL);
  g_autofree char *expected = NULL;
  gsize start, end, from, to;

  gtk_window_set_child (GTK_WINDOW (self->window), box);
  gtk_box_append (GTK_BOX (box), scrolled);
  g_object_unref (scrolled);
  gtk_widget_set_vexpand (scrolled, TRUE);
  gtk_box_append (GTK_BOX (box), label);
  gtk_widget_set_size_request (label, -1, 120);
  g_signal_connect (target, "drop", G_CALLBACK (drop_cb), dropped);
  gtk_widget_add_controller (label, GTK_EVENT_CONTROLLER (target));
  fixture_settle (self);

  fixture_get_words (self, "প্রতিনিধিদের সঙ্গে", &start, &end);
  expected = sutra_text_slice (self->text, start, end);
  sutra_article_view_select (self->view, start, end, FALSE);
  run_at (self, start, "", "mousedown 1");
  xdo ("mousemove 400 500");
  xdo ("mousemove 400 640");
  xdo ("mousemove 410 645");
  xdo ("mousemove 420 650 mouseup 1");
  pause_clicks ();
  g_assert_cmpstr (dropped->str, ==, expected);
  sutra_article_view_get_selection (self->view, &from, &to);
  g_assert_cmpuint (from, ==, start);
  g_assert_cmpuint (to, ==, end);
}

/* Real keys: arrows, Shift, N, and Tab, which leaves. */
static void
test_keys (Fixture *self, gconstpointer data)
{
  SutraId id = fixture_mark (self, "মহাপরিচালক", 1, SUTRA_MENTION_CONFIRMED);
  Heard heard;
  gsize start, end, from, to;

  listen (self, &heard);
  fixture_get_words (self, "পররাষ্ট্র", &start, &end);
  run_at (self, start, "", "click 1");
  g_assert_true (gtk_widget_has_focus (GTK_WIDGET (self->view)));
  xdo ("key Right");
  g_assert_cmpuint (sutra_article_view_get_caret (self->view), ==, sutra_akshara_next (self->text, start));
  xdo ("key Left shift+ctrl+Right");
  sutra_article_view_get_selection (self->view, &from, &to);
  g_assert_cmpuint (from, ==, start);
  g_assert_cmpuint (to, ==, end);
  xdo ("key Return");
  g_assert_cmpuint (heard.selected, ==, 1);
  g_assert_false (heard.by_pointer);
  xdo ("key n");
  fixture_get_words (self, "মহাপরিচালক", &start, &end);
  g_assert_cmpuint (sutra_article_view_get_caret (self->view), ==, start);
  xdo ("key Return");
  g_assert_cmpuint (heard.activated, ==, 1);
  g_assert_true (sutra_id_equal (&heard.id, &id));
  xdo ("key bracketright");
  g_assert_cmpuint (heard.dragged, ==, 1);
  g_assert_cmpuint (heard.end, ==, sutra_akshara_previous (self->text, end));
  xdo ("key shift+bracketright");
  g_assert_cmpuint (heard.dragged, ==, 2);
  g_assert_cmpuint (heard.end, ==, sutra_akshara_next (self->text, end));
  g_signal_handlers_disconnect_by_data (self->view, &heard);
}

int
main (int argc, char *argv[])
{
  g_autofree char *xdotool = g_find_program_in_path ("xdotool");

  fixture_init (&argc, &argv);
  if (xdotool == NULL)
    {
      g_print ("1..0 # SKIP xdotool is not installed\n");
      return 0;
    }
  fixture_add ("/article-view-pointer/click", test_click);
  fixture_add ("/article-view-pointer/drag", test_drag);
  fixture_add ("/article-view-pointer/double-and-triple", test_double_and_triple);
  fixture_add ("/article-view-pointer/click-in-selection", test_click_in_selection);
  fixture_add ("/article-view-pointer/menu-click", test_menu_click);
  fixture_add ("/article-view-pointer/drag-edge", test_drag_edge);
  fixture_add ("/article-view-pointer/drag-out", test_drag_out);
  fixture_add ("/article-view-pointer/keys", test_keys);
  return g_test_run ();
}
