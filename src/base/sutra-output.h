/* sutra-output.h: writing a file so that it is there whole or not at all
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * SutraOutput:
 *
 * A sink for an exporter. To a path it writes a temporary file in the same folder, and sutra_output_commit() syncs it and renames it over
 * @path; until then @path is as it was, and freeing without commit removes the temporary file. Errors stick: after the first one every call
 * fails, so an exporter may write on and look once. One thread at a time.
 */
typedef struct _SutraOutput SutraOutput;

/* EXISTS if @path is there and not @overwrite (looked at now and again, atomically, at commit), or is a device, pipe or socket,
 * which is never replaced; IS_DIRECTORY; NOT_FOUND (no such
 * folder); ACCESS; READ_ONLY; NO_SPACE. */
SutraOutput *sutra_output_new_for_path (const char *path, gboolean overwrite, GError **error);

/* To an open descriptor (standard output, a pipe), which stays open. @name is for messages. */
SutraOutput *sutra_output_new_for_fd (int fd, const char *name);

/* @length -1: @text ends with NUL. */
void sutra_output_write (SutraOutput *self, const char *text, gssize length);
void sutra_output_printf (SutraOutput *self, const char *format, ...) G_GNUC_PRINTF (2, 3);

/* Bytes taken so far. */
guint64 sutra_output_get_size (SutraOutput *self);

/* Flushes, syncs and renames; FALSE with the first error of all that was written. */
gboolean sutra_output_commit (SutraOutput *self, GError **error);

void sutra_output_free (SutraOutput *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SutraOutput, sutra_output_free)

G_END_DECLS
