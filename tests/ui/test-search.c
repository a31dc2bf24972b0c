/* Searching all articles of the case from the library pane.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app-fixture.h"

#include "sutra-article-page-private.h"
#include "sutra-library-pane.h"
#include "sutra-result-context.h"
#include "sutra-result-item.h"
#include "sutra-result-list.h"

static const char second_text[] =
    "🙂 ক্ষুদ্র নৌযান\nকাঠমান্ডু শহরটি নেপালের রাজধানী। 🙂 আমরা নেপালকে চিনি।\n";

typedef struct
{
  App app;
  GtkWidget *pane;
  GtkEditable *entry;
  SutraResultList *results;
  guint n_places; /* waited for */
} Search;

static guint
count_kind (Search *self, SutraResultKind kind)
{
  GListModel *items = sutra_result_list_get_items (self->results);
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr (SutraResultItem) item = g_list_model_get_item (items, i);

      n += sutra_result_item_get_kind (item) == kind;
    }
  return n;
}

static gboolean
has_places (gpointer data)
{
  Search *self = data;

  return sutra_result_list_get_query (self->results) != NULL && count_kind (self, SUTRA_RESULT_PLACE) == self->n_places;
}

static void
search_start (Search *self)
{
  g_autoptr (GFile) second = NULL;

  app_start (&self->app, FALSE);
  app_open_sample (&self->app);
  second = app_write_file ("second.txt", second_text, -1);
  app_open (&self->app, second);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (self->app.window), "win.search", NULL));
  self->pane = app_find (GTK_WIDGET (self->app.window), SUTRA_TYPE_LIBRARY_PANE);
  self->entry = GTK_EDITABLE (app_find (self->pane, GTK_TYPE_SEARCH_ENTRY));
  self->results = SUTRA_RESULT_LIST (gtk_widget_get_template_child (self->pane, SUTRA_TYPE_LIBRARY_PANE, "results"));
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (self->app.window)), GTK_WIDGET (self->entry)));
}

static void
type_and_wait (Search *self, const char *query, guint n_places)
{
  gtk_editable_set_text (self->entry, query);
  self->n_places = n_places;
  app_wait (has_places, self);
}

static const char *
shown_page (GtkWidget *widget, GType type)
{
  return gtk_stack_get_visible_child_name (GTK_STACK (gtk_widget_get_template_child (widget, type, "stack")));
}

static void
activate (Search *self, guint position)
{
  g_signal_emit_by_name (gtk_widget_get_template_child (GTK_WIDGET (self->results), SUTRA_TYPE_RESULT_LIST, "view"), "activate", position);
}

/* The row of the @nth place whose article is, or is not, the one that is open. */
static guint
find_place (Search *self, gboolean open, guint nth)
{
  GListModel *items = sutra_result_list_get_items (self->results);
  const SutraId *shown = sutra_article_get_id (sutra_window_get_article (self->app.window));

  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr (SutraResultItem) item = g_list_model_get_item (items, i);

      if (sutra_result_item_get_kind (item) == SUTRA_RESULT_PLACE && sutra_id_equal (sutra_result_item_get_article (item), shown) == open &&
          nth-- == 0)
        return i;
    }
  g_assert_not_reached ();
}

static gboolean
is_located (gpointer data)
{
  SutraArticlePage *page = data;

  return page->places != NULL;
}

static gsize
offset_of (const char *text, const char *words)
{
  const char *found = strstr (text, words);

  g_assert_nonnull (found);
  return g_utf8_strlen (text, found - text);
}

static void
test_places (void)
{
  Search self = { 0 };
  SutraArticlePage *page;
  g_autoptr (SutraResultItem) item = NULL;
  gsize start, end, first;

  search_start (&self);
  page = sutra_window_get_page (self.app.window);
  g_assert_cmpstr (shown_page (self.pane, SUTRA_TYPE_LIBRARY_PANE), ==, "list");

  /* Typed in one form, found in others, in both articles. */
  type_and_wait (&self, "নেপালে", 6);
  g_assert_cmpstr (shown_page (self.pane, SUTRA_TYPE_LIBRARY_PANE), ==, "results");
  g_assert_cmpstr (shown_page (GTK_WIDGET (self.results), SUTRA_TYPE_RESULT_LIST), ==, "list");
  g_assert_cmpuint (count_kind (&self, SUTRA_RESULT_ARTICLE), ==, 2);
  item = g_list_model_get_item (sutra_result_list_get_items (self.results), find_place (&self, TRUE, 1));
  g_assert_cmpstr (sutra_result_item_get_markup (item), ==, "🙂 আমরা <b>নেপালকে</b> চিনি।");

  /* A place in the article that is not open. */
  activate (&self, find_place (&self, FALSE, 0));
  app_wait (is_located, page);
  first = offset_of (app_fixture_text, "নেপাল");
  sutra_article_view_get_selection (sutra_article_page_get_view (page), &start, &end);
  g_assert_cmpuint (start, ==, first);
  g_assert_cmpuint (end, ==, first + 5);
  g_assert_cmpuint (page->places->len, ==, 4);
  g_assert_cmpint (page->place, ==, 0);
  g_assert_cmpuint (g_array_index (page->places, SutraRange, 1).start, ==, offset_of (app_fixture_text, "নেপালের পক্ষে"));

  /* To the next of them with the keys of the find bar, round to the first. */
  for (guint i = 1; i <= 4; i++)
    {
      g_assert_true (gtk_widget_activate_action (GTK_WIDGET (self.app.window), "win.find-next", NULL));
      g_assert_cmpint (page->place, ==, i % 4);
    }
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (self.app.window), "win.find-previous", NULL));
  g_assert_cmpint (page->place, ==, 3);

  /* Back to the second article, to its second place. */
  activate (&self, find_place (&self, FALSE, 1));
  app_wait (is_located, page);
  first = offset_of (second_text, "নেপালকে");
  sutra_article_view_get_selection (sutra_article_page_get_view (page), &start, &end);
  g_assert_cmpuint (start, ==, first);
  g_assert_cmpuint (end, ==, first + 7);
  g_assert_cmpint (page->place, ==, 1);

  /* Escape empties the entry; with that all of it goes. */
  g_signal_emit_by_name (self.entry, "stop-search");
  app_settle ();
  g_assert_cmpstr (gtk_editable_get_text (self.entry), ==, "");
  g_assert_cmpstr (shown_page (self.pane, SUTRA_TYPE_LIBRARY_PANE), ==, "list");
  g_assert_null (sutra_result_list_get_query (self.results));
  g_assert_null (page->places);
  app_stop (&self.app);
}

static gboolean
shows_none (gpointer data)
{
  Search *self = data;
  GtkLabel *label = GTK_LABEL (gtk_widget_get_template_child (GTK_WIDGET (self->results), SUTRA_TYPE_RESULT_LIST, "none"));

  return g_str_equal (shown_page (GTK_WIDGET (self->results), SUTRA_TYPE_RESULT_LIST), "none") &&
         g_str_equal (gtk_label_get_text (label), "No matches");
}

static gboolean
has_one_title (gpointer data)
{
  return count_kind (data, SUTRA_RESULT_TITLE) == 1;
}

static void
test_none_and_titles (void)
{
  Search self = { 0 };
  SutraArticle *open;

  search_start (&self);
  gtk_editable_set_text (self.entry, "ফুলকপি");
  app_wait (shows_none, &self);
  g_assert_false (sutra_result_list_activate_first (self.results));
  g_assert_false (sutra_result_list_focus (self.results));

  /* No word to look for. */
  gtk_editable_set_text (self.entry, "?!");
  app_settle ();
  app_wait (shows_none, &self);

  /* The middle of a word of a title: the title only. */
  gtk_editable_set_text (self.entry, "দীবন্দ");
  app_wait (has_one_title, &self);
  app_settle ();
  g_assert_cmpuint (count_kind (&self, SUTRA_RESULT_PLACE), ==, 0);
  open = sutra_window_get_article (self.app.window);
  g_assert_true (sutra_result_list_activate_first (self.results));
  g_assert_true (sutra_window_get_article (self.app.window) != open);
  app_stop (&self.app);
}

/* More places than an article shows, and more articles than a page. */
static void
test_pages (void)
{
  Search self = { 0 };
  g_autoptr (GFile) many = NULL;
  g_autoptr (GString) text = g_string_new ("🙂 ক্ষেত\n");
  GListModel *items;
  guint n;

  search_start (&self);
  for (guint i = 0; i < 12; i++)
    g_string_append (text, "ধানের ক্ষেত সবুজ। ");
  many = app_write_file ("many.txt", text->str, -1);
  app_open (&self.app, many);
  type_and_wait (&self, "ধান", 10);
  items = sutra_result_list_get_items (self.results);
  n = g_list_model_get_n_items (items);
  g_assert_cmpuint (count_kind (&self, SUTRA_RESULT_REST), ==, 1);
  activate (&self, n - 1);
  app_wait (is_located, sutra_window_get_page (self.app.window));
  g_assert_cmpint (sutra_window_get_page (self.app.window)->place, ==, 10);

  for (guint i = 0; i < 7; i++)
    {
      g_autofree char *name = g_strdup_printf ("%u.txt", i);
      g_autofree char *other = g_strdup_printf ("%s %u\n", text->str, i);
      g_autoptr (GFile) file = app_write_file (name, other, -1);

      app_open (&self.app, file);
    }
  gtk_editable_set_text (self.entry, "");
  type_and_wait (&self, "ধান", 50);
  g_assert_cmpuint (count_kind (&self, SUTRA_RESULT_MORE), ==, 1);
  activate (&self, g_list_model_get_n_items (items) - 1);
  self.n_places = 80;
  app_wait (has_places, &self);
  g_assert_cmpuint (count_kind (&self, SUTRA_RESULT_MORE), ==, 0);
  g_assert_cmpuint (count_kind (&self, SUTRA_RESULT_ARTICLE), ==, 8);

  /* What was found follows the case. */
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (self.app.window), "win.remove-article", NULL));
  self.n_places = 50;
  app_wait (has_places, &self);
  activate (&self, g_list_model_get_n_items (items) - 1);
  self.n_places = 70;
  app_wait (has_places, &self);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (self.app.window), "win.undo", NULL));
  self.n_places = 50;
  app_wait (has_places, &self);

  /* Left while a search is under way. */
  gtk_editable_set_text (self.entry, "নেপাল");
  g_signal_emit_by_name (self.entry, "search-changed");
  app_stop (&self.app);
}

static void
assert_context (const char *before, const char *match, const char *after, const char *expected)
{
  const SutraSearchHit hit = { .before = (char *) before, .match = (char *) match, .after = (char *) after };
  g_autofree char *markup = sutra_result_context_dup_markup (&hit);

  g_assert_cmpstr (markup, ==, expected);
}

static void
test_context (void)
{
  g_autoptr (GString) marks = g_string_new ("ক");
  g_autofree char *long_markup = NULL;
  SutraSearchHit hit = { .before = NULL, .match = (char *) "ক্ষ", .after = (char *) "" };

  assert_context ("", "ক্ষুদ্র", "", "<b>ক্ষুদ্র</b>");
  assert_context ("a < b & ", "🙂", " >", "a &lt; b &amp; <b>🙂</b> &gt;");
  /* Between words, and between aksharas where there is one word only. */
  assert_context ("এক দুই তিন চার পাঁচ ছয় সাত আট নয় ", "দশ", "", "…তিন চার পাঁচ ছয় সাত আট নয় <b>দশ</b>");
  assert_context ("ক্ষক্ষক্ষক্ষক্ষক্ষক্ষক্ষক্ষক্ষ", "ক", "", "…ক্ষক্ষক্ষক্ষক্ষক্ষক্ষক্ষক্ষ<b>ক</b>");
  /* One letter with more marks than fit. */
  for (guint i = 0; i < 1000; i++)
    g_string_append (marks, "\u09bc");
  hit.before = marks->str;
  long_markup = sutra_result_context_dup_markup (&hit);
  g_assert_true (g_utf8_validate (long_markup, -1, NULL));
  g_assert_cmpuint (g_utf8_strlen (long_markup, -1), <, 64);
}

int
main (int argc, char **argv)
{
  app_fixture_init (&argc, &argv);
  g_test_add_func ("/ui/search/context", test_context);
  g_test_add_func ("/ui/search/places", test_places);
  g_test_add_func ("/ui/search/none-and-titles", test_none_and_titles);
  g_test_add_func ("/ui/search/pages", test_pages);
  return g_test_run ();
}
