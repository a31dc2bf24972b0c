/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-akshara.h"

#include "sutra-utf8.h"

#include <unicode/uchar.h>
#include <unicode/uscript.h>

/* How far a rule looks back, and where an endless cluster is cut: see the header. */
#define LOOK_BACK 32

#define HASANTA 0x09cd
#define YA 0x09af
#define YYA 0x09df
#define RA 0x09b0
#define ZWNJ 0x200c

/* A place in the text, walked to and fro without going back to the checkpoints. */
typedef struct
{
  const char *text;
  const char *end;
  const char *at;
} Cursor;

static gunichar
char_before (const Cursor *cursor)
{
  guint n_bytes;

  return cursor->at > cursor->text ? sutra_utf8_decode (g_utf8_prev_char (cursor->at), &n_bytes) : 0;
}

static gunichar
char_after (const Cursor *cursor)
{
  guint n_bytes;

  return cursor->at < cursor->end ? sutra_utf8_decode (cursor->at, &n_bytes) : 0;
}

static inline gboolean
is_bengali (gunichar c)
{
  return c >= 0x0980 && c <= 0x09ff;
}

static int
break_class (gunichar c)
{
  return u_getIntPropertyValue ((UChar32) c, UCHAR_GRAPHEME_CLUSTER_BREAK);
}

static gboolean
is_bengali_vowel (gunichar c)
{
  return (c >= 0x0985 && c <= 0x098c) || c == 0x098f || c == 0x0990 || c == 0x0993 || c == 0x0994 || c == 0x09e0 || c == 0x09e1;
}

/* The scripts for which ICU 72 and GB9c join conjuncts. */
static gboolean
has_conjuncts (gunichar c)
{
  UErrorCode status = U_ZERO_ERROR;

  switch ((int) uscript_getScript ((UChar32) c, &status))
    {
    case USCRIPT_BENGALI:
    case USCRIPT_DEVANAGARI:
    case USCRIPT_GUJARATI:
    case USCRIPT_MALAYALAM:
    case USCRIPT_ORIYA:
    case USCRIPT_TELUGU:
      return TRUE;
    default:
      return FALSE;
    }
}

static gboolean
is_linking (gunichar c, int category)
{
  return c >= 0x0900 && c < 0x0e00 && u_getIntPropertyValue ((UChar32) c, UCHAR_INDIC_SYLLABIC_CATEGORY) == category && has_conjuncts (c);
}

/* consonant, marks with a combining class and ZWJ, among them a virama | consonant */
static gboolean
joins_conjunct (Cursor cursor, gunichar after)
{
  gboolean virama = FALSE;

  if (!is_linking (after, U_INSC_CONSONANT))
    return FALSE;
  for (guint i = 0; i < LOOK_BACK && cursor.at > cursor.text; i++)
    {
      gunichar c = char_before (&cursor);

      if (is_linking (c, U_INSC_VIRAMA))
        virama = TRUE;
      else if (c != 0x200d && (u_getCombiningClass ((UChar32) c) == 0 || break_class (c) != U_GCB_EXTEND))
        return virama && is_linking (c, U_INSC_CONSONANT);
      cursor.at = g_utf8_prev_char (cursor.at);
    }
  return FALSE;
}

/* vowel + hasanta | ya, and ra + ZWNJ + hasanta | ya; ya with a nukta too, in either form */
static gboolean
joins_ya (Cursor cursor, gunichar after)
{
  gunichar c;

  if ((after != YA && after != YYA) || char_before (&cursor) != HASANTA)
    return FALSE;
  cursor.at = g_utf8_prev_char (cursor.at);
  c = char_before (&cursor);
  if (is_bengali_vowel (c))
    return TRUE;
  if (c != ZWNJ)
    return FALSE;
  cursor.at = g_utf8_prev_char (cursor.at);
  return char_before (&cursor) == RA;
}

/* GB11: pictograph, extending marks, ZWJ | pictograph */
static gboolean
joins_emoji (Cursor cursor)
{
  cursor.at = g_utf8_prev_char (cursor.at);
  for (guint i = 0; i < LOOK_BACK && cursor.at > cursor.text; i++)
    {
      gunichar c = char_before (&cursor);

      if (u_hasBinaryProperty ((UChar32) c, UCHAR_EXTENDED_PICTOGRAPHIC))
        return TRUE;
      if (break_class (c) != U_GCB_EXTEND)
        return FALSE;
      cursor.at = g_utf8_prev_char (cursor.at);
    }
  return FALSE;
}

/* GB12 and GB13. In a run of flags too long to look through, pairs are counted from the start of the text. */
static gboolean
joins_flag (Cursor cursor, gsize cp)
{
  guint n = 0;

  while (n <= LOOK_BACK && cursor.at > cursor.text && break_class (char_before (&cursor)) == U_GCB_REGIONAL_INDICATOR)
    {
      n++;
      cursor.at = g_utf8_prev_char (cursor.at);
    }
  return n > LOOK_BACK ? cp % 2 == 1 : n % 2 == 1;
}

static gboolean
joins_hangul (int before, int after)
{
  switch (before)
    {
    case U_GCB_L:
      return after == U_GCB_L || after == U_GCB_V || after == U_GCB_LV || after == U_GCB_LVT;
    case U_GCB_LV:
    case U_GCB_V:
      return after == U_GCB_V || after == U_GCB_T;
    case U_GCB_LVT:
    case U_GCB_T:
      return after == U_GCB_T;
    default:
      return FALSE;
    }
}

static gboolean
is_control (int class)
{
  return class == U_GCB_CONTROL || class == U_GCB_CR || class == U_GCB_LF;
}

/* Whether the rules put a boundary at @cursor, which is neither at the start nor at the end and stands at code point @cp. */
static gboolean
is_natural (const Cursor *cursor, gsize cp)
{
  gunichar c = char_before (cursor), d = char_after (cursor);
  int before, after;

  if (c < 0x80 && d < 0x80)
    return c != '\r' || d != '\n';
  before = break_class (c);
  after = break_class (d);
  if (is_control (before) || is_control (after))
    return !(before == U_GCB_CR && after == U_GCB_LF);
  if (after == U_GCB_EXTEND || after == U_GCB_ZWJ || after == U_GCB_SPACING_MARK || before == U_GCB_PREPEND)
    return FALSE;
  if (joins_hangul (before, after) || joins_conjunct (*cursor, d) || (is_bengali (d) && joins_ya (*cursor, d)))
    return FALSE;
  if (before == U_GCB_ZWJ && u_hasBinaryProperty ((UChar32) d, UCHAR_EXTENDED_PICTOGRAPHIC) && joins_emoji (*cursor))
    return FALSE;
  if (before == U_GCB_REGIONAL_INDICATOR && after == U_GCB_REGIONAL_INDICATOR)
    return !joins_flag (*cursor, cp);
  return TRUE;
}

/* A boundary by the rules, or the cut in a cluster that has gone on for LOOK_BACK code points. */
static gboolean
is_boundary_at (const Cursor *cursor, gsize cp)
{
  Cursor back = *cursor;

  if (cursor->at == cursor->text || cursor->at == cursor->end || is_natural (cursor, cp))
    return TRUE;
  if (cp % LOOK_BACK != 0)
    return FALSE;
  for (gsize i = 1; i < LOOK_BACK; i++)
    {
      back.at = g_utf8_prev_char (back.at);
      if (back.at == back.text || is_natural (&back, cp - i))
        return FALSE;
    }
  return TRUE;
}

static Cursor
cursor_at (SutraText *text, gsize cp)
{
  gsize n_bytes;
  const char *utf8 = sutra_text_get_utf8 (text, &n_bytes);

  return (Cursor){ utf8, utf8 + n_bytes, utf8 + sutra_text_byte_of (text, cp) };
}

gboolean
sutra_akshara_is_boundary (SutraText *text, gsize cp)
{
  Cursor cursor;

  g_return_val_if_fail (text != NULL, TRUE);

  if (cp >= sutra_text_get_length (text))
    return TRUE;
  cursor = cursor_at (text, cp);
  return is_boundary_at (&cursor, cp);
}

gsize
sutra_akshara_next (SutraText *text, gsize cp)
{
  Cursor cursor;

  g_return_val_if_fail (text != NULL, cp);

  if (cp >= sutra_text_get_length (text))
    return sutra_text_get_length (text);
  cursor = cursor_at (text, cp);
  do
    {
      cursor.at = g_utf8_next_char (cursor.at);
      cp++;
    }
  while (!is_boundary_at (&cursor, cp));
  return cp;
}

gsize
sutra_akshara_previous (SutraText *text, gsize cp)
{
  Cursor cursor;

  g_return_val_if_fail (text != NULL, cp);

  if (cp > sutra_text_get_length (text))
    return sutra_text_get_length (text);
  if (cp == 0)
    return 0;
  cursor = cursor_at (text, cp);
  do
    {
      cursor.at = g_utf8_prev_char (cursor.at);
      cp--;
    }
  while (!is_boundary_at (&cursor, cp));
  return cp;
}

gsize
sutra_akshara_floor (SutraText *text, gsize cp)
{
  g_return_val_if_fail (text != NULL, cp);

  cp = MIN (cp, sutra_text_get_length (text));
  return sutra_akshara_is_boundary (text, cp) ? cp : sutra_akshara_previous (text, cp);
}

gsize
sutra_akshara_ceil (SutraText *text, gsize cp)
{
  g_return_val_if_fail (text != NULL, cp);

  cp = MIN (cp, sutra_text_get_length (text));
  return sutra_akshara_is_boundary (text, cp) ? cp : sutra_akshara_next (text, cp);
}
