/* bench-names.c: 10,000 names in ten megabytes, beside what one pass of ICU's NFC over the same text takes
 *
 *   bench-names [TEXT NAMES]
 *
 * Of real ones instead of random ones: TEXT is repeated until there are ten megabytes, NAMES has one in a line.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "sutra-name-index.h"
#include "sutra-utf8.h"

#include <stdio.h>
#include <unicode/unorm2.h>
#include <unicode/ustring.h>

#define ROUNDS 9
#define N_NAMES 10000
#define N_BYTES (10 * 1000 * 1000)

typedef struct
{
  SutraText *text;
  GPtrArray *names;
  UChar *utf16;
  UChar *normalised;
  int32_t n_utf16;
} Sample;

/* A word that nobody knows but that is built like Bengali: three to six syllables, of which some are conjuncts. */
static void
append_word (GString *string, GRand *rand)
{
  static const char *const syllables[] = { "ক",  "কা", "রি", "মো", "স্তা", "ন", "ল", "র",  "ন্ত্র", "ণা", "জি", "ব", "প্র",  "তি", "দি", "নে",
                                           "ক্ষ", "ম",  "সং", "থা", "র্ত",  "গু", "য়", "ড়ি", "হৈ",  "চাঁ", "দ",  "পু", "শ্রী", "ঢা", "ট",  "ষ" };
  int n = g_rand_int_range (rand, 3, 7);

  for (int i = 0; i < n; i++)
    g_string_append (string, syllables[g_rand_int_range (rand, 0, G_N_ELEMENTS (syllables))]);
}

static void
sample_set_text (Sample *self, const GString *string)
{
  UErrorCode status = U_ZERO_ERROR;

  self->text = sutra_text_new_from_string (string->str);
  self->utf16 = g_new (UChar, string->len);
  self->normalised = g_new (UChar, string->len * 2);
  u_strFromUTF8 (self->utf16, (int32_t) string->len, &self->n_utf16, string->str, (int32_t) string->len, &status);
  g_assert_true (U_SUCCESS (status));
}

/* Names of one to three words; a text of unknown words in which every 15th word begins a name, every second of them inflected. */
static void
sample_init (Sample *self)
{
  static const char *const endings[] = { "", "ের", "", "কে" };
  g_autoptr (GString) string = g_string_sized_new (N_BYTES + 100);
  GRand *rand = g_rand_new_with_seed (1);

  self->names = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < N_NAMES; i++)
    {
      g_string_set_size (string, 0);
      for (guint k = 0; k <= i % 3; k++)
        {
          g_string_append (string, k > 0 ? " " : "");
          append_word (string, rand);
        }
      g_ptr_array_add (self->names, g_strdup (string->str));
    }
  g_string_set_size (string, 0);
  for (guint i = 0; string->len < N_BYTES; i++)
    {
      if (i % 15 == 0)
        {
          g_string_append (string, g_ptr_array_index (self->names, g_rand_int_range (rand, 0, N_NAMES)));
          g_string_append (string, endings[i / 15 % G_N_ELEMENTS (endings)]);
        }
      else
        append_word (string, rand);
      g_string_append (string, i % 80 == 79 ? "।\n" : i % 11 == 10 ? "। " : " ");
    }
  g_rand_free (rand);
  sample_set_text (self, string);
}

static void
sample_load (Sample *self, const char *text_path, const char *names_path)
{
  g_autofree char *text = NULL, *names = NULL;
  g_autoptr (GString) string = g_string_sized_new (N_BYTES + 100);
  g_auto (GStrv) lines = NULL;

  if (!g_file_get_contents (text_path, &text, NULL, NULL) || !g_file_get_contents (names_path, &names, NULL, NULL) || text[0] == '\0')
    g_error ("%s or %s cannot be read", text_path, names_path);
  while (string->len < N_BYTES)
    g_string_append (string, text);
  self->names = g_ptr_array_new_with_free_func (g_free);
  lines = g_strsplit (names, "\n", -1);
  for (gsize i = 0; lines[i] != NULL; i++)
    g_ptr_array_add (self->names, g_strdup (lines[i]));
  sample_set_text (self, string);
}

static double
normalise (const Sample *self)
{
  UErrorCode status = U_ZERO_ERROR;
  const UNormalizer2 *nfc = unorm2_getNFCInstance (&status);
  gint64 start = g_get_monotonic_time ();

  unorm2_normalize (nfc, self->utf16, self->n_utf16, self->normalised, (int32_t) sutra_text_get_length (self->text) * 2, &status);
  g_assert_true (U_SUCCESS (status));
  return (double) (g_get_monotonic_time () - start) / 1000;
}

static double
match (const SutraNameIndex *index, SutraText *text, guint *n_found)
{
  gint64 start = g_get_monotonic_time ();
  g_autoptr (GArray) found = sutra_name_index_find ((SutraNameIndex *) index, text, NULL, NULL);

  *n_found = found->len;
  return (double) (g_get_monotonic_time () - start) / 1000;
}

int
main (int argc, char *argv[])
{
  Sample sample;
  g_autoptr (SutraNameIndex) index = NULL;
  g_autoptr (SutraText) article = NULL;
  g_autofree char *slice = NULL;
  double least_nfc = 1e9, least = 1e9, least_article = 1e9;
  guint n_found = 0, n_in_article = 0;
  gint64 start;

  if (argc == 3)
    sample_load (&sample, argv[1], argv[2]);
  else
    sample_init (&sample);
  start = g_get_monotonic_time ();
  index = sutra_name_index_new ((const char *const *) sample.names->pdata, sample.names->len);
  printf ("building the index of %u names: %.1f ms\n", sample.names->len, (double) (g_get_monotonic_time () - start) / 1000);
  slice = sutra_text_slice (sample.text, 0, 2400);
  article = sutra_text_new_from_string (slice);
  /* By turns, so that both see the same machine. */
  for (guint i = 0; i < ROUNDS; i++)
    {
      least_nfc = MIN (least_nfc, normalise (&sample));
      least = MIN (least, match (index, sample.text, &n_found));
      least_article = MIN (least_article, match (index, article, &n_in_article));
    }
  printf ("NFC of 10 MB: %.1f ms; folding and matching: %.1f ms, %u found: %.2f × NFC (target 3)\n", least_nfc, least, n_found,
          least / least_nfc);
  printf ("an article of 6 kB: %.3f ms, %u found (target 10)\n", least_article, n_in_article);
  sutra_text_unref (sample.text);
  g_ptr_array_unref (sample.names);
  g_free (sample.utf16);
  g_free (sample.normalised);
  return 0;
}
