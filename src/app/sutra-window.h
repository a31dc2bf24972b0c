/* sutra-window.h: a window that shows one case
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "sutra-application.h"
#include "sutra-article-page.h"

G_BEGIN_DECLS

#define SUTRA_TYPE_WINDOW (sutra_window_get_type ())
G_DECLARE_FINAL_TYPE (SutraWindow, sutra_window, SUTRA, WINDOW, AdwApplicationWindow)

SutraWindow *sutra_window_new (SutraApplication *application);

/* Shows @the_case (nullable) and the article that was open in it last. */
void sutra_window_set_case (SutraWindow *self, SutraCase *the_case);
SutraCase *sutra_window_get_case (SutraWindow *self);

/* Shows an article of the case; NULL: none. */
void sutra_window_show_article (SutraWindow *self, SutraArticle *article);
SutraArticle *sutra_window_get_article (SutraWindow *self);
SutraArticlePage *sutra_window_get_page (SutraWindow *self);
SutraSelection *sutra_window_get_selection (SutraWindow *self);

/* Puts articles into the case (or, for a *.sutra file, opens it). @show: the first one is then shown. NULL-terminated. */
void sutra_window_open_files (SutraWindow *self, GFile *const *files, gboolean show);

/* A short note; with @button and @action (both nullable together; @target nullable) a button in it. Replaces the note that is shown. */
void sutra_window_note (SutraWindow *self, const char *message, const char *button, const char *action, GVariant *target);

/* Whether an import or export is under way. */
gboolean sutra_window_is_busy (SutraWindow *self);

G_END_DECLS
