/* sutra-name-trie.h: the automaton of sutra-name-index.h
 *
 * A trie of the names' fold keys in the order of breadth, so that the children of a state lie side by side, with the links of Aho and Corasick.
 * A link leads only to where a word may begin, as no name is looked for inside a word: most of them lead to the root.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>
#include <unicode/uchar.h>

G_BEGIN_DECLS

#define SUTRA_NAME_ROOT 0
#define SUTRA_NAME_NONE G_MAXUINT32

/* Of the outputs. */
#define SUTRA_NAME_EMPTY 0

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

/**
 * SutraNameState:
 * @only: the key unit of the only child; 0 if there is none or more than one.
 * @children: the first child; that of the next state tells where they end.
 * @row: for a state of many children its row of the table, else SUTRA_NAME_NONE.
 * @output: SUTRA_NAME_NONE if no pattern ends here, else the index of an output; this is empty if only a shorter pattern ends here.
 *
 * All that going through a text needs of most states: a quarter of a cache line.
 */
typedef struct
{
  gunichar only;
  guint32 children;
  guint32 row;
  guint32 output;
} SutraNameState;

/* ASCII, then U+0980 to U+09FF. */
#define SUTRA_NAME_COLUMNS 256

/**
 * SutraNameTrie:
 * @states: one more than @n_states.
 * @unit: by which each state is reached.
 * @failure: the longest proper end of what a state stands for that is a state too.
 * @shorter: the same, of those that are a pattern.
 * @depth: how many units a state stands for.
 * @rows: for each column which child that is, counted from 1; 0: none.
 * @outputs: the first is the empty one.
 */
typedef struct
{
  guint32 n_states;
  guint32 n_rows;
  SutraNameState *states;
  gunichar *unit;
  guint32 *failure;
  guint32 *shorter;
  guint32 *depth;
  guint8 *rows;
  SutraNameOutput *outputs;
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

/* The child of @state for @c, SUTRA_NAME_NONE if there is none. */
static inline guint32
sutra_name_trie_child (const SutraNameTrie *self, guint32 state, gunichar c)
{
  const SutraNameState *at = &self->states[state];
  guint32 low = at->children, n;

  if (at->only == c)
    return low;
  if (at->only != 0)
    return SUTRA_NAME_NONE;
  if (at->row != SUTRA_NAME_NONE && (c < 0x80 || (c >= 0x0980 && c < 0x0a00)))
    {
      guint8 child = self->rows[(gsize) at->row * SUTRA_NAME_COLUMNS + (c < 0x80 ? c : c - 0x0980 + 0x80)];

      return child != 0 ? low + child - 1 : SUTRA_NAME_NONE;
    }
  n = at[1].children - low;
  if (n == 0)
    return SUTRA_NAME_NONE;
  while (n > 1)
    {
      guint32 half = n / 2;

      low += self->unit[low + half] <= c ? half : 0;
      n -= half;
    }
  return self->unit[low] == c ? low : SUTRA_NAME_NONE;
}

G_END_DECLS
