/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-entity-import.h"
#include "sutra-case-private.h"
#include "sutra-edtf.h"
#include "sutra-fold.h"
#include "sutra-location-private.h"

#include <math.h>

/* How long a transaction may take before it ends, in microseconds. */
#define MAX_HOLD 8000
#define MAX_ALIASES 200
#define MAX_FIELD 100000

void
sutra_entity_draft_free (SutraEntityDraft *self)
{
  if (self == NULL)
    return;

  g_free (self->type);
  g_free (self->label);
  g_strfreev (self->aliases);
  g_free (self->value);
  g_free (self->date);
  g_free (self->notes);
  sutra_location_free (self->location);
  g_free (self);
}

void
sutra_entity_result_clear (SutraEntityResult *self)
{
  g_clear_error (&self->error);
}

typedef struct
{
  SutraStore *store;
  SutraId fallback;   /* the type for drafts that have none */
  GHashTable *types;  /* slug → SutraId */
  GHashTable *by_own; /* SutraId: entities that this import made with an id of their own */
} Import;

/* ---- Types ---- */

static gboolean
read_types (Import *import, GError **error)
{
  g_autoptr (SutraStatement) rows = sutra_statement_new (
      import->store, error,
      "WITH RECURSIVE place (id) AS (SELECT id FROM type WHERE slug IN ('place', 'facility') UNION SELECT type.id FROM type"
      " JOIN place ON type.parent = place.id) SELECT id, slug, entities FROM type"
      " ORDER BY slug = 'place' DESC, id IN (SELECT id FROM place) DESC, position, id",
      "");
  g_autoptr (GError) failed = NULL;

  if (rows == NULL)
    return FALSE;
  while (sutra_statement_next (rows, &failed))
    {
      SutraId id = sutra_statement_get_id (rows, 0);

      if (sutra_statement_get_int (rows, 2) == 0)
        continue;
      if (sutra_id_is_null (&import->fallback))
        import->fallback = id;
      g_hash_table_insert (import->types, sutra_statement_dup_text (rows, 1), g_memdup2 (&id, sizeof id));
    }
  if (failed != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failed));
      return FALSE;
    }
  return !sutra_id_is_null (&import->fallback) ||
         sutra_case_fail (error, SUTRA_ERROR_INVALID, "No type of this case names entities. Add one to its tagset.");
}

/* ---- Finding ---- */

/* The entity of that id; of another one's id: INVALID. */
static gboolean
find_id (Import *import, const SutraId *id, SutraId *entity, GError **error)
{
  SutraTable table;

  if (sutra_id_is_null (id) || !sutra_case_table_of (import->store, id, (1u << SUTRA_N_TABLES) - 1, &table))
    return TRUE;
  if (table != SUTRA_TABLE_ENTITY)
    return sutra_case_fail (error, SUTRA_ERROR_INVALID, "Its id is that of something else in this case. Remove it.");
  *entity = *id;
  return TRUE;
}

static gboolean
find_entity (Import *import, const SutraEntityDraft *draft, const SutraId *type, const char *label, SutraId *entity, GError **error)
{
  g_autoptr (GError) failed = NULL;

  *entity = SUTRA_ID_NULL;
  if (!find_id (import, &draft->id, entity, error))
    return FALSE;
  if (!sutra_id_is_null (entity))
    return TRUE;
  if (!sutra_store_find_label (import->store, type, label, entity, &failed))
    {
      /* With an id nobody needs to guess which of several is meant: none. */
      if (!sutra_id_is_null (&draft->id) && g_error_matches (failed, SUTRA_ERROR, SUTRA_ERROR_AMBIGUOUS))
        return TRUE;
      g_propagate_error (error, g_steal_pointer (&failed));
      return FALSE;
    }
  /* Two of one file that have ids are two, whatever they are called. */
  if (!sutra_id_is_null (&draft->id) && g_hash_table_contains (import->by_own, entity))
    *entity = SUTRA_ID_NULL;
  return TRUE;
}

/* ---- Writing ---- */

static gboolean
add_entity (Import *import, const SutraEntityDraft *draft, const SutraId *type, const char *label, SutraId *entity, GError **error)
{
  const gboolean own = !sutra_id_is_null (&draft->id);

  *entity = own ? draft->id : sutra_id_new ();
  if (own)
    g_hash_table_add (import->by_own, g_memdup2 (entity, sizeof *entity));
  return sutra_store_insert_entity (import->store, entity, type, label, error);
}

static gboolean
has_name (Import *import, const SutraId *entity, const char *name)
{
  return sutra_store_get_int (
             import->store, 0,
             "SELECT 1 FROM entity WHERE id = ?1 AND label = ?2 UNION ALL SELECT 1 FROM alias WHERE entity = ?1 AND text = ?2", "is",
             entity, name) == 1;
}

static gboolean
add_aliases (Import *import, const SutraEntityDraft *draft, const SutraId *entity, GError **error)
{
  for (guint i = 0; draft->aliases != NULL && draft->aliases[i] != NULL && i < MAX_ALIASES; i++)
    {
      g_autofree char *name = sutra_case_clean_label (draft->aliases[i], NULL);
      g_autofree char *key = NULL;
      SutraId id = sutra_id_new ();

      if (name == NULL || has_name (import, entity, name))
        continue;
      key = sutra_fold_string (name, -1);
      if (!sutra_store_run (import->store, error, "INSERT INTO alias (id, entity, text, text_key) VALUES (?, ?, ?, ?)", "iiss", &id, entity,
                            name, key))
        return FALSE;
    }
  return TRUE;
}

static gboolean
fill_fields (Import *import, const SutraEntityDraft *draft, const SutraId *entity, GError **error)
{
  if (draft->value == NULL && draft->date == NULL && draft->notes == NULL)
    return TRUE;
  return sutra_store_run (import->store, error,
                          "UPDATE entity SET value = ifnull (value, ?), date = ifnull (date, ?), notes = ifnull (notes, ?) WHERE id = ?",
                          "sssi", draft->value, draft->date, draft->notes, entity);
}

static gboolean
same_place (const SutraLocation *a, const SutraLocation *b)
{
  if (a->place != NULL && g_strcmp0 (a->place, b->place) == 0)
    return TRUE;
  return a->point.latitude == b->point.latitude && a->point.longitude == b->point.longitude;
}

/* What was chosen stays chosen, and what was turned down stays so. */
static gboolean
take_location (Import *import,
               const SutraEntityDraft *draft,
               const SutraId *entity,
               gboolean added,
               SutraEntityOutcome *outcome,
               GError **error)
{
  g_autoptr (GPtrArray) known = NULL;
  SutraLocation location;
  gboolean located = FALSE;

  *outcome = added ? SUTRA_ENTITY_ADDED : SUTRA_ENTITY_SAME;
  if (draft->location == NULL)
    return TRUE;
  known = sutra_location_list (import->store, entity, error);
  if (known == NULL)
    return FALSE;
  location = *draft->location;
  for (guint i = 0; i < known->len; i++)
    {
      const SutraLocation *other = g_ptr_array_index (known, i);

      located = located || other->role == SUTRA_LOCATION_CHOSEN;
      /* A candidate that is now said to be the one. */
      if (same_place (&location, other) &&
          (other->role != SUTRA_LOCATION_CANDIDATE || location.role == SUTRA_LOCATION_CANDIDATE || located))
        return TRUE;
    }
  if (location.role == SUTRA_LOCATION_CHOSEN && located)
    location.role = SUTRA_LOCATION_CANDIDATE;
  if (!added)
    *outcome = location.role == SUTRA_LOCATION_CHOSEN ? SUTRA_ENTITY_LOCATED : SUTRA_ENTITY_KEPT;
  return sutra_location_write (import->store, entity, &location, error);
}

static gboolean
check_field (const char *name, const char *value, GError **error)
{
  return value == NULL || (g_utf8_validate (value, -1, NULL) && strlen (value) <= MAX_FIELD) ||
         sutra_case_fail (error, SUTRA_ERROR_INVALID, "Its %s is not valid UTF-8 or longer than %d bytes.", name, MAX_FIELD);
}

/* What is wrong with @draft itself. */
static gboolean
check_draft (const SutraEntityDraft *draft, GError **error)
{
  if (!check_field ("value", draft->value, error) || !check_field ("notes", draft->notes, error) ||
      (draft->location != NULL && !sutra_location_check (draft->location, error)))
    return FALSE;
  if (draft->location != NULL && draft->location->role == SUTRA_LOCATION_REJECTED)
    return sutra_case_fail (error, SUTRA_ERROR_INVALID, "What an entity is not is not imported.");
  return draft->date == NULL || sutra_edtf_validate (draft->date, error);
}

/* FALSE with an error of the store; a draft that is refused has its error in @result. */
static gboolean
import_one (Import *import, const SutraEntityDraft *draft, SutraEntityResult *result, GError **error)
{
  g_autofree char *label = sutra_case_clean_label (draft->label, &result->error);
  const SutraId *type = draft->type != NULL ? g_hash_table_lookup (import->types, draft->type) : NULL;
  SutraId entity = SUTRA_ID_NULL;
  gboolean added;

  if (type == NULL)
    type = &import->fallback;
  result->outcome = SUTRA_ENTITY_REFUSED;
  result->entity = SUTRA_ID_NULL;
  if (label == NULL || !check_draft (draft, &result->error))
    return TRUE;
  if (!find_entity (import, draft, type, label, &entity, &result->error))
    {
      if (g_error_matches (result->error, SUTRA_ERROR, SUTRA_ERROR_AMBIGUOUS) ||
          g_error_matches (result->error, SUTRA_ERROR, SUTRA_ERROR_INVALID))
        return TRUE;
      g_propagate_error (error, g_steal_pointer (&result->error));
      return FALSE;
    }

  added = sutra_id_is_null (&entity);
  if ((added && !add_entity (import, draft, type, label, &entity, error)) || !add_aliases (import, draft, &entity, error) ||
      !fill_fields (import, draft, &entity, error) || !take_location (import, draft, &entity, added, &result->outcome, error))
    return FALSE;
  result->entity = entity;
  return TRUE;
}

/* One transaction: from @first on as many as take about 10 ms. */
static gboolean
import_some (Import *import,
             SutraEntityDraft *const *drafts,
             gsize n,
             gsize *first,
             const char *subject,
             gint64 *step,
             SutraEntityResult *results,
             GError **error)
{
  const gint64 end = g_get_monotonic_time () + MAX_HOLD;
  guint n_changed = 0;

  if (!sutra_store_begin (import->store, error))
    return FALSE;
  do
    {
      SutraEntityResult *result = &results[*first];

      if (!import_one (import, drafts[*first], result, error))
        {
          sutra_store_rollback (import->store);
          return FALSE;
        }
      n_changed += result->outcome != SUTRA_ENTITY_REFUSED && result->outcome != SUTRA_ENTITY_SAME;
    }
  while (++*first < n && g_get_monotonic_time () < end);
  /* Without any change there is no row of the history; an alias alone is one too. */
  return sutra_store_commit_step (import->store, SUTRA_EDIT_IMPORT, subject, MAX (n_changed, 1), step, NULL, error);
}

gboolean
sutra_case_store_entities (SutraStore *store,
                           SutraEntityDraft *const *drafts,
                           gsize n,
                           const char *subject,
                           gint64 *step,
                           SutraEntityResult *results,
                           GCancellable *cancellable,
                           GError **error)
{
  g_autoptr (GHashTable) types = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GHashTable) by_own = g_hash_table_new_full (sutra_id_hash, sutra_id_equal, g_free, NULL);
  Import import = { .store = store, .types = types, .by_own = by_own };

  g_return_val_if_fail (store != NULL, FALSE);
  g_return_val_if_fail (step != NULL && results != NULL, FALSE);

  if (!read_types (&import, error))
    return FALSE;
  for (gsize first = 0; first < n;)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error) ||
          !import_some (&import, drafts, n, &first, subject, step, results, error))
        return FALSE;
    }
  return TRUE;
}
