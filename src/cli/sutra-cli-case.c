/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-cli.h"

#include <string.h>

#include "sutra-check.h"
#include "sutra-cli-json.h"
#include "sutra-cli-table.h"
#include "sutra-error.h"

SutraCliStatus
sutra_cli_new (SutraCli *cli)
{
  g_autoptr (SutraCase) the_case = NULL;
  g_autoptr (GError) error = NULL;

  if (!sutra_cli_parse (cli, NULL, 1, 1))
    return SUTRA_CLI_USAGE;
  the_case = sutra_case_create (sutra_cli_argument (cli, 0), NULL, &error);
  if (the_case == NULL)
    {
      sutra_cli_fail (cli, &error);
      return cli->status;
    }
  if (cli->json)
    {
      g_autoptr (JsonBuilder) builder = json_builder_new ();

      json_builder_begin_object (builder);
      sutra_cli_json_string (builder, "path", sutra_case_get_path (the_case));
      sutra_cli_json_id (builder, "id", sutra_case_get_id (the_case));
      json_builder_end_object (builder);
      sutra_cli_print_json (json_builder_get_root (builder));
    }
  else
    {
      g_autofree char *line = g_strdup_printf ("Made %s\n", sutra_case_get_path (the_case));

      sutra_cli_print (line);
    }
  return SUTRA_CLI_DONE;
}

/* History */

static void
print_history (SutraCli *cli, GPtrArray *rows)
{
  static const char *const headings[] = { "#SEQ", "TIME (UTC)", "AUTHOR", "EVENT", "STATE", "LABEL", NULL };
  SutraCliTable *table;

  if (cli->json)
    {
      g_autoptr (JsonBuilder) builder = json_builder_new ();

      json_builder_begin_array (builder);
      for (guint i = 0; i < rows->len; i++)
        sutra_cli_json_history (builder, rows->pdata[i]);
      json_builder_end_array (builder);
      sutra_cli_print_json (json_builder_get_root (builder));
      return;
    }
  table = sutra_cli_table_new (headings);
  for (guint i = 0; i < rows->len; i++)
    {
      const SutraHistoryRow *row = rows->pdata[i];
      g_autofree char *seq = g_strdup_printf ("%" G_GINT64_FORMAT, row->seq);
      g_autofree char *at = sutra_clock_format (row->at);
      g_autofree char *label = sutra_edit_label (row->kind, row->subject, row->count);

      sutra_cli_table_add (table, seq, at, row->author, sutra_cli_event_name (row->event), row->undone ? "undone" : "", label);
    }
  sutra_cli_table_print (table);
}

SutraCliStatus
sutra_cli_history (SutraCli *cli)
{
  g_autoptr (SutraCase) the_case = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GError) error = NULL;

  if (!sutra_cli_parse (cli, NULL, 1, 1))
    return SUTRA_CLI_USAGE;
  the_case = sutra_cli_open (cli, sutra_cli_argument (cli, 0), TRUE);
  if (the_case == NULL)
    return cli->status;
  rows = sutra_history_list (sutra_case_get_store (the_case), 0, G_MAXINT, &error);
  if (rows != NULL)
    print_history (cli, rows);
  else
    sutra_cli_fail (cli, &error);
  return cli->status;
}

static gboolean
read_count (const char *text, guint64 *count)
{
  *count = 1;
  return text == NULL || g_ascii_string_to_unsigned (text, 10, 1, 1000000, count, NULL);
}

static int
compare_seq (gconstpointer a, gconstpointer b)
{
  const SutraHistoryRow *x = *(const SutraHistoryRow *const *) a;
  const SutraHistoryRow *y = *(const SutraHistoryRow *const *) b;

  return x->seq > y->seq ? -1 : x->seq < y->seq;
}

static SutraCliStatus
move (SutraCli *cli, gboolean (*step) (SutraCase *the_case, GPtrArray **moved, GError **error))
{
  g_autoptr (SutraCase) the_case = NULL;
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func ((GDestroyNotify) sutra_history_row_free);
  g_autoptr (GError) error = NULL;
  guint64 count;

  if (!sutra_cli_parse (cli, NULL, 1, 2))
    return SUTRA_CLI_USAGE;
  if (!read_count (sutra_cli_argument (cli, 1), &count))
    return sutra_cli_usage (cli, "the number of steps must be from 1 to 1000000");
  the_case = sutra_cli_open (cli, sutra_cli_argument (cli, 0), FALSE);
  if (the_case == NULL)
    return cli->status;
  for (guint64 i = 0; i < count && error == NULL; i++)
    {
      g_autoptr (GPtrArray) moved = NULL;

      if (step (the_case, &moved, &error))
        g_ptr_array_extend_and_steal (all, g_steal_pointer (&moved));
    }
  g_ptr_array_sort (all, compare_seq);
  print_history (cli, all);
  if (error != NULL)
    sutra_cli_fail (cli, &error);
  return cli->status;
}

SutraCliStatus
sutra_cli_undo (SutraCli *cli)
{
  return move (cli, sutra_case_undo);
}

SutraCliStatus
sutra_cli_redo (SutraCli *cli)
{
  return move (cli, sutra_case_redo);
}

/* Check */

/* Warnings are not what is wrong: leftovers of an import that was cut short harm nothing. */
static guint
count_errors (GPtrArray *findings)
{
  guint n = 0;

  for (guint i = 0; i < findings->len; i++)
    n += ((const SutraFinding *) findings->pdata[i])->error != FALSE;
  return n;
}

static void
print_findings (GPtrArray *findings)
{
  static const char *const headings[] = { "SEVERITY", "WHERE", "WHAT", NULL };
  SutraCliTable *table = sutra_cli_table_new (headings);

  for (guint i = 0; i < findings->len; i++)
    {
      const SutraFinding *finding = findings->pdata[i];

      sutra_cli_table_add (table, finding->error ? "error" : "warning", finding->where, finding->what);
    }
  sutra_cli_table_print (table);
  if (count_errors (findings) == 0)
    sutra_cli_print ("All is well.\n");
}

SutraCliStatus
sutra_cli_check (SutraCli *cli)
{
  g_autoptr (SutraStore) store = NULL;
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (GError) error = NULL;

  if (!sutra_cli_parse (cli, NULL, 1, 1))
    return SUTRA_CLI_USAGE;
  store = sutra_store_open (sutra_cli_argument (cli, 0), SUTRA_STORE_READ_ONLY, &error);
  findings = store != NULL ? sutra_check_run (store, NULL, &error) : NULL;
  if (findings == NULL)
    {
      sutra_cli_fail (cli, &error);
      return cli->status;
    }
  if (cli->json)
    {
      g_autoptr (JsonBuilder) builder = json_builder_new ();

      sutra_cli_json_findings (builder, findings);
      sutra_cli_print_json (json_builder_get_root (builder));
    }
  else
    print_findings (findings);
  if (count_errors (findings) > 0)
    {
      g_set_error (&error, SUTRA_ERROR, SUTRA_ERROR_DAMAGED, "%s: %u thing%s wrong", sutra_cli_argument (cli, 0), count_errors (findings),
                   count_errors (findings) == 1 ? " is" : "s are");
      sutra_cli_fail (cli, &error);
    }
  return cli->status;
}
