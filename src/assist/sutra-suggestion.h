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

/* What the explanation says, for those who say it in another language. */
typedef enum
{
  SUTRA_REASON_NONE,            /* a date or number with its value; @explanation may say how it was read */
  SUTRA_REASON_KNOWN,           /* a known name */
  SUTRA_REASON_DOUBTFUL,        /* a known name that is short, or its ending doubtful */
  SUTRA_REASON_SEVERAL,         /* the name of several entities */
  SUTRA_REASON_REPEATED,        /* marked elsewhere in the article */
  SUTRA_REASON_NEEDS_PUBLISHED, /* a relative date, and the article has no published date */
  SUTRA_REASON_NEEDS_YEAR,
  SUTRA_REASON_NEEDS_DAY,     /* a time of day without the day */
  SUTRA_REASON_IMPOSSIBLE,    /* no such day */
  SUTRA_REASON_WEEKDAY,       /* the weekday contradicts the date */
  SUTRA_REASON_AMBIGUOUS,     /* the likelier of two readings */
  SUTRA_REASON_NOT_CONVERTED, /* a calendar that is not converted */
  SUTRA_REASON_CHECK,         /* a finding of the text checks */
} SutraSuggestionReason;

/**
 * SutraSuggestion:
 * @id: the first 16 bytes of a SHA-256 of article, span, kind and value: the same on every run
 * @type: the type that the mention would get; the null id for a text check
 * @entity: (of a name) the entity whose label or alias it is; the null id: none, or more than one
 * @value: (nullable): EDTF, or number and unit; a date may have none, then @explanation says what is missing; of a text check what was likely meant
 * @explanation: (nullable): one English sentence
 * @sure: FALSE: a short name, a doubtful ending, more than one entity, a date without a value; offered apart
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
  SutraSuggestionReason reason;
  gboolean sure;
} SutraSuggestion;

void sutra_suggestion_free (SutraSuggestion *self);

#define SUTRA_SUGGEST_ALL 0

/* What the rules of @kinds (bits 1 << SutraSuggestionKind; SUTRA_SUGGEST_ALL for all) propose for @article, without what overlaps a confirmed mention of the same type, lies exactly where another one does, or was rejected (the same
 * place and type, of a name also the same entity). Names: the labels and aliases of the case, and what was marked by hand in this article without an entity. Dates and numbers only if the tagset has the types "date" and "quantity". Text
 * order (SutraSuggestion *, transfer full). NOT_FOUND, DAMAGED, G_IO_ERROR_CANCELLED. */
GPtrArray *sutra_suggest (SutraCase *the_case, const SutraId *article, guint kinds, GCancellable *cancellable, GError **error);

/* Accepts @n suggestions as one step: each becomes a confirmed mention of origin "suggestion", with its entity, value and stem_end. A date without a value is accepted too: the passage is then marked, and the value can be given
 * later. @ids (nullable, n elements). A text check cannot be accepted or rejected: INVALID. */
gboolean sutra_suggestions_accept (SutraCase *the_case, SutraSuggestion *const *suggestions, gsize n, SutraId *ids, GError **error);

/* Remembers that they are wrong, as one step. */
gboolean sutra_suggestions_reject (SutraCase *the_case, SutraSuggestion *const *suggestions, gsize n, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SutraSuggestion, sutra_suggestion_free)

G_END_DECLS
