/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-cli-json.h"
#include "sutra-cli.h"

#include <string.h>
#include <unistd.h>

#include "sutra-bijoy.h"
#include "sutra-decode.h"
#include "sutra-error.h"
#include "sutra-load.h"
#include "sutra-output.h"

/* So many unknown codes are reported one by one. */
#define MAX_REPORTED 20

static GBytes *
load (const char *path, GError **error)
{
  return strcmp (path, "-") == 0 ? sutra_load_fd (STDIN_FILENO, "standard input", NULL, error) : sutra_load_path (path, NULL, error);
}

/* The codes as text: as what they are found to be, else as Windows-1252. */
static GBytes *
load_carrier (const char *path, GError **error)
{
  g_autoptr (GBytes) bytes = load (path, error);
  g_autoptr (GError) unknown = NULL;
  GBytes *text = bytes != NULL ? sutra_decode (bytes, NULL, NULL, &unknown) : NULL;

  if (bytes != NULL && text == NULL && g_error_matches (unknown, SUTRA_ERROR, SUTRA_ERROR_ENCODING))
    text = sutra_decode (bytes, "windows-1252", NULL, error);
  else if (unknown != NULL)
    g_propagate_error (error, g_steal_pointer (&unknown));
  if (text == NULL)
    {
      g_autofree char *shown = g_filename_display_name (path);

      g_prefix_error (error, "“%s”: ", shown);
    }
  return text;
}

static const char *
generation_name (SutraBijoyGeneration generation)
{
  return generation == SUTRA_BIJOY_OLD ? "old" : "new";
}

/* One line on stderr for each of the first unknown codes: where it stands. The text is whole all the same. */
static void
report_unknown (const SutraBijoyText *text, GBytes *carrier)
{
  gsize n_bytes;
  const char *p = g_bytes_get_data (carrier, &n_bytes);
  gsize line = 1;
  gsize at = 0;

  for (guint i = 0; i < MIN (text->unknown->len, MAX_REPORTED); i++)
    {
      const SutraBijoyPlace *place = &g_array_index (text->unknown, SutraBijoyPlace, i);

      for (; at < place->offset; at++)
        {
          line += *p == '\n';
          p = g_utf8_next_char (p);
        }
      g_printerr ("sutractl convert: line %" G_GSIZE_FORMAT ", code point %" G_GSIZE_FORMAT
                  ": U+%04X has no meaning there in the %s fonts and was kept\n",
                  line, place->offset, place->character, generation_name (text->generation));
    }
  if (text->n_unknown > MAX_REPORTED)
    g_printerr ("sutractl convert: and %" G_GSIZE_FORMAT " more\n", text->n_unknown - MAX_REPORTED);
}

static JsonNode *
to_json (const SutraBijoyText *text)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_array (builder);
  json_builder_begin_object (builder);
  sutra_cli_json_string (builder, "text", text->utf8->str);
  sutra_cli_json_string (builder, "generation", generation_name (text->generation));
  json_builder_set_member_name (builder, "unknown_count");
  json_builder_add_int_value (builder, (gint64) text->n_unknown);
  json_builder_set_member_name (builder, "unknown");
  json_builder_begin_array (builder);
  for (guint i = 0; i < text->unknown->len; i++)
    {
      const SutraBijoyPlace *place = &g_array_index (text->unknown, SutraBijoyPlace, i);
      g_autofree char *code_point = g_strdup_printf ("U+%04X", place->character);

      json_builder_begin_object (builder);
      json_builder_set_member_name (builder, "offset");
      json_builder_add_int_value (builder, (gint64) place->offset);
      sutra_cli_json_string (builder, "code_point", code_point);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  json_builder_end_array (builder);
  return json_builder_get_root (builder);
}

static SutraCliStatus
write_text (SutraCli *cli, const GString *text, const char *path, gboolean force)
{
  g_autoptr (SutraOutput) output = NULL;
  g_autoptr (GError) error = NULL;

  if (path == NULL)
    {
      sutra_cli_print (text->str);
      return cli->status;
    }
  output = sutra_output_new_for_path (path, force, &error);
  if (output != NULL)
    sutra_output_write (output, text->str, (gssize) text->len);
  if (output == NULL || !sutra_output_commit (output, &error))
    sutra_cli_fail (cli, &error);
  return cli->status;
}

/* To Unicode. */
static SutraCliStatus
convert (SutraCli *cli, GBytes *carrier, SutraBijoyGeneration generation, const char *output, gboolean force)
{
  gsize n_bytes;
  const char *utf8 = g_bytes_get_data (carrier, &n_bytes);
  g_autoptr (SutraBijoyText) text = sutra_bijoy_decode (utf8, n_bytes, generation, FALSE);

  if (cli->json)
    {
      sutra_cli_print_json (to_json (text));
      return cli->status;
    }
  report_unknown (text, carrier);
  return write_text (cli, text->utf8, output, force);
}

/* To Bijoy. */
static SutraCliStatus
convert_back (SutraCli *cli, GBytes *text, SutraBijoyGeneration generation, const char *output, gboolean force)
{
  gsize n_bytes, n_lost;
  const char *utf8 = g_bytes_get_data (text, &n_bytes);
  g_autoptr (GString) carrier = sutra_bijoy_encode (utf8, n_bytes, generation, &n_lost);

  if (cli->json)
    {
      g_autoptr (JsonBuilder) builder = json_builder_new ();

      json_builder_begin_array (builder);
      json_builder_begin_object (builder);
      sutra_cli_json_string (builder, "text", carrier->str);
      sutra_cli_json_string (builder, "generation", generation_name (generation));
      json_builder_set_member_name (builder, "lost");
      json_builder_add_int_value (builder, (gint64) n_lost);
      json_builder_end_object (builder);
      json_builder_end_array (builder);
      sutra_cli_print_json (json_builder_get_root (builder));
      return cli->status;
    }
  if (n_lost > 0)
    g_printerr ("sutractl convert: %" G_GSIZE_FORMAT " characters or conjuncts cannot be written in these fonts\n", n_lost);
  return write_text (cli, carrier, output, force);
}

static gboolean
parse_generation (const char *name, SutraBijoyGeneration *generation)
{
  if (name == NULL || strcmp (name, "auto") == 0)
    *generation = SUTRA_BIJOY_AUTO;
  else if (strcmp (name, "new") == 0)
    *generation = SUTRA_BIJOY_NEW;
  else if (strcmp (name, "old") == 0)
    *generation = SUTRA_BIJOY_OLD;
  else
    return FALSE;
  return TRUE;
}

SutraCliStatus
sutra_cli_convert (SutraCli *cli)
{
  const char *from = NULL;
  const char *to = NULL;
  const char *name = NULL;
  const char *output = NULL;
  gboolean force = FALSE;
  const SutraCliOption options[] = {
    { "--from", NULL, SUTRA_CLI_VALUE, &from },       { "--to", NULL, SUTRA_CLI_VALUE, &to },
    { "--generation", NULL, SUTRA_CLI_VALUE, &name }, { "-o", "--output", SUTRA_CLI_VALUE, &output },
    { "--force", NULL, SUTRA_CLI_FLAG, &force },      { NULL },
  };
  SutraBijoyGeneration generation;
  g_autoptr (GBytes) text = NULL;
  g_autoptr (GError) error = NULL;

  if (!sutra_cli_parse (cli, options, 1, 1))
    return SUTRA_CLI_USAGE;
  if ((from == NULL) == (to == NULL) || strcmp (from != NULL ? from : to, "bijoy") != 0)
    return sutra_cli_usage (cli, "give --from bijoy, or --to bijoy for the way back: nothing else is converted");
  if (!parse_generation (name, &generation))
    return sutra_cli_usage (cli, "--generation is auto, new or old, not %s", name);
  if (cli->json && output != NULL)
    return sutra_cli_usage (cli, "with --json the text is printed: leave out -o or --json");
  text = load_carrier (sutra_cli_argument (cli, 0), &error);
  if (text == NULL)
    {
      sutra_cli_fail (cli, &error);
      return cli->status;
    }
  if (to != NULL)
    return convert_back (cli, text, generation == SUTRA_BIJOY_OLD ? generation : SUTRA_BIJOY_NEW, output, force);
  return convert (cli, text, generation, output, force);
}
