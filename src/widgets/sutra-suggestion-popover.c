/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-suggestion-popover.h"

#include "sutra-suggestion-text.h"

#include <glib/gi18n.h>

struct _SutraSuggestionPopover
{
  GtkPopover parent_instance;

  GtkLabel *meaning;
  GtkLabel *reason;
  GtkWidget *accept;
  GtkWidget *all;
};

G_DEFINE_TYPE (SutraSuggestionPopover, sutra_suggestion_popover, GTK_TYPE_POPOVER)

static void
sutra_suggestion_popover_class_init (SutraSuggestionPopoverClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/sutradhar/Sutradhar/ui/sutra-suggestion-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, SutraSuggestionPopover, meaning);
  gtk_widget_class_bind_template_child (widget_class, SutraSuggestionPopover, reason);
  gtk_widget_class_bind_template_child (widget_class, SutraSuggestionPopover, accept);
  gtk_widget_class_bind_template_child (widget_class, SutraSuggestionPopover, all);
}

static void
sutra_suggestion_popover_init (SutraSuggestionPopover *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
sutra_suggestion_popover_new (void)
{
  return g_object_new (SUTRA_TYPE_SUGGESTION_POPOVER, NULL);
}

void
sutra_suggestion_popover_open (SutraSuggestionPopover *self,
                               SutraCase *the_case,
                               const SutraSuggestion *suggestion,
                               guint n_like,
                               const GdkRectangle *rectangle)
{
  g_autofree char *meaning = NULL;
  g_autofree char *reason = NULL;
  g_autofree char *all = NULL;

  g_return_if_fail (SUTRA_IS_SUGGESTION_POPOVER (self));
  g_return_if_fail (suggestion != NULL && rectangle != NULL);

  meaning = sutra_suggestion_dup_meaning (suggestion, the_case);
  reason = sutra_suggestion_dup_reason (suggestion);
  all = g_strdup_printf (ngettext ("Accept A_ll %u of This Entity", "Accept A_ll %u of This Entity", n_like), n_like);
  gtk_label_set_text (self->meaning, meaning);
  gtk_label_set_text (self->reason, reason);
  gtk_widget_set_visible (GTK_WIDGET (self->reason), *reason != '\0');
  gtk_button_set_label (GTK_BUTTON (self->all), all);
  gtk_widget_set_visible (self->all, n_like > 1);
  gtk_popover_set_pointing_to (GTK_POPOVER (self), rectangle);
  gtk_popover_popup (GTK_POPOVER (self));
  gtk_widget_grab_focus (self->accept);
}
