/* sutra-type-style.h: the colours of an entity type in each theme
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sutra-type-name.h"

G_BEGIN_DECLS

typedef enum
{
  SUTRA_THEME_LIGHT,
  SUTRA_THEME_DARK,
  SUTRA_THEME_HIGH_CONTRAST,
  SUTRA_THEME_HIGH_CONTRAST_DARK,
} SutraTheme;

/* Red, green, blue, alpha from 0 to 1. */
typedef struct
{
  float red, green, blue, alpha;
} SutraColor;

/**
 * SutraTypeStyle:
 * @fill: behind a mark; text in the theme's own colour on it has a contrast of at least 7:1
 * @line: underlines and outlines; at least 3:1 against the theme's background
 * @badge_fill, @badge_text: the letter badge; at least 4.5:1 against each other
 *
 * Derived from the type's one stored colour, by luminance (WCAG 2.1), so any colour a user picks works in every theme.
 */
typedef struct
{
  SutraColor fill;
  SutraColor line;
  SutraColor badge_fill;
  SutraColor badge_text;
} SutraTypeStyle;

/* @color: "#rrggbb"; anything else is taken as grey. */
void sutra_type_style_derive (const char *color, SutraTheme theme, SutraTypeStyle *style);

/* WCAG 2.1 contrast ratio of two opaque colours, 1 to 21. */
double sutra_color_contrast (const SutraColor *a, const SutraColor *b);

G_END_DECLS
