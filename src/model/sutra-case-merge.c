/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-case.h"
#include "sutra-case-private.h"
#include "sutra-fold.h"
#include "sutra-location-private.h"

/* Aliases that @into has (as its label or an alias, exactly) go, the others move; the label becomes one. */
static gboolean
merge_names (SutraCase *self, const SutraId *into, const SutraId *other, GError **error)
{
  SutraId id = sutra_id_new ();

  return sutra_store_run (self->store, error,
                          "DELETE FROM alias WHERE entity = ?2 AND (text = (SELECT label FROM entity WHERE id = ?1)"
                          " OR text IN (SELECT text FROM alias WHERE entity = ?1))",
                          "ii", into, other) &&
         sutra_store_run (self->store, error, "UPDATE alias SET entity = ?1 WHERE entity = ?2", "ii", into, other) &&
         sutra_store_run (self->store, error,
                          "INSERT INTO alias (id, entity, text, text_key) SELECT ?, ?2, label, label_key FROM entity WHERE id = ?3"
                          " AND label <> (SELECT label FROM entity WHERE id = ?2)"
                          " AND label NOT IN (SELECT text FROM alias WHERE entity = ?2)",
                          "iii", &id, into, other);
}

/* Attributes that @into has under the same name with another value go to the end of its notes, so that nothing is lost. */
static gboolean
merge_attributes (SutraCase *self, const SutraId *into, const SutraId *other, GString *notes, GError **error)
{
  g_autoptr (SutraStatement) rows = sutra_statement_new (
      self->store, error,
      "SELECT name, value FROM attribute AS a WHERE entity = ?2 AND EXISTS (SELECT 1 FROM attribute WHERE entity = ?1 AND name = a.name)"
      " AND NOT EXISTS (SELECT 1 FROM attribute WHERE entity = ?1 AND name = a.name AND value = a.value) ORDER BY position, id",
      "ii", into, other);

  if (rows == NULL)
    return FALSE;
  while (sutra_statement_next (rows, NULL))
    g_string_append_printf (notes, "%s%s: %s", notes->len > 0 ? "\n" : "", sutra_statement_get_text (rows, 0),
                            sutra_statement_get_text (rows, 1));

  return sutra_store_run (self->store, error,
                          "DELETE FROM attribute WHERE entity = ?2 AND name IN (SELECT name FROM attribute WHERE entity = ?1)", "ii", into,
                          other) &&
         sutra_store_run (self->store, error,
                          "UPDATE attribute SET entity = ?1, position = position + 1 +"
                          " (SELECT ifnull (max (position), -1) FROM attribute WHERE entity = ?1) WHERE entity = ?2",
                          "ii", into, other);
}

static gboolean
merge_relations (SutraCase *self, const SutraId *into, const SutraId *other, GError **error)
{
  return sutra_store_run (self->store, error, "DELETE FROM relation WHERE source IN (?1, ?2) AND target IN (?1, ?2)", "ii", into, other) &&
         sutra_store_run (self->store, error, "UPDATE relation SET source = ?1 WHERE source = ?2", "ii", into, other) &&
         sutra_store_run (self->store, error, "UPDATE relation SET target = ?1 WHERE target = ?2", "ii", into, other);
}

/* Fields that @into lacks, but for its location. */
static gboolean
merge_fields (SutraCase *self, const SutraId *into, const SutraId *other, const char *more_notes, GError **error)
{
  return sutra_store_run (self->store, error,
                          "UPDATE entity SET value = o.value, date = o.date, notes = o.notes FROM (SELECT"
                          " ifnull (a.value, b.value) AS value, ifnull (a.date, b.date) AS date,"
                          " nullif (ltrim (ifnull (a.notes, '') ||"
                          " CASE WHEN b.notes IS NULL OR b.notes IS a.notes THEN '' ELSE char (10, 10) || b.notes END ||"
                          " CASE WHEN ?3 IS NULL THEN '' ELSE char (10, 10) || ?3 END, char (10)), '') AS notes"
                          " FROM entity AS a, entity AS b WHERE a.id = ?1 AND b.id = ?2) AS o WHERE entity.id = ?1",
                          "iis", into, other, more_notes);
}

static gboolean
merge_one (SutraCase *self, const SutraId *into, const SutraId *other, GError **error)
{
  g_autoptr (GString) notes = g_string_new (NULL);

  return sutra_store_run (self->store, error,
                          "UPDATE mention SET entity = ?1, type = (SELECT type FROM entity WHERE id = ?1) WHERE entity = ?2", "ii", into,
                          other) &&
         merge_names (self, into, other, error) && merge_attributes (self, into, other, notes, error) &&
         merge_relations (self, into, other, error) && sutra_location_merge (self->store, into, other, error) &&
         merge_fields (self, into, other, notes->len > 0 ? notes->str : NULL, error) &&
         sutra_store_run (self->store, error, "DELETE FROM entity WHERE id = ?", "i", other);
}

gboolean
sutra_case_merge_entities (SutraCase *self, const SutraId *into, const SutraId *others, gsize n, GError **error)
{
  g_autofree char *label = NULL;
  gboolean ok;

  g_return_val_if_fail (SUTRA_IS_CASE (self), FALSE);
  g_return_val_if_fail (into != NULL, FALSE);
  g_return_val_if_fail (others != NULL || n == 0, FALSE);

  if (n == 0)
    return TRUE;
  if (!sutra_case_begin (self, error))
    return FALSE;

  label = sutra_case_dup_column (self, "SELECT label FROM entity WHERE id = ?", into);
  ok = label != NULL || sutra_case_fail_not_found (SUTRA_TABLE_ENTITY, into, error);
  for (gsize i = 0; i < n && ok; i++)
    {
      if (sutra_id_equal (&others[i], into))
        ok = sutra_case_fail (error, SUTRA_ERROR_INVALID, "“%s” cannot be merged with itself.", label);
      else
        ok = sutra_case_require (self, SUTRA_TABLE_ENTITY, &others[i], error) && merge_one (self, into, &others[i], error);
    }
  return sutra_case_end (self, ok, SUTRA_EDIT_MERGE_ENTITIES, label, (guint) n + 1, error);
}
