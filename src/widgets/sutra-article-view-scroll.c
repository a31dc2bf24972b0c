/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-article-view-private.h"

/* GtkTextView lays out a long article little by little; until then it only guesses how high the lines are. A place that was scrolled to in
 * the meantime would drift away as they turn out higher, so it is followed until the reader does something else. */

/* Counted from the last time that lines turned out higher, so a slow machine has what it needs; short enough not to fight a scrollbar that is
 * dragged. */
#define FOLLOW_TIME (4 * G_USEC_PER_SEC)

/* Where a place that was not visible comes to lie, as a share of the view's height. */
#define PLACE 0.4

static gboolean
is_visible (SutraArticleView *self, GtkTextIter *start, GtkTextIter *end)
{
  GdkRectangle visible, first, last;

  if (gtk_text_buffer_get_char_count (self->buffer) == 0)
    return TRUE;
  gtk_text_view_get_visible_rect (GTK_TEXT_VIEW (self), &visible);
  gtk_text_view_get_iter_location (GTK_TEXT_VIEW (self), start, &first);
  gtk_text_view_get_iter_location (GTK_TEXT_VIEW (self), end, &last);
  return first.y >= visible.y && last.y + last.height <= visible.y + visible.height;
}

/* At once: gtk_text_view_scroll_to_mark() would wait until all lines are laid out, and then take the reader away from where they are. */
static void
scroll (SutraArticleView *self, GtkTextMark *mark)
{
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self));
  GdkRectangle location;
  GtkTextIter iter;
  double bottom;

  /* Not laid out yet: the first allocation comes back here. Asked for a place in an empty buffer, GTK 4.8 leaks its layout. */
  if (gtk_widget_get_height (GTK_WIDGET (self)) == 0 || gtk_text_buffer_get_char_count (self->buffer) == 0)
    return;
  gtk_text_buffer_get_iter_at_mark (self->buffer, &iter, mark);
  gtk_text_view_get_iter_location (GTK_TEXT_VIEW (self), &iter, &location);
  /* The adjustment learns of new heights one allocation late; it must not stop short of the place. */
  bottom = location.y + location.height + gtk_text_view_get_bottom_margin (GTK_TEXT_VIEW (self));
  if (adjustment != NULL && gtk_adjustment_get_upper (adjustment) < bottom)
    gtk_adjustment_set_upper (adjustment, bottom);
  if (mark == self->target)
    gtk_text_view_scroll_to_iter (GTK_TEXT_VIEW (self), &iter, 0, TRUE, 0, PLACE);
  else
    gtk_text_view_scroll_to_iter (GTK_TEXT_VIEW (self), &iter, 0, FALSE, 0, 0);
}

static double
get_upper (SutraArticleView *self)
{
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self));

  return adjustment != NULL ? gtk_adjustment_get_upper (adjustment) : 0;
}

/* After each allocation: only then does the adjustment know of the lines that were laid out. */
void
sutra_article_view_follow_up (SutraArticleView *self)
{
  GtkTextIter iter;

  if (self->following == NULL)
    return;
  if (get_upper (self) != self->follow_upper)
    {
      self->follow_upper = get_upper (self);
      self->follow_until = g_get_monotonic_time () + FOLLOW_TIME;
    }
  else if (g_get_monotonic_time () > self->follow_until)
    {
      sutra_article_view_unfollow (self);
      return;
    }
  gtk_text_buffer_get_iter_at_mark (self->buffer, &iter, self->following);
  if (!is_visible (self, &iter, &iter))
    scroll (self, self->following);
}

static void
follow (SutraArticleView *self, GtkTextMark *mark)
{
  self->following = mark;
  self->follow_until = g_get_monotonic_time () + FOLLOW_TIME;
  self->follow_upper = get_upper (self);
  scroll (self, mark);
}

void
sutra_article_view_unfollow (SutraArticleView *self)
{
  self->following = NULL;
}

void
sutra_article_view_reveal_caret (SutraArticleView *self)
{
  follow (self, gtk_text_buffer_get_insert (self->buffer));
}

void
sutra_article_view_scroll_to (SutraArticleView *self, gsize start, gsize end)
{
  GtkTextIter first, last;

  g_return_if_fail (SUTRA_IS_ARTICLE_VIEW (self));

  sutra_article_view_get_iter (self, &first, start);
  sutra_article_view_get_end_iter (self, &last, MAX (start, end));
  if (is_visible (self, &first, &last))
    return;
  gtk_text_buffer_move_mark (self->buffer, self->target, &first);
  follow (self, self->target);
}
