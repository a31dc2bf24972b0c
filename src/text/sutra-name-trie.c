/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-name-trie.h"

#include "sutra-fold.h"

#include <string.h>

#define ANUSVARA 0x0982
#define NGA 0x0999
#define HASANTA 0x09cd

/* The filter has at least so many bits for each pattern: then one word in a hundred or so passes by chance. */
#define FILTER_BITS 64

/* How many places are tried for the children of a state before they go to the end: keeps building linear. */
#define MOST_TRIES 64

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

/* A state while the automaton is built, in the order of breadth: the patterns [low, high) begin with it. */
typedef struct
{
  guint32 low;
  guint32 high;
  guint32 children; /* the first */
  guint32 depth;
  guint32 output;
  guint32 code; /* of the unit by which it is reached … */
  gunichar unit;
  guint32 parent;
  guint32 slot; /* which state of the array it becomes */
} Node;

typedef struct
{
  const Patterns *patterns;
  SutraNameTrie *trie;
  Node *nodes;
  guint32 n_nodes;
  GArray *outputs;
  GArray *next_free; /* of each slot that or one after it that may be free; the slot itself if it is */
} Builder;

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

static int
compare_units (gconstpointer a, gconstpointer b)
{
  gunichar first = *(const gunichar *) a, second = *(const gunichar *) b;

  return first < second ? -1 : first > second;
}

guint32
sutra_name_trie_other_code (const SutraNameTrie *self, gunichar c)
{
  const gunichar *found;

  if (sutra_name_is_space (c))
    return self->codes[' '];
  found = self->n_others > 0 ? bsearch (&c, self->others, self->n_others, sizeof (gunichar), compare_units) : NULL;
  return found != NULL ? self->other_code + (guint32) (found - self->others) : 0;
}

/* Gives a code to each unit of the names, from 1 on. */
static void
number_units (SutraNameTrie *self, const GArray *units)
{
  g_autoptr (GArray) others = g_array_new (FALSE, FALSE, sizeof (gunichar));
  guint32 n = 0;

  for (guint i = 0; i < units->len; i++)
    {
      gunichar c = g_array_index (units, gunichar, i);
      guint32 *code = c < 0x80 ? &self->codes[c] : &self->codes[0x80 + (c - 0x0980) % 0x80];

      if (c >= 0x80 && c - 0x0980 >= 0x80)
        g_array_append_val (others, c);
      else if (*code == 0)
        *code = ++n;
    }
  for (gunichar c = 0; c < 0x80; c++)
    if (sutra_name_is_space (c))
      self->codes[c] = self->codes[' '];
  g_array_sort (others, compare_units);
  self->others = g_new (gunichar, others->len);
  for (guint i = 0; i < others->len; i++)
    if (i == 0 || g_array_index (others, gunichar, i) != g_array_index (others, gunichar, i - 1))
      self->others[self->n_others++] = g_array_index (others, gunichar, i);
  self->other_code = n + 1;
}

/* Takes the patterns that end at @node, the first of its range; the same key comes with the lowest name first. */
static void
add_output (Builder *self, Node *node)
{
  SutraNameOutput output = { SUTRA_NAME_NONE, SUTRA_NAME_NONE };

  node->output = SUTRA_NAME_NONE;
  for (; node->low < node->high; node->low++)
    {
      const Pattern *pattern = &g_array_index (self->patterns->patterns, Pattern, node->low);

      if (pattern->length > node->depth)
        break;
      if (pattern->before_e)
        output.before_e = MIN (output.before_e, pattern->name);
      else
        output.name = MIN (output.name, pattern->name);
      node->output = self->outputs->len;
    }
  if (node->output != SUTRA_NAME_NONE)
    g_array_append_val (self->outputs, output);
}

static void
add_children (Builder *self, guint32 parent)
{
  guint32 depth = self->nodes[parent].depth;

  self->nodes[parent].children = self->n_nodes;
  for (guint32 i = self->nodes[parent].low; i < self->nodes[parent].high; i++)
    {
      gunichar c = key_of (self->patterns, i)[depth];
      Node *last = &self->nodes[self->n_nodes - 1];

      if (self->n_nodes == self->nodes[parent].children || last->unit != c)
        {
          last = &self->nodes[self->n_nodes++];
          *last = (Node){ .low = i, .depth = depth + 1, .unit = c, .code = sutra_name_trie_code (self->trie, c), .parent = parent };
        }
      last->high = i + 1;
    }
}

/* The first free slot from @slot on. */
static guint32
find_free (Builder *self, guint32 slot)
{
  guint32 *next;

  for (guint32 i = self->next_free->len; i <= slot; i++)
    g_array_append_val (self->next_free, i);
  next = (guint32 *) (void *) self->next_free->data;
  while (slot < self->next_free->len && next[slot] != slot)
    {
      if (next[slot] < self->next_free->len)
        next[slot] = next[next[slot]];
      slot = next[slot];
    }
  return slot;
}

static gboolean
is_free (const Builder *self, guint32 slot)
{
  return slot >= self->next_free->len || g_array_index (self->next_free, guint32, slot) == slot;
}

static void
occupy (Builder *self, guint32 slot)
{
  for (guint32 i = self->next_free->len; i <= slot; i++)
    g_array_append_val (self->next_free, i);
  g_array_index (self->next_free, guint32, slot) = slot + 1;
}

/* A base at which the slots of the nodes [low, high) are all free. */
static guint32
find_base (Builder *self, guint32 low, guint32 high)
{
  guint32 slot = self->nodes[low].code;

  for (guint i = 0; i < MOST_TRIES; i++, slot++)
    {
      guint32 base, k = low + 1;

      slot = find_free (self, slot);
      base = slot - self->nodes[low].code;
      while (k < high && is_free (self, base + self->nodes[k].code))
        k++;
      if (k == high)
        return base;
    }
  return self->next_free->len;
}

static void
children_of (const Builder *self, guint32 parent, guint32 *low, guint32 *high)
{
  *low = self->nodes[parent].children;
  *high = parent + 1 < self->n_nodes ? self->nodes[parent + 1].children : self->n_nodes;
}

/* As long as there is but one way on from @parent, the states lie side by side behind all others. */
static void
place_chain (Builder *self, guint32 parent)
{
  guint32 low, high;

  for (children_of (self, parent, &low, &high); high - low == 1; children_of (self, low, &low, &high))
    {
      self->nodes[low].slot = find_free (self, MAX (self->next_free->len, self->nodes[low].code));
      occupy (self, self->nodes[low].slot);
    }
}

static void
place_children (Builder *self, guint32 parent)
{
  guint32 low, high, base;

  children_of (self, parent, &low, &high);
  if (low == high || self->nodes[low].slot != 0)
    return;
  base = find_base (self, low, high);
  for (guint32 i = low; i < high; i++)
    {
      self->nodes[i].slot = base + self->nodes[i].code;
      occupy (self, self->nodes[i].slot);
    }
  for (guint32 i = low; i < high; i++)
    place_chain (self, i);
}

/* Fills the arrays: every child whose slot is not in use fails the check. */
static void
fill_states (Builder *self)
{
  SutraNameTrie *trie = self->trie;

  trie->n_states = self->next_free->len + trie->other_code + trie->n_others;
  trie->states = g_new (SutraNameState, trie->n_states);
  trie->info = g_new (SutraNameInfo, trie->n_states);
  for (guint32 i = 0; i < trie->n_states; i++)
    {
      trie->states[i] = (SutraNameState){ SUTRA_NAME_NONE, 0 };
      trie->info[i] = (SutraNameInfo){ SUTRA_NAME_NONE, SUTRA_NAME_ROOT, SUTRA_NAME_ROOT, 0 };
    }
  for (guint32 i = 0; i < self->n_nodes; i++)
    {
      const Node *node = &self->nodes[i];

      trie->info[node->slot].output = node->output;
      trie->info[node->slot].depth = node->depth;
      if (i == 0)
        continue;
      trie->states[node->slot].check = self->nodes[node->parent].slot;
      trie->states[trie->states[node->slot].check].base = 4 * (node->slot - node->code);
    }
}

/* Whether a word may begin at @c after @before, for all that these two tell. */
static inline gboolean
may_begin_after (gunichar before, gunichar c)
{
  return !sutra_name_is_word_unit (before) || !sutra_name_is_word_unit (c);
}

/* The links of @node; those of all before it are there. */
static void
link_node (Builder *self, const Node *node)
{
  SutraNameTrie *trie = self->trie;
  const Node *parent = &self->nodes[node->parent];
  SutraNameInfo *info = &trie->info[node->slot];
  guint32 link = SUTRA_NAME_NONE, from = parent->slot;

  while (link == SUTRA_NAME_NONE && from != SUTRA_NAME_ROOT)
    {
      from = trie->info[from].failure;
      if (from != SUTRA_NAME_ROOT || may_begin_after (parent->unit, node->unit))
        link = sutra_name_trie_child (trie, from, node->code);
    }
  info->failure = link == SUTRA_NAME_NONE ? SUTRA_NAME_ROOT : link;
  info->shorter = trie->info[info->failure].output != SUTRA_NAME_NONE ? info->failure : trie->info[info->failure].shorter;
  if (info->output != SUTRA_NAME_NONE || info->shorter != SUTRA_NAME_ROOT)
    trie->states[node->slot].base |= SUTRA_NAME_ENDS;
  if (info->failure == SUTRA_NAME_ROOT)
    trie->states[node->slot].base |= SUTRA_NAME_ALONE;
}

static void
fill_filter (SutraNameTrie *self, const Patterns *patterns)
{
  guint n_bits = MAX (6, g_bit_storage ((gulong) patterns->patterns->len * FILTER_BITS));

  self->filter = g_new0 (guint64, (gsize) 1 << (n_bits - 6));
  self->filter_shift = 64 - n_bits;
  for (guint32 i = 0; i < patterns->patterns->len; i++)
    {
      const gunichar *key = key_of (patterns, i);
      guint32 length = MIN (g_array_index (patterns->patterns, Pattern, i).length, SUTRA_NAME_FILTERED), n = 0;
      guint64 hash = 0;

      while (n < length && sutra_name_is_word_unit (key[n]))
        hash = sutra_name_hash (hash, key[n++]);
      self->filter_lengths |= 1u << n;
      hash >>= self->filter_shift;
      self->filter[hash / 64] |= G_GUINT64_CONSTANT (1) << hash % 64;
    }
}

SutraNameTrie *
sutra_name_trie_new (const char *const *names, gsize n)
{
  SutraNameTrie *self = g_new0 (SutraNameTrie, 1);
  g_auto (Patterns) patterns = { 0 };
  g_autofree Node *nodes = NULL;
  g_autoptr (GArray) next_free = g_array_new (FALSE, FALSE, sizeof (guint32));
  Builder builder;

  patterns_init (&patterns, names, n);
  number_units (self, patterns.units);
  fill_filter (self, &patterns);
  nodes = g_new0 (Node, count_states (&patterns));
  builder = (Builder){ &patterns, self, nodes, 1, g_array_new (FALSE, FALSE, sizeof (SutraNameOutput)), next_free };
  nodes[0].high = patterns.patterns->len;
  for (guint32 i = 0; i < builder.n_nodes; i++)
    {
      add_output (&builder, &nodes[i]);
      add_children (&builder, i);
    }
  occupy (&builder, SUTRA_NAME_ROOT);
  for (guint32 i = 0; i < builder.n_nodes; i++)
    place_children (&builder, i);
  fill_states (&builder);
  for (guint32 i = 1; i < builder.n_nodes; i++)
    link_node (&builder, &nodes[i]);
  self->outputs = (SutraNameOutput *) (void *) g_array_free (builder.outputs, FALSE);
  return self;
}

void
sutra_name_trie_free (SutraNameTrie *self)
{
  if (self == NULL)
    return;
  g_free (self->states);
  g_free (self->info);
  g_free (self->outputs);
  g_free (self->filter);
  g_free (self->others);
  g_free (self);
}
