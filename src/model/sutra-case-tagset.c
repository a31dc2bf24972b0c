/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-case.h"
#include "sutra-case-private.h"
#include "sutra-tagset-private.h"

/* Everything is read from the store and not from the live tagset: within the edit the store is right, the tagset may be behind. */

static GPtrArray *
read_specs (SutraStore *store, GArray *ids)
{
  GPtrArray *specs = g_ptr_array_new_with_free_func ((GDestroyNotify) sutra_type_spec_free);
  g_autoptr (SutraStatement) rows =
      sutra_statement_new (store, NULL,
                           "SELECT type.id, type.slug, type.name, type.color, type.badge, type.shortcut, up.slug, type.entities FROM type"
                           " LEFT JOIN type AS up ON up.id = type.parent ORDER BY type.position, type.id",
                           "");

  while (rows != NULL && sutra_statement_next (rows, NULL))
    {
      SutraTypeSpec *spec = g_new0 (SutraTypeSpec, 1);
      SutraId id = sutra_statement_get_id (rows, 0);

      spec->slug = sutra_statement_dup_text (rows, 1);
      spec->name = sutra_statement_dup_text (rows, 2);
      spec->color = sutra_statement_dup_text (rows, 3);
      spec->badge = sutra_statement_dup_text (rows, 4);
      spec->shortcut = sutra_statement_dup_text (rows, 5);
      spec->parent = sutra_statement_dup_text (rows, 6);
      spec->names_entities = sutra_statement_get_int (rows, 7) != 0;
      g_ptr_array_add (specs, spec);
      if (ids != NULL)
        g_array_append_val (ids, id);
    }
  return specs;
}

static SutraId
type_of_slug (SutraStore *store, const char *slug)
{
  g_autoptr (SutraStatement) row = sutra_statement_new (store, NULL, "SELECT id FROM type WHERE slug = ?", "s", slug);

  return slug != NULL && row != NULL && sutra_statement_next (row, NULL) ? sutra_statement_get_id (row, 0) : SUTRA_ID_NULL;
}

gboolean
sutra_case_insert_type (SutraStore *store, const SutraTypeSpec *spec, gint64 position, SutraId *id, GError **error)
{
  SutraId parent = type_of_slug (store, spec->parent);

  *id = sutra_id_new ();
  return sutra_store_run (store, error,
                          "INSERT INTO type (id, slug, name, color, badge, shortcut, parent, entities, position)"
                          " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                          "isssssill", id, spec->slug, spec->name, spec->color, spec->badge, spec->shortcut, &parent,
                          (gint64) (spec->names_entities ? 1 : 0), position);
}

gboolean
sutra_case_update_type (SutraStore *store, const SutraId *id, const SutraTypeSpec *spec, gint64 position, GError **error)
{
  SutraId parent = type_of_slug (store, spec->parent);

  return sutra_store_run (store, error,
                          "UPDATE type SET slug = ?, name = ?, color = ?, badge = ?, shortcut = ?, parent = ?, entities = ?,"
                          " position = iif (?8 < 0, position, ?8) WHERE id = ?9",
                          "sssssilli", spec->slug, spec->name, spec->color, spec->badge, spec->shortcut, &parent,
                          (gint64) (spec->names_entities ? 1 : 0), position, id);
}

/* The default tagset is there before the history begins: it cannot be undone. */
gboolean
sutra_case_ensure_tagset (SutraStore *store, GError **error)
{
  g_autoptr (GPtrArray) specs = NULL;
  gboolean ok = TRUE;

  if (sutra_store_get_int (store, -1, "SELECT EXISTS (SELECT 1 FROM type)", "") == 1)
    return TRUE;

  if (!sutra_store_begin_initial (store, error))
    return FALSE;
  specs = sutra_tagset_default_specs ();
  /* Another program may have been faster. */
  if (sutra_store_get_int (store, -1, "SELECT EXISTS (SELECT 1 FROM type)", "") != 0)
    g_ptr_array_set_size (specs, 0);
  for (guint i = 0; i < specs->len && ok; i++)
    {
      SutraId id;

      ok = sutra_case_insert_type (store, g_ptr_array_index (specs, i), i, &id, error);
    }
  if (ok)
    return sutra_store_commit_initial (store, error);
  sutra_store_rollback (store);
  return FALSE;
}

gboolean
sutra_case_require_type (SutraCase *self, const SutraId *type, GError **error)
{
  char string[SUTRA_ID_STRING_SIZE];

  return sutra_case_row_exists (self->store, SUTRA_TABLE_TYPE, type) ||
         sutra_case_fail (error, SUTRA_ERROR_INVALID, "There is no type %s in this case's tagset.", sutra_id_to_string (type, string));
}

gboolean
sutra_case_type_by_name (SutraCase *self, const char *name, SutraId *type, GError **error)
{
  g_autoptr (GPtrArray) specs = NULL;
  g_autoptr (GString) list = NULL;

  *type = type_of_slug (self->store, name);
  if (!sutra_id_is_null (type))
    return TRUE;
  if (sutra_id_from_string (name, type) && sutra_case_row_exists (self->store, SUTRA_TABLE_TYPE, type))
    return TRUE;

  specs = read_specs (self->store, NULL);
  list = g_string_new (NULL);
  for (guint i = 0; i < specs->len; i++)
    g_string_append_printf (list, "%s%s", i > 0 ? ", " : "", ((SutraTypeSpec *) g_ptr_array_index (specs, i))->slug);
  return sutra_case_fail (error, SUTRA_ERROR_INVALID, "There is no type “%s” in this case. Its types are: %s.", name != NULL ? name : "",
                          list->str);
}

/* ---- Edits ---- */

/* "type-12": what a type is called whose name has no Latin letters. */
static char *
free_slug (const SutraTypeSpec *spec, SutraStore *store)
{
  GString *slug = g_string_new (NULL);

  for (const char *p = spec->name != NULL ? spec->name : ""; *p != '\0' && slug->len < 30; p++)
    {
      if (g_ascii_isalnum (*p) && (slug->len > 0 || g_ascii_isalpha (*p)))
        g_string_append_c (slug, g_ascii_tolower (*p));
      else if (slug->len > 0 && slug->str[slug->len - 1] != '-')
        g_string_append_c (slug, '-');
    }
  while (slug->len > 0 && slug->str[slug->len - 1] == '-')
    g_string_truncate (slug, slug->len - 1);
  if (slug->len == 0)
    g_string_append (slug, "type");

  for (guint i = 1;; i++)
    {
      g_autofree char *candidate = i == 1 ? g_strdup (slug->str) : g_strdup_printf ("%s-%u", slug->str, i);
      SutraId taken = type_of_slug (store, candidate);

      if (sutra_id_is_null (&taken))
        {
          g_string_free (slug, TRUE);
          return g_steal_pointer (&candidate);
        }
    }
}

gboolean
sutra_case_add_type (SutraCase *self, const SutraTypeSpec *spec, SutraId *id, GError **error)
{
  g_autoptr (GPtrArray) specs = NULL;
  SutraTypeSpec *copy;
  SutraId new_id;
  gboolean ok;

  g_return_val_if_fail (SUTRA_IS_CASE (self), FALSE);
  g_return_val_if_fail (spec != NULL, FALSE);

  if (!sutra_case_begin (self, error))
    return FALSE;
  specs = read_specs (self->store, NULL);
  copy = sutra_type_spec_copy (spec);
  if (copy->slug == NULL || copy->slug[0] == '\0')
    {
      g_free (copy->slug);
      copy->slug = free_slug (spec, self->store);
    }
  g_ptr_array_add (specs, copy);
  ok = sutra_type_specs_validate (specs, error) &&
       sutra_case_insert_type (self->store, copy, sutra_store_get_int (self->store, 0, "SELECT 1 + max (position) FROM type", ""), &new_id,
                               error);
  if (!sutra_case_end (self, ok, SUTRA_EDIT_ADD_TYPE, copy->name != NULL ? copy->name : copy->slug, 1, error))
    return FALSE;
  if (id != NULL)
    *id = new_id;
  return TRUE;
}

gboolean
sutra_case_move_type (SutraCase *self, const SutraId *type, guint position, GError **error)
{
  g_autoptr (GArray) ids = NULL;
  g_autofree char *slug = NULL;
  gboolean ok;
  guint place = 0;

  g_return_val_if_fail (SUTRA_IS_CASE (self), FALSE);
  g_return_val_if_fail (type != NULL, FALSE);

  if (!sutra_case_begin (self, error))
    return FALSE;
  ids = sutra_case_ids (self->store, error, "SELECT id FROM type ORDER BY position, id", NULL);
  ok = ids != NULL && sutra_case_require (self, SUTRA_TABLE_TYPE, type, error);
  if (ok)
    {
      while (!sutra_id_equal (&g_array_index (ids, SutraId, place), type))
        place++;
      g_array_remove_index (ids, place);
      g_array_insert_vals (ids, MIN (position, ids->len), type, 1);
      slug = sutra_case_dup_column (self, "SELECT ifnull (name, slug) FROM type WHERE id = ?", type);
    }
  for (guint i = 0; ok && i < ids->len; i++)
    ok = sutra_store_run (self->store, error, "UPDATE type SET position = ? WHERE id = ?", "li", (gint64) i,
                          &g_array_index (ids, SutraId, i));
  return sutra_case_end (self, ok, SUTRA_EDIT_SET_TYPE, slug, 1, error);
}

void
sutra_case_count_type_uses (SutraCase *self, const SutraId *type, guint *mentions, guint *entities)
{
  g_return_if_fail (SUTRA_IS_CASE (self));
  g_return_if_fail (type != NULL);

  if (mentions != NULL)
    *mentions =
        self->store == NULL
            ? 0
            : (guint) sutra_store_get_int (self->store, 0, "SELECT count(*) FROM mention WHERE type = ? AND status <> 2", "i", type);
  if (entities != NULL)
    *entities =
        self->store == NULL ? 0 : (guint) sutra_store_get_int (self->store, 0, "SELECT count(*) FROM entity WHERE type = ?", "i", type);
}

static gboolean
delete_type_rows (SutraCase *self, const SutraId *type, const SutraId *replacement, GError **error)
{
  /* Without a replacement: what points to its mentions and entities, then these. */
  static const char *const statements[] = {
    "UPDATE alias SET mention = NULL WHERE mention IN (SELECT id FROM mention WHERE type = ?)",
    "UPDATE relation SET (mention, article, start, \"end\") ="
    " (SELECT NULL, article, start, \"end\" FROM mention WHERE mention.id = relation.mention)"
    " WHERE mention IN (SELECT id FROM mention WHERE type = ?)",
    "DELETE FROM mention WHERE type = ?",
    "UPDATE mention SET entity = NULL WHERE entity IN (SELECT id FROM entity WHERE type = ?)",
    "DELETE FROM alias WHERE entity IN (SELECT id FROM entity WHERE type = ?)",
    "DELETE FROM attribute WHERE entity IN (SELECT id FROM entity WHERE type = ?)",
    "DELETE FROM location WHERE entity IN (SELECT id FROM entity WHERE type = ?)",
    "DELETE FROM relation WHERE source IN (SELECT id FROM entity WHERE type = ?1) OR target IN (SELECT id FROM entity WHERE type = ?1)",
    "DELETE FROM entity WHERE type = ?",
  };

  if (replacement != NULL)
    return sutra_store_run (self->store, error, "UPDATE mention SET type = ? WHERE type = ?", "ii", replacement, type) &&
           sutra_store_run (self->store, error, "UPDATE entity SET type = ? WHERE type = ?", "ii", replacement, type);

  for (guint i = 0; i < G_N_ELEMENTS (statements); i++)
    {
      if (!sutra_store_run (self->store, error, statements[i], "i", type))
        return FALSE;
    }
  return TRUE;
}

gboolean
sutra_case_delete_type (SutraCase *self, const SutraId *type, const SutraId *replacement, GError **error)
{
  g_autofree char *name = NULL;
  gboolean ok;

  g_return_val_if_fail (SUTRA_IS_CASE (self), FALSE);
  g_return_val_if_fail (type != NULL, FALSE);

  if (!sutra_case_begin (self, error))
    return FALSE;
  name = sutra_case_dup_column (self, "SELECT ifnull (name, slug) FROM type WHERE id = ?", type);
  ok = name != NULL || sutra_case_fail_not_found (SUTRA_TABLE_TYPE, type, error);
  if (ok && sutra_store_get_int (self->store, 0, "SELECT count(*) FROM type", "") == 1)
    ok = sutra_case_fail (error, SUTRA_ERROR_INVALID, "“%s” is the last type of this case. A case needs at least one.", name);
  if (ok && replacement != NULL && sutra_id_equal (replacement, type))
    ok = sutra_case_fail (error, SUTRA_ERROR_INVALID, "“%s” cannot replace itself.", name);
  ok = ok && (replacement == NULL || sutra_case_require_type (self, replacement, error)) &&
       delete_type_rows (self, type, replacement, error) &&
       sutra_store_run (self->store, error, "UPDATE type SET parent = NULL WHERE parent = ?", "i", type) &&
       sutra_store_run (self->store, error, "DELETE FROM type WHERE id = ?", "i", type);
  return sutra_case_end (self, ok, SUTRA_EDIT_DELETE_TYPE, name, 1, error);
}

/* ---- Import ---- */

static gboolean
is_used (SutraStore *store, const SutraId *type)
{
  return sutra_store_get_int (store, 1,
                              "SELECT EXISTS (SELECT 1 FROM mention WHERE type = ?1) OR EXISTS (SELECT 1 FROM entity WHERE type = ?1)", "i",
                              type) != 0;
}

static gboolean
has_slug (GPtrArray *specs, const char *slug)
{
  for (guint i = 0; i < specs->len; i++)
    {
      if (strcmp (((SutraTypeSpec *) g_ptr_array_index (specs, i))->slug, slug) == 0)
        return TRUE;
    }
  return FALSE;
}

static gboolean
has_shortcut (GPtrArray *specs, const char *shortcut)
{
  for (guint i = 0; i < specs->len; i++)
    {
      if (g_strcmp0 (((SutraTypeSpec *) g_ptr_array_index (specs, i))->shortcut, shortcut) == 0)
        return TRUE;
    }
  return FALSE;
}

/* Types that @specs lacks: the unused go; the used come behind the others, without a shortcut that is taken now and without a parent. Their specifications are
 * appended to @all. */
static gboolean
drop_missing (SutraCase *self, GPtrArray *specs, GPtrArray *all, GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (SutraId));
  g_autoptr (GPtrArray) old = read_specs (self->store, ids);

  for (guint i = 0; i < old->len; i++)
    {
      const SutraTypeSpec *spec = g_ptr_array_index (old, i);
      const SutraId *id = &g_array_index (ids, SutraId, i);
      SutraTypeSpec *kept;

      if (has_slug (specs, spec->slug))
        continue;
      if (!is_used (self->store, id))
        {
          if (!sutra_store_run (self->store, error, "UPDATE type SET parent = NULL WHERE parent = ?", "i", id) ||
              !sutra_store_run (self->store, error, "DELETE FROM type WHERE id = ?", "i", id))
            return FALSE;
          continue;
        }
      kept = sutra_type_spec_copy (spec);
      g_clear_pointer (&kept->parent, g_free);
      if (kept->shortcut != NULL && has_shortcut (specs, kept->shortcut))
        g_clear_pointer (&kept->shortcut, g_free);
      g_ptr_array_add (all, kept);
    }
  return TRUE;
}

static gboolean
apply_specs (SutraCase *self, GPtrArray *all, GError **error)
{
  /* Types first, parents in a second round: a parent may come after its children. */
  for (guint round = 0; round < 2; round++)
    {
      for (guint i = 0; i < all->len; i++)
        {
          const SutraTypeSpec *spec = g_ptr_array_index (all, i);
          SutraId id = type_of_slug (self->store, spec->slug);
          gboolean ok;

          if (sutra_id_is_null (&id))
            ok = sutra_case_insert_type (self->store, spec, i, &id, error);
          else
            ok = sutra_case_update_type (self->store, &id, spec, i, error);
          if (!ok)
            return FALSE;
        }
    }
  return TRUE;
}

gboolean
sutra_case_apply_tagset (SutraCase *self, GPtrArray *specs, GError **error)
{
  g_autoptr (GPtrArray) all = NULL;
  gboolean ok;

  g_return_val_if_fail (SUTRA_IS_CASE (self), FALSE);
  g_return_val_if_fail (specs != NULL, FALSE);

  if (specs->len == 0)
    return sutra_case_fail (error, SUTRA_ERROR_INVALID, "The tagset has no types. A case needs at least one.");
  if (!sutra_type_specs_validate (specs, error) || !sutra_case_begin (self, error))
    return FALSE;

  all = g_ptr_array_new_with_free_func ((GDestroyNotify) sutra_type_spec_free);
  for (guint i = 0; i < specs->len; i++)
    g_ptr_array_add (all, sutra_type_spec_copy (g_ptr_array_index (specs, i)));
  ok = drop_missing (self, specs, all, error) && apply_specs (self, all, error);
  return sutra_case_end (self, ok, SUTRA_EDIT_SET_TAGSET, NULL, all->len, error);
}

gboolean
sutra_case_check_type (SutraCase *self, const SutraId *id, const SutraTypeSpec *spec, GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (SutraId));
  g_autoptr (GPtrArray) specs = read_specs (self->store, ids);

  for (guint i = 0; i < ids->len; i++)
    {
      if (sutra_id_equal (&g_array_index (ids, SutraId, i), id))
        {
          sutra_type_spec_free (g_ptr_array_index (specs, i));
          g_ptr_array_index (specs, i) = sutra_type_spec_copy (spec);
        }
    }
  return sutra_type_specs_validate (specs, error);
}

SutraTypeSpec *
sutra_case_dup_type_spec (SutraCase *self, const SutraId *id)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (SutraId));
  g_autoptr (GPtrArray) specs = read_specs (self->store, ids);

  for (guint i = 0; i < ids->len; i++)
    {
      if (sutra_id_equal (&g_array_index (ids, SutraId, i), id))
        return sutra_type_spec_copy (g_ptr_array_index (specs, i));
    }
  return NULL;
}
