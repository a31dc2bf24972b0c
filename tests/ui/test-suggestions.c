/* Suggestions in the window: the bar, the review with keys alone, the popover.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app-fixture.h"

#include "sutra-article-page-private.h"
#include "sutra-article-view-private.h"
#include "sutra-suggestion-text.h"

static void
activate (App *app, const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (app->window), action, NULL));
}

/* Presses a key of the text as GTK would: its controllers in order. */
static gboolean
press (App *app, guint keyval, guint keycode, GdkModifierType state)
{
  GtkWidget *view = GTK_WIDGET (sutra_article_page_get_view (sutra_window_get_page (app->window)));
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (view);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);
      gboolean stop = FALSE;

      if (!GTK_IS_EVENT_CONTROLLER_KEY (controller))
        continue;
      g_signal_emit_by_name (controller, "key-pressed", keyval, keycode, state, &stop);
      if (stop)
        return TRUE;
    }
  return FALSE;
}

typedef struct
{
  SutraArticlePage *page;
  guint n;
} Expected;

static gboolean
has_suggestions (gpointer data)
{
  Expected *expected = data;
  SutraSuggestions *list = expected->page->suggestions;

  return list != NULL && !sutra_suggestions_get_busy (list) && sutra_suggestions_get_length (list) == expected->n;
}

static void
wait_suggestions (App *app, guint n)
{
  Expected expected = { sutra_window_get_page (app->window), n };

  app_wait (has_suggestions, &expected);
}

/* The sample with one known name, and nothing but names suggested. */
static guint
set_up (App *app)
{
  g_autoptr (GSettings) settings = g_settings_new (SUTRA_APP_ID);
  SutraArticlePage *page;
  SutraCase *the_case;
  GtkWidget *bar;

  g_settings_reset (settings, "show-suggestions");
  g_settings_set_boolean (settings, "suggest-dates", FALSE);
  g_settings_set_boolean (settings, "suggest-numbers", FALSE);
  app_start (app, FALSE);
  app_open_sample (app);
  page = sutra_window_get_page (app->window);
  the_case = sutra_window_get_case (app->window);
  wait_suggestions (app, 0);
  bar = app_find (GTK_WIDGET (page), SUTRA_TYPE_SUGGESTION_BAR);
  g_assert_true (bar == NULL || !gtk_widget_get_visible (bar));
  g_assert_true (sutra_case_add_entity (
      the_case, sutra_entity_type_get_id (sutra_tagset_get_by_slug (sutra_case_get_tagset (the_case), "place")), "নেপাল", NULL, NULL));
  wait_suggestions (app, 4);
  bar = app_find (GTK_WIDGET (page), SUTRA_TYPE_SUGGESTION_BAR);
  g_assert_true (gtk_widget_get_visible (bar));
  return 4;
}

static const SutraSuggestion *
current (App *app)
{
  SutraArticlePage *page = sutra_window_get_page (app->window);

  return sutra_suggestions_get (page->suggestions, sutra_suggestions_find (page->suggestions, &page->suggestion));
}

static const char *
announced (App *app)
{
  return sutra_suggestion_bar_get_announcement (sutra_window_get_page (app->window)->suggestion_bar);
}

static guint
history_length (App *app)
{
  g_autoptr (GPtrArray) rows = sutra_history_list (sutra_case_get_store (sutra_window_get_case (app->window)), 0, 1000, NULL);

  return rows->len;
}

/* Accept, reject, next and undo, each with its key; the count and the announcement follow. */
static void
test_review (void)
{
  App app;
  guint n = set_up (&app);
  SutraArticlePage *page = sutra_window_get_page (app.window);
  SutraArticleView *view = page->view;
  SutraId first, second;
  guint start;

  g_assert_cmpstr (announced (&app), ==, "4 suggestions");
  activate (&app, "win.review-suggestions");
  g_assert_true (page->reviewing);
  g_assert_true (gtk_root_get_focus (GTK_ROOT (app.window)) == GTK_WIDGET (view));
  first = page->suggestion;
  start = current (&app)->start;
  g_assert_true (sutra_id_equal (&view->current_suggestion, &first));
  g_assert_cmpuint (sutra_article_view_get_caret (view), ==, start);
  g_assert_nonnull (strstr (announced (&app), "Place: নেপাল"));
  g_assert_true (g_str_has_suffix (announced (&app), "1 of 4"));

  /* Accepted: the next one; nothing else was marked. */
  g_assert_true (press (&app, GDK_KEY_Return, 0, 0));
  g_assert_cmpuint (app_count_mentions (&app), ==, 1);
  g_assert_cmpuint (sutra_suggestions_get_length (page->suggestions), ==, n - 1);
  g_assert_cmpuint (current (&app)->start, >, start);
  second = page->suggestion;

  /* Undone: it is the current one again. */
  activate (&app, "win.undo");
  g_assert_cmpuint (app_count_mentions (&app), ==, 0);
  g_assert_true (sutra_id_equal (&page->suggestion, &first));
  activate (&app, "win.redo");
  g_assert_true (sutra_id_equal (&page->suggestion, &second));

  /* Rejected: remembered, not counted. */
  g_assert_true (press (&app, GDK_KEY_BackSpace, 0, 0));
  g_assert_cmpuint (app_count_mentions (&app), ==, 1);
  g_assert_cmpuint (sutra_suggestions_get_length (page->suggestions), ==, n - 2);
  wait_suggestions (&app, n - 2);

  app_stop (&app);
}

/* Next and previous with their keys, all of one entity, the end. */
static void
test_review_end (void)
{
  App app;
  guint n = set_up (&app);
  SutraArticlePage *page = sutra_window_get_page (app.window);
  SutraArticleView *view = page->view;
  SutraId first;
  guint n_steps;

  activate (&app, "win.review-suggestions");
  /* Next, previous, round the ends; under a Bengali layout by the place of the key (N is ন… at keycode 57). */
  first = page->suggestion;
  g_assert_true (press (&app, GDK_KEY_Down, 0, 0));
  g_assert_false (sutra_id_equal (&page->suggestion, &first));
  g_assert_true (press (&app, GDK_KEY_Up, 0, 0));
  g_assert_true (sutra_id_equal (&page->suggestion, &first));
  g_assert_true (press (&app, 0x10009b8, 57, 0));
  g_assert_false (sutra_id_equal (&page->suggestion, &first));
  for (guint i = 0; i < n - 1; i++)
    g_assert_true (press (&app, GDK_KEY_n, 0, 0));
  g_assert_true (sutra_id_equal (&page->suggestion, &first));

  /* All of this entity: one step of the history, and the review is at its end. */
  n_steps = history_length (&app);
  g_assert_true (press (&app, GDK_KEY_Return, 0, GDK_SHIFT_MASK));
  g_assert_cmpuint (app_count_mentions (&app), ==, n);
  g_assert_cmpuint (history_length (&app), ==, n_steps + 1);
  g_assert_true (page->reviewing);
  g_assert_nonnull (strstr (announced (&app), "All reviewed"));
  activate (&app, "win.undo");
  g_assert_cmpuint (app_count_mentions (&app), ==, 0);
  g_assert_true (g_str_has_suffix (announced (&app), "1 of 4"));

  g_assert_true (press (&app, GDK_KEY_Escape, 0, 0));
  g_assert_false (page->reviewing);
  g_assert_true (sutra_id_is_null (&view->current_suggestion));
  g_assert_cmpstr (announced (&app), ==, "4 suggestions");
  /* Without a review these keys are the text's own. */
  press (&app, GDK_KEY_Return, 0, GDK_SHIFT_MASK);
  g_assert_cmpuint (app_count_mentions (&app), ==, 0);
  app_stop (&app);
}

/* A type's key marks what is being reviewed with that type, all of it. */
static void
test_other_type (void)
{
  App app;
  guint n = set_up (&app);
  SutraArticlePage *page = sutra_window_get_page (app.window);
  g_autoptr (SutraArticle) article = g_object_ref (sutra_window_get_article (app.window));
  SutraSpan span;
  guint start, end;

  activate (&app, "win.review-suggestions");
  start = current (&app)->start;
  end = current (&app)->end;
  g_assert_true (press (&app, GDK_KEY_o, 0, 0));
  g_assert_cmpuint (app_count_mentions (&app), ==, 1);
  g_assert_true (sutra_span_index_next (sutra_article_get_spans (article, NULL), 0, &span));
  g_assert_cmpuint (span.start, ==, start);
  g_assert_cmpuint (span.end, ==, end);
  g_assert_cmpuint (sutra_suggestions_get_length (page->suggestions), ==, n - 1);
  g_assert_cmpuint (current (&app)->start, >, start);
  /* Ctrl+Enter opens the types for it. */
  start = current (&app)->start;
  activate (&app, "win.annotate");
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (page->annotate)));
  sutra_annotate_popover_get_span (page->annotate, &start, &end);
  g_assert_cmpuint (start, ==, current (&app)->start);
  g_assert_cmpuint (end, ==, current (&app)->end);
  app_stop (&app);
}

/* A click on a suggestion offers the same; nothing of it stays when it closes. */
static void
test_popover (void)
{
  App app;
  guint n = set_up (&app);
  SutraArticlePage *page = sutra_window_get_page (app.window);
  SutraId id = sutra_suggestions_get (page->suggestions, 1)->id;
  g_autofree char *tooltip = sutra_article_view_emit_query_tooltip (page->view, &id, TRUE);

  g_assert_true (g_str_has_prefix (tooltip, "Place: নেপাল\n"));
  sutra_article_view_emit_mention (page->view, SUTRA_ARTICLE_VIEW_SUGGESTION_ACTIVATED, &id);
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (page->suggestion_popover)));
  gtk_popover_popdown (GTK_POPOVER (page->suggestion_popover));
  app_settle ();
  g_assert_true (sutra_id_is_null (&page->suggestion));
  activate (&app, "win.find");
  g_assert_cmpuint (app_count_mentions (&app), ==, 0);

  sutra_article_view_emit_mention (page->view, SUTRA_ARTICLE_VIEW_SUGGESTION_ACTIVATED, &id);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (page->suggestion_popover), "suggestion.accept-entity", NULL));
  app_settle ();
  g_assert_cmpuint (app_count_mentions (&app), ==, n);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (page->suggestion_popover)));
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (page->suggestion_bar)));
  app_stop (&app);
}

/* What is suggested, and whether, is remembered; hiding the bar leaves the marks. */
static void
test_settings (void)
{
  g_autoptr (GSettings) settings = g_settings_new (SUTRA_APP_ID);
  App app;
  guint n = set_up (&app);
  SutraArticlePage *page = sutra_window_get_page (app.window);

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (page), "suggestion.hide", NULL));
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (page->suggestion_bar)));
  g_assert_true (page->view->suggestions != NULL);
  activate (&app, "suggest.show-suggestions");
  g_assert_false (g_settings_get_boolean (settings, "show-suggestions"));
  g_assert_null (page->suggestions);
  g_assert_null (page->view->suggestions);
  /* Asking for a review shows them again. */
  activate (&app, "win.review-suggestions");
  g_assert_true (g_settings_get_boolean (settings, "show-suggestions"));
  wait_suggestions (&app, n);
  g_assert_true (g_str_has_suffix (announced (&app), "1 of 4"));
  /* No kind at all. */
  g_settings_set_boolean (settings, "suggest-names", FALSE);
  g_assert_null (page->suggestions);
  g_assert_false (page->reviewing);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (page->suggestion_bar)));
  g_settings_reset (settings, "suggest-names");
  wait_suggestions (&app, n);
  /* Another article takes them away. */
  sutra_window_show_article (app.window, NULL);
  g_assert_null (page->suggestions);
  app_stop (&app);
}

/* Where a paragraph in the middle of the view stands in the window. */
static double
place_of (App *app, guint cp)
{
  SutraArticlePage *page = sutra_window_get_page (app->window);
  GdkRectangle rectangle;
  double x, y;

  g_assert_true (sutra_article_view_get_span_rectangle (page->view, cp, cp + 1, &rectangle));
  gtk_widget_translate_coordinates (GTK_WIDGET (page->view), GTK_WIDGET (app->window), rectangle.x, rectangle.y, &x, &y);
  return y;
}

static gboolean
is_scrolled (gpointer data)
{
  SutraArticlePage *page = data;
  GdkRectangle rectangle;

  return gtk_adjustment_get_value (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (page->view))) > 200 &&
         sutra_article_view_get_span_rectangle (page->view, 3000, 3001, &rectangle);
}

/* A bar that comes while somebody reads moves nothing: the text is scrolled by its height. */
static void
test_keeps_place (void)
{
  App app;
  SutraArticlePage *page;
  SutraCase *the_case;
  g_autoptr (GString) text = g_string_new ("🙂 নেপালের কথা।\n\n");
  g_autoptr (GFile) file = NULL;
  double before;

  app_start (&app, FALSE);
  for (guint i = 0; i < 200; i++)
    g_string_append (text, "এই অনুচ্ছেদে কোনো চেনা নাম নেই।\n\n");
  file = app_write_file ("দীর্ঘ.txt", text->str, -1);
  app_open (&app, file);
  page = sutra_window_get_page (app.window);
  the_case = sutra_window_get_case (app.window);
  wait_suggestions (&app, 0);
  sutra_article_view_scroll_to (page->view, 3000, 3001);
  app_wait (is_scrolled, page);
  app_settle ();
  before = place_of (&app, 3000);

  page->shown_at = 0;
  g_assert_true (sutra_case_add_entity (
      the_case, sutra_entity_type_get_id (sutra_tagset_get_by_slug (sutra_case_get_tagset (the_case), "place")), "নেপাল", NULL, NULL));
  wait_suggestions (&app, 1);
  app_settle ();
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (page->suggestion_bar)));
  g_assert_cmpfloat (ABS (place_of (&app, 3000) - before), <, 3);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (page), "suggestion.hide", NULL));
  app_settle ();
  g_assert_cmpfloat (ABS (place_of (&app, 3000) - before), <, 3);
  app_stop (&app);
}

/* How a date was read: the sentences that are translated, with the date in words; from an unknown one on it stays as the core said it. */
static void
test_reason (void)
{
  static const char *const cases[][2] = {
    { NULL, "" },
    { "", "" },
    { "The fiscal year of India.", "The fiscal year of India." },
    { "Counted from the published date, 2024-04-09. The fiscal year of Bangladesh.",
      "Counted from the published date, 9 April 2024. The fiscal year of Bangladesh." },
    { "Counted from the published date, never.", "Counted from the published date, never." },
    { "Counted from the published date, ", "Counted from the published date, " },
    { "The fiscal year of India. And 😀 more. Counted from the published date, 2024.",
      "The fiscal year of India. And 😀 more. Counted from the published date, 2024." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      SutraSuggestion suggestion = { .reason = SUTRA_REASON_NONE, .explanation = (char *) cases[i][0] };
      g_autofree char *reason = sutra_suggestion_dup_reason (&suggestion);

      g_assert_cmpstr (reason, ==, cases[i][1]);
    }
}

int
main (int argc, char **argv)
{
  app_fixture_init (&argc, &argv);
  g_test_add_func ("/suggestions/review", test_review);
  g_test_add_func ("/suggestions/review-end", test_review_end);
  g_test_add_func ("/suggestions/other-type", test_other_type);
  g_test_add_func ("/suggestions/popover", test_popover);
  g_test_add_func ("/suggestions/settings", test_settings);
  g_test_add_func ("/suggestions/keeps-place", test_keeps_place);
  g_test_add_func ("/suggestions/reason", test_reason);
  return g_test_run ();
}
