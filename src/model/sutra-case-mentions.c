/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-case.h"
#include "sutra-case-private.h"
#include "sutra-inflection.h"
#include "sutra-name-parts.h"

SutraId
sutra_case_find_identical (SutraCase *self,
                           const SutraId *article,
                           const SutraSpanRow *span,
                           const SutraId *type,
                           const SutraId *entity,
                           const SutraId *except)
{
  g_autoptr (SutraStatement) row =
      sutra_statement_new (self->store, NULL,
                           "SELECT id FROM mention WHERE article = ? AND start = ? AND \"end\" = ? AND type = ? AND entity IS ?"
                           " AND fragments IS ? AND id IS NOT ? LIMIT 1",
                           "illiisi", article, (gint64) span->start, (gint64) span->end, type, entity, span->fragments, except);

  return row != NULL && sutra_statement_next (row, NULL) ? sutra_statement_get_id (row, 0) : SUTRA_ID_NULL;
}

/* ---- Adding ---- */

/* What the mentions of one bulk share, so that a thousand of them look it up once. */
typedef struct
{
  SutraId article;
  SutraText *text;
  SutraId type;
  SutraId entity;
  char *label;
  GStrv names;
  SutraId names_of;
  char *created;
} Bulk;

static void
bulk_clear (Bulk *bulk)
{
  g_clear_pointer (&bulk->text, sutra_text_unref);
  g_free (bulk->label);
  g_strfreev (bulk->names);
  g_free (bulk->created);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Bulk, bulk_clear)

static gboolean
check_spec (const SutraMentionSpec *spec, GError **error)
{
  if ((guint) spec->status > SUTRA_MENTION_REJECTED || (guint) spec->origin > SUTRA_ORIGIN_IMPORT)
    return sutra_case_fail (error, SUTRA_ERROR_INVALID, "The mention's status or origin is unknown.");
  if ((spec->value != NULL && !g_utf8_validate (spec->value, -1, NULL)) || (spec->note != NULL && !g_utf8_validate (spec->note, -1, NULL)))
    return sutra_case_fail (error, SUTRA_ERROR_INVALID, "The mention's value or note is not valid UTF-8.");
  return TRUE;
}

/* The article's text, the type and the entity of @spec. */
static gboolean
bulk_take (Bulk *bulk, SutraCase *self, const SutraMentionSpec *spec, SutraId *entity, GError **error)
{
  gboolean same_type = sutra_id_equal (&bulk->type, &spec->type);

  if (!check_spec (spec, error))
    return FALSE;
  if (bulk->text == NULL || !sutra_id_equal (&bulk->article, &spec->article))
    {
      g_clear_pointer (&bulk->text, sutra_text_unref);
      bulk->text = sutra_case_dup_text (self, &spec->article, error);
      if (bulk->text == NULL)
        return FALSE;
      bulk->article = spec->article;
    }
  if (!same_type && !sutra_case_require_type (self, &spec->type, error))
    return FALSE;
  bulk->type = spec->type;

  *entity = spec->entity;
  if (!sutra_id_is_null (entity))
    {
      if (same_type && sutra_id_equal (entity, &bulk->entity))
        return TRUE;
      if (!sutra_case_require_entity_of_type (self, entity, &spec->type, error))
        return FALSE;
    }
  else if (spec->entity_label != NULL && spec->entity_label[0] != '\0')
    {
      if (!same_type || g_strcmp0 (bulk->label, spec->entity_label) != 0)
        {
          if (!sutra_case_entity_for_label (self, &spec->type, spec->entity_label, entity, error))
            return FALSE;
          g_free (bulk->label);
          bulk->label = g_strdup (spec->entity_label);
        }
      else
        *entity = bulk->entity;
    }
  if (!sutra_id_is_null (entity))
    bulk->entity = *entity;
  return TRUE;
}

static const char *const *
bulk_names (Bulk *bulk, SutraCase *self, const SutraId *entity)
{
  if (sutra_id_is_null (entity))
    return NULL;
  if (bulk->names == NULL || !sutra_id_equal (&bulk->names_of, entity))
    {
      g_strfreev (bulk->names);
      bulk->names = sutra_case_dup_names (self, entity);
      bulk->names_of = *entity;
    }
  return (const char *const *) bulk->names;
}

static gboolean
insert_mention (SutraCase *self,
                const SutraMentionSpec *spec,
                const SutraSpanRow *span,
                const SutraId *entity,
                const char *created,
                SutraId *id,
                GError **error)
{
  *id = sutra_id_new ();
  return sutra_store_run (self->store, error,
                          "INSERT INTO mention (id, article, start, \"end\", stem_end, fragments, type, entity, value, quote, quote_key,"
                          " status, origin, note, author, created) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                          "iilllsiisssllsss", id, &spec->article, (gint64) span->start, (gint64) span->end, (gint64) span->stem_end,
                          span->fragments, &spec->type, entity, spec->value, span->quote, span->quote_key, (gint64) spec->status,
                          (gint64) spec->origin, spec->note, sutra_store_get_author (self->store), created);
}

/* The analyst marks what was rejected before: that row becomes what @spec says. */
static gboolean
revive (SutraCase *self, const SutraMentionSpec *spec, const SutraSpanRow *span, const char *created, const SutraId *id, GError **error)
{
  return sutra_store_run (self->store, error,
                          "UPDATE mention SET stem_end = ?, value = ?, quote_key = ?, status = ?, origin = ?, note = ?, author = ?,"
                          " created = ? WHERE id = ?",
                          "lssllsssi", (gint64) span->stem_end, spec->value, span->quote_key, (gint64) spec->status, (gint64) spec->origin,
                          spec->note, sutra_store_get_author (self->store), created, id);
}

static gboolean
is_rejected (SutraCase *self, const SutraId *mention)
{
  return sutra_store_get_int (self->store, 0, "SELECT status FROM mention WHERE id = ?", "i", mention) == SUTRA_MENTION_REJECTED;
}

static gboolean
add_one (SutraCase *self,
         Bulk *bulk,
         const SutraMentionSpec *spec,
         gboolean alone,
         SutraId *id,
         gboolean *added,
         char **quote,
         GError **error)
{
  g_auto (SutraSpanRow) span = { 0 };
  SutraId entity;
  SutraId identical;

  if (!bulk_take (bulk, self, spec, &entity, error) ||
      !sutra_span_row_init (&span, bulk->text, spec->start, spec->end, spec->stem_end, spec->fragments, spec->n_fragments,
                            bulk_names (bulk, self, &entity), error))
    return FALSE;

  identical = sutra_case_find_identical (self, &spec->article, &span, &spec->type, &entity, NULL);
  *added = sutra_id_is_null (&identical);
  if (!*added && spec->status != SUTRA_MENTION_REJECTED && is_rejected (self, &identical))
    {
      *id = identical;
      *added = TRUE;
      if (*quote == NULL)
        *quote = g_strdup (span.quote);
      return revive (self, spec, &span, bulk->created, id, error);
    }
  if (!*added)
    {
      char string[SUTRA_ID_STRING_SIZE];

      *id = identical;
      return !alone || sutra_case_fail (error, SUTRA_ERROR_EXISTS, "“%s” at %u–%u is marked just so already (mention %s).", span.quote,
                                        span.start, span.end, sutra_id_to_string (&identical, string));
    }

  if (*quote == NULL)
    *quote = g_strdup (span.quote);
  return insert_mention (self, spec, &span, &entity, bulk->created, id, error);
}

static SutraEditKind
kind_of (const SutraMentionSpec *spec, gsize n)
{
  if (spec->origin != SUTRA_ORIGIN_SUGGESTION)
    return n == 1 ? SUTRA_EDIT_ADD_MENTION : SUTRA_EDIT_ADD_OCCURRENCES;
  return spec->status == SUTRA_MENTION_REJECTED ? SUTRA_EDIT_REJECT_SUGGESTIONS : SUTRA_EDIT_ACCEPT_SUGGESTIONS;
}

gboolean
sutra_case_add_mentions (SutraCase *self, const SutraMentionSpec *specs, gsize n, SutraId *ids, GError **error)
{
  g_auto (Bulk) bulk = { 0 };
  g_autofree SutraId *own_ids = NULL;
  g_autofree char *quote = NULL;
  guint n_added = 0;
  gboolean ok = TRUE;

  g_return_val_if_fail (SUTRA_IS_CASE (self), FALSE);
  g_return_val_if_fail (specs != NULL || n == 0, FALSE);

  if (n == 0)
    return TRUE;
  if (!sutra_case_begin (self, error))
    return FALSE;

  /* The caller's ids are written only when all went well. */
  own_ids = g_new (SutraId, n);
  bulk.created = sutra_clock_format (sutra_store_now (self->store));
  for (gsize i = 0; i < n && ok; i++)
    {
      gboolean added = FALSE;

      ok = add_one (self, &bulk, &specs[i], n == 1, &own_ids[i], &added, &quote, error);
      n_added += added;
    }

  if (!sutra_case_end (self, ok, kind_of (&specs[0], n), quote, n_added, error))
    return FALSE;
  if (ids != NULL)
    memcpy (ids, own_ids, n * sizeof (SutraId));
  return TRUE;
}

/* ---- Occurrences ---- */

static int
compare_starts (gconstpointer a, gconstpointer b)
{
  const SutraRange *x = a;
  const SutraRange *y = b;

  return x->start < y->start ? -1 : x->start > y->start;
}

/* The places of the confirmed mentions of @type, by start. */
static GArray *
marked_ranges (SutraCase *self, const SutraId *article, const SutraId *type, GError **error)
{
  g_autoptr (GArray) ranges = g_array_new (FALSE, FALSE, sizeof (SutraRange));
  g_autoptr (GError) local_error = NULL;
  g_autoptr (SutraStatement) rows = sutra_statement_new (
      self->store, error, "SELECT start, \"end\", fragments FROM mention WHERE article = ? AND type = ? AND status = 0", "ii", article,
      type);

  if (rows == NULL)
    return NULL;
  while (sutra_statement_next (rows, &local_error))
    {
      SutraRange range = { (guint32) sutra_statement_get_int (rows, 0), (guint32) sutra_statement_get_int (rows, 1) };
      g_autoptr (GArray) fragments = NULL;

      g_array_append_val (ranges, range);
      if (sutra_statement_is_null (rows, 2))
        continue;
      fragments = sutra_fragments_parse (sutra_statement_get_text (rows, 2));
      g_array_append_vals (ranges, fragments->data, fragments->len);
    }
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }

  g_array_sort (ranges, compare_starts);
  return g_steal_pointer (&ranges);
}

/* Takes out of @found (by start, not overlapping) what overlaps one of @marked (by start). */
static void
subtract_ranges (GArray *found, GArray *marked)
{
  guint32 reach = 0; /* the largest end of the marks that start before the occurrence's end */
  guint kept = 0;
  guint next = 0;

  for (guint i = 0; i < found->len; i++)
    {
      SutraOccurrence occurrence = g_array_index (found, SutraOccurrence, i);

      for (; next < marked->len && g_array_index (marked, SutraRange, next).start < occurrence.end; next++)
        reach = MAX (reach, g_array_index (marked, SutraRange, next).end);
      if (reach <= occurrence.start)
        g_array_index (found, SutraOccurrence, kept++) = occurrence;
    }
  g_array_set_size (found, kept);
}

gboolean
sutra_case_skip_marked (SutraCase *self, const SutraId *article, const SutraId *type, GArray *occurrences, GError **error)
{
  g_autoptr (GArray) marked = NULL;

  g_return_val_if_fail (SUTRA_IS_CASE (self), FALSE);
  g_return_val_if_fail (article != NULL && type != NULL && occurrences != NULL, FALSE);

  if (self->store == NULL)
    return sutra_case_fail_closed (error), FALSE;
  marked = marked_ranges (self, article, type, error);
  if (marked == NULL)
    return FALSE;
  subtract_ranges (occurrences, marked);
  return TRUE;
}

GArray *
sutra_case_find_occurrences (SutraCase *self, const SutraId *article, const char *const *names, const SutraId *type, GError **error)
{
  g_autoptr (SutraText) text = NULL;
  g_autoptr (GArray) found = NULL;
  SutraEntityType *object;
  gboolean person;

  g_return_val_if_fail (SUTRA_IS_CASE (self), NULL);
  g_return_val_if_fail (article != NULL, NULL);
  g_return_val_if_fail (names != NULL, NULL);
  g_return_val_if_fail (type != NULL, NULL);

  if (self->store == NULL)
    return sutra_case_fail_closed (error), NULL;
  text = sutra_case_dup_text (self, article, error);
  if (text == NULL)
    return NULL;
  object = sutra_tagset_get (sutra_case_get_tagset (self), type);
  person = object != NULL && g_strcmp0 (sutra_entity_type_get_slug (object), "person") == 0;
  found = sutra_name_parts_find (text, names, person, NULL, error);
  if (found == NULL || !sutra_case_skip_marked (self, article, type, found, error))
    return NULL;
  return g_steal_pointer (&found);
}
