/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-phonemic-key.h"

#include <string.h>

static const char alphabet[] = "aeiou@kgcjtdnpfbvmrlshyw";

#define N_VOWELS 6
#define OTHER_GAP 90
#define OTHER_VOWELS 35
#define OTHER_CHANGE 100

typedef struct
{
  char a;
  char b;
  guint8 cost;
} Pair;

/* Vowels differ by what each language hears, consonants by what Bengali has no letter of its own for. */
static const Pair gaps[] = {
  { '@', 0, 8 },  { 'a', 0, 35 }, { 'e', 0, 35 }, { 'i', 0, 35 }, { 'o', 0, 35 }, { 'u', 0, 35 },
  { 'h', 0, 30 }, { 'y', 0, 40 }, { 'w', 0, 45 }, { 'g', 0, 60 }, { 'n', 0, 70 }, { 'r', 0, 70 },
};

static const Pair changes[] = {
  { '@', 'o', 8 },  { '@', 'a', 10 }, { 'e', 'i', 15 }, { 'o', 'u', 15 }, { '@', 'u', 20 }, { '@', 'e', 20 },
  { 'a', 'o', 20 }, { 'a', 'e', 20 }, { '@', 'i', 25 }, { 'b', 'v', 15 }, { 'v', 'w', 15 }, { 'y', 'i', 15 },
  { 'w', 'u', 20 }, { 'w', 'o', 20 }, { 'b', 'w', 30 }, { 'f', 'p', 30 }, { 'v', 'f', 30 }, { 's', 'j', 30 },
  { 'g', 'j', 35 }, { 'j', 'y', 40 }, { 'c', 's', 40 }, { 'k', 'h', 40 }, { 'k', 'g', 40 }, { 't', 'd', 40 },
  { 'c', 'j', 45 }, { 'c', 'k', 50 }, { 'm', 'n', 50 }, { 'h', 'y', 60 }, { 'y', 'w', 25 },
};

typedef struct
{
  gint8 letters[256];
  guint8 gaps[SUTRA_PHONEMIC_LETTERS];
  guint8 changes[SUTRA_PHONEMIC_LETTERS][SUTRA_PHONEMIC_LETTERS];
} Tables;

static void
fill (Tables *self)
{
  memset (self->letters, -1, sizeof self->letters);
  for (guint i = 0; i < SUTRA_PHONEMIC_LETTERS; i++)
    {
      self->letters[(guchar) alphabet[i]] = (gint8) i;
      self->gaps[i] = OTHER_GAP;
      for (guint k = 0; k < SUTRA_PHONEMIC_LETTERS; k++)
        self->changes[i][k] = i == k ? 0 : i < N_VOWELS && k < N_VOWELS ? OTHER_VOWELS : OTHER_CHANGE;
    }
  for (gsize i = 0; i < G_N_ELEMENTS (gaps); i++)
    self->gaps[self->letters[(guchar) gaps[i].a]] = gaps[i].cost;
  for (gsize i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      int a = self->letters[(guchar) changes[i].a], b = self->letters[(guchar) changes[i].b];

      self->changes[a][b] = self->changes[b][a] = changes[i].cost;
    }
}

/* Built once, never freed. */
static const Tables *
tables (void)
{
  static gsize once = 0;

  if (g_once_init_enter (&once))
    {
      Tables *self = g_new0 (Tables, 1);

      fill (self);
      g_once_init_leave (&once, (gsize) self);
    }
  return (const Tables *) once;
}

int
sutra_phonemic_letter (char c)
{
  return tables ()->letters[(guchar) c];
}

guint
sutra_phonemic_gap (guint letter)
{
  g_return_val_if_fail (letter < SUTRA_PHONEMIC_LETTERS, OTHER_GAP);

  return tables ()->gaps[letter];
}

guint
sutra_phonemic_change (guint a, guint b)
{
  g_return_val_if_fail (a < SUTRA_PHONEMIC_LETTERS && b < SUTRA_PHONEMIC_LETTERS, OTHER_CHANGE);

  return tables ()->changes[a][b];
}

/* The letters of @key as numbers; others are left out. */
static gsize
to_letters (const Tables *t, const char *key, guint8 *letters)
{
  gsize n = 0;

  for (; *key != '\0' && n < SUTRA_PHONEMIC_MAX; key++)
    if (t->letters[(guchar) *key] >= 0)
      letters[n++] = (guint8) t->letters[(guchar) *key];
  return n;
}

guint
sutra_phonemic_distance (const char *a, const char *b)
{
  const Tables *t = tables ();
  guint8 x[SUTRA_PHONEMIC_MAX], y[SUTRA_PHONEMIC_MAX];
  guint rows[2][SUTRA_PHONEMIC_MAX + 1] = { { 0 } };
  gsize n, m;

  g_return_val_if_fail (a != NULL && b != NULL, G_MAXUINT);

  n = to_letters (t, a, x);
  m = to_letters (t, b, y);
  for (gsize k = 0; k < m; k++)
    rows[0][k + 1] = rows[0][k] + t->gaps[y[k]];
  for (gsize i = 0; i < n; i++)
    {
      const guint *last = rows[i % 2];
      guint *row = rows[(i + 1) % 2];

      row[0] = last[0] + t->gaps[x[i]];
      for (gsize k = 0; k < m; k++)
        row[k + 1] = MIN (MIN (last[k] + t->changes[x[i]][y[k]], last[k + 1] + t->gaps[x[i]]), row[k] + t->gaps[y[k]]);
    }
  return rows[n % 2][m];
}
