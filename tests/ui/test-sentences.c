/* Correcting where sentences end, in the window.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app-fixture.h"

#include "sutra-annotator.h"
#include "sutra-mention-row.h"

static SutraArticlePage *
start_page (App *app)
{
  g_autoptr (GFile) file = NULL;

  app_start (app, FALSE);
  file = app_write_file ("a.txt", "📰 নৌকা ডোবে। ক্ষতি অনেক। সবাই আসেন।\nশেষ কথা।\n", -1);
  app_open (app, file);
  return sutra_window_get_page (app->window);
}

/* What a triple click at @words selects. */
static char *
dup_sentence (App *app, const char *words)
{
  SutraArticleView *view = sutra_article_page_get_view (sutra_window_get_page (app->window));
  GtkTextIter at, start, end;
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));
  gboolean handled;

  app_select (app, words);
  gtk_text_buffer_get_selection_bounds (buffer, &at, NULL);
  g_signal_emit_by_name (view, "extend-selection", GTK_TEXT_EXTEND_SELECTION_LINE, &at, &start, &end, &handled);
  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

static void
assert_sentence (App *app, const char *words, const char *expected)
{
  g_autofree char *sentence = dup_sentence (app, words);

  g_assert_cmpstr (sentence, ==, expected);
}

static void
activate (App *app, const char *words, const char *action)
{
  SutraArticleView *view = sutra_article_page_get_view (sutra_window_get_page (app->window));
  gsize start, end;

  app_select (app, words);
  sutra_article_view_get_selection (view, &start, &end);
  sutra_article_view_select (view, start, start, FALSE);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (view), action, NULL));
  app_settle ();
}

/* Every entry of the article's menu is an action of the page. */
static void
test_menu (void)
{
  App app;
  SutraArticlePage *page = start_page (&app);
  GMenuModel *menu = gtk_text_view_get_extra_menu (GTK_TEXT_VIEW (sutra_article_page_get_view (page)));
  g_autoptr (GMenuModel) section = g_menu_model_get_item_link (menu, 0, G_MENU_LINK_SECTION);

  g_assert_cmpint (g_menu_model_get_n_items (section), ==, 2);
  for (int i = 0; i < 2; i++)
    {
      g_autofree char *action = NULL;

      g_assert_true (g_menu_model_get_item_attribute (section, i, G_MENU_ATTRIBUTE_ACTION, "s", &action));
      app_select (&app, i == 0 ? "অনেক" : "ডোবে");
      g_assert_true (gtk_widget_activate_action (GTK_WIDGET (sutra_article_page_get_view (page)), action, NULL));
      g_assert_cmpuint (sutra_article_get_corrections (sutra_article_page_get_article (page))->len, ==, i + 1);
    }
  app_stop (&app);
}

static void
test_actions (void)
{
  App app;
  SutraArticlePage *page = start_page (&app);

  assert_sentence (&app, "ডোবে", "📰 নৌকা ডোবে।");
  activate (&app, "ডোবে", "page.join-sentence");
  assert_sentence (&app, "ডোবে", "📰 নৌকা ডোবে। ক্ষতি অনেক।");
  activate (&app, "অনেক", "page.split-sentence");
  assert_sentence (&app, "ডোবে", "📰 নৌকা ডোবে। ক্ষতি");
  assert_sentence (&app, "অনেক", "অনেক।");

  /* One step each; the view follows undo. */
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (app.window), "win.undo", NULL));
  assert_sentence (&app, "অনেক", "📰 নৌকা ডোবে। ক্ষতি অনেক।");
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (app.window), "win.undo", NULL));
  assert_sentence (&app, "অনেক", "ক্ষতি অনেক।");

  /* Where there is nothing to do nothing is done. */
  activate (&app, "আসেন", "page.join-sentence");
  activate (&app, "ক্ষতি", "page.split-sentence");
  g_assert_cmpuint (sutra_article_get_corrections (sutra_article_page_get_article (page))->len, ==, 0);
  app_stop (&app);
}

/* The line of context keeps within the sentence, as corrected. */
static void
test_context (void)
{
  App app;
  SutraArticlePage *page = start_page (&app);
  SutraArticle *article = sutra_article_page_get_article (page);
  g_autofree char *before = NULL, *quote = NULL, *after = NULL;

  sutra_annotator_sentence_context (article, 13, 18, 40, &before, &quote, &after);
  g_assert_cmpstr (before, ==, "");
  g_assert_cmpstr (quote, ==, "ক্ষতি");
  g_assert_cmpstr (after, ==, " অনেক।");
  activate (&app, "ডোবে", "page.join-sentence");
  g_free (g_steal_pointer (&before));
  sutra_annotator_sentence_context (article, 13, 18, 40, &before, NULL, NULL);
  g_assert_cmpstr (before, ==, "📰 নৌকা ডোবে। ");
  app_stop (&app);
}

int
main (int argc, char **argv)
{
  app_fixture_init (&argc, &argv);
  g_test_add_func ("/ui/sentences/menu", test_menu);
  g_test_add_func ("/ui/sentences/actions", test_actions);
  g_test_add_func ("/ui/sentences/context", test_context);
  return g_test_run ();
}
