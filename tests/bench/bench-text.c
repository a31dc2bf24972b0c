/* bench-text.c: what folding, finding and going through the words of one megabyte costs
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "sutra-akshara.h"
#include "sutra-find.h"
#include "sutra-fold.h"
#include "sutra-inflection.h"
#include "sutra-occurrences.h"
#include "sutra-sentences.h"
#include "sutra-words.h"

#include <stdio.h>
#include <string.h>

#define ROUNDS 7

typedef gsize (*Job) (SutraText *text);

static int
compare (gconstpointer a, gconstpointer b)
{
  gint64 first = *(const gint64 *) a, second = *(const gint64 *) b;

  return (first > second) - (first < second);
}

static void
run (const char *name, SutraText *text, Job job)
{
  gint64 times[ROUNDS];
  gsize result = 0;

  for (guint i = 0; i < ROUNDS; i++)
    {
      gint64 start = g_get_monotonic_time ();

      result = job (text);
      times[i] = g_get_monotonic_time () - start;
    }
  qsort (times, ROUNDS, sizeof times[0], compare);
  printf ("%-52s %8.2f ms (best %.2f), %" G_GSIZE_FORMAT " results\n", name, (double) times[ROUNDS / 2] / 1000, (double) times[0] / 1000,
          result);
}

static gsize
fold (SutraText *text)
{
  gsize n_bytes;
  const char *utf8 = sutra_text_get_utf8 (text, &n_bytes);
  g_autoptr (SutraFold) self = sutra_fold_new (utf8, (gssize) n_bytes);

  return self->length;
}

static gsize
find_rare (SutraText *text)
{
  g_autoptr (GArray) ranges = sutra_find_all (text, "কাজাখস্তান", NULL, NULL);

  return ranges->len;
}

static gsize
find_common (SutraText *text)
{
  g_autoptr (GArray) ranges = sutra_find_all (text, "র", NULL, NULL);

  return ranges->len;
}

static gsize
occurrences (SutraText *text)
{
  static const char *const names[] = { "কাজাখস্তান", NULL };
  g_autoptr (GArray) found = sutra_occurrences_find (text, names, NULL, NULL);

  return found->len;
}

static gsize
occurrences_many (SutraText *text)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) found = NULL;

  for (guint i = 0; i < 10000; i++)
    g_ptr_array_add (names, g_strdup_printf ("কাজা%u ক্ষমা", i));
  g_ptr_array_add (names, g_strdup ("কাজাখস্তান"));
  g_ptr_array_add (names, NULL);
  found = sutra_occurrences_find (text, (const char *const *) names->pdata, NULL, NULL);
  return found->len;
}

static gboolean
count (gsize start, gsize end, gpointer data)
{
  (*(gsize *) data)++;
  return TRUE;
}

static gsize
words (SutraText *text)
{
  gsize n = 0;

  sutra_words_foreach (text, 0, sutra_text_get_length (text), count, &n);
  return n;
}

static gsize
aksharas (SutraText *text)
{
  gsize n = 0;

  for (gsize at = 0; at < sutra_text_get_length (text); at = sutra_akshara_next (text, at))
    n++;
  return n;
}

static gsize
thousand_words_at (SutraText *text)
{
  gsize step = sutra_text_get_length (text) / 1000, start, end, n = 0;

  for (gsize i = 0; i < 1000; i++)
    n += sutra_words_at (text, i * step, &start, &end);
  return n;
}

static gsize
thousand_sentences (SutraText *text)
{
  gsize step = sutra_text_get_length (text) / 1000, start, end, n = 0;

  for (gsize i = 0; i < 1000; i++)
    {
      sutra_sentences_at (text, i * step, &start, &end);
      n += end > start;
    }
  return n;
}

static gsize
thousand_guesses (SutraText *text)
{
  gsize step = sutra_text_get_length (text) / 1000, start, end, n = 0;

  for (gsize i = 0; i < 1000; i++)
    if (sutra_words_at (text, i * step, &start, &end))
      n += sutra_inflection_guess_stem_end (text, start, end, NULL) < end;
  return n;
}

/* About a thousand times the name, in one megabyte of paragraphs of about 2 kB. */
static SutraText *
sample (void)
{
  static const char *const words_of_text[] = {
    "প্রতিনিধিদলের", "সম্মেলনে", "নিরাপত্তা", "পররাষ্ট্রমন্ত্রী", "আলোচনা", "করেছেন", "এবং", "র‍্যাবের",
    "কর্মকর্তারা",    "২০২৪-এ",  "ক্ষেত্রে",   "বৈঠক।",        "ঢাকায়",
  };
  GString *string = g_string_new (NULL);
  SutraText *text;
  guint state = 1;

  for (guint i = 0; string->len < 1000 * 1000; i++)
    {
      state = state * 1103515245 + 12345;
      g_string_append (string, i % 40 == 0 ? "কাজাখস্তানের" : words_of_text[(state >> 16) % G_N_ELEMENTS (words_of_text)]);
      g_string_append_c (string, i % 80 == 79 ? '\n' : ' ');
    }
  text = sutra_text_new_from_string (string->str);
  g_string_free (string, TRUE);
  return text;
}

int
main (void)
{
  g_autoptr (SutraText) text = sample ();

  run ("fold 1 MB", text, fold);
  run ("find all in 1 MB, a name", text, find_rare);
  run ("find all in 1 MB, one letter", text, find_common);
  run ("occurrences in 1 MB, one name", text, occurrences);
  run ("occurrences in 1 MB, 10,001 names", text, occurrences_many);
  run ("all words of 1 MB", text, words);
  run ("all aksharas of 1 MB", text, aksharas);
  run ("1,000 × word at", text, thousand_words_at);
  run ("1,000 × sentence at", text, thousand_sentences);
  run ("1,000 × word and guessed stem", text, thousand_guesses);
  return 0;
}
