/* The map as a widget: what it says of itself, and what becomes of it without data, without a case, in the middle of painting, with many places on one point and at the edges of the world.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "map-fixture.h"

#include <math.h>

static void
test_accessible (Dialogs *dialogs, gconstpointer data)
{
  Map self;
  SutraId dhaka;

  dialogs_mark (dialogs, "চট্টগ্রামে", "place", TRUE);
  dhaka = map_add_place (dialogs, "ঢাকা", 23.8, 90.4);
  map_add_place (dialogs, "কাঠমান্ডু", 27.7, 85.3);
  map_open (&self, dialogs);
  gtk_test_accessible_assert_role (self.map, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_test_accessible_assert_property (self.map, GTK_ACCESSIBLE_PROPERTY_LABEL, "Map");
  gtk_test_accessible_assert_property (self.map, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "2 places, 1 not located");
  sutra_selection_choose_entity (self.selection, &dhaka);
  gtk_test_accessible_assert_property (self.map, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "2 places, 1 not located, ঢাকা chosen");
  sutra_map_set_picking (self.map, TRUE);
  gtk_test_accessible_assert_property (self.map, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "2 places, 1 not located, ঢাকা chosen, waiting for a point");
  sutra_map_set_picking (self.map, FALSE);
  g_assert_true (sutra_case_delete (dialogs->the_case, &dhaka, 1, NULL));
  map_settle (&self);
  gtk_test_accessible_assert_property (self.map, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "1 place, 1 not located");
  g_assert_true (gtk_widget_get_focusable (GTK_WIDGET (self.map)));
  map_close (&self);
}

/* Every control says what it is, and has an action of the map. */
static void
test_controls (Dialogs *dialogs, gconstpointer data)
{
  Map self;
  guint n = 0;

  map_open (&self, dialogs);
  for (GtkWidget *child = gtk_widget_get_first_child (self.map->controls); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      g_assert_true (g_str_has_prefix (gtk_actionable_get_action_name (GTK_ACTIONABLE (child)), "map."));
      g_assert_nonnull (gtk_widget_get_tooltip_text (child));
      g_assert_true (gtk_test_accessible_has_property (GTK_ACCESSIBLE (child), GTK_ACCESSIBLE_PROPERTY_LABEL));
      n++;
    }
  g_assert_cmpuint (n, ==, 3);
  gtk_widget_set_direction (GTK_WIDGET (self.map), GTK_TEXT_DIR_RTL);
  map_settle (&self);
  {
    graphene_rect_t bounds;

    g_assert_true (gtk_widget_compute_bounds (self.map->controls, GTK_WIDGET (self.map), &bounds));
    g_assert_cmpfloat (bounds.origin.x, <, 20);
  }
  map_close (&self);
}

static void
test_no_data (Dialogs *dialogs, gconstpointer data)
{
  Map self;

  map_add_place (dialogs, "ঢাকা", 23.8, 90.4);
  map_open (&self, dialogs);
  /* Nobody knows yet. */
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (self.map->note)));
  sutra_map_set_data (self.map, NULL, NULL);
  map_settle (&self);
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (self.map->note)));
  g_assert_false (gtk_widget_get_visible (self.map->notice));
  map_act (&self, "map.next");
  map_act (&self, "map.zoom-in");
  map_settle (&self);
  map_close (&self);
}

static void
test_surface (Dialogs *dialogs, gconstpointer data)
{
  Map self;
  guint n;

  map_add_place (dialogs, "ঢাকা", 23.8, 90.4);
  map_add_place (dialogs, "আস্তানা", 51.2, 71.4);
  map_open_with_world (&self, dialogs);
  dialogs_wait (map_is_settled, self.map);
  g_assert_true (gtk_widget_get_visible (self.map->notice));
  n = sutra_map_surface_get_n_painted (self.map->surface);

  /* Within the margin nothing is painted anew. */
  for (guint i = 0; i < 4; i++)
    {
      sutra_map_pan (self.map, 20, 10);
      map_settle (&self);
    }
  g_assert_cmpuint (sutra_map_surface_get_n_painted (self.map->surface), ==, n);
  sutra_map_pan (self.map, 400, 0);
  map_settle (&self);
  dialogs_wait (map_is_settled, self.map);
  g_assert_cmpuint (sutra_map_surface_get_n_painted (self.map->surface), >, n);

  /* A zoom, other claims. */
  map_act (&self, "map.zoom-in");
  g_assert_false (sutra_map_surface_is_settled (self.map->surface, &self.map->view));
  map_settle (&self);
  dialogs_wait (map_is_settled, self.map);
  sutra_map_set_claims (self.map, FALSE);
  g_assert_false (sutra_map_surface_is_settled (self.map->surface, &self.map->view));
  g_assert_false (gtk_widget_get_visible (self.map->legend));
  map_settle (&self);
  dialogs_wait (map_is_settled, self.map);
  map_close (&self);
}

/* The map goes while its ground is being painted; the worker is waited for only by who comes later. */
static void
test_destroyed (Dialogs *dialogs, gconstpointer data)
{
  Map self;

  map_add_place (dialogs, "ঢাকা", 23.8, 90.4);
  for (guint i = 0; i < 5; i++)
    {
      map_open_with_world (&self, dialogs);
      map_act (&self, "map.zoom-in");
      gtk_widget_queue_draw (GTK_WIDGET (self.map));
      gtk_test_widget_wait_for_draw (GTK_WIDGET (self.map));
      map_close (&self);
    }
}

static void
test_case_closed (Dialogs *dialogs, gconstpointer data)
{
  Map self;
  SutraMapTarget target = { 0 };
  SutraId dhaka = map_add_place (dialogs, "ঢাকা", 23.8, 90.4);

  map_open (&self, dialogs);
  sutra_selection_choose_entity (self.selection, &dhaka);
  sutra_case_close (dialogs->the_case);
  dialogs_settle ();
  if (sutra_map_locate (self.map, 0, &target))
    sutra_map_show_card (self.map, &target);
  map_act (&self, "map.next");
  map_act (&self, "map.activate");
  map_settle (&self);
  sutra_map_set_places (self.map, NULL, NULL, NULL);
  map_settle (&self);
  g_assert_cmpuint (self.map->n_items, ==, 0);
  map_act (&self, "map.clear");
  map_close (&self);
}

/* Two at one point are spread, many are a list that keys and pointer choose from. */
static void
test_same_point (Dialogs *dialogs, gconstpointer data)
{
  g_autofree SutraPlaceItem *items = g_new0 (SutraPlaceItem, 10000);
  Map self;
  SutraMapTarget target = { 0 };
  g_autoptr (GArray) members = NULL;
  double zoom;

  for (guint i = 0; i < 30; i++)
    {
      g_autofree char *label = g_strdup_printf ("%02u", i);

      map_add_place (dialogs, label, 23.8, 90.4);
    }
  map_open (&self, dialogs);
  g_assert_cmpuint (self.map->n_items, ==, 30);
  g_assert_true (sutra_map_locate (self.map, 17, &target));
  g_assert_cmpint (target.kind, ==, SUTRA_MAP_CLUSTER);
  zoom = self.map->view.zoom;
  map_click (&self, 1, target.x, target.y);
  g_assert_cmpfloat (self.map->view.zoom, ==, zoom);
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (self.map->members)));
  {
    GListModel *rows = G_LIST_MODEL (dialogs_child (GTK_WIDGET (self.map->members), "rows"));
    g_autoptr (SutraPlaceRow) row = g_list_model_get_item (rows, 7);
    SutraId entity = sutra_place_row_get_item (row)->entity;

    g_assert_cmpuint (g_list_model_get_n_items (rows), ==, 30);
    g_signal_emit_by_name (dialogs_child (GTK_WIDGET (self.map->members), "list"), "activate", 7);
    g_assert_true (sutra_id_equal (sutra_selection_get_entity (self.selection), &entity));
    g_assert_false (gtk_widget_get_visible (GTK_WIDGET (self.map->members)));
  }

  for (guint i = 0; i < 10000; i++)
    {
      items[i] = (SutraPlaceItem){ .point = { 23.8, 90.4 }, .radius_m = NAN, .label = "x", .count = 1 };
      sutra_projection_forward (&items[i].point, &items[i].at);
    }
  sutra_map_set_places (self.map, NULL, NULL, NULL);
  sutra_map_set_items (self.map, items, 10000, dialogs->the_case);
  sutra_map_fit (self.map);
  map_settle (&self);
  g_assert_true (sutra_map_locate (self.map, 9999, &target));
  members = sutra_map_pins_get_members (self.map->pins, &self.map->view, target.index);
  g_assert_cmpuint (members->len, ==, 10000);
  map_point_at (&self, target.x, target.y);
  sutra_map_show_card (self.map, &target);
  sutra_map_set_items (self.map, NULL, 0, dialogs->the_case);
  map_close (&self);
}

/* Both sides of the antimeridian, and the poles: what is shown can be clicked. */
static void
test_edges (Dialogs *dialogs, gconstpointer data)
{
  static const SutraPoint points[] = { { 52, 179.5 }, { 53, -179.5 }, { 90, 0 }, { -90, 180 }, { -17, -180 } };
  Map self;
  SutraMapTarget target = { 0 }, found = { 0 };

  for (guint i = 0; i < G_N_ELEMENTS (points); i++)
    {
      g_autofree char *label = g_strdup_printf ("%u", i);

      map_add_place (dialogs, label, points[i].latitude, points[i].longitude);
    }
  map_open_with_world (&self, dialogs);
  for (guint i = 0; i < G_N_ELEMENTS (points); i++)
    {
      map_act (&self, "map.next");
      map_settle (&self);
      g_assert_true (sutra_map_locate (self.map, self.map->selected, &target));
      g_assert_true (sutra_map_find (self.map, target.x, target.y, 6, &found));
      g_assert_cmpint (found.kind, ==, target.kind);
      g_assert_cmpuint (found.index, ==, target.index);
    }
  /* Round the world. */
  for (guint i = 0; i < 40; i++)
    {
      map_act (&self, "map.pan-right-far");
      map_settle (&self);
    }
  g_assert_cmpfloat (self.map->view.center.x, >=, 0);
  g_assert_cmpfloat (self.map->view.center.x, <, 1);
  map_close (&self);
}

/* Nobody has touched it: it follows what there is. Somebody has: it stays. */
static void
test_follows (Dialogs *dialogs, gconstpointer data)
{
  Map self;
  double x, y;
  SutraViewport before;

  map_open (&self, dialogs);
  map_add_place (dialogs, "ঢাকা", 23.8, 90.4);
  map_settle (&self);
  map_get_pixel (&self, 23.8, 90.4, &x, &y);
  g_assert_cmpfloat_with_epsilon (x, self.map->view.width / 2, 1);
  sutra_map_pan (self.map, 10, 10);
  before = self.map->view;
  map_add_place (dialogs, "আস্তানা", 51.2, 71.4);
  map_settle (&self);
  g_assert_cmpmem (&before, sizeof before, &self.map->view, sizeof before);
  sutra_map_fit (self.map);
  map_get_pixel (&self, 51.2, 71.4, &x, &y);
  g_assert_cmpfloat (y, >, 0);
  map_close (&self);
}

int
main (int argc, char *argv[])
{
  dialogs_init (&argc, &argv);
  dialogs_add ("/ui/map/accessible", test_accessible);
  dialogs_add ("/ui/map/controls", test_controls);
  dialogs_add ("/ui/map/no-data", test_no_data);
  dialogs_add ("/ui/map/surface", test_surface);
  dialogs_add ("/ui/map/destroyed", test_destroyed);
  dialogs_add ("/ui/map/case-closed", test_case_closed);
  dialogs_add ("/ui/map/same-point", test_same_point);
  dialogs_add ("/ui/map/edges", test_edges);
  dialogs_add ("/ui/map/follows", test_follows);
  return g_test_run ();
}
