/* quality-names.c: what finding 10,000 names in ten megabytes costs
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "../bench/names-sample.h"
#include "quality.h"

#define ROUNDS 7

static void
test_names (void)
{
#if defined(__SANITIZE_ADDRESS__) || !defined(__OPTIMIZE__)
  g_test_skip ("this build tells nothing about speed");
#else
  NamesSample sample;
  g_autoptr (SutraNameIndex) index = NULL;
  g_autoptr (SutraText) article = NULL;
  g_autofree char *slice = NULL, *note = NULL, *article_note = NULL;
  double least_nfc = G_MAXDOUBLE, least = G_MAXDOUBLE, least_article = G_MAXDOUBLE;
  guint n_found = 0, n_in_article = 0;

  names_sample_init (&sample);
  index = sutra_name_index_new ((const char *const *) sample.names->pdata, sample.names->len);
  slice = sutra_text_slice (sample.text, 0, 2500);
  article = sutra_text_new_from_string (slice);
  /* By turns, so that both see the same machine. */
  for (guint i = 0; i < ROUNDS; i++)
    {
      least_nfc = MIN (least_nfc, names_sample_normalise (&sample));
      least = MIN (least, names_sample_match (index, sample.text, &n_found));
      least_article = MIN (least_article, names_sample_match (index, article, &n_in_article));
    }
  g_assert_cmpuint (n_found, >, 10000);
  note = g_strdup_printf ("10,000 names in 10 MB, %u found: %.0f ms; NFC: %.0f ms", n_found, least, least_nfc);
  article_note = g_strdup_printf ("an article of 6 kB, %u found", n_in_article);
  quality_row ("folding and matching, times one pass of NFC", least / least_nfc, 3, FALSE, note);
  quality_row ("matching an article, ms", least_article, 10, FALSE, article_note);
  names_sample_clear (&sample);
#endif
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/quality/names", test_names);
  return g_test_run ();
}
