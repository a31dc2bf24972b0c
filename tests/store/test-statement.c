/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store-fixture.h"

#include <math.h>

static void
test_bind (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_bytes_new_static ("\0\1\2", 3);
  g_autoptr (GBytes) empty = g_bytes_new_static (NULL, 0);
  g_autoptr (GBytes) back = NULL;
  g_autoptr (GBytes) empty_back = NULL;
  SutraId id = sutra_id_new ();
  SutraId null_id = SUTRA_ID_NULL;
  SutraId found;
  g_autoptr (SutraStatement) row =
      sutra_statement_new (f->store, &error, "SELECT ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?", "iiilssddbbb", &id, &null_id, NULL, G_MININT64,
                           "🧵 ক্ষ", NULL, 0.1, (double) NAN, bytes, empty, NULL);

  g_assert_no_error (error);
  g_assert_true (sutra_statement_next (row, &error));
  found = sutra_statement_get_id (row, 0);
  g_assert_true (sutra_id_equal (&found, &id));
  for (int column = 1; column <= 10; column++)
    g_assert_true (sutra_statement_is_null (row, column) == (column == 1 || column == 2 || column == 5 || column == 7 || column == 10));
  found = sutra_statement_get_id (row, 1);
  g_assert_true (sutra_id_is_null (&found));
  g_assert_cmpint (sutra_statement_get_int (row, 3), ==, G_MININT64);
  g_assert_cmpstr (sutra_statement_get_text (row, 4), ==, "🧵 ক্ষ");
  g_assert_null (sutra_statement_get_text (row, 5));
  g_assert_cmpfloat (sutra_statement_get_double (row, 6), ==, 0.1);
  g_assert_true (isnan (sutra_statement_get_double (row, 7)));
  back = sutra_statement_dup_bytes (row, 8);
  g_assert_true (g_bytes_equal (back, bytes));
  empty_back = sutra_statement_dup_bytes (row, 9);
  g_assert_cmpuint (g_bytes_get_size (empty_back), ==, 0);
  g_assert_null (sutra_statement_dup_bytes (row, 10));
  g_assert_false (sutra_statement_next (row, &error));
  g_assert_no_error (error);
}

/* The same SQL within itself, five deep: each has its own cursor. */
static guint
count_nested (SutraStore *store, int depth)
{
  g_autoptr (SutraStatement) row = sutra_statement_new (store, NULL, "VALUES (1), (2), (3)", "");
  guint n = 0;

  while (sutra_statement_next (row, NULL))
    n += depth > 1 ? count_nested (store, depth - 1) : 1;
  return n;
}

static void
test_nested (Fixture *f, gconstpointer data)
{
  for (int i = 0; i < 3; i++)
    g_assert_cmpuint (count_nested (f->store, 5), ==, 243);
}

static void
test_many (Fixture *f, gconstpointer data)
{
  g_autoptr (SutraStatement) held = sutra_statement_new (f->store, NULL, "VALUES (1), (2), (3)", "");

  /* More than are kept; one that is in use stays good. */
  g_assert_true (sutra_statement_next (held, NULL));
  for (int round = 0; round < 2; round++)
    for (int i = 0; i < 700; i++)
      {
        g_autofree char *sql = g_strdup_printf ("SELECT %d", i);

        g_assert_cmpint (sutra_store_get_int (f->store, -1, sql, ""), ==, i);
      }
  g_assert_true (sutra_statement_next (held, NULL));
  g_assert_cmpint (sutra_statement_get_int (held, 0), ==, 2);
}

static void
test_changed (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  sutra_store_begin (f->store, &error);
  for (int i = 0; i < 3; i++)
    insert_entity (f->store, &f->type, "x");
  g_assert_true (sutra_store_run (f->store, &error, "UPDATE entity SET notes = 'n'", ""));
  g_assert_cmpint (sutra_store_get_changed (f->store), ==, 3);
  g_assert_true (sutra_store_run (f->store, &error, "DELETE FROM entity WHERE notes = 'other'", ""));
  g_assert_cmpint (sutra_store_get_changed (f->store), ==, 0);
  sutra_store_rollback (f->store);
  g_assert_cmpint (sutra_store_get_int (f->store, 77, "SELECT 1 WHERE 0", ""), ==, 77);
  g_assert_cmpint (sutra_store_get_int (f->store, 77, "SELECT NULL", ""), ==, 77);
}

static void
test_constraint (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  sutra_store_begin (f->store, &error);
  g_assert_false (sutra_store_run (f->store, &error, "UPDATE type SET slug = NULL", ""));
  g_assert_error (error, SUTRA_ERROR, SUTRA_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_false (sutra_store_run (f->store, &error, "UPDATE type SET position = 'x'", ""));
  g_assert_error (error, SUTRA_ERROR, SUTRA_ERROR_INVALID);
  sutra_store_rollback (f->store);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func) g_test_add ("/store/statement/" name, Fixture, NULL, fixture_set_up, func, fixture_tear_down)
  ADD ("bind", test_bind);
  ADD ("nested", test_nested);
  ADD ("many", test_many);
  ADD ("changed", test_changed);
  ADD ("constraint", test_constraint);
  return g_test_run ();
}
