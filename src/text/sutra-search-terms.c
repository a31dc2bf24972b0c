/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-search-terms.h"

#include "sutra-fold.h"
#include "sutra-inflection.h"
#include "sutra-words.h"

#include <string.h>

/* Readings of a word that are less likely only make wrong hits. */
#define MIN_SCORE 0.6
#define MAX_STEMS 3

static char *
key_of (const char *word)
{
  char *key = sutra_fold_string (word, -1);

  /* What separates terms is no part of one. */
  for (char *p = key; *p != '\0'; p++)
    if (*p == ' ' || *p == '\t' || *p == '"')
      *p = '_';
  if (g_utf8_strlen (key, -1) > SUTRA_SEARCH_MAX_TERM)
    *g_utf8_offset_to_pointer (key, SUTRA_SEARCH_MAX_TERM) = '\0';
  return key;
}

static gboolean
has_term (GPtrArray *terms, const char *term)
{
  for (guint i = 0; i < terms->len; i++)
    if (strcmp (terms->pdata[i], term) == 0)
      return TRUE;
  return FALSE;
}

void
sutra_search_terms_of_word (const char *word, GPtrArray *terms)
{
  g_autofree char *key = NULL;
  g_autoptr (GArray) stems = NULL;
  guint n_stems = 0;

  g_return_if_fail (word != NULL && terms != NULL);

  key = key_of (word);
  if (*key == '\0')
    return;
  stems = sutra_inflection_stems (word);
  for (guint i = 0; i < stems->len && n_stems < MAX_STEMS; i++)
    {
      const SutraStem *stem = &g_array_index (stems, SutraStem, i);
      g_autofree char *base = key_of (stem->base);
      g_autofree char *term = g_strconcat ("=", base, NULL);

      if (stem->suffix[0] == '\0' || *base == '\0' || (!stem->sure && stem->score < MIN_SCORE) || has_term (terms, term))
        continue;
      if (n_stems++ == 0)
        g_ptr_array_add (terms, g_strdup (key));
      g_ptr_array_add (terms, g_steal_pointer (&term));
    }
  if (n_stems == 0)
    g_ptr_array_add (terms, g_steal_pointer (&key));
}

typedef struct
{
  SutraText *text;
  gsize start;
  GString *string;
} Writing;

static gboolean
write_word (gsize start, gsize end, gpointer data)
{
  Writing *self = data;
  g_autofree char *word = sutra_text_slice (self->text, start, end);
  g_autoptr (GPtrArray) terms = g_ptr_array_new_with_free_func (g_free);

  if (start < self->start)
    return TRUE;
  sutra_search_terms_of_word (word, terms);
  for (guint i = 0; i < terms->len; i++)
    {
      if (i > 0)
        g_string_append_c (self->string, '\t');
      else if (self->string->len > 0)
        g_string_append_c (self->string, ' ');
      g_string_append (self->string, terms->pdata[i]);
    }
  return TRUE;
}

char *
sutra_search_terms_of_text (SutraText *text, gsize start, gsize end)
{
  Writing writing = { text, start, g_string_new (NULL) };

  g_return_val_if_fail (text != NULL, NULL);

  sutra_words_foreach (text, start, end, write_word, &writing);
  return g_string_free (writing.string, FALSE);
}
