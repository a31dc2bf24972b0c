/* Suggestions in the article page: the bar, the review, and the popover at a suggestion that was clicked.
 *
 * One suggestion at a time is the current one: that of the review, or the clicked one. The actions "suggestion.*" are about it, whether a key, a button or assistive technology activates them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-article-page-private.h"

#include "sutra-feedback.h"
#include "sutra-latin-key.h"
#include "sutra-suggestion-text.h"

#include <glib/gi18n.h>

/* A bar that appears so long after the article was opened, in microseconds, moves no text on the screen: the text is scrolled by its height. */
#define SETTLED (1500 * 1000)

static SutraSuggestion *
current (SutraArticlePage *self)
{
  guint position = self->suggestions != NULL ? sutra_suggestions_find (self->suggestions, &self->suggestion) : G_MAXUINT;

  return position != G_MAXUINT ? sutra_suggestions_get (self->suggestions, position) : NULL;
}

/* ---- The bar ---- */

static SutraSuggestionBar *
ensure_bar (SutraArticlePage *self)
{
  if (self->suggestion_bar == NULL)
    {
      self->suggestion_bar = SUTRA_SUGGESTION_BAR (sutra_suggestion_bar_new ());
      gtk_widget_set_visible (GTK_WIDGET (self->suggestion_bar), FALSE);
      gtk_box_insert_child_after (self->column, GTK_WIDGET (self->suggestion_bar), GTK_WIDGET (self->warning));
    }
  return self->suggestion_bar;
}

static int
bar_height (SutraArticlePage *self)
{
  int height = 0;

  gtk_widget_measure (GTK_WIDGET (self->suggestion_bar), GTK_ORIENTATION_VERTICAL, gtk_widget_get_width (GTK_WIDGET (self)), NULL, &height,
                      NULL, NULL);
  return height;
}

/* The height that the bar takes must not push the text away from under the pointer. */
static void
show_bar (SutraArticlePage *self, gboolean show)
{
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->view));
  int before;

  if (self->suggestion_bar == NULL || gtk_widget_get_visible (GTK_WIDGET (self->suggestion_bar)) == show)
    return;
  /* What is hidden measures nothing. */
  before = bar_height (self);
  gtk_widget_set_visible (GTK_WIDGET (self->suggestion_bar), show);
  if (adjustment != NULL && g_get_monotonic_time () - self->shown_at >= SETTLED)
    gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + bar_height (self) - before);
}

static guint
count_like (SutraArticlePage *self, const SutraSuggestion *suggestion)
{
  g_autoptr (GPtrArray) like = NULL;

  if (suggestion->kind != SUTRA_SUGGESTION_NAME)
    return 1;
  like = sutra_suggestions_like (self->suggestions, suggestion);
  return like->len;
}

static void
update_actions (SutraArticlePage *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  SutraSuggestion *suggestion = current (self);
  guint n = self->suggestions != NULL ? sutra_suggestions_get_length (self->suggestions) : 0;
  static const char *const about_one[] = { "suggestion.accept", "suggestion.reject", "suggestion.other" };

  for (gsize i = 0; i < G_N_ELEMENTS (about_one); i++)
    gtk_widget_action_set_enabled (widget, about_one[i], suggestion != NULL);
  gtk_widget_action_set_enabled (widget, "suggestion.accept-entity", suggestion != NULL && suggestion->kind == SUTRA_SUGGESTION_NAME);
  gtk_widget_action_set_enabled (widget, "suggestion.review", self->article != NULL && !sutra_case_is_read_only (self->the_case));
  gtk_widget_action_set_enabled (widget, "suggestion.next", self->reviewing && n > 0);
  gtk_widget_action_set_enabled (widget, "suggestion.previous", self->reviewing && n > 0);
  gtk_widget_action_set_enabled (widget, "suggestion.done", self->reviewing);
}

static void
update (SutraArticlePage *self)
{
  guint n = self->suggestions != NULL ? sutra_suggestions_get_length (self->suggestions) : 0;
  guint position = self->suggestions != NULL ? sutra_suggestions_find (self->suggestions, &self->suggestion) : G_MAXUINT;

  if (self->reviewing && position != G_MAXUINT)
    {
      const SutraSuggestion *suggestion = sutra_suggestions_get (self->suggestions, position);

      sutra_suggestion_bar_show (ensure_bar (self), self->the_case, suggestion, position, n, count_like (self, suggestion));
    }
  else if (self->reviewing)
    sutra_suggestion_bar_finish (ensure_bar (self), self->n_accepted, self->n_rejected);
  else if (n > 0)
    sutra_suggestion_bar_offer (ensure_bar (self), n);
  show_bar (self, self->reviewing || (n > 0 && !self->bar_hidden));
  update_actions (self);
}

/* ---- The current suggestion ---- */

static void
close_popover (SutraArticlePage *self)
{
  if (self->suggestion_popover != NULL)
    gtk_popover_popdown (GTK_POPOVER (self->suggestion_popover));
}

static void
set_current (SutraArticlePage *self, guint position)
{
  SutraSuggestion *suggestion =
      position < sutra_suggestions_get_length (self->suggestions) ? sutra_suggestions_get (self->suggestions, position) : NULL;

  self->suggestion = suggestion != NULL ? suggestion->id : SUTRA_ID_NULL;
  sutra_article_view_set_current_suggestion (self->view, &self->suggestion);
  if (suggestion != NULL)
    {
      self->suggestion_start = suggestion->start;
      sutra_article_view_select (self->view, suggestion->start, suggestion->start, FALSE);
      sutra_article_view_scroll_to (self->view, suggestion->start, suggestion->end);
    }
  update (self);
}

/* From @start on, and then from the beginning. */
static void
go_on (SutraArticlePage *self, guint start)
{
  guint n = sutra_suggestions_get_length (self->suggestions);
  guint next = sutra_suggestions_next_from (self->suggestions, start);

  set_current (self, next < n ? next : 0);
}

static void
end_review (SutraArticlePage *self)
{
  self->reviewing = FALSE;
  self->suggestion = SUTRA_ID_NULL;
  sutra_article_view_set_current_suggestion (self->view, NULL);
}

static void
suggestions_changed_cb (SutraArticlePage *self)
{
  sutra_article_view_set_suggestions (self->view, sutra_suggestions_get_spans (self->suggestions));
  if (current (self) == NULL)
    {
      close_popover (self);
      if (self->reviewing)
        {
          go_on (self, self->suggestion_start);
          return;
        }
      self->suggestion = SUTRA_ID_NULL;
    }
  update (self);
}

static void
returned_cb (SutraArticlePage *self, const SutraId *id)
{
  if (self->reviewing)
    set_current (self, sutra_suggestions_find (self->suggestions, id));
}

/* ---- Actions ---- */

static void
review_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SutraArticlePage *self = SUTRA_ARTICLE_PAGE (widget);

  /* Asked for while they are hidden, they are shown. */
  g_settings_set_boolean (self->settings, "show-suggestions", TRUE);
  if (self->suggestions == NULL)
    {
      sutra_feedback_note (widget, _ ("Choose first what is to be suggested."));
      return;
    }
  sutra_article_page_close_popovers (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
  if (!self->reviewing)
    {
      self->reviewing = TRUE;
      self->bar_hidden = FALSE;
      self->n_accepted = self->n_rejected = 0;
    }
  go_on (self, (guint) sutra_article_view_get_caret (self->view));
}

/* The list changes while the edit is made, so what is decided is kept apart. */
static void
decide (SutraArticlePage *self, gboolean accept, gboolean all)
{
  SutraSuggestion *suggestion = current (self);
  g_autoptr (GPtrArray) chosen = NULL;
  g_autoptr (GError) error = NULL;
  guint n;
  gboolean done;

  if (suggestion == NULL)
    return;
  if (all && suggestion->kind == SUTRA_SUGGESTION_NAME)
    chosen = sutra_suggestions_like (self->suggestions, suggestion);
  else
    {
      chosen = g_ptr_array_new ();
      g_ptr_array_add (chosen, suggestion);
    }
  n = chosen->len;
  *(accept ? &self->n_accepted : &self->n_rejected) += n;
  if (accept)
    done = sutra_suggestions_accept (self->the_case, (SutraSuggestion *const *) chosen->pdata, n, NULL, &error);
  else
    done = sutra_suggestions_reject (self->the_case, (SutraSuggestion *const *) chosen->pdata, n, &error);
  if (done)
    return;
  *(accept ? &self->n_accepted : &self->n_rejected) -= n;
  sutra_feedback_failed (GTK_WIDGET (self), error);
}

static void
decide_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  decide (SUTRA_ARTICLE_PAGE (widget), !g_str_equal (name, "suggestion.reject"), g_str_equal (name, "suggestion.accept-entity"));
}

static void
step_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SutraArticlePage *self = SUTRA_ARTICLE_PAGE (widget);
  guint n = self->suggestions != NULL ? sutra_suggestions_get_length (self->suggestions) : 0;
  guint position;

  if (!self->reviewing || n == 0)
    return;
  position = sutra_suggestions_find (self->suggestions, &self->suggestion);
  if (position == G_MAXUINT)
    go_on (self, self->suggestion_start);
  else
    set_current (self, g_str_has_suffix (name, "next") ? (position + 1) % n : (position + n - 1) % n);
}

static void
done_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SutraArticlePage *self = SUTRA_ARTICLE_PAGE (widget);

  end_review (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
  update (self);
}

/* Only for this article and until there are others: what is hidden for good is in the menu. */
static void
hide_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SutraArticlePage *self = SUTRA_ARTICLE_PAGE (widget);

  self->bar_hidden = TRUE;
  end_review (self);
  update (self);
}

static void
other_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SutraArticlePage *self = SUTRA_ARTICLE_PAGE (widget);
  SutraSuggestion *suggestion = current (self);
  guint start, end;

  if (suggestion == NULL)
    return;
  start = suggestion->start;
  end = suggestion->end;
  close_popover (self);
  sutra_article_page_open_annotate (self, start, end);
}

/* ---- In the text ---- */

static void
popover_closed_cb (SutraArticlePage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->suggestion_popover)))
    gtk_widget_grab_focus (GTK_WIDGET (self->view));
  if (self->reviewing)
    return;
  self->suggestion = SUTRA_ID_NULL;
  sutra_article_view_set_current_suggestion (self->view, NULL);
  update_actions (self);
}

static SutraSuggestionPopover *
ensure_popover (SutraArticlePage *self)
{
  if (self->suggestion_popover == NULL)
    {
      self->suggestion_popover = SUTRA_SUGGESTION_POPOVER (sutra_suggestion_popover_new ());
      gtk_widget_set_parent (GTK_WIDGET (self->suggestion_popover), GTK_WIDGET (self));
      g_signal_connect_object (self->suggestion_popover, "closed", G_CALLBACK (popover_closed_cb), self, G_CONNECT_SWAPPED);
    }
  return self->suggestion_popover;
}

static void
activated_cb (SutraArticlePage *self, const SutraId *id)
{
  guint position = self->suggestions != NULL ? sutra_suggestions_find (self->suggestions, id) : G_MAXUINT;
  SutraSuggestion *suggestion;
  GdkRectangle rectangle;
  double x, y;

  if (position == G_MAXUINT)
    return;
  set_current (self, position);
  suggestion = sutra_suggestions_get (self->suggestions, position);
  if (self->reviewing || !sutra_article_view_get_span_rectangle (self->view, suggestion->start, suggestion->end, &rectangle))
    return;
  gtk_widget_translate_coordinates (GTK_WIDGET (self->view), GTK_WIDGET (self), rectangle.x, rectangle.y, &x, &y);
  rectangle.x = (int) x;
  rectangle.y = (int) y;
  sutra_suggestion_popover_open (ensure_popover (self), self->the_case, suggestion, count_like (self, suggestion), &rectangle);
}

static char *
tooltip_cb (SutraArticlePage *self, const SutraId *id)
{
  guint position = self->suggestions != NULL ? sutra_suggestions_find (self->suggestions, id) : G_MAXUINT;

  if (position == G_MAXUINT)
    return NULL;
  return sutra_suggestion_dup_tooltip (sutra_suggestions_get (self->suggestions, position), self->the_case);
}

gboolean
sutra_article_page_get_reviewed (SutraArticlePage *self, gsize *start, gsize *end)
{
  SutraSuggestion *suggestion = self->reviewing ? current (self) : NULL;

  if (suggestion == NULL)
    return FALSE;
  *start = suggestion->start;
  *end = suggestion->end;
  return TRUE;
}

/* The keys of the review, by key value or, under a layout without Latin letters, by place. */
static const struct
{
  guint keyval;
  GdkModifierType state;
  const char *action;
} keys[] = {
  { GDK_KEY_Return, 0, "suggestion.accept" },
  { GDK_KEY_KP_Enter, 0, "suggestion.accept" },
  { GDK_KEY_Return, GDK_SHIFT_MASK, "suggestion.accept-entity" },
  { GDK_KEY_KP_Enter, GDK_SHIFT_MASK, "suggestion.accept-entity" },
  { GDK_KEY_BackSpace, 0, "suggestion.reject" },
  { GDK_KEY_Delete, 0, "suggestion.reject" },
  { GDK_KEY_Down, 0, "suggestion.next" },
  { GDK_KEY_KP_Down, 0, "suggestion.next" },
  { GDK_KEY_n, 0, "suggestion.next" },
  { GDK_KEY_Up, 0, "suggestion.previous" },
  { GDK_KEY_KP_Up, 0, "suggestion.previous" },
  { GDK_KEY_N, GDK_SHIFT_MASK, "suggestion.previous" },
  { GDK_KEY_Escape, 0, "suggestion.done" },
};

gboolean
sutra_article_page_review_key (SutraArticlePage *self, guint keyval, guint keycode, GdkModifierType state)
{
  guint latin = sutra_latin_key (gtk_widget_get_display (GTK_WIDGET (self)), keyval, keycode, state);

  if (!self->reviewing)
    return GDK_EVENT_PROPAGATE;
  state &= GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SHIFT_MASK | GDK_SUPER_MASK | GDK_META_MASK;
  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    if (keys[i].keyval == latin && keys[i].state == state)
      {
        /* At the end of the review Enter ends it; a key that has nothing to do does nothing else either. */
        if (g_str_has_prefix (keys[i].action, "suggestion.accept") && current (self) == NULL)
          gtk_widget_activate_action (GTK_WIDGET (self), "suggestion.done", NULL);
        else
          gtk_widget_activate_action (GTK_WIDGET (self), keys[i].action, NULL);
        return GDK_EVENT_STOP;
      }
  return GDK_EVENT_PROPAGATE;
}

/* ---- The list ---- */

static guint
wanted_kinds (SutraArticlePage *self)
{
  guint kinds = 0;

  if (!g_settings_get_boolean (self->settings, "show-suggestions"))
    return 0;
  if (g_settings_get_boolean (self->settings, "suggest-names"))
    kinds |= 1u << SUTRA_SUGGESTION_NAME;
  if (g_settings_get_boolean (self->settings, "suggest-dates"))
    kinds |= 1u << SUTRA_SUGGESTION_DATE;
  if (g_settings_get_boolean (self->settings, "suggest-numbers"))
    kinds |= 1u << SUTRA_SUGGESTION_NUMBER;
  return kinds;
}

void
sutra_article_page_release_suggestions (SutraArticlePage *self)
{
  close_popover (self);
  end_review (self);
  sutra_article_view_set_suggestions (self->view, NULL);
  if (self->suggestions != NULL)
    g_signal_handlers_disconnect_by_data (self->suggestions, self);
  g_clear_object (&self->suggestions);
  update (self);
}

void
sutra_article_page_update_suggestions (SutraArticlePage *self)
{
  guint kinds = self->article != NULL && self->suggesting && !sutra_case_is_read_only (self->the_case) ? wanted_kinds (self) : 0;

  if (kinds == 0)
    sutra_article_page_release_suggestions (self);
  else if (self->suggestions != NULL)
    sutra_suggestions_set_kinds (self->suggestions, kinds);
  else
    {
      self->suggestions = sutra_suggestions_new (self->the_case, self->article, kinds);
      g_signal_connect_object (self->suggestions, "changed", G_CALLBACK (suggestions_changed_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (self->suggestions, "returned", G_CALLBACK (returned_cb), self, G_CONNECT_SWAPPED);
      update (self);
    }
}

void
sutra_article_page_show_suggestions (SutraArticlePage *self)
{
  self->shown_at = g_get_monotonic_time ();
  self->bar_hidden = FALSE;
  sutra_article_page_update_suggestions (self);
}

void
sutra_article_page_connect_suggestions (SutraArticlePage *self)
{
  static const char *const settings[] = { "show-suggestions", "suggest-names", "suggest-dates", "suggest-numbers" };
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (settings); i++)
    {
      g_autoptr (GAction) action = g_settings_create_action (self->settings, settings[i]);
      g_autofree char *detailed = g_strconcat ("changed::", settings[i], NULL);

      g_action_map_add_action (G_ACTION_MAP (group), action);
      g_signal_connect_object (self->settings, detailed, G_CALLBACK (sutra_article_page_update_suggestions), self, G_CONNECT_SWAPPED);
    }
  gtk_widget_insert_action_group (GTK_WIDGET (self), "suggest", G_ACTION_GROUP (group));
  g_signal_connect_object (self->view, "suggestion-activated", G_CALLBACK (activated_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "query-suggestion-tooltip", G_CALLBACK (tooltip_cb), self, G_CONNECT_SWAPPED);
  update_actions (self);
}

void
sutra_article_page_install_suggestions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "suggestion.review", NULL, review_action);
  gtk_widget_class_install_action (widget_class, "suggestion.accept", NULL, decide_action);
  gtk_widget_class_install_action (widget_class, "suggestion.accept-entity", NULL, decide_action);
  gtk_widget_class_install_action (widget_class, "suggestion.reject", NULL, decide_action);
  gtk_widget_class_install_action (widget_class, "suggestion.next", NULL, step_action);
  gtk_widget_class_install_action (widget_class, "suggestion.previous", NULL, step_action);
  gtk_widget_class_install_action (widget_class, "suggestion.done", NULL, done_action);
  gtk_widget_class_install_action (widget_class, "suggestion.hide", NULL, hide_action);
  gtk_widget_class_install_action (widget_class, "suggestion.other", NULL, other_action);
}
