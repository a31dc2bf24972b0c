/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-coordinate-private.h"

#include "sutra-error.h"
#include "sutra-utf8.h"

#include <string.h>

typedef struct
{
  const char *text;
  SutraTokenKind kind;
  SutraAxis axis;
  int value;
} Word;

/* Longer ones before those that they begin with. Latin words stand in lower case. */
static const Word words[] = {
  { "latitude", SUTRA_TOKEN_LABEL, SUTRA_AXIS_LATITUDE, 0 },
  { "lat", SUTRA_TOKEN_LABEL, SUTRA_AXIS_LATITUDE, 0 },
  { "অক্ষাংশ", SUTRA_TOKEN_LABEL, SUTRA_AXIS_LATITUDE, 0 },
  { "longitude", SUTRA_TOKEN_LABEL, SUTRA_AXIS_LONGITUDE, 0 },
  { "long", SUTRA_TOKEN_LABEL, SUTRA_AXIS_LONGITUDE, 0 },
  { "lon", SUTRA_TOKEN_LABEL, SUTRA_AXIS_LONGITUDE, 0 },
  { "lng", SUTRA_TOKEN_LABEL, SUTRA_AXIS_LONGITUDE, 0 },
  { "দ্রাঘিমাংশ", SUTRA_TOKEN_LABEL, SUTRA_AXIS_LONGITUDE, 0 },
  { "দ্রাঘিমা", SUTRA_TOKEN_LABEL, SUTRA_AXIS_LONGITUDE, 0 },
  { "north", SUTRA_TOKEN_LETTER, SUTRA_AXIS_LATITUDE, 1 },
  { "n", SUTRA_TOKEN_LETTER, SUTRA_AXIS_LATITUDE, 1 },
  { "south", SUTRA_TOKEN_LETTER, SUTRA_AXIS_LATITUDE, -1 },
  { "s", SUTRA_TOKEN_LETTER, SUTRA_AXIS_LATITUDE, -1 },
  { "east", SUTRA_TOKEN_LETTER, SUTRA_AXIS_LONGITUDE, 1 },
  { "e", SUTRA_TOKEN_LETTER, SUTRA_AXIS_LONGITUDE, 1 },
  { "west", SUTRA_TOKEN_LETTER, SUTRA_AXIS_LONGITUDE, -1 },
  { "w", SUTRA_TOKEN_LETTER, SUTRA_AXIS_LONGITUDE, -1 },
  { "উত্তর", SUTRA_TOKEN_LETTER, SUTRA_AXIS_LATITUDE, 1 },
  { "উ", SUTRA_TOKEN_LETTER, SUTRA_AXIS_LATITUDE, 1 },
  { "দক্ষিণ", SUTRA_TOKEN_LETTER, SUTRA_AXIS_LATITUDE, -1 },
  { "দ", SUTRA_TOKEN_LETTER, SUTRA_AXIS_LATITUDE, -1 },
  { "পূর্ব", SUTRA_TOKEN_LETTER, SUTRA_AXIS_LONGITUDE, 1 },
  { "পূ", SUTRA_TOKEN_LETTER, SUTRA_AXIS_LONGITUDE, 1 },
  { "পশ্চিম", SUTRA_TOKEN_LETTER, SUTRA_AXIS_LONGITUDE, -1 },
  { "প", SUTRA_TOKEN_LETTER, SUTRA_AXIS_LONGITUDE, -1 },
  { "degrees", SUTRA_TOKEN_DEGREE, SUTRA_AXIS_NONE, 0 },
  { "degree", SUTRA_TOKEN_DEGREE, SUTRA_AXIS_NONE, 0 },
  { "deg", SUTRA_TOKEN_DEGREE, SUTRA_AXIS_NONE, 0 },
  { "d", SUTRA_TOKEN_DEGREE, SUTRA_AXIS_NONE, 0 },
  { "ডিগ্রি", SUTRA_TOKEN_DEGREE, SUTRA_AXIS_NONE, 0 },
  { "ডিগ্রী", SUTRA_TOKEN_DEGREE, SUTRA_AXIS_NONE, 0 },
  { "minutes", SUTRA_TOKEN_MINUTE, SUTRA_AXIS_NONE, 0 },
  { "minute", SUTRA_TOKEN_MINUTE, SUTRA_AXIS_NONE, 0 },
  { "min", SUTRA_TOKEN_MINUTE, SUTRA_AXIS_NONE, 0 },
  { "m", SUTRA_TOKEN_MINUTE, SUTRA_AXIS_NONE, 0 },
  { "মিনিট", SUTRA_TOKEN_MINUTE, SUTRA_AXIS_NONE, 0 },
  { "seconds", SUTRA_TOKEN_SECOND, SUTRA_AXIS_NONE, 0 },
  { "second", SUTRA_TOKEN_SECOND, SUTRA_AXIS_NONE, 0 },
  { "sec", SUTRA_TOKEN_SECOND, SUTRA_AXIS_NONE, 0 },
  { "সেকেন্ড", SUTRA_TOKEN_SECOND, SUTRA_AXIS_NONE, 0 },
  { "and", SUTRA_TOKEN_PART, SUTRA_AXIS_NONE, 0 },
  { "এবং", SUTRA_TOKEN_PART, SUTRA_AXIS_NONE, 0 },
  { "ও", SUTRA_TOKEN_PART, SUTRA_AXIS_NONE, 0 },
};

typedef struct
{
  const char *start, *p;
  SutraTokens *tokens;
  gboolean spaced;
} Lexer;

/* -1: no digit that is read. @script: Latin or Bengali. */
static int
digit_value (gunichar c, gunichar *script)
{
  if (c >= '0' && c <= '9')
    {
      *script = '0';
      return (int) (c - '0');
    }
  if (c >= 0x9e6 && c <= 0x9ef)
    {
      *script = 0x9e6;
      return (int) (c - 0x9e6);
    }
  return -1;
}

/* Marks of direction, joiners and the byte order mark come along when text is copied. */
static gboolean
is_invisible (gunichar c)
{
  return (c >= 0x200b && c <= 0x200f) || (c >= 0x202a && c <= 0x202e) || (c >= 0x2060 && c <= 0x2069) || c == 0xfeff || c == 0xad;
}

static gboolean
is_minus (gunichar c)
{
  return c == '-' || c == 0x2212 || (c >= 0x2010 && c <= 0x2013);
}

static gboolean
add (Lexer *self, SutraToken token, GError **error)
{
  if (self->tokens->n == SUTRA_COORDINATE_MAX_TOKENS)
    {
      g_set_error_literal (error, SUTRA_ERROR, SUTRA_ERROR_INVALID,
                           "These are more than two coordinates: give one latitude and one longitude.");
      return FALSE;
    }
  token.spaced = self->spaced;
  self->spaced = FALSE;
  self->tokens->tokens[self->tokens->n++] = token;
  self->p = token.end;
  return TRUE;
}

static gboolean
fail_unread (Lexer *self, GError **error)
{
  g_autofree char *shown = sutra_utf8_shorten (self->p, 20);

  g_set_error (error, SUTRA_ERROR, SUTRA_ERROR_INVALID,
               "“%s” is no part of coordinates: give them as in 51.1694, 71.4491 or 51°10′10″ N 71°26′57″ E.", shown);
  return FALSE;
}

/* Digits with at most one decimal point. FALSE without an error: there is none here. */
static gboolean
read_number (Lexer *self, SutraToken *token, GError **error)
{
  char buffer[SUTRA_COORDINATE_MAX_BYTES + 1];
  gunichar script = 0, other = 0;
  const char *p = self->p;
  guint n = 0, n_digits = 0;
  gboolean fraction = FALSE;

  for (;;)
    {
      gunichar c = g_utf8_get_char (p);
      int digit = digit_value (c, &other);

      if (digit >= 0)
        {
          if (n_digits++ > 0 && other != script)
            {
              g_set_error_literal (error, SUTRA_ERROR, SUTRA_ERROR_INVALID, "A number has digits of two scripts: use one of them.");
              return FALSE;
            }
          script = other;
          buffer[n++] = (char) ('0' + digit);
        }
      else if (c == '.' && !fraction && digit_value (g_utf8_get_char (p + 1), &other) >= 0)
        {
          fraction = TRUE;
          buffer[n++] = '.';
        }
      else
        break;
      p = g_utf8_next_char (p);
    }
  /* "51.1.2" is no number, and no two of them. */
  if (n_digits == 0 || (!self->spaced && self->tokens->n > 0 && self->tokens->tokens[self->tokens->n - 1].kind == SUTRA_TOKEN_NUMBER))
    return FALSE;
  buffer[n] = '\0';
  *token =
      (SutraToken){ .kind = SUTRA_TOKEN_NUMBER, .fraction = fraction, .value = g_ascii_strtod (buffer, NULL), .start = self->p, .end = p };
  return TRUE;
}

static gboolean
is_letter_at (const char *p)
{
  gunichar c = g_utf8_get_char (p);

  return g_unichar_isalpha (c) || g_unichar_ismark (c);
}

/* The "s" of 51d10m10s: attached, after a minute that is written with a letter; a capital only where all are. */
static gboolean
is_second_letter (Lexer *self)
{
  const SutraToken *last = self->tokens->n > 1 ? &self->tokens->tokens[self->tokens->n - 1] : NULL;

  if (last == NULL || self->spaced || last->kind != SUTRA_TOKEN_NUMBER || last[-1].kind != SUTRA_TOKEN_MINUTE)
    return FALSE;
  /* A hemisphere may come right behind it, but no word. */
  if (is_letter_at (self->p + 1) && (strchr ("NSEWnsew", self->p[1]) == NULL || is_letter_at (self->p + 2)))
    return FALSE;
  return (*self->p == 's' && *last[-1].start == 'm') || (*self->p == 'S' && *last[-1].start == 'M');
}

static gboolean
read_word (Lexer *self, SutraToken *token)
{
  if (is_second_letter (self))
    {
      *token = (SutraToken){ .kind = SUTRA_TOKEN_SECOND, .start = self->p, .end = self->p + 1 };
      return TRUE;
    }
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      gsize length = strlen (words[i].text);
      const char *end = self->p + length;

      if (g_ascii_strncasecmp (self->p, words[i].text, length) != 0)
        continue;
      /* উঃ, and the colon that many type for it. */
      if (words[i].kind == SUTRA_TOKEN_LETTER && (guint8) words[i].text[0] >= 0x80)
        {
          if (g_utf8_get_char (end) == 0x983)
            end = g_utf8_next_char (end);
          else if (*end == ':')
            end++;
        }
      if (is_letter_at (end))
        continue;
      if ((words[i].kind != SUTRA_TOKEN_PART && *end == '.') || (words[i].kind == SUTRA_TOKEN_LABEL && (*end == ':' || *end == '=')))
        end++;
      *token = (SutraToken){ .kind = words[i].kind, .axis = words[i].axis, .value = words[i].value, .start = self->p, .end = end };
      return TRUE;
    }
  return FALSE;
}

static gboolean
is_minute_mark (gunichar c)
{
  switch (c)
    {
    case '\'':
    case '`':
    case 0xb4:
    case 0x2b9:
    case 0x2bc:
    case 0x2018:
    case 0x2019:
    case 0x201b:
    case 0x2032:
    case 0xff07:
      return TRUE;
    default:
      return FALSE;
    }
}

static gboolean
kind_of_mark (gunichar c, SutraTokenKind *kind)
{
  switch (c)
    {
    case 0xb0:   /* ° */
    case 0xba:   /* º */
    case 0x2da:  /* ˚ */
    case 0x2218: /* ∘ */
    case 0x25e6: /* ◦ */
      *kind = SUTRA_TOKEN_DEGREE;
      return TRUE;
    case '"':
    case 0x2ba:
    case 0x2dd:
    case 0x201c:
    case 0x201d:
    case 0x201e:
    case 0x201f:
    case 0x2033:
    case 0xff02:
      *kind = SUTRA_TOKEN_SECOND;
      return TRUE;
    case ':':
      *kind = SUTRA_TOKEN_COLON;
      return TRUE;
    case ';':
    case '/':
    case '|':
    case '&':
    case 0x60c: /* Arabic comma */
      *kind = SUTRA_TOKEN_PART;
      return TRUE;
    default:
      return FALSE;
    }
}

static gboolean
read_mark (Lexer *self, SutraToken *token)
{
  gunichar c = g_utf8_get_char (self->p), script;
  const char *end = g_utf8_next_char (self->p);
  SutraTokenKind kind;
  double value = 0;

  if (is_minute_mark (c))
    {
      kind = SUTRA_TOKEN_MINUTE;
      /* Two of them are a second. */
      if (is_minute_mark (g_utf8_get_char (end)))
        {
          kind = SUTRA_TOKEN_SECOND;
          end = g_utf8_next_char (end);
        }
    }
  else if (c == ',')
    {
      const SutraToken *last = self->tokens->n > 0 ? &self->tokens->tokens[self->tokens->n - 1] : NULL;
      gboolean between =
          last != NULL && last->kind == SUTRA_TOKEN_NUMBER && !self->spaced && digit_value (g_utf8_get_char (end), &script) >= 0;

      kind = between ? SUTRA_TOKEN_COMMA : SUTRA_TOKEN_PART;
    }
  else if (c == '+' || is_minus (c))
    {
      kind = SUTRA_TOKEN_SIGN;
      value = c == '+' ? 1 : -1;
    }
  else if (!kind_of_mark (c, &kind))
    return FALSE;
  *token = (SutraToken){ .kind = kind, .value = value, .start = self->p, .end = end };
  return TRUE;
}

gboolean
sutra_coordinate_read_tokens (const char *text, SutraTokens *tokens, GError **error)
{
  Lexer lexer = { text, text, tokens, FALSE };

  tokens->n = 0;
  while (*lexer.p != '\0')
    {
      gunichar c = g_utf8_get_char (lexer.p);
      g_autoptr (GError) number_error = NULL;
      SutraToken token;

      if (is_invisible (c))
        lexer.p = g_utf8_next_char (lexer.p);
      else if (g_unichar_isspace (c))
        {
          lexer.p = g_utf8_next_char (lexer.p);
          lexer.spaced = TRUE;
        }
      else if (read_number (&lexer, &token, &number_error) ||
               (number_error == NULL && (read_word (&lexer, &token) || read_mark (&lexer, &token))))
        {
          if (!add (&lexer, token, error))
            return FALSE;
        }
      else if (number_error != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&number_error));
          return FALSE;
        }
      else
        return fail_unread (&lexer, error);
    }
  return TRUE;
}

/* The number that @first and @second make with a comma between them. */
static gboolean
join (const SutraToken *first, const SutraToken *second, SutraToken *joined)
{
  char buffer[SUTRA_COORDINATE_MAX_BYTES * 2 + 8];
  gsize n = 0;
  gunichar script, first_script = 0;

  if (first->fraction || second->fraction)
    return FALSE;
  for (const char *p = first->start; p < second->end; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      int digit = digit_value (c, &script);

      if (digit >= 0 && first_script != 0 && script != first_script)
        return FALSE;
      first_script = digit >= 0 ? script : first_script;
      if (digit >= 0 || c == ',')
        buffer[n++] = digit >= 0 ? (char) ('0' + digit) : '.';
    }
  buffer[n] = '\0';
  *joined = *first;
  joined->value = g_ascii_strtod (buffer, NULL);
  joined->fraction = TRUE;
  joined->end = second->end;
  return TRUE;
}

gboolean
sutra_coordinate_settle_commas (const SutraTokens *tokens, gboolean decimal, SutraTokens *settled)
{
  gboolean points = FALSE, commas = FALSE;

  settled->n = 0;
  for (guint i = 0; i < tokens->n; i++)
    {
      const SutraToken *token = &tokens->tokens[i];

      points = points || (token->kind == SUTRA_TOKEN_NUMBER && token->fraction);
      if (token->kind != SUTRA_TOKEN_COMMA || !decimal)
        {
          settled->tokens[settled->n] = *token;
          if (token->kind == SUTRA_TOKEN_COMMA)
            settled->tokens[settled->n].kind = SUTRA_TOKEN_PART;
          settled->n++;
          continue;
        }
      commas = TRUE;
      i++;
      if (!join (&settled->tokens[settled->n - 1], &tokens->tokens[i], &settled->tokens[settled->n - 1]))
        return FALSE;
    }
  /* 51.5, 71,3 is a slip rather than a style. */
  return !(points && commas);
}
