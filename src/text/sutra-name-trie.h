/* sutra-name-trie.h: the automaton of sutra-name-index.h
 *
 * A trie of the names' fold keys as a double array (after Aoe), with the links of Aho and Corasick.
 * A link leads only to where a word may begin, as no name is looked for inside a word: most of them lead to the root.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sutra-suffix.h"

#include <unicode/uchar.h>

G_BEGIN_DECLS

#define SUTRA_NAME_ROOT 0
#define SUTRA_NAME_NONE G_MAXUINT32

/**
 * SutraNameOutput:
 * @name: the lowest index of the names with this key; SUTRA_NAME_NONE if there is none.
 * @before_e: the same for names that have this key only before a suffix in ে (রঙের of রং, বিদ্যুতের of বিদ্যুৎ).
 */
typedef struct
{
  guint32 name;
  guint32 before_e;
} SutraNameOutput;

/* Flags of a state: a pattern ends here; no proper end of what it stands for is a state. */
#define SUTRA_NAME_ENDS 1
#define SUTRA_NAME_ALONE 2

/**
 * SutraNameState:
 * @check: the state of which this is a child.
 * @base: four times the base, and the flags. The child for code c, if there is one, is state @base / 4 + c.
 *
 * Going on by one unit touches one of these, so they are as small as can be; where there is but one way on they lie side by side.
 */
typedef struct
{
  guint32 check;
  guint32 base;
} SutraNameState;

/**
 * SutraNameInfo:
 * @output: SUTRA_NAME_NONE if a state is no pattern, else the index of its output.
 * @failure: the longest proper end of what the state stands for that is a state too.
 * @shorter: the longest that is a pattern.
 * @depth: how many units the state stands for.
 *
 * The rest of a state, for those at which a name may end or from which there is a way back.
 */
typedef struct
{
  guint32 output;
  guint32 failure;
  guint32 shorter;
  guint32 depth;
} SutraNameInfo;

/* How many units of a word the filter looks at. */
#define SUTRA_NAME_FILTERED 6

/* ASCII, then U+0980 to U+09FF. */
#define SUTRA_NAME_COLUMNS 256

/**
 * SutraNameTrie:
 * @n_states: with those not in use.
 * @filter: a bit for the hash of the word, or of its first SUTRA_NAME_FILTERED units, with which each name begins. Nearly all words of a text are
 *   those of no name and not looked for in the array, which is too large for the nearer caches.
 * @filter_shift: what makes a bit's number of a hash.
 * @filter_lengths: of how many units there are hashes (bits).
 * @codes: of each column; 0 of a unit that no name has. White space has the code of a space.
 * @others: the other units that names have, sorted; the codes of these are those from @other_code on.
 */
typedef struct
{
  guint32 n_states;
  SutraNameState *states;
  SutraNameInfo *info;
  SutraNameOutput *outputs;
  guint64 *filter;
  guint filter_shift;
  guint filter_lengths;
  guint32 codes[SUTRA_NAME_COLUMNS];
  gunichar *others;
  guint32 n_others;
  guint32 other_code;
} SutraNameTrie;

/* Names as for sutra_name_index_new(). */
SutraNameTrie *sutra_name_trie_new (const char *const *names, gsize n);
void sutra_name_trie_free (SutraNameTrie *self);

/* White space within a paragraph. */
static inline gboolean
sutra_name_is_space (gunichar c)
{
  return c == ' ' || (c != '\n' && (c < 0x21 || c > 0x7e) && !(c >= 0x0980 && c < 0x0a00) && u_isUWhiteSpace ((UChar32) c));
}

/* sutra_suffix_is_word_unit(), quicker for most units. */
static inline gboolean
sutra_name_is_word_unit (gunichar c)
{
  if (c >= 0x0980 && c < 0x09f2)
    return TRUE;
  if (c < 0x80)
    return (c | 0x20) - 'a' < 26 || c - '0' < 10;
  return sutra_suffix_is_word_unit (c);
}

static inline guint64
sutra_name_hash (guint64 hash, gunichar c)
{
  return (hash ^ c) * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);
}

/* FALSE if no name begins with the word at @word, which a unit that belongs to no word ends. */
static inline gboolean
sutra_name_trie_may_begin (const SutraNameTrie *self, const gunichar *word)
{
  guint64 hash = 0;

  for (guint n = 1; n <= SUTRA_NAME_FILTERED && sutra_name_is_word_unit (word[n - 1]); n++)
    {
      guint64 bit;

      hash = sutra_name_hash (hash, word[n - 1]);
      bit = hash >> self->filter_shift;
      if ((self->filter_lengths & 1u << n) != 0 && (self->filter[bit / 64] >> bit % 64 & 1) != 0)
        return TRUE;
    }
  return FALSE;
}

/* The code of a unit that has no column. */
guint32 sutra_name_trie_other_code (const SutraNameTrie *self, gunichar c);

static inline guint32
sutra_name_trie_code (const SutraNameTrie *self, gunichar c)
{
  if (c < 0x80)
    return self->codes[c];
  return c - 0x0980 < 0x80 ? self->codes[0x80 + (c - 0x0980)] : sutra_name_trie_other_code (self, c);
}

/* The child of @state for @code, SUTRA_NAME_NONE if there is none. */
static inline guint32
sutra_name_trie_child (const SutraNameTrie *self, guint32 state, guint32 code)
{
  guint32 child = self->states[state].base / 4 + code;

  return self->states[child].check == state ? child : SUTRA_NAME_NONE;
}

static inline gboolean
sutra_name_trie_has (const SutraNameTrie *self, guint32 state, guint32 flag)
{
  return (self->states[state].base & flag) != 0;
}

G_END_DECLS
