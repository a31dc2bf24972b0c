/* fuzz-dates.c: dates in texts, and dates that are typed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "fuzz.h"
#include "sutra-akshara.h"
#include "sutra-edtf-value.h"
#include "sutra-edtf.h"
#include "sutra-error.h"
#include "sutra-expression.h"

#include <string.h>

static void
check (SutraText *text, GArray *found)
{
  gsize last = 0;

  for (guint i = 0; i < found->len; i++)
    {
      const SutraExpression *e = &g_array_index (found, SutraExpression, i);

      g_assert_true (e->start >= last && e->start < e->end && e->end <= sutra_text_get_length (text));
      g_assert_true (e->stem_end >= e->start && e->stem_end <= e->end);
      g_assert_true (sutra_akshara_is_boundary (text, e->start) && sutra_akshara_is_boundary (text, e->end));
      g_assert_nonnull (e->rule);
      g_assert_true (e->value == NULL || sutra_edtf_validate (e->value, NULL));
      g_assert_true (e->value != NULL || e->explanation != NULL);
      last = e->end;
    }
}

static void
check_typed (const char *typed, const SutraReadingContext *context)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *value = sutra_date_parse_typed (typed, context, &error);
  g_autofree char *again = NULL, *same = NULL;
  SutraEdtf edtf;

  if (value == NULL)
    {
      g_assert_error (error, SUTRA_ERROR, SUTRA_ERROR_INVALID);
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
      return;
    }
  g_assert_true (sutra_edtf_parse (value, &edtf, NULL));
  same = sutra_edtf_to_string (&edtf);
  again = sutra_date_parse_typed (same, context, &error);
  g_assert_cmpstr (again, ==, same);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  static const SutraReadingContext contexts[] = { { NULL, NULL }, { "2024-02-29", "bn-IN" }, { "2023", "en" }, { "0001-01-01", "bn-BD" } };
  g_autofree char *bytes = g_strndup ((const char *) data, size);
  g_autofree char *string = g_utf8_make_valid (bytes, -1);
  g_autoptr (SutraText) text = NULL;

  g_strdelimit (string, "\r", '\n');
  text = sutra_text_new_from_string (string);
  for (gsize i = 0; i < G_N_ELEMENTS (contexts); i++)
    {
      g_autoptr (GArray) found = sutra_dates_read (text, &contexts[i]);

      check (text, found);
    }
  check_typed (string, &contexts[size % G_N_ELEMENTS (contexts)]);
  return 0;
}
