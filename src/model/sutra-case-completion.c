/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-case.h"
#include "sutra-case-private.h"
#include "sutra-collate.h"
#include "sutra-fold.h"
#include "sutra-inflection.h"
#include "sutra-words.h"

/* How many rows of one rank are looked at before they are ordered. */
#define MAX_ROWS 500

void
sutra_completion_free (SutraCompletion *self)
{
  if (self == NULL)
    return;

  g_free (self->label);
  g_free (self->matched);
  g_free (self);
}

/* ---- The forms under which a name may be known ---- */

/* The fold keys of the dictionary forms that @text may be an inflection of, best first, @text itself among them. @bases (nullable) receives
 * the forms. Only the last word of a name is inflected. */
static GPtrArray *
stem_keys (const char *text, GPtrArray *bases)
{
  GPtrArray *keys = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (SutraText) whole = sutra_text_new_from_string (text);
  gsize length = sutra_text_get_length (whole);
  g_autofree char *head = NULL;
  g_autofree char *word = NULL;
  g_autoptr (GArray) stems = NULL;
  gsize start, end;

  if (!sutra_words_at (whole, length, &start, &end) || end != length)
    start = length > 0 && strpbrk (text, " \t\n") == NULL ? 0 : length;
  /* A suffix after a hyphen is a word of its own there. */
  if (start > 0 && start < length && sutra_text_char_at (whole, start - 1) == '-')
    {
      gsize before = start - 1, before_start, before_end;

      /* এমইএ -এর */
      while (before > 0 && sutra_text_char_at (whole, before - 1) == ' ')
        before--;
      if (sutra_words_at (whole, before, &before_start, &before_end))
        start = before_start;
    }

  head = sutra_text_slice (whole, 0, start);
  word = sutra_text_slice (whole, start, length);
  if (word[0] != '\0')
    stems = sutra_inflection_stems (word);
  for (guint i = 0; stems != NULL && i < stems->len; i++)
    {
      g_autofree char *base = g_strconcat (head, g_array_index (stems, SutraStem, i).base, NULL);

      g_ptr_array_add (keys, sutra_fold_string (base, -1));
      if (bases != NULL)
        g_ptr_array_add (bases, g_steal_pointer (&base));
    }
  if (stems == NULL || stems->len == 0)
    {
      g_ptr_array_add (keys, sutra_fold_string (text, -1));
      if (bases != NULL)
        g_ptr_array_add (bases, g_strdup (text));
    }
  return keys;
}

/* The entity whose label or alias has the fold key @key, the one with the most mentions if there are several. */
static SutraId
entity_with_key (SutraCase *self, const char *key, const SutraId *type)
{
  g_autoptr (SutraStatement) row =
      sutra_statement_new (self->store, NULL,
                           "SELECT id FROM (SELECT id, type FROM entity WHERE label_key = ?1 UNION SELECT entity.id, type FROM alias"
                           " JOIN entity ON entity.id = alias.entity WHERE text_key = ?1) AS e WHERE ?2 IS NULL OR type = ?2"
                           " ORDER BY (SELECT count(*) FROM mention WHERE entity = e.id) DESC, id LIMIT 1",
                           "si", key, type);

  return row != NULL && sutra_statement_next (row, NULL) ? sutra_statement_get_id (row, 0) : SUTRA_ID_NULL;
}

char *
sutra_case_guess_entity (SutraCase *self, const SutraId *article, guint start, guint end, const SutraId *type, SutraId *entity)
{
  g_autoptr (SutraText) text = NULL;
  g_autoptr (GPtrArray) keys = NULL;
  g_autoptr (GPtrArray) bases = NULL;
  g_autofree char *span = NULL;

  g_return_val_if_fail (SUTRA_IS_CASE (self), NULL);
  g_return_val_if_fail (article != NULL, NULL);

  if (entity != NULL)
    *entity = SUTRA_ID_NULL;
  text = self->store != NULL ? sutra_case_dup_text (self, article, NULL) : NULL;
  if (text == NULL || start >= end || end > sutra_text_get_length (text))
    return g_strdup ("");

  span = sutra_text_slice (text, start, end);
  bases = g_ptr_array_new_with_free_func (g_free);
  keys = stem_keys (span, bases);
  for (guint i = 0; i < keys->len; i++)
    {
      const char *key = g_ptr_array_index (keys, i);
      SutraId found = key[0] != '\0' ? entity_with_key (self, key, type) : SUTRA_ID_NULL;

      if (!sutra_id_is_null (&found))
        {
          if (entity != NULL)
            *entity = found;
          return g_strdup (g_ptr_array_index (bases, i));
        }
    }

  return sutra_text_slice (text, start, sutra_inflection_guess_stem_end (text, start, end, NULL));
}

/* ---- Completion ---- */

typedef struct
{
  SutraCase *the_case;
  SutraId type;
  guint limit;
  GHashTable *known; /* SutraId in the result's elements */
  GPtrArray *result;
} Completion;

static int
compare_completions (gconstpointer a, gconstpointer b, gpointer data)
{
  const SutraCompletion *x = *(SutraCompletion *const *) a;
  const SutraCompletion *y = *(SutraCompletion *const *) b;
  const SutraId *type = data;
  gboolean x_type = sutra_id_equal (&x->type, type);
  gboolean y_type = sutra_id_equal (&y->type, type);
  int order;

  if (x_type != y_type)
    return x_type ? -1 : 1;
  if (x->mention_count != y->mention_count)
    return x->mention_count > y->mention_count ? -1 : 1;
  order = sutra_collate (x->label, y->label);
  return order != 0 ? order : sutra_id_compare (&x->entity, &y->entity);
}

/* Puts the rows (entity, type, label, alias or NULL) that are not there yet behind the result, in order. */
static gboolean
take_rank (Completion *self, SutraStatement *rows, GError **error)
{
  g_autoptr (GPtrArray) rank = g_ptr_array_new ();
  g_autoptr (GError) local_error = NULL;

  while (rows != NULL && sutra_statement_next (rows, &local_error))
    {
      SutraId id = sutra_statement_get_id (rows, 0);
      SutraCompletion *completion;

      if (g_hash_table_contains (self->known, &id))
        continue;
      completion = g_new0 (SutraCompletion, 1);
      completion->entity = id;
      completion->type = sutra_statement_get_id (rows, 1);
      completion->label = sutra_statement_dup_text (rows, 2);
      completion->matched = sutra_statement_dup_text (rows, 3);
      completion->mention_count =
          (guint) sutra_store_get_int (self->the_case->store, 0, "SELECT count(*) FROM mention WHERE entity = ? AND status = 0", "i", &id);
      g_hash_table_add (self->known, &completion->entity);
      g_ptr_array_add (rank, completion);
    }

  g_ptr_array_sort_with_data (rank, compare_completions, &self->type);
  for (guint i = 0; i < rank->len; i++)
    g_ptr_array_add (self->result, g_ptr_array_index (rank, i));
  if (rows == NULL || local_error != NULL)
    {
      if (local_error != NULL)
        g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  return TRUE;
}

/* Entities whose label or alias has a key from @low to @high. */
static gboolean
take_keys (Completion *self, const char *low, const char *high, GError **error)
{
  g_autoptr (SutraStatement) rows = NULL;

  if (self->result->len >= self->limit)
    return TRUE;
  /* The chosen type first, so that its rows are not among those cut off. */
  rows = sutra_statement_new (self->the_case->store, error,
                              "SELECT * FROM (SELECT id, type, label, NULL AS matched FROM entity WHERE label_key BETWEEN ?1 AND ?2"
                              " UNION ALL SELECT entity.id, type, label, text FROM alias JOIN entity ON entity.id = alias.entity"
                              " WHERE text_key BETWEEN ?1 AND ?2) ORDER BY type IS ?3 DESC, matched IS NULL DESC LIMIT ?4",
                              "ssil", low, high, &self->type, (gint64) MAX_ROWS);
  return take_rank (self, rows, error);
}

static gboolean
take_words (Completion *self, const char *key, GError **error)
{
  g_autoptr (SutraStatement) rows = NULL;
  g_autofree char *spaced = NULL;
  g_autofree char *hyphened = NULL;

  if (self->result->len >= self->limit)
    return TRUE;
  spaced = g_strconcat (" ", key, NULL);
  hyphened = g_strconcat ("-", key, NULL);
  rows =
      sutra_statement_new (self->the_case->store, error,
                           "SELECT * FROM (SELECT id, type, label, NULL AS matched FROM entity"
                           " WHERE instr (label_key, ?1) OR instr (label_key, ?2)"
                           " UNION ALL SELECT entity.id, type, label, text FROM alias JOIN entity ON entity.id = alias.entity"
                           " WHERE instr (text_key, ?1) OR instr (text_key, ?2)) ORDER BY type IS ?3 DESC, matched IS NULL DESC LIMIT ?4",
                           "ssil", spaced, hyphened, &self->type, (gint64) MAX_ROWS);
  return take_rank (self, rows, error);
}

/* A key that no key which begins with @key exceeds. */
static char *
key_after (const char *key)
{
  return g_strconcat (key, "\xf4\x8f\xbf\xbf", NULL);
}

GPtrArray *
sutra_case_complete_entity (SutraCase *self, const char *text, const SutraId *type, guint limit, GError **error)
{
  g_autofree char *clean = NULL;
  g_autofree char *key = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GPtrArray) stems = NULL;
  g_autoptr (GPtrArray) result = g_ptr_array_new_with_free_func ((GDestroyNotify) sutra_completion_free);
  g_autoptr (GHashTable) known = g_hash_table_new (sutra_id_hash, sutra_id_equal);
  Completion completion = { self, type != NULL ? *type : SUTRA_ID_NULL, limit, known, result };
  gboolean ok;

  g_return_val_if_fail (SUTRA_IS_CASE (self), NULL);
  g_return_val_if_fail (text != NULL, NULL);

  if (self->store == NULL)
    return sutra_case_fail_closed (error), NULL;
  if (!g_utf8_validate (text, -1, NULL))
    return sutra_case_fail (error, SUTRA_ERROR_INVALID, "What was typed is not valid UTF-8."), NULL;

  clean = g_strstrip (g_strdup (text));
  key = sutra_fold_string (clean, -1);
  if (key[0] == '\0' || limit == 0)
    return g_steal_pointer (&result);

  after = key_after (key);
  stems = stem_keys (clean, NULL);
  ok = take_keys (&completion, key, key, error);
  for (guint i = 0; i < stems->len && ok; i++)
    {
      if (((const char *) g_ptr_array_index (stems, i))[0] != '\0')
        ok = take_keys (&completion, g_ptr_array_index (stems, i), g_ptr_array_index (stems, i), error);
    }
  ok = ok && take_keys (&completion, key, after, error) && take_words (&completion, key, error);
  if (!ok)
    return NULL;

  if (result->len > limit)
    g_ptr_array_set_size (result, (int) limit);
  return g_steal_pointer (&result);
}
