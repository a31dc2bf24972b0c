/* fuzz-numbers.c: numbers in texts
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "fuzz.h"
#include "sutra-akshara.h"
#include "sutra-expression.h"

#include <string.h>

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autofree char *bytes = g_strndup ((const char *) data, size);
  g_autofree char *string = g_utf8_make_valid (bytes, -1);
  g_autoptr (SutraText) text = NULL;
  g_autoptr (GArray) found = NULL, dates = NULL;
  gsize last = 0;
  guint date = 0;

  g_strdelimit (string, "\r", '\n');
  text = sutra_text_new_from_string (string);
  found = sutra_numbers_read (text, NULL);
  dates = sutra_dates_read (text, NULL);
  for (guint i = 0; i < found->len; i++)
    {
      const SutraExpression *e = &g_array_index (found, SutraExpression, i);

      g_assert_true (e->start >= last && e->start < e->end && e->end <= sutra_text_get_length (text));
      g_assert_true (e->stem_end >= e->start && e->stem_end <= e->end);
      g_assert_true (sutra_akshara_is_boundary (text, e->start) && sutra_akshara_is_boundary (text, e->end));
      g_assert_true (*e->value != '\0' && strspn (e->value, "0123456789.-/") == strlen (e->value));
      g_assert_true (e->unit == NULL || *e->unit != '\0');
      /* No number is a part of a date. */
      while (date < dates->len && g_array_index (dates, SutraExpression, date).end <= e->start)
        date++;
      g_assert_true (date == dates->len || g_array_index (dates, SutraExpression, date).start >= e->end);
      last = e->end;
    }
  return 0;
}
