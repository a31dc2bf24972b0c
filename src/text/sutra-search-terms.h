/* sutra-search-terms.h: what the search index holds of a text, and what a query asks it for
 *
 * The terms of a word are its fold key and, each after a "=", the dictionary forms that it may be inflected from (চিকিৎসকের: also "=চিকিৎসক"; Kazakhstan's: also
 * "=kazakhstan"). A queried word is the same as a word of a text if one of the forms asked for is one of its terms, so that either may be inflected.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sutra-find.h"

G_BEGIN_DECLS

/* A term is no longer; a word that is has the beginning for its term. */
#define SUTRA_SEARCH_MAX_TERM 64

/* The terms of each word that begins in [@start, @end): blanks between words, tabs between the terms of one (transfer full). */
char *sutra_search_terms_of_text (SutraText *text, gsize start, gsize end);

/* Adds the terms of one word, the fold key first (char *, transfer full). */
void sutra_search_terms_of_word (const char *word, GPtrArray *terms);

/**
 * SutraQueryLeaf:
 * @words: for each word, in order, the forms asked for (GStrv, the fold key first)
 * @prefix: the last word may go on
 */
typedef struct
{
  GPtrArray *words;
  gboolean prefix;
} SutraQueryLeaf;

/**
 * SutraQueryClause:
 * @leaves: SutraQueryLeaf *, one of which has to be there; or, when @negative, none may
 */
typedef struct
{
  GPtrArray *leaves;
  gboolean negative;
} SutraQueryClause;

/**
 * SutraQuery:
 * @clauses: SutraQueryClause *, all of which have to hold
 * @leaves: (unowned) all leaves, in order
 */
typedef struct
{
  GPtrArray *clauses;
  GPtrArray *leaves;
} SutraQuery;

#define SUTRA_QUERY_MAX_LEAVES 64

/* Reads what a person typed: words must all be there, inflected or not; "words in quotes" stand in this order, in this very form, but that the last of several may have an ending; begin* goes on in any way; -word
 * or NOT word leaves out; a OR b takes either. Words joined by a hyphen or the like stand together. Everything else is no part of words and says nothing. INVALID
 * if there is no word to look for, or over SUTRA_QUERY_MAX_LEAVES. */
SutraQuery *sutra_query_new (const char *string, GError **error);
void sutra_query_free (SutraQuery *self);

/* Where the words of @self that are looked for stand in @text: array of SutraRange in text order, not overlapping, at most @max of them (0: all). NULL only with
 * G_IO_ERROR_CANCELLED. */
GArray *sutra_query_locate (SutraQuery *self, SutraText *text, guint max, GCancellable *cancellable, GError **error);

/* Whether @text as a whole is what is asked for. */
gboolean sutra_query_matches (SutraQuery *self, SutraText *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SutraQuery, sutra_query_free)

G_END_DECLS
