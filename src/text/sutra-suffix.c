/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-suffix.h"

#include "sutra-fold.h"
#include "sutra-suffix-tables.h"

#include <string.h>
#include <unicode/uchar.h>

#define CANDRABINDU 0x0981
#define ANUSVARA 0x0982
#define VISARGA 0x0983
#define NUKTA 0x09bc
#define SIGN_AA 0x09be
#define YA 0x09af
#define SIGN_I 0x09bf
#define SIGN_U 0x09c1
#define SIGN_UU 0x09c2
#define SIGN_E 0x09c7
#define LENGTH_MARK 0x09d7
#define HASANTA 0x09cd

/* A word in া of no more units than this takes য়ের (মায়ের). */
#define SHORT_WORD 3

/* A suffix that fits, but is more often the end of another word. */
#define WEAK 0.4

/* Names with fewer letters than this are offered unticked. */
#define SURE_LETTERS 4

/* The longest word of the list that follows the article -ur, in key units. */
#define LONGEST_ARTICLED 12

/* How far back a quotation mark is looked for that would make the one after a plural the closing one. */
#define QUOTATION 120

/* A base that is a word of the list. */
#define KNOWN 0.97

/* Neither reading is the likelier one. */
#define EVEN 0.5

/* What each further suffix of a chain adds. */
#define MORE_PARTS 0.15

/* The longest chain in key units; a longer tail is another word. */
#define MAX_TAIL 24

/* A row of the table with its text as a fold key. */
typedef struct
{
  const SutraSuffixRow *row;
  gunichar key[16];
  gsize length;
} Suffix;

/* The name of a letter, folded. */
typedef struct
{
  gunichar key[8];
  gsize length;
} LetterName;

typedef struct
{
  Suffix *suffixes;
  gsize n_suffixes;
  GHashTable *pairs; /* base+suffix, folded */
  GHashTable *words; /* whole words, folded */
  GArray *letters;   /* LetterName, longest first */
  GHashTable *not_acronyms;
  GHashTable *after_pronoun;
  GHashTable *after_article;
} Tables;

static GHashTable *
folded_set (const char *words)
{
  g_auto (GStrv) list = g_strsplit (words, " ", -1);
  GHashTable *set = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (gsize i = 0; list[i] != NULL; i++)
    if (list[i][0] != '\0')
      g_hash_table_add (set, sutra_fold_string (list[i], -1));
  return set;
}

static int
compare_lengths (gconstpointer a, gconstpointer b)
{
  gsize first = ((const LetterName *) a)->length, second = ((const LetterName *) b)->length;

  return first > second ? -1 : first < second;
}

static GArray *
letter_names (void)
{
  g_auto (GStrv) list = g_strsplit (sutra_suffix_letter_names, " ", -1);
  GArray *names = g_array_new (FALSE, FALSE, sizeof (LetterName));

  for (gsize i = 0; list[i] != NULL; i++)
    {
      g_autoptr (SutraFold) fold = sutra_fold_new (list[i], -1);
      LetterName name = { .length = fold->length };

      g_assert (fold->length <= G_N_ELEMENTS (name.key));
      memcpy (name.key, fold->key, fold->length * sizeof (gunichar));
      if (fold->length > 0)
        g_array_append_val (names, name);
    }
  g_array_sort (names, compare_lengths);
  return names;
}

/* Built once, never freed. */
static const Tables *
tables (void)
{
  static gsize once = 0;

  if (g_once_init_enter (&once))
    {
      Tables *self = g_new0 (Tables, 1);
      gsize n = 0;

      while (sutra_suffix_rows[n].text != NULL)
        n++;
      self->suffixes = g_new0 (Suffix, n);
      self->n_suffixes = n;
      for (gsize i = 0; i < n; i++)
        {
          g_autoptr (SutraFold) fold = sutra_fold_new (sutra_suffix_rows[i].text, -1);

          g_assert (fold->length > 0 && fold->length <= G_N_ELEMENTS (self->suffixes[i].key));
          self->suffixes[i].row = &sutra_suffix_rows[i];
          self->suffixes[i].length = fold->length;
          memcpy (self->suffixes[i].key, fold->key, fold->length * sizeof (gunichar));
        }
      self->pairs = folded_set (sutra_suffix_stop_pairs);
      self->words = folded_set (sutra_suffix_whole_words);
      self->letters = letter_names ();
      self->not_acronyms = folded_set (sutra_suffix_not_acronyms);
      self->after_pronoun = folded_set (sutra_suffix_after_pronoun);
      self->after_article = folded_set (sutra_suffix_after_article);
      g_once_init_leave (&once, (gsize) self);
    }
  return (const Tables *) once;
}

static char *
to_utf8 (const gunichar *key, gsize start, gsize end)
{
  GString *string = g_string_sized_new ((end - start) * 3 + 1);

  for (gsize i = start; i < end; i++)
    g_string_append_unichar (string, key[i]);
  return g_string_free (string, FALSE);
}

gboolean
sutra_suffix_is_word_unit (gunichar c)
{
  if (c >= 0x0980 && c <= 0x09ff)
    return c != 0x09f2 && c != 0x09f3 && c != 0x09fb;
  if (c < 0x80)
    return g_ascii_isalnum ((char) c);
  return u_isalnum ((UChar32) c) || (U_GET_GC_MASK ((UChar32) c) & U_GC_M_MASK) != 0;
}

gsize
sutra_suffix_count_letters (const gunichar *key, gsize start, gsize end)
{
  gsize n = 0;

  for (gsize i = start; i < end; i++)
    n += key[i] != HASANTA;
  return n;
}

static inline gboolean
is_bengali_letter (gunichar c)
{
  return (c >= 0x0980 && c <= 0x09e3) || c == 0x09f1;
}

/* The class of the base by its last unit, looking through a final ঁ. */
static guint
class_of (const gunichar *key, gsize start, gsize end, gboolean is_base)
{
  gboolean nasal = end - start > 1 && key[end - 1] == CANDRABINDU;
  gsize last = end - (nasal ? 2 : 1);
  gunichar c = key[last], before = last > start ? key[last - 1] : 0;

  if (!is_bengali_letter (c))
    return is_base && c >= '0' && c <= '9' ? SUTRA_CLASS_DIGIT : SUTRA_CLASS_OTHER;
  if (c == SIGN_AA && before == SIGN_E)
    return SUTRA_CLASS_SIGN;
  if (c == SIGN_AA || c == 0x0986)
    return nasal ? SUTRA_CLASS_NASAL : is_base && end - start <= SHORT_WORD ? SUTRA_CLASS_SHORT_AA : SUTRA_CLASS_AA;
  /* কাঠমান্ডুর is inflected, সাইদুর mostly not. */
  if (c == SIGN_U || c == SIGN_UU)
    return last >= start + 2 && key[last - 2] == HASANTA ? SUTRA_CLASS_SIGN : SUTRA_CLASS_U;
  if ((c > SIGN_AA && c < HASANTA) || c == LENGTH_MARK)
    return SUTRA_CLASS_SIGN;
  if (c >= 0x0985 && c <= 0x0994)
    return SUTRA_CLASS_VOWEL;
  if (c == ANUSVARA)
    return SUTRA_CLASS_NG;
  if (c == 0x09b9 && before == SIGN_AA)
    return SUTRA_CLASS_HA;
  if (before == HASANTA || c == NUKTA || c == 0x09b9)
    return SUTRA_CLASS_CONJUNCT;
  return SUTRA_CLASS_CONSONANT;
}

typedef struct
{
  const gunichar *key;
  gsize end;
  SutraSuffixChain best;
} Parse;

/* Tries every suffix that may stand at @at after @state; @chain holds those before. */
static void
parse_from (Parse *parse, gsize at, guint state, guint class, const SutraSuffixChain *chain)
{
  const Tables *t = tables ();

  if (chain->n_parts == SUTRA_SUFFIX_MAX_PARTS)
    return;
  for (gsize i = 0; i < t->n_suffixes; i++)
    {
      const Suffix *suffix = &t->suffixes[i];
      const SutraSuffixRow *row = suffix->row;
      SutraSuffixChain longer = *chain;
      gsize next = at + suffix->length;
      double score;

      if ((row->from & state) == 0 || ((row->good | row->weak) & class) == 0 || next > parse->end ||
          memcmp (suffix->key, parse->key + at, suffix->length * sizeof (gunichar)) != 0)
        continue;
      score = (row->good & class) != 0 ? row->score : WEAK;
      longer.kinds[longer.n_parts] = row->kind;
      longer.parts[longer.n_parts++] = row->text;
      longer.score = MIN (longer.score, score);
      longer.doubtful = longer.doubtful || (row->good & class) == 0;
      if (next < parse->end)
        parse_from (parse, next, row->to, class_of (parse->key, at, next, FALSE), &longer);
      else if (parse->best.n_parts == 0 || longer.score > parse->best.score)
        parse->best = longer;
    }
}

/* How much a base of so many letters is to be trusted (measured on tagged names). */
static double
trust (gsize n_letters)
{
  static const double factors[] = { 0, 0.3, 0.6, 0.85, 0.97 };

  return n_letters < G_N_ELEMENTS (factors) ? factors[n_letters] : 1;
}

/* Whether base and suffix are a pair of the stop list. */
static gboolean
is_stopped (const gunichar *key, gsize base_start, gsize base_end, gsize end)
{
  g_autofree char *base = to_utf8 (key, base_start, base_end);
  g_autofree char *tail = to_utf8 (key, base_end, end);
  g_autofree char *pair = g_strconcat (base, "+", tail, NULL);

  return g_hash_table_contains (tables ()->pairs, pair);
}

static gboolean
is_whole_word (const gunichar *key, gsize start, gsize end)
{
  g_autofree char *word = to_utf8 (key, start, end);

  return g_hash_table_contains (tables ()->words, word);
}

/* তরফদার, গ্রন্থাগার: nouns of these endings outnumber genitives. */
static gboolean
ends_in_agent (const gunichar *key, gsize start, gsize end)
{
  return end - start > 4 && key[end - 1] == 0x09b0 && key[end - 2] == SIGN_AA && (key[end - 3] == 0x09a6 || key[end - 3] == 0x0997) &&
         key[end - 4] != HASANTA;
}

/* চাঁদপুর, রংপুর: the র is of পুর, town. But টিপু and অপু, in which a vowel stands before the প, have a genitive. */
static gboolean
cuts_town (const gunichar *key, gsize base_start, gsize base_end)
{
  gsize n = base_end - base_start;

  if (n < 4 || key[base_end] != 0x09b0 || key[base_end - 1] != SIGN_U || key[base_end - 2] != 0x09aa)
    return FALSE;
  if (key[base_end - 3] == HASANTA)
    return FALSE; /* পাপ্পু */
  return n > 4 || !(key[base_end - 3] >= SIGN_AA && key[base_end - 3] < HASANTA);
}

static gboolean
match_with_class (const gunichar *key, gsize base_start, gsize base_end, gsize end, guint class, SutraSuffixChain *chain)
{
  Parse parse = { key, end, { .n_parts = 0 } };
  SutraSuffixChain empty = { .score = 1 };

  parse_from (&parse, base_end, SUTRA_AFTER_BASE, class, &empty);
  if (parse.best.n_parts == 0)
    return FALSE;
  *chain = parse.best;
  /* Several suffixes that agree are better evidence than the last of them alone. */
  if (!chain->doubtful)
    chain->score = MIN (1, chain->score + MORE_PARTS * (chain->n_parts - 1));
  return TRUE;
}

/* দুবাইয়, বেইজিংয়, নওগাঁয়: a য় after these belongs to the suffix. */
static gboolean
ends_in_glide (const gunichar *key, gsize start, gsize end)
{
  gunichar c = end - start > 3 && key[end - 1] == NUKTA && key[end - 2] == YA ? key[end - 3] : 0;

  return c == ANUSVARA || c == CANDRABINDU || (c >= 0x0985 && c <= 0x0994);
}

/* The names of Latin letters from which [start, end) is put together, after @n others; 0 if it is not, or if they are not 2 to 7 in all. */
static guint
count_letter_names (const gunichar *key, gsize start, gsize end, guint n)
{
  const GArray *letters = tables ()->letters;

  if (start == end)
    return n >= 2 ? n : 0;
  if (n == 7)
    return 0;
  for (guint i = 0; i < letters->len; i++)
    {
      const LetterName *name = &g_array_index (letters, LetterName, i);
      guint all;

      if (name->key[0] != key[start] || name->length > end - start ||
          memcmp (name->key, key + start, name->length * sizeof (gunichar)) != 0)
        continue;
      all = count_letter_names (key, start + name->length, end, n + 1);
      if (all != 0)
        return all;
    }
  return 0;
}

gboolean
sutra_suffix_is_acronym (const gunichar *key, gsize start, gsize end)
{
  g_autofree char *word = NULL;

  if (end - start < 2 || end - start > 40 || count_letter_names (key, start, end, 0) == 0)
    return FALSE;
  word = to_utf8 (key, start, end);
  return !g_hash_table_contains (tables ()->not_acronyms, word);
}

/* Where the suffix of an acronym begins that is the name of a letter too, 0 if there is none: K and T seldom end one of so many letters
 * (বিজিবিকে, বিজিবিকেও, but ইউকে, আইসিটি). */
static gsize
letter_suffix (const gunichar *key, gsize start, gsize end)
{
  gunichar last = key[end - 1];
  gsize to = last == 0x0987 || last == 0x0993 ? end - 1 : end;
  guint least;

  if (to - start < 4)
    return 0;
  if (key[to - 2] == 0x0995 && key[to - 1] == SIGN_E)
    least = 2;
  else if (key[to - 2] == 0x099f && key[to - 1] == SIGN_I)
    least = 3;
  else
    return 0;
  return count_letter_names (key, start, to - 2, 0) >= least ? to - 2 : 0;
}

gboolean
sutra_suffix_is_bare_acronym (const gunichar *key, gsize start, gsize end)
{
  return sutra_suffix_is_acronym (key, start, end) && letter_suffix (key, start, end) == 0;
}

/* এনজি + ও or এনজিও? The base and suffix together are an acronym. */
static void
weigh_acronym (const gunichar *key, gsize base_start, gsize base_end, gsize end, SutraSuffixChain *chain)
{
  gunichar last = key[end - 1];

  if (letter_suffix (key, base_start, end) == base_end)
    return;
  chain->doubtful = chain->doubtful || last == 0x0993 || last == 0x098f || (end - base_end == 2 && key[base_end] == 0x099f);
  chain->score = MIN (chain->score, WEAK);
}

gboolean
sutra_suffix_match (const gunichar *key, gsize base_start, gsize base_end, gsize end, SutraSuffixChain *chain)
{
  guint class;

  g_return_val_if_fail (base_start < base_end && base_end < end, FALSE);

  class = class_of (key, base_start, base_end, TRUE);
  if (end - base_end > MAX_TAIL || cuts_town (key, base_start, base_end) ||
      !match_with_class (key, base_start, base_end, end, class, chain))
    return FALSE;
  if (class != SUTRA_CLASS_DIGIT)
    chain->score *= trust (sutra_suffix_count_letters (key, base_start, base_end));
  if (ends_in_glide (key, base_start, base_end))
    {
      chain->doubtful = TRUE;
      chain->score = MIN (chain->score, WEAK);
    }
  if (sutra_suffix_is_acronym (key, base_start, end))
    weigh_acronym (key, base_start, base_end, end, chain);
  if (is_whole_word (key, base_start, end))
    {
      chain->doubtful = TRUE;
      chain->score = MIN (chain->score, WEAK);
    }
  else if (is_whole_word (key, base_start, base_end))
    chain->score = MAX (chain->score, KNOWN);
  else if (ends_in_agent (key, base_start, end))
    chain->score = MIN (chain->score, EVEN);
  /* রঙের is of রং, hardly of রঙে. */
  else if (key[base_end - 1] == SIGN_E && class == SUTRA_CLASS_SIGN && strcmp (chain->parts[0], "র") == 0)
    chain->score = MIN (chain->score, EVEN);
  return !is_stopped (key, base_start, base_end, end);
}

gboolean
sutra_suffix_is_sure (const gunichar *key, gsize base_start, gsize base_end, const SutraSuffixChain *chain)
{
  return !chain->doubtful && sutra_suffix_count_letters (key, base_start, base_end) >= SURE_LETTERS;
}

static gsize
run_end (const gunichar *key, gsize length, gsize at)
{
  while (at < length && sutra_suffix_is_word_unit (key[at]))
    at++;
  return at;
}

/* The end of the suffix chain at @at that stands apart from its word, 0 if there is none. */
static gsize
apart_end (const gunichar *key, gsize length, gsize base_start, gsize base_end, gsize at, SutraSuffixChain *chain)
{
  gsize end = run_end (key, MIN (length, at + MAX_TAIL + 1), at);
  SutraSuffixChain found;

  if (end == at || end - at > MAX_TAIL)
    return 0;
  if (key[at] == 's' && end == at + 1 && key[at - 1] == '\'')
    found = (SutraSuffixChain){ .parts = { "'s" }, .kinds = { SUTRA_SUFFIX_POSSESSIVE }, .n_parts = 1, .score = 0.9 };
  else
    {
      Parse parse = { key, end, { .n_parts = 0 } };
      SutraSuffixChain empty = { .score = 1 };

      parse_from (&parse, at, SUTRA_AFTER_BASE, SUTRA_CLASS_APART, &empty);
      found = parse.best;
    }
  if (found.n_parts == 0)
    return 0;
  *chain = found;
  return end;
}

/* Whether a " এর" at @at may be a suffix: it is not the pronoun of এর আগে, এর মধ্যে … */
static gboolean
is_spaced_genitive (const gunichar *key, gsize length, gsize at)
{
  static const gunichar er[] = { ' ', 0x098f, 0x09b0 };
  gsize end = run_end (key, length, at + 3), next_end;
  g_autofree char *next = NULL;

  if (at + 3 > length || memcmp (key + at, er, sizeof er) != 0 || end != at + 3)
    return FALSE;
  if (end == length || key[end] != ' ')
    return FALSE;
  next_end = run_end (key, length, end + 1);
  next = to_utf8 (key, end + 1, next_end);
  return next[0] != '\0' && !g_hash_table_contains (tables ()->after_pronoun, next);
}

/* Whether the word at @start stands in single quotation marks that were opened before it. */
static gboolean
is_in_quotation (const gunichar *key, gsize start)
{
  for (gsize i = start; i > 0 && start - i < QUOTATION && key[i - 1] != '\n'; i--)
    if (key[i - 1] == '\'' && (i == 1 || !sutra_suffix_is_word_unit (key[i - 2])))
      return TRUE;
    else if (key[i - 1] == '\'' && !sutra_suffix_is_word_unit (key[i]))
      return FALSE;
  return FALSE;
}

/* Airlines' fleet */
static gboolean
is_plural_possessive (const gunichar *key, gsize length, gsize base_start, gsize base_end)
{
  return base_end - base_start > 2 && key[base_end - 1] == 's' && key[base_end] == '\'' &&
         (base_end + 1 == length || !sutra_suffix_is_word_unit (key[base_end + 1])) && !is_in_quotation (key, base_start);
}

/* Whether the base stands alone in brackets: (এমইএ). */
static gboolean
is_bracketed (const gunichar *key, gsize length, gsize base_start, gsize base_end)
{
  gunichar open = base_start > 0 ? key[base_start - 1] : 0, close = base_end < length ? key[base_end] : 0;

  return (open == '(' && close == ')') || (open == '[' && close == ']');
}

/* "সোহাগ গাজী—এই": a dash looks like a hyphen in the key, and এ, এই, এরা are pronouns. Words in Bengali take them after no hyphen, numbers and
 * acronyms seldom এই. */
static gboolean
is_pronoun (const gunichar *key, gsize base_start, gsize base_end, gsize at, gsize end, SutraSuffixChain *chain)
{
  if (at == end || key[at] != 0x098f || chain->n_parts == 0 || chain->kinds[0] == SUTRA_SUFFIX_GENITIVE)
    return FALSE;
  chain->doubtful = chain->doubtful || end > at + 1;
  return (class_of (key, base_start, base_end, TRUE) & (SUTRA_CLASS_OTHER | SUTRA_CLASS_DIGIT)) == 0 &&
         !sutra_suffix_is_acronym (key, base_start, base_end);
}

/* The end of a suffix that is joined to the base by a hyphen, an apostrophe, a closing quote or bracket or a space; 0 if there is none. */
static gsize
joined_end (const gunichar *key, gsize length, gsize base_start, gsize base_end, SutraSuffixChain *chain)
{
  gboolean closed =
      base_end < length && (key[base_end] == '\'' || key[base_end] == '"' || is_bracketed (key, length, base_start, base_end));
  gboolean special;
  gsize at = base_end + (closed ? 1 : 0), end;

  if (closed && is_plural_possessive (key, length, base_start, base_end))
    {
      *chain = (SutraSuffixChain){ .parts = { "'" }, .kinds = { SUTRA_SUFFIX_POSSESSIVE }, .n_parts = 1, .score = 0.7 };
      return at;
    }
  if (closed && (end = apart_end (key, length, base_start, base_end, at, chain)) != 0)
    return end;
  /* Most names are followed by a word or a stop. */
  if (at >= length || (key[at] != '-' && (key[at] != ' ' || at + 1 >= length || (key[at + 1] != '-' && key[at + 1] != 0x098f))))
    return 0;
  special = closed || (class_of (key, base_start, base_end, TRUE) & (SUTRA_CLASS_OTHER | SUTRA_CLASS_DIGIT)) != 0 ||
            sutra_suffix_is_acronym (key, base_start, base_end);
  if (special && is_spaced_genitive (key, length, at))
    {
      *chain = (SutraSuffixChain){ .parts = { "এর" }, .kinds = { SUTRA_SUFFIX_GENITIVE }, .n_parts = 1, .score = WEAK, .doubtful = TRUE };
      return at + 3;
    }
  if (at + 1 < length && key[at] == ' ' && key[at + 1] == '-')
    at++;
  else if (special && at + 2 < length && key[at] == '-' && key[at + 1] == ' ' && key[at + 2] == 0x098f)
    at++;
  else if (at >= length || key[at] != '-')
    return 0;
  end = apart_end (key, length, base_start, base_end, at + 1, chain);
  if (end == 0 || (!closed && is_pronoun (key, base_start, base_end, at + 1, end, chain)))
    return 0;
  return end;
}

/* জিয়ার উদ্দিন, আনিসুর রহমান: the র is the article of the name that goes on; জিয়ার মোড় is a crossing. */
static gboolean
is_article (const gunichar *key, gsize length, gsize end, const SutraSuffixChain *chain)
{
  gsize next_end;

  if (chain->n_parts != 1 || strcmp (chain->parts[0], "র") != 0 || end + 1 >= length || key[end] != ' ')
    return FALSE;
  next_end = run_end (key, length, end + 1);
  for (gsize to = MIN (next_end, end + 1 + LONGEST_ARTICLED); to > end + 2; to--)
    {
      g_autofree char *next = to_utf8 (key, end + 1, to);

      if (g_hash_table_contains (tables ()->after_article, next))
        return TRUE;
    }
  return FALSE;
}

gsize
sutra_suffix_word_end (const gunichar *key, gsize length, gsize base_start, gsize base_end, SutraSuffixChain *chain)
{
  gsize end;

  g_return_val_if_fail (key != NULL && base_start < base_end && base_end <= length, 0);

  *chain = (SutraSuffixChain){ .score = 1 };
  if (base_end == length)
    return base_end;
  if (sutra_suffix_is_word_unit (key[base_end]))
    {
      /* After a base that ends in a closing quote or bracket only a suffix goes on. */
      if (!sutra_suffix_is_word_unit (key[base_end - 1]))
        {
          end = apart_end (key, length, base_start, base_end, base_end, chain);
          return end != 0 ? end : base_end;
        }
      end = run_end (key, MIN (length, base_end + MAX_TAIL + 1), base_end);
      if (!sutra_suffix_match (key, base_start, base_end, end, chain))
        return 0;
      chain->doubtful = chain->doubtful || is_article (key, length, end, chain);
      return end;
    }
  end = joined_end (key, length, base_start, base_end, chain);
  if (end != 0)
    return end;
  *chain = (SutraSuffixChain){ .score = 1 };
  /* কু’রআন and ইউ.এন are one word; 'ভারত'পন্থী is not. */
  if ((key[base_end] == '\'' || key[base_end] == '.') && base_end + 1 < length && sutra_suffix_is_word_unit (key[base_end + 1]) &&
      !(base_start > 0 && key[base_start - 1] == key[base_end]))
    return 0;
  return base_end;
}

gboolean
sutra_suffix_may_begin (const gunichar *key, gsize at)
{
  if (at == 0 || !sutra_suffix_is_word_unit (key[at]))
    return TRUE;
  if (sutra_suffix_is_word_unit (key[at - 1]))
    return FALSE;
  return !((key[at - 1] == '\'' || key[at - 1] == '.') && at >= 2 && sutra_suffix_is_word_unit (key[at - 2]));
}
