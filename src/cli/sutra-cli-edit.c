/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-cli-lists.h"

#include <string.h>

#include "sutra-cli-json.h"
#include "sutra-error.h"

#define EDITABLE                                                                                                                           \
  (1 << SUTRA_TABLE_ARTICLE | 1 << SUTRA_TABLE_ENTITY | 1 << SUTRA_TABLE_MENTION | 1 << SUTRA_TABLE_RELATION | 1 << SUTRA_TABLE_TYPE)
#define DELETABLE (1 << SUTRA_TABLE_ARTICLE | 1 << SUTRA_TABLE_ENTITY | 1 << SUTRA_TABLE_MENTION | 1 << SUTRA_TABLE_RELATION)

/* What was set, as its list shows it. */
static void
print_row (SutraCli *cli, SutraCase *the_case, const SutraId *id, SutraTable table)
{
  g_autoptr (GHashTable) only = g_hash_table_new (sutra_id_hash, sutra_id_equal);
  g_autoptr (JsonBuilder) builder = NULL;
  g_autoptr (GError) error = NULL;

  g_hash_table_add (only, (gpointer) id);
  if (table == SUTRA_TABLE_MENTION)
    {
      g_autoptr (SutraMention) mention = sutra_case_get_mention (the_case, id, &error);

      if (mention != NULL)
        sutra_cli_print_mentions (cli, the_case, sutra_mention_get_article (mention), only);
      else
        sutra_cli_fail (cli, &error);
      return;
    }
  if (table == SUTRA_TABLE_ENTITY)
    {
      sutra_cli_print_entities (cli, the_case, only);
      return;
    }
  if (!cli->json)
    {
      sutra_cli_print ("Done.\n");
      return;
    }
  builder = json_builder_new ();
  json_builder_begin_array (builder);
  if (table == SUTRA_TABLE_ARTICLE)
    {
      g_autoptr (SutraArticle) article = sutra_case_get_article (the_case, id, &error);

      if (article != NULL)
        sutra_cli_json_article (builder, article);
      else
        sutra_cli_fail (cli, &error);
    }
  else
    {
      json_builder_begin_object (builder);
      sutra_cli_json_id (builder, "id", id);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  sutra_cli_print_json (json_builder_get_root (builder));
}

/* A short id that stands for an entity is made a whole one. Of less than 8 digits it is a name: "2024" may well be one. */
static gboolean
resolve_entities (SutraCli *cli, SutraCase *the_case, GPtrArray *pairs)
{
  for (guint i = 0; i + 1 < pairs->len; i += 2)
    {
      g_autoptr (GError) error = NULL;
      SutraId entity;

      if (strcmp (pairs->pdata[i], "entity") != 0 || strlen (pairs->pdata[i + 1]) < 8)
        continue;
      if (sutra_case_resolve_id (the_case, pairs->pdata[i + 1], 1 << SUTRA_TABLE_ENTITY, &entity, NULL, &error))
        {
          g_free (pairs->pdata[i + 1]);
          pairs->pdata[i + 1] = sutra_id_dup_string (&entity);
        }
      else if (g_error_matches (error, SUTRA_ERROR, SUTRA_ERROR_AMBIGUOUS))
        {
          sutra_cli_fail (cli, &error);
          return FALSE;
        }
    }
  return TRUE;
}

SutraCliStatus
sutra_cli_set (SutraCli *cli)
{
  g_autoptr (SutraCase) the_case = NULL;
  g_autoptr (GPtrArray) pairs = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;
  SutraTable table;
  SutraId id;

  if (!sutra_cli_parse (cli, NULL, 3, G_MAXUINT))
    return SUTRA_CLI_USAGE;
  for (guint i = 2; i < cli->arguments->len; i++)
    {
      const char *pair = sutra_cli_argument (cli, i);
      const char *equals = strchr (pair, '=');

      if (equals == NULL || equals == pair || !g_utf8_validate (pair, -1, NULL))
        return sutra_cli_usage (cli, "“%s” is no KEY=VALUE in UTF-8", pair);
      g_ptr_array_add (pairs, g_strndup (pair, (gsize) (equals - pair)));
      g_ptr_array_add (pairs, g_strdup (equals + 1));
    }
  g_ptr_array_add (pairs, NULL);
  the_case = sutra_cli_open (cli, sutra_cli_argument (cli, 0), FALSE);
  if (the_case == NULL || !sutra_cli_resolve (cli, the_case, sutra_cli_argument (cli, 1), EDITABLE, &id, &table) ||
      !resolve_entities (cli, the_case, pairs))
    return cli->status;
  if (sutra_case_set (the_case, &id, (const char *const *) pairs->pdata, &error))
    print_row (cli, the_case, &id, table);
  else
    sutra_cli_fail (cli, &error);
  return cli->status;
}

static void
print_deleted (SutraCli *cli, GArray *ids)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  if (!cli->json)
    {
      g_autofree char *line = g_strdup_printf ("Deleted %u.\n", ids->len);

      sutra_cli_print (line);
      return;
    }
  json_builder_begin_array (builder);
  for (guint i = 0; i < ids->len; i++)
    {
      json_builder_begin_object (builder);
      sutra_cli_json_id (builder, "id", &g_array_index (ids, SutraId, i));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  sutra_cli_print_json (json_builder_get_root (builder));
}

SutraCliStatus
sutra_cli_delete (SutraCli *cli)
{
  g_autoptr (SutraCase) the_case = NULL;
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (SutraId));
  g_autoptr (GHashTable) known = g_hash_table_new_full (sutra_id_hash, sutra_id_equal, g_free, NULL);
  g_autoptr (GError) error = NULL;

  if (!sutra_cli_parse (cli, NULL, 2, G_MAXUINT))
    return SUTRA_CLI_USAGE;
  the_case = sutra_cli_open (cli, sutra_cli_argument (cli, 0), FALSE);
  if (the_case == NULL)
    return cli->status;
  for (guint i = 1; i < cli->arguments->len; i++)
    {
      SutraId id;

      if (sutra_cli_resolve (cli, the_case, sutra_cli_argument (cli, i), DELETABLE, &id, NULL) &&
          g_hash_table_add (known, g_memdup2 (&id, sizeof id)))
        g_array_append_val (ids, id);
    }
  if (ids->len > 0 && !sutra_case_delete (the_case, (const SutraId *) (gpointer) ids->data, ids->len, &error))
    {
      g_array_set_size (ids, 0);
      sutra_cli_fail (cli, &error);
    }
  print_deleted (cli, ids);
  return cli->status;
}
