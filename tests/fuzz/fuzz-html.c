/* fuzz-html.c: any bytes as a page
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "fuzz.h"
#include "sutra-edtf.h"
#include "sutra-error.h"
#include "sutra-reader.h"

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (data, size);
  g_autoptr (SutraDraft) draft = NULL;
  g_autoptr (GError) error = NULL;
  const char *text;

  draft = sutra_read (bytes, "page.html", NULL, &error);
  if (draft == NULL)
    {
      g_assert_true (error != NULL && error->domain == SUTRA_ERROR);
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
      return 0;
    }
  g_assert_no_error (error);

  /* Paragraphs are divided by one blank line, the text neither begins nor ends with a line feed, and what the page said is fit to be stored. */
  text = sutra_text_get_utf8 (draft->text, NULL);
  g_assert_true (text[0] != '\0' && text[0] != '\n' && !g_str_has_suffix (text, "\n"));
  g_assert_true (draft->published == NULL || sutra_edtf_validate (draft->published, NULL));
  g_assert_true (draft->title == NULL || g_utf8_validate (draft->title, -1, NULL));
  g_assert_true (draft->author == NULL || g_utf8_validate (draft->author, -1, NULL));
  g_assert_true (draft->encoding != NULL && draft->original == bytes);
  return 0;
}
