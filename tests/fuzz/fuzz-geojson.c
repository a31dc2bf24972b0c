/* fuzz-geojson.c: any bytes as GeoJSON
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "fuzz.h"
#include "sutra-entity-import.h"
#include "sutra-error.h"
#include "sutra-geojson-scan.h"
#include "sutra-geojson.h"

#include <string.h>

/* Whatever the bytes are, the places are within them and in order. */
static void
scan (const char *json, gsize n_bytes)
{
  g_autoptr (GArray) spans = g_array_new (FALSE, FALSE, sizeof (SutraGeojsonSpan));
  g_autofree char *shell = NULL;
  guint n_lists;

  sutra_geojson_scan (json, n_bytes, 1000, spans, &shell, &n_lists);
  for (guint i = 0; i < spans->len; i++)
    {
      const SutraGeojsonSpan *span = &g_array_index (spans, SutraGeojsonSpan, i);

      g_assert_cmpuint (span->start, <=, span->end);
      g_assert_cmpuint (span->end, <=, n_bytes);
      g_assert_true (i == 0 || span->start > g_array_index (spans, SutraGeojsonSpan, i - 1).end);
    }
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  /* Of its own, so that a sanitizer sees a read behind it. */
  g_autofree char *copy = g_memdup2 (data, size);
  g_autoptr (GBytes) bytes = g_bytes_new_static (copy, size);
  g_autoptr (SutraGeojsonReport) report = sutra_geojson_report_new ();
  g_autoptr (GArray) numbers = NULL;
  g_autoptr (GPtrArray) drafts = NULL;
  g_autoptr (GError) error = NULL;

  if (size > 0)
    scan (copy, size);
  drafts = sutra_geojson_read (bytes, NULL, report, &numbers, NULL, &error);
  if (drafts == NULL)
    {
      g_assert_true (error != NULL && error->domain == SUTRA_ERROR);
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
      return 0;
    }
  g_assert_no_error (error);
  g_assert_cmpuint (numbers->len, ==, drafts->len);
  for (guint i = 0; i < drafts->len; i++)
    {
      const SutraEntityDraft *draft = drafts->pdata[i];

      g_assert_true (draft->label != NULL && g_utf8_validate (draft->label, -1, NULL));
      g_assert_true (draft->location == NULL || sutra_point_is_valid (&draft->location->point));
    }
  for (guint i = 0; i < report->messages->len; i++)
    g_assert_true (g_utf8_validate (((SutraGeojsonMessage *) report->messages->pdata[i])->what, -1, NULL));
  return 0;
}
