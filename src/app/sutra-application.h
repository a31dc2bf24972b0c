/* sutra-application.h: the program
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "sutra-case.h"

G_BEGIN_DECLS

#define SUTRA_TYPE_APPLICATION (sutra_application_get_type ())
G_DECLARE_FINAL_TYPE (SutraApplication, sutra_application, SUTRA, APPLICATION, AdwApplication)

SutraApplication *sutra_application_new (GApplicationFlags flags);

/* The case at @path, one object for each file; it becomes the one that the next start opens (transfer full). */
SutraCase *sutra_application_open_case (SutraApplication *self, const char *path, GError **error);

/* Makes a case of that name in the user's data folder (transfer full). */
SutraCase *sutra_application_create_case (SutraApplication *self, const char *name, GError **error);

/* Takes the case from all windows, closes it and moves its file to the trash or, only when @permanently, deletes it. The windows then show "My desk". If that fails
 * (most often because there is no trash) they show the case again. */
gboolean sutra_application_delete_case (SutraApplication *self, SutraCase *the_case, gboolean permanently, GError **error);

/* A menu section of the cases that were open lately; each item is win.open-case-path (transfer none). Follows the settings. */
GMenuModel *sutra_application_get_recent (SutraApplication *self);

/* Where cases live: the user's data folder (transfer full). */
char *sutra_application_dup_case_folder (void);

/* A file that is shipped with the program (transfer full): in $SUTRADHAR_DATA_DIR if that is set, else where it is installed. */
char *sutra_application_dup_data_path (const char *name);

G_END_DECLS
