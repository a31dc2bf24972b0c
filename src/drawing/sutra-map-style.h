/* sutra-map-style.h: the map's colours in each theme
 *
 * One colour for all land: no fill takes a side. Labels have at least 4.5:1 against the land.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sutra-type-style.h"

G_BEGIN_DECLS

typedef struct
{
  SutraColor sea, land, lake;
  SutraColor coast, border, disputed, region, river;
  SutraColor country_label, city_label, sea_label, label_halo;
  SutraColor area_fill, area_line; /* countries of an area */
  SutraColor selection;
  SutraColor panel, panel_text; /* legend, scale bar, attribution */
} SutraMapStyle;

/* Static. */
const SutraMapStyle *sutra_map_style_get (SutraTheme theme);

G_END_DECLS
