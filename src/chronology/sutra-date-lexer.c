/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-date-lexer.h"

#include <string.h>

typedef struct
{
  SutraText *text;
  const SutraFold *fold;
  gsize first_cp;
  GArray *tokens;
  gboolean spaced;
} Lexer;

static inline gboolean
is_digit (gunichar c)
{
  return c >= '0' && c <= '9';
}

static gboolean
is_letter (gunichar c)
{
  if (c < 0x80)
    return c >= 'a' && c <= 'z';
  if (c >= 0x0980 && c < 0x0a00)
    return c != 0x09f2 && c != 0x09f3 && c != 0x09fb && c != 0x09fd;
  return g_unichar_isalpha (c) || g_unichar_ismark (c);
}

static gboolean
is_mark (gunichar c)
{
  if (c < 0x80)
    return c != 0 && strchr (".,:/-'()[]~?&%+$;", (int) c) != NULL;
  return c == 0x09f3 || c == 0x20b9 || c == 0x20ac || c == 0x00a3 || c == 0x00b0;
}

static gboolean
is_space (gunichar c)
{
  return c == ' ' || c == '\t';
}

static SutraToken *
add_token (Lexer *self, SutraTokenType type, guint32 start, guint32 end)
{
  SutraToken token = { .type = type, .start = start, .end = end, .spaced = self->spaced };

  self->spaced = FALSE;
  g_array_append_val (self->tokens, token);
  return &g_array_index (self->tokens, SutraToken, self->tokens->len - 1);
}

static gboolean
is_capital (Lexer *self, guint32 at)
{
  return self->fold->key[at] < 0x80 && g_unichar_isupper (sutra_text_char_at (self->text, self->first_cp + self->fold->source[at]));
}

/* Joined with one before it. */
static void
add_other (Lexer *self, guint32 start, guint32 end)
{
  SutraToken *last = self->tokens->len > 0 ? &g_array_index (self->tokens, SutraToken, self->tokens->len - 1) : NULL;

  if (last != NULL && last->type == SUTRA_TOKEN_OTHER)
    {
      last->end = end;
      self->spaced = FALSE;
      return;
    }
  add_token (self, SUTRA_TOKEN_OTHER, start, end)->capital = is_capital (self, start);
}

static guint32
digits_end (const SutraFold *fold, guint32 at)
{
  while (at < fold->length && is_digit (fold->key[at]))
    at++;
  return at;
}

/* The end of ১,২০,০০০ or 1,234,567 that begins at @at; its first group ends at @end, which is the answer if there are no groups. */
static guint32
groups_end (const SutraFold *fold, guint32 at, guint32 end)
{
  guint32 i = end, whole = end;

  if (end - at > 3)
    return end;
  while (i + 1 < fold->length && fold->key[i] == ',' && is_digit (fold->key[i + 1]))
    {
      guint32 next = digits_end (fold, i + 1);
      guint32 n = next - i - 1;

      if (n == 3)
        whole = next;
      else if (n != 2)
        break;
      i = next;
    }
  /* A group of two or more than three digits at the end: a list of numbers, not one number. */
  return i == whole ? whole : end;
}

static guint32
lex_number (Lexer *self, guint32 at)
{
  guint32 first = digits_end (self->fold, at);
  guint32 end = groups_end (self->fold, at, first);
  SutraToken *token = add_token (self, SUTRA_TOKEN_NUMBER, at, end);
  gint64 number = 0;
  guint digits = 0;

  for (guint32 i = at; i < end; i++)
    if (is_digit (self->fold->key[i]))
      {
        if (digits < 18)
          number = number * 10 + (gint64) (self->fold->key[i] - '0');
        digits = MIN (digits + 1, 60000);
      }
  token->grouped = end > first;
  token->digits = (guint16) digits;
  token->number = digits > 18 ? -1 : number;
  return end;
}

static guint32
lex_word (Lexer *self, guint32 at)
{
  const SutraFold *fold = self->fold;
  guint32 end = at;

  while (end < fold->length && is_letter (fold->key[end]))
    end++;
  for (guint32 start = at; start < end;)
    {
      SutraSense senses[SUTRA_SENSES_MAX];
      guint32 taken;
      guint n = sutra_date_lexicon_look_up (fold->key, start, end, senses, &taken);

      SutraToken *token;

      if (n == 0)
        {
          add_other (self, start, end);
          return end;
        }
      token = add_token (self, SUTRA_TOKEN_WORD, start, taken);

      memcpy (token->senses, senses, n * sizeof *senses);
      token->n_senses = n & 0xf;
      token->capital = is_capital (self, start);
      start = taken;
    }
  return end;
}

static guint32
lex_one (Lexer *self, guint32 at)
{
  const SutraFold *fold = self->fold;
  gunichar c = fold->key[at];

  if (is_space (c))
    {
      self->spaced = TRUE;
      return at + 1;
    }
  if (is_digit (c))
    return lex_number (self, at);
  if (is_letter (c))
    return lex_word (self, at);
  if (is_mark (c) && (at + 1 == fold->length || fold->key[at + 1] != c))
    {
      add_token (self, SUTRA_TOKEN_MARK, at, at + 1)->mark = c;
      return at + 1;
    }
  if (is_mark (c))
    {
      guint32 end = at + 1;

      while (end < fold->length && fold->key[end] == c)
        end++;
      add_other (self, at, end);
      return end;
    }
  add_other (self, at, at + 1);
  return at + 1;
}

gboolean
sutra_date_lex (SutraText *text, const SutraFold *fold, gsize first_cp, guint32 *at, GArray *tokens)
{
  Lexer self = { text, fold, first_cp, tokens, TRUE };

  g_array_set_size (tokens, 0);
  while (*at < fold->length)
    {
      if (tokens->len >= SUTRA_TOKENS_AT_A_TIME &&
          (g_array_index (tokens, SutraToken, tokens->len - 1).type == SUTRA_TOKEN_OTHER || tokens->len >= 4 * SUTRA_TOKENS_AT_A_TIME))
        break;
      *at = lex_one (&self, *at);
    }
  return tokens->len > 0;
}
