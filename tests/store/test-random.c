/* Random edits, undos and redos, compared after each with a model that keeps whole copies of all rows.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store-fixture.h"

#include <string.h>

#include "sutra-check.h"

#define N_STEPS 5200

/**
 * Model:
 *
 * Rows as text: mention id → "start|end|note|entity", entity id → "label". States of undo and redo are whole copies.
 */
typedef struct
{
  GHashTable *mentions;
  GHashTable *entities;
  GPtrArray *past;   /* of Model *, without stacks */
  GPtrArray *future; /* of Model * */
} Model;

static void
copy_row (gpointer id, gpointer row, gpointer target)
{
  g_hash_table_insert (target, g_memdup2 (id, sizeof (SutraId)), g_strdup (row));
}

static GHashTable *
new_table (void)
{
  return g_hash_table_new_full (sutra_id_hash, sutra_id_equal, g_free, g_free);
}

static void
model_free (gpointer data)
{
  Model *self = data;

  g_clear_pointer (&self->mentions, g_hash_table_unref);
  g_clear_pointer (&self->entities, g_hash_table_unref);
  g_clear_pointer (&self->past, g_ptr_array_unref);
  g_clear_pointer (&self->future, g_ptr_array_unref);
  g_free (self);
}

static Model *
model_copy (Model *self)
{
  Model *copy = g_new0 (Model, 1);

  copy->mentions = new_table ();
  copy->entities = new_table ();
  g_hash_table_foreach (self->mentions, copy_row, copy->mentions);
  g_hash_table_foreach (self->entities, copy_row, copy->entities);
  return copy;
}

static void
model_set (Model *self, Model *from)
{
  g_hash_table_unref (self->mentions);
  g_hash_table_unref (self->entities);
  self->mentions = g_hash_table_ref (from->mentions);
  self->entities = g_hash_table_ref (from->entities);
}

static gpointer
pick (GHashTable *table)
{
  guint n = g_hash_table_size (table);
  g_autofree gpointer *keys = g_hash_table_get_keys_as_array (table, NULL);

  return n > 0 ? keys[g_test_rand_int_range (0, (int) n)] : NULL;
}

static char *
mention_row (gint64 start, gint64 end, const char *note, const SutraId *entity)
{
  char buffer[SUTRA_ID_STRING_SIZE];

  return g_strdup_printf ("%" G_GINT64_FORMAT "|%" G_GINT64_FORMAT "|%s|%s", start, end, note != NULL ? note : "",
                          entity != NULL ? sutra_id_to_string (entity, buffer) : "");
}

static void
put (GHashTable *table, const SutraId *id, char *row)
{
  g_hash_table_replace (table, g_memdup2 (id, sizeof *id), row);
}

static void
change_mention (Fixture *f, Model *model, const SutraId *id)
{
  static const char *const notes[] = { NULL, "🧵", "ক্ষ", "অ্যা" };
  const char *note = notes[g_test_rand_int_range (0, 4)];
  gint64 start = g_test_rand_int_range (0, 1000);
  const SutraId *entity = pick (model->entities);

  sutra_store_run (f->store, NULL, "UPDATE mention SET start = ?, \"end\" = ?, note = ?, entity = ? WHERE id = ?", "llsii", start,
                   start + 9, note, entity, id);
  put (model->mentions, id, mention_row (start, start + 9, note, entity));
}

static void
delete_entity (Fixture *f, Model *model, const SutraId *entity)
{
  char buffer[SUTRA_ID_STRING_SIZE];
  GHashTableIter iter;
  char *row;

  /* As the model does it: what points to the row first, by hand. */
  sutra_store_run (f->store, NULL, "UPDATE mention SET entity = NULL WHERE entity = ?", "i", entity);
  sutra_store_run (f->store, NULL, "DELETE FROM entity WHERE id = ?", "i", entity);
  sutra_id_to_string (entity, buffer);
  g_hash_table_iter_init (&iter, model->mentions);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *) &row))
    if (g_str_has_suffix (row, buffer))
      {
        char *cut = g_strndup (row, strlen (row) - strlen (buffer));

        g_hash_table_iter_replace (&iter, cut);
      }
  g_hash_table_remove (model->entities, entity);
}

static void
random_change (Fixture *f, Model *model)
{
  int what = g_test_rand_int_range (0, 100);
  gint64 start = g_test_rand_int_range (0, 1000);
  SutraId id;
  SutraId *some;

  if (what < 45)
    {
      const SutraId *entity = pick (model->entities);

      id = insert_mention (f->store, &f->article, &f->type, entity, start, start + 5);
      put (model->mentions, &id, mention_row (start, start + 5, NULL, entity));
    }
  else if (what < 70 && (some = pick (model->mentions)) != NULL)
    {
      change_mention (f, model, some);
    }
  else if (what < 85 && (some = pick (model->mentions)) != NULL)
    {
      sutra_store_run (f->store, NULL, "DELETE FROM mention WHERE id = ?", "i", some);
      g_hash_table_remove (model->mentions, some);
    }
  else if (what < 95 || (some = pick (model->entities)) == NULL)
    {
      id = insert_entity (f->store, &f->type, "ভারত");
      put (model->entities, &id, g_strdup ("ভারত"));
    }
  else
    {
      id = *some;
      delete_entity (f, model, &id);
    }
}

/* A step of one to three transactions of one to six changes. */
static void
random_edit (Fixture *f, Model *model)
{
  g_autoptr (GError) error = NULL;
  Model *before = model_copy (model);
  gint64 step = 0;
  gint64 n_history = count_rows (f->store, "history");
  int n = g_test_rand_int_range (0, 8) == 0 ? 3 : 1;

  for (int i = 0; i < n; i++)
    {
      sutra_store_begin (f->store, &error);
      for (int j = g_test_rand_int_range (1, 7); j > 0; j--)
        random_change (f, model);
      if (n == 1)
        g_assert_true (sutra_store_commit (f->store, SUTRA_EDIT_SET_MENTION, NULL, 1, NULL, &error));
      else
        g_assert_true (sutra_store_commit_step (f->store, SUTRA_EDIT_SET_MENTION, NULL, 1, &step, NULL, &error));
      g_assert_no_error (error);
    }
  /* A mention that was added and deleted again is no change. */
  if (count_rows (f->store, "history") == n_history)
    {
      model_free (before);
      return;
    }
  g_ptr_array_add (model->past, before);
  g_ptr_array_set_size (model->future, 0);
}

static void
random_move (Fixture *f, Model *model, gboolean undo)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *from = undo ? model->past : model->future;
  GPtrArray *to = undo ? model->future : model->past;
  gboolean done;
  Model *state;

  /* What is left to undo is the article, without which there is nothing to edit. */
  if (undo && from->len == 0)
    return;

  done = undo ? sutra_history_undo (f->store, NULL, NULL, &error) : sutra_history_redo (f->store, NULL, NULL, &error);
  if (from->len == 0)
    {
      g_assert_false (done);
      g_assert_error (error, SUTRA_ERROR, SUTRA_ERROR_NOT_FOUND);
      return;
    }
  g_assert_no_error (error);
  g_assert_true (done);
  g_ptr_array_add (to, model_copy (model));
  state = g_ptr_array_steal_index (from, from->len - 1);
  model_set (model, state);
  model_free (state);
}

static void
compare (Fixture *f, Model *model)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SutraStatement) row = sutra_statement_new (f->store, &error, "SELECT id, start, \"end\", note, entity FROM mention", "");
  guint n = 0;

  for (; sutra_statement_next (row, &error); n++)
    {
      SutraId id = sutra_statement_get_id (row, 0);
      SutraId entity = sutra_statement_get_id (row, 4);
      g_autofree char *text = mention_row (sutra_statement_get_int (row, 1), sutra_statement_get_int (row, 2),
                                           sutra_statement_get_text (row, 3), sutra_id_is_null (&entity) ? NULL : &entity);

      g_assert_cmpstr (text, ==, g_hash_table_lookup (model->mentions, &id));
    }
  g_assert_no_error (error);
  g_assert_cmpuint (n, ==, g_hash_table_size (model->mentions));
  g_assert_cmpint (count_rows (f->store, "entity"), ==, g_hash_table_size (model->entities));
}

static void
test_differential (Fixture *f, gconstpointer data)
{
  Model *model = g_new0 (Model, 1);
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (GError) error = NULL;
  guint n_edits = 0;

  sutra_store_set_automatic_checkpoint (f->store, FALSE);
  model->mentions = new_table ();
  model->entities = new_table ();
  model->past = g_ptr_array_new_with_free_func (model_free);
  model->future = g_ptr_array_new_with_free_func (model_free);

  for (int i = 0; i < N_STEPS; i++)
    {
      int what = g_test_rand_int_range (0, 100);
      /* Phases that undo much and phases that edit much, so that the lines get long and are cut. */
      int edits = i / 200 % 2 == 0 ? 60 : 10;

      if (what < edits)
        {
          random_edit (f, model);
          n_edits++;
        }
      else
        random_move (f, model, what < edits + (100 - edits) / 2);
      compare (f, model);
      if (i % 500 == 499)
        {
          sutra_store_close (f->store);
          f->store = sutra_store_open (f->path, SUTRA_STORE_DEFAULT, &error);
          g_assert_no_error (error);
        }
    }

  g_test_message ("%u edits, %" G_GINT64_FORMAT " history rows, %u mentions at the end", n_edits, count_rows (f->store, "history"),
                  g_hash_table_size (model->mentions));
  findings = sutra_check_run (f->store, NULL, &error);
  g_assert_no_error (error);
  /* The mentions lie anywhere, so their quotes are wrong; everything else must be in order. */
  for (guint i = 0; i < findings->len; i++)
    g_assert_true (g_str_has_prefix (((SutraFinding *) findings->pdata[i])->where, "mention "));
  model_free (model);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/store/random/differential", Fixture, NULL, fixture_set_up, test_differential, fixture_tear_down);
  return g_test_run ();
}
