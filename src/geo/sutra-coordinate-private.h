/* sutra-coordinate-private.h: typed coordinates as tokens
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sutra-coordinate.h"

G_BEGIN_DECLS

#define SUTRA_COORDINATE_MAX_BYTES 200
#define SUTRA_COORDINATE_MAX_TOKENS 64

typedef enum
{
  SUTRA_TOKEN_NUMBER,
  SUTRA_TOKEN_SIGN,
  SUTRA_TOKEN_DEGREE,
  SUTRA_TOKEN_MINUTE,
  SUTRA_TOKEN_SECOND,
  SUTRA_TOKEN_COLON,
  SUTRA_TOKEN_LETTER, /* a hemisphere */
  SUTRA_TOKEN_LABEL,  /* "lat", "longitude" */
  SUTRA_TOKEN_COMMA,  /* between two digits: a decimal comma, or what parts the two numbers */
  SUTRA_TOKEN_PART,   /* parts the two for sure */
} SutraTokenKind;

typedef enum
{
  SUTRA_AXIS_NONE,
  SUTRA_AXIS_LATITUDE,
  SUTRA_AXIS_LONGITUDE,
} SutraAxis;

/**
 * SutraToken:
 * @value: of a number; -1 or 1 of a sign or letter
 * @fraction: a number with decimals
 * @spaced: white space stands before it
 */
typedef struct
{
  SutraTokenKind kind;
  SutraAxis axis;
  gboolean fraction;
  gboolean spaced;
  double value;
  const char *start, *end;
} SutraToken;

typedef struct
{
  SutraToken tokens[SUTRA_COORDINATE_MAX_TOKENS];
  guint n;
} SutraTokens;

/* @text: valid UTF-8 that stays while the tokens are used. INVALID for what is no part of coordinates. */
gboolean sutra_coordinate_read_tokens (const char *text, SutraTokens *tokens, GError **error);

/* Makes each comma a decimal one (@decimal) or one that parts. FALSE where it can be none. */
gboolean sutra_coordinate_settle_commas (const SutraTokens *tokens, gboolean decimal, SutraTokens *settled);

/* The one point that the tokens can mean. */
gboolean sutra_coordinate_read_point (const SutraTokens *tokens, SutraPoint *point, GError **error);

/* Checks the ranges; @latitude_first: they may have been exchanged. */
gboolean sutra_coordinate_check (const SutraPoint *point, gboolean latitude_first, GError **error);

G_END_DECLS
