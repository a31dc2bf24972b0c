/* Dates and numbers.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-suggest-rules.h"

#include "sutra-expression.h"

static SutraSuggestionReason
reason_of (SutraExpressionState state)
{
  switch (state)
    {
    case SUTRA_EXPRESSION_NEEDS_PUBLISHED:
      return SUTRA_REASON_NEEDS_PUBLISHED;
    case SUTRA_EXPRESSION_NEEDS_DAY:
      return SUTRA_REASON_NEEDS_DAY;
    case SUTRA_EXPRESSION_NEEDS_YEAR:
      return SUTRA_REASON_NEEDS_YEAR;
    case SUTRA_EXPRESSION_IMPOSSIBLE:
      return SUTRA_REASON_IMPOSSIBLE;
    case SUTRA_EXPRESSION_WEEKDAY:
      return SUTRA_REASON_WEEKDAY;
    case SUTRA_EXPRESSION_AMBIGUOUS:
      return SUTRA_REASON_AMBIGUOUS;
    case SUTRA_EXPRESSION_NOT_CONVERTED:
      return SUTRA_REASON_NOT_CONVERTED;
    case SUTRA_EXPRESSION_FINE:
    default:
      return SUTRA_REASON_NONE;
    }
}

static void
add (const SutraSuggestInput *input, const SutraExpression *expression, const SutraId *type, const char *value, GPtrArray *result)
{
  SutraSuggestionKind kind = expression->kind == SUTRA_EXPRESSION_DATE ? SUTRA_SUGGESTION_DATE : SUTRA_SUGGESTION_NUMBER;
  SutraSuggestion *suggestion =
      sutra_suggestion_new (&input->article, input->text, kind, expression->start, expression->end, expression->stem_end, value);

  suggestion->type = *type;
  suggestion->explanation = g_strdup (expression->explanation);
  suggestion->reason = reason_of (expression->state);
  suggestion->sure = value != NULL && expression->state == SUTRA_EXPRESSION_FINE;
  g_ptr_array_add (result, suggestion);
}

gboolean
sutra_suggest_dates (const SutraSuggestInput *input, GPtrArray *result, GCancellable *cancellable, GError **error)
{
  const SutraReadingContext context = { input->published, input->language };
  g_autoptr (GArray) dates = NULL;

  if (sutra_id_is_null (&input->date_type))
    return TRUE;
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  dates = sutra_dates_read (input->text, &context);
  for (guint i = 0; i < dates->len; i++)
    {
      const SutraExpression *date = &g_array_index (dates, SutraExpression, i);

      add (input, date, &input->date_type, date->value, result);
    }
  return TRUE;
}

gboolean
sutra_suggest_numbers (const SutraSuggestInput *input, GPtrArray *result, GCancellable *cancellable, GError **error)
{
  const SutraReadingContext context = { input->published, input->language };
  g_autoptr (GArray) numbers = NULL;

  if (sutra_id_is_null (&input->quantity_type))
    return TRUE;
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  numbers = sutra_numbers_read (input->text, &context);
  for (guint i = 0; i < numbers->len; i++)
    {
      const SutraExpression *number = &g_array_index (numbers, SutraExpression, i);
      g_autofree char *value =
          number->value != NULL && number->unit != NULL ? g_strconcat (number->value, " ", number->unit, NULL) : g_strdup (number->value);

      add (input, number, &input->quantity_type, value, result);
    }
  return TRUE;
}
