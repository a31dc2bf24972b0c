/* sutra-cli-table.h: aligned columns for people
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _SutraCliTable SutraCliTable;

/* @headings: column headings, ending with NULL; one that begins with "#" is of numbers, to be aligned right. */
SutraCliTable *sutra_cli_table_new (const char *const *headings);

/* Takes as many texts (transfer none, NULL for an empty cell) as there are columns. Line feeds and tabs show as spaces. */
void sutra_cli_table_add (SutraCliTable *self, const char *first, ...);

/* Prints it, nothing for no rows, and frees it. Columns are as wide as their widest text on a terminal: combining signs take no room. */
void sutra_cli_table_print (SutraCliTable *self);

/* Terminal columns that @text takes. */
guint sutra_cli_text_width (const char *text);

G_END_DECLS
