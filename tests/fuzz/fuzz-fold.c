/* fuzz-fold.c: fold keys of any text
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "fuzz.h"
#include "sutra-akshara.h"
#include "sutra-find.h"
#include "sutra-fold.h"
#include "sutra-text.h"

#include <string.h>

/* What sutra-fold.h promises of the two ways between key and source. */
static void
check_mapping (const SutraFold *fold, gsize n_source)
{
  g_assert_cmpuint (fold->source[fold->length], ==, n_source);
  g_assert_cmpuint (fold->source_end[fold->length], ==, n_source);
  g_assert_cmpuint (fold->key[fold->length], ==, 0);
  for (gsize i = 0; i < fold->length; i++)
    {
      gsize start, end;

      g_assert_cmpuint (fold->source[i], <, fold->source_end[i]);
      g_assert_cmpuint (fold->source[i], <=, fold->source[i + 1]);
      g_assert_cmpuint (fold->source_end[i], <=, fold->source_end[i + 1]);
      sutra_fold_to_source (fold, i, i + 1, &start, &end);
      g_assert_cmpuint (sutra_fold_from_source (fold, start), <=, i);
      g_assert_cmpuint (sutra_fold_from_source (fold, end), >, i);
    }
}

static void
check_same (const char *string, const char *key, GNormalizeMode mode)
{
  g_autofree char *normalised = g_utf8_normalize (string, -1, mode);
  g_autofree char *folded = sutra_fold_string (normalised, -1);

  g_assert_cmpstr (folded, ==, key);
}

/* Paragraph after paragraph gives the pieces of the key of the whole. */
static void
check_pieces (const char *string, const SutraFold *whole)
{
  g_autoptr (SutraFold) piece = sutra_fold_new ("", 0);
  gsize at = 0, base = 0;

  for (const char *p = string; *p != '\0';)
    {
      const char *line_end = strchr (p, '\n');
      gsize n_bytes = line_end != NULL ? (gsize) (line_end - p) + 1 : strlen (p);

      sutra_fold_renew (piece, p, n_bytes);
      g_assert_cmpuint (at + piece->length, <=, whole->length);
      for (gsize i = 0; i < piece->length; i++, at++)
        {
          g_assert_cmpuint (piece->key[i], ==, whole->key[at]);
          g_assert_cmpuint (piece->source[i] + base, ==, whole->source[at]);
          g_assert_cmpuint (piece->source_end[i] + base, ==, whole->source_end[at]);
        }
      base += piece->source[piece->length];
      p += n_bytes;
    }
  g_assert_cmpuint (at, ==, whole->length);
}

/* What is found for the first letters lies within the text and on aksharas. */
static void
check_find (const char *string)
{
  g_autoptr (SutraText) text = sutra_text_new_from_string (string);
  g_autofree char *query = sutra_text_slice (text, 0, 3);
  g_autoptr (GArray) found = sutra_find_all (text, query, NULL, NULL);
  guint32 last = 0;

  for (guint i = 0; i < found->len; i++)
    {
      SutraRange range = g_array_index (found, SutraRange, i);

      g_assert_cmpuint (range.start, >=, last);
      g_assert_cmpuint (range.start, <, range.end);
      g_assert_cmpuint (range.end, <=, sutra_text_get_length (text));
      g_assert_true (sutra_akshara_is_boundary (text, range.start));
      g_assert_true (sutra_akshara_is_boundary (text, range.end));
      last = range.end;
    }
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autofree char *bytes = g_strndup ((const char *) data, size);
  g_autofree char *string = g_utf8_make_valid (bytes, -1);
  g_autofree char *before = NULL, *key = NULL, *again = NULL;
  g_autoptr (SutraFold) fold = NULL;

  g_strdelimit (string, "\r", ' ');
  before = g_strdup (string);
  fold = sutra_fold_new (string, -1);
  key = sutra_fold_string (string, -1);
  again = sutra_fold_string (key, -1);
  g_assert_cmpstr (again, ==, key);
  check_mapping (fold, (gsize) g_utf8_strlen (string, -1));
  check_same (string, key, G_NORMALIZE_NFC);
  check_same (string, key, G_NORMALIZE_NFD);
  check_pieces (string, fold);
  check_find (string);
  g_assert_cmpstr (string, ==, before);
  return 0;
}
