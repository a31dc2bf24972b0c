/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-akshara.h"
#include "sutra-error.h"
#include "sutra-fold.h"
#include "sutra-inflection.h"
#include "sutra-search-terms.h"
#include "sutra-words.h"

#include <string.h>

static void
leaf_free (gpointer data)
{
  SutraQueryLeaf *leaf = data;

  g_ptr_array_unref (leaf->words);
  g_free (leaf);
}

static void
clause_free (gpointer data)
{
  SutraQueryClause *clause = data;

  g_ptr_array_unref (clause->leaves);
  g_free (clause);
}

void
sutra_query_free (SutraQuery *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->leaves);
  g_ptr_array_unref (self->clauses);
  g_free (self);
}

/* ---- Reading ---- */

/* The key; inflected: also as a stem, and the stems of the word in both ways. */
static GStrv
forms_of (const char *word, gboolean exact)
{
  g_autoptr (GPtrArray) terms = g_ptr_array_new_with_free_func (g_free);
  GPtrArray *forms = g_ptr_array_new ();

  sutra_search_terms_of_word (word, terms);
  for (guint i = 0; i < (exact ? MIN (terms->len, 1) : terms->len); i++)
    {
      const char *term = terms->pdata[i];
      const char *key = i > 0 ? term + 1 : term;

      g_ptr_array_add (forms, g_strdup (key));
      if (!exact)
        g_ptr_array_add (forms, g_strconcat ("=", key, NULL));
    }
  g_ptr_array_add (forms, NULL);
  return (GStrv) g_ptr_array_free (forms, FALSE);
}

typedef struct
{
  SutraText *text;
  SutraQueryLeaf *leaf;
  gboolean exact;
} Reading;

static gboolean
take_word (gsize start, gsize end, gpointer data)
{
  Reading *self = data;
  g_autofree char *word = sutra_text_slice (self->text, start, end);
  GStrv forms = forms_of (word, self->exact);

  if (forms[0] != NULL)
    g_ptr_array_add (self->leaf->words, forms);
  else
    g_strfreev (forms);
  return self->leaf->words->len < SUTRA_QUERY_MAX_LEAVES;
}

/* এসসিও-র asks for এসসিও. */
static char *
without_joined_suffix (const char *chunk)
{
  g_autoptr (GArray) stems = NULL;
  const SutraStem *best;

  if (strpbrk (chunk, "-") == NULL && strstr (chunk, "‐") == NULL && strstr (chunk, "–") == NULL)
    return NULL;
  stems = sutra_inflection_stems (chunk);
  best = &g_array_index (stems, SutraStem, 0);
  return best->suffix[0] != '\0' ? g_strdup (best->base) : NULL;
}

/* The ending of a name of several words stands at its last one: "পররাষ্ট্র মন্ত্রণালয়" is meant in পররাষ্ট্র মন্ত্রণালয়ের too. */
static void
take_endings_of_last (SutraQueryLeaf *leaf)
{
  GStrv exact = g_ptr_array_steal_index (leaf->words, leaf->words->len - 1);
  GStrv forms = g_new0 (char *, 3);

  forms[0] = g_strdup (exact[0]);
  forms[1] = g_strconcat ("=", exact[0], NULL);
  g_strfreev (exact);
  g_ptr_array_add (leaf->words, forms);
}

/* NULL if there is no word in it. */
static SutraQueryLeaf *
leaf_new (const char *string, gboolean exact, gboolean prefix)
{
  g_autofree char *base = !exact && !prefix ? without_joined_suffix (string) : NULL;
  g_autoptr (SutraText) text = sutra_text_new_from_string (base != NULL ? base : string);
  SutraQueryLeaf *leaf = g_new0 (SutraQueryLeaf, 1);
  Reading reading = { text, leaf, exact || prefix };

  leaf->words = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  leaf->prefix = prefix;
  sutra_words_foreach (text, 0, sutra_text_get_length (text), take_word, &reading);
  if (exact && !prefix && leaf->words->len > 1)
    take_endings_of_last (leaf);
  if (leaf->words->len > 0)
    return leaf;
  leaf_free (leaf);
  return NULL;
}

static gboolean
is_quote (gunichar c)
{
  return c == '"' || c == 0x201c || c == 0x201d || c == 0x201e || c == 0x00ab || c == 0x00bb;
}

static gboolean
is_blank (gunichar c)
{
  return g_unichar_isspace (c) || c == 0x200b || c == 0xfeff;
}

/* Takes the next part of the query from *@at: what is between quotes (an end that is missing is that of the query), or up to white space or a quote. */
static char *
next_part (const char **at, gboolean *quoted)
{
  const char *p = *at;
  const char *start;
  char *part;

  *quoted = is_quote (g_utf8_get_char (p));
  if (*quoted)
    p = g_utf8_next_char (p);
  start = p;
  while (*p != '\0' && !is_quote (g_utf8_get_char (p)) && (*quoted || !is_blank (g_utf8_get_char (p))))
    p = g_utf8_next_char (p);
  part = g_strndup (start, (gsize) (p - start));
  if (*quoted && *p != '\0')
    p = g_utf8_next_char (p);
  *at = p;
  return part;
}

static void
add_leaf (SutraQuery *self, SutraQueryLeaf *leaf, gboolean negative, gboolean either)
{
  SutraQueryClause *last = self->clauses->len > 0 ? self->clauses->pdata[self->clauses->len - 1] : NULL;

  if (!either || last == NULL || last->negative || negative)
    {
      last = g_new0 (SutraQueryClause, 1);
      last->negative = negative;
      last->leaves = g_ptr_array_new_with_free_func (leaf_free);
      g_ptr_array_add (self->clauses, last);
    }
  g_ptr_array_add (last->leaves, leaf);
  g_ptr_array_add (self->leaves, leaf);
}

static void
read_all (SutraQuery *self, const char *string)
{
  const char *at = string;
  gboolean negative = FALSE;
  gboolean either = FALSE;

  while (*at != '\0' && self->leaves->len <= SUTRA_QUERY_MAX_LEAVES)
    {
      g_autofree char *part = NULL;
      SutraQueryLeaf *leaf;
      gboolean quoted, prefix;

      if (is_blank (g_utf8_get_char (at)))
        {
          at = g_utf8_next_char (at);
          continue;
        }
      if (*at == '-' && at[1] != '\0' && !is_blank (g_utf8_get_char (at + 1)))
        {
          negative = TRUE;
          at++;
          continue;
        }
      part = next_part (&at, &quoted);
      if (!quoted && (strcmp (part, "OR") == 0 || strcmp (part, "|") == 0))
        {
          either = TRUE;
          continue;
        }
      if (!quoted && (strcmp (part, "AND") == 0 || strcmp (part, "NOT") == 0))
        {
          negative = negative || part[0] == 'N';
          continue;
        }
      prefix = quoted ? *at == '*' : g_str_has_suffix (part, "*");
      leaf = leaf_new (part, quoted, prefix);
      if (leaf != NULL)
        add_leaf (self, leaf, negative, either);
      negative = either = FALSE;
    }
}

/* The last word may be an operator's name: then it is a word like others. */
SutraQuery *
sutra_query_new (const char *string, GError **error)
{
  g_autoptr (SutraQuery) self = g_new0 (SutraQuery, 1);
  g_autofree char *valid = NULL;
  gboolean positive = FALSE;

  g_return_val_if_fail (string != NULL, NULL);

  self->clauses = g_ptr_array_new_with_free_func (clause_free);
  self->leaves = g_ptr_array_new ();
  valid = g_utf8_make_valid (string, -1);
  g_strdelimit (valid, "\r", ' ');
  read_all (self, valid);
  if (self->leaves->len == 0)
    {
      SutraQueryLeaf *leaf = leaf_new (valid, FALSE, FALSE);

      if (leaf != NULL)
        add_leaf (self, leaf, FALSE, FALSE);
    }
  for (guint i = 0; i < self->clauses->len; i++)
    positive = positive || !((SutraQueryClause *) self->clauses->pdata[i])->negative;
  if (!positive || self->leaves->len > SUTRA_QUERY_MAX_LEAVES)
    {
      if (self->leaves->len > SUTRA_QUERY_MAX_LEAVES)
        g_set_error (error, SUTRA_ERROR, SUTRA_ERROR_INVALID, "The query has more than %d words. Use fewer.", SUTRA_QUERY_MAX_LEAVES);
      else
        g_set_error (error, SUTRA_ERROR, SUTRA_ERROR_INVALID, "The query has no word to look for. Type at least one word.");
      return NULL;
    }
  return g_steal_pointer (&self);
}

/* ---- Finding in a text ---- */

static gboolean
word_fits (const SutraQueryLeaf *leaf, guint n, const char *word)
{
  const GStrv forms = leaf->words->pdata[n];
  g_autoptr (GPtrArray) terms = g_ptr_array_new_with_free_func (g_free);

  sutra_search_terms_of_word (word, terms);
  if (terms->len == 0)
    return FALSE;
  if (leaf->prefix && n + 1 == leaf->words->len)
    return g_str_has_prefix (terms->pdata[0], forms[0]);
  for (guint i = 0; i < terms->len; i++)
    if (g_strv_contains ((const char *const *) forms, terms->pdata[i]))
      return TRUE;
  return FALSE;
}

typedef struct
{
  SutraText *text;
  const SutraQueryLeaf *leaf;
  gsize start;
  guint n_matched;
  gboolean failed;
  gsize end;
} Following;

static gboolean
match_next (gsize start, gsize end, gpointer data)
{
  Following *self = data;
  g_autofree char *word = sutra_text_slice (self->text, start, end);

  if ((self->n_matched == 0 && start != self->start) || !word_fits (self->leaf, self->n_matched, word))
    {
      self->failed = TRUE;
      return FALSE;
    }
  self->n_matched++;
  self->end = end;
  return self->n_matched < self->leaf->words->len;
}

#define NEAR 24

/* The end of @leaf where it begins at the word edge @cp; 0 if it does not. */
static gsize
match_at (SutraText *text, const SutraQueryLeaf *leaf, gsize cp)
{
  /* The words of a phrase stand near each other: a look at a few is cheaper than at all that follow, and mostly enough. */
  const gsize reaches[] = { 1, NEAR * leaf->words->len, G_MAXSIZE - cp };
  Following following = { .failed = FALSE };

  for (gsize i = 0; i < G_N_ELEMENTS (reaches) && !following.failed && following.n_matched < leaf->words->len; i++)
    {
      following = (Following){ text, leaf, cp, 0, FALSE, 0 };
      sutra_words_foreach (text, cp, cp + reaches[i], match_next, &following);
    }
  return following.n_matched == leaf->words->len ? following.end : 0;
}

static gboolean
is_word_unit (gunichar c)
{
  return g_unichar_isalnum (c) || g_unichar_ismark (c);
}

/* The first letters that every form has, also of words whose last letters change when they are inflected. */
static gsize
lead_of (const SutraQueryLeaf *leaf, gunichar lead[2])
{
  const GStrv forms = leaf->words->pdata[0];
  gsize n = 3;

  for (guint i = 0; forms[i] != NULL; i++)
    n = MIN (n, (gsize) g_utf8_strlen (forms[i][0] == '=' ? forms[i] + 1 : forms[i], -1));
  n = CLAMP (n, 2, 3) - 1;
  lead[0] = g_utf8_get_char (forms[0]);
  lead[1] = n > 1 ? g_utf8_get_char (g_utf8_next_char (forms[0])) : 0;
  return n;
}

typedef struct
{
  gunichar lead[2];
  gsize n;
  const SutraQueryLeaf *leaf;
} Lead;

static GArray *
leads_of (SutraQuery *self, gboolean all)
{
  GArray *leads = g_array_new (FALSE, TRUE, sizeof (Lead));

  for (guint i = 0; i < self->clauses->len; i++)
    {
      const SutraQueryClause *clause = self->clauses->pdata[i];

      for (guint k = 0; k < clause->leaves->len && (all || !clause->negative); k++)
        {
          Lead lead = { .leaf = clause->leaves->pdata[k] };

          lead.n = lead_of (lead.leaf, lead.lead);
          g_array_append_val (leads, lead);
        }
    }
  return leads;
}

/* The longest leaf that begins at key unit @i: its end in @text, else 0. */
static gsize
match_leads (GArray *leads, SutraText *text, const SutraFold *fold, gsize i)
{
  gsize longest = 0;

  for (guint k = 0; k < leads->len; k++)
    {
      const Lead *lead = &g_array_index (leads, Lead, k);
      gsize end;

      if (fold->key[i] != lead->lead[0] || (lead->n > 1 && fold->key[i + 1] != lead->lead[1]))
        continue;
      end = match_at (text, lead->leaf, fold->source[i]);
      longest = MAX (longest, end);
    }
  return longest;
}

GArray *
sutra_query_locate (SutraQuery *self, SutraText *text, guint max, GCancellable *cancellable, GError **error)
{
  g_autoptr (GArray) ranges = g_array_new (FALSE, FALSE, sizeof (SutraRange));
  g_autoptr (GArray) leads = NULL;
  g_autoptr (SutraFold) fold = NULL;
  gsize n_bytes;
  const char *utf8;

  g_return_val_if_fail (self != NULL && text != NULL, NULL);

  leads = leads_of (self, FALSE);
  utf8 = sutra_text_get_utf8 (text, &n_bytes);
  fold = sutra_fold_new (utf8, (gssize) n_bytes);
  for (gsize i = 0; i < fold->length && (max == 0 || ranges->len < max); i++)
    {
      SutraRange range;
      gsize end;

      if (i % 4096 == 0 && g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;
      if (i > 0 && is_word_unit (fold->key[i - 1]))
        continue;
      range.start = fold->source[i];
      if (ranges->len > 0 && g_array_index (ranges, SutraRange, ranges->len - 1).end > range.start)
        continue;
      end = match_leads (leads, text, fold, i);
      if (end == 0)
        continue;
      range.start = (guint32) sutra_akshara_floor (text, range.start);
      range.end = (guint32) sutra_akshara_ceil (text, end);
      g_array_append_val (ranges, range);
    }
  return g_steal_pointer (&ranges);
}

static gboolean
leaf_is_in (const SutraQueryLeaf *leaf, SutraText *text)
{
  SutraQueryClause clause = { g_ptr_array_new (), FALSE };
  SutraQuery query = { g_ptr_array_new (), NULL };
  g_autoptr (GArray) ranges = NULL;

  g_ptr_array_add (clause.leaves, (gpointer) leaf);
  g_ptr_array_add (query.clauses, &clause);
  ranges = sutra_query_locate (&query, text, 1, NULL, NULL);
  g_ptr_array_unref (clause.leaves);
  g_ptr_array_unref (query.clauses);
  return ranges->len > 0;
}

gboolean
sutra_query_matches (SutraQuery *self, SutraText *text)
{
  g_return_val_if_fail (self != NULL && text != NULL, FALSE);

  for (guint i = 0; i < self->clauses->len; i++)
    {
      const SutraQueryClause *clause = self->clauses->pdata[i];
      gboolean any = FALSE;

      for (guint k = 0; k < clause->leaves->len && !any; k++)
        any = leaf_is_in (clause->leaves->pdata[k], text);
      if (any == clause->negative)
        return FALSE;
    }
  return TRUE;
}
