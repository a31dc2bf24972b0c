/* sutra-bijoy-tables.h: what the codes of Bijoy fonts stand for
 *
 * Internal to the text layer: sutra-bijoy.h is for everybody else.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sutra-bijoy.h"

G_BEGIN_DECLS

typedef enum
{
  SUTRA_PIECE_NONE,    /* no code of the fonts: Latin punctuation, white space, any other character */
  SUTRA_PIECE_UNKNOWN, /* a code that the generation has no glyph for */
  SUTRA_PIECE_FULL,    /* a consonant or conjunct */
  SUTRA_PIECE_HALF,    /* one that joins the next: its hasanta is not in the string */
  SUTRA_PIECE_SUB,     /* one that joins the one before: its hasanta is not in the string */
  SUTRA_PIECE_LETTER,  /* an independent vowel */
  SUTRA_PIECE_PRE,     /* a vowel sign that is written before its consonant */
  SUTRA_PIECE_POST,    /* any other vowel sign */
  SUTRA_PIECE_REPH,    /* র্ over the consonant before */
  SUTRA_PIECE_NASAL,   /* ঁ */
  SUTRA_PIECE_VISARGA, /* ঃ */
  SUTRA_PIECE_HASANTA, /* one that shows */
  SUTRA_PIECE_SIGN,    /* stands by itself: ং ৎ, digits, dandas, quotes */
} SutraPieceKind;

/**
 * SutraPiece:
 * @string: in Unicode, NFC but for ড় ঢ় য়, which are one code point; a conjunct that ends in a vowel sign includes it
 * @vowel: that vowel sign, or 0
 */
typedef struct
{
  guint8 code;
  guint8 kind; /* SutraPieceKind */
  gunichar2 vowel;
  const char *string;
} SutraPiece;

/* The piece of a Windows-1252 code in a generation (NEW or OLD); never NULL. */
const SutraPiece *sutra_bijoy_piece (guint8 code, SutraBijoyGeneration generation);

/* All pieces of a generation, in the order in which a writer should prefer them, one after the other; NULL at the end. */
const SutraPiece *sutra_bijoy_nth_piece (guint n, SutraBijoyGeneration generation);

/* The Windows-1252 code of a character, or -1. The five codes without a character are the C1 controls of the same number. */
int sutra_bijoy_code_of (gunichar c);

/* The character of a Windows-1252 code. */
gunichar sutra_bijoy_char_of (guint8 code);

G_END_DECLS
