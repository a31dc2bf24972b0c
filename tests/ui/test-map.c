/* The map as a widget: what its actions, pointer and selection do.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "map-fixture.h"

#include <math.h>

static void
count_cb (guint *count)
{
  (*count)++;
}

static void
test_properties (Dialogs *dialogs, gconstpointer data)
{
  static const char *const flags[] = { "claims", "picking", "pin-labels" };
  Map self;
  guint n = 0;

  map_open (&self, dialogs);
  for (guint i = 0; i < G_N_ELEMENTS (flags); i++)
    {
      g_autofree char *signal = g_strconcat ("notify::", flags[i], NULL);
      gboolean was, is;
      gulong handler = g_signal_connect_swapped (self.map, signal, G_CALLBACK (count_cb), &n);

      n = 0;
      g_object_get (self.map, flags[i], &was, NULL);
      g_assert_cmpint (was, ==, i != 1);
      g_object_set (self.map, flags[i], was, NULL);
      g_assert_cmpuint (n, ==, 0);
      g_object_set (self.map, flags[i], !was, NULL);
      g_assert_cmpuint (n, ==, 1);
      g_object_get (self.map, flags[i], &is, NULL);
      g_assert_cmpint (is, ==, !was);
      g_signal_handler_disconnect (self.map, handler);
    }
  g_signal_connect_swapped (self.map, "notify::language", G_CALLBACK (count_cb), &n);
  n = 0;
  sutra_map_set_language (self.map, NULL);
  g_assert_cmpuint (n, ==, 0);
  sutra_map_set_language (self.map, "bn");
  sutra_map_set_language (self.map, "bn");
  g_assert_cmpuint (n, ==, 1);
  map_close (&self);
}

static void
test_zoom_and_pan (Dialogs *dialogs, gconstpointer data)
{
  Map self;
  SutraViewport before;

  map_add_place (dialogs, "ঢাকা", 23.8, 90.4);
  map_open (&self, dialogs);
  before = self.map->view;
  map_act (&self, "map.zoom-in");
  g_assert_cmpfloat_with_epsilon (self.map->view.zoom, before.zoom + 1, 1e-9);
  g_assert_cmpfloat_with_epsilon (self.map->view.center.x, before.center.x, 1e-9);
  map_act (&self, "map.zoom-out");
  g_assert_cmpfloat_with_epsilon (self.map->view.zoom, before.zoom, 1e-9);

  map_act (&self, "map.pan-right");
  g_assert_cmpfloat (self.map->view.center.x, >, before.center.x);
  map_act (&self, "map.pan-left");
  g_assert_cmpfloat_with_epsilon (self.map->view.center.x, before.center.x, 1e-9);
  map_act (&self, "map.pan-down");
  g_assert_cmpfloat (self.map->view.center.y, >, before.center.y);
  map_act (&self, "map.pan-up");
  g_assert_cmpfloat_with_epsilon (self.map->view.center.y, before.center.y, 1e-9);
  map_act (&self, "map.pan-left-far");
  map_act (&self, "map.pan-right-far");
  map_act (&self, "map.pan-up-far");
  map_act (&self, "map.pan-down-far");
  g_assert_cmpfloat_with_epsilon (self.map->view.center.x, before.center.x, 1e-9);
  map_act (&self, "map.pan-left-far");
  map_act (&self, "map.fit");
  g_assert_cmpfloat_with_epsilon (self.map->view.center.x, before.center.x, 1e-9);

  for (guint i = 0; i < 30; i++)
    gtk_widget_activate_action (GTK_WIDGET (self.map), "map.zoom-out", NULL);
  g_assert_false (dialogs_can (self.map, "map.zoom-out"));
  g_assert_cmpfloat_with_epsilon (self.map->view.zoom, sutra_viewport_get_min_zoom (&self.map->view), 1e-9);
  for (guint i = 0; i < 30; i++)
    gtk_widget_activate_action (GTK_WIDGET (self.map), "map.zoom-in", NULL);
  g_assert_false (dialogs_can (self.map, "map.zoom-in"));
  g_assert_cmpfloat (self.map->view.zoom, ==, SUTRA_ZOOM_MAX);
  map_close (&self);
}

static void
test_wheel (Dialogs *dialogs, gconstpointer data)
{
  Map self;
  SutraPoint before, after;
  double x, y;

  map_add_place (dialogs, "ঢাকা", 23.8, 90.4);
  map_open (&self, dialogs);
  x = self.map->view.width * 0.3;
  y = self.map->view.height * 0.6;
  map_get_point (&self, x, y, &before);
  map_point_at (&self, x, y);
  for (int step = 0; step < 6; step++)
    {
      map_scroll (&self, 0, step < 4 ? -1 : 1);
      map_get_point (&self, x, y, &after);
      g_assert_cmpfloat_with_epsilon (before.latitude, after.latitude, 1e-6);
      g_assert_cmpfloat_with_epsilon (before.longitude, after.longitude, 1e-6);
    }
  map_close (&self);
}

static void
test_steps (Dialogs *dialogs, gconstpointer data)
{
  Map self;
  SutraId a = map_add_place (dialogs, "a 🙂", 23.8, 90.4);
  SutraId b = map_add_place (dialogs, "b", -33.9, 151.2);
  SutraId c = map_add_place (dialogs, "c", 51.2, 71.4);
  const SutraId *round[] = { &a, &b, &c, &a };
  double x, y;

  map_open (&self, dialogs);
  for (guint i = 0; i < G_N_ELEMENTS (round); i++)
    {
      map_act (&self, "map.next");
      g_assert_true (sutra_id_equal (sutra_selection_get_entity (self.selection), round[i]));
    }
  map_act (&self, "map.previous");
  g_assert_true (sutra_id_equal (sutra_selection_get_entity (self.selection), &c));

  /* The other way round: what is chosen elsewhere comes into view, and only then the map moves. */
  sutra_map_show_entity (self.map, &c);
  sutra_map_zoom_at (self.map, 4, 350, 250, FALSE);
  sutra_selection_choose_entity (self.selection, &b);
  map_get_pixel (&self, -33.9, 151.2, &x, &y);
  g_assert_cmpfloat (x, >=, 0);
  g_assert_cmpfloat (x, <=, self.map->view.width);
  g_assert_cmpfloat (y, >=, 0);
  g_assert_cmpfloat (y, <=, self.map->view.height);
  sutra_map_pan (self.map, 30, 10);
  map_get_pixel (&self, -33.9, 151.2, &x, &y);
  sutra_selection_clear (self.selection);
  g_assert_cmpuint (self.map->selected, ==, G_MAXUINT);
  sutra_selection_choose_entity (self.selection, &b);
  {
    double again_x, again_y;

    map_get_pixel (&self, -33.9, 151.2, &again_x, &again_y);
    g_assert_cmpfloat (x, ==, again_x);
    g_assert_cmpfloat (y, ==, again_y);
  }
  map_act (&self, "map.clear");
  g_assert_true (sutra_id_is_null (sutra_selection_get_entity (self.selection)));
  map_close (&self);
}

static void
test_click (Dialogs *dialogs, gconstpointer data)
{
  Map self;
  SutraId dhaka = map_add_place (dialogs, "ঢাকা", 23.8, 90.4);
  SutraMapTarget target = { 0 };
  double x, y, zoom;

  map_add_place (dialogs, "কাঠমান্ডু", 27.7, 85.3);
  map_open (&self, dialogs);
  g_assert_true (sutra_map_locate (self.map, sutra_map_find_entity (self.map, &dhaka), &target));
  g_assert_cmpint (target.kind, ==, SUTRA_MAP_PIN);
  map_click (&self, 1, target.x, target.y);
  g_assert_true (sutra_id_equal (sutra_selection_get_entity (self.selection), &dhaka));

  /* Ground: one press does nothing, two zoom in there. */
  x = 40;
  y = self.map->view.height - 60;
  zoom = self.map->view.zoom;
  map_click (&self, 1, x, y);
  g_assert_cmpfloat (self.map->view.zoom, ==, zoom);
  g_assert_true (sutra_id_equal (sutra_selection_get_entity (self.selection), &dhaka));
  map_click (&self, 2, x, y);
  g_assert_cmpfloat_with_epsilon (self.map->view.zoom, zoom + 1, 1e-9);
  map_close (&self);
}

static void
test_hover (Dialogs *dialogs, gconstpointer data)
{
  Map self;
  SutraId dhaka = map_add_place (dialogs, "ঢাকা", 23.8, 90.4);
  SutraMapTarget target = { 0 };

  dialogs_mark (dialogs, "চট্টগ্রামে", "place", TRUE);
  map_add_place (dialogs, "কাঠমান্ডু", 27.7, 85.3);
  map_open (&self, dialogs);
  g_assert_true (sutra_map_locate (self.map, sutra_map_find_entity (self.map, &dhaka), &target));
  map_point_at (&self, target.x, target.y);
  g_assert_cmpint (self.map->hovered.kind, ==, SUTRA_MAP_PIN);
  g_assert_true (sutra_id_equal (sutra_selection_get_hovered (self.selection), &dhaka));
  g_assert_cmpuint (self.map->card_source, !=, 0);
  sutra_map_show_card (self.map, &target);
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (self.map->card)));
  g_assert_cmpstr (gtk_label_get_text (dialogs_child (GTK_WIDGET (self.map->card), "name")), ==, "ঢাকা");
  g_assert_nonnull (strstr (gtk_label_get_text (dialogs_child (GTK_WIDGET (self.map->card), "where")), "23.8000° N, 90.4000° E"));
  dialogs_settle ();
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (self.window)) == NULL ||
                 !gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (self.window)), GTK_WIDGET (self.map->card)));
  g_signal_emit_by_name (map_find_controller (&self, GTK_TYPE_EVENT_CONTROLLER_MOTION), "leave");
  g_assert_true (sutra_id_is_null (sutra_selection_get_hovered (self.selection)));
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (self.map->card)));

  /* Another pane points at it. */
  sutra_selection_set_hovered (self.selection, &dhaka);
  g_assert_cmpuint (self.map->lit, ==, sutra_map_find_entity (self.map, &dhaka));
  map_close (&self);
}

/* The card tells the mentions, in their sentences. */
static void
test_card_mentions (Dialogs *dialogs, gconstpointer data)
{
  const char *pairs[] = { "latitude", "22.3", "longitude", "91.8", "radius_m", "2500", NULL };
  Map self;
  g_autoptr (GArray) ids = NULL;
  SutraMapTarget target = { 0 };
  GtkWidget *mentions;

  dialogs_mark (dialogs, "চট্টগ্রামে", "place", TRUE);
  ids = sutra_case_list_entities (dialogs->the_case, NULL);
  g_assert_cmpuint (ids->len, ==, 1);
  g_assert_true (sutra_case_set (dialogs->the_case, &g_array_index (ids, SutraId, 0), pairs, NULL));
  map_open (&self, dialogs);
  g_assert_true (sutra_map_locate (self.map, 0, &target));
  sutra_map_show_card (self.map, &target);
  mentions = dialogs_child (GTK_WIDGET (self.map->card), "mentions");
  g_assert_nonnull (gtk_widget_get_first_child (mentions));
  g_assert_null (gtk_widget_get_next_sibling (gtk_widget_get_first_child (mentions)));
  g_assert_nonnull (strstr (gtk_label_get_text (dialogs_child (GTK_WIDGET (self.map->card), "about")), "1 mention"));
  g_assert_nonnull (strstr (gtk_label_get_text (dialogs_child (GTK_WIDGET (self.map->card), "where")), "± 2.5 km"));

  /* Enter goes to the mention in the text. */
  sutra_selection_choose_entity (self.selection, &g_array_index (ids, SutraId, 0));
  g_assert_true (sutra_id_is_null (sutra_selection_get_mention (self.selection)));
  map_act (&self, "map.activate");
  g_assert_false (sutra_id_is_null (sutra_selection_get_mention (self.selection)));
  map_close (&self);
}

static void
test_picking (Dialogs *dialogs, gconstpointer data)
{
  Map self;
  SutraPoint point;

  map_add_place (dialogs, "ঢাকা", 23.8, 90.4);
  map_open (&self, dialogs);
  g_assert_false (dialogs_can (self.map, "map.place-here"));
  g_assert_null (gtk_widget_get_cursor (GTK_WIDGET (self.map)));
  sutra_map_set_picking (self.map, TRUE);
  g_assert_cmpstr (gdk_cursor_get_name (gtk_widget_get_cursor (GTK_WIDGET (self.map))), ==, "crosshair");

  /* On a pin too. */
  map_get_pixel (&self, 23.8, 90.4, &point.latitude, &point.longitude);
  map_click (&self, 1, point.latitude, point.longitude);
  g_assert_cmpuint (self.n_picked, ==, 1);
  g_assert_cmpfloat_with_epsilon (self.latitude, 23.8, 1e-4);
  g_assert_cmpfloat_with_epsilon (self.longitude, 90.4, 1e-4);
  g_assert_true (sutra_id_is_null (sutra_selection_get_entity (self.selection)));

  sutra_map_pan (self.map, 100, 50);
  map_get_point (&self, self.map->view.width / 2, self.map->view.height / 2, &point);
  map_act (&self, "map.activate");
  g_assert_cmpuint (self.n_picked, ==, 2);
  g_assert_cmpfloat_with_epsilon (self.latitude, point.latitude, 1e-9);
  g_assert_cmpfloat_with_epsilon (self.longitude, point.longitude, 1e-9);

  gtk_widget_grab_focus (GTK_WIDGET (self.map));
  map_settle (&self); /* paints the crosshair */
  map_act (&self, "map.clear");
  g_assert_false (self.map->picking);
  map_close (&self);
}

static GPtrArray *
make_candidates (void)
{
  static const SutraPoint points[] = { { 43.5, 75.2 }, { 10.4, -75.5 } };
  GPtrArray *candidates = g_ptr_array_new_with_free_func ((GDestroyNotify) sutra_candidate_free);

  for (guint i = 0; i < G_N_ELEMENTS (points); i++)
    {
      SutraCandidate *candidate = g_new0 (SutraCandidate, 1);

      candidate->place.name_latin = "Otar";
      candidate->place.point = points[i];
      candidate->matched = g_strdup ("Otar");
      g_ptr_array_add (candidates, candidate);
    }
  return candidates;
}

static void
test_candidates (Dialogs *dialogs, gconstpointer data)
{
  Map self;
  g_autoptr (GPtrArray) candidates = make_candidates ();
  SutraBox all = { -80, -180, 80, 180 };
  double x, y;

  map_open (&self, dialogs);
  sutra_map_set_candidates (self.map, candidates);
  g_ptr_array_set_size (candidates, 0); /* copied */
  sutra_map_show_box (self.map, &all);
  map_settle (&self);
  map_get_pixel (&self, 10.4, -75.5, &x, &y);
  map_point_at (&self, x, y);
  g_assert_cmpint (self.map->hovered.kind, ==, SUTRA_MAP_CANDIDATE);
  sutra_map_show_card (self.map, &self.map->hovered);
  map_click (&self, 1, x, y);
  g_assert_cmpuint (self.n_candidates, ==, 1);
  g_assert_cmpuint (self.candidate, ==, 1);
  sutra_map_set_candidates (self.map, NULL);
  map_click (&self, 1, x, y);
  g_assert_cmpuint (self.n_candidates, ==, 1);
  map_close (&self);
}

/* A cluster that a zoom parts: the click zooms to its members. */
static void
test_cluster (Dialogs *dialogs, gconstpointer data)
{
  Map self;
  SutraMapTarget target = { 0 };
  SutraId a = map_add_place (dialogs, "a", 23.80, 90.40);
  double zoom;

  map_add_place (dialogs, "b", 23.81, 90.41);
  map_add_place (dialogs, "c", 51.2, 71.4);
  map_open (&self, dialogs);
  g_assert_true (sutra_map_locate (self.map, sutra_map_find_entity (self.map, &a), &target));
  g_assert_cmpint (target.kind, ==, SUTRA_MAP_CLUSTER);
  zoom = self.map->view.zoom;
  map_click (&self, 1, target.x, target.y);
  g_assert_cmpfloat (self.map->view.zoom, >, zoom);
  g_assert_true (sutra_map_locate (self.map, sutra_map_find_entity (self.map, &a), &target));
  g_assert_cmpint (target.kind, ==, SUTRA_MAP_PIN);
  g_assert_cmpfloat (target.x, >, 0);
  g_assert_cmpfloat (target.x, <, self.map->view.width);
  map_close (&self);
}

int
main (int argc, char *argv[])
{
  dialogs_init (&argc, &argv);
  dialogs_add ("/ui/map/properties", test_properties);
  dialogs_add ("/ui/map/zoom-and-pan", test_zoom_and_pan);
  dialogs_add ("/ui/map/wheel", test_wheel);
  dialogs_add ("/ui/map/steps", test_steps);
  dialogs_add ("/ui/map/click", test_click);
  dialogs_add ("/ui/map/hover", test_hover);
  dialogs_add ("/ui/map/card-mentions", test_card_mentions);
  dialogs_add ("/ui/map/picking", test_picking);
  dialogs_add ("/ui/map/candidates", test_candidates);
  dialogs_add ("/ui/map/cluster", test_cluster);
  return g_test_run ();
}
