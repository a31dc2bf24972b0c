/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-cli-lists.h"

#include "sutra-cli-json.h"
#include "sutra-cli-table.h"

static SutraSnapshot *
take_snapshot (SutraCli *cli, SutraCase *the_case, const SutraId *article, gboolean all_statuses)
{
  g_autoptr (GError) error = NULL;
  SutraSnapshot *snapshot = sutra_snapshot_new (sutra_case_get_store (the_case), article, all_statuses, NULL, &error);

  if (snapshot == NULL)
    sutra_cli_fail (cli, &error);
  return snapshot;
}

static void
add_mention_row (SutraCliTable *table, const SutraSnapshot *snapshot, const SutraSnapshotMention *mention)
{
  g_autofree char *id = sutra_cli_short_id (&mention->id);
  g_autofree char *article = sutra_cli_short_id (&sutra_snapshot_article (snapshot, mention->article)->id);
  g_autofree char *start = g_strdup_printf ("%u", mention->start);
  g_autofree char *end = g_strdup_printf ("%u", mention->end);
  g_autofree char *text = g_strconcat (mention->quote, mention->n_fragments > 0 ? " …" : "", NULL);
  const char *name = mention->entity != SUTRA_SNAPSHOT_NONE ? sutra_snapshot_entity (snapshot, mention->entity)->label : mention->value;

  sutra_cli_table_add (table, id, article, start, end, sutra_snapshot_type (snapshot, mention->type)->slug,
                       sutra_mention_status_to_string (mention->status), text, name);
}

void
sutra_cli_print_mentions (SutraCli *cli, SutraCase *the_case, const SutraId *article, GHashTable *only)
{
  static const char *const headings[] = { "ID", "ARTICLE", "#START", "#END", "TYPE", "STATUS", "TEXT", "ENTITY OR VALUE", NULL };
  g_autoptr (SutraSnapshot) snapshot = take_snapshot (cli, the_case, article, TRUE);
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  SutraCliTable *table;

  if (snapshot == NULL)
    return;
  table = sutra_cli_table_new (headings);
  json_builder_begin_array (builder);
  for (guint i = 0; i < snapshot->mentions->len; i++)
    {
      const SutraSnapshotMention *mention = sutra_snapshot_mention (snapshot, i);

      if (only != NULL && !g_hash_table_contains (only, &mention->id))
        continue;
      if (cli->json)
        sutra_cli_json_mention (builder, snapshot, mention);
      else
        add_mention_row (table, snapshot, mention);
    }
  json_builder_end_array (builder);
  sutra_cli_table_print (table);
  if (cli->json)
    sutra_cli_print_json (json_builder_get_root (builder));
}

void
sutra_cli_print_entities (SutraCli *cli, SutraCase *the_case, GHashTable *only)
{
  static const char *const headings[] = { "ID", "TYPE", "#MENTIONS", "LABEL", "ALSO", NULL };
  g_autoptr (SutraSnapshot) snapshot = take_snapshot (cli, the_case, NULL, FALSE);
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  SutraCliTable *table;

  if (snapshot == NULL)
    return;
  table = sutra_cli_table_new (headings);
  json_builder_begin_array (builder);
  for (guint i = 0; i < snapshot->entities->len; i++)
    {
      const SutraSnapshotEntity *entity = sutra_snapshot_entity (snapshot, i);
      g_autofree char *id = sutra_cli_short_id (&entity->id);
      g_autofree char *count = g_strdup_printf ("%u", entity->n_mentions);
      g_autoptr (GString) aliases = g_string_new (NULL);

      if (only != NULL && !g_hash_table_contains (only, &entity->id))
        continue;
      for (guint k = 0; k < entity->n_aliases; k++)
        g_string_append_printf (aliases, "%s%s", k > 0 ? ", " : "", entity->aliases[k].text);
      if (cli->json)
        sutra_cli_json_entity (builder, snapshot, entity);
      else
        sutra_cli_table_add (table, id, sutra_snapshot_type (snapshot, entity->type)->slug, count, entity->label, aliases->str);
    }
  json_builder_end_array (builder);
  sutra_cli_table_print (table);
  if (cli->json)
    sutra_cli_print_json (json_builder_get_root (builder));
}

SutraCliStatus
sutra_cli_mentions (SutraCli *cli)
{
  g_autoptr (SutraCase) the_case = NULL;
  const char *article;
  SutraId id;

  if (!sutra_cli_parse (cli, NULL, 1, 2))
    return SUTRA_CLI_USAGE;
  the_case = sutra_cli_open (cli, sutra_cli_argument (cli, 0), TRUE);
  article = sutra_cli_argument (cli, 1);
  if (the_case == NULL || (article != NULL && !sutra_cli_resolve (cli, the_case, article, 1 << SUTRA_TABLE_ARTICLE, &id, NULL)))
    return cli->status;
  sutra_cli_print_mentions (cli, the_case, article != NULL ? &id : NULL, NULL);
  return cli->status;
}

SutraCliStatus
sutra_cli_entities (SutraCli *cli)
{
  g_autoptr (SutraCase) the_case = NULL;

  if (!sutra_cli_parse (cli, NULL, 1, 1))
    return SUTRA_CLI_USAGE;
  the_case = sutra_cli_open (cli, sutra_cli_argument (cli, 0), TRUE);
  if (the_case != NULL)
    sutra_cli_print_entities (cli, the_case, NULL);
  return cli->status;
}
