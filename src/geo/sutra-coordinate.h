/* sutra-coordinate.h: coordinates as people type and read them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sutra-point.h"

G_BEGIN_DECLS

typedef enum
{
  SUTRA_COORDINATE_DECIMAL, /* 51.16940, 71.44910 */
  SUTRA_COORDINATE_DMS,     /* 51°10′10″ N 71°26′57″ E */
  SUTRA_COORDINATE_GEO_URI, /* geo:51.1694,71.4491;u=500 (RFC 5870) */
} SutraCoordinateFormat;

/**
 * sutra_coordinate_parse:
 * @text: decimal degrees ("51.1694, 71.4491", "51,1694; 71,4491", "51.17 N 71.45 E", "৫১.১৬৯৪° উ, ৭১.৪৪৯১° পূ"), degrees-minutes-seconds or degrees-minutes with any usual signs, or a
 *   geo: URI (RFC 5870; crs other than wgs84 is refused). Latitude first, unless letters (N S E W, উ দ পূ প) say otherwise. A comma is a decimal comma where the two
 *   numbers are parted by something else. Bengali digits too.
 * @radius_m: (out) (optional): u= of a geo: URI in metres, else NaN
 *
 * At most 200 bytes. Errors: INVALID: says what could not be read; that a value is out of range and, where the two exchanged would be a place, that they may be swapped. Nothing is swapped silently.
 */
gboolean sutra_coordinate_parse (const char *text, SutraPoint *point, double *radius_m, GError **error);

/* @radius_m (NaN: none) only for a geo: URI. Decimals: five (about a metre), in Latin digits with a point: for files and fields, not translated. (transfer full) */
char *sutra_coordinate_format (const SutraPoint *point, double radius_m, SutraCoordinateFormat format);

G_END_DECLS
