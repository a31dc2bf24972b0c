/* The window around its first frame: what that shows, what comes after it, and what is asked for before.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app-fixture.h"

#include "sutra-annotate-popover.h"
#include "sutra-empty-page.h"
#include "sutra-entity-list.h"
#include "sutra-entity-pane.h"
#include "sutra-find-bar.h"
#include "sutra-library-pane.h"
#include "sutra-mention-popover.h"

static void
activate (App *app, const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (app->window), action, NULL));
}

static void
mark (App *app, const char *words, const char *key)
{
  app_select (app, words);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (sutra_window_get_page (app->window)), "page.mark", "s", key));
}

static GListModel *
entity_rows (App *app)
{
  GtkWidget *pane = app_find (GTK_WIDGET (app->window), SUTRA_TYPE_ENTITY_PANE);

  return G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (app_find (pane, GTK_TYPE_LIST_VIEW))));
}

typedef struct
{
  GListModel *model;
  guint n;
} Expected;

static gboolean
has_rows (gpointer data)
{
  Expected *expected = data;

  return g_list_model_get_n_items (expected->model) == expected->n;
}

static void
wait_rows (App *app, guint n)
{
  Expected expected = { entity_rows (app), n };

  app_wait (has_rows, &expected);
}

typedef struct
{
  App *app;
  guint n_frames;
  gboolean bare; /* no part was built before the frame was painted */
  graphene_rect_t text;
} FirstFrame;

static const GType *
late_types (void)
{
  static GType types[6];

  types[0] = SUTRA_TYPE_LIBRARY_PANE;
  types[1] = SUTRA_TYPE_ENTITY_PANE;
  types[2] = SUTRA_TYPE_FIND_BAR;
  types[3] = SUTRA_TYPE_ANNOTATE_POPOVER;
  types[4] = SUTRA_TYPE_MENTION_POPOVER;
  return types;
}

static guint
count_late_parts (App *app)
{
  guint n = 0;

  for (const GType *type = late_types (); *type != 0; type++)
    n += app_find (GTK_WIDGET (app->window), *type) != NULL;
  return n;
}

static gboolean
has_late_parts (gpointer data)
{
  return count_late_parts (data) == 5;
}

static graphene_rect_t
text_bounds (App *app)
{
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_compute_bounds (GTK_WIDGET (sutra_article_page_get_view (sutra_window_get_page (app->window))),
                                            GTK_WIDGET (app->window), &bounds));
  return bounds;
}

static void
first_painted_cb (FirstFrame *first)
{
  if (!gtk_widget_get_mapped (GTK_WIDGET (first->app->window)) || first->n_frames++ > 0)
    return;
  first->bare = count_late_parts (first->app) == 0;
  first->text = text_bounds (first->app);
}

/* The first frame has the article at its place, the panes come after it, and do not push the text aside. */
static void
test_first_frame (void)
{
  App app;
  FirstFrame first = { &app, 0, FALSE, GRAPHENE_RECT_INIT (0, 0, 0, 0) };
  GdkFrameClock *clock;
  graphene_rect_t text;
  gulong handler;

  app_start (&app, FALSE);
  app_open_sample (&app);
  mark (&app, "নেপাল ও", "l");
  app_stop (&app);

  app_launch (&app, TRUE);
  g_assert_nonnull (sutra_window_get_article (app.window));
  g_assert_nonnull (sutra_article_view_get_text (sutra_article_page_get_view (sutra_window_get_page (app.window))));
  clock = gtk_widget_get_frame_clock (GTK_WIDGET (app.window));
  handler = g_signal_connect_swapped (clock, "after-paint", G_CALLBACK (first_painted_cb), &first);
  app_wait (has_late_parts, &app);
  g_assert_cmpuint (first.n_frames, >, 0);
  g_assert_true (first.bare);
  g_signal_handler_disconnect (clock, handler);
  wait_rows (&app, 2);
  app_settle ();
  text = text_bounds (&app);
  /* Not the height: where a font lacks letters of this article, the warning about that comes above it later. */
  g_assert_cmpfloat (text.origin.x, ==, first.text.origin.x);
  g_assert_cmpfloat (text.size.width, ==, first.text.size.width);
  g_assert_cmpuint (count_late_parts (&app), ==, 5);
  app_stop (&app);
}

/* What stands in place of an article is made when it is seen, and once. */
static void
test_empty_page (void)
{
  App app;
  GtkWidget *empty;

  app_start (&app, FALSE);
  empty = app_find (GTK_WIDGET (app.window), SUTRA_TYPE_EMPTY_PAGE);
  g_assert_nonnull (empty);
  g_assert_true (gtk_widget_get_mapped (empty));
  app_open_sample (&app);
  g_assert_false (gtk_widget_get_mapped (empty));
  sutra_window_show_article (app.window, NULL);
  g_assert_true (gtk_widget_get_mapped (empty));
  g_assert_true (empty == app_find (GTK_WIDGET (app.window), SUTRA_TYPE_EMPTY_PAGE));
  app_open_sample (&app);
  app_stop (&app);

  app_launch (&app, TRUE);
  g_assert_nonnull (sutra_window_get_article (app.window));
  app_wait (has_late_parts, &app);
  g_assert_null (app_find (GTK_WIDGET (app.window), SUTRA_TYPE_EMPTY_PAGE));
  sutra_window_show_article (app.window, NULL);
  g_assert_nonnull (app_find (GTK_WIDGET (app.window), SUTRA_TYPE_EMPTY_PAGE));
  app_stop (&app);
}

/* What is needed before the first frame is built for it, and not a second time. */
static void
test_before_first_frame (void)
{
  App app;
  GtkWidget *library, *entities, *bar;
  GtkMenuButton *menu;

  app_start (&app, FALSE);
  app_open_sample (&app);
  app_stop (&app);

  app_launch (&app, TRUE);
  g_assert_cmpuint (count_late_parts (&app), ==, 0);
  activate (&app, "win.focus-library");
  library = app_find (GTK_WIDGET (app.window), SUTRA_TYPE_LIBRARY_PANE);
  g_assert_nonnull (library);
  g_assert_cmpuint (
      g_list_model_get_n_items (G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (app_find (library, GTK_TYPE_LIST_VIEW))))), ==, 1);
  activate (&app, "win.focus-entities");
  entities = app_find (GTK_WIDGET (app.window), SUTRA_TYPE_ENTITY_PANE);
  g_assert_nonnull (entities);
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (app.window)), entities));
  activate (&app, "win.find");
  bar = app_find (GTK_WIDGET (app.window), SUTRA_TYPE_FIND_BAR);
  g_assert_true (gtk_widget_get_visible (bar));
  mark (&app, "সুলতানা রহমান", "p");
  g_assert_cmpuint (app_count_mentions (&app), ==, 1);
  wait_rows (&app, 2);
  app_wait (has_late_parts, &app);
  app_settle ();
  g_assert_true (library == app_find (GTK_WIDGET (app.window), SUTRA_TYPE_LIBRARY_PANE));
  g_assert_true (entities == app_find (GTK_WIDGET (app.window), SUTRA_TYPE_ENTITY_PANE));
  g_assert_true (bar == app_find (GTK_WIDGET (app.window), SUTRA_TYPE_FIND_BAR));

  menu = GTK_MENU_BUTTON (app_find (GTK_WIDGET (app.window), GTK_TYPE_MENU_BUTTON));
  g_assert_null (gtk_menu_button_get_popover (menu));
  activate (&app, "win.menu");
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (gtk_menu_button_get_popover (menu))));
  gtk_menu_button_popdown (menu);
  app_stop (&app);
}

int
main (int argc, char *argv[])
{
  app_fixture_init (&argc, &argv);
  g_test_add_func ("/window-start/first-frame", test_first_frame);
  g_test_add_func ("/window-start/empty-page", test_empty_page);
  g_test_add_func ("/window-start/before-first-frame", test_before_first_frame);
  return g_test_run ();
}
