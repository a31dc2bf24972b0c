/* The text check in the window, and the text inspector.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app-fixture.h"

#include "sutra-finding-label.h"
#include "sutra-inspector-row.h"
#include "sutra-inspector.h"

static SutraInspector *
find_inspector (void)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *l = windows; l != NULL; l = l->next)
    if (SUTRA_IS_INSPECTOR (l->data))
      return l->data;
  return NULL;
}

static GListModel *
model_of (SutraInspector *inspector, const char *name)
{
  GObject *list = gtk_widget_get_template_child (GTK_WIDGET (inspector), SUTRA_TYPE_INSPECTOR, name);
  GtkSelectionModel *model =
      GTK_IS_COLUMN_VIEW (list) ? gtk_column_view_get_model (GTK_COLUMN_VIEW (list)) : gtk_list_view_get_model (GTK_LIST_VIEW (list));

  return G_LIST_MODEL (model);
}

static gboolean
has_findings (gpointer data)
{
  return g_list_model_get_n_items (model_of (data, "findings")) > 0;
}

static gboolean
has_five_rows (gpointer data)
{
  return g_list_model_get_n_items (model_of (data, "characters")) == 5;
}

static void
test_inspector (void)
{
  App app;
  g_autoptr (GFile) file = NULL;
  SutraArticleView *view;
  SutraInspector *inspector;
  g_autoptr (SutraInspectorRow) row = NULL;
  g_autoptr (SutraInspectorRow) finding = NULL;
  gsize start, end;

  app_start (&app, FALSE);
  file = app_write_file ("a.txt", "ক র্যাব সভা শেষ\u09f7 চলল।\n", -1);
  app_open (&app, file);
  view = SUTRA_ARTICLE_VIEW (app_find (GTK_WIDGET (app.window), SUTRA_TYPE_ARTICLE_VIEW));
  app_select (&app, "র্যাব");
  g_assert_null (find_inspector ());
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (app.window), "win.inspect", NULL));
  inspector = find_inspector ();
  g_assert_nonnull (inspector);
  app_wait (has_five_rows, inspector);
  row = g_list_model_get_item (model_of (inspector, "characters"), 0);
  g_assert_cmpstr (sutra_inspector_row_get (row, SUTRA_INSPECTOR_CODE_POINT), ==, "U+09B0");
  g_assert_cmpstr (sutra_inspector_row_get (row, SUTRA_INSPECTOR_TEXT), ==, "র্যা");
  g_assert_cmpstr (sutra_inspector_row_get (row, SUTRA_INSPECTOR_GLYPHS), !=, "");

  /* A finding leads to its place. */
  app_wait (has_findings, inspector);
  g_assert_cmpuint (g_list_model_get_n_items (model_of (inspector, "findings")), ==, 2);
  finding = g_list_model_get_item (model_of (inspector, "findings"), 1);
  g_assert_cmpint (sutra_inspector_row_get_kind (finding), ==, SUTRA_TEXT_FINDING_DANDA);
  g_assert_cmpstr (sutra_inspector_row_get_change (finding), ==, "U+09F7 → U+0964");
  g_signal_emit_by_name (gtk_widget_get_template_child (GTK_WIDGET (inspector), SUTRA_TYPE_INSPECTOR, "findings"), "activate", 1);
  sutra_article_view_get_selection (view, &start, &end);
  g_assert_cmpuint (start, ==, 15);
  g_assert_cmpuint (end, ==, 16);

  /* It goes with the window. */
  app_stop (&app);
  g_assert_null (find_inspector ());
}

static void
test_labels (void)
{
  for (int i = 0; i < SUTRA_N_TEXT_FINDING_KINDS; i++)
    {
      g_assert_cmpstr (sutra_finding_label_title (i), !=, "");
      g_assert_true (g_str_has_suffix (sutra_finding_label_about (i), "."));
    }
}

int
main (int argc, char **argv)
{
  app_fixture_init (&argc, &argv);
  g_test_add_func ("/ui/inspector/labels", test_labels);
  g_test_add_func ("/ui/inspector/inspector", test_inspector);
  return g_test_run ();
}
