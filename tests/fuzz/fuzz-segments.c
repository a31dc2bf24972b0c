/* fuzz-segments.c: aksharas and words of any text
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "fuzz.h"
#include "sutra-akshara.h"
#include "sutra-words.h"

/* Aksharas partition the text, the same forwards and backwards; none is longer than 64 code points. */
static void
check_aksharas (SutraText *text)
{
  gsize length = sutra_text_get_length (text);

  for (gsize at = 0; at < length;)
    {
      gsize next = sutra_akshara_next (text, at);

      g_assert_cmpuint (next, >, at);
      g_assert_cmpuint (next - at, <=, 64);
      g_assert_true (sutra_akshara_is_boundary (text, next));
      g_assert_cmpuint (sutra_akshara_previous (text, next), ==, at);
      for (gsize cp = at + 1; cp < next; cp++)
        {
          g_assert_cmpuint (sutra_akshara_floor (text, cp), ==, at);
          g_assert_cmpuint (sutra_akshara_ceil (text, cp), ==, next);
        }
      at = next;
    }
}

typedef struct
{
  SutraText *text;
  gsize last;
  guint n;
} Walk;

static gboolean
check_word (gsize start, gsize end, gpointer data)
{
  Walk *walk = data;

  g_assert_cmpuint (start, >=, walk->last);
  g_assert_cmpuint (start, <, end);
  g_assert_cmpuint (end, <=, sutra_text_get_length (walk->text));
  g_assert_true (sutra_akshara_is_boundary (walk->text, start));
  g_assert_true (sutra_akshara_is_boundary (walk->text, end));
  walk->last = end;
  if (walk->n++ < 50)
    {
      gsize from = start, to = end;

      g_assert_true (sutra_words_at (walk->text, start, &from, &to));
      g_assert_cmpuint (from, ==, start);
      g_assert_cmpuint (to, ==, end);
      g_assert_true (sutra_words_inflected_at (walk->text, start, &from, &to));
      g_assert_cmpuint (from, <=, start);
      g_assert_cmpuint (to, >=, end);
      g_assert_cmpuint (to, <=, sutra_text_get_length (walk->text));
      g_assert_true (sutra_akshara_is_boundary (walk->text, from));
      g_assert_true (sutra_akshara_is_boundary (walk->text, to));
    }
  return TRUE;
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autofree char *bytes = g_strndup ((const char *) data, size);
  g_autofree char *string = g_utf8_make_valid (bytes, -1);
  g_autoptr (SutraText) text = NULL;
  gsize length, start, end;
  Walk walk = { NULL, 0, 0 };

  g_strdelimit (string, "\r", ' ');
  text = sutra_text_new_from_string (string);
  length = sutra_text_get_length (text);
  check_aksharas (text);
  walk.text = text;
  sutra_words_foreach (text, 0, length, check_word, &walk);
  start = length / 3;
  end = length - length / 3;
  if (sutra_words_snap (text, &start, &end))
    {
      g_assert_cmpuint (start, <, end);
      g_assert_cmpuint (end, <=, length);
      g_assert_true (sutra_akshara_is_boundary (text, start));
      g_assert_true (sutra_akshara_is_boundary (text, end));
    }
  return 0;
}
