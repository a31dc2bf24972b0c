/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-find.h"

#include "sutra-akshara.h"
#include "sutra-fold.h"

#include <unicode/uchar.h>

/* A key unit of a run of white space within a paragraph. */
#define SPACE ' '

#define NUKTA 0x09bc
#define SIGN_AA 0x09be
#define SIGN_E 0x09c7
#define LENGTH_MARK 0x09d7
#define DANDA 0x0964

/* How many key units are looked at between two looks at the cancellable. */
#define STEP 65536

/* A fold key whose runs of white space are one SPACE each; @index leads from its units to the fold's. */
typedef struct
{
  SutraFold *fold;
  gunichar *key;
  guint32 *index;
  gsize length;
} Squeezed;

static gboolean
is_space (gunichar c)
{
  return c != '\n' && u_isUWhiteSpace ((UChar32) c);
}

static void
squeezed_init (Squeezed *self, const char *string, gssize n_bytes)
{
  gboolean in_space = FALSE;

  self->fold = sutra_fold_new (string, n_bytes);
  self->key = g_new (gunichar, self->fold->length + 1);
  self->index = g_new (guint32, self->fold->length + 1);
  self->length = 0;
  for (gsize i = 0; i < self->fold->length; i++)
    {
      gunichar c = self->fold->key[i];
      gboolean space = is_space (c);

      if (space && in_space)
        continue;
      in_space = space;
      self->key[self->length] = space ? SPACE : c;
      self->index[self->length++] = (guint32) i;
    }
  self->key[self->length] = 0;
  self->index[self->length] = (guint32) self->fold->length;
}

static void
squeezed_clear (Squeezed *self)
{
  sutra_fold_free (self->fold);
  g_free (self->key);
  g_free (self->index);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Squeezed, squeezed_clear)

/* Whether unit @c of a text is what unit @q of a query asks for.  A query that begins
 * with it cannot know what stands before it in the text, where it may be a danda. */
static inline gboolean
is_same (gunichar c, gunichar q)
{
  return c == q || (q == '|' && c == DANDA);
}

/* For each length of a matched beginning of @key, the length of the longest shorter beginning that also ends there. */
static guint32 *
borders_of (const gunichar *key, gsize n)
{
  guint32 *borders = g_new0 (guint32, n + 1);

  for (gsize i = 1, k = 0; i < n; i++)
    {
      while (k > 0 && !is_same (key[i], key[k]))
        k = borders[k];
      if (is_same (key[i], key[k]))
        k++;
      borders[i + 1] = (guint32) k;
    }
  return borders;
}

/* Whether the hit [from, to) leaves no letter in pieces: ড is not in ড়, nor ে in ো, though the one key begins the other. */
static gboolean
is_whole (const Squeezed *text, gsize from, gsize to)
{
  gunichar last = text->key[to - 1], next = text->key[to];

  if (next == NUKTA || (last == SIGN_E && (next == SIGN_AA || next == LENGTH_MARK)))
    return FALSE;
  return !(from > 0 && text->key[from - 1] == SIGN_E && (text->key[from] == SIGN_AA || text->key[from] == LENGTH_MARK));
}

static void
add_hit (GArray *ranges, SutraText *text, const Squeezed *squeezed, gsize from, gsize to)
{
  gsize start, end;
  SutraRange range;

  /* The last unit of a run of white space stands for the whole run. */
  sutra_fold_to_source (squeezed->fold, squeezed->index[from], squeezed->index[to], &start, &end);
  range.start = (guint32) sutra_akshara_floor (text, start);
  range.end = (guint32) sutra_akshara_ceil (text, end);
  if (ranges->len > 0 && g_array_index (ranges, SutraRange, ranges->len - 1).end > range.start)
    return;
  g_array_append_val (ranges, range);
}

GArray *
sutra_find_all (SutraText *text, const char *query, GCancellable *cancellable, GError **error)
{
  g_auto (Squeezed) needle = { 0 };
  g_auto (Squeezed) hay = { 0 };
  g_autoptr (GArray) ranges = NULL;
  g_autofree guint32 *borders = NULL;
  gsize n_bytes, matched = 0;
  const char *utf8;

  g_return_val_if_fail (text != NULL && query != NULL, NULL);

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  ranges = g_array_new (FALSE, FALSE, sizeof (SutraRange));
  squeezed_init (&needle, query, -1);
  if (needle.length == 0)
    return g_steal_pointer (&ranges);
  utf8 = sutra_text_get_utf8 (text, &n_bytes);
  squeezed_init (&hay, utf8, (gssize) n_bytes);
  borders = borders_of (needle.key, needle.length);
  for (gsize i = 0; i < hay.length; i++)
    {
      if (i % STEP == 0 && g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;
      while (matched > 0 && (matched == needle.length || !is_same (hay.key[i], needle.key[matched])))
        matched = borders[matched];
      if (is_same (hay.key[i], needle.key[matched]))
        matched++;
      if (matched == needle.length && is_whole (&hay, i + 1 - matched, i + 1))
        {
          add_hit (ranges, text, &hay, i + 1 - matched, i + 1);
          matched = 0;
        }
    }
  return g_steal_pointer (&ranges);
}
