/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-akshara.h"
#include "sutra-fold.h"
#include "sutra-name-index.h"
#include "sutra-suffix.h"

#include "soup.h"

#include <string.h>
#include <unicode/uchar.h>

#define SIGN_E 0x09c7

/* A name as the naive matcher looks for it. */
typedef struct
{
  gunichar key[128];
  gsize length;
  gboolean before_e;
} Naive;

static gboolean
is_space (gunichar c)
{
  return c != '\n' && u_isUWhiteSpace ((UChar32) c);
}

static gboolean
is_mark (gunichar c)
{
  return c >= 0x0300 && (U_GET_GC_MASK ((UChar32) c) & U_GC_M_MASK) != 0;
}

/* The first form of @name, then (if @before_e) the one that it has before a suffix in ে. */
static Naive
naive_new (const char *name, gboolean before_e)
{
  Naive self = { .before_e = before_e };
  g_autoptr (SutraFold) fold = sutra_fold_new (name, -1);

  g_assert_cmpuint (fold->length, <, G_N_ELEMENTS (self.key));
  for (gsize i = 0; i < fold->length; i++)
    {
      gunichar c = fold->key[i] == '\n' || is_space (fold->key[i]) ? ' ' : fold->key[i];

      if (c != ' ' || (self.length > 0 && self.key[self.length - 1] != ' '))
        self.key[self.length++] = c;
    }
  while (self.length > 0 && self.key[self.length - 1] == ' ')
    self.length--;
  if (before_e && self.length > 1 && self.key[self.length - 1] == 0x09cd)
    self.length--;
  else if (before_e && self.length > 1 && self.key[self.length - 1] == 0x0982)
    self.key[self.length - 1] = 0x0999;
  else if (before_e)
    self.length = 0;
  return self;
}

/* Where @self ends if it stands at @at of @fold, 0 otherwise. */
static gsize
naive_end (const Naive *self, const SutraFold *fold, gsize at)
{
  for (gsize i = 0; i < self->length; i++)
    {
      if (self->key[i] == ' ')
        {
          if (at == fold->length || !is_space (fold->key[at]))
            return 0;
          while (at < fold->length && is_space (fold->key[at]))
            at++;
        }
      else if (at == fold->length || fold->key[at++] != self->key[i])
        return 0;
    }
  return self->length > 0 && (!self->before_e || fold->key[at] == SIGN_E) ? at : 0;
}

typedef struct
{
  SutraText *text;
  const SutraFold *fold;
  const Naive *names; /* two of each name */
  guint n;
  GArray *found;
} Model;

/* The name whose match at @from ends last but before @before; of equal ends one before ে, then the first. */
static gboolean
naive_best (const Model *self, gsize from, gsize before, gboolean before_e, gsize *end, guint *name)
{
  *end = 0;
  for (guint i = 0; i < self->n; i++)
    {
      const Naive *naive = &self->names[2 * i + (before_e ? 1 : 0)];
      gsize to = naive_end (naive, self->fold, from);

      if (to > *end && to < before)
        {
          *end = to;
          *name = i;
        }
    }
  return *end > 0;
}

static gsize
naive_take (Model *self, gsize from, gsize to, guint name)
{
  SutraSuffixChain chain;
  gsize end = sutra_suffix_word_end (self->fold->key, self->fold->length, from, to, &chain), start_cp, stem_cp, end_cp;
  SutraOccurrence o = { .name = name };

  if (end == 0)
    return 0;
  sutra_fold_to_source (self->fold, from, to, &start_cp, &stem_cp);
  sutra_fold_to_source (self->fold, from, end, &start_cp, &end_cp);
  if (!sutra_akshara_is_boundary (self->text, start_cp) ||
      (self->found->len > 0 && g_array_index (self->found, SutraOccurrence, self->found->len - 1).end > start_cp))
    return 0;
  o.start = (guint32) start_cp;
  o.end = (guint32) sutra_akshara_ceil (self->text, end_cp);
  o.stem_end = end == to ? o.end : (guint32) stem_cp;
  o.sure = !chain.doubtful && sutra_suffix_count_letters (self->fold->key, from, to) >= 4;
  g_array_append_val (self->found, o);
  return end;
}

/* Every name at every place. */
static GArray *
naive_find (SutraText *text, const char *const *names, guint n)
{
  g_autoptr (SutraFold) fold = sutra_fold_new (sutra_text_get_utf8 (text, NULL), -1);
  g_autofree Naive *forms = g_new (Naive, 2 * n);
  Model self = { text, fold, forms, n, g_array_new (FALSE, FALSE, sizeof (SutraOccurrence)) };

  for (guint i = 0; i < 2 * n; i++)
    forms[i] = naive_new (names[i / 2], i % 2 == 1);
  for (gsize at = 0; at < fold->length;)
    {
      gsize plain_before = G_MAXSIZE, e_before = G_MAXSIZE, taken = 0;

      if (is_space (fold->key[at]) || is_mark (fold->key[at]) || !sutra_suffix_may_begin (fold->key, at))
        {
          at++;
          continue;
        }
      while (taken == 0)
        {
          gsize plain_end, e_end;
          guint plain = 0, e = 0;
          gboolean has_plain = naive_best (&self, at, plain_before, FALSE, &plain_end, &plain);
          gboolean has_e = naive_best (&self, at, e_before, TRUE, &e_end, &e);

          if (!has_plain && !has_e)
            break;
          if (has_e && e_end >= plain_end)
            taken = naive_take (&self, at, e_before = e_end, e);
          else
            taken = naive_take (&self, at, plain_before = plain_end, plain);
        }
      at = taken != 0 ? taken : at + 1;
    }
  return self.found;
}

/* The same occurrences from the index as from the naive matcher; returns how many. */
static guint
compare (const char *string, const char *const *names, guint n)
{
  g_autoptr (SutraText) text = sutra_text_new_from_string (string);
  g_autoptr (SutraNameIndex) index = sutra_name_index_new (names, n);
  g_autoptr (GArray) expected = naive_find (text, names, n);
  g_autoptr (GArray) found = sutra_name_index_find (index, text, NULL, NULL);
  gboolean same = found->len == expected->len;

  for (guint i = 0; same && i < found->len; i++)
    {
      SutraOccurrence a = g_array_index (found, SutraOccurrence, i), b = g_array_index (expected, SutraOccurrence, i);

      same = a.start == b.start && a.end == b.end && a.stem_end == b.stem_end && a.name == b.name && a.sure == b.sure;
    }
  if (!same)
    {
      g_autofree char *escaped = g_strescape (string, NULL);

      for (guint i = 0; i < n; i++)
        g_printerr ("name %u: “%s”\n", i, names[i]);
      g_error ("%u found, %u expected in “%s”", found->len, expected->len, escaped);
    }
  return found->len;
}

/* Names cut out of the text itself, so that many are found, some of them the beginnings or ends of others. */
static guint
compare_pieces (const char *string, guint n)
{
  g_autoptr (SutraText) text = sutra_text_new_from_string (string);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  gint32 length = (gint32) sutra_text_get_length (text);

  for (guint i = 0; i < n; i++)
    {
      gsize from = (gsize) g_test_rand_int_range (0, length + 1);

      g_ptr_array_add (names, sutra_text_slice (text, from, from + (gsize) g_test_rand_int_range (0, i % 3 == 0 ? 20 : 6)));
    }
  return compare (string, (const char *const *) names->pdata, n);
}

static void
test_soup (void)
{
  guint n = 0;

  for (int i = 0; i < 4000; i++)
    {
      g_autofree char *string = soup_new (80);

      n += compare_pieces (string, 1 + (guint) i % 12);
    }
  g_assert_cmpuint (n, >, 500);
}

/* Few words, many names of several words: links from state to state, runs of white space, suffixes. */
static void
test_phrases (void)
{
  static const char *const pieces[] = {
    "ভারত", "ভারতের", "মধ্য", "এশিয়া", "এশিয়ায়", "রং", "রঙের", "বিদ্যুৎ", "বিদ্যুতের", "ক", "ক",      "কে", "এর",
    "-এর",  " ",      " ",   " ",     " ",      " ",  "  ",   "\n",    "\u00a0",  "-", "/",      "'",  ".",
    "\t",   "।",      "😀",   "৩.৫",   "২০২৪",   "UN", "un's", "এমইএ",  "(",       ")", "\u200c",
  };
  guint n = 0;

  for (int i = 0; i < 6000; i++)
    {
      GString *string = g_string_new (NULL);
      int length = g_test_rand_int_range (0, 40);

      for (int k = 0; k < length; k++)
        g_string_append (string, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
      n += compare_pieces (string->str, 1 + (guint) i % 20);
      g_string_free (string, TRUE);
    }
  g_assert_cmpuint (n, >, 4000);
}

/* A state that fails with shorter names in it, and chains of names that end at one place. */
static void
test_links (void)
{
  static const char *const first[] = { "ক খ গ ঘ", "খ", "খ গ", "গ ঙ" };
  static const char *const second[] = { "ক ক ক ক", "ক", "ক ক", "ক ক ক" };
  static const char *const third[] = { "ভারত প্রজাতন্ত্র সরকার", "প্রজাতন্ত্র", "প্রজাতন্ত্র সরকারি দল" };

  g_assert_cmpuint (compare ("😀 ক খ গ ঙ ক খ গ ঘ খ গ ঘ", first, 4), ==, 3);
  g_assert_cmpuint (compare ("ক ক ক ক ক ক ক ক-ক ক\nক ক", second, 4), ==, 4);
  g_assert_cmpuint (compare ("ভারত প্রজাতন্ত্র সরকারি দলের ভারত প্রজাতন্ত্রের", third, 3), ==, 2);
}

static guint
count (const char *string, const char *const *names, guint n)
{
  g_autoptr (SutraText) text = sutra_text_new_from_string (string);
  g_autoptr (SutraNameIndex) index = sutra_name_index_new (names, n);
  g_autoptr (GArray) found = sutra_name_index_find (index, text, NULL, NULL);

  return found->len;
}

static void
test_edges (void)
{
  static const char *const names[] = { NULL, "", " \u00a0", "\u200b", "\u09be", "ঢাকা", NULL, "ঢা\u200cকা", "ঢাকা " };
  g_autoptr (SutraText) text = sutra_text_new_from_string ("😀 ঢাকায়");
  g_autoptr (SutraNameIndex) index = sutra_name_index_new (names, G_N_ELEMENTS (names));
  g_autoptr (SutraNameIndex) other = sutra_name_index_ref (index);
  g_autoptr (GArray) found = sutra_name_index_find (other, text, NULL, NULL);

  g_assert_cmpuint (found->len, ==, 1);
  g_assert_cmpuint (g_array_index (found, SutraOccurrence, 0).name, ==, 5);
  g_assert_cmpuint (g_array_index (found, SutraOccurrence, 0).stem_end, ==, 6);
  g_assert_cmpuint (count ("ঢাকা", NULL, 0), ==, 0);
  g_assert_cmpuint (count ("", names, G_N_ELEMENTS (names)), ==, 0);
  g_assert_cmpuint (count ("\n\n \n", names, G_N_ELEMENTS (names)), ==, 0);
}

/* A white-space run of any kind stands for a space of the name, a paragraph end does not. */
static void
test_spaces (void)
{
  static const char *const names[] = { "মধ্য\u00a0 \nএশিয়া" };

  g_assert_cmpuint (count ("মধ্য এশিয়া মধ্য\u00a0এশিয়া মধ্য \t\u2003এশিয়া মধ্য\u200b এশিয়া", names, 1), ==, 4);
  g_assert_cmpuint (count ("মধ্য\nএশিয়া মধ্য \n এশিয়া মধ্যএশিয়া", names, 1), ==, 0);
}

/* Occurrences keep their places in a text that is gone through in many pieces, with paragraphs shorter and longer than one. */
static void
test_pieces (void)
{
  static const char *const names[] = { "কাজাখস্তান", "ঢাকা শহর" };
  g_autoptr (GString) string = g_string_new (NULL);
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (SutraText) text = NULL;
  g_autoptr (SutraNameIndex) index = sutra_name_index_new (names, 2);
  g_autoptr (GArray) found = NULL;
  guint32 cp = 0;

  for (guint i = 0; i < 20000; i++)
    {
      static const char *const pieces[] = { "😀 কাজাখস্তানের ", "ক্ষমা\u200c ", "ঢাকা  শহরে ", "\n" };
      guint which = i < 10000 ? (guint) g_test_rand_int_range (0, 4) : (guint) g_test_rand_int_range (0, 3);
      guint32 at = cp + (which == 0 ? 2 : 0);

      if (which % 2 == 0)
        g_array_append_val (places, at);
      g_string_append (string, pieces[which]);
      cp += (guint32) g_utf8_strlen (pieces[which], -1);
    }
  text = sutra_text_new_from_string (string->str);
  found = sutra_name_index_find (index, text, NULL, NULL);
  g_assert_cmpuint (found->len, ==, places->len);
  for (guint i = 0; i < found->len; i++)
    {
      SutraOccurrence o = g_array_index (found, SutraOccurrence, i);

      g_assert_cmpuint (o.start, ==, g_array_index (places, guint32, i));
      g_assert_cmpuint (o.stem_end - o.start, ==, o.name == 0 ? 10 : 9);
    }
}

/* What would take time in proportion to the number of names, or to the square of a length, in any part that is not linear. */
static void
test_bounded (void)
{
  g_autoptr (GString) chain = g_string_new (NULL);
  g_autoptr (GString) words = g_string_new (NULL);
  g_autoptr (GString) marks = g_string_new ("ক");
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  static const char *const prefix[] = { "কাজা" };
  const char *one[1];

  /* One name of 10,000 words in a text of 300,000 of these words, which never ends it. */
  for (guint i = 0; i < 10000; i++)
    g_string_append (chain, "ক ");
  for (guint i = 0; i < 30; i++)
    g_string_append (words, chain->str);
  g_string_append (chain, "খ");
  one[0] = chain->str;
  g_assert_cmpuint (count (words->str, one, 1), ==, 0);

  /* Names that are each other's beginnings, 1 to 1,000 letters, and one word of 300,000 letters that they all begin. */
  g_string_set_size (words, 0);
  for (guint i = 0; i < 300000; i++)
    {
      g_string_append (words, "ক");
      if (i < 1000)
        g_ptr_array_add (names, g_strdup (words->str));
    }
  g_assert_cmpuint (count (words->str, (const char *const *) names->pdata, names->len), ==, 0);

  /* The same of words: a name of one, two … 400 of them, in 50,000. */
  g_string_set_size (words, 0);
  g_ptr_array_set_size (names, 0);
  for (guint i = 0; i < 50000; i++)
    {
      g_string_append (words, "ক ");
      if (i < 400)
        g_ptr_array_add (names, g_strdup (words->str));
    }
  g_assert_cmpuint (count (words->str, (const char *const *) names->pdata, names->len), ==, 125);

  /* A name that begins 100,000 words. */
  g_string_set_size (words, 0);
  for (guint i = 0; i < 100000; i++)
    g_string_append_printf (words, "কাজাল%u্যব ", i);
  g_assert_cmpuint (count (words->str, prefix, 1), ==, 0);

  for (guint i = 0; i < 100000; i++)
    g_string_append (marks, "\u0301");
  one[0] = marks->str;
  g_assert_cmpuint (count (marks->str, one, 1), ==, 1);
}

static void
test_cancelled (void)
{
  static const char *const names[] = { "ক" };
  g_autoptr (SutraText) text = sutra_text_new_from_string ("ক");
  g_autoptr (SutraNameIndex) index = sutra_name_index_new (names, 1);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (sutra_name_index_find (index, text, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

typedef struct
{
  SutraNameIndex *index;
  SutraText *text;
} Shared;

static gpointer
find_in_thread (gpointer data)
{
  Shared *shared = data;
  g_autoptr (GArray) found = sutra_name_index_find (shared->index, shared->text, NULL, NULL);

  return GUINT_TO_POINTER (found->len);
}

static void
test_threads (void)
{
  static const char *const names[] = { "কাজাখস্তান", "ঢাকা" };
  g_autoptr (GString) string = g_string_new (NULL);
  g_autoptr (SutraNameIndex) index = sutra_name_index_new (names, 2);
  g_autoptr (SutraText) text = NULL;
  Shared shared;
  GThread *threads[6];

  for (int i = 0; i < 2000; i++)
    g_string_append (string, "😀 কাজাখস্তানের ঢাকায় ক্ষমা\n");
  text = sutra_text_new_from_string (string->str);
  shared = (Shared){ index, text };
  for (gsize i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("find", find_in_thread, &shared);
  for (gsize i = 0; i < G_N_ELEMENTS (threads); i++)
    g_assert_cmpuint (GPOINTER_TO_UINT (g_thread_join (threads[i])), ==, 4000);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text/name-index/soup", test_soup);
  g_test_add_func ("/text/name-index/phrases", test_phrases);
  g_test_add_func ("/text/name-index/links", test_links);
  g_test_add_func ("/text/name-index/edges", test_edges);
  g_test_add_func ("/text/name-index/spaces", test_spaces);
  g_test_add_func ("/text/name-index/pieces", test_pieces);
  g_test_add_func ("/text/name-index/bounded", test_bounded);
  g_test_add_func ("/text/name-index/cancelled", test_cancelled);
  g_test_add_func ("/text/name-index/threads", test_threads);
  return g_test_run ();
}
