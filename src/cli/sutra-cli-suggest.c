/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-cli-lists.h"

#include "sutra-cli-json.h"
#include "sutra-cli-table.h"
#include "sutra-suggestion.h"

/* Bits of the kinds that were given, SUTRA_SUGGEST_ALL for none; FALSE for an unknown one. */
static gboolean
read_kinds (GPtrArray *given, guint *kinds, const char **unknown)
{
  *kinds = SUTRA_SUGGEST_ALL;
  for (guint i = 0; i < given->len; i++)
    {
      int kind = sutra_suggestion_kind_from_string (given->pdata[i]);

      *unknown = given->pdata[i];
      if (kind < 0)
        return FALSE;
      *kinds |= 1u << kind;
    }
  return TRUE;
}

static const char *
slug_of (SutraCase *the_case, const SutraId *type)
{
  SutraEntityType *found = sutra_tagset_get (sutra_case_get_tagset (the_case), type);

  return found != NULL ? sutra_entity_type_get_slug (found) : NULL;
}

static void
add_json (JsonBuilder *builder, SutraCase *the_case, const SutraSuggestion *suggestion)
{
  json_builder_begin_object (builder);
  sutra_cli_json_id (builder, "id", &suggestion->id);
  sutra_cli_json_id (builder, "article", &suggestion->article);
  sutra_cli_json_int (builder, "start", suggestion->start);
  sutra_cli_json_int (builder, "end", suggestion->end);
  sutra_cli_json_int (builder, "stem_end", suggestion->stem_end);
  sutra_cli_json_string (builder, "text", suggestion->text);
  sutra_cli_json_string (builder, "kind", sutra_suggestion_kind_to_string (suggestion->kind));
  sutra_cli_json_string (builder, "type", slug_of (the_case, &suggestion->type));
  sutra_cli_json_string (builder, "value", suggestion->value);
  sutra_cli_json_string (builder, "explanation", suggestion->explanation);
  json_builder_end_object (builder);
}

static void
add_row (SutraCliTable *table, SutraCase *the_case, const SutraSuggestion *suggestion)
{
  g_autofree char *id = sutra_cli_short_id (&suggestion->id);
  g_autofree char *start = g_strdup_printf ("%u", suggestion->start);
  g_autofree char *end = g_strdup_printf ("%u", suggestion->end);
  /* What is not sure is to be looked at. */
  const char *sure = suggestion->sure || suggestion->kind == SUTRA_SUGGESTION_CHECK ? NULL : "?";

  sutra_cli_table_add (table, id, start, end, sutra_suggestion_kind_to_string (suggestion->kind), slug_of (the_case, &suggestion->type),
                       sure, suggestion->text, suggestion->value, suggestion->explanation);
}

static void
print_suggestions (SutraCli *cli, SutraCase *the_case, GPtrArray *suggestions)
{
  static const char *const headings[] = { "ID", "#START", "#END", "KIND", "TYPE", "SURE", "TEXT", "VALUE", "EXPLANATION", NULL };
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  SutraCliTable *table = sutra_cli_table_new (headings);

  json_builder_begin_array (builder);
  for (guint i = 0; i < suggestions->len; i++)
    {
      if (cli->json)
        add_json (builder, the_case, suggestions->pdata[i]);
      else
        add_row (table, the_case, suggestions->pdata[i]);
    }
  json_builder_end_array (builder);
  sutra_cli_table_print (table);
  if (cli->json)
    sutra_cli_print_json (json_builder_get_root (builder));
}

/* All that can be marked, as one step. */
static void
accept_suggestions (SutraCli *cli, SutraCase *the_case, const SutraId *article, GPtrArray *suggestions)
{
  g_autoptr (GPtrArray) accepted = g_ptr_array_new ();
  g_autoptr (GHashTable) only = g_hash_table_new (sutra_id_hash, sutra_id_equal);
  g_autofree SutraId *ids = g_new0 (SutraId, suggestions->len + 1);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < suggestions->len; i++)
    if (((const SutraSuggestion *) suggestions->pdata[i])->kind != SUTRA_SUGGESTION_CHECK)
      g_ptr_array_add (accepted, suggestions->pdata[i]);
  if (!sutra_suggestions_accept (the_case, (SutraSuggestion *const *) accepted->pdata, accepted->len, ids, &error))
    {
      sutra_cli_fail (cli, &error);
      return;
    }
  for (guint i = 0; i < accepted->len; i++)
    g_hash_table_add (only, &ids[i]);
  sutra_cli_print_mentions (cli, the_case, article, only);
  if (!cli->json && accepted->len == 0)
    sutra_cli_print ("There is nothing to accept.\n");
}

SutraCliStatus
sutra_cli_suggest (SutraCli *cli)
{
  g_autoptr (GPtrArray) given = g_ptr_array_new ();
  gboolean accept = FALSE;
  const SutraCliOption options[] = {
    { "--kind", NULL, SUTRA_CLI_LIST, given },
    { "--accept", NULL, SUTRA_CLI_FLAG, &accept },
    { NULL },
  };
  g_autoptr (SutraCase) the_case = NULL;
  g_autoptr (GPtrArray) suggestions = NULL;
  g_autoptr (GError) error = NULL;
  const char *unknown = NULL;
  SutraId article;
  guint kinds;

  if (!sutra_cli_parse (cli, options, 2, 2))
    return SUTRA_CLI_USAGE;
  if (!read_kinds (given, &kinds, &unknown))
    return sutra_cli_usage (cli, "there is no kind %s: give date, number, place, name or check", unknown);
  if (accept && kinds == 1u << SUTRA_SUGGESTION_CHECK)
    return sutra_cli_usage (cli, "--accept does not go with --kind check: a finding about the text cannot be marked");
  the_case = sutra_cli_open (cli, sutra_cli_argument (cli, 0), !accept);
  if (the_case == NULL || !sutra_cli_resolve (cli, the_case, sutra_cli_argument (cli, 1), 1 << SUTRA_TABLE_ARTICLE, &article, NULL))
    return cli->status;
  suggestions = sutra_suggest (the_case, &article, kinds, NULL, &error);
  if (suggestions == NULL)
    sutra_cli_fail (cli, &error);
  else if (accept)
    accept_suggestions (cli, the_case, &article, suggestions);
  else
    print_suggestions (cli, the_case, suggestions);
  return cli->status;
}
