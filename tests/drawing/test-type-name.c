/* test-type-name.c: what entity types are called
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "sutra-type-name.h"

#include "sutra-case.h"

#include <glib/gstdio.h>

/* Every type of the default tagset has a stock name, equal to the model's English one; unknown slugs have none. */
static void
test_stock_names (void)
{
  g_autoptr (GPtrArray) specs = sutra_tagset_default_specs ();

  g_assert_cmpuint (specs->len, ==, 11);
  for (guint i = 0; i < specs->len; i++)
    {
      const SutraTypeSpec *spec = specs->pdata[i];

      g_assert_nonnull (sutra_type_style_stock_name (spec->slug));
    }
  g_assert_cmpstr (sutra_type_style_stock_name ("person"), ==, "Person");
  g_assert_null (sutra_type_style_stock_name ("Person"));
  g_assert_null (sutra_type_style_stock_name (""));
  g_assert_null (sutra_type_style_stock_name (NULL));
}

/* The user's own name comes before the stock one. */
static void
test_own_name (void)
{
  g_autofree char *folder = g_dir_make_tmp ("sutra-type-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "নাম.sutra", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (SutraCase) the_case = sutra_case_create (path, NULL, &error);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  const char *pairs[] = { "name", "ব্যক্তি 🙂", NULL };
  SutraEntityType *type;

  g_assert_no_error (error);
  type = sutra_tagset_get_by_slug (sutra_case_get_tagset (the_case), "person");
  before = sutra_type_style_dup_name (type);
  g_assert_cmpstr (before, ==, "Person");
  g_assert_true (sutra_case_set (the_case, sutra_entity_type_get_id (type), pairs, &error));
  g_assert_no_error (error);
  after = sutra_type_style_dup_name (type);
  g_assert_cmpstr (after, ==, "ব্যক্তি 🙂");

  sutra_case_close (the_case);
  g_unlink (path);
  g_rmdir (folder);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/type-name/stock", test_stock_names);
  g_test_add_func ("/type-name/own", test_own_name);
  return g_test_run ();
}
