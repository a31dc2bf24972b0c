/* sutra-article-list.h: the articles of a case as a paged GListModel of SutraArticle
 *
 * Counts with one query and reads rows by the page (100) as they are asked for, along an index: a case of 100,000 articles opens as fast as one of 10.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sutra-case.h"

G_BEGIN_DECLS

typedef enum
{
  SUTRA_ARTICLE_SORT_ADDED, /* newest first */
  SUTRA_ARTICLE_SORT_TITLE,
  SUTRA_ARTICLE_SORT_PUBLISHED, /* newest first, undated last */
} SutraArticleSort;

#define SUTRA_TYPE_ARTICLE_LIST (sutra_article_list_get_type ())
G_DECLARE_FINAL_TYPE (SutraArticleList, sutra_article_list, SUTRA, ARTICLE_LIST, GObject)

/* Follows every edit with the smallest items-changed. Holds a reference to @self_case. Properties: "sort", "filter" (nullable; matches title and source over the fold key), "loading", "n-items". */
SutraArticleList *sutra_article_list_new (SutraCase *the_case);
void sutra_article_list_set_sort (SutraArticleList *self, SutraArticleSort sort);
SutraArticleSort sutra_article_list_get_sort (SutraArticleList *self);
void sutra_article_list_set_filter (SutraArticleList *self, const char *filter);
/* A filter's query runs off the main thread; property "loading". */
gboolean sutra_article_list_get_loading (SutraArticleList *self);
/* The position of an article, or GTK_INVALID_LIST_POSITION's value G_MAXUINT. */
guint sutra_article_list_find (SutraArticleList *self, const SutraId *article);

G_END_DECLS
