/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-name-trie.h"

#include "sutra-fold.h"
#include "sutra-suffix.h"

#include <string.h>

#define ANUSVARA 0x0982
#define NGA 0x0999
#define HASANTA 0x09cd

/* A state with so many children gets a row in the table; one with more than a row can tell of does not. */
#define MANY 3
#define TOO_MANY 255

/* A name as it is looked for. Two endings change before a suffix in ে (রং, রঙের; বিদ্যুৎ, বিদ্যুতের): for these there is a second
 * pattern, which stands only there. */
typedef struct
{
  gsize key; /* where it begins in the units of all patterns */
  guint32 length;
  guint32 name;
  gboolean before_e;
} Pattern;

typedef struct
{
  GArray *units;
  GArray *patterns;
} Patterns;

/* The patterns that begin with what a state stands for. */
typedef struct
{
  guint32 low;
  guint32 high;
} Range;

static inline const gunichar *
key_of (const Patterns *self, guint32 i)
{
  return &g_array_index (self->units, gunichar, g_array_index (self->patterns, Pattern, i).key);
}

static int
compare_patterns (gconstpointer a, gconstpointer b, gpointer data)
{
  const Pattern *first = a, *second = b;
  const gunichar *units = data;

  for (guint32 i = 0; i < first->length && i < second->length; i++)
    if (units[first->key + i] != units[second->key + i])
      return units[first->key + i] < units[second->key + i] ? -1 : 1;
  if (first->length != second->length)
    return first->length < second->length ? -1 : 1;
  return first->name < second->name ? -1 : first->name > second->name;
}

/* A mark belongs to the letter before it: no name begins with one. */
static gboolean
is_mark (gunichar c)
{
  return c >= 0x0300 && (U_GET_GC_MASK ((UChar32) c) & U_GC_M_MASK) != 0;
}

static void
add_pattern (Patterns *self, const gunichar *key, gsize length, guint32 name, gboolean before_e)
{
  Pattern pattern = { self->units->len, (guint32) length, name, before_e };

  g_array_append_vals (self->units, key, (guint) length);
  g_array_append_val (self->patterns, pattern);
}

/* White space at the ends of a name goes, within it a run counts as one space. */
static void
add_name (Patterns *self, SutraFold *fold, const char *string, guint32 name)
{
  gunichar *key;
  gsize n = 0;

  sutra_fold_renew (fold, string, strlen (string));
  key = fold->key;
  for (gsize i = 0; i < fold->length; i++)
    {
      gboolean space = key[i] == '\n' || sutra_name_is_space (key[i]);

      if (!space || (n > 0 && key[n - 1] != ' '))
        key[n++] = space ? ' ' : key[i];
    }
  while (n > 0 && key[n - 1] == ' ')
    n--;
  if (n == 0 || is_mark (key[0]))
    return;
  add_pattern (self, key, n, name, FALSE);
  if (n < 2)
    return;
  if (key[n - 1] == HASANTA)
    add_pattern (self, key, n - 1, name, TRUE);
  else if (key[n - 1] == ANUSVARA)
    {
      key[n - 1] = NGA;
      add_pattern (self, key, n, name, TRUE);
    }
}

static void
patterns_init (Patterns *self, const char *const *names, gsize n)
{
  g_autoptr (SutraFold) fold = sutra_fold_new ("", 0);

  self->units = g_array_new (FALSE, FALSE, sizeof (gunichar));
  self->patterns = g_array_new (FALSE, FALSE, sizeof (Pattern));
  for (gsize i = 0; i < n; i++)
    if (names[i] != NULL)
      add_name (self, fold, names[i], (guint32) i);
  g_array_sort_with_data (self->patterns, compare_patterns, self->units->data);
}

static void
patterns_clear (Patterns *self)
{
  g_clear_pointer (&self->units, g_array_unref);
  g_clear_pointer (&self->patterns, g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Patterns, patterns_clear)

/* How many states there will be: of the patterns, which lie sorted, each adds what it has not in common with the one before. */
static gsize
count_states (const Patterns *patterns)
{
  gsize n = 1;

  for (guint32 i = 0; i < patterns->patterns->len; i++)
    {
      const Pattern *pattern = &g_array_index (patterns->patterns, Pattern, i);
      guint32 common = 0;

      if (i > 0)
        {
          const Pattern *before = pattern - 1;

          while (common < pattern->length && common < before->length && key_of (patterns, i)[common] == key_of (patterns, i - 1)[common])
            common++;
        }
      n += pattern->length - common;
    }
  return n;
}

/* Takes the patterns that end at @state, the first of @range; the same key comes with the lowest name first. */
static void
add_output (SutraNameTrie *self, GArray *outputs, guint32 state, const Patterns *patterns, Range *range)
{
  SutraNameOutput output = { SUTRA_NAME_NONE, SUTRA_NAME_NONE };

  for (; range->low < range->high; range->low++)
    {
      const Pattern *pattern = &g_array_index (patterns->patterns, Pattern, range->low);

      if (pattern->length > self->depth[state])
        break;
      if (pattern->before_e)
        output.before_e = MIN (output.before_e, pattern->name);
      else
        output.name = MIN (output.name, pattern->name);
      self->states[state].output = outputs->len;
    }
  if (self->states[state].output != SUTRA_NAME_NONE)
    g_array_append_val (outputs, output);
}

static void
add_children (SutraNameTrie *self, guint32 state, const Patterns *patterns, Range *ranges)
{
  guint32 depth = self->depth[state];

  self->states[state].children = self->n_states;
  for (guint32 i = ranges[state].low; i < ranges[state].high; i++)
    {
      gunichar c = key_of (patterns, i)[depth];

      if (self->n_states == self->states[state].children || self->unit[self->n_states - 1] != c)
        {
          self->unit[self->n_states] = c;
          self->depth[self->n_states] = depth + 1;
          self->states[self->n_states].output = SUTRA_NAME_NONE;
          ranges[self->n_states++].low = i;
        }
      ranges[self->n_states - 1].high = i + 1;
    }
}

/* Whether a word may begin at @c after @before, for all that these two tell. */
static inline gboolean
may_begin_after (gunichar before, gunichar c)
{
  return !sutra_suffix_is_word_unit (before) || !sutra_suffix_is_word_unit (c);
}

static inline gboolean
is_pattern (const SutraNameTrie *self, guint32 state)
{
  return self->states[state].output != SUTRA_NAME_NONE && self->states[state].output != SUTRA_NAME_EMPTY;
}

/* The links of the children of @state; those of @state and all before it are there. */
static void
link_children (SutraNameTrie *self, guint32 state)
{
  for (guint32 child = self->states[state].children; child < self->states[state + 1].children; child++)
    {
      gunichar c = self->unit[child];
      guint32 link = SUTRA_NAME_NONE, from = state;

      while (link == SUTRA_NAME_NONE && from != SUTRA_NAME_ROOT)
        {
          from = self->failure[from];
          if (from != SUTRA_NAME_ROOT || may_begin_after (self->unit[state], c))
            link = sutra_name_trie_child (self, from, c);
        }
      link = link == SUTRA_NAME_NONE ? SUTRA_NAME_ROOT : link;
      self->failure[child] = link;
      self->shorter[child] = is_pattern (self, link) ? link : self->shorter[link];
      if (self->states[child].output == SUTRA_NAME_NONE && self->shorter[child] != SUTRA_NAME_ROOT)
        self->states[child].output = SUTRA_NAME_EMPTY;
    }
}

/* A row for each state of many children. */
static void
add_rows (SutraNameTrie *self)
{
  SutraNameState *states = self->states;

  for (guint32 state = 0; state < self->n_states; state++)
    {
      guint32 n = states[state + 1].children - states[state].children;

      states[state].row = n >= MANY && n < TOO_MANY ? self->n_rows++ : SUTRA_NAME_NONE;
      states[state].only = n == 1 ? self->unit[states[state].children] : 0;
    }
  self->rows = g_malloc0 ((gsize) self->n_rows * SUTRA_NAME_COLUMNS);
  for (guint32 state = 0; state < self->n_states; state++)
    {
      guint8 *row = self->rows + (gsize) states[state].row * SUTRA_NAME_COLUMNS;

      for (guint32 child = states[state].children; states[state].row != SUTRA_NAME_NONE && child < states[state + 1].children; child++)
        {
          gunichar c = self->unit[child];

          if (c < 0x80 || (c >= 0x0980 && c < 0x0a00))
            row[c < 0x80 ? c : c - 0x0980 + 0x80] = (guint8) (child - states[state].children + 1);
        }
    }
}

SutraNameTrie *
sutra_name_trie_new (const char *const *names, gsize n)
{
  SutraNameTrie *self = g_new0 (SutraNameTrie, 1);
  g_auto (Patterns) patterns = { 0 };
  g_autofree Range *ranges = NULL;
  GArray *outputs = g_array_new (FALSE, FALSE, sizeof (SutraNameOutput));
  SutraNameOutput empty = { SUTRA_NAME_NONE, SUTRA_NAME_NONE };
  gsize most;

  patterns_init (&patterns, names, n);
  most = count_states (&patterns);
  self->states = g_new0 (SutraNameState, most + 1);
  self->unit = g_new0 (gunichar, most);
  self->failure = g_new0 (guint32, most);
  self->shorter = g_new0 (guint32, most);
  self->depth = g_new0 (guint32, most);
  g_array_append_val (outputs, empty);
  ranges = g_new0 (Range, most);
  self->n_states = 1;
  self->states[SUTRA_NAME_ROOT].output = SUTRA_NAME_NONE;
  ranges[SUTRA_NAME_ROOT] = (Range){ 0, patterns.patterns->len };
  for (guint32 state = 0; state < self->n_states; state++)
    {
      add_output (self, outputs, state, &patterns, &ranges[state]);
      add_children (self, state, &patterns, ranges);
    }
  self->states[self->n_states].children = self->n_states;
  add_rows (self);
  for (guint32 state = 0; state < self->n_states; state++)
    link_children (self, state);
  self->outputs = (SutraNameOutput *) (void *) g_array_free (outputs, FALSE);
  return self;
}

void
sutra_name_trie_free (SutraNameTrie *self)
{
  if (self == NULL)
    return;
  g_free (self->states);
  g_free (self->unit);
  g_free (self->failure);
  g_free (self->shorter);
  g_free (self->depth);
  g_free (self->rows);
  g_free (self->outputs);
  g_free (self);
}
