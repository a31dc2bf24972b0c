/* Stretches that are Bijoy text. Such text has no Bengali letter, so each is sought between the Bengali letters of the article; a paragraph too
 * short to say anything is judged together with the next ones.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-text-check-private.h"

#include "sutra-bijoy.h"

#include <string.h>

/* Fewer letters say nothing. */
#define MIN_LETTERS 40

/* What is longer is not converted for the finding: the window shows one line. */
#define MAX_MEANT 400

/**
 * Search:
 * @block: the bytes that are judged next
 * @n_letters: in @block
 * @offset: of the next character, in code points
 * @first: the first of the pieces that wait for the judgement
 * @piece: whether the last piece may grow
 * @likely: what the block before this one was, if no Bengali letter is between
 */
typedef struct
{
  GArray *pieces;
  const char *block;
  gsize n_letters;
  guint32 offset;
  guint first;
  gboolean piece;
  gboolean likely;
} Search;

static gboolean
is_letter (gunichar c)
{
  return c >= 0x80 || g_ascii_isalpha ((char) c);
}

/* Judges what waits, of which @end is the end. */
static void
judge (Search *self, const char *end)
{
  if (self->n_letters >= MIN_LETTERS)
    self->likely = sutra_bijoy_is_likely (self->block, (gsize) (end - self->block));
  if (!self->likely)
    g_array_set_size (self->pieces, self->first);
  self->first = self->pieces->len;
  self->block = end;
  self->n_letters = 0;
  self->piece = FALSE;
}

static void
add_character (Search *self, gunichar c)
{
  if (sutra_text_check_is_space (c))
    return;
  self->n_letters += is_letter (c);
  if (!self->piece)
    {
      SutraTextStretch piece = { self->offset, self->offset, NULL };

      /* These belong to what stands around. */
      if (c < 0x80 && strchr (",.;:!?()[]", (int) c) != NULL)
        return;
      g_array_append_val (self->pieces, piece);
      self->piece = TRUE;
    }
  if (c != '(' && c != '[')
    g_array_index (self->pieces, SutraTextStretch, self->pieces->len - 1).end = self->offset + 1;
}

static void
clear_stretch (gpointer data)
{
  g_free (((SutraTextStretch *) data)->meant);
}

/* What the codes of the stretches mean. The fonts are those of the whole text. */
static void
convert (GArray *stretches, SutraText *text)
{
  gsize n_bytes;
  const char *utf8 = sutra_text_get_utf8 (text, &n_bytes);
  SutraBijoyGeneration generation = sutra_bijoy_vote (utf8, n_bytes);

  for (guint i = 0; i < stretches->len; i++)
    {
      SutraTextStretch *stretch = &g_array_index (stretches, SutraTextStretch, i);
      gsize from = sutra_text_byte_of (text, stretch->start), to = sutra_text_byte_of (text, stretch->end);

      if (stretch->end - stretch->start <= MAX_MEANT)
        {
          g_autoptr (SutraBijoyText) converted = sutra_bijoy_decode (utf8 + from, to - from, generation, FALSE);

          stretch->meant = g_strdup (converted->utf8->str);
        }
    }
}

GArray *
sutra_text_check_find_bijoy (SutraText *text)
{
  gsize n_bytes;
  const char *utf8 = sutra_text_get_utf8 (text, &n_bytes);
  const char *end = utf8 + n_bytes;
  Search self = { .pieces = g_array_new (FALSE, FALSE, sizeof (SutraTextStretch)), .block = utf8 };

  g_array_set_clear_func (self.pieces, clear_stretch);
  for (const char *p = utf8; p < end; p = g_utf8_next_char (p), self.offset++)
    {
      gunichar c = g_utf8_get_char (p);

      if (sutra_text_check_is_bengali (c) || c == 0x0964 || c == 0x0965)
        {
          judge (&self, p);
          self.block = g_utf8_next_char (p);
          self.likely = FALSE;
        }
      else if (c != '\n')
        add_character (&self, c);
      else if (self.n_letters >= MIN_LETTERS)
        judge (&self, p + 1);
      else
        self.piece = FALSE;
    }
  judge (&self, end);
  if (self.pieces->len > 0)
    convert (self.pieces, text);
  return self.pieces;
}

gboolean
sutra_text_check_is_in_bijoy (const GArray *stretches, gsize start, gsize end)
{
  guint low = 0, high = stretches->len;

  /* The first stretch that ends behind @start. */
  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (stretches, SutraTextStretch, middle).end <= start)
        low = middle + 1;
      else
        high = middle;
    }
  return low < stretches->len && g_array_index (stretches, SutraTextStretch, low).start < end;
}
