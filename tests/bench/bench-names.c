/* bench-names.c: 10,000 names in ten megabytes, beside what one pass of ICU's NFC over the same text takes
 *
 *   bench-names [TEXT NAMES]
 *
 * Of real ones instead of random ones: TEXT is repeated until there are ten megabytes, NAMES has one in a line.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "names-sample.h"

#include <stdio.h>

#define ROUNDS 9

int
main (int argc, char *argv[])
{
  NamesSample sample;
  g_autoptr (SutraNameIndex) index = NULL;
  g_autoptr (SutraText) article = NULL;
  g_autofree char *slice = NULL;
  double least_nfc = 1e9, least = 1e9, least_article = 1e9;
  guint n_found = 0, n_in_article = 0;
  double start;

  if (argc == 3)
    names_sample_load (&sample, argv[1], argv[2]);
  else
    names_sample_init (&sample);
  start = names_sample_clock ();
  index = sutra_name_index_new ((const char *const *) sample.names->pdata, sample.names->len);
  printf ("building the index of %u names: %.1f ms\n", sample.names->len, names_sample_clock () - start);
  slice = sutra_text_slice (sample.text, 0, 2400);
  article = sutra_text_new_from_string (slice);
  /* By turns, so that both see the same machine. */
  for (guint i = 0; i < ROUNDS; i++)
    {
      least_nfc = MIN (least_nfc, names_sample_normalise (&sample));
      least = MIN (least, names_sample_match (index, sample.text, &n_found));
      least_article = MIN (least_article, names_sample_match (index, article, &n_in_article));
    }
  printf ("NFC of 10 MB: %.1f ms; folding and matching: %.1f ms, %u found: %.2f × NFC (target 3)\n", least_nfc, least, n_found,
          least / least_nfc);
  printf ("an article of 6 kB: %.3f ms, %u found (target 10)\n", least_article, n_in_article);
  names_sample_clear (&sample);
  return 0;
}
