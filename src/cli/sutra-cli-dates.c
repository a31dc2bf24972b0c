/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-cli-json.h"
#include "sutra-cli-table.h"
#include "sutra-cli.h"

#include "sutra-edtf.h"
#include "sutra-error.h"
#include "sutra-expression.h"

#include <string.h>

static const char *
state_name (SutraExpressionState state)
{
  switch (state)
    {
    case SUTRA_EXPRESSION_NEEDS_PUBLISHED:
      return "needs-published";
    case SUTRA_EXPRESSION_NEEDS_YEAR:
      return "needs-year";
    case SUTRA_EXPRESSION_NEEDS_DAY:
      return "needs-day";
    case SUTRA_EXPRESSION_IMPOSSIBLE:
      return "impossible";
    case SUTRA_EXPRESSION_WEEKDAY:
      return "weekday";
    case SUTRA_EXPRESSION_AMBIGUOUS:
      return "ambiguous";
    case SUTRA_EXPRESSION_NOT_CONVERTED:
      return "not-converted";
    case SUTRA_EXPRESSION_FINE:
    default:
      return "fine";
    }
}

static const char *
kind_name (SutraExpressionKind kind)
{
  return kind == SUTRA_EXPRESSION_NUMBER ? "number" : "date";
}

static void
add_offset (JsonBuilder *builder, const char *key, guint32 offset)
{
  json_builder_set_member_name (builder, key);
  json_builder_add_int_value (builder, offset);
}

static void
add_json (JsonBuilder *builder, SutraText *text, const SutraExpression *expression)
{
  g_autofree char *slice = sutra_text_slice (text, expression->start, expression->end);

  json_builder_begin_object (builder);
  add_offset (builder, "start", expression->start);
  add_offset (builder, "end", expression->end);
  add_offset (builder, "stem_end", expression->stem_end);
  sutra_cli_json_string (builder, "text", slice);
  sutra_cli_json_string (builder, "kind", kind_name (expression->kind));
  sutra_cli_json_string (builder, "value", expression->value);
  sutra_cli_json_string (builder, "unit", expression->unit);
  sutra_cli_json_string (builder, "rule", expression->rule);
  sutra_cli_json_string (builder, "time", expression->time);
  sutra_cli_json_string (builder, "calendar", expression->calendar);
  sutra_cli_json_string (builder, "original", expression->original);
  sutra_cli_json_string (builder, "state", state_name (expression->state));
  sutra_cli_json_string (builder, "explanation", expression->explanation);
  json_builder_end_object (builder);
}

static void
add_row (SutraCliTable *table, SutraText *text, const SutraExpression *expression)
{
  g_autofree char *slice = sutra_text_slice (text, expression->start, expression->end);
  g_autofree char *start = g_strdup_printf ("%u", expression->start);
  g_autofree char *end = g_strdup_printf ("%u", expression->end);
  g_autofree char *value =
      expression->unit != NULL ? g_strconcat (expression->value, " ", expression->unit, NULL) : g_strdup (expression->value);

  sutra_cli_table_add (table, start, end, kind_name (expression->kind), slice, value,
                       expression->state == SUTRA_EXPRESSION_FINE ? NULL : state_name (expression->state), expression->rule,
                       expression->explanation);
}

/* Both lists are in text order and share nothing: the one that begins first is next. */
static const SutraExpression *
next_of (GArray *dates, guint *date, GArray *numbers, guint *number)
{
  const SutraExpression *a = *date < dates->len ? &g_array_index (dates, SutraExpression, *date) : NULL;
  const SutraExpression *b = *number < numbers->len ? &g_array_index (numbers, SutraExpression, *number) : NULL;

  if (a != NULL && (b == NULL || a->start <= b->start))
    {
      (*date)++;
      return a;
    }
  if (b != NULL)
    (*number)++;
  return b;
}

static gboolean
check_options (SutraCli *cli, const SutraReadingContext *context, const char *kind, SutraCliStatus *status)
{
  g_autoptr (GError) error = NULL;

  *status = SUTRA_CLI_DONE;
  if (kind != NULL && strcmp (kind, "date") != 0 && strcmp (kind, "number") != 0)
    *status = sutra_cli_usage (cli, "--kind is date or number, not “%s”", kind);
  else if (context->published != NULL && !sutra_edtf_validate (context->published, &error))
    *status = sutra_cli_usage (cli, "--published: %s", error->message);
  return *status == SUTRA_CLI_DONE;
}

SutraCliStatus
sutra_cli_dates (SutraCli *cli)
{
  static const char *const headings[] = { "#START", "#END", "KIND", "TEXT", "VALUE", "STATE", "RULE", "EXPLANATION", NULL };
  SutraReadingContext context = { NULL, NULL };
  const char *kind = NULL;
  const SutraCliOption options[] = { { "--published", NULL, SUTRA_CLI_VALUE, &context.published },
                                     { "--language", NULL, SUTRA_CLI_VALUE, &context.language },
                                     { "--kind", NULL, SUTRA_CLI_VALUE, &kind },
                                     { NULL } };
  g_autoptr (SutraText) text = NULL;
  g_autoptr (GArray) dates = NULL, numbers = NULL;
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  const SutraExpression *expression;
  SutraCliTable *table;
  SutraCliStatus status;
  guint date = 0, number = 0;

  if (!sutra_cli_parse (cli, options, 1, 1))
    return SUTRA_CLI_USAGE;
  if (!check_options (cli, &context, kind, &status))
    return status;
  text = sutra_cli_take_text (cli, sutra_cli_argument (cli, 0));
  if (text == NULL)
    return cli->status;
  dates = sutra_dates_read (text, &context);
  numbers = sutra_numbers_read (text, &context);
  if (kind != NULL)
    g_array_set_size (strcmp (kind, "date") == 0 ? numbers : dates, 0);
  table = sutra_cli_table_new (headings);
  json_builder_begin_array (builder);
  while ((expression = next_of (dates, &date, numbers, &number)) != NULL)
    if (cli->json)
      add_json (builder, text, expression);
    else
      add_row (table, text, expression);
  json_builder_end_array (builder);
  sutra_cli_table_print (table);
  if (cli->json)
    sutra_cli_print_json (json_builder_get_root (builder));
  return cli->status;
}
