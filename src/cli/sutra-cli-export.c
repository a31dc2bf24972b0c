/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-cli.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "sutra-cli-json.h"
#include "sutra-cli-table.h"
#include "sutra-error.h"
#include "sutra-export.h"
#include "sutra-utf8.h"

SutraCliStatus
sutra_cli_formats (SutraCli *cli)
{
  static const char *const headings[] = { "ID", "NAME", "ENDING", "READS", "WRITES", "OFFSETS", "LOSES", NULL };
  const SutraFormat *const *formats = sutra_export_formats ();
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  SutraCliTable *table;

  if (!sutra_cli_parse (cli, NULL, 0, 0))
    return SUTRA_CLI_USAGE;
  table = sutra_cli_table_new (headings);
  json_builder_begin_array (builder);
  for (guint i = 0; formats[i] != NULL; i++)
    if (cli->json)
      sutra_cli_json_format (builder, formats[i]);
    else
      sutra_cli_table_add (table, formats[i]->id, formats[i]->name, formats[i]->extension, formats[i]->reads ? "yes" : "no",
                           formats[i]->write != NULL ? "yes" : "no", formats[i]->offset_unit, formats[i]->loses);
  json_builder_end_array (builder);
  sutra_cli_table_print (table);
  if (cli->json)
    sutra_cli_print_json (json_builder_get_root (builder));
  return cli->status;
}

static void
set_unknown (GError **error, const char *id)
{
  const SutraFormat *const *formats = sutra_export_formats ();
  g_autoptr (GString) known = g_string_new (NULL);
  g_autofree char *shown = sutra_utf8_shorten (id, 40);

  for (guint i = 0; formats[i] != NULL; i++)
    g_string_append_printf (known, "%s%s", i > 0 ? ", " : "", formats[i]->id);
  g_set_error (error, SUTRA_ERROR, SUTRA_ERROR_UNSUPPORTED, "There is no format “%s”; there are %s", shown, known->str);
}

static void
print_written (SutraCli *cli, const char *path, const SutraFormat *format)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  if (path == NULL)
    return;
  if (!cli->json)
    {
      g_autofree char *line = g_strdup_printf ("Wrote %s\n", path);

      sutra_cli_print (line);
      return;
    }
  json_builder_begin_array (builder);
  json_builder_begin_object (builder);
  sutra_cli_json_string (builder, "path", path);
  sutra_cli_json_string (builder, "format", format->id);
  json_builder_end_object (builder);
  json_builder_end_array (builder);
  sutra_cli_print_json (json_builder_get_root (builder));
}

SutraCliStatus
sutra_cli_export (SutraCli *cli)
{
  const char *format = NULL;
  const char *article = NULL;
  SutraExportRequest request = { .fd = STDOUT_FILENO };
  const SutraCliOption options[] = {
    { "--format", NULL, SUTRA_CLI_VALUE, &format },
    { "--article", NULL, SUTRA_CLI_VALUE, &article },
    { "-o", "--output", SUTRA_CLI_VALUE, &request.path },
    { "--force", NULL, SUTRA_CLI_FLAG, &request.overwrite },
    { NULL },
  };
  g_autoptr (SutraCase) the_case = NULL;
  g_autoptr (GError) error = NULL;
  SutraId id;

  if (!sutra_cli_parse (cli, options, 1, 1))
    return SUTRA_CLI_USAGE;
  if (format == NULL)
    return sutra_cli_usage (cli, "--format is needed");
  if (request.path != NULL && (strcmp (request.path, "-") == 0 || request.path[0] == '\0'))
    request.path = NULL;
  if (request.path == NULL && cli->json)
    return sutra_cli_usage (cli, "--json says where the file is: give -o PATH");
  request.format = sutra_export_format_by_id (format);
  if (request.format == NULL)
    {
      set_unknown (&error, format);
      sutra_cli_fail (cli, &error);
      return cli->status;
    }
  the_case = sutra_cli_open (cli, sutra_cli_argument (cli, 0), TRUE);
  if (the_case == NULL || (article != NULL && !sutra_cli_resolve (cli, the_case, article, 1 << SUTRA_TABLE_ARTICLE, &id, NULL)))
    return cli->status;
  request.article = article != NULL ? &id : NULL;
  fflush (stdout);
  if (sutra_export_run (sutra_case_get_store (the_case), &request, NULL, &error))
    print_written (cli, request.path, request.format);
  else
    sutra_cli_fail (cli, &error);
  return cli->status;
}
