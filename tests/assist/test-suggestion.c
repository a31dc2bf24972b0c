/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-suggestion.h"

static void
test_kinds (void)
{
  for (int i = SUTRA_SUGGESTION_DATE; i <= SUTRA_SUGGESTION_CHECK; i++)
    g_assert_cmpint (sutra_suggestion_kind_from_string (sutra_suggestion_kind_to_string (i)), ==, i);
  g_assert_cmpint (sutra_suggestion_kind_from_string ("colour"), ==, -1);
  g_assert_cmpint (sutra_suggestion_kind_from_string (NULL), ==, -1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/assist/suggestion/kinds", test_kinds);
  return g_test_run ();
}
