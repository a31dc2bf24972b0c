/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-library-pane.h"

#include "sutra-article-list.h"
#include "sutra-article-row.h"
#include "sutra-feedback.h"
#include "sutra-result-list.h"

#include <glib/gi18n.h>

struct _SutraLibraryPane
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkSearchEntry *filter;
  GtkStack *stack;
  GtkListView *view;
  SutraResultList *results;
  GtkSingleSelection *selection;
  GtkPopoverMenu *menu;

  SutraCase *the_case;    /* (nullable) (owned) */
  SutraArticleList *list; /* (nullable) (owned) */
  SutraArticle *article;  /* (nullable) (owned) the one that is open */
};

G_DEFINE_TYPE (SutraLibraryPane, sutra_library_pane, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_SORT,
  N_PROPS
};

enum
{
  ARTICLE_CHOSEN,
  PLACE_CHOSEN,
  SEARCH_ENDED,
  EDIT_SOURCE,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static const char *const sort_names[] = {
  [SUTRA_ARTICLE_SORT_ADDED] = "added",
  [SUTRA_ARTICLE_SORT_TITLE] = "title",
  [SUTRA_ARTICLE_SORT_PUBLISHED] = "published",
};

static SutraArticle *
dup_selected (SutraLibraryPane *self)
{
  gpointer item = gtk_single_selection_get_selected_item (self->selection);

  return item != NULL ? g_object_ref (item) : NULL;
}

static void
select_open_article (SutraLibraryPane *self)
{
  guint position = GTK_INVALID_LIST_POSITION;

  if (self->list != NULL && self->article != NULL)
    position = sutra_article_list_find (self->list, sutra_article_get_id (self->article));
  gtk_single_selection_set_selected (self->selection, position);
  if (position != GTK_INVALID_LIST_POSITION)
    gtk_widget_activate_action (GTK_WIDGET (self->view), "list.scroll-to-item", "u", position);
}

static void
items_changed_cb (SutraLibraryPane *self)
{
  guint n = self->list != NULL ? g_list_model_get_n_items (G_LIST_MODEL (self->list)) : 0;
  gboolean filtered = *gtk_editable_get_text (GTK_EDITABLE (self->filter)) != '\0';

  gtk_stack_set_visible_child_name (self->stack, filtered && self->list != NULL ? "results" : n > 0 ? "list" : "empty");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "library.remove", self->the_case != NULL && !sutra_case_is_read_only (self->the_case));
}

static void
end_search (SutraLibraryPane *self)
{
  if (sutra_result_list_get_query (self->results) == NULL)
    return;
  sutra_result_list_search (self->results, NULL, NULL, NULL);
  g_signal_emit (self, signals[SEARCH_ENDED], 0);
}

static void
filter_changed_cb (SutraLibraryPane *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->filter));

  if (self->list == NULL)
    return;
  sutra_article_list_set_filter (self->list, *text != '\0' ? text : NULL);
  if (*text != '\0')
    sutra_result_list_search (self->results, self->the_case, text, G_LIST_MODEL (self->list));
  else
    end_search (self);
  items_changed_cb (self);
  select_open_article (self);
}

/* Escape empties the filter; where it is empty it goes back to the text. */
static void
filter_stopped_cb (SutraLibraryPane *self)
{
  if (*gtk_editable_get_text (GTK_EDITABLE (self->filter)) != '\0')
    gtk_editable_set_text (GTK_EDITABLE (self->filter), "");
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "win.focus-text", NULL);
}

/* The first result, as it is when all was typed. */
static void
filter_activate_cb (SutraLibraryPane *self)
{
  const char *query = sutra_result_list_get_query (self->results);

  if (g_strcmp0 (query != NULL ? query : "", gtk_editable_get_text (GTK_EDITABLE (self->filter))) != 0)
    filter_changed_cb (self);
  else
    sutra_result_list_activate_first (self->results);
}

static void
focus_rows_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SutraLibraryPane *self = SUTRA_LIBRARY_PANE (widget);

  if (sutra_result_list_get_query (self->results) != NULL)
    sutra_result_list_focus (self->results);
  else
    gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static void
results_left_cb (SutraLibraryPane *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->filter));
}

static void
place_chosen_cb (SutraLibraryPane *self, SutraArticle *article, guint start, guint end)
{
  g_signal_emit (self, signals[PLACE_CHOSEN], 0, article, sutra_result_list_get_query (self->results), start, end);
}

static void
title_chosen_cb (SutraLibraryPane *self, SutraArticle *article)
{
  g_signal_emit (self, signals[ARTICLE_CHOSEN], 0, article);
}

static void
activate_cb (SutraLibraryPane *self, guint position)
{
  g_autoptr (SutraArticle) article = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  if (article != NULL)
    g_signal_emit (self, signals[ARTICLE_CHOSEN], 0, article);
}

static void
open_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autoptr (SutraArticle) article = dup_selected (SUTRA_LIBRARY_PANE (widget));

  if (article != NULL)
    g_signal_emit (widget, signals[ARTICLE_CHOSEN], 0, article);
}

static void
edit_source_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autoptr (SutraArticle) article = dup_selected (SUTRA_LIBRARY_PANE (widget));

  if (article != NULL)
    g_signal_emit (widget, signals[EDIT_SOURCE], 0, article);
}

static void
remove_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SutraLibraryPane *self = SUTRA_LIBRARY_PANE (widget);
  g_autoptr (SutraArticle) article = dup_selected (self);
  g_autoptr (GError) error = NULL;

  if (article == NULL)
    return;
  if (!sutra_case_delete (self->the_case, sutra_article_get_id (article), 1, &error))
    sutra_feedback_failed (widget, error);
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  gtk_list_item_set_child (item, sutra_article_row_new ());
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  SutraArticle *article = gtk_list_item_get_item (item);
  GtkWidget *row = gtk_list_item_get_child (item);

  sutra_article_row_set_article (SUTRA_ARTICLE_ROW (row), article);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, sutra_article_get_title (article), -1);
}

static void
unbind_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  sutra_article_row_set_article (SUTRA_ARTICLE_ROW (gtk_list_item_get_child (item)), NULL);
}

/* Chooses the row under the pointer, then shows what can be done with it. */
static void
pressed_cb (SutraLibraryPane *self, int n_press, double x, double y)
{
  GtkWidget *child = gtk_widget_pick (GTK_WIDGET (self->view), x, y, GTK_PICK_DEFAULT);

  while (child != NULL && gtk_widget_get_parent (child) != GTK_WIDGET (self->view))
    child = gtk_widget_get_parent (child);
  if (child == NULL)
    return;
  gtk_widget_grab_focus (child);
  gtk_widget_activate_action (child, "listitem.select", "(bb)", FALSE, FALSE);
  gtk_widget_translate_coordinates (GTK_WIDGET (self->view), GTK_WIDGET (self), x, y, &x, &y);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), &(GdkRectangle){ (int) x, (int) y, 1, 1 });
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

static void
menu_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SutraLibraryPane *self = SUTRA_LIBRARY_PANE (widget);

  if (gtk_single_selection_get_selected (self->selection) == GTK_INVALID_LIST_POSITION)
    return;
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), &(GdkRectangle){ 24, 64, 1, 1 });
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

static void
set_sort (SutraLibraryPane *self, const char *name)
{
  for (guint i = 0; self->list != NULL && i < G_N_ELEMENTS (sort_names); i++)
    if (g_strcmp0 (sort_names[i], name) == 0 && sutra_article_list_get_sort (self->list) != (SutraArticleSort) i)
      {
        sutra_article_list_set_sort (self->list, i);
        select_open_article (self);
        g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SORT]);
      }
}

static void
sutra_library_pane_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  SutraLibraryPane *self = SUTRA_LIBRARY_PANE (object);

  if (id == PROP_SORT)
    g_value_set_string (value, sort_names[self->list != NULL ? sutra_article_list_get_sort (self->list) : SUTRA_ARTICLE_SORT_ADDED]);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
sutra_library_pane_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_SORT)
    set_sort (SUTRA_LIBRARY_PANE (object), g_value_get_string (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
sutra_library_pane_dispose (GObject *object)
{
  SutraLibraryPane *self = SUTRA_LIBRARY_PANE (object);

  if (self->list != NULL)
    g_signal_handlers_disconnect_by_data (self->list, self);
  if (self->results != NULL)
    sutra_result_list_search (self->results, NULL, NULL, NULL);
  self->results = NULL;
  g_clear_object (&self->list);
  g_clear_object (&self->the_case);
  g_clear_object (&self->article);
  g_clear_pointer ((GtkWidget **) &self->menu, gtk_widget_unparent);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  G_OBJECT_CLASS (sutra_library_pane_parent_class)->dispose (object);
}

static void
sutra_library_pane_class_init (SutraLibraryPaneClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = sutra_library_pane_get_property;
  object_class->set_property = sutra_library_pane_set_property;
  object_class->dispose = sutra_library_pane_dispose;

  properties[PROP_SORT] =
      g_param_spec_string ("sort", NULL, NULL, sort_names[0], G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[ARTICLE_CHOSEN] = g_signal_new ("article-chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                          1, SUTRA_TYPE_ARTICLE);
  signals[PLACE_CHOSEN] = g_signal_new ("place-chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 4,
                                        SUTRA_TYPE_ARTICLE, G_TYPE_STRING, G_TYPE_UINT, G_TYPE_UINT);
  signals[SEARCH_ENDED] = g_signal_new ("search-ended", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[EDIT_SOURCE] =
      g_signal_new ("edit-source", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, SUTRA_TYPE_ARTICLE);

  g_type_ensure (SUTRA_TYPE_RESULT_LIST);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/sutradhar/Sutradhar/ui/sutra-library-pane.ui");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "librarypane");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_REGION);
  gtk_widget_class_bind_template_child (widget_class, SutraLibraryPane, box);
  gtk_widget_class_bind_template_child (widget_class, SutraLibraryPane, filter);
  gtk_widget_class_bind_template_child (widget_class, SutraLibraryPane, stack);
  gtk_widget_class_bind_template_child (widget_class, SutraLibraryPane, view);
  gtk_widget_class_bind_template_child (widget_class, SutraLibraryPane, results);
  gtk_widget_class_bind_template_child (widget_class, SutraLibraryPane, selection);
  gtk_widget_class_bind_template_child (widget_class, SutraLibraryPane, menu);
  gtk_widget_class_bind_template_callback (widget_class, filter_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, filter_stopped_cb);
  gtk_widget_class_bind_template_callback (widget_class, filter_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, place_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, title_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, results_left_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, unbind_cb);
  gtk_widget_class_bind_template_callback (widget_class, pressed_cb);

  gtk_widget_class_install_property_action (widget_class, "library.sort", "sort");
  gtk_widget_class_install_action (widget_class, "library.open", NULL, open_action);
  gtk_widget_class_install_action (widget_class, "library.remove", NULL, remove_action);
  gtk_widget_class_install_action (widget_class, "library.edit-source", NULL, edit_source_action);
  gtk_widget_class_install_action (widget_class, "library.focus-rows", NULL, focus_rows_action);
  gtk_widget_class_install_action (widget_class, "library.menu", NULL, menu_action);
}

static void
sutra_library_pane_init (SutraLibraryPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_parent (GTK_WIDGET (self->menu), GTK_WIDGET (self));
  items_changed_cb (self);
}

GtkWidget *
sutra_library_pane_new (void)
{
  return g_object_new (SUTRA_TYPE_LIBRARY_PANE, NULL);
}

void
sutra_library_pane_set_case (SutraLibraryPane *self, SutraCase *the_case)
{
  g_return_if_fail (SUTRA_IS_LIBRARY_PANE (self));
  g_return_if_fail (the_case == NULL || SUTRA_IS_CASE (the_case));

  if (!g_set_object (&self->the_case, the_case))
    return;
  if (self->list != NULL)
    g_signal_handlers_disconnect_by_data (self->list, self);
  gtk_editable_set_text (GTK_EDITABLE (self->filter), "");
  end_search (self);
  gtk_single_selection_set_model (self->selection, NULL);
  g_clear_object (&self->list);
  g_clear_object (&self->article);
  if (the_case != NULL)
    {
      self->list = sutra_article_list_new (the_case);
      g_signal_connect_object (self->list, "items-changed", G_CALLBACK (items_changed_cb), self, G_CONNECT_SWAPPED);
      gtk_single_selection_set_model (self->selection, G_LIST_MODEL (self->list));
    }
  items_changed_cb (self);
}

void
sutra_library_pane_set_article (SutraLibraryPane *self, SutraArticle *article)
{
  g_return_if_fail (SUTRA_IS_LIBRARY_PANE (self));
  g_set_object (&self->article, article);
  select_open_article (self);
}

void
sutra_library_pane_focus_list (SutraLibraryPane *self)
{
  g_return_if_fail (SUTRA_IS_LIBRARY_PANE (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

void
sutra_library_pane_focus_search (SutraLibraryPane *self)
{
  g_return_if_fail (SUTRA_IS_LIBRARY_PANE (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->filter));
}
