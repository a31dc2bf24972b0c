/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-bijoy.h"
#include "sutra-decode-legacy.h"

#include "quality.h"

#include <json-glib/json-glib.h>
#include <locale.h>
#include <string.h>

/* The lines of a set, without comments (transfer full). */
static GStrv
load_lines (const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "quality", "data", name, NULL);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) kept = g_ptr_array_new ();
  g_auto (GStrv) lines = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    if (lines[i][0] != '\0' && lines[i][0] != '#')
      g_ptr_array_add (kept, g_strdup (lines[i]));
  g_ptr_array_add (kept, NULL);
  return (GStrv) g_ptr_array_steal (kept, NULL);
}

typedef struct
{
  guint n_forward, n_forward_right;
  guint n_back, n_back_right;
} Tally;

static void
try_word (char **fields, SutraBijoyGeneration generation, Tally *tally)
{
  g_autoptr (SutraBijoyText) text = sutra_bijoy_decode (fields[2], strlen (fields[2]), generation, FALSE);
  g_autoptr (GString) written = NULL;
  gsize n_lost;
  gboolean right = strcmp (text->utf8->str, fields[3]) == 0;

  tally->n_forward++;
  tally->n_forward_right += right;
  if (!right)
    g_test_message ("%s: %s, not %s", fields[2], text->utf8->str, fields[3]);
  if (fields[1][0] != '=')
    return;
  written = sutra_bijoy_encode (text->utf8->str, text->utf8->len, generation, &n_lost);
  right = strcmp (written->str, fields[2]) == 0 && n_lost == 0;
  tally->n_back++;
  tally->n_back_right += right;
  if (!right)
    g_test_message ("%s: back to %s, not %s", fields[3], written->str, fields[2]);
}

static void
quality_words (void)
{
  g_auto (GStrv) lines = load_lines ("bijoy.tsv");
  Tally tally = { 0 };
  g_autofree char *forward = NULL;
  g_autofree char *back = NULL;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) fields = g_strsplit (lines[i], "\t", -1);

      g_assert_cmpuint (g_strv_length (fields), ==, 4);
      if (strcmp (fields[0], "old") != 0)
        try_word (fields, SUTRA_BIJOY_NEW, &tally);
      if (strcmp (fields[0], "new") != 0)
        try_word (fields, SUTRA_BIJOY_OLD, &tally);
    }
  forward = g_strdup_printf ("%u words and phrases, both generations counted", tally.n_forward);
  back = g_strdup_printf ("%u of them in the usual spelling", tally.n_back);
  quality_row ("Bijoy to Unicode", (double) tally.n_forward_right / tally.n_forward, 1, TRUE, forward);
  quality_row ("Bijoy to Unicode and back: same bytes", (double) tally.n_back_right / tally.n_back, 1, TRUE, back);
}

static void
quality_not_bijoy (void)
{
  g_auto (GStrv) lines = load_lines ("bijoy-not.tsv");
  guint n_wrong = 0;
  guint n = 0;
  double highest = -G_MAXDOUBLE;
  g_autofree char *note = NULL;

  for (; lines[n] != NULL; n++)
    {
      g_autofree char *text = g_strcompress (strchr (lines[n], '\t') + 1);
      double score = sutra_bijoy_score (text, strlen (text));

      highest = MAX (highest, score);
      if (!sutra_bijoy_is_likely (text, strlen (text)))
        continue;
      n_wrong++;
      g_test_message ("taken for Bijoy (%.3f): %s", score, lines[n]);
    }
  note = g_strdup_printf ("%u texts of other kinds, the highest score %.2f", n, highest);
  quality_row ("Bijoy detected where there is none", n_wrong, 0, FALSE, note);
}

/* ---- The corpus ---- */

/* Its sentences in NFC but for ড় ঢ় য়, which are one code point (transfer full). */
static GPtrArray *
load_sentences (const char *path)
{
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  g_autoptr (JsonParser) parser = json_parser_new ();
  GPtrArray *sentences = g_ptr_array_new_with_free_func (g_free);

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_autofree char *composed = NULL;
      GString *sentence;

      if (lines[i][0] == '\0')
        continue;
      g_assert_true (json_parser_load_from_data (parser, lines[i], -1, NULL));
      composed = g_utf8_normalize (json_array_get_string_element (json_node_get_array (json_parser_get_root (parser)), 0), -1,
                                   G_NORMALIZE_DEFAULT_COMPOSE);
      sentence = g_string_new (composed);
      g_string_replace (sentence, "\u09a1\u09bc", "\u09dc", 0);
      g_string_replace (sentence, "\u09a2\u09bc", "\u09dd", 0);
      g_string_replace (sentence, "\u09af\u09bc", "\u09df", 0);
      g_ptr_array_add (sentences, g_string_free (sentence, FALSE));
    }
  return sentences;
}

static void
try_generation (GPtrArray *sentences, SutraBijoyGeneration generation)
{
  guint n_long = 0, n_likely = 0, n_whole = 0, n_same = 0, n_bengali = 0;
  g_autoptr (GString) all = g_string_new (NULL);
  g_autofree char *note = NULL;
  g_autofree char *same_note = NULL;
  const char *name = generation == SUTRA_BIJOY_NEW ? "new" : "old";
  g_autofree char *what = g_strdup_printf ("paragraphs detected as Bijoy, %s fonts", name);
  g_autofree char *same_what = g_strdup_printf ("paragraphs to Bijoy and back, %s fonts", name);

  for (guint i = 0; i < sentences->len; i++)
    {
      const char *sentence = sentences->pdata[i];
      gsize n_lost;
      g_autoptr (GString) written = sutra_bijoy_encode (sentence, strlen (sentence), generation, &n_lost);
      g_autoptr (SutraBijoyText) back = sutra_bijoy_decode (written->str, written->len, generation, FALSE);

      if (n_lost == 0)
        {
          n_whole++;
          n_same += strcmp (back->utf8->str, sentence) == 0;
          g_string_append_printf (all, "%s\n", written->str);
        }
      n_bengali += sutra_bijoy_is_likely (sentence, strlen (sentence));
      if (n_lost > 0 || g_utf8_strlen (written->str, -1) < 40)
        continue;
      n_long++;
      n_likely += sutra_bijoy_is_likely (written->str, written->len);
    }
  note = g_strdup_printf ("%u paragraphs of 40 characters or more", n_long);
  same_note = g_strdup_printf ("%u of %u paragraphs, without those that the fonts cannot write", n_whole, sentences->len);
  quality_row (what, (double) n_likely / n_long, 0.99, TRUE, note);
  quality_row (same_what, (double) n_same / n_whole, 1, TRUE, same_note);
  quality_row ("Unicode paragraphs taken for Bijoy", n_bengali, 0, FALSE, "the same corpus as it is");
  g_assert_cmpint (sutra_bijoy_vote (all->str, all->len), ==, generation);
}

static void
quality_corpus_text (void)
{
  g_autofree char *path = quality_corpus ("banglakit-ner/main-1500.jsonl");
  g_autoptr (GPtrArray) sentences = NULL;

  if (path == NULL)
    return;
  sentences = load_sentences (path);
  try_generation (sentences, SUTRA_BIJOY_NEW);
  try_generation (sentences, SUTRA_BIJOY_OLD);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/quality/bijoy/words", quality_words);
  g_test_add_func ("/quality/bijoy/not-bijoy", quality_not_bijoy);
  g_test_add_func ("/quality/bijoy/corpus", quality_corpus_text);
  return g_test_run ();
}
