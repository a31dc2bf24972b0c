/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-cli-lists.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "sutra-cli-json.h"
#include "sutra-error.h"
#include "sutra-export.h"
#include "sutra-format-tagset.h"
#include "sutra-geojson.h"
#include "sutra-load.h"
#include "sutra-utf8.h"

static GBytes *
load (const char *path, char **name, GError **error)
{
  if (strcmp (path, "-") == 0)
    {
      *name = g_strdup ("standard input");
      return sutra_load_fd (STDIN_FILENO, *name, NULL, error);
    }
  *name = g_filename_display_basename (path);
  return sutra_load_path (path, NULL, error);
}

/* A note is no failure. */
static void
say (SutraCli *cli, const char *name, const SutraGeojsonReport *report)
{
  guint n_said = 0;

  for (guint i = 0; i < report->messages->len; i++)
    {
      const SutraGeojsonMessage *message = report->messages->pdata[i];

      if (message->refused)
        {
          GError *error = g_error_new (SUTRA_ERROR, SUTRA_ERROR_INVALID, "%s: feature %u: %s", name, message->feature, message->what);

          sutra_cli_fail (cli, &error);
          n_said++;
        }
      else
        fprintf (stderr, "sutractl import: note: %s: feature %u: %s\n", name, message->feature, message->what);
    }
  if (report->n_refused > n_said)
    {
      GError *error = g_error_new (SUTRA_ERROR, SUTRA_ERROR_INVALID, "%s: %u more features were refused", name, report->n_refused - n_said);

      sutra_cli_fail (cli, &error);
    }
}

static void
import_geojson (SutraCli *cli, SutraCase *the_case)
{
  g_autoptr (GHashTable) entities = g_hash_table_new_full (sutra_id_hash, sutra_id_equal, g_free, NULL);
  gint64 step = 0;

  for (guint i = 1; i < cli->arguments->len; i++)
    {
      g_autoptr (SutraGeojsonReport) report = sutra_geojson_report_new ();
      g_autoptr (GError) error = NULL;
      g_autofree char *name = NULL;
      g_autoptr (GBytes) bytes = load (sutra_cli_argument (cli, i), &name, &error);

      if (bytes == NULL || !sutra_geojson_import (sutra_case_get_store (the_case), bytes, name, &step, report, NULL, &error))
        {
          sutra_cli_fail (cli, &error);
          continue;
        }
      say (cli, name, report);
      for (guint j = 0; j < report->entities->len; j++)
        g_hash_table_add (entities, g_memdup2 (&g_array_index (report->entities, SutraId, j), sizeof (SutraId)));
    }
  sutra_case_poll (the_case, NULL);
  sutra_cli_print_entities (cli, the_case, entities);
}

static void
print_types (SutraCli *cli, SutraCase *the_case)
{
  g_autoptr (GPtrArray) specs = sutra_tagset_dup_specs (sutra_case_get_tagset (the_case));
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_array (builder);
  for (guint i = 0; i < specs->len; i++)
    {
      const SutraTypeSpec *spec = specs->pdata[i];
      g_autofree char *line = g_strconcat (spec->slug, "\n", NULL);

      json_builder_begin_object (builder);
      sutra_cli_json_string (builder, "slug", spec->slug);
      json_builder_end_object (builder);
      if (!cli->json)
        sutra_cli_print (line);
    }
  json_builder_end_array (builder);
  if (cli->json)
    sutra_cli_print_json (json_builder_get_root (builder));
}

static void
import_tagset (SutraCli *cli, SutraCase *the_case)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *name = NULL;
  g_autoptr (GBytes) bytes = load (sutra_cli_argument (cli, 1), &name, &error);
  g_autoptr (GPtrArray) specs = bytes != NULL ? sutra_tagset_from_json (bytes, name, &error) : NULL;

  if (specs != NULL && sutra_case_apply_tagset (the_case, specs, &error))
    print_types (cli, the_case);
  else
    sutra_cli_fail (cli, &error);
}

static gboolean
check_format (SutraCli *cli, const char *id)
{
  const SutraFormat *format = sutra_export_format_by_id (id);
  g_autofree char *shown = sutra_utf8_shorten (id, 40);
  GError *error;

  if (format != NULL && format->reads)
    return TRUE;
  error = g_error_new (SUTRA_ERROR, SUTRA_ERROR_UNSUPPORTED, "%s “%s”; geojson and tagset can be read",
                       format != NULL ? "This program does not read the format" : "There is no format", shown);
  sutra_cli_fail (cli, &error);
  return FALSE;
}

SutraCliStatus
sutra_cli_import (SutraCli *cli)
{
  const char *format = NULL;
  const SutraCliOption options[] = { { "--format", NULL, SUTRA_CLI_VALUE, &format }, { NULL } };
  g_autoptr (SutraCase) the_case = NULL;

  if (!sutra_cli_parse (cli, options, 2, G_MAXUINT))
    return SUTRA_CLI_USAGE;
  if (format == NULL)
    return sutra_cli_usage (cli, "--format is needed");
  if (strcmp (format, "tagset") == 0 && cli->arguments->len > 2)
    return sutra_cli_usage (cli, "a case has one tagset: give one file");
  if (!check_format (cli, format))
    return cli->status;
  the_case = sutra_cli_open (cli, sutra_cli_argument (cli, 0), FALSE);
  if (the_case == NULL)
    return cli->status;
  if (strcmp (format, "geojson") == 0)
    import_geojson (cli, the_case);
  else
    import_tagset (cli, the_case);
  return cli->status;
}
