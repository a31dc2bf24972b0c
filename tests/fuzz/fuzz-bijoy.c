/* fuzz-bijoy.c: the first byte chooses the generation, the others are the file
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "fuzz.h"
#include "sutra-bijoy.h"
#include "sutra-decode.h"

#include <string.h>

static const char *const encodings[] = { "bijoy", "bijoy-new", "bijoy-old", "UTF-8-twice" };

static void
check_places (const SutraBijoyText *text, const char *carrier, gsize n_bytes)
{
  gsize length = (gsize) g_utf8_strlen (carrier, (gssize) n_bytes);

  g_assert_cmpuint (text->unknown->len, ==, MIN (text->n_unknown, SUTRA_BIJOY_MAX_PLACES));
  for (guint i = 0; i < text->unknown->len; i++)
    {
      const SutraBijoyPlace *place = &g_array_index (text->unknown, SutraBijoyPlace, i);

      g_assert_cmpuint (place->offset, <, length);
      g_assert_true (g_utf8_get_char (g_utf8_offset_to_pointer (carrier, (glong) place->offset)) == place->character);
      if (i == 16)
        break;
    }
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GBytes) carrier = NULL;
  g_autoptr (GBytes) decoded = NULL;
  g_autoptr (SutraBijoyText) text = NULL;
  g_autoptr (GString) written = NULL;
  SutraBijoyGeneration generation;
  const char *utf8;
  gsize n_bytes;

  if (size == 0)
    return 0;
  generation = (SutraBijoyGeneration) (data[0] % 3);
  bytes = g_bytes_new_static (data + 1, size - 1);
  decoded = sutra_decode (bytes, encodings[data[0] % G_N_ELEMENTS (encodings)], NULL, NULL);
  if (decoded != NULL)
    {
      utf8 = g_bytes_get_data (decoded, &n_bytes);
      g_assert_true (g_utf8_validate_len (utf8, n_bytes, NULL));
    }
  carrier = sutra_decode (bytes, NULL, NULL, NULL);
  if (carrier == NULL)
    carrier = sutra_decode (bytes, "windows-1252", NULL, NULL);
  if (carrier == NULL)
    return 0;

  utf8 = g_bytes_get_data (carrier, &n_bytes);
  sutra_bijoy_is_likely (utf8, n_bytes);
  text = sutra_bijoy_decode (utf8, n_bytes, generation, (data[0] & 0x80) != 0);
  g_assert_true (text->generation != SUTRA_BIJOY_AUTO);
  g_assert_cmpuint (text->utf8->len, <=, 16 * n_bytes);
  g_assert_true (g_utf8_validate_len (text->utf8->str, text->utf8->len, NULL));
  check_places (text, utf8, n_bytes);

  written = sutra_bijoy_encode (utf8, n_bytes, generation, NULL);
  g_assert_true (g_utf8_validate_len (written->str, written->len, NULL));
  g_assert_cmpuint (written->len, <=, 4 * n_bytes);
  return 0;
}
