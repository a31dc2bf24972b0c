/* corpus.h: all texts of the corpus
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>
#include <string.h>

typedef void (*CorpusFunc) (const char *name, const char *contents, gsize n_bytes, gpointer data);

static inline void
corpus_foreach_in (const char *folder, const char *name, CorpusFunc func, gpointer data)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *child;

  if (dir == NULL)
    {
      g_autofree char *contents = NULL;
      gsize n_bytes;

      if (g_file_get_contents (path, &contents, &n_bytes, NULL) && g_utf8_validate_len (contents, n_bytes, NULL) &&
          memchr (contents, '\r', n_bytes) == NULL)
        func (name, contents, n_bytes, data);
      return;
    }
  while ((child = g_dir_read_name (dir)) != NULL)
    corpus_foreach_in (path, child, func, data);
}

/* Calls @func for every file of Bengali text below SUTRA_CORPUS; FALSE after skipping the test where there is none. */
static inline gboolean
corpus_foreach (CorpusFunc func, gpointer data)
{
  static const char *const names[] = { "reference-article.txt", "banglakit-ner", "harfbuzz-bengali", "ud-bengali-bru", "unimorph-ben" };
  const char *folder = g_getenv ("SUTRA_CORPUS");

  if (folder == NULL || !g_file_test (folder, G_FILE_TEST_IS_DIR))
    {
      g_test_skip ("the corpus is not here");
      return FALSE;
    }
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    corpus_foreach_in (folder, names[i], func, data);
  return TRUE;
}
