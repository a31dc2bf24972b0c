/* sutra-preferences.h: what the program remembers for a user
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define SUTRA_TYPE_PREFERENCES (sutra_preferences_get_type ())
G_DECLARE_FINAL_TYPE (SutraPreferences, sutra_preferences, SUTRA, PREFERENCES, AdwPreferencesWindow)

/* Article font, text size, light or dark, the user's name; written to @settings at once. (transfer floating: a toplevel) */
GtkWidget *sutra_preferences_new (GSettings *settings, GtkWindow *parent);

G_END_DECLS
