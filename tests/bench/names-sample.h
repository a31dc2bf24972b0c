/* names-sample.h: 10,000 names and ten megabytes to find them in, and one pass of ICU's NFC over these
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sutra-name-index.h"

#include <time.h>
#include <unicode/unorm2.h>
#include <unicode/ustring.h>

#define N_NAMES 10000
#define N_BYTES (10 * 1000 * 1000)

/* Milliseconds that this process has computed: what else the machine does is not in it. */
static inline double
names_sample_clock (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);
  return (double) now.tv_sec * 1e3 + (double) now.tv_nsec / 1e6;
}

typedef struct
{
  SutraText *text;
  GPtrArray *names;
  UChar *utf16;
  UChar *normalised;
  int32_t n_utf16;
} NamesSample;

/* A word that nobody knows but that is built like Bengali: three to six syllables, of which some are conjuncts. */
static inline void
names_sample_append_word (GString *string, GRand *rand)
{
  static const char *const syllables[] = { "ক",  "কা", "রি", "মো", "স্তা", "ন", "ল", "র",  "ন্ত্র", "ণা", "জি", "ব", "প্র",  "তি", "দি", "নে",
                                           "ক্ষ", "ম",  "সং", "থা", "র্ত",  "গু", "য়", "ড়ি", "হৈ",  "চাঁ", "দ",  "পু", "শ্রী", "ঢা", "ট",  "ষ" };
  int n = g_rand_int_range (rand, 3, 7);

  for (int i = 0; i < n; i++)
    g_string_append (string, syllables[g_rand_int_range (rand, 0, G_N_ELEMENTS (syllables))]);
}

static inline void
names_sample_set_text (NamesSample *self, const GString *string)
{
  UErrorCode status = U_ZERO_ERROR;

  self->text = sutra_text_new_from_string (string->str);
  self->utf16 = g_new (UChar, string->len);
  self->normalised = g_new (UChar, string->len * 2);
  u_strFromUTF8 (self->utf16, (int32_t) string->len, &self->n_utf16, string->str, (int32_t) string->len, &status);
  g_assert_true (U_SUCCESS (status));
}

/* Names of one to three words; a text of unknown words in which every 15th word begins a name, every second of them inflected. */
static inline void
names_sample_init (NamesSample *self)
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
          names_sample_append_word (string, rand);
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
        names_sample_append_word (string, rand);
      g_string_append (string, i % 80 == 79 ? "।\n" : i % 11 == 10 ? "। " : " ");
    }
  g_rand_free (rand);
  names_sample_set_text (self, string);
}

static inline void
names_sample_load (NamesSample *self, const char *text_path, const char *names_path)
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
  names_sample_set_text (self, string);
}

static inline double
names_sample_normalise (const NamesSample *self)
{
  UErrorCode status = U_ZERO_ERROR;
  const UNormalizer2 *nfc = unorm2_getNFCInstance (&status);
  double start = names_sample_clock ();

  unorm2_normalize (nfc, self->utf16, self->n_utf16, self->normalised, (int32_t) sutra_text_get_length (self->text) * 2, &status);
  g_assert_true (U_SUCCESS (status));
  return names_sample_clock () - start;
}

/* Milliseconds that finding takes. */
static inline double
names_sample_match (SutraNameIndex *index, SutraText *text, guint *n_found)
{
  double start = names_sample_clock ();
  g_autoptr (GArray) found = sutra_name_index_find (index, text, NULL, NULL);

  *n_found = found->len;
  return names_sample_clock () - start;
}

static inline void
names_sample_clear (NamesSample *self)
{
  sutra_text_unref (self->text);
  g_ptr_array_unref (self->names);
  g_free (self->utf16);
  g_free (self->normalised);
}
