/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-expression-private.h"

#include "sutra-akshara.h"
#include "sutra-date-grammar.h"
#include "sutra-date-resolve.h"

#include <string.h>

void
sutra_expression_clear (SutraExpression *self)
{
  g_free (self->value);
  g_free (self->unit);
  g_free (self->time);
  g_free (self->original);
  g_free (self->explanation);
  *self = (SutraExpression){ 0 };
}

static void
clear_element (gpointer data)
{
  sutra_expression_clear (data);
}

GArray *
sutra_expressions_new (void)
{
  GArray *expressions = g_array_new (FALSE, FALSE, sizeof (SutraExpression));

  g_array_set_clear_func (expressions, clear_element);
  return expressions;
}

/* Region IN of a language tag: "bn-IN", "bn-Beng-IN". */
static gboolean
is_of_india (const char *language)
{
  g_auto (GStrv) parts = g_strsplit_set (language != NULL ? language : "", "-_.", -1);

  for (guint i = 0; parts[i] != NULL && i < 8; i++)
    if (i > 0 && g_ascii_strcasecmp (parts[i], "IN") == 0)
      return TRUE;
  return FALSE;
}

void
sutra_date_reader_init (SutraDateReader *self, SutraText *text, const SutraReadingContext *context)
{
  *self = (SutraDateReader){ .text = text };
  if (context == NULL)
    return;
  self->india = is_of_india (context->language);
  self->published_known = context->published != NULL && sutra_edtf_parse (context->published, &self->published, NULL) &&
                          self->published.start_kind == SUTRA_EDTF_END_DATE && self->published.start.year_unspecified == 0 &&
                          self->published.start.year >= 0 && self->published.start.year <= 9999;
}

/* Key units to code points of the text, outward to aksharas. */
void
sutra_expression_set_span (const SutraDateReader *reader, SutraExpression *expression, guint32 start, guint32 stem_end, guint32 end)
{
  gsize from, to, stem;

  sutra_fold_to_source (reader->fold, start, end, &from, &to);
  sutra_fold_to_source (reader->fold, start, MAX (stem_end, start + 1), &from, &stem);
  from = sutra_akshara_floor (reader->text, reader->first_cp + from);
  to = sutra_akshara_ceil (reader->text, reader->first_cp + to);
  stem += reader->first_cp;
  expression->start = (guint32) from;
  expression->end = (guint32) to;
  expression->stem_end = (guint32) CLAMP (stem, from, to);
}

static char *
slice_key (const SutraDateReader *reader, guint32 start, guint32 end)
{
  gsize from, to;

  sutra_fold_to_source (reader->fold, start, end, &from, &to);
  return sutra_text_slice (reader->text, reader->first_cp + from, reader->first_cp + to);
}

/* The time of day as text: one that the value cannot say, or the part of the day that follows ("৫ মে সকালে"). */
static char *
find_time (const SutraDateReader *reader, const SutraDateReading *reading, const SutraExpression *expression)
{
  const SutraDateParts *parts = reading->a.time_end > 0 ? &reading->a : &reading->b;
  SutraDateCursor c = { reading->next, 0, 0 };

  if (parts->time_end > 0)
    return parts->time_vague || expression->value == NULL || strchr (expression->value, 'T') == NULL
               ? slice_key (reader, parts->time_start, parts->time_end)
               : NULL;
  if (sutra_date_sense (reader, c.at, SUTRA_WORD_PART) == NULL || reading->form != SUTRA_FORM_POINT)
    return NULL;
  while (sutra_date_take (reader, &c, SUTRA_WORD_PART) != NULL)
    ;
  return slice_key (reader, sutra_date_token (reader, reading->next)->start, c.end);
}

static void
add_date (const SutraDateReader *reader, const SutraDateReading *reading, GArray *expressions)
{
  SutraExpression expression = { .kind = SUTRA_EXPRESSION_DATE, .rule = reading->rule };

  sutra_expression_set_span (reader, &expression, reading->key_start, reading->stem_end, reading->key_end);
  if (expressions->len > 0 && expression.start < g_array_index (expressions, SutraExpression, expressions->len - 1).end)
    return; /* in one akshara with the one before: digits and signs that no text has */
  sutra_date_resolve (reader, reading, &expression);
  expression.time = find_time (reader, reading, &expression);
  g_array_append_val (expressions, expression);
}

static void
read_dates (SutraDateReader *reader, GArray *expressions)
{
  for (guint i = 0; i < reader->tokens->len;)
    {
      SutraDateReading reading;

      if (sutra_date_read (reader, i, &reading))
        {
          add_date (reader, &reading, expressions);
          i = MAX (reading.next, i + 1);
        }
      else
        i++;
    }
}

void
sutra_expressions_read (SutraDateReader *reader, SutraReadTokens read, GArray *expressions)
{
  g_autoptr (GArray) tokens = g_array_new (FALSE, FALSE, sizeof (SutraToken));
  gsize n_bytes;
  const char *utf8 = sutra_text_get_utf8 (reader->text, &n_bytes);
  gsize cp = 0;

  reader->tokens = tokens;
  for (gsize at = 0; at < n_bytes;)
    {
      const char *line_end = memchr (utf8 + at, '\n', n_bytes - at);
      gsize line = line_end != NULL ? (gsize) (line_end - utf8) - at : n_bytes - at;

      if (line > 0)
        {
          g_autoptr (SutraFold) fold = sutra_fold_new (utf8 + at, (gssize) line);
          guint32 key_at = 0;

          reader->fold = fold;
          reader->first_cp = cp;
          while (sutra_date_lex (reader->text, fold, cp, &key_at, tokens))
            read (reader, expressions);
          cp += fold->source[fold->length];
        }
      at += line + 1;
      cp++;
    }
  reader->fold = NULL;
  reader->tokens = NULL;
}

GArray *
sutra_dates_read (SutraText *text, const SutraReadingContext *context)
{
  GArray *expressions = sutra_expressions_new ();
  SutraDateReader reader;

  sutra_date_reader_init (&reader, text, context);
  sutra_expressions_read (&reader, read_dates, expressions);
  return expressions;
}
