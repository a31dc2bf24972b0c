/* sutra-file-choice.h: the desktop's file chooser, for one file
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Lets the user choose a file to read. @name, @pattern (nullable): a filter such as "Tagsets", "*.json". */
void sutra_file_choice_open_async (GtkWindow *parent,
                                   const char *title,
                                   const char *name,
                                   const char *pattern,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);

/* Lets the user choose where to write; proposes @file_name. The chooser asks before it gives a file that is there. */
void sutra_file_choice_save_async (GtkWindow *parent,
                                   const char *title,
                                   const char *file_name,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);

/* The chosen file (transfer full); *@replace (nullable): it is there, and the user agreed to replace it. NULL with G_IO_ERROR_CANCELLED. */
GFile *sutra_file_choice_finish (GAsyncResult *result, gboolean *replace, GError **error);

/* The name of @file without its folder, to be shown (transfer full). */
char *sutra_file_choice_dup_name (GFile *file);

/* Asks whether @file is replaced, where it appeared after it was chosen: an AdwMessageDialog with the responses "cancel" and "replace". */
GtkWidget *sutra_file_choice_ask_to_replace (GtkWindow *parent, GFile *file);

G_END_DECLS
