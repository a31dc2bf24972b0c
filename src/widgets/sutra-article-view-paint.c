/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-article-view-private.h"

#include "sutra-mention.h"

#include <math.h>

/* Deeper marks share the lowest underline: there is no more room above the next line. */
#define MAX_UNDERLINES 5

/* How much of the line's colour a hovered or emphasised mark has in its fill. */
#define HOVER_SHARE 0.22f
#define EMPHASIS_SHARE 0.12f

typedef struct
{
  SutraArticleView *view;
  GtkSnapshot *snapshot;
  float unit;
  float pixel; /* the least width that is drawn sharply */
  float top;   /* of the paragraph, buffer coordinates */
  gboolean strong;
} Painter;

static GdkRGBA
rgba (const SutraColor *color)
{
  return (GdkRGBA){ color->red, color->green, color->blue, color->alpha };
}

static GdkRGBA
blend (const SutraColor *a, const SutraColor *b, float share)
{
  return (GdkRGBA){ a->red + (b->red - a->red) * share, a->green + (b->green - a->green) * share, a->blue + (b->blue - a->blue) * share,
                    1 };
}

/* To whole device pixels, at least one. */
static float
sharp (const Painter *painter, float size)
{
  return MAX (painter->pixel, roundf (size / painter->pixel) * painter->pixel);
}

static graphene_rect_t
place (const Painter *painter, const graphene_rect_t *bounds)
{
  return GRAPHENE_RECT_INIT (bounds->origin.x, bounds->origin.y + painter->top, bounds->size.width, bounds->size.height);
}

static void
paint_rounded (Painter *painter, const graphene_rect_t *bounds, gboolean left, gboolean right, const GdkRGBA *color)
{
  float radius = 3 * painter->unit;
  graphene_size_t round_corner = GRAPHENE_SIZE_INIT (radius, radius);
  graphene_size_t square_corner = GRAPHENE_SIZE_INIT (0, 0);
  GskRoundedRect shape;

  gsk_rounded_rect_init (&shape, bounds, left ? &round_corner : &square_corner, right ? &round_corner : &square_corner,
                         right ? &round_corner : &square_corner, left ? &round_corner : &square_corner);
  gtk_snapshot_push_rounded_clip (painter->snapshot, &shape);
  gtk_snapshot_append_color (painter->snapshot, color, bounds);
  gtk_snapshot_pop (painter->snapshot);
}

static void
paint_outline (Painter *painter, const graphene_rect_t *bounds, gboolean left, gboolean right, float width, const GdkRGBA *color)
{
  float radius = 3 * painter->unit;
  graphene_size_t round_corner = GRAPHENE_SIZE_INIT (radius, radius);
  graphene_size_t square_corner = GRAPHENE_SIZE_INIT (0, 0);
  float widths[4] = { width, right ? width : 0, width, left ? width : 0 };
  GdkRGBA colors[4] = { *color, *color, *color, *color };
  GskRoundedRect shape;

  gsk_rounded_rect_init (&shape, bounds, left ? &round_corner : &square_corner, right ? &round_corner : &square_corner,
                         right ? &round_corner : &square_corner, left ? &round_corner : &square_corner);
  gtk_snapshot_append_border (painter->snapshot, &shape, widths, colors);
}

static void
paint_line (Painter *painter, const graphene_rect_t *bounds, gboolean dotted, const GdkRGBA *color)
{
  graphene_rect_t dot, period;

  if (!dotted)
    {
      gtk_snapshot_append_color (painter->snapshot, color, bounds);
      return;
    }
  dot = GRAPHENE_RECT_INIT (bounds->origin.x, bounds->origin.y, bounds->size.height * 1.5f, bounds->size.height);
  period = GRAPHENE_RECT_INIT (bounds->origin.x, bounds->origin.y, bounds->size.height * 3, bounds->size.height);
  gtk_snapshot_push_repeat (painter->snapshot, bounds, &period);
  gtk_snapshot_append_color (painter->snapshot, color, &dot);
  gtk_snapshot_pop (painter->snapshot);
}

/* Where the underline of @level lies below a display line. Level 0 has its own at the foot of the line. */
static graphene_rect_t
underline_of (const Painter *painter, const graphene_rect_t *bounds, guint level)
{
  float pitch = MAX (2, ceilf (2.3f * painter->unit / painter->pixel)) * painter->pixel;
  float width = sharp (painter, pitch * 0.6f);
  float bottom = roundf ((bounds->origin.y + bounds->size.height) / painter->pixel) * painter->pixel;
  float y = level == 0 ? bottom - width : bottom + (float) MIN (level, MAX_UNDERLINES) * pitch - width;

  return GRAPHENE_RECT_INIT (bounds->origin.x, y, bounds->size.width, width);
}

static void
paint_found (Painter *painter, const SutraMarkBox *box)
{
  graphene_rect_t bounds = place (painter, &box->bounds);
  gboolean dark = painter->view->theme == SUTRA_THEME_DARK || painter->view->theme == SUTRA_THEME_HIGH_CONTRAST_DARK;
  GdkRGBA fill = dark ? (GdkRGBA){ 0.55f, 0.42f, 0.0f, 1 } : (GdkRGBA){ 1.0f, 0.90f, 0.45f, 1 };
  GdkRGBA line = dark ? (GdkRGBA){ 0.97f, 0.83f, 0.36f, 1 } : (GdkRGBA){ 0.60f, 0.39f, 0.0f, 1 };

  graphene_rect_inset (&bounds, -painter->unit, 0);
  paint_rounded (painter, &bounds, box->first, box->last, &fill);
  if (box->level == 1)
    paint_outline (painter, &bounds, box->first, box->last, sharp (painter, 1.5f * painter->unit), &line);
}

static gboolean
is_emphasised (const Painter *painter, const SutraMarkBox *box)
{
  const SutraArticleView *view = painter->view;

  return !sutra_id_is_null (&box->entity) && (sutra_id_equal (&box->entity, &view->entity) || sutra_id_equal (&box->entity, &view->lit));
}

static void
paint_fill (Painter *painter, const SutraMarkBox *box, const SutraTypeLook *look)
{
  graphene_rect_t bounds = place (painter, &box->bounds);
  gboolean hovered = sutra_id_equal (&box->id, &painter->view->hovered);
  float share = hovered ? HOVER_SHARE : is_emphasised (painter, box) ? EMPHASIS_SHARE : 0;
  GdkRGBA fill = blend (&look->style.fill, &look->style.line, share);
  GdkRGBA line = rgba (&look->style.line);

  if (box->level == 0 && box->status != SUTRA_MENTION_SUGGESTED)
    {
      paint_rounded (painter, &bounds, box->first, box->last, &fill);
      if (painter->strong)
        paint_outline (painter, &bounds, box->first, box->last, painter->pixel, &line);
    }
  else if (hovered)
    paint_rounded (painter, &bounds, box->first, box->last, &fill);
}

static void
paint_underline (Painter *painter, const SutraMarkBox *box, const SutraTypeLook *look)
{
  graphene_rect_t bounds = place (painter, &box->bounds);
  graphene_rect_t underline = underline_of (painter, &bounds, box->level);
  GdkRGBA line = rgba (&look->style.line);

  if (is_emphasised (painter, box))
    {
      underline.origin.y -= painter->pixel;
      underline.size.height += painter->pixel;
    }
  /* Where two marks touch, a gap shows which line belongs to which. */
  if (box->last && underline.size.width > 4 * painter->unit)
    underline.size.width -= painter->unit;
  paint_line (painter, &underline, box->status == SUTRA_MENTION_SUGGESTED, &line);
}

/* A tab with the type's letter above the start of the mark; hollow for a suggestion. */
static void
paint_badge (Painter *painter, const SutraMarkBox *box, const SutraTypeLook *look)
{
  float height = floorf (9 * painter->unit / painter->pixel) * painter->pixel;
  graphene_rect_t tab = GRAPHENE_RECT_INIT (box->badge_x, box->bounds.origin.y + painter->top - height, (float) look->badge_width, height);
  GdkRGBA fill = rgba (&look->style.badge_fill);
  GdkRGBA text = rgba (&look->style.badge_text);

  if (box->status == SUTRA_MENTION_SUGGESTED)
    {
      paint_rounded (painter, &tab, TRUE, TRUE, &text);
      paint_outline (painter, &tab, TRUE, TRUE, painter->pixel, &fill);
      text = fill;
    }
  else
    paint_rounded (painter, &tab, TRUE, TRUE, &fill);
  gtk_snapshot_save (painter->snapshot);
  gtk_snapshot_translate (painter->snapshot,
                          &GRAPHENE_POINT_INIT (tab.origin.x + ((float) look->badge_width - (float) look->badge_text_width) / 2,
                                                tab.origin.y + (height - (float) look->badge_text_height) / 2));
  gtk_snapshot_append_layout (painter->snapshot, look->badge, &text);
  gtk_snapshot_restore (painter->snapshot);
}

static void
paint_current (Painter *painter, const SutraMarkBox *box, const SutraTypeLook *look)
{
  graphene_rect_t bounds = place (painter, &box->bounds);
  GdkRGBA line = rgba (&look->style.line);

  graphene_rect_inset (&bounds, -2 * painter->unit, -painter->unit);
  paint_outline (painter, &bounds, box->first, box->last, sharp (painter, 1.5f * painter->unit), &line);
}

static gboolean
is_current (SutraArticleView *self, const SutraMarkBox *box)
{
  return sutra_id_equal (&box->id, box->suggestion ? &self->current_suggestion : &self->current);
}

static void
paint_paragraph (Painter *painter, SutraParagraphBoxes *boxes)
{
  SutraArticleView *self = painter->view;

  for (guint i = 0; i < boxes->marks->len; i++)
    {
      const SutraMarkBox *box = &g_array_index (boxes->marks, SutraMarkBox, i);

      paint_fill (painter, box, sutra_article_view_get_look (self, &box->type));
    }
  for (guint i = 0; i < boxes->found->len; i++)
    paint_found (painter, &g_array_index (boxes->found, SutraMarkBox, i));
  for (guint i = 0; i < boxes->marks->len; i++)
    {
      const SutraMarkBox *box = &g_array_index (boxes->marks, SutraMarkBox, i);

      paint_underline (painter, box, sutra_article_view_get_look (self, &box->type));
    }
  for (guint i = 0; i < boxes->marks->len; i++)
    {
      const SutraMarkBox *box = &g_array_index (boxes->marks, SutraMarkBox, i);
      const SutraTypeLook *look = sutra_article_view_get_look (self, &box->type);

      if (is_current (self, box))
        paint_current (painter, box, look);
      if (box->first)
        paint_badge (painter, box, look);
    }
}

/* A straight piece of the line that joins fragments. */
static void
paint_piece (Painter *painter, float x0, float y0, float x1, float y1, const GdkRGBA *color)
{
  float width = painter->pixel;
  graphene_rect_t piece = GRAPHENE_RECT_INIT (MIN (x0, x1), MIN (y0, y1), fabsf (x1 - x0) + width, fabsf (y1 - y0) + width);

  gtk_snapshot_append_color (painter->snapshot, color, &piece);
}

/* From one fragment to the next: below the line they share, else through the margin, never across text. */
static void
paint_join (Painter *painter, const graphene_rect_t *from, const graphene_rect_t *to, const GdkRGBA *color)
{
  float from_y = from->origin.y + from->size.height + 2 * painter->unit;
  float to_y = to->origin.y + to->size.height + 2 * painter->unit;
  float margin = (float) gtk_text_view_get_left_margin (GTK_TEXT_VIEW (painter->view)) - 6 * painter->unit;

  from_y = roundf (from_y);
  to_y = roundf (to_y);
  if (fabsf (from_y - to_y) < 1)
    {
      paint_piece (painter, from->origin.x + from->size.width, from_y, to->origin.x, from_y, color);
      return;
    }
  paint_piece (painter, margin, from_y, from->origin.x, from_y, color);
  paint_piece (painter, margin, from_y, margin, to_y, color);
  paint_piece (painter, margin, to_y, to->origin.x, to_y, color);
}

/* Fragments that are far off the screen are not laid out for this: their line leaves the screen. */
static void
get_fragment_bounds (SutraArticleView *self,
                     const SutraSpan *span,
                     gsize low,
                     gsize high,
                     gboolean at_end,
                     const GdkRectangle *visible,
                     graphene_rect_t *bounds)
{
  g_autoptr (GArray) boxes = g_array_new (FALSE, TRUE, sizeof (SutraMarkBox));
  const gsize margin = 4000;

  if (span->end + margin < low)
    graphene_rect_init (bounds, 0, (float) (visible->y - visible->height), 0, 0);
  else if (span->start > high + margin)
    graphene_rect_init (bounds, 0, (float) (visible->y + 2 * visible->height), 0, 0);
  else
    {
      sutra_article_view_append_boxes (self, span->start, span->end, boxes);
      if (boxes->len == 0)
        graphene_rect_init (bounds, 0, (float) visible->y, 0, 0);
      else
        *bounds = g_array_index (boxes, SutraMarkBox, at_end ? boxes->len - 1 : 0).bounds;
    }
}

static void
paint_joins (Painter *painter, gsize low, gsize high, const GdkRectangle *visible)
{
  SutraArticleView *self = painter->view;
  g_autoptr (GArray) parts = g_array_new (FALSE, FALSE, sizeof (SutraSpan));

  if (self->spans == NULL || sutra_id_is_null (&self->current))
    return;
  sutra_span_index_get_parts (self->spans, &self->current, parts);
  for (guint i = 1; i < parts->len; i++)
    {
      const SutraSpan *before = &g_array_index (parts, SutraSpan, i - 1);
      const SutraSpan *after = &g_array_index (parts, SutraSpan, i);
      GdkRGBA line = rgba (&sutra_article_view_get_look (self, &after->type)->style.line);
      graphene_rect_t from, to;

      if (MAX (before->end, after->end) <= low || MIN (before->start, after->start) >= high)
        continue;
      get_fragment_bounds (self, before, low, high, TRUE, visible, &from);
      get_fragment_bounds (self, after, low, high, FALSE, visible, &to);
      paint_join (painter, &from, &to, &line);
    }
}

/* The new extent of a mention while one of its ends is dragged, with handles. */
static void
paint_dragged (Painter *painter)
{
  SutraArticleView *self = painter->view;
  g_autoptr (GArray) boxes = g_array_new (FALSE, TRUE, sizeof (SutraMarkBox));
  SutraSpan span;
  GdkRGBA line;

  if (self->edge == SUTRA_EDGE_NONE || self->spans == NULL || !sutra_span_index_get (self->spans, &self->current, &span))
    return;
  line = rgba (&sutra_article_view_get_look (self, &span.type)->style.line);
  sutra_article_view_append_boxes (self, self->edge_start, self->edge_end, boxes);
  for (guint i = 0; i < boxes->len; i++)
    {
      const SutraMarkBox *box = &g_array_index (boxes, SutraMarkBox, i);
      float radius = 4 * painter->unit;
      graphene_rect_t bounds = box->bounds;
      gboolean at_start = self->edge == SUTRA_EDGE_START;

      graphene_rect_inset (&bounds, -painter->unit, -painter->unit);
      paint_outline (painter, &bounds, box->first, box->last, sharp (painter, 2 * painter->unit), &line);
      if (at_start ? box->first : box->last)
        {
          float x = at_start ? bounds.origin.x : bounds.origin.x + bounds.size.width;
          graphene_rect_t handle = GRAPHENE_RECT_INIT (x - radius, bounds.origin.y + bounds.size.height - radius, 2 * radius, 2 * radius);

          paint_rounded (painter, &handle, TRUE, TRUE, &line);
        }
    }
}

void
sutra_article_view_paint (SutraArticleView *self, GtkSnapshot *snapshot)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  Painter painter = { .view = self, .snapshot = snapshot, .unit = (float) self->unit };
  GdkRectangle visible;
  GtkTextIter line;
  int top, height;
  gsize low, high;

  if (self->text == NULL)
    return;
  painter.pixel = 1.0f / (float) gtk_widget_get_scale_factor (GTK_WIDGET (self));
  painter.strong = self->theme == SUTRA_THEME_HIGH_CONTRAST || self->theme == SUTRA_THEME_HIGH_CONTRAST_DARK;
  gtk_text_view_get_visible_rect (view, &visible);
  gtk_text_view_get_line_at_y (view, &line, visible.y, NULL);
  low = sutra_article_view_get_cp (self, &line);
  do
    {
      gtk_text_view_get_line_yrange (view, &line, &top, &height);
      if (top >= visible.y + visible.height)
        break;
      painter.top = (float) top;
      paint_paragraph (&painter, sutra_article_view_get_boxes (self, &line));
    }
  while (gtk_text_iter_forward_line (&line));
  high = sutra_article_view_get_cp (self, &line);

  paint_joins (&painter, low, high, &visible);
  paint_dragged (&painter);
}
