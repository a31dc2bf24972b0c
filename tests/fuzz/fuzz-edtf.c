/* fuzz-edtf.c: dates: taken apart, written again and compared
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "fuzz.h"
#include "sutra-edtf-value.h"
#include "sutra-edtf.h"
#include "sutra-error.h"

#include <string.h>

static void
check_value (const SutraEdtf *value)
{
  static const char *const languages[] = { "en", "bn" };
  g_autofree char *string = sutra_edtf_to_string (value);
  g_autofree char *again = NULL;
  g_autoptr (GError) error = NULL;
  SutraEdtf back;
  gint64 first, last;

  g_assert_true (sutra_edtf_parse (string, &back, &error));
  again = sutra_edtf_to_string (&back);
  g_assert_cmpstr (again, ==, string);
  g_assert_cmpint (sutra_edtf_compare (value, &back), ==, 0);
  sutra_edtf_bounds (value, &first, &last);
  g_assert_cmpint (first, <=, last);
  g_assert_true (sutra_edtf_contains (value, &back) && sutra_edtf_overlaps (value, &back));
  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    for (guint flags = 0; flags < 16; flags++)
      {
        g_autofree char *words = sutra_edtf_format (value, languages[i], (SutraEdtfFormat) flags);

        g_assert_true (g_utf8_validate (words, -1, NULL));
        g_assert_cmpuint (strlen (words), >, 0);
        g_assert_null (strpbrk (words, "{}"));
      }
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autofree char *string = g_strndup ((const char *) data, size);
  g_autoptr (GError) error = NULL;
  SutraEdtf value;
  const char *slash;

  if (!sutra_edtf_parse (string, &value, &error))
    {
      g_assert_error (error, SUTRA_ERROR, SUTRA_ERROR_INVALID);
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
      return 0;
    }
  g_assert_no_error (error);
  g_assert_true (g_str_is_ascii (string));
  check_value (&value);

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
