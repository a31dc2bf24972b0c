/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-clip.h"

#include <math.h>

/* The four edges, in the order in which a ring is cut at them; as bits: on which sides of the rectangle a point is. */
enum
{
  LEFT,
  RIGHT,
  TOP,
  BOTTOM,
  N_EDGES,
};

typedef struct
{
  SutraMapPoint first;
  SutraMapPoint last;
  gboolean any;
} Edge;

/* Each edge passes on to the next what it lets through, so that no ring is stored in between. */
typedef struct
{
  const SutraClipRect *rect;
  Edge edges[N_EDGES];
  GArray *out;
} RingClipper;

static guint
sides_of (const SutraClipRect *rect, const SutraMapPoint *point)
{
  return (guint) (point->x < rect->min_x) << LEFT | (guint) (point->x > rect->max_x) << RIGHT | (guint) (point->y < rect->min_y) << TOP |
         (guint) (point->y > rect->max_y) << BOTTOM;
}

/* Where the segment meets the line through @edge. The ends are brought into one order first: the same segment walked backwards gives the same bits. */
static SutraMapPoint
cross (const SutraClipRect *rect, guint edge, SutraMapPoint a, SutraMapPoint b)
{
  if (a.x > b.x || (a.x == b.x && a.y > b.y))
    {
      SutraMapPoint swap = a;

      a = b;
      b = swap;
    }
  if (edge == LEFT || edge == RIGHT)
    {
      double x = edge == LEFT ? rect->min_x : rect->max_x;

      return (SutraMapPoint){ x, a.y + (b.y - a.y) * ((x - a.x) / (b.x - a.x)) };
    }
  else
    {
      double y = edge == TOP ? rect->min_y : rect->max_y;

      return (SutraMapPoint){ a.x + (b.x - a.x) * ((y - a.y) / (b.y - a.y)), y };
    }
}

static gboolean
is_inside (const SutraClipRect *rect, guint edge, const SutraMapPoint *point)
{
  return (sides_of (rect, point) & 1u << edge) == 0;
}

static void
feed (RingClipper *self, guint edge, SutraMapPoint point)
{
  Edge *state;

  if (edge == N_EDGES)
    {
      /* Rounding in cross() may leave the rectangle by the last bit. */
      point.x = CLAMP (point.x, self->rect->min_x, self->rect->max_x);
      point.y = CLAMP (point.y, self->rect->min_y, self->rect->max_y);
      g_array_append_val (self->out, point);
      return;
    }
  state = &self->edges[edge];
  if (!state->any)
    {
      state->first = point;
      state->any = TRUE;
    }
  else if (is_inside (self->rect, edge, &state->last) != is_inside (self->rect, edge, &point))
    feed (self, edge + 1, cross (self->rect, edge, state->last, point));
  state->last = point;
  if (is_inside (self->rect, edge, &point))
    feed (self, edge + 1, point);
}

static void
finish (RingClipper *self)
{
  for (guint edge = 0; edge < N_EDGES; edge++)
    {
      const Edge *state = &self->edges[edge];

      if (state->any && is_inside (self->rect, edge, &state->last) != is_inside (self->rect, edge, &state->first))
        feed (self, edge + 1, cross (self->rect, edge, state->last, state->first));
    }
}

void
sutra_clip_ring (const SutraMapPoint *points, guint n, const SutraClipRect *rect, GArray *out)
{
  RingClipper clipper = { rect, .out = out };
  guint start, common = 0, i = 0;

  g_return_if_fail (points != NULL || n == 0);
  g_return_if_fail (rect != NULL && out != NULL);

  start = out->len;
  while (i < n)
    {
      feed (&clipper, LEFT, points[i]);
      common = sides_of (rect, &points[i]);
      i++;
      if (common == 0)
        continue;
      /* A stretch that stays beyond one edge never comes in: its two ends are enough. */
      while (i + 1 < n && (common & sides_of (rect, &points[i]) & sides_of (rect, &points[i + 1])) != 0)
        {
          common &= sides_of (rect, &points[i]);
          i++;
        }
    }
  finish (&clipper);
  /* Fewer than three points have no inside. */
  if (out->len - start < 3)
    g_array_set_size (out, start);
}

/* Liang and Barsky 1984: @from to @to is what of the segment is left. */
static gboolean
narrow (double delta, double room, double *from, double *to)
{
  double at;

  if (delta == 0)
    return room >= 0;
  at = room / delta;
  if (delta < 0)
    *from = MAX (*from, at);
  else
    *to = MIN (*to, at);
  return *from <= *to;
}

gboolean
sutra_clip_segment (const SutraClipRect *rect, SutraMapPoint *a, SutraMapPoint *b)
{
  double from = 0, to = 1, dx, dy;
  SutraMapPoint start;

  g_return_val_if_fail (rect != NULL && a != NULL && b != NULL, FALSE);

  if ((sides_of (rect, a) | sides_of (rect, b)) == 0)
    return TRUE;
  if ((sides_of (rect, a) & sides_of (rect, b)) != 0)
    return FALSE;
  dx = b->x - a->x;
  dy = b->y - a->y;
  if (!narrow (-dx, a->x - rect->min_x, &from, &to) || !narrow (dx, rect->max_x - a->x, &from, &to) ||
      !narrow (-dy, a->y - rect->min_y, &from, &to) || !narrow (dy, rect->max_y - a->y, &from, &to))
    return FALSE;
  start = *a;
  if (from > 0)
    *a = (SutraMapPoint){ CLAMP (start.x + dx * from, rect->min_x, rect->max_x), CLAMP (start.y + dy * from, rect->min_y, rect->max_y) };
  if (to < 1)
    *b = (SutraMapPoint){ CLAMP (start.x + dx * to, rect->min_x, rect->max_x), CLAMP (start.y + dy * to, rect->min_y, rect->max_y) };
  return TRUE;
}

void
sutra_clip_line (const SutraMapPoint *points, guint n, const SutraClipRect *rect, GArray *out, GArray *pieces)
{
  gboolean open = FALSE;
  double length = 0;

  g_return_if_fail (points != NULL || n == 0);
  g_return_if_fail (rect != NULL && out != NULL && pieces != NULL);

  for (guint i = 1; i < n; i++)
    {
      SutraMapPoint a = points[i - 1], b = points[i];

      if (!sutra_clip_segment (rect, &a, &b))
        open = FALSE;
      else
        {
          if (!open)
            {
              SutraClipPiece piece = { 0, length + hypot (a.x - points[i - 1].x, a.y - points[i - 1].y) };

              g_array_append_val (pieces, piece);
              g_array_append_val (out, a);
            }
          g_array_append_val (out, b);
          g_array_index (pieces, SutraClipPiece, pieces->len - 1).end = out->len;
          open = b.x == points[i].x && b.y == points[i].y;
        }
      length += hypot (points[i].x - points[i - 1].x, points[i].y - points[i - 1].y);
    }
}

guint
sutra_clip_thin (SutraMapPoint *points, guint n, double distance)
{
  guint kept = 1;

  g_return_val_if_fail (points != NULL || n == 0, 0);

  if (n < 3)
    return n;
  for (guint i = 1; i + 1 < n; i++)
    {
      double dx = points[i].x - points[kept - 1].x, dy = points[i].y - points[kept - 1].y;

      if (dx * dx + dy * dy >= distance * distance)
        points[kept++] = points[i];
    }
  points[kept++] = points[n - 1];
  return kept;
}
