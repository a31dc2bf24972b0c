/* A file of places, opened like any other.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app-fixture.h"

#include <string.h>

#define FEATURE(name, longitude, latitude)                                                                                                 \
  "{\"type\": \"Feature\", \"geometry\": {\"type\": \"Point\", \"coordinates\": [" longitude ", " latitude                                 \
  "]}, \"properties\": {\"name\": \"" name "\"}}"

static guint
count_entities (App *app)
{
  g_autoptr (GArray) ids = sutra_case_list_entities (sutra_window_get_case (app->window), NULL);

  return ids->len;
}

/* They are entities of the case and no article; one step of the history. */
static void
test_places (void)
{
  App app;
  g_autoptr (GFile) file = NULL;

  app_start (&app, FALSE);
  file = app_write_file ("স্থান.GeoJSON",
                         "{\"type\": \"FeatureCollection\", \"features\": [" FEATURE ("ঢাকা 🛰", "90.4",
                                                                                      "23.7") "," FEATURE ("ক্ষেত্র", "71.43", "51.17") "]}",
                         -1);
  app_open (&app, file);
  g_assert_null (app_get_message ());
  g_assert_cmpuint (count_entities (&app), ==, 2);
  g_assert_cmpuint (sutra_case_count_articles (sutra_window_get_case (app.window)), ==, 0);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (app.window), "win.undo", NULL));
  app_settle ();
  g_assert_cmpuint (count_entities (&app), ==, 0);
  app_stop (&app);
}

/* Beside an article; what cannot be taken is said, the rest is in. */
static void
test_some_refused (void)
{
  App app;
  g_autoptr (GFile) places = NULL;
  g_autoptr (GFile) other = NULL;
  AdwMessageDialog *dialog;

  app_start (&app, FALSE);
  app_open_sample (&app);
  places = app_write_file ("places.geojson",
                           "{\"type\": \"FeatureCollection\", \"features\": [" FEATURE ("ঢাকা 🛰", "23.7", "102.4") "," FEATURE (
                               "ক্ষেত্র", "71.43", "51.17") "]}",
                           -1);
  app_open (&app, places);
  g_assert_cmpuint (count_entities (&app), ==, 1);
  dialog = app_get_message ();
  g_assert_nonnull (dialog);
  g_assert_nonnull (strstr (adw_message_dialog_get_body (dialog), "Feature 1"));
  g_assert_nonnull (strstr (adw_message_dialog_get_body (dialog), "swapped"));
  gtk_window_destroy (GTK_WINDOW (dialog));
  app_settle ();

  other = app_write_file ("other.geojson", "{\"type\": \"Topology\"}", -1);
  app_open (&app, other);
  dialog = app_get_message ();
  g_assert_nonnull (dialog);
  gtk_window_destroy (GTK_WINDOW (dialog));
  app_settle ();
  g_assert_cmpuint (count_entities (&app), ==, 1);
  g_assert_cmpuint (sutra_case_count_articles (sutra_window_get_case (app.window)), ==, 1);
  app_stop (&app);
}

int
main (int argc, char *argv[])
{
  app_fixture_init (&argc, &argv);
  g_test_add_func ("/import-places/places", test_places);
  g_test_add_func ("/import-places/some-refused", test_some_refused);
  return g_test_run ();
}
