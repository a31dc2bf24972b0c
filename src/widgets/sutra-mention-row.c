/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-mention-row.h"

#include "sutra-annotator.h"
#include "sutra-date-name.h"

#define AROUND 48

struct _SutraMentionRow
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkLabel *line;
  GtkLabel *value; /* of a date */
  GtkLabel *article;

  SutraCase *the_case;   /* (nullable) (owned) */
  SutraMention *mention; /* (nullable) (owned) */
  gboolean show_article;
  SutraEdtfFormat dates;
};

G_DEFINE_TYPE (SutraMentionRow, sutra_mention_row, GTK_TYPE_WIDGET)

static void
show_value (SutraMentionRow *self)
{
  g_autofree char *words = NULL;

  if (sutra_date_name_is_date_type (sutra_case_get_tagset (self->the_case), sutra_mention_get_type_id (self->mention)))
    words = sutra_date_name_dup (sutra_mention_get_value (self->mention), self->dates);
  gtk_label_set_text (self->value, words != NULL ? words : "");
  gtk_widget_set_visible (GTK_WIDGET (self->value), words != NULL && *words != '\0');
}

static void
mention_changed_cb (SutraMentionRow *self)
{
  g_autoptr (SutraArticle) article = NULL;
  SutraText *text = NULL;
  g_autofree char *before = NULL;
  g_autofree char *quote = NULL;
  g_autofree char *after = NULL;
  g_autofree char *markup = NULL;

  if (self->mention == NULL || sutra_mention_get_deleted (self->mention))
    return;
  show_value (self);
  article = sutra_case_get_article (self->the_case, sutra_mention_get_article (self->mention), NULL);
  if (article != NULL)
    text = sutra_article_get_text (article, NULL);
  if (text == NULL)
    {
      gtk_label_set_text (self->line, sutra_mention_get_quote (self->mention));
      return;
    }
  /* While the article is shown somewhere its sentences can be corrected. */
  g_signal_handlers_disconnect_by_func (article, mention_changed_cb, self);
  g_signal_connect_object (article, "sentences-changed", G_CALLBACK (mention_changed_cb), self, G_CONNECT_SWAPPED);
  sutra_annotator_sentence_context (article, sutra_mention_get_start (self->mention), sutra_mention_get_end (self->mention), AROUND,
                                    &before, &quote, &after);
  markup = g_markup_printf_escaped ("%s<b>%s</b>%s", before, quote, after);
  gtk_label_set_markup (self->line, markup);
  gtk_label_set_text (self->article, sutra_article_get_title (article));
  gtk_widget_set_visible (GTK_WIDGET (self->article), self->show_article);
}

static void
sutra_mention_row_dispose (GObject *object)
{
  SutraMentionRow *self = SUTRA_MENTION_ROW (object);

  if (self->mention != NULL)
    g_signal_handlers_disconnect_by_data (self->mention, self);
  g_clear_object (&self->mention);
  g_clear_object (&self->the_case);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  G_OBJECT_CLASS (sutra_mention_row_parent_class)->dispose (object);
}

static void
sutra_mention_row_class_init (SutraMentionRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sutra_mention_row_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/sutradhar/Sutradhar/ui/sutra-mention-row.ui");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_bind_template_child (widget_class, SutraMentionRow, box);
  gtk_widget_class_bind_template_child (widget_class, SutraMentionRow, line);
  gtk_widget_class_bind_template_child (widget_class, SutraMentionRow, value);
  gtk_widget_class_bind_template_child (widget_class, SutraMentionRow, article);
}

static void
sutra_mention_row_init (SutraMentionRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
sutra_mention_row_new (void)
{
  return g_object_new (SUTRA_TYPE_MENTION_ROW, NULL);
}

void
sutra_mention_row_set_mention (SutraMentionRow *self,
                               SutraCase *the_case,
                               SutraMention *mention,
                               gboolean show_article,
                               SutraEdtfFormat dates)
{
  g_return_if_fail (SUTRA_IS_MENTION_ROW (self));
  g_return_if_fail (mention == NULL || SUTRA_IS_MENTION (mention));

  if (self->mention != NULL)
    g_signal_handlers_disconnect_by_data (self->mention, self);
  g_set_object (&self->the_case, the_case);
  g_set_object (&self->mention, mention);
  self->show_article = show_article;
  self->dates = dates;
  if (mention != NULL)
    g_signal_connect_object (mention, "notify", G_CALLBACK (mention_changed_cb), self, G_CONNECT_SWAPPED);
  mention_changed_cb (self);
}
