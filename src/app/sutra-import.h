/* sutra-import.h: bring files into a case, off the main thread
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sutra-case.h"

G_BEGIN_DECLS

/* The encoding that stands for: whatever it is found to be, without asking. */
#define SUTRA_IMPORT_AS_IS ""

/**
 * SutraLikely:
 * @as_is: the encoding that it is read in as it stands
 * @encoding: the one that it is likely in (sutra-decode-legacy.h)
 */
typedef struct
{
  GFile *file;
  char *as_is;
  char *encoding;
} SutraLikely;

/**
 * SutraImportResult:
 * @articles: array of SutraId, those that were there already included, in the order of the files that could be read
 * @n_new: how many of them are new
 * @n_places: features of GeoJSON files (".geojson") that were taken: sutra-geojson.h
 * @files, @errors: (GFile *, GError *): what could not be read, and why; of features that were refused one error for each file
 * @likely: (SutraLikely *): what was not added because it is likely in an encoding that only people can confirm
 */
typedef struct
{
  GArray *articles;
  guint n_new;
  guint n_places;
  GPtrArray *files;
  GPtrArray *errors;
  GPtrArray *likely;
} SutraImportResult;

void sutra_import_result_free (SutraImportResult *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SutraImportResult, sutra_import_result_free)

/* Reads @files (NULL-terminated) and adds them in short transactions that are one step of the history. A file that fails does not stop the others; a
 * failure of the case itself does. @encoding (nullable): as in SutraReadOptions, or SUTRA_IMPORT_AS_IS;
 * with NULL, files for which that must be asked are not added but listed. @progress: files done, files in all. Cancelling keeps what was added. */
void sutra_import_async (SutraCase *the_case,
                         GFile *const *files,
                         const char *encoding,
                         GCancellable *cancellable,
                         GFileProgressCallback progress,
                         gpointer progress_data,
                         GAsyncReadyCallback callback,
                         gpointer user_data);

/* (transfer full), NULL with @error. The case has noticed the new articles. */
SutraImportResult *sutra_import_finish (SutraCase *the_case, GAsyncResult *result, GError **error);

G_END_DECLS
