/* sutractl.c: the program without a display
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "sutra-cli.h"

#include <signal.h>
#include <stdio.h>
#include <string.h>

static const struct
{
  const char *name;
  SutraCliFunc func;
} commands[] = {
  { "new", sutra_cli_new },           { "add", sutra_cli_add },           { "articles", sutra_cli_articles },
  { "text", sutra_cli_text },         { "set", sutra_cli_set },           { "delete", sutra_cli_delete },
  { "annotate", sutra_cli_annotate }, { "mentions", sutra_cli_mentions }, { "entities", sutra_cli_entities },
  { "export", sutra_cli_export },     { "formats", sutra_cli_formats },   { "history", sutra_cli_history },
  { "undo", sutra_cli_undo },         { "redo", sutra_cli_redo },         { "check", sutra_cli_check },
  { "stem", sutra_cli_stem },         { "dates", sutra_cli_dates },       { "inspect", sutra_cli_inspect },
  { "suggest", sutra_cli_suggest },   { "convert", sutra_cli_convert },   { "search", sutra_cli_search },
  { "locate", sutra_cli_locate },     { "places", sutra_cli_places },     { "map", sutra_cli_map },
  { "import", sutra_cli_import },     { "help", sutra_cli_help },
};

static SutraCliFunc
find_command (const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
    if (strcmp (commands[i].name, name) == 0)
      return commands[i].func;
  return NULL;
}

static SutraCliStatus
run (SutraCli *cli, int argc, char *argv[])
{
  const char *name = argc > 1 ? argv[1] : NULL;
  SutraCliFunc func = name != NULL ? find_command (name) : NULL;

  if (name != NULL && (strcmp (name, "--help") == 0 || strcmp (name, "-h") == 0))
    return sutra_cli_help (cli);
  if (name != NULL && strcmp (name, "--version") == 0)
    {
      sutra_cli_print ("sutractl " SUTRA_VERSION "\n");
      return SUTRA_CLI_DONE;
    }
  if (name == NULL)
    return sutra_cli_usage (cli, "a command is needed");
  if (func == NULL)
    return sutra_cli_usage (cli, "there is no command %s", name);

  cli->command = name;
  for (int i = 2; i < argc; i++)
    {
      if (strcmp (argv[i], "--help") == 0)
        {
          g_ptr_array_set_size (cli->arguments, 0);
          g_ptr_array_add (cli->arguments, (gpointer) name);
          return sutra_cli_help (cli);
        }
      g_ptr_array_add (cli->arguments, argv[i]);
    }
  return func (cli);
}

int
main (int argc, char *argv[])
{
  g_autoptr (GPtrArray) arguments = g_ptr_array_new ();
  SutraCli cli = { .arguments = arguments };
  SutraCliStatus status;

  /* A reader that goes away (head) is a write error, not the end of the program in the middle of an edit. */
  signal (SIGPIPE, SIG_IGN);
  status = run (&cli, argc, argv);
  if ((fflush (stdout) != 0 || ferror (stdout)) && status == SUTRA_CLI_DONE)
    {
      fprintf (stderr, "sutractl: cannot write to standard output\n");
      status = SUTRA_CLI_FAILED;
    }
  return (int) status;
}
