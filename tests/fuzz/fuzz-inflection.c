/* fuzz-inflection.c: dictionary forms of words; a name stands in the first line, a text in the others
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "fuzz.h"
#include "sutra-akshara.h"
#include "sutra-inflection.h"
#include "sutra-name-parts.h"
#include "sutra-words.h"

#include <string.h>

#define HASANTA 0x09cd

/* The word itself is one reading; each other one ends in it, not in a conjunct, and has a chain; the best comes first. */
static void
check_stems (const char *word)
{
  g_autoptr (GArray) stems = sutra_inflection_stems (word);
  gsize length = (gsize) g_utf8_strlen (word, -1);
  double score = 1;
  guint itself = 0;

  for (guint i = 0; i < stems->len; i++)
    {
      const SutraStem *stem = &g_array_index (stems, SutraStem, i);

      g_assert_cmpuint (stem->n_parts, <=, SUTRA_SUFFIX_MAX_PARTS);
      g_assert_cmpuint (stem->n_parts > 0, ==, stem->suffix[0] != '\0');
      g_assert_cmpuint ((gsize) g_utf8_strlen (stem->base, -1), ==, stem->stem_end);
      g_assert_true (stem->score > 0 && stem->score <= score);
      score = stem->score;
      if (stem->n_parts == 0)
        {
          itself++;
          g_assert_cmpstr (stem->base, ==, word);
          continue;
        }
      g_assert_true (stem->stem_end > 0 && stem->stem_end < length);
      g_assert_cmpuint (g_utf8_get_char (g_utf8_offset_to_pointer (word, (glong) stem->stem_end - 1)), !=, HASANTA);
      for (guint k = 0; k < stem->n_parts; k++)
        g_assert_nonnull (sutra_suffix_kind_to_string (stem->parts[k].kind));
    }
  g_assert_cmpuint (itself, ==, 1);
}

static gboolean
check_word (gsize start, gsize end, gpointer data)
{
  SutraText *text = data;
  g_autofree char *word = sutra_text_slice (text, start, end);
  gsize stem_end = sutra_inflection_guess_stem_end (text, start, end, NULL);
  gsize word_end = sutra_inflection_end_of (text, start, stem_end);

  check_stems (word);
  g_assert_true (stem_end > start && stem_end <= end);
  g_assert_true (word_end == 0 || (word_end >= stem_end && word_end <= sutra_text_get_length (text)));
  g_assert_true (word_end == stem_end || sutra_akshara_is_boundary (text, word_end));
  return TRUE;
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autofree char *bytes = g_strndup ((const char *) data, size);
  g_autofree char *string = g_utf8_make_valid (bytes, -1);
  char *line_end = strchr (string, '\n');
  const char *names[] = { string, NULL };
  g_autoptr (SutraText) text = NULL;
  g_autoptr (GArray) found = NULL;
  g_autofree char *last = NULL;
  guint32 at = 0;

  g_strdelimit (string, "\r", ' ');
  text = sutra_text_new_from_string (line_end != NULL ? line_end + 1 : string);
  if (line_end != NULL)
    *line_end = '\0';
  check_stems (string);
  sutra_words_foreach (text, 0, sutra_text_get_length (text), check_word, text);
  last = sutra_name_parts_last_word (string);
  g_assert_true (last == NULL || strstr (string, last) != NULL);
  found = sutra_name_parts_find (text, names, TRUE, NULL, NULL);
  for (guint i = 0; i < found->len; i++)
    {
      const SutraOccurrence *occurrence = &g_array_index (found, SutraOccurrence, i);

      g_assert_true (occurrence->start >= at && occurrence->start < occurrence->stem_end && occurrence->stem_end <= occurrence->end);
      g_assert_cmpuint (occurrence->end, <=, sutra_text_get_length (text));
      g_assert_true (sutra_akshara_is_boundary (text, occurrence->start) && sutra_akshara_is_boundary (text, occurrence->end));
      at = occurrence->end;
    }
  return 0;
}
