/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-cli-json.h"
#include "sutra-cli-table.h"
#include "sutra-cli.h"

#include "sutra-error.h"
#include "sutra-gazetteer.h"

#include <string.h>

#define LIMIT 10

static void
add_number (JsonBuilder *builder, const char *key, double value)
{
  json_builder_set_member_name (builder, key);
  json_builder_add_double_value (builder, value);
}

static const char *
or_null (const char *string)
{
  return string != NULL && string[0] != '\0' ? string : NULL;
}

static void
add_json (JsonBuilder *builder, const SutraCandidate *candidate)
{
  const SutraPlace *place = &candidate->place;
  gboolean is_named = place->id[0] != '\0';
  g_autofree char *why = sutra_candidate_dup_why (candidate);

  json_builder_begin_object (builder);
  sutra_cli_json_string (builder, "id", or_null (place->id));
  sutra_cli_json_string (builder, "name", place->name);
  sutra_cli_json_string (builder, "name_latin", or_null (place->name_latin));
  sutra_cli_json_string (builder, "kind", is_named ? sutra_place_kind_to_string (place->kind) : NULL);
  sutra_cli_json_string (builder, "country", or_null (place->country));
  add_number (builder, "latitude", place->point.latitude);
  add_number (builder, "longitude", place->point.longitude);
  json_builder_set_member_name (builder, "population");
  if (place->population > 0)
    json_builder_add_int_value (builder, place->population);
  else
    json_builder_add_null_value (builder);
  add_number (builder, "score", candidate->score);
  sutra_cli_json_string (builder, "why", why);
  json_builder_end_object (builder);
}

static void
add_row (SutraCliTable *table, const SutraCandidate *candidate)
{
  const SutraPlace *place = &candidate->place;
  const char *name = place->name != NULL ? place->name : or_null (place->name_latin);
  g_autofree char *at = g_strdup_printf ("%.4f, %.4f", place->point.latitude, place->point.longitude);
  g_autofree char *score = g_strdup_printf ("%.2f", candidate->score), *why = sutra_candidate_dup_why (candidate);

  sutra_cli_table_add (table, name, or_null (place->id), or_null (place->country), at, score, why);
}

static gboolean
is_country (const char *code)
{
  return strlen (code) == 2 && g_ascii_isalpha (code[0]) && g_ascii_isalpha (code[1]);
}

/* Codes separated by spaces or commas, as the gazetteer wants them; NULL if one is none. (transfer full) */
static char *
take_codes (const char *codes)
{
  g_auto (GStrv) parts = g_strsplit_set (codes, " ,", -1);
  GString *taken = g_string_new (NULL);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      if (parts[i][0] == '\0')
        continue;
      if (!is_country (parts[i]))
        {
          g_string_free (taken, TRUE);
          return NULL;
        }
      g_string_append_printf (taken, "%s%s", taken->len > 0 ? " " : "", parts[i]);
    }
  return g_string_free (taken, FALSE);
}

static void
print (SutraCli *cli, GPtrArray *found)
{
  static const char *const headings[] = { "NAME", "ID", "COUNTRY", "AT", "#SCORE", "WHY", NULL };
  SutraCliTable *table = sutra_cli_table_new (headings);
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_array (builder);
  for (guint i = 0; i < found->len; i++)
    {
      add_json (builder, found->pdata[i]);
      if (!cli->json)
        add_row (table, found->pdata[i]);
    }
  json_builder_end_array (builder);
  if (cli->json)
    sutra_cli_print_json (json_builder_get_root (builder));
  sutra_cli_table_print (table);
}

SutraCliStatus
sutra_cli_places (SutraCli *cli)
{
  const char *country = NULL, *near = NULL, *number = NULL;
  const SutraCliOption options[] = { { "--country", NULL, SUTRA_CLI_VALUE, &country },
                                     { "--near", NULL, SUTRA_CLI_VALUE, &near },
                                     { "--limit", NULL, SUTRA_CLI_VALUE, &number },
                                     { NULL } };
  g_autoptr (SutraGazetteer) gazetteer = NULL;
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *codes = NULL;
  guint64 limit = LIMIT;

  if (!sutra_cli_parse (cli, options, 1, 1))
    return SUTRA_CLI_USAGE;
  if (country != NULL && !is_country (country))
    return sutra_cli_usage (cli, "--country takes a code of two letters like KZ, not “%s”", country);
  codes = near != NULL ? take_codes (near) : NULL;
  if (near != NULL && codes == NULL)
    return sutra_cli_usage (cli, "--near takes codes of two letters like \"KZ IN\", not “%s”", near);
  if (number != NULL && !g_ascii_string_to_unsigned (number, 10, 1, 1000, &limit, NULL))
    return sutra_cli_usage (cli, "--limit takes a number from 1 to 1000, not “%s”", number);
  gazetteer = sutra_gazetteer_load (NULL, &error);
  if (gazetteer == NULL)
    {
      sutra_cli_fail (cli, &error);
      return cli->status;
    }
  found = sutra_gazetteer_look_up (gazetteer, sutra_cli_argument (cli, 0),
                                   &(SutraPlaceQuery){ .near = codes, .country = country, .stages = ~0u, .limit = (guint) limit });
  print (cli, found);
  return cli->status;
}
