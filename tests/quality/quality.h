/* quality.h: the rows of the quality report
 *
 * A quality program is a TAP test that measures something on a frozen set or on the corpus (SUTRA_CORPUS; skip when it is absent) and calls quality_row() for each figure;
 * report.py prints all rows of all programs as one table.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

/* Prints the row and fails the test if the reach is missed. @note: what it was measured on ("512 boundaries"). */
static inline void
quality_row (const char *what, double measured, double reach, gboolean at_least, const char *note)
{
  gboolean ok = at_least ? measured >= reach : measured <= reach;

  g_test_message ("quality | %s | %.4f | %s %.4f | %s | %s", what, measured, at_least ? ">=" : "<=", reach, ok ? "ok" : "MISSED", note);
  if (!ok)
    g_test_fail ();
}

/* The path of a corpus file, or NULL after skipping the test. (transfer full) */
static inline char *
quality_corpus (const char *name)
{
  const char *folder = g_getenv ("SUTRA_CORPUS");
  char *path = g_build_filename (folder != NULL ? folder : "/nonexistent", name, NULL);

  if (g_file_test (path, G_FILE_TEST_EXISTS))
    return path;
  g_free (path);
  g_test_skip ("the corpus is not here");
  return NULL;
}
