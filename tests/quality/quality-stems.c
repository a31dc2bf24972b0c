/* quality-stems.c: dictionary forms of inflected words
 *
 * Definitions.
 * - found: the dictionary form (compared by fold key) is among the readings of the inflected form. Of the nouns of UniMorph, and of the last words of all names
 *   tagged in the NER corpus whose dictionary form a reader decided (data/ner-bases.tsv; a name's other words are not inflected).
 * - precision: of the words whose best reading is not the word as it stands, those where that reading is the dictionary form. For the names all distinct last words
 *   count, also those that only look inflected. (UniMorph has no such words, so there only a wrong cut counts.)
 * - attested: of the same best readings, those whose base stands bare in the corpus or is the last word of another tagged name: the proxy that needs no
 *   reader. A corpus of 1,500 sentences does not hold all bases, so it is printed and has no reach.
 * - own set: data/inflection.tsv, written from the tables before the grammar was tuned on it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "sutra-fold.h"
#include "sutra-inflection.h"

#include "ner.h"

#include <locale.h>

static gboolean
shows_misses (guint half)
{
  const char *value = g_getenv ("SUTRA_SHOW_MISSES");

  return value != NULL && (half == 0 || g_str_equal (value, "all"));
}

static double
share (guint part, guint whole)
{
  return whole > 0 ? (double) part / whole : 1;
}

/* The place of @base among the readings of @word, -1 if it is none; @chain (nullable) has to be its chain. */
static int
rank_of (GArray *stems, const char *base, const char *chain)
{
  g_autofree char *key = sutra_fold_string (base, -1);
  g_autofree char *chain_key = chain != NULL ? sutra_fold_string (chain, -1) : NULL;

  for (guint i = 0; i < stems->len; i++)
    {
      const SutraStem *stem = &g_array_index (stems, SutraStem, i);
      g_autofree char *got = sutra_fold_string (stem->base, -1);
      g_autofree char *got_chain = sutra_fold_string (stem->suffix, -1);

      if (g_str_equal (got, key) && (chain == NULL || g_str_equal (chain_key, got_chain)))
        return (int) i;
    }
  return -1;
}

static void
test_unimorph (void)
{
  g_autofree char *path = quality_corpus ("unimorph-ben/ben-2000.tsv");
  g_autofree char *contents = NULL;
  g_autofree char *note = NULL;
  g_auto (GStrv) lines = NULL;
  guint n = 0, found = 0, cut = 0, right = 0;

  if (path == NULL)
    return;
  g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
  lines = g_strsplit (contents, "\n", -1);
  for (gsize i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) columns = g_strsplit (lines[i], "\t", -1);
      g_autoptr (GArray) stems = NULL;
      int rank;

      if (g_strv_length (columns) < 3 || !g_str_has_prefix (columns[2], "N;"))
        continue;
      stems = sutra_inflection_stems (columns[1]);
      rank = rank_of (stems, columns[0], NULL);
      n++;
      found += rank >= 0;
      if (g_array_index (stems, SutraStem, 0).suffix[0] != '\0')
        {
          cut++;
          right += rank == 0;
        }
      if (rank != 0 && shows_misses (0))
        g_test_message ("%s: %s is at %d, best %s+%s", columns[1], columns[0], rank, g_array_index (stems, SutraStem, 0).base,
                        g_array_index (stems, SutraStem, 0).suffix);
    }
  note = g_strdup_printf ("%u noun forms of UniMorph", n);
  quality_row ("stems found, nouns", share (found, n), 0.99, TRUE, note);
  note = (g_free (note), g_strdup_printf ("%u best readings that cut something off", cut));
  quality_row ("stems precision, nouns", share (right, cut), 0.95, TRUE, note);
}

/* Distinct last words of names, and whether each stands somewhere outside as a word of its own. */
static GHashTable *
collect (GPtrArray *sentences, GHashTable *words)
{
  GHashTable *last = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < sentences->len; i++)
    {
      const NerSentence *sentence = g_ptr_array_index (sentences, i);

      for (guint k = 0; k < sentence->tokens->len; k++)
        {
          const NerToken *token = &g_array_index (sentence->tokens, NerToken, k);
          char *word = ner_slice (sentence, token->start, token->end);

          g_hash_table_add (words, sutra_fold_string (word, -1));
          if ((token->place == 'U' || token->place == 'L') &&
              (g_str_equal (token->kind, "PERSON") || g_str_equal (token->kind, "GPE") || g_str_equal (token->kind, "ORG")))
            g_hash_table_add (last, g_steal_pointer (&word));
          g_free (word);
        }
    }
  return last;
}

typedef struct
{
  guint inflected, found, cut, right, attested;
} Score;

static void
score_word (Score *score, const char *word, const char *base, GHashTable *words, guint half)
{
  g_autoptr (GArray) stems = sutra_inflection_stems (word);
  const SutraStem *best = &g_array_index (stems, SutraStem, 0);
  g_autofree char *best_key = sutra_fold_string (best->base, -1);
  int rank = rank_of (stems, base, NULL);

  if (!g_str_equal (word, base))
    {
      score->inflected++;
      score->found += rank >= 0;
    }
  if (best->suffix[0] != '\0')
    {
      score->cut++;
      score->right += rank == 0;
      score->attested += g_hash_table_contains (words, best_key);
    }
  if (rank != 0 && shows_misses (half))
    g_test_message ("%s: %s is at %d, best %s+%s", word, base, rank, best->base, best->suffix);
}

static void
test_names (void)
{
  static const char *const halves[] = { "tuned half", "held-out half", "all" };
  g_autoptr (GPtrArray) sentences = ner_load ();
  g_autoptr (GPtrArray) table = NULL;
  g_autoptr (GHashTable) words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) last = NULL;
  g_autoptr (GHashTable) bases = g_hash_table_new (g_str_hash, g_str_equal);
  Score scores[3] = { { 0 } };
  GHashTableIter iter;
  gpointer word;

  if (sentences == NULL)
    return;
  table = quality_table ("ner-bases.tsv");
  for (guint i = 0; i < table->len; i++)
    g_hash_table_insert (bases, ((GStrv) g_ptr_array_index (table, i))[0], ((GStrv) g_ptr_array_index (table, i))[1]);
  last = collect (sentences, words);
  g_hash_table_iter_init (&iter, last);
  while (g_hash_table_iter_next (&iter, &word, NULL))
    {
      const char *base = g_hash_table_lookup (bases, word);
      g_autofree char *key = sutra_fold_string (base != NULL ? base : word, -1);
      guint half = quality_half (key);

      score_word (&scores[half], word, base != NULL ? base : word, words, half);
    }
  scores[2] = (Score){ scores[0].inflected + scores[1].inflected, scores[0].found + scores[1].found, scores[0].cut + scores[1].cut,
                       scores[0].right + scores[1].right, scores[0].attested + scores[1].attested };
  for (guint i = 0; i < 3; i++)
    {
      g_autofree char *found = g_strdup_printf ("%u inflected last words of names, %s", scores[i].inflected, halves[i]);
      g_autofree char *cut = g_strdup_printf ("%u best readings that cut something off, %s; base attested: %.3f", scores[i].cut, halves[i],
                                              share (scores[i].attested, scores[i].cut));

      quality_row ("stems found, names", share (scores[i].found, scores[i].inflected), 0.99, TRUE, found);
      quality_row ("stems precision, names", share (scores[i].right, scores[i].cut), 0.95, TRUE, cut);
    }
}

/* "ের/genitive+ই/particle" as "ের+ই". */
static char *
plain_chain (const char *chain)
{
  g_autoptr (GRegex) kinds = g_regex_new ("/[a-z]+", 0, 0, NULL);

  return g_regex_replace_literal (kinds, chain, -1, 0, "", 0, NULL);
}

static void
test_own_set (void)
{
  g_autoptr (GPtrArray) table = quality_table ("inflection.tsv");
  g_autofree char *note = g_strdup_printf ("%u words written from the tables", table->len);
  guint n[2] = { 0 }, right[2] = { 0 };

  for (guint i = 0; i < table->len; i++)
    {
      GStrv row = g_ptr_array_index (table, i);
      g_autoptr (GArray) stems = sutra_inflection_stems (row[1]);
      g_autofree char *chain = plain_chain (row[3]);
      int rank = rank_of (stems, row[2], g_str_equal (row[0], "never") ? NULL : chain);
      gboolean ranked = g_str_equal (row[0], "best") || g_str_equal (row[0], "whole");
      gboolean ok = ranked ? rank == 0 : g_str_equal (row[0], "never") ? rank < 0 : rank >= 0;

      n[ranked]++;
      right[ranked] += ok;
      if (!ok && shows_misses (0))
        g_test_message ("%s %s: %s+%s is at %d, best %s+%s", row[0], row[1], row[2], chain, rank, g_array_index (stems, SutraStem, 0).base,
                        g_array_index (stems, SutraStem, 0).suffix);
    }
  quality_row ("own set: offered, or never offered", share (right[0], n[0]), 0.99, TRUE, note);
  quality_row ("own set: best reading", share (right[1], n[1]), 0.95, TRUE, note);
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/quality/stems/unimorph", test_unimorph);
  g_test_add_func ("/quality/stems/names", test_names);
  g_test_add_func ("/quality/stems/own-set", test_own_set);
  return g_test_run ();
}
