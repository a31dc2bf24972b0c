/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-known-names.h"

#include "sutra-fold.h"
#include "sutra-name-index.h"
#include "sutra-statement.h"

#include <string.h>

/* How many rows are read between two looks at the cancellable. */
#define STEP 1024

struct _SutraKnownNames
{
  gatomicrefcount ref_count;
  GPtrArray *names;      /* char *, one for each fold key */
  GArray *first_owner;   /* guint, one more than names */
  GArray *owners;        /* SutraNameOwner */
  GHashTable *keys;      /* fold key (owned) to the number of its name */
  GStringChunk *strings; /* labels and slugs */
  SutraNameIndex *index;
};

/* ---- Reading ---- */

typedef struct
{
  guint name;
  SutraNameOwner owner;
} Row;

/* The fold key, in which any white space counts as one space: what the matcher takes for the same. */
static char *
key_of (const char *name)
{
  g_autofree char *folded = sutra_fold_string (name, -1);
  g_autoptr (GString) key = g_string_sized_new (strlen (folded));

  for (const char *p = folded; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!g_unichar_isspace (c))
        g_string_append_unichar (key, c);
      else if (key->len > 0 && key->str[key->len - 1] != ' ')
        g_string_append_c (key, ' ');
    }
  if (key->len > 0 && key->str[key->len - 1] == ' ')
    g_string_truncate (key, key->len - 1);
  return g_strdup (key->str);
}

static int
compare_rows (gconstpointer a, gconstpointer b)
{
  const Row *x = a;
  const Row *y = b;
  int order;

  if (x->name != y->name)
    return x->name < y->name ? -1 : 1;
  order = strcmp (x->owner.slug, y->owner.slug);
  if (order == 0)
    order = strcmp (x->owner.label, y->owner.label);
  if (order == 0)
    order = sutra_id_compare (&x->owner.entity, &y->owner.entity);
  return order != 0 ? order : x->owner.alias - y->owner.alias;
}

static void
take_row (SutraKnownNames *self, SutraStatement *statement, GArray *rows)
{
  const char *text = sutra_statement_get_text (statement, 2);
  const char *label = sutra_statement_get_text (statement, 3);
  const char *slug = sutra_statement_get_text (statement, 4);
  g_autofree char *key = NULL;
  gpointer number;
  Row row;

  if (text == NULL || label == NULL || slug == NULL)
    return;
  key = key_of (text);
  if (*key == '\0')
    return;
  if (!g_hash_table_lookup_extended (self->keys, key, NULL, &number))
    {
      number = GUINT_TO_POINTER (self->names->len);
      g_ptr_array_add (self->names, g_strdup (text));
      g_hash_table_insert (self->keys, g_steal_pointer (&key), number);
    }
  row = (Row){ GPOINTER_TO_UINT (number),
               { sutra_statement_get_id (statement, 0), sutra_statement_get_id (statement, 1),
                 g_string_chunk_insert_const (self->strings, label), g_string_chunk_insert_const (self->strings, slug),
                 sutra_statement_get_int (statement, 5) != 0 } };
  g_array_append_val (rows, row);
}

/* Lays the owners of each name together; an entity whose alias is its label counts once. */
static void
take_owners (SutraKnownNames *self, GArray *rows)
{
  guint next = 0;

  g_array_sort (rows, compare_rows);
  for (guint name = 0; name < self->names->len; name++)
    {
      const Row *last = NULL;

      g_array_append_val (self->first_owner, self->owners->len);
      for (; next < rows->len && g_array_index (rows, Row, next).name == name; next++)
        {
          const Row *row = &g_array_index (rows, Row, next);

          if (last == NULL || !sutra_id_equal (&last->owner.entity, &row->owner.entity))
            g_array_append_val (self->owners, row->owner);
          last = row;
        }
    }
  g_array_append_val (self->first_owner, self->owners->len);
}

static SutraKnownNames *
names_new (void)
{
  SutraKnownNames *self = g_new0 (SutraKnownNames, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->names = g_ptr_array_new_with_free_func (g_free);
  self->first_owner = g_array_new (FALSE, FALSE, sizeof (guint));
  self->owners = g_array_new (FALSE, FALSE, sizeof (SutraNameOwner));
  self->keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->strings = g_string_chunk_new (4096);
  return self;
}

SutraKnownNames *
sutra_known_names_read (SutraStore *store, GCancellable *cancellable, GError **error)
{
  g_autoptr (SutraKnownNames) self = names_new ();
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (Row));
  g_autoptr (SutraStatement) statement = NULL;
  g_autoptr (GError) local_error = NULL;

  g_return_val_if_fail (store != NULL, NULL);

  statement = sutra_statement_new (store, error,
                                   "SELECT entity.id, entity.type, label, label, slug, 0 FROM entity JOIN type ON type.id = entity.type"
                                   " WHERE type.entities <> 0"
                                   " UNION ALL SELECT entity.id, entity.type, alias.text, label, slug, 1 FROM alias"
                                   " JOIN entity ON entity.id = alias.entity JOIN type ON type.id = entity.type WHERE type.entities <> 0",
                                   "");
  if (statement == NULL)
    return NULL;
  for (guint i = 0; sutra_statement_next (statement, &local_error); i++)
    {
      if (i % STEP == 0 && g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;
      take_row (self, statement, rows);
    }
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }
  take_owners (self, rows);
  self->index = sutra_name_index_new ((const char *const *) self->names->pdata, self->names->len);
  return g_steal_pointer (&self);
}

SutraKnownNames *
sutra_known_names_ref (SutraKnownNames *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
sutra_known_names_unref (SutraKnownNames *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_clear_pointer (&self->index, sutra_name_index_unref);
  g_ptr_array_unref (self->names);
  g_array_unref (self->first_owner);
  g_array_unref (self->owners);
  g_hash_table_unref (self->keys);
  g_string_chunk_free (self->strings);
  g_free (self);
}

guint
sutra_known_names_count (SutraKnownNames *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->names->len;
}

GArray *
sutra_known_names_find (SutraKnownNames *self, SutraText *text, GCancellable *cancellable, GError **error)
{
  g_return_val_if_fail (self != NULL && text != NULL, NULL);

  return sutra_name_index_find (self->index, text, cancellable, error);
}

const char *
sutra_known_names_get (SutraKnownNames *self, guint i, const SutraNameOwner **owners, guint *n_owners)
{
  guint first;

  g_return_val_if_fail (self != NULL && i < self->names->len, NULL);
  g_return_val_if_fail (owners != NULL && n_owners != NULL, NULL);

  first = g_array_index (self->first_owner, guint, i);
  *owners = &g_array_index (self->owners, SutraNameOwner, first);
  *n_owners = g_array_index (self->first_owner, guint, i + 1) - first;
  return g_ptr_array_index (self->names, i);
}

gboolean
sutra_known_names_has (SutraKnownNames *self, const char *name)
{
  g_autofree char *key = NULL;

  g_return_val_if_fail (self != NULL && name != NULL, FALSE);

  key = key_of (name);
  return g_hash_table_contains (self->keys, key);
}

/* ---- What is kept with a case ---- */

typedef struct
{
  SutraKnownNames *names; /* (nullable) (owned) */
  guint64 state;
} Kept;

static void
kept_free (gpointer data)
{
  Kept *kept = data;

  g_clear_pointer (&kept->names, sutra_known_names_unref);
  g_free (kept);
}

/* "changed" comes while the case object lives, and what is kept goes with it. */
static void
case_changed_cb (SutraCase *the_case, SutraChanges *changes, gpointer data)
{
  Kept *kept = data;

  for (guint i = 0; i < changes->rows->len; i++)
    {
      SutraTable table = g_array_index (changes->rows, SutraChange, i).table;

      if (table != SUTRA_TABLE_ENTITY && table != SUTRA_TABLE_ALIAS && table != SUTRA_TABLE_TYPE)
        continue;
      g_clear_pointer (&kept->names, sutra_known_names_unref);
      kept->state++;
      return;
    }
}

static Kept *
kept_of (SutraCase *the_case)
{
  static const char key[] = "sutra-known-names";
  Kept *kept = g_object_get_data (G_OBJECT (the_case), key);

  if (kept == NULL)
    {
      kept = g_new0 (Kept, 1);
      g_object_set_data_full (G_OBJECT (the_case), key, kept, kept_free);
      g_signal_connect (the_case, "changed", G_CALLBACK (case_changed_cb), kept);
    }
  return kept;
}

SutraKnownNames *
sutra_known_names_for_case (SutraCase *the_case, GCancellable *cancellable, GError **error)
{
  SutraStore *store;
  Kept *kept;

  g_return_val_if_fail (SUTRA_IS_CASE (the_case), NULL);

  store = sutra_case_get_store (the_case);
  if (store == NULL)
    {
      g_set_error (error, SUTRA_ERROR, SUTRA_ERROR_FAILED, "The case is closed. Open it again.");
      return NULL;
    }
  kept = kept_of (the_case);
  if (kept->names == NULL)
    kept->names = sutra_known_names_read (store, cancellable, error);
  return kept->names != NULL ? sutra_known_names_ref (kept->names) : NULL;
}

SutraKnownNames *
sutra_known_names_peek (SutraCase *the_case, guint64 *state)
{
  Kept *kept;

  g_return_val_if_fail (SUTRA_IS_CASE (the_case) && state != NULL, NULL);

  kept = kept_of (the_case);
  *state = kept->state;
  return kept->names != NULL ? sutra_known_names_ref (kept->names) : NULL;
}

void
sutra_known_names_keep (SutraCase *the_case, SutraKnownNames *names, guint64 state)
{
  Kept *kept;

  g_return_if_fail (SUTRA_IS_CASE (the_case) && names != NULL);

  kept = kept_of (the_case);
  if (kept->state != state || kept->names == names)
    return;
  g_clear_pointer (&kept->names, sutra_known_names_unref);
  kept->names = sutra_known_names_ref (names);
}
