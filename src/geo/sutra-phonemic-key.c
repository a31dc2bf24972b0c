/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-phonemic-key.h"

#include "sutra-fold.h"
#include "sutra-place-key.h"

#include <string.h>

#define NUKTA 0x09bc
#define SIGN_AA 0x09be
#define SIGN_E 0x09c7
#define HASANTA 0x09cd
#define LENGTH_MARK 0x09d7
#define CANDRABINDU 0x0981
#define ANUSVARA 0x0982
#define VISARGA 0x0983
#define LETTER_O 0x0993
#define LETTER_U 0x0989
#define YA 0x09af

/* Indic: fold keys, of which Devanagari is moved to the places of the same letters in Bengali */

typedef struct
{
  gunichar c;
  const char *sound;
} Row;

static const Row consonants[] = {
  { 0x0995, "k" }, { 0x0996, "k" }, { 0x0997, "g" }, { 0x0998, "g" }, { 0x0999, "n" }, { 0x099a, "c" }, { 0x099b, "c" }, { 0x099c, "j" },
  { 0x099d, "j" }, { 0x099e, "n" }, { 0x099f, "t" }, { 0x09a0, "t" }, { 0x09a1, "d" }, { 0x09a2, "d" }, { 0x09a3, "n" }, { 0x09a4, "t" },
  { 0x09a5, "t" }, { 0x09a6, "d" }, { 0x09a7, "d" }, { 0x09a8, "n" }, { 0x09a9, "n" }, { 0x09aa, "p" }, { 0x09ab, "f" }, { 0x09ac, "b" },
  { 0x09ad, "v" }, { 0x09ae, "m" }, { YA, "j" },     { 0x09b0, "r" }, { 0x09b1, "r" }, { 0x09b2, "l" }, { 0x09b3, "l" }, { 0x09b4, "l" },
  { 0x09b5, "w" }, { 0x09b6, "s" }, { 0x09b7, "s" }, { 0x09b8, "s" }, { 0x09b9, "h" }, { 0x09f0, "r" }, { 0x09f1, "w" },
};

/* With a nukta below; others with one sound as without. */
static const Row with_nukta[] = { { 0x09a1, "r" }, { 0x09a2, "r" }, { YA, "y" } };

static const Row vowels[] = {
  { 0x0985, "@" },  { 0x0986, "a" },   { 0x0987, "i" },  { 0x0988, "i" },  { LETTER_U, "u" }, { 0x098a, "u" },
  { 0x098b, "ri" }, { 0x098d, "e" },   { 0x098e, "e" },  { 0x098f, "e" },  { 0x0990, "oi" },  { 0x0991, "o" },
  { 0x0992, "o" },  { LETTER_O, "o" }, { 0x0994, "ou" }, { 0x09e0, "ri" },
};

static const Row signs[] = {
  { SIGN_AA, "a" }, { 0x09bf, "i" }, { 0x09c0, "i" },  { 0x09c1, "u" },       { 0x09c2, "u" },  { 0x09c3, "ri" },
  { 0x09c4, "ri" }, { 0x09c5, "e" }, { 0x09c6, "e" },  { SIGN_E, "e" },       { 0x09c8, "oi" }, { 0x09c9, "o" },
  { 0x09ca, "o" },  { 0x09cb, "o" }, { 0x09cc, "ou" }, { LENGTH_MARK, "ou" },
};

static const char *
find (const Row *rows, gsize n, gunichar c)
{
  for (gsize i = 0; i < n; i++)
    if (rows[i].c == c)
      return rows[i].sound;
  return NULL;
}

#define FIND(rows, c) find (rows, G_N_ELEMENTS (rows), c)

static gboolean
is_indic (gunichar c)
{
  return c >= 0x0980 && c <= 0x09ff;
}

/* The vowel sign at @at, ো and ৌ being two in a fold key; NULL if none. Moves @at behind it. */
static const char *
take_sign (const gunichar *key, gsize *at)
{
  const char *sound = FIND (signs, key[*at]);

  if (sound == NULL)
    return NULL;
  if (key[*at] == SIGN_E && (key[*at + 1] == SIGN_AA || key[*at + 1] == LENGTH_MARK))
    {
      sound = key[*at + 1] == SIGN_AA ? "o" : "ou";
      (*at)++;
    }
  (*at)++;
  return sound;
}

static gboolean
is_ya (const gunichar *key, gsize at)
{
  return key[at] == YA && key[at + 1] != NUKTA;
}

/* What follows a consonant: its vowel. */
static void
put_vowel (GString *out, const gunichar *key, gsize *at)
{
  const char *sign;

  while (key[*at] == CANDRABINDU)
    (*at)++;
  sign = take_sign (key, at);
  if (sign != NULL)
    g_string_append (out, sign);
  else if (key[*at] == HASANTA && is_ya (key, *at + 1))
    {
      *at += 2;
      sign = take_sign (key, at);
      g_string_append (out, sign != NULL ? sign : "@");
    }
  else if (key[*at] == HASANTA)
    (*at)++;
  else if (is_indic (key[*at]) && key[*at] != ANUSVARA && key[*at] != VISARGA)
    g_string_append_c (out, '@');
}

/* ওয়া, ওয়ে, ওয়ি and উয়: w. */
static gboolean
is_w (const gunichar *key, gsize at)
{
  if ((key[at] != LETTER_O && key[at] != LETTER_U) || key[at + 1] != YA || key[at + 2] != NUKTA)
    return FALSE;
  return key[at] == LETTER_U || key[at + 3] == SIGN_AA || key[at + 3] == 0x09bf ||
         (key[at + 3] == SIGN_E && key[at + 4] != SIGN_AA && key[at + 4] != LENGTH_MARK);
}

static void
put_indic (GString *out, const gunichar *key)
{
  for (gsize at = 0; key[at] != 0;)
    {
      const char *sound = FIND (consonants, key[at]);

      if (is_w (key, at))
        {
          at += 3;
          g_string_append_c (out, 'w');
          put_vowel (out, key, &at);
        }
      else if (sound != NULL)
        {
          gunichar c = key[at++];

          if (key[at] == NUKTA)
            {
              sound = FIND (with_nukta, c) != NULL ? FIND (with_nukta, c) : sound;
              at++;
            }
          /* ক্ষ */
          if (c == 0x0995 && key[at] == HASANTA && key[at + 1] == 0x09b7)
            at += 2;
          g_string_append (out, sound);
          put_vowel (out, key, &at);
        }
      else
        {
          gsize from = at;
          const char *vowel = take_sign (key, &at);

          /* অ্যা */
          if (vowel == NULL)
            {
              vowel = key[at] == ANUSVARA ? "n" : FIND (vowels, key[at]);
              at = from + 1;
              if (vowel != NULL && key[at] == HASANTA && is_ya (key, at + 1))
                {
                  at += 2;
                  vowel = take_sign (key, &at);
                  vowel = vowel != NULL ? vowel : "@";
                }
            }
          if (vowel != NULL)
            g_string_append (out, vowel);
        }
    }
}

/* Latin: what sutra_place_key_plain() left of a word */

static gboolean
is_vowel (char c)
{
  return c != '\0' && strchr ("aeiou", c) != NULL;
}

/* The first that fits counts; what comes out is final. */
static const struct
{
  const char *from;
  char to;
} clusters[] = {
  { "ksh", 'k' }, { "dzh", 'j' }, { "tsch", 'c' }, { "tch", 'c' }, { "sch", 's' }, { "shch", 's' }, { "zh", 'j' },
  { "dj", 'j' },  { "kh", 'k' },  { "gh", 'g' },   { "ch", 'c' },  { "sh", 's' },  { "ph", 'f' },   { "th", 't' },
  { "dh", 'd' },  { "bh", 'v' },  { "jh", 'j' },   { "ck", 'k' },  { "qu", 'k' },  { "ts", 's' },   { "cz", 'c' },
};

/* The final letter of the cluster at @word, which has @length; 0 if there is none. */
static char
find_cluster (const char *word, gsize *length)
{
  for (gsize i = 0; i < G_N_ELEMENTS (clusters); i++)
    if (g_str_has_prefix (word, clusters[i].from))
      {
        *length = strlen (clusters[i].from);
        return clusters[i].to;
      }
  return 0;
}

static void
put_letter (GString *out, const char *word, gsize at, gsize *length)
{
  char c = word[at], next = word[at + 1];

  *length = 1;
  if (c == 'c')
    g_string_append_c (out, next == 'e' || next == 'i' || next == 'y' ? 's' : 'k');
  else if (c == 'q')
    g_string_append_c (out, 'k');
  else if (c == 'x')
    g_string_append (out, "ks");
  else if (c == 'z')
    g_string_append_c (out, 'j');
  else if (c == 'n' && next == 'g' && !is_vowel (word[at + 2]))
    {
      g_string_append_c (out, 'n');
      *length = 2;
    }
  else if (c == 'y')
    g_string_append_c (out, at > 0 && is_vowel (word[at - 1]) && is_vowel (next) ? 'y' : 'i');
  else if (c == 'e' && next == '\0' && at > 2 && !is_vowel (word[at - 1]))
    g_string_append_c (out, '@');
  else if ((c == 'e' && next == 'e') || (c == 'o' && (next == 'o' || next == 'u')))
    {
      g_string_append_c (out, c == 'e' ? 'i' : 'u');
      *length = 2;
    }
  else
    g_string_append_c (out, c);
}

static void
put_latin (GString *out, const char *word)
{
  for (gsize at = 0; word[at] != '\0';)
    {
      gsize length = 0;
      char sound = find_cluster (word + at, &length);

      if (sound != 0)
        g_string_append_c (out, sound);
      else
        put_letter (out, word, at, &length);
      at += length;
    }
}

/* Both */

static gboolean
is_word_unit (gunichar c)
{
  return is_indic (c) || (c >= 'a' && c <= 'z');
}

static void
put_word (GString *out, GArray *word)
{
  const gunichar *key;

  if (word->len == 0)
    return;
  /* Rules look ahead by up to four. */
  for (guint i = 0; i < 4; i++)
    g_array_append_val (word, (gunichar){ 0 });
  key = (const gunichar *) (gpointer) word->data;
  if (is_indic (key[0]))
    put_indic (out, key);
  else
    {
      g_autoptr (GString) latin = g_string_new (NULL);

      for (; *key != 0; key++)
        g_string_append_c (latin, (char) *key);
      put_latin (out, latin->str);
    }
  g_array_set_size (word, 0);
}

/* Whether @c only joins the vowels around it: Kiev and কিয়েভ, Goa and গোয়া. */
static gboolean
is_glide (char before, char c, char after)
{
  return (c == 'y' || c == 'w') && before != '\0' && strchr (c == 'y' ? "eiou" : "ou", before) != NULL &&
         (after == '@' || is_vowel (after));
}

/* Doubled letters once, no glides, and no longer than keys may be. */
static void
reduce (GString *key)
{
  gsize n = 0;

  for (gsize i = 0; i < key->len && n < SUTRA_PHONEMIC_MAX; i++)
    if (n == 0 || (key->str[n - 1] != key->str[i] && !is_glide (key->str[n - 1], key->str[i], key->str[i + 1])))
      key->str[n++] = key->str[i];
  g_string_truncate (key, n);
}

char *
sutra_phonemic_key (const char *text)
{
  g_autofree char *plain = NULL;
  g_autoptr (GArray) word = g_array_new (TRUE, TRUE, sizeof (gunichar));
  GString *out;

  g_return_val_if_fail (text != NULL, NULL);

  plain = sutra_place_key_plain (text);
  out = g_string_new (NULL);
  for (const char *p = plain; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      c = c >= 0x0900 && c < 0x0980 ? c + 0x80 : c;
      if (!is_word_unit (c) || (word->len > 0 && is_indic (c) != is_indic (g_array_index (word, gunichar, 0))))
        {
          /* An apostrophe parts nothing. */
          if (c == '\'')
            continue;
          put_word (out, word);
        }
      if (is_word_unit (c))
        g_array_append_val (word, c);
    }
  put_word (out, word);
  reduce (out);
  return g_string_free (out, FALSE);
}
