/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-cli-json.h"
#include "sutra-cli-table.h"
#include "sutra-cli.h"
#include "sutra-search-index.h"
#include "sutra-search.h"

#define LIMIT 50

static void
print_json (GPtrArray *hits)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_array (builder);
  for (guint i = 0; i < hits->len; i++)
    {
      const SutraSearchHit *hit = hits->pdata[i];

      json_builder_begin_object (builder);
      sutra_cli_json_id (builder, "article", &hit->article);
      sutra_cli_json_string (builder, "title", hit->title);
      json_builder_set_member_name (builder, "start");
      if (hit->in_title)
        json_builder_add_null_value (builder);
      else
        json_builder_add_int_value (builder, hit->start);
      json_builder_set_member_name (builder, "end");
      if (hit->in_title)
        json_builder_add_null_value (builder);
      else
        json_builder_add_int_value (builder, hit->end);
      sutra_cli_json_string (builder, "before", hit->before);
      sutra_cli_json_string (builder, "match", hit->match);
      sutra_cli_json_string (builder, "after", hit->after);
      json_builder_set_member_name (builder, "score");
      json_builder_add_double_value (builder, hit->score);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  sutra_cli_print_json (json_builder_get_root (builder));
}

static void
print_table (GPtrArray *hits)
{
  static const char *const headings[] = { "ARTICLE", "#START", "#END", "PLACE", "TITLE", NULL };
  SutraCliTable *table = sutra_cli_table_new (headings);

  for (guint i = 0; i < hits->len; i++)
    {
      const SutraSearchHit *hit = hits->pdata[i];
      g_autofree char *id = sutra_cli_short_id (&hit->article);
      g_autofree char *from = g_strdup_printf ("%u", hit->start);
      g_autofree char *to = g_strdup_printf ("%u", hit->end);
      g_autofree char *place = g_strconcat (hit->before, "[", hit->match, "]", hit->after, NULL);

      sutra_cli_table_add (table, id, hit->in_title ? "title" : from, hit->in_title ? NULL : to, place, hit->title);
    }
  sutra_cli_table_print (table);
}

/* An index that is damaged is made anew, from texts that are not. */
static GPtrArray *
find (SutraCase *the_case, const char *query, guint limit, GError **error)
{
  SutraStore *store = sutra_case_get_store (the_case);
  g_autoptr (GError) local = NULL;

  for (int round = 0; round < 2; round++)
    {
      g_autoptr (SutraSearch) search = sutra_search_new (query, NULL);
      GPtrArray *hits;

      g_clear_error (&local);
      /* What cannot be indexed now is read through. */
      if (!sutra_case_is_read_only (the_case))
        sutra_search_index_update (store, NULL, NULL, NULL, NULL);
      hits = sutra_search_next (search, store, limit, 0, NULL, &local);
      if (hits != NULL)
        return hits;
      if (sutra_case_is_read_only (the_case) || !g_error_matches (local, SUTRA_ERROR, SUTRA_ERROR_DAMAGED) ||
          !sutra_search_index_clear (store, NULL))
        break;
    }
  g_propagate_error (error, g_steal_pointer (&local));
  return NULL;
}

SutraCliStatus
sutra_cli_search (SutraCli *cli)
{
  const char *number = NULL;
  const SutraCliOption options[] = { { "--limit", NULL, SUTRA_CLI_VALUE, &number }, { NULL } };
  g_autoptr (SutraCase) the_case = NULL;
  g_autoptr (SutraSearch) search = NULL;
  g_autoptr (GPtrArray) hits = NULL;
  g_autoptr (GError) error = NULL;
  guint64 limit = LIMIT;

  if (!sutra_cli_parse (cli, options, 2, 2))
    return SUTRA_CLI_USAGE;
  if (number != NULL && !g_ascii_string_to_unsigned (number, 10, 1, 1000000, &limit, NULL))
    return sutra_cli_usage (cli, "--limit takes a number from 1 to 1000000, not “%s”", number);
  search = sutra_search_new (sutra_cli_argument (cli, 1), &error);
  if (search == NULL)
    {
      sutra_cli_fail (cli, &error);
      return cli->status;
    }
  the_case = sutra_cli_open (cli, sutra_cli_argument (cli, 0), FALSE);
  if (the_case == NULL)
    return cli->status;

  hits = find (the_case, sutra_cli_argument (cli, 1), (guint) limit, &error);
  if (hits == NULL)
    {
      sutra_cli_fail (cli, &error);
      return cli->status;
    }
  g_ptr_array_set_size (hits, (int) MIN (hits->len, limit));
  if (cli->json)
    print_json (hits);
  else
    print_table (hits);
  return cli->status;
}
