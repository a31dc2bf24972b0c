/* fuzz-edtf.c: dates
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "fuzz.h"
#include "sutra-edtf.h"
#include "sutra-error.h"

#include <string.h>

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autofree char *string = g_strndup ((const char *) data, size);
  g_autoptr (GError) error = NULL;
  const char *slash;

  if (!sutra_edtf_validate (string, &error))
    {
      g_assert_error (error, SUTRA_ERROR, SUTRA_ERROR_INVALID);
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
      return 0;
    }
  g_assert_no_error (error);
  g_assert_true (g_str_is_ascii (string));

  /* An end of a valid interval is empty, open, or a date of its own. */
  slash = strchr (string, '/');
  if (slash != NULL)
    {
      g_autofree char *start = g_strndup (string, (gsize) (slash - string));

      g_assert_true (*start == '\0' || strcmp (start, "..") == 0 || sutra_edtf_validate (start, NULL));
      g_assert_true (slash[1] == '\0' || strcmp (slash + 1, "..") == 0 || sutra_edtf_validate (slash + 1, NULL));
    }
  return 0;
}
