/* quality-occurrences.c: "all occurrences" of names that carry a suffix
 *
 * Definitions, on the NER corpus.
 * - A name is every tagged PERSON or GPE, with its last word replaced by its dictionary form as a reader decided it (data/ner-bases.tsv, independent of the
 *   grammar). Names are searched one at a time, as the analyst does who marks one of them, in all sentences; names that never carry a suffix are
 *   searched too, for what is found wrongly.
 * - gold: every tagged entity of that kind that is the name with something after its dictionary form.
 * - recall: of the gold, what is found with exactly its span, ticked or not. "ticked recall" counts only what is ticked; names of fewer than four letters are
 *   never ticked, by rule, so it has no reach of its own but is printed.
 * - precision: of the ticked results that carry a suffix, those whose words are all tagged as that kind (a shorter name inside a longer one is right: রহমান in তারেক
 *   রহমানের). The corpus has gaps; a ticked result in untagged words that a reader found to be the name all the same is in data/ner-gaps.tsv
 *   (kind, name, words, how many of them are right, reason) and counts as right; everything else counts as wrong. "strict" is the precision without that list.
 * - bare results are not counted here: they need no grammar.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "sutra-fold.h"
#include "sutra-occurrences.h"

#include "ner.h"

#include <locale.h>

typedef struct
{
  char *base;
  const char *kind;
  char *key;   /* folded base */
  char *probe; /* what every form of it contains, folded */
  guint half;
} Name;

typedef struct
{
  guint gold, found, ticked_gold, ticked, right, gaps;
} Score;

typedef struct
{
  GPtrArray *sentences;
  GPtrArray *keys; /* folded sentences */
  GHashTable *bases;
  GHashTable *names;
  GHashTable *gaps;
  Score scores[2];
} Run;

static void
name_free (gpointer data)
{
  Name *self = data;

  g_free (self->base);
  g_free (self->key);
  g_free (self->probe);
  g_free (self);
}

/* The dictionary form of the entity whose last token is @last and which begins at @start. */
static char *
entity_base (Run *run, const NerSentence *sentence, guint32 start, const NerToken *last, gboolean *inflected)
{
  g_autofree char *head = ner_slice (sentence, start, last->start);
  g_autofree char *word = ner_slice (sentence, last->start, last->end);
  const char *base = g_hash_table_lookup (run->bases, word);

  *inflected = base != NULL && !g_str_equal (base, word);
  return g_strconcat (head, base != NULL ? base : word, NULL);
}

typedef void (*EntityFunc) (Run *run, const NerSentence *sentence, guint32 start, const NerToken *last, gpointer data);

static void
foreach_entity (Run *run, const NerSentence *sentence, EntityFunc func, gpointer data)
{
  guint32 start = 0;

  for (guint i = 0; i < sentence->tokens->len; i++)
    {
      const NerToken *token = &g_array_index (sentence->tokens, NerToken, i);

      if (token->place == 'B' || token->place == 'U')
        start = token->start;
      if ((token->place == 'L' || token->place == 'U') && (g_str_equal (token->kind, "PERSON") || g_str_equal (token->kind, "GPE")))
        func (run, sentence, start, token, data);
    }
}

static void
collect_name (Run *run, const NerSentence *sentence, guint32 start, const NerToken *last, gpointer data)
{
  gboolean inflected;
  g_autofree char *base = entity_base (run, sentence, start, last, &inflected);
  g_autofree char *id = NULL;
  Name *name;

  name = g_new0 (Name, 1);
  name->key = sutra_fold_string (base, -1);
  name->probe = g_utf8_substring (name->key, 0, g_utf8_strlen (name->key, -1) - 1);
  name->half = quality_half (name->key);
  name->kind = g_str_equal (last->kind, "GPE") ? "GPE" : "PERSON";
  name->base = g_steal_pointer (&base);
  id = g_strconcat (name->kind, " ", name->key, NULL);
  g_hash_table_replace (run->names, g_steal_pointer (&id), name);
}

typedef struct
{
  const Name *name;
  GArray *found;
} Check;

static void
check_gold (Run *run, const NerSentence *sentence, guint32 start, const NerToken *last, gpointer data)
{
  Check *check = data;
  Score *score = &run->scores[check->name->half];
  gboolean inflected, found = FALSE;
  g_autofree char *base = entity_base (run, sentence, start, last, &inflected);
  g_autofree char *key = sutra_fold_string (base, -1);

  if (!inflected || !g_str_equal (last->kind, check->name->kind) || !g_str_equal (key, check->name->key))
    return;
  score->gold++;
  for (guint i = 0; i < check->found->len; i++)
    {
      const SutraOccurrence *hit = &g_array_index (check->found, SutraOccurrence, i);

      if (hit->start != start || hit->end != last->end)
        continue;
      found = TRUE;
      score->ticked_gold += hit->sure;
    }
  score->found += found;
  if (!found && g_getenv ("SUTRA_SHOW_MISSES") != NULL && check->name->half == 0)
    {
      g_autofree char *form = ner_slice (sentence, start, last->end);

      g_test_message ("not found: %s of %s", form, check->name->base);
    }
}

/* Whether all words of [@start, @end) are tagged as @kind. */
static gboolean
is_tagged (const NerSentence *sentence, guint32 start, guint32 end, const char *kind)
{
  gboolean any = FALSE;

  for (guint i = 0; i < sentence->tokens->len; i++)
    {
      const NerToken *token = &g_array_index (sentence->tokens, NerToken, i);

      if (token->end <= start || token->start >= end)
        continue;
      if (!g_str_equal (token->kind, kind))
        return FALSE;
      any = TRUE;
    }
  return any;
}

/* Whether the reader found one more of these results right. */
static gboolean
take_gap (Run *run, const char *id)
{
  guint left = GPOINTER_TO_UINT (g_hash_table_lookup (run->gaps, id));

  if (left == 0)
    return FALSE;
  g_hash_table_insert (run->gaps, g_strdup (id), GUINT_TO_POINTER (left - 1));
  return TRUE;
}

static void
check_hits (Run *run, const NerSentence *sentence, const Check *check)
{
  Score *score = &run->scores[check->name->half];
  const char *shown = g_getenv ("SUTRA_SHOW_MISSES");

  for (guint i = 0; i < check->found->len; i++)
    {
      const SutraOccurrence *hit = &g_array_index (check->found, SutraOccurrence, i);
      g_autofree char *words = ner_slice (sentence, hit->start, hit->end);
      g_autofree char *id = g_strconcat (check->name->kind, "\t", check->name->base, "\t", words, NULL);

      if (!hit->sure || hit->stem_end == hit->end)
        continue;
      score->ticked++;
      if (is_tagged (sentence, hit->start, hit->end, check->name->kind))
        score->right++;
      else if (take_gap (run, id))
        score->gaps++;
      else if (shown != NULL && (check->name->half == 0 || g_str_equal (shown, "all")))
        g_test_message ("ticked: %s %s\t%s\tin %s", check->name->kind, check->name->base, words, sentence->text);
    }
}

static void
search_name (Run *run, const Name *name)
{
  const char *names[] = { name->base, NULL };

  for (guint i = 0; i < run->sentences->len; i++)
    {
      const NerSentence *sentence = g_ptr_array_index (run->sentences, i);
      g_autoptr (SutraText) text = NULL;
      g_autoptr (GArray) found = NULL;
      Check check;

      if (strstr (g_ptr_array_index (run->keys, i), name->probe) == NULL)
        continue;
      text = sutra_text_new_from_string (sentence->text);
      found = sutra_occurrences_find (text, names, NULL, NULL);
      check = (Check){ name, found };
      foreach_entity (run, sentence, check_gold, &check);
      check_hits (run, sentence, &check);
    }
}

static double
share (guint part, guint whole)
{
  return whole > 0 ? (double) part / whole : 1;
}

static void
report (const Score *score, const char *which)
{
  g_autofree char *recall =
      g_strdup_printf ("%u inflected names, %s; ticked recall %.3f", score->gold, which, share (score->ticked_gold, score->gold));
  g_autofree char *precision = g_strdup_printf ("%u ticked results with a suffix, %s; strict %.3f, %u in the corpus's gaps", score->ticked,
                                                which, share (score->right, score->ticked), score->gaps);

  quality_row ("occurrences recall", share (score->found, score->gold), 0.97, TRUE, recall);
  quality_row ("occurrences precision, ticked", share (score->right + score->gaps, score->ticked), 0.97, TRUE, precision);
}

static void
test_ner (void)
{
  Run run = { .sentences = ner_load () };
  g_autoptr (GPtrArray) bases = NULL;
  g_autoptr (GPtrArray) gaps = NULL;
  GHashTableIter iter;
  gpointer name;
  Score all;

  if (run.sentences == NULL)
    return;
  bases = quality_table ("ner-bases.tsv");
  gaps = quality_table ("ner-gaps.tsv");
  run.keys = g_ptr_array_new_with_free_func (g_free);
  run.bases = g_hash_table_new (g_str_hash, g_str_equal);
  run.names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, name_free);
  run.gaps = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < bases->len; i++)
    g_hash_table_insert (run.bases, ((GStrv) g_ptr_array_index (bases, i))[0], ((GStrv) g_ptr_array_index (bases, i))[1]);
  for (guint i = 0; i < gaps->len; i++)
    {
      GStrv row = g_ptr_array_index (gaps, i);

      g_hash_table_insert (run.gaps, g_strjoin ("\t", row[0], row[1], row[2], NULL),
                           GUINT_TO_POINTER ((guint) g_ascii_strtoull (row[3], NULL, 10)));
    }
  for (guint i = 0; i < run.sentences->len; i++)
    {
      const NerSentence *sentence = g_ptr_array_index (run.sentences, i);

      g_ptr_array_add (run.keys, sutra_fold_string (sentence->text, -1));
      foreach_entity (&run, sentence, collect_name, NULL);
    }
  g_hash_table_iter_init (&iter, run.names);
  while (g_hash_table_iter_next (&iter, NULL, &name))
    search_name (&run, name);

  report (&run.scores[0], "tuned half");
  report (&run.scores[1], "held-out half");
  all = (Score){ run.scores[0].gold + run.scores[1].gold,
                 run.scores[0].found + run.scores[1].found,
                 run.scores[0].ticked_gold + run.scores[1].ticked_gold,
                 run.scores[0].ticked + run.scores[1].ticked,
                 run.scores[0].right + run.scores[1].right,
                 run.scores[0].gaps + run.scores[1].gaps };
  report (&all, "all");

  g_hash_table_unref (run.gaps);
  g_hash_table_unref (run.names);
  g_hash_table_unref (run.bases);
  g_ptr_array_unref (run.keys);
  g_ptr_array_unref (run.sentences);
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/quality/occurrences/ner", test_ner);
  return g_test_run ();
}
