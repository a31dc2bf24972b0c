/* sutra-article-page.h: the article to read and to mark
 *
 * Source strip, find bar, warning about missing glyphs, the text with its popovers; or the invitation to open something. CSS node: articlepage.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "sutra-article-view.h"
#include "sutra-selection.h"

G_BEGIN_DECLS

#define SUTRA_TYPE_ARTICLE_PAGE (sutra_article_page_get_type ())
G_DECLARE_FINAL_TYPE (SutraArticlePage, sutra_article_page, SUTRA, ARTICLE_PAGE, GtkWidget)

GtkWidget *sutra_article_page_new (void);

/* Both nullable together. The page becomes empty. */
void sutra_article_page_set_case (SutraArticlePage *self, SutraCase *the_case, SutraSelection *selection);

/* Shows @article (nullable: the invitation). FALSE with @error if its text cannot be read. */
gboolean sutra_article_page_set_article (SutraArticlePage *self, SutraArticle *article, GError **error);
SutraArticle *sutra_article_page_get_article (SutraArticlePage *self);
SutraArticleView *sutra_article_page_get_view (SutraArticlePage *self);

/* Highlights all places of @query (see sutra_query_new(); nullable: none any more) in the article until another one is shown, and goes to [@start, @end). Equal, but
 * not 0: to the first place from there on; both 0: to none. The places are looked for without blocking. */
void sutra_article_page_show_places (SutraArticlePage *self, const char *query, guint start, guint end);

/* Builds what the first frame does not show: the find bar and the popovers, each built sooner when it is needed; and begins to look for suggestions. */
void sutra_article_page_ensure_parts (SutraArticlePage *self);

/* Signals: "article-wanted" (SutraArticle): a mention of another article was chosen.
 * Actions: page.find, page.zoom-in, page.zoom-out, page.zoom-reset, page.edit-source, page.annotate, page.inspect, page.show-findings, page.mark (type id), page.delete-mention; suggestion.review, .accept,
 * .accept-entity, .reject, .other, .next, .previous, .done, .hide. */

G_END_DECLS
