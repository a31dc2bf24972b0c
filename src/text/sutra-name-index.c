/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-name-index.h"

#include "sutra-akshara.h"
#include "sutra-fold.h"
#include "sutra-name-trie.h"
#include "sutra-suffix.h"

#include <string.h>

#define DANDA 0x0964
#define SIGN_E 0x09c7

/* The text is folded and looked through in pieces of whole paragraphs of at least so many bytes. */
#define PIECE (16 * 1024)

/* How many key units of a long paragraph are looked at between two looks at the cancellable. */
#define STEP (64 * 1024)

/* So many candidates are sorted by hand. */
#define FEW 16

struct _SutraNameIndex
{
  gatomicrefcount ref_count;
  SutraNameTrie *trie;
};

/* A pattern that stands at key units [start, end). */
typedef struct
{
  guint32 start;
  guint32 end;
  guint32 output;
} Candidate;

typedef struct
{
  const SutraNameTrie *trie;
  SutraText *text;
  SutraFold fold;     /* of the piece */
  gsize base;         /* code points before the piece */
  gsize at;           /* the key unit that comes next */
  guint32 state;      /* what has been matched up to there … */
  guint32 *positions; /* … and where each of its units stands */
  gsize n_positions;
  gsize positions_room;
  gsize next;            /* no occurrence may begin before this unit */
  Candidate *candidates; /* of which it is not yet known whether a longer one begins at the same place or before it */
  guint n_candidates;
  guint n_settled; /* of them, the first */
  gboolean sorted;
  guint candidates_room;
  GArray *found;
} Search;

static gboolean
may_begin (const Search *self, gsize at)
{
  return sutra_suffix_may_begin (self->fold.key, at);
}

/* Bengali and ASCII: none of them, marks aside, joins what stands before it across a space, or is joined by what is ASCII. */
static inline gboolean
is_plain (gunichar c)
{
  return c < 0x80 || (c >= 0x0980 && c < 0x0a00);
}

/* Whether an akshara begins with key unit @at, which is no mark. Between words that needs no look at the text. */
static gboolean
begins_akshara (const Search *self, gsize at)
{
  const SutraFold *fold = &self->fold;

  if (at > 0 && fold->key[at - 1] == ' ' && fold->source_end[at - 1] == fold->source[at] && is_plain (fold->key[at]))
    return TRUE;
  return sutra_akshara_is_boundary (self->text, self->base + fold->source[at]);
}

/* Where the akshara ends that holds the key unit before @at, which came from the code points before @cp. */
static gsize
akshara_end (const Search *self, gsize at, gsize cp)
{
  const SutraFold *fold = &self->fold;
  gunichar next = fold->key[at];

  if (at < fold->length && (next < 0x80 || next == DANDA) && is_plain (fold->key[at - 1]) && self->base + fold->source[at] == cp)
    return cp;
  return sutra_akshara_ceil (self->text, cp);
}

/* Takes the pattern of @name if it stands at [from, to) as a word. */
static gboolean
take_name (Search *self, guint32 name, gsize from, gsize to)
{
  const gunichar *key = self->fold.key;
  SutraOccurrence occurrence;
  SutraSuffixChain chain;
  gsize end = sutra_suffix_word_end (key, self->fold.length, from, to, &chain), start_cp, stem_cp, end_cp;

  if (end == 0)
    return FALSE;
  sutra_fold_to_source (&self->fold, from, to, &start_cp, &stem_cp);
  sutra_fold_to_source (&self->fold, from, end, &start_cp, &end_cp);
  start_cp += self->base;
  /* No word begins inside an akshara (after a prepended sign, say), nor in what an earlier occurrence was widened to. */
  if (!begins_akshara (self, from) ||
      (self->found->len > 0 && g_array_index (self->found, SutraOccurrence, self->found->len - 1).end > start_cp))
    return FALSE;
  occurrence.start = (guint32) start_cp;
  occurrence.end = (guint32) akshara_end (self, end, self->base + end_cp);
  occurrence.stem_end = end == to ? occurrence.end : (guint32) (self->base + stem_cp);
  occurrence.name = name;
  occurrence.sure = sutra_suffix_is_sure (key, from, to, &chain);
  g_array_append_val (self->found, occurrence);
  self->next = end;
  return TRUE;
}

static void
take (Search *self, const Candidate *candidate)
{
  const SutraNameOutput *output = &self->trie->outputs[candidate->output];

  if (candidate->start < self->next)
    return;
  if (output->before_e != SUTRA_NAME_NONE && self->fold.key[candidate->end] == SIGN_E &&
      take_name (self, output->before_e, candidate->start, candidate->end))
    return;
  if (output->name != SUTRA_NAME_NONE)
    take_name (self, output->name, candidate->start, candidate->end);
}

/* The first to begin first, of several the longest. */
static inline int
compare_candidates (gconstpointer a, gconstpointer b, gpointer data)
{
  const Candidate *first = a, *second = b;

  if (first->start != second->start)
    return first->start < second->start ? -1 : 1;
  return first->end > second->end ? -1 : first->end < second->end;
}

static void
add_candidate (Search *self, Candidate candidate)
{
  if (self->n_candidates == self->candidates_room)
    {
      self->candidates_room = MAX (FEW, self->candidates_room * 2);
      self->candidates = g_renew (Candidate, self->candidates, self->candidates_room);
    }
  self->candidates[self->n_candidates++] = candidate;
  self->sorted = FALSE;
}

static void
sort_candidates (Search *self)
{
  Candidate *candidates = self->candidates + self->n_settled;
  guint n = self->n_candidates - self->n_settled;

  if (self->sorted)
    return;
  self->sorted = TRUE;
  if (n > FEW)
    {
      g_qsort_with_data (candidates, (gint) n, sizeof (Candidate), compare_candidates, NULL);
      return;
    }
  for (guint i = 1; i < n; i++)
    {
      Candidate candidate = candidates[i];
      guint at = i;

      for (; at > 0 && compare_candidates (&candidate, &candidates[at - 1], NULL) < 0; at--)
        candidates[at] = candidates[at - 1];
      candidates[at] = candidate;
    }
}

/* Takes what can be taken of the candidates that begin before @before: the first to begin, the longest of these. */
static void
settle (Search *self, gsize before)
{
  sort_candidates (self);
  while (self->n_settled < self->n_candidates && self->candidates[self->n_settled].start < before)
    take (self, &self->candidates[self->n_settled++]);
  if (self->n_settled == self->n_candidates)
    self->n_settled = self->n_candidates = 0;
}

/* Where the match that the state stands for begins, given the length of that match. */
static inline gsize
start_of (const Search *self, guint32 length)
{
  return self->positions[self->n_positions - length];
}

/* Goes to @state, which stands for an end of what the present one stands for. */
static void
fall_back (Search *self, guint32 state)
{
  gsize start = state == SUTRA_NAME_ROOT ? G_MAXSIZE : start_of (self, self->trie->info[state].depth);

  self->state = state;
  if (self->n_candidates > 0 && self->candidates[self->n_settled].start < start)
    settle (self, start);
  if (state == SUTRA_NAME_ROOT)
    self->n_positions = 0;
}

/* The patterns that end before unit @end. */
static void
note_candidates (Search *self, gsize end)
{
  for (guint32 state = self->state; state != SUTRA_NAME_ROOT; state = self->trie->info[state].shorter)
    {
      guint32 output = self->trie->info[state].output;
      Candidate candidate;

      if (output == SUTRA_NAME_NONE)
        continue;
      candidate = (Candidate){ (guint32) start_of (self, self->trie->info[state].depth), (guint32) end, output };
      if (candidate.start >= self->next && may_begin (self, candidate.start))
        add_candidate (self, candidate);
    }
}

/* The next unit at which a name may begin, from @at on. */
static inline gsize
skip_to_begin (const Search *self, gsize at)
{
  const gunichar *key = self->fold.key;
  gboolean inside = at > 0 && sutra_name_is_word_unit (key[at - 1]);

  for (; at < self->fold.length; inside = FALSE)
    {
      if (!inside && (!sutra_name_is_word_unit (key[at]) || sutra_name_trie_may_begin (self->trie, key + at)))
        break;
      while (at < self->fold.length && sutra_name_is_word_unit (key[at]))
        at++;
      while (at < self->fold.length && key[at] == ' ')
        at++;
    }
  return at;
}

/* Where the white space that begins at @at ends. */
static inline gsize
space_end (const Search *self, gsize at)
{
  const gunichar *key = self->fold.key;

  while (at < self->fold.length && sutra_name_is_space (key[at]))
    at++;
  return at;
}

/* From a state that does not go on with @code to an end of it that does. */
static guint32
fall_back_for (Search *self, guint32 code)
{
  guint32 next = SUTRA_NAME_NONE;

  while (next == SUTRA_NAME_NONE && self->state != SUTRA_NAME_ROOT)
    {
      fall_back (self,
                 sutra_name_trie_has (self->trie, self->state, SUTRA_NAME_ALONE) ? SUTRA_NAME_ROOT : self->trie->info[self->state].failure);
      /* What overlaps an occurrence is of no use. */
      if (self->state != SUTRA_NAME_ROOT && start_of (self, self->trie->info[self->state].depth) < self->next)
        continue;
      if (self->state != SUTRA_NAME_ROOT || may_begin (self, self->at))
        next = sutra_name_trie_child (self->trie, self->state, code);
    }
  return next;
}

/* Goes on from unit to unit, and from one run of white space to what is behind it, as long as the state does. */
static void
walk (Search *self)
{
  const SutraNameTrie *trie = self->trie;
  const SutraNameState *states = trie->states;
  const gunichar *key = self->fold.key;
  guint32 state = self->state, space = trie->codes[' '];
  gsize at = self->at, n = self->n_positions, length = self->fold.length;

  while (at < length)
    {
      guint32 code = sutra_name_trie_code (trie, key[at]), next = states[state].base / 4 + code;

      if (states[next].check != state)
        break;
      self->positions[n++] = (guint32) at++;
      if (code == space)
        at = space_end (self, at);
      state = next;
      if ((states[state].base & SUTRA_NAME_ENDS) == 0)
        continue;
      self->state = state;
      self->n_positions = n;
      note_candidates (self, at);
    }
  self->state = state;
  self->n_positions = n;
  self->at = at;
}

/* Moves on by what the state goes on with; where it does not, to an end of it that does, or by one unit. */
static void
step (Search *self)
{
  guint32 code;

  walk (self);
  if (self->at == self->fold.length)
    return;
  code = sutra_name_trie_code (self->trie, self->fold.key[self->at]);
  if (self->state == SUTRA_NAME_ROOT || fall_back_for (self, code) == SUTRA_NAME_NONE)
    self->at++;
}

static gboolean
search_piece (Search *self, GCancellable *cancellable, GError **error)
{
  gsize look = STEP;

  self->at = self->next = 0;
  if (self->positions_room <= self->fold.length)
    {
      self->positions_room = self->fold.length + 1;
      self->positions = g_renew (guint32, self->positions, self->positions_room);
    }
  while (self->at < self->fold.length)
    {
      if (self->at >= look)
        {
          if (g_cancellable_set_error_if_cancelled (cancellable, error))
            return FALSE;
          look = self->at + STEP;
        }
      if (self->state == SUTRA_NAME_ROOT)
        {
          self->at = skip_to_begin (self, MAX (self->at, self->next));
          if (self->at == self->fold.length)
            break;
        }
      step (self);
    }
  fall_back (self, SUTRA_NAME_ROOT);
  return TRUE;
}

static void
search_clear (Search *self)
{
  g_free (self->fold.key);
  g_free (self->fold.source);
  g_free (self->fold.source_end);
  g_free (self->positions);
  g_free (self->candidates);
  g_clear_pointer (&self->found, g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Search, search_clear)

/* Where the piece that begins at @from ends: after a line end, or at the end. */
static gsize
piece_end (const char *utf8, gsize n_bytes, gsize from)
{
  const char *line_end = from + PIECE < n_bytes ? memchr (utf8 + from + PIECE, '\n', n_bytes - from - PIECE) : NULL;

  return line_end != NULL ? (gsize) (line_end - utf8) + 1 : n_bytes;
}

SutraNameIndex *
sutra_name_index_new (const char *const *names, gsize n)
{
  SutraNameIndex *self = g_new0 (SutraNameIndex, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->trie = sutra_name_trie_new (names, n);
  return self;
}

SutraNameIndex *
sutra_name_index_ref (SutraNameIndex *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
sutra_name_index_unref (SutraNameIndex *self)
{
  if (self == NULL || !g_atomic_ref_count_dec (&self->ref_count))
    return;
  sutra_name_trie_free (self->trie);
  g_free (self);
}

GArray *
sutra_name_index_find (SutraNameIndex *self, SutraText *text, GCancellable *cancellable, GError **error)
{
  g_auto (Search) search = { 0 };
  gsize n_bytes;
  const char *utf8;

  g_return_val_if_fail (self != NULL && text != NULL, NULL);

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  search.trie = self->trie;
  search.text = text;
  search.found = g_array_new (FALSE, FALSE, sizeof (SutraOccurrence));
  if (self->trie->filter_lengths == 0)
    return g_steal_pointer (&search.found);
  utf8 = sutra_text_get_utf8 (text, &n_bytes);
  for (gsize from = 0; from < n_bytes;)
    {
      gsize to = piece_end (utf8, n_bytes, from);

      sutra_fold_renew (&search.fold, utf8 + from, to - from);
      if (!search_piece (&search, cancellable, error) || g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;
      search.base += search.fold.source[search.fold.length];
      from = to;
    }
  return g_steal_pointer (&search.found);
}
