/* sutra-date-lexer.h: a text as the tokens that dates, times and numbers are read from
 *
 * For this layer's own files.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sutra-date-lexicon.h"
#include "sutra-fold.h"
#include "sutra-text.h"

G_BEGIN_DECLS

typedef enum
{
  SUTRA_TOKEN_END,    /* what is found before the first and behind the last token */
  SUTRA_TOKEN_OTHER,  /* a run of anything else, spaces inside included */
  SUTRA_TOKEN_NUMBER, /* digits, grouped ones too */
  SUTRA_TOKEN_WORD,   /* with senses */
  SUTRA_TOKEN_MARK,   /* one of . , : / - ' ( ) ~ ? & % + $ and currency signs */
} SutraTokenType;

/**
 * SutraToken:
 * @start, @end: key units
 * @spaced: a space stands before it
 * @capital: begins with a Latin capital
 * @grouped: has commas inside
 * @digits: of a number how many, commas left out
 * @number: its value; -1 if it has more than 18 digits
 */
typedef struct
{
  SutraTokenType type;
  guint32 start;
  guint32 end;
  guint spaced : 1;
  guint capital : 1;
  guint grouped : 1;
  guint digits : 16;
  guint n_senses : 4;
  gunichar mark;
  gint64 number;
  SutraSense senses[SUTRA_SENSES_MAX];
} SutraToken;

/* At most about so many tokens are read at a time, so that memory does not grow with the text. */
#define SUTRA_TOKENS_AT_A_TIME 2048

/* Replaces @tokens (of SutraToken) by those from key unit *@at on, and moves *@at to where they end: the end of the key, or an earlier
 * place that no date reaches across. @first_cp: the code point of the text where the folded string begins. FALSE: there are none left. */
gboolean sutra_date_lex (SutraText *text, const SutraFold *fold, gsize first_cp, guint32 *at, GArray *tokens);

G_END_DECLS
