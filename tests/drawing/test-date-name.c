/* test-date-name.c: dates in the reader's language, and which types have dates
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "sutra-date-name.h"

#include "sutra-case.h"

#include <glib/gstdio.h>

static void
test_words (void)
{
  static const struct
  {
    const char *edtf;
    SutraDateNameCalendar calendar;
    const char *words;
  } rows[] = {
    { "2024-04-08", SUTRA_DATE_NAME_GREGORIAN, "8 April 2024" },
    { "2024-04-08", SUTRA_DATE_NAME_BANGLADESH, "8 April 2024 (25 Choitro 1430 Bangabda)" },
    { "2024-04-08", SUTRA_DATE_NAME_INDIA, "8 April 2024 (25 Choitro 1430 Bangabda, ±1 day)" },
    { "197X", SUTRA_DATE_NAME_BANGLADESH, "1970s" },
    /* What is no date is shown as it is. */
    { "next week 🙂", SUTRA_DATE_NAME_GREGORIAN, "next week 🙂" },
    { "2024-13", SUTRA_DATE_NAME_BANGLADESH, "2024-13" },
    { "", SUTRA_DATE_NAME_GREGORIAN, "" },
    { NULL, SUTRA_DATE_NAME_GREGORIAN, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *words = sutra_date_name_dup (rows[i].edtf, sutra_date_name_calendar (rows[i].calendar));

      g_assert_cmpstr (words, ==, rows[i].words);
    }
}

static void
test_types (void)
{
  g_autofree char *folder = g_dir_make_tmp ("sutra-date-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "তারিখ.sutra", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (SutraCase) the_case = sutra_case_create (path, NULL, &error);
  SutraTagset *tagset;
  SutraEntityType *quantity;
  const char *pairs[] = { "parent", "date", NULL };

  g_assert_no_error (error);
  tagset = sutra_case_get_tagset (the_case);
  quantity = sutra_tagset_get_by_slug (tagset, "quantity");
  g_assert_true (sutra_date_name_is_date_type (tagset, sutra_entity_type_get_id (sutra_tagset_get_by_slug (tagset, "date"))));
  g_assert_false (sutra_date_name_is_date_type (tagset, sutra_entity_type_get_id (sutra_tagset_get_by_slug (tagset, "person"))));
  g_assert_false (sutra_date_name_is_date_type (tagset, sutra_entity_type_get_id (quantity)));
  g_assert_true (sutra_case_set (the_case, sutra_entity_type_get_id (quantity), pairs, &error));
  g_assert_no_error (error);
  quantity = sutra_tagset_get_by_slug (tagset, "quantity");
  g_assert_true (sutra_date_name_is_date_type (tagset, sutra_entity_type_get_id (quantity)));

  g_clear_object (&the_case);
  g_remove (path);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/date-name/words", test_words);
  g_test_add_func ("/date-name/types", test_types);
  return g_test_run ();
}
