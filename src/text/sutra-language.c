/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-language.h"

#include "sutra-utf8.h"

#include <string.h>
#include <unicode/uchar.h>
#include <unicode/uscript.h>

#define MOST 20000
#define FEWEST_LETTERS 20

/* Of running English text these are a quarter to a third of the words, of other languages in Latin letters a few in a hundred at most. */
static const char english_words[] =
    " the of and to in a is that for it as was with be by on not he his but at are this have from or had an they which were has its said will ";
#define ENGLISH_SHARE 0.12

typedef struct
{
  guint bengali;
  guint assamese;
  guint latin;
  guint other;
  guint words;
  guint english;
} Counts;

static void
count_letter (Counts *counts, gunichar c)
{
  int script = u_getIntPropertyValue ((UChar32) c, UCHAR_SCRIPT);

  counts->bengali += script == USCRIPT_BENGALI;
  counts->assamese += c == 0x09f0 || c == 0x09f1;
  counts->latin += script == USCRIPT_LATIN;
  counts->other += script != USCRIPT_BENGALI && script != USCRIPT_LATIN;
}

static void
count_word (Counts *counts, GString *word)
{
  g_autofree char *pattern = NULL;

  if (word->len == 0)
    return;
  pattern = g_strdup_printf (" %s ", word->str);
  counts->words++;
  counts->english += word->len < 6 && strstr (english_words, pattern) != NULL;
  g_string_truncate (word, 0);
}

static void
count (SutraText *text, Counts *counts)
{
  gsize n_bytes;
  const char *utf8 = sutra_text_get_utf8 (text, &n_bytes), *end = utf8 + n_bytes;
  g_autoptr (GString) word = g_string_new (NULL);

  for (guint i = 0; i < MOST && utf8 < end; i++)
    {
      guint length;
      gunichar c = sutra_utf8_decode (utf8, &length);

      utf8 += length;
      if (!u_isalpha ((UChar32) c) && (U_GET_GC_MASK ((UChar32) c) & U_GC_M_MASK) == 0)
        count_word (counts, word);
      else
        {
          count_letter (counts, c);
          /* A word that is longer than all in the list is one all the same. */
          if (word->len < 16)
            g_string_append_c (word, c < 0x80 ? g_ascii_tolower ((char) c) : '?');
        }
    }
  count_word (counts, word);
}

const char *
sutra_language_guess (SutraText *text)
{
  Counts counts = { 0 };
  guint letters;

  g_return_val_if_fail (text != NULL, NULL);

  count (text, &counts);
  letters = counts.bengali + counts.latin + counts.other;
  if (letters < FEWEST_LETTERS)
    return NULL;
  /* One letter in fifty: ৰ and ৱ are common in Assamese, and now and then typed in Bengali. */
  if (counts.bengali * 2 > letters)
    return counts.assamese * 50 > counts.bengali ? "as" : "bn";
  if (counts.latin * 2 > letters && counts.english > ENGLISH_SHARE * counts.words)
    return "en";
  return NULL;
}
