/* fuzz-query.c: queries as people type them, and where they are found in a text
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "fuzz.h"
#include "sutra-akshara.h"
#include "sutra-error.h"
#include "sutra-search-terms.h"

#include <string.h>

static void
check_leaf (const SutraQueryLeaf *leaf)
{
  g_assert_cmpuint (leaf->words->len, >, 0);
  for (guint i = 0; i < leaf->words->len; i++)
    {
      const GStrv forms = leaf->words->pdata[i];

      g_assert_nonnull (forms[0]);
      for (guint k = 0; forms[k] != NULL; k++)
        {
          g_assert_true (g_utf8_validate (forms[k], -1, NULL));
          g_assert_null (strpbrk (forms[k], " \t\""));
          g_assert_cmpuint (strlen (forms[k]), >, forms[k][0] == '=' ? 1 : 0);
        }
    }
}

static void
check_ranges (GArray *ranges, SutraText *text)
{
  guint32 last = 0;

  for (guint i = 0; i < ranges->len; i++)
    {
      const SutraRange *range = &g_array_index (ranges, SutraRange, i);

      g_assert_cmpuint (range->start, >=, last);
      g_assert_cmpuint (range->start, <, range->end);
      g_assert_cmpuint (range->end, <=, sutra_text_get_length (text));
      g_assert_true (sutra_akshara_is_boundary (text, range->start) && sutra_akshara_is_boundary (text, range->end));
      last = range->end;
    }
}

/* The query is what stands before the first line end, the text what stands after it. */
int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autofree char *raw = g_strndup ((const char *) data, MIN (size, 4096));
  g_autofree char *valid = g_utf8_make_valid (raw, -1);
  char *line = strchr (valid, '\n');
  g_autoptr (GError) error = NULL;
  g_autoptr (SutraQuery) query = NULL;
  g_autoptr (SutraText) text = NULL;
  g_autoptr (GArray) ranges = NULL;

  g_strdelimit (valid, "\r", ' ');
  text = sutra_text_new_from_string (line != NULL ? line + 1 : valid);
  if (line != NULL)
    *line = '\0';
  query = sutra_query_new (valid, &error);
  if (query == NULL)
    {
      g_assert_error (error, SUTRA_ERROR, SUTRA_ERROR_INVALID);
      return 0;
    }
  g_assert_cmpuint (query->leaves->len, >, 0);
  g_assert_cmpuint (query->leaves->len, <=, SUTRA_QUERY_MAX_LEAVES);
  for (guint i = 0; i < query->leaves->len; i++)
    check_leaf (query->leaves->pdata[i]);
  ranges = sutra_query_locate (query, text, 0, NULL, NULL);
  check_ranges (ranges, text);
  if (sutra_query_matches (query, text))
    g_assert_cmpuint (ranges->len, >, 0);
  return 0;
}
