/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-bijoy.h"

#include <string.h>

#include "sutra-bijoy-tables.h"
#include "sutra-utf8.h"

#define HASANTA "\u09cd"
#define ZWNJ "\u200c"
#define ZWJ "\u200d"
#define REPH "\u09b0" HASANTA

/* The syllable that is being read: PRE? (HALF)* FULL (SUB)* POST? REPH? (SUB)* POST? NASAL?, where HALF and SUB together do for a FULL. */
typedef struct
{
  GString *cluster;  /* consonants with the hasanta between them, or an independent vowel */
  gunichar pre;      /* the vowel sign before it, or 0 */
  gunichar post;     /* the one behind it, or 0 */
  gunichar pre_char; /* what @pre was written as */
  gsize pre_offset;
  gboolean dangling; /* ends with a half: the next piece joins */
  gboolean visible;  /* ends with a hasanta that shows */
  gboolean reph;
  gboolean nasal;
} Syllable;

typedef struct
{
  SutraBijoyText *result;
  Syllable syllable;
  SutraBijoyGeneration generation;
  const char *next, *end;
  gsize offset;     /* of the character that is being read */
  gboolean visible; /* the syllable before ended with a hasanta that shows */
  gboolean after_digit;
  gboolean in_single; /* a typographic quote was opened as such in this line */
} Reader;

/* Places */

static void
note_unknown (Reader *reader, gsize offset, gunichar c)
{
  SutraBijoyPlace place = { offset, c };

  if (reader->result->n_unknown++ < SUTRA_BIJOY_MAX_PLACES)
    g_array_append_val (reader->result->unknown, place);
}

/* Syllables */

static gboolean
has_base (const Syllable *syllable)
{
  return syllable->cluster->len > 0;
}

static gboolean
has_vowel (const Syllable *syllable)
{
  return syllable->pre != 0 || syllable->post != 0;
}

static gunichar
join_vowels (gunichar pre, gunichar post)
{
  if (pre == 0x09c7 && post == 0x09be)
    return 0x09cb;
  return pre == 0x09c7 && post == 0x09d7 ? 0x09cc : 0;
}

static void
append_vowel (GString *out, const Syllable *syllable)
{
  gunichar joined = join_vowels (syllable->pre, syllable->post);

  if (joined != 0)
    g_string_append_unichar (out, joined);
  else
    {
      if (syllable->pre != 0)
        g_string_append_unichar (out, syllable->pre);
      if (syllable->post != 0)
        g_string_append_unichar (out, syllable->post);
    }
}

/* A sign before nothing: a dagger or a per mille sign is itself, ি is the sign alone. */
static void
flush_pre (Reader *reader)
{
  Syllable *syllable = &reader->syllable;

  if (syllable->pre == 0)
    return;
  g_string_append_unichar (reader->result->utf8, syllable->pre_char < 0x80 ? syllable->pre : syllable->pre_char);
  note_unknown (reader, syllable->pre_offset, syllable->pre_char);
  syllable->pre = 0;
}

static void
flush (Reader *reader)
{
  Syllable *syllable = &reader->syllable;
  GString *out = reader->result->utf8;
  const char *cluster = syllable->cluster->str;

  if (!has_base (syllable))
    {
      flush_pre (reader);
      reader->visible = FALSE;
      return;
    }
  /* Without it the hasanta would make a conjunct. */
  if (reader->visible)
    g_string_append (out, ZWNJ);
  if (syllable->reph)
    g_string_append (out, REPH);
  if (!syllable->reph && g_str_has_prefix (cluster, REPH "\u09af"))
    {
      g_string_append (out, "\u09b0" ZWJ HASANTA);
      cluster += strlen (REPH);
    }
  g_string_append (out, cluster);
  if (syllable->dangling || syllable->visible)
    g_string_append (out, HASANTA);
  append_vowel (out, syllable);
  if (syllable->nasal)
    g_string_append (out, "\u0981");
  reader->visible = syllable->visible;
  g_string_truncate (syllable->cluster, 0);
  *syllable = (Syllable){ .cluster = syllable->cluster };
}

/* Ends the syllable and appends what stands by itself. */
static void
put (Reader *reader, gunichar c)
{
  flush (reader);
  g_string_append_unichar (reader->result->utf8, c);
  reader->visible = FALSE;
}

/* The same for what has no meaning there; @shown is what is kept of it. */
static void
put_stray (Reader *reader, gunichar c, gunichar shown)
{
  flush (reader);
  note_unknown (reader, reader->offset, c);
  put (reader, shown);
}

/* Pieces */

static gunichar
peek (const Reader *reader)
{
  return reader->next < reader->end ? g_utf8_get_char (reader->next) : 0;
}

static SutraPieceKind
peek_kind (const Reader *reader)
{
  int code = sutra_bijoy_code_of (peek (reader));

  return reader->next < reader->end && code >= 0 ? sutra_bijoy_piece ((guint8) code, reader->generation)->kind : SUTRA_PIECE_NONE;
}

/* Whether a half piece has something behind it to be half of. */
static gboolean
half_joins (const Reader *reader)
{
  SutraPieceKind kind = peek_kind (reader);

  return kind == SUTRA_PIECE_FULL || kind == SUTRA_PIECE_HALF || kind == SUTRA_PIECE_SUB || kind == SUTRA_PIECE_PRE ||
         kind == SUTRA_PIECE_HASANTA;
}

static void
take_full (Reader *reader, const SutraPiece *piece)
{
  Syllable *syllable = &reader->syllable;

  if (has_base (syllable) && !(syllable->dangling && !syllable->visible))
    flush (reader);
  if (syllable->dangling)
    g_string_append (syllable->cluster, HASANTA);
  g_string_append (syllable->cluster, piece->string);
  syllable->dangling = piece->kind == SUTRA_PIECE_HALF;
  if (piece->vowel != 0)
    syllable->post = piece->vowel;
}

static void
take_half (Reader *reader, const SutraPiece *piece, gunichar c)
{
  gboolean typographic = c == 0x201d || c == 0x2022 || c == 0x2122 || c == 0xae;

  if (!typographic || half_joins (reader))
    take_full (reader, piece);
  else
    put (reader, c);
}

/* ‘ and ’ are তু and থ, — is ত only below a half; between words they are what they look like. */
static gboolean
is_quote_or_dash (const Reader *reader, gunichar c)
{
  const Syllable *syllable = &reader->syllable;

  if (syllable->dangling)
    return FALSE;
  return c == 0x2014 || (c == 0x2018 && (!has_base (syllable) || has_vowel (syllable))) ||
         (c == 0x2019 && (!has_base (syllable) || has_vowel (syllable) || reader->in_single));
}

static void
take_sub (Reader *reader, const SutraPiece *piece, gunichar c)
{
  Syllable *syllable = &reader->syllable;

  if (is_quote_or_dash (reader, c))
    {
      put (reader, c);
      reader->in_single = c == 0x2018;
      return;
    }
  if (!has_base (syllable))
    {
      put_stray (reader, c, c);
      return;
    }
  syllable->visible = FALSE;
  syllable->dangling = FALSE;
  g_string_append (syllable->cluster, HASANTA);
  g_string_append (syllable->cluster, piece->string);
  if (piece->vowel != 0 && syllable->post == 0)
    syllable->post = piece->vowel;
}

static void
take_pre (Reader *reader, const SutraPiece *piece, gunichar c)
{
  Syllable *syllable = &reader->syllable;

  if (syllable->pre != 0 || !syllable->dangling || syllable->visible)
    flush (reader);
  syllable->pre = g_utf8_get_char (piece->string);
  syllable->pre_char = c;
  syllable->pre_offset = reader->offset;
}

static void
take_post (Reader *reader, const SutraPiece *piece, gunichar c)
{
  Syllable *syllable = &reader->syllable;
  gunichar vowel = g_utf8_get_char (piece->string);
  gboolean typographic = c == 0x2013 || c == 0x201c || c == 0x2026 || c == 0x201e || c == 0x201a;
  gboolean fits = has_base (syllable) && syllable->post == 0 && (syllable->pre == 0 || join_vowels (syllable->pre, vowel) != 0);

  if (fits)
    syllable->post = vowel;
  else if (typographic)
    put (reader, c);
  else
    put_stray (reader, c, c < 0x80 ? vowel : c);
}

/* Marks on the syllable as it is so far. */
static void
take_mark (Reader *reader, const SutraPiece *piece, gunichar c)
{
  Syllable *syllable = &reader->syllable;

  if (piece->kind == SUTRA_PIECE_REPH && has_base (syllable) && !syllable->reph)
    syllable->reph = TRUE;
  else if (piece->kind == SUTRA_PIECE_NASAL && has_base (syllable) && !syllable->nasal)
    syllable->nasal = TRUE;
  else if (piece->kind == SUTRA_PIECE_HASANTA && has_base (syllable) && !has_vowel (syllable))
    syllable->visible = TRUE;
  else if (piece->kind == SUTRA_PIECE_NASAL)
    put_stray (reader, c, 0x0981);
  else if (piece->kind == SUTRA_PIECE_HASANTA || !has_base (syllable))
    put (reader, c);
  else
    put_stray (reader, c, c);
}

/* অা is no letter: আ has two codes. */
static void
take_letter (Reader *reader, const SutraPiece *piece)
{
  flush (reader);
  if (piece->code == 'A' && peek (reader) == 'v')
    {
      g_string_append (reader->syllable.cluster, "\u0986");
      reader->next++;
      reader->offset++;
    }
  else
    g_string_append (reader->syllable.cluster, piece->string);
}

static void
take_piece (Reader *reader, const SutraPiece *piece, gunichar c)
{
  switch ((SutraPieceKind) piece->kind)
    {
    case SUTRA_PIECE_FULL:
      take_full (reader, piece);
      break;
    case SUTRA_PIECE_HALF:
      take_half (reader, piece, c);
      break;
    case SUTRA_PIECE_SUB:
      take_sub (reader, piece, c);
      break;
    case SUTRA_PIECE_LETTER:
      take_letter (reader, piece);
      break;
    case SUTRA_PIECE_PRE:
      take_pre (reader, piece, c);
      break;
    case SUTRA_PIECE_POST:
      take_post (reader, piece, c);
      break;
    case SUTRA_PIECE_REPH:
    case SUTRA_PIECE_NASAL:
    case SUTRA_PIECE_HASANTA:
      take_mark (reader, piece, c);
      break;
    case SUTRA_PIECE_VISARGA:
      put (reader, reader->after_digit ? ':' : 0x0983);
      break;
    case SUTRA_PIECE_SIGN:
      put (reader, g_utf8_get_char (piece->string));
      break;
    case SUTRA_PIECE_UNKNOWN:
      put_stray (reader, c, c);
      break;
    case SUTRA_PIECE_NONE:
    default:
      put (reader, c);
      break;
    }
}

/* The two-code-point forms, in place of the one-code-point ones. */
static void
decompose (GString *text)
{
  g_string_replace (text, "\u09dc", "\u09a1\u09bc", 0);
  g_string_replace (text, "\u09dd", "\u09a2\u09bc", 0);
  g_string_replace (text, "\u09df", "\u09af\u09bc", 0);
}

/* Public API */

void
sutra_bijoy_text_free (SutraBijoyText *self)
{
  if (self->utf8 != NULL)
    g_string_free (self->utf8, TRUE);
  g_array_unref (self->unknown);
  g_free (self);
}

SutraBijoyText *
sutra_bijoy_decode (const char *carrier, gsize n_bytes, SutraBijoyGeneration generation, gboolean decomposed)
{
  SutraBijoyText *result = g_new0 (SutraBijoyText, 1);
  Reader reader = { .result = result, .next = carrier, .end = carrier + n_bytes };

  g_return_val_if_fail (carrier != NULL || n_bytes == 0, NULL);

  result->generation = generation != SUTRA_BIJOY_AUTO ? generation : sutra_bijoy_vote (carrier, n_bytes);
  result->utf8 = g_string_sized_new (n_bytes * 3);
  result->unknown = g_array_new (FALSE, FALSE, sizeof (SutraBijoyPlace));
  reader.generation = result->generation;
  reader.syllable.cluster = g_string_new (NULL);
  for (; reader.next < reader.end; reader.offset++)
    {
      guint length;
      gunichar c = sutra_utf8_decode (reader.next, &length);
      int code = sutra_bijoy_code_of (c);

      reader.next += length;
      if (code >= 0)
        take_piece (&reader, sutra_bijoy_piece ((guint8) code, reader.generation), c);
      else
        put (&reader, c);
      reader.after_digit = c >= '0' && c <= '9';
      if (c == '\n')
        reader.in_single = FALSE;
    }
  flush (&reader);
  g_string_free (reader.syllable.cluster, TRUE);
  if (decomposed)
    decompose (result->utf8);
  return result;
}
