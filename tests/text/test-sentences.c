/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-akshara.h"
#include "sutra-sentences.h"

#include "soup.h"

#include <string.h>
#include <time.h>

/* A mark can stand on a space: that is text. */
static gboolean
is_bare_space (SutraText *text, gsize cp)
{
  return g_unichar_isspace (sutra_text_char_at (text, cp)) && sutra_akshara_is_boundary (text, cp) &&
         sutra_akshara_is_boundary (text, cp + 1);
}

/* All sentences of @text with "¦" between them, by asking at every code point, which must give the same inside each. */
static char *
split (SutraText *text)
{
  GString *result = g_string_new (NULL);
  gsize length = sutra_text_get_length (text), last_start = G_MAXSIZE, last_end = 0;

  for (gsize cp = 0; cp <= length; cp++)
    {
      gsize start, end;
      g_autofree char *sentence = NULL;

      sutra_sentences_at (text, cp, &start, &end);
      g_assert_cmpuint (start, <=, end);
      g_assert_cmpuint (end, <=, length);
      if (start == last_start && end == last_end)
        continue;
      if (start == end)
        continue;
      g_assert_cmpuint (start, >=, last_end);
      g_assert_false (is_bare_space (text, start));
      g_assert_false (is_bare_space (text, end - 1));
      last_start = start;
      last_end = end;
      sentence = sutra_text_slice (text, start, end);
      g_assert_null (strchr (sentence, '\n'));
      if (result->len > 0)
        g_string_append (result, "¦");
      g_string_append (result, sentence);
    }
  return g_string_free (result, FALSE);
}

static void
test_vectors (void)
{
  static const char *const vectors[] = {
    "ড. মো. ইউনূস এলেন।¦ লে. জে. হোসেন বলেন, ‘আমি যাব।’¦ তিনি গেলেন।",
    "বিদেশ মন্ত্রক (এমইএ) বলেছে৷¦ এমইএ -এর মতে, সব ঠিক।",
    "তিনি বলেন |¦ আমি যাব |",
    "শেষ॥¦ নতুন",
    "মোঃ রহিম আসেন।¦ ডাঃ করিম যান।",
    "পৃ. ১২৩ দেখুন।",
    "\"যাব।\" বলেছেন তিনি।",
    "\"যাব।\"¦ তিনি বলেছেন।",
    "\"যাব।\" এ কথা তিনি বলেন।",
    "‘যাব।’ জানান তিনি।¦ সে গেল।",
    "১.৫ কোটি টাকা।¦ এ. কে. ফজলুল হক বলেন।",
    "তারা আসে।¦৩১ মে ফেরে।",
    "কে?¦ আমি!",
    "সে বলল...¦ তারপর গেল।",
    "কাজ শেষ করেছিলেন.¦ পরে গেলেন.",
    "| ক | খ |",
    "😀 ক্ষমা চাই।¦ 😀 যাই।",
    "সে গেল?!¦ (সত্যি।)¦ হ্যাঁ",
    "a@b.com এ ১.৫ পাঠান।",
    "He left.¦ She came.",
    "Dr. Smith met Gen. Lee at 3.5 km.¦ They spoke.",
    "\"Where?\" he asked.¦ Nobody knew.",
    "প্রথম\u00a0বাক্য।¦\u00a0দ্বিতীয়।",
    "১। প্রথম কথা।¦ ২ নম্বর কথা।",
    "তিনি (?) গেলেন।¦ ‘... পরে?’ বলেন না কেউ।",
    "বৃষ্টি নামে।[১২]¦ মাঠ খালি।😀¦ রাত হয়।",
    "বৃষ্টি নামে। ”¦ মাঠ খালি। '¦ শেষ।",
    "‘আসব।’ - বলেন তিনি।¦ ‘অভিযোগ মিথ্যা।’¦ অভিযোগ পুরোনো।¦ ‘কেন?’ প্রশ্ন তোলেন তিনি।",
    "তিনি যান.¦ সে আসে.¦ ড. সেন না.",
    "It closed in 2021.¦ The mill, No. 7, was old.¦ I said no.¦ He left in Dec. 2021.¦ Then",
    "গেলেন।¦He left.¦ Then",
    "গেল।\u200b¦ এল..¦ পরে",
    "খবরটি https://example.org/?ক=১ পাতায়।¦ শেষ",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (vectors); i++)
    {
      g_auto (GStrv) parts = g_strsplit (vectors[i], "¦", -1);
      g_autofree char *plain = g_strjoinv (NULL, parts);
      g_autoptr (SutraText) text = sutra_text_new_from_string (plain);
      g_autofree char *got = split (text), *expected = NULL;

      for (gsize k = 0; parts[k] != NULL; k++)
        {
          while (g_unichar_isspace (g_utf8_get_char (parts[k])))
            memmove (parts[k], g_utf8_next_char (parts[k]), strlen (g_utf8_next_char (parts[k])) + 1);
        }
      expected = g_strjoinv ("¦", parts);
      g_assert_cmpstr (got, ==, expected);
    }
}

static void
check_sentences (const char *string, const char *expected)
{
  g_autoptr (SutraText) text = sutra_text_new_from_string (string);
  g_autofree char *got = split (text);

  g_assert_cmpstr (got, ==, expected);
}

static void
test_more (void)
{
  check_sentences ("এক।\n \u00a0 \nদুই", "এক।¦দুই");
  check_sentences ("", "");
  check_sentences ("\n\n", "");
  check_sentences ("ক\nখ", "ক¦খ");
}

static void
test_soup (void)
{
  for (int i = 0; i < 600; i++)
    {
      g_autofree char *string = soup_new (80);
      g_autoptr (SutraText) text = sutra_text_new_from_string (string);
      g_autofree char *got = split (text);

      g_assert_nonnull (got);
    }
}

static void
test_corpus (void)
{
  g_autofree char *contents = corpus_load ("reference-article.txt");
  g_autoptr (SutraText) text = NULL;
  g_autofree char *got = NULL;
  g_auto (GStrv) sentences = NULL;

  if (contents == NULL)
    return;
  text = sutra_text_new_from_string (contents);
  got = split (text);
  sentences = g_strsplit (got, "¦", -1);
  /* 15 danda and one numerator four; ten of the paragraphs hold nothing but a space. */
  g_assert_cmpuint (g_strv_length (sentences), ==, 16);
  for (gsize i = 0; sentences[i] != NULL; i++)
    g_assert_true (g_str_has_suffix (sentences[i], "।") || g_str_has_suffix (sentences[i], "৷"));
}

static void
check_context (SutraText *text, gsize start, gsize end, gsize max, gboolean same, const char *before, const char *after)
{
  g_autofree char *got_before = NULL, *got_after = NULL;

  sutra_sentences_context (text, start, end, max, same, &got_before, &got_after);
  g_assert_cmpstr (got_before, ==, before);
  g_assert_cmpstr (got_after, ==, after);
}

static void
test_context (void)
{
  /* 0 এ ক । LF 4 😀 স্ত্রী(5-10) sp 12 ঢা(12) কা(14) LF 17 দু ই */
  g_autoptr (SutraText) text = sutra_text_new_from_string ("এক।\n😀স্ত্রী ঢাকা\nদুই");

  g_assert_cmpuint (sutra_text_get_length (text), ==, 20);
  check_context (text, 12, 16, 32, TRUE, "😀স্ত্রী ", "");
  check_context (text, 12, 16, 32, FALSE, "এক।\n😀স্ত্রী ", "\nদুই");
  check_context (text, 12, 16, 3, FALSE, " ", "\nদু");
  check_context (text, 12, 16, 2, FALSE, " ", "\n");
  check_context (text, 12, 16, 0, FALSE, "", "");
  check_context (text, 0, 20, 5, FALSE, "", "");
  check_context (text, 99, 200, 5, FALSE, "\nদুই", "");
  for (int i = 0; i < 500; i++)
    {
      g_autofree char *string = soup_new (60), *before = NULL, *after = NULL;
      g_autoptr (SutraText) soup = sutra_text_new_from_string (string);
      gsize length = sutra_text_get_length (soup);
      gsize start = sutra_akshara_floor (soup, (gsize) g_test_rand_int_range (0, (gint32) length + 1));
      gsize end = sutra_akshara_ceil (soup, MIN (length, start + (gsize) g_test_rand_int_range (0, 20)));
      gsize max = (gsize) g_test_rand_int_range (0, 40);
      gsize n_before, n_after;

      sutra_sentences_context (soup, start, end, max, i % 2 == 0, &before, &after);
      n_before = (gsize) g_utf8_strlen (before, -1);
      n_after = (gsize) g_utf8_strlen (after, -1);
      g_assert_cmpuint (n_before, <=, max);
      g_assert_cmpuint (n_after, <=, max);
      g_assert_true (sutra_akshara_is_boundary (soup, start - n_before));
      g_assert_true (sutra_akshara_is_boundary (soup, end + n_after));
      if (i % 2 == 0)
        g_assert_true (strchr (before, '\n') == NULL && strchr (after, '\n') == NULL);
    }
}

/* What sutra_sentences_foreach() gave. */
typedef struct
{
  gsize start;
  gsize end;
} Span;

static gboolean
collect (gsize start, gsize end, gpointer user_data)
{
  Span span = { start, end };

  g_array_append_val ((GArray *) user_data, span);
  return TRUE;
}

static GArray *
collect_all (SutraText *text, gsize start, gsize end)
{
  GArray *spans = g_array_new (FALSE, FALSE, sizeof (Span));

  sutra_sentences_foreach (text, start, end, collect, spans);
  return spans;
}

/* The sentences hold all that is not white space, in order, cut no akshara, and are the same from every code point within (@step: every how many). */
static void
check_tiles (SutraText *text, gsize step)
{
  gsize length = sutra_text_get_length (text), at = 0;
  g_autoptr (GArray) spans = collect_all (text, 0, length);

  for (guint i = 0; i <= spans->len; i++)
    {
      Span span = { length, length };

      if (i < spans->len)
        span = g_array_index (spans, Span, i);
      for (; at < span.start; at++)
        g_assert_true (g_unichar_isspace (sutra_text_char_at (text, at)) || sutra_text_char_at (text, at) == 0x0b ||
                       sutra_text_char_at (text, at) == 0x85);
      if (i == spans->len)
        break;
      g_assert_cmpuint (span.start, <, span.end);
      g_assert_true (sutra_akshara_is_boundary (text, span.start));
      g_assert_true (sutra_akshara_is_boundary (text, span.end));
      for (gsize cp = span.start; cp < span.end; cp += MIN (step, MAX (span.end - 1 - cp, 1)))
        {
          gsize start, end;

          sutra_sentences_at (text, cp, &start, &end);
          g_assert_cmpuint (start, ==, span.start);
          g_assert_cmpuint (end, ==, span.end);
        }
      at = span.end;
    }
}

/* Texts of what the rules look at. */
static SutraText *
ragged_text (guint n_pieces)
{
  static const char *const pieces[] = { "।",   "৷",   "|",  "?", "!",      "…",      "...",  ".",    "'",    "\"",     "’",
                                        "”",   "‘",   "(",  ")", "[১]",    " ",      " ",    " ",    " ",    "\n",     "ড",
                                        "মো",  "এ",   "কে", "১", "২০",     "বলেন",   "প্রশ্ন", "করেন", "স্ত্রী", "হয়েছেন", "Dr",
                                        "The", "the", "No", "😀", "\u200b", "\u00a0", "্",     "া",    "—" };
  g_autoptr (GString) string = g_string_new (NULL);

  for (guint i = 0; i < n_pieces; i++)
    g_string_append (string, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
  return sutra_text_new_from_string (string->str);
}

static void
test_tiles (void)
{
  for (int i = 0; i < 400; i++)
    {
      g_autoptr (SutraText) text = ragged_text (120);
      g_autofree char *string = soup_new (80);
      g_autoptr (SutraText) soup = sutra_text_new_from_string (string);

      check_tiles (text, 1);
      check_tiles (soup, 1);
    }
}

/* A part of the text gives the sentences of the whole that share something with it. */
static void
test_part (void)
{
  for (int i = 0; i < 300; i++)
    {
      g_autoptr (SutraText) text = ragged_text (150);
      gsize length = sutra_text_get_length (text);
      gsize start = (gsize) g_test_rand_int_range (0, (gint32) length);
      gsize end = start + (gsize) g_test_rand_int_range (1, 60);
      g_autoptr (GArray) whole = collect_all (text, 0, length), part = collect_all (text, start, end);
      guint k = 0;

      for (guint n = 0; n < whole->len; n++)
        {
          const Span *span = &g_array_index (whole, Span, n);

          if (span->end <= start || span->start >= end || span->start >= length)
            continue;
          g_assert_cmpuint (k, <, part->len);
          g_assert_cmpuint (g_array_index (part, Span, k).start, ==, span->start);
          g_assert_cmpuint (g_array_index (part, Span, k).end, ==, span->end);
          k++;
        }
      g_assert_cmpuint (k, ==, part->len);
    }
}

/* Sentences too long are cut, from wherever one looks at the same places; with and without white space, and a letter with 30,000 marks. */
static void
test_long (void)
{
  static const char *const words[] = { "কাজাখস্তানের ", "কাজাখস্তান", "স্ত্রী😀" };

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_autoptr (GString) string = g_string_new ("এক।\nআগের বাক্য। ");
      g_autoptr (SutraText) text = NULL;
      g_autoptr (GArray) spans = NULL;

      for (int n = 0; n < 6000; n++)
        g_string_append (string, words[i]);
      if (i == 2)
        for (int n = 0; n < 30000; n++)
          g_string_append (string, "ঁ");
      for (int n = 0; n < 1000; n++)
        g_string_append (string, words[i]);
      g_string_append (string, "। পরের বাক্য।");
      text = sutra_text_new_from_string (string->str);
      check_tiles (text, 499);
      spans = collect_all (text, 0, sutra_text_get_length (text));
      for (guint n = 0; n < spans->len && i < 2; n++)
        g_assert_cmpuint (g_array_index (spans, Span, n).end - g_array_index (spans, Span, n).start, <=, 12288);
    }
}

static gboolean
stop_at_third (gsize start, gsize end, gpointer user_data)
{
  return ++*(guint *) user_data < 3;
}

static void
test_stop (void)
{
  g_autoptr (SutraText) text = sutra_text_new_from_string ("এক। দুই।\nতিন। চার।\nপাঁচ।");
  guint n = 0;

  sutra_sentences_foreach (text, 0, G_MAXSIZE, stop_at_third, &n);
  g_assert_cmpuint (n, ==, 3);
}

static int
compare_corrections (gconstpointer a, gconstpointer b)
{
  guint32 x = ((const SutraSentenceCorrection *) a)->position, y = ((const SutraSentenceCorrection *) b)->position;

  return x < y ? -1 : x > y;
}

/* The beginnings of sentences in @text: those of the rules, without the joined ones, with the others, none of them where white space is. */
static GArray *
naive_starts (SutraText *text, GArray *corrections)
{
  gsize length = sutra_text_get_length (text);
  g_autofree guint8 *begins = g_malloc0 (length + 1);
  g_autoptr (GArray) spans = collect_all (text, 0, length);
  GArray *starts = g_array_new (FALSE, FALSE, sizeof (gsize));

  for (guint i = 0; i < spans->len; i++)
    begins[g_array_index (spans, Span, i).start] = 1;
  for (guint i = 0; i < corrections->len; i++)
    {
      const SutraSentenceCorrection *correction = &g_array_index (corrections, SutraSentenceCorrection, i);
      gsize paragraph, end, first = correction->position;

      if (first >= length || is_bare_space (text, first) || !sutra_akshara_is_boundary (text, first))
        continue;
      sutra_text_paragraph_at (text, first, &paragraph, &end);
      for (first = paragraph; first < correction->position && is_bare_space (text, first);)
        first++;
      if (first < correction->position)
        begins[correction->position] = !correction->joined;
    }
  for (gsize i = 0; i < length; i++)
    if (begins[i])
      g_array_append_val (starts, i);
  return starts;
}

static void
test_corrections (void)
{
  for (int n = 0; n < 500; n++)
    {
      g_autoptr (SutraText) text = ragged_text (60);
      g_autoptr (GArray) spans = collect_all (text, 0, G_MAXSIZE), starts = NULL;
      g_autoptr (GArray) corrections = g_array_new (FALSE, FALSE, sizeof (SutraSentenceCorrection));
      gsize length = sutra_text_get_length (text);

      for (int i = g_test_rand_int_range (0, 12); i > 0; i--)
        {
          SutraSentenceCorrection correction = { (guint32) g_test_rand_int_range (0, (gint32) length), g_test_rand_bit () };

          if (g_test_rand_bit () && spans->len > 0)
            correction.position = (guint32) g_array_index (spans, Span, g_test_rand_int_range (0, (gint32) spans->len)).start;
          while (is_bare_space (text, correction.position) || !sutra_akshara_is_boundary (text, correction.position))
            correction.position++;
          g_array_append_val (corrections, correction);
        }
      g_array_sort (corrections, compare_corrections);
      starts = naive_starts (text, corrections);
      for (guint i = 0; i < starts->len; i++)
        {
          gsize begin = g_array_index (starts, gsize, i), until = i + 1 < starts->len ? g_array_index (starts, gsize, i + 1) : length;
          gsize paragraph, limit, start, end;

          sutra_text_paragraph_at (text, begin, &paragraph, &limit);
          until = MIN (until, limit);
          for (gsize cp = begin; cp < until; cp++)
            {
              sutra_sentences_at_corrected (text, corrections, cp, &start, &end);
              g_assert_cmpuint (start, ==, begin);
              g_assert_cmpuint (end, <=, until);
              for (gsize k = end; k < until; k++)
                g_assert_true (is_bare_space (text, k));
              g_assert_cmpuint (sutra_sentences_next_corrected (text, corrections, cp), ==, until);
            }
        }
    }
}

static SutraText *
repeat (const char *piece, gsize bytes)
{
  g_autoptr (GString) string = g_string_new (NULL);

  while (string->len < bytes)
    g_string_append (string, piece);
  return sutra_text_new_from_string (string->str);
}

/* Milliseconds that this thread works: whatever else runs on the machine does not count. */
static double
time_of (SutraText *text)
{
  struct timespec then, now;
  g_autoptr (GArray) spans = NULL;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &then);
  spans = collect_all (text, 0, sutra_text_get_length (text));
  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  g_assert_cmpuint (spans->len, >, 0);
  return (double) (now.tv_sec - then.tv_sec) * 1e3 + (double) (now.tv_nsec - then.tv_nsec) / 1e6;
}

/* A paragraph eight times as long takes eight times as long, not 64 times, whatever it is made of; the first is of two megabytes. */
static void
test_linear (void)
{
  static const char *const pieces[] = {
    "কাজাখস্তানের মহড়া শেষ হয়েছে। ", "ড. মো. ", "।\"", "?'", ". ", "!", ").", "... ", "a ", "\"", "।’ বলেন ", "১. "
  };

  for (gsize i = 0; i < G_N_ELEMENTS (pieces); i++)
    {
      gsize bytes = i == 0 ? 2000 * 1000 : 400 * 1000;
      g_autoptr (SutraText) small = repeat (pieces[i], bytes / 8), large = repeat (pieces[i], bytes);
      double least_small = G_MAXDOUBLE, least_large = G_MAXDOUBLE;

      /* By turns, so that both see the same machine. */
      for (int round = 0; round < 4; round++)
        {
          least_small = MIN (least_small, time_of (small));
          least_large = MIN (least_large, time_of (large));
        }
      g_test_message ("%s: %.1f ms, an eighth of it %.2f ms", pieces[i], least_large, least_small);
      g_assert_cmpfloat (least_large, <, least_small * 32 + 5);
    }
}

/* A paragraph of ten megabytes: only a bounded part of it is looked at. */
static void
test_bounded (void)
{
  static const char *const pieces[] = { "কাজাখস্তানের ড. মো. ", "a.", "ক.", "।\"", "?'", ". ", "|", "...", "ড. " };

  for (gsize i = 0; i < G_N_ELEMENTS (pieces); i++)
    {
      g_autoptr (GString) string = g_string_new (NULL);
      g_autoptr (SutraText) text = NULL;
      gsize length;

      while (string->len < (i == 0 ? 10 * 1000 * 1000 : 200 * 1000))
        g_string_append (string, pieces[i]);
      text = sutra_text_new_from_string (string->str);
      length = sutra_text_get_length (text);
      for (int n = 0; n < 20; n++)
        {
          gsize cp = (gsize) g_test_rand_int_range (0, (gint32) length), start, end;

          sutra_sentences_at (text, cp, &start, &end);
          g_assert_cmpuint (start, <=, cp);
          g_assert_cmpuint (end, >=, cp);
          g_assert_cmpuint (end - start, <=, 12288);
        }
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text/sentences/vectors", test_vectors);
  g_test_add_func ("/text/sentences/more", test_more);
  g_test_add_func ("/text/sentences/soup", test_soup);
  g_test_add_func ("/text/sentences/corpus", test_corpus);
  g_test_add_func ("/text/sentences/context", test_context);
  g_test_add_func ("/text/sentences/tiles", test_tiles);
  g_test_add_func ("/text/sentences/part", test_part);
  g_test_add_func ("/text/sentences/long", test_long);
  g_test_add_func ("/text/sentences/stop", test_stop);
  g_test_add_func ("/text/sentences/corrections", test_corrections);
  g_test_add_func ("/text/sentences/linear", test_linear);
  g_test_add_func ("/text/sentences/bounded", test_bounded);
  return g_test_run ();
}
