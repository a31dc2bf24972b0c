/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-inflection.h"

#include "sutra-akshara.h"
#include "sutra-fold.h"
#include "sutra-suffix.h"

#include <string.h>

#define HASANTA 0x09cd
#define NGA 0x0999
#define TA 0x09a4
#define SIGN_E 0x09c7

/* What a reading as base and suffix has to reach before it is preferred to the word as it stands. */
#define BARE_SCORE 0.55

/* How much likelier a word in ত is than one in ৎ. */
#define CHANGED 0.5

/* How far after a base its suffix may reach, in code points: the longest chain, with the separators before it. */
#define REACH 64

static void
stem_clear (gpointer data)
{
  SutraStem *stem = data;

  g_free (stem->base);
  g_free (stem->suffix);
}

static char *
chain_to_string (const SutraSuffixChain *chain)
{
  GString *string = g_string_new (NULL);

  for (guint i = 0; i < chain->n_parts; i++)
    g_string_append_printf (string, "%s%s", i > 0 ? "+" : "", chain->parts[i]);
  return g_string_free (string, FALSE);
}

/* Takes the reading of @word as its first @n code points and @chain. */
static void
add_stem (GArray *stems, const char *word, gsize n, const SutraSuffixChain *chain, double score, gboolean sure)
{
  SutraStem stem = { .stem_end = (guint32) n, .n_parts = chain->n_parts, .score = score, .sure = sure };

  stem.base = g_strndup (word, (gsize) (g_utf8_offset_to_pointer (word, (glong) n) - word));
  stem.suffix = chain_to_string (chain);
  for (guint i = 0; i < chain->n_parts; i++)
    stem.parts[i] = (SutraSuffixPart){ chain->parts[i], chain->kinds[i] };
  g_array_append_val (stems, stem);
}

/* Adds the dictionary form of the last reading if that ends in a letter that only stands before ে. */
static void
add_changed (GArray *stems)
{
  SutraStem stem = g_array_index (stems, SutraStem, stems->len - 1);
  char *last = g_utf8_find_prev_char (stem.base, stem.base + strlen (stem.base));
  gunichar c = last != NULL && last > stem.base ? g_utf8_get_char (last) : 0;

  if ((c != NGA && c != TA) || g_utf8_get_char (g_utf8_find_prev_char (stem.base, last)) == HASANTA)
    return;
  stem.base = g_strdup_printf ("%.*s%s", (int) (last - stem.base), stem.base, c == NGA ? "ং" : "ৎ");
  stem.suffix = g_strdup (stem.suffix);
  /* রঙ is mostly written রং; few words end in ৎ. */
  stem.score = c == NGA ? MIN (1, stem.score + 0.01) : stem.score * CHANGED;
  stem.sure = stem.sure && c == NGA;
  g_array_append_val (stems, stem);
}

/* Best first; of equals the shorter base, which has the longer suffix chain. */
static int
compare_stems (gconstpointer a, gconstpointer b)
{
  const SutraStem *first = a, *second = b;

  if (first->score != second->score)
    return first->score < second->score ? 1 : -1;
  if (first->stem_end != second->stem_end)
    return first->stem_end < second->stem_end ? -1 : 1;
  return strcmp (first->base, second->base);
}

static gboolean
is_quote_or_bracket (gunichar c)
{
  return c == '\'' || c == '"' || c == '(' || c == ')' || c == '[' || c == ']';
}

/* Whether a base may end before key unit @at: not within one code point, not in a conjunct (a ৎ before it is no conjunct), not before the
 * quote or bracket that closes what the word opens. */
static gboolean
may_split (const char *word, const SutraFold *fold, gsize at)
{
  gunichar before = fold->key[at - 1];

  if (fold->source[at] < fold->source_end[at - 1])
    return FALSE;
  if (is_quote_or_bracket (fold->key[0]) && is_quote_or_bracket (before))
    return at > 1;
  if (!sutra_suffix_is_word_unit (before) || (is_quote_or_bracket (fold->key[0]) && is_quote_or_bracket (fold->key[at])))
    return FALSE;
  return g_utf8_get_char (g_utf8_offset_to_pointer (word, (glong) fold->source_end[at - 1] - 1)) != HASANTA;
}

GArray *
sutra_inflection_stems (const char *word)
{
  g_autoptr (SutraFold) fold = NULL;
  GArray *stems;
  SutraSuffixChain chain = { .n_parts = 0 };
  gboolean acronym;

  g_return_val_if_fail (word != NULL, NULL);

  stems = g_array_new (FALSE, FALSE, sizeof (SutraStem));
  g_array_set_clear_func (stems, stem_clear);
  fold = sutra_fold_new (word, -1);
  acronym = sutra_suffix_is_bare_acronym (fold->key, 0, fold->length);
  add_stem (stems, word, (gsize) g_utf8_strlen (word, -1), &chain, acronym ? 1 : BARE_SCORE,
            fold->length > 0 && sutra_suffix_is_sure (fold->key, 0, fold->length, &chain));
  /* A suffix chain is short, so a base that ends before the last REACH units is none. */
  for (gsize at = fold->length > REACH ? fold->length - REACH : 1; at < fold->length; at++)
    {
      if (!may_split (word, fold, at) || sutra_suffix_word_end (fold->key, fold->length, 0, at, &chain) != fold->length ||
          chain.n_parts == 0)
        continue;
      add_stem (stems, word, fold->source_end[at - 1], &chain, chain.score, sutra_suffix_is_sure (fold->key, 0, at, &chain));
      if (fold->key[at] == SIGN_E)
        add_changed (stems);
    }
  g_array_sort (stems, compare_stems);
  return stems;
}

const char *
sutra_suffix_kind_to_string (SutraSuffixKind kind)
{
  static const char *const names[] = {
    [SUTRA_SUFFIX_GENITIVE] = "genitive",     [SUTRA_SUFFIX_LOCATIVE] = "locative",     [SUTRA_SUFFIX_OBJECT] = "object",
    [SUTRA_SUFFIX_PLURAL] = "plural",         [SUTRA_SUFFIX_CLASSIFIER] = "classifier", [SUTRA_SUFFIX_ORDINAL] = "ordinal",
    [SUTRA_SUFFIX_ATTACHED] = "attached",     [SUTRA_SUFFIX_DERIVED] = "derived",       [SUTRA_SUFFIX_PARTICLE] = "particle",
    [SUTRA_SUFFIX_POSSESSIVE] = "possessive",
  };

  g_return_val_if_fail ((guint) kind < G_N_ELEMENTS (names), NULL);

  return names[kind];
}

gsize
sutra_inflection_end_of (SutraText *text, gsize base_start, gsize base_end)
{
  gsize length, from, start, end, key_end;
  g_autofree char *slice = NULL;
  g_autoptr (SutraFold) fold = NULL;
  SutraSuffixChain chain;

  g_return_val_if_fail (text != NULL, 0);

  length = sutra_text_get_length (text);
  base_end = MIN (base_end, length);
  if (base_start >= base_end)
    return 0;
  /* The grammar looks at the end of the base and at a quote before it. */
  from = base_start > 0 ? base_start - 1 : 0;
  slice = sutra_text_slice (text, from, sutra_akshara_ceil (text, base_end + REACH));
  fold = sutra_fold_new (slice, -1);
  start = sutra_fold_from_source (fold, base_start - from);
  end = sutra_fold_from_source (fold, base_end - from);
  if (start >= end)
    return 0;
  key_end = sutra_suffix_word_end (fold->key, fold->length, start, end, &chain);
  if (key_end <= end)
    return key_end == 0 ? 0 : base_end;
  sutra_fold_to_source (fold, start, key_end, &start, &end);
  return sutra_akshara_ceil (text, from + end);
}

/* The longest of @known that begins the folded mention, with the rest its inflection; the end of the name in the key or 0. */
static gsize
longest_known (const SutraFold *mention, const char *const *known)
{
  gsize best = 0;

  for (gsize i = 0; known != NULL && known[i] != NULL; i++)
    {
      g_autoptr (SutraFold) name = sutra_fold_new (known[i], -1);
      SutraSuffixChain chain;

      if (name->length == 0 || name->length <= best || name->length > mention->length ||
          memcmp (name->key, mention->key, name->length * sizeof (gunichar)) != 0)
        continue;
      if (sutra_suffix_word_end (mention->key, mention->length, 0, name->length, &chain) == mention->length)
        best = name->length;
    }
  return best;
}

/* Where the last word of the mention begins that may be a base, with its own suffix after it: not that of "এমইএ -এর". */
static gsize
last_word (const SutraFold *mention)
{
  gsize at = mention->length, candidate = 0;
  SutraSuffixChain chain;

  for (guint words = 0; words < 2 && at > 0; words++)
    {
      gsize end;

      while (at > 0 && !sutra_suffix_is_word_unit (mention->key[at - 1]))
        at--;
      end = at;
      while (at > 0 && sutra_suffix_is_word_unit (mention->key[at - 1]))
        at--;
      if (at == end)
        break;
      if (words == 0)
        candidate = at;
      else if (sutra_suffix_word_end (mention->key, mention->length, at, end, &chain) == mention->length)
        return at;
    }
  return candidate;
}

/* How far around a word the text is asked for other forms of it, in bytes. */
#define EVIDENCE_BYTES ((gsize) 128 << 10)

/* Whether the text around has the whole word [@start, @end) with an ending of its own (পাচারের, ডলারকে): then the র at its end belongs to the
 * name and is no genitive. A name in -া never takes these after its genitive. */
static gboolean
stands_with_own_ending (SutraText *text, gsize start, gsize end)
{
  static const char *const endings[] = { "ে", "কে", "টি" };
  gsize n_bytes;
  const char *utf8 = sutra_text_get_utf8 (text, &n_bytes);
  gsize from = sutra_text_byte_of (text, start);
  gsize length = sutra_text_byte_of (text, end) - from;
  const char *word = utf8 + from;
  const char *p = utf8 + (from > EVIDENCE_BYTES ? from - EVIDENCE_BYTES : 0);
  const char *limit = utf8 + MIN (n_bytes, from + length + EVIDENCE_BYTES);

  while ((p = memmem (p, (gsize) (limit - p), word, length)) != NULL)
    {
      gunichar before = p == utf8 ? ' ' : g_utf8_get_char (g_utf8_prev_char (p));
      gboolean begins = !g_unichar_isalnum (before) && !g_unichar_ismark (before);

      p += length;
      for (guint i = 0; begins && i < G_N_ELEMENTS (endings); i++)
        if ((gsize) (limit - p) >= strlen (endings[i]) && memcmp (p, endings[i], strlen (endings[i])) == 0)
          return TRUE;
    }
  return FALSE;
}

/* @stem_end (code points), or what follows it if that is the quotation mark with which the mention begins: ‘প্রথম আলো’কে. */
static gsize
with_closing_quote (const SutraFold *fold, gsize stem_end)
{
  gsize at = sutra_fold_from_source (fold, stem_end);
  gunichar open = fold->key[0];

  if ((open == '\'' || open == '"') && at > 1 && at < fold->length && fold->key[at] == open)
    return fold->source_end[at];
  return stem_end;
}

gsize
sutra_inflection_guess_stem_end (SutraText *text, gsize start, gsize end, const char *const *known)
{
  g_autofree char *mention = NULL;
  g_autoptr (SutraFold) fold = NULL;
  g_autoptr (GArray) stems = NULL;
  const SutraStem *best = NULL;
  gsize known_end, last, word_start;

  g_return_val_if_fail (text != NULL, end);

  end = MIN (end, sutra_text_get_length (text));
  if (start >= end)
    return end;
  mention = sutra_text_slice (text, start, end);
  fold = sutra_fold_new (mention, -1);
  if (fold->length == 0)
    return end;
  known_end = longest_known (fold, known);
  if (known_end == fold->length)
    return end;
  if (known_end > 0)
    return start + fold->source_end[known_end - 1];

  last = last_word (fold);
  /* The bracket around the word is a part of it: (এমইএ)-র. */
  if (last > 0 && (fold->key[last - 1] == '(' || fold->key[last - 1] == '['))
    last--;
  word_start = fold->source[last];
  stems = sutra_inflection_stems (g_utf8_offset_to_pointer (mention, (glong) word_start));
  best = &g_array_index (stems, SutraStem, 0);
  if (g_str_equal (best->suffix, "র") && stands_with_own_ending (text, start + word_start, end))
    return end;
  return start + with_closing_quote (fold, word_start + best->stem_end);
}
