/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-date-lexicon.h"

#include "sutra-fold.h"
#include "sutra-suffix.h"

#include <string.h>

/* A trie over the fold keys of all words; node 0 is the root. */
typedef struct
{
  gunichar c;
  guint32 child;
  guint32 next;
  guint32 row; /* into SutraWordTrie.rows, a chain; 0 none */
} Node;

typedef struct
{
  const SutraWordRow *row;
  guint32 next;
} Link;

typedef struct
{
  GArray *nodes;
  GArray *rows;
  SutraFold *endings[32];
  guint n_endings;
} SutraWordTrie;

/* What may follow a word: case, and a particle behind it. The nouns here are a closed class, so the list can be one, too: the wider grammar
 * of sutra-suffix.h makes মেয়ে of মে. The first letter says what it is: g genitive, l locative, o other. */
static const char *const endings[] = {
  "gের", "gর",  "gয়ের", "gএর",  "gেরও", "gেরই", "gরও", "gরই", "gকের", "lে",   "lতে",  "lয়",   "lয়ে",    "lএ",
  "lেই", "lেও", "lতেই", "lতেও", "lয়ই",  "lয়ও",  "oকে", "oও",  "oই",   "oকেও", "oকেই", "oগুলো", "oগুলোতে", NULL,
};

static gboolean
may_be_split_off (SutraWordClass word)
{
  return word == SUTRA_WORD_CLOCK || word == SUTRA_WORD_COUNTER || word == SUTRA_WORD_MULTIPLIER || word == SUTRA_WORD_ORDINAL_MARK ||
         word == SUTRA_WORD_OR_SO;
}

static guint32
add_node (SutraWordTrie *self, guint32 parent, gunichar c)
{
  Node node = { c, 0, 0, 0 };
  guint32 i;

  for (i = g_array_index (self->nodes, Node, parent).child; i != 0; i = g_array_index (self->nodes, Node, i).next)
    if (g_array_index (self->nodes, Node, i).c == c)
      return i;
  node.next = g_array_index (self->nodes, Node, parent).child;
  i = self->nodes->len;
  g_array_append_val (self->nodes, node);
  g_array_index (self->nodes, Node, parent).child = i;
  return i;
}

static void
add_word (SutraWordTrie *self, const char *word, const SutraWordRow *row)
{
  g_autoptr (SutraFold) fold = sutra_fold_new (word, -1);
  Link link = { row, 0 };
  guint32 at = 0;

  for (gsize i = 0; i < fold->length; i++)
    at = add_node (self, at, fold->key[i]);
  for (guint32 i = g_array_index (self->nodes, Node, at).row; i != 0; i = g_array_index (self->rows, Link, i).next)
    if (g_array_index (self->rows, Link, i).row == row)
      return; /* two spellings with one key */
  link.next = g_array_index (self->nodes, Node, at).row;
  g_array_index (self->nodes, Node, at).row = self->rows->len;
  g_array_append_val (self->rows, link);
}

static void
add_rows (SutraWordTrie *self, const SutraWordRow *rows)
{
  for (const SutraWordRow *row = rows; row->words != NULL; row++)
    {
      g_auto (GStrv) words = g_strsplit (row->words, " ", -1);

      for (guint i = 0; words[i] != NULL; i++)
        if (*words[i] != '\0')
          add_word (self, words[i], row);
    }
}

static const SutraWordTrie *
get_trie (void)
{
  static gsize once = 0;
  static SutraWordTrie *trie;

  if (g_once_init_enter (&once))
    {
      Node root = { 0, 0, 0, 0 };
      Link none = { NULL, 0 };

      trie = g_new0 (SutraWordTrie, 1);
      trie->nodes = g_array_new (FALSE, FALSE, sizeof (Node));
      trie->rows = g_array_new (FALSE, FALSE, sizeof (Link));
      g_array_append_val (trie->nodes, root);
      g_array_append_val (trie->rows, none);
      add_rows (trie, sutra_date_word_rows);
      add_rows (trie, sutra_number_word_rows);
      for (guint i = 0; endings[i] != NULL; i++)
        trie->endings[trie->n_endings++] = sutra_fold_new (endings[i] + 1, -1);
      g_once_init_leave (&once, 1);
    }
  return trie;
}

/* The flags of the ending [@start, @end), 0 if it is none. */
static guint
ending_flags (const SutraWordTrie *self, const gunichar *key, guint32 start, guint32 end)
{
  for (guint i = 0; i < self->n_endings; i++)
    {
      const SutraFold *ending = self->endings[i];

      if (ending->length == end - start && memcmp (ending->key, key + start, ending->length * sizeof (gunichar)) == 0)
        {
          guint flags = SUTRA_WORD_ENDED;

          if (endings[i][0] == 'g')
            flags |= SUTRA_WORD_GENITIVE;
          else if (endings[i][0] == 'l')
            flags |= SUTRA_WORD_LOCATIVE;
          return flags;
        }
    }
  return 0;
}

/* The class of the word that can be attached, begins at @start and is the rest, with its ending; 0 for none. */
static SutraWordClass
attached_rest (const SutraWordTrie *self, const gunichar *key, guint32 start, guint32 end)
{
  guint32 at = 0;

  for (guint32 i = start; i < end; i++)
    {
      guint32 child = g_array_index (self->nodes, Node, at).child;

      while (child != 0 && g_array_index (self->nodes, Node, child).c != key[i])
        child = g_array_index (self->nodes, Node, child).next;
      if (child == 0)
        return 0;
      at = child;
      for (guint32 l = g_array_index (self->nodes, Node, at).row; l != 0; l = g_array_index (self->rows, Link, l).next)
        {
          const SutraWordRow *row = g_array_index (self->rows, Link, l).row;

          if (!may_be_split_off (row->word))
            continue;
          if (i + 1 == end || ending_flags (self, key, i + 1, end) != 0)
            return row->word;
          /* পাঁচশ|টি */
          if (row->word == SUTRA_WORD_MULTIPLIER && attached_rest (self, key, i + 1, end) != 0)
            return row->word;
        }
    }
  return 0;
}

static void
add_senses (const SutraWordTrie *self, guint32 link, guint32 stem_end, guint flags, SutraSense *senses, guint *n)
{
  for (; link != 0 && *n < SUTRA_SENSES_MAX; link = g_array_index (self->rows, Link, link).next)
    {
      const SutraWordRow *row = g_array_index (self->rows, Link, link).row;

      if (flags != 0 && (row->flags & SUTRA_WORD_WHOLE) != 0)
        continue;
      senses[*n].word = row->word;
      senses[*n].value = row->value;
      senses[*n].flags = row->flags | flags;
      senses[*n].stem_end = stem_end;
      (*n)++;
    }
}

guint
sutra_date_lexicon_look_up (const gunichar *key, guint32 start, guint32 end, SutraSense senses[SUTRA_SENSES_MAX], guint32 *taken)
{
  const SutraWordTrie *self = get_trie ();
  guint32 nodes[48];
  guint32 at = 0, depth = 0, split = 0;
  guint n = 0;

  for (guint32 i = start; i < end && depth < G_N_ELEMENTS (nodes); i++)
    {
      guint32 child = g_array_index (self->nodes, Node, at).child;

      while (child != 0 && g_array_index (self->nodes, Node, child).c != key[i])
        child = g_array_index (self->nodes, Node, child).next;
      if (child == 0)
        break;
      at = child;
      nodes[depth++] = at;
    }
  /* The longest first: পাঁচই is a day before it is পাঁচ with a particle. */
  for (guint32 length = depth; length > 0; length--)
    {
      guint32 link = g_array_index (self->nodes, Node, nodes[length - 1]).row;
      guint32 stem_end = start + length;
      guint flags;

      if (link == 0)
        continue;
      if (stem_end == end)
        add_senses (self, link, stem_end, 0, senses, &n);
      else if ((flags = ending_flags (self, key, stem_end, end)) != 0)
        add_senses (self, link, stem_end, flags, senses, &n);
      else if (n == 0 && split == 0)
        split = length;
    }
  *taken = end;
  if (n > 0 || split == 0 || end - start > G_N_ELEMENTS (nodes))
    return n;
  for (guint32 length = split; length > 0; length--)
    {
      guint32 link = g_array_index (self->nodes, Node, nodes[length - 1]).row;

      SutraWordClass rest = link != 0 ? attached_rest (self, key, start + length, end) : 0;

      if (rest == 0)
        continue;
      for (guint32 l = link; l != 0; l = g_array_index (self->rows, Link, l).next)
        {
          SutraWordClass word = g_array_index (self->rows, Link, l).row->word;

          if (rest == SUTRA_WORD_OR_SO ? word != SUTRA_WORD_UNIT
                                       : word != SUTRA_WORD_CARDINAL && word != SUTRA_WORD_MULTIPLIER && word != SUTRA_WORD_FRACTION)
            continue;
          add_senses (self, l, start + length, 0, senses, &n);
          *taken = start + length;
          return n;
        }
    }
  return 0;
}
