/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-place-set.h"

#include <math.h>

#include "sutra-case-private.h"
#include "sutra-collate.h"
#include "sutra-location-private.h"

/* How often cancellation is looked for. */
#define ROWS_BETWEEN_LOOKS 1024
/* A tagset made by hand may go round in a circle. */
#define MAX_DEPTH 32

typedef struct
{
  SutraId id;
  SutraId parent;
  gboolean place;
} Type;

/* What mentions in the scope say of one entity, or of one dictionary form without an entity. */
typedef struct
{
  SutraId key; /* the entity; the null id */
  SutraId first;
  SutraId first_article;
  guint32 start, end;
  guint32 count;
  guint16 type;
} Tally;

/* An item that is to be sorted. */
typedef struct
{
  SutraPlaceItem item;
  SutraId key;
  GBytes *label_key; /* (nullable) */
} Entry;

typedef struct
{
  SutraStore *store;
  SutraPlaceScope scope;
  const SutraId *subject;
  GCancellable *cancellable;
  SutraPlaceSet *set;
  GArray *types;          /* Type, in the tagset's order */
  GHashTable *type_of;    /* SutraId in types → index + 1 */
  GHashTable *tallies;    /* SutraId in the Tally → Tally (owned): entities */
  GHashTable *forms;      /* "type key" → Tally (owned): mentions without an entity */
  GArray *located;        /* Entry */
  GArray *candidates;     /* Entry */
  GArray *unlocated;      /* Entry */
  GHashTable *located_at; /* SutraId → index in located + 1 */
} Run;

static gboolean
look (Run *run, guint n, GError **error)
{
  return n % ROWS_BETWEEN_LOOKS != 0 || !g_cancellable_set_error_if_cancelled (run->cancellable, error);
}

static gboolean
succeed (GError **failed, GError **error)
{
  if (*failed == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (failed));
  return FALSE;
}

static guint16
type_index (Run *run, const SutraId *type)
{
  guint found = GPOINTER_TO_UINT (g_hash_table_lookup (run->type_of, type));

  return found > 0 ? (guint16) MIN (found - 1, G_MAXUINT16) : 0;
}

static gboolean
is_place (Run *run, guint16 type)
{
  return type < run->types->len && g_array_index (run->types, Type, type).place;
}

/* ---- Types ---- */

static gboolean
read_types (Run *run, GError **error)
{
  g_autoptr (SutraStatement) rows = sutra_statement_new (run->store, error, "SELECT id, parent, slug FROM type ORDER BY position, id", "");
  g_autoptr (GError) failed = NULL;

  if (rows == NULL)
    return FALSE;
  while (sutra_statement_next (rows, &failed))
    {
      Type type = { sutra_statement_get_id (rows, 0), sutra_statement_get_id (rows, 1),
                    sutra_location_is_place_slug (sutra_statement_get_text (rows, 2)) };

      g_array_append_val (run->types, type);
    }
  for (guint i = 0; i < run->types->len; i++)
    g_hash_table_insert (run->type_of, &g_array_index (run->types, Type, i).id, GUINT_TO_POINTER (i + 1));
  for (guint i = 0; i < run->types->len; i++)
    {
      Type *type = &g_array_index (run->types, Type, i);
      guint at = i + 1;

      for (guint depth = 0; at != 0 && depth < MAX_DEPTH && !type->place; depth++)
        {
          const Type *above = &g_array_index (run->types, Type, at - 1);

          type->place = above->place;
          at = GPOINTER_TO_UINT (g_hash_table_lookup (run->type_of, &above->parent));
        }
    }
  return succeed (&failed, error);
}

/* ---- Mentions ---- */

static Tally *
tally_for (GHashTable *table, gpointer key, gboolean own_key)
{
  Tally *tally = g_hash_table_lookup (table, key);

  if (tally != NULL)
    return tally;
  tally = g_new0 (Tally, 1);
  if (own_key)
    {
      tally->key = *(const SutraId *) key;
      g_hash_table_insert (table, &tally->key, tally);
    }
  else
    g_hash_table_insert (table, g_strdup (key), tally);
  return tally;
}

/* Columns: id, article, start, end. The first mention is that of the first article, as the lists show them. */
static void
count (Tally *tally, SutraStatement *row)
{
  SutraId id = sutra_statement_get_id (row, 0);
  SutraId article = sutra_statement_get_id (row, 1);
  guint32 start = (guint32) sutra_statement_get_int (row, 2);
  guint32 end = (guint32) sutra_statement_get_int (row, 3);
  int order = tally->count == 0 ? -1 : sutra_id_compare (&article, &tally->first_article);

  if (order == 0)
    order = start != tally->start ? (start < tally->start ? -1 : 1) : end != tally->end ? (end > tally->end ? -1 : 1) : 0;
  if (order == 0)
    order = sutra_id_compare (&id, &tally->first);
  if (order < 0)
    {
      tally->first = id;
      tally->first_article = article;
      tally->start = start;
      tally->end = end;
    }
  tally->count++;
}

static gboolean
count_mentions (Run *run, GError **error)
{
#define COLUMNS                                                                                                                            \
  "SELECT id, article, start, \"end\", entity, type, CASE WHEN entity IS NULL THEN quote_key END FROM mention WHERE status = 0"
  static const char *const sql[] = {
    [SUTRA_PLACE_SCOPE_ARTICLE] = COLUMNS " AND article = ?",
    [SUTRA_PLACE_SCOPE_CASE] = COLUMNS,
    [SUTRA_PLACE_SCOPE_SELECTION] = COLUMNS " AND entity = ?",
  };
#undef COLUMNS
  g_autoptr (SutraStatement) rows = run->scope == SUTRA_PLACE_SCOPE_CASE
                                        ? sutra_statement_new (run->store, error, sql[run->scope], "")
                                        : sutra_statement_new (run->store, error, sql[run->scope], "i", run->subject);
  g_autoptr (GError) failed = NULL;
  guint n = 0;

  if (rows == NULL)
    return FALSE;
  while (sutra_statement_next (rows, &failed) && look (run, n++, &failed))
    {
      SutraId entity = sutra_statement_get_id (rows, 4);
      SutraId type = sutra_statement_get_id (rows, 5);
      guint16 index = type_index (run, &type);

      if (!sutra_id_is_null (&entity))
        count (tally_for (run->tallies, &entity, TRUE), rows);
      else if (is_place (run, index))
        {
          g_autofree char *key = g_strdup_printf ("%u %s", index, sutra_statement_get_text (rows, 6));
          Tally *tally = tally_for (run->forms, key, FALSE);

          tally->type = index;
          count (tally, rows);
        }
    }
  return succeed (&failed, error);
}

/* ---- Entities ---- */

static void
add_entry (GArray *entries, const SutraId *key, const SutraPlaceItem *item)
{
  Entry entry = { *item, *key, NULL };

  g_array_append_val (entries, entry);
}

/* Columns: id, type, label, latitude, longitude, radius_m. */
static void
take_entity (Run *run, SutraStatement *row)
{
  SutraId id = sutra_statement_get_id (row, 0);
  SutraId type = sutra_statement_get_id (row, 1);
  const SutraPoint point = { sutra_statement_get_double (row, 3), sutra_statement_get_double (row, 4) };
  const Tally *tally = g_hash_table_lookup (run->tallies, &id);
  const gboolean located = sutra_point_is_valid (&point);
  SutraPlaceItem item = {
    .entity = id,
    .point = { NAN, NAN },
    .radius_m = NAN,
    .type = type_index (run, &type),
    .role = SUTRA_LOCATION_CHOSEN,
  };

  if (!located && !is_place (run, item.type))
    return;
  if (tally != NULL)
    {
      item.mention = tally->first;
      item.count = tally->count;
    }
  item.label = g_string_chunk_insert (run->set->strings, sutra_statement_get_text (row, 2));
  if (located)
    {
      item.point = point;
      item.radius_m = sutra_statement_get_double (row, 5);
      sutra_projection_forward (&point, &item.at);
    }
  add_entry (located ? run->located : run->unlocated, &id, &item);
}

#define ENTITY_COLUMNS "SELECT id, type, label, latitude, longitude, radius_m FROM entity"

static gboolean
take_all_entities (Run *run, GError **error)
{
  g_autoptr (SutraStatement) rows = sutra_statement_new (run->store, error, ENTITY_COLUMNS, "");
  g_autoptr (GError) failed = NULL;
  guint n = 0;

  if (rows == NULL)
    return FALSE;
  while (sutra_statement_next (rows, &failed) && look (run, n++, &failed))
    take_entity (run, rows);
  return succeed (&failed, error);
}

static gboolean
take_one_entity (Run *run, const SutraId *id, GError **error)
{
  g_autoptr (SutraStatement) row = sutra_statement_new (run->store, error, ENTITY_COLUMNS " WHERE id = ?", "i", id);
  g_autoptr (GError) failed = NULL;

  if (row == NULL)
    return FALSE;
  if (sutra_statement_next (row, &failed))
    take_entity (run, row);
  return succeed (&failed, error);
}

static gboolean
take_entities (Run *run, GError **error)
{
  GHashTableIter iter;
  gpointer id;

  if (run->scope == SUTRA_PLACE_SCOPE_CASE)
    return take_all_entities (run, error);
  if (run->scope == SUTRA_PLACE_SCOPE_SELECTION)
    return take_one_entity (run, run->subject, error);
  g_hash_table_iter_init (&iter, run->tallies);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    {
      if (!take_one_entity (run, id, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
take_areas (Run *run, GError **error)
{
  g_autoptr (SutraStatement) rows =
      sutra_statement_new (run->store, error, "SELECT entity, area FROM location WHERE area IS NOT NULL AND role = 0", "");
  g_autoptr (GError) failed = NULL;

  if (rows == NULL)
    return FALSE;
  for (guint i = 0; i < run->located->len; i++)
    g_hash_table_insert (run->located_at, &g_array_index (run->located, Entry, i).key, GUINT_TO_POINTER (i + 1));
  while (sutra_statement_next (rows, &failed))
    {
      SutraId entity = sutra_statement_get_id (rows, 0);
      guint place = GPOINTER_TO_UINT (g_hash_table_lookup (run->located_at, &entity));

      if (place != 0)
        g_array_index (run->located, Entry, place - 1).item.area =
            g_string_chunk_insert_const (run->set->strings, sutra_statement_get_text (rows, 1));
    }
  return succeed (&failed, error);
}

/* Whether the scope has @entity, which need not be a place and need not be located. */
static gboolean
in_scope (Run *run, const SutraId *entity)
{
  switch (run->scope)
    {
    case SUTRA_PLACE_SCOPE_ARTICLE:
      return g_hash_table_contains (run->tallies, entity);
    case SUTRA_PLACE_SCOPE_SELECTION:
      return sutra_id_equal (entity, run->subject);
    case SUTRA_PLACE_SCOPE_CASE:
    default:
      return TRUE;
    }
}

static gboolean
take_candidates (Run *run, GError **error)
{
  /* "role > 0" is what the index says. */
  g_autoptr (SutraStatement) rows = sutra_statement_new (
      run->store, error,
      "SELECT location.id, entity, location.latitude, location.longitude, location.radius_m, area, entity.type, entity.label"
      " FROM location JOIN entity ON entity.id = location.entity WHERE role > 0 AND role = 1 ORDER BY location.id",
      "");
  g_autoptr (GError) failed = NULL;
  guint n = 0;

  if (rows == NULL)
    return FALSE;
  while (sutra_statement_next (rows, &failed) && look (run, n++, &failed))
    {
      SutraId id = sutra_statement_get_id (rows, 0);
      SutraId type = sutra_statement_get_id (rows, 6);
      const char *area = sutra_statement_get_text (rows, 5);
      const Tally *tally;
      SutraPlaceItem item = {
        .entity = sutra_statement_get_id (rows, 1),
        .point = { sutra_statement_get_double (rows, 2), sutra_statement_get_double (rows, 3) },
        .radius_m = sutra_statement_get_double (rows, 4),
        .type = type_index (run, &type),
        .role = SUTRA_LOCATION_CANDIDATE,
      };

      if (!in_scope (run, &item.entity) || !sutra_point_is_valid (&item.point))
        continue;
      tally = g_hash_table_lookup (run->tallies, &item.entity);
      if (tally != NULL)
        {
          item.mention = tally->first;
          item.count = tally->count;
        }
      item.area = area != NULL ? g_string_chunk_insert_const (run->set->strings, area) : NULL;
      item.label = g_string_chunk_insert (run->set->strings, sutra_statement_get_text (rows, 7));
      sutra_projection_forward (&item.point, &item.at);
      add_entry (run->candidates, &id, &item);
    }
  return succeed (&failed, error);
}

/* Mentions of places that point to no entity. */
static gboolean
take_forms (Run *run, GError **error)
{
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, run->forms);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      const Tally *tally = value;
      g_autoptr (SutraStatement) row = sutra_statement_new (
          run->store, error, "SELECT substr (quote, 1, stem_end - start) FROM mention WHERE id = ?", "i", &tally->first);
      SutraPlaceItem item = {
        .mention = tally->first,
        .point = { NAN, NAN },
        .radius_m = NAN,
        .count = tally->count,
        .type = tally->type,
        .role = SUTRA_LOCATION_CHOSEN,
      };

      if (row == NULL || !sutra_statement_next (row, error))
        return FALSE;
      item.label = g_string_chunk_insert (run->set->strings, sutra_statement_get_text (row, 0));
      add_entry (run->unlocated, &tally->first, &item);
    }
  return TRUE;
}

/* ---- Order ---- */

static void
entry_clear (gpointer data)
{
  g_clear_pointer (&((Entry *) data)->label_key, g_bytes_unref);
}

static GArray *
entries_new (void)
{
  GArray *entries = g_array_new (FALSE, FALSE, sizeof (Entry));

  g_array_set_clear_func (entries, entry_clear);
  return entries;
}

static int
compare_labels (gconstpointer a, gconstpointer b)
{
  const Entry *x = a;
  const Entry *y = b;
  int order = g_bytes_compare (x->label_key, y->label_key);

  return order != 0 ? order : sutra_id_compare (&x->key, &y->key);
}

static int
compare_counts (gconstpointer a, gconstpointer b)
{
  const Entry *x = a;
  const Entry *y = b;

  if (x->item.count != y->item.count)
    return x->item.count > y->item.count ? -1 : 1;
  return compare_labels (a, b);
}

static const GBytes *
label_key (Entry *entry)
{
  if (entry->label_key == NULL)
    entry->label_key = sutra_collate_key (entry->item.label);
  return entry->label_key;
}

static gboolean
make_keys (Run *run, GArray *entries, GError **error)
{
  for (guint i = 0; i < entries->len; i++)
    {
      if (!look (run, i, error))
        return FALSE;
      label_key (&g_array_index (entries, Entry, i));
    }
  return TRUE;
}

/* The place that @entry had in the order of @before, if it has the same label there; else G_MAXUINT. */
static guint
place_before (const SutraPlaces *before, const Entry *entry)
{
  guint place = GPOINTER_TO_UINT (g_hash_table_lookup (before->indices, &entry->key));

  if (place == 0 || strcmp (g_array_index (before->items, SutraPlaceItem, place - 1).label, entry->item.label) != 0)
    return G_MAXUINT;
  return place - 1;
}

/* Where @entry belongs among the sorted ones. */
static guint
find_place (Entry *const *sorted, guint n, Entry *entry)
{
  guint low = 0;

  label_key (entry);
  while (low < n)
    {
      guint middle = (low + n) / 2;

      label_key (sorted[middle]);
      if (compare_labels (sorted[middle], entry) < 0)
        low = middle + 1;
      else
        n = middle;
    }
  return low;
}

/* Keys are what sorting costs: entries that were there before are in order already, and the few others find their places among them. FALSE: too many are new. */
static gboolean
sort_like_before (GArray *entries, const SutraPlaces *before)
{
  g_autofree Entry **known = g_new0 (Entry *, before->items->len + 1);
  g_autofree guint *places = NULL;
  g_autoptr (GArray) sorted = NULL;
  g_autoptr (GArray) others = entries_new ();
  guint n_known = 0;

  for (guint i = 0; i < entries->len; i++)
    {
      Entry *entry = &g_array_index (entries, Entry, i);
      guint place = place_before (before, entry);

      if (place != G_MAXUINT)
        known[place] = entry;
      else if (others->len > entries->len / 16)
        return FALSE;
      else
        {
          label_key (entry);
          g_array_append_val (others, *entry);
          entry->label_key = NULL;
        }
    }
  for (guint i = 0; i < before->items->len; i++)
    {
      if (known[i] != NULL)
        known[n_known++] = known[i];
    }

  g_array_sort (others, compare_labels);
  places = g_new (guint, others->len + 1);
  for (guint i = 0; i < others->len; i++)
    places[i] = find_place (known, n_known, &g_array_index (others, Entry, i));
  sorted = g_array_sized_new (FALSE, FALSE, sizeof (Entry), entries->len);
  for (guint i = 0, j = 0; i < n_known || j < others->len;)
    {
      if (j < others->len && places[j] <= i)
        g_array_append_val (sorted, g_array_index (others, Entry, j++));
      else
        g_array_append_val (sorted, *known[i++]);
    }
  /* The keys go with the entries. */
  if (entries->len > 0)
    memcpy (entries->data, sorted->data, entries->len * sizeof (Entry));
  g_array_set_clear_func (others, NULL);
  return TRUE;
}

static gboolean
sort_by_label (Run *run, GArray *entries, const SutraPlaces *before, GError **error)
{
  if (before != NULL && sort_like_before (entries, before))
    return TRUE;
  if (!make_keys (run, entries, error))
    return FALSE;
  g_array_sort (entries, compare_labels);
  return TRUE;
}

/* Puts the entries into @places. */
static void
append (SutraPlaces *places, GArray *entries)
{
  for (guint i = 0; i < entries->len; i++)
    {
      const Entry *entry = &g_array_index (entries, Entry, i);

      g_array_append_val (places->items, entry->item);
      g_array_append_val (places->keys, entry->key);
    }
}

static void
index_keys (SutraPlaces *places)
{
  for (guint i = 0; i < places->keys->len; i++)
    g_hash_table_insert (places->indices, &g_array_index (places->keys, SutraId, i), GUINT_TO_POINTER (i + 1));
}

static gboolean
arrange (Run *run, const SutraPlaceSet *before, GError **error)
{
  const SutraPlaces *located = before != NULL ? &before->located : NULL;

  if (!sort_by_label (run, run->located, located, error) || !sort_by_label (run, run->candidates, located, error) ||
      !make_keys (run, run->unlocated, error))
    return FALSE;
  g_array_sort (run->unlocated, compare_counts);
  append (&run->set->located, run->located);
  append (&run->set->located, run->candidates);
  append (&run->set->unlocated, run->unlocated);
  index_keys (&run->set->located);
  index_keys (&run->set->unlocated);
  return TRUE;
}

/* ---- The whole ---- */

SutraPlaceSet *
sutra_place_set_read (SutraStore *store,
                      SutraPlaceScope scope,
                      const SutraId *subject,
                      const SutraPlaceSet *before,
                      GCancellable *cancellable,
                      GError **error)
{
  g_autoptr (SutraPlaceSet) set = sutra_place_set_new ();
  g_autoptr (GArray) types = g_array_new (FALSE, FALSE, sizeof (Type));
  g_autoptr (GHashTable) type_of = g_hash_table_new (sutra_id_hash, sutra_id_equal);
  g_autoptr (GHashTable) tallies = g_hash_table_new_full (sutra_id_hash, sutra_id_equal, NULL, g_free);
  g_autoptr (GHashTable) forms = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GArray) located = entries_new ();
  g_autoptr (GArray) candidates = entries_new ();
  g_autoptr (GArray) unlocated = entries_new ();
  g_autoptr (GHashTable) located_at = g_hash_table_new (sutra_id_hash, sutra_id_equal);
  Run run = { store, scope, subject, cancellable, set, types, type_of, tallies, forms, located, candidates, unlocated, located_at };
  gboolean ok;

  if (scope != SUTRA_PLACE_SCOPE_CASE && sutra_id_is_null (subject))
    return g_steal_pointer (&set);
  /* One transaction: all is read from one state of the case. */
  if (!sutra_store_run (store, error, "BEGIN", ""))
    return NULL;
  ok = read_types (&run, error) && count_mentions (&run, error) && take_entities (&run, error) && take_areas (&run, error) &&
       take_candidates (&run, error) && take_forms (&run, error);
  sutra_store_run (store, NULL, "COMMIT", "");
  return ok && arrange (&run, before, error) ? g_steal_pointer (&set) : NULL;
}

/* ---- For exports ---- */

SutraPlaceSnapshot *
sutra_place_snapshot_new (SutraStore *store, const SutraId *article, GCancellable *cancellable, GError **error)
{
  g_autoptr (SutraPlaceSet) set = NULL;
  SutraPlaceSnapshot *self;

  g_return_val_if_fail (store != NULL, NULL);

  if (article != NULL && !sutra_case_row_exists (store, SUTRA_TABLE_ARTICLE, article))
    {
      sutra_case_fail_not_found (SUTRA_TABLE_ARTICLE, article, error);
      return NULL;
    }
  set =
      sutra_place_set_read (store, article != NULL ? SUTRA_PLACE_SCOPE_ARTICLE : SUTRA_PLACE_SCOPE_CASE, article, NULL, cancellable, error);
  if (set == NULL)
    return NULL;
  self = g_new0 (SutraPlaceSnapshot, 1);
  self->items = g_array_ref (set->located.items);
  self->n_unlocated = set->unlocated.items->len;
  self->strings = g_steal_pointer (&set->strings);
  set->strings = g_string_chunk_new (16);
  return self;
}

void
sutra_place_snapshot_free (SutraPlaceSnapshot *self)
{
  if (self == NULL)
    return;

  g_array_unref (self->items);
  g_string_chunk_free (self->strings);
  g_free (self);
}
