/* Correcting where sentences end.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-article-page-private.h"

#include "sutra-feedback.h"
#include "sutra-sentences.h"

#include <glib/gi18n.h>

static void
sentences_changed_cb (SutraArticlePage *self)
{
  sutra_article_view_set_corrections (self->view, sutra_article_get_corrections (self->article));
}

void
sutra_article_page_connect_sentences (SutraArticlePage *self)
{
  g_signal_connect_object (self->article, "sentences-changed", G_CALLBACK (sentences_changed_cb), self, G_CONNECT_SWAPPED);
  sentences_changed_cb (self);
}

static void
split_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SutraArticlePage *self = SUTRA_ARTICLE_PAGE (widget);
  g_autoptr (GError) error = NULL;
  gsize start, end;

  sutra_article_view_get_selection (self->view, &start, &end);
  if (sutra_case_split_sentence (self->the_case, sutra_article_get_id (self->article), start, &error))
    return;
  if (g_error_matches (error, SUTRA_ERROR, SUTRA_ERROR_INVALID))
    sutra_feedback_note (widget, _ ("No new sentence can begin here: put the caret before a word within a sentence."));
  else
    sutra_feedback_failed (widget, error);
}

static void
join_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SutraArticlePage *self = SUTRA_ARTICLE_PAGE (widget);
  g_autoptr (GError) error = NULL;
  gsize start, end;

  sutra_article_view_get_selection (self->view, &start, &end);
  if (sutra_case_join_sentence (self->the_case, sutra_article_get_id (self->article), start, &error))
    return;
  if (g_error_matches (error, SUTRA_ERROR, SUTRA_ERROR_INVALID))
    sutra_feedback_note (widget, _ ("This is the last sentence of its paragraph."));
  else
    sutra_feedback_failed (widget, error);
}

void
sutra_article_page_install_sentences (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "page.split-sentence", NULL, split_action);
  gtk_widget_class_install_action (widget_class, "page.join-sentence", NULL, join_action);
}
