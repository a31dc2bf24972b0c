/* sutra-files.h: files that are complete or not there
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Makes an empty file with a new hidden name beside @path (transfer full). NOT_FOUND (no such folder), ACCESS, NO_SPACE. */
char *sutra_files_make_temporary (const char *path, GError **error);

/* Gives @from the name @to and makes that durable. EXISTS if @to is there and @overwrite is FALSE; atomic in both cases. */
gboolean sutra_files_move (const char *from, const char *to, gboolean overwrite, GError **error);

/* Removes a database with its log and the log's index. */
void sutra_files_remove_database (const char *path);

G_END_DECLS
