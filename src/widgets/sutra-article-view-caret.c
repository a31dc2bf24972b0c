/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-article-view-private.h"

#include "sutra-akshara.h"
#include "sutra-sentences.h"
#include "sutra-words.h"

/* The caret's steps are the text's, not Pango's: aksharas, our words, the article's paragraphs. Steps by display line are GtkTextView's; the
 * net in sutra-article-view.c sees to where they end. */

/* Whether the paragraph's first letter is of a script that runs from right to left. */
static gboolean
is_rtl (SutraArticleView *self, gsize cp)
{
  gsize start, end;

  sutra_text_paragraph_at (self->text, cp, &start, &end);
  for (gsize i = start; i < MIN (end, start + 200); i++)
    {
      gunichar c = sutra_text_char_at (self->text, i);

      if (g_unichar_isalpha (c))
        switch ((int) g_unichar_get_script (c))
          {
          case G_UNICODE_SCRIPT_ARABIC:
          case G_UNICODE_SCRIPT_HEBREW:
          case G_UNICODE_SCRIPT_SYRIAC:
          case G_UNICODE_SCRIPT_THAANA:
          case G_UNICODE_SCRIPT_NKO:
          case G_UNICODE_SCRIPT_ADLAM:
          case G_UNICODE_SCRIPT_HANIFI_ROHINGYA:
            return TRUE;
          default:
            return FALSE;
          }
    }
  return gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
}

static gsize
step_paragraph (SutraArticleView *self, gsize cp, gboolean forward)
{
  gsize start, end;

  sutra_text_paragraph_at (self->text, cp, &start, &end);
  if (forward)
    return MIN (end + 1, sutra_article_view_get_length (self));
  if (cp > start || start == 0)
    return start;
  sutra_text_paragraph_at (self->text, start - 1, &start, &end);
  return start;
}

static gsize
step (SutraArticleView *self, GtkMovementStep by, gsize cp, gboolean forward)
{
  gsize start, end;

  switch (by)
    {
    case GTK_MOVEMENT_WORDS:
      return forward ? sutra_words_next_end (self->text, cp) : sutra_words_previous_start (self->text, cp);
    case GTK_MOVEMENT_PARAGRAPHS:
      return step_paragraph (self, cp, forward);
    case GTK_MOVEMENT_PARAGRAPH_ENDS:
      sutra_text_paragraph_at (self->text, cp, &start, &end);
      return forward ? end : start;
    case GTK_MOVEMENT_LOGICAL_POSITIONS:
    case GTK_MOVEMENT_VISUAL_POSITIONS:
    case GTK_MOVEMENT_DISPLAY_LINES:
    case GTK_MOVEMENT_DISPLAY_LINE_ENDS:
    case GTK_MOVEMENT_PAGES:
    case GTK_MOVEMENT_BUFFER_ENDS:
    case GTK_MOVEMENT_HORIZONTAL_PAGES:
    default:
      return forward ? sutra_akshara_next (self->text, cp) : sutra_akshara_previous (self->text, cp);
    }
}

static gboolean
is_ours (GtkMovementStep by)
{
  return by == GTK_MOVEMENT_LOGICAL_POSITIONS || by == GTK_MOVEMENT_VISUAL_POSITIONS || by == GTK_MOVEMENT_WORDS ||
         by == GTK_MOVEMENT_PARAGRAPHS || by == GTK_MOVEMENT_PARAGRAPH_ENDS;
}

void
sutra_article_view_move_cursor (GtkTextView *view, GtkMovementStep by, int count, gboolean extend)
{
  SutraArticleView *self = SUTRA_ARTICLE_VIEW (view);
  gsize caret, start, end;

  if (gtk_text_buffer_get_char_count (self->buffer) == 0)
    return;
  if (!is_ours (by))
    {
      GTK_TEXT_VIEW_CLASS (g_type_class_peek_parent (G_OBJECT_GET_CLASS (self)))->move_cursor (view, by, count, extend);
      sutra_article_view_reveal_caret (self);
      return;
    }
  if (count == 0)
    return;

  caret = sutra_article_view_get_caret (self);
  sutra_article_view_get_selection (self, &start, &end);
  if ((by == GTK_MOVEMENT_VISUAL_POSITIONS || by == GTK_MOVEMENT_WORDS) && is_rtl (self, caret))
    count = -count;
  if (!extend && start != end && (by == GTK_MOVEMENT_VISUAL_POSITIONS || by == GTK_MOVEMENT_LOGICAL_POSITIONS))
    {
      sutra_article_view_move (self, count > 0 ? end : start, count > 0 ? end : start, TRUE);
      return;
    }
  for (int i = ABS (count); i > 0; i--)
    {
      gsize next = step (self, by, caret, count > 0);

      if (next == caret)
        break;
      caret = next;
    }
  if (caret == sutra_article_view_get_caret (self) && start == end)
    gtk_widget_error_bell (GTK_WIDGET (self));
  sutra_article_view_move (self, caret, !extend ? caret : sutra_article_view_get_caret (self) == start ? end : start, TRUE);
}

/* A double click takes our word, a triple one the sentence. */
gboolean
sutra_article_view_extend_selection (GtkTextView *view,
                                     GtkTextExtendSelection granularity,
                                     const GtkTextIter *location,
                                     GtkTextIter *start,
                                     GtkTextIter *end)
{
  SutraArticleView *self = SUTRA_ARTICLE_VIEW (view);
  gsize cp, from, to;

  if (self->text == NULL)
    return GDK_EVENT_STOP;
  cp = sutra_article_view_get_cp (self, location);
  if (granularity == GTK_TEXT_EXTEND_SELECTION_LINE)
    sutra_sentences_at_corrected (self->text, self->corrections, cp, &from, &to);
  else if (!sutra_words_at (self->text, cp, &from, &to))
    {
      from = sutra_akshara_floor (self->text, cp);
      to = sutra_akshara_next (self->text, from);
    }
  from = sutra_akshara_floor (self->text, from);
  to = sutra_akshara_ceil (self->text, to);
  sutra_article_view_get_iter (self, start, from);
  if (from < to)
    sutra_article_view_get_end_iter (self, end, to);
  else
    *end = *start;
  return GDK_EVENT_STOP;
}
