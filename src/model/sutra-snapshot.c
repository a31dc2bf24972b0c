/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-snapshot.h"

#include <stdlib.h>
#include <string.h>

#include "sutra-collate.h"
#include "sutra-content.h"
#include "sutra-edit.h"
#include "sutra-error.h"
#include "sutra-live-private.h"
#include "sutra-location.h"
#include "sutra-statement.h"

/* How often cancellation is looked for. */
#define ROWS_BETWEEN_LOOKS 1024

/* What is needed while a snapshot is read. */
typedef struct
{
  SutraSnapshot *snapshot;
  SutraStore *store;
  const SutraId *article; /* (nullable) */
  const char *statuses;
  GCancellable *cancellable;
  GHashTable *types; /* SutraId * → index + 1 */
  GHashTable *articles;
  GHashTable *entities;
} Reader;

static const char *
keep (SutraSnapshot *self, const char *text)
{
  return text != NULL ? g_string_chunk_insert (self->strings, text) : NULL;
}

/* Few values that occur many times (authors). */
static const char *
keep_once (SutraSnapshot *self, const char *text)
{
  return text != NULL ? g_string_chunk_insert_const (self->strings, text) : NULL;
}

static guint
index_of (GHashTable *table, const SutraId *id)
{
  guint found = GPOINTER_TO_UINT (g_hash_table_lookup (table, id));

  return found == 0 ? SUTRA_SNAPSHOT_NONE : found - 1;
}

static void
remember (GHashTable *table, const SutraId *id, guint index)
{
  g_hash_table_insert (table, g_memdup2 (id, sizeof *id), GUINT_TO_POINTER (index + 1));
}

static gboolean
look (Reader *reader, guint n, GError **error)
{
  return n % ROWS_BETWEEN_LOOKS != 0 || !g_cancellable_set_error_if_cancelled (reader->cancellable, error);
}

static gboolean
succeed (GError **failed, GError **error)
{
  if (*failed == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (failed));
  return FALSE;
}

/* Rows */

static gboolean
read_types (Reader *reader, GError **error)
{
  g_autoptr (SutraStatement) rows =
      sutra_statement_new (reader->store, error, "SELECT id, slug, name, color, badge, entities FROM type ORDER BY position, id", "");
  g_autoptr (GError) failed = NULL;

  if (rows == NULL)
    return FALSE;
  while (sutra_statement_next (rows, &failed))
    {
      SutraSnapshot *self = reader->snapshot;
      SutraSnapshotType type = {
        .id = sutra_statement_get_id (rows, 0),
        .slug = keep (self, sutra_statement_get_text (rows, 1)),
        .name = keep (self, sutra_statement_get_text (rows, 2)),
        .color = keep (self, sutra_statement_get_text (rows, 3)),
        .badge = keep (self, sutra_statement_get_text (rows, 4)),
        .names_entities = sutra_statement_get_int (rows, 5) != 0,
      };

      remember (reader->types, &type.id, self->types->len);
      g_array_append_val (self->types, type);
    }
  return succeed (&failed, error);
}

static gboolean
read_articles (Reader *reader, GError **error)
{
  g_autoptr (SutraStatement) rows = sutra_statement_new (
      reader->store, error,
      "SELECT id, title, source, url, author, published, accessed, language, file_name, notes, encoding, media_type, sha256, text_sha256,"
      " added, code_points FROM article WHERE ?1 IS NULL OR id = ?1 ORDER BY added, id",
      "i", reader->article);
  SutraSnapshot *self = reader->snapshot;
  g_autoptr (GError) failed = NULL;

  if (rows == NULL)
    return FALSE;
  while (sutra_statement_next (rows, &failed) && look (reader, self->articles->len, &failed))
    {
      SutraSnapshotArticle article = {
        .id = sutra_statement_get_id (rows, 0),
        .title = keep (self, sutra_statement_get_text (rows, 1)),
        .source = keep (self, sutra_statement_get_text (rows, 2)),
        .url = keep (self, sutra_statement_get_text (rows, 3)),
        .author = keep (self, sutra_statement_get_text (rows, 4)),
        .published = keep (self, sutra_statement_get_text (rows, 5)),
        .accessed = keep (self, sutra_statement_get_text (rows, 6)),
        .language = keep_once (self, sutra_statement_get_text (rows, 7)),
        .file_name = keep (self, sutra_statement_get_text (rows, 8)),
        .notes = keep (self, sutra_statement_get_text (rows, 9)),
        .encoding = keep_once (self, sutra_statement_get_text (rows, 10)),
        .media_type = keep_once (self, sutra_statement_get_text (rows, 11)),
        .sha256 = keep (self, sutra_statement_get_text (rows, 12)),
        .text_sha256 = keep (self, sutra_statement_get_text (rows, 13)),
        .added = keep (self, sutra_statement_get_text (rows, 14)),
        .code_points = (guint) sutra_statement_get_int (rows, 15),
      };

      remember (reader->articles, &article.id, self->articles->len);
      g_array_append_val (self->articles, article);
    }
  if (failed == NULL && reader->article != NULL && self->articles->len == 0)
    {
      g_autofree char *id = sutra_id_dup_string (reader->article);

      g_set_error (&failed, SUTRA_ERROR, SUTRA_ERROR_NOT_FOUND, "There is no article %s in the case (any longer)", id);
    }
  return succeed (&failed, error);
}

static void
read_fragments (SutraSnapshot *self, const char *text, SutraSnapshotMention *mention)
{
  g_autoptr (GArray) ranges = NULL;

  if (text == NULL)
    return;
  ranges = sutra_fragments_parse (text);
  if (ranges->len == 0)
    return;
  mention->n_fragments = ranges->len;
  mention->fragments = g_memdup2 (ranges->data, ranges->len * sizeof (SutraRange));
  g_ptr_array_add (self->blocks, (gpointer) mention->fragments);
}

static int
compare_mentions (const void *a, const void *b)
{
  const SutraSnapshotMention *x = a;
  const SutraSnapshotMention *y = b;

  if (x->article != y->article)
    return x->article < y->article ? -1 : 1;
  if (x->start != y->start)
    return x->start < y->start ? -1 : 1;
  if (x->end != y->end)
    return x->end > y->end ? -1 : 1;
  return sutra_id_compare (&x->id, &y->id);
}

/* Entities are numbered as mentions name them; mentions keep the number, and read_entities() fills the rows. */
static guint
entity_index (Reader *reader, const SutraId *id)
{
  SutraSnapshotEntity entity = { .id = *id, .first_mention = SUTRA_SNAPSHOT_NONE, .label = "", .created = "" };
  guint index;

  if (sutra_id_is_null (id))
    return SUTRA_SNAPSHOT_NONE;
  index = index_of (reader->entities, id);
  if (index != SUTRA_SNAPSHOT_NONE)
    return index;
  index = reader->snapshot->entities->len;
  remember (reader->entities, id, index);
  g_array_append_val (reader->snapshot->entities, entity);
  return index;
}

static gboolean
read_mentions (Reader *reader, GError **error)
{
  g_autofree char *sql = g_strdup_printf (
      "SELECT id, article, start, \"end\", stem_end, fragments, type, entity, value, quote, status, origin, note, author, created"
      " FROM mention WHERE %s (?1 IS NULL OR article = ?1)",
      reader->statuses);
  g_autoptr (SutraStatement) rows = sutra_statement_new (reader->store, error, sql, "i", reader->article);
  SutraSnapshot *self = reader->snapshot;
  g_autoptr (GError) failed = NULL;

  if (rows == NULL)
    return FALSE;
  while (sutra_statement_next (rows, &failed) && look (reader, self->mentions->len, &failed))
    {
      SutraId article = sutra_statement_get_id (rows, 1);
      SutraId type = sutra_statement_get_id (rows, 6);
      SutraId entity = sutra_statement_get_id (rows, 7);
      SutraSnapshotMention mention = {
        .id = sutra_statement_get_id (rows, 0),
        .article = index_of (reader->articles, &article),
        .start = (guint32) sutra_statement_get_int (rows, 2),
        .end = (guint32) sutra_statement_get_int (rows, 3),
        .stem_end = (guint32) sutra_statement_get_int (rows, 4),
        .type = index_of (reader->types, &type),
        .value = keep (self, sutra_statement_get_text (rows, 8)),
        .quote = keep_once (self, sutra_statement_get_text (rows, 9)),
        .status = sutra_mention_status_from_int (sutra_statement_get_int (rows, 10)),
        .origin = sutra_mention_origin_from_int (sutra_statement_get_int (rows, 11)),
        .note = keep (self, sutra_statement_get_text (rows, 12)),
        .author = keep_once (self, sutra_statement_get_text (rows, 13)),
        .created = keep (self, sutra_statement_get_text (rows, 14)),
      };

      /* A damaged file: sutra_check_run() says so. */
      if (mention.article == SUTRA_SNAPSHOT_NONE || mention.type == SUTRA_SNAPSHOT_NONE)
        continue;
      mention.entity = entity_index (reader, &entity);
      read_fragments (self, sutra_statement_get_text (rows, 5), &mention);
      g_array_append_val (self->mentions, mention);
    }
  return succeed (&failed, error);
}

static gboolean
read_entities (Reader *reader, GError **error)
{
  g_autoptr (SutraStatement) rows = sutra_statement_new (
      reader->store, error, "SELECT id, type, label, value, notes, date, created, latitude, longitude, radius_m FROM entity", "");
  SutraSnapshot *self = reader->snapshot;
  g_autoptr (GError) failed = NULL;
  guint n = 0;

  if (rows == NULL)
    return FALSE;
  while (sutra_statement_next (rows, &failed) && look (reader, n++, &failed))
    {
      SutraId id = sutra_statement_get_id (rows, 0);
      SutraId type = sutra_statement_get_id (rows, 1);
      guint index = index_of (reader->entities, &id);
      SutraSnapshotEntity *entity;

      /* A damaged file: sutra_check_run() says so. With no type at all there is no mention either. */
      if (sutra_id_is_null (&id) || self->types->len == 0)
        continue;
      if (index == SUTRA_SNAPSHOT_NONE)
        {
          if (reader->article != NULL)
            continue;
          index = entity_index (reader, &id);
        }
      entity = &g_array_index (self->entities, SutraSnapshotEntity, index);
      entity->type = index_of (reader->types, &type) != SUTRA_SNAPSHOT_NONE ? index_of (reader->types, &type) : 0;
      entity->label = keep (self, sutra_statement_get_text (rows, 2));
      entity->value = keep (self, sutra_statement_get_text (rows, 3));
      entity->notes = keep (self, sutra_statement_get_text (rows, 4));
      entity->date = keep (self, sutra_statement_get_text (rows, 5));
      entity->created = keep (self, sutra_statement_get_text (rows, 6));
      entity->latitude = sutra_statement_get_double (rows, 7);
      entity->longitude = sutra_statement_get_double (rows, 8);
      entity->radius_m = sutra_statement_get_double (rows, 9);
    }
  return succeed (&failed, error);
}

/* Aliases and attributes come grouped by entity; pointers to them are made when their array no longer moves. */
static SutraSnapshotEntity *
owner_of (Reader *reader, SutraStatement *rows)
{
  SutraId id = sutra_statement_get_id (rows, 0);
  guint index = index_of (reader->entities, &id);

  return index != SUTRA_SNAPSHOT_NONE ? &g_array_index (reader->snapshot->entities, SutraSnapshotEntity, index) : NULL;
}

static gboolean
read_aliases (Reader *reader, GError **error)
{
  g_autoptr (SutraStatement) rows =
      sutra_statement_new (reader->store, error, "SELECT entity, text, language, mention FROM alias ORDER BY entity, id", "");
  SutraSnapshot *self = reader->snapshot;
  g_autoptr (GPtrArray) owners = g_ptr_array_new ();
  g_autoptr (GError) failed = NULL;

  if (rows == NULL)
    return FALSE;
  while (sutra_statement_next (rows, &failed))
    {
      SutraSnapshotEntity *entity = owner_of (reader, rows);
      SutraSnapshotAlias alias = {
        .text = keep (self, sutra_statement_get_text (rows, 1)),
        .language = keep_once (self, sutra_statement_get_text (rows, 2)),
        .mention = sutra_statement_get_id (rows, 3),
      };

      if (entity == NULL)
        continue;
      g_array_append_val (self->aliases, alias);
      g_ptr_array_add (owners, entity);
    }
  for (guint i = 0; i < owners->len; i++)
    {
      SutraSnapshotEntity *entity = owners->pdata[i];

      if (entity->n_aliases++ == 0)
        entity->aliases = &g_array_index (self->aliases, SutraSnapshotAlias, i);
    }
  return succeed (&failed, error);
}

static gboolean
read_attributes (Reader *reader, GError **error)
{
  g_autoptr (SutraStatement) rows =
      sutra_statement_new (reader->store, error, "SELECT entity, name, value FROM attribute ORDER BY entity, position, id", "");
  SutraSnapshot *self = reader->snapshot;
  g_autoptr (GPtrArray) owners = g_ptr_array_new ();
  g_autoptr (GError) failed = NULL;

  if (rows == NULL)
    return FALSE;
  while (sutra_statement_next (rows, &failed))
    {
      SutraSnapshotEntity *entity = owner_of (reader, rows);
      SutraSnapshotAttribute attribute = {
        .name = keep_once (self, sutra_statement_get_text (rows, 1)),
        .value = keep (self, sutra_statement_get_text (rows, 2)),
      };

      if (entity == NULL)
        continue;
      g_array_append_val (self->attributes, attribute);
      g_ptr_array_add (owners, entity);
    }
  for (guint i = 0; i < owners->len; i++)
    {
      SutraSnapshotEntity *entity = owners->pdata[i];

      if (entity->n_attributes++ == 0)
        entity->attributes = &g_array_index (self->attributes, SutraSnapshotAttribute, i);
    }
  return succeed (&failed, error);
}

static const char *
source_of (const SutraSnapshotEntity *entity, const char *source)
{
  const SutraPoint point = { entity->latitude, entity->longitude };
  int known = sutra_location_source_from_string (source);

  if (!sutra_point_is_valid (&point))
    return NULL;
  return sutra_location_source_to_string (known >= 0 ? (SutraLocationSource) known : SUTRA_LOCATION_FROM_TYPING);
}

static gboolean
read_locations (Reader *reader, GError **error)
{
  g_autoptr (SutraStatement) rows = sutra_statement_new (
      reader->store, error,
      "SELECT entity, role, latitude, longitude, radius_m, area, place, source FROM location ORDER BY entity, role, id", "");
  SutraSnapshot *self = reader->snapshot;
  g_autoptr (GPtrArray) owners = g_ptr_array_new ();
  g_autoptr (GError) failed = NULL;

  if (rows == NULL)
    return FALSE;
  for (guint i = 0; i < self->entities->len; i++)
    {
      SutraSnapshotEntity *entity = &g_array_index (self->entities, SutraSnapshotEntity, i);

      entity->location_source = source_of (entity, NULL);
    }
  while (sutra_statement_next (rows, &failed) && look (reader, owners->len, &failed))
    {
      SutraSnapshotEntity *entity = owner_of (reader, rows);
      const gint64 role = sutra_statement_get_int (rows, 1);
      SutraSnapshotLocation location = {
        .rejected = role != SUTRA_LOCATION_CANDIDATE,
        .latitude = sutra_statement_get_double (rows, 2),
        .longitude = sutra_statement_get_double (rows, 3),
        .radius_m = sutra_statement_get_double (rows, 4),
        .area = keep_once (self, sutra_statement_get_text (rows, 5)),
        .place = keep_once (self, sutra_statement_get_text (rows, 6)),
        .source = keep_once (self, sutra_statement_get_text (rows, 7)),
      };

      if (entity == NULL)
        continue;
      if (role == SUTRA_LOCATION_CHOSEN)
        {
          entity->location_source = source_of (entity, location.source);
          entity->area = entity->location_source != NULL ? location.area : NULL;
          entity->place = entity->location_source != NULL ? location.place : NULL;
          continue;
        }
      g_array_append_val (self->locations, location);
      g_ptr_array_add (owners, entity);
    }
  for (guint i = 0; i < owners->len; i++)
    {
      SutraSnapshotEntity *entity = owners->pdata[i];

      if (entity->n_locations++ == 0)
        entity->locations = &g_array_index (self->locations, SutraSnapshotLocation, i);
    }
  return succeed (&failed, error);
}

/* Order */

static void
place_mentions (SutraSnapshot *self)
{
  if (self->mentions->len > 0)
    qsort (self->mentions->data, self->mentions->len, sizeof (SutraSnapshotMention), compare_mentions);
  for (guint i = 0; i < self->mentions->len; i++)
    {
      const SutraSnapshotMention *mention = sutra_snapshot_mention (self, i);
      SutraSnapshotArticle *article = &g_array_index (self->articles, SutraSnapshotArticle, mention->article);

      if (article->n_mentions++ == 0)
        article->first_mention = i;
      if (mention->entity != SUTRA_SNAPSHOT_NONE)
        {
          SutraSnapshotEntity *entity = &g_array_index (self->entities, SutraSnapshotEntity, mention->entity);

          if (entity->n_mentions++ == 0)
            entity->first_mention = i;
        }
    }
}

static int
compare_entities (gconstpointer a, gconstpointer b, gpointer data)
{
  const GArray *entities = data;
  const SutraSnapshotEntity *x = &g_array_index (entities, SutraSnapshotEntity, *(const guint *) a);
  const SutraSnapshotEntity *y = &g_array_index (entities, SutraSnapshotEntity, *(const guint *) b);
  int order;

  if (x->first_mention != y->first_mention)
    return x->first_mention < y->first_mention ? -1 : 1;
  order = sutra_collate (x->label, y->label);
  return order != 0 ? order : sutra_id_compare (&x->id, &y->id);
}

static void
place_entities (SutraSnapshot *self)
{
  GArray *old = self->entities;
  guint n = old->len;
  g_autofree guint *order = g_new (guint, n);
  g_autofree guint *places = g_new (guint, n);

  for (guint i = 0; i < n; i++)
    order[i] = i;
  g_qsort_with_data (order, (gint) n, sizeof *order, compare_entities, old);
  self->entities = g_array_sized_new (FALSE, FALSE, sizeof (SutraSnapshotEntity), n);
  for (guint i = 0; i < n; i++)
    {
      places[order[i]] = i;
      g_array_append_val (self->entities, g_array_index (old, SutraSnapshotEntity, order[i]));
    }
  for (guint i = 0; i < self->mentions->len; i++)
    {
      SutraSnapshotMention *mention = &g_array_index (self->mentions, SutraSnapshotMention, i);

      if (mention->entity != SUTRA_SNAPSHOT_NONE)
        mention->entity = places[mention->entity];
    }
  g_array_unref (old);
}

static gboolean
read_all (Reader *reader, GError **error)
{
  SutraSnapshot *self = reader->snapshot;

  self->case_name = sutra_store_get_setting (reader->store, "name");
  if (self->case_name == NULL)
    {
      g_autofree char *base = g_path_get_basename (sutra_store_get_path (reader->store));

      if (g_str_has_suffix (base, ".sutra"))
        base[strlen (base) - strlen (".sutra")] = '\0';
      self->case_name = g_filename_display_name (base);
    }
  self->case_id = sutra_store_get_setting (reader->store, "case_id");
  self->head = sutra_store_get_int (reader->store, 0, "SELECT coalesce(max(seq), 0) FROM history", "");
  if (!read_types (reader, error) || !read_articles (reader, error) || !read_mentions (reader, error) || !read_entities (reader, error) ||
      !read_aliases (reader, error) || !read_attributes (reader, error) || !read_locations (reader, error))
    return FALSE;
  place_mentions (self);
  place_entities (self);
  return TRUE;
}

SutraSnapshot *
sutra_snapshot_new (SutraStore *store, const SutraId *article, gboolean all_statuses, GCancellable *cancellable, GError **error)
{
  g_autoptr (SutraSnapshot) self = g_new0 (SutraSnapshot, 1);
  g_autoptr (GHashTable) types = g_hash_table_new_full (sutra_id_hash, sutra_id_equal, g_free, NULL);
  g_autoptr (GHashTable) articles = g_hash_table_new_full (sutra_id_hash, sutra_id_equal, g_free, NULL);
  g_autoptr (GHashTable) entities = g_hash_table_new_full (sutra_id_hash, sutra_id_equal, g_free, NULL);
  Reader reader = { self, store, article, all_statuses ? "" : "status = 0 AND", cancellable, types, articles, entities };
  gboolean own;
  gboolean done;

  g_return_val_if_fail (store != NULL, NULL);

  self->strings = g_string_chunk_new (64 * 1024);
  self->blocks = g_ptr_array_new_with_free_func (g_free);
  self->types = g_array_new (FALSE, FALSE, sizeof (SutraSnapshotType));
  self->articles = g_array_new (FALSE, FALSE, sizeof (SutraSnapshotArticle));
  self->mentions = g_array_new (FALSE, FALSE, sizeof (SutraSnapshotMention));
  self->entities = g_array_new (FALSE, FALSE, sizeof (SutraSnapshotEntity));
  self->aliases = g_array_new (FALSE, FALSE, sizeof (SutraSnapshotAlias));
  self->attributes = g_array_new (FALSE, FALSE, sizeof (SutraSnapshotAttribute));
  self->locations = g_array_new (FALSE, FALSE, sizeof (SutraSnapshotLocation));

  /* Within an edit there is a transaction already. */
  own = !sutra_store_in_edit (store);
  if (own && !sutra_store_run (store, error, "BEGIN", ""))
    return NULL;
  done = read_all (&reader, error);
  if (own)
    sutra_store_run (store, NULL, "COMMIT", "");
  return done ? g_steal_pointer (&self) : NULL;
}

void
sutra_snapshot_free (SutraSnapshot *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->types, g_array_unref);
  g_clear_pointer (&self->articles, g_array_unref);
  g_clear_pointer (&self->mentions, g_array_unref);
  g_clear_pointer (&self->entities, g_array_unref);
  g_clear_pointer (&self->aliases, g_array_unref);
  g_clear_pointer (&self->attributes, g_array_unref);
  g_clear_pointer (&self->locations, g_array_unref);
  g_clear_pointer (&self->blocks, g_ptr_array_unref);
  g_clear_pointer (&self->strings, g_string_chunk_free);
  g_free (self->case_name);
  g_free (self->case_id);
  g_free (self);
}

SutraText *
sutra_snapshot_load_text (const SutraSnapshot *self, SutraStore *store, guint i, GError **error)
{
  g_autoptr (GBytes) bytes = NULL;

  g_return_val_if_fail (i < self->articles->len, NULL);

  bytes = sutra_content_get (store, sutra_snapshot_article (self, i)->text_sha256, TRUE, error);
  return bytes != NULL ? sutra_text_new (bytes, error) : NULL;
}
