/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-case.h"
#include "sutra-case-private.h"
#include "sutra-fold.h"

/* ---- Labels ---- */

char *
sutra_case_clean_label (const char *label, GError **error)
{
  g_autofree char *clean = NULL;

  if (label == NULL || !g_utf8_validate (label, -1, NULL))
    {
      sutra_case_fail (error, SUTRA_ERROR_INVALID, "The name is missing or not valid UTF-8.");
      return NULL;
    }

  clean = g_strdup (label);
  g_strstrip (clean);
  for (char *p = clean; *p != '\0'; p++)
    {
      if (*p == '\n' || *p == '\t' || *p == '\r')
        *p = ' ';
    }
  if (clean[0] == '\0')
    {
      sutra_case_fail (error, SUTRA_ERROR_INVALID, "The name is empty. Give at least one character.");
      return NULL;
    }
  if (g_utf8_strlen (clean, -1) > SUTRA_MAX_LABEL)
    {
      sutra_case_fail (error, SUTRA_ERROR_INVALID, "The name is longer than %d characters. Give a shorter one.", SUTRA_MAX_LABEL);
      return NULL;
    }
  return g_steal_pointer (&clean);
}

GStrv
sutra_case_dup_names (SutraCase *self, const SutraId *entity)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autoptr (SutraStatement) rows = sutra_statement_new (
      self->store, NULL, "SELECT label FROM entity WHERE id = ? UNION ALL SELECT text FROM alias WHERE entity = ?", "ii", entity, entity);

  while (rows != NULL && sutra_statement_next (rows, NULL))
    g_ptr_array_add (names, sutra_statement_dup_text (rows, 0));
  g_ptr_array_add (names, NULL);
  return (GStrv) g_ptr_array_free (g_steal_pointer (&names), FALSE);
}

/* Equal but for the way in which Unicode writes the same letters. */
static gboolean
same_label (const char *a, const char *b)
{
  g_autofree char *x = NULL;
  g_autofree char *y = NULL;

  if (strcmp (a, b) == 0)
    return TRUE;
  x = g_utf8_normalize (a, -1, G_NORMALIZE_NFC);
  y = g_utf8_normalize (b, -1, G_NORMALIZE_NFC);
  return g_strcmp0 (x, y) == 0;
}

gboolean
sutra_store_find_label (SutraStore *store, const SutraId *type, const char *label, SutraId *entity, GError **error)
{
  g_autofree char *key = sutra_fold_string (label, -1);
  g_autoptr (SutraStatement) rows = sutra_statement_new (
      store, error,
      "SELECT id, label FROM entity WHERE label_key = ?1 AND type = ?2"
      " UNION ALL SELECT entity.id, alias.text FROM alias JOIN entity ON entity.id = alias.entity WHERE text_key = ?1 AND type = ?2",
      "si", key, type);

  *entity = SUTRA_ID_NULL;
  if (rows == NULL)
    return FALSE;
  while (sutra_statement_next (rows, NULL))
    {
      SutraId id = sutra_statement_get_id (rows, 0);

      if (!same_label (sutra_statement_get_text (rows, 1), label) || sutra_id_equal (&id, entity))
        continue;
      if (!sutra_id_is_null (entity))
        {
          char first[SUTRA_ID_STRING_SIZE], second[SUTRA_ID_STRING_SIZE];

          sutra_case_fail (error, SUTRA_ERROR_AMBIGUOUS, "Two entities of this type are called “%s”: %s and %s. Give the id.", label,
                           sutra_id_to_string (entity, first), sutra_id_to_string (&id, second));
          *entity = SUTRA_ID_NULL;
          return FALSE;
        }
      *entity = id;
    }
  return TRUE;
}

gboolean
sutra_case_find_label (SutraCase *self, const SutraId *type, const char *label, SutraId *entity, GError **error)
{
  return sutra_store_find_label (self->store, type, label, entity, error);
}

gboolean
sutra_case_entity_for_label (SutraCase *self, const SutraId *type, const char *label, SutraId *entity, GError **error)
{
  g_autofree char *clean = sutra_case_clean_label (label, error);

  if (clean == NULL || !sutra_case_find_label (self, type, clean, entity, error))
    return FALSE;
  return !sutra_id_is_null (entity) || sutra_case_insert_entity (self, type, clean, entity, error);
}

gboolean
sutra_case_require_entity_of_type (SutraCase *self, const SutraId *entity, const SutraId *type, GError **error)
{
  SutraId has = sutra_case_id_column (self, "SELECT type FROM entity WHERE id = ?", entity);
  g_autofree char *label = NULL;

  if (sutra_id_is_null (&has))
    return sutra_case_fail_not_found (SUTRA_TABLE_ENTITY, entity, error);
  if (sutra_id_equal (&has, type))
    return TRUE;
  label = sutra_case_dup_column (self, "SELECT label FROM entity WHERE id = ?", entity);
  return sutra_case_fail (error, SUTRA_ERROR_INVALID,
                          "The entity “%s” is of another type than the mention. Change the type of one of them.", label);
}

/* ---- Rows ---- */

gboolean
sutra_store_insert_entity (SutraStore *store, const SutraId *id, const SutraId *type, const char *label, GError **error)
{
  g_autofree char *key = sutra_fold_string (label, -1);
  g_autofree char *created = sutra_clock_format (sutra_store_now (store));

  return sutra_store_run (store, error, "INSERT INTO entity (id, type, label, label_key, created) VALUES (?, ?, ?, ?, ?)", "iisss", id,
                          type, label, key, created);
}

gboolean
sutra_case_insert_entity (SutraCase *self, const SutraId *type, const char *label, SutraId *id, GError **error)
{
  *id = sutra_id_new ();
  return sutra_store_insert_entity (self->store, id, type, label, error);
}

gboolean
sutra_case_delete_entity_row (SutraCase *self, const SutraId *entity, GError **error)
{
  static const char *const statements[] = {
    "UPDATE mention SET entity = NULL WHERE entity = ?",
    "DELETE FROM alias WHERE entity = ?",
    "DELETE FROM attribute WHERE entity = ?",
    "DELETE FROM location WHERE entity = ?",
    "DELETE FROM relation WHERE source = ?1 OR target = ?1",
    "DELETE FROM entity WHERE id = ?",
  };

  for (guint i = 0; i < G_N_ELEMENTS (statements); i++)
    {
      if (!sutra_store_run (self->store, error, statements[i], "i", entity))
        return FALSE;
    }
  return TRUE;
}

gboolean
sutra_case_retype_entity (SutraCase *self, const SutraId *entity, const SutraId *type, GError **error)
{
  return sutra_case_require_type (self, type, error) &&
         sutra_store_run (self->store, error, "UPDATE entity SET type = ? WHERE id = ?", "ii", type, entity) &&
         sutra_store_run (self->store, error, "UPDATE mention SET type = ? WHERE entity = ?", "ii", type, entity);
}

/* ---- Edits ---- */

gboolean
sutra_case_add_entity (SutraCase *self, const SutraId *type, const char *label, SutraId *id, GError **error)
{
  g_autofree char *clean = NULL;
  SutraId new_id;
  gboolean ok;

  g_return_val_if_fail (SUTRA_IS_CASE (self), FALSE);
  g_return_val_if_fail (type != NULL, FALSE);

  clean = sutra_case_clean_label (label, error);
  if (clean == NULL || !sutra_case_begin (self, error))
    return FALSE;
  ok = sutra_case_require_type (self, type, error) && sutra_case_insert_entity (self, type, clean, &new_id, error);
  if (!sutra_case_end (self, ok, SUTRA_EDIT_ADD_ENTITY, clean, 1, error))
    return FALSE;
  if (id != NULL)
    *id = new_id;
  return TRUE;
}

static gboolean
insert_alias (SutraCase *self, const SutraId *entity, const char *text, const char *language, const SutraId *mention, GError **error)
{
  g_autofree char *key = sutra_fold_string (text, -1);
  SutraId id = sutra_id_new ();

  return sutra_store_run (self->store, error, "INSERT INTO alias (id, entity, text, text_key, language, mention) VALUES (?, ?, ?, ?, ?, ?)",
                          "iisssi", &id, entity, text, key, language, mention);
}

/* Whether @entity is called exactly @text already. */
static gboolean
has_name (SutraCase *self, const SutraId *entity, const char *text)
{
  g_auto (GStrv) names = sutra_case_dup_names (self, entity);

  for (guint i = 0; names[i] != NULL; i++)
    {
      if (same_label (names[i], text))
        return TRUE;
    }
  return FALSE;
}

gboolean
sutra_case_add_alias (SutraCase *self,
                      const SutraId *entity,
                      const char *text,
                      const char *language,
                      const SutraId *mention,
                      GError **error)
{
  g_autofree char *clean = NULL;
  g_autofree char *label = NULL;
  gboolean ok;

  g_return_val_if_fail (SUTRA_IS_CASE (self), FALSE);
  g_return_val_if_fail (entity != NULL, FALSE);

  clean = sutra_case_clean_label (text, error);
  if (clean == NULL || !sutra_case_begin (self, error))
    return FALSE;
  label = sutra_case_dup_column (self, "SELECT label FROM entity WHERE id = ?", entity);
  ok = label != NULL || sutra_case_fail_not_found (SUTRA_TABLE_ENTITY, entity, error);
  if (ok && mention != NULL && !sutra_id_is_null (mention))
    ok = sutra_case_require (self, SUTRA_TABLE_MENTION, mention, error);
  if (ok && has_name (self, entity, clean))
    ok = sutra_case_fail (error, SUTRA_ERROR_EXISTS, "“%s” is called “%s” already.", label, clean);
  ok = ok && insert_alias (self, entity, clean, language, mention, error);
  return sutra_case_end (self, ok, SUTRA_EDIT_SET_ENTITY, label, 1, error);
}

gboolean
sutra_case_delete_alias (SutraCase *self, const SutraId *alias, GError **error)
{
  g_autofree char *label = NULL;
  gboolean ok;

  g_return_val_if_fail (SUTRA_IS_CASE (self), FALSE);
  g_return_val_if_fail (alias != NULL, FALSE);

  if (!sutra_case_begin (self, error))
    return FALSE;
  label = sutra_case_dup_column (self, "SELECT label FROM entity JOIN alias ON alias.entity = entity.id WHERE alias.id = ?", alias);
  ok = sutra_case_require (self, SUTRA_TABLE_ALIAS, alias, error) &&
       sutra_store_run (self->store, error, "DELETE FROM alias WHERE id = ?", "i", alias);
  return sutra_case_end (self, ok, SUTRA_EDIT_SET_ENTITY, label, 1, error);
}

static gboolean
write_attribute (SutraCase *self, const SutraId *entity, const char *name, const char *value, GError **error)
{
  g_autoptr (SutraStatement) row = NULL;
  SutraId id;

  if (value == NULL)
    return sutra_store_run (self->store, error, "DELETE FROM attribute WHERE entity = ? AND name = ?", "is", entity, name);

  row = sutra_statement_new (self->store, error, "SELECT id FROM attribute WHERE entity = ? AND name = ? ORDER BY position LIMIT 1", "is",
                             entity, name);
  if (row == NULL)
    return FALSE;
  if (sutra_statement_next (row, NULL))
    {
      id = sutra_statement_get_id (row, 0);
      return sutra_store_run (self->store, error, "UPDATE attribute SET value = ? WHERE id = ?", "si", value, &id);
    }
  id = sutra_id_new ();
  return sutra_store_run (self->store, error,
                          "INSERT INTO attribute (id, entity, name, value, position)"
                          " SELECT ?, ?2, ?, ?, 1 + ifnull (max (position), -1) FROM attribute WHERE entity = ?2",
                          "iiss", &id, entity, name, value);
}

gboolean
sutra_case_set_attribute (SutraCase *self, const SutraId *entity, const char *name, const char *value, GError **error)
{
  g_autofree char *clean = NULL;
  g_autofree char *label = NULL;
  gboolean ok;

  g_return_val_if_fail (SUTRA_IS_CASE (self), FALSE);
  g_return_val_if_fail (entity != NULL, FALSE);

  clean = sutra_case_clean_label (name, error);
  if (clean == NULL)
    return FALSE;
  if (value != NULL && !g_utf8_validate (value, -1, NULL))
    return sutra_case_fail (error, SUTRA_ERROR_INVALID, "The value of “%s” is not valid UTF-8.", clean);
  if (value != NULL && value[0] == '\0')
    value = NULL;
  if (!sutra_case_begin (self, error))
    return FALSE;
  label = sutra_case_dup_column (self, "SELECT label FROM entity WHERE id = ?", entity);
  ok = (label != NULL || sutra_case_fail_not_found (SUTRA_TABLE_ENTITY, entity, error)) &&
       write_attribute (self, entity, clean, value, error);
  return sutra_case_end (self, ok, SUTRA_EDIT_SET_ENTITY, label, 1, error);
}

gboolean
sutra_case_add_relation (SutraCase *self,
                         const SutraId *source,
                         const SutraId *target,
                         const char *kind,
                         const SutraId *mention,
                         SutraId *id,
                         GError **error)
{
  g_autofree char *clean = NULL;
  g_autofree char *created = NULL;
  SutraId new_id = sutra_id_new ();
  gboolean ok;

  g_return_val_if_fail (SUTRA_IS_CASE (self), FALSE);
  g_return_val_if_fail (source != NULL && target != NULL, FALSE);

  clean = sutra_case_clean_label (kind, error);
  if (clean == NULL)
    return FALSE;
  if (sutra_id_equal (source, target))
    return sutra_case_fail (error, SUTRA_ERROR_INVALID, "A relation links two different entities.");
  if (!sutra_case_begin (self, error))
    return FALSE;

  created = sutra_clock_format (sutra_store_now (self->store));
  ok = sutra_case_require (self, SUTRA_TABLE_ENTITY, source, error) && sutra_case_require (self, SUTRA_TABLE_ENTITY, target, error) &&
       (mention == NULL || sutra_id_is_null (mention) || sutra_case_require (self, SUTRA_TABLE_MENTION, mention, error)) &&
       sutra_store_run (self->store, error, "INSERT INTO relation (id, source, target, type, mention, created) VALUES (?, ?, ?, ?, ?, ?)",
                        "iiisis", &new_id, source, target, clean, mention, created);
  if (!sutra_case_end (self, ok, SUTRA_EDIT_ADD_RELATION, clean, 1, error))
    return FALSE;
  if (id != NULL)
    *id = new_id;
  return TRUE;
}
