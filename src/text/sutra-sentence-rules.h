/* sutra-sentence-rules.h: where a sentence ends; only for sutra-sentences.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sutra-text.h"

G_BEGIN_DECLS

#define SUTRA_SENTENCE_BLOCK 256
#define SUTRA_SENTENCE_BLOCKS 16

/* The code points of one paragraph, decoded a block at a time: random access without a copy of the paragraph. Offsets are those of
 * the text; 0 outside [start, end). */
typedef struct
{
  SutraText *text;
  gsize start;
  gsize end;
  gboolean is_table;
  gboolean has_stops;
  gsize tags[SUTRA_SENTENCE_BLOCKS];
  gunichar cps[SUTRA_SENTENCE_BLOCKS][SUTRA_SENTENCE_BLOCK];
} SutraSentenceReader;

/* Reads the paragraph that holds @cp. */
void sutra_sentence_reader_init (SutraSentenceReader *self, SutraText *text, gsize cp);

gunichar sutra_sentence_reader_load (SutraSentenceReader *self, gsize i);

static inline gunichar
sutra_sentence_reader_char (SutraSentenceReader *self, gsize i)
{
  gsize block = i / SUTRA_SENTENCE_BLOCK;

  if (i < self->start || i >= self->end)
    return 0;
  if (self->tags[block % SUTRA_SENTENCE_BLOCKS] != block)
    return sutra_sentence_reader_load (self, i);
  return self->cps[block % SUTRA_SENTENCE_BLOCKS][i % SUTRA_SENTENCE_BLOCK];
}

/* The first boundary behind @i whose terminator begins before @limit: *@stop is where a sentence ends, *@next where the next one begins, with
 * nothing but white space between; FALSE if there is none. @i must be safe (below) or a *@next. What is a boundary does not depend on @i. Linear. */
gboolean sutra_sentence_rules_next (SutraSentenceReader *reader, gsize i, gsize limit, gsize *stop, gsize *next);

/* Whether no terminator can have begun before @i and go on at it. */
gboolean sutra_sentence_rules_is_safe (SutraSentenceReader *reader, gsize i);

G_END_DECLS
