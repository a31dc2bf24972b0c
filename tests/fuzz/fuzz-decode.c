/* fuzz-decode.c: the first byte chooses the encoding, the others are the file
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "fuzz.h"
#include "sutra-decode.h"
#include "sutra-error.h"
#include "sutra-text.h"

#include <string.h>

static const char *const encodings[] = {
  NULL,          "UTF-8", "UTF-16", "UTF-16LE",  "UTF-16BE",  "UTF-32LE", "windows-1252", "x-iscii-be", "gb18030",
  "ISO-2022-JP", "UTF-7", "SCSU",   "Shift_JIS", "x-no-such", "CESU-8",   "HZ",           "BOCU-1",     "",
};

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GBytes) decoded = NULL;
  g_autoptr (GBytes) again = NULL;
  g_autoptr (SutraText) text = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *used = NULL;

  if (size == 0)
    return 0;
  bytes = g_bytes_new_static (data + 1, size - 1);
  decoded = sutra_decode (bytes, encodings[data[0] % G_N_ELEMENTS (encodings)], &used, &error);
  if (decoded == NULL)
    {
      g_assert_true (error != NULL && error->domain == SUTRA_ERROR && used == NULL);
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
      return 0;
    }
  g_assert_no_error (error);
  g_assert_true (sutra_decode_knows (used));

  /* The text keeps its promises: valid, no NUL, no CR. */
  text = sutra_text_new (decoded, &error);
  g_assert_no_error (error);

  /* Decoding is done once and for all: the text decodes to itself (but for a U+FEFF that now stands first). */
  again = sutra_decode (decoded, "UTF-8", NULL, NULL);
  if (again != NULL && sutra_text_char_at (text, 0) != 0xfeff)
    g_assert_true (g_bytes_equal (again, decoded));
  return 0;
}
