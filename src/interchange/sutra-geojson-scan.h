/* sutra-geojson-scan.h: where the features of a FeatureCollection are, without parsing them
 *
 * json-glib needs many times the memory of what it parses; so a file is taken apart first and each feature parsed by itself.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Bytes [start, end) of the text. */
typedef struct
{
  gsize start;
  gsize end;
} SutraGeojsonSpan;

/**
 * sutra_geojson_scan:
 * @json: checked by sutra_json_check()
 * @spans: SutraGeojsonSpan: appended to; the elements of the list "features" of the outermost object
 * @shell: (out): the text with an empty list in their place, as long as all that is not in them (transfer full)
 *
 * FALSE: there is no such list, or more than one, or more than @max elements (*@n_found is then how many lists there are).
 */
gboolean sutra_geojson_scan (const char *json, gsize n_bytes, guint max, GArray *spans, char **shell, guint *n_found);

G_END_DECLS
