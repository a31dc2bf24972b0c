/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-cli.h"

#include "sutra-decode.h"
#include "sutra-load.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

/* Arguments */

static gboolean
is_negative_number (const char *argument)
{
  return argument[0] == '-' && g_ascii_isdigit (argument[1]);
}

static const SutraCliOption *
find_option (const SutraCliOption *options, const char *argument, gsize length)
{
  for (; options->name != NULL; options++)
    if ((strlen (options->name) == length && strncmp (options->name, argument, length) == 0) ||
        (options->long_name != NULL && strlen (options->long_name) == length && strncmp (options->long_name, argument, length) == 0))
      return options;
  return NULL;
}

/* Takes the option at @i and its value; FALSE if it is wrong. */
static gboolean
take_option (SutraCli *cli, const SutraCliOption *options, guint i)
{
  const char *argument = cli->arguments->pdata[i];
  const char *equals = g_str_has_prefix (argument, "--") ? strchr (argument, '=') : NULL;
  gsize length = equals != NULL ? (gsize) (equals - argument) : strlen (argument);
  const SutraCliOption *option = find_option (options, argument, length);
  const char *value = equals != NULL ? equals + 1 : NULL;

  if (option == NULL)
    {
      sutra_cli_usage (cli, "unknown option %.*s", (int) MIN (length, 60), argument);
      return FALSE;
    }
  g_ptr_array_remove_index (cli->arguments, i);
  if (option->kind == SUTRA_CLI_FLAG)
    {
      if (value != NULL)
        {
          sutra_cli_usage (cli, "%s takes no value", option->name);
          return FALSE;
        }
      *(gboolean *) option->place = TRUE;
      return TRUE;
    }
  if (value == NULL)
    {
      if (i >= cli->arguments->len)
        {
          sutra_cli_usage (cli, "%s needs a value", option->name);
          return FALSE;
        }
      value = g_ptr_array_remove_index (cli->arguments, i);
    }
  /* A path may be any bytes; what is stored may not. */
  if (!g_utf8_validate (value, -1, NULL) && strcmp (option->name, "-o") != 0)
    {
      sutra_cli_usage (cli, "the value of %s is not UTF-8", option->name);
      return FALSE;
    }
  if (option->kind == SUTRA_CLI_LIST)
    g_ptr_array_add (option->place, (gpointer) value);
  else
    *(const char **) option->place = value;
  return TRUE;
}

gboolean
sutra_cli_parse (SutraCli *cli, const SutraCliOption *options, guint min, guint max)
{
  static const SutraCliOption none[] = { { NULL } };
  const char *help = sutra_cli_usage_line (cli->command);
  guint i = 0;

  while (i < cli->arguments->len)
    {
      const char *argument = cli->arguments->pdata[i];

      if (strcmp (argument, "--") == 0)
        {
          g_ptr_array_remove_index (cli->arguments, i);
          break;
        }
      if (strcmp (argument, "--json") == 0)
        {
          cli->json = TRUE;
          g_ptr_array_remove_index (cli->arguments, i);
        }
      else if (argument[0] != '-' || argument[1] == '\0' || is_negative_number (argument))
        i++;
      else if (!take_option (cli, options != NULL ? options : none, i))
        return FALSE;
    }
  if (cli->arguments->len < min || cli->arguments->len > max)
    {
      sutra_cli_usage (cli, "%s arguments; usage: sutractl %s", cli->arguments->len < min ? "too few" : "too many", help);
      return FALSE;
    }
  return TRUE;
}

const char *
sutra_cli_argument (SutraCli *cli, guint i)
{
  return i < cli->arguments->len ? cli->arguments->pdata[i] : NULL;
}

/* Messages */

static void
say (const char *command, const char *message)
{
  g_autofree char *line = g_utf8_make_valid (message, -1);

  g_strdelimit (line, "\n\r", ' ');
  fprintf (stderr, "sutractl%s%s: %s\n", command != NULL ? " " : "", command != NULL ? command : "", line);
}

SutraCliStatus
sutra_cli_usage (SutraCli *cli, const char *format, ...)
{
  g_autofree char *message = NULL;
  va_list args;

  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);
  say (cli->command, message);
  fprintf (stderr, "Try “sutractl help%s%s”.\n", cli->command != NULL ? " " : "", cli->command != NULL ? cli->command : "");
  return SUTRA_CLI_USAGE;
}

void
sutra_cli_fail (SutraCli *cli, GError **error)
{
  say (cli->command, *error != NULL ? (*error)->message : "failed for no known reason");
  g_clear_error (error);
  cli->status = SUTRA_CLI_FAILED;
}

void
sutra_cli_print (const char *text)
{
  fwrite (text, 1, strlen (text), stdout);
}

void
sutra_cli_print_json (JsonNode *node)
{
  g_autofree char *json = json_to_string (node, TRUE);

  sutra_cli_print (json);
  sutra_cli_print ("\n");
  json_node_unref (node);
}

/* Text without a case */

SutraText *
sutra_cli_take_text (SutraCli *cli, const char *argument)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GBytes) decoded = NULL;
  SutraText *text = NULL;

  bytes = strcmp (argument, "-") == 0 ? sutra_load_fd (STDIN_FILENO, "standard input", NULL, &error)
                                      : g_bytes_new_static (argument, strlen (argument));
  decoded = bytes != NULL ? sutra_decode (bytes, NULL, NULL, &error) : NULL;
  if (decoded != NULL)
    text = sutra_text_new (decoded, &error);
  if (text == NULL)
    {
      if (bytes != NULL && strcmp (argument, "-") == 0)
        g_prefix_error (&error, "standard input: ");
      sutra_cli_fail (cli, &error);
    }
  return text;
}

/* Cases and ids */

SutraCase *
sutra_cli_open (SutraCli *cli, const char *path, gboolean read_only)
{
  g_autoptr (GError) error = NULL;
  SutraCase *the_case = sutra_case_open (path, read_only, &error);

  /* One of an older version is converted, as the window does when it opens it, if it may be written at all. */
  if (the_case == NULL && read_only && g_error_matches (error, SUTRA_ERROR, SUTRA_ERROR_READ_ONLY))
    {
      g_clear_error (&error);
      the_case = sutra_case_open (path, FALSE, &error);
    }
  if (the_case == NULL)
    sutra_cli_fail (cli, &error);
  return the_case;
}

gboolean
sutra_cli_resolve (SutraCli *cli, SutraCase *the_case, const char *text, guint tables, SutraId *id, SutraTable *table)
{
  g_autoptr (GError) error = NULL;
  SutraTable found;

  if (sutra_case_resolve_id (the_case, text, tables, id, &found, &error))
    {
      if (table != NULL)
        *table = found;
      return TRUE;
    }
  sutra_cli_fail (cli, &error);
  return FALSE;
}

char *
sutra_cli_short_id (const SutraId *id)
{
  char buffer[SUTRA_ID_STRING_SIZE];

  sutra_id_to_string (id, buffer);
  return g_strdup (buffer + SUTRA_ID_STRING_SIZE - 1 - 8);
}
