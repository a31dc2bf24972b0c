/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-case.h"
#include "sutra-case-private.h"
#include "sutra-search.h"

/* From so many changed mentions on an article's spans are read anew: reading all costs about as much as looking up a tenth of them. */
#define MANY_MENTIONS 8192

/* The live objects of @table, each with a reference, so that handlers may do what they like. */
static GPtrArray *
hold_live (SutraCase *self, SutraTable table)
{
  GPtrArray *objects = g_ptr_array_new_with_free_func (g_object_unref);
  GHashTableIter iter;
  gpointer live;

  g_hash_table_iter_init (&iter, self->live[table]);
  while (g_hash_table_iter_next (&iter, NULL, &live))
    g_ptr_array_add (objects, g_object_ref (live));
  return objects;
}

/* The article whose spans are loaded, or NULL. */
static SutraArticle *
find_article (GPtrArray *articles, const SutraId *id)
{
  for (guint i = 0; i < articles->len; i++)
    {
      if (sutra_id_equal (sutra_article_get_id (g_ptr_array_index (articles, i)), id))
        return g_ptr_array_index (articles, i);
    }
  return NULL;
}

static void
refresh_span (SutraCase *self, GPtrArray *articles, const SutraChange *change)
{
  g_autoptr (SutraStatement) row = sutra_statement_new (self->store, NULL, sutra_article_span_select, "i", &change->id);

  if (row == NULL)
    return;

  if (sutra_statement_next (row, NULL))
    {
      SutraId owner = sutra_statement_get_id (row, 8);
      SutraArticle *article = find_article (articles, &owner);

      if (article != NULL)
        sutra_article_update_span (article, &change->id, row);
      return;
    }

  /* Gone. An update of a row that a later change of the same batch deletes has no owner; that change does the work. */
  for (guint i = 0; i < articles->len; i++)
    {
      if (change->operation == SUTRA_CHANGE_UPDATE ||
          sutra_id_equal (sutra_article_get_id (g_ptr_array_index (articles, i)), &change->owner))
        sutra_article_update_span (g_ptr_array_index (articles, i), &change->id, NULL);
    }
}

static void
refresh_spans (SutraCase *self, SutraChanges *changes, guint n_mentions)
{
  g_autoptr (GPtrArray) articles = hold_live (self, SUTRA_TABLE_ARTICLE);

  for (guint i = articles->len; i > 0; i--)
    {
      if (!sutra_article_has_spans (g_ptr_array_index (articles, i - 1)))
        g_ptr_array_remove_index_fast (articles, i - 1);
    }
  if (articles->len == 0 || n_mentions == 0)
    return;

  if (n_mentions >= MANY_MENTIONS)
    {
      for (guint i = 0; i < articles->len; i++)
        sutra_article_reload_spans (g_ptr_array_index (articles, i));
    }
  else
    {
      for (guint i = 0; i < changes->rows->len; i++)
        {
          const SutraChange *change = &g_array_index (changes->rows, SutraChange, i);

          if (change->table == SUTRA_TABLE_MENTION)
            refresh_span (self, articles, change);
        }
    }

  for (guint i = 0; i < articles->len; i++)
    sutra_article_flush_spans (g_ptr_array_index (articles, i));
}

static void
refresh_sentences (SutraCase *self)
{
  g_autoptr (GPtrArray) articles = hold_live (self, SUTRA_TABLE_ARTICLE);

  for (guint i = 0; i < articles->len; i++)
    sutra_article_reload_corrections (g_ptr_array_index (articles, i));
}

/* A location: entities do not keep them. A row never goes from one entity to another. */
static void
refresh_location (SutraCase *self, const SutraChange *change)
{
  g_autoptr (SutraEntity) entity = NULL;
  SutraId owner = change->owner;

  if (change->operation == SUTRA_CHANGE_UPDATE)
    owner = sutra_case_id_column (self, "SELECT entity FROM location WHERE id = ?", &change->id);
  g_set_object (&entity, sutra_case_peek_live (self, SUTRA_TABLE_ENTITY, &owner));
  if (entity != NULL)
    sutra_entity_emit_locations_changed (entity);
}

/* An alias or an attribute: its owner shows it; after an update another one may have shown it before. */
static void
refresh_owned (SutraCase *self, const SutraChange *change)
{
  const gboolean alias = change->table == SUTRA_TABLE_ALIAS;
  g_autoptr (GPtrArray) entities = hold_live (self, SUTRA_TABLE_ENTITY);
  SutraId owner = change->owner;

  if (change->operation == SUTRA_CHANGE_UPDATE && entities->len > 0)
    owner = sutra_case_id_column (self, alias ? "SELECT entity FROM alias WHERE id = ?" : "SELECT entity FROM attribute WHERE id = ?",
                                  &change->id);

  for (guint i = 0; i < entities->len; i++)
    {
      SutraEntity *entity = g_ptr_array_index (entities, i);
      gboolean owned = sutra_id_equal (sutra_entity_get_id (entity), &owner);

      if (alias)
        sutra_entity_reload_aliases (entity, &change->id, owned);
      else
        sutra_entity_reload_attributes (entity, &change->id, owned);
    }
}

static void
refresh_live (SutraCase *self, const SutraChange *change)
{
  SutraLive *live = sutra_case_peek_live (self, change->table, &change->id);

  if (live == NULL)
    return;
  g_object_ref (live);
  sutra_live_reload (live, NULL);
  g_object_unref (live);
}

static void
refresh_history (SutraCase *self)
{
  g_autoptr (SutraHistoryRow) undo = sutra_history_peek_undo (self->store);
  g_autoptr (SutraHistoryRow) redo = sutra_history_peek_redo (self->store);

  sutra_case_set_can (self, undo != NULL && !self->read_only, redo != NULL && !self->read_only);
}

void
sutra_case_refresh (SutraCase *self, SutraChanges *changes)
{
  g_autoptr (SutraCase) hold = g_object_ref (self);
  guint n_mentions = 0;
  gboolean types = FALSE, sentences = FALSE, articles = FALSE;

  for (guint i = 0; i < changes->rows->len && self->store != NULL; i++)
    {
      const SutraChange *change = &g_array_index (changes->rows, SutraChange, i);

      n_mentions += change->table == SUTRA_TABLE_MENTION;
      articles = articles || (change->table == SUTRA_TABLE_ARTICLE && change->operation != SUTRA_CHANGE_DELETE);
      types = types || change->table == SUTRA_TABLE_TYPE;
      sentences = sentences || change->table == SUTRA_TABLE_BOUNDARY;
      if (change->table == SUTRA_TABLE_ALIAS || change->table == SUTRA_TABLE_ATTRIBUTE)
        refresh_owned (self, change);
      else if (change->table == SUTRA_TABLE_LOCATION)
        refresh_location (self, change);
      else if (change->table != SUTRA_TABLE_TYPE)
        refresh_live (self, change);
    }

  /* A handler may have closed the case. */
  if (self->store != NULL && articles && self->watch_source != 0)
    sutra_case_index (self);
  if (self->store != NULL && types)
    sutra_tagset_reload (self->tagset, NULL);
  if (self->store != NULL)
    refresh_spans (self, changes, n_mentions);
  if (self->store != NULL && sentences)
    refresh_sentences (self);
  if (self->store != NULL)
    refresh_history (self);
  if (self->store != NULL)
    sutra_case_emit_changed (self, changes);
}
