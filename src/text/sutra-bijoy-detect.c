/* Telling Bijoy text from other text, and its generations from each other.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-bijoy.h"

#include <string.h>

#include "sutra-bijoy-tables.h"
#include "sutra-utf8.h"

#define MAX_BYTES ((gsize) 256 * 1024)
/* Lines with fewer letters are judged together with the next. */
#define LINE_LETTERS 40
/* Fewer say nothing. */
#define MIN_LETTERS 12
/* A word in any language has fewer letters than this; Base64 and the like have not. */
#define MAX_TOKEN 40

/* ---- Generations ---- */

static gboolean
is_letter (gunichar c)
{
  return g_unichar_isalpha (c) || (c >= 0xa1 && c <= 0xff);
}

/* What the character between @before and @after says: above 0 new, below 0 old. */
static int
vote (gunichar before, gunichar c, gunichar after)
{
  static const char ra_like[] = "iªÖ«µÎåŒ¿£";
  gboolean after_ra = before != 0 && before < 0x180 && g_utf8_strchr (ra_like, -1, before) != NULL;
  gboolean after_half = before == 0x161 || before == 0x203a || before == 0xaf; /* š › ¯ */

  switch (c)
    {
    case 0xcd: /* Í */
      return after_half;
    case 0xe6: /* æ */
      return after_ra;
    case 0xff: /* ÿ */
      return 1;
    case 0xd0: /* Ð */
      return is_letter (before) && is_letter (after);
    case 0xf8: /* ø */
      return before == 0xa4 || (before != 0 && before < 0x80 && strchr ("cjkMem", (char) before) != NULL);
    case 0x2014: /* — */
      return after_half ? -1 : 0;
    case 0x201c: /* “ */
      return after_ra ? -1 : 0;
    case 0xad:
      return is_letter (before) ? -1 : 0;
    case 0xca: /* Ê */
      return is_letter (before) && is_letter (after) ? -1 : 0;
    default:
      return 0;
    }
}

SutraBijoyGeneration
sutra_bijoy_vote (const char *carrier, gsize n_bytes)
{
  const char *end = carrier + n_bytes;
  gunichar before = 0;
  gint64 sum = 0;

  for (const char *p = carrier; p < end;)
    {
      gunichar c = g_utf8_get_char (p);

      p = g_utf8_next_char (p);
      if (c != 'i' || p < end)
        sum += vote (before, c, p < end ? g_utf8_get_char (p) : 0);
      before = c;
    }
  return sum < 0 ? SUTRA_BIJOY_OLD : SUTRA_BIJOY_NEW;
}

/* ---- Likelihood ---- */

/* What was counted in a run of text. */
typedef struct
{
  guint n_letters;   /* that are codes of the fonts */
  guint n_signs;     /* vowel signs that stand where one can */
  guint n_wrong;     /* vowel signs that stand where none can */
  guint n_words;     /* of three letters or more */
  guint n_mixed;     /* of them with a capital behind a small letter or a code that is no letter elsewhere */
  guint n_special;   /* codes that are punctuation elsewhere, within words */
  guint n_foreign;   /* characters that such text hardly has: braces, controls, other scripts */
  guint n_digits_in; /* digits behind a letter */
  guint n_vowels;    /* a e o u: three letters in ten in Latin script, rare codes in Bijoy */
} Counts;

static gboolean
is_special (gunichar c)
{
  static const char specials[] = "†‡ˆ‰©¨ªÖ¯Í¶³¤®•œš›¥§¬¦¿Ÿ¡";

  return c >= 0x80 && c < 0x2200 && g_utf8_strchr (specials, -1, c) != NULL;
}

static gboolean
takes_sign (SutraPieceKind kind)
{
  return kind == SUTRA_PIECE_FULL || kind == SUTRA_PIECE_SUB || kind == SUTRA_PIECE_REPH;
}

static SutraPieceKind
kind_of (gunichar c)
{
  int code = sutra_bijoy_code_of (c);

  /* The one code that only the older fonts have. */
  if (c == 0xad)
    return SUTRA_PIECE_SUB;
  return code < 0 ? SUTRA_PIECE_NONE : sutra_bijoy_piece ((guint8) code, SUTRA_BIJOY_NEW)->kind;
}

static gboolean
is_code (SutraPieceKind kind, gunichar c)
{
  return kind != SUTRA_PIECE_NONE && kind != SUTRA_PIECE_UNKNOWN && !(c >= '0' && c <= '9') && c != '|' && c != '\\' && c != '$' &&
         c != '-' && c != '&';
}

/* The bytes of Bengali or accented UTF-8, each read as a character. */
static gboolean
is_mojibake (gunichar c, gunichar next)
{
  return (c == 0xe0 && (next == 0xa6 || next == 0xa7)) || (c == 0xe2 && next == 0x20ac) || (c == 0xc3 && next >= 0xa0 && next <= 0xbf);
}

/* One word: what stands between white space, without ASCII punctuation at either end. */
static void
count_word (Counts *counts, const gunichar *word, guint n)
{
  SutraPieceKind before = SUTRA_PIECE_NONE;
  gboolean small = FALSE;
  gboolean mixed = FALSE;
  guint n_codes = 0;

  for (guint i = 0; i < n; i++)
    {
      gunichar c = word[i];
      SutraPieceKind kind = kind_of (c);
      SutraPieceKind after = i + 1 < n ? kind_of (word[i + 1]) : SUTRA_PIECE_NONE;

      if (is_code (kind, c))
        n_codes++;
      if (kind == SUTRA_PIECE_POST)
        {
          gboolean right = takes_sign (before) || before == SUTRA_PIECE_NASAL;

          counts->n_signs += right;
          counts->n_wrong += !right && !(c == 'v' && i > 0 && word[i - 1] == 'A');
        }
      else if (kind == SUTRA_PIECE_PRE)
        {
          gboolean right = after == SUTRA_PIECE_FULL || after == SUTRA_PIECE_HALF;

          counts->n_signs += right;
          counts->n_wrong += !right;
        }
      mixed |= (small && g_unichar_isupper (c) && c < 0x80) || (n > 1 && is_special (c)) || (i > 0 && c == '`' && i + 1 < n);
      counts->n_special += n > 1 && is_special (c);
      counts->n_digits_in += i > 0 && c >= '0' && c <= '9' && is_letter (word[i - 1]);
      counts->n_vowels += c < 0x80 && strchr ("aeouAEOU", (char) c) != NULL;
      counts->n_foreign += is_mojibake (c, i + 1 < n ? word[i + 1] : 0);
      small |= c >= 'a' && c <= 'z';
      before = kind;
    }
  counts->n_letters += n_codes;
  if (n_codes >= 3)
    {
      counts->n_words++;
      counts->n_mixed += mixed;
    }
}

static gboolean
is_foreign (gunichar c)
{
  return (c < 0x80 && strchr ("{}<>=;#@[]/", (char) c) != NULL) || (sutra_bijoy_code_of (c) < 0 && g_unichar_isalpha (c));
}

static gboolean
is_edge (gunichar c)
{
  return c < 0x80 && c != 0 && strchr ("\"'(),.:;?!-/|[]{}<>=*+#@%", (char) c) != NULL;
}

static void
count_token (Counts *counts, const gunichar *token, guint n)
{
  guint start = 0;

  while (n > start && is_edge (token[n - 1]))
    n--;
  while (start < n && is_edge (token[start]))
    start++;
  if (n > start)
    count_word (counts, token + start, n - start);
}

/* Above 0 for Bijoy; the weights were set so that texts of other kinds stay below with room to spare (tests/quality). */
static double
judge (const Counts *counts)
{
  double letters = MAX (counts->n_letters, 1);
  double signs = counts->n_signs / letters;
  double wrong = counts->n_wrong / (double) MAX (counts->n_signs + counts->n_wrong, 1);
  double mixed = counts->n_mixed / (double) MAX (counts->n_words, 1);
  double foreign = counts->n_foreign / letters;
  double digits = counts->n_digits_in / letters;
  double vowels = counts->n_vowels / letters;

  if (counts->n_letters < MIN_LETTERS)
    return -1;
  return 2.5 * (signs - 0.19) + 0.9 * (mixed - 0.45) - 1.0 * wrong - 3 * foreign - 4 * digits - 2 * (vowels - 0.12) +
         MIN (counts->n_special / letters, 0.2);
}

/* Counts one line, or what is left of the text; returns its end. */
static const char *
count_line (Counts *counts, const char *p, const char *end)
{
  gunichar token[MAX_TOKEN] = { 0 };
  guint n = 0;

  for (; p < end && *p != '\n'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      counts->n_foreign += is_foreign (c);
      if (g_unichar_isspace (c) && c != 0xad)
        {
          count_token (counts, token, n);
          n = 0;
        }
      else if (n < MAX_TOKEN)
        token[n++] = c;
      else
        counts->n_foreign++;
    }
  count_token (counts, token, n);
  return p < end ? p + 1 : p;
}

static void
add_counts (Counts *sum, const Counts *more)
{
  sum->n_letters += more->n_letters;
  sum->n_signs += more->n_signs;
  sum->n_wrong += more->n_wrong;
  sum->n_words += more->n_words;
  sum->n_mixed += more->n_mixed;
  sum->n_special += more->n_special;
  sum->n_foreign += more->n_foreign;
  sum->n_digits_in += more->n_digits_in;
  sum->n_vowels += more->n_vowels;
}

double
sutra_bijoy_score (const char *text, gsize n_bytes)
{
  Counts counts = { 0 };
  const char *end = text + n_bytes;

  for (const char *p = text; p < end;)
    p = count_line (&counts, p, end);
  return judge (&counts);
}

gboolean
sutra_bijoy_is_likely (const char *text, gsize n_bytes)
{
  const char *end = text + n_bytes;
  Counts run = { 0 };
  gsize n_likely = 0;
  gsize n_all = 0;

  if (n_bytes > MAX_BYTES)
    end = g_utf8_find_prev_char (text, text + MAX_BYTES);
  for (const char *p = text; p < end; p = g_utf8_next_char (p))
    if (g_utf8_get_char (p) >= 0x0980 && g_utf8_get_char (p) <= 0x09ff)
      return FALSE;
  for (const char *p = text; p < end;)
    {
      Counts line = { 0 };

      p = count_line (&line, p, end);
      add_counts (&run, &line);
      if (run.n_letters < LINE_LETTERS && p < end)
        continue;
      n_likely += judge (&run) > 0 ? run.n_letters : 0;
      n_all += run.n_letters;
      run = (Counts){ 0 };
    }
  return n_likely * 2 > n_all;
}

/* ---- Fonts ---- */

gboolean
sutra_bijoy_is_font (const char *family, gssize n_bytes)
{
  gsize n = n_bytes < 0 ? strlen (family) : (gsize) n_bytes;
  const char *comma = memchr (family, ',', n);
  g_autofree char *name = NULL;

  if (comma != NULL)
    n = (gsize) (comma - family);
  if (n > 100)
    return FALSE;
  name = g_ascii_strdown (family, (gssize) n);
  g_strdelimit (name, "\"'", ' ');
  g_strstrip (name);
  if (g_str_has_suffix (name, "omj"))
    return FALSE;
  return strstr (name, "sutonny") != NULL || g_str_has_suffix (name, "mj") || strstr (name, "boishakhi") != NULL ||
         strstr (name, "adarshalipi expo") != NULL || strstr (name, "adarshalipiexpo") != NULL || strstr (name, "rinkiy") != NULL;
}
