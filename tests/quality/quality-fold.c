/* quality-fold.c: which strings fold equal and which do not
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "sutra-fold.h"

#include "../text/fold-pairs.h"
#include "corpus.h"
#include "quality.h"

static gboolean
is_equal (const char *const pair[2])
{
  g_autofree char *a = sutra_fold_string (pair[0], -1), *b = sutra_fold_string (pair[1], -1);

  return strcmp (a, b) == 0;
}

static void
measure (const char *what, const char *const (*pairs)[2], gsize n, gboolean equal)
{
  g_autofree char *note = g_strdup_printf ("%" G_GSIZE_FORMAT " pairs", n);
  guint n_right = 0;

  for (gsize i = 0; i < n; i++)
    n_right += is_equal (pairs[i]) == equal;
  quality_row (what, (double) n_right / (double) n, 1, TRUE, note);
}

static void
test_pairs (void)
{
  measure ("fold equivalences of the reference", fold_equal, FOLD_N_REFERENCE_EQUAL, TRUE);
  measure ("fold equivalences, all rows", fold_equal, G_N_ELEMENTS (fold_equal), TRUE);
  measure ("fold non-equivalences of the reference", fold_different, FOLD_N_REFERENCE_DIFFERENT, FALSE);
  measure ("fold non-equivalences, all", fold_different, G_N_ELEMENTS (fold_different), FALSE);
}

typedef struct
{
  guint n;
  guint n_same;
  guint n_mapped;
} Lines;

/* Whether the units of each code point, mapped to the text and back, come out where they were. */
static gboolean
maps_back (const char *line)
{
  g_autoptr (SutraFold) fold = sutra_fold_new (line, -1);

  for (gsize i = 0; i < fold->length; i++)
    {
      gsize start, end;

      sutra_fold_to_source (fold, i, i + 1, &start, &end);
      if (start >= end || sutra_fold_from_source (fold, start) > i || sutra_fold_from_source (fold, end) <= i)
        return FALSE;
    }
  return fold->source[fold->length] == (gsize) g_utf8_strlen (line, -1);
}

static void
look_at_lines (const char *name, const char *contents, gsize n_bytes, gpointer data)
{
  g_auto (GStrv) lines = g_strsplit (contents, "\n", -1);
  Lines *result = data;

  for (gsize i = 0; lines[i] != NULL; i++)
    {
      g_autofree char *nfc = g_utf8_normalize (lines[i], -1, G_NORMALIZE_NFC), *nfd = g_utf8_normalize (lines[i], -1, G_NORMALIZE_NFD);
      g_autofree char *key = sutra_fold_string (lines[i], -1), *of_nfc = sutra_fold_string (nfc, -1), *of_nfd = sutra_fold_string (nfd, -1);
      g_autofree char *again = sutra_fold_string (key, -1);

      result->n++;
      result->n_same += strcmp (key, of_nfc) == 0 && strcmp (key, of_nfd) == 0 && strcmp (key, again) == 0;
      result->n_mapped += maps_back (lines[i]);
    }
}

static void
test_corpus (void)
{
  Lines lines = { 0 };
  g_autofree char *note = NULL;

  if (!corpus_foreach (look_at_lines, &lines))
    return;
  note = g_strdup_printf ("%u lines of the corpus", lines.n);
  quality_row ("NFC, NFD and key of a text fold like the text", (double) lines.n_same / lines.n, 1, TRUE, note);
  quality_row ("key units map back to their text", (double) lines.n_mapped / lines.n, 1, TRUE, note);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/quality/fold/pairs", test_pairs);
  g_test_add_func ("/quality/fold/corpus", test_corpus);
  return g_test_run ();
}
