/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-article-view-private.h"

#include "sutra-akshara.h"
#include "sutra-latin-key.h"
#include "sutra-mention.h"
#include "sutra-words.h"

/* Every key of the view, in one table: bindings for what GTK shows of them, and the same actions by hardware key. */
static const struct
{
  guint keyval;
  GdkModifierType state;
  const char *action;
} keys[] = {
  { GDK_KEY_n, 0, "article.next-mention" },
  { GDK_KEY_N, GDK_SHIFT_MASK, "article.previous-mention" },
  { GDK_KEY_Return, 0, "article.open" },
  { GDK_KEY_KP_Enter, 0, "article.open" },
  { GDK_KEY_Delete, 0, "article.delete-mention" },
  { GDK_KEY_BackSpace, 0, "article.delete-mention" },
  { GDK_KEY_bracketleft, 0, "article.start-inward" },
  { GDK_KEY_bracketright, 0, "article.end-inward" },
  { GDK_KEY_braceleft, GDK_SHIFT_MASK, "article.start-outward" },
  { GDK_KEY_braceright, GDK_SHIFT_MASK, "article.end-outward" },
  { GDK_KEY_bracketleft, GDK_CONTROL_MASK, "article.start-inward-word" },
  { GDK_KEY_bracketright, GDK_CONTROL_MASK, "article.end-inward-word" },
  { GDK_KEY_braceleft, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "article.start-outward-word" },
  { GDK_KEY_braceright, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "article.end-outward-word" },
};

static const GdkModifierType modifiers = GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SHIFT_MASK | GDK_SUPER_MASK | GDK_META_MASK;

static void
reach (SutraArticleView *self, const SutraSpan *span)
{
  self->current = span->id;
  sutra_article_view_move (self, span->start, span->start, FALSE);
  sutra_article_view_scroll_to (self, span->start, span->end);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  sutra_article_view_emit_mention (self, SUTRA_ARTICLE_VIEW_MENTION_REACHED, &span->id);
}

/* The mention before or after in text order, as the index has it; @span is where to go on from. */
static gboolean
step_in_index (SutraArticleView *self, gboolean forward, SutraSpan *span, gboolean have)
{
  g_autoptr (GArray) spans = g_array_new (FALSE, FALSE, sizeof (SutraSpan));
  guint32 at = have ? span->start : (guint32) sutra_article_view_get_caret (self);
  guint i;

  if (!have)
    return forward ? sutra_span_index_next (self->spans, at, span) : sutra_span_index_previous (self->spans, at, span);

  /* Among those that start together the index order decides. */
  sutra_span_index_query (self->spans, at, at, spans);
  for (i = 0; i < spans->len; i++)
    {
      const SutraSpan *other = &g_array_index (spans, SutraSpan, i);

      if (sutra_id_equal (&other->id, &span->id) && other->part == span->part)
        break;
    }
  if (forward && i + 1 < spans->len)
    {
      *span = g_array_index (spans, SutraSpan, i + 1);
      return TRUE;
    }
  if (!forward && i > 0 && i < spans->len && g_array_index (spans, SutraSpan, i - 1).start == at)
    {
      *span = g_array_index (spans, SutraSpan, i - 1);
      return TRUE;
    }
  return forward ? at < G_MAXUINT32 && sutra_span_index_next (self->spans, at + 1, span)
                 : sutra_span_index_previous (self->spans, at, span);
}

/* Goes on from the current mention while the caret is at it, else from the caret; passes by rejected ones and later fragments. */
static void
step_mention (SutraArticleView *self, gboolean forward)
{
  gsize caret = sutra_article_view_get_caret (self);
  SutraSpan span;
  gboolean have;

  if (self->text == NULL || self->spans == NULL)
    return;
  have = !sutra_id_is_null (&self->current) && sutra_span_index_get (self->spans, &self->current, &span) && span.start == caret;
  for (gsize i = sutra_span_index_size (self->spans) + 1; i > 0; i--)
    {
      if (!step_in_index (self, forward, &span, have))
        break;
      have = TRUE;
      if (span.part == 0 && span.status != SUTRA_MENTION_REJECTED)
        {
          reach (self, &span);
          return;
        }
    }
  gtk_widget_error_bell (GTK_WIDGET (self));
}

/* The mention that a key means: the current one, else the innermost at the caret. */
static gboolean
get_meant (SutraArticleView *self, SutraSpan *span)
{
  if (self->spans == NULL)
    return FALSE;
  if (!sutra_id_is_null (&self->current) && sutra_span_index_get (self->spans, &self->current, span))
    return TRUE;
  return sutra_article_view_mention_at (self, sutra_article_view_get_caret (self), span);
}

void
sutra_article_view_finish_selection (SutraArticleView *self, gboolean by_pointer, gboolean whole_words)
{
  gsize start, end;

  if (self->text == NULL)
    return;
  sutra_article_view_get_selection (self, &start, &end);
  if (start == end)
    return;
  if (whole_words && !sutra_words_snap (self->text, &start, &end))
    {
      sutra_article_view_move (self, end, end, FALSE);
      return;
    }
  sutra_article_view_select (self, start, end, FALSE);
  sutra_article_view_emit_range (self, SUTRA_ARTICLE_VIEW_SELECTED, NULL, start, end, by_pointer);
}

static void
open_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SutraArticleView *self = SUTRA_ARTICLE_VIEW (widget);
  gsize start, end;
  SutraSpan span;

  sutra_article_view_get_selection (self, &start, &end);
  if (start != end)
    sutra_article_view_finish_selection (self, FALSE, FALSE);
  else if (sutra_article_view_suggestion_at (self, start, &span))
    sutra_article_view_emit_mention (self, SUTRA_ARTICLE_VIEW_SUGGESTION_ACTIVATED, &span.id);
  else if (sutra_article_view_mention_at (self, start, &span))
    sutra_article_view_emit_mention (self, SUTRA_ARTICLE_VIEW_MENTION_ACTIVATED, &span.id);
  else
    gtk_widget_error_bell (widget);
}

static void
step_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  step_mention (SUTRA_ARTICLE_VIEW (widget), g_str_equal (action, "article.next-mention"));
}

static void
delete_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SutraArticleView *self = SUTRA_ARTICLE_VIEW (widget);
  SutraSpan span;

  if (get_meant (self, &span))
    sutra_article_view_emit_mention (self, SUTRA_ARTICLE_VIEW_MENTION_DELETE, &span.id);
  else
    gtk_widget_error_bell (widget);
}

/* Actions are named (start|end)-(inward|outward)[-word]. */
static void
move_end_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SutraArticleView *self = SUTRA_ARTICLE_VIEW (widget);
  gboolean at_start = g_str_has_prefix (action, "article.start-");
  gboolean forward = at_start == (strstr (action, "-inward") != NULL);
  gboolean by_word = g_str_has_suffix (action, "-word");
  SutraSpan span;
  gsize at, word_start, word_end;

  if (self->text == NULL || !get_meant (self, &span))
    {
      gtk_widget_error_bell (widget);
      return;
    }
  at = at_start ? span.start : span.end;
  if (!by_word)
    at = forward ? sutra_akshara_next (self->text, at) : sutra_akshara_previous (self->text, at);
  else if (forward)
    {
      at = sutra_words_next_end (self->text, at);
      /* A start goes to where the word after begins, not to where the one behind it ends. */
      if (at_start && sutra_words_at (self->text, sutra_words_next_end (self->text, at), &word_start, &word_end))
        at = word_start;
    }
  else
    {
      at = sutra_words_previous_start (self->text, at);
      if (!at_start && sutra_words_at (self->text, sutra_words_previous_start (self->text, at), &word_start, &word_end))
        at = word_end;
    }
  if (at_start ? at >= span.end || at == span.start : at <= span.start || at == span.end)
    gtk_widget_error_bell (widget);
  else
    sutra_article_view_emit_range (self, SUTRA_ARTICLE_VIEW_SPAN_DRAGGED, &span.id, at_start ? at : span.start, at_start ? span.end : at,
                                   FALSE);
}

void
sutra_article_view_install_actions (GtkWidgetClass *widget_class)
{
  static const char *const ends[] = {
    "article.start-inward",      "article.start-outward",      "article.end-inward",      "article.end-outward",
    "article.start-inward-word", "article.start-outward-word", "article.end-inward-word", "article.end-outward-word",
  };

  gtk_widget_class_install_action (widget_class, "article.next-mention", NULL, step_cb);
  gtk_widget_class_install_action (widget_class, "article.previous-mention", NULL, step_cb);
  gtk_widget_class_install_action (widget_class, "article.open", NULL, open_cb);
  gtk_widget_class_install_action (widget_class, "article.delete-mention", NULL, delete_cb);
  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    gtk_widget_class_install_action (widget_class, ends[i], NULL, move_end_cb);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_action (widget_class, keys[i].keyval, keys[i].state, keys[i].action, NULL);
}

static gboolean
offer_type_key (SutraArticleView *self, guint keyval)
{
  guint32 c = gdk_keyval_to_unicode (gdk_keyval_to_lower (keyval));
  char key[8] = { 0 };

  if (c <= 0x20 || !g_unichar_isgraph (c))
    return FALSE;
  g_unichar_to_utf8 (c, key);
  return sutra_article_view_emit_type_key (self, key);
}

/* Comes before the bindings, so that the keys work by hardware key too. */
static gboolean
key_pressed_cb (SutraArticleView *self, guint keyval, guint keycode, GdkModifierType state, GtkEventControllerKey *controller)
{
  guint latin = sutra_latin_key (gtk_widget_get_display (GTK_WIDGET (self)), keyval, keycode, state);

  state &= modifiers;
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    if (keys[i].keyval == latin && keys[i].state == state)
      return gtk_widget_activate_action (GTK_WIDGET (self), keys[i].action, NULL);
  if (state != 0)
    return FALSE;
  return offer_type_key (self, keyval) || (latin != keyval && offer_type_key (self, latin));
}

void
sutra_article_view_init_keys (SutraArticleView *self)
{
  GtkEventController *controller = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  g_signal_connect_object (controller, "key-pressed", G_CALLBACK (key_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}
