/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-article-view-private.h"

#include "sutra-find.h"
#include "sutra-mark-layout.h"

#include <math.h>

/* More lines of the buffer than any screen shows; beyond it the least surprise is to start anew. */
#define MAX_CACHED 600

/* How near the pointer must be to an end of the current mention to take it, in pixels. */
#define EDGE_REACH 6

static void
paragraph_boxes_free (gpointer data)
{
  SutraParagraphBoxes *self = data;

  g_array_unref (self->marks);
  g_array_unref (self->found);
  g_free (self);
}

/* The place of the character at @iter; its width is never negative. */
static void
locate (SutraArticleView *self, const GtkTextIter *iter, graphene_rect_t *bounds)
{
  GdkRectangle location;

  gtk_text_view_get_iter_location (GTK_TEXT_VIEW (self), iter, &location);
  graphene_rect_init (bounds, (float) location.x, (float) location.y, (float) location.width, (float) location.height);
  graphene_rect_normalize (bounds);
}

static gboolean
same_line (const graphene_rect_t *a, const graphene_rect_t *b)
{
  return fabsf (a->origin.y - b->origin.y) < 1;
}

/* The place of the last character of a piece of text, up to where the next one begins: of an akshara with a vowel sign of its own glyph, as
 * in ত্তা, Pango 1.50 gives its last character a place that ends before the sign does. */
static void
locate_last (SutraArticleView *self, const GtkTextIter *iter, graphene_rect_t *bounds)
{
  GtkTextIter next = *iter;
  graphene_rect_t after;
  float gap;

  locate (self, iter, bounds);
  if (!gtk_text_iter_forward_char (&next) && !gtk_text_iter_is_end (&next))
    return;
  locate (self, &next, &after);
  if (!same_line (&after, bounds))
    return;
  if (after.origin.x >= bounds->origin.x)
    {
      gap = after.origin.x - bounds->origin.x - bounds->size.width;
      if (gap > 0 && gap < bounds->size.height)
        bounds->size.width += gap;
    }
  else
    {
      gap = bounds->origin.x - after.origin.x - after.size.width;
      if (gap > 0 && gap < bounds->size.height)
        {
          bounds->origin.x -= gap;
          bounds->size.width += gap;
        }
    }
}

/* From @iter to the last character of its display line that is no white space (@last), and to where the next line starts (@next). */
static void
find_line_end (SutraArticleView *self, const GtkTextIter *iter, const graphene_rect_t *bounds, GtkTextIter *last, GtkTextIter *next)
{
  graphene_rect_t place;

  *last = *iter;
  gtk_text_view_forward_display_line_end (GTK_TEXT_VIEW (self), last);
  if (gtk_text_iter_compare (last, iter) < 0)
    *last = *iter;
  *next = *last;
  do
    {
      if (!gtk_text_iter_forward_char (next))
        break;
      locate (self, next, &place);
    }
  while (same_line (&place, bounds) && !gtk_text_iter_ends_line (next));

  locate (self, last, &place);
  while (gtk_text_iter_compare (last, iter) > 0 && (!same_line (&place, bounds) || g_unichar_isspace (gtk_text_iter_get_char (last))))
    {
      gtk_text_iter_backward_char (last);
      locate (self, last, &place);
    }
}

/* Appends a box for each display line that [@from, @to) of the buffer, all of one line of the buffer, lies on. */
static void
append_line_boxes (SutraArticleView *self, GtkTextIter *from, const GtkTextIter *to, const SutraMarkBox *model, GArray *boxes)
{
  GtkTextIter final = *to;
  graphene_rect_t first, end;
  guint n_before = boxes->len;

  if (gtk_text_iter_compare (from, to) >= 0 || !gtk_text_iter_backward_char (&final))
    return;
  locate_last (self, &final, &end);
  while (gtk_text_iter_compare (from, &final) <= 0)
    {
      SutraMarkBox box = *model;
      GtkTextIter last, next;
      gboolean done;

      locate (self, from, &first);
      done = same_line (&first, &end);
      if (done)
        graphene_rect_union (&first, &end, &box.bounds);
      else
        {
          find_line_end (self, from, &first, &last, &next);
          locate_last (self, &last, &end);
          graphene_rect_union (&first, &end, &box.bounds);
          locate_last (self, &final, &end);
        }
      box.first = model->first && boxes->len == n_before;
      box.last = model->last && done;
      g_array_append_val (boxes, box);
      if (done || gtk_text_iter_compare (&next, from) <= 0)
        break;
      *from = next;
    }
}

void
sutra_article_view_append_boxes (SutraArticleView *self, gsize start, gsize end, GArray *boxes)
{
  GtkTextIter from, to, line_end;
  SutraMarkBox model = { 0 };

  sutra_article_view_get_iter (self, &from, start);
  sutra_article_view_get_end_iter (self, &to, end);
  while (gtk_text_iter_compare (&from, &to) < 0)
    {
      guint n_before = boxes->len;

      line_end = from;
      if (!gtk_text_iter_ends_line (&line_end))
        gtk_text_iter_forward_to_line_end (&line_end);
      if (gtk_text_iter_compare (&line_end, &to) > 0)
        line_end = to;
      model.first = sutra_article_view_get_cp (self, &from) <= start;
      model.last = sutra_article_view_get_cp (self, &line_end) >= end;
      append_line_boxes (self, &from, &line_end, &model, boxes);
      /* A range over very many lines is asked for only to be outlined on the screen. */
      if (boxes->len > n_before + MAX_CACHED)
        break;
      from = line_end;
      if (!gtk_text_iter_forward_line (&from))
        break;
    }
}

static int
compare_badges (gconstpointer a, gconstpointer b)
{
  const SutraMarkBox *x = *(SutraMarkBox *const *) a;
  const SutraMarkBox *y = *(SutraMarkBox *const *) b;

  if (fabsf (x->bounds.origin.y - y->bounds.origin.y) >= 1)
    return x->bounds.origin.y < y->bounds.origin.y ? -1 : 1;
  if (fabsf (x->bounds.origin.x - y->bounds.origin.x) >= 1)
    return x->bounds.origin.x < y->bounds.origin.x ? -1 : 1;
  return (x->level > y->level) - (x->level < y->level);
}

/* Badges stand at the starts of their marks, side by side where marks start together. */
static void
place_badges (SutraArticleView *self, GArray *marks)
{
  g_autoptr (GPtrArray) firsts = g_ptr_array_new ();
  float line = -1;
  float free_x = 0;

  for (guint i = 0; i < marks->len; i++)
    if (g_array_index (marks, SutraMarkBox, i).first)
      g_ptr_array_add (firsts, &g_array_index (marks, SutraMarkBox, i));
  g_ptr_array_sort (firsts, compare_badges);
  for (guint i = 0; i < firsts->len; i++)
    {
      SutraMarkBox *box = firsts->pdata[i];

      if (fabsf (box->bounds.origin.y - line) >= 1)
        free_x = box->bounds.origin.x;
      line = box->bounds.origin.y;
      box->badge_x = MAX (box->bounds.origin.x, free_x);
      free_x = box->badge_x + (float) sutra_article_view_get_look (self, &box->type)->badge_width + 1;
    }
}

/* The boxes of [@start, @end), cut to [@low, @high), with @top as the origin of y. */
static void
append_cut (SutraArticleView *self, guint32 start, guint32 end, gsize low, gsize high, int top, SutraMarkBox *model, GArray *boxes)
{
  GtkTextIter from, to;
  guint n_before = boxes->len;

  model->first = start >= low;
  model->last = end <= high;
  sutra_article_view_get_iter (self, &from, MAX (start, low));
  sutra_article_view_get_end_iter (self, &to, MIN (end, high));
  append_line_boxes (self, &from, &to, model, boxes);
  for (guint i = n_before; i < boxes->len; i++)
    g_array_index (boxes, SutraMarkBox, i).bounds.origin.y -= (float) top;
}

/* Suggestions go below all marks that they overlap. */
static guint
level_below (const GArray *marks, guint n_mentions, const SutraSpan *suggestion)
{
  guint level = 0;

  for (guint i = 0; i < n_mentions; i++)
    {
      const SutraMark *mark = &g_array_index (marks, SutraMark, i);

      if (mark->span.start < suggestion->end && suggestion->start < mark->span.end)
        level = MAX (level, mark->level + 1);
    }
  return level;
}

static void
look_up_marks (SutraArticleView *self, gsize low, gsize high, int top, GArray *boxes)
{
  g_autoptr (GArray) marks = g_array_new (FALSE, FALSE, sizeof (SutraMark));
  guint n_mentions;

  if (self->spans == NULL || low >= high)
    return;
  sutra_mark_layout_query (self->spans, (guint32) low, (guint32) high, marks);
  n_mentions = marks->len;
  if (self->suggestions != NULL)
    sutra_mark_layout_query (self->suggestions, (guint32) low, (guint32) high, marks);
  for (guint i = 0; i < marks->len; i++)
    {
      const SutraMark *mark = &g_array_index (marks, SutraMark, i);
      SutraMarkBox model = { .id = mark->span.id,
                             .type = mark->span.type,
                             .entity = mark->span.entity,
                             .level = mark->level,
                             .status = mark->span.status,
                             .suggestion = i >= n_mentions,
                             .length = mark->span.end - mark->span.start };

      if (model.suggestion)
        model.level += level_below (marks, n_mentions, &mark->span);
      append_cut (self, mark->span.start, mark->span.end, low, high, top, &model, boxes);
    }
  place_badges (self, boxes);
}

static void
look_up_found (SutraArticleView *self, gsize low, gsize high, int top, GArray *boxes)
{
  guint from = 0;
  guint to = self->found != NULL ? self->found->len : 0;

  while (from < to)
    {
      guint middle = from + (to - from) / 2;

      if (g_array_index (self->found, SutraRange, middle).end <= low)
        from = middle + 1;
      else
        to = middle;
    }
  for (guint i = from; self->found != NULL && i < self->found->len; i++)
    {
      const SutraRange *range = &g_array_index (self->found, SutraRange, i);
      SutraMarkBox model = { .level = (int) i == self->found_current };

      if (range->start >= high)
        return;
      append_cut (self, range->start, range->end, low, high, top, &model, boxes);
    }
}

SutraParagraphBoxes *
sutra_article_view_get_boxes (SutraArticleView *self, const GtkTextIter *line)
{
  gpointer key = GINT_TO_POINTER (gtk_text_iter_get_line (line));
  SutraParagraphBoxes *boxes = g_hash_table_lookup (self->boxes, key);
  GtkTextIter start = *line;
  GtkTextIter end;
  gsize low, high;
  int top, height;

  if (boxes != NULL)
    return boxes;
  if (g_hash_table_size (self->boxes) >= MAX_CACHED)
    g_hash_table_remove_all (self->boxes);

  gtk_text_iter_set_line_offset (&start, 0);
  end = start;
  if (!gtk_text_iter_ends_line (&end))
    gtk_text_iter_forward_to_line_end (&end);
  low = sutra_article_view_get_cp (self, &start);
  high = sutra_article_view_get_cp (self, &end);
  gtk_text_view_get_line_yrange (GTK_TEXT_VIEW (self), &start, &top, &height);

  boxes = g_new (SutraParagraphBoxes, 1);
  boxes->marks = g_array_new (FALSE, TRUE, sizeof (SutraMarkBox));
  boxes->found = g_array_new (FALSE, TRUE, sizeof (SutraMarkBox));
  look_up_marks (self, low, high, top, boxes->marks);
  look_up_found (self, low, high, top, boxes->found);
  g_hash_table_insert (self->boxes, key, boxes);
  return boxes;
}

void
sutra_article_view_drop_boxes (SutraArticleView *self)
{
  if (self->boxes == NULL)
    self->boxes = g_hash_table_new_full (NULL, NULL, NULL, paragraph_boxes_free);
  else
    g_hash_table_remove_all (self->boxes);
}

/* The innermost mark at a place of the widget: a suggestion only where it is shorter than the mentions. */
gboolean
sutra_article_view_find_mark (SutraArticleView *self, double x, double y, SutraMarkBox *found)
{
  SutraParagraphBoxes *boxes;
  GtkTextIter line;
  int buffer_x, buffer_y, top, height;
  gboolean any = FALSE;

  if (self->text == NULL || self->spans == NULL)
    return FALSE;
  gtk_text_view_window_to_buffer_coords (GTK_TEXT_VIEW (self), GTK_TEXT_WINDOW_WIDGET, (int) x, (int) y, &buffer_x, &buffer_y);
  gtk_text_view_get_line_at_y (GTK_TEXT_VIEW (self), &line, buffer_y, &top);
  gtk_text_view_get_line_yrange (GTK_TEXT_VIEW (self), &line, &top, &height);
  boxes = sutra_article_view_get_boxes (self, &line);
  for (guint i = 0; i < boxes->marks->len; i++)
    {
      const SutraMarkBox *box = &g_array_index (boxes->marks, SutraMarkBox, i);
      graphene_rect_t reach = box->bounds;

      /* Underlines and the badge belong to it. */
      graphene_rect_inset (&reach, 0, (float) (-self->unit * 4));
      if (graphene_rect_contains_point (&reach, &GRAPHENE_POINT_INIT ((float) buffer_x, (float) (buffer_y - top))) &&
          !(any && box->suggestion && !found->suggestion && box->length >= found->length))
        {
          *found = *box;
          any = TRUE;
        }
    }
  return any;
}

/* The innermost mention at @cp, else the one that ends there. */
gboolean
sutra_article_view_mention_at (SutraArticleView *self, gsize cp, SutraSpan *span)
{
  g_autoptr (GArray) marks = NULL;

  if (self->spans == NULL)
    return FALSE;
  marks = g_array_new (FALSE, FALSE, sizeof (SutraMark));
  sutra_mark_layout_query (self->spans, (guint32) cp, (guint32) cp + 1, marks);
  if (marks->len == 0 && cp > 0)
    sutra_mark_layout_query (self->spans, (guint32) cp - 1, (guint32) cp, marks);
  if (marks->len == 0)
    return FALSE;
  *span = g_array_index (marks, SutraMark, marks->len - 1).span;
  return TRUE;
}

/* The same of suggestions, unless a mention there is as short. */
gboolean
sutra_article_view_suggestion_at (SutraArticleView *self, gsize cp, SutraSpan *span)
{
  g_autoptr (GArray) marks = NULL;
  SutraSpan mention;

  if (self->suggestions == NULL)
    return FALSE;
  marks = g_array_new (FALSE, FALSE, sizeof (SutraMark));
  sutra_mark_layout_query (self->suggestions, (guint32) cp, (guint32) cp + 1, marks);
  if (marks->len == 0 && cp > 0)
    sutra_mark_layout_query (self->suggestions, (guint32) cp - 1, (guint32) cp, marks);
  if (marks->len == 0)
    return FALSE;
  *span = g_array_index (marks, SutraMark, marks->len - 1).span;
  return !sutra_article_view_mention_at (self, cp, &mention) || span->end - span->start < mention.end - mention.start;
}

/* Which end of the current mention is at a place of the widget. Only its first fragment can be dragged. */
SutraEdge
sutra_article_view_find_edge (SutraArticleView *self, double x, double y)
{
  g_autoptr (GArray) boxes = NULL;
  SutraSpan span;
  int buffer_x, buffer_y;

  if (self->spans == NULL || sutra_id_is_null (&self->current) || !sutra_span_index_get (self->spans, &self->current, &span))
    return SUTRA_EDGE_NONE;
  boxes = g_array_new (FALSE, TRUE, sizeof (SutraMarkBox));
  sutra_article_view_append_boxes (self, span.start, span.end, boxes);
  gtk_text_view_window_to_buffer_coords (GTK_TEXT_VIEW (self), GTK_TEXT_WINDOW_WIDGET, (int) x, (int) y, &buffer_x, &buffer_y);
  for (guint i = 0; i < boxes->len; i++)
    {
      const SutraMarkBox *box = &g_array_index (boxes, SutraMarkBox, i);
      float left = box->bounds.origin.x;
      float right = left + box->bounds.size.width;

      if ((float) buffer_y < box->bounds.origin.y || (float) buffer_y > box->bounds.origin.y + box->bounds.size.height)
        continue;
      if (box->last && fabsf ((float) buffer_x - right) <= EDGE_REACH)
        return SUTRA_EDGE_END;
      if (box->first && fabsf ((float) buffer_x - left) <= EDGE_REACH)
        return SUTRA_EDGE_START;
    }
  return SUTRA_EDGE_NONE;
}

gboolean
sutra_article_view_get_span_rectangle (SutraArticleView *self, gsize start, gsize end, GdkRectangle *rectangle)
{
  g_autoptr (GArray) boxes = NULL;
  GdkRectangle visible;
  int x, y;

  g_return_val_if_fail (SUTRA_IS_ARTICLE_VIEW (self), FALSE);
  g_return_val_if_fail (rectangle != NULL, FALSE);

  gtk_text_view_get_visible_rect (GTK_TEXT_VIEW (self), &visible);
  boxes = g_array_new (FALSE, TRUE, sizeof (SutraMarkBox));
  sutra_article_view_append_boxes (self, start, end, boxes);
  for (guint i = 0; i < boxes->len; i++)
    {
      const graphene_rect_t *bounds = &g_array_index (boxes, SutraMarkBox, i).bounds;

      if (bounds->origin.y + bounds->size.height <= (float) visible.y || bounds->origin.y >= (float) (visible.y + visible.height))
        continue;
      gtk_text_view_buffer_to_window_coords (GTK_TEXT_VIEW (self), GTK_TEXT_WINDOW_WIDGET, (int) bounds->origin.x, (int) bounds->origin.y,
                                             &x, &y);
      *rectangle = (GdkRectangle){ x, y, MAX (1, (int) bounds->size.width), (int) bounds->size.height };
      return TRUE;
    }
  return FALSE;
}
