/* The window with keys alone: where the focus goes, and what a key does there.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app-fixture.h"

#include "sutra-annotate-popover.h"
#include "sutra-article-view-private.h"
#include "sutra-entity-entry.h"
#include "sutra-entity-pane.h"
#include "sutra-library-pane.h"

static gboolean
has_occurrences (gpointer data)
{
  GArray *occurrences = sutra_annotate_popover_get_occurrences (data);

  return occurrences != NULL && occurrences->len >= 4;
}

/* Presses a key as GTK's bindings take it: the first controller of @widget that wants it. */
static gboolean
press (GtkWidget *widget, guint keyval)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);
      gboolean stop = FALSE;

      if (!GTK_IS_EVENT_CONTROLLER_KEY (controller))
        continue;
      g_signal_emit_by_name (controller, "key-pressed", keyval, 0, 0, &stop);
      if (stop)
        return TRUE;
    }
  return FALSE;
}

static gboolean
focus_is_in (App *app, GtkWidget *widget)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (app->window));

  return focus != NULL && (focus == widget || gtk_widget_is_ancestor (focus, widget));
}

/* With keys alone: Tab goes from the text into the popover, past the types to the name; Enter at "all" marks. */
static void
test_popover_keys (void)
{
  App app;
  SutraArticleView *view;
  GtkWidget *page, *popover, *types, *check;

  app_start (&app, FALSE);
  app_open_sample (&app);
  page = GTK_WIDGET (sutra_window_get_page (app.window));
  view = sutra_article_page_get_view (SUTRA_ARTICLE_PAGE (page));
  popover = app_find (page, SUTRA_TYPE_ANNOTATE_POPOVER);
  types = app_find (popover, GTK_TYPE_FLOW_BOX);
  check = app_find (popover, GTK_TYPE_CHECK_BUTTON);

  app_select (&app, "নেপাল");
  gtk_widget_grab_focus (GTK_WIDGET (view));
  g_assert_true (focus_is_in (&app, GTK_WIDGET (view)));
  sutra_article_view_finish_selection (view, TRUE, TRUE);
  g_assert_true (gtk_widget_get_visible (popover));
  g_assert_true (focus_is_in (&app, GTK_WIDGET (view)));
  g_assert_true (press (GTK_WIDGET (view), GDK_KEY_Tab));
  g_assert_true (focus_is_in (&app, types));
  g_assert_true (press (types, GDK_KEY_Tab));
  g_assert_true (focus_is_in (&app, app_find (popover, SUTRA_TYPE_ENTITY_ENTRY)));

  app_wait (has_occurrences, popover);
  gtk_widget_grab_focus (check);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), TRUE);
  g_assert_true (press (check, GDK_KEY_Return));
  g_assert_cmpuint (app_count_mentions (&app), >=, 4);
  g_assert_true (focus_is_in (&app, GTK_WIDGET (view)));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (app.window), "win.undo", NULL));
  g_assert_cmpuint (app_count_mentions (&app), ==, 0);

  /* It does not stay behind when the focus goes elsewhere, and gives the focus back when it closes. */
  app_select (&app, "নেপালের");
  sutra_article_view_finish_selection (view, TRUE, TRUE);
  g_assert_true (press (GTK_WIDGET (view), GDK_KEY_Tab));
  gtk_popover_popdown (GTK_POPOVER (popover));
  g_assert_true (focus_is_in (&app, GTK_WIDGET (view)));
  app_stop (&app);
}

static SutraEntityType *
selected_type (GtkWidget *types)
{
  GList *selected = gtk_flow_box_get_selected_children (GTK_FLOW_BOX (types));
  SutraEntityType *type = selected != NULL ? g_object_get_data (selected->data, "entity-type") : NULL;

  g_list_free (selected);
  return type;
}

/* Opened by the pointer it leaves the focus where it is; the key then takes it there, and the type that the arrows come to is marked. */
static void
test_popover_pointer_then_keys (void)
{
  App app;
  SutraArticleView *view;
  GtkWidget *page, *popover, *types;

  app_start (&app, FALSE);
  app_open_sample (&app);
  page = GTK_WIDGET (sutra_window_get_page (app.window));
  view = sutra_article_page_get_view (SUTRA_ARTICLE_PAGE (page));
  popover = app_find (page, SUTRA_TYPE_ANNOTATE_POPOVER);
  types = app_find (popover, GTK_TYPE_FLOW_BOX);
  app_select (&app, "নেপাল");
  sutra_article_view_finish_selection (view, TRUE, TRUE);
  g_assert_true (gtk_widget_get_mapped (popover));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (app.window), "win.annotate", NULL));
  g_assert_true (gtk_widget_get_mapped (popover));
  g_assert_true (focus_is_in (&app, types));
  app_wait (has_occurrences, popover);

  gtk_flow_box_select_child (GTK_FLOW_BOX (types), gtk_flow_box_get_child_at_index (GTK_FLOW_BOX (types), 2));
  g_assert_cmpstr (sutra_entity_type_get_slug (selected_type (types)), ==, "place");
  sutra_annotate_popover_accept (SUTRA_ANNOTATE_POPOVER (popover));
  g_assert_cmpuint (app_count_mentions (&app), ==, 1);
  app_select (&app, "কাঠমান্ডুতে");
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (app.window), "win.annotate", NULL));
  g_assert_cmpstr (sutra_entity_type_get_slug (selected_type (types)), ==, "place");
  app_stop (&app);
}

/* Escape empties a pane's filter, then goes back to the text. */
static void
test_filter_escape (void)
{
  const GType panes[] = { SUTRA_TYPE_LIBRARY_PANE, SUTRA_TYPE_ENTITY_PANE };
  App app;

  app_start (&app, FALSE);
  app_open_sample (&app);
  for (guint i = 0; i < G_N_ELEMENTS (panes); i++)
    {
      GtkWidget *view = GTK_WIDGET (sutra_article_page_get_view (SUTRA_ARTICLE_PAGE (sutra_window_get_page (app.window))));
      GtkWidget *filter = app_find (app_find (GTK_WIDGET (app.window), panes[i]), GTK_TYPE_SEARCH_ENTRY);

      gtk_widget_grab_focus (filter);
      g_assert_true (focus_is_in (&app, filter));
      gtk_editable_set_text (GTK_EDITABLE (filter), "ঢাকা");
      g_signal_emit_by_name (filter, "stop-search");
      g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (filter)), ==, "");
      g_assert_true (focus_is_in (&app, filter));
      g_signal_emit_by_name (filter, "stop-search");
      g_assert_true (focus_is_in (&app, view));
    }
  app_stop (&app);
}

static void
mark (App *app, const char *words, const char *key)
{
  app_select (app, words);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (sutra_window_get_page (app->window)), "page.mark", "s", key));
  app_settle ();
}

static gboolean
has_four_rows (gpointer list)
{
  return g_list_model_get_n_items (G_LIST_MODEL (gtk_list_view_get_model (list))) == 4;
}

/* From the filter the arrow goes into the list, where each row takes the focus, the types' headings too: one that did not would stop the arrows. */
static void
test_into_list (void)
{
  App app;
  GtkWidget *pane, *list;
  guint rows = 0;

  app_start (&app, FALSE);
  app_open_sample (&app);
  mark (&app, "নেপাল", "l");
  mark (&app, "সুলতানা রহমান", "p");
  pane = app_find (GTK_WIDGET (app.window), SUTRA_TYPE_ENTITY_PANE);
  list = app_find (pane, GTK_TYPE_LIST_VIEW);
  app_wait (has_four_rows, list);
  gtk_selection_model_unselect_all (GTK_SELECTION_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (list))));
  app_settle ();
  gtk_widget_grab_focus (app_find (pane, GTK_TYPE_SEARCH_ENTRY));
  g_signal_emit_by_name (app.window, "move-focus", GTK_DIR_DOWN);
  g_assert_true (focus_is_in (&app, list));
  for (GtkWidget *row = gtk_widget_get_first_child (list); row != NULL; row = gtk_widget_get_next_sibling (row))
    if (gtk_widget_get_mapped (row))
      {
        g_assert_true (gtk_widget_grab_focus (row));
        g_assert_true (gtk_root_get_focus (GTK_ROOT (app.window)) == row);
        rows++;
      }
  g_assert_cmpuint (rows, ==, 4);
  app_stop (&app);
}

static gboolean
has_chosen (App *app)
{
  return !sutra_id_is_null (sutra_selection_get_entity (sutra_window_get_selection (app->window)));
}

/* Escape lets go of what is chosen, in the text and in the list of entities; there the next one goes back to the text. */
static void
test_escape (void)
{
  App app;
  GtkWidget *view, *pane, *list;
  SutraSpan span;

  app_start (&app, FALSE);
  app_open_sample (&app);
  mark (&app, "নেপাল", "l");
  mark (&app, "সুলতানা রহমান", "p");
  view = GTK_WIDGET (sutra_article_page_get_view (sutra_window_get_page (app.window)));
  pane = app_find (GTK_WIDGET (app.window), SUTRA_TYPE_ENTITY_PANE);
  list = app_find (pane, GTK_TYPE_LIST_VIEW);
  app_wait (has_four_rows, list);
  g_assert_true (sutra_span_index_next (sutra_article_get_spans (sutra_window_get_article (app.window), NULL), 0, &span));
  sutra_selection_choose_entity (sutra_window_get_selection (app.window), &span.entity);
  gtk_widget_grab_focus (view);
  g_assert_true (press (view, GDK_KEY_Escape));
  g_assert_false (has_chosen (&app));

  sutra_selection_choose_entity (sutra_window_get_selection (app.window), &span.entity);
  gtk_widget_grab_focus (list);
  g_assert_true (gtk_widget_activate_action (pane, "entities.clear", NULL));
  g_assert_false (has_chosen (&app));
  g_assert_true (focus_is_in (&app, list));
  g_assert_true (gtk_widget_activate_action (pane, "entities.clear", NULL));
  g_assert_true (focus_is_in (&app, view));
  app_stop (&app);
}

int
main (int argc, char **argv)
{
  app_fixture_init (&argc, &argv);
  g_test_add_func ("/window-keys/annotate-popover", test_popover_keys);
  g_test_add_func ("/window-keys/annotate-popover-pointer", test_popover_pointer_then_keys);
  g_test_add_func ("/window-keys/filter-escape", test_filter_escape);
  g_test_add_func ("/window-keys/into-list", test_into_list);
  g_test_add_func ("/window-keys/escape", test_escape);
  return g_test_run ();
}
