/* sutra-suggest-private.h: the rules, in the thread where they are wanted
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sutra-known-names.h"
#include "sutra-suggestion.h"

G_BEGIN_DECLS

/**
 * SutraSuggestInput:
 *
 * All that the rules read. @digest tells inputs with the same names apart: equal ones give equal suggestions.
 */
typedef struct
{
  SutraId article;
  SutraText *text;           /* (owned) */
  SutraKnownNames *names;    /* (owned) */
  char *published;           /* (owned) (nullable) */
  char *language;            /* (owned) (nullable) */
  SutraId date_type;         /* or the null id */
  SutraId quantity_type;     /* or the null id */
  GPtrArray *repeated;       /* (owned) char *, names marked by hand in this article, not NULL-terminated */
  GArray *repeated_types;    /* (owned) SutraId */
  GPtrArray *repeated_slugs; /* (owned) char * */
  char *digest;
} SutraSuggestInput;

/* Reads it; @names (nullable): the known names, if they are there already. In the thread of @store. NOT_FOUND. */
SutraSuggestInput *sutra_suggest_input_read (SutraStore *store,
                                             const SutraId *article,
                                             SutraText *text,
                                             SutraKnownNames *names,
                                             GCancellable *cancellable,
                                             GError **error);
void sutra_suggest_input_free (SutraSuggestInput *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SutraSuggestInput, sutra_suggest_input_free)

/* What the rules propose, whatever is marked already; text order (SutraSuggestion *, transfer full). Any thread. NULL only with G_IO_ERROR_CANCELLED. */
GPtrArray *sutra_suggest_find (const SutraSuggestInput *input, guint kinds, GCancellable *cancellable, GError **error);

/* Whether @suggestion is still to be decided, with the mentions of its article at @spans. @scratch: an array of SutraSpan. */
gboolean sutra_suggestion_is_open (const SutraSuggestion *suggestion, SutraSpanIndex *spans, GArray *scratch);

/* A new suggestion with its id and text. */
SutraSuggestion *sutra_suggestion_new (const SutraId *article,
                                       SutraText *text,
                                       SutraSuggestionKind kind,
                                       guint32 start,
                                       guint32 end,
                                       guint32 stem_end,
                                       const char *value);

G_END_DECLS
