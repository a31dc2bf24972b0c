/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-suggestion.h"

#include "sutra-suggest-private.h"

static const char *const kind_names[] = { "date", "number", "place", "name", "check" };

const char *
sutra_suggestion_kind_to_string (SutraSuggestionKind kind)
{
  g_return_val_if_fail ((gsize) kind < G_N_ELEMENTS (kind_names), NULL);

  return kind_names[kind];
}

int
sutra_suggestion_kind_from_string (const char *string)
{
  for (gsize i = 0; i < G_N_ELEMENTS (kind_names); i++)
    if (g_strcmp0 (string, kind_names[i]) == 0)
      return i;
  return -1;
}

/* Everything in the text form, so that the id does not depend on the machine. */
static SutraId
digest_of (const SutraSuggestion *self)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  char article[SUTRA_ID_STRING_SIZE];
  g_autofree char *key = g_strdup_printf ("%s %u %u %s %s", sutra_id_to_string (&self->article, article), self->start, self->end,
                                          kind_names[self->kind], self->value != NULL ? self->value : "");
  guint8 bytes[32];
  gsize n_bytes = sizeof bytes;
  SutraId id;

  g_checksum_update (checksum, (const guchar *) key, -1);
  g_checksum_get_digest (checksum, bytes, &n_bytes);
  memcpy (id.bytes, bytes, sizeof id.bytes);
  return id;
}

SutraSuggestion *
sutra_suggestion_new (const SutraId *article,
                      SutraText *text,
                      SutraSuggestionKind kind,
                      guint32 start,
                      guint32 end,
                      guint32 stem_end,
                      const char *value)
{
  SutraSuggestion *self = g_new0 (SutraSuggestion, 1);

  self->article = *article;
  self->kind = kind;
  self->start = start;
  self->end = end;
  self->stem_end = stem_end;
  self->text = sutra_text_slice (text, start, end);
  self->value = g_strdup (value);
  self->sure = TRUE;
  self->id = digest_of (self);
  return self;
}

void
sutra_suggestion_free (SutraSuggestion *self)
{
  if (self == NULL)
    return;
  g_free (self->text);
  g_free (self->value);
  g_free (self->explanation);
  g_free (self);
}

gboolean
sutra_suggestion_is_open (const SutraSuggestion *suggestion, SutraSpanIndex *spans, GArray *scratch)
{
  if (suggestion->kind == SUTRA_SUGGESTION_CHECK)
    return TRUE;
  g_array_set_size (scratch, 0);
  sutra_span_index_query (spans, suggestion->start, suggestion->end, scratch);
  for (guint i = 0; i < scratch->len; i++)
    {
      const SutraSpan *span = &g_array_index (scratch, SutraSpan, i);
      gboolean same_place = span->start == suggestion->start && span->end == suggestion->end;
      gboolean same_type = sutra_id_equal (&span->type, &suggestion->type);

      if (span->status == SUTRA_MENTION_CONFIRMED && (same_place || same_type))
        return FALSE;
      if (span->status == SUTRA_MENTION_REJECTED && same_place && same_type &&
          (suggestion->kind != SUTRA_SUGGESTION_NAME || sutra_id_equal (&span->entity, &suggestion->entity)))
        return FALSE;
    }
  return TRUE;
}

/* ---- Deciding ---- */

static gboolean
decide (SutraCase *the_case, SutraSuggestion *const *suggestions, gsize n, SutraMentionStatus status, SutraId *ids, GError **error)
{
  g_autofree SutraMentionSpec *specs = g_new0 (SutraMentionSpec, n);

  for (gsize i = 0; i < n; i++)
    {
      const SutraSuggestion *suggestion = suggestions[i];

      if (suggestion->kind == SUTRA_SUGGESTION_CHECK)
        {
          g_set_error (error, SUTRA_ERROR, SUTRA_ERROR_INVALID,
                       "“%s” at %u–%u is a finding about the text, not something to mark: read its explanation.", suggestion->text,
                       suggestion->start, suggestion->end);
          return FALSE;
        }
      specs[i] = (SutraMentionSpec){ .article = suggestion->article,
                                     .start = suggestion->start,
                                     .end = suggestion->end,
                                     .stem_end = suggestion->stem_end,
                                     .type = suggestion->type,
                                     .entity = suggestion->entity,
                                     .value = suggestion->value,
                                     .status = status,
                                     .origin = SUTRA_ORIGIN_SUGGESTION };
    }
  return sutra_case_add_mentions (the_case, specs, n, ids, error);
}

gboolean
sutra_suggestions_accept (SutraCase *the_case, SutraSuggestion *const *suggestions, gsize n, SutraId *ids, GError **error)
{
  g_return_val_if_fail (SUTRA_IS_CASE (the_case), FALSE);
  g_return_val_if_fail (suggestions != NULL || n == 0, FALSE);

  return decide (the_case, suggestions, n, SUTRA_MENTION_CONFIRMED, ids, error);
}

gboolean
sutra_suggestions_reject (SutraCase *the_case, SutraSuggestion *const *suggestions, gsize n, GError **error)
{
  g_return_val_if_fail (SUTRA_IS_CASE (the_case), FALSE);
  g_return_val_if_fail (suggestions != NULL || n == 0, FALSE);

  return decide (the_case, suggestions, n, SUTRA_MENTION_REJECTED, NULL, error);
}
