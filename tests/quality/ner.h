/* ner.h: the tagged sentences of the NER corpus, with the places of their tokens
 *
 * The corpus stores sentences and tags, not tokens. They are found again by splitting at the space, peeling punctuation off both ends and splitting at , : ; and
 * hyphens or dashes, each sign a token of its own; a sentence where the counts differ from the tags is left out.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "quality.h"

#include <json-glib/json-glib.h>
#include <string.h>

/* A token: code points of the sentence, "U" whole, "B" first, "I" inner, "L" last token of a name, "O" none. */
typedef struct
{
  guint32 start, end;
  char place;
  char kind[16];
} NerToken;

typedef struct
{
  char *text;
  GArray *tokens; /* NerToken */
} NerSentence;

static inline void
ner_sentence_free (gpointer data)
{
  NerSentence *self = data;

  g_free (self->text);
  g_array_unref (self->tokens);
  g_free (self);
}

static inline gboolean
ner_is_punctuation (gunichar c)
{
  return g_unichar_ispunct (c) || g_unichar_isspace (c) || g_unichar_type (c) == G_UNICODE_MATH_SYMBOL;
}

static inline void
ner_add_token (GArray *tokens, gsize start, gsize end)
{
  NerToken token = { .start = (guint32) start, .end = (guint32) end };

  g_array_append_val (tokens, token);
}

/* Splits what stands between two spaces. */
static inline void
ner_split (const gunichar *text, gsize start, gsize end, GArray *tokens)
{
  static const gunichar inside[] = { ',', ':', ';', '-', 0x2010, 0x2011, 0x2013, 0x2014 };
  gsize last = end, from;

  for (; start < end && ner_is_punctuation (text[start]); start++)
    ner_add_token (tokens, start, start + 1);
  while (last > start && ner_is_punctuation (text[last - 1]))
    {
      /* মো. and ড. keep their dot. */
      if (text[last - 1] == '.' && last - start <= 4 && last - start > 1 && !g_unichar_isdigit (text[last - 2]))
        break;
      last--;
    }
  from = start;
  for (gsize i = start; i <= last; i++)
    {
      gboolean cut = i == last;

      for (gsize k = 0; k < G_N_ELEMENTS (inside) && !cut; k++)
        cut = text[i] == inside[k];
      if (!cut)
        continue;
      if (i > from)
        ner_add_token (tokens, from, i);
      if (i < last)
        ner_add_token (tokens, i, i + 1);
      from = i + 1;
    }
  for (gsize i = last; i < end; i++)
    ner_add_token (tokens, i, i + 1);
}

static inline GArray *
ner_tokens (const char *string)
{
  GArray *tokens = g_array_new (FALSE, FALSE, sizeof (NerToken));
  glong n;
  g_autofree gunichar *text = g_utf8_to_ucs4_fast (string, -1, &n);
  gsize length = (gsize) n, start = 0;

  for (gsize i = 0; i <= length; i++)
    if (i == length || text[i] == ' ')
      {
        if (i > start)
          ner_split (text, start, i, tokens);
        start = i + 1;
      }
  return tokens;
}

/* NerSentence elements; NULL after skipping the test. */
static inline GPtrArray *
ner_load (void)
{
  g_autofree char *path = quality_corpus ("banglakit-ner/main-1500.jsonl");
  g_autofree char *contents = NULL;
  g_auto (GStrv) lines = NULL;
  GPtrArray *sentences = NULL;

  if (path == NULL)
    return NULL;
  g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
  sentences = g_ptr_array_new_with_free_func (ner_sentence_free);
  lines = g_strsplit (contents, "\n", -1);
  for (gsize i = 0; lines[i] != NULL; i++)
    {
      g_autoptr (JsonNode) node = lines[i][0] != '\0' ? json_from_string (lines[i], NULL) : NULL;
      JsonArray *row = node != NULL ? json_node_get_array (node) : NULL;
      JsonArray *tags = row != NULL ? json_array_get_array_element (row, 1) : NULL;
      g_autoptr (GArray) tokens = row != NULL ? ner_tokens (json_array_get_string_element (row, 0)) : NULL;
      NerSentence *sentence;

      if (tags == NULL || json_array_get_length (tags) != tokens->len)
        continue;
      for (guint k = 0; k < tokens->len; k++)
        {
          NerToken *token = &g_array_index (tokens, NerToken, k);
          const char *tag = json_array_get_string_element (tags, k);

          token->place = tag[0];
          g_strlcpy (token->kind, tag[0] == 'O' ? "" : tag + 2, sizeof token->kind);
        }
      sentence = g_new0 (NerSentence, 1);
      sentence->text = g_strdup (json_array_get_string_element (row, 0));
      sentence->tokens = g_steal_pointer (&tokens);
      g_ptr_array_add (sentences, sentence);
    }
  return sentences;
}

static inline char *
ner_slice (const NerSentence *sentence, guint32 start, guint32 end)
{
  return g_utf8_substring (sentence->text, start, end);
}

/* A table of tests/quality/data: rows of columns (GStrv); lines that begin with # are comments. */
static inline GPtrArray *
quality_table (const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "quality", "data", name, NULL);
  g_autofree char *contents = NULL;
  g_auto (GStrv) lines = NULL;
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);

  g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
  lines = g_strsplit (contents, "\n", -1);
  for (gsize i = 0; lines[i] != NULL; i++)
    if (lines[i][0] != '\0' && lines[i][0] != '#')
      g_ptr_array_add (rows, g_strsplit (lines[i], "\t", -1));
  return rows;
}

/* Names are told apart into the half on which the rules were tuned and the half that was held out. */
static inline guint
quality_half (const char *folded)
{
  return (g_str_hash (folded) >> 3) & 1;
}
