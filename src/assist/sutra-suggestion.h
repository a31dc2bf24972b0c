/* sutra-suggestion.h: what a rule proposes to mark
 *
 * A suggestion becomes a mention only when the analyst accepts it. Suggestions are computed from the text, never stored; a rejected one is remembered as a mention with status
 * "rejected", so that it is not made again.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sutra-case.h"

G_BEGIN_DECLS

typedef enum
{
  SUTRA_SUGGESTION_DATE,
  SUTRA_SUGGESTION_NUMBER,
  SUTRA_SUGGESTION_PLACE,
  SUTRA_SUGGESTION_NAME,
  SUTRA_SUGGESTION_CHECK,
} SutraSuggestionKind;

/* "date", "number", "place", "name", "check", and back (-1: unknown). */
const char *sutra_suggestion_kind_to_string (SutraSuggestionKind kind);
int sutra_suggestion_kind_from_string (const char *string);

/**
 * SutraSuggestion:
 * @id: the first 16 bytes of a SHA-256 of article, span, kind and value: the same on every run
 * @type: the type that the mention would get; the null id for a text check
 * @entity: (of a name) the entity whose label or alias it is; the null id: none, or more than one
 * @value: (nullable): EDTF, or number and unit
 * @explanation: (nullable): one English sentence
 * @sure: FALSE: a short name, a doubtful ending, more than one entity; offered apart
 */
typedef struct
{
  SutraId id;
  SutraId article;
  SutraSuggestionKind kind;
  guint32 start;
  guint32 end;
  guint32 stem_end;
  char *text;
  SutraId type;
  SutraId entity;
  char *value;
  char *explanation;
  gboolean sure;
} SutraSuggestion;

void sutra_suggestion_free (SutraSuggestion *self);

#define SUTRA_SUGGEST_ALL 0

/* What the rules of @kinds (bits 1 << SutraSuggestionKind; SUTRA_SUGGEST_ALL for all) propose for @article, without what overlaps a confirmed mention of the same type or was rejected. Text order (SutraSuggestion *, transfer full). */
GPtrArray *sutra_suggest (SutraCase *the_case, const SutraId *article, guint kinds, GCancellable *cancellable, GError **error);

/* Accepts @n suggestions as one step: each becomes a confirmed mention of origin "suggestion". @ids (nullable, n elements). A text check cannot be accepted: INVALID. */
gboolean sutra_suggestions_accept (SutraCase *the_case, SutraSuggestion *const *suggestions, gsize n, SutraId *ids, GError **error);

/* Remembers that they are wrong, as one step. */
gboolean sutra_suggestions_reject (SutraCase *the_case, SutraSuggestion *const *suggestions, gsize n, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SutraSuggestion, sutra_suggestion_free)

G_END_DECLS
