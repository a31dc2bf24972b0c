/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-suggestion-bar.h"

#include "sutra-suggestion-text.h"
#include "sutra-type-badge.h"

#include <glib/gi18n.h>

struct _SutraSuggestionBar
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkStack *stack;
  GtkLabel *count;
  GtkLabel *position;
  SutraTypeBadge *badge;
  GtkLabel *quote;
  GtkLabel *meaning;
  GtkWidget *unsure;
  GtkLabel *reason;
  GtkLabel *all_label;
  GtkLabel *finished;
  GtkLabel *announcement;
};

G_DEFINE_TYPE (SutraSuggestionBar, sutra_suggestion_bar, GTK_TYPE_WIDGET)

static void
sutra_suggestion_bar_dispose (GObject *object)
{
  g_clear_pointer (&SUTRA_SUGGESTION_BAR (object)->box, gtk_widget_unparent);
  G_OBJECT_CLASS (sutra_suggestion_bar_parent_class)->dispose (object);
}

static void
sutra_suggestion_bar_class_init (SutraSuggestionBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sutra_suggestion_bar_dispose;

  g_type_ensure (SUTRA_TYPE_TYPE_BADGE);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/sutradhar/Sutradhar/ui/sutra-suggestion-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, SutraSuggestionBar, box);
  gtk_widget_class_bind_template_child (widget_class, SutraSuggestionBar, stack);
  gtk_widget_class_bind_template_child (widget_class, SutraSuggestionBar, count);
  gtk_widget_class_bind_template_child (widget_class, SutraSuggestionBar, position);
  gtk_widget_class_bind_template_child (widget_class, SutraSuggestionBar, badge);
  gtk_widget_class_bind_template_child (widget_class, SutraSuggestionBar, quote);
  gtk_widget_class_bind_template_child (widget_class, SutraSuggestionBar, meaning);
  gtk_widget_class_bind_template_child (widget_class, SutraSuggestionBar, unsure);
  gtk_widget_class_bind_template_child (widget_class, SutraSuggestionBar, reason);
  gtk_widget_class_bind_template_child (widget_class, SutraSuggestionBar, all_label);
  gtk_widget_class_bind_template_child (widget_class, SutraSuggestionBar, finished);
  gtk_widget_class_bind_template_child (widget_class, SutraSuggestionBar, announcement);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "suggestionbar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
sutra_suggestion_bar_init (SutraSuggestionBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
sutra_suggestion_bar_new (void)
{
  return g_object_new (SUTRA_TYPE_SUGGESTION_BAR, NULL);
}

/* A label that stands for the same sentence is not announced again. */
static void
announce (SutraSuggestionBar *self, const char *text)
{
  if (g_strcmp0 (gtk_label_get_text (self->announcement), text) != 0)
    gtk_label_set_text (self->announcement, text);
}

void
sutra_suggestion_bar_offer (SutraSuggestionBar *self, guint n_suggestions)
{
  g_autofree char *text = NULL;

  g_return_if_fail (SUTRA_IS_SUGGESTION_BAR (self));

  text = g_strdup_printf (ngettext ("%u suggestion", "%u suggestions", n_suggestions), n_suggestions);
  gtk_label_set_text (self->count, text);
  gtk_stack_set_visible_child_name (self->stack, "offer");
  announce (self, text);
}

void
sutra_suggestion_bar_show (SutraSuggestionBar *self,
                           SutraCase *the_case,
                           const SutraSuggestion *suggestion,
                           guint position,
                           guint n_suggestions,
                           guint n_like)
{
  g_autofree char *number = NULL;
  g_autofree char *meaning = NULL;
  g_autofree char *reason = NULL;
  g_autofree char *all = NULL;
  g_autofree char *sentence = NULL;

  g_return_if_fail (SUTRA_IS_SUGGESTION_BAR (self));
  g_return_if_fail (suggestion != NULL && position < n_suggestions);

  number = g_strdup_printf (_ ("%d of %u"), (int) position + 1, n_suggestions);
  meaning = sutra_suggestion_dup_meaning (suggestion, the_case);
  reason = sutra_suggestion_dup_reason (suggestion);
  /* Translators: a button: accept all suggestions of one entity, with their number */
  all = g_strdup_printf (ngettext ("All %u", "All %u", n_like), n_like);
  gtk_label_set_text (self->position, number);
  gtk_label_set_text (self->quote, suggestion->text);
  gtk_label_set_text (self->meaning, meaning);
  /* An empty line keeps its height, so that the text stays where it is from one suggestion to the next. */
  gtk_label_set_text (self->reason, *reason != '\0' ? reason : " ");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->reason), *reason != '\0' ? reason : NULL);
  gtk_widget_set_visible (self->unsure, !suggestion->sure);
  gtk_label_set_text (self->all_label, all);
  sutra_type_badge_set_entity_type (self->badge, sutra_tagset_get (sutra_case_get_tagset (the_case), &suggestion->type));
  gtk_stack_set_visible_child_name (self->stack, "review");

  /* Translators: announced to screen readers: a text, what it would be marked as, the reason, and which suggestion of how many it is: "Astana. Place: Astana. A known name of this case. 3 of 12" */
  sentence = g_strdup_printf (_ ("%s. %s. %s %s"), suggestion->text, meaning, reason, number);
  announce (self, sentence);
}

void
sutra_suggestion_bar_finish (SutraSuggestionBar *self, guint n_accepted, guint n_rejected)
{
  g_autofree char *text = NULL;

  g_return_if_fail (SUTRA_IS_SUGGESTION_BAR (self));

  if (n_accepted + n_rejected == 0)
    text = g_strdup (_ ("There is nothing to review."));
  else
    text = g_strdup_printf (_ ("All reviewed: %u accepted, %u rejected."), n_accepted, n_rejected);
  gtk_label_set_text (self->finished, text);
  gtk_stack_set_visible_child_name (self->stack, "finished");
  announce (self, text);
}

const char *
sutra_suggestion_bar_get_announcement (SutraSuggestionBar *self)
{
  g_return_val_if_fail (SUTRA_IS_SUGGESTION_BAR (self), NULL);

  return gtk_label_get_text (self->announcement);
}
