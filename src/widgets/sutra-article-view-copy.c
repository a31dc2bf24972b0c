/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-article-view-private.h"

#include "sutra-text-content.h"

/* The selected part of the article, NULL if nothing is selected. */
GdkContentProvider *
sutra_article_view_get_content (SutraArticleView *self)
{
  gsize start, end;

  if (self->text == NULL)
    return NULL;
  sutra_article_view_get_selection (self, &start, &end);
  return start < end ? sutra_text_content_new (self->text, start, end) : NULL;
}

void
sutra_article_view_copy_clipboard (GtkTextView *view)
{
  g_autoptr (GdkContentProvider) content = sutra_article_view_get_content (SUTRA_ARTICLE_VIEW (view));

  if (content != NULL)
    gdk_clipboard_set_content (gtk_widget_get_clipboard (GTK_WIDGET (view)), content);
}

/* The selection becomes what a middle click pastes. */
void
sutra_article_view_claim_primary (SutraArticleView *self)
{
  g_autoptr (GdkContentProvider) content = NULL;

  if (!gtk_widget_get_realized (GTK_WIDGET (self)))
    return;
  content = sutra_article_view_get_content (self);
  if (content == NULL)
    return;
  gdk_clipboard_set_content (gtk_widget_get_primary_clipboard (GTK_WIDGET (self)), content);
}
