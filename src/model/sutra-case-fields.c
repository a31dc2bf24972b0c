/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-case.h"
#include "sutra-case-private.h"
#include "sutra-edtf.h"
#include "sutra-fold.h"
#include "sutra-location-private.h"

#include <errno.h>
#include <math.h>

typedef enum
{
  FIELD_TEXT,     /* any text; "" is NULL */
  FIELD_LABEL,    /* a name: trimmed, not empty */
  FIELD_EDTF,     /* a date; "" is NULL */
  FIELD_LANGUAGE, /* BCP 47; "" is NULL */
  FIELD_NUMBER,   /* a number from min to max; "" is NULL */
  FIELD_SPECIAL,  /* handled by the table's own function */
} FieldKind;

typedef struct
{
  const char *key;
  FieldKind kind;
  const char *sql; /* NULL: FIELD_SPECIAL */
  double min, max;
} Field;

static const Field article_fields[] = {
  { "title", FIELD_LABEL, "UPDATE article SET title = ? WHERE id = ?" },
  { "source", FIELD_TEXT, "UPDATE article SET source = ? WHERE id = ?" },
  { "url", FIELD_TEXT, "UPDATE article SET url = ? WHERE id = ?" },
  { "author", FIELD_TEXT, "UPDATE article SET author = ? WHERE id = ?" },
  { "published", FIELD_EDTF, "UPDATE article SET published = ? WHERE id = ?" },
  { "accessed", FIELD_EDTF, "UPDATE article SET accessed = ? WHERE id = ?" },
  { "language", FIELD_LANGUAGE, "UPDATE article SET language = ? WHERE id = ?" },
  { "notes", FIELD_TEXT, "UPDATE article SET notes = ? WHERE id = ?" },
  { NULL },
};

static const Field entity_fields[] = {
  { "label", FIELD_SPECIAL },
  { "type", FIELD_SPECIAL },
  { "value", FIELD_TEXT, "UPDATE entity SET value = ? WHERE id = ?" },
  { "notes", FIELD_TEXT, "UPDATE entity SET notes = ? WHERE id = ?" },
  { "date", FIELD_EDTF, "UPDATE entity SET date = ? WHERE id = ?" },
  { "latitude", FIELD_NUMBER, "UPDATE entity SET latitude = ? WHERE id = ?", -90, 90 },
  { "longitude", FIELD_NUMBER, "UPDATE entity SET longitude = ? WHERE id = ?", -180, 180 },
  { "radius_m", FIELD_NUMBER, "UPDATE entity SET radius_m = ? WHERE id = ?", 0, 20037509 },
  { NULL },
};

static const Field mention_fields[] = {
  { "type", FIELD_SPECIAL },
  { "entity", FIELD_SPECIAL },
  { "value", FIELD_TEXT, "UPDATE mention SET value = ? WHERE id = ?" },
  { "note", FIELD_TEXT, "UPDATE mention SET note = ? WHERE id = ?" },
  { "status", FIELD_SPECIAL },
  { "start", FIELD_SPECIAL },
  { "end", FIELD_SPECIAL },
  { "stem_end", FIELD_SPECIAL },
  { NULL },
};

static const Field relation_fields[] = {
  { "type", FIELD_LABEL, "UPDATE relation SET type = ? WHERE id = ?" },
  { "date", FIELD_EDTF, "UPDATE relation SET date = ? WHERE id = ?" },
  { "notes", FIELD_TEXT, "UPDATE relation SET notes = ? WHERE id = ?" },
  { NULL },
};

static const Field type_fields[] = {
  { "name", FIELD_SPECIAL },
  { "color", FIELD_SPECIAL },
  { "badge", FIELD_SPECIAL },
  { "shortcut", FIELD_SPECIAL },
  { "names_entities", FIELD_SPECIAL },
  { "parent", FIELD_SPECIAL },
  { NULL },
};

static const Field *
find_field (const Field *fields, const char *key)
{
  for (; fields->key != NULL; fields++)
    {
      if (strcmp (fields->key, key) == 0)
        return fields;
    }
  return NULL;
}

static gboolean
fail_key (SutraTable table, const Field *fields, const char *key, GError **error)
{
  g_autoptr (GString) list = g_string_new (NULL);

  for (; fields->key != NULL; fields++)
    g_string_append_printf (list, "%s%s", list->len > 0 ? ", " : "", fields->key);
  return sutra_case_fail (error, SUTRA_ERROR_INVALID, "%s %s has no field “%s”. There are: %s.",
                          strchr ("aeiou", sutra_table_name (table)[0]) != NULL ? "An" : "A", sutra_table_name (table), key, list->str);
}

/* The value for @key in @pairs, the last one if there are several; FALSE if it is not among them. "" is NULL. */
static gboolean
get_value (const char *const *pairs, const char *key, const char **value)
{
  gboolean found = FALSE;

  for (guint i = 0; pairs[i] != NULL; i += 2)
    {
      if (strcmp (pairs[i], key) == 0)
        {
          *value = pairs[i + 1] != NULL && pairs[i + 1][0] != '\0' ? pairs[i + 1] : NULL;
          found = TRUE;
        }
    }
  return found;
}

/* ---- Values ---- */

static gboolean
is_language (const char *value)
{
  g_auto (GStrv) tags = g_strsplit (value, "-", -1);

  for (guint i = 0; tags[i] != NULL; i++)
    {
      gsize length = strlen (tags[i]);

      if (length == 0 || length > 8 || (i == 0 && length < 2))
        return FALSE;
      for (gsize j = 0; j < length; j++)
        {
          if (i == 0 ? !g_ascii_isalpha (tags[i][j]) : !g_ascii_isalnum (tags[i][j]))
            return FALSE;
        }
    }
  return tags[0] != NULL;
}

gboolean
sutra_case_check_language (const char *tag, GError **error)
{
  g_return_val_if_fail (tag != NULL, FALSE);

  return is_language (tag) ||
         sutra_case_fail (error, SUTRA_ERROR_INVALID, "language “%s” is no language tag: give one such as bn, bn-IN or en.", tag);
}

static gboolean
parse_number (const Field *field, const char *value, double *number, GError **error)
{
  char *end;

  *number = NAN;
  if (value == NULL)
    return TRUE;
  *number = g_ascii_strtod (value, &end);
  if (end == value || *end != '\0' || !isfinite (*number) || *number < field->min || *number > field->max)
    return sutra_case_fail (error, SUTRA_ERROR_INVALID, "%s “%s” is not allowed: give a number from %g to %g.", field->key, value,
                            field->min, field->max);
  return TRUE;
}

static gboolean
parse_offset (const char *key, const char *value, guint32 *offset, GError **error)
{
  guint64 number;

  if (value == NULL || !g_ascii_string_to_unsigned (value, 10, 0, G_MAXUINT32, &number, NULL))
    return sutra_case_fail (error, SUTRA_ERROR_INVALID, "%s “%s” is not allowed: give a number of characters.", key,
                            value != NULL ? value : "");
  *offset = (guint32) number;
  return TRUE;
}

static gboolean
write_field (SutraCase *self, const SutraId *id, const Field *field, const char *value, GError **error)
{
  g_autofree char *label = NULL;
  double number;

  switch (field->kind)
    {
    case FIELD_LABEL:
      label = sutra_case_clean_label (value != NULL ? value : "", error);
      if (label == NULL)
        {
          g_prefix_error (error, "%s: ", field->key);
          return FALSE;
        }
      value = label;
      break;
    case FIELD_EDTF:
      if (value != NULL && !sutra_edtf_validate (value, error))
        {
          g_prefix_error (error, "%s “%s”: ", field->key, value);
          return FALSE;
        }
      break;
    case FIELD_LANGUAGE:
      if (value != NULL && !sutra_case_check_language (value, error))
        return FALSE;
      break;
    case FIELD_NUMBER:
      return parse_number (field, value, &number, error) && sutra_store_run (self->store, error, field->sql, "di", number, id);
    case FIELD_TEXT:
    case FIELD_SPECIAL:
    default:
      break;
    }
  return sutra_store_run (self->store, error, field->sql, "si", value, id);
}

/* ---- What is more than one column ---- */

static gboolean
set_entity (SutraCase *self, const SutraId *id, const char *const *pairs, GError **error)
{
  const char *value;
  SutraId type;

  if (get_value (pairs, "label", &value))
    {
      g_autofree char *label = sutra_case_clean_label (value != NULL ? value : "", error);
      g_autofree char *key = label != NULL ? sutra_fold_string (label, -1) : NULL;

      if (label == NULL ||
          !sutra_store_run (self->store, error, "UPDATE entity SET label = ?, label_key = ? WHERE id = ?", "ssi", label, key, id))
        return FALSE;
    }
  if (get_value (pairs, "type", &value) &&
      (!sutra_case_type_by_name (self, value, &type, error) || !sutra_case_retype_entity (self, id, &type, error)))
    return FALSE;
  if (sutra_store_get_int (self->store, 0, "SELECT (latitude IS NULL) <> (longitude IS NULL) FROM entity WHERE id = ?", "i", id) != 0)
    return sutra_case_fail (error, SUTRA_ERROR_INVALID, "A place needs a latitude and a longitude. Give both, or empty both.");
  return !(get_value (pairs, "latitude", &value) || get_value (pairs, "longitude", &value) || get_value (pairs, "radius_m", &value)) ||
         sutra_location_follow_fields (self->store, id, error);
}

static gboolean
set_mention_place (SutraCase *self, const SutraId *id, const char *const *pairs, GError **error)
{
  guint32 start = (guint32) sutra_store_get_int (self->store, 0, "SELECT start FROM mention WHERE id = ?", "i", id);
  guint32 end = (guint32) sutra_store_get_int (self->store, 0, "SELECT \"end\" FROM mention WHERE id = ?", "i", id);
  guint32 stem_end = 0;
  const char *value;
  gboolean moved = FALSE;

  if (get_value (pairs, "start", &value))
    {
      moved = TRUE;
      if (!parse_offset ("start", value, &start, error))
        return FALSE;
    }
  if (get_value (pairs, "end", &value))
    {
      moved = TRUE;
      if (!parse_offset ("end", value, &end, error))
        return FALSE;
    }
  if (get_value (pairs, "stem_end", &value))
    {
      moved = TRUE;
      if (value != NULL && !parse_offset ("stem_end", value, &stem_end, error))
        return FALSE;
      if (value != NULL && stem_end == 0)
        return sutra_case_fail (error, SUTRA_ERROR_RANGE, "The dictionary form's end 0 lies outside of the span %u–%u.", start, end);
    }
  return !moved || sutra_case_update_span (self, id, start, end, stem_end, error);
}

/* @value: an entity's id or label. */
static gboolean
set_mention_entity (SutraCase *self, const SutraId *id, const char *value, GError **error)
{
  SutraId type = sutra_case_id_column (self, "SELECT type FROM mention WHERE id = ?", id);
  SutraId entity = SUTRA_ID_NULL;

  if (value != NULL && sutra_id_from_string (value, &entity))
    {
      if (!sutra_case_require_entity_of_type (self, &entity, &type, error))
        return FALSE;
    }
  else if (value != NULL && !sutra_case_entity_for_label (self, &type, value, &entity, error))
    return FALSE;
  return sutra_store_run (self->store, error, "UPDATE mention SET entity = ? WHERE id = ?", "ii", &entity, id);
}

static gboolean
set_mention (SutraCase *self, const SutraId *id, const char *const *pairs, GError **error)
{
  const char *value;
  SutraId type;

  if (get_value (pairs, "type", &value) &&
      (!sutra_case_type_by_name (self, value, &type, error) || !sutra_case_retype_mentions (self, id, 1, &type, error)))
    return FALSE;
  if (get_value (pairs, "entity", &value) && !set_mention_entity (self, id, value, error))
    return FALSE;
  if (get_value (pairs, "status", &value))
    {
      int status = sutra_mention_status_from_string (value);

      if (status < 0)
        return sutra_case_fail (error, SUTRA_ERROR_INVALID, "status “%s” is not allowed: give confirmed, suggested or rejected.",
                                value != NULL ? value : "");
      if (!sutra_store_run (self->store, error, "UPDATE mention SET status = ? WHERE id = ?", "li", (gint64) status, id))
        return FALSE;
    }
  return set_mention_place (self, id, pairs, error);
}

static void
replace_string (char **field, const char *value)
{
  g_free (*field);
  *field = g_strdup (value);
}

static gboolean
set_type (SutraCase *self, const SutraId *id, const char *const *pairs, GError **error)
{
  g_autoptr (SutraTypeSpec) spec = sutra_case_dup_type_spec (self, id);
  const char *value;

  if (spec == NULL)
    return sutra_case_fail_not_found (SUTRA_TABLE_TYPE, id, error);
  if (get_value (pairs, "name", &value))
    replace_string (&spec->name, value);
  if (get_value (pairs, "color", &value))
    replace_string (&spec->color, value);
  if (get_value (pairs, "badge", &value))
    replace_string (&spec->badge, value);
  if (get_value (pairs, "shortcut", &value))
    replace_string (&spec->shortcut, value);
  if (get_value (pairs, "parent", &value))
    replace_string (&spec->parent, value);
  if (get_value (pairs, "names_entities", &value))
    {
      spec->names_entities = g_strcmp0 (value, "true") == 0;
      if (!spec->names_entities && g_strcmp0 (value, "false") != 0)
        return sutra_case_fail (error, SUTRA_ERROR_INVALID, "names_entities “%s” is not allowed: give true or false.",
                                value != NULL ? value : "");
    }
  return sutra_case_check_type (self, id, spec, error) && sutra_case_update_type (self->store, id, spec, -1, error);
}

/* ---- The table of tables ---- */

typedef struct
{
  SutraTable table;
  const Field *fields;
  SutraEditKind kind;
  const char *subject;
  gboolean (*special) (SutraCase *self, const SutraId *id, const char *const *pairs, GError **error);
} Settable;

static const Settable settables[] = {
  { SUTRA_TABLE_ARTICLE, article_fields, SUTRA_EDIT_SET_ARTICLE, "SELECT title FROM article WHERE id = ?", NULL },
  { SUTRA_TABLE_ENTITY, entity_fields, SUTRA_EDIT_SET_ENTITY, "SELECT label FROM entity WHERE id = ?", set_entity },
  { SUTRA_TABLE_MENTION, mention_fields, SUTRA_EDIT_SET_MENTION, "SELECT quote FROM mention WHERE id = ?", set_mention },
  { SUTRA_TABLE_RELATION, relation_fields, SUTRA_EDIT_SET_RELATION, "SELECT type FROM relation WHERE id = ?", NULL },
  { SUTRA_TABLE_TYPE, type_fields, SUTRA_EDIT_SET_TYPE, "SELECT ifnull (name, slug) FROM type WHERE id = ?", set_type },
};

static const Settable *
find_settable (SutraCase *self, const SutraId *id, GError **error)
{
  char string[SUTRA_ID_STRING_SIZE];

  for (guint i = 0; i < G_N_ELEMENTS (settables); i++)
    {
      if (sutra_case_row_exists (self->store, settables[i].table, id))
        return &settables[i];
    }
  sutra_case_fail (error, SUTRA_ERROR_NOT_FOUND, "There is no article, entity, mention, relation or type %s in this case (any more).",
                   sutra_id_to_string (id, string));
  return NULL;
}

static gboolean
set_pairs (SutraCase *self, const Settable *settable, const SutraId *id, const char *const *pairs, GError **error)
{
  for (guint i = 0; pairs[i] != NULL; i += 2)
    {
      const Field *field = find_field (settable->fields, pairs[i]);
      const char *value;

      if (field == NULL)
        return fail_key (settable->table, settable->fields, pairs[i], error);
      get_value (pairs, pairs[i], &value);
      if (value != NULL && !g_utf8_validate (value, -1, NULL))
        return sutra_case_fail (error, SUTRA_ERROR_INVALID, "The value of “%s” is not valid UTF-8.", field->key);
      if (field->kind != FIELD_SPECIAL && !write_field (self, id, field, value, error))
        return FALSE;
    }
  return settable->special == NULL || settable->special (self, id, pairs, error);
}

gboolean
sutra_case_set (SutraCase *self, const SutraId *id, const char *const *pairs, GError **error)
{
  const Settable *settable;
  g_autofree char *subject = NULL;
  gboolean ok;

  g_return_val_if_fail (SUTRA_IS_CASE (self), FALSE);
  g_return_val_if_fail (id != NULL, FALSE);
  g_return_val_if_fail (pairs != NULL, FALSE);

  if (!sutra_case_begin (self, error))
    return FALSE;
  settable = find_settable (self, id, error);
  ok = settable != NULL && set_pairs (self, settable, id, pairs, error);
  if (ok)
    subject = sutra_case_dup_column (self, settable->subject, id);
  return sutra_case_end (self, ok, ok ? settable->kind : SUTRA_EDIT_SET_ARTICLE, subject, 1, error);
}
