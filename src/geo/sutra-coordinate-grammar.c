/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-coordinate-private.h"

#include "sutra-error.h"

#include <math.h>

/* All ways to read the tokens as two halves are tried; there must be exactly one result. So no rule has to guess where the first half ends. */

typedef struct
{
  double value;
  SutraAxis axis;
  gboolean lettered; /* a hemisphere, not just a label */
  gboolean has_sign;
  guint next;
} Half;

#define MAX_HALVES 32

typedef struct
{
  Half halves[MAX_HALVES];
  guint n;
} Halves;

/* Why a reading failed: the greatest one is told. */
typedef enum
{
  FAILED_NOT_READ,
  FAILED_MORE,
  FAILED_ONE,
  FAILED_ONE_LETTER,
  FAILED_SAME_AXIS,
  FAILED_RUN_TOGETHER,
  FAILED_LABEL,
  FAILED_FRACTION,
  FAILED_MINUTES,
  FAILED_SIGN_AND_LETTER,
} Failure;

static const char *const messages[] = {
  [FAILED_NOT_READ] = "These are no coordinates: give them as in 51.1694, 71.4491 or 51°10′10″ N 71°26′57″ E.",
  [FAILED_MORE] =
      "These are more than two coordinates, or it does not show where the first one ends: give one latitude and one longitude, parted by a comma.",
  [FAILED_ONE] = "This is one coordinate: give a latitude and a longitude, as in 51.1694, 71.4491.",
  [FAILED_ONE_LETTER] =
      "One coordinate says its direction and the other does not: give both (N or S, E or W), or none and the latitude first.",
  [FAILED_SAME_AXIS] = "Both coordinates are latitudes, or both longitudes: give one of each.",
  [FAILED_RUN_TOGETHER] = "The two coordinates run together: part them by a comma.",
  [FAILED_LABEL] = "A label and a letter contradict each other: N and S are latitudes, E and W are longitudes.",
  [FAILED_FRACTION] = "Only the last part of degrees, minutes and seconds can have decimals.",
  [FAILED_MINUTES] = "Minutes and seconds go up to 59: check them.",
  [FAILED_SIGN_AND_LETTER] = "A coordinate has a sign and a letter: give -33.9 or 33.9 S.",
};

typedef struct
{
  const SutraTokens *tokens;
  SutraPoint points[MAX_HALVES];
  gboolean latitude_first[MAX_HALVES];
  guint n_points;
  gboolean lettered; /* there is a hemisphere somewhere */
  Failure failure;
} Reader;

static gboolean
is_kind (Reader *self, guint i, SutraTokenKind kind)
{
  return i < self->tokens->n && self->tokens->tokens[i].kind == kind;
}

static void
note (Reader *self, Failure failure)
{
  self->failure = MAX (self->failure, failure);
}

/* What may stand before and after the number: a label and a letter, each once, in any order. */
typedef struct
{
  SutraAxis label;
  SutraAxis letter;
  double sign;
} Side;

static guint
read_side (Reader *self, guint i, Side *side)
{
  *side = (Side){ .sign = 1 };
  for (;; i++)
    {
      const SutraToken *token = &self->tokens->tokens[i];

      if (is_kind (self, i, SUTRA_TOKEN_LABEL) && side->label == SUTRA_AXIS_NONE)
        side->label = token->axis;
      else if (is_kind (self, i, SUTRA_TOKEN_LETTER) && side->letter == SUTRA_AXIS_NONE)
        {
          side->letter = token->axis;
          side->sign = token->value;
        }
      else
        return i;
    }
}

/* The half whose number ends before token @next, with what is before it and how much of what is behind it. */
static void
add_half (Reader *self, Halves *halves, const Half *number, const Side *before, const Side *behind, gboolean needs_letter, guint next)
{
  SutraAxis letter = before->letter != SUTRA_AXIS_NONE ? before->letter : behind->letter;
  SutraAxis label = before->label != SUTRA_AXIS_NONE ? before->label : behind->label;
  Half half = *number;

  if ((before->letter != SUTRA_AXIS_NONE && behind->letter != SUTRA_AXIS_NONE) ||
      (before->label != SUTRA_AXIS_NONE && behind->label != SUTRA_AXIS_NONE) || (needs_letter && letter == SUTRA_AXIS_NONE) ||
      halves->n == MAX_HALVES)
    return;
  if (label != SUTRA_AXIS_NONE && letter != SUTRA_AXIS_NONE && label != letter)
    {
      note (self, FAILED_LABEL);
      return;
    }
  if (half.has_sign && letter != SUTRA_AXIS_NONE)
    {
      note (self, FAILED_SIGN_AND_LETTER);
      return;
    }
  half.lettered = letter != SUTRA_AXIS_NONE;
  half.axis = half.lettered ? letter : label;
  half.value *= before->sign * behind->sign;
  half.next = next;
  halves->halves[halves->n++] = half;
}

/* The readings of what stands behind a number: nothing of it, one sign of it, or all. */
static void
add_endings (Reader *self, Halves *halves, const Half *number, const Side *before, gboolean needs_letter, guint i)
{
  Side none = { .sign = 1 }, all, one = { .sign = 1 };
  guint end = read_side (self, i, &all);

  add_half (self, halves, number, before, &none, needs_letter, i);
  if (end == i)
    return;
  if (is_kind (self, i, SUTRA_TOKEN_LETTER))
    one = (Side){ .letter = all.letter, .sign = all.sign };
  else
    one.label = all.label;
  add_half (self, halves, number, before, &one, needs_letter, i + 1);
  if (end > i + 1)
    add_half (self, halves, number, before, &all, needs_letter, end);
}

/* All halves that begin at token @i. */
static void
read_halves (Reader *self, guint i, Halves *halves)
{
  static const SutraTokenKind units[] = { SUTRA_TOKEN_DEGREE, SUTRA_TOKEN_MINUTE, SUTRA_TOKEN_SECOND };
  static const double parts[] = { 1, 60, 3600 };
  Half half = { 0 };
  Side before;
  double sign = 1;
  gboolean needs_letter = FALSE;

  halves->n = 0;
  i = read_side (self, i, &before);
  if (is_kind (self, i, SUTRA_TOKEN_SIGN) && is_kind (self, i + 1, SUTRA_TOKEN_NUMBER) && !self->tokens->tokens[i + 1].spaced)
    {
      half.has_sign = TRUE;
      sign = self->tokens->tokens[i++].value;
    }
  for (guint unit = 0; unit < G_N_ELEMENTS (units) && is_kind (self, i, SUTRA_TOKEN_NUMBER); unit++)
    {
      const SutraToken *number = &self->tokens->tokens[i++];
      gboolean marked = is_kind (self, i, units[unit]);

      if (unit > 0 && number->value >= 60)
        {
          /* Numbers with nothing but a space between them may be anything, unless a letter says that they belong together. */
          if (!needs_letter || self->lettered)
            note (self, FAILED_MINUTES);
          return;
        }
      half.value += sign * number->value / parts[unit];
      i += marked;
      add_endings (self, halves, &half, &before, needs_letter, i);
      if (number->fraction)
        {
          /* "51.5° 10′": a minute cannot follow. */
          if (marked && unit < 2 && is_kind (self, i, SUTRA_TOKEN_NUMBER) && is_kind (self, i + 1, units[unit + 1]))
            note (self, FAILED_FRACTION);
          return;
        }
      if (!marked && is_kind (self, i, SUTRA_TOKEN_COLON))
        i++;
      else if (!marked)
        needs_letter = TRUE;
    }
}

/* Whether the second half may begin at token @i without anything that parts it from the first. */
static gboolean
may_follow (Reader *self, const Half *first, guint i)
{
  const SutraToken *token = &self->tokens->tokens[i];

  /* 51.1-71.4 may be anything; +51.1694+071.4491 is ISO 6709. */
  if (token->kind == SUTRA_TOKEN_SIGN && !token->spaced && !first->has_sign)
    {
      note (self, FAILED_RUN_TOGETHER);
      return FALSE;
    }
  return TRUE;
}

static void
add_point (Reader *self, const Half *first, const Half *second)
{
  gboolean swapped = first->axis == SUTRA_AXIS_LONGITUDE;
  SutraPoint point;

  if ((first->axis == SUTRA_AXIS_NONE) != (second->axis == SUTRA_AXIS_NONE) || first->lettered != second->lettered)
    {
      note (self, FAILED_ONE_LETTER);
      return;
    }
  if (first->axis != SUTRA_AXIS_NONE && first->axis == second->axis)
    {
      note (self, FAILED_SAME_AXIS);
      return;
    }
  /* Adding 0 makes a negative zero positive. */
  point.latitude = (swapped ? second : first)->value + 0.0;
  point.longitude = (swapped ? first : second)->value + 0.0;
  for (guint i = 0; i < self->n_points; i++)
    if (self->points[i].latitude == point.latitude && self->points[i].longitude == point.longitude)
      return;
  if (self->n_points == MAX_HALVES)
    return;
  self->latitude_first[self->n_points] = first->axis == SUTRA_AXIS_NONE;
  self->points[self->n_points++] = point;
}

static void
read_second (Reader *self, const Half *first)
{
  guint i = first->next;
  Halves second;

  if (i >= self->tokens->n)
    {
      note (self, FAILED_ONE);
      return;
    }
  if (is_kind (self, i, SUTRA_TOKEN_PART))
    i++;
  else if (!may_follow (self, first, i))
    return;
  read_halves (self, i, &second);
  for (guint k = 0; k < second.n; k++)
    {
      guint next = second.halves[k].next;

      /* The solidus ends ISO 6709. */
      if (next + 1 == self->tokens->n && is_kind (self, next, SUTRA_TOKEN_PART) && *self->tokens->tokens[next].start == '/')
        next++;
      if (next == self->tokens->n)
        add_point (self, first, &second.halves[k]);
      else
        note (self, FAILED_MORE);
    }
}

gboolean
sutra_coordinate_check (const SutraPoint *point, gboolean latitude_first, GError **error)
{
  const char *name = fabs (point->latitude) <= 90 ? "longitude" : "latitude";
  double value = fabs (point->latitude) <= 90 ? point->longitude : point->latitude;
  gboolean exchanged = latitude_first && fabs (point->latitude) <= 180 && fabs (point->longitude) <= 90;
  int limit = fabs (point->latitude) <= 90 ? 180 : 90;

  if (sutra_point_is_valid (point))
    return TRUE;
  g_set_error (error, SUTRA_ERROR, SUTRA_ERROR_INVALID, "The %s %.6g is out of range, which is -%d to %d%s.", name, value, limit, limit,
               exchanged ? "; they may be swapped: the latitude comes first" : "");
  return FALSE;
}

gboolean
sutra_coordinate_read_point (const SutraTokens *tokens, SutraPoint *point, GError **error)
{
  Reader reader = { .tokens = tokens };
  Halves first;

  for (guint i = 0; i < tokens->n; i++)
    reader.lettered = reader.lettered || tokens->tokens[i].kind == SUTRA_TOKEN_LETTER;
  read_halves (&reader, 0, &first);
  for (guint i = 0; i < first.n; i++)
    read_second (&reader, &first.halves[i]);
  if (reader.n_points != 1)
    {
      g_set_error_literal (error, SUTRA_ERROR, SUTRA_ERROR_INVALID, messages[reader.n_points == 0 ? reader.failure : FAILED_MORE]);
      return FALSE;
    }
  if (!sutra_coordinate_check (&reader.points[0], reader.latitude_first[0], error))
    return FALSE;
  *point = reader.points[0];
  return TRUE;
}
