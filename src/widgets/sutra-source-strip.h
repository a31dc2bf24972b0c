/* sutra-source-strip.h: where an article comes from, in one line above its text
 *
 * Publisher · author · date · address, and a button for the action page.edit-source. CSS node: sourcestrip.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "sutra-article.h"
#include "sutra-edtf-value.h"

G_BEGIN_DECLS

#define SUTRA_TYPE_SOURCE_STRIP (sutra_source_strip_get_type ())
G_DECLARE_FINAL_TYPE (SutraSourceStrip, sutra_source_strip, SUTRA, SOURCE_STRIP, GtkWidget)

GtkWidget *sutra_source_strip_new (void);

/* Property "article" (nullable). Follows its changes. */
void sutra_source_strip_set_article (SutraSourceStrip *self, SutraArticle *article);

/* How many findings of the text check the button shows that opens them; 0 hides it. */
void sutra_source_strip_set_findings (SutraSourceStrip *self, guint n_findings);

/* How the date is written. */
void sutra_source_strip_set_date_format (SutraSourceStrip *self, SutraEdtfFormat format);

G_END_DECLS
