/* sutra-load.h: the bytes of a file, bounded
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Reads the regular file at @path, at most SUTRA_DECODE_MAX_BYTES. Never waits for a pipe or device. NOT_FOUND, ACCESS, IS_DIRECTORY,
 * TOO_LARGE, INVALID for a pipe, socket or device, FAILED for a read error; G_IO_ERROR_CANCELLED. Any thread. (transfer full) */
GBytes *sutra_load_path (const char *path, GCancellable *cancellable, GError **error);

/* The same for a location without a path too (a portal's or a network file system's). */
GBytes *sutra_load_file (GFile *file, GCancellable *cancellable, GError **error);

/* Reads an open descriptor (standard input) to its end. @name is for messages. */
GBytes *sutra_load_fd (int fd, const char *name, GCancellable *cancellable, GError **error);

G_END_DECLS
