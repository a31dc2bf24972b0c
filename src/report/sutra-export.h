/* sutra-export.h: everything that the program can write, and the one way to write it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sutra-format.h"

G_BEGIN_DECLS

/* All formats, NULL-terminated: those of sutra-format.h and "html", the annotated report. */
const SutraFormat *const *sutra_export_formats (void);

/* (nullable) */
const SutraFormat *sutra_export_format_by_id (const char *id);

/**
 * SutraExportRequest:
 * @article: (nullable): only this article; NULL for the whole case
 * @path: (nullable): where to; NULL: to descriptor @fd
 * @overwrite: whether a file at @path is replaced
 * @now: microseconds since 1970 UTC that the output states; 0: the system's clock
 */
typedef struct
{
  const SutraFormat *format;
  const SutraId *article;
  const char *path;
  int fd;
  gboolean overwrite;
  gint64 now;
} SutraExportRequest;

/* Takes a snapshot and writes it, atomically to a path. In the thread that @store belongs to: in the window a worker's job. Errors of sutra_snapshot_new(), of
 * sutra_output_new_for_path() and of the format; UNSUPPORTED if the format cannot be written; the output is then as it was. */
gboolean sutra_export_run (SutraStore *store, const SutraExportRequest *request, GCancellable *cancellable, GError **error);

/* A file name to propose: the title (or the case's name), at most 80 code points, without characters that file systems refuse, and the format's ending (transfer full). */
char *sutra_export_suggest_name (const SutraFormat *format, const char *title);

G_END_DECLS
