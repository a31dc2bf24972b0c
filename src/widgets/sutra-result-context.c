/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-result-context.h"

#include "sutra-akshara.h"

#define MAX_BEFORE 28
#define MAX_MATCH 120
#define MAX_AFTER 60

/* The last (@tail) or first code points of @string, at most @max of them. */
static char *
clip (const char *string, gsize max, gboolean tail)
{
  g_autoptr (SutraText) text = sutra_text_new_from_string (string);
  gsize n = g_utf8_strlen (string, -1);
  gsize cut, word;

  if (n <= max)
    return g_strdup (string);
  cut = word = tail ? sutra_akshara_ceil (text, n - max) : sutra_akshara_floor (text, max);
  while (word > 0 && word < n && (tail ? word < n - max / 2 : word > max / 2) &&
         !(sutra_akshara_is_boundary (text, word) && sutra_text_char_at (text, tail ? word - 1 : word) == ' '))
    word = tail ? word + 1 : word - 1;
  if (word > 0 && word < n && (tail ? word < n - max / 2 : word > max / 2))
    cut = word;
  return tail ? sutra_text_slice (text, cut, n) : sutra_text_slice (text, 0, cut);
}

char *
sutra_result_context_dup_markup (const SutraSearchHit *hit)
{
  g_autofree char *before = NULL, *match = NULL, *after = NULL;

  g_return_val_if_fail (hit != NULL, NULL);

  before = clip (hit->before, MAX_BEFORE, TRUE);
  match = clip (hit->match, MAX_MATCH, FALSE);
  after = clip (hit->after, MAX_AFTER, FALSE);
  return g_markup_printf_escaped ("%s%s<b>%s%s</b>%s%s", strlen (before) < strlen (hit->before) ? "…" : "", before, match,
                                  strlen (match) < strlen (hit->match) ? "…" : "", after, strlen (after) < strlen (hit->after) ? "…" : "");
}
