/* Unicode to the codes of Bijoy fonts.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-bijoy.h"

#include <string.h>

#include "sutra-bijoy-tables.h"
#include "sutra-utf8.h"

#define RA 0x09b0
#define YA 0x09af
#define TA 0x09a4
#define HASANTA 0x09cd
#define NUKTA 0x09bc
#define ZWNJ 0x200c
#define ZWJ 0x200d

/* A longer cluster is written in parts: no word has one of more than five consonants. */
#define MAX_CONSONANTS 12

/* How a place in a cluster was reached. */
typedef enum
{
  FRESH, /* nothing before it */
  AFTER_HALF,
  AFTER_ONE, /* a single full consonant */
  AFTER,     /* anything else that the next can be joined to */
  N_STATES,
} State;

typedef struct
{
  guint cost;
  guint8 code;
  guint8 length; /* of the piece that led here, in consonants */
  guint8 from;   /* State */
} Step;

typedef struct
{
  GString *out;
  SutraBijoyGeneration generation;
  gsize n_lost;
  gunichar consonants[MAX_CONSONANTS];
  guint n;
  gunichar before; /* the character before the syllable: whether it begins a word */
} Writer;

/* Preferences: one spelling for each cluster */

static gboolean
is_one_of (gunichar c, const char *list)
{
  for (; *list != '\0'; list = g_utf8_next_char (list))
    if (g_utf8_get_char (list) == c)
      return TRUE;
  return FALSE;
}

/* Whether @first is written half before the joined form of @second, where it could be whole too. */
static gboolean
half_wanted (gunichar first, gunichar second)
{
  switch (first)
    {
    case 0x09b8: /* স */
    case 0x09ae: /* ম */
      return second != YA && second != RA;
    case 0x09a8: /* ন */
      return !is_one_of (second, "যরমন");
    case 0x09b7: /* ষ */
      return !is_one_of (second, "যরবণ");
    case 0x09a6: /* দ */
      return second == 0x09ad;
    default:
      return FALSE;
    }
}

/* The code of a joined consonant that has several. */
static int
sub_code (const Writer *writer, const SutraPiece *piece, gunichar previous, gboolean after_half)
{
  gboolean old = writer->generation == SUTRA_BIJOY_OLD;

  switch (piece->string[strlen ("\u09ac")] == '\0' ? g_utf8_get_char (piece->string) : 0)
    {
    case 0x09ac: /* ব */
      return after_half ? '^' : is_one_of (previous, "শষ") ? 0xa6 : is_one_of (previous, "ধব") ? 0x9f : 0xa1;
    case 0x09ae: /* ম */
      return after_half ? 0xa7 : 0xa5;
    case 0x09b0: /* র */
      return is_one_of (previous, "গপশ") ? 0xd6 : 0xaa;
    case 0x09b2: /* ল */
      return !is_one_of (previous, "গপবমলশস") ? 0xac : old ? 0xad : 0xf8;
    case 0x09a8: /* ন */
      return 0x9c;
    default:
      return piece->code;
    }
}

static guint8
half_code (const SutraPiece *piece, gunichar next)
{
  if (piece->code == 0x9a || piece->code == 0x9b)
    return next == 0x09a6 ? 0x9b : 0x9a;
  if (piece->code == 0x98 || piece->code == 0x99)
    return next == 0x09ad ? 0x99 : 0x98;
  return piece->code;
}

/* Clusters */

/* How many consonants @string has if the cluster goes on with it at @i, else 0. */
static guint
match (const Writer *writer, guint i, const char *string)
{
  guint n = 0;

  for (; *string != '\0'; string = g_utf8_next_char (string))
    {
      gunichar c = g_utf8_get_char (string);

      if (c == HASANTA)
        continue;
      if (i + n >= writer->n || writer->consonants[i + n] != c)
        return 0;
      n++;
    }
  return n;
}

static void
relax (Step steps[MAX_CONSONANTS + 1][N_STATES], guint to, State state, guint cost, guint8 code, guint length, State from)
{
  Step *step = &steps[to][state];

  if (step->cost <= cost)
    return;
  *step = (Step){ cost, code, (guint8) length, (guint8) from };
}

static void
try_piece (const Writer *writer, Step steps[MAX_CONSONANTS + 1][N_STATES], guint i, State from, const SutraPiece *piece)
{
  guint cost = steps[i][from].cost;
  guint length;
  gunichar previous = i > 0 ? writer->consonants[i - 1] : 0;
  /* থ and the older ত are quotes and dashes unless they stand below a half. */
  gboolean narrow = piece->code == 0x92 || piece->code == 0x97;

  if (cost == G_MAXUINT || piece->string == NULL || piece->vowel != 0)
    return;
  /* Both generations have another code for জ্ঞ. */
  if (piece->code == 0xb9 && writer->generation == SUTRA_BIJOY_OLD)
    return;
  length = match (writer, i, piece->string);
  if (length == 0)
    return;
  if (piece->kind == SUTRA_PIECE_FULL && from <= AFTER_HALF)
    relax (steps, i + length, length == 1 && from == FRESH ? AFTER_ONE : AFTER, cost + 10 + (from == AFTER_HALF), piece->code, length,
           from);
  else if (piece->kind == SUTRA_PIECE_HALF && from <= AFTER_HALF)
    relax (steps, i + 1, AFTER_HALF, cost + 10 + 2 * (from == AFTER_HALF), piece->code, 1, from);
  else if (piece->kind == SUTRA_PIECE_SUB && from != FRESH && !(narrow && from != AFTER_HALF) &&
           !(writer->generation == SUTRA_BIJOY_NEW && piece->code == 0x97))
    {
      gboolean wanted = half_wanted (previous, writer->consonants[i]);
      gboolean odd = (from == AFTER_HALF && !wanted) || (from == AFTER_ONE && wanted);
      guint8 code = (guint8) sub_code (writer, piece, previous, from == AFTER_HALF);

      relax (steps, i + length, AFTER, cost + 10 + (odd ? 3 : 0), code, length, from);
    }
}

static void
put_code (Writer *writer, guint8 code)
{
  g_string_append_unichar (writer->out, sutra_bijoy_char_of (code));
}

/* Finds the shortest way to write the consonants; FALSE if there is none. @final_half: leave the last one half. */
static gboolean
write_cluster (Writer *writer, gboolean final_half)
{
  Step steps[MAX_CONSONANTS + 1][N_STATES];
  guint8 codes[MAX_CONSONANTS];
  guint n_codes = 0;
  State state = final_half ? AFTER_HALF : AFTER;
  guint i = writer->n;

  memset (steps, 0xff, sizeof steps);
  steps[0][FRESH].cost = 0;
  for (guint at = 0; at < writer->n; at++)
    for (State from = FRESH; from < N_STATES; from++)
      for (guint k = 0; steps[at][from].cost != G_MAXUINT && sutra_bijoy_nth_piece (k, writer->generation) != NULL; k++)
        try_piece (writer, steps, at, from, sutra_bijoy_nth_piece (k, writer->generation));
  if (!final_half && steps[i][AFTER_ONE].cost < steps[i][AFTER].cost)
    state = AFTER_ONE;
  if (steps[i][state].cost == G_MAXUINT)
    return FALSE;
  while (i > 0)
    {
      const Step *step = &steps[i][state];
      const SutraPiece *piece = sutra_bijoy_piece (step->code, writer->generation);
      guint8 code = step->code;

      if (piece->kind == SUTRA_PIECE_HALF)
        code = half_code (piece, i < writer->n ? writer->consonants[i] : 0);
      codes[n_codes++] = code;
      i -= step->length;
      state = step->from;
    }
  while (n_codes > 0)
    put_code (writer, codes[--n_codes]);
  return TRUE;
}

/* A conjunct that the font has not is taken apart by hasantas that show. */
static void
write_consonants (Writer *writer, gunichar vowel)
{
  guint n = writer->n;
  guint start = 0;
  gunichar all[MAX_CONSONANTS];

  if (vowel == 0x09c1 && n >= 2 && writer->consonants[n - 1] == TA && is_one_of (writer->consonants[n - 2], "নস"))
    {
      writer->n = n - 1;
      if (write_cluster (writer, TRUE))
        {
          put_code (writer, 0x91);
          return;
        }
      writer->n = n;
    }
  if (write_cluster (writer, FALSE))
    return;
  writer->n_lost++;
  memcpy (all, writer->consonants, sizeof all);
  while (start < n)
    {
      guint length = n - start;

      do
        {
          memcpy (writer->consonants, all + start, length * sizeof *all);
          writer->n = length;
        }
      while (!write_cluster (writer, FALSE) && --length > 0);
      if (length == 0)
        {
          g_string_append_unichar (writer->out, all[start]);
          length = 1;
        }
      start += length;
      if (start < n)
        put_code (writer, '&');
    }
}

/* Vowel signs */

static gboolean
takes_wide_sign (const Writer *writer)
{
  gunichar last = writer->n > 0 ? writer->consonants[writer->n - 1] : 0;

  if (last == 0x09b7 && writer->n > 1 && writer->consonants[writer->n - 2] == 0x0995)
    return TRUE;
  return last == 0x09dc || last == 0x09dd || is_one_of (last, "কঙচছঝঞটঠডঢতফভহ");
}

static guint8
post_code (const Writer *writer, gunichar vowel)
{
  gboolean wide = takes_wide_sign (writer);
  gboolean ra = writer->n > 0 && writer->consonants[writer->n - 1] == RA;

  switch (vowel)
    {
    case 0x09be:
      return 'v';
    case 0x09c0:
      return 'x';
    case 0x09c1:
      if (ra)
        return writer->generation == SUTRA_BIJOY_OLD ? 0x93 : 0xe6;
      return wide ? 'z' : 'y';
    case 0x09c2:
      return ra ? 0x83 : wide ? 0x82 : '~';
    case 0x09c3:
      return wide ? 0x85 : 0x84;
    default:
      return 0x8a; /* ৗ */
    }
}

/* গু শু হু হৃ */
static guint8
whole_code (const Writer *writer, gunichar vowel)
{
  if (writer->n != 1)
    return 0;
  if (vowel == 0x09c1)
    switch (writer->consonants[0])
      {
      case 0x0997:
        return 0xb8;
      case 0x09b6:
        return 0xef;
      case 0x09b9:
        return 0xfb;
      default:
        return 0;
      }
  return vowel == 0x09c3 && writer->consonants[0] == 0x09b9 ? 0xfc : 0;
}

static gboolean
is_bengali (gunichar c)
{
  return c >= 0x0981 && c <= 0x09fe && !(c >= 0x09e6 && c <= 0x09ef);
}

static void
write_pre (Writer *writer, gunichar vowel)
{
  gboolean inside = is_bengali (writer->before);

  if (vowel == 0x09bf)
    put_code (writer, 'w');
  else if (vowel == 0x09c7 || vowel == 0x09cb || vowel == 0x09cc)
    put_code (writer, inside ? 0x87 : 0x86);
  else if (vowel == 0x09c8)
    put_code (writer, inside ? 0x89 : 0x88);
}

static void
write_syllable (Writer *writer, gunichar vowel, gboolean reph, gboolean nasal)
{
  guint8 whole = whole_code (writer, vowel);
  gunichar post = vowel == 0x09cb ? 0x09be : vowel == 0x09cc ? 0x09d7 : vowel;
  gboolean tu;
  gsize before;

  write_pre (writer, vowel);
  before = writer->out->len;
  if (whole != 0 && !reph)
    put_code (writer, whole);
  else
    write_consonants (writer, vowel);
  /* Not by the whole string: that is as long as the text. */
  tu = writer->out->len > before && g_str_has_suffix (writer->out->str + before, "‘");
  if (reph)
    put_code (writer, 0xa9);
  if (post != 0 && post != 0x09bf && post != 0x09c7 && post != 0x09c8 && (whole == 0 || reph) && !tu)
    put_code (writer, post_code (writer, post));
  if (nasal)
    put_code (writer, 'u');
}

/* Reading Unicode */

static gboolean
is_consonant (gunichar c)
{
  return (c >= 0x0995 && c <= 0x09a8) || (c >= 0x09aa && c <= 0x09b0) || c == 0x09b2 || (c >= 0x09b6 && c <= 0x09b9) || c == 0x09dc ||
         c == 0x09dd || c == 0x09df;
}

static gboolean
is_vowel_sign (gunichar c)
{
  return (c >= 0x09be && c <= 0x09c3) || c == 0x09c7 || c == 0x09c8 || c == 0x09cb || c == 0x09cc || c == 0x09d7;
}

static gunichar
get (const char *p, const char *end)
{
  return p < end ? g_utf8_get_char (p) : 0;
}

/* A consonant with its nukta; @p moves behind it. */
static gunichar
take_consonant (const char **p, const char *end)
{
  gunichar c = get (*p, end);

  *p = g_utf8_next_char (*p);
  if (get (*p, end) == NUKTA && is_one_of (c, "ডঢয"))
    {
      *p = g_utf8_next_char (*p);
      return c == 0x09a1 ? 0x09dc : c == 0x09a2 ? 0x09dd : 0x09df;
    }
  return c;
}

/* Whether a hasanta at @p joins the next consonant, which is then where *@p points. */
static gboolean
take_joint (const char **p, const char *end, gboolean after_ra)
{
  const char *q = *p;

  if (after_ra && get (q, end) == ZWJ)
    q = g_utf8_next_char (q);
  if (get (q, end) != HASANTA)
    return FALSE;
  q = g_utf8_next_char (q);
  if (!is_consonant (get (q, end)))
    return FALSE;
  *p = q;
  return TRUE;
}

/* A syllable that begins with a consonant. */
static const char *
take_syllable (Writer *writer, const char *p, const char *end)
{
  const char *q = p;
  gunichar vowel = 0;
  gboolean reph = FALSE;
  gboolean nasal = FALSE;

  writer->n = 0;
  if (get (p, end) == RA && get (g_utf8_next_char (p), end) == HASANTA)
    {
      q = g_utf8_next_char (p);
      reph = take_joint (&q, end, FALSE);
      if (!reph)
        q = p;
    }
  do
    writer->consonants[writer->n++] = take_consonant (&q, end);
  while (writer->n < MAX_CONSONANTS && take_joint (&q, end, writer->n == 1 && writer->consonants[0] == RA && !reph));

  if (is_vowel_sign (get (q, end)))
    {
      vowel = get (q, end);
      q = g_utf8_next_char (q);
      if (vowel == 0x09c7 && (get (q, end) == 0x09be || get (q, end) == 0x09d7))
        {
          vowel = get (q, end) == 0x09be ? 0x09cb : 0x09cc;
          q = g_utf8_next_char (q);
        }
    }
  if (get (q, end) == 0x0981)
    {
      nasal = TRUE;
      q = g_utf8_next_char (q);
    }
  write_syllable (writer, vowel, reph, nasal);
  if (vowel == 0 && !nasal && get (q, end) == HASANTA)
    {
      put_code (writer, '&');
      q = g_utf8_next_char (q);
      if (get (q, end) == ZWNJ)
        q = g_utf8_next_char (q);
    }
  return q;
}

/* Pieces that are one character each. */
static gboolean
write_single (Writer *writer, gunichar c)
{
  for (guint i = 0; sutra_bijoy_nth_piece (i, writer->generation) != NULL; i++)
    {
      const SutraPiece *piece = sutra_bijoy_nth_piece (i, writer->generation);
      gboolean by_itself = piece->kind == SUTRA_PIECE_SIGN || piece->kind == SUTRA_PIECE_LETTER || piece->kind == SUTRA_PIECE_VISARGA ||
                           piece->kind == SUTRA_PIECE_NASAL || (piece->kind == SUTRA_PIECE_POST && piece->code < 0x80);

      if (by_itself && piece->string[0] != '-' && g_utf8_get_char (piece->string) == c)
        {
          put_code (writer, piece->code);
          return TRUE;
        }
    }
  return FALSE;
}

/* A vowel letter, with the ya-phala and া that অ and এ can have. */
static const char *
take_letter (Writer *writer, const char *p, const char *end)
{
  gunichar c = get (p, end);

  p = g_utf8_next_char (p);
  if (c == 0x0986)
    g_string_append (writer->out, "Av");
  else
    write_single (writer, c);
  if (get (p, end) == HASANTA && get (g_utf8_next_char (p), end) == YA)
    {
      put_code (writer, 0xa8);
      p = g_utf8_next_char (g_utf8_next_char (p));
      if (get (p, end) == 0x09be)
        {
          put_code (writer, 'v');
          p = g_utf8_next_char (p);
        }
    }
  return p;
}

/* Anything else: a sign, or a character that the fonts have not. */
static const char *
take_other (Writer *writer, const char *p, const char *end)
{
  gunichar c = get (p, end);
  int code = sutra_bijoy_code_of (c);

  if (write_single (writer, c))
    return g_utf8_next_char (p);
  g_string_append_unichar (writer->out, c);
  writer->n_lost += is_bengali (c) || c == ZWJ || c == ZWNJ ||
                    (code >= 0 && sutra_bijoy_piece ((guint8) code, writer->generation)->kind != SUTRA_PIECE_NONE);
  return g_utf8_next_char (p);
}

GString *
sutra_bijoy_encode (const char *utf8, gsize n_bytes, SutraBijoyGeneration generation, gsize *n_lost)
{
  Writer writer = { .out = g_string_sized_new (n_bytes), .generation = generation == SUTRA_BIJOY_OLD ? generation : SUTRA_BIJOY_NEW };
  const char *end = utf8 + n_bytes;

  for (const char *p = utf8; p < end;)
    {
      gunichar c = g_utf8_get_char (p);
      const char *next;

      if (is_consonant (c))
        next = take_syllable (&writer, p, end);
      else if (c >= 0x0985 && c <= 0x0994)
        next = take_letter (&writer, p, end);
      else
        next = take_other (&writer, p, end);
      writer.before = g_utf8_get_char (g_utf8_prev_char (next));
      p = next;
    }
  if (n_lost != NULL)
    *n_lost = writer.n_lost;
  return writer.out;
}
