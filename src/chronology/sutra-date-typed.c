/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-expression.h"

#include "sutra-edtf.h"
#include "sutra-error.h"
#include "sutra-utf8.h"

#include <string.h>

#define MAY_BE_TYPED "Type a date like “8 April 2024”, “৮ এপ্রিল ২০২৪”, “2024-04”, “1971/..” or “1970s”"

/* What is typed is short; longer text was pasted by mistake. */
#define LONGEST 400

static gboolean
is_blank (SutraText *text, gsize start, gsize end)
{
  for (gsize i = start; i < end; i++)
    {
      gunichar c = sutra_text_char_at (text, i);

      if (!g_unichar_isspace (c) && c != '.' && c != 0x0964)
        return FALSE;
    }
  return TRUE;
}

/* "since 1971" and "১৯৭১ থেকে": the word that opens an interval is not in the span. */
static gboolean
is_open_word (SutraText *text, gsize start, gsize end)
{
  static const char *const words[] = { "থেকে", "হতে", "পর্যন্ত", "since", "from", "until", "till", "the", "in", "on" };
  g_autofree char *slice = sutra_text_slice (text, start, end);
  g_autofree char *key = g_utf8_casefold (g_strstrip (slice), -1);

  if (*key == '\0' || is_blank (text, start, end))
    return TRUE;
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (strcmp (key, words[i]) == 0)
      return TRUE;
  return FALSE;
}

/* It looks like EDTF: digits, X and signs alone, beginning with a year. Then its own errors say more. */
static gboolean
looks_like_edtf (const char *typed)
{
  return strspn (typed, "0123456789-/.?~%XTYZ:+") == strlen (typed) &&
         (strchr (typed, 'X') != NULL || strspn (typed, "0123456789") >= 4 || *typed == 'Y');
}

static char *
take_whole (SutraText *text, GArray *found, GError **error)
{
  const SutraExpression *e = found->len > 0 ? &g_array_index (found, SutraExpression, 0) : NULL;
  g_autofree char *shown = sutra_utf8_shorten (sutra_text_get_utf8 (text, NULL), 60);

  if (e == NULL)
    {
      g_set_error (error, SUTRA_ERROR, SUTRA_ERROR_INVALID, "“%s” is not understood as a date. " MAY_BE_TYPED, shown);
      return NULL;
    }
  if (found->len > 1 || !is_open_word (text, 0, e->start) || !is_open_word (text, e->end, sutra_text_get_length (text)))
    {
      g_autofree char *surface = sutra_text_slice (text, e->start, e->end);

      g_set_error (error, SUTRA_ERROR, SUTRA_ERROR_INVALID, "Of “%s” only “%s” is understood as a date. " MAY_BE_TYPED, shown, surface);
      return NULL;
    }
  if (e->value == NULL || e->state == SUTRA_EXPRESSION_WEEKDAY)
    {
      g_set_error (error, SUTRA_ERROR, SUTRA_ERROR_INVALID, "“%s”: %s " MAY_BE_TYPED, shown, e->explanation);
      return NULL;
    }
  return g_strdup (e->value);
}

/* A year alone is a date when nothing else is typed. */
static char *
take_year (const char *typed, const SutraReadingContext *context)
{
  g_autofree char *with_word = g_strconcat (typed, " সাল", NULL);
  g_autoptr (SutraText) text = sutra_text_new_from_string (with_word);
  g_autoptr (GArray) found = sutra_dates_read (text, context);
  const SutraExpression *e = found->len == 1 ? &g_array_index (found, SutraExpression, 0) : NULL;

  if (e == NULL || e->start != 0 || e->end != sutra_text_get_length (text) || e->value == NULL)
    return NULL;
  return g_strdup (e->value);
}

char *
sutra_date_parse_typed (const char *typed, const SutraReadingContext *context, GError **error)
{
  g_autofree char *stripped = g_strstrip (g_strdup (typed != NULL ? typed : ""));
  g_autoptr (SutraText) text = NULL;
  g_autoptr (GArray) found = NULL;
  char *year;

  if (*stripped == '\0')
    {
      g_set_error (error, SUTRA_ERROR, SUTRA_ERROR_INVALID, "No date is typed. " MAY_BE_TYPED);
      return NULL;
    }
  if (!g_utf8_validate (stripped, -1, NULL) || strlen (stripped) > LONGEST)
    {
      g_set_error (error, SUTRA_ERROR, SUTRA_ERROR_INVALID, "This is too long for a date, or not text. " MAY_BE_TYPED);
      return NULL;
    }
  g_strdelimit (stripped, "\r\n\t", ' ');
  if (sutra_edtf_validate (stripped, NULL))
    return g_steal_pointer (&stripped);
  text = sutra_text_new_from_string (stripped);
  found = sutra_dates_read (text, context);
  if (found->len == 0 && (year = take_year (stripped, context)) != NULL)
    return year;
  if (found->len == 0 && looks_like_edtf (stripped))
    {
      sutra_edtf_validate (stripped, error);
      return NULL;
    }
  return take_whole (text, found, error);
}
