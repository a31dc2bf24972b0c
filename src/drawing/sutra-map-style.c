/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-map-style.h"

#define OPAQUE(rgb) TRANSLUCENT (rgb, 1.0f)
#define TRANSLUCENT(rgb, opacity)                                                                                                          \
  {                                                                                                                                        \
    (rgb) / 65536 / 255.0f, (rgb) / 256 % 256 / 255.0f, (rgb) % 256 / 255.0f, opacity                                                      \
  }

/* Warm paper on pale water by day, the same turned down by night: little colour, so that the pins have all of it. Claims are of a plain grey that is on neither side. */
static const SutraMapStyle styles[] = {
  [SUTRA_THEME_LIGHT] = {
    .sea = OPAQUE (0xd3e2ea),
    .land = OPAQUE (0xf7f5f0),
    .lake = OPAQUE (0xd3e2ea),
    .coast = OPAQUE (0x8fa9b7),
    .border = OPAQUE (0xafa79d),
    .disputed = OPAQUE (0x8c8c8c),
    .region = OPAQUE (0xddd8cf),
    .river = OPAQUE (0xb5cedb),
    .country_label = OPAQUE (0x5e5850),
    .city_label = OPAQUE (0x2f2c29),
    .sea_label = OPAQUE (0x42667b),
    .label_halo = TRANSLUCENT (0xf7f5f0, 0.88f),
    .area_fill = TRANSLUCENT (0x3584e4, 0.14f),
    .area_line = OPAQUE (0x3f7fcc),
    .selection = OPAQUE (0x1c71d8),
    .panel = TRANSLUCENT (0xffffff, 0.86f),
    .panel_text = OPAQUE (0x3d3a37),
  },
  [SUTRA_THEME_DARK] = {
    .sea = OPAQUE (0x1a2228),
    .land = OPAQUE (0x2f3133),
    .lake = OPAQUE (0x1a2228),
    .coast = OPAQUE (0x5c6c76),
    .border = OPAQUE (0x6a6763),
    .disputed = OPAQUE (0x8c8c8c),
    .region = OPAQUE (0x414345),
    .river = OPAQUE (0x3f5869),
    .country_label = OPAQUE (0xb9b3aa),
    .city_label = OPAQUE (0xe6e3df),
    .sea_label = OPAQUE (0x86a5b8),
    .label_halo = TRANSLUCENT (0x26282a, 0.88f),
    .area_fill = TRANSLUCENT (0x78aeed, 0.17f),
    .area_line = OPAQUE (0x6ea3e0),
    .selection = OPAQUE (0x78aeed),
    .panel = TRANSLUCENT (0x1e1e1e, 0.86f),
    .panel_text = OPAQUE (0xe0ddd8),
  },
  [SUTRA_THEME_HIGH_CONTRAST] = {
    .sea = OPAQUE (0xcfe3f0),
    .land = OPAQUE (0xffffff),
    .lake = OPAQUE (0xcfe3f0),
    .coast = OPAQUE (0x1d3a4b),
    .border = OPAQUE (0x4a4540),
    .disputed = OPAQUE (0x5a5a5a),
    .region = OPAQUE (0xa09a92),
    .river = OPAQUE (0x5b8bab),
    .country_label = OPAQUE (0x24211e),
    .city_label = OPAQUE (0x000000),
    .sea_label = OPAQUE (0x123a55),
    .label_halo = TRANSLUCENT (0xffffff, 0.95f),
    .area_fill = TRANSLUCENT (0x1a5fb4, 0.20f),
    .area_line = OPAQUE (0x1a5fb4),
    .selection = OPAQUE (0x0d4a9c),
    .panel = OPAQUE (0xffffff),
    .panel_text = OPAQUE (0x000000),
  },
  [SUTRA_THEME_HIGH_CONTRAST_DARK] = {
    .sea = OPAQUE (0x04121c),
    .land = OPAQUE (0x232323),
    .lake = OPAQUE (0x04121c),
    .coast = OPAQUE (0xc2dbea),
    .border = OPAQUE (0xb3aca3),
    .disputed = OPAQUE (0xa8a8a8),
    .region = OPAQUE (0x6c6862),
    .river = OPAQUE (0x4f89b0),
    .country_label = OPAQUE (0xf0ede8),
    .city_label = OPAQUE (0xffffff),
    .sea_label = OPAQUE (0xb5dcf5),
    .label_halo = TRANSLUCENT (0x000000, 0.95f),
    .area_fill = TRANSLUCENT (0x99c1f1, 0.26f),
    .area_line = OPAQUE (0x99c1f1),
    .selection = OPAQUE (0xa8cdfa),
    .panel = OPAQUE (0x000000),
    .panel_text = OPAQUE (0xffffff),
  },
};

const SutraMapStyle *
sutra_map_style_get (SutraTheme theme)
{
  g_return_val_if_fail ((guint) theme < G_N_ELEMENTS (styles), &styles[SUTRA_THEME_LIGHT]);

  return &styles[theme];
}
