/* fuzz-text-check.c: findings lie in the text, in order, and say something
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "fuzz.h"
#include "sutra-text-check.h"

#include <string.h>

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autofree char *valid = g_utf8_make_valid ((const char *) data, (gssize) size);
  g_autoptr (GBytes) bytes = g_bytes_new (valid, strlen (valid));
  g_autoptr (SutraText) text = sutra_text_new (bytes, NULL);
  g_autoptr (GArray) findings = NULL;
  guint32 last = 0;

  if (text == NULL)
    return 0;
  findings = sutra_text_check (text);
  for (guint i = 0; i < findings->len; i++)
    {
      const SutraTextFinding *finding = &g_array_index (findings, SutraTextFinding, i);

      g_assert_true (finding->start >= last && finding->start < finding->end && finding->end <= sutra_text_get_length (text));
      g_assert_true (g_utf8_validate (finding->explanation, -1, NULL));
      g_assert_true (finding->meant == NULL || g_utf8_validate (finding->meant, -1, NULL));
      last = finding->start;
    }
  return 0;
}
