/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-window-private.h"

#include "sutra-feedback.h"

#include <glib/gi18n.h>

#define LAST_ARTICLE "last-article"

G_DEFINE_TYPE_WITH_CODE (SutraWindow,
                         sutra_window,
                         ADW_TYPE_APPLICATION_WINDOW,
                         G_IMPLEMENT_INTERFACE (SUTRA_TYPE_FEEDBACK, sutra_window_feedback_init))

enum
{
  PROP_0,
  PROP_SHOW_LIBRARY,
};

static void
update_title (SutraWindow *self)
{
  SutraArticle *article = sutra_article_page_get_article (self->page);
  const char *name = self->the_case != NULL ? sutra_case_get_name (self->the_case) : "";
  const char *title = article != NULL ? sutra_article_get_title (article) : name;
  g_autofree char *window_title = NULL;

  adw_window_title_set_title (self->title, title);
  adw_window_title_set_subtitle (self->title, article != NULL ? name : "");
  window_title = *title != '\0' ? g_strconcat (title, " — ", _ ("Sutradhar"), NULL) : g_strdup (_ ("Sutradhar"));
  gtk_window_set_title (GTK_WINDOW (self), window_title);
}

static void
article_changed_cb (SutraWindow *self, GParamSpec *pspec, SutraArticle *article)
{
  if (article != sutra_article_page_get_article (self->page))
    return;
  if (sutra_article_get_deleted (article))
    sutra_window_show_article (self, NULL);
  else
    update_title (self);
}

static void
article_wanted_cb (SutraWindow *self, SutraArticle *article)
{
  sutra_window_show_article (self, article);
}

/* The actions of the page and the panes have their keys everywhere in the window, not only when the focus is in them. */
static void
forward_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SutraWindow *self = SUTRA_WINDOW (widget);
  g_autofree char *target = g_strconcat ("page.", name + strlen ("win."), NULL);

  gtk_widget_activate_action (GTK_WIDGET (self->page), target, NULL);
}

static void
review_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_widget_activate_action (GTK_WIDGET (SUTRA_WINDOW (widget)->page), "suggestion.review", NULL);
}

static void
update_notice (SutraWindow *self)
{
  gboolean read_only = self->the_case != NULL && sutra_case_is_read_only (self->the_case);

  gtk_label_set_text (self->notice_label, read_only ? _ ("This case can only be read: its file or folder is not writable.") : "");
  gtk_revealer_set_reveal_child (self->notice, read_only);
  gtk_widget_set_visible (GTK_WIDGET (self->notice), read_only);
}

static void
open_last_article (SutraWindow *self)
{
  g_autofree char *last = sutra_store_get_setting (sutra_case_get_store (self->the_case), LAST_ARTICLE);
  g_autoptr (SutraArticle) article = NULL;
  SutraId id;

  if (sutra_id_from_string (last, &id))
    article = sutra_case_get_article (self->the_case, &id, NULL);
  if (article != NULL && !sutra_article_get_deleted (article))
    sutra_window_show_article (self, article);
}

static void
release_case (SutraWindow *self)
{
  if (self->the_case == NULL)
    return;
  sutra_operation_bar_cancel_all (self->operation);
  g_signal_handlers_disconnect_by_data (self->the_case, self);
  sutra_article_page_set_case (self->page, NULL, NULL);
  if (self->entities != NULL)
    sutra_entity_pane_set_case (self->entities, NULL, NULL);
  if (self->library != NULL)
    sutra_library_pane_set_case (self->library, NULL);
  g_clear_object (&self->selection);
  g_clear_object (&self->the_case);
}

/* Its widgets are made when it is opened for the first time. */
static void
create_menu (GtkMenuButton *button, gpointer data)
{
  if (gtk_menu_button_get_menu_model (button) == NULL)
    gtk_menu_button_set_menu_model (button, SUTRA_WINDOW (data)->main_menu);
}

static void
sutra_window_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  GTK_WIDGET_CLASS (sutra_window_parent_class)->size_allocate (widget, width, height, baseline);
  sutra_window_check_width (SUTRA_WINDOW (widget));
}

static void
sutra_window_realize (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (sutra_window_parent_class)->realize (widget);
  sutra_window_await_frame (SUTRA_WINDOW (widget));
}

static void
sutra_window_unrealize (GtkWidget *widget)
{
  sutra_window_forget_frame (SUTRA_WINDOW (widget));
  GTK_WIDGET_CLASS (sutra_window_parent_class)->unrealize (widget);
}

static gboolean
sutra_window_close_request (GtkWindow *window)
{
  sutra_window_save_panes (SUTRA_WINDOW (window));
  return GTK_WINDOW_CLASS (sutra_window_parent_class)->close_request (window);
}

static void
sutra_window_dispose (GObject *object)
{
  SutraWindow *self = SUTRA_WINDOW (object);

  g_clear_handle_id (&self->layout_idle, g_source_remove);
  sutra_window_forget_frame (self);
  g_clear_weak_pointer (&self->toast);
  release_case (self);
  g_clear_object (&self->settings);
  G_OBJECT_CLASS (sutra_window_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (SUTRA_TYPE_ARTICLE_PAGE);
  g_type_ensure (SUTRA_TYPE_OPERATION_BAR);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/sutradhar/Sutradhar/ui/sutra-window.ui");
  gtk_widget_class_bind_template_child (widget_class, SutraWindow, title);
  gtk_widget_class_bind_template_child (widget_class, SutraWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, SutraWindow, outer);
  gtk_widget_class_bind_template_child (widget_class, SutraWindow, inner);
  gtk_widget_class_bind_template_child (widget_class, SutraWindow, library_place);
  gtk_widget_class_bind_template_child (widget_class, SutraWindow, page);
  gtk_widget_class_bind_template_child (widget_class, SutraWindow, entities_place);
  gtk_widget_class_bind_template_child (widget_class, SutraWindow, operation);
  gtk_widget_class_bind_template_child (widget_class, SutraWindow, undo_button);
  gtk_widget_class_bind_template_child (widget_class, SutraWindow, redo_button);
  gtk_widget_class_bind_template_child (widget_class, SutraWindow, menu_button);
  gtk_widget_class_bind_template_child (widget_class, SutraWindow, notice);
  gtk_widget_class_bind_template_child (widget_class, SutraWindow, notice_label);
  gtk_widget_class_bind_template_child (widget_class, SutraWindow, announcement);
  gtk_widget_class_bind_template_child (widget_class, SutraWindow, main_menu);
  gtk_widget_class_bind_template_child (widget_class, SutraWindow, recent_menu);
  gtk_widget_class_bind_template_callback (widget_class, article_wanted_cb);
}

static void
sutra_window_class_init (SutraWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  static const char *const forwarded[] = { "win.find",           "win.find-next",  "win.find-previous", "win.zoom-in",
                                           "win.zoom-out",       "win.zoom-reset", "win.edit-source",   "win.annotate",
                                           "win.delete-mention", "win.inspect",    "win.show-findings" };

  object_class->dispose = sutra_window_dispose;
  widget_class->realize = sutra_window_realize;
  widget_class->unrealize = sutra_window_unrealize;
  widget_class->size_allocate = sutra_window_size_allocate;
  GTK_WINDOW_CLASS (klass)->close_request = sutra_window_close_request;

  bind_template (widget_class);
  sutra_window_install_panes (object_class, widget_class, PROP_SHOW_LIBRARY);
  sutra_window_install_actions (widget_class);
  sutra_window_install_case_actions (widget_class);
  sutra_window_install_open_actions (widget_class);
  sutra_window_install_dialog_actions (widget_class);
  for (gsize i = 0; i < G_N_ELEMENTS (forwarded); i++)
    gtk_widget_class_install_action (widget_class, forwarded[i], NULL, forward_action);
  gtk_widget_class_install_action (widget_class, "win.review-suggestions", NULL, review_action);
}

/* For the menu; the page has the same for its own. */
static void
add_settings_actions (SutraWindow *self)
{
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  g_autoptr (GAction) action = g_settings_create_action (self->settings, "show-suggestions");

  g_action_map_add_action (G_ACTION_MAP (group), action);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "suggest", G_ACTION_GROUP (group));
}

static void
sutra_window_init (SutraWindow *self)
{
  self->settings = g_settings_new (SUTRA_APP_ID);
  self->want_library = self->want_entities = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_menu_button_set_create_popup_func (self->menu_button, create_menu, self, NULL);
  sutra_window_restore_panes (self);
  sutra_window_accept_drops (self);
  sutra_window_init_keys (self);
  add_settings_actions (self);
  sutra_window_update_actions (self);
}

SutraWindow *
sutra_window_new (SutraApplication *application)
{
  SutraWindow *self = g_object_new (SUTRA_TYPE_WINDOW, "application", application, NULL);

  g_menu_append_section (self->recent_menu, NULL, sutra_application_get_recent (application));
  return self;
}

void
sutra_window_set_case (SutraWindow *self, SutraCase *the_case)
{
  g_return_if_fail (SUTRA_IS_WINDOW (self));
  g_return_if_fail (the_case == NULL || SUTRA_IS_CASE (the_case));

  if (self->the_case == the_case)
    return;
  release_case (self);
  if (the_case != NULL)
    {
      self->the_case = g_object_ref (the_case);
      self->selection = sutra_selection_new (the_case);
      sutra_window_forget_history (self);
      g_signal_connect_object (the_case, "changed", G_CALLBACK (sutra_window_case_changed), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (the_case, "notify::name", G_CALLBACK (update_title), self, G_CONNECT_SWAPPED);
      if (self->library != NULL)
        sutra_library_pane_set_case (self->library, the_case);
      sutra_article_page_set_case (self->page, the_case, self->selection);
      if (self->entities != NULL)
        sutra_entity_pane_set_case (self->entities, the_case, self->selection);
      open_last_article (self);
    }
  sutra_window_update_actions (self);
  update_notice (self);
  update_title (self);
}

SutraCase *
sutra_window_get_case (SutraWindow *self)
{
  g_return_val_if_fail (SUTRA_IS_WINDOW (self), NULL);
  return self->the_case;
}

void
sutra_window_show_article (SutraWindow *self, SutraArticle *article)
{
  g_autoptr (GError) error = NULL;
  SutraArticle *before;

  g_return_if_fail (SUTRA_IS_WINDOW (self));
  g_return_if_fail (article == NULL || SUTRA_IS_ARTICLE (article));

  before = sutra_article_page_get_article (self->page);
  if (before == article)
    return;
  if (before != NULL)
    g_signal_handlers_disconnect_by_func (before, article_changed_cb, self);
  if (!sutra_article_page_set_article (self->page, article, &error))
    {
      sutra_feedback_failed (GTK_WIDGET (self), error);
      article = NULL;
      sutra_article_page_set_article (self->page, NULL, NULL);
    }
  if (self->library != NULL)
    sutra_library_pane_set_article (self->library, article);
  if (self->entities != NULL)
    sutra_entity_pane_set_article (self->entities, article);
  if (article != NULL)
    {
      char id[SUTRA_ID_STRING_SIZE];

      g_signal_connect_object (article, "notify", G_CALLBACK (article_changed_cb), self, G_CONNECT_SWAPPED);
      if (!sutra_case_is_read_only (self->the_case))
        sutra_store_set_setting (sutra_case_get_store (self->the_case), LAST_ARTICLE,
                                 sutra_id_to_string (sutra_article_get_id (article), id), NULL);
    }
  sutra_window_update_actions (self);
  update_title (self);
}

SutraArticle *
sutra_window_get_article (SutraWindow *self)
{
  g_return_val_if_fail (SUTRA_IS_WINDOW (self), NULL);
  return sutra_article_page_get_article (self->page);
}

SutraArticlePage *
sutra_window_get_page (SutraWindow *self)
{
  g_return_val_if_fail (SUTRA_IS_WINDOW (self), NULL);
  return self->page;
}

SutraSelection *
sutra_window_get_selection (SutraWindow *self)
{
  g_return_val_if_fail (SUTRA_IS_WINDOW (self), NULL);
  return self->selection;
}

gboolean
sutra_window_is_busy (SutraWindow *self)
{
  g_return_val_if_fail (SUTRA_IS_WINDOW (self), FALSE);
  return sutra_operation_bar_is_busy (self->operation);
}
