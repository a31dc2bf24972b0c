/* The map as a widget: what its actions, keys, pointer and selection do; what becomes of it without data, without a case, in the middle of painting.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "dialogs-fixture.h"

#include "sutra-map-private.h"

#include <math.h>

typedef struct
{
  Dialogs *dialogs;
  GtkWidget *window;
  SutraMap *map;
  SutraPlaceList *places;
  SutraSelection *selection;
  guint n_picked;
  double latitude, longitude;
  guint n_candidates;
  guint candidate;
} Map;

static void
picked_cb (Map *self, double latitude, double longitude)
{
  self->n_picked++;
  self->latitude = latitude;
  self->longitude = longitude;
}

static void
candidate_cb (Map *self, guint index)
{
  self->n_candidates++;
  self->candidate = index;
}

static gboolean
is_loaded (gpointer data)
{
  return !sutra_place_list_get_loading (data);
}

static gboolean
is_settled (gpointer data)
{
  SutraMap *map = data;

  return sutra_map_surface_is_settled (map->surface, &map->view);
}

/* An entity of a place type at a point, without a mention. */
static SutraId
add_place (Dialogs *dialogs, const char *label, double latitude, double longitude)
{
  char latitude_text[G_ASCII_DTOSTR_BUF_SIZE], longitude_text[G_ASCII_DTOSTR_BUF_SIZE];
  const char *pairs[] = { "latitude", g_ascii_dtostr (latitude_text, sizeof latitude_text, latitude), "longitude",
                          g_ascii_dtostr (longitude_text, sizeof longitude_text, longitude), NULL };
  g_autoptr (GError) error = NULL;
  SutraId id;

  sutra_case_add_entity (dialogs->the_case, sutra_entity_type_get_id (dialogs_type (dialogs, "place")), label, &id, &error);
  g_assert_no_error (error);
  sutra_case_set (dialogs->the_case, &id, pairs, &error);
  g_assert_no_error (error);
  return id;
}

static void
settle (Map *self)
{
  dialogs_wait (is_loaded, self->places);
  dialogs_settle ();
  gtk_widget_queue_draw (GTK_WIDGET (self->map));
  gtk_test_widget_wait_for_draw (GTK_WIDGET (self->map));
}

static void
open_map (Map *self, Dialogs *dialogs)
{
  *self = (Map){ .dialogs = dialogs };
  self->selection = sutra_selection_new (dialogs->the_case);
  self->places = sutra_place_list_new (dialogs->the_case, self->selection);
  sutra_place_list_set_scope (self->places, SUTRA_PLACE_SCOPE_CASE);
  self->map = SUTRA_MAP (sutra_map_new ());
  g_signal_connect_swapped (self->map, "picked", G_CALLBACK (picked_cb), self);
  g_signal_connect_swapped (self->map, "candidate-chosen", G_CALLBACK (candidate_cb), self);
  self->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (self->window), 700, 500);
  gtk_window_set_child (GTK_WINDOW (self->window), GTK_WIDGET (self->map));
  gtk_window_present (GTK_WINDOW (self->window));
  sutra_map_set_places (self->map, dialogs->the_case, self->places, self->selection);
  settle (self);
}

static void
open_with_world (Map *self, Dialogs *dialogs)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SutraWorld) world = sutra_world_load (NULL, &error);

  g_assert_no_error (error);
  open_map (self, dialogs);
  sutra_map_set_data (self->map, world, NULL);
  settle (self);
}

static void
close_map (Map *self)
{
  SutraMap *map = g_object_ref (self->map);

  gtk_window_destroy (GTK_WINDOW (self->window));
  dialogs_settle ();
  g_assert_finalize_object (map);
  dialogs_wait (is_loaded, self->places);
  dialogs_settle ();
  g_assert_finalize_object (self->places);
  g_assert_finalize_object (self->selection);
}

static void
act (Map *self, const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (self->map), action, NULL));
}

/* The controller of that type. */
static gpointer
find_controller (Map *self, GType type)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (self->map));

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (G_OBJECT_TYPE (controller) == type)
        return controller;
    }
  g_assert_not_reached ();
}

static void
point_at (Map *self, double x, double y)
{
  g_signal_emit_by_name (find_controller (self, GTK_TYPE_EVENT_CONTROLLER_MOTION), "motion", x, y);
}

static void
click (Map *self, int n_press, double x, double y)
{
  gpointer gesture = find_controller (self, GTK_TYPE_GESTURE_CLICK);

  g_signal_emit_by_name (gesture, "pressed", n_press, x, y);
  g_signal_emit_by_name (gesture, "released", n_press, x, y);
}

static void
scroll (Map *self, double dx, double dy)
{
  gboolean handled = FALSE;

  g_signal_emit_by_name (find_controller (self, GTK_TYPE_EVENT_CONTROLLER_SCROLL), "scroll", dx, dy, &handled);
  g_assert_true (handled);
}

static void
get_pixel (Map *self, double latitude, double longitude, double *x, double *y)
{
  const SutraPoint point = { latitude, longitude };
  SutraMapPoint at;

  sutra_projection_forward (&point, &at);
  sutra_viewport_to_pixel (&self->map->view, &at, x, y);
}

static void
get_point (Map *self, double x, double y, SutraPoint *point)
{
  SutraMapPoint at;

  sutra_viewport_from_pixel (&self->map->view, x, y, &at);
  sutra_projection_inverse (&at, point);
}

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

  open_map (&self, dialogs);
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
  close_map (&self);
}

static void
test_zoom_and_pan (Dialogs *dialogs, gconstpointer data)
{
  Map self;
  SutraViewport before;

  add_place (dialogs, "ঢাকা", 23.8, 90.4);
  open_map (&self, dialogs);
  before = self.map->view;
  act (&self, "map.zoom-in");
  g_assert_cmpfloat_with_epsilon (self.map->view.zoom, before.zoom + 1, 1e-9);
  g_assert_cmpfloat_with_epsilon (self.map->view.center.x, before.center.x, 1e-9);
  act (&self, "map.zoom-out");
  g_assert_cmpfloat_with_epsilon (self.map->view.zoom, before.zoom, 1e-9);

  act (&self, "map.pan-right");
  g_assert_cmpfloat (self.map->view.center.x, >, before.center.x);
  act (&self, "map.pan-left");
  g_assert_cmpfloat_with_epsilon (self.map->view.center.x, before.center.x, 1e-9);
  act (&self, "map.pan-down");
  g_assert_cmpfloat (self.map->view.center.y, >, before.center.y);
  act (&self, "map.pan-up");
  g_assert_cmpfloat_with_epsilon (self.map->view.center.y, before.center.y, 1e-9);
  act (&self, "map.pan-left-far");
  act (&self, "map.pan-right-far");
  act (&self, "map.pan-up-far");
  act (&self, "map.pan-down-far");
  g_assert_cmpfloat_with_epsilon (self.map->view.center.x, before.center.x, 1e-9);
  act (&self, "map.pan-left-far");
  act (&self, "map.fit");
  g_assert_cmpfloat_with_epsilon (self.map->view.center.x, before.center.x, 1e-9);

  for (guint i = 0; i < 30; i++)
    gtk_widget_activate_action (GTK_WIDGET (self.map), "map.zoom-out", NULL);
  g_assert_false (dialogs_can (self.map, "map.zoom-out"));
  g_assert_cmpfloat_with_epsilon (self.map->view.zoom, sutra_viewport_get_min_zoom (&self.map->view), 1e-9);
  for (guint i = 0; i < 30; i++)
    gtk_widget_activate_action (GTK_WIDGET (self.map), "map.zoom-in", NULL);
  g_assert_false (dialogs_can (self.map, "map.zoom-in"));
  g_assert_cmpfloat (self.map->view.zoom, ==, SUTRA_ZOOM_MAX);
  close_map (&self);
}

static void
test_wheel (Dialogs *dialogs, gconstpointer data)
{
  Map self;
  SutraPoint before, after;
  double x, y;

  add_place (dialogs, "ঢাকা", 23.8, 90.4);
  open_map (&self, dialogs);
  x = self.map->view.width * 0.3;
  y = self.map->view.height * 0.6;
  get_point (&self, x, y, &before);
  point_at (&self, x, y);
  for (int step = 0; step < 6; step++)
    {
      scroll (&self, 0, step < 4 ? -1 : 1);
      get_point (&self, x, y, &after);
      g_assert_cmpfloat_with_epsilon (before.latitude, after.latitude, 1e-6);
      g_assert_cmpfloat_with_epsilon (before.longitude, after.longitude, 1e-6);
    }
  close_map (&self);
}

static void
test_steps (Dialogs *dialogs, gconstpointer data)
{
  Map self;
  SutraId a = add_place (dialogs, "a 🙂", 23.8, 90.4);
  SutraId b = add_place (dialogs, "b", -33.9, 151.2);
  SutraId c = add_place (dialogs, "c", 51.2, 71.4);
  const SutraId *round[] = { &a, &b, &c, &a };
  double x, y;

  open_map (&self, dialogs);
  for (guint i = 0; i < G_N_ELEMENTS (round); i++)
    {
      act (&self, "map.next");
      g_assert_true (sutra_id_equal (sutra_selection_get_entity (self.selection), round[i]));
    }
  act (&self, "map.previous");
  g_assert_true (sutra_id_equal (sutra_selection_get_entity (self.selection), &c));

  /* The other way round: what is chosen elsewhere comes into view, and only then the map moves. */
  sutra_map_show_entity (self.map, &c);
  sutra_map_zoom_at (self.map, 4, 350, 250, FALSE);
  sutra_selection_choose_entity (self.selection, &b);
  get_pixel (&self, -33.9, 151.2, &x, &y);
  g_assert_cmpfloat (x, >=, 0);
  g_assert_cmpfloat (x, <=, self.map->view.width);
  g_assert_cmpfloat (y, >=, 0);
  g_assert_cmpfloat (y, <=, self.map->view.height);
  sutra_map_pan (self.map, 30, 10);
  get_pixel (&self, -33.9, 151.2, &x, &y);
  sutra_selection_clear (self.selection);
  g_assert_cmpuint (self.map->selected, ==, G_MAXUINT);
  sutra_selection_choose_entity (self.selection, &b);
  {
    double again_x, again_y;

    get_pixel (&self, -33.9, 151.2, &again_x, &again_y);
    g_assert_cmpfloat (x, ==, again_x);
    g_assert_cmpfloat (y, ==, again_y);
  }
  act (&self, "map.clear");
  g_assert_true (sutra_id_is_null (sutra_selection_get_entity (self.selection)));
  close_map (&self);
}

static void
test_click (Dialogs *dialogs, gconstpointer data)
{
  Map self;
  SutraId dhaka = add_place (dialogs, "ঢাকা", 23.8, 90.4);
  SutraMapTarget target = { 0 };
  double x, y, zoom;

  add_place (dialogs, "কাঠমান্ডু", 27.7, 85.3);
  open_map (&self, dialogs);
  g_assert_true (sutra_map_locate (self.map, sutra_map_find_entity (self.map, &dhaka), &target));
  g_assert_cmpint (target.kind, ==, SUTRA_MAP_PIN);
  click (&self, 1, target.x, target.y);
  g_assert_true (sutra_id_equal (sutra_selection_get_entity (self.selection), &dhaka));

  /* Ground: one press does nothing, two zoom in there. */
  x = 40;
  y = self.map->view.height - 60;
  zoom = self.map->view.zoom;
  click (&self, 1, x, y);
  g_assert_cmpfloat (self.map->view.zoom, ==, zoom);
  g_assert_true (sutra_id_equal (sutra_selection_get_entity (self.selection), &dhaka));
  click (&self, 2, x, y);
  g_assert_cmpfloat_with_epsilon (self.map->view.zoom, zoom + 1, 1e-9);
  close_map (&self);
}

static void
test_hover (Dialogs *dialogs, gconstpointer data)
{
  Map self;
  SutraId dhaka = add_place (dialogs, "ঢাকা", 23.8, 90.4);
  SutraMapTarget target = { 0 };

  dialogs_mark (dialogs, "চট্টগ্রামে", "place", TRUE);
  add_place (dialogs, "কাঠমান্ডু", 27.7, 85.3);
  open_map (&self, dialogs);
  g_assert_true (sutra_map_locate (self.map, sutra_map_find_entity (self.map, &dhaka), &target));
  point_at (&self, target.x, target.y);
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
  g_signal_emit_by_name (find_controller (&self, GTK_TYPE_EVENT_CONTROLLER_MOTION), "leave");
  g_assert_true (sutra_id_is_null (sutra_selection_get_hovered (self.selection)));
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (self.map->card)));

  /* Another pane points at it. */
  sutra_selection_set_hovered (self.selection, &dhaka);
  g_assert_cmpuint (self.map->lit, ==, sutra_map_find_entity (self.map, &dhaka));
  close_map (&self);
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
  open_map (&self, dialogs);
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
  act (&self, "map.activate");
  g_assert_false (sutra_id_is_null (sutra_selection_get_mention (self.selection)));
  close_map (&self);
}

static void
test_picking (Dialogs *dialogs, gconstpointer data)
{
  Map self;
  SutraPoint point;

  add_place (dialogs, "ঢাকা", 23.8, 90.4);
  open_map (&self, dialogs);
  g_assert_false (dialogs_can (self.map, "map.place-here"));
  g_assert_null (gtk_widget_get_cursor (GTK_WIDGET (self.map)));
  sutra_map_set_picking (self.map, TRUE);
  g_assert_cmpstr (gdk_cursor_get_name (gtk_widget_get_cursor (GTK_WIDGET (self.map))), ==, "crosshair");

  /* On a pin too. */
  get_pixel (&self, 23.8, 90.4, &point.latitude, &point.longitude);
  click (&self, 1, point.latitude, point.longitude);
  g_assert_cmpuint (self.n_picked, ==, 1);
  g_assert_cmpfloat_with_epsilon (self.latitude, 23.8, 1e-4);
  g_assert_cmpfloat_with_epsilon (self.longitude, 90.4, 1e-4);
  g_assert_true (sutra_id_is_null (sutra_selection_get_entity (self.selection)));

  sutra_map_pan (self.map, 100, 50);
  get_point (&self, self.map->view.width / 2, self.map->view.height / 2, &point);
  act (&self, "map.activate");
  g_assert_cmpuint (self.n_picked, ==, 2);
  g_assert_cmpfloat_with_epsilon (self.latitude, point.latitude, 1e-9);
  g_assert_cmpfloat_with_epsilon (self.longitude, point.longitude, 1e-9);

  gtk_widget_grab_focus (GTK_WIDGET (self.map));
  settle (&self); /* paints the crosshair */
  act (&self, "map.clear");
  g_assert_false (self.map->picking);
  close_map (&self);
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

  open_map (&self, dialogs);
  sutra_map_set_candidates (self.map, candidates);
  g_ptr_array_set_size (candidates, 0); /* copied */
  sutra_map_show_box (self.map, &all);
  settle (&self);
  get_pixel (&self, 10.4, -75.5, &x, &y);
  point_at (&self, x, y);
  g_assert_cmpint (self.map->hovered.kind, ==, SUTRA_MAP_CANDIDATE);
  sutra_map_show_card (self.map, &self.map->hovered);
  click (&self, 1, x, y);
  g_assert_cmpuint (self.n_candidates, ==, 1);
  g_assert_cmpuint (self.candidate, ==, 1);
  sutra_map_set_candidates (self.map, NULL);
  click (&self, 1, x, y);
  g_assert_cmpuint (self.n_candidates, ==, 1);
  close_map (&self);
}

static void
test_accessible (Dialogs *dialogs, gconstpointer data)
{
  Map self;
  SutraId dhaka;

  dialogs_mark (dialogs, "চট্টগ্রামে", "place", TRUE);
  dhaka = add_place (dialogs, "ঢাকা", 23.8, 90.4);
  add_place (dialogs, "কাঠমান্ডু", 27.7, 85.3);
  open_map (&self, dialogs);
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
  settle (&self);
  gtk_test_accessible_assert_property (self.map, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "1 place, 1 not located");
  g_assert_true (gtk_widget_get_focusable (GTK_WIDGET (self.map)));
  close_map (&self);
}

/* Every control says what it is, and has an action of the map. */
static void
test_controls (Dialogs *dialogs, gconstpointer data)
{
  Map self;
  guint n = 0;

  open_map (&self, dialogs);
  for (GtkWidget *child = gtk_widget_get_first_child (self.map->controls); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      g_assert_true (g_str_has_prefix (gtk_actionable_get_action_name (GTK_ACTIONABLE (child)), "map."));
      g_assert_nonnull (gtk_widget_get_tooltip_text (child));
      g_assert_true (gtk_test_accessible_has_property (GTK_ACCESSIBLE (child), GTK_ACCESSIBLE_PROPERTY_LABEL));
      n++;
    }
  g_assert_cmpuint (n, ==, 3);
  gtk_widget_set_direction (GTK_WIDGET (self.map), GTK_TEXT_DIR_RTL);
  settle (&self);
  {
    graphene_rect_t bounds;

    g_assert_true (gtk_widget_compute_bounds (self.map->controls, GTK_WIDGET (self.map), &bounds));
    g_assert_cmpfloat (bounds.origin.x, <, 20);
  }
  close_map (&self);
}

static void
test_no_data (Dialogs *dialogs, gconstpointer data)
{
  Map self;

  add_place (dialogs, "ঢাকা", 23.8, 90.4);
  open_map (&self, dialogs);
  /* Nobody knows yet. */
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (self.map->note)));
  sutra_map_set_data (self.map, NULL, NULL);
  settle (&self);
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (self.map->note)));
  g_assert_false (gtk_widget_get_visible (self.map->notice));
  act (&self, "map.next");
  act (&self, "map.zoom-in");
  settle (&self);
  close_map (&self);
}

static void
test_surface (Dialogs *dialogs, gconstpointer data)
{
  Map self;
  guint n;

  add_place (dialogs, "ঢাকা", 23.8, 90.4);
  add_place (dialogs, "আস্তানা", 51.2, 71.4);
  open_with_world (&self, dialogs);
  dialogs_wait (is_settled, self.map);
  g_assert_true (gtk_widget_get_visible (self.map->notice));
  n = sutra_map_surface_get_n_painted (self.map->surface);

  /* Within the margin nothing is painted anew. */
  for (guint i = 0; i < 4; i++)
    {
      sutra_map_pan (self.map, 20, 10);
      settle (&self);
    }
  g_assert_cmpuint (sutra_map_surface_get_n_painted (self.map->surface), ==, n);
  sutra_map_pan (self.map, 400, 0);
  settle (&self);
  dialogs_wait (is_settled, self.map);
  g_assert_cmpuint (sutra_map_surface_get_n_painted (self.map->surface), >, n);

  /* A zoom, other claims. */
  act (&self, "map.zoom-in");
  g_assert_false (sutra_map_surface_is_settled (self.map->surface, &self.map->view));
  settle (&self);
  dialogs_wait (is_settled, self.map);
  sutra_map_set_claims (self.map, FALSE);
  g_assert_false (sutra_map_surface_is_settled (self.map->surface, &self.map->view));
  g_assert_false (gtk_widget_get_visible (self.map->legend));
  settle (&self);
  dialogs_wait (is_settled, self.map);
  close_map (&self);
}

/* The map goes while its ground is being painted; the worker is waited for only by who comes later. */
static void
test_destroyed (Dialogs *dialogs, gconstpointer data)
{
  Map self;

  add_place (dialogs, "ঢাকা", 23.8, 90.4);
  for (guint i = 0; i < 5; i++)
    {
      open_with_world (&self, dialogs);
      act (&self, "map.zoom-in");
      gtk_widget_queue_draw (GTK_WIDGET (self.map));
      gtk_test_widget_wait_for_draw (GTK_WIDGET (self.map));
      close_map (&self);
    }
}

static void
test_case_closed (Dialogs *dialogs, gconstpointer data)
{
  Map self;
  SutraMapTarget target = { 0 };
  SutraId dhaka = add_place (dialogs, "ঢাকা", 23.8, 90.4);

  open_map (&self, dialogs);
  sutra_selection_choose_entity (self.selection, &dhaka);
  sutra_case_close (dialogs->the_case);
  dialogs_settle ();
  if (sutra_map_locate (self.map, 0, &target))
    sutra_map_show_card (self.map, &target);
  act (&self, "map.next");
  act (&self, "map.activate");
  settle (&self);
  sutra_map_set_places (self.map, NULL, NULL, NULL);
  settle (&self);
  g_assert_cmpuint (self.map->n_items, ==, 0);
  act (&self, "map.clear");
  close_map (&self);
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

      add_place (dialogs, label, 23.8, 90.4);
    }
  open_map (&self, dialogs);
  g_assert_cmpuint (self.map->n_items, ==, 30);
  g_assert_true (sutra_map_locate (self.map, 17, &target));
  g_assert_cmpint (target.kind, ==, SUTRA_MAP_CLUSTER);
  zoom = self.map->view.zoom;
  click (&self, 1, target.x, target.y);
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
  settle (&self);
  g_assert_true (sutra_map_locate (self.map, 9999, &target));
  members = sutra_map_pins_get_members (self.map->pins, &self.map->view, target.index);
  g_assert_cmpuint (members->len, ==, 10000);
  point_at (&self, target.x, target.y);
  sutra_map_show_card (self.map, &target);
  sutra_map_set_items (self.map, NULL, 0, dialogs->the_case);
  close_map (&self);
}

/* A cluster that a zoom parts: the click zooms to its members. */
static void
test_cluster (Dialogs *dialogs, gconstpointer data)
{
  Map self;
  SutraMapTarget target = { 0 };
  SutraId a = add_place (dialogs, "a", 23.80, 90.40);
  double zoom;

  add_place (dialogs, "b", 23.81, 90.41);
  add_place (dialogs, "c", 51.2, 71.4);
  open_map (&self, dialogs);
  g_assert_true (sutra_map_locate (self.map, sutra_map_find_entity (self.map, &a), &target));
  g_assert_cmpint (target.kind, ==, SUTRA_MAP_CLUSTER);
  zoom = self.map->view.zoom;
  click (&self, 1, target.x, target.y);
  g_assert_cmpfloat (self.map->view.zoom, >, zoom);
  g_assert_true (sutra_map_locate (self.map, sutra_map_find_entity (self.map, &a), &target));
  g_assert_cmpint (target.kind, ==, SUTRA_MAP_PIN);
  g_assert_cmpfloat (target.x, >, 0);
  g_assert_cmpfloat (target.x, <, self.map->view.width);
  close_map (&self);
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

      add_place (dialogs, label, points[i].latitude, points[i].longitude);
    }
  open_with_world (&self, dialogs);
  for (guint i = 0; i < G_N_ELEMENTS (points); i++)
    {
      act (&self, "map.next");
      settle (&self);
      g_assert_true (sutra_map_locate (self.map, self.map->selected, &target));
      g_assert_true (sutra_map_find (self.map, target.x, target.y, 6, &found));
      g_assert_cmpint (found.kind, ==, target.kind);
      g_assert_cmpuint (found.index, ==, target.index);
    }
  /* Round the world. */
  for (guint i = 0; i < 40; i++)
    {
      act (&self, "map.pan-right-far");
      settle (&self);
    }
  g_assert_cmpfloat (self.map->view.center.x, >=, 0);
  g_assert_cmpfloat (self.map->view.center.x, <, 1);
  close_map (&self);
}

/* Nobody has touched it: it follows what there is. Somebody has: it stays. */
static void
test_follows (Dialogs *dialogs, gconstpointer data)
{
  Map self;
  double x, y;
  SutraViewport before;

  open_map (&self, dialogs);
  add_place (dialogs, "ঢাকা", 23.8, 90.4);
  settle (&self);
  get_pixel (&self, 23.8, 90.4, &x, &y);
  g_assert_cmpfloat_with_epsilon (x, self.map->view.width / 2, 1);
  sutra_map_pan (self.map, 10, 10);
  before = self.map->view;
  add_place (dialogs, "আস্তানা", 51.2, 71.4);
  settle (&self);
  g_assert_cmpmem (&before, sizeof before, &self.map->view, sizeof before);
  sutra_map_fit (self.map);
  get_pixel (&self, 51.2, 71.4, &x, &y);
  g_assert_cmpfloat (y, >, 0);
  close_map (&self);
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
  dialogs_add ("/ui/map/accessible", test_accessible);
  dialogs_add ("/ui/map/controls", test_controls);
  dialogs_add ("/ui/map/no-data", test_no_data);
  dialogs_add ("/ui/map/surface", test_surface);
  dialogs_add ("/ui/map/destroyed", test_destroyed);
  dialogs_add ("/ui/map/case-closed", test_case_closed);
  dialogs_add ("/ui/map/same-point", test_same_point);
  dialogs_add ("/ui/map/cluster", test_cluster);
  dialogs_add ("/ui/map/edges", test_edges);
  dialogs_add ("/ui/map/follows", test_follows);
  return g_test_run ();
}
