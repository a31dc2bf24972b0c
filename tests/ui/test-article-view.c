/* test-article-view.c: the caret, selections, keys and content of the article view
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "article-view-fixture.h"
#include "sutra-akshara.h"
#include "sutra-latin-key.h"
#include "sutra-mention.h"
#include "sutra-sentences.h"
#include "sutra-words.h"

static void
step (Fixture *self, GtkMovementStep by, int count, gboolean extend)
{
  g_signal_emit_by_name (self->view, "move-cursor", by, count, extend);
}

/* From start to end and back, one key at a time: the stops are the text's aksharas, and nothing else. */
static void
test_caret_stops (Fixture *self, gconstpointer data)
{
  gsize length = sutra_text_get_length (self->text);
  gsize cp = 0;
  guint n_stops = 0;

  g_assert_cmpuint (sutra_article_view_get_caret (self->view), ==, 0);
  while (cp < length)
    {
      step (self, GTK_MOVEMENT_VISUAL_POSITIONS, 1, FALSE);
      cp = sutra_akshara_next (self->text, cp);
      g_assert_cmpuint (sutra_article_view_get_caret (self->view), ==, cp);
      n_stops++;
    }
  step (self, GTK_MOVEMENT_VISUAL_POSITIONS, 1, FALSE);
  g_assert_cmpuint (sutra_article_view_get_caret (self->view), ==, length);
  while (cp > 0)
    {
      step (self, GTK_MOVEMENT_LOGICAL_POSITIONS, -1, FALSE);
      cp = sutra_akshara_previous (self->text, cp);
      g_assert_cmpuint (sutra_article_view_get_caret (self->view), ==, cp);
    }
  g_assert_cmpuint (n_stops, >, 300);
  g_assert_cmpuint (n_stops, <, length);
}

/* The same over the reference article, where Pango alone would stop inside an akshara at 134 places. */
static void
test_reference_article (Fixture *self, gconstpointer data)
{
  const char *corpus = g_getenv ("SUTRA_CORPUS");
  g_autofree char *path = corpus != NULL ? g_build_filename (corpus, "reference-article.txt", NULL) : NULL;
  g_autofree char *article = NULL;
  g_autoptr (SutraText) text = NULL;
  gsize cp = 0;

  if (path == NULL || !g_file_get_contents (path, &article, NULL, NULL))
    {
      g_test_skip ("The reference article is not at hand");
      return;
    }
  text = sutra_text_new_from_string (article);
  sutra_article_view_set_content (self->view, text, NULL);
  while (cp < sutra_text_get_length (text))
    {
      step (self, GTK_MOVEMENT_LOGICAL_POSITIONS, 1, FALSE);
      cp = sutra_akshara_next (text, cp);
      g_assert_cmpuint (sutra_article_view_get_caret (self->view), ==, cp);
    }
  for (gsize column = 0; column < 40; column++)
    {
      sutra_article_view_select (self->view, column, column, TRUE);
      for (guint i = 0; i < 60; i++)
        {
          step (self, GTK_MOVEMENT_DISPLAY_LINES, 1, FALSE);
          g_assert_true (sutra_akshara_is_boundary (text, sutra_article_view_get_caret (self->view)));
        }
    }
  sutra_article_view_set_content (self->view, NULL, NULL);
}

/* In a paragraph from right to left the left arrow goes on in the text; marks there are drawn where their words are. */
static void
test_right_to_left (Fixture *self, gconstpointer data)
{
  g_autoptr (SutraText) text = sutra_text_new_from_string ("🙂 محادثات في دكا بين البلدين\nঢাকা");
  g_autoptr (SutraSpanIndex) spans = sutra_span_index_new ();
  SutraSpan span = { .id = sutra_id_new (), .start = 2, .end = 9, .stem_end = 9 };
  GdkRectangle word, next;

  sutra_span_index_insert (spans, &span);
  sutra_article_view_set_content (self->view, text, spans);
  fixture_settle (self);
  step (self, GTK_MOVEMENT_VISUAL_POSITIONS, -1, FALSE);
  g_assert_cmpuint (sutra_article_view_get_caret (self->view), ==, 1);
  step (self, GTK_MOVEMENT_VISUAL_POSITIONS, 1, FALSE);
  g_assert_cmpuint (sutra_article_view_get_caret (self->view), ==, 0);
  g_assert_true (sutra_article_view_get_span_rectangle (self->view, 2, 9, &word));
  g_assert_true (sutra_article_view_get_span_rectangle (self->view, 10, 12, &next));
  g_assert_cmpint (word.width, >, 20);
  g_assert_cmpint (next.x + next.width, <=, word.x);
  sutra_article_view_set_content (self->view, NULL, NULL);
}

/* Whatever else sets the caret or the bound, at any character: neither stays inside an akshara. */
static void
test_net (Fixture *self, gconstpointer data)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view));
  int n = gtk_text_buffer_get_char_count (buffer);
  guint inside = 0;

  for (int i = 0; i <= n; i++)
    {
      GtkTextIter iter, start;
      gsize from, to;

      gtk_text_buffer_get_iter_at_offset (buffer, &iter, i);
      gtk_text_buffer_place_cursor (buffer, &iter);
      g_assert_true (sutra_akshara_is_boundary (self->text, sutra_article_view_get_caret (self->view)));
      inside += gtk_text_iter_get_offset (&iter) != (int) sutra_article_view_get_caret (self->view);

      gtk_text_buffer_get_iter_at_offset (buffer, &start, n - i);
      gtk_text_buffer_get_iter_at_offset (buffer, &iter, i);
      gtk_text_buffer_select_range (buffer, &start, &iter);
      sutra_article_view_get_selection (self->view, &from, &to);
      g_assert_true (sutra_akshara_is_boundary (self->text, from));
      g_assert_true (sutra_akshara_is_boundary (self->text, to));
    }
  g_assert_cmpuint (inside, >, 100);
}

static void
test_lines_and_words (Fixture *self, gconstpointer data)
{
  gsize length = sutra_text_get_length (self->text);
  gsize cp = 0;
  gsize last = 0;
  guint n_lines = 0;

  for (gsize column = 0; column < 20; column++)
    {
      sutra_article_view_select (self->view, column, column, TRUE);
      for (guint i = 0; i < 100; i++)
        {
          step (self, GTK_MOVEMENT_DISPLAY_LINES, 1, FALSE);
          cp = sutra_article_view_get_caret (self->view);
          g_assert_true (sutra_akshara_is_boundary (self->text, cp));
          if (cp == last)
            break;
          last = cp;
          n_lines++;
        }
    }
  g_assert_cmpuint (n_lines, >, 100);

  sutra_article_view_select (self->view, 0, 0, TRUE);
  for (cp = 0; cp < length && sutra_words_next_end (self->text, cp) > cp;)
    {
      cp = sutra_words_next_end (self->text, cp);
      step (self, GTK_MOVEMENT_WORDS, 1, FALSE);
      g_assert_cmpuint (sutra_article_view_get_caret (self->view), ==, cp);
    }
  while (cp > 0)
    {
      cp = sutra_words_previous_start (self->text, cp);
      step (self, GTK_MOVEMENT_WORDS, -1, FALSE);
      g_assert_cmpuint (sutra_article_view_get_caret (self->view), ==, cp);
    }
}

/* The article's paragraphs, not the display's. */
static void
test_paragraphs (Fixture *self, gconstpointer data)
{
  gsize start, end;

  fixture_set_long_line (self, 30000);
  step (self, GTK_MOVEMENT_PARAGRAPH_ENDS, 1, FALSE);
  sutra_text_paragraph_at (self->text, 0, &start, &end);
  g_assert_cmpuint (sutra_article_view_get_caret (self->view), ==, end);
  step (self, GTK_MOVEMENT_PARAGRAPH_ENDS, -1, FALSE);
  g_assert_cmpuint (sutra_article_view_get_caret (self->view), ==, 0);
  step (self, GTK_MOVEMENT_PARAGRAPHS, 1, FALSE);
  g_assert_cmpuint (sutra_article_view_get_caret (self->view), ==, sutra_text_get_length (self->text));
}

static void
test_extending (Fixture *self, gconstpointer data)
{
  gsize start, end;

  sutra_article_view_select (self->view, 0, 0, TRUE);
  step (self, GTK_MOVEMENT_VISUAL_POSITIONS, 1, FALSE);
  step (self, GTK_MOVEMENT_VISUAL_POSITIONS, 3, TRUE);
  sutra_article_view_get_selection (self->view, &start, &end);
  g_assert_cmpuint (start, ==, sutra_akshara_next (self->text, 0));
  for (guint i = 0; i < 3; i++)
    start = sutra_akshara_next (self->text, start);
  g_assert_cmpuint (end, ==, start);
  g_assert_cmpuint (sutra_article_view_get_caret (self->view), ==, end);

  /* Back over the start: the other end stays. */
  step (self, GTK_MOVEMENT_VISUAL_POSITIONS, -4, TRUE);
  sutra_article_view_get_selection (self->view, &start, &end);
  g_assert_cmpuint (start, ==, 0);
  g_assert_cmpuint (end, ==, sutra_akshara_next (self->text, 0));
  g_assert_cmpuint (sutra_article_view_get_caret (self->view), ==, 0);

  /* An arrow without Shift goes to the selection's edge. */
  step (self, GTK_MOVEMENT_VISUAL_POSITIONS, 1, FALSE);
  g_assert_cmpuint (sutra_article_view_get_caret (self->view), ==, end);
  sutra_article_view_get_selection (self->view, &start, &end);
  g_assert_cmpuint (start, ==, end);
}

static void
count_cb (SutraArticleView *view, guint *count)
{
  (*count)++;
}

static void
test_caret_moved (Fixture *self, gconstpointer data)
{
  guint count = 0;

  g_signal_connect (self->view, "caret-moved", G_CALLBACK (count_cb), &count);
  sutra_article_view_select (self->view, 3, 3, FALSE);
  g_assert_cmpuint (count, ==, 1);
  sutra_article_view_select (self->view, 3, 3, FALSE);
  g_assert_cmpuint (count, ==, 1);
  sutra_article_view_select (self->view, 3, 20, FALSE);
  g_assert_cmpuint (count, ==, 2);
  g_signal_handlers_disconnect_by_data (self->view, &count);
}

static char *
read_content (GdkClipboard *clipboard)
{
  GdkContentProvider *provider = gdk_clipboard_get_content (clipboard);
  g_auto (GValue) value = G_VALUE_INIT;

  if (provider == NULL)
    return NULL;
  g_value_init (&value, G_TYPE_STRING);
  g_assert_true (gdk_content_provider_get_value (provider, &value, NULL));
  return g_value_dup_string (&value);
}

/* Across the display's breaks, what is copied, and what a middle click pastes, is the article's own text. */
static void
test_copy (Fixture *self, gconstpointer data)
{
  GtkWidget *widget = GTK_WIDGET (self->view);
  g_autofree char *expected = NULL;
  g_autofree char *copied = NULL;
  g_autofree char *primary = NULL;
  gsize start, end;

  fixture_set_long_line (self, 30000);
  g_assert_cmpint (gtk_text_buffer_get_line_count (gtk_text_view_get_buffer (GTK_TEXT_VIEW (widget))), >, 5);
  sutra_article_view_select (self->view, 100, 9000, FALSE);
  sutra_article_view_get_selection (self->view, &start, &end);
  expected = sutra_text_slice (self->text, start, end);
  g_signal_emit_by_name (self->view, "copy-clipboard");
  copied = read_content (gtk_widget_get_clipboard (widget));
  g_assert_cmpstr (copied, ==, expected);
  primary = read_content (gtk_widget_get_primary_clipboard (widget));
  g_assert_cmpstr (primary, ==, expected);

  g_clear_pointer (&copied, g_free);
  g_clear_pointer (&primary, g_free);
  g_signal_emit_by_name (self->view, "select-all", TRUE);
  g_signal_emit_by_name (self->view, "copy-clipboard");
  copied = read_content (gtk_widget_get_clipboard (widget));
  g_assert_cmpstr (copied, ==, sutra_text_get_utf8 (self->text, NULL));
  primary = read_content (gtk_widget_get_primary_clipboard (widget));
  g_assert_cmpstr (primary, ==, copied);
}

/* Nothing that the keyboard, an input method or a paste does changes the text. */
static void
test_read_only (Fixture *self, gconstpointer data)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view));
  int before = gtk_text_buffer_get_char_count (buffer);

  g_signal_emit_by_name (self->view, "insert-at-cursor", "x");
  g_signal_emit_by_name (self->view, "delete-from-cursor", GTK_DELETE_CHARS, 1);
  g_signal_emit_by_name (self->view, "backspace");
  g_signal_emit_by_name (self->view, "cut-clipboard");
  g_assert_cmpint (gtk_text_buffer_get_char_count (buffer), ==, before);
  g_assert_false (gtk_text_view_get_accepts_tab (GTK_TEXT_VIEW (self->view)));
  g_assert_true (gtk_text_view_get_cursor_visible (GTK_TEXT_VIEW (self->view)));
  g_assert_true (gtk_widget_get_focusable (GTK_WIDGET (self->view)));
}

typedef struct
{
  SutraId id;
  guint start, end;
  guint count;
} Heard;

static void
mention_cb (SutraArticleView *view, gpointer id, Heard *heard)
{
  heard->id = *(SutraId *) id;
  heard->count++;
}

static void
span_cb (SutraArticleView *view, gpointer id, guint start, guint end, Heard *heard)
{
  heard->id = *(SutraId *) id;
  heard->start = start;
  heard->end = end;
  heard->count++;
}

static void
selected_cb (SutraArticleView *view, guint start, guint end, gboolean by_pointer, Heard *heard)
{
  heard->start = start;
  heard->end = end;
  heard->count++;
  g_assert_false (by_pointer);
}

static void
activate (Fixture *self, const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (self->view), action, NULL));
}

/* N goes through all mentions in text order, nested ones included, fragments and rejected ones not; Shift+N back. */
static void
test_stepping (Fixture *self, gconstpointer data)
{
  SutraId ids[5];
  SutraId rejected;
  Heard heard = { 0 };

  ids[0] = fixture_mark (self, "নদীবন্দর", 1, SUTRA_MENTION_CONFIRMED);
  ids[1] = fixture_mark (self, "ঢাকা বিশ্ববিদ্যালয়ের আন্তর্জাতিক", 1, SUTRA_MENTION_CONFIRMED);
  ids[2] = fixture_mark (self, "ঢাকা বিশ্ববিদ্যালয়ের", 2, SUTRA_MENTION_SUGGESTED);
  ids[3] = fixture_mark (self, "আন্তর্জাতিক", 3, SUTRA_MENTION_CONFIRMED);
  rejected = fixture_mark (self, "সম্পর্ক", 3, SUTRA_MENTION_REJECTED);
  ids[4] = fixture_mark (self, "কাঠমান্ডুতে", 3, SUTRA_MENTION_CONFIRMED);
  fixture_mark_part (self, &ids[0], 1, "বৈঠক");
  g_signal_connect (self->view, "mention-reached", G_CALLBACK (mention_cb), &heard);

  for (guint i = 0; i < 5; i++)
    {
      activate (self, "article.next-mention");
      g_assert_cmpuint (heard.count, ==, i + 1);
      g_assert_false (sutra_id_equal (&heard.id, &rejected));
      g_assert_true (sutra_id_equal (&heard.id, &ids[i]));
    }
  activate (self, "article.next-mention");
  g_assert_cmpuint (heard.count, ==, 5);
  for (guint i = 4; i > 0; i--)
    {
      activate (self, "article.previous-mention");
      g_assert_true (sutra_id_equal (&heard.id, &ids[i - 1]));
    }
  g_signal_handlers_disconnect_by_data (self->view, &heard);
}

static void
test_open_and_delete (Fixture *self, gconstpointer data)
{
  SutraId outer = fixture_mark (self, "ঢাকা বিশ্ববিদ্যালয়ের আন্তর্জাতিক", 1, SUTRA_MENTION_CONFIRMED);
  SutraId inner = fixture_mark (self, "আন্তর্জাতিক", 2, SUTRA_MENTION_CONFIRMED);
  Heard opened = { 0 };
  Heard deleted = { 0 };
  Heard selected = { 0 };
  SutraSpan span;

  g_signal_connect (self->view, "mention-activated", G_CALLBACK (mention_cb), &opened);
  g_signal_connect (self->view, "mention-delete", G_CALLBACK (mention_cb), &deleted);
  g_signal_connect (self->view, "selected", G_CALLBACK (selected_cb), &selected);

  /* The innermost at the caret; at its end too. */
  g_assert_true (sutra_span_index_get (self->spans, &inner, &span));
  sutra_article_view_select (self->view, span.start, span.start, FALSE);
  activate (self, "article.open");
  g_assert_true (sutra_id_equal (&opened.id, &inner));
  sutra_article_view_select (self->view, span.end, span.end, FALSE);
  activate (self, "article.open");
  g_assert_cmpuint (opened.count, ==, 2);
  sutra_article_view_select (self->view, span.start - 3, span.start - 3, FALSE);
  activate (self, "article.delete-mention");
  g_assert_true (sutra_id_equal (&deleted.id, &outer));

  /* The current one comes first. */
  sutra_article_view_set_current (self->view, &inner, NULL);
  activate (self, "article.delete-mention");
  g_assert_true (sutra_id_equal (&deleted.id, &inner));

  /* On a selection Return finishes it, exactly as it is. */
  sutra_article_view_select (self->view, span.start, sutra_akshara_next (self->text, span.start), FALSE);
  activate (self, "article.open");
  g_assert_cmpuint (opened.count, ==, 2);
  g_assert_cmpuint (selected.count, ==, 1);
  g_assert_cmpuint (selected.start, ==, span.start);
  g_assert_cmpuint (selected.end, ==, sutra_akshara_next (self->text, span.start));
  g_signal_handlers_disconnect_by_data (self->view, &opened);
  g_signal_handlers_disconnect_by_data (self->view, &deleted);
  g_signal_handlers_disconnect_by_data (self->view, &selected);
}

static void
test_moving_ends (Fixture *self, gconstpointer data)
{
  SutraId id = fixture_mark (self, "বিশ্ববিদ্যালয়ের আন্তর্জাতিক", 1, SUTRA_MENTION_CONFIRMED);
  Heard heard = { 0 };
  SutraSpan span;
  gsize start, end;

  g_assert_true (sutra_span_index_get (self->spans, &id, &span));
  sutra_article_view_set_current (self->view, &id, NULL);
  g_signal_connect (self->view, "span-dragged", G_CALLBACK (span_cb), &heard);

  activate (self, "article.start-inward");
  g_assert_cmpuint (heard.start, ==, sutra_akshara_next (self->text, span.start));
  g_assert_cmpuint (heard.end, ==, span.end);
  activate (self, "article.end-outward");
  g_assert_cmpuint (heard.start, ==, span.start);
  g_assert_cmpuint (heard.end, ==, sutra_akshara_next (self->text, span.end));
  activate (self, "article.end-inward");
  g_assert_cmpuint (heard.end, ==, sutra_akshara_previous (self->text, span.end));
  activate (self, "article.start-outward-word");
  g_assert_true (sutra_words_at (self->text, span.start - 2, &start, &end));
  g_assert_cmpuint (heard.start, ==, start);
  activate (self, "article.end-outward-word");
  g_assert_true (sutra_words_at (self->text, span.end + 2, &start, &end));
  g_assert_cmpuint (heard.end, ==, end);
  activate (self, "article.end-inward-word");
  g_assert_true (sutra_words_at (self->text, span.start, &start, &end));
  g_assert_cmpuint (heard.end, ==, end);
  activate (self, "article.start-inward-word");
  g_assert_true (sutra_words_at (self->text, span.end, &start, &end));
  g_assert_cmpuint (heard.start, ==, start);
  g_assert_cmpuint (heard.count, ==, 7);

  /* Never to nothing, nor over the end of the text. */
  id = fixture_mark (self, "ঢাকা,", 1, SUTRA_MENTION_CONFIRMED);
  g_assert_true (sutra_span_index_get (self->spans, &id, &span));
  sutra_span_index_remove (self->spans, &id);
  span.end = span.stem_end = (guint32) sutra_akshara_next (self->text, span.start);
  sutra_span_index_insert (self->spans, &span);
  sutra_article_view_set_current (self->view, &id, NULL);
  activate (self, "article.end-inward");
  activate (self, "article.start-inward");
  g_assert_cmpuint (heard.count, ==, 7);
  g_signal_handlers_disconnect_by_data (self->view, &heard);
}

/* Keys of a layout that has only Bengali letters: by the place on the keyboard. */
static void
test_latin_keys (Fixture *self, gconstpointer data)
{
  GdkDisplay *display = gdk_display_get_default ();
  const guint ka = gdk_unicode_to_keyval (0x0995);

  g_assert_cmpuint (sutra_latin_key (display, GDK_KEY_z, 52, GDK_CONTROL_MASK), ==, GDK_KEY_z);
  g_assert_cmpuint (sutra_latin_key (display, GDK_KEY_Return, 36, 0), ==, GDK_KEY_Return);
  g_assert_cmpuint (sutra_latin_key (display, GDK_KEY_F5, 71, 0), ==, GDK_KEY_F5);
  g_assert_cmpuint (sutra_latin_key (display, ka, 57, 0), ==, GDK_KEY_n);
  g_assert_cmpuint (sutra_latin_key (display, ka, 57, GDK_SHIFT_MASK), ==, GDK_KEY_N);
  g_assert_cmpuint (sutra_latin_key (display, ka, 34, 0), ==, GDK_KEY_bracketleft);
  g_assert_cmpuint (sutra_latin_key (NULL, ka, 57, 0), ==, GDK_KEY_n);
  g_assert_cmpuint (sutra_latin_key (NULL, ka, 10, 0), ==, GDK_KEY_1);
  g_assert_cmpuint (sutra_latin_key (NULL, ka, 61, GDK_SHIFT_MASK), ==, GDK_KEY_question);
  g_assert_cmpuint (sutra_latin_key (NULL, ka, 200, 0), ==, ka);
}

static gboolean
type_key_cb (SutraArticleView *view, const char *key, GString *keys)
{
  g_string_append (keys, key);
  return g_str_equal (key, "p");
}

static gboolean
press (Fixture *self, guint keyval, guint keycode, GdkModifierType state)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (self->view));
  gboolean handled = FALSE;

  /* Ours is the key controller of the capture phase. */
  for (guint i = 0; i < g_list_model_get_n_items (controllers) && !handled; i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller) && gtk_event_controller_get_propagation_phase (controller) == GTK_PHASE_CAPTURE)
        g_signal_emit_by_name (controller, "key-pressed", keyval, keycode, state, &handled);
    }
  return handled;
}

static void
test_keys (Fixture *self, gconstpointer data)
{
  g_autoptr (GString) keys = g_string_new (NULL);
  SutraId id = fixture_mark (self, "কাঠমান্ডুতে", 1, SUTRA_MENTION_CONFIRMED);
  Heard heard = { 0 };

  g_signal_connect (self->view, "type-key", G_CALLBACK (type_key_cb), keys);
  g_signal_connect (self->view, "mention-reached", G_CALLBACK (mention_cb), &heard);
  g_assert_true (press (self, GDK_KEY_p, 33, 0));
  g_assert_false (press (self, GDK_KEY_o, 32, 0));
  g_assert_false (press (self, GDK_KEY_P, 33, GDK_SHIFT_MASK));
  g_assert_false (press (self, GDK_KEY_p, 33, GDK_CONTROL_MASK));
  g_assert_false (press (self, GDK_KEY_Left, 113, 0));
  g_assert_false (press (self, GDK_KEY_space, 65, 0));
  g_assert_cmpstr (keys->str, ==, "po");

  /* Under a Bengali layout first the letter itself is offered, then the Latin one. */
  g_assert_true (press (self, gdk_unicode_to_keyval (0x09a1), 33, 0));
  g_assert_cmpstr (keys->str, ==, "poডp");

  g_assert_true (press (self, GDK_KEY_n, 57, GDK_LOCK_MASK));
  g_assert_true (press (self, gdk_unicode_to_keyval (0x09a8), 57, 0));
  g_assert_cmpuint (heard.count, ==, 1);
  g_assert_true (sutra_id_equal (&heard.id, &id));
  g_assert_cmpstr (keys->str, ==, "poডp");
  g_signal_handlers_disconnect_by_data (self->view, keys);
  g_signal_handlers_disconnect_by_data (self->view, &heard);
}

static void
test_clicks (Fixture *self, gconstpointer data)
{
  GtkTextViewClass *klass = GTK_TEXT_VIEW_GET_CLASS (self->view);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view));

  for (int i = 0; i < gtk_text_buffer_get_char_count (buffer); i += 3)
    {
      GtkTextIter at, start, end;
      gsize from, to;

      gtk_text_buffer_get_iter_at_offset (buffer, &at, i);
      klass->extend_selection (GTK_TEXT_VIEW (self->view), GTK_TEXT_EXTEND_SELECTION_WORD, &at, &start, &end);
      if (sutra_words_at (self->text, (gsize) i, &from, &to))
        {
          g_assert_cmpint (gtk_text_iter_get_offset (&start), ==, (int) from);
          g_assert_cmpint (gtk_text_iter_get_offset (&end), ==, (int) to);
        }
      klass->extend_selection (GTK_TEXT_VIEW (self->view), GTK_TEXT_EXTEND_SELECTION_LINE, &at, &start, &end);
      sutra_sentences_at (self->text, (gsize) i, &from, &to);
      g_assert_cmpint (gtk_text_iter_get_offset (&start), ==, (int) from);
      g_assert_cmpint (gtk_text_iter_get_offset (&end), ==, (int) to);
    }
}

/* Content comes and goes; the same view is used again; an empty article and none at all are no trouble. */
static void
test_content (Fixture *self, gconstpointer data)
{
  g_autoptr (SutraText) empty = sutra_text_new_from_string ("");
  gsize start, end;

  sutra_article_view_select (self->view, 5, 30, FALSE);
  sutra_article_view_set_content (self->view, empty, self->spans);
  g_assert_true (sutra_article_view_get_text (self->view) == empty);
  sutra_article_view_get_selection (self->view, &start, &end);
  g_assert_cmpuint (end, ==, 0);
  step (self, GTK_MOVEMENT_VISUAL_POSITIONS, 1, FALSE);
  sutra_article_view_scroll_to (self->view, 10, 20);
  fixture_settle (self);

  sutra_article_view_set_content (self->view, NULL, NULL);
  g_assert_null (sutra_article_view_get_text (self->view));
  step (self, GTK_MOVEMENT_VISUAL_POSITIONS, 1, FALSE);
  activate (self, "article.next-mention");
  activate (self, "article.open");
  activate (self, "article.start-inward");
  sutra_article_view_select (self->view, 5, 30, TRUE);
  fixture_settle (self);

  sutra_article_view_set_content (self->view, self->text, self->spans);
  fixture_settle (self);
  g_assert_cmpuint (sutra_article_view_get_caret (self->view), ==, 0);
}

static void
notify_cb (SutraArticleView *view, GParamSpec *pspec, guint *count)
{
  (*count)++;
}

static gboolean
counted (gpointer view)
{
  return sutra_article_view_get_missing_glyphs (view) == 5;
}

static gboolean
none_missing (gpointer view)
{
  return sutra_article_view_get_missing_glyphs (view) == 0;
}

/* Unassigned characters stand for those that no font has; spaces, joiners and variation selectors are not missed. */
static void
test_missing_glyphs (Fixture *self, gconstpointer data)
{
  g_autoptr (SutraText) text = sutra_text_new_from_string ("ক\u0378\u0378 র\u200d্য\u00a0\ufe0f\u2060 \U000e0fff\U000e0ffe\u0378 abc");
  g_autoptr (SutraText) plain = sutra_text_new_from_string ("ক্ষ র‍্যাব abc ‘’ – ২০২৪");
  guint count = 0;

  g_signal_connect (self->view, "notify::missing-glyphs", G_CALLBACK (notify_cb), &count);
  sutra_article_view_set_content (self->view, plain, NULL);
  fixture_wait (none_missing, self->view);
  sutra_article_view_set_content (self->view, text, NULL);
  fixture_wait (counted, self->view);
  count = 0;
  sutra_article_view_set_content (self->view, plain, NULL);
  fixture_wait (none_missing, self->view);
  g_assert_cmpuint (count, ==, 1);
  g_signal_handlers_disconnect_by_data (self->view, &count);
  sutra_article_view_set_content (self->view, NULL, NULL);
}

static void
test_scale (Fixture *self, gconstpointer data)
{
  GdkRectangle small, large;
  guint count = 0;

  g_signal_connect (self->view, "notify::scale", G_CALLBACK (notify_cb), &count);
  g_assert_cmpint (sutra_article_view_get_scale (self->view), ==, 100);
  sutra_article_view_set_scale (self->view, 100);
  g_assert_cmpuint (count, ==, 0);
  fixture_settle (self);
  g_assert_true (sutra_article_view_get_span_rectangle (self->view, 0, 8, &small));
  g_object_set (self->view, "scale", 200, NULL);
  g_assert_cmpuint (count, ==, 1);
  fixture_settle (self);
  g_assert_true (sutra_article_view_get_span_rectangle (self->view, 0, 8, &large));
  g_assert_cmpint (large.height, >, small.height * 18 / 10);
  g_assert_cmpint (large.width, >, small.width * 18 / 10);
  sutra_article_view_set_scale (self->view, 5);
  g_assert_cmpint (sutra_article_view_get_scale (self->view), ==, 50);
  sutra_article_view_set_scale (self->view, 5000);
  g_assert_cmpint (sutra_article_view_get_scale (self->view), ==, 300);
  sutra_article_view_set_font (self->view, "x\"; } * { color: red; } \\");
  fixture_settle (self);
  g_signal_handlers_disconnect_by_data (self->view, &count);
}

/* The column keeps its width in a wide window and gives way in a narrow one; the margins settle at once. */
static void
test_column (Fixture *self, gconstpointer data)
{
  GtkTextView *view = GTK_TEXT_VIEW (self->view);
  int width = gtk_widget_get_width (GTK_WIDGET (view));
  int wide = gtk_text_view_get_left_margin (view);

  g_assert_cmpint (wide, >, 24);
  g_assert_cmpint (gtk_text_view_get_right_margin (view), ==, wide);
  sutra_article_view_set_measure (self->view, 36);
  fixture_settle (self);
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (view)), ==, width);
  g_assert_cmpint (width - 2 * gtk_text_view_get_left_margin (view), <=, (width - 2 * wide) / 2 + 2);
  sutra_article_view_set_measure (self->view, 1000);
  fixture_settle (self);
  g_assert_cmpint (gtk_text_view_get_left_margin (view), ==, 24);
}

/* A span far below is brought into the middle third; what is visible already is left alone. */
static void
test_scrolling (Fixture *self, gconstpointer data)
{
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->view));
  GdkRectangle rectangle;
  double before;
  int height = gtk_widget_get_height (GTK_WIDGET (self->view));

  fixture_set_long_line (self, 150000);
  g_assert_false (sutra_article_view_get_span_rectangle (self->view, 40000, 40010, &rectangle));
  sutra_article_view_scroll_to (self->view, 40000, 40010);
  fixture_settle (self);
  g_assert_true (sutra_article_view_get_span_rectangle (self->view, 40000, 40010, &rectangle));
  g_assert_cmpint (rectangle.y, >, height / 4);
  g_assert_cmpint (rectangle.y, <, height * 3 / 4);
  before = gtk_adjustment_get_value (adjustment);
  sutra_article_view_scroll_to (self->view, 40020, 40030);
  fixture_settle (self);
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), ==, before);
}

static void
test_accessible (Fixture *self, gconstpointer data)
{
  gtk_test_accessible_assert_role (self->view, GTK_ACCESSIBLE_ROLE_TEXT_BOX);
  gtk_test_accessible_assert_property (self->view, GTK_ACCESSIBLE_PROPERTY_LABEL, "Article");
  gtk_test_accessible_assert_property (self->view, GTK_ACCESSIBLE_PROPERTY_READ_ONLY, TRUE);
}

static void
test_finalize (void)
{
  g_autoptr (SutraText) text = sutra_text_new_from_string ("ক্ষ");
  SutraArticleView *view = SUTRA_ARTICLE_VIEW (g_object_ref_sink (sutra_article_view_new ()));

  sutra_article_view_set_content (view, text, NULL);
  g_assert_finalize_object (view);
}

int
main (int argc, char *argv[])
{
  fixture_init (&argc, &argv);
  fixture_add ("/article-view/caret-stops", test_caret_stops);
  fixture_add ("/article-view/reference-article", test_reference_article);
  fixture_add ("/article-view/right-to-left", test_right_to_left);
  fixture_add ("/article-view/net", test_net);
  fixture_add ("/article-view/lines-and-words", test_lines_and_words);
  fixture_add ("/article-view/paragraphs", test_paragraphs);
  fixture_add ("/article-view/extending", test_extending);
  fixture_add ("/article-view/caret-moved", test_caret_moved);
  fixture_add ("/article-view/copy", test_copy);
  fixture_add ("/article-view/read-only", test_read_only);
  fixture_add ("/article-view/stepping", test_stepping);
  fixture_add ("/article-view/open-and-delete", test_open_and_delete);
  fixture_add ("/article-view/moving-ends", test_moving_ends);
  fixture_add ("/article-view/latin-keys", test_latin_keys);
  fixture_add ("/article-view/keys", test_keys);
  fixture_add ("/article-view/clicks", test_clicks);
  fixture_add ("/article-view/content", test_content);
  fixture_add ("/article-view/missing-glyphs", test_missing_glyphs);
  fixture_add ("/article-view/scale", test_scale);
  fixture_add ("/article-view/column", test_column);
  fixture_add ("/article-view/scrolling", test_scrolling);
  fixture_add ("/article-view/accessible", test_accessible);
  g_test_add_func ("/article-view/finalize", test_finalize);
  return g_test_run ();
}
