/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-sentences.h"

#include "quality.h"

#include <locale.h>
#include <string.h>

static gboolean
collect_end (gsize start, gsize end, gpointer user_data)
{
  g_assert_cmpuint (start, <, end);
  g_array_append_val ((GArray *) user_data, end);
  return TRUE;
}

/* The ends of the sentences of @text but for the last (transfer full). */
static GArray *
find_boundaries (SutraText *text)
{
  GArray *ends = g_array_new (FALSE, FALSE, sizeof (gsize));

  sutra_sentences_foreach (text, 0, sutra_text_get_length (text), collect_end, ends);
  if (ends->len > 0)
    g_array_set_size (ends, ends->len - 1);
  return ends;
}

static gboolean
holds (GArray *array, gsize value)
{
  for (guint i = 0; i < array->len; i++)
    if (g_array_index (array, gsize, i) == value)
      return TRUE;
  return FALSE;
}

static void
complain (SutraText *text, gsize at, const char *what)
{
  g_autofree char *before = sutra_text_slice (text, at > 24 ? at - 24 : 0, at);
  g_autofree char *after = sutra_text_slice (text, at, at + 16);

  g_test_message ("%s: %s¦%s", what, before, after);
}

typedef struct
{
  guint expected;
  guint found;
  guint right;
} Tally;

/* One line of the set. */
static void
try_paragraph (const char *line, Tally *tally)
{
  g_auto (GStrv) parts = g_strsplit (line, "¦", -1);
  g_autofree char *plain = g_strjoinv (NULL, parts);
  g_autoptr (SutraText) text = sutra_text_new_from_string (plain);
  g_autoptr (GArray) expected = g_array_new (FALSE, FALSE, sizeof (gsize));
  g_autoptr (GArray) found = find_boundaries (text);
  gsize at = 0;

  for (guint i = 0; parts[i + 1] != NULL; i++)
    {
      at += (gsize) g_utf8_strlen (parts[i], -1);
      g_array_append_val (expected, at);
      if (!holds (found, at))
        complain (text, at, "missed");
    }
  for (guint i = 0; i < found->len; i++)
    if (holds (expected, g_array_index (found, gsize, i)))
      tally->right++;
    else
      complain (text, g_array_index (found, gsize, i), "wrong");
  tally->expected += expected->len;
  tally->found += found->len;
}

static void
test_frozen_set (void)
{
  g_autofree char *contents = NULL, *note = NULL;
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "quality", "data", "sentences.txt", NULL);
  g_auto (GStrv) lines = NULL;
  g_autoptr (GError) error = NULL;
  Tally tally = { 0 };

  g_file_get_contents (path, &contents, NULL, &error);
  g_assert_no_error (error);
  lines = g_strsplit (contents, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    if (lines[i][0] != '#' && lines[i][0] != '\0')
      try_paragraph (lines[i], &tally);
  g_assert_cmpuint (tally.expected, >=, 550);
  note = g_strdup_printf ("%u boundaries of the frozen set", tally.expected);
  quality_row ("sentence boundaries, precision", (double) tally.right / MAX (tally.found, 1), 0.99, TRUE, note);
  quality_row ("sentence boundaries, recall", (double) tally.right / tally.expected, 0.99, TRUE, note);
}

/* The sentence of a line of JSON, ["…", [tags]] (transfer full). */
static char *
sentence_of_json (const char *line)
{
  const char *end = strstr (line, "\", [");
  g_autofree char *escaped = NULL;

  if (!g_str_has_prefix (line, "[\"") || end == NULL)
    return NULL;
  escaped = g_strndup (line + 2, (gsize) (end - line - 2));
  return g_strcompress (escaped);
}

/* Sentences of a corpus, some together to a paragraph: where one ends and the next begins there must be a boundary, and nowhere else. Some of
 * its lines are in truth two sentences, or half of one, so these figures have a ceiling. */
static void
try_lines (char **lines, char *(*sentence_of) (const char *line), guint per_paragraph, Tally *tally)
{
  g_autoptr (GString) paragraph = g_string_new (NULL);
  guint n = 0;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_autofree char *sentence = sentence_of (lines[i]);

      if (sentence == NULL)
        continue;
      if (n > 0)
        g_string_append (paragraph, "¦ ");
      g_string_append (paragraph, g_strstrip (sentence));
      if (++n == per_paragraph)
        {
          try_paragraph (paragraph->str, tally);
          g_string_truncate (paragraph, 0);
          n = 0;
        }
    }
  if (n > 0)
    try_paragraph (paragraph->str, tally);
}

static char *
sentence_of_conllu (const char *line)
{
  return g_str_has_prefix (line, "# text = ") ? g_strdup (line + strlen ("# text = ")) : NULL;
}

static void
try_corpus (const char *name, char *(*sentence_of) (const char *line), const char *what, double precision, double recall)
{
  g_autofree char *path = quality_corpus (name), *contents = NULL, *row = NULL, *note = NULL;
  g_auto (GStrv) lines = NULL;
  g_autoptr (GError) error = NULL;
  Tally tally = { 0 };

  if (path == NULL)
    return;
  g_file_get_contents (path, &contents, NULL, &error);
  g_assert_no_error (error);
  lines = g_strsplit (contents, "\n", -1);
  try_lines (lines, sentence_of, 10, &tally);
  note = g_strdup_printf ("%u boundaries, %s", tally.expected, what);
  quality_row ("sentence boundaries between lines, precision", (double) tally.right / MAX (tally.found, 1), precision, TRUE, note);
  quality_row ("sentence boundaries between lines, recall", (double) tally.right / MAX (tally.expected, 1), recall, TRUE, note);
}

static void
test_news (void)
{
  try_corpus ("banglakit-ner/main-1500.jsonl", sentence_of_json, "news corpus", 0.99, 0.98);
}

static void
test_treebank (void)
{
  try_corpus ("ud-bengali-bru/bn_bru-ud-test.conllu", sentence_of_conllu, "treebank", 0.99, 0.99);
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/quality/sentences/frozen", test_frozen_set);
  g_test_add_func ("/quality/sentences/news", test_news);
  g_test_add_func ("/quality/sentences/treebank", test_treebank);
  return g_test_run ();
}
