/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-article-row.h"

#include "sutra-date-name.h"

struct _SutraArticleRow
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkLabel *title;
  GtkLabel *origin;

  SutraArticle *article; /* (nullable) (owned) */
};

G_DEFINE_TYPE (SutraArticleRow, sutra_article_row, GTK_TYPE_WIDGET)

static void
article_changed_cb (SutraArticleRow *self)
{
  const char *source = self->article != NULL ? sutra_article_get_source (self->article) : NULL;
  g_autofree char *published =
      self->article != NULL ? sutra_date_name_dup (sutra_article_get_published (self->article), SUTRA_EDTF_FORMAT_SHORT) : NULL;
  gboolean both = source != NULL && *source != '\0' && published != NULL && *published != '\0';
  g_autofree char *origin = g_strconcat (source != NULL ? source : "", both ? " · " : "", published != NULL ? published : "", NULL);

  gtk_label_set_text (self->title, self->article != NULL ? sutra_article_get_title (self->article) : "");
  gtk_label_set_text (self->origin, origin);
  gtk_widget_set_visible (GTK_WIDGET (self->origin), *origin != '\0');
}

static void
sutra_article_row_dispose (GObject *object)
{
  SutraArticleRow *self = SUTRA_ARTICLE_ROW (object);

  if (self->article != NULL)
    g_signal_handlers_disconnect_by_data (self->article, self);
  g_clear_object (&self->article);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  G_OBJECT_CLASS (sutra_article_row_parent_class)->dispose (object);
}

static void
sutra_article_row_class_init (SutraArticleRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sutra_article_row_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/sutradhar/Sutradhar/ui/sutra-article-row.ui");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_bind_template_child (widget_class, SutraArticleRow, box);
  gtk_widget_class_bind_template_child (widget_class, SutraArticleRow, title);
  gtk_widget_class_bind_template_child (widget_class, SutraArticleRow, origin);
}

static void
sutra_article_row_init (SutraArticleRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
sutra_article_row_new (void)
{
  return g_object_new (SUTRA_TYPE_ARTICLE_ROW, NULL);
}

void
sutra_article_row_set_article (SutraArticleRow *self, SutraArticle *article)
{
  g_return_if_fail (SUTRA_IS_ARTICLE_ROW (self));
  g_return_if_fail (article == NULL || SUTRA_IS_ARTICLE (article));

  if (self->article == article)
    return;
  if (self->article != NULL)
    g_signal_handlers_disconnect_by_data (self->article, self);
  g_set_object (&self->article, article);
  if (article != NULL)
    g_signal_connect_object (article, "notify", G_CALLBACK (article_changed_cb), self, G_CONNECT_SWAPPED);
  article_changed_cb (self);
}
