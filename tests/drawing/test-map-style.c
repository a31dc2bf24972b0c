/* test-map-style.c: names can be read on the map, lines told apart, and no colour takes a side
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "sutra-map-style.h"

#include <math.h>

#define TEXT 4.5
#define STRONG_TEXT 7.0

/* As on the screen: 8 bits a channel. */
static SutraColor
over (const SutraColor *color, const SutraColor *ground)
{
  float alpha = color->alpha;

  return (SutraColor){ roundf ((color->red * alpha + ground->red * (1 - alpha)) * 255) / 255,
                       roundf ((color->green * alpha + ground->green * (1 - alpha)) * 255) / 255,
                       roundf ((color->blue * alpha + ground->blue * (1 - alpha)) * 255) / 255, 1 };
}

static double
contrast (const SutraColor *color, const SutraColor *ground)
{
  SutraColor mixed = over (color, ground);

  return sutra_color_contrast (&mixed, ground);
}

static double
saturation (const SutraColor *color)
{
  return (double) (MAX (MAX (color->red, color->green), color->blue) - MIN (MIN (color->red, color->green), color->blue));
}

static gboolean
is_strong (SutraTheme theme)
{
  return theme == SUTRA_THEME_HIGH_CONTRAST || theme == SUTRA_THEME_HIGH_CONTRAST_DARK;
}

static void
test_labels (gconstpointer data)
{
  SutraTheme theme = GPOINTER_TO_UINT (data);
  const SutraMapStyle *style = sutra_map_style_get (theme);
  double least = is_strong (theme) ? STRONG_TEXT : TEXT;
  SutraColor halo = over (&style->label_halo, &style->land), tinted = over (&style->area_fill, &style->land);
  SutraColor panel_land = over (&style->panel, &style->land), panel_sea = over (&style->panel, &style->sea);

  g_assert_cmpfloat (contrast (&style->country_label, &style->land), >=, least);
  g_assert_cmpfloat (contrast (&style->city_label, &style->land), >=, least);
  g_assert_cmpfloat (contrast (&style->sea_label, &style->sea), >=, least);
  g_assert_cmpfloat (contrast (&style->country_label, &halo), >=, least);
  g_assert_cmpfloat (contrast (&style->city_label, &halo), >=, least);
  g_assert_cmpfloat (contrast (&style->panel_text, &panel_land), >=, least);
  g_assert_cmpfloat (contrast (&style->panel_text, &panel_sea), >=, least);
  /* A name that reaches beyond its coast, and one in an area that is lit. */
  g_assert_cmpfloat (contrast (&style->city_label, &style->sea), >=, TEXT);
  g_assert_cmpfloat (contrast (&style->country_label, &style->sea), >=, TEXT);
  g_assert_cmpfloat (contrast (&style->country_label, &tinted), >=, TEXT);
  g_assert_cmpfloat (contrast (&style->city_label, &tinted), >=, TEXT);
}

static void
test_lines (gconstpointer data)
{
  SutraTheme theme = GPOINTER_TO_UINT (data);
  const SutraMapStyle *style = sutra_map_style_get (theme);
  double weak = is_strong (theme) ? 3 : 1.9, pale = is_strong (theme) ? 2 : 1.2;

  g_assert_cmpfloat (contrast (&style->coast, &style->land), >=, weak);
  g_assert_cmpfloat (contrast (&style->border, &style->land), >=, weak);
  g_assert_cmpfloat (contrast (&style->disputed, &style->land), >=, is_strong (theme) ? 4.5 : 3);
  g_assert_cmpfloat (contrast (&style->region, &style->land), >=, pale);
  g_assert_cmpfloat (contrast (&style->river, &style->land), >=, pale);
  /* A region's line is weaker than a border. */
  g_assert_cmpfloat (contrast (&style->region, &style->land), <, contrast (&style->border, &style->land));
  g_assert_cmpfloat (contrast (&style->selection, &style->land), >=, 3);
  g_assert_cmpfloat (contrast (&style->selection, &style->sea), >=, 3);
  g_assert_cmpfloat (contrast (&style->area_line, &style->land), >=, 3);
  g_assert_cmpfloat (contrast (&style->land, &style->sea), >=, 1.2);
  g_assert_cmpfloat (contrast (&style->area_fill, &style->land), >=, 1.08);
}

/* A claim is neither side's: grey, and solid. What lies below the pins has little colour, so that they stand out. */
static void
test_neutral (gconstpointer data)
{
  const SutraMapStyle *style = sutra_map_style_get (GPOINTER_TO_UINT (data));

  g_assert_cmpfloat (saturation (&style->disputed), <, 0.01);
  g_assert_cmpfloat (saturation (&style->land), <, 0.06);
  g_assert_cmpfloat (saturation (&style->border), <, 0.1);
  g_assert_cmpfloat (saturation (&style->sea), <, 0.16);
  g_assert_cmpfloat (style->land.alpha, ==, 1);
  g_assert_cmpfloat (style->sea.alpha, ==, 1);
  g_assert_cmpfloat (style->lake.alpha, ==, 1);
  g_assert_cmpfloat (style->disputed.alpha, ==, 1);
}

/* Dark means dark, and each theme is its own. */
static void
test_themes (void)
{
  const SutraMapStyle *light = sutra_map_style_get (SUTRA_THEME_LIGHT), *dark = sutra_map_style_get (SUTRA_THEME_DARK);
  const SutraColor black = { 0, 0, 0, 1 };

  g_assert_cmpfloat (sutra_color_contrast (&light->land, &black), >, 15);
  g_assert_cmpfloat (sutra_color_contrast (&dark->land, &black), <, 2);
  for (guint i = 0; i < 4; i++)
    for (guint j = 0; j < i; j++)
      g_assert_cmpint (memcmp (sutra_map_style_get (i), sutra_map_style_get (j), sizeof (SutraMapStyle)), !=, 0);
}

int
main (int argc, char *argv[])
{
  static const char *const names[] = { "light", "dark", "high-contrast", "high-contrast-dark" };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *labels = g_strdup_printf ("/map-style/labels/%s", names[i]);
      g_autofree char *lines = g_strdup_printf ("/map-style/lines/%s", names[i]);
      g_autofree char *neutral = g_strdup_printf ("/map-style/neutral/%s", names[i]);

      g_test_add_data_func (labels, GUINT_TO_POINTER (i), test_labels);
      g_test_add_data_func (lines, GUINT_TO_POINTER (i), test_lines);
      g_test_add_data_func (neutral, GUINT_TO_POINTER (i), test_neutral);
    }
  g_test_add_func ("/map-style/themes", test_themes);
  return g_test_run ();
}
