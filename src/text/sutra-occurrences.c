/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-occurrences.h"

#include "sutra-akshara.h"
#include "sutra-fold.h"
#include "sutra-suffix.h"

#include <string.h>
#include <unicode/uchar.h>

#define ANUSVARA 0x0982
#define NGA 0x0999
#define NUKTA 0x09bc
#define SIGN_E 0x09c7
#define HASANTA 0x09cd

/* Names with fewer letters than this are offered unticked. */
#define SURE_LETTERS 4

/* How many key units are looked at between two looks at the cancellable. */
#define STEP 16384

/* A name as it is looked for. Two endings change before a suffix in ে (রং, রঙের; বিদ্যুৎ, বিদ্যুতের): for these there is a second
 * pattern, which stands only there. */
typedef struct
{
  gunichar *key;
  gsize length;
  guint32 name;
  gboolean before_e;
} Pattern;

static void
pattern_clear (gpointer data)
{
  g_free (((Pattern *) data)->key);
}

static int
compare_patterns (gconstpointer a, gconstpointer b)
{
  const Pattern *first = a, *second = b;

  for (gsize i = 0; i < first->length && i < second->length; i++)
    if (first->key[i] != second->key[i])
      return first->key[i] < second->key[i] ? -1 : 1;
  if (first->length != second->length)
    return first->length < second->length ? -1 : 1;
  if (first->before_e != second->before_e)
    return first->before_e ? 1 : -1;
  return first->name < second->name ? -1 : first->name > second->name;
}

static gboolean
is_space (gunichar c)
{
  return c != '\n' && u_isUWhiteSpace ((UChar32) c);
}

static void
add_pattern (GArray *patterns, const gunichar *key, gsize length, guint32 name, gboolean before_e)
{
  Pattern pattern = { g_memdup2 (key, length * sizeof (gunichar)), length, name, before_e };

  g_array_append_val (patterns, pattern);
}

/* White space at the ends of a name goes, within it a run counts as one space. */
static void
add_name (GArray *patterns, const char *string, guint32 name)
{
  g_autoptr (SutraFold) fold = sutra_fold_new (string, -1);
  gunichar *key = fold->key;
  gsize n = 0;

  for (gsize i = 0; i < fold->length; i++)
    {
      gboolean space = u_isUWhiteSpace ((UChar32) key[i]);

      if (!space || (n > 0 && key[n - 1] != ' '))
        key[n++] = space ? ' ' : key[i];
    }
  while (n > 0 && key[n - 1] == ' ')
    n--;
  if (n == 0)
    return;
  add_pattern (patterns, key, n, name, FALSE);
  if (n < 2)
    return;
  if (key[n - 1] == HASANTA)
    add_pattern (patterns, key, n - 1, name, TRUE);
  else if (key[n - 1] == ANUSVARA)
    {
      key[n - 1] = NGA;
      add_pattern (patterns, key, n, name, TRUE);
    }
}

static GArray *
patterns_new (const char *const *names)
{
  GArray *patterns = g_array_new (FALSE, FALSE, sizeof (Pattern));

  g_array_set_clear_func (patterns, pattern_clear);
  for (guint32 i = 0; names[i] != NULL; i++)
    add_name (patterns, names[i], i);
  g_array_sort (patterns, compare_patterns);
  return patterns;
}

/* Of the patterns [low, high), which agree in their first @depth units, the first whose next unit is at least (or, if @above, more
 * than) @c. One that ends there comes before all others. */
static guint
bound (const GArray *patterns, guint low, guint high, gsize depth, gunichar c, gboolean above)
{
  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      const Pattern *pattern = &g_array_index (patterns, Pattern, middle);

      if (pattern->length <= depth || pattern->key[depth] < c || (above && pattern->key[depth] == c))
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

typedef struct
{
  SutraText *text;
  const SutraFold *fold;
  GArray *patterns;
  GArray *found;
} Search;

/* Takes pattern @which, which the key has in [from, to), if it stands there as a word; returns the end in the key or 0. */
static gsize
take (Search *self, guint which, gsize from, gsize to)
{
  const Pattern *pattern = &g_array_index (self->patterns, Pattern, which);
  const gunichar *key = self->fold->key;
  SutraOccurrence occurrence;
  SutraSuffixChain chain;
  gsize end, start_cp, stem_cp, end_cp;

  if (pattern->before_e && key[to] != SIGN_E)
    return 0;
  end = sutra_suffix_word_end (key, self->fold->length, from, to, &chain);
  if (end == 0)
    return 0;
  sutra_fold_to_source (self->fold, from, to, &start_cp, &stem_cp);
  sutra_fold_to_source (self->fold, from, end, &start_cp, &end_cp);
  /* No word begins inside an akshara (after a prepended sign, say), nor in what an earlier occurrence was widened to. */
  if (!sutra_akshara_is_boundary (self->text, start_cp) ||
      (self->found->len > 0 && g_array_index (self->found, SutraOccurrence, self->found->len - 1).end > start_cp))
    return 0;
  occurrence.start = (guint32) start_cp;
  occurrence.end = (guint32) sutra_akshara_ceil (self->text, end_cp);
  occurrence.stem_end = end == to ? occurrence.end : (guint32) stem_cp;
  occurrence.name = pattern->name;
  occurrence.sure = !chain.doubtful && sutra_suffix_count_letters (key, from, to) >= SURE_LETTERS;
  g_array_append_val (self->found, occurrence);
  return end;
}

/* The longest name that stands at @from; returns where it ends in the key, or 0. */
static gsize
take_longest (Search *self, gsize from)
{
  /* Ends of the patterns met on the way, with the pattern; longer ones later. */
  g_autoptr (GArray) ends = NULL;
  const SutraFold *fold = self->fold;
  guint low = 0, high = self->patterns->len;
  gsize depth = 0, at = from;

  while (low < high && at < fold->length)
    {
      gboolean space = is_space (fold->key[at]);
      gunichar c = space ? ' ' : fold->key[at];

      high = bound (self->patterns, low, high, depth, c, TRUE);
      low = bound (self->patterns, low, high, depth, c, FALSE);
      depth++;
      at++;
      while (space && at < fold->length && is_space (fold->key[at]))
        at++;
      for (guint i = low; i < high && g_array_index (self->patterns, Pattern, i).length == depth; i++)
        {
          gsize end[2] = { at, i };

          /* Of several equal names the first; a pattern that needs ে beside one that does not. */
          if (i > low && g_array_index (self->patterns, Pattern, i).before_e == g_array_index (self->patterns, Pattern, i - 1).before_e)
            continue;
          if (ends == NULL)
            ends = g_array_new (FALSE, FALSE, sizeof end);
          g_array_append_val (ends, end);
        }
    }
  for (guint i = ends != NULL ? ends->len : 0; i > 0; i--)
    {
      const gsize *end = (const gsize *) (const void *) (ends->data + (i - 1) * 2 * sizeof (gsize));
      gsize taken = take (self, (guint) end[1], from, end[0]);

      if (taken != 0)
        return taken;
    }
  return 0;
}

/* A mark belongs to the letter before it. */
static gboolean
is_mark (gunichar c)
{
  return c >= 0x0300 && (U_GET_GC_MASK ((UChar32) c) & U_GC_M_MASK) != 0;
}

GArray *
sutra_occurrences_find (SutraText *text, const char *const *names, GCancellable *cancellable, GError **error)
{
  g_autoptr (GArray) patterns = NULL;
  g_autoptr (GArray) found = NULL;
  g_autoptr (SutraFold) fold = NULL;
  gsize n_bytes, looked = 0;
  const char *utf8;
  Search search;

  g_return_val_if_fail (text != NULL && names != NULL, NULL);

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  utf8 = sutra_text_get_utf8 (text, &n_bytes);
  fold = sutra_fold_new (utf8, (gssize) n_bytes);
  patterns = patterns_new (names);
  found = g_array_new (FALSE, FALSE, sizeof (SutraOccurrence));
  search = (Search){ text, fold, patterns, found };
  for (gsize i = 0; i < fold->length;)
    {
      gsize end = 0;

      if (i >= looked)
        {
          if (g_cancellable_set_error_if_cancelled (cancellable, error))
            return NULL;
          looked = i + STEP;
        }
      if (!is_space (fold->key[i]) && !is_mark (fold->key[i]) && sutra_suffix_may_begin (fold->key, i))
        end = take_longest (&search, i);
      i = end != 0 ? end : i + 1;
    }
  return g_steal_pointer (&found);
}
