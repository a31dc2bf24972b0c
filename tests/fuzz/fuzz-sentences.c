/* fuzz-sentences.c: sentences tile their paragraphs, cut no akshara, and are the same from everywhere within
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "fuzz.h"
#include "sutra-akshara.h"
#include "sutra-sentences.h"

#include <string.h>

typedef struct
{
  SutraText *text;
  gsize last;
} State;

static gboolean
check (gsize start, gsize end, gpointer user_data)
{
  State *state = user_data;
  gsize places[] = { start, start + (end - start) / 2, end - 1 };

  g_assert_true (start >= state->last && start < end && end <= sutra_text_get_length (state->text));
  g_assert_true (sutra_akshara_is_boundary (state->text, start) && sutra_akshara_is_boundary (state->text, end));
  for (; state->last < start; state->last++)
    {
      gunichar c = sutra_text_char_at (state->text, state->last);

      g_assert_true (g_unichar_isspace (c) || c == 0x0b || c == 0x85);
    }
  state->last = end;
  for (gsize i = 0; i < G_N_ELEMENTS (places); i++)
    {
      gsize from, to;

      sutra_sentences_at (state->text, places[i], &from, &to);
      g_assert_true (from == start && to == end);
    }
  return TRUE;
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autofree char *valid = g_utf8_make_valid ((const char *) data, (gssize) size);
  g_autoptr (GBytes) bytes = g_bytes_new (valid, strlen (valid));
  g_autoptr (SutraText) text = sutra_text_new (bytes, NULL);
  State state = { text, 0 };

  if (text != NULL)
    sutra_sentences_foreach (text, 0, G_MAXSIZE, check, &state);
  return 0;
}
