/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-suggest-rules.h"

#include "sutra-statement.h"

/* ---- What the rules read ---- */

void
sutra_suggest_input_free (SutraSuggestInput *self)
{
  g_clear_pointer (&self->text, sutra_text_unref);
  g_clear_pointer (&self->names, sutra_known_names_unref);
  g_clear_pointer (&self->repeated, g_ptr_array_unref);
  g_clear_pointer (&self->repeated_types, g_array_unref);
  g_clear_pointer (&self->repeated_slugs, g_ptr_array_unref);
  g_free (self->published);
  g_free (self->language);
  g_free (self->digest);
  g_free (self);
}

static SutraId
type_with_slug (SutraStore *store, const char *slug)
{
  g_autoptr (SutraStatement) row = sutra_statement_new (store, NULL, "SELECT id FROM type WHERE slug = ?", "s", slug);

  return row != NULL && sutra_statement_next (row, NULL) ? sutra_statement_get_id (row, 0) : SUTRA_ID_NULL;
}

static gboolean
read_article (SutraSuggestInput *self, SutraStore *store, GError **error)
{
  g_autoptr (SutraStatement) row =
      sutra_statement_new (store, error, "SELECT published, language FROM article WHERE id = ?", "i", &self->article);
  g_autoptr (GError) local_error = NULL;
  char id[SUTRA_ID_STRING_SIZE];

  if (row == NULL)
    return FALSE;
  if (sutra_statement_next (row, &local_error))
    {
      self->published = sutra_statement_dup_text (row, 0);
      self->language = sutra_statement_dup_text (row, 1);
      return TRUE;
    }
  if (local_error != NULL)
    g_propagate_error (error, g_steal_pointer (&local_error));
  else
    g_set_error (error, SUTRA_ERROR, SUTRA_ERROR_NOT_FOUND, "There is no article %s in the case.", sutra_id_to_string (&self->article, id));
  return FALSE;
}

/* What was marked by hand in the article without an entity, in its dictionary form; if with several types, with the one that it was marked with most. */
static gboolean
read_repeated (SutraSuggestInput *self, SutraStore *store, GError **error)
{
  g_autoptr (SutraStatement) row = sutra_statement_new (
      store, error,
      "SELECT substr (quote, 1, stem_end - start) AS name, type.id, slug FROM mention JOIN type ON type.id = mention.type"
      " WHERE article = ? AND entity IS NULL AND status = 0 AND origin IN (0, 1) AND fragments IS NULL AND type.entities <> 0"
      " GROUP BY quote_key, type.id ORDER BY count (*) DESC, type.id, name",
      "i", &self->article);
  g_autoptr (GError) local_error = NULL;

  self->repeated = g_ptr_array_new_with_free_func (g_free);
  self->repeated_types = g_array_new (FALSE, FALSE, sizeof (SutraId));
  self->repeated_slugs = g_ptr_array_new_with_free_func (g_free);
  if (row == NULL)
    return FALSE;
  while (sutra_statement_next (row, &local_error))
    {
      SutraId type = sutra_statement_get_id (row, 1);
      const char *name = sutra_statement_get_text (row, 0);

      /* Of equal names the first counts, and known ones are looked for anyway. */
      if (name == NULL || sutra_known_names_has (self->names, name))
        continue;
      g_ptr_array_add (self->repeated, g_strdup (name));
      g_array_append_val (self->repeated_types, type);
      g_ptr_array_add (self->repeated_slugs, sutra_statement_dup_text (row, 2));
    }
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

static void
add_to_digest (GChecksum *checksum, const void *bytes, gsize n_bytes)
{
  g_checksum_update (checksum, (const guchar *) &n_bytes, sizeof n_bytes);
  g_checksum_update (checksum, bytes, (gssize) n_bytes);
}

static void
add_string (GChecksum *checksum, const char *string)
{
  add_to_digest (checksum, string != NULL ? string : "", string != NULL ? strlen (string) : 0);
}

static char *
digest_of (const SutraSuggestInput *self)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);

  add_string (checksum, self->published);
  add_string (checksum, self->language);
  add_to_digest (checksum, &self->date_type, sizeof self->date_type);
  add_to_digest (checksum, &self->quantity_type, sizeof self->quantity_type);
  for (guint i = 0; i < self->repeated->len; i++)
    {
      add_string (checksum, self->repeated->pdata[i]);
      add_string (checksum, self->repeated_slugs->pdata[i]);
      add_to_digest (checksum, &g_array_index (self->repeated_types, SutraId, i), sizeof (SutraId));
    }
  return g_strdup (g_checksum_get_string (checksum));
}

SutraSuggestInput *
sutra_suggest_input_read (SutraStore *store,
                          const SutraId *article,
                          SutraText *text,
                          SutraKnownNames *names,
                          GCancellable *cancellable,
                          GError **error)
{
  g_autoptr (SutraSuggestInput) self = g_new0 (SutraSuggestInput, 1);

  self->article = *article;
  self->text = sutra_text_ref (text);
  self->names = names != NULL ? sutra_known_names_ref (names) : sutra_known_names_read (store, cancellable, error);
  if (self->names == NULL || !read_article (self, store, error) || !read_repeated (self, store, error))
    return NULL;
  self->date_type = type_with_slug (store, "date");
  self->quantity_type = type_with_slug (store, "quantity");
  self->digest = digest_of (self);
  return g_steal_pointer (&self);
}

/* ---- What they propose ---- */

static int
compare_suggestions (gconstpointer a, gconstpointer b)
{
  const SutraSuggestion *x = *(SutraSuggestion *const *) a;
  const SutraSuggestion *y = *(SutraSuggestion *const *) b;

  if (x->start != y->start)
    return x->start < y->start ? -1 : 1;
  if (x->end != y->end)
    return x->end > y->end ? -1 : 1;
  if (x->kind != y->kind)
    return x->kind < y->kind ? -1 : 1;
  return sutra_id_compare (&x->id, &y->id);
}

/* A number within a name (জি-২০) is a part of it. Both in text order. */
static void
drop_numbers_in_names (GPtrArray *numbers, GPtrArray *names)
{
  guint next = 0;

  for (guint i = 0; i < numbers->len; i++)
    {
      SutraSuggestion *number = numbers->pdata[i];
      const SutraSuggestion *name;

      while (next < names->len && ((const SutraSuggestion *) names->pdata[next])->end <= number->start)
        next++;
      name = next < names->len ? names->pdata[next] : NULL;
      if (name != NULL && name->start <= number->start && number->end <= name->end)
        g_clear_pointer (&numbers->pdata[i], sutra_suggestion_free);
    }
}

GPtrArray *
sutra_suggest_find (const SutraSuggestInput *input, guint kinds, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) result = g_ptr_array_new_with_free_func ((GDestroyNotify) sutra_suggestion_free);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func ((GDestroyNotify) sutra_suggestion_free);
  g_autoptr (GPtrArray) numbers = g_ptr_array_new_with_free_func ((GDestroyNotify) sutra_suggestion_free);
  gboolean want_names = (kinds & 1 << SUTRA_SUGGESTION_NAME) != 0;
  gboolean want_numbers = (kinds & 1 << SUTRA_SUGGESTION_NUMBER) != 0;

  /* Whether a number is offered does not depend on whether names are. */
  if (((want_names || want_numbers) && !sutra_suggest_names (input, names, cancellable, error)) ||
      (want_numbers && !sutra_suggest_numbers (input, numbers, cancellable, error)) ||
      ((kinds & 1 << SUTRA_SUGGESTION_DATE) != 0 && !sutra_suggest_dates (input, result, cancellable, error)) ||
      ((kinds & 1 << SUTRA_SUGGESTION_CHECK) != 0 && !sutra_suggest_checks (input, result, cancellable, error)))
    return NULL;
  drop_numbers_in_names (numbers, names);
  for (guint i = 0; i < numbers->len; i++)
    if (numbers->pdata[i] != NULL)
      g_ptr_array_add (result, g_steal_pointer (&numbers->pdata[i]));
  for (guint i = 0; want_names && i < names->len; i++)
    g_ptr_array_add (result, g_steal_pointer (&names->pdata[i]));
  g_ptr_array_sort (result, compare_suggestions);
  return g_steal_pointer (&result);
}

GPtrArray *
sutra_suggest (SutraCase *the_case, const SutraId *article, guint kinds, GCancellable *cancellable, GError **error)
{
  g_autoptr (SutraArticle) live = NULL;
  g_autoptr (SutraKnownNames) names = NULL;
  g_autoptr (SutraSuggestInput) input = NULL;
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GPtrArray) open = NULL;
  g_autoptr (GArray) scratch = g_array_new (FALSE, FALSE, sizeof (SutraSpan));
  SutraSpanIndex *spans;
  SutraText *text;

  g_return_val_if_fail (SUTRA_IS_CASE (the_case), NULL);
  g_return_val_if_fail (article != NULL, NULL);

  live = sutra_case_get_article (the_case, article, error);
  text = live != NULL ? sutra_article_get_text (live, error) : NULL;
  spans = text != NULL ? sutra_article_get_spans (live, error) : NULL;
  names = spans != NULL ? sutra_known_names_for_case (the_case, cancellable, error) : NULL;
  if (names != NULL)
    input = sutra_suggest_input_read (sutra_case_get_store (the_case), article, text, names, cancellable, error);
  if (input != NULL)
    found = sutra_suggest_find (input, kinds != SUTRA_SUGGEST_ALL ? kinds : ~0u, cancellable, error);
  if (found == NULL)
    return NULL;
  open = g_ptr_array_new_with_free_func ((GDestroyNotify) sutra_suggestion_free);
  for (guint i = 0; i < found->len; i++)
    if (sutra_suggestion_is_open (found->pdata[i], spans, scratch))
      g_ptr_array_add (open, g_steal_pointer (&found->pdata[i]));
  return g_steal_pointer (&open);
}
