/* fuzz-tagset.c: any bytes as a tagset, and as JSON-LD in a page
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "fuzz.h"
#include "sutra-error.h"
#include "sutra-format-tagset.h"
#include "sutra-json-ld.h"

#include <string.h>

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (data, size);
  g_autoptr (GPtrArray) specs = NULL;
  g_autoptr (GPtrArray) again = NULL;
  g_autoptr (GBytes) written = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (SutraJsonLd) json_ld = { 0 };
  char *json;

  sutra_json_ld_read (&json_ld, (const char *) data, size);
  g_assert_true (json_ld.headline == NULL || g_utf8_validate (json_ld.headline, -1, NULL));

  specs = sutra_tagset_from_json (bytes, NULL, &error);
  if (specs == NULL)
    {
      g_assert_true (error != NULL && error->domain == SUTRA_ERROR);
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
      return 0;
    }
  g_assert_no_error (error);
  json = sutra_tagset_to_json (specs);
  written = g_bytes_new_take (json, strlen (json));
  again = sutra_tagset_from_json (written, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (again->len, ==, specs->len);
  return 0;
}
