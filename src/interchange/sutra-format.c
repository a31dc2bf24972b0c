/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-format.h"

const SutraFormat *const *
sutra_formats (void)
{
  static const SutraFormat *const formats[] = { &sutra_format_w3c, &sutra_format_geojson, &sutra_format_tagset, NULL };

  return formats;
}
