/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-cli-json.h"
#include "sutra-cli-table.h"
#include "sutra-cli.h"

#include "sutra-error.h"
#include "sutra-inflection.h"

static void
add_json (JsonBuilder *builder, const char *word, const SutraStem *stem)
{
  json_builder_begin_object (builder);
  sutra_cli_json_string (builder, "word", word);
  sutra_cli_json_string (builder, "base", stem->base);
  json_builder_set_member_name (builder, "stem_end");
  json_builder_add_int_value (builder, stem->stem_end);
  json_builder_set_member_name (builder, "suffixes");
  json_builder_begin_array (builder);
  for (guint i = 0; i < stem->n_parts; i++)
    {
      json_builder_begin_object (builder);
      sutra_cli_json_string (builder, "text", stem->parts[i].text);
      sutra_cli_json_string (builder, "kind", sutra_suffix_kind_to_string (stem->parts[i].kind));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "score");
  json_builder_add_double_value (builder, stem->score);
  json_builder_set_member_name (builder, "sure");
  json_builder_add_boolean_value (builder, stem->sure);
  json_builder_end_object (builder);
}

/* "কাজাখস্তান + ের (genitive)" */
static char *
explain (const SutraStem *stem)
{
  GString *string = g_string_new (stem->base);

  for (guint i = 0; i < stem->n_parts; i++)
    g_string_append_printf (string, " + %s (%s)", stem->parts[i].text, sutra_suffix_kind_to_string (stem->parts[i].kind));
  return g_string_free (string, FALSE);
}

static void
add_row (SutraCliTable *table, const char *word, const SutraStem *stem)
{
  g_autofree char *reading = explain (stem);
  g_autofree char *score = g_strdup_printf ("%.2f", stem->score);

  sutra_cli_table_add (table, word, reading, score, stem->sure ? "yes" : "no");
}

SutraCliStatus
sutra_cli_stem (SutraCli *cli)
{
  static const char *const headings[] = { "WORD", "READING", "#SCORE", "SURE", NULL };
  gboolean best = FALSE;
  const SutraCliOption options[] = { { "--best", NULL, SUTRA_CLI_FLAG, &best }, { NULL } };
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  SutraCliTable *table = NULL;

  if (!sutra_cli_parse (cli, options, 1, G_MAXUINT))
    return SUTRA_CLI_USAGE;
  table = sutra_cli_table_new (headings);
  json_builder_begin_array (builder);
  for (guint i = 0; i < cli->arguments->len; i++)
    {
      const char *word = sutra_cli_argument (cli, i);
      g_autoptr (GArray) stems = NULL;

      if (word[0] == '\0')
        {
          g_autoptr (GError) error = g_error_new (SUTRA_ERROR, SUTRA_ERROR_INVALID, "Word %u is empty: give a word.", i + 1);

          sutra_cli_fail (cli, &error);
          continue;
        }
      stems = sutra_inflection_stems (word);
      for (guint k = 0; k < (best ? 1 : stems->len); k++)
        {
          const SutraStem *stem = &g_array_index (stems, SutraStem, k);

          if (cli->json)
            add_json (builder, word, stem);
          else
            add_row (table, k == 0 ? word : NULL, stem);
        }
    }
  json_builder_end_array (builder);
  if (cli->json)
    sutra_cli_print_json (json_builder_get_root (builder));
  sutra_cli_table_print (table);
  return cli->status;
}
