/* quality-aksharas.c: where the caret may stop, over the whole corpus
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "sutra-akshara.h"
#include "sutra-words.h"

#include "corpus.h"
#include "quality.h"

#include <unicode/ubrk.h>
#include <unicode/ustring.h>

#define NUKTA 0x09bc
#define HASANTA 0x09cd
#define ZWNJ 0x200c
#define ZWJ 0x200d

typedef struct
{
  guint n_stops;
  guint n_inside;
  guint n_words;
  guint n_words_inside;
  guint n_different;
  guint n_icu_inside;
} Counts;

static gboolean
is_consonant (gunichar c)
{
  return (c >= 0x0995 && c <= 0x09b9) || (c >= 0x09dc && c <= 0x09df) || c == 0x09f0 || c == 0x09f1;
}

static gboolean
is_vowel (gunichar c)
{
  return (c >= 0x0985 && c <= 0x0994) || c == 0x09e0 || c == 0x09e1;
}

static gboolean
is_dependent (gunichar c)
{
  return (c >= 0x0981 && c <= 0x0983) || c == NUKTA || (c >= 0x09be && c <= HASANTA) || c == 0x09d7 || c == 0x09e2 || c == 0x09e3 ||
         c == 0x09fe;
}

/* Whether a stop at @at, seen without any of the program's code, is inside a conjunct: before a sign that belongs to the letter before it, or between a
 * hasanta (with or without ZWJ) and the consonant that it joins to a letter before it. */
static gboolean
is_inside (const gunichar *text, gsize at)
{
  gunichar c = text[at];
  gsize i = at;

  if (is_dependent (c))
    return at > 0 && (is_consonant (text[at - 1]) || is_vowel (text[at - 1]) || is_dependent (text[at - 1]));
  if (!is_consonant (c))
    return FALSE;
  while (i > 0 && text[i - 1] == ZWJ)
    i--;
  if (i == 0 || text[i - 1] != HASANTA)
    return FALSE;
  i--;
  if (i > 1 && text[i - 1] == ZWNJ)
    return text[i - 2] == 0x09b0 && (c == 0x09af || c == 0x09df);
  while (i > 0 && (text[i - 1] == ZWJ || text[i - 1] == NUKTA))
    i--;
  return i > 0 && (is_consonant (text[i - 1]) || (is_vowel (text[i - 1]) && (c == 0x09af || c == 0x09df)));
}

/* The two places where aksharas go on beyond ICU's clusters. */
static gboolean
is_join (const gunichar *text, gsize at)
{
  if (at < 2 || (text[at] != 0x09af && text[at] != 0x09df) || text[at - 1] != HASANTA)
    return FALSE;
  return is_vowel (text[at - 2]) || (text[at - 2] == ZWNJ && at > 2 && text[at - 3] == 0x09b0);
}

static void
look_at_clusters (SutraText *text, const gunichar *units, gsize length, Counts *counts)
{
  UErrorCode status = U_ZERO_ERROR;
  g_autofree UChar *utf16 = g_new (UChar, length * 2 + 1);
  int32_t n_utf16 = 0, at = 0;
  UBreakIterator *iterator;

  u_strFromUTF32 (utf16, (int32_t) length * 2 + 1, &n_utf16, (const UChar32 *) units, (int32_t) length, &status);
  iterator = ubrk_open (UBRK_CHARACTER, "bn", utf16, n_utf16, &status);
  g_assert_true (U_SUCCESS (status));
  for (gsize cp = 0; cp < length; cp++)
    {
      gboolean icu = ubrk_isBoundary (iterator, at), stop = sutra_akshara_is_boundary (text, cp);

      counts->n_stops += stop;
      counts->n_inside += stop && is_inside (units, cp);
      counts->n_icu_inside += icu && is_inside (units, cp);
      counts->n_different += stop != (icu && !is_join (units, cp));
      at += U16_LENGTH (units[cp]);
    }
  ubrk_close (iterator);
}

typedef struct
{
  const gunichar *units;
  Counts *counts;
} Words;

static gboolean
look_at_word (gsize start, gsize end, gpointer data)
{
  Words *words = data;

  words->counts->n_words++;
  words->counts->n_words_inside += is_inside (words->units, start) || is_inside (words->units, end);
  return TRUE;
}

static void
look_at (const char *name, const char *contents, gsize n_bytes, gpointer data)
{
  g_autoptr (SutraText) text = sutra_text_new_from_string (contents);
  glong length = 0;
  g_autofree gunichar *units = g_utf8_to_ucs4_fast (contents, (glong) n_bytes, &length);
  Words words = { units, data };

  look_at_clusters (text, units, (gsize) length, data);
  sutra_words_foreach (text, 0, (gsize) length, look_at_word, &words);
}

static void
test_corpus (void)
{
  Counts counts = { 0 };
  g_autofree char *stops = NULL, *words = NULL;

  if (!corpus_foreach (look_at, &counts))
    return;
  stops = g_strdup_printf ("%u stops of the corpus; %u in ICU's clusters alone", counts.n_stops, counts.n_icu_inside);
  words = g_strdup_printf ("%u words of the corpus", counts.n_words);
  quality_row ("caret stops inside a conjunct", counts.n_inside, 0, FALSE, stops);
  quality_row ("aksharas that differ from ICU's clusters with the two joins", counts.n_different, 0, FALSE, stops);
  quality_row ("word edges inside a conjunct", counts.n_words_inside, 0, FALSE, words);
}

/* The measure itself sees a stop inside. */
static void
test_measure (void)
{
  static const gunichar conjunct[] = { 0x0995, HASANTA, 0x09b7, 0x09be, 0 }, split[] = { 0x0995, HASANTA, ZWNJ, 0x09b7, 0 };
  static const gunichar ya[] = { 0x0985, HASANTA, 0x09af, 0 }, joined[] = { 0x09b0, ZWNJ, HASANTA, 0x09af, 0 };

  g_assert_true (is_inside (conjunct, 1));
  g_assert_true (is_inside (conjunct, 2));
  g_assert_true (is_inside (conjunct, 3));
  g_assert_false (is_inside (conjunct, 0));
  g_assert_false (is_inside (conjunct, 4));
  g_assert_false (is_inside (split, 3));
  g_assert_true (is_inside (ya, 2));
  g_assert_true (is_inside (joined, 3));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/quality/aksharas/measure", test_measure);
  g_test_add_func ("/quality/aksharas/corpus", test_corpus);
  return g_test_run ();
}
