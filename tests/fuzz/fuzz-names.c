/* fuzz-names.c: names in a text; the names stand before the first blank line, one in a line
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "fuzz.h"
#include "sutra-akshara.h"
#include "sutra-name-index.h"

#include <string.h>

/* Whatever is found has its place, and each name that is found is found alone as well, though not always there: another may cover it. */
static void
check_found (SutraText *text, const char *const *names, guint n_names, GArray *found)
{
  guint32 last = 0;

  for (guint i = 0; i < found->len; i++)
    {
      SutraOccurrence o = g_array_index (found, SutraOccurrence, i);
      g_autoptr (SutraNameIndex) alone = NULL;
      g_autoptr (GArray) of_it = NULL;

      g_assert_cmpuint (o.start, >=, last);
      g_assert_cmpuint (o.start, <, o.stem_end);
      g_assert_cmpuint (o.stem_end, <=, o.end);
      g_assert_cmpuint (o.end, <=, sutra_text_get_length (text));
      g_assert_cmpuint (o.name, <, n_names);
      g_assert_true (sutra_akshara_is_boundary (text, o.start));
      g_assert_true (sutra_akshara_is_boundary (text, o.end));
      last = o.end;
      if (i >= 4)
        continue;
      alone = sutra_name_index_new (&names[o.name], 1);
      of_it = sutra_name_index_find (alone, text, NULL, NULL);
      g_assert_cmpuint (of_it->len, >, 0);
    }
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autofree char *bytes = g_strndup ((const char *) data, size);
  g_autofree char *string = g_utf8_make_valid (bytes, -1);
  g_autoptr (SutraText) text = NULL;
  g_autoptr (SutraNameIndex) index = NULL;
  g_autoptr (GArray) found = NULL, again = NULL;
  g_auto (GStrv) names = NULL;
  char *blank;

  g_strdelimit (string, "\r", ' ');
  blank = strstr (string, "\n\n");
  text = sutra_text_new_from_string (blank != NULL ? blank + 2 : string);
  if (blank != NULL)
    *blank = '\0';
  names = g_strsplit (string, "\n", -1);
  index = sutra_name_index_new ((const char *const *) names, g_strv_length (names));
  found = sutra_name_index_find (index, text, NULL, NULL);
  check_found (text, (const char *const *) names, g_strv_length (names), found);
  again = sutra_name_index_find (index, text, NULL, NULL);
  g_assert_cmpuint (again->len, ==, found->len);
  return 0;
}
