/* sutra-article-row.h: one article in the library
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "sutra-article.h"

G_BEGIN_DECLS

#define SUTRA_TYPE_ARTICLE_ROW (sutra_article_row_get_type ())
G_DECLARE_FINAL_TYPE (SutraArticleRow, sutra_article_row, SUTRA, ARTICLE_ROW, GtkWidget)

GtkWidget *sutra_article_row_new (void);

/* Title, source and date of @article (nullable); follows its changes. */
void sutra_article_row_set_article (SutraArticleRow *self, SutraArticle *article);

G_END_DECLS
