/* The reader of changesets against hostile bytes, and the comparison of changesets.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store-fixture.h"

#include <string.h>

#include "sutra-changeset-compare.h"
#include "sutra-store-private.h"

/* An edit of every kind of value and operation. */
static GBytes *
make_changeset (Fixture *f)
{
  SutraId mention = add_mention (f->store, &f->article, &f->type, 1, NULL);
  SutraId other = add_mention (f->store, &f->article, &f->type, 2, NULL);
  g_autoptr (SutraStatement) row = NULL;
  g_autoptr (GError) error = NULL;
  SutraId entity;

  sutra_store_begin (f->store, &error);
  entity = insert_entity (f->store, &f->type, "ভারত 🧵");
  insert_entity (f->store, &f->type, "");
  sutra_store_run (f->store, &error, "UPDATE entity SET latitude = 51.25, longitude = -7.5 WHERE id = ?", "i", &entity);
  sutra_store_run (f->store, &error, "UPDATE mention SET note = 'ক্ষ', entity = ?, start = 3 WHERE id = ?", "ii", &entity, &mention);
  sutra_store_run (f->store, &error, "DELETE FROM mention WHERE id = ?", "i", &other);
  sutra_store_commit (f->store, SUTRA_EDIT_SET_MENTION, NULL, 1, NULL, &error);
  g_assert_no_error (error);
  row = sutra_statement_new (f->store, &error, "SELECT changeset FROM history ORDER BY seq DESC LIMIT 1", "");
  g_assert_true (sutra_statement_next (row, &error));
  return sutra_statement_dup_bytes (row, 0);
}

static gboolean
validate (GBytes *bytes)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);

  return sutra_changeset_validate (data, size);
}

static void
test_validate (Fixture *f, gconstpointer data)
{
  g_autoptr (GBytes) changeset = make_changeset (f);
  gsize size = g_bytes_get_size (changeset);
  g_autofree guint8 *copy = NULL;
  guint n_ends = 0;

  g_assert_true (validate (changeset));
  /* Cut anywhere but between two changes it is refused. */
  for (gsize cut = 0; cut < size; cut++)
    {
      g_autoptr (GBytes) part = g_bytes_new (g_bytes_get_data (changeset, NULL), cut);

      n_ends += validate (part);
    }
  g_assert_cmpuint (n_ends, <, 10);

  /* Another table's name. */
  copy = g_memdup2 (g_bytes_get_data (changeset, NULL), size);
  memcpy (memmem (copy, size, "entity", 7), "nobody", 6);
  g_assert_false (sutra_changeset_validate (copy, size));
}

/* What passes our check is read by SQLite without a crash (run under a sanitizer), and applied only if it fits the rows exactly. */
static void
test_random_damage (Fixture *f, gconstpointer data)
{
  g_autoptr (GBytes) changeset = make_changeset (f);
  g_autofree char *before = dump_rows (f->store);
  gsize size = g_bytes_get_size (changeset);
  guint n_valid = 0;
  guint n_applied = 0;

  for (int round = 0; round < 3000; round++)
    {
      guint8 *copy = g_memdup2 (g_bytes_get_data (changeset, NULL), size);
      g_autoptr (GBytes) damaged = NULL;
      g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (SutraChange));

      for (int i = g_test_rand_int_range (1, 4); i > 0; i--)
        copy[g_test_rand_int_range (0, (int) size)] = (guint8) g_test_rand_int_range (0, 256);
      damaged = g_bytes_new_take (copy, size);
      n_valid += validate (damaged);
      sutra_changeset_list (f->store, damaged, round % 2 == 0, rows, NULL);
      g_assert_true (sutra_edit_lock (f->store, NULL));
      n_applied += sutra_changeset_apply (f->store, damaged, TRUE, NULL);
      sutra_store_rollback (f->store);
    }
  g_test_message ("of 3,000 damaged changesets %u were well-formed and %u fitted", n_valid, n_applied);
  {
    g_autofree char *after = dump_rows (f->store);

    g_assert_cmpstr (before, ==, after);
  }
}

static void
test_same (Fixture *f, gconstpointer data)
{
  g_autoptr (GBytes) changeset = make_changeset (f);
  gsize size = g_bytes_get_size (changeset);
  g_autofree guint8 *copy = g_memdup2 (g_bytes_get_data (changeset, NULL), size);
  g_autoptr (GBytes) other = NULL;
  guint8 *note;

  g_assert_true (sutra_changeset_same (changeset, changeset));
  g_assert_false (sutra_changeset_same (changeset, NULL));
  note = memmem (copy, size, "ক্ষ", strlen ("ক্ষ"));
  note[2] ^= 1;
  other = g_bytes_new (copy, size);
  g_assert_true (validate (other));
  g_assert_false (sutra_changeset_same (changeset, other));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func) g_test_add ("/store/changeset/" name, Fixture, NULL, fixture_set_up, func, fixture_tear_down)
  ADD ("validate", test_validate);
  ADD ("random-damage", test_random_damage);
  ADD ("same", test_same);
  return g_test_run ();
}
