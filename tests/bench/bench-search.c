/* The first page of a search over many articles.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-search-index.h"
#include "sutra-search.h"

#include <glib/gstdio.h>
#include <stdio.h>

#define N_ARTICLES 10000
#define N_WORDS 330
#define BATCH 50
#define N_ROUNDS 20
#define N_VOCABULARY 20000

static const char *const syllables[] = { "কা", "র", "মি", "তো", "শ্রী", "ন", "বা", "দে", "ক্ষ", "লো", "পু", "স্ত", "জা", "হ", "গি", "টা" };

/* The @n-th word: all different, as long as words are. */
static char *
make_word (guint n)
{
  GString *word = g_string_new (NULL);

  for (guint i = 0; i < 4 || n > 0; i++, n /= G_N_ELEMENTS (syllables))
    g_string_append (word, syllables[(n + i) % G_N_ELEMENTS (syllables)]);
  return g_string_free (word, FALSE);
}

/* Frequencies as of real text: the first words are in every article, the last in few. */
static char *
make_text (GRand *rand, GPtrArray *words, guint number)
{
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "নিবন্ধ %u\n\n", number);
  for (guint i = 0; i < N_WORDS; i++)
    {
      double x = g_rand_double (rand);
      guint rank = (guint) (words->len * x * x * x * x);

      g_string_append (text, words->pdata[MIN (rank, words->len - 1)]);
      g_string_append (text, i % 12 == 11 ? "। " : i % 60 == 59 ? "।\n\n" : " ");
    }
  if (number % 1000 == 7)
    g_string_append (text, "কাজাখস্তানের রাজধানী।");
  return g_string_free (text, FALSE);
}

static void
fill (SutraCase *the_case, GPtrArray *words)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);
  SutraStore *store = sutra_case_get_store (the_case);
  gint64 step = 0;

  for (guint from = 0; from < N_ARTICLES; from += BATCH)
    {
      SutraDraft *drafts[BATCH];
      SutraId ids[BATCH];
      g_autoptr (GError) error = NULL;

      for (guint i = 0; i < BATCH; i++)
        {
          g_autofree char *text = make_text (rand, words, from + i);

          drafts[i] = g_new0 (SutraDraft, 1);
          drafts[i]->text = sutra_text_new_from_string (text);
        }
      if (!sutra_case_store_articles (store, drafts, BATCH, &step, ids, NULL, NULL, &error))
        g_error ("%s", error->message);
      for (guint i = 0; i < BATCH; i++)
        {
          sutra_text_unref (drafts[i]->text);
          g_free (drafts[i]);
        }
    }
}

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return x < y ? -1 : x > y;
}

static void
measure (SutraCase *the_case, const char *what, const char *query)
{
  double times[N_ROUNDS];
  guint n = 0;

  for (guint i = 0; i < N_ROUNDS; i++)
    {
      gint64 start = g_get_monotonic_time ();
      g_autoptr (GError) error = NULL;
      g_autoptr (SutraSearch) search = sutra_search_new (query, &error);
      g_autoptr (GPtrArray) hits = sutra_search_next (search, sutra_case_get_store (the_case), 50, 5, NULL, &error);

      if (hits == NULL)
        g_error ("%s", error->message);
      times[i] = (double) (g_get_monotonic_time () - start) / 1000;
      n = hits->len;
    }
  qsort (times, N_ROUNDS, sizeof (double), compare_doubles);
  printf ("search, first page, %-24s %3u hits  p50 %6.1f ms  p95 %6.1f ms\n", what, n, times[N_ROUNDS / 2], times[N_ROUNDS * 19 / 20]);
}

int
main (void)
{
  g_autofree char *folder = g_dir_make_tmp ("sutra-bench-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "case.sutra", NULL);
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;
  g_autoptr (SutraCase) the_case = sutra_case_create (path, NULL, &error);
  g_autofree char *two = NULL;
  g_autofree char *phrase = NULL;
  g_autofree char *prefix = NULL;
  GStatBuf before, after;
  gint64 start;

  if (the_case == NULL)
    g_error ("%s", error->message);
  for (guint i = 0; i < N_VOCABULARY; i++)
    g_ptr_array_add (words, make_word (i));
  fill (the_case, words);
  sutra_store_checkpoint (sutra_case_get_store (the_case), NULL);
  g_stat (path, &before);

  start = g_get_monotonic_time ();
  if (!sutra_search_index_update (sutra_case_get_store (the_case), NULL, NULL, NULL, &error))
    g_error ("%s", error->message);
  sutra_store_checkpoint (sutra_case_get_store (the_case), NULL);
  g_stat (path, &after);
  printf ("search, indexing %d articles: %.1f s; file %.1f MB, with the index %.1f MB\n", N_ARTICLES,
          (double) (g_get_monotonic_time () - start) / G_USEC_PER_SEC, (double) before.st_size / 1e6, (double) after.st_size / 1e6);

  measure (the_case, "word in every article", words->pdata[0]);
  measure (the_case, "common word", words->pdata[40]);
  measure (the_case, "rare word, inflected", "কাজাখস্তান");
  two = g_strconcat (words->pdata[0], " ", words->pdata[1], NULL);
  measure (the_case, "two words of every one", two);
  phrase = g_strconcat ("\"", words->pdata[0], " ", words->pdata[1], "\"", NULL);
  measure (the_case, "phrase of common words", phrase);
  prefix = g_strconcat ("কার", "*", NULL);
  measure (the_case, "prefix of many words", prefix);
  measure (the_case, "prefix of one word", "কাজাখ*");

  sutra_case_close (the_case);
  g_unlink (path);
  g_rmdir (folder);
  return 0;
}
