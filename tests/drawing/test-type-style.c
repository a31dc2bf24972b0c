/* test-type-style.c: any colour a user picks can be read in every theme
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "sutra-type-style.h"

#include <math.h>

static const SutraColor white = { 1, 1, 1, 1 };
static const SutraColor black = { 0, 0, 0, 1 };
static const SutraColor night = { 0x1e / 255.0f, 0x1e / 255.0f, 0x1e / 255.0f, 1 };

/* As on the screen: 8 bits a channel. */
static SutraColor
rounded (SutraColor color)
{
  return (SutraColor){ roundf (color.red * 255) / 255, roundf (color.green * 255) / 255, roundf (color.blue * 255) / 255, 1 };
}

static SutraColor
over (const SutraColor *text, float alpha, const SutraColor *ground)
{
  return (SutraColor){ text->red * alpha + ground->red * (1 - alpha), text->green * alpha + ground->green * (1 - alpha),
                       text->blue * alpha + ground->blue * (1 - alpha), 1 };
}

static void
test_contrast (void)
{
  SutraColor grey = { 0x77 / 255.0f, 0x77 / 255.0f, 0x77 / 255.0f, 1 };

  g_assert_cmpfloat_with_epsilon (sutra_color_contrast (&white, &black), 21, 0.001);
  g_assert_cmpfloat_with_epsilon (sutra_color_contrast (&black, &white), 21, 0.001);
  g_assert_cmpfloat_with_epsilon (sutra_color_contrast (&grey, &grey), 1, 0.001);
  /* The well-known pair: #777777 on white just fails 4.5. */
  g_assert_cmpfloat_with_epsilon (sutra_color_contrast (&grey, &white), 4.478, 0.01);
}

static void
assert_promises (const char *name, SutraTheme theme)
{
  gboolean dark = theme == SUTRA_THEME_DARK || theme == SUTRA_THEME_HIGH_CONTRAST_DARK;
  gboolean strong = theme == SUTRA_THEME_HIGH_CONTRAST || theme == SUTRA_THEME_HIGH_CONTRAST_DARK;
  const SutraColor *page = dark ? &night : &white;
  SutraTypeStyle style;
  SutraColor fill, line, text, badge_fill, badge_text;

  sutra_type_style_derive (name, theme, &style);
  fill = rounded (style.fill);
  line = rounded (style.line);
  badge_fill = rounded (style.badge_fill);
  badge_text = rounded (style.badge_text);
  text = rounded (dark ? white : over (&black, 0.8f, &fill));
  g_assert_cmpfloat (style.fill.alpha, ==, 1);
  g_assert_cmpfloat (sutra_color_contrast (&text, &fill), >=, 7);
  g_assert_cmpfloat (sutra_color_contrast (&line, page), >=, strong ? 7 : 3);
  g_assert_cmpfloat (sutra_color_contrast (&badge_text, &badge_fill), >=, 4.5);
}

static void
test_promises (void)
{
  const char *fixed[] = {
    "#000000", "#ffffff", "#ff0000", "#00ff00", "#0000ff", "#ffff00", "#808080", "red", "", "#12345", "#1234567", NULL
  };

  for (int theme = SUTRA_THEME_LIGHT; theme <= SUTRA_THEME_HIGH_CONTRAST_DARK; theme++)
    {
      for (guint i = 0; i < G_N_ELEMENTS (fixed); i++)
        assert_promises (fixed[i], (SutraTheme) theme);
      for (guint i = 0; i < 2000; i++)
        {
          g_autofree char *name = g_strdup_printf ("#%06x", (guint) g_test_rand_int_range (0, 0x1000000));

          assert_promises (name, (SutraTheme) theme);
        }
    }
}

/* Two types that differ in colour differ in every part; a broken colour is grey. */
static void
test_distinct (void)
{
  SutraTypeStyle red, blue, grey, broken;

  for (int theme = SUTRA_THEME_LIGHT; theme <= SUTRA_THEME_HIGH_CONTRAST_DARK; theme++)
    {
      sutra_type_style_derive ("#c01c28", (SutraTheme) theme, &red);
      sutra_type_style_derive ("#1a5fb4", (SutraTheme) theme, &blue);
      sutra_type_style_derive ("#808080", (SutraTheme) theme, &grey);
      sutra_type_style_derive ("#80808g", (SutraTheme) theme, &broken);
      g_assert_cmpfloat (red.fill.red - red.fill.blue, >, 0.04);
      g_assert_cmpfloat (blue.fill.blue - blue.fill.red, >, 0.04);
      g_assert_cmpfloat (red.line.red, >, red.line.blue);
      g_assert_cmpfloat (blue.line.blue, >, blue.line.red);
      g_assert_cmpfloat_with_epsilon (broken.line.red, grey.line.red, 0.01);
      g_assert_cmpfloat_with_epsilon (broken.fill.green, grey.fill.green, 0.01);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/type-style/contrast", test_contrast);
  g_test_add_func ("/type-style/promises", test_promises);
  g_test_add_func ("/type-style/distinct", test_distinct);
  return g_test_run ();
}
