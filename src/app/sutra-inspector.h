/* sutra-inspector.h: the text inspector
 *
 * A window beside the main one: how the selection is made up (code points, aksharas, glyphs, fonts), and what is suspicious about the whole article.
 * It follows the selection of the view for which it was made.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "sutra-article-view.h"

G_BEGIN_DECLS

#define SUTRA_TYPE_INSPECTOR (sutra_inspector_get_type ())
G_DECLARE_FINAL_TYPE (SutraInspector, sutra_inspector, SUTRA, INSPECTOR, AdwWindow)

GtkWidget *sutra_inspector_new (SutraArticleView *view, GtkWindow *parent);

/* The article was exchanged for another one, or its findings (array of SutraTextFinding; nullable: not known yet) are there. */
void sutra_inspector_set_findings (SutraInspector *self, GArray *findings);

/* "selection" or "findings". */
void sutra_inspector_show_page (SutraInspector *self, const char *name);

G_END_DECLS
