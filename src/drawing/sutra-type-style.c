/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-type-style.h"

#include <math.h>

/* A little above what WCAG asks for, so that rounding to 8 bits on the way to the screen cannot fall below it. */
#define TEXT_CONTRAST 7.15
#define LINE_CONTRAST 3.3
#define STRONG_LINE_CONTRAST 7.15
#define BADGE_CONTRAST 4.6

/* How much of the type's colour is in its fill, at most. */
#define LIGHT_SHARE 0.30
#define DARK_SHARE 0.42
#define STRONG_SHARE 0.16

typedef struct
{
  SutraColor page;   /* what the text stands on */
  SutraColor text;   /* with the theme's own alpha */
  SutraColor toward; /* where colours move to gain contrast with the page */
  float share;
  double line_contrast;
} Theme;

/* libadwaita's view colours; in high contrast the text is opaque. */
static const Theme themes[] = {
  [SUTRA_THEME_LIGHT] = { { 1, 1, 1, 1 }, { 0, 0, 0, 0.8f }, { 0, 0, 0, 1 }, LIGHT_SHARE, LINE_CONTRAST },
  [SUTRA_THEME_DARK] = { { 0.118f, 0.118f, 0.118f, 1 }, { 1, 1, 1, 1 }, { 1, 1, 1, 1 }, DARK_SHARE, LINE_CONTRAST },
  [SUTRA_THEME_HIGH_CONTRAST] = { { 1, 1, 1, 1 }, { 0, 0, 0, 0.8f }, { 0, 0, 0, 1 }, STRONG_SHARE, STRONG_LINE_CONTRAST },
  [SUTRA_THEME_HIGH_CONTRAST_DARK] = { { 0.118f, 0.118f, 0.118f, 1 }, { 1, 1, 1, 1 }, { 1, 1, 1, 1 }, STRONG_SHARE, STRONG_LINE_CONTRAST },
};

static double
linear (double channel)
{
  return channel <= 0.04045 ? channel / 12.92 : pow ((channel + 0.055) / 1.055, 2.4);
}

static double
luminance (const SutraColor *color)
{
  return 0.2126 * linear (color->red) + 0.7152 * linear (color->green) + 0.0722 * linear (color->blue);
}

/* @share of @b in @a; opaque. */
static SutraColor
mix (const SutraColor *a, const SutraColor *b, float share)
{
  return (SutraColor){ a->red + (b->red - a->red) * share, a->green + (b->green - a->green) * share, a->blue + (b->blue - a->blue) * share,
                       1 };
}

static gboolean
parse (const char *text, SutraColor *color)
{
  guint32 value = 0;

  if (text == NULL || text[0] != '#')
    return FALSE;
  for (guint i = 1; i < 7; i++)
    {
      if (!g_ascii_isxdigit (text[i]))
        return FALSE;
      value = value << 4 | (guint32) g_ascii_xdigit_value (text[i]);
    }
  if (text[7] != '\0')
    return FALSE;
  *color = (SutraColor){ (float) (value >> 16) / 255.0f, (float) (value >> 8 & 0xff) / 255.0f, (float) (value & 0xff) / 255.0f, 1 };
  return TRUE;
}

/* Moves @color toward @end until it has @contrast with @against; @end must have it. */
static SutraColor
with_contrast (const SutraColor *color, const SutraColor *end, const SutraColor *against, double contrast)
{
  for (guint step = 0; step < 50; step++)
    {
      SutraColor moved = mix (color, end, (float) step / 50);

      if (sutra_color_contrast (&moved, against) >= contrast)
        return moved;
    }
  return *end;
}

static SutraColor
fill_for (const SutraColor *color, const Theme *theme)
{
  for (float share = theme->share; share > 0; share -= 0.01f)
    {
      SutraColor fill = mix (&theme->page, color, share);
      SutraColor text = mix (&fill, &theme->text, theme->text.alpha);

      if (sutra_color_contrast (&text, &fill) >= TEXT_CONTRAST)
        return fill;
    }
  return theme->page;
}

double
sutra_color_contrast (const SutraColor *a, const SutraColor *b)
{
  double x, y;

  g_return_val_if_fail (a != NULL && b != NULL, 1);

  x = luminance (a);
  y = luminance (b);
  return (MAX (x, y) + 0.05) / (MIN (x, y) + 0.05);
}

void
sutra_type_style_derive (const char *color, SutraTheme theme, SutraTypeStyle *style)
{
  const Theme *values;
  SutraColor own;

  g_return_if_fail (style != NULL);
  g_return_if_fail ((guint) theme < G_N_ELEMENTS (themes));

  if (!parse (color, &own))
    own = (SutraColor){ 0.5f, 0.5f, 0.5f, 1 };
  values = &themes[theme];
  style->fill = fill_for (&own, values);
  style->line = with_contrast (&own, &values->toward, &values->page, values->line_contrast);
  /* The badge's letter is the page's colour: white on a deep tint by day, near black on a light tint by night. */
  style->badge_text = values->page;
  style->badge_fill = with_contrast (&own, &values->toward, &values->page, MAX (BADGE_CONTRAST, values->line_contrast));
}
